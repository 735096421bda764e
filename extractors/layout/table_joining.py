"""Tables that the page or a section's line has cut are one again; where that is not sure, the table says so."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extractors.layout.cut_row_above import cut_row_above, cut_row_below, row_of
from extractors.layout.page_items import Item, NoteItem, PageLayout, TableItem, TextItem
from extractors.layout.unjoined_tables import LARGER, with_doubts
from extractors.tables.draft_table import DraftTable
from extractors.tables.drawn_columns import with_all_columns
from extractors.tables.table_blocks import ends_in_sum
from extractors.tables.table_flow import cut_alike, goes_on, join_tables, repeated_header, with_rows_alone
from extractors.text.hyphens import Vocabulary

_NEAR = 1.5
"""White between a section's line and the rows of its table, at most so many type sizes."""
_FAR = 2.0
"""... and of rows below it that have no head of their own."""
_AT_EDGE = 4.0
"""Points that a section's line may begin to the side of the labels."""
_LONGEST = 90
"""Letters of a section's line."""
_TAGS, _HEADER_LETTERS = 2, 40
"""One row of more cells than tags or a label with its value have, each with at most so many letters, is a header."""
_SMALLER = 0.4
"""Points by which a running head is smaller than the rows below it, at least."""
_CONTINUED = re.compile(r"\b(?:forts(?:\.|ättning)?|continued|cont\.)\W*$", re.IGNORECASE)
_LONGEST_CAPTION = 160
"""Letters."""
_SOME_COLUMNS = 2


def joined_tables(layouts: Iterable[PageLayout], vocabulary: Vocabulary) -> Iterator[Item]:
    """Items of all pages, in order; a table that goes on over the page is one item, on its first page.

    An item is handed on as soon as nothing that follows can become part of it: of a long document few are held.
    """
    held: list[Item] = []
    open_table: TableItem | None = None
    in_columns: DraftTable | None = None
    between: list[Item] = []
    title = ""
    for layout in layouts:
        if open_table is None or layout.page > open_table.table.places[-1].page + 1:
            yield from held
            held, open_table, between = [], None, between[-1:]
        for item in layout.items:
            held.append(item)
            if isinstance(item, NoteItem) and item.note != "caption":
                continue
            if not isinstance(item, TableItem) or (open_table is not None and _is_lone_section(open_table.table, item)):
                between.append(item)
                continue
            if open_table is not None and _comes_again(title, between, open_table.table, item.table):
                between = []
            whole = _joined(open_table, between, item, vocabulary) if open_table is not None else None
            if open_table is not None and whole is not None:
                gone = [item, *(i for i in between if not _is_furniture(i, open_table.table, item.table))]
                open_table.table, open_table.frame = whole, None
                held = [i for i in held if not any(i is g for g in gone)]
            else:
                if item.frame is None:
                    item.table = with_doubts(item, between, open_table.table if open_table else None, in_columns)
                yield from held[:-1]
                held, open_table, title = [item], item, _text_of(between[-1]) if between else ""
                in_columns = item.table if item.table.n_cols > 1 else in_columns
            between = []
    yield from held


def _joined(before: TableItem, between: Sequence[Item], after: TableItem, vocabulary: Vocabulary) -> DraftTable | None:
    """The table and the one after it as one; None where they are two."""
    if not _may_continue(before, after):
        return None
    first = before.table if before.frame is None else replace(before.table, header_rows=1)
    table, rest = cut_alike(first, after.table, vocabulary)
    table, rest = with_all_columns(table, rest)
    rest = with_rows_alone(table, rest)
    over_page = after.page == table.places[-1].page + 1
    on_page = after.page == table.places[-1].page and (between or after.opens_column or _is_beside(table, after.table))
    if not goes_on(table, rest) or not (over_page or on_page):
        return None
    apart = [item for item in between if not _is_furniture(item, table, rest)]
    if over_page and apart and (row := cut_row_above(apart, table, rest, vocabulary)) is not None:
        return join_tables(join_tables(table, row, vocabulary), rest, vocabulary)
    if over_page and (begun := _with_row_begun(between, table, rest, vocabulary)) is not None:
        return join_tables(begun, rest, vocabulary)
    for item in between:
        if _is_furniture(item, table, rest):
            continue
        section = _section(item, table, rest, vocabulary) if isinstance(item, TextItem) else _lone_section(item, table)
        if section is None:
            return None
        table = join_tables(table, section, vocabulary)
    return join_tables(table, rest, vocabulary)


def _is_lone_section(before: DraftTable, item: TableItem) -> bool:
    """True for one box of a few words as wide as the table before it, on the next page: its row over all columns."""
    table = item.table
    if (table.n_rows, table.n_cols) != (1, 1) or before.n_cols < _SOME_COLUMNS:
        return False
    ends = zip(table.edges, (before.edges[0], before.edges[-1]), strict=True)
    wide = all(abs(one - other) <= _AT_EDGE for one, other in ends)
    return wide and item.page == before.places[-1].page + 1 and 0 < len(table.row_texts(0)[0]) <= _LONGEST


def _lone_section(item: Item, before: DraftTable) -> DraftTable | None:
    """A box that may be a section's row (_is_lone_section) as that row; None for what else stands between tables."""
    if not isinstance(item, TableItem):
        return None
    return _over_all(item.table, before)


def _over_all(section: DraftTable, table: DraftTable) -> DraftTable:
    """A section's row with its only text over all of the table's columns."""
    cells = tuple(replace(cell, col=0, col_span=table.n_cols) for cell in section.cells if cell.text)
    return replace(section, cells=cells, n_cols=table.n_cols, edges=table.edges, header_rows=0)


