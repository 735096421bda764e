"""Which lines a stated total can be the sum of, and which of these ways explains it best.

A table seldom says what its total adds up: the lines since the last subtotal, since the last
heading, the subtotals, or every line. A total that any of these explains is right; only one that
none explains is wrong.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations, islice

from checks.arithmetic import MILDNESS, Arithmetic, add_up, quantities
from checks.tables.labels import money_role
from checks.tables.lines import Line
from models.numbers import WrittenNumber

MOST_OF_AN_ACCOUNT = 8
"""An account has few lines; of more, some would make any total."""


@dataclass(frozen=True, slots=True)
class Term:
    """A line and its number in the column; None where something stands there that is no number."""

    line: Line
    number: WrittenNumber | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """A way to make the total: the terms, and what they come to.

    start is the place among the open terms from which on they went into the total.
    """

    start: int
    terms: tuple[Term, ...]
    arithmetic: Arithmetic
    holds: bool
    """It comes out, or it misses by no more than a slip that was found above."""
    is_by_trial: bool = False
    """The lines were chosen because they come out: in another column they prove nothing."""


@dataclass(frozen=True, slots=True)
class Above:
    """What stands above a total."""

    opened: Sequence[Term]
    """The terms that no total has taken up yet, earlier totals among them."""
    leaves: Sequence[Term]
    """Every term that is no total."""
    starts: Sequence[int]
    """The places in opened from which on a total may add up, the likeliest first."""
    loose: Sequence[int] = ()
    """Further such places, that nothing but the sum can show: a heading may be lacking above the group."""
    slips: Collection[Decimal] = ()
    """By how much totals above were found to miss."""
    group: int | None = None
    """Where the group begins that the total names; None where it names none."""
    lone: Collection[int] = frozenset()
    """The rows that may be the total of the one line above them."""


def explain(stated: WrittenNumber, above: Above, *, shares: bool) -> Explanation | None:
    """The best explanation of a stated total; None where nothing stands above it.

    The first that comes out exactly wins; then one that misses by as much as a total above did
    (one wrong amount spoils its subtotal and the grand total, and is said once); then one that
    rounding allows; then the likeliest where it is clear what the total is of: the group that it names, or the
    totals above it where nothing stands between; then the nearest.
    """
    found: list[Explanation] = []
    tried: set[tuple[int, ...]] = set()
    for start, terms in _ways(above):
        lines = (start, *(term.line.row for term in terms))
        if lines in tried:
            continue
        tried.add(lines)
        arithmetic = weigh(stated, terms, shares=shares)
        if arithmetic.grade == "equal":
            return Explanation(start, terms, arithmetic, holds=True)
        found.append(Explanation(start, terms, arithmetic, holds=False))
    for explanation in found:
        for terms in (*_without_details(explanation.terms), *_without_lone(explanation.terms, above.lone)):
            arithmetic = weigh(stated, terms, shares=shares)
            if arithmetic.grade == "equal":
                return Explanation(explanation.start, terms, arithmetic, holds=True, is_by_trial=True)
    loose = _of_a_group_without_heading(stated, above, shares=shares)
    if loose is not None:
        return loose
    for terms in _parts_of_an_account(above.leaves):
        arithmetic = weigh(stated, terms, shares=shares)
        if arithmetic.grade == "equal":
            return Explanation(since_last_total(above.opened), terms, arithmetic, holds=True)
    for explanation in (*found, *_loosely(stated, above, shares=shares)):
        if is_a_slip(explanation.arithmetic, above.slips):
            return replace(explanation, holds=True)
    return _likeliest(found, above)


def _loosely(stated: WrittenNumber, above: Above, *, shares: bool) -> Iterator[Explanation]:
    for start in above.loose:
        terms = tuple(above.opened[start:])
        yield Explanation(start, terms, weigh(stated, terms, shares=shares), holds=False)


def is_a_slip(arithmetic: Arithmetic, slips: Collection[Decimal]) -> bool:
    """True where it misses by as much as a total above did, but for rounding: one wrong number is the cause of both.

    The other way about where that total itself was wrong, and this one rests on it.
    """
    missed, tolerance = arithmetic.difference, arithmetic.tolerance
    if missed is None or missed in slips:
        return missed is not None
    if arithmetic.grade != "note" and -missed in slips:
        return True
    return any(abs(slip) > tolerance >= abs(abs(missed) - abs(slip)) for slip in slips)


def _likeliest(found: Sequence[Explanation], above: Above) -> Explanation | None:
    """Of explanations of which none comes out: one that rounding allows, that of the group, or the nearest.

    Of what nothing explains, frames, balances and asides are no part, unless nothing else is above; and a total above
    stands for its lines, also where it was found wrong.
    """
    if not found or found[0].arithmetic.grade == "not_checkable":
        return found[0] if found else None
    mildest = min(found, key=_distance)
    if mildest.arithmetic.grade != "error":
        return mildest
    first: dict[int, Explanation] = {}
    for each in found:
        if each.start not in first or len(first[each.start].terms) == 1:
            first[each.start] = each
    of_group = first.get(above.group) if above.group is not None else None
    if of_group is not None:
        return of_group
    several = [explanation for explanation in first.values() if len(explanation.terms) > 1] or list(first.values())
    if since_last_total(above.opened) == len(above.opened) > 1:
        return several[0]
    return min(several, key=_distance)


def _of_a_group_without_heading(stated: WrittenNumber, above: Above, *, shares: bool) -> Explanation | None:
    """The nearest lines that make the total, or make it but for their rounding; None where none do."""
    for start in above.loose:
        ways = list(_with_and_without(above.opened[start:]))
        for terms in (*ways, *(fewer for way in ways for fewer in _without_lone(way, above.lone))):
            arithmetic = weigh(stated, terms, shares=shares)
            if arithmetic.grade in ("equal", "note"):
                return Explanation(start, terms, arithmetic, holds=arithmetic.grade == "equal")
    return None


def since_last_total(opened: Sequence[Term]) -> int:
    """The place among the open terms that follows the last total."""
    totals = ("sum", "named_total")
    return max((place + 1 for place, term in enumerate(opened) if term.line.kind in totals), default=0)


def weigh(
    stated: WrittenNumber, terms: Sequence[Term], *, shares: bool, less: Collection[int] = frozenset()
) -> Arithmetic:
    """The stated total against the terms; those that cannot be read matter only if they are missed.

    less: the rows of the terms that are taken off.
    """
    read = [term for term in terms if term.number is not None]
    total, *addends = quantities([stated, *(term.number for term in read if term.number is not None)], shares=shares)
    off = [term.line.row in less and term.number is not None and term.number.value > 0 for term in read]
    weights = [Decimal(-1 if each else 1) for each in off] if any(off) else None
    arithmetic = add_up(total, addends, weights)
    if len(read) < len(terms) and arithmetic.grade != "equal":
        return add_up(total, [*addends, None])
    return arithmetic


def _distance(explanation: Explanation) -> tuple[int, Decimal]:
    arithmetic = explanation.arithmetic
    return MILDNESS[arithmetic.grade], abs(arithmetic.difference or Decimal(0))


def _ways(above: Above) -> Iterator[tuple[int, tuple[Term, ...]]]:
    """Every way that the table's structure offers, the likeliest first."""
    for start in above.starts:
        for terms in _with_and_without(above.opened[start:]):
            yield start, terms
    for terms in _with_and_without(above.leaves):
        yield 0, terms


