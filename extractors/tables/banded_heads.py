"""A tinted band right above a ruled grid and as wide: the head of its columns, though no lines part the band."""

from collections.abc import Sequence
from dataclasses import replace

from extractors.pages.geometry import Box
from extractors.tables.region_ends import columns_filled, stands_in
from extractors.tables.ruled_tables import DraftCell, DraftGrid
from extractors.text.lines import Line
from extractors.text.printed_lines import lines_of

_SAME_END = 3.0
"""Points within which the ends of a band and of a grid are one position."""
_FEWEST_ROWS = 3
"""Drawn rows below: fewer may be some rows' tints alone."""
_FEWEST_HEADS = 2


def with_banded_heads(
    grids: Sequence[DraftGrid], lines: Sequence[Line], bands: Sequence[Box]
) -> tuple[list[DraftGrid], list[Line]]:
    """The grids, those with such a band above as one with the row in it; and the lines outside them all."""
    headed: list[DraftGrid] = []
    rest = list(lines)
    for grid in grids:
        band = next((band for band in bands if _is_above(band, grid)), None)
        inside = [line for line in rest if band is not None and _is_inside(line, band)]
        if band is None or not _are_heads(inside, grid):
            headed.append(grid)
            continue
        headed.append(_with_head(grid, band, inside))
        rest = [line for line in rest if line not in inside]
    return headed, rest


def _is_above(band: Box, grid: DraftGrid) -> bool:
    ends = abs(band.x0 - grid.box.x0), abs(band.x1 - grid.box.x1), abs(band.bottom - grid.box.top)
    return max(ends) <= _SAME_END and grid.n_cols >= _FEWEST_HEADS and grid.n_rows >= _FEWEST_ROWS


def _is_inside(line: Line, band: Box) -> bool:
    return band.top <= (line.top + line.bottom) / 2 <= band.bottom and band.x0 <= line.x0 and line.x1 <= band.x1


def _are_heads(lines: Sequence[Line], grid: DraftGrid) -> bool:
    columns = {col for line in lines for col in columns_filled(line, grid.edges)}
    return len(columns) >= _FEWEST_HEADS and all(stands_in(line, grid.edges) for line in lines)


def _with_head(grid: DraftGrid, band: Box, lines: Sequence[Line]) -> DraftGrid:
    words = [word for line in lines for word in line.words]
    heads = tuple(
        DraftCell(
            row=0,
            col=col,
            row_span=1,
            col_span=1,
            box=Box(left, band.top, right, grid.box.top),
            lines=tuple(lines_of(word for word in words if left <= (word.x0 + word.x1) / 2 < right)),
        )
        for col, (left, right) in enumerate(zip(grid.edges, grid.edges[1:], strict=False))
    )
    return replace(
        grid,
        box=Box(grid.box.x0, band.top, grid.box.x1, grid.box.bottom),
        cells=(*heads, *(replace(cell, row=cell.row + 1) for cell in grid.cells)),
        n_rows=grid.n_rows + 1,
        heights=(band.top, *grid.heights),
    )
