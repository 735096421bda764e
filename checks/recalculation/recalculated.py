"""What the rules of recalculation share: a stated figure against what others make, in words and as a finding."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from checks.arithmetic import Arithmetic
from checks.footing.sums import FOOTING_MESSAGES, about_rounding, oddly_written
from checks.quoting import shortened
from checks.recalculation.figures import Figure
from checks.violation import EvidenceItem, Violation
from checks.wording import MINUS, NO_BREAK_SPACE, Argument, Bilingual, format_number
from models.numbers import Unit
from models.rows import Severity

RECALCULATION_MESSAGES: Mapping[str, Bilingual] = {
    **{name: words for name, words in FOOTING_MESSAGES.items() if name not in ("odd", "not_checkable")},
    "differs": Bilingual(
        sv="Sida {page}: {formula} blir {expected}{unit}, "
        "men ”{label}” anges till {actual}{unit} (skillnad {difference}{unit}).",
        en="Page {page}: {formula} makes {expected}{unit}, "
        "but “{label}” is stated as {actual}{unit} (difference {difference}{unit}).",
    ),
    "sentence_differs": Bilingual(
        sv="Sida {page}: {formula} blir {expected}{unit}, "
        "men ”{label}” säger {actual}{unit} (skillnad {difference}{unit}).",
        en="Page {page}: {formula} makes {expected}{unit}, "
        "but “{label}” says {actual}{unit} (difference {difference}{unit}).",
    ),
    "ambiguous": Bilingual(
        sv="Dokumentet säger inte entydigt vilka tal som hör ihop.",
        en="The document leaves open which numbers belong together.",
    ),
}

_IN_SENTENCES = {"differs": "sentence_differs", "above": "sentence_above"}
"""What is said of a number that is called by its sentence."""
_QUOTED = re.compile(r"”([^”]*)”")
_UNITS: Mapping[Unit | None, str] = {"kr": "kr", "tkr": "tkr", "mnkr": "mnkr", "mdkr": "mdkr", "percent": "%"}
"""How a unit is written behind a number; counts have none."""
MOST_OF_A_LABEL = 80
"""So many characters of a label stand in a message; the whole of it stands in the evidence."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A stated figure and what it should be made of; formula says how, in the document's words and numbers."""

    stated: Figure
    terms: Sequence[Figure]
    formula: str
    arithmetic: Arithmetic
    weights: Sequence[int] | None = None
    """1 for a term that is added, -1 for one that is taken away; None where the terms are not added up."""
    title: str = ""
    """The table or the section that it stands in."""
    column: str = ""
    """The heading of its column, where the label alone is its row's."""
    doubt: Bilingual | None = None
    """Why the reading is unsure; None where it is not."""
    only_warn: str | None = None
    """The name of the message that says why it is no error; None where it may be one."""


def recalculated(rule: str, claim: Claim, message: str = "differs") -> Iterator[Violation]:
    """The finding of a claim that does not hold; none where a number of it is misprinted, which form.amount says."""
    stated, arithmetic = claim.stated, claim.arithmetic
    if arithmetic.expected is None or arithmetic.actual is None:
        raise ValueError(f"{rule}: {stated.label} was not weighed")
    if any(oddly_written(figure.text) for figure in (stated, *claim.terms)):
        return
    is_sure = arithmetic.grade == "error" and claim.doubt is None and claim.only_warn is None
    severity: Severity = "note" if arithmetic.grade == "note" else "error" if is_sure else "warning"
    told = _IN_SENTENCES.get(message, message) if stated.is_in_sentence else message
    messages = [told, about_rounding(arithmetic)]
    arguments: dict[str, Argument] = {
        "page": str(stated.place.page),
        "formula": Bilingual(claim.formula, _QUOTED.sub(r"“\1”", claim.formula)),
        "label": ", ".join(words for words in (shortened(stated.label, MOST_OF_A_LABEL), claim.column) if words),
        "unit": f"{NO_BREAK_SPACE}{_UNITS[stated.unit]}" if stated.unit in _UNITS else "",
        "expected": arithmetic.expected,
        "actual": arithmetic.actual,
        "difference": abs(arithmetic.actual - arithmetic.expected),
        "tolerance": arithmetic.tolerance,
    }
    if claim.only_warn is not None:
        messages.append(claim.only_warn)
    if claim.doubt is not None:
        messages.append("doubt")
        arguments["doubt"] = claim.doubt
    yield Violation(
        rule=rule,
        severity=severity,
        document_id=stated.document_id,
        subject=": ".join(words for words in (claim.title, shortened(stated.label, MOST_OF_A_LABEL)) if words)
        or stated.text,
        key=(claim.title, stated.label),
        messages=tuple(messages),
        arguments=arguments,
        arithmetic=arithmetic,
        evidence=_evidence(claim, arithmetic.expected),
    )


def _evidence(claim: Claim, expected: Decimal) -> tuple[EvidenceItem, ...]:
    """What is stated, what it is made of, and what that comes to."""
    missing = claim.stated.quantity.value - expected
    weights: Sequence[int | None] = claim.weights or [None] * len(claim.terms)
    terms = [
        term.evidence("addend", None if weight is None else term.quantity.value + weight * missing)
        for term, weight in zip(claim.terms, weights, strict=True)
    ]
    computed = EvidenceItem("computed", claim.stated.document_id, value=expected)
    return (claim.stated.evidence("stated", expected), *terms, computed)


def difference_of(first: Figure, *taken: Figure) -> str:
    """`Beviljat 500 000 − Använt 450 000`."""
    return f" {MINUS} ".join(named(figure) for figure in (first, *taken))


def sum_of(terms: Sequence[Figure]) -> str:
    """`Lön 40 000 + Resor 10 000`; of many terms only the first and the last are named."""
    if len(terms) > 4:
        return f"{named(terms[0])} + … + {named(terms[-1])}"
    return " + ".join(named(figure) for figure in terms)


def named(figure: Figure) -> str:
    """`Använt 450 000`; of a sum that a sentence tells `450 000 (”Vi använde 450 000 kr till kurser.”)`."""
    label, number = shortened(figure.label, MOST_OF_A_LABEL), format_number(figure.quantity.value)
    return f"{number} (”{label}”)" if figure.is_in_sentence else f"{label} {number}".strip()
