"""When a finding says what a true finding says.

Two things must agree. First the rule: where the truth names a check, the finding must come from it or
from one that the truth also admits; where the labeller gave a name of their own, any check may say it.
Then what is said:

- Two figures against two figures: they are the same two, in either order. A labeller may take the stated
  figure for what is expected where a check takes the computed one.
- Two figures against one: it is one of them.
- Prose, or one figure, against figures: the truth names all of these, or one that is telling; or they hold
  all that the truth names; or the finding mentions the truth's subject.
- No figure on one of the sides: the finding mentions the truth's subject. Where the truth has no subject, the
  rule is enough.

A check gives figures in the unit that they are written in, and the truth in kronor: they are the same in
thousands, millions or milliards too. Figures are never nearly the same.

Of a labeller's own rule the name tells nothing: there only figures can answer, two by two, and in kronor.
"""

import re
import unicodedata
from collections.abc import Collection
from decimal import Decimal

from corpus.evaluation_matching import numbers_in, plain
from corpus.truth import TrueFinding
from models.rows import Finding

MENTIONED = 0.8
"""Share of a subject's words that a finding must hold to mention it; of its numbers all."""

_WHOLE_NUMBER = re.compile(r"(?P<number>[-−–]?\d+(?:[.,]\d+)?)\s?(?:kr|kronor|%|procent)?", re.IGNORECASE)
_TELLING = Decimal(10_000)
"""From here on a figure in prose is hardly met by chance; below it are years and counts."""
_UNITS = (Decimal(1), Decimal(1_000), Decimal(1_000_000), Decimal(1_000_000_000))
"""Kronor, and the units that sums are written in, in kronor."""
_WORD = re.compile(r"\w+")
_BODIES = frozenset({"kommun", "stad", "region", "län"})
"""What a municipality or region is called beside its name; a finding may leave it out."""


def answers(truth: TrueFinding, finding: Finding) -> bool:
    """True where the finding says what the truth says, by the module's rules."""
    stated = [figure for figure in (finding.expected, finding.actual) if figure is not None]
    if not truth.has_catalogue_rule:
        return bool(stated) and _agrees(truth, stated)
    if finding.rule not in (truth.rule, *truth.also):
        return False
    if stated and figures_named(truth):
        units = (_in_unit(stated, unit) for unit in _UNITS)
        agrees = any(_agrees(truth, each) or _holds(truth, each) for each in units)
        is_prose = figures_of(truth) is None
        return agrees or (is_prose and truth.subject is not None and _mentions(finding, truth.subject))
    return truth.subject is None or _mentions(finding, truth.subject)


def can_be_answered(truth: TrueFinding) -> bool:
    """False for a labeller's prose, which no finding can be held against."""
    return truth.has_catalogue_rule or figures_of(truth) is not None


def figures_of(truth: TrueFinding) -> tuple[Decimal, Decimal] | None:
    """Expected and actual figure, where both are numbers and nothing else; null otherwise."""
    expected, actual = _whole_number(truth.expected), _whole_number(truth.actual)
    return None if expected is None or actual is None else (expected, actual)


def figures_named(truth: TrueFinding) -> Collection[Decimal]:
    """The numbers that stand in expected and actual; dates and the like are not numbers."""
    figures = figures_of(truth)
    if figures is not None:
        return figures
    stated = (truth.expected, truth.actual)
    words = [word for value in stated if isinstance(value, str) for word in numbers_in(value)]
    numbers = {Decimal(word) for word in words if re.fullmatch(r"\d+(?:\.\d+)?", word)}
    return numbers | {value for value in stated if isinstance(value, Decimal)}


def _agrees(truth: TrueFinding, stated: Collection[Decimal]) -> bool:
    """The same two figures in either order; where the truth is prose, figures that it names."""
    figures = figures_of(truth)
    if figures is not None:
        return sorted(stated) == sorted(figures)
    named = figures_named(truth)
    return all(figure in named for figure in stated) or any(
        figure in named for figure in stated if abs(figure) >= _TELLING
    )


def _holds(truth: TrueFinding, stated: Collection[Decimal]) -> bool:
    """One side states less than the other, and that agrees: enough where the rule agrees as well."""
    named = figures_named(truth)
    if figures_of(truth) is not None:
        return len(stated) == 1 and all(figure in named for figure in stated)
    return all(figure in stated for figure in named)


def _in_unit(figures: Collection[Decimal], unit: Decimal) -> list[Decimal]:
    return [figure * unit for figure in figures]


def _mentions(finding: Finding, subject: str) -> bool:
    """The finding's own words hold the subject's: every number, and MENTIONED of the words.

    Case, order and the genitive's s do not matter; `Rättvik` mentions `Rättviks kommun`.
    """
    sought = _words(subject)
    sought = (sought - _BODIES) or sought
    said = _words(f"{finding.subject} {finding.message_sv} {finding.message_en}")
    numbers = {word for word in sought if word.isdigit()}
    return numbers <= said and len(sought & said) >= MENTIONED * len(sought)


def _words(text: str) -> set[str]:
    found = _WORD.findall(unicodedata.normalize("NFC", text).casefold())
    return {word if word.isdigit() else word.removesuffix("s") for word in found}


def _whole_number(value: str | Decimal | None) -> Decimal | None:
    if not isinstance(value, str):
        return value
    match = _WHOLE_NUMBER.fullmatch(plain(value))
    return Decimal(re.sub("[−–]", "-", match["number"]).replace(",", ".")) if match else None
