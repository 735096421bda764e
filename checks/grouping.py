"""One cause, one finding: sums that one wrong number breaks are told together, and so is what is stated twice.

Where two sums of a document do not add up, and the same number, changed in the same way, would mend both, that number
is the cause: a row and a column that disagree on one cell, a difference that has lost its sign and the total below it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from checks.violation import EvidenceItem, Violation
from checks.wording import Argument, Bilingual, render
from models.place import Place
from models.rows import Finding, Severity

CERTAINTY: dict[Severity, int] = {"note": 0, "warning": 1, "error": 2}
STATED = ("total", "stated")
_CAUSE = Bilingual(
    sv="{others} skulle också gå ihop om ”{cause}” vore {value}: felet står troligen där.",
    en="{others} would come out as well if “{cause}” were {value}: the fault is likely there.",
)


@dataclass(frozen=True, slots=True)
class Told:
    """What a check found, and its words. check is its id, under which a broken one is told too."""

    check: str
    violation: Violation
    finding: Finding


@dataclass(frozen=True, slots=True)
class _Mending:
    """What a number would have to be for a finding not to be."""

    value: Decimal
    told: Told
    item: EvidenceItem

    @property
    def tolerance(self) -> Decimal:
        arithmetic = self.told.violation.arithmetic
        return arithmetic.tolerance if arithmetic is not None else Decimal(0)


def grouped(told: Sequence[Told]) -> list[Told]:
    """The findings of one document, in their order, those of one cause as one: the first that states the cause.

    The others' evidence goes with it. Notes stand as they are: they claim nothing.
    """
    kept = _each_once(told)
    for members, cause in _causes(kept):
        together = [each for each in members if any(each is other for other in kept)]
        if len(together) > 1:
            head = next((each for each in together if _states(each.violation, cause)), together[0])
            rest = [each for each in together if each is not head]
            kept = as_one(kept, head, rest, _joined(head, rest, cause))
    return kept


def _each_once(told: Sequence[Told]) -> list[Told]:
    """What one rule finds of the same two figures at the same place is found once.

    A form may be read as a table and as questions with answers.
    """
    kept: list[Told] = []
    for each in told:
        if not any(_is_same(each, other) for other in kept):
            kept.append(each)
    return kept


def _is_same(one: Told, other: Told) -> bool:
    first, second = one.finding, other.finding
    figures = (first.rule, first.expected, first.actual) == (second.rule, second.expected, second.actual)
    if not figures or first.expected is None or first.actual is None:
        return False
    here, there = _stated_place(one.violation), _stated_place(other.violation)
    return here is not None and there is not None and here.page == there.page and _meet(here, there)


def _stated_place(violation: Violation) -> Place | None:
    return next((item.place for item in violation.evidence if item.role in STATED), None)


def _meet(one: Place, other: Place) -> bool:
    return min(one.x1, other.x1) > max(one.x0, other.x0) and min(one.bottom, other.bottom) > max(one.top, other.top)


def _causes(told: Sequence[Told]) -> list[tuple[list[Told], EvidenceItem]]:
    """The findings that the same number would mend, and that number; those that explain most go first.

    An answer's place is its whole line to one rule, and its number's to another: they meet.
    """
    mending: dict[tuple[int, Decimal | None], list[list[_Mending]]] = defaultdict(list)
    for each in told:
        if each.finding.severity == "note":
            continue
        for item in each.violation.evidence:
            if item.place is not None and item.should_be is not None:
                of_number = mending[item.place.page, item.value]
                met = next((entries for entries in of_number if _is_one_place(entries[0].item, item)), None)
                if met is None:
                    of_number.append(met := [])
                met.append(_Mending(item.should_be, each, item))
    places = (entries for of_number in mending.values() for entries in of_number)
    shared = [entries for of_place in places for entries in _alike(of_place) if len(entries) > 1]
    shared.sort(key=len, reverse=True)
    return [([each.told for each in entries], entries[0].item) for entries in shared]


def _alike(entries: Sequence[_Mending]) -> Iterator[list[_Mending]]:
    """Those together that would have one number be the same, but for rounding."""
    together: list[_Mending] = []
    for entry in sorted(entries, key=lambda entry: entry.value):
        if together and entry.value - together[-1].value > together[-1].tolerance + entry.tolerance:
            yield together
            together = []
        together.append(entry)
    yield together


def _is_one_place(one: EvidenceItem, other: EvidenceItem) -> bool:
    first, second = one.place, other.place
    return first is not None and second is not None and (first == second or _meet(first, second))


def _states(violation: Violation, cause: EvidenceItem) -> bool:
    """True where the cause is what the finding says is wrong, not one of its parts."""
    return any(item.role in STATED and _is_one_place(item, cause) for item in violation.evidence)


def _joined(head: Told, rest: Sequence[Told], cause: EvidenceItem) -> Told:
    """One finding, with the cause named."""
    arguments: dict[str, Argument] = {
        "others": subjects_of(rest),
        "cause": cause.text or "",
        "value": cause.should_be if cause.should_be is not None else "",
    }
    return joined(head, rest, _CAUSE, arguments)


def as_one(told: Sequence[Told], head: Told, rest: Sequence[Told], one: Told) -> list[Told]:
    """The findings with `one` in the place of `head`, and without the rest that it tells of."""
    return [one if each is head else each for each in told if not any(each is other for other in rest)]


def subjects_of(told: Sequence[Told]) -> Bilingual:
    """What the findings are about, by name."""
    return quoted(each.finding.subject for each in told)


def quoted(names: Iterable[str]) -> Bilingual:
    """`”Skola: Totalt”, ”Vård: Totalt”`, each once."""
    once = dict.fromkeys(names)
    return Bilingual(", ".join(f"”{each}”" for each in once), ", ".join(f"“{each}”" for each in once))


def joined(head: Told, rest: Sequence[Told], words: Bilingual, arguments: Mapping[str, Argument]) -> Told:
    """One finding, as sure as the surest, with the evidence of all; words say what the others come to."""
    severity = max((head, *rest), key=lambda each: CERTAINTY[each.finding.severity]).finding.severity
    places = {(item.document_id, item.place) for item in head.violation.evidence}
    items = (item for each in rest for item in each.violation.evidence if item.place is not None)
    more = [item for item in items if (item.document_id, item.place) not in places]
    finding = head.finding.model_copy(
        update={
            "severity": severity,
            "message_sv": f"{head.finding.message_sv} {render(words, arguments, 'sv')}",
            "message_en": f"{head.finding.message_en} {render(words, arguments, 'en')}",
        }
    )
    evidence = (*head.violation.evidence, *dict.fromkeys(more))
    return Told(head.check, replace(head.violation, severity=severity, evidence=evidence), finding)
