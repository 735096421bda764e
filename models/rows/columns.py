"""The kinds of value that columns of several tables have."""

from decimal import Decimal
from typing import Annotated, Literal, get_args

from pydantic import Field

Money = Annotated[Decimal, Field(max_digits=18, decimal_places=2)]
"""Kronor."""

Number = Annotated[Decimal, Field(max_digits=28, decimal_places=6)]
"""A number in its own unit."""

Horizon = Literal["long_term", "short_term", "unspecified"]

Category = Literal["priority", "ongoing", "local", "unspecified"]

YearSource = Literal["heading", "matrix", "text", "plan_period"]
"""What gives an activity a year, the strongest first."""

YEAR_SOURCES: tuple[YearSource, ...] = get_args(YearSource)

Basis = Literal["heading", "lead_in", "table", "matrix", "text"]
"""What tells that a text is a goal, an activity or an indicator: its heading or label, the sentence that announces its
list, its column's header, its row in a matrix of years; or its own words alone."""

TextKind = Literal["goal", "activity", "indicator", "cost", "background"]
"""What a text of a plan is by its words."""

AmountKind = Literal[
    "granted",
    "requisitioned",
    "received",
    "allocated",
    "planned",
    "spent",
    "remaining",
    "repayable",
    "share",
    "unit_rate",
    "total",
    "other",
]

PassageKind = Literal[
    "heading", "paragraph", "list_item", "caption", "footnote", "contents", "instruction", "running_head"
]

FactKind = Literal[
    "org_number",
    "diary_number",
    "document_date",
    "signed_date",
    "sent_date",
    "decision_date",
    "meeting_date",
    "due_date",
    "reported_period",
]

DocType = Literal[
    "action_plan", "direction", "grant_report", "grant_application", "memo", "internal_control_plan", "other"
]

IssuerKind = Literal["municipality", "region", "county", "agency"]

Severity = Literal["error", "warning", "note"]

FindingStatus = Literal["open", "confirmed", "dismissed"]

Stage = Literal["take", "read", "understand", "check", "publish"]

FileStatus = Literal["taken", "in_part", "failed"]

FileReason = Literal[
    "new",
    "changed",
    "renamed",
    "version",
    "settings",
    "retried",
    "asked",
    "unchanged",
    "moved",
    "repeated",
    "given_up",
    "gone",
]
"""Why a run read a file, or passed it over: the last four were not read."""
