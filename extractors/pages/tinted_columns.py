"""Columns set off by a tint in tables of which nothing else is drawn: their cells tell the heights of whole rows."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.pages.geometry import Box, Word
from extractors.pages.pdfium_shapes import Shape
from extractors.pages.section_tints import holds_cells

_TOUCH = 2.0
"""Points within which two drawn edges touch."""
_RULE_THICKNESS = 3.0
"""Points: a shape thinner than this is a rule."""
_APART = 6.0
"""White between two tinted cells of one column, points, at most."""
_LEAST = 3
"""Cells under each other, with text in them and beside them, that make a column."""
_OVER_EDGE = 1.5
"""Points by which a word may reach over its row's edge."""
_PADDING = 2.0
"""Points between a table's text and its undrawn side."""


@dataclass(frozen=True)
class TintedRows:
    """The rows of tables with tinted columns: `cells` are the rectangles drawn, `rows` what they are told to be."""

    cells: frozenset[Box]
    rows: tuple[Box, ...]


def tinted_rows(shapes: Sequence[Shape], words: Sequence[Word]) -> TintedRows:
    """Rows told by columns that are tinted cell by cell, where nothing is drawn at the columns' sides.

    Beside every such cell text of its row may stand, but none that reaches over the cell's heights: running text beside
    a box does. Where but labels stand left of the tints they are a form's answers, unless a head says otherwise.
    """
    fills = sorted({s.box for s in shapes if _is_tint(s)}, key=lambda b: (b.x0, b.x1, b.top))
    standing = [s.box for s in shapes if _stands(s)]
    columns: dict[tuple[float, float], list[Box]] = defaultdict(list)
    for box in fills:
        columns[round(box.x0, 1), round(box.x1, 1)].append(box)
    cells: set[Box] = set()
    rows: dict[tuple[float, float], Box] = {}
    for column in columns.values():
        for stack in _stacks(column):
            frame = _frame(stack, standing) if len(stack) >= _LEAST else None
            if frame is None or _is_of_a_grid(stack, fills):
                continue
            for row, cell in zip(_rows_of(stack, frame, fills, words), stack, strict=False):
                cells.add(cell)
                rows.setdefault((round(row.top), round(row.bottom)), row)
    return TintedRows(frozenset(cells), tuple(sorted(rows.values(), key=lambda b: (b.top, b.x0))))


def _is_tint(shape: Shape) -> bool:
    box = shape.box
    return shape.kind == "rectangle" and shape.filled and not shape.stroked and box.height > _RULE_THICKNESS < box.width


def _stands(shape: Shape) -> bool:
    box = shape.box
    return box.height > _RULE_THICKNESS and (box.width <= _RULE_THICKNESS or shape.stroked)


def _frame(stack: Sequence[Box], standing: Sequence[Box]) -> tuple[float, float] | None:
    """What is drawn left and right of a table with this column and nowhere within it; None where columns are parted.

    Infinite where nothing is drawn. The column may be the table's first or last, but not all of it.
    """
    x0, x1, top, bottom = stack[0].x0, stack[0].x1, stack[0].top, stack[-1].bottom
    beside = [line for line in standing if line.top < bottom - _TOUCH and line.bottom > top + _TOUCH]
    places = {x for line in beside for x in (line.x0, line.x1)}
    left = max((x for x in places if x <= x0 + _TOUCH), default=float("-inf"))
    right = min((x for x in places if x >= x1 - _TOUCH), default=float("inf"))
    at_left, at_right = left >= x0 - _TOUCH, right <= x1 + _TOUCH
    if (at_left and at_right) or any(x0 + _TOUCH < x < x1 - _TOUCH for x in places):
        return None
    if not at_left and not at_right:
        return left, right
    # A line at one of its sides is the table's own edge only where another line is its other one.
    return None if float("inf") in (-left, right) else (left, right)


def _is_of_a_grid(stack: Sequence[Box], fills: Sequence[Box]) -> bool:
    """True where every cell touches one that is drawn beside it."""
    return all(
        any(_is_level(b, cell) and min(abs(b.x0 - cell.x1), abs(b.x1 - cell.x0)) <= _TOUCH for b in fills)
        for cell in stack
    )


def _stacks(column: Sequence[Box]) -> list[list[Box]]:
    """The cells of one width that follow each other close, from the top."""
    stacks: list[list[Box]] = []
    for box in column:
        if stacks and -_TOUCH <= box.top - stacks[-1][-1].bottom <= _APART:
            stacks[-1].append(box)
        else:
            stacks.append([box])
    return stacks


def _rows_of(
    stack: Sequence[Box], frame: tuple[float, float], fills: Sequence[Box], words: Sequence[Word]
) -> list[Box]:
    """The rows that the cells stand in, as wide as the table; empty where they stand in none."""
    x0, x1, top, bottom = stack[0].x0, stack[0].x1, stack[0].top, stack[-1].bottom
    level = [w for w in words if top < w.middle < bottom and frame[0] < (w.x0 + w.x1) / 2 < frame[1]]
    inside = [w for w in level if x0 <= (w.x0 + w.x1) / 2 <= x1]
    beside = [w for w in level if not x0 <= (w.x0 + w.x1) / 2 <= x1]
    near = [b for b in fills if top - _APART <= b.bottom and b.top <= bottom + _APART]
    drawn = [b for b in near if (b.x0 < x1 and x0 < b.x1) or any(_is_level(b, cell) for cell in stack)]
    left, right = min(b.x0 for b in drawn), max(b.x1 for b in drawn)
    wider = right - left > x1 - x0 + _TOUCH
    if wider:
        beside = [w for w in beside if left <= (w.x0 + w.x1) / 2 <= right]
    told = [c for c in stack if _holds_one(c, inside) and _holds_one(c, beside)]
    if len(told) < _LEAST or any(_reaches_over(w, cell.top) for cell in stack[1:] for w in beside):
        return []
    if not wider and _are_labels(beside, x0) and not _has_head(told, [*inside, *beside]):
        return []
    left, right = min(left, *(w.x0 - _PADDING for w in beside)), max(right, *(w.x1 + _PADDING for w in beside))
    return [Box(left, cell.top, right, cell.bottom) for cell in stack]


def _are_labels(words: Sequence[Word], x0: float) -> bool:
    """True where they stand in one column left of the tints."""
    return max(w.x1 for w in words) <= x0 and not holds_cells(words)


def _has_head(cells: Sequence[Box], words: Sequence[Word]) -> bool:
    """True where all of the first row is set otherwise than the rows below: without, labels and a form's answers."""
    rows = [{(w.bold, w.italic, w.color) for w in words if cell.top <= w.middle <= cell.bottom} for cell in cells]
    return len(rows) > 1 and rows[0].isdisjoint(set().union(*rows[1:]))


def _reaches_over(word: Word, height: float) -> bool:
    return word.top < height - _OVER_EDGE and word.bottom > height + _OVER_EDGE


def _holds_one(cell: Box, words: Sequence[Word]) -> bool:
    return any(cell.top <= word.middle <= cell.bottom for word in words)


def _is_level(box: Box, cell: Box) -> bool:
    return abs(box.top - cell.top) <= _TOUCH and abs(box.bottom - cell.bottom) <= _TOUCH


def without_told(bands: Sequence[Box], told: Sequence[Box]) -> list[Box]:
    """The bands that are not parts of the rows told."""
    return [b for b in bands if not any(row.encloses(b) and _is_level(b, row) for row in told)]
