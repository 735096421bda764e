"""Ruled grids of which lines part groups of columns only: those within a group are told by their figures or texts."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.pages.geometry import Box, Drawn
from extractors.tables.figure_columns import columns_of, texts_of
from extractors.tables.figure_rows import figures_of, is_figure_row
from extractors.tables.open_regions import OpenRegion
from extractors.tables.open_tables import read_region
from extractors.tables.ruled_tables import DraftCell, DraftGrid
from extractors.tables.text_groups import edges_of_texts
from extractors.text.lines import Line
from extractors.text.measures import ALIGNED, Measures
from extractors.text.printed_lines import lines_of

_FEW_ROWS = 3
"""Rows, at the least, in which one drawn column holds several figures side by side."""
_MOST = 0.6
"""... and part of the rows with figures in that column."""
_SAME_HEIGHT = 1.5
"""Points within which two pieces of a drawn line stand at one height."""
_REACH = 2.0
"""Points that a text may reach over what is drawn below it."""


def with_undrawn_columns(grid: DraftGrid, measures: Measures) -> DraftGrid:
    """The grid with the columns that its figures or texts tell of, where a drawn one holds several of them by row."""
    if grid.n_cols < 2 or grid.is_answer:
        return grid
    lines = lines_of(word for cell in grid.cells for line in cell.lines for word in line.words)
    rows = [line for line in lines if is_figure_row(line)]
    if any(_holds_several(rows, left, right) for left, right in pairwise(grid.edges)):
        edges = columns_of(lines, grid.edges)
    else:
        edges = edges_of_texts(lines, grid.edges)
    if len(edges) <= len(grid.edges) or not set(grid.edges[1:-1]) <= set(edges):
        return grid
    region = OpenRegion(0, len(lines), tuple(edges), grid.edges)
    found = read_region(grid.page, lines, region, Drawn(rules=tuple(_rules(grid))), measures, None)
    if found.kind != "table" or found.grid.doubt is not None:
        return grid
    fine = replace(found.grid, box=grid.box, heights=grid.heights, doubt=grid.doubt)
    return _with_drawn_heads(fine, grid, rows[0]) if rows else fine


def _with_drawn_heads(fine: DraftGrid, drawn: DraftGrid, first: Line) -> DraftGrid:
    """The finer grid with the drawn cells as its heads, where these end as its own do: above the `first` figures.

    A drawn cell over several columns is the head of them all, or holds one for each.
    """
    feet = [max(c.box.bottom for c in drawn.row_cells(row)) for row in range(drawn.n_rows)]
    n_heads = sum(foot <= first.top + _REACH for foot in feet)
    own = [line.bottom for c in fine.cells if c.row < fine.header_rows for line in c.lines]
    whole = n_heads and all(c.row + c.row_span <= n_heads for c in drawn.cells if c.row < n_heads)
    if not whole or not own or max(own) > feet[n_heads - 1] + _REACH:
        return fine
    heads = [part for c in drawn.cells if c.row < n_heads for part in _on_columns(c, fine.edges)]
    body = [c for c in fine.cells if c.row >= fine.header_rows]
    if min((line.top for c in body for line in c.lines), default=first.top) < feet[n_heads - 1] - _REACH:
        return fine
    below = [replace(c, row=c.row + n_heads - fine.header_rows) for c in body]
    return replace(
        fine,
        cells=(*sorted(heads, key=lambda c: (c.row, c.col)), *below),
        n_rows=fine.n_rows + n_heads - fine.header_rows,
        header_rows=n_heads,
    )


def _on_columns(cell: DraftCell, edges: Sequence[float]) -> list[DraftCell]:
    """The drawn cell on the finer columns: in parts where its texts stand in several of them, else over all."""
    cols = [i for i, (a, b) in enumerate(pairwise(edges)) if cell.box.x0 < (a + b) / 2 < cell.box.x1]
    texts = [text for line in cell.lines for text in texts_of(line)]
    held = {i: [t for t in texts if edges[i] <= t.x0 and t.x1 <= edges[i + 1]] for i in cols}
    if len(cols) > 1 and all(held.values()) and sum(map(len, held.values())) == len(texts):
        return [
            replace(
                cell,
                col=i,
                col_span=1,
                box=Box(edges[i], cell.box.top, edges[i + 1], cell.box.bottom),
                lines=tuple(lines_of(word for text in held[i] for word in text.words)),
            )
            for i in cols
        ]
    return [replace(cell, col=cols[0], col_span=len(cols))] if cols else []


def _holds_several(rows: Sequence[Line], left: float, right: float) -> bool:
    """True where most rows of figures have two of them or more between the two drawn edges."""
    held = [
        sum(left - ALIGNED <= figure[0].x0 and figure[-1].x1 <= right + ALIGNED for figure in figures_of(line))
        for line in rows
    ]
    several = sum(n > 1 for n in held)
    return several >= _FEW_ROWS and several >= _MOST * sum(n > 0 for n in held)


def _rules(grid: DraftGrid) -> list[Box]:
    """What is drawn above and below the grid's cells, pieces that touch at one height as one rule."""
    pieces = sorted((y, c.box.x0, c.box.x1) for c in grid.cells for y in (c.box.top, c.box.bottom))
    rules: list[Box] = []
    for height, x0, x1 in pieces:
        last = rules[-1] if rules else None
        if last is not None and height - last.top <= _SAME_HEIGHT and x0 <= last.x1 + _SAME_HEIGHT:
            rules[-1] = Box(last.x0, last.top, max(last.x1, x1), last.top)
        else:
            rules.append(Box(x0, height, x1, height))
    return rules
