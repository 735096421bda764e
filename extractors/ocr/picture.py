"""A page as a picture for OCR: drawn by PDFium in shades of grey, its light made even, its dust taken off."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pypdfium2
from PIL import Image

from extractors.pages.geometry import Box
from extractors.pages.pdfium_page import sheet_of

POINTS_AN_INCH: Final = 72.0
DOTS_AN_INCH: Final = 300
"""What Tesseract's models are trained for: capitals some 30 pixels high."""
_MOST_PIXELS: Final = 20_000_000
"""An A3 page in full; a larger one is drawn more coarsely, so that memory is bounded."""
PAPER: Final = 255
_BLOCK: Final = 32
"""Pixels: the paper's own grey is looked for in squares of this side."""
_LIGHT: Final = 140
"""Darker than this is print on a tint or a picture, not paper in the shade."""
_DARK: Final = 160
_SPECK, _ROUND_IT = 9, 35
"""Pixels: dust fits in a square of the first side and has nothing near it within the second."""
_FLAT = 5
"""Pixels: what is lower than this and wider is a dash."""

Grey = npt.NDArray[np.uint8]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Picture:
    """Grey levels, 0 black and 255 white, in rows from the top; `scale` pixels a point.

    `left` and `top` are the place of its upper left corner on the page, points.
    """

    grey: Grey
    scale: float
    left: float = 0.0
    top: float = 0.0

    @property
    def dpi(self) -> int:
        """Pixels an inch."""
        return round(self.scale * POINTS_AN_INCH)


def drawn(page: pypdfium2.PdfPage, part: Box | None = None, *, dots: int = DOTS_AN_INCH) -> Picture:
    """Draw what shows of a page, or a part of it: a box in points from the top left of the page as it is looked at.

    dots: pixels an inch; fewer where the picture would be too large.
    """
    shows = sheet_of(page).frame.box(*page.get_cropbox())
    box = _within(part, shows) if part else shows
    scale = min(dots / POINTS_AN_INCH, (_MOST_PIXELS / max(1.0, box.width * box.height)) ** 0.5)
    # left, bottom, right, top: how much to leave out
    crop = (box.x0 - shows.x0, shows.bottom - box.bottom, shows.x1 - box.x1, box.top - shows.top)
    bitmap: Any = page.render(scale=scale, grayscale=True, crop=crop)
    try:
        grey = np.array(bitmap.to_pil().convert("L"), np.uint8)
    finally:
        bitmap.close()
    return Picture(grey, scale, box.x0, box.top)


def _within(part: Box, whole: Box) -> Box:
    return Box(max(part.x0, whole.x0), max(part.top, whole.top), min(part.x1, whole.x1), min(part.bottom, whole.bottom))


def evened(grey: Grey) -> Grey:
    """Paper made white and ink black, whatever the light on the glass was."""
    paper = _paper(grey)
    levels = grey.astype(np.float32)
    levels /= paper
    ink = float(np.percentile(levels[::4, ::4], 1.0))
    levels -= min(ink, 0.6)
    levels *= PAPER / max(0.97 - min(ink, 0.6), 0.1)
    np.clip(levels, 0, PAPER, out=levels)
    return levels.astype(np.uint8)


def _paper(grey: Grey) -> npt.NDArray[np.float32]:
    """The grey of the paper at each pixel: what is light in the square round it, drawn out smoothly."""
    height, width = grey.shape
    rows, cols = -(-height // _BLOCK), -(-width // _BLOCK)
    padded = np.pad(grey, ((0, rows * _BLOCK - height), (0, cols * _BLOCK - width)), mode="edge")
    blocks = padded.reshape(rows, _BLOCK, cols, _BLOCK).swapaxes(1, 2).reshape(rows, cols, -1)
    light = np.percentile(blocks, 85, axis=2)
    usual = float(np.median(light[light >= _LIGHT])) if (light >= _LIGHT).any() else float(PAPER)
    light[light < _LIGHT] = usual
    small = Image.fromarray(light.astype(np.float32), "F")
    large = small.resize((cols * _BLOCK, rows * _BLOCK), Image.Resampling.BILINEAR)
    return np.asarray(large, np.float32)[:height, :width]


def without_specks(grey: Grey) -> Grey:
    """Dots that stand alone made white. A full stop stands at a word, the dots of å and ö over a letter."""
    dark = grey < _DARK
    whole = _counted(dark, _SPECK, _SPECK)
    alone = dark & (whole == _counted(dark, _ROUND_IT, _ROUND_IT))
    dash = (whole == _counted(dark, _FLAT, _SPECK)) & (whole > _counted(dark, _FLAT, _FLAT))
    # what is grey at a speck's edge goes with it
    spread = _counted(alone & ~dash, _FLAT, _FLAT) > 0
    cleaned = grey.copy()
    cleaned[spread] = PAPER
    return cleaned


def _counted(mask: Mask, height: int, width: int) -> npt.NDArray[np.int32]:
    """How many pixels are set in the rectangle (odd sides) round each pixel."""
    sums = np.zeros((mask.shape[0] + height, mask.shape[1] + width), np.int32)
    around = np.pad(mask, ((height // 2, height // 2), (width // 2, width // 2)))
    np.cumsum(around, axis=0, dtype=np.int32, out=sums[1:, 1:])
    np.cumsum(sums[1:, 1:], axis=1, out=sums[1:, 1:])
    counted: npt.NDArray[np.int32] = (
        sums[height:, width:] - sums[:-height, width:] - sums[height:, :-width] + sums[:-height, :-width]
    )
    return counted
