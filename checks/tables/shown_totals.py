"""Totals that only the numbers call so: in column after column, the lines beside them make them.

Accounts name their totals for what they are, not for being sums: "Verksamhetens nettokostnader", "Årets kassaflöde",
"Bokfört värde", a board above its units, a row without a label. What adds up in several columns is a sum also in one
where it does not.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache, reduce
from math import gcd, log10

from checks.tables.columns import Column
from checks.tables.labels import MOST_KEPT, folded, names_an_area
from checks.tables.lines import Line
from checks.tables.structure import TableView
from models.numbers import WrittenNumber

MOST_TERMS = 40
"""How many lines a total may have; more would only cost time, and a page has few more."""
FEWEST_DIGITS = 3.0
"""How many digits must come out by more than chance: sums this good are found in one of a thousand such tables."""
FEWEST_OF_A_RESULT = 1.0
"""As many for a line whose name says that it is worked out from others."""
_RESULT = re.compile(
    r"resultat\b|nettokostnad|netto(?:intäkt|utgift|investering)|kassaflöde\b|medel från (?:den löpande )?\w*verksamhet"
    r"|\butgående|(?:redovisat|bokfört) värde|restvärde|över-?/?\s?(?:eller )?underskott|överskott|underskott"
    r"|vid (?:årets|periodens|räkenskapsårets) (?:slut|utgång)|\bsumma|\btotal|sammanlagt|saldo"
)
"""Names of what an account works out: the law's forms for accounts, and what is common beside them."""
_RATE = re.compile(r"%|procent|\bandel|\bper (?!den\b|\d)|/ ?(?:inv|elev|person|plats|brukare)|\bindex|kvot\b|grad\b")
"""Lines of rates, which no sum holds: `Soliditet, %`, `Nettokostnader/invånare`."""
_LESS = re.compile(r"kostnad|utgift|avgår|avskrivning|utbetalning|\bskatt\b|förbruk")
"""What is taken off though it bears no minus."""


@dataclass(frozen=True, slots=True)
class ShownTotal:
    """A line, by its row, and the lines that make it."""

    row: int
    first_row: int
    """The first of the rows that its lines take up; they end right above it, or begin right below it."""
    last_row: int
    less: frozenset[int]
    """The rows that are taken off."""
    shown_in: tuple[Column, ...]
    """The columns in which it comes out."""
    stands_first: bool
    """It stands above its lines, not below them."""

    def holds(self, row: int) -> bool:
        """True where it counts what stands in the row."""
        return self.first_row <= row <= self.last_row


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line with its numbers as whole multiples of the table's finest digit; None for a cell without a number."""

    row: int
    first_row: int
    last_row: int
    values: tuple[int | None, ...]
    widths: tuple[int, ...]
    """By how much each number may be off, half of it to each side; 0 where it is exact or lacking."""
    written: tuple[bool, ...]
    """Whether a number or a dash stands in the cell: an empty one may be unknown."""
    is_less: bool
    is_total: bool


@dataclass(frozen=True, slots=True)
class _Fit:
    """How a line comes out as the sum of the nearest `count` entries."""

    count: int
    less: frozenset[int]
    """The rows that are taken off."""
    holds: tuple[int, ...]
    """Places of the columns in which it does."""
    misses: int
    digits: float
    """By how many digits it is no chance."""
    off: int
    """By how much it misses where it holds but for rounding, all columns together."""

    @property
    def merit(self) -> tuple[int, int]:
        """That of two ways the better has more of: columns in which it holds, then exactness."""
        return len(self.holds) - self.misses, -self.off


def shown_totals(view: TableView) -> Mapping[int, ShownTotal]:
    """Row -> the total that stands in it, for every line that the table itself shows to be one.

    It must come out in two columns, or in one if its name says that it is worked out; in at least as many as it
    does not; and by more digits than chance explains. Lines that are broken down by därav rows stand for these.
    """
    if not view.columns or len(view.lines) < 3:
        return {}
    entries = _entries(view)
    if len(entries) < 3:
        return {}
    lines = {entry.row: line for line, entry in entries}
    below = _below_their_lines(view, [entry for _, entry in entries], lines)
    taken = {row for total in below.values() for row in range(total.first_row, total.row)}
    free = [entry for _, entry in entries if entry.row not in taken]
    if not _above_their_lines(view, free, lines, by_one=False):
        return below
    heads = _above_their_lines(view, free, lines, by_one=True)
    details = {row for total in heads.values() for row in range(total.first_row, total.last_row + 1)}
    rest = [entry for _, entry in entries if entry.row not in details and entry.row not in taken]
    return below | _below_their_lines(view, rest, lines) | heads


