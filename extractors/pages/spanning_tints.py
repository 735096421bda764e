"""A tinted cell over several rows beside their bands: a head's stub, with the heads of columns in rows beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.pages.geometry import Box
from extractors.pages.tint_rows import TOUCH

_LEVEL = 1.0
"""Points within which tops, and bottoms, are on one height."""
_SEVERAL_ROWS = 2


@dataclass(frozen=True)
class SpanningTints:
    """Bands of rows, with what stands beside several of them."""

    bands: tuple[Box, ...]
    """The bands, widened by the cells beside them."""
    cells: frozenset[Box]
    """Those cells, as drawn."""
    pieces: frozenset[Box]
    """Those cells, cut where one band ends and the next begins."""


def with_spanning_tints(bands: Sequence[Box], fills: Sequence[Box]) -> SpanningTints:
    """The bands with each of the `fills` that begins and ends with bands one below the other, and touches them all."""
    wide, cells, pieces = list(bands), set[Box](), set[Box]()
    waiting = sorted(fills, key=lambda b: (b.x0, b.top))
    while True:
        found = next(((fill, beside) for fill in waiting if (beside := _bands_beside(fill, wide))), None)
        if found is None:
            return SpanningTints(tuple(wide), frozenset(cells), frozenset(pieces))
        fill, beside = found
        waiting.remove(fill)
        cells.add(fill)
        for band in beside:
            piece = Box(fill.x0, band.top, fill.x1, band.bottom)
            pieces.add(piece)
            wide = _joined(wide, band, piece)


def _bands_beside(fill: Box, bands: Sequence[Box]) -> list[Box]:
    """The bands, from the top, that touch the fill at one side and part its height between them; else none."""
    for side in ([b for b in bands if _touches(b.x0, fill.x1)], [b for b in bands if _touches(b.x1, fill.x0)]):
        held = sorted(
            (b for b in side if b.top >= fill.top - _LEVEL and b.bottom <= fill.bottom + _LEVEL), key=lambda b: b.top
        )
        heights = [fill.top, *(b.bottom for b in held)]
        closed = all(_touches(y, b.top) for y, b in zip(heights, held, strict=False))
        if len(held) >= _SEVERAL_ROWS and closed and abs(heights[-1] - fill.bottom) <= _LEVEL:
            return held
    return []


def _touches(one: float, other: float) -> bool:
    return abs(one - other) <= TOUCH


def _joined(bands: Sequence[Box], band: Box, piece: Box) -> list[Box]:
    """The bands, with one of them and the piece beside it as one, and the band behind the piece where one is."""
    row = [b for b in bands if b == band or (_is_level(b, band) and _stand_beside(b, piece))]
    ends = [*row, piece]
    whole = Box(min(b.x0 for b in ends), band.top, max(b.x1 for b in ends), band.bottom)
    return [*(b for b in bands if b not in row), whole]


def _is_level(one: Box, other: Box) -> bool:
    return abs(one.top - other.top) <= _LEVEL and abs(one.bottom - other.bottom) <= _LEVEL


def _stand_beside(one: Box, other: Box) -> bool:
    return _touches(one.x0, other.x1) or _touches(one.x1, other.x0)
