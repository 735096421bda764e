"""What is left, in a table: a line below what was granted and used, or a column beside them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise, permutations

from checks.arithmetic import Arithmetic, Quantity, add_up
from checks.recalculation.figures import Figure, figures_of
from checks.recalculation.recalculated import Claim, difference_of, named
from checks.tables.columns import Column
from checks.tables.labels import folded, has_either_sign, is_change, is_opening, is_rest, is_wide, money_role
from checks.tables.lines import Line
from checks.tables.structure import TableView

_LESS = (Decimal(1), Decimal(-1))
_INCOMES = re.compile(r"(?:summa |totala )?(?:\w+s )?(?:intäkter|inkomster)\b")
"""`Summa intäkter`, `Verksamhetens intäkter`."""
HOLDS = ("equal", "note")
"""The grades of a sum that nothing is wrong with."""


def balance(rest: Quantity, whole: Quantity, used: Quantity) -> Arithmetic:
    """What is left against the whole less what was used."""
    return add_up(rest, (whole, used), _LESS)


def lines_that_do_not_balance(view: TableView) -> Iterator[Claim]:
    """Every line of what is left that is not the frame above it less what was used of it."""
    for column in view.columns:
        for block in _blocks(view, column):
            claim = block.claim()
            if claim is not None:
                yield claim


@dataclass(frozen=True)
class _Block:
    """The lines of a column down to one that tells what is left."""

    view: TableView
    column: Column
    lines: Sequence[Line]
    rest: Line
    carried: Sequence[Line]
    """Lines of what was left that stand above: they may have been carried over."""

    def claim(self) -> Claim | None:
        """None where some reading of the block comes out, or where it names no frame or no use.

        Nor in an income statement: there a grant is one of the incomes, and the result is footing.column's matter.
        """
        if any(_INCOMES.match(folded(line.label)) for line in self.lines):
            return None
        frames = [line for line in self.lines if money_role(line.label) == "frame"]
        uses = [line for line in self.lines if line.kind != "breakdown" and money_role(line.label) == "use"]
        addends = [line for line in self.lines if line.kind == "addend" and money_role(line.label) is None]
        totals = [x for x in self.lines if x.kind in ("sum", "named_total") and money_role(x.label) is None]
        figures = self._figures([self.rest, *frames, *uses, *addends, *self.carried, *totals])
        if figures is None or not frames or not (uses or addends):
            return None
        rest, *others = figures
        whole, used = others[: len(frames)], others[len(frames) : len(frames) + len(uses)]
        left = others[len(frames) + len(uses) :]
        added, carried = left[: len(addends)], left[len(addends) : len(addends) + len(self.carried)]
        summed = left[len(addends) + len(self.carried) :]
        before = [figure.quantity for figure in carried]
        # All that there is may be the sum of a grant and other money: `Total finansiering`.
        wholes = [figure.quantity for figure in (*whole, *summed)]
        if any(comes_out(rest, each, way, before) for each in wholes for way in _ways(_spent(used, whole), added)):
            return None
        nearest = used[-1] if used else None
        if nearest is None:
            return None
        opening = [figure for figure in carried if is_opening(figure.label)]
        is_signed = _bears_its_minus(nearest, whole[-1])
        terms, weights = (*opening, whole[-1], nearest), (*(1 for _ in opening), 1, 1 if is_signed else -1)
        last = [named(whole[-1]), named(nearest)] if is_signed else [difference_of(whole[-1], nearest)]
        is_open = len(whole) > 1 or len(used) > 1 or len(carried) > len(opening) or len(opening) > 1
        return Claim(
            stated=rest,
            terms=terms,
            formula=" + ".join((*map(named, opening), *last)),
            arithmetic=add_up(rest.quantity, [each.quantity for each in terms], [Decimal(each) for each in weights]),
            weights=weights,
            title=self.view.table.title or "",
            doubt=self.view.doubt,
            only_warn="ambiguous" if is_open else None,
        )

    def _figures(self, lines: Sequence[Line]) -> list[Figure] | None:
        return figures_of(self.view, [(line, self.column) for line in lines])


def _blocks(view: TableView, column: Column) -> Iterator[_Block]:
    """A block for each line of what is left; a frame may also stand below the last."""
    lines = [line for line in view.lines if line.kind != "section" and view.number(line, column) is not None]
    rests = [place for place, line in enumerate(lines) if line.kind == "balance"]
    for begin, place in pairwise([-1, *rests]):
        within = lines[begin + 1 : place]
        if place == rests[-1] and not any(money_role(line.label) == "frame" for line in within):
            within += lines[place + 1 :]
        yield _Block(view, column, within, lines[place], [lines[each] for each in rests if each < place])


def _ways(used: Sequence[Figure], added: Sequence[Figure]) -> Iterator[Quantity]:
    """What may have been used: nothing, each of the sums, all of them, the lines that no sum is named of."""
    yield Quantity.exact(Decimal(0))
    for figure in used:
        yield figure.quantity
    for several in (used, added, [*used, *added]):
        if several:
            yield _sum_of(several)


def _bears_its_minus(used: Figure, whole: Figure) -> bool:
    """True for `Summa kostnader −585 090` below `Erhållet bidrag 640 000`: it is to be added as it stands."""
    return used.quantity.value < 0 < whole.quantity.value


def _spent(used: Sequence[Figure], wholes: Sequence[Figure]) -> list[Figure]:
    """The sums used, those that bear a minus as how much was used."""
    return [
        replace(each, quantity=each.quantity.times(Decimal(-1))) if _bears_its_minus(each, wholes[-1]) else each
        for each in used
    ]


def _sum_of(figures: Sequence[Figure]) -> Quantity:
    return Quantity(
        sum((figure.quantity.value for figure in figures), Decimal(0)),
        sum((figure.quantity.low for figure in figures), Decimal(0)),
        sum((figure.quantity.high for figure in figures), Decimal(0)),
    )


def comes_out(rest: Figure, whole: Quantity, used: Quantity, carried: Sequence[Quantity] = ()) -> bool:
    """True where the balance holds, with or without a sum that was carried over."""
    stated = [rest.quantity]
    if has_either_sign(rest.label):
        stated.append(rest.quantity.times(Decimal(-1)))
    for more in ((), *((each,) for each in carried)):
        terms = (whole, used, *more)
        weights = (*_LESS, *(Decimal(1) for _ in more))
        if any(add_up(each, terms, weights).grade in HOLDS for each in stated):
            return True
    return False


def columns_that_do_not_balance(view: TableView) -> Iterator[Claim]:
    """Every cell of a column of differences that is not the one column less the other.

    Which column is taken from which must be shown by the table itself: at least one line, and at least half of
    those that can be tried, must come out.
    """
    rests = [column for column in view.columns if is_rest(column.heading)]
    for rest in (*rests, *view.changes):
        if is_wide(rest.heading):
            continue
        best: tuple[int, list[Claim]] | None = None
        others = [column for column in view.columns if column not in rests]
        for whole, used in permutations(others, 2):
            claims = list(_differences(view, rest, whole, used))
            hits = [claim for claim in claims if claim.arithmetic.grade in HOLDS]
            shown = sum(claim.stated.quantity.value != 0 for claim in hits)
            if shown and 2 * len(hits) >= len(claims) and (best is None or shown > best[0]):
                best = shown, claims
        if best is not None:
            yield from (claim for claim in best[1] if claim.arithmetic.grade != "equal")


def _differences(view: TableView, rest: Column, whole: Column, used: Column) -> Iterator[Claim]:
    for line in view.lines:
        figures = figures_of(view, [(line, rest), (line, whole), (line, used)])
        if line.kind == "section" or figures is None or is_wide(line.label):
            continue
        stated, first, second = figures
        if stated.quantity.value == 0 and first.quantity.value < second.quantity.value and not _may_be_negative(rest):
            continue
        terms = (replace(first, label=whole.heading), replace(second, label=used.heading))
        arithmetic = balance(stated.quantity, first.quantity, second.quantity)
        yield Claim(
            stated=stated,
            terms=terms,
            formula=difference_of(*terms),
            arithmetic=arithmetic,
            weights=(1, -1),
            title=", ".join(words for words in (view.table.title, rest.heading) if words),
            column=rest.heading,
            doubt=view.doubt,
            only_warn="unsigned" if _lacks_only_its_sign(view, rest, arithmetic) else None,
        )


def _may_be_negative(rest: Column) -> bool:
    """False for `Återstår`: where more was used than there was, nothing is left."""
    return has_either_sign(rest.heading) or is_change(rest.heading)


def _lacks_only_its_sign(view: TableView, rest: Column, arithmetic: Arithmetic) -> bool:
    """True where the difference is right but for its sign, and no other of the column bears a minus."""
    if arithmetic.expected is None or arithmetic.actual is None or arithmetic.actual != -arithmetic.expected:
        return False
    numbers = [view.number(line, rest) for line in view.lines]
    return not any(number is not None and number.value < 0 for number in numbers)
