"""Cells over several rows in tables of which rules are drawn between rows only: those rules stop short of them."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.pages.geometry import Box
from extractors.tables.ruled_tables import DraftCell, DraftGrid
from extractors.text.lines import Line

_SAME_HEIGHT = 1.5
"""Points within which rules stand at one height."""
_MOST_OF_WIDTH, _LITTLE = 0.8, 0.2
"""A rule parts the rows of a column where it covers so much of it, and not where it covers so little."""
_NEXT_LINE = 0.5
"""White between two lines of one text, at most, in type sizes."""
_LEVEL = 0.3
"""Of the type size: texts whose tops differ by less stand at one height."""

Rows = list[tuple[int, int]]


def with_cells_over_rows(grid: DraftGrid, rules: Sequence[Box]) -> DraftGrid:
    """The grid with a text at the side of several rows as one cell over them, at their first row.

    So it is where rules part the rows in the other columns, but not in its own; below the last of its rows one does.
    """
    extents = [_extent(grid, col) for col in range(grid.n_cols)]
    parted = [_parted_columns(grid, row, extents, rules) for row in range(grid.header_rows, grid.n_rows - 1)]
    cells = {(cell.row, cell.col): cell for cell in grid.cells}
    gone: set[tuple[int, int]] = set()
    for col in range(grid.n_cols):
        told = [None if columns is None else col in columns for columns in parted]
        if True not in told:
            continue
        for first, last in _runs(told, grid.header_rows):
            over = _one_cell(grid, col, first, last)
            if over is not None:
                cells[first, col] = over
                gone |= {(row, col) for row in range(first + 1, last + 1)}
    return replace(grid, cells=tuple(cell for place, cell in cells.items() if place not in gone)) if gone else grid


def _extent(grid: DraftGrid, col: int) -> tuple[float, float]:
    """How far the column's text reaches below the head; its edges where it has none there."""
    held = [c for c in grid.cells if c.col == col and c.col_span == 1 and c.row >= grid.header_rows]
    lines = [line for cell in held for line in cell.lines]
    if not lines:
        return grid.edges[col], grid.edges[col + 1]
    return min(line.x0 for line in lines), max(line.x1 for line in lines)


def _parted_columns(
    grid: DraftGrid, row: int, extents: Sequence[tuple[float, float]], rules: Sequence[Box]
) -> set[int] | None:
    """The columns over which a rule is drawn between a row and the next one; None where none is drawn over any.

    Columns that a rule covers a part of are none of them: nothing can be told of such a height.
    """
    upper, lower = _middles(grid, row), _middles(grid, row + 1)
    if not upper or not lower:
        return None
    between = [rule for rule in rules if min(upper) < rule.top < max(lower)]
    for rule in between:
        level = [other for other in between if abs(other.top - rule.top) <= _SAME_HEIGHT]
        shares = [_covered(level, left, right) for left, right in extents]
        if any(_LITTLE < share < _MOST_OF_WIDTH for share in shares):
            continue
        columns = {col for col, share in enumerate(shares) if share >= _MOST_OF_WIDTH}
        above = [y for cell in grid.row_cells(row) if cell.col in columns for y in _lines_middles(cell)]
        below = [y for cell in grid.row_cells(row + 1) if cell.col in columns for y in _lines_middles(cell)]
        if above and below and max(above) < rule.top < min(below):
            return columns
    return None


def _covered(rules: Sequence[Box], left: float, right: float) -> float:
    return sum(max(0.0, min(rule.x1, right) - max(rule.x0, left)) for rule in rules) / max(right - left, 1.0)


def _middles(grid: DraftGrid, row: int) -> list[float]:
    return [y for cell in grid.row_cells(row) for y in _lines_middles(cell)]


def _lines_middles(cell: DraftCell) -> list[float]:
    return [(line.top + line.bottom) / 2 for line in cell.lines]


def _runs(told: Sequence[bool | None], first: int) -> Rows:
    """Rows, the first and the last, between which no rule parts a column that one parts from the rows around them.

    `told` says so for each row and the next, from row `first` on.
    """
    runs: Rows = []
    start = first
    for row, parted in enumerate([*told, True], first):
        if parted is False:
            continue
        if parted and row > start:
            runs.append((start, row))
        start = row + 1
    return runs


def _one_cell(grid: DraftGrid, col: int, first: int, last: int) -> DraftCell | None:
    """The only text that stands in a column from row `first` to row `last`, as one cell; None where there are more."""
    held = [cell for row in range(first, last + 1) for cell in grid.row_cells(row) if cell.col == col]
    lines = [line for cell in held for line in cell.lines]
    if not lines or any(cell.col_span > 1 for cell in held) or len(held) < last - first + 1:
        return None
    several = [cell for cell in held if cell.lines]
    if len(several) > 1 and all(_begins_its_row(grid, cell) for cell in several):
        return None
    if not all(_go_on(a, b) for a, b in pairwise(sorted(lines, key=lambda line: line.top))):
        return None
    box = Box(held[0].box.x0, held[0].box.top, held[0].box.x1, held[-1].box.bottom)
    return DraftCell(first, col, last - first + 1, 1, box, tuple(lines))


def _begins_its_row(grid: DraftGrid, cell: DraftCell) -> bool:
    """True where the cell's first line stands at the height of another cell's: it is a label of that row alone."""
    others = [other.lines[0].top for other in grid.row_cells(cell.row) if other.lines and other.col != cell.col]
    return any(abs(cell.lines[0].top - top) <= _LEVEL * cell.lines[0].size for top in others)


def _go_on(above: Line, below: Line) -> bool:
    return below.top - above.bottom <= _NEXT_LINE * above.size
