"""The lines of one column: which of them have a number there, and what each is by its label and its neighbours."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cached_property
from itertools import pairwise

from checks.footing.explanations import Term, weigh
from checks.tables.columns import Column
from checks.tables.labels import (
    folded,
    is_count_of,
    is_share,
    label_sense,
    money_role,
    names_an_area,
    takes_off,
    years_in,
)
from checks.tables.lines import Line
from checks.tables.narrowing import is_bare_total
from checks.tables.shown_totals import ShownTotal
from checks.tables.structure import TableView
from models.numbers import KRONOR, WrittenNumber

_TOTAL_WORDS = re.compile(r"\b(?:summa|total(?:t|a)?|totalsumma|delsumma|sammanlagt|sammanlagda|s:a)\b|[\W_]+")
TOTALS = ("sum", "named_total", "wide_total")


class ColumnLines:
    """The lines of a table that have something in one column, and its headings, from the top down.

    totals: row -> the total that the table's columns together show it to be.
    """

    def __init__(self, view: TableView, column: Column, totals: Mapping[int, ShownTotal]) -> None:
        self.view = view
        self.column = column
        self.totals = totals
        self.all = [line for line in view.lines if line.kind == "section" or not self.is_empty(line)]

    def number(self, line: Line) -> WrittenNumber | None:
        """Less than nothing where the line says that it is taken off, whether or not it bears a minus."""
        number = self.view.number(line, self.column)
        if number is None or number.value < 0 or not takes_off(line.label):
            return number
        return replace(number, value=-number.value)

    def is_empty(self, line: Line) -> bool:
        return self.number(line) is None and not self.view.is_unreadable(line, self.column)

    def terms(self, total: ShownTotal) -> list[Term]:
        """The lines that a total above them adds up: those of its rows that none of the others stands for."""
        inner = [each for each in self._stated_totals if each.row != total.row and total.holds(each.row)]
        return [
            Term(line, self.number(line))
            for line in self.all
            if total.holds(line.row)
            and line.kind not in ("section", "breakdown")
            and not any(each.holds(line.row) for each in inner)
        ]

    @cached_property
    def _stated_totals(self) -> list[ShownTotal]:
        """Those that have a number in this column."""
        rows = {line.row for line in self.all if self.number(line) is not None}
        return [each for each in self.totals.values() if each.row in rows]

    @cached_property
    def lone_totals(self) -> frozenset[int]:
        """Rows that may be the total of the one line above them: `Långfristiga skulder` below `Banklån`.

        They say the same in two columns or more, in a table where other totals are not called so either.
        """
        if all(line.kind == "sum" for line in self.view.lines if line.row in self.totals):
            return frozenset()
        return frozenset(
            below.row
            for above, below in pairwise(self.view.lines)
            if above.kind == below.kind == "addend"
            and folded(above.label) != folded(below.label)
            and len(numbers := self._values(below)) > 1
            and numbers == self._values(above)
        )

    def _values(self, line: Line) -> dict[int, Decimal]:
        """Column -> its number there, noughts left out."""
        numbers = {column.index: self.view.number(line, column) for column in self.view.columns}
        return {col: number.value for col, number in numbers.items() if number is not None and number.value}

    def details(self) -> set[int]:
        """Rows of därav and varav, or below a total of theirs, which holds them already; not where it has no number."""
        first = [each for each in self._stated_totals if each.stands_first]
        details = {line.row for line in self.all if any(each.holds(line.row) for each in first)}
        parent: Line | None = None
        for line in self.view.lines:
            if line.kind != "breakdown":
                parent = line
            elif parent is not None and not self.is_empty(parent):
                details.add(line.row)
        return details

    def is_parent(self, position: int) -> bool:
        """True for a total that därav rows follow: it is the sum of these, not of what is above."""
        return position + 1 < len(self.all) and self.all[position + 1].kind == "breakdown"

    def closes(self, position: int, terms: list[Term]) -> bool:
        """True for a line between the parts and the frame that is their sum though it is not called one.

        "Använt" or "Planerat", where the frame less what is left comes to it, or to the parts. Between parts that
        are no subtotals it must say that it is the sum used. terms: those that no total above has taken up.
        """
        if self.is_of_the_area(position):
            return self._is_as_large_as(terms, self.all[position])
        line, *after = self.all[position : position + 3]
        if line.kind != "addend" or [each.kind for each in after] != ["frame", "balance"] or not terms:
            return False
        if terms[-1].line.kind not in TOTALS and money_role(line.label) != "use":
            return False
        numbers = [self.number(each) for each in (line, *after)]
        stated, frame, balance = (number.value if number else None for number in numbers)
        if stated is None or frame is None or balance is None:
            return False
        subtotals = [term.number.value for term in terms if term.line.kind in TOTALS and term.number]
        parts = [term.number.value for term in terms if term.number]
        return frame - balance in (stated, sum(subtotals), sum(parts))

    def _is_as_large_as(self, terms: Sequence[Term], line: Line) -> bool:
        """True where the line could be the sum of two terms or more, one of them misprinted at most."""
        stated, together = self.number(line), sum(term.number.value for term in terms if term.number)
        return stated is not None and len(terms) > 1 and together <= 2 * stated.value <= 4 * together

    def is_of_the_area(self, position: int) -> bool:
        """True for the money of `Hela delregionen` or `Länet` in the last line; counts may be compared with it."""
        return position == len(self.all) - 1 and self.column.unit in KRONOR and names_an_area(self.all[position].label)

    def is_firm(self, position: int, terms: list[Term]) -> bool:
        """True where the label leaves no doubt that this is the sum of lines above it.

        "Totalt kommunerna" in the middle of a table, or "Totalt antal ombud", may be a fact of its own.
        """
        line = self.all[position]
        if line.kind == "sum" or self.closes(position, terms):
            return True
        is_last = all(each.kind in ("frame", "balance", "breakdown", "section") for each in self.all[position + 1 :])
        is_called_total = not line.label or label_sense(line.label) == "named_total"
        return is_last and is_called_total and not is_count_of(line.label)

    def headed_by(self, position: int, stated: WrittenNumber) -> list[Term]:
        """The lines below that make the total: the table puts its totals first. Empty where they do not."""
        below: list[Term] = []
        for line in self.all[position + 1 :]:
            if line.kind in (*TOTALS, "section"):
                break
            if line.kind == "addend":
                below.append(Term(line, self.number(line)))
        is_made = len(below) > 1 and weigh(stated, below, shares=self.column.is_rounded).grade == "equal"
        return below if is_made else []

    def are_shares(self, terms: Sequence[Term]) -> bool:
        """True for lines of percents of different things (`Andel som trivs (%)`): what closes them is their mean."""
        return len(terms) > 1 and all(is_share(term.line.label) for term in terms)

    def is_a_mean(self, line: Line, terms: Sequence[Term]) -> bool:
        """True for `Totalt` of a table of rates: in every column it is at most as large as the largest of its lines.

        A sum of what is not negative is so in no column; in a lone column it could be by a slip, unless the numbers
        are measures with decimals.
        """
        rows = [term.line for term in terms if term.line.kind == "addend"]
        spread: list[bool] = []
        measured = True
        for column in self.view.columns:
            stated = self.view.number(line, column)
            numbers = [number for row in rows if (number := self.view.number(row, column)) is not None]
            if stated is None or not numbers:
                continue
            values = [number.value for number in numbers]
            spread.append(min(values) >= 0 and 0 < stated.value <= max(values) < sum(values))
            measured = measured and not stated.is_money and any(number.step < 1 for number in numbers)
        return len(rows) > 1 and all(spread) and (len(spread) > 1 or (measured and len(spread) == 1))

    def is_between_totals(self, position: int, above: Line, terms: list[Term]) -> bool:
        """True for a total that names its group, below that of another group and above a further total.

        `Summa vuxna` after `Summa barn`; the last total of a table may hold the groups.
        """
        line, *after = self.all[position:]
        if not (names_its_group(line) and names_its_group(above)):
            return False
        if self._is_added_to_the_groups_above(line, after, terms):
            return True
        return any(each.kind in TOTALS or self.closes(position + n, terms) for n, each in enumerate(after, start=1))

    def _is_added_to_the_groups_above(self, line: Line, after: Sequence[Line], terms: Sequence[Term]) -> bool:
        """True where a line below is the sum of this total and those above it: it stands beside them."""
        groups = [term.number.value for term in terms if term.line.kind in TOTALS and term.number is not None]
        stated = self.number(line)
        if stated is None or not groups:
            return False
        together = stated.value + sum(groups)
        return any((number := self.number(each)) is not None and number.value == together for each in after)


def is_counterpart(line: Line, above: Line) -> bool:
    """True for `Totala kostnader` right below `Total finansiering`: totals of two things, neither of the other.

    `Summa skola` right below `Summa boende` is that of a group whose lines are lacking.
    """
    if names_its_group(line) and names_its_group(above):
        return False
    one, other = (_TOTAL_WORDS.sub("", folded(each.label)) for each in (line, above))
    return bool(one and other) and one != other


def stands_apart(line: Line, stated: WrittenNumber, terms: Sequence[Term]) -> bool:
    """True for what is called a total and is none of the terms.

    A total of them that comes again with a minus: an account takes it off. And one that names a year where lines above
    name others: `Bidrag 2024, sammanlagt` below `Sökt för 2025`.
    """
    totals = (term.number.value for term in terms if term.line.kind in TOTALS and term.number is not None)
    if stated.value < 0 and any(each == -stated.value for each in totals):
        return True
    own = years_in(line.label)
    return bool(own) and any((named := years_in(term.line.label)) and not named & own for term in terms)


def names_its_group(line: Line) -> bool:
    """True for `Summa avsättningar`: it is a sum, and of something that it names."""
    return label_sense(line.label) == "sum" and not is_bare_total(line.label)
