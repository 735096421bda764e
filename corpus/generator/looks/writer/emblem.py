"""Invented coats of arms: the small picture that stands beside an authority's name."""

import functools
import io
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PIL import ImageDraw

SIDE: Final = 480
SHOWN: Final = 120
"""Drawn large and shown small, for smooth edges; in pixels."""


@functools.cache
def emblem(number: int, colour: str) -> bytes:
    """The number-th of six emblems in the colour (RRGGBB), as a PNG."""
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", (SIDE, SIDE), "white")
    draw = ImageDraw.Draw(picture)
    (_shield, _waves, _blocks, _tree, _ring, _bars)[number % 6](draw, f"#{colour}")
    written = io.BytesIO()
    picture.resize((SHOWN, SHOWN), Image.Resampling.LANCZOS).save(written, "PNG")
    return written.getvalue()


def _shield(draw: "ImageDraw.ImageDraw", colour: str) -> None:
    draw.polygon([(60, 30), (420, 30), (420, 270), (240, 460), (60, 270)], fill=colour)
    draw.line([(110, 190), (240, 110), (370, 190)], fill="white", width=34)
    draw.line([(110, 290), (240, 210), (370, 290)], fill="white", width=34)


def _waves(draw: "ImageDraw.ImageDraw", colour: str) -> None:
    draw.ellipse([20, 20, 460, 460], fill=colour)
    for top in (170, 260, 350):
        for left in range(-20, 480, 120):
            draw.arc([left, top, left + 120, top + 70], 180, 360, fill="white", width=20)


def _blocks(draw: "ImageDraw.ImageDraw", colour: str) -> None:
    draw.rectangle([30, 30, 225, 225], fill=colour)
    draw.rectangle([255, 30, 450, 225], outline=colour, width=24)
    draw.rectangle([30, 255, 225, 450], outline=colour, width=24)
    draw.rectangle([255, 255, 450, 450], fill=colour)


def _tree(draw: "ImageDraw.ImageDraw", colour: str) -> None:
    for top, reach in ((30, 100), (120, 150), (220, 200)):
        draw.polygon([(240, top), (240 - reach, top + 160), (240 + reach, top + 160)], fill=colour)
    draw.rectangle([210, 380, 270, 460], fill=colour)


def _ring(draw: "ImageDraw.ImageDraw", colour: str) -> None:
    draw.ellipse([30, 30, 450, 450], outline=colour, width=52)
    draw.ellipse([160, 160, 320, 320], fill=colour)


def _bars(draw: "ImageDraw.ImageDraw", colour: str) -> None:
    for left, top in ((40, 260), (150, 160), (260, 90), (370, 30)):
        draw.rectangle([left, top, left + 75, 450], fill=colour)
