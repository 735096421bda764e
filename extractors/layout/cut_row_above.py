"""The end of a row that the page break cut, where it stands apart above the rest of its table."""

from collections.abc import Sequence

from extractors.layout.page_layout import Item, NoteItem, TextItem
from extractors.pages.geometry import Box
from extractors.tables.cut_lines import cut_all
from extractors.tables.gutters import cut
from extractors.tables.open_cells import cells_of_row
from extractors.tables.ruled_tables import DraftGrid
from extractors.tables.table_flow import DraftTable, first_row_goes_on, table_of
from extractors.text.hyphens import Vocabulary
from extractors.text.lines import Line
from models.blocks import GridMethod

_ROWS_APART = 2.5
"""White between the end of the row and the rows below it, at most so many type sizes."""
_SAME_SIZE = 0.6
"""Points."""
_BESIDE = 3.0
"""Points that a text may begin to the side of its column's others, and reach over its edge."""


def cut_row_above(
    between: Sequence[Item], before: DraftTable, after: DraftTable, vocabulary: Vocabulary
) -> DraftTable | None:
    """What stands above `after`, first on its page, as the rest of the last row of `before`; None for other text.

    Each of its lines stands in a column of the table below it, as the texts there do, and it goes on with that row.
    """
    items = [item for item in between if not isinstance(item, NoteItem)]
    texts = [item for item in items if isinstance(item, TextItem) and not item.draft.heading]
    lines = [line for item in texts for line in item.draft.lines]
    if after.header_rows or not lines or len(texts) < len(items) or lines[0].page != after.places[0].page:
        return None
    grid = after.grids[0]
    near = 0 <= after.places[0].top - max(line.bottom for line in lines) <= _ROWS_APART * lines[0].size
    if not near or not all(_stands_in_column(part, grid) for line in lines for part in cut(line)):
        return None
    row = row_of(lines, grid, before.method, vocabulary)
    return row if first_row_goes_on(before, row) else None


def _stands_in_column(text: Line, grid: DraftGrid) -> bool:
    """True where the text begins as others of its column do, in their type, and keeps to it."""
    held = [line for cell in grid.cells for line in cell.lines]
    alike = [x for x in held if abs(x.x0 - text.x0) <= _BESIDE and abs(x.size - text.size) <= _SAME_SIZE]
    ends = [edge for edge in grid.edges if edge > text.x0 + _BESIDE]
    return bool(alike) and bool(ends) and text.x1 <= ends[0] + _BESIDE


def row_of(lines: Sequence[Line], grid: DraftGrid, method: GridMethod, vocabulary: Vocabulary) -> DraftTable:
    """Lines as a row of the table that the grid is a part of."""
    edges = grid.edges
    cells = tuple(cells_of_row(0, cut_all(lines, edges), edges))
    box = Box(edges[0], min(x.top for x in lines), edges[-1], max(x.bottom for x in lines))
    return table_of(DraftGrid(lines[0].page, box, cells, 1, len(edges) - 1, tuple(edges)), method, vocabulary)