def _below_their_lines(view: TableView, entries: Sequence[_Entry], lines: Mapping[int, Line]) -> dict[int, ShownTotal]:
    """The lines that those above them make. A line called a sum closes what is open above it also where it misses."""
    found: dict[int, ShownTotal] = {}
    opened: list[_Entry] = []
    for entry in entries:
        line = lines[entry.row]
        fit = _fit(entry, opened[::-1][:MOST_TERMS], line)
        if fit is not None:
            members = opened[len(opened) - fit.count :]
            found[entry.row] = _total(view, line, fit, members, stands_first=False)
            opened[len(opened) - fit.count :] = [_closed(entry, members)]
        elif line.kind == "sum":
            start = max((place + 1 for place, each in enumerate(opened) if each.is_total), default=0)
            opened[start:] = [_closed(entry, opened[start:])]
        else:
            opened.append(entry)
    return found


def _above_their_lines(
    view: TableView, entries: Sequence[_Entry], lines: Mapping[int, Line], *, by_one: bool
) -> dict[int, ShownTotal]:
    """Of the lines that no total has taken up, those that the lines below them make.

    by_one: other lines of the table stand above what they hold, so that one column is enough to show it of any.
    """
    found: dict[int, ShownTotal] = {}
    below: list[_Entry] = []
    for entry in reversed(entries):
        line = lines[entry.row]
        fit = _fit(entry, below[::-1][:MOST_TERMS], line, by_one=by_one)
        if fit is None or fit.less or (len(fit.holds) == 1 and fit.digits < FEWEST_DIGITS):
            below.append(entry)
            continue
        members = below[len(below) - fit.count :]
        found[entry.row] = _total(view, line, fit, members, stands_first=True)
        below[len(below) - fit.count :] = [_closed(entry, members)]
    return found


def _total(view: TableView, line: Line, fit: _Fit, members: Sequence[_Entry], *, stands_first: bool) -> ShownTotal:
    return ShownTotal(
        row=line.row,
        first_row=min(member.first_row for member in members),
        last_row=max(member.last_row for member in members),
        less=fit.less,
        shown_in=tuple(view.columns[place] for place in fit.holds),
        stands_first=stands_first,
    )


@lru_cache(maxsize=MOST_KEPT)
def names_a_result(label: str) -> bool:
    """True for a line whose name says that it is worked out: `Årets resultat`, `Bokfört värde`; or that has none."""
    return not label or _RESULT.search(folded(label)) is not None or names_an_area(label)


def _closed(total: _Entry, members: Sequence[_Entry]) -> _Entry:
    rows = [total, *members]
    return _Entry(
        total.row,
        min(each.first_row for each in rows),
        max(each.last_row for each in rows),
        total.values,
        total.widths,
        total.written,
        total.is_less,
        is_total=True,
    )


def _fit(entry: _Entry, near: Sequence[_Entry], line: Line, *, by_one: bool = False) -> _Fit | None:
    """The best way in which the line is the sum of the entries next to it, the nearest first; None where there is none.

    by_one: one column is enough, also where the line's name does not say that it is worked out.
    The sum that holds in most columns goes first, then the most exact, then the one of fewest lines.
    """
    best: _Fit | None = None
    is_named = names_a_result(line.label)
    if line.kind == "frame" or (line.kind == "balance" and not is_named):
        return None  # what there is to share out, and what is left of it: recalc.balance tells of these
    fewest = 1 if is_named or by_one else 2
    if sum(value is not None and value != 0 for value in entry.values) < fewest:
        return None
    needed = (FEWEST_OF_A_RESULT if is_named else FEWEST_DIGITS) + log10(max(1, len(near)))
    costs = frozenset(each.row for each in near if each.is_less)
    incomes = frozenset(each.row for each in near) - costs
    for less in (frozenset(), costs, incomes) if costs and incomes and line.kind != "sum" else (frozenset[int](),):
        tally = _Tally(entry)
        for count, member in enumerate(near, start=1):
            tally.add(member, -1 if member.row in less else 1)
            holds = tally.holds()
            if len(holds) < fewest:
                continue
            fit = tally.fit(count, holds, less)
            if len(holds) < fit.misses or fit.digits < needed:
                continue
            if best is None or fit.merit > best.merit:
                best = fit
    return best


