"""The parts of one table on several pages, cut at columns that all their lines tell of together."""

from collections.abc import Sequence
from dataclasses import replace

from extractors.pages.geometry import Box
from extractors.tables.cell_numbers import with_number_rests
from extractors.tables.cut_lines import CutLine, cut_all
from extractors.tables.figure_columns import columns_of
from extractors.tables.head_rows import head_cells
from extractors.tables.heads_over_columns import with_heads_over_columns
from extractors.tables.open_cells import cells_of_row, doubt_of
from extractors.tables.open_rows import numeric_columns
from extractors.tables.ruled_tables import DraftCell, DraftGrid
from extractors.text.lines import Line

_SAME_EDGE = 7.0
"""Points within which columns on two pages begin at one position."""

_WITHIN_WHITE = 3.0
"""Edges that differ by less, points, stand in the same white."""


def with_common_columns(before: Sequence[DraftGrid], after: DraftGrid) -> list[DraftGrid] | None:
    """All parts, cut alike; None where their lines have no columns in common, or have them already.

    None too where a part whose cells were sure would come into doubt, or all have as many columns and these would be
    more: those are heads that stand beside their figures. `before` are the parts on earlier pages,
    `after` the one that may go on with them. Pages of a bound document may stand to the side of each other: each
    part's left edge is set on the first one's.
    """
    parts = [*before, after]
    if all(_is_cut_like(parts[0], grid) for grid in parts):
        return None
    shifts = [_shift(parts[0], grid) for grid in parts]
    rows = [grid.printed_rows for grid in parts]
    lines = [_moved(line, dx) for held, dx in zip(rows, shifts, strict=True) for row in held for line in row]
    drawn = next(
        ([e + dx for e in grid.drawn_edges] for grid, dx in zip(parts, shifts, strict=True) if grid.drawn_edges), []
    )
    edges = with_heads_over_columns(lines, columns_of(lines, drawn), drawn)
    known = {grid.n_cols for grid in parts}
    if len(edges) - 1 < max(known) or (len(known) == 1 and len(edges) - 1 not in known):
        return None
    recut = [_recut(grid, held, [e - dx for e in edges]) for grid, held, dx in zip(parts, rows, shifts, strict=True)]
    worse = any(new.doubt and not old.doubt for new, old in zip(recut, parts, strict=True))
    return None if worse else recut


def _is_cut_like(first: DraftGrid, grid: DraftGrid) -> bool:
    """True where both have the same columns, but for what the white between two columns leaves open."""
    return first.n_cols == grid.n_cols and all(
        abs(a - b) <= _WITHIN_WHITE for a, b in zip(first.edges, grid.edges, strict=True)
    )


def _shift(first: DraftGrid, grid: DraftGrid) -> float:
    """How far the grid stands to the left of the first one, points; text that begins a little off is not moved."""
    shift = first.edges[0] - grid.edges[0]
    aligned_right = abs(first.edges[-1] - grid.edges[-1]) <= _SAME_EDGE
    return 0.0 if aligned_right or abs(shift) <= _SAME_EDGE else shift


def _moved(line: Line, dx: float) -> Line:
    return line if dx == 0.0 else Line(tuple(replace(w, x0=w.x0 + dx, x1=w.x1 + dx) for w in line.words), line.marks)


def _heads(grid: DraftGrid, rows: Sequence[Sequence[CutLine]], edges: Sequence[float]) -> list[DraftCell]:
    """The cells of a head of several rows on other edges, as on its own page; none for one that is told by its lines.

    Where the columns are as many their heads stay over them, else texts over several are told anew.
    """
    if grid.header_rows <= 1:
        return []
    if grid.n_cols == len(edges) - 1:
        heads = [cell for cell in grid.cells if cell.row < grid.header_rows]
        return [replace(c, box=Box(edges[c.col], c.box.top, edges[c.col + c.col_span], c.box.bottom)) for c in heads]
    lines, below = ([x for row in part for x in row] for part in (rows[: grid.header_rows], rows[grid.header_rows :]))
    found = head_cells(lines, below, edges, ())
    return found if max((c.row + c.row_span for c in found), default=0) == grid.header_rows else []


def _recut(grid: DraftGrid, rows: Sequence[Sequence[Line]], edges: Sequence[float]) -> DraftGrid:
    """`rows` are the grid's printed lines by row."""
    cut = iter(with_number_rests(cut_all([line for row in rows for line in row], edges)))
    held = [[next(cut) for _ in row] for row in rows]
    heads = _heads(grid, held, edges)
    n_heads = grid.header_rows if heads else 0
    cells = [*heads, *(cell for r, lines in enumerate(held) if r >= n_heads for cell in cells_of_row(r, lines, edges))]
    numeric = numeric_columns([line for lines in held for line in lines], len(edges) - 1)
    box = Box(edges[0], grid.box.top, edges[-1], grid.box.bottom)
    doubt = doubt_of(cells, held[grid.header_rows :], numeric)
    return replace(grid, box=box, cells=tuple(cells), n_cols=len(edges) - 1, edges=tuple(edges), doubt=doubt)
