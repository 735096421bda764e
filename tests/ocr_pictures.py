"""Pictures of print for the tests of OCR, drawn with Pillow; and where Tesseract is not, a reason to skip."""

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from extractors.ocr.picture import DOTS_AN_INCH, POINTS_AN_INCH, Grey, Picture
from extractors.ocr.tesseract import find_tesseract
from extractors.ocr.words import SeenWord

SCALE = DOTS_AN_INCH / POINTS_AN_INCH

needs_tesseract = pytest.mark.skipif(
    find_tesseract() is None, reason="Tesseract with Swedish (tesseract-ocr, tesseract-ocr-swe) is not installed here"
)


class Sheet:
    """A white page of some hundred points, drawn on in points."""

    def __init__(self, width: float = 300.0, height: float = 200.0) -> None:
        self._image = Image.new("L", (round(width * SCALE), round(height * SCALE)), 255)
        self._pen = ImageDraw.Draw(self._image)

    def text(self, text: str, x: float, y: float, size: float = 10.0) -> "Sheet":
        self._pen.text((x * SCALE, y * SCALE), text, fill=0, font=ImageFont.load_default(size=size * SCALE))
        return self

    def line(self, x0: float, y0: float, x1: float, y1: float, *, grey: int = 0, thick: float = 0.7) -> "Sheet":
        self._pen.line((x0 * SCALE, y0 * SCALE, x1 * SCALE, y1 * SCALE), fill=grey, width=round(thick * SCALE))
        return self

    def square(self, x: float, y: float, side: float, *, ticked: bool = False) -> "Sheet":
        box = (x * SCALE, y * SCALE, (x + side) * SCALE, (y + side) * SCALE)
        self._pen.rectangle(box, outline=0, width=3)
        if ticked:
            self.line(x + 2, y + side / 2, x + side / 2, y + side - 2, thick=1.2)
            self.line(x + side / 2, y + side - 2, x + side - 2, y + 2, thick=1.2)
        return self

    def dot(self, x: float, y: float, side: float = 1.5) -> "Sheet":
        self._pen.rectangle((x * SCALE, y * SCALE, (x + side) * SCALE, (y + side) * SCALE), fill=0)
        return self

    @property
    def grey(self) -> Grey:
        return np.array(self._image, np.uint8)

    @property
    def picture(self) -> Picture:
        return Picture(self.grey, SCALE)


def seen(
    text: str,
    x0: float = 70.0,
    baseline: float = 100.0,
    *,
    size: float = 10.0,
    line: int = 1,
    stroke: float = 1.4,
    confidence: int = 95,
) -> SeenWord:
    """A word in a type whose letters are half its size wide, with capitals, an x-height and descenders as usual."""
    tall = any(c.isupper() or c.isdigit() or c in "bdfhkltåäö" for c in text)
    deep = any(c in "gjpqy," for c in text)
    return SeenWord(
        text=text,
        x0=x0,
        top=baseline - (0.72 if tall else 0.52) * size,
        x1=x0 + 0.5 * size * len(text),
        bottom=baseline + (0.2 * size if deep else 0.0),
        baseline=baseline,
        stroke=stroke,
        confidence=confidence,
        line=line,
    )


def seen_line(text: str, baseline: float = 100.0, **told: float) -> list[SeenWord]:
    """The words of a printed line, spaces a quarter of the size wide."""
    size = float(told.get("size", 10.0))
    words: list[SeenWord] = []
    x = 70.0
    for piece in text.split():
        words.append(seen(piece, x, baseline, size=size, line=round(baseline), stroke=float(told.get("stroke", 1.4))))
        x = words[-1].x1 + 0.25 * size
    return words
