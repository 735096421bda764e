"""A column from top to bottom: its totals, and the lines that each of them adds up."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from checks.arithmetic import Arithmetic
from checks.footing.column_lines import TOTALS, ColumnLines, is_counterpart, names_its_group, stands_apart
from checks.footing.explanations import Above, Explanation, Term, explain, is_a_slip, since_last_total, weigh
from checks.footing.sums import StatedTotal, footing_violation, names_of_columns
from checks.tables.columns import Column
from checks.tables.labels import folded
from checks.tables.lines import Line
from checks.tables.shared_sums import shares_a_sum
from checks.tables.shown_totals import ShownTotal, shown_totals
from checks.tables.structure import TableView
from checks.violation import Violation
from models.numbers import WrittenNumber

MOST_HEADINGS = 12
"""How many headings back a total may reach; more would only cost time in a table of headings."""


def totals_that_differ(rule: str, view: TableView) -> Iterator[Violation]:
    """Each column by itself; where a total fails in one, its lines are those that make it in another column."""
    shown_by_columns = shown_totals(view)
    walks = [_ColumnWalk(rule, view, column, {}, shown_by_columns) for column in view.columns]
    found = [list(walk.walk()) for walk in walks]
    shown = {row: group for walk in walks for row, group in walk.shown.items()}
    for walk, violations in zip(walks, found, strict=True):
        others = {row: group for row, group in shown.items() if row not in walk.shown}
        again = _ColumnWalk(rule, view, walk.column, others, shown_by_columns)
        yield from again.walk() if violations and others else violations


@dataclass(frozen=True, slots=True)
class Shown:
    """What makes a total: the lines from the row `first` on, without the rows left_out."""

    first: int
    left_out: frozenset[int]


class _ColumnWalk:
    """One column from top to bottom, keeping what the next total may add up."""

    def __init__(
        self,
        rule: str,
        view: TableView,
        column: Column,
        elsewhere: Mapping[int, Shown],
        totals: Mapping[int, ShownTotal],
    ) -> None:
        self.rule = rule
        self.view = view
        self.column = column
        self.elsewhere = elsewhere
        """Row of a total -> what makes it in another column."""
        self.totals = totals
        self.shown: dict[int, Shown] = {}
        """Row of a total -> what makes it here."""
        self.lines = ColumnLines(view, column, totals)
        self.opened: list[Term] = []
        """Terms that no total has taken up yet."""
        self.leaves: list[Term] = []
        """Every term that is no total."""
        self.sections: list[int] = []
        """Where in opened headings stand, or lines that look like headings."""
        self.heading = ""
        """The last heading."""
        self.slips: list[Decimal] = []
        """By how much the totals that were found wrong miss."""
        self.is_unsure = False
        """A total above could not be placed: an error below it might be the structure's, not the sum's."""
        self.inside: set[int] = set()
        """Rows that a total above them holds."""
        self.cut_above = 0
        """How many of the opened terms may lack lines: the group that a lone one closed began above the table."""

    def walk(self) -> Iterator[Violation]:
        details = self.lines.details()
        for position, line in enumerate(self.lines.all):
            if line.kind == "section":
                self.sections.append(len(self.opened))
                self.heading = folded(line.label)
            elif line.row in details or line.row in self.inside or shares_a_sum(line, self.lines.all):
                continue
            elif line.kind == "wide_total":
                self.is_unsure = True
            elif line.row in self.totals and (line.kind != "sum" or self.totals[line.row].stands_first):
                yield from self._shown_total(line, self.totals[line.row])
            elif self.lines.closes(position, self.opened) or (
                line.kind in TOTALS and not self.lines.is_parent(position)
            ):
                yield from self._total(position, line)
            else:
                self._add(line)

    def _add(self, line: Line) -> None:
        term = Term(line, self.lines.number(line))
        self.opened.append(term)
        self.leaves.append(term)

    def _shown_total(self, line: Line, total: ShownTotal) -> Iterator[Violation]:
        """A line that is a total though it is not called one; what stands in it counts once, as with any total."""
        stated = self.lines.number(line)
        start = next((n for n, term in enumerate(self.opened) if term.line.row >= total.first_row), len(self.opened))
        terms = self.lines.terms(total) if total.stands_first else self.opened[start:]
        if stated is not None and len(terms) > 1:
            arithmetic = weigh(stated, terms, shares=self.column.is_rounded, less=total.less)
            if arithmetic.grade != "equal" and not is_a_slip(arithmetic, self.slips):
                self._note_slip(arithmetic)
                yield self._found(line, terms, arithmetic, total=total)
        if total.stands_first or stated is None:
            self._add(line)
        else:
            self._close(replace(line, kind="named_total"), stated, start)
            if line.kind not in TOTALS:
                self.leaves.append(Term(line, stated))

    def _total(self, position: int, line: Line) -> Iterator[Violation]:
        stated = self.lines.number(line)
        if stated is None:
            self.is_unsure = True
            yield from self._unreadable_total(line)
            return
        starts = self._starts()
        if stated.value == 0 and len(self.opened) in starts:
            # A group in which no line has an amount comes to nothing.
            self.opened.append(Term(line, stated))
            return
        if stands_apart(line, stated, self.opened):
            self._add(line)
            return
        is_of_group = bool(self.heading) and self.heading in folded(f"{line.label} {line.other_words}")
        group = self.sections[-1] if is_of_group and self.sections else self._group_beside_another(position)
        above = Above(
            self.opened, self.leaves, starts, self._loose_starts(position), self.slips, group, self.lines.lone_totals
        )
        best = explain(stated, above, shares=self.column.is_rounded)
        if best is not None and not best.holds:
            best = self._as_elsewhere(line, stated) or best
        added_above = best is not None and (best.holds or best.arithmetic.grade == "note")
        below = [] if added_above else self.lines.headed_by(position, stated)
        if below:
            self._open_group(line, stated, below)
        elif (
            best is None
            or self.lines.are_shares(best.terms)
            or self._is_counterpart(line)
            or self.lines.is_a_mean(line, best.terms)
        ):
            # A table that begins with its total goes on with the parts of it.
            self.is_unsure = True
        elif best.holds:
            self._remember(line, best)
            self._close(line, stated, best.start)
        elif self.lines.is_firm(position, self.opened) and not self._is_unsure_from(best.start):
            yield from self._violation(line, best, is_of_area=self.lines.is_of_the_area(position))
            # A wrong total still closes its own group: the totals after it build on it.
            group = next((start for start in starts if len(self.opened) - start > 1), best.start)
            if best.arithmetic.grade == "note":
                self._remember(line, best)
            if line.row in self.elsewhere or best.arithmetic.grade == "note":
                group = best.start
            if best.arithmetic.grade == "not_checkable":
                group = starts[0]
            self._close(line, stated, group)
        else:
            self.is_unsure = True
            self._add(line)

    def _open_group(self, line: Line, stated: WrittenNumber, below: Sequence[Term]) -> None:
        """A total above the lines that it adds: it stands for them."""
        self.opened.append(Term(line, stated))
        self.leaves += below
        self.inside |= {term.line.row for term in below}

    def _is_counterpart(self, line: Line) -> bool:
        above = self.opened[0].line if len(self.opened) == 1 else None
        return above is not None and above.kind in TOTALS and is_counterpart(line, above)

    def _is_unsure_from(self, start: int) -> bool:
        return self.is_unsure or start < self.cut_above

    def _remember(self, line: Line, best: Explanation) -> None:
        if best.is_by_trial:
            return
        rows = {term.line.row for term in best.terms}
        left_out = {term.line.row for term in self.opened[best.start :]} - rows
        self.shown[line.row] = Shown(min(rows), frozenset(left_out))

    def _as_elsewhere(self, line: Line, stated: WrittenNumber) -> Explanation | None:
        """The total of the lines that make it in another column; None where the first of them is not open here."""
        shown = self.elsewhere.get(line.row)
        start = next((place for place, term in enumerate(self.opened) if shown and term.line.row == shown.first), None)
        if shown is None or start is None:
            return None
        terms = tuple(term for term in self.opened[start:] if term.line.row not in shown.left_out)
        arithmetic = weigh(stated, terms, shares=self.column.is_rounded)
        return Explanation(start, terms, arithmetic, holds=arithmetic.grade == "equal")

    def _starts(self) -> list[int]:
        """From where a total may add up: the headings since the last total, that total, earlier headings, the top."""
        latest = since_last_total(self.opened)
        headings = list(reversed(self.sections))[:MOST_HEADINGS]
        near, far = ([place for place in headings if (place >= latest) is within] for within in (True, False))
        return list(dict.fromkeys([*near, latest, *far, 0]))

    def _group_beside_another(self, position: int) -> int | None:
        """Where the group of a total begins that follows another group's total; None where it may hold that group."""
        latest = since_last_total(self.opened)
        if latest == 0 or not self.lines.is_between_totals(position, self.opened[latest - 1].line, self.opened):
            return None
        return latest

    def _loose_starts(self, position: int) -> list[int]:
        """Every other place with two terms or more below it, the nearest first, for a total that names its group.

        `Summa avsättningar` in the middle of a table may stand below lines of another group whose heading is lacking;
        the last total at most below another total. One that is called nothing else has no group; and a line that comes
        twice is no group's first.
        """
        line, *after = self.lines.all[position:]
        if not names_its_group(line):
            return []
        places = range(len(self.opened) - 2, 0, -1)[:MOST_HEADINGS]
        is_last = not any(each.kind in TOTALS for each in after)
        above = {place: self.opened[place - 1].line for place in places}
        return [
            place
            for place in places
            if (above[place].kind in TOTALS or not is_last) and above[place].label != self.opened[place].line.label
        ]

    def _close(self, line: Line, stated: WrittenNumber, start: int) -> None:
        """The total takes up what it adds, and stands in its place."""
        self.opened[start:] = [Term(line, stated)]
        self.sections = [place for place in self.sections if place < start]

    def _violation(self, line: Line, best: Explanation, *, is_of_area: bool) -> Iterator[Violation]:
        """A lone line that differs from its total may be another thing than its addend: a warning.

        Or its group began above the table, and a total that holds the group rests on lines that are not here.
        """
        is_alone = len(best.terms) == 1
        if is_alone:
            self.cut_above = best.start + 1
        if is_alone and (line.kind != "sum" or best.terms[0].line.kind != "addend"):
            return
        self._note_slip(best.arithmetic)
        is_unnamed = not self.column.heading and len(self.view.columns) > 1
        unsure = (
            "area"
            if is_of_area
            else "alone"
            if is_alone
            else "unnamed"
            if is_unnamed
            else "no_head"
            if self._may_go_on(best)
            else None
        )
        yield self._found(line, best.terms, best.arithmetic, only_warn=unsure)

    def _may_go_on(self, best: Explanation) -> bool:
        """True for too large a total in a table without head and title: it may be the rest of one, read apart."""
        difference = best.arithmetic.difference or Decimal(0)
        return difference > 0 and not self.view.table.title and not any(self.view.headings.values())

    def _note_slip(self, arithmetic: Arithmetic) -> None:
        if arithmetic.difference is not None:
            self.slips.append(arithmetic.difference)

    def _unreadable_total(self, line: Line) -> Iterator[Violation]:
        """Said only where a number was meant, and where there is something to add."""
        text = self.view.cells[line.row, self.column.index].text or ""
        if line.kind == "sum" and len(self.opened) > 1 and any(sign.isdigit() for sign in text):
            unread = Arithmetic.not_checkable(actual=None)
            yield self._found(line, self.opened, unread)

    def _found(
        self,
        line: Line,
        terms: Sequence[Term],
        arithmetic: Arithmetic,
        only_warn: str | None = None,
        total: ShownTotal | None = None,
    ) -> Violation:
        addends = [(term.line, self.column) for term in terms]
        less = total.less if total is not None else frozenset[int]()
        others = [column for column in total.shown_in if column != self.column] if total is not None else []
        shown = names_of_columns(others) if others else None
        stated = StatedTotal(line, self.column, addends, less, shown)
        return footing_violation(self.rule, self.view, stated, arithmetic, only_warn=only_warn)
