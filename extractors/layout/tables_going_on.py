"""A table at a page's foot offers its columns to the first lines of the next page: rows too few to tell of columns."""

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.layout.furniture import Furniture
from extractors.layout.page_items import NoteItem, PageLayout, TableItem
from extractors.pages.geometry import NOTHING_DRAWN, Box, Drawn
from extractors.tables.cut_lines import CutLine, cut_all
from extractors.tables.frames import is_frame
from extractors.tables.open_feet import is_open_at_foot, outer_heights
from extractors.tables.open_regions import OpenRegion
from extractors.tables.open_rows import numeric_columns
from extractors.tables.region_ends import stands_in
from extractors.tables.ruled_tables import DraftGrid
from extractors.text.lines import Line
from extractors.text.measures import ALIGNED
from extractors.text.printed_lines import lines_of

_ROW_WHITE = 2.6
"""Rows of one table are at most this many type sizes apart."""
_CELL_WHITE = 0.75
"""Lines of one row are at most this many type sizes apart."""
_OTHER_SIZE = 0.6
"""Points by which the type of other text differs."""
_SAME_SIDE = 1.5
"""Points within which a frame's side stands where the table's does."""
_COLUMNS_OF_WORDS = 3
"""Columns whose texts begin where those of the table do, from which rows without numbers are rows of it."""


@dataclass(frozen=True)
class OpenEnd:
    """The columns of a table that no text follows on its page."""

    edges: tuple[float, ...]
    """n_cols + 1 positions, points."""
    drawn: tuple[float, ...]
    heads: tuple[str, ...]
    """The printed lines of its head."""
    numeric: frozenset[int]
    """Columns of numbers."""
    starts: tuple[float, ...]
    """Where the texts of each column begin, points."""
    sizes: frozenset[float]
    """Its type sizes, points."""
    right: float
    """How far texts of the last column may reach, points."""
    is_unclosed: bool = False
    """A rule or tint stands among its rows or above them, and none below them."""


def open_end(layout: PageLayout | None) -> OpenEnd | None:
    """The columns of the last thing on a page, should it be a table without drawn cells; captions below it are text."""
    items = layout.items if layout is not None else []
    last = next((x for x in reversed(items) if not isinstance(x, NoteItem) or x.note == "caption"), None)
    if layout is None or not isinstance(last, TableItem) or last.frame is not None or last.table.method == "ruled":
        return None
    grid = last.table.grids[-1]
    printed = grid.printed_rows
    heads = lines_of(word for row in printed[: grid.header_rows] for line in row for word in line.words)
    lines = [line for row in printed[grid.header_rows :] for line in row]
    rows = cut_all(lines, grid.edges)
    return OpenEnd(
        edges=grid.edges,
        drawn=grid.drawn_edges,
        heads=tuple(line.text for line in heads),
        numeric=frozenset(numeric_columns(rows, grid.n_cols)),
        starts=tuple(_start(rows, col, grid.edges[col]) for col in range(grid.n_cols)),
        sizes=frozenset(round(line.size, 1) for line in lines),
        right=max(grid.edges[-1], layout.measures.right),
        is_unclosed=bool(grid.heights) and is_open_at_foot(grid),
    )


def _start(rows: Sequence[CutLine], col: int, edge: float) -> float:
    starts = Counter(round(row.cells[col][0].x0, 1) for row in rows if row.cells[col])
    return starts.most_common(1)[0][0] if starts else edge


def with_rows_going_on(
    lines: Sequence[Line], regions: Sequence[OpenRegion], end: OpenEnd, drawn: Drawn = NOTHING_DRAWN
) -> list[OpenRegion]:
    """The page's regions in columns, its first lines as one where they are rows of the table on the page before.

    `lines` are the page's first run, `regions` what they tell of themselves; that stays where it says as much. `drawn`
    is what stands on the page.
    """
    n_heads = len(end.heads) if tuple(line.text for line in lines[: len(end.heads)]) == end.heads else 0
    told = next((x for x in regions if x.first == 0 and x.n_cols == len(end.edges) - 1), None)
    if n_heads and told is not None and told.last > n_heads:
        return [replace(told, known_heads=n_heads), *(x for x in regions if x is not told)]
    rows = _rows_at_head(lines[n_heads:], end, drawn)
    last = n_heads + rows
    met = [region for region in regions if region.first < last]
    if not rows or any(region.last > last for region in met):
        return list(regions)
    edges = (*end.edges[:-1], max(end.edges[-1], *(line.x1 for line in lines[:last])))
    region = OpenRegion(0, last, edges, end.drawn, known_heads=n_heads)
    if told is not None and told.last == last and told.drawn:
        region = replace(told, known_heads=n_heads)
    return [region, *(x for x in regions if x not in met)]


def with_heads_in_body(parts: Furniture, end: OpenEnd | None) -> Furniture:
    """The page's lines; the first heads of a table that goes on under them are no running heads, though they repeat."""
    heads = end.heads if end is not None else ()
    again = [line for line in parts.running if line.text in heads]
    body = (*again, *parts.body)
    if not again or tuple(line.text for line in body[: len(heads)]) != heads:
        return parts
    return replace(parts, running=tuple(line for line in parts.running if line not in again), body=body)


