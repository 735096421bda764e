"""The measures of an evaluation, per document and summed (micro) over all.

Every measure is of counts, so that two of them can be added; ratios are taken of the sums.
"""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from corpus.truth import Origin, TrueFinding
from models.rows import Finding


@dataclass(frozen=True)
class Tally:
    """Matches against what was predicted and what was asked for."""

    matched: int = 0
    predicted: int = 0
    asked: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.matched + other.matched, self.predicted + other.predicted, self.asked + other.asked)

    @property
    def precision(self) -> float | None:
        """Null where nothing was predicted."""
        return self.matched / self.predicted if self.predicted else None

    @property
    def recall(self) -> float | None:
        """Null where nothing was asked for."""
        return self.matched / self.asked if self.asked else None

    @property
    def f1(self) -> float | None:
        """Null where nothing was predicted and nothing asked for."""
        both = self.predicted + self.asked
        return 2 * self.matched / both if both else None


@dataclass(frozen=True)
class Share:
    """How many of those asked for are right."""

    right: int = 0
    asked: int = 0

    def __add__(self, other: "Share") -> "Share":
        return Share(self.right + other.right, self.asked + other.asked)

    @property
    def value(self) -> float | None:
        """Null where nothing was asked for."""
        return self.right / self.asked if self.asked else None


@dataclass(frozen=True)
class Facts:
    """The document's own facts; asked for where the truth has one."""

    doc_type: Share = Share()
    title: Share = Share()
    period_start: Share = Share()
    period_end: Share = Share()
    reporting_year: Share = Share()
    grant_name: Share = Share()
    diary_number: Share = Share()

    def __add__(self, other: "Facts") -> "Facts":
        return Facts(**_sums(self, other))

    @property
    def all(self) -> Share:
        """Every fact together."""
        shares: list[Share] = [getattr(self, name.name) for name in dataclasses.fields(self)]
        return sum(shares, start=Share())


@dataclass(frozen=True)
class RuleScores:
    """The errors and warnings that a check raised, and the true findings that are its to raise."""

    raised: int = 0
    right: int = 0
    """Those raised that answer to a true finding, its own or another check's."""
    false_errors: int = 0
    """Errors raised that answer to none; what was raised on traps and rounding is among them."""
    overstated: int = 0
    """Those right that are more certain than the truth allows: an error where it says warning."""
    found: int = 0
    """Of those asked, those that some finding answers to, of this check or of another that may say it."""
    asked: int = 0
    """True findings whose rule this is; those of one cause in one document are one."""

    def __add__(self, other: "RuleScores") -> "RuleScores":
        return RuleScores(**_sums(self, other))

    @property
    def precision(self) -> float | None:
        """Null where nothing was raised."""
        return self.right / self.raised if self.raised else None

    @property
    def recall(self) -> float | None:
        """Null where nothing was asked for."""
        return self.found / self.asked if self.asked else None


@dataclass(frozen=True)
class TrapScores:
    """Traps, and what rounding explains: how many there are, and how many an error was raised on."""

    set: int = 0
    raised: int = 0

    def __add__(self, other: "TrapScores") -> "TrapScores":
        return TrapScores(**_sums(self, other))


@dataclass(frozen=True)
class CleanScores:
    """Clean documents, those in which nothing is wrong, and the errors raised in them."""

    documents: int = 0
    false_errors: int = 0
    """All of them: those on traps too."""

    def __add__(self, other: "CleanScores") -> "CleanScores":
        return CleanScores(**_sums(self, other))

    @property
    def false_errors_per_hundred(self) -> float | None:
        """Null where no document is clean."""
        return 100 * self.false_errors / self.documents if self.documents else None


_Measure = TypeVar("_Measure", Share, RuleScores, TrapScores)


@dataclass(frozen=True)
class ByName(Generic[_Measure]):
    """A measure per rule or kind, by name; a name that is not there was neither asked for nor raised."""

    of: Mapping[str, _Measure] = field(default_factory=dict)

    def __add__(self, other: "ByName[_Measure]") -> "ByName[_Measure]":
        names = sorted(self.of.keys() | other.of.keys())
        return ByName(
            {
                name: self.of[name] + other.of[name]
                if name in self.of and name in other.of
                else (self.of if name in self.of else other.of)[name]
                for name in names
            }
        )

    def all(self, start: _Measure) -> _Measure:
        """Every one added to start."""
        return sum(self.of.values(), start=start)


@dataclass(frozen=True)
class DocumentScores:
    """Every measure of one document, or of all of them."""

    goals: Tally = Tally()
    goals_strict: Tally = Tally()
    activities: Tally = Tally()
    activities_strict: Tally = Tally()
    indicators: Tally = Tally()
    indicators_strict: Tally = Tally()
    horizon: Share = Share()
    """Of the goals matched softly, those with the true horizon."""
    years: Share = Share()
    """Of the activities matched softly whose truth has years, those with just these years."""
    amounts: Tally = Tally()
    """To the krona."""
    amount_kinds: Share = Share()
    """Of the amounts matched, those of a true kind."""
    amount_years: Share = Share()
    """Of the amounts matched whose truth has a year, those with that year."""
    fields: Tally = Tally()
    cells: Tally = Tally()
    """Neighbour relations of the tables' cells."""
    cells_of_matched_tables: Tally = Tally()
    """The same, without the predicted tables that answer to no true one."""
    sureness: ByName[Share] = ByName()
    """By how sure a table's grid is said to be: of those that found a true one, those with no false relation."""
    facts: Facts = Facts()
    parts: Tally = Tally()
    """Documents of the file with their first and last page."""
    part_types: Share = Share()
    """Of the parts of packets, those found with their class."""
    part_repeats: Share = Share()
    """Of the parts of packets, those found and known to repeat another part or none."""
    findings: Share = Share()
    """Of the true findings those found; those of one cause are one. A labeller's own are asked for in figures only."""
    forbidden_errors: int = 0
    """Errors raised on what rounding explains or on a trap."""
    false_errors: int = 0
    """Errors that answer to nothing in the truth."""
    seeded: ByName[Share] = ByName()
    """By kind of error put in on purpose: of those, found."""
    traps: ByName[TrapScores] = ByName()
    """By kind of trap."""
    rules: ByName[RuleScores] = ByName()
    """By check."""
    clean: CleanScores = CleanScores()

    def __add__(self, other: "DocumentScores") -> "DocumentScores":
        return DocumentScores(**_sums(self, other))


@dataclass(frozen=True)
class Unanswered:
    """What a document's truth and its findings do not have in common, to be looked at one by one."""

    truths: tuple[TrueFinding, ...] = ()
    """True findings that were asked for and not found, nor any other of their cause."""
    findings: tuple[Finding, ...] = ()
    """Errors and warnings that answer to no true finding."""


@dataclass(frozen=True)
class Scores:
    """Scores by document name, and micro over all."""

    documents: Mapping[str, DocumentScores]
    origins: Mapping[str, Origin] = field(default_factory=dict)
    """How the documents came about; those that nobody made for the purpose have none."""
    unanswered: Mapping[str, Unanswered] = field(default_factory=dict)
    total: DocumentScores = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "total", sum(self.documents.values(), start=DocumentScores()))


def _sums(one: Any, other: Any) -> dict[str, Any]:
    """Field by field, one + other; both are of the same dataclass."""
    return {part.name: getattr(one, part.name) + getattr(other, part.name) for part in dataclasses.fields(one)}
