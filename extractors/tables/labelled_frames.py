"""A frame that holds labels in bold, each beside its text: the rows of a table though only its outer lines are drawn.

| **Mål**         Alla elever går till skolan         |
| **Aktiviteter** • Utbilda mentorer                  |
|                 • Pröva hemundervisning             |
"""

from dataclasses import replace

from extractors.pages.geometry import NOTHING_DRAWN
from extractors.tables.open_regions import find_regions
from extractors.tables.open_tables import read_region
from extractors.tables.ruled_tables import DraftCell, DraftGrid
from extractors.text.measures import Measures

_FEWEST_ROWS = 3
_MOST_LINES, _MOST_WORDS = 3, 6
"""Of a label."""


def with_labelled_rows(grid: DraftGrid, measures: Measures) -> DraftGrid:
    """The frame as the grid of its labels and their texts; itself where it holds anything else."""
    if len(grid.cells) != 1:
        return grid
    lines = list(grid.cells[0].lines)
    regions = find_regions(lines, measures, NOTHING_DRAWN)
    if len(regions) != 1 or (regions[0].first, regions[0].last, regions[0].n_cols) != (0, len(lines), 2):
        return grid
    rows = read_region(grid.page, lines, regions[0], NOTHING_DRAWN, measures, None).grid
    held = [rows.row_cells(row) for row in range(rows.n_rows)]
    if len(held) < _FEWEST_ROWS or not all(len(cells) == 2 and _is_labelled(*cells) for cells in held):
        return grid
    edges = (grid.box.x0, rows.edges[1], grid.box.x1)
    return replace(rows, box=grid.box, edges=edges, header_rows=0, heights=grid.heights)


def _is_labelled(label: DraftCell, text: DraftCell) -> bool:
    if not label.lines or not text.lines or len(label.lines) > _MOST_LINES:
        return False
    words = [word for line in label.lines for word in line.words]
    return len(words) <= _MOST_WORDS and label.bold and not text.bold
