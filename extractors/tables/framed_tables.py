"""Frames round a table whose columns nothing draws: its text is read as where no lines enclose it."""

from collections.abc import Sequence
from dataclasses import replace

from extractors.pages.geometry import Box, Drawn
from extractors.pages.page_words import RawPage
from extractors.tables.open_regions import find_regions
from extractors.tables.open_tables import read_region
from extractors.tables.ruled_tables import DraftGrid
from extractors.text.lines import Line
from extractors.text.measures import Measures

_MOSTLY = 0.6
"""Share of a frame's lines that stand in rows of a table, from which the frame is drawn round that."""
_FEW_ROWS = 2
"""Rows of such a table, at the least."""


def unframed(
    page: RawPage, grids: Sequence[DraftGrid], lines: Sequence[Line], measures: Measures
) -> tuple[RawPage, list[DraftGrid], list[Line]]:
    """The page, its grids and the lines outside them, once frames round open tables are taken away.

    What such a frame held are lines among the others, and what was drawn of it are rules.
    """
    framed = [grid for grid in grids if _holds_table(page, grid, measures)]
    if not framed:
        return page, list(grids), list(lines)
    held = [line for grid in framed for line in _lines(grid)]
    rules = [rule for grid in framed for rule in _rules(grid)]
    return (
        replace(page, rules=tuple(sorted((*page.rules, *rules), key=lambda r: (r.top, r.x0)))),
        [grid for grid in grids if grid not in framed],
        sorted([*lines, *held], key=lambda line: (line.bottom, line.x0)),
    )


def _holds_table(page: RawPage, grid: DraftGrid, measures: Measures) -> bool:
    if grid.n_cols > 1:
        return False
    lines = _lines(grid)
    drawn = Drawn(tuple(_rules(grid)), page.bands, page.tints)
    rows = 0
    for region in find_regions(lines, measures, drawn):
        found = read_region(page.number, lines, region, drawn, measures, None)
        if found.kind == "table" and found.grid.n_rows >= _FEW_ROWS:
            rows += region.last - region.first
    return bool(rows) and rows >= _MOSTLY * len(lines)


def _lines(grid: DraftGrid) -> list[Line]:
    return sorted((line for cell in grid.cells for line in cell.lines), key=lambda line: (line.bottom, line.x0))


def _rules(grid: DraftGrid) -> list[Box]:
    """The heights that part the frame's rows, and its own head and foot, as rules."""
    return [Box(grid.box.x0, y, grid.box.x1, y) for y in grid.heights]
