"""What a made document holds, before any look is chosen: its blocks, and what must hold between its figures."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from corpus.generator.blocks import Blocks, walk_inlines, walk_prose
from corpus.generator.figures import Figure
from models.rows import DocType, Severity

DocumentKind = Literal[
    "county_plan",
    "region_plan",
    "local_plan",
    "direction",
    "form_report",
    "survey_report",
    "written_report",
    "application",
    "memo",
    "control_plan",
    "consultation",
    "packet",
]


@dataclass(frozen=True)
class Term:
    """weight times the product of the figures named by keys."""

    keys: tuple[str, ...]
    weight: Decimal = Decimal(1)


@dataclass(frozen=True)
class Relation:
    """What must hold between a document's figures: the figure `stated` is the sum of its terms.

    rule is the catalogue's id; also names rules that may rightly say the same. A relation is exact unless `rounded`:
    then the figures' units decide how far they may part. at_most: the stated figure may be less. other is the
    document that a term's figure stands in, where it is not this one; such figures are in Content.elsewhere.
    """

    rule: str
    stated: str
    terms: tuple[Term, ...]
    where: str
    also: tuple[str, ...] = ()
    rounded: bool = False
    at_most: bool = False
    other: str | None = None

    @property
    def key(self) -> str:
        """Unique in a document: the rule, and what it is about."""
        return f"{self.rule}:{self.stated}:{self.where}"


Grade = Literal["material", "rounding", "trap-not-error"]


@dataclass(frozen=True)
class Planted:
    """A finding that no relation tells: a year, a date, a number's check digit; or a trap that must stay silent."""

    rule: str
    where: str
    expected: str | Decimal | None
    actual: str | Decimal | None
    explanation: str
    seeded: str
    grade: Grade = "material"
    severity: Severity = "error"
    subject: str | None = None
    also: tuple[str, ...] = ()
    other: str | None = None


@dataclass(frozen=True)
class Facts:
    """The document's own facts, as the table documents has them."""

    doc_type: DocType
    title: str
    period_start: int | None = None
    period_end: int | None = None
    reporting_year: int | None = None
    grant_name: str | None = None
    diary_number: str | None = None
    municipality: str | None = None


@dataclass(frozen=True)
class Paper:
    """One of the documents that a packet is bound of; `repeats` counts the papers from 1: it says that one again."""

    facts: Facts
    repeats: int | None = None


@dataclass(frozen=True)
class Content:
    """One document to be typeset. running_head stands on every page; page_number is a pattern of {page} and {pages}."""

    name: str
    kind: DocumentKind
    facts: Facts
    blocks: Blocks
    relations: tuple[Relation, ...] = ()
    elsewhere: tuple[Figure, ...] = ()
    planted: tuple[Planted, ...] = ()
    running_head: str = ""
    running_foot: str = ""
    page_number: str = "{page} ({pages})"
    errors: tuple[str, ...] = ()
    """The kinds of the errors that are seeded in it."""
    broken_by: tuple[tuple[str, str], ...] = ()
    """(key of a relation, kind of the seeded error that broke it)."""
    periods: tuple[tuple[str, str], ...] = ()
    """What a seeding needs to know beyond the blocks: name -> value ("period_end_date" -> "2023-12-31")."""

    papers: tuple[Paper, ...] = ()
    """What a packet is bound of, the agenda first; each but that begins where page numbers restart."""

    def period(self, name: str) -> str | None:
        """The value under a name in periods."""
        return dict(self.periods).get(name)


def figures_of(content: Content) -> dict[str, Figure]:
    """Key -> figure, in the document's order. Raises ValueError where a key stands twice."""
    found: dict[str, Figure] = {}
    for prose in walk_prose(content.blocks):
        for part in walk_inlines(prose):
            if isinstance(part, Figure):
                if part.key in found:
                    raise ValueError(f"{content.name}: two figures with the key {part.key!r}")
                found[part.key] = part
    return found
