"""Frames of text that stand side by side with white between them: drawn to one height they look like a row of cells."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from extractors.tables.ruled_tables import DraftCell, DraftGrid

_FEWEST_LINES: Final = 4
"""Lines in each frame: a cell of a row has fewer, as a rule."""
_WIDEST: Final = 0.25
"""The white between two frames as a share of the narrower one's width, at most."""


def with_frames_apart(grids: Sequence[DraftGrid]) -> list[DraftGrid]:
    """The grids, those that are frames side by side one by one, from the left."""
    return [part for grid in grids for part in (_frames(grid) or [grid])]


def _frames(grid: DraftGrid) -> list[DraftGrid]:
    """The frames of a single row whose every second cell is empty and narrow, and whose others hold several lines."""
    cells = sorted(grid.cells, key=lambda cell: cell.col)
    frames, between = cells[::2], cells[1::2]
    if grid.n_rows > 1 or len(frames) < 2 or len(cells) != 2 * len(frames) - 1:
        return []
    narrow = _WIDEST * min(cell.box.width for cell in frames)
    apart = all(not cell.lines and cell.box.width <= narrow for cell in between)
    if not apart or any(len(cell.lines) < _FEWEST_LINES for cell in frames):
        return []
    return [_alone(grid, cell) for cell in frames]


def _alone(grid: DraftGrid, cell: DraftCell) -> DraftGrid:
    edges = (cell.box.x0, cell.box.x1)
    return replace(
        grid, box=cell.box, cells=(replace(cell, row=0, col=0),), n_cols=1, edges=edges, drawn_edges=edges, doubt=None
    )
