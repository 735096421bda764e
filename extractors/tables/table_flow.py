"""Grids to tables, and tables that go on over pages as one."""

from collections.abc import Sequence
from dataclasses import replace

from extractors.tables.cell_items import items_of, numbered_item
from extractors.tables.cell_leads import lead_of
from extractors.tables.cell_paragraphs import joined_paragraphs, paragraphs_of, usual_step
from extractors.tables.cell_parts import parts_of, possible_parts_of, text_edges
from extractors.tables.cells_over_pages import with_cells_over_pages
from extractors.tables.columns_over_pages import with_common_columns
from extractors.tables.cut_rows import is_rest_of_row
from extractors.tables.draft_table import DraftTable, TableCell
from extractors.tables.first_rows import header_rows_of
from extractors.tables.open_feet import is_cut_open
from extractors.tables.ruled_tables import DraftCell, DraftGrid
from extractors.tables.torn_cells import with_whole_cells
from extractors.text.hyphens import Vocabulary
from models.blocks import GridMethod
from models.place import Place, join_places

_SAME_EDGE = 7.0
_SEVERAL = 2
"""Texts of a row, at the least, that all go on in the row above."""
_TELLING = 12
"""Parts of a table that tell of its columns together with the next one."""


def table_of(grid: DraftGrid, method: GridMethod, vocabulary: Vocabulary) -> DraftTable:
    """One page's grid as a table."""
    grid = grid if method == "ruled" else with_whole_cells(grid)
    right, step = text_edges(grid.cells, drawn=method == "ruled"), usual_step(grid.cells)
    cells = tuple(
        TableCell(
            row=c.row,
            col=c.col,
            row_span=c.row_span,
            col_span=c.col_span,
            text=c.text(vocabulary),
            place=_place(grid.page, c),
            bold=c.bold,
            size=max((line.size for line in c.lines), default=0.0),
            italic=bool(c.lines) and all(line.italic for line in c.lines),
            color=c.lines[0].color if c.lines else "",
            items=items_of(c.lines, vocabulary),
            lead=lead_of(c.lines, vocabulary),
            parts=parts_of(c.lines, right[c.last_col], vocabulary) if len(c.lines) > 1 else (),
            painted=c.painted,
            possible_parts=possible_parts_of(c.lines, vocabulary),
            paragraphs=paragraphs_of(c.lines, step, vocabulary),
            marks="".join(word.mark for line in c.lines for word in line.words),
        )
        for c in grid.cells
    )
    box = Place(page=grid.page, x0=grid.box.x0, top=grid.box.top, x1=grid.box.x1, bottom=grid.box.bottom)
    table = DraftTable(
        cells=cells,
        n_rows=grid.n_rows,
        n_cols=grid.n_cols,
        header_rows=grid.header_rows,
        method=method,
        edges=grid.edges,
        places=(box,),
        doubt=grid.doubt,
        grids=(grid,),
    )
    return table if grid.header_rows else replace(table, header_rows=header_rows_of(table))


def _place(page: int, cell: DraftCell) -> Place:
    box = cell.box
    return Place(page=page, x0=box.x0, top=box.top, x1=box.x1, bottom=box.bottom)


def goes_on(before: DraftTable, after: DraftTable) -> bool:
    """True where `after`, first on its page, is the rest of `before`, last on the page before."""
    if before.n_cols != after.n_cols:
        return False
    if repeated_header(before, after):
        return True
    if after.header_rows and before.header_rows and before.row_texts(0) != after.row_texts(0):
        return False
    shift = before.edges[0] - after.edges[0]
    return all(abs(a - b - shift) <= _SAME_EDGE for a, b in zip(before.edges, after.edges, strict=True))


def with_rows_alone(before: DraftTable, after: DraftTable) -> DraftTable:
    """`after`, without a head where its first row looks like one and is a row, or the rest of one, of `before`."""
    headed = bool(after.header_rows and before.header_rows) and not repeated_header(before, after)
    if headed and after.n_cols == before.n_cols and (_begins_in_rest(before, after) or _begins_as_rows(before, after)):
        return replace(after, header_rows=0)
    return after


def _begins_in_rest(before: DraftTable, after: DraftTable) -> bool:
    """True where what looks like the head of `after` goes on in the last row of `before`: each text in lower case."""
    texts = [text for text in after.row_texts(0) if text]
    lower = len(texts) >= _SEVERAL and all(text[0].islower() for text in texts)
    return lower and goes_on_in(before, after, 0)


def _begins_as_rows(before: DraftTable, after: DraftTable) -> bool:
    """True where the first row of `after` is set as the rows of `before` are, below heads that are all in bold.

    Bold labels are rows' too where all of their column are; sections in bold among plain ones tell of no label.
    """
    rows = [before.row(i) for i in range(before.header_rows, before.n_rows)]
    weights = {(c.col, c.bold) for row in rows for c in row if c.text}
    first = [c for c in after.row(0) if c.text]
    bold_heads = all(c.bold for c in before.row(0) if c.text)
    return (
        bold_heads
        and any(not c.bold for c in first)
        and all((c.col, c.bold) in weights and not (c.bold and (c.col, False) in weights) for c in first)
    )


