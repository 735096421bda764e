"""Rows as their cells fit them: each cell stands at its row's top, middle or foot, as the others of its column do.

Where printed lines follow each other evenly, white tells nothing of where a row ends. But a cell is a stack of lines
without a gap, a row is as high as its highest cell, and a column is set one way through the whole table. The rows that
fit all of this best, and tear the fewest texts, are found as the shortest way through the lines.
"""

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence

from extractors.tables.cell_breaks import CellBreaks
from extractors.tables.cell_numbers import CellNumbers
from extractors.tables.cell_text import begins_with_number
from extractors.tables.cut_lines import CutLine
from extractors.text.lines import Line

_MOST_LINES = 24
"""Printed lines of one row, at most: those of two columns may stand at different heights."""
_OFF = 0.3
"""Lines that are off their place by more than this share of the type size do not stand there."""
_SHARES = (0.0, 0.5, 1.0)
"""Where a cell can stand in its row: of the room that it leaves, so much is above it."""

_TORN = 2
"""What speaks against rows: a text that goes on over the end of one, or begins anew within one, ..."""
_MISPLACED = 3
"""... a cell that stands elsewhere in its row than others of its kind, ..."""
_OVERLAP = 6
"""... a row that begins before the one above it ends, ..."""
_WHITE = 2
"""... white between two lines of one cell that is not that of a text, ..."""
_RESTYLED = 3
"""... lines of one cell in different styles, ..."""
_NUMBERS = 8
"""... two numbers in one cell, ..."""
_BROKEN_BESIDE_LABEL = 3
"""... one number that goes on beside a label, ..."""
_BARE = 2
"""... a row that lacks the label, or the number, that others have, ..."""
_LONE = 3
"""... a row of a label alone, ..."""
_LONE_STYLED = 1
"""... less so where it is set in another style than other labels, ..."""
_NUMBERED = 4
"""... and a question or list number that begins a line within a label."""


