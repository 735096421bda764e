"""A table that begins at a page's foot with too few rows to tell of columns: the next page's rows tell of them.

Its heads come again there, or they alone stand at the foot and the next page begins with rows without a head.
"""

import itertools
from collections.abc import Sequence
from dataclasses import replace

from extractors.layout.page_items import Item, NoteItem, PageLayout, TableItem, TextItem
from extractors.pages.geometry import NOTHING_DRAWN
from extractors.tables.open_regions import OpenRegion
from extractors.tables.open_tables import read_region
from extractors.tables.region_ends import stands_in
from extractors.tables.ruled_tables import DraftGrid
from extractors.tables.table_flow import table_of
from extractors.text.hyphens import Vocabulary
from extractors.text.lines import Line
from extractors.text.measures import ALIGNED
from extractors.text.printed_lines import lines_of

_HEAD_LINES = 4
"""A head that stands alone is of so many lines at the most."""

AtFoot = TextItem | TableItem | NoteItem


def with_begun_table(before: PageLayout, after: PageLayout, vocabulary: Vocabulary) -> PageLayout:
    """The page before with the texts at its foot as rows, where they stand in the columns of the next page's table.

    The same page where they do not. What stands at the foot is the table's head, and its rows if it comes again.
    """
    first = next((item for item in after.items if not isinstance(item, NoteItem) or item.note == "caption"), None)
    if not isinstance(first, TableItem) or first.frame is not None:
        return before
    grid = first.table.grids[0]
    told = [line.text for row in grid.printed_rows[: grid.header_rows] for line in row]
    texts = _at_foot(before.items, told)
    lines = lines_of(word for item in texts for line in _printed(item) for word in line.words)
    rows, heads = _head_and_rows(lines, told) if told else _head_alone(lines, grid)
    if not rows:
        return before
    table = [item for item in texts if _printed(item)[0].top >= rows[0].top - 1]
    outside = min(line.x0 for line in rows), max(line.x1 for line in rows)
    edges = (min(grid.edges[0], outside[0]), *grid.edges[1:-1], max(grid.edges[-1], outside[1]))
    whole = sum(len(line.words) for item in table for line in _printed(item)) == sum(len(x.words) for x in rows)
    if not whole or not all(stands_in(line, edges) for line in rows):
        return before
    region = OpenRegion(0, len(rows), edges, known_heads=heads)
    found = read_region(before.page, rows, region, NOTHING_DRAWN, before.measures, None).grid
    return replace(before, items=_with_table(before, table, found, first, vocabulary))


def _head_and_rows(lines: Sequence[Line], heads: Sequence[str]) -> tuple[Sequence[Line], int]:
    """The lines from where the next page's heads stand, with rows below them, and of how many lines the heads are."""
    begin = _last_place(heads, [line.text for line in lines])
    return ((), 0) if begin is None or len(lines) == begin + len(heads) else (lines[begin:], len(heads))


def _head_alone(lines: Sequence[Line], grid: DraftGrid) -> tuple[Sequence[Line], int]:
    """The last lines where they are a head in bold over every column of the next page's rows, which are not bold."""
    bold = list(itertools.takewhile(lambda line: line.bold, reversed(lines)))[:_HEAD_LINES]
    rows = bold[::-1]
    begun = {
        i
        for line in rows
        for word in line.words
        for i, (left, right) in enumerate(itertools.pairwise(grid.edges))
        if left - ALIGNED <= word.x0 < right
    }
    plain = not any(line.bold for row in grid.printed_rows[:1] for line in row)
    return (rows, len(rows)) if plain and len(begun) == grid.n_cols > 1 else ((), 0)


def _at_foot(items: Sequence[Item], heads: Sequence[str]) -> list[AtFoot]:
    """The running text behind the last table or answer, notes left out.

    What was read as a table and says the next page's heads alone is the head of its rows, and a caption below it one of
    them.
    """
    found: list[AtFoot] = []
    headed = False
    for item in items:
        if isinstance(item, TextItem) or (headed and isinstance(item, NoteItem) and item.note == "caption"):
            found.append(item)
        elif not isinstance(item, NoteItem):
            headed = isinstance(item, TableItem) and heads == [line.text for line in _printed(item)]
            found = [item] if isinstance(item, TableItem) and headed else []
    return found


def _printed(item: AtFoot) -> Sequence[Line]:
    if isinstance(item, TextItem):
        return item.draft.lines
    if isinstance(item, NoteItem):
        return item.lines
    return [line for grid in item.table.grids for row in grid.printed_rows for line in row]


def _last_place(heads: Sequence[str], texts: Sequence[str]) -> int | None:
    """Where the heads' lines stand last among the texts."""
    places = range(len(texts) - len(heads), -1, -1)
    return next((at for at in places if list(texts[at : at + len(heads)]) == list(heads)), None)


def _with_table(
    before: PageLayout, texts: Sequence[AtFoot], grid: DraftGrid, after: TableItem, vocabulary: Vocabulary
) -> list[Item]:
    """The page's items, the table where the first of its `texts` was."""
    table = TableItem(before.page, table_of(grid, after.table.method, vocabulary))
    items: list[Item] = []
    for item in before.items:
        if item is texts[0]:
            items.append(table)
        elif not any(item is text for text in texts):
            items.append(item)
    return items
