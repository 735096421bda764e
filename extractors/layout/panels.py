"""Boxes beside each other with a table drawn in one of them: each is read by itself, as a small page is."""

from collections.abc import Sequence

from extractors.pages.page_words import RawPage
from extractors.tables.open_regions import find_regions
from extractors.tables.open_tables import read_region
from extractors.tables.ruled_tables import DraftCell, DraftGrid
from extractors.text.measures import Measures

_FEWEST_RULES = 2
"""Heights of rules within a box, below its table's head and between its rows: what no rules part is one cell's text."""
_FEWEST_ROWS = 2


def parted_in_panels(
    page: RawPage, grids: Sequence[DraftGrid], measures: Measures
) -> tuple[list[DraftGrid], list[DraftGrid]]:
    """The grids that are such boxes, and the others."""
    panels = [grid for grid in grids if _are_panels(page, grid, measures)]
    return panels, [grid for grid in grids if not any(grid is panel for panel in panels)]


def _are_panels(page: RawPage, grid: DraftGrid, measures: Measures) -> bool:
    beside = grid.n_rows == 1 and grid.n_cols > 1
    return beside and any(_holds_table(page, cell, measures) for cell in grid.cells)


def _holds_table(page: RawPage, cell: DraftCell, measures: Measures) -> bool:
    rules = {round(rule.top) for rule in page.rules if cell.box.encloses(rule)}
    if len(rules) < _FEWEST_RULES:
        return False
    found = (
        read_region(page.number, cell.lines, region, page.drawn, measures, None)
        for region in find_regions(cell.lines, measures, page.drawn)
    )
    return any(table.kind == "table" and table.grid.n_rows >= _FEWEST_ROWS for table in found)
