"""What a plan's or report's tables say: a row of a local plan is an initiative; a matrix gives years by its marks."""

import re
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz

from extractors.drafts import ActivityDraft, GoalDraft, IndicatorDraft, InitiativeDraft, PlanDraft
from extractors.numbers.years import find_years, year_heading
from extractors.plans.head_words import head_words
from models.blocks import Cell, Table
from models.rows import Horizon

ColumnRole = Literal[
    "activity",
    "goal",
    "goal_and_activity",
    "indicator",
    "unit",
    "focus_area",
    "target_group",
    "responsible",
    "amount",
    "years",
]

_ROLES: tuple[tuple[ColumnRole, re.Pattern[str]], ...] = (
    ("goal_and_activity", re.compile(r"\bmål\b.*(?:&|och|/)\s*aktivitet", re.IGNORECASE)),
    (
        "focus_area",
        re.compile(r"^(?:fokusområde|målområde|insatsområde|utvecklingsområde|prioriterat område)", re.IGNORECASE),
    ),
    ("target_group", re.compile(r"^målgrupp", re.IGNORECASE)),
    ("indicator", re.compile(r"^(?:indikator|mått\b|uppföljning)", re.IGNORECASE)),
    ("goal", re.compile(r"^(?:mål\b|målsättning|effektmål|syfte och mål|mål och syfte)", re.IGNORECASE)),
    (
        "activity",
        re.compile(
            r"^(?:satsning|aktivitet|insats\b|insatser\b|åtgärd|kontroll(?!ansvar|risk)|så kontrolleras"
            r"|planerade? (?:insats|åtgärd|kontroll|aktivitet))",
            re.IGNORECASE,
        ),
    ),
    ("responsible", re.compile(r"^(?:ansvarig|ansvar\b|kontrollansvar|utförs av|utförare|vem\b)", re.IGNORECASE)),
    ("years", re.compile(r"^(?:år\b|tidplan|tidsplan|när\b|period\b|klart)", re.IGNORECASE)),
    (
        "amount",
        re.compile(
            r"^(?:belopp|kostnad|summa|budget|medel\b|bidrag|beräknad kostnad|avsatt|tilldelat|fördelat)",
            re.IGNORECASE,
        ),
    ),
    (
        "unit",
        re.compile(r"^(?:verksamhet|verksamhetstyp|förvaltning|nämnd|enhet|risk\b|område)", re.IGNORECASE),
    ),
)
_NAMED: dict[str, ColumnRole] = {"goal": "goal", "activity": "activity", "indicator": "indicator"}
_MONEY_ONLY: frozenset[ColumnRole] = frozenset(["activity", "amount", "unit"])
"""A table of these columns alone tells what is given to whom for what."""
_TEMPLATE = re.compile(r"(?:t\.?\s?ex\.?|exempel(?:vis)?)\s*[:.]?\s+\S", re.IGNORECASE)
"""A row that the form's maker filled in to show how ("T.ex. Utbildning ...")."""
_MEANS = re.compile(r"\bgenom\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])")
SAME_ACTIVITY = 84.0
"""rapidfuzz token_sort_ratio from which a matrix row restates an activity of the body."""


@dataclass(frozen=True)
class PlanRow:
    """One body row of a plan table, linked to what it became, so that its amounts can be linked too."""

    row: int
    initiative: InitiativeDraft | None
    activity: ActivityDraft | None


def column_roles(table: Table) -> dict[int, ColumnRole]:
    """What each column holds, by its header."""
    roles: dict[int, ColumnRole] = {}
    for cell in table.cells:
        if cell.role != "header" or cell.col in roles:
            continue
        header = cell.text.strip()
        words = head_words(header)
        if words is not None and words.kind in ("goal", "activity", "indicator"):
            roles[cell.col] = _NAMED[words.kind]
            continue
        role = next((role for role, pattern in _ROLES if pattern.search(header)), None)
        if role is not None:
            roles[cell.col] = role
    return roles


def _horizon_of(table: Table, col: int) -> Horizon:
    """The horizon that a column of goals has by its header."""
    headers = (c.text for c in table.cells if c.role == "header" and c.col == col)
    said = (words for text in headers if (words := head_words(text)) is not None)
    return next((words.horizon for words in said if words.kind == "goal"), "unspecified")


def is_plan_table(roles: dict[int, ColumnRole]) -> bool:
    """True where rows are initiatives: activities or goals beside something else that a plan gives them."""
    held = set(roles.values())
    says = held & {"activity", "goal", "goal_and_activity"}
    return bool(says) and len(held) >= 2 and bool(held - says or len(says) >= 2)


