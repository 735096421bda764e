"""A tinted head of two or three rows, some of its cells over several of them or over several columns."""

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from extractors.pages.geometry import Box, Placed
from extractors.pages.section_tints import holds_cells
from extractors.pages.tint_rows import TOUCH

_LEVEL = 1.0
"""Points within which two heights are one."""
_WHOLE = 0.97
"""Share of the head that its cells cover together, at the least."""
_FEWEST = 3
_ROWS = (2, 3)
_REACH = 1.5
"""The first row below is looked for as far down as so many times the head's lowest row is high."""


@dataclass(frozen=True)
class HeadBlock:
    """The cells as they are drawn, the band of each of the head's rows, and the cells cut at these."""

    cells: frozenset[Box]
    bands: tuple[Box, ...]
    pieces: frozenset[Box]


def head_blocks(fills: Sequence[Box], colours: Mapping[Box, str], words: Placed) -> list[HeadBlock]:
    """Tints of one colour that fill a rectangle, unequally high, above rows in columns that have no such tint."""
    blocks = (_block(cells) for cells in _touching(fills, colours))
    return [block for block in blocks if block is not None and _rows_stand_below(block.bands[-1], words)]


def _touching(fills: Sequence[Box], colours: Mapping[Box, str]) -> list[list[Box]]:
    """Tints of one colour, grouped by what touches."""
    groups: list[list[Box]] = []
    for box in sorted(set(fills), key=lambda b: (b.top, b.x0, b.bottom, b.x1)):
        near = [g for g in groups if colours[g[0]] == colours[box] and any(_touch(box, other) for other in g)]
        groups = [g for g in groups if not any(g is other for other in near)]
        groups.append([*(other for g in near for other in g), box])
    return groups


def _touch(one: Box, other: Box) -> bool:
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return (abs(across) <= TOUCH < down) or (abs(down) <= TOUCH < across)


def _block(cells: Sequence[Box]) -> HeadBlock | None:
    if len(cells) < _FEWEST:
        return None
    x0, x1 = min(b.x0 for b in cells), max(b.x1 for b in cells)
    heights = _levels(y for b in cells for y in (b.top, b.bottom))
    bands = tuple(Box(x0, top, x1, bottom) for top, bottom in itertools.pairwise(heights))
    if len(bands) not in _ROWS or sum(b.width * b.height for b in cells) < _WHOLE * (x1 - x0) * (
        heights[-1] - heights[0]
    ):
        return None
    over_rows = [b for b in cells if b.height > heights[-1] - heights[0] - _LEVEL]
    beside = [b for b in cells if b not in over_rows]
    if not over_rows or not beside:
        return None
    pieces = (
        Box(b.x0, max(b.top, band.top), b.x1, min(b.bottom, band.bottom))
        for b in cells
        for band in bands
        if min(b.bottom, band.bottom) - max(b.top, band.top) > _LEVEL
    )
    return HeadBlock(frozenset(cells), bands, frozenset(pieces))


def _levels(heights: Iterable[float]) -> list[float]:
    found: list[float] = []
    for y in sorted(heights):
        if not found or y - found[-1] > TOUCH:
            found.append(y)
    return found


def _rows_stand_below(lowest: Box, words: Placed) -> bool:
    reach = lowest.bottom + _REACH * lowest.height
    return holds_cells(words.within(Box(lowest.x0, lowest.bottom, lowest.x1, reach)))
