"""Grids of which only the columns are drawn: their head and rows are told as those of a table without lines."""

from dataclasses import replace
from itertools import pairwise

from extractors.pages.geometry import NOTHING_DRAWN
from extractors.tables.open_regions import OpenRegion
from extractors.tables.open_tables import read_region
from extractors.tables.ruled_tables import DraftGrid
from extractors.text.measures import Measures

_CLEARLY = 0.3
"""White between rows is wider than white within cells by so large a share of the type size, at least."""


def with_undrawn_rows(grid: DraftGrid, measures: Measures) -> DraftGrid:
    """The grid with its head and rows, where lines are drawn between its columns only and it holds a table."""
    if not grid.upright or grid.n_rows > 1 or any(cell.col_span > 1 for cell in grid.cells):
        return grid
    (lines,) = grid.printed_rows
    region = OpenRegion(0, len(lines), grid.edges, grid.edges)
    found = read_region(grid.page, lines, region, NOTHING_DRAWN, measures, None)
    if found.grid.n_rows == 1 or not (found.kind == "table" or _stand_apart(found.grid)):
        return grid
    doubts = [doubt for doubt in (grid.doubt, found.grid.doubt) if doubt is not None]
    return replace(
        grid,
        cells=found.grid.cells,
        n_rows=found.grid.n_rows,
        header_rows=found.grid.header_rows,
        doubt="; ".join(doubts) or None,
    )


def _stand_apart(grid: DraftGrid) -> bool:
    """True for rows of a label and text beside it each, with clearly more white between them than within any cell.

    Rows on a further page may be few and without a head; columns of text break off at different heights.
    """
    rows = [grid.row_cells(row) for row in range(grid.n_rows)]
    if any({cell.col for cell in row if cell.lines} in (set(), {0}) or not row[0].lines for row in rows):
        return False
    lines = [[line for cell in row for line in cell.lines] for row in rows]
    between = [min(x.top for x in b) - max(x.bottom for x in a) for a, b in pairwise(lines)]
    within = [b.top - a.bottom for row in rows for cell in row for a, b in pairwise(cell.lines)]
    return bool(within) and min(between) > max(within) + _CLEARLY * lines[0][0].size
