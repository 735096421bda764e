"""Straight thin pieces of ink in a picture: what ruling lines and tick boxes are made of."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from extractors.ocr.blobs import heaps_of, runs
from extractors.ocr.picture import PAPER, Grey, Mask, Picture
from extractors.pages.geometry import Box

SHOWS: Final = 25
"""Grey levels darker than the paper: a thin grey rule as a copier gives it; the grain of paper is less."""
BLUR: Final = 2
"""Pixels of a line's blurred edge."""
LEAST: Final = 5.5
"""Points: shorter pieces are parts of letters."""
EVEN: Final = 0.5
"""The lightest tenth of a line is at least this share as dark as its middle: print is not, between its letters."""
_BREAK: Final = 1.6
"""Points: a copied line may have holes of this length."""
_THICK: Final = 3.0
"""Points: thicker ones are bars and pictures."""
_CORE: Final = 0.4
"""Rows at least this share as dark as a line's darkest are the line; the others are its blurred edge."""
_EDGE: Final = 2.0
"""Points from the picture's edge: what lies there is the shadow of the lid."""
_APART: Final = 1.2
"""Points: pieces of a line that lies a little askew are no further from each other."""


@dataclass(frozen=True)
class Pieces:
    """Boxes in pixels of the picture: x0, top, x1, bottom; ends are one past the last pixel."""

    level: tuple[Box, ...]
    upright: tuple[Box, ...]


def darkness_of(picture: Picture) -> Grey:
    """How much darker than white each pixel is."""
    return PAPER - picture.grey


def pieces_in(picture: Picture) -> Pieces:
    """Find the pieces. The picture's light is even and its lines lie level."""
    dark = darkness_of(picture)
    return Pieces(
        level=tuple(_lines(dark, picture.scale)),
        upright=tuple(turned(b) for b in _lines(np.ascontiguousarray(dark.T), picture.scale)),
    )


def turned(box: Box) -> Box:
    """The box in the picture turned over its diagonal."""
    return Box(box.top, box.x0, box.bottom, box.x1)


def _lines(dark: Grey, scale: float) -> list[Box]:
    """The level pieces."""
    # a line that rises by a pixel on its way is still one line
    thick = np.maximum(dark, np.maximum(np.roll(dark, 1, axis=0), np.roll(dark, -1, axis=0)))
    shows = _closed(thick > SHOWS, round(_BREAK * scale))
    pieces = [
        (row, start, end) for row, start, end in runs(shows, round(LEAST * scale)) if _is_even(thick[row, start:end])
    ]
    edge, height = _EDGE * scale, dark.shape[0]
    found = (_core(dark, box) for box in heaps_of(pieces, _APART * scale))
    return [b for b in found if b.height <= _THICK * scale and edge < b.top and b.bottom < height - edge]


def _core(dark: Grey, box: Box) -> Box:
    """The line without the blurred rows above and below it."""
    top = int(box.top)
    rows = dark[top : int(box.bottom), int(box.x0) : int(box.x1)].mean(axis=1)
    core = np.flatnonzero(rows >= _CORE * rows.max())
    return Box(box.x0, float(top + core[0]), box.x1, float(top + core[-1] + 1))


def _closed(mask: Mask, gap: int) -> Mask:
    """The mask with gaps along its rows filled where they are no longer than `gap`."""
    width = mask.shape[1]
    columns = np.arange(width, dtype=np.int32)
    last = np.maximum.accumulate(np.where(mask, columns, -width), axis=1)
    following = np.minimum.accumulate(np.where(mask, columns, 2 * width)[:, ::-1], axis=1)[:, ::-1]
    closed: Mask = (following - last) <= gap + 1
    return closed


def _is_even(darkness: npt.NDArray[np.uint8]) -> bool:
    low, middle = np.percentile(darkness, (10, 50))
    return bool(low >= EVEN * middle)