class RowFit:
    """What speaks for and against rows; `rows` are a region's lines, `body` those of them that are told apart here."""

    def __init__(self, rows: Sequence[CutLine], body: Sequence[int], numeric: set[int], breaks: CellBreaks) -> None:
        self._body = list(body)
        self._lines = [rows[i] for i in body]
        self._numeric = numeric
        self._breaks = breaks
        self._texts = [{col: Line(row.cells[col]) for col in row.filled()} for row in self._lines]
        self._leading = self._usual_step()
        beside = Counter(_style(texts[0]) for texts in self._texts if 0 in texts and len(texts) > 1)
        self._usual_style = beside.most_common(1)[0][0] if beside else None
        self._costs: dict[tuple[int, int, int], int] = {}
        """What speaks against two lines in a cell, worked out once for all rows that hold both."""
        self._has_number = [any(row.is_number(col) for col in numeric) for row in self._lines]
        self._any_number = any(self._has_number)

    def groups(self) -> list[list[int]]:
        """The rows that the least speaks against, each as indexes of the region's lines."""
        n = len(self._body)
        found = [list(self._spans_from(first)) for first in range(n)]
        ways: list[tuple[int, list[int]]] = []
        for text, number in itertools.product(range(len(_SHARES)), range(len(_SHARES)) if self._numeric else [0]):
            costs = [
                [cost + _MISPLACED * (texts_off[text] + numbers_off[number]) for cost, texts_off, numbers_off in spans]
                for spans in found
            ]
            ways.append(_shortest(costs))
        _, starts = min(ways, key=lambda way: way[0])
        return [self._body[a:b] for a, b in itertools.pairwise([*starts, n])]

    def _spans_from(self, first: int) -> Iterator[tuple[int, list[int], list[int]]]:
        """For each row that begins with this line, by its length: what speaks against it however its columns are set,
        and by each of the shares how many cells of text, and of numbers, leave another share of their room above them.
        """
        cells: dict[int, list[int]] = {}
        numbers: dict[int, _NumbersBelow] = {}
        cost = _OVERLAP * self._overlaps(first)
        lone = _LONE if _style(self._texts[first].get(0)) == self._usual_style else _LONE_STYLED
        with_number = False
        for at in range(first, min(len(self._body), first + _MOST_LINES)):
            for col in self._texts[at]:
                held = cells.setdefault(col, [])
                cost += self._within_once(held[-1], at, col) if held else self._parted(at, col)
                held.append(at)
                if col in self._numeric and self._lines[at].is_number(col):
                    below = numbers.setdefault(col, _NumbersBelow(self._lines, col))
                    cost += below.add(at, beside_label=0 in self._texts[at])
            with_number = with_number or self._has_number[at]
            bare = _BARE * ((0 not in cells) + (self._any_number and not with_number))
            is_lone = len(cells) == 1 and 0 in cells
            yield cost + (lone if is_lone else bare), *self._misplaced(first, cells)

    def _usual_step(self) -> float:
        """From foot to foot of two lines of one text, points: as where texts surely go on, else as the nearest are."""
        steps: list[tuple[float, bool]] = []
        for col in sorted({col for texts in self._texts for col in texts}):
            held = [at for at, texts in enumerate(self._texts) if col in texts]
            for above, at in itertools.pairwise(held):
                sure = self._breaks.at(self._body[at], col, self._body[0]) == "within"
                steps.append((self._texts[at][col].bottom - self._texts[above][col].bottom, sure))
        within = sorted(step for step, sure in steps if sure)
        return within[len(within) // 2] if within else min((step for step, _ in steps), default=0.0)

    def _parted(self, at: int, col: int) -> int:
        """What speaks against a row that has its first text of the column on this line."""
        parted = self._breaks.at(self._body[at], col, self._body[0])
        if parted == "within":
            return _TORN
        return int(parted == "full" and col == 0)

    def _overlaps(self, first: int) -> bool:
        """True where the line stands beside the one above it, a part of a line lower."""
        if not first:
            return False
        above, below = self._texts[first - 1].values(), self._texts[first].values()
        step = min(text.bottom for text in below) - max(text.bottom for text in above)
        return step < self._leading - self._slack(first)

    def _within_once(self, above: int, below: int, col: int) -> int:
        key = above, below, col
        if key not in self._costs:
            self._costs[key] = self._within(above, below, col)
        return self._costs[key]

    def _within(self, above: int, below: int, col: int) -> int:
        """What speaks against two lines that follow each other in a cell."""
        text, line = self._texts[above][col], self._texts[below][col]
        found = self._breaks.at(self._body[below], col)
        cost = {"free": _TORN if col == 0 else 1, "full": int(col == 0)}.get(found or "", 0)
        if col == 0 and begins_with_number(line.text):
            cost += _NUMBERED
        if found != "within" and line.bottom - text.bottom > self._leading + self._slack(below):
            cost += _WHITE
        if _style(text) != _style(line):
            cost += _RESTYLED
        return cost

    def _slack(self, at: int) -> float:
        return _OFF * self._lines[at].line.size

    def _misplaced(self, first: int, cells: dict[int, list[int]]) -> tuple[list[int], list[int]]:
        """By each of the shares how many cells of text, and of numbers, leave another share of their room above."""
        stacks = [(col, self._texts[at[0]][col].bottom, self._texts[at[-1]][col].bottom) for col, at in cells.items()]
        high, low = min(top for _, top, _ in stacks), max(foot for _, _, foot in stacks)
        slack = self._slack(first)
        texts, numbers = [0] * len(_SHARES), [0] * len(_SHARES)
        for col, top, foot in stacks:
            off = numbers if col in self._numeric else texts
            room = low - high - foot + top
            for i, share in enumerate(_SHARES):
                off[i] += abs(top - high - share * room) > slack
        return texts, numbers


class _NumbersBelow:
    """What speaks against numbers one below the other in a cell: they are several, or one that the cell broke."""

    def __init__(self, rows: Sequence[CutLine], col: int) -> None:
        self._numbers = CellNumbers(rows, col)
        self._n_lines = 0
        self._beside_label = False
        self._against = 0

    def add(self, at: int, *, beside_label: bool) -> int:
        """One more line with a number, by its place in the rows; gives what that adds."""
        self._numbers.add(at)
        self._beside_label = self._beside_label or (beside_label and self._n_lines > 0)
        self._n_lines += 1
        whole = len(self._numbers.found)
        broken = (_BROKEN_BESIDE_LABEL if self._beside_label else 1) * (self._n_lines - whole)
        before, self._against = self._against, _NUMBERS * max(0, whole - 1) + broken
        return self._against - before


def _style(text: Line | None) -> tuple[bool, bool] | None:
    return None if text is None else (text.bold, text.italic)


def _shortest(costs: Sequence[Sequence[int]]) -> tuple[int, list[int]]:
    """The cheapest way through all lines, and the first line of each of its rows; the last such where several are.

    costs: for each line those of the rows that begin with it, of one line, of two, and so on.
    """
    best: list[tuple[int, int]] = [(0, 0)]
    for end in range(1, len(costs) + 1):
        firsts = range(max(0, end - _MOST_LINES), end)
        best.append(min((best[f][0] + costs[f][end - f - 1], -f) for f in firsts))
    starts: list[int] = []
    at = len(costs)
    while at:
        at = -best[at][1]
        starts.append(at)
    return best[-1][0], starts[::-1]
