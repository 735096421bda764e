"""A table of contents that goes on over the page: its rest looks like a table of labels and numbers there."""

import re
from collections.abc import Iterable, Iterator

from extractors.layout.page_items import Item, NoteItem, PageLayout, TableItem
from extractors.tables.draft_table import DraftTable
from extractors.text.lines import Line
from extractors.text.printed_lines import lines_of

_PAGE = re.compile(r"\d{1,3}")
_LABEL_AND_PAGE = 2


def with_whole_contents(layouts: Iterable[PageLayout]) -> Iterator[PageLayout]:
    """The pages, a table that is the rest of the contents at the foot of the page before as contents lines."""
    last: int | None = None
    for layout in layouts:
        rest = next((item for item in layout.items if _is_in_flow(item)), None)
        if last is not None and isinstance(rest, TableItem) and rest.frame is None and _goes_on(rest.table, last):
            at = next(i for i, item in enumerate(layout.items) if item is rest)
            layout.items[at : at + 1] = [NoteItem(layout.page, "contents", (line,)) for line in _lines(rest.table)]
        last = _last_number(layout)
        yield layout


def _is_in_flow(item: Item) -> bool:
    return not isinstance(item, NoteItem) or item.note in ("contents", "caption")


def _last_number(layout: PageLayout) -> int | None:
    """The page number at the end of the contents that the page ends with; None where it ends otherwise."""
    last = next((item for item in reversed(layout.items) if _is_in_flow(item)), None)
    if not isinstance(last, NoteItem) or last.note != "contents":
        return None
    text = last.lines[-1].words[-1].text
    return int(text) if _PAGE.fullmatch(text) else None


def _goes_on(table: DraftTable, last: int) -> bool:
    """True for labels with page numbers that rise from the last one."""
    rows = [table.row_texts(row) for row in range(table.n_rows)]
    if table.n_cols != _LABEL_AND_PAGE or not all(label and _PAGE.fullmatch(page) for label, page in rows):
        return False
    pages = [last, *(int(page) for _, page in rows)]
    return pages == sorted(pages)


def _lines(table: DraftTable) -> list[Line]:
    return lines_of(w for grid in table.grids for cell in grid.cells for line in cell.lines for w in line.words)
