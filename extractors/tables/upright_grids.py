"""Grids of which only the columns are drawn: their head and rows are told as those of a table without lines."""

from dataclasses import replace

from extractors.pages.geometry import NOTHING_DRAWN
from extractors.tables.open_regions import OpenRegion
from extractors.tables.open_tables import read_region
from extractors.tables.ruled_tables import DraftGrid
from extractors.text.measures import Measures


def with_undrawn_rows(grid: DraftGrid, measures: Measures) -> DraftGrid:
    """The grid with its head and rows, where lines are drawn between its columns only and it holds a table."""
    if not grid.upright or grid.n_rows > 1 or any(cell.col_span > 1 for cell in grid.cells):
        return grid
    (lines,) = grid.printed_rows
    region = OpenRegion(0, len(lines), grid.edges, grid.edges)
    found = read_region(grid.page, lines, region, NOTHING_DRAWN, measures, None)
    if found.kind != "table" or found.grid.n_rows == 1:
        return grid
    doubts = [doubt for doubt in (grid.doubt, found.grid.doubt) if doubt is not None]
    return replace(
        grid,
        cells=found.grid.cells,
        n_rows=found.grid.n_rows,
        header_rows=found.grid.header_rows,
        doubt="; ".join(doubts) or None,
    )
