"""A table at a page's foot offers its columns to the first lines of the next page: rows too few to tell of columns."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.tables.cut_lines import cut_all
from extractors.tables.open_regions import OpenRegion
from extractors.tables.open_rows import numeric_columns
from extractors.tables.region_ends import stands_in
from extractors.tables.ruled_tables import DraftGrid
from extractors.text.lines import Line, lines_of

_ROW_WHITE = 2.6
"""Rows of one table are at most this many type sizes apart."""
_CELL_WHITE = 0.75
"""Lines of one row are at most this many type sizes apart."""
_OTHER_SIZE = 0.6
"""Points by which the type of other text differs."""


@dataclass(frozen=True)
class OpenEnd:
    """The columns of a table that no text follows on its page."""

    edges: tuple[float, ...]
    """n_cols + 1 positions, points."""
    drawn: tuple[float, ...]
    numeric: frozenset[int]
    """Columns of numbers."""
    sizes: frozenset[float]
    """Its type sizes, points."""


def open_end(grid: DraftGrid) -> OpenEnd | None:
    """The columns of the last thing on a page, a table without drawn cells; None where it holds no numbers."""
    lines = [line for row in range(grid.header_rows, grid.n_rows) for line in _row_lines(grid, row)]
    numeric = numeric_columns(cut_all(lines, grid.edges), grid.n_cols)
    sizes = frozenset(round(line.size, 1) for line in lines)
    return OpenEnd(grid.edges, grid.drawn_edges, frozenset(numeric), sizes) if numeric else None


def _row_lines(grid: DraftGrid, row: int) -> list[Line]:
    return lines_of(word for cell in grid.row_cells(row) for line in cell.lines for word in line.words)


def with_rows_going_on(lines: Sequence[Line], regions: Sequence[OpenRegion], end: OpenEnd) -> list[OpenRegion]:
    """The page's regions in columns, its first lines as one where they are rows of the table on the page before.

    `lines` are the page's first run, `regions` what they tell of themselves; that stays where it says as much.
    """
    last = _rows_at_head(lines, end)
    met = [region for region in regions if region.first < last]
    if last == 0 or any(region.last > last for region in met):
        return list(regions)
    told = next((x for x in met if x.first == 0 and x.last == last and x.n_cols == len(end.edges) - 1), None)
    rows = OpenRegion(0, last, end.edges, end.drawn) if told is None else told
    return [replace(rows, goes_on=True), *(region for region in regions if region not in met)]


def _rows_at_head(lines: Sequence[Line], end: OpenEnd) -> int:
    """How many of the first lines are rows: up to the last one with a number in its column, and a label beside it."""
    reach = 0
    while reach < len(lines) and _is_row_line(lines, reach, end):
        reach += 1
    rows = cut_all(lines[:reach], end.edges)
    numbers = [i for i, row in enumerate(rows) if any(row.is_number(col) for col in end.numeric)]
    last = _end_of_cell(lines, numbers[-1], reach) if numbers else 0
    others = any(row.cells[col] and not row.is_number(col) for row in rows[:last] for col in end.numeric)
    return last if not others and any(row.cells[0] for row in rows[:last]) else 0


def _is_row_line(lines: Sequence[Line], at: int, end: OpenEnd) -> bool:
    line = lines[at]
    near = at == 0 or line.top - lines[at - 1].bottom <= _ROW_WHITE * line.size
    return near and any(abs(line.size - size) <= _OTHER_SIZE for size in end.sizes) and stands_in(line, end.edges)


def _end_of_cell(lines: Sequence[Line], last: int, reach: int) -> int:
    """One past the last line of the row that line `last` is of."""
    for above, at in itertools.pairwise(range(last, reach)):
        if lines[at].top - lines[above].bottom > _CELL_WHITE * lines[at].size:
            return at
    return reach