class _Tally:
    """The running sums of the entries next to a line, column by column."""

    def __init__(self, entry: _Entry) -> None:
        self.stated = entry.values
        self.widths = list(entry.widths)
        self.sums = [0] * len(entry.values)
        self.terms: list[list[int]] = [[] for _ in entry.values]
        """The numbers of each column that are not nought."""
        self.written = [0] * len(entry.values)
        """In how many of the lines something is written."""

    def add(self, member: _Entry, sign: int) -> None:
        for place, value in enumerate(member.values):
            self.written[place] += member.written[place]
            self.widths[place] += member.widths[place]
            if value:
                self.sums[place] += sign * value
                self.terms[place].append(value)

    def holds(self) -> list[int]:
        """The places of the columns whose sum is what is stated, of two numbers at least."""
        return [
            place
            for place, stated in enumerate(self.stated)
            if stated and len(self.terms[place]) > 1 and 2 * abs(self.sums[place] - stated) <= self.widths[place]
        ]

    def fit(self, count: int, holds: Sequence[int], less: frozenset[int]) -> _Fit:
        # A column of differences misses by what one of its two columns does: that is one fault.
        misses = len(
            {
                abs(self.sums[place] - stated)
                for place, stated in enumerate(self.stated)
                if stated is not None
                and 2 * abs(self.sums[place] - stated) > self.widths[place]
                and 2 * self.written[place] >= count
            }
        )
        digits = {
            (self.stated[place], len(self.terms[place])): self._digits(place, self.stated[place] or 0)
            for place in holds
        }
        off = sum(abs(self.sums[place] - (self.stated[place] or 0)) for place in holds)
        return _Fit(count, less, tuple(holds), misses, sum(digits.values()), off)

    def _digits(self, place: int, stated: int) -> float:
        """How many digits come out: those of the largest number, without the noughts that all of them end in."""
        grain = max(reduce(gcd, self.terms[place], stated), 1)
        largest = max(abs(stated), *(abs(each) for each in self.terms[place]))
        return log10(max(1.0, largest / max(grain, self.widths[place] + 1)))


def _entries(view: TableView) -> list[tuple[Line, _Entry]]:
    """The lines that have numbers, without därav rows and rates, in the table's order."""
    numbers = {line.row: [view.number(line, column) for column in view.columns] for line in view.lines}
    finest = min((each.step for row in numbers.values() for each in row if each is not None), default=Decimal(1))
    found: list[tuple[Line, _Entry]] = []
    for line in view.lines:
        if line.kind in ("section", "breakdown", "wide_total") or _RATE.search(folded(line.label)):
            continue
        values = tuple(None if each is None else int(each.value / finest) for each in numbers[line.row])
        if any(value is not None for value in values):
            cells = [view.cell(line, column) for column in view.columns]
            written = tuple(cell is not None and bool(cell.text) for cell in cells)
            steps = [_step(each, column) for each, column in zip(numbers[line.row], view.columns, strict=True)]
            widths = tuple(int(step / finest) for step in steps)
            is_less = _LESS.search(folded(line.label)) is not None and not any(value and value < 0 for value in values)
            is_total = line.kind == "sum"
            entry = _Entry(line.row, line.row, line.row, values, widths, written, is_less, is_total)
            found.append((line, entry))
    return found


def _step(number: WrittenNumber | None, column: Column) -> Decimal:
    """The last digit that a number has been rounded to; 0 where it is exact or lacking."""
    if number is None:
        return Decimal(0)
    is_rounded = column.is_rounded or number.rounded or (not number.is_money and number.step < 1)
    return number.step if is_rounded else Decimal(0)