def read_plan_table(table: Table, plan: PlanDraft, *, goals: bool = True) -> dict[int, PlanRow]:
    """Rows of a local plan or report table as initiatives, goals, activities and indicators; by row number."""
    roles = column_roles(table)
    if not is_plan_table(roles):
        return {}
    told = [i for i in plan.initiatives if not i.tabled]
    read: dict[int, PlanRow] = {}
    for row in range(table.n_rows):
        cells = {c.col: c for c in table.cells if c.row == row and c.text}
        if not cells or any(c.role in ("header", "total", "subtotal") for c in cells.values()):
            continue
        if set(cells) == {0} and len(roles) > 1 and roles.get(0) in (None, "unit", "focus_area"):
            continue
        if any(_TEMPLATE.match(c.text) for c in cells.values()):
            continue
        if told and set(roles.values()) <= _MONEY_ONLY:
            read[row] = _row_of_money(row, cells, roles, told)
        else:
            read[row] = _plan_row(row, cells, roles, plan, _horizons(table, roles) if goals else None)
    return read


def _horizons(table: Table, roles: dict[int, ColumnRole]) -> dict[int, Horizon]:
    """Column of goals -> their horizon."""
    return {col: _horizon_of(table, col) for col, role in roles.items() if role == "goal"}


def _row_of_money(
    row: int, cells: dict[int, Cell], roles: dict[int, ColumnRole], told: list[InitiativeDraft]
) -> PlanRow:
    """Money for an initiative that the running text tells of: the row names it again and is none of its own."""
    name = next((cells[col].text for col, role in roles.items() if role == "activity" and col in cells), "")
    scored = [
        (100.0 if name.startswith(i.title) else fuzz.token_sort_ratio(name, i.title), -at) for at, i in enumerate(told)
    ]
    score, at = max(scored)
    return PlanRow(row, told[-at] if score >= SAME_ACTIVITY else None, None)


def _plan_row(
    row: int,
    cells: dict[int, Cell],
    roles: dict[int, ColumnRole],
    plan: PlanDraft,
    horizons: dict[int, Horizon] | None,
) -> PlanRow:
    """horizons: of the columns of goals; None where the class states no goals of its own."""
    goals = horizons is not None
    by_role = {role: cells[col] for col, role in reversed(roles.items()) if col in cells}

    def said(role: ColumnRole) -> str | None:
        return by_role[role].text if role in by_role else None

    name = by_role.get("activity") or by_role.get("goal") or by_role.get("goal_and_activity")
    if name is None:
        return PlanRow(row, None, None)
    initiative = InitiativeDraft(name.text, (name.place,), said("focus_area"), said("target_group"), tabled=True)
    plan.initiatives.append(initiative)
    activity: ActivityDraft | None = None
    if "activity" in by_role:
        activity = _activity(by_role["activity"], by_role["activity"].text, initiative, said("responsible"))
        years = said("years")
        span = year_heading(years) if years else None
        activity.heading_years = span
        plan.activities.append(activity)
    for col, horizon in (horizons or {}).items():
        if col in cells:
            plan.goals.append(_goal(cells[col], cells[col].text, initiative, horizon))
    if "goal_and_activity" in by_role:
        activity = _mixed(by_role["goal_and_activity"], initiative, plan, goals=goals)
    if "indicator" in by_role:
        cell = by_role["indicator"]
        plan.indicators.append(IndicatorDraft(cell.text, (cell.place,), initiative))
    return PlanRow(row, initiative, activity)


def _activity(cell: Cell, text: str, initiative: InitiativeDraft, responsible: str | None = None) -> ActivityDraft:
    return ActivityDraft(
        text=text,
        places=(cell.place,),
        initiative=initiative,
        responsible=responsible,
        focus_area=initiative.focus_area,
        target_group=initiative.target_group,
    )


def _goal(cell: Cell, text: str, initiative: InitiativeDraft, horizon: Horizon = "unspecified") -> GoalDraft:
    return GoalDraft(text, (cell.place,), horizon, initiative, initiative.focus_area, initiative.target_group)


def _mixed(cell: Cell, initiative: InitiativeDraft, plan: PlanDraft, *, goals: bool) -> ActivityDraft | None:
    """A column "mål & aktivitet": each sentence is an activity; one that says by what means is a goal too."""
    last: ActivityDraft | None = None
    for sentence in _SENTENCE.split(cell.text):
        last = _activity(cell, sentence, initiative)
        plan.activities.append(last)
        if goals and _MEANS.search(sentence):
            plan.goals.append(_goal(cell, sentence, initiative))
    return last


def year_in(text: str) -> int | None:
    """The one year that a header or title names; None where it names none or several."""
    found = {m.first for m in find_years(text) if m.first == m.last and m.kind != "implausible"}
    return found.pop() if len(found) == 1 else None
