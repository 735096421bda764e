"""Grids to tables: header rows, and tables that go on over pages as one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.pages.plain import once, plain
from extractors.tables.cell_items import items_of
from extractors.tables.cell_leads import lead_of
from extractors.tables.cell_parts import parts_of, text_edges
from extractors.tables.cell_text import is_form_label, is_number, is_year
from extractors.tables.columns_over_pages import with_common_columns
from extractors.tables.cut_rows import is_rest_of_row
from extractors.tables.ruled_tables import DraftCell, DraftGrid
from extractors.text.hyphens import Vocabulary
from models.blocks import GridMethod
from models.place import Place, join_places
from models.tick_signs import is_mark

_SAME_EDGE = 7.0
_A_SENTENCE = 60
"""Letters from which a text that ends in a full stop answers and heads nothing."""
_TITLED = 2
"""Rows of a table's title and its heads: a table has more."""
_MAX_HEADER = 3
_OTHER_SIZE = 0.4
_TELLING = 12
"""Parts of a table that tell of its columns together with the next one."""
_FEWEST_YEARS = 2


@plain
class TableCell:
    """A cell of a table that may run over pages."""

    row: int
    col: int
    row_span: int
    col_span: int
    text: str
    place: Place
    bold: bool
    size: float = 0.0
    """Type size, points; 0 where the cell is empty."""
    italic: bool = False
    color: str = ""
    """Of its first line."""
    items: tuple[str, ...] = ()
    """The items of a list that fills the cell."""
    lead: str = ""
    """The words that begin the cell in a type of their own."""
    parts: tuple[str, ...] = ()
    """Its text, parted where its lines end by choice."""


@dataclass(frozen=True)
class DraftTable:
    """A table in the making, over one or more pages."""

    cells: tuple[TableCell, ...]
    n_rows: int
    n_cols: int
    header_rows: int
    method: GridMethod
    edges: tuple[float, ...]
    places: tuple[Place, ...]
    doubt: str | None
    title: str = ""
    grids: tuple[DraftGrid, ...] = ()
    """Its parts page by page, as they were read."""

    def row(self, index: int) -> Sequence[TableCell]:
        return self._rows.get(index, ())

    def row_texts(self, index: int) -> list[str]:
        texts = [""] * self.n_cols
        for cell in self.row(index):
            texts[cell.col] = cell.text
        return texts

    @once
    def _rows(self) -> dict[int, list[TableCell]]:
        rows: dict[int, list[TableCell]] = {}
        for cell in self.cells:
            rows.setdefault(cell.row, []).append(cell)
        return rows


def table_of(grid: DraftGrid, method: GridMethod, vocabulary: Vocabulary) -> DraftTable:
    """One page's grid as a table."""
    right = text_edges(grid.cells, drawn=method == "ruled")
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
    return table if grid.header_rows else replace(table, header_rows=_header_rows(table))


def _place(page: int, cell: DraftCell) -> Place:
    box = cell.box
    return Place(page=page, x0=box.x0, top=box.top, x1=box.x1, bottom=box.bottom)


def _are_all_bold_words(table: DraftTable, first: int) -> bool:
    """True where the rows from `first` on are in bold too and none holds a number: then bold tells of no head."""
    cells = [cell for row in range(first, table.n_rows) for cell in table.row(row) if cell.text]
    return bool(cells) and all(cell.bold and not is_number(cell.text) for cell in cells)


def _is_bold_head(table: DraftTable, index: int) -> bool:
    """True for a row of words in bold: neither a lone label, which is a section's, nor sums."""
    filled = [c for c in table.row(index) if c.text]
    section = len(filled) == 1 and filled[0].col == 0 and table.n_cols > 1
    stated = any(is_number(c.text) and not is_year(c.text) for c in filled[1:])
    return bool(filled) and all(c.bold for c in filled) and not section and not stated


