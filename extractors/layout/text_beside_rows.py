"""Rows of a table with running text or a drawing's labels beside them: in one of two columns, or on a page of none."""

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.layout.column_sides import parts_of
from extractors.layout.page_gutters import runs_on
from extractors.tables.cell_text import begins_breakdown, is_number
from extractors.tables.line_parts import WORD_SPACE, is_ticks
from extractors.text.lines import Line, segments

_FEW_ROWS = 3
"""Lines in cells on one side, at the least."""
_SAME_FOOT = 1.0
"""Points within which lines of both sides stand at one height."""
_IN_STEP = 0.4
"""Share of the rows that may have a line of the text at their height: by chance one in six or more has."""
_EXACT, _HALF_IN_STEP = 0.4, 0.75
"""... or so many at its height or half a line off, to the point, as cells at their row's middle stand."""
_MOST, _EACH = 0.7, 0.8
"""Share of the rows that end in figures, and of the text's lines that have one of them beside them, at the least."""
_SMALL = 0.8
"""A drawing's labels are at most so large, as a share of the rows' type."""
_STRIP = 4.0
"""Points of white that part a table from the text beside it, where the page is set in no columns."""
_NARROWEST = 0.2
"""Either of the two is at least so wide, as a share of the page's text."""


@dataclass(frozen=True)
class Beside:
    """Lines `first` to `last` (exclusive) of a page are a table and running text, or two alike, parted at x."""

    first: int
    last: int
    x: float
    goes_on: bool = False
    """Running text on both sides: at the foot of the left one it goes on in the other."""

    def has_on_both_sides(self, line: Line) -> bool:
        """True for a line of several texts that stands on both sides of x, such as a table's head."""
        return line.x0 < self.x < line.x1 and len(segments(line, line.size)) > 1


def is_beside_text(piece: Sequence[Line], gutter: float) -> bool:
    """True where one side of the gutter holds rows of cells, the other running text, each at heights of their own.

    The cells of one row stand at one height: text that is a table's last column begins at that of its row.
    """
    left, right = parts_of(piece, gutter)
    return _are_rows_beside(left, right) or _are_rows_beside(right, left)


def tables_beside_text(lines: Sequence[Line]) -> list[Beside]:
    """Where tables without rules stand beside running text on a page that is not set in columns, from the top."""
    parts = [segments(line, line.size) for line in lines]
    if sum(len(row) > 1 for row in parts) < _FEW_ROWS:
        return []
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    margin = _NARROWEST * (right - left)
    begins = Counter(round(part.x0) for row in parts for part in row)
    found: list[Beside] = []
    for x in sorted(x for x, n in begins.items() if n >= _FEW_ROWS and left + margin < x < right - margin):
        for first, last in _stretches(lines, x - 1.0):
            held = lines[first:last]
            if is_beside_text(held, x - 1.0):
                found.append(Beside(first, last, x - 1.0))
    found.sort(key=lambda beside: (beside.first - beside.last, beside.first, beside.x))
    apart: list[Beside] = []
    for beside in found:
        if all(beside.last <= other.first or other.last <= beside.first for other in apart):
            apart.append(beside)
    return sorted(apart, key=lambda beside: beside.first)


def _stretches(lines: Sequence[Line], x: float) -> list[tuple[int, int]]:
    """Lines, one after the other, that leave the white before x free, with some on either side of it."""
    free = [_leaves_free(line, x) for line in lines]
    found: list[tuple[int, int]] = []
    for is_free, run in itertools.groupby(range(len(lines)), lambda i: free[i]):
        at = list(run)
        if is_free and len(at) >= 2 * _FEW_ROWS:
            found.append((at[0], at[-1] + 1))
    return found


def _leaves_free(line: Line, x: float) -> bool:
    """True where no word stands in the white before x, and it is wider than a space between two words of the line."""
    over = any(word.x0 < x and word.x1 > x - _STRIP for word in line.words)
    sides = ((a, b) for a, b in itertools.pairwise(line.words) if a.x1 <= x < b.x1)
    return not over and all(b.x0 - a.x1 > WORD_SPACE * line.size for a, b in sides)


def _are_rows_beside(side: Sequence[Line], text: Sequence[Line]) -> bool:
    """Rows of nothing but tick boxes are none: what they answer stands beside them."""
    in_cells = [line for line in side if len(segments(line, line.size)) > 1 and not is_ticks(line)]
    rows = [_foot(line) for line in in_cells]
    if len(rows) < _FEW_ROWS:
        return False
    beside = [line for line in text if rows[0] - line.size < _foot(line) < rows[-1] + line.size]
    if _labels_drawing(in_cells, beside):
        return True
    if not runs_on(beside):
        return False
    if _goes_on_beside(in_cells, beside):
        return True
    feet = [_foot(line) for line in beside]
    in_step = sum(any(abs(foot - other) < _SAME_FOOT for other in feet) for foot in rows)
    if in_step > _IN_STEP * len(rows):
        return False
    half = min(b - a for a, b in itertools.pairwise(feet)) / 2
    near = sum(any(min(abs(a - b), abs(abs(a - b) - half)) < _EXACT for b in feet) for a in rows)
    return near < _HALF_IN_STEP * len(rows)


def _labels_drawing(rows: Sequence[Line], text: Sequence[Line]) -> bool:
    """True for the labels of what is drawn beside the rows: much smaller, and none of them at a row's height."""
    feet = [_foot(row) for row in rows]
    return bool(text) and all(
        line.size <= _SMALL * rows[0].size and all(abs(_foot(line) - foot) >= _SAME_FOOT for foot in feet)
        for line in text
    )


def _goes_on_beside(rows: Sequence[Line], text: Sequence[Line]) -> bool:
    """True where each line of the text has a row that ends in figures beside it, and yet begins within a sentence.

    A label of several lines does so too, with its row's figures beside one of them; a part of a sum is a row's label.
    """
    figures = [row for row in rows if is_number(segments(row, row.size)[-1].text)]
    if len(figures) < max(_FEW_ROWS, _MOST * len(rows)):
        return False
    beside = [line for line in text if any(abs(_foot(line) - _foot(row)) < _SAME_FOOT for row in figures)]
    within = sum(line.text[0].islower() and not begins_breakdown(line.text) for line in beside)
    return len(beside) >= _EACH * len(text) and within >= max(_FEW_ROWS, _IN_STEP * len(beside))


def _foot(line: Line) -> float:
    return max(word.bottom for word in line.words)
