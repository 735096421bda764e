"""What understanding finds in a document, before rows and ids are made of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from models.numbers import WrittenNumber
from models.place import Place
from models.rows import AmountKind, Basis, Category, FactKind, Horizon, YearSource

Stated = Literal["goal", "activity", "indicator"]
"""What a plan states; other kinds of text tell of it."""


@dataclass(eq=False)
class InitiativeDraft:
    title: str
    places: tuple[Place, ...]
    focus_area: str | None = None
    target_group: str | None = None
    tabled: bool = False
    """A row of a table, and not a heading of the running text."""
    focus_area_code: str | None = None
    target_group_code: str | None = None
    cost: str | None = None
    """What is said of its costs, in the document's words."""


@dataclass(eq=False)
class GoalDraft:
    text: str
    places: tuple[Place, ...]
    horizon: Horizon
    initiative: InitiativeDraft | None = None
    focus_area: str | None = None
    target_group: str | None = None
    basis: Basis = "heading"
    headed: bool = False
    """A head stands over it whose words say nothing, where its basis is its words."""
    confidence: float | None = None
    """How likely its kind is by its words alone, 0 to 1, to a hundredth."""
    doubt: str | None = None
    focus_area_code: str | None = None
    target_group_code: str | None = None


@dataclass(eq=False)
class ActivityDraft:
    text: str
    places: tuple[Place, ...]
    category: Category = "unspecified"
    initiative: InitiativeDraft | None = None
    parent: "ActivityDraft | None" = None
    number: str | None = None
    responsible: str | None = None
    heading_years: tuple[int, int] | None = None
    years: set[tuple[int, YearSource]] = field(default_factory=set)
    """Each year with what gives it; several things may give the same year."""
    in_plan_year: bool = False
    """Months or the like say when it is done, and no year: of a plan of one year that is the plan's."""
    marks: dict[int, tuple[int, int]] = field(default_factory=dict)
    """Where a matrix marks a year: its table, counted among the document's from 1, and the row in it."""
    description: list[str] = field(default_factory=list)
    """The paragraphs below it that tell more of it."""
    open_side: Literal["start", "end"] | None = None
    """Which end the text leaves open: "senast 2018" has no start, "från och med 2017" no end."""
    focus_area: str | None = None
    target_group: str | None = None
    basis: Basis = "heading"
    headed: bool = False
    """A head stands over it whose words say nothing, where its basis is its words."""
    confidence: float | None = None
    """How likely its kind is by its words alone, 0 to 1, to a hundredth."""
    doubt: str | None = None
    focus_area_code: str | None = None
    target_group_code: str | None = None
    responsible_code: str | None = None
    responsible_kommunkod: str | None = None
    responsible_lanskod: str | None = None
    cost: str | None = None
    """What is said of its costs, in the document's words."""


@dataclass(eq=False)
class IndicatorDraft:
    text: str
    places: tuple[Place, ...]
    initiative: InitiativeDraft | None = None
    basis: Basis = "heading"
    confidence: float | None = None
    """How likely its kind is by its words alone, 0 to 1, to a hundredth."""
    doubt: str | None = None


@dataclass(eq=False)
class AmountDraft:
    """A sum of money. `table`, `row` and `col` say which cell it stands in; `table` counts the document's tables.

    Its kind is `other` until the words around it have been weighed.
    """

    number: WrittenNumber
    text: str
    places: tuple[Place, ...]
    kind: AmountKind = "other"
    year: int | None = None
    subject: str | None = None
    grant_code: str | None = None
    initiative: InitiativeDraft | None = None
    activity: ActivityDraft | None = None
    kommunkod: str | None = None
    table: int | None = None
    row: int | None = None
    col: int | None = None


@dataclass(eq=False)
class FieldDraft:
    label: str
    value: str | None
    places: tuple[Place, ...]
    number: str | None = None
    value_number: Decimal | None = None
    value_unit: str | None = None
    section: str | None = None
    chosen: bool = False
    """The answer is one of options that stand in columns: a step of a scale is no sum of money."""
    withheld: str | None = None
    secret: str | None = field(default=None, repr=False)
    """A withheld answer in a form that tells it from others; it is compared, and never put into a row."""


@dataclass(frozen=True)
class FactDraft:
    """What a document says of itself. `text` as it stands; `value` normalized, null where it is malformed."""

    kind: FactKind
    text: str
    places: tuple[Place, ...]
    value: str | None
    label: str | None = None
    first_day: date | None = None
    last_day: date | None = None
    is_own: bool = True
    """False where it is another's, or a sentence tells of it, which may be."""


@dataclass(frozen=True)
class RiskDraft:
    """A rated risk of a control plan, ratings as they stand; `table` counts the document's tables from 1."""

    text: str
    places: tuple[Place, ...]
    process: str | None
    probability: str | None
    consequence: str | None
    value: str | None
    value_after: str | None
    reason: str | None
    table: int
    row: int


@dataclass(frozen=True)
class TablePlace:
    """Where a plan's table stands: in which part, and right below what head."""

    part: InitiativeDraft | None = None
    """An initiative of the heading above."""
    opens: Stated | None = None
    """What the head above opens, with no item of it said yet; null where there is none."""
    horizon: Horizon = "unspecified"
    years: tuple[int, int] | None = None


@dataclass
class PlanDraft:
    """What a plan says, in the document's order."""

    initiatives: list[InitiativeDraft] = field(default_factory=list)
    goals: list[GoalDraft] = field(default_factory=list)
    activities: list[ActivityDraft] = field(default_factory=list)
    indicators: list[IndicatorDraft] = field(default_factory=list)
    amounts: list[AmountDraft] = field(default_factory=list)
    activities_during: tuple[int, int] | None = None
    """Years that a sentence gives all activities at once."""
    table_places: list[TablePlace] = field(default_factory=list)
    """For each of the document's tables, in order; empty where the class has no skeleton."""

    def list_once(self, initiative: InitiativeDraft | None) -> None:
        """Add an initiative, where one is given that is not listed yet."""
        if initiative is not None and initiative not in self.initiatives:
            self.initiatives.append(initiative)

    @property
    def all_initiatives(self) -> list[InitiativeDraft]:
        """Those listed, and behind them any that something is said of all the same: a row can name it."""
        said: Sequence[Sequence[GoalDraft | ActivityDraft | IndicatorDraft | AmountDraft]]
        said = self.goals, self.activities, self.indicators, self.amounts
        named = (each.initiative for drafts in said for each in drafts)
        return list(dict.fromkeys([*self.initiatives, *(each for each in named if each is not None)]))