def _with_row_begun(
    between: Sequence[Item], before: DraftTable, after: DraftTable, vocabulary: Vocabulary
) -> DraftTable | None:
    """The table with sections and the first lines of a row at its page's foot; None where something else stands there.

    `after` goes on with that row.
    """
    table = before
    for at, item in enumerate(between):
        row = cut_row_below(between[at:], table, after, vocabulary)
        if row is not None:
            return join_tables(table, row, vocabulary)
        section = _section(item, table, after, vocabulary)
        if section is None:
            return None
        table = join_tables(table, section, vocabulary)
    return None


def _is_beside(before: DraftTable, after: DraftTable) -> bool:
    """True for a table that goes on at its own side, under the same heads, as what fills columns does.

    What has come to its sum does not go on.
    """
    ends, begins = before.places[-1], after.places[0]
    overlap = ends.top < begins.bottom and begins.top < ends.bottom
    return (
        overlap and begins.x0 > ends.x1 - _AT_EDGE and bool(repeated_header(before, after)) and not ends_in_sum(before)
    )


def _is_furniture(item: Item, before: DraftTable, after: DraftTable) -> bool:
    """True for what stands between two parts of a table without parting them: a running head, a caption repeated."""
    return _says_continued(item) or _is_running_head(item, before, after)


def _is_running_head(item: Item, before: DraftTable, after: DraftTable) -> bool:
    """True for a line above the table at its page's head that is of neither.

    It is in smaller type than all of the table's rows; or in no heading's, and below it stand the heads of the table
    before, which has not come to its sum.
    """
    if not isinstance(item, TextItem) or len(item.draft.lines) > 1:
        return False
    line, below = item.draft.first, after.places[0]
    if below.page == before.places[-1].page or line.page != below.page or line.bottom > below.top:
        return False
    rows = min((x.size for grid in after.grids for c in grid.cells for x in c.lines), default=0.0)
    plain = not item.draft.heading and not line.bold and line.text[-1] not in ".:;!?"
    return line.size <= rows - _SMALLER or (
        plain and bool(repeated_header(before, after)) and not ends_in_sum(before) and len(line.text) <= _LONGEST
    )


def _may_continue(before: TableItem, after: TableItem) -> bool:
    """A frame does not go on as a table, but for a header alone; a table as a frame: a lone last row looks like one."""
    alone = _is_header_alone(before.table) and (after.frame is None or _is_set_over(before.table, after.table))
    whole = before.frame is None or alone
    return whole and before.table.n_cols > 1 and after.table.n_cols > 1


def _is_header_alone(table: DraftTable) -> bool:
    """True for a single row whose cells hold a short text each: a header whose rows stand on the next page.

    The cell over the labels may be empty.
    """
    corner, *texts = table.row_texts(0)
    short = len(corner) <= _HEADER_LETTERS and all(0 < len(text) <= _HEADER_LETTERS for text in texts)
    return table.n_rows == 1 and table.n_cols > _TAGS and short


def _is_set_over(head: DraftTable, after: DraftTable) -> bool:
    """True for a head in bold over a row that is not."""
    return all(c.bold for c in head.cells if c.text) and not any(c.bold for c in after.row(0))


def _says_continued(item: Item) -> bool:
    """True for a caption that is repeated above a table's next part, and says that it goes on there."""
    text = _text_of(item)
    return len(text) <= _LONGEST_CAPTION and bool(_CONTINUED.search(text))


def _comes_again(title: str, between: Sequence[Item], before: DraftTable, after: DraftTable) -> bool:
    """True where the line above a table, its `title`, stands again above its heads on the next page.

    What has come to its sum does not go on.
    """
    again = bool(title) and len(between) == 1 and _text_of(between[0]) == title and len(title) <= _LONGEST
    over = after.places[0].page == before.places[-1].page + 1
    return again and over and bool(repeated_header(before, after)) and not ends_in_sum(before)


def _text_of(item: Item) -> str:
    lines = item.draft.lines if isinstance(item, TextItem) else item.lines if isinstance(item, NoteItem) else ()
    return " ".join(line.text for line in lines)


def _section(item: Item, before: DraftTable, after: DraftTable, vocabulary: Vocabulary) -> DraftTable | None:
    """The line or two between two parts of a table as a row of it; None where it is another text.

    It begins where the labels do, or is centred over all columns; next to the rows above it or below it; a table whose
    header stands above it goes on below.
    """
    if not isinstance(item, TextItem) or not before.header_rows or item.draft.marker is not None:
        return None
    lines = item.draft.lines
    line, text = lines[0], " ".join(x.text for x in lines)
    white = (_NEAR if repeated_header(before, after) else _FAR) * line.size
    last, first = before.places[-1], after.places[0]
    below = line.page == last.page and line.top - last.bottom <= white
    above = line.page == first.page and first.top - lines[-1].bottom <= white
    if not (below or above) or (last.page == first.page and not (below and above)):
        return None
    part = before if line.page == last.page else after
    labels = [x for grid in part.grids for c in grid.cells if c.col == 0 for x in c.lines if x.page == line.page]
    at_edge = all(any(abs(line.x0 - x.x0) <= _AT_EDGE for x in labels) for line in lines)
    middle = abs(line.x0 + line.x1 - part.edges[0] - part.edges[-1]) / 2
    centred = len(lines) == 1 and not after.header_rows and middle <= _AT_EDGE and last.page == first.page
    if not (at_edge or centred) or line.size > max(x.size for x in labels) + LARGER:
        return None
    if len(text) > _LONGEST or text[-1] in ".:;,!?" or text[0].islower():
        return None
    grid = part.grids[-1 if part is before else 0]
    row = row_of(lines, grid, before.method, vocabulary)
    return row if at_edge else _over_all(row, before)
