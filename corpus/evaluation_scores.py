"""The measures of an evaluation, per document and summed (micro) over all."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

_DECIMALS = 4


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
    facts: Facts = Facts()
    findings: Share = Share()
    """Of the true findings whose expected and actual are numbers, those found."""
    forbidden_errors: int = 0
    """Errors raised on what rounding explains or on a trap."""
    false_errors: int = 0
    """Errors that answer to nothing in the truth."""

    def __add__(self, other: "DocumentScores") -> "DocumentScores":
        return DocumentScores(**_sums(self, other))


@dataclass(frozen=True)
class Scores:
    """Scores by document name, and micro over all."""

    documents: Mapping[str, DocumentScores]
    total: DocumentScores = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "total", sum(self.documents.values(), start=DocumentScores()))


def scores_to_dict(scores: Scores) -> dict[str, Any]:
    """Plain values for JSON: {"documents": {name: measures}, "total": measures}."""
    return {
        "documents": {name: _plain_values(measures) for name, measures in scores.documents.items()},
        "total": _plain_values(scores.total),
    }


def _sums(one: Any, other: Any) -> dict[str, Any]:
    """Field by field, one + other; both are of the same dataclass."""
    return {part.name: getattr(one, part.name) + getattr(other, part.name) for part in dataclasses.fields(one)}


def _plain_values(measures: DocumentScores | Facts) -> dict[str, Any]:
    return {part.name: _plain_value(getattr(measures, part.name)) for part in dataclasses.fields(measures)}


def _plain_value(measure: Tally | Share | Facts | int) -> dict[str, Any] | int:
    match measure:
        case Tally():
            ratios = {"precision": measure.precision, "recall": measure.recall, "f1": measure.f1}
            return dataclasses.asdict(measure) | {name: _rounded(ratio) for name, ratio in ratios.items()}
        case Share():
            return dataclasses.asdict(measure) | {"share": _rounded(measure.value)}
        case Facts():
            return _plain_values(measure)
        case int():
            return measure


def _rounded(ratio: float | None) -> float | None:
    return None if ratio is None else round(ratio, _DECIMALS)
