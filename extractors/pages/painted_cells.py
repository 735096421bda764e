"""Cells of a drawn grid that hold no word and are painted in a colour that their rows' texts do not stand on.

That is how a plan marks when something is done, where it writes no cross: a bar of painted cells under the months. A
row that is tinted as a whole marks nothing.
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.pages.geometry import Box, Placed, RuledGrid, Word
from extractors.pages.pdfium_shapes import Shape

_PALE = 242
"""Of 255: a fill with none of its colours below this looks like the paper."""
_ACROSS, _UPRIGHT = 0.6, 0.3
"""Shares of a cell's width and height that a fill must cover: a bar may be lower than its row."""
_LEVEL = 1.0
"""Points by which the tops of a row's cells may differ."""

_Fill = tuple[Box, str]


def with_painted_cells(grids: Sequence[RuledGrid], shapes: Sequence[Shape], words: Sequence[Word]) -> list[RuledGrid]:
    """The grids, each with its painted cells. Of fills that lie over each other the last drawn shows."""
    fills = [(s.box, s.color) for s in reversed(shapes) if s.kind == "rectangle" and s.filled and s.color]
    if all(_is_pale(colour) for _, colour in fills):
        return list(grids)
    placed = Placed(words)
    return [replace(grid, painted=_painted(grid, fills, placed)) for grid in grids]


def _painted(grid: RuledGrid, fills: Sequence[_Fill], words: Placed) -> tuple[Box, ...]:
    near = [(box, colour) for box, colour in fills if _overlap(box, grid.box) is not None]
    empty = [cell for cell in grid.cells if not words.within(cell)]
    colours = {cell: colour for cell in empty if (colour := _colour(cell, near)) and not _is_pale(colour)}
    if not colours:
        return ()
    told = [(cell.top, _colour(cell, near)) for cell in grid.cells if cell not in set(empty)]
    return tuple(
        cell
        for cell, colour in colours.items()
        if all(colour != other for top, other in told if abs(top - cell.top) <= _LEVEL)
    )


def _colour(cell: Box, fills: Sequence[_Fill]) -> str:
    """The colour that shows in the cell; empty where nothing is painted there."""
    for box, colour in fills:
        common = _overlap(box, cell)
        if common is not None and common[0] >= _ACROSS * cell.width and common[1] >= _UPRIGHT * cell.height:
            return colour
    return ""


def _overlap(one: Box, other: Box) -> tuple[float, float] | None:
    """Width and height of what the boxes have in common, points; None where that is nothing."""
    width = min(one.x1, other.x1) - max(one.x0, other.x0)
    height = min(one.bottom, other.bottom) - max(one.top, other.top)
    return (width, height) if width > 0 and height > 0 else None


def _is_pale(colour: str) -> bool:
    return min(int(part) for part in colour.split()[:3]) >= _PALE
