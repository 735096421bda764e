"""One matter, one finding, whichever rules tell of it: a number that several doubt, two numbers that meet again.

In a packet the same two sums stand against each other in the memo, the plan and the report; and a total that its rows
do not make disagrees with the sum of another table too. Only what stands in one file is joined: each document's own
reader is told.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from decimal import Decimal

from checks.grouping import CERTAINTY, STATED, Told, joined, quoted
from checks.violation import EvidenceItem
from checks.wording import Argument, Bilingual

_SAME_NUMBER = Bilingual(
    sv="Samma tal motsägs också av {others}.", en="The same number is contradicted by {others} as well."
)
_SAME_PAIR = Bilingual(
    sv="Samma två tal står mot varandra även i {others} (sida {pages}).",
    en="The same two numbers stand against each other in {others} as well (page {pages}).",
)
_SUMS = frozenset(["footing", "cross-footing", "recalculation"])
_BOUND = frozenset(["above", "sentence_above"])
"""The messages that say only what a number is at most: another finding that says what it should be goes before."""


def of_one_matter(told: Sequence[Told], files: Mapping[str, str]) -> list[Told]:
    """The findings of all rules, in their order, those of one matter as one. files: document_id -> its file."""
    kept = _together(told, _number_doubted, _SAME_NUMBER)
    kept = _explained(_within_sums(kept))
    return _together(kept, lambda each: _pair_of(each, files), _SAME_PAIR)


def _together(told: Sequence[Told], matter: Callable[[Told], Hashable | None], words: Bilingual) -> list[Told]:
    """As one those that are of one matter; it stands where the surest of them stood. Notes claim nothing."""
    groups: dict[Hashable, list[Told]] = defaultdict(list)
    for each in told:
        about = matter(each) if each.finding.severity != "note" else None
        if about is not None:
            groups[about].append(each)
    one_for: dict[int, Told] = {}
    told_of: set[int] = set()
    for members in groups.values():
        if len(members) > 1:
            head = max(members, key=_telling)
            rest = [each for each in members if each is not head]
            one_for[id(head)] = _as_one(head, rest, words)
            told_of.update(map(id, rest))
    return [one_for.get(id(each), each) for each in told if id(each) not in told_of]


def _telling(each: Told) -> tuple[int, bool]:
    return CERTAINTY[each.finding.severity], _BOUND.isdisjoint(each.violation.messages)


def _as_one(head: Told, rest: Sequence[Told], words: Bilingual) -> Told:
    pages = sorted({item.place.page for each in rest for item in each.violation.evidence[:1] if item.place})
    others = quoted(_named_beside(head.finding.subject, each) for each in rest)
    arguments: dict[str, Argument] = {"others": others, "pages": ", ".join(map(str, pages))}
    return joined(head, rest, words, arguments)


def _named_beside(subject: str, each: Told) -> str:
    """A finding's name beside one about `subject`: its own, or what stands against it, where it is about the same."""
    if each.finding.subject != subject:
        return each.finding.subject
    texts = (item.text for item in each.violation.evidence if item.place is not None)
    return next((text for text in texts if text and text != subject), subject)


def _accused(each: Told) -> EvidenceItem | None:
    """The number that the finding says is wrong, where it has a place."""
    items = (item for item in each.violation.evidence if item.role in STATED and item.place is not None)
    return next((item for item in items if item.value is not None and item.value == each.finding.actual), None)


def _number_doubted(each: Told) -> Hashable | None:
    item = _accused(each)
    return None if item is None else _number_of(item)


def _number_of(item: EvidenceItem) -> Hashable:
    """A number where it stands: papers set alike have the same numbers at the same places."""
    return item.document_id, item.place, item.value


def _explained(told: Sequence[Told]) -> list[Told]:
    """What disagrees with a number that another finding doubts, and agrees with what that says it should be."""
    kept: list[Told | None] = list(told)
    resting_on: dict[Hashable, set[int]] = defaultdict(set)
    """By number, where in `kept` the findings are that rest on it: each number need not be held against them all."""
    for at, each in enumerate(told):
        for item in each.violation.evidence:
            resting_on[_number_of(item)].add(at)
    for at, head in enumerate(told):
        number = _accused(head)
        if number is None or kept[at] is not head:
            continue
        beside = {other: kept[other] for other in sorted(resting_on[_number_of(number)]) if other != at}
        rest = {i: each for i, each in beside.items() if each and _is_mended(head, each, number)}
        if rest:
            kept[at] = one = _as_one(head, list(rest.values()), _SAME_NUMBER)
            for other in rest:
                kept[other] = None
            for more in one.violation.evidence:
                resting_on[_number_of(more)].add(at)
    return [each for each in kept if each is not None]


def _within_sums(told: Sequence[Told]) -> list[Told]:
    """A tie-out of two numbers that a sum is made of which does not come out either is that sum's matter."""
    resting_on: dict[Hashable, list[int]] = defaultdict(list)
    for at, each in enumerate(told):
        if each.finding.family in _SUMS and each.finding.severity != "note":
            for item in each.violation.evidence:
                resting_on[_number_of(item)].append(at)
    ties: dict[int, list[Told]] = defaultdict(list)
    for each in told:
        number = _accused(each) if each.finding.family == "tie-out" and each.finding.severity != "note" else None
        pair = {each.finding.expected, each.finding.actual}
        for at in resting_on[_number_of(number)] if number is not None else ():
            if pair <= {item.value for item in told[at].violation.evidence if item.place is not None}:
                ties[at].append(each)
                break
    joined_ones = {id(each) for several in ties.values() for each in several}
    return [
        _as_one(each, ties[at], _SAME_NUMBER) if at in ties else each
        for at, each in enumerate(told)
        if id(each) not in joined_ones
    ]


def _is_mended(head: Told, each: Told, number: EvidenceItem) -> bool:
    """True for a finding that rests on the number and would not be, were it as `head` says that it should be."""
    finding = each.finding
    if finding.severity == "note" or finding.expected is None or finding.actual is None:
        return False
    tolerance = finding.tolerance or Decimal(0)
    if number.should_be is not None:
        other = finding.expected if finding.actual == number.value else finding.actual
        return abs(other - number.should_be) <= tolerance
    # A number that another disagrees with need not be the wrong one: unless arithmetic calls for that other as well.
    mended = (i.should_be for i in each.violation.evidence if i.should_be and _number_of(i) == _number_of(number))
    expected = head.finding.expected
    return expected is not None and any(abs(value - expected) <= tolerance for value in mended)


def _pair_of(each: Told, files: Mapping[str, str]) -> Hashable | None:
    """The two sums of a tie-out, in either order, and the file of its document."""
    finding = each.finding
    if finding.family != "tie-out" or finding.expected is None or finding.actual is None:
        return None
    return files.get(finding.document_id), frozenset({finding.expected, finding.actual})
