"""A row that the page break cut, of which a part stands apart: below its table's rows, or above them."""

from collections.abc import Sequence
from dataclasses import replace

from extractors.layout.page_items import Item, NoteItem, TextItem
from extractors.pages.geometry import Box
from extractors.tables.cut_lines import cut_all
from extractors.tables.draft_table import DraftTable
from extractors.tables.line_parts import cut
from extractors.tables.open_cells import cells_of_row
from extractors.tables.ruled_tables import DraftGrid
from extractors.tables.table_flow import (
    first_row_goes_on,
    goes_on_in,
    join_tables,
    repeated_header,
    table_of,
)
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

    Each of its lines stands in a column of the table, as the texts there do below it or on the page before, and it
    goes on with that row.
    """
    items = [item for item in between if not isinstance(item, NoteItem)]
    texts = [item for item in items if isinstance(item, TextItem) and not item.draft.heading]
    lines = [line for item in texts for line in item.draft.lines]
    if after.header_rows or not lines or len(texts) < len(items) or lines[0].page != after.places[0].page:
        return None
    grid = after.grids[0]
    near = 0 <= after.places[0].top - max(line.bottom for line in lines) <= _ROWS_APART * lines[0].size
    if not near or not _stand_in_columns(lines, [grid, *before.grids[-1:]]):
        return None
    row = row_of(lines, grid, before.method, vocabulary)
    return row if first_row_goes_on(before, row) else None


def cut_row_below(
    between: Sequence[Item], before: DraftTable, after: DraftTable, vocabulary: Vocabulary
) -> DraftTable | None:
    """What stands below `before`, last on its page, as the begin of the row that `after` goes on with; None for other.

    Each of its lines stands in a column of the table above it, as the texts there do, and all are set alike.
    """
    texts = [item for item in between if isinstance(item, TextItem) and not item.draft.heading]
    lines = [line for item in texts for line in item.draft.lines]
    styles = {(line.bold, line.italic) for line in lines}
    if len(styles) != 1 or len(texts) < len(between) or any(x.page != before.places[-1].page for x in lines):
        return None
    page = before.places[-1].page
    grids = [grid for grid in before.grids if grid.page == page]
    near = 0 <= min(line.top for line in lines) - before.places[-1].bottom <= _ROWS_APART * lines[0].size
    if not near or not _stand_in_columns(lines, grids):
        return None
    row = replace(row_of(lines, grids[0], before.method, vocabulary), header_rows=0)
    table = join_tables(before, row, vocabulary)
    if table.n_rows == before.n_rows:
        return None  # it goes on with the row above it
    skip = repeated_header(before, after)
    return row if goes_on_in(table, after, skip) else None


def _stand_in_columns(lines: Sequence[Line], grids: Sequence[DraftGrid]) -> bool:
    """True where each text of the lines begins as others of its column do, in their type, and keeps to it.

    `grids` are what is known of one table on the page.
    """
    held = [line for grid in grids for cell in grid.cells for line in cell.lines]
    return all(_stands_in_column(part, held, grids[0].edges) for line in lines for part in cut(line))


def _stands_in_column(text: Line, held: Sequence[Line], edges: Sequence[float]) -> bool:
    alike = [x for x in held if abs(x.x0 - text.x0) <= _BESIDE and abs(x.size - text.size) <= _SAME_SIZE]
    ends = [edge for edge in edges if edge > text.x0 + _BESIDE]
    return bool(alike) and bool(ends) and text.x1 <= ends[0] + _BESIDE


def row_of(lines: Sequence[Line], grid: DraftGrid, method: GridMethod, vocabulary: Vocabulary) -> DraftTable:
    """Lines as a row of the table that the grid is a part of."""
    edges = grid.edges
    cells = tuple(cells_of_row(0, cut_all(lines, edges), edges))
    box = Box(edges[0], min(x.top for x in lines), edges[-1], max(x.bottom for x in lines))
    return table_of(DraftGrid(lines[0].page, box, cells, 1, len(edges) - 1, tuple(edges)), method, vocabulary)