def _is_title(table: DraftTable) -> bool:
    """True where the first row is one bold cell over all columns, and the heads stand below it."""
    (first, *others) = table.row(0)
    whole = not others and first.col_span == table.n_cols > 1
    return whole and first.bold and table.n_rows > _TITLED and _is_bold_head(table, 1)


def _header_rows(table: DraftTable) -> int:
    """Leading rows in bold; else the first row where it names what numbers stand below."""
    count = 1 if _is_title(table) else 0
    while count < min(_MAX_HEADER, table.n_rows - 1) and _is_bold_head(table, count):
        count += 1
    if count and _are_all_bold_words(table, count):
        count = 0
    if count or table.n_rows < 2:
        return count
    heads_years = _rows_over_years(table)
    if heads_years:
        return heads_years
    first = table.row_texts(0)
    if table.n_cols > 2 and not first[0] and all(first[1:]):
        return 1
    if any(is_number(t) or is_mark(t) for t in first) or sum(1 for t in first if t) < 2 or is_form_label(first[0]):
        return 0
    if any(len(text) > _A_SENTENCE and text[-1] == "." for text in first):
        return 0
    if _is_set_apart(table):
        return 1
    return 1 if _numbers_below(table) else 0


def _rows_over_years(table: DraftTable) -> int:
    """How many leading rows end in one of years that head columns: what stands below them is no years."""
    for index in range(min(_MAX_HEADER, table.n_rows - 1)):
        texts = table.row_texts(index)
        years = [col for col, text in enumerate(texts) if is_year(text)]
        if any(is_number(text) for col, text in enumerate(texts) if col not in years):
            return 0
        if len({texts[col] for col in years}) < _FEWEST_YEARS:
            continue
        below = [table.row_texts(row) for row in range(index + 1, table.n_rows)]
        columns = [[row[col] for row in below if row[col]] for col in years]
        return index + 1 if all(not any(map(is_year, texts)) for texts in columns) and any(columns) else 0
    return 0


def _is_set_apart(table: DraftTable) -> bool:
    """True where the first row is set in another size than all rows below it."""
    first = {round(c.size, 1) for c in table.row(0) if c.text}
    below = {round(c.size, 1) for c in table.cells if c.row > 0 and c.text}
    return len(first) == 1 and bool(below) and all(abs(size - max(first)) >= _OTHER_SIZE for size in below)


def _numbers_below(table: DraftTable) -> bool:
    for col in range(table.n_cols):
        texts = [table.row_texts(r)[col] for r in range(1, table.n_rows)]
        filled = [t for t in texts if t]
        if filled and table.row_texts(0)[col] and all(is_number(t) for t in filled):
            return True
    return False


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
    return is_rest_of_row(above, rest, others, headed=before.header_rows > 0)


def _joined_last_row(table: DraftTable, rest: Sequence[TableCell], vocabulary: Vocabulary) -> tuple[TableCell, ...]:
    """The table's cells, those of its last row with the texts of the rest that stand in their columns."""
    joined: list[TableCell] = []
    for cell in table.cells:
        more = [c for c in rest if c.text and cell.col <= c.col < cell.col + cell.col_span]
        if cell.row == table.n_rows - 1 and more:
            text = vocabulary.join([t for t in (cell.text, *(c.text for c in more)) if t])
            joined.append(replace(cell, text=text, items=_joined_items(cell, more, vocabulary), parts=()))
        else:
            joined.append(cell)
    return tuple(joined)


def _joined_items(cell: TableCell, rest: Sequence[TableCell], vocabulary: Vocabulary) -> tuple[str, ...]:
    """The items of a cell that the page cut: what begins no item of its own goes on in the last one above."""
    if not cell.items:
        return rest[0].items if not cell.text and len(rest) == 1 else ()
    items = list(cell.items)
    for more in rest:
        if more.items:
            items.extend(more.items)
        else:
            items[-1] = vocabulary.join([items[-1], more.text])
    return tuple(items)
