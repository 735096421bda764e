"""The dataset's tables, one model a row. The only place where a column is described.

The Parquet schema, the data dictionary and the data package descriptor are derived from
these models (models.schema), never typed twice.
"""

from collections.abc import Collection
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, ClassVar, Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, Field

from models.blocks import CellRole, GridMethod, TextLayer
from models.codebook import CodedKind
from models.lean import Lean

Money = Annotated[Decimal, Field(max_digits=18, decimal_places=2)]
"""Kronor."""
Number = Annotated[Decimal, Field(max_digits=28, decimal_places=6)]
"""A number in its own unit."""

DocType = Literal[
    "action_plan", "direction", "grant_report", "grant_application", "memo", "internal_control_plan", "other"
]
IssuerKind = Literal["municipality", "region", "county", "agency"]
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


class Row(Lean):
    """A row of one table."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    table_name: ClassVar[str]
    primary_key: ClassVar[tuple[str, ...]]


class Placed(Row):
    """A row that bears its place: page in the file and box in PDF points, origin top left."""

    page: int = Field(ge=1, description="Page in the file, 1-based, where the text begins.")
    x0: float = Field(description="Left edge, PDF points from the left.")
    top: float = Field(description="Upper edge, PDF points from the top.")
    x1: float = Field(description="Right edge, PDF points from the left.")
    bottom: float = Field(description="Lower edge, PDF points from the top.")


class Document(Row):
    table_name: ClassVar[str] = "documents"
    primary_key: ClassVar[tuple[str, ...]] = ("document_id",)

    document_id: str = Field(description="From the file's content and the part's ordinal in it.")
    source_name: str = Field(description="File name, without folders.")
    source_sha256: str = Field(description="SHA-256 of the file's bytes.")
    first_page: int = Field(ge=1, description="First page in the file, 1-based.")
    last_page: int = Field(ge=1, description="Last page in the file.")
    part_confidence: Number | None = Field(
        default=None, description="How sure it is that one document begins and ends there, 0 to 1."
    )
    doc_type: DocType = Field(description="Class of document.")
    doc_type_confidence: Number | None = Field(default=None, description="How sure the class is, 0 to 1.")
    title: str | None = Field(default=None, description="Title as it stands in the document.")
    issuer: str | None = Field(default=None, description="Who issued it, in the document's words.")
    issuer_kind: IssuerKind | None = Field(default=None, description="Kind of issuer.")
    kommunkod: str | None = Field(default=None, description="Statistics Sweden's municipality code.")
    lanskod: str | None = Field(default=None, description="Statistics Sweden's county code.")
    period_start: int | None = Field(default=None, description="First year of the period that a plan is for.")
    period_end: int | None = Field(default=None, description="Last year of that period.")
    reporting_year: int | None = Field(default=None, description="The year that a report or yearly plan is about.")
    grant_name: str | None = Field(default=None, description="The grant, in the document's words.")
    grant_code: str | None = Field(default=None, description="The grant, by the registry of grants.")
    grant_year: int | None = Field(default=None, description="The year whose grant it is about.")
    grantor: str | None = Field(default=None, description="The body that gives the grant, where the document says it.")
    diary_number: str | None = Field(default=None, description="Diarienummer.")
    org_number: str | None = Field(default=None, description="Organisation number, NNNNNN-NNNN.")
    document_date: date | None = Field(default=None, description="Date that the document bears.")
    signed_date: date | None = Field(
        default=None, description="Day on which it was signed; where it does not say, on which it was sent in."
    )
    decision_date: date | None = Field(
        default=None, description="Day of the decision that its head or its form names; others are in facts."
    )
    reported_from: date | None = Field(default=None, description="First day of what a report is of, where it says it.")
    reported_until: date | None = Field(default=None, description="Last day of that, where it says it.")
    text_layer: TextLayer | None = Field(default=None, description="Where its text comes from.")
    duplicate_of: str | None = Field(
        default=None, description="document_id of the same document, met earlier or told more fully."
    )
    text_sha256: str | None = Field(
        default=None,
        description="SHA-256 of its letters and digits in reading order, running heads left out: the same for the same "
        "text in other bytes. null where there is too little text to tell.",
    )
    retired_since: datetime | None = Field(
        default=None, description="UTC: when a run first missed the file in its folder; null while it is there."
    )
    run_id: str = Field(default="", description="The run that read it.")


class Page(Row):
    table_name: ClassVar[str] = "pages"
    primary_key: ClassVar[tuple[str, ...]] = ("source_sha256", "page")

    source_sha256: str = Field(description="SHA-256 of the file's bytes.")
    page: int = Field(ge=1, description="Page in the file, 1-based.")
    label: str | None = Field(default=None, description="Page number as printed.")
    document_id: str = Field(description="The document that the page belongs to.")
    width: float = Field(description="Points.")
    height: float = Field(description="Points.")
    rotation: int = Field(description="Degrees.")
    text_layer: TextLayer | None = Field(description="Where its text comes from; null where it has none.")
    n_words: int = Field(description="Words read.")
    doubt: str | None = Field(default=None, description="Why its reading is unsure; null where it is not.")


class Initiative(Placed):
    table_name: ClassVar[str] = "initiatives"
    primary_key: ClassVar[tuple[str, ...]] = ("initiative_id",)

    initiative_id: str = Field(description="The document_id, the kind and the order in the document.")
    document_id: str = Field(description="The document that it stands in.")
    ordinal: int = Field(description="Order in the document, from 1.")
    title: str = Field(description="Its heading, or its name in a local plan's table.")
    focus_area: str | None = Field(default=None, description="Fokusområde, in the document's words.")
    target_group: str | None = Field(default=None, description="Målgrupp, in the document's words.")
    focus_area_code: str | None = Field(
        default=None, description="Codes of the focus areas that these words name (codebook), parted by semicolons."
    )
    target_group_code: str | None = Field(
        default=None, description="Codes of the target groups that these words name (codebook), parted by semicolons."
    )
    cost: str | None = Field(
        default=None,
        description="What is said of its costs, in the document's words, also where no sum is named.",
    )


class Goal(Placed):
    table_name: ClassVar[str] = "goals"
    primary_key: ClassVar[tuple[str, ...]] = ("goal_id",)

    goal_id: str = Field(description="The document_id, the kind and the order in the document.")
    document_id: str = Field(description="The document that it stands in.")
    initiative_id: str | None = Field(default=None, description="The initiative that it belongs to.")
    ordinal: int = Field(description="Order in the document, from 1.")
    horizon: Horizon = Field(description="Långsiktigt, kortsiktigt or not said.")
    text: str = Field(description="The goal, in the document's words.")
    focus_area: str | None = Field(default=None, description="Fokusområde, in the document's words.")
    target_group: str | None = Field(default=None, description="Målgrupp, in the document's words.")
    focus_area_code: str | None = Field(
        default=None, description="Codes of the focus areas that these words name (codebook), parted by semicolons."
    )
    target_group_code: str | None = Field(
        default=None, description="Codes of the target groups that these words name (codebook), parted by semicolons."
    )
    basis: Basis = Field(
        default="heading",
        description="What tells that it is one: its heading, the sentence over its list, a table's column, a matrix of "
        "years, or its own words.",
    )
    confidence: Number | None = Field(
        default=None, description="How likely the words alone make it one, 0 to 1, by a model that sees no headings."
    )
    doubt: str | None = Field(
        default=None, description="What its words speak for instead, where the model is sure; null where it is not."
    )


class Activity(Placed):
    table_name: ClassVar[str] = "activities"
    primary_key: ClassVar[tuple[str, ...]] = ("activity_id",)

    activity_id: str = Field(description="The document_id, the kind and the order in the document.")
    document_id: str = Field(description="The document that it stands in.")
    initiative_id: str | None = Field(default=None, description="The initiative that it belongs to.")
    parent_id: str | None = Field(default=None, description="The activity whose step this is.")
    ordinal: int = Field(description="Order in the document, from 1.")
    number: str | None = Field(default=None, description="Its number, where it has one.")
    text: str = Field(description="The activity, in the document's words.")
    category: Category = Field(description="Prioriterad, löpande, lokal or not said.")
    responsible: str | None = Field(default=None, description="Who does it, in the document's words.")
    responsible_code: str | None = Field(
        default=None, description="Codes of the kinds of actors that these words name (codebook), parted by semicolons."
    )
    responsible_kommunkod: str | None = Field(
        default=None, description="Statistics Sweden's code of the one municipality that they name."
    )
    responsible_lanskod: str | None = Field(
        default=None, description="Statistics Sweden's code of the one region (earlier landsting) that they name."
    )
    start_year: int | None = Field(default=None, description="First year that the document gives it.")
    end_year: int | None = Field(default=None, description="Last year that the document gives it.")
    focus_area: str | None = Field(default=None, description="Fokusområde, in the document's words.")
    target_group: str | None = Field(default=None, description="Målgrupp, in the document's words.")
    focus_area_code: str | None = Field(
        default=None, description="Codes of the focus areas that these words name (codebook), parted by semicolons."
    )
    target_group_code: str | None = Field(
        default=None, description="Codes of the target groups that these words name (codebook), parted by semicolons."
    )
    basis: Basis = Field(
        default="heading",
        description="What tells that it is one: its heading, the sentence over its list, a table's column, a matrix of "
        "years, or its own words.",
    )
    confidence: Number | None = Field(
        default=None, description="How likely the words alone make it one, 0 to 1, by a model that sees no headings."
    )
    doubt: str | None = Field(
        default=None, description="What its words speak for instead, where the model is sure; null where it is not."
    )
    cost: str | None = Field(
        default=None,
        description="What is said of its costs, in the document's words, also where no sum is named.",
    )


class ActivityYear(Row):
    table_name: ClassVar[str] = "activity_years"
    primary_key: ClassVar[tuple[str, ...]] = ("activity_id", "year")

    activity_id: str = Field(description="The activity.")
    year: int = Field(description="A year that the activity is in.")
    source: YearSource = Field(description="What gives the year; the strongest, where several do.")
    sources: str | None = Field(
        default=None,
        description="All that give the year, comma-parted, the strongest first: heading,matrix. Null where the row was "
        "taken over from a snapshot without this column.",
    )
    table_id: str | None = Field(
        default=None, description="The matrix whose mark gives the year; null where no mark does."
    )
    row: int | None = Field(
        default=None,
        description="Row in that matrix, from 0; the first, where several are the activity's and mark the year.",
    )

    @classmethod
    def given_by(
        cls, activity_id: str, year: int, sources: Collection[YearSource], marked_at: tuple[str, int] | None = None
    ) -> Self:
        """The row of a year that one or several sources give, in whatever order they come.

        marked_at: table_id and row of the matrix that marks it.
        """
        strongest, *others = sorted(set(sources), key=YEAR_SOURCES.index)
        table_id, row = marked_at or (None, None)
        return cls(
            activity_id=activity_id,
            year=year,
            source=strongest,
            sources=",".join([strongest, *others]),
            table_id=table_id,
            row=row,
        )

    def is_given_by(self, source: YearSource) -> bool:
        """Whether this is among what gives the year."""
        return source == self.source or source in (self.sources or "").split(",")


class Indicator(Placed):
    table_name: ClassVar[str] = "indicators"
    primary_key: ClassVar[tuple[str, ...]] = ("indicator_id",)

    indicator_id: str = Field(description="The document_id, the kind and the order in the document.")
    document_id: str = Field(description="The document that it stands in.")
    initiative_id: str | None = Field(default=None, description="The initiative that it belongs to.")
    ordinal: int = Field(description="Order in the document, from 1.")
    text: str = Field(description="The indicator, in the document's words.")
    basis: Basis = Field(
        default="heading",
        description="What tells that it is one: its heading, the sentence over its list, a table's column, a matrix of "
        "years, or its own words.",
    )
    confidence: Number | None = Field(
        default=None, description="How likely the words alone make it one, 0 to 1, by a model that sees no headings."
    )
    doubt: str | None = Field(
        default=None, description="What its words speak for instead, where the model is sure; null where it is not."
    )


class Amount(Placed):
    table_name: ClassVar[str] = "amounts"
    primary_key: ClassVar[tuple[str, ...]] = ("amount_id",)

    amount_id: str = Field(description="The document_id, the kind and the order in the document.")
    document_id: str = Field(description="The document that it stands in.")
    value_sek: Money = Field(description="Kronor.")
    value_low: Money = Field(description="Lowest value that the writing allows, kronor.")
    value_high: Money = Field(description="Highest value that the writing allows, kronor.")
    text: str = Field(description="The sum as it stands.")
    approximate: bool = Field(description="Said to be about, above or below.")
    kind: AmountKind
    year: int | None = Field(default=None, description="The year that it is for.")
    subject: str | None = Field(default=None, description="What it is for, in the document's words.")
    grant_code: str | None = Field(default=None, description="The grant that it is of, by the registry of grants.")
    initiative_id: str | None = None
    activity_id: str | None = None
    kommunkod: str | None = Field(default=None, description="Where the row is a municipality.")
    table_id: str | None = Field(default=None, description="The table that it stands in.")
    row: int | None = Field(default=None, description="Row in that table, from 0.")
    col: int | None = Field(default=None, description="Column in that table, from 0.")
    repeat_of: str | None = Field(default=None, description="An earlier amount_id that states the same fact.")


class FormField(Placed):
    table_name: ClassVar[str] = "fields"
    primary_key: ClassVar[tuple[str, ...]] = ("field_id",)

    field_id: str = Field(description="The document_id, the kind and the order in the document.")
    document_id: str = Field(description="The document that it stands in.")
    number: str | None = Field(default=None, description="The question's number: 1, 2a, 5c-d.")
    label: str = Field(description="The question or label, as it stands.")
    value_text: str | None = Field(default=None, description="The answer as it stands; null where it is empty.")
    value_number: Number | None = Field(default=None, description="The answer as a number.")
    value_unit: str | None = Field(default=None, description="Its unit: kr, tkr, mnkr, percent, count.")
    section: str | None = Field(default=None, description="The heading that it stands under.")
    withheld: str | None = Field(
        default=None,
        description="Why an answer that is there was left out: e-mail, telephone, name, identity number.",
    )
    withheld_answer: int | None = Field(
        default=None,
        description="Which of the document's withheld answers it is, from 1: the same answer has the same number. It "
        "tells nothing else of the answer.",
    )


class Passage(Placed):
    table_name: ClassVar[str] = "passages"
    primary_key: ClassVar[tuple[str, ...]] = ("passage_id",)

    passage_id: str = Field(description="The document_id, the kind and the order in the document.")
    document_id: str = Field(description="The document that it stands in.")
    ordinal: int = Field(description="Reading order in the document, from 1.")
    kind: PassageKind = Field(description="What it is by its look and place.")
    level: int | None = Field(
        default=None, description="Of a heading: 1 is the highest; of a list item: 1 is outermost."
    )
    marker: str | None = Field(default=None, description="Of a list item: its bullet or number as it stands.")
    text: str | None = Field(description="Its words, made whole; null where they are withheld.")
    withheld: str | None = Field(
        default=None, description="Why its words are left out: they are an answer that fields withholds."
    )


class Risk(Placed):
    table_name: ClassVar[str] = "risks"
    primary_key: ClassVar[tuple[str, ...]] = ("risk_id",)

    risk_id: str = Field(description="The document_id, the kind and the order in the document.")
    document_id: str = Field(description="The document that it stands in.")
    ordinal: int = Field(description="Order in the document, from 1.")
    process: str | None = Field(default=None, description="The process, routine or unit that it is in.")
    text: str = Field(description="What may go wrong, in the document's words.")
    reason: str | None = Field(default=None, description="Its cause, or why it is rated so.")
    probability_text: str | None = Field(default=None, description="Sannolikhet, as it stands.")
    consequence_text: str | None = Field(default=None, description="Konsekvens, as it stands.")
    probability: Number | None = Field(default=None, description="Its number; null where it is words alone.")
    consequence: Number | None = Field(default=None, description="Its number; null where it is words alone.")
    value: Number | None = Field(default=None, description="Riskvärde as stated, sannolikhet x konsekvens.")
    value_after: Number | None = Field(default=None, description="Riskvärde after measures, as stated.")
    table_id: str = Field(description="The table that it is a row of.")
    row: int = Field(description="Row in that table, from 0.")


class Fact(Placed):
    table_name: ClassVar[str] = "facts"
    primary_key: ClassVar[tuple[str, ...]] = ("fact_id",)

    fact_id: str = Field(description="The document_id, the kind and the order in the document.")
    document_id: str = Field(description="The document that it stands in.")
    ordinal: int = Field(description="Order in the document, from 1.")
    kind: FactKind = Field(
        description="org_number and diary_number; days: document_date, signed_date, sent_date (sent in or received), "
        "decision_date, meeting_date, due_date (senast); reported_period (what time a report is of)."
    )
    label: str | None = Field(
        default=None, description="The words that say what it is, as they stand; null where its form or place does."
    )
    text: str = Field(description="As it stands, right or wrong.")
    value: str | None = Field(
        default=None,
        description="Normalized: NNNNNN-NNNN, YYYY-MM-DD, YYYY-MM-DD/YYYY-MM-DD; null where it is malformed.",
    )
    first_day: date | None = Field(default=None, description="The day, or a period's first, where it says it.")
    last_day: date | None = Field(default=None, description="The day, or a period's last.")


class TableRow(Row):
    table_name: ClassVar[str] = "tables"
    primary_key: ClassVar[tuple[str, ...]] = ("table_id",)

    table_id: str = Field(description="The document_id, the kind and the order in the document.")
    document_id: str = Field(description="The document that it stands in.")
    ordinal: int = Field(description="Order in the document, from 1.")
    title: str | None = Field(default=None, description="Caption or heading.")
    n_rows: int = Field(description="Rows, header rows included.")
    n_cols: int = Field(description="Columns.")
    first_page: int = Field(ge=1, description="Page in the file where it begins, 1-based.")
    last_page: int = Field(ge=1, description="Page in the file where it ends.")
    method: GridMethod = Field(
        description="What the grid is known by: drawn cells, rules or tints between some rows, or white alone."
    )
    doubt: str | None = Field(default=None, description="Why the grid is unsure; null where it is not.")
    grid_confidence: Number | None = Field(
        default=None,
        description="How sure its rows and columns are, 0 to 1; how sure OCR is of its words stands in pages.",
    )
    known_by_sv: str | None = Field(default=None, description="What its columns and rows are known by, Swedish.")
    known_by_en: str | None = Field(default=None, description="What its columns and rows are known by, English.")


class CellRow(Placed):
    table_name: ClassVar[str] = "cells"
    primary_key: ClassVar[tuple[str, ...]] = ("table_id", "row", "col")

    table_id: str = Field(description="The table that it is a cell of.")
    row: int = Field(ge=0, description="From 0.")
    col: int = Field(ge=0, description="From 0.")
    row_span: int = Field(default=1, ge=1, description="Rows that it covers.")
    col_span: int = Field(default=1, ge=1, description="Columns that it covers.")
    role: CellRole
    text: str | None = Field(default=None, description="The cell's words; null where it is empty.")
    value: Number | None = Field(default=None, description="Its number, in its own unit; null where it is none.")
    step: Number | None = Field(default=None, description="The unit of the number's last digit, same unit as value.")
    unit: str | None = Field(default=None, description="kr, tkr, mnkr, mdkr, percent, count, year.")


class Code(Row):
    table_name: ClassVar[str] = "codebook"
    primary_key: ClassVar[tuple[str, ...]] = ("code_kind", "code")

    code_kind: CodedKind = Field(
        description="What it codes: focus_area_code, target_group_code, or responsible_code (actor)."
    )
    code: str = Field(description="The code, of this codebook's own.")
    name_sv: str = Field(description="Its name in Swedish.")
    name_en: str = Field(description="Its name in English.")


class Finding(Row):
    table_name: ClassVar[str] = "findings"
    primary_key: ClassVar[tuple[str, ...]] = ("finding_id",)

    finding_id: str = Field(description="From the rule and what it is about.")
    rule: str = Field(description="The check's id, such as footing.column.")
    family: str = Field(description="The family of checks that the rule belongs to.")
    severity: Severity
    document_id: str = Field(description="The document that it is found in.")
    other_document_id: str | None = None
    subject: str = Field(description="What it is about, in the document's words.")
    message_sv: str = Field(description="The finding in a sentence, Swedish.")
    message_en: str = Field(description="The finding in a sentence, English.")
    expected: Number | None = Field(default=None, description="What the arithmetic gives.")
    actual: Number | None = Field(default=None, description="What the document states.")
    difference: Number | None = Field(default=None, description="actual - expected.")
    tolerance: Number | None = Field(default=None, description="What rounding explains.")
    status: FindingStatus = "open"
    first_run: str = ""
    run_id: str = ""


class Evidence(Row):
    table_name: ClassVar[str] = "evidence"
    primary_key: ClassVar[tuple[str, ...]] = ("finding_id", "ordinal")

    finding_id: str = Field(description="The finding that rests on it.")
    ordinal: int = Field(description="Order within the finding, from 1.")
    role: str = Field(description="total, addend, stated, computed, ...")
    document_id: str = Field(description="The document that it stands in.")
    text: str | None = Field(default=None, description="The words as they stand; null for what was computed.")
    value: Number | None = Field(default=None, description="Its number, in its own unit.")
    page: int | None = Field(default=None, ge=1, description="Page in the file, 1-based.")
    x0: float | None = None
    top: float | None = None
    x1: float | None = None
    bottom: float | None = None


class Failure(Row):
    table_name: ClassVar[str] = "failures"
    primary_key: ClassVar[tuple[str, ...]] = ("source_name", "source_sha256", "stage")

    source_name: str = Field(description="File name, without folders.")
    source_sha256: str | None = Field(description="null where the file could not be read at all.")
    stage: Stage
    error: str = Field(description="A short code, such as not_a_pdf.")
    message: str = Field(description="What is wrong and what to do, Swedish then English.")
    run_id: str = ""


class SourceFile(Row):
    table_name: ClassVar[str] = "files"
    primary_key: ClassVar[tuple[str, ...]] = ("file_id",)

    file_id: str = Field(description="From where the file lies, not from its content.")
    folder_id: str = Field(description="From where the folder lies that the run was given, or the file's own folder.")
    path: str = Field(description="The file within that folder.")
    source_name: str = Field(description="File name, without folders.")
    source_sha256: str | None = Field(description="SHA-256 of its bytes; null where they could not be read.")
    held_sha256: str | None = Field(
        description="SHA-256 of the bytes whose rows the dataset holds for it: its last ones that could be taken in."
    )
    status: FileStatus = Field(description="What became of it when it was last read.")
    reason: FileReason = Field(description="Why the last run that was given its folder read it, or did not.")
    attempts: int = Field(
        ge=0, description="Times that the same bytes were read to no avail, by the same version and settings."
    )
    version: str = Field(description="Plankoll's version that last read it.")
    settings: str = Field(description="The settings that its rows, or its failure, depend on.")
    retired_since: datetime | None = Field(
        default=None, description="UTC: when a run first missed it in its folder; null while it is there."
    )
    source_url: str | None = Field(default=None, description="Where it was fetched from, as its inbox says.")
    fetched: date | None = Field(default=None, description="When it was fetched there, as its inbox's list says.")
    licence: str | None = Field(default=None, description="Its licence, as its inbox's list says.")
    source_note: str | None = Field(default=None, description="A note on it in its inbox's list.")
    first_run: str = Field(description="The run that first met it.")
    read_run: str = Field(description="The run that last read these bytes.")
    run_id: str = Field(description="The last run that was given its folder.")


class Run(Row):
    table_name: ClassVar[str] = "runs"
    primary_key: ClassVar[tuple[str, ...]] = ("run_id",)

    run_id: str = Field(description="When the run began, and a random part.")
    started: datetime = Field(description="UTC.")
    finished: datetime = Field(description="UTC, just before the snapshot was published.")
    version: str = Field(description="Plankoll's version.")
    files_seen: int = Field(description="Files that the run was given.")
    files_new: int = Field(description="Files that it read: new, changed, or met by a new version.")
    files_failed: int = Field(description="Files that could not be taken in.")
    rows: str = Field(description="Rows per table, as a JSON object.")
    reasons: str = Field(default="{}", description="Files per reason of the table files, as a JSON object.")
    checks: str = Field(default="", description="A mark of the checks, their registries and rulings.")


TABLES: tuple[type[Row], ...] = (
    Document,
    Page,
    Initiative,
    Goal,
    Activity,
    ActivityYear,
    Indicator,
    Amount,
    FormField,
    Passage,
    Fact,
    Risk,
    TableRow,
    CellRow,
    Code,
    Finding,
    Evidence,
    Failure,
    SourceFile,
    Run,
)
"""Every table, in the order of the contract."""


class FileRows(BaseModel):
    """All that was understood from one file, rows in the document's order."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    documents: tuple[Document, ...] = ()
    pages: tuple[Page, ...] = ()
    initiatives: tuple[Initiative, ...] = ()
    goals: tuple[Goal, ...] = ()
    activities: tuple[Activity, ...] = ()
    activity_years: tuple[ActivityYear, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    amounts: tuple[Amount, ...] = ()
    fields: tuple[FormField, ...] = ()
    passages: tuple[Passage, ...] = ()
    facts: tuple[Fact, ...] = ()
    risks: tuple[Risk, ...] = ()
    tables: tuple[TableRow, ...] = ()
    cells: tuple[CellRow, ...] = ()

    def of(self, row_type: type[Row]) -> tuple[Row, ...]:
        """The rows of one table; empty for tables that no file fills (findings, runs)."""
        rows: tuple[Row, ...] = getattr(self, row_type.table_name, ())
        return rows
