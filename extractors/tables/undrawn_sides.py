"""Outer columns of grids of which only lines between the columns are drawn: their text stands beside the grid."""

from collections.abc import Sequence
from dataclasses import replace

from extractors.pages.geometry import Box, Word
from extractors.tables.ruled_tables import DraftCell, DraftGrid
from extractors.text.lines import Line, segments
from extractors.text.printed_lines import lines_of

_LEVEL = 1.5
"""Points within which two texts stand at one height."""
_FEW_LINES = 2
"""Lines beside the grid, at the least, that stand level with lines in it."""
_MOST = 0.6
"""Of the heights at which text begins beside the grid so many are such at which text stands in it."""
_APART = 1.5
"""White wider than so many type sizes parts a column from what stands beyond it."""


def with_undrawn_sides(grids: Sequence[DraftGrid], lines: Sequence[Line]) -> tuple[list[DraftGrid], list[Line]]:
    """The grids with the columns left of the first line and right of the last one, and the lines without their words.

    `lines` are the page's outside its grids. A text in a column of its own has lines at other heights than the table.
    """
    found: list[DraftGrid] = []
    taken: set[Word] = set()
    for grid in grids:
        widened = grid
        if grid.upright:
            for right in (False, True):
                words = _words_beside(grid, lines, right=right)
                if words:
                    widened = _with_column(widened, words, right=right)
                    taken.update(words)
        found.append(widened)
    if not taken:
        return found, list(lines)
    rest = [(line, tuple(w for w in line.words if w not in taken)) for line in lines]
    return found, [line if words == line.words else Line(words) for line, words in rest if words]


def _words_beside(grid: DraftGrid, lines: Sequence[Line], *, right: bool) -> list[Word]:
    """The words of the column on one side of the grid; none where none stands there."""
    box = grid.box
    beside: list[Line] = []
    for line in lines:
        if not box.top - _LEVEL <= (line.top + line.bottom) / 2 <= box.bottom + _LEVEL:
            continue
        words = tuple(w for w in line.words if (w.x0 >= box.x1 if right else w.x1 <= box.x0))
        if words:
            parts = segments(Line(words), _APART * line.size)
            beside.append(parts[0] if right else parts[-1])
    inside = [line.bottom for row in grid.printed_rows for line in row]
    level = [part for part in beside if any(abs(part.bottom - y) <= _LEVEL for y in inside)]
    if len(level) < _FEW_LINES:
        return []
    met = sum(any(abs(part.bottom - y) <= _LEVEL for part in beside) for y in inside)
    if max(len(level) / len(beside), met / len(inside)) < _MOST:
        return []
    return [word for part in beside for word in part.words]


def _with_column(grid: DraftGrid, words: Sequence[Word], *, right: bool) -> DraftGrid:
    """The grid and one more column, of the words, in the rows that it has."""
    x0, x1 = min(w.x0 for w in words), max(w.x1 for w in words)
    left, end = (grid.box.x1, x1) if right else (x0, grid.box.x0)
    tops = [min(cell.box.top for cell in grid.row_cells(row)) for row in range(grid.n_rows)]
    cells = [cell if right else replace(cell, col=cell.col + 1) for cell in grid.cells]
    for row, (top, bottom) in enumerate(zip(tops, [*tops[1:], grid.box.bottom], strict=True)):
        held = [w for w in words if _row_of(w, tops) == row]
        box = Box(left, top, end, bottom)
        cells.append(DraftCell(row, grid.n_cols if right else 0, 1, 1, box, tuple(lines_of(held))))
    edges = (*grid.edges, end) if right else (left, *grid.edges)
    return replace(
        grid,
        box=Box(min(left, grid.box.x0), grid.box.top, max(end, grid.box.x1), grid.box.bottom),
        cells=tuple(sorted(cells, key=lambda cell: (cell.row, cell.col))),
        n_cols=grid.n_cols + 1,
        edges=edges,
        drawn_edges=edges,
    )


def _row_of(word: Word, tops: Sequence[float]) -> int:
    """The row whose height the word's middle stands in."""
    return max(0, sum(top <= (word.top + word.bottom) / 2 for top in tops) - 1)
