"""Findings against their truth.

The labeller's rules bear other names than the catalogue's, and may take the stated figure for
what is expected where a check takes the computed one: findings are known by their figures.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from corpus.evaluation_matching import numbers_in, plain
from corpus.evaluation_scores import Share
from corpus.truth import TrueFinding
from models.rows import Finding

_WHOLE_NUMBER = re.compile(r"(?P<number>[-−–]?\d+(?:[.,]\d+)?)\s?(?:kr|kronor|%|procent)?", re.IGNORECASE)
_TELLING = Decimal(10_000)
"""From here on a figure in prose is hardly met by chance; below it are years and counts."""


@dataclass(frozen=True)
class FindingScores:
    """found: of the true findings told in figures; the others count errors raised."""

    found: Share
    forbidden_errors: int
    false_errors: int


def score_findings(truths: Sequence[TrueFinding], predicted: Sequence[Finding]) -> FindingScores:
    """One document's findings. Notes are left out; only errors count as forbidden or false."""
    raised = [finding for finding in predicted if finding.severity != "note"]
    errors = [finding for finding in raised if finding.severity == "error"]
    real = [truth for truth in truths if truth.grade in ("material", "minor", "true")]
    harmless = [truth for truth in truths if truth.grade in ("rounding", "trap-not-error")]
    asked = [truth for truth in real if _figures(truth) is not None]
    unfounded = [error for error in errors if not any(_coincide(truth, error) for truth in real)]
    forbidden = [error for error in unfounded if any(_coincide(truth, error) for truth in harmless)]
    return FindingScores(
        found=Share(sum(any(_coincide(truth, each) for each in raised) for truth in asked), len(asked)),
        forbidden_errors=len(forbidden),
        false_errors=len(unfounded) - len(forbidden),
    )


def _coincide(truth: TrueFinding, finding: Finding) -> bool:
    """The same two figures in either order; where the truth is prose, figures that it names."""
    stated = [figure for figure in (finding.expected, finding.actual) if figure is not None]
    if not stated:
        return False
    figures = _figures(truth)
    if figures is not None:
        return sorted(stated) == sorted(figures)
    named = _figures_named(truth)
    return all(figure in named for figure in stated) or any(
        figure in named for figure in stated if abs(figure) >= _TELLING
    )


def _figures(truth: TrueFinding) -> tuple[Decimal, Decimal] | None:
    """Expected and actual figure, where both are numbers and nothing else; null otherwise."""
    expected, actual = _whole_number(truth.expected), _whole_number(truth.actual)
    return None if expected is None or actual is None else (expected, actual)


def _whole_number(value: str | Decimal | None) -> Decimal | None:
    if not isinstance(value, str):
        return value
    match = _WHOLE_NUMBER.fullmatch(plain(value))
    return Decimal(re.sub("[−–]", "-", match["number"]).replace(",", ".")) if match else None


def _figures_named(truth: TrueFinding) -> set[Decimal]:
    """The numbers that stand in expected and actual; dates and the like are not numbers."""
    words = [word for value in (truth.expected, truth.actual) for word in numbers_in(str(value or ""))]
    return {Decimal(word) for word in words if re.fullmatch(r"\d+(?:\.\d+)?", word)}