def cut_alike(before: DraftTable, after: DraftTable, vocabulary: Vocabulary) -> tuple[DraftTable, DraftTable]:
    """The two with columns that both tell of, where no lines are drawn between their columns; else as they are.

    Of a long table the last parts tell of the columns. Where they have as many as before the earlier parts stay as
    they are: to cut all anew for each page would take hours for a table of hundreds of pages.
    """
    if "ruled" in (before.method, after.method) or not before.grids or not after.grids:
        return before, after
    grids = with_common_columns(before.grids[-_TELLING:], after.grids[0])
    if grids is not None and len(before.grids) > _TELLING:
        if grids[-1].n_cols == before.n_cols:
            return before, table_of(grids[-1], after.method, vocabulary)
        grids = with_common_columns(before.grids, after.grids[0])
    if grids is None:
        return before, after
    first, *more, last = (table_of(grid, after.method, vocabulary) for grid in grids)
    for part in more:
        first = join_tables(first, part, vocabulary)
    return replace(first, method=before.method, title=before.title), last


def repeated_header(before: DraftTable, after: DraftTable) -> int:
    """How many of `after`'s first rows repeat `before`'s header."""
    count = 0
    for index in range(min(max(before.header_rows, 1), after.n_rows)):
        texts = before.row_texts(index)
        if not any(texts) or texts != after.row_texts(index):
            break
        count += 1
    return count


def join_tables(before: DraftTable, after: DraftTable, vocabulary: Vocabulary) -> DraftTable:
    """The two as one: a repeated header is left out, a row that the page cut is made whole."""
    skip = repeated_header(before, after)
    header_rows = max(before.header_rows, skip)
    first = skip
    # The rest can stand in two rows where its label goes on after a sentence that the first of them ends.
    while goes_on_in(before, after, first) and (first == skip or after.row_texts(first)[0]):
        before = replace(before, cells=_joined_last_row(before, after.row(first), vocabulary))
        first += 1
    before, after = with_cells_over_pages(before, after, first, vocabulary)
    shift = before.n_rows - first
    rows = [replace(c, row=c.row + shift) for i in range(first, after.n_rows) for c in after.row(i)]
    doubts = [d for d in (before.doubt, after.doubt) if d]
    return replace(
        before,
        cells=(*before.cells, *rows),
        n_rows=after.n_rows + shift,
        header_rows=header_rows,
        places=join_places(before.places, after.places),
        doubt="; ".join(dict.fromkeys(doubts)) or None,
        grids=(*before.grids, *after.grids),
    )


def first_row_goes_on(before: DraftTable, after: DraftTable) -> bool:
    """True where the first row of `after` is the rest of the last row of `before`, which the page break cut."""
    return goes_on_in(before, after, 0)


def goes_on_in(before: DraftTable, after: DraftTable, first: int) -> bool:
    """True where row `first` of `after` is the rest of the last row of `before`."""
    last = before.n_rows - 1
    if first >= after.n_rows or last < before.header_rows or after.n_cols != before.n_cols:
        return False
    above, rest = before.row_texts(last), after.row_texts(first)
    weights = [{c.bold for c in row if c.text and c.col == 0} for row in (before.row(last), after.row(first))]
    if all(weights) and weights[0] != weights[1]:
        return False
    others = [before.row_texts(i) for i in range(before.header_rows, last)]
    others += [after.row_texts(i) for i in range(first + 1, after.n_rows)]
    unclosed = first == 0 and is_cut_open(before, after)
    return is_rest_of_row(above, rest, others, headed=before.header_rows > 0, unclosed=unclosed)


def _joined_last_row(table: DraftTable, rest: Sequence[TableCell], vocabulary: Vocabulary) -> tuple[TableCell, ...]:
    """The table's cells, those of its last row with the texts of the rest that stand in their columns."""
    joined: list[TableCell] = []
    for cell in table.cells:
        more = [c for c in rest if c.text and cell.col <= c.col < cell.col + cell.col_span]
        if cell.row == table.n_rows - 1 and more:
            text = vocabulary.join([t for t in (cell.text, *(c.text for c in more)) if t])
            joined.append(
                replace(
                    cell,
                    text=text,
                    items=_joined_items(cell, more, vocabulary),
                    parts=(),
                    possible_parts=(),
                    paragraphs=_joined_paragraphs(cell, more, vocabulary),
                    marks="".join(c.marks for c in (cell, *more)),
                )
            )
        else:
            joined.append(cell)
    return tuple(joined)


def _joined_paragraphs(cell: TableCell, rest: Sequence[TableCell], vocabulary: Vocabulary) -> tuple[str, ...]:
    if not cell.text or len(rest) != 1:
        return rest[0].paragraphs if not cell.text and len(rest) == 1 else ()
    return joined_paragraphs(cell.paragraphs or (cell.text,), rest[0].paragraphs or (rest[0].text,), vocabulary)


def _joined_items(cell: TableCell, rest: Sequence[TableCell], vocabulary: Vocabulary) -> tuple[str, ...]:
    """The items of a cell that the page cut: what begins no item of its own goes on in the last one above."""
    if not cell.items and not cell.text:
        return rest[0].items if len(rest) == 1 else ()
    first = numbered_item(cell.text, 1)
    items = list(cell.items) or ([first] if first is not None else [])
    if not items:
        return ()
    for more in rest:
        item = numbered_item(more.text, len(items) + 1)
        if more.items:
            items.extend(more.items)
        elif item is not None:
            items.append(item)
        else:
            items[-1] = vocabulary.join([items[-1], more.text])
    return tuple(items) if len(items) > 1 else ()