def with_rest_unframed(
    grids: Sequence[DraftGrid], body: Sequence[Line], end: OpenEnd | None
) -> tuple[list[DraftGrid], list[Line]]:
    """The grids and the lines outside them; a frame as wide as the table, first on its page, as rows that go on.

    The sides of a table without rules between its rows end at the page's foot, and enclose the rest of its last row
    on the next page.
    """
    first = min(grids, key=lambda grid: grid.box.top, default=None)
    if end is None or first is None or not is_frame(first) or any(line.top < first.box.top for line in body):
        return list(grids), list(body)
    lines = [line for cell in first.cells for line in cell.lines]
    as_wide = abs(first.box.x0 - end.edges[0]) <= _SAME_SIDE and abs(first.box.x1 - end.edges[-1]) <= _SAME_SIDE
    if not as_wide or _rows_at_head(lines, end, NOTHING_DRAWN) < len(lines):
        return list(grids), list(body)
    return [grid for grid in grids if grid is not first], [*lines, *body]


def rows_over_columns(
    lines: Sequence[Line], end: OpenEnd | None, gutters: Sequence[float], drawn: Drawn
) -> tuple[Line, ...]:
    """The first of a page's lines where they are the last rows of a table over its columns, down to its last rule.

    `gutters` part the columns of running text below them.
    """
    if end is None or not lines or not any(end.edges[0] < x < end.edges[-1] for x in gutters):
        return ()
    closed = [n for n in range(1, len(lines) + 1) if _is_closed(lines, n, end, drawn)]
    held = (lines[:n] for n in reversed(closed) if _rows_at_head(lines[:n], end, drawn) == n)
    return tuple(next(held, ()))


def _rows_at_head(lines: Sequence[Line], end: OpenEnd, drawn: Drawn) -> int:
    """How many of the first lines are rows: up to the last one with a number in its column, and a label beside it.

    Where the table holds no numbers, up to the last one with texts in several columns.
    """
    reach = 0
    while reach < len(lines) and _is_row_line(lines, reach, end):
        reach += 1
    rows = cut_all(lines[:reach], end.edges)
    telling = [i for i, row in enumerate(rows) if _tells(row, end)]
    last = _end_of_cell(lines, telling[-1], reach) if telling else 0
    if last and _are_rows(rows[:last], end, is_closed=_is_closed(lines, last, end, drawn)):
        return last
    last = _end_of_cell(lines, 0, reach) if reach else 0
    return last if _is_rest_of_row(rows[:last], end, is_closed=_is_closed(lines, last, end, drawn)) else 0


def _is_rest_of_row(rows: Sequence[CutLine], end: OpenEnd, *, is_closed: bool) -> bool:
    """True for the end of a row that the page cut: texts in several columns, begun where theirs do, each going on.

    A text in one column is one where the rule stands below it that closes the table.
    """
    columns = sorted({col for row in rows for col in row.filled()})
    begun = all(abs(row.cells[col][0].x0 - end.starts[col]) <= ALIGNED for row in rows for col in row.filled())
    first = [next(row.text(col) for row in rows if row.cells[col]) for col in columns]
    several = len(columns) > 1 or (bool(columns) and is_closed)
    return several and begun and all(text[0].islower() for text in first)


def _is_closed(lines: Sequence[Line], last: int, end: OpenEnd, drawn: Drawn) -> bool:
    """True where a rule or tint as wide as the table stands right below line `last`, exclusive, above the next one.

    None did on the page before.
    """
    if not end.is_unclosed or not last:
        return False
    foot = max(line.bottom for line in lines[:last])
    box = Box(end.edges[0], lines[0].top, end.edges[-1], foot)
    heights = outer_heights(box, lines[last - 1].size, (*drawn.rules, *drawn.bands))
    head = lines[last].middle if last < len(lines) else float("inf")
    return any(foot - 1 <= y < head for y in heights)


def _tells(row: CutLine, end: OpenEnd) -> bool:
    return any(row.is_number(col) for col in end.numeric) if end.numeric else len(row.filled()) > 1


def _are_rows(rows: Sequence[CutLine], end: OpenEnd, *, is_closed: bool) -> bool:
    """True where a label stands there, nothing but numbers in columns of these, or else texts where others begin.

    Two columns of words are enough above the rule that closes the table, `is_closed`.
    """
    if not any(row.cells[0] for row in rows):
        return False
    if end.numeric:
        return all(row.is_number(col) for row in rows for col in end.numeric if row.cells[col])
    begun = [
        any(row.cells[col] and abs(row.cells[col][0].x0 - x) <= ALIGNED for row in rows)
        for col, x in enumerate(end.starts)
    ]
    return sum(begun) >= _COLUMNS_OF_WORDS or (is_closed and all(begun))


def _is_row_line(lines: Sequence[Line], at: int, end: OpenEnd) -> bool:
    line = lines[at]
    near = at == 0 or line.top - lines[at - 1].bottom <= _ROW_WHITE * line.size
    return (
        near
        and any(abs(line.size - size) <= _OTHER_SIZE for size in end.sizes)
        and stands_in(line, (*end.edges[:-1], end.right))
    )


def _end_of_cell(lines: Sequence[Line], last: int, reach: int) -> int:
    """One past the last line of the row that line `last` is of."""
    for above, at in itertools.pairwise(range(last, reach)):
        if lines[at].top - lines[above].bottom > _CELL_WHITE * lines[at].size:
            return at
    return reach