def _with_and_without(terms: Sequence[Term]) -> Iterator[tuple[Term, ...]]:
    """The terms without, then with, the lines that a total may or may not hold: asides, frames and balances."""
    for asides in (("aside",), ()):
        for others in (("frame", "balance"), ("frame",), ("balance",), ()):
            kept = tuple(term for term in terms if term.line.kind not in (*asides, *others))
            if kept:
                yield kept


def _without_details(terms: tuple[Term, ...]) -> Iterator[tuple[Term, ...]]:
    """The terms without unmarked details: lines that make the line before (or after) them.

    A line that is the sum of two or more lines next to it is their heading or their subtotal, even
    if it is not called so, and a total counts it once.
    """
    for ordered in (terms, terms[::-1]):
        kept = _heads(ordered)
        if len(kept) < len(terms):
            yield kept


def _without_lone(terms: tuple[Term, ...], lone: Collection[int]) -> Iterator[tuple[Term, ...]]:
    """The terms without the totals of one line each, where there are any."""
    kept = tuple(term for term in terms if term.line.row not in lone)
    if 1 < len(kept) < len(terms):
        yield kept


def _parts_of_an_account(terms: Sequence[Term]) -> Iterator[tuple[Term, ...]]:
    """Any lines of a grant's account: a form tells received, used, left and own money below each other.

    "Total kostnad" is then the sum of some of them. A list of costs is no account: there a line that the total
    leaves out is a fault.
    """
    is_account = sum(money_role(term.line.label) is not None for term in terms) > 1
    if is_account and len(terms) <= MOST_OF_AN_ACCOUNT:
        for count in range(2, len(terms)):
            yield from combinations(terms, count)


def _heads(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    kept: list[Term] = []
    position = 0
    while position < len(terms):
        kept.append(terms[position])
        position += 1 + _details_after(terms, position)
    return tuple(kept)


def _details_after(terms: tuple[Term, ...], position: int) -> int:
    """How many of the terms after this one make it; 0 where they do not.

    Two at least, noughts not counted: a line that comes again with noughts below it is no heading. Gives up once they
    exceed it: the search stays short in a long table.
    """
    head = terms[position].number
    if head is None or head.value == 0:
        return 0
    sum_so_far = Decimal(0)
    parts = 0
    for count, term in enumerate(islice(terms, position + 1, None), start=1):
        if term.number is None:
            return 0
        sum_so_far += term.number.value
        parts += term.number.value != 0
        if parts > 1 and sum_so_far == head.value:
            return count
        if abs(sum_so_far) > abs(head.value):
            return 0
    return 0
