"""Drawing on a page's picture in the page's own points."""

import math
from dataclasses import dataclass
from typing import Final

from PIL import ImageDraw, ImageFont

from models.place import Place

Colour = tuple[int, int, int]
_SOLID: Final = 255
_BADGE_TYPE: Final = 5.5
"""Points: the type of the numbers."""
_HATCH_STEP: Final = 5
"""Pixels between the lines of a hatching."""
_ARROW: Final = 3.0
"""Points: the length of an arrow's head."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the drawn part of the page begins in the blocks' coordinates, and pixels per point."""

    left: float
    top: float
    scale: float

    def pixels(self, place: Place) -> tuple[float, float, float, float]:
        (x0, top), (x1, bottom) = self.point(place.x0, place.top), self.point(place.x1, place.bottom)
        return min(x0, x1), min(top, bottom), max(x0, x1), max(top, bottom)

    def point(self, x: float, y: float) -> tuple[float, float]:
        return (x - self.left) * self.scale, (y - self.top) * self.scale


@dataclass(frozen=True)
class Pen:
    """Draws on a transparent sheet that is laid over the page."""

    sheet: ImageDraw.ImageDraw
    frame: Frame

    def box(self, place: Place, colour: Colour, *, width: int = 2, wash: int = 0) -> None:
        """An outline, its inside tinted as strongly as `wash` says, of 255."""
        fill = (*colour, wash) if wash else None
        self.sheet.rectangle(self.frame.pixels(place), fill=fill, outline=(*colour, _SOLID), width=width)

    def hatching(self, place: Place, colour: Colour) -> None:
        """Slanting lines over a box."""
        x0, top, x1, bottom = self.frame.pixels(place)
        height = bottom - top
        start = x0 - height
        while start < x1:
            # from the foot of the box up to the right, cut off at its sides
            low, high = max(start, x0), min(start + height, x1)
            if high > low:
                self.sheet.line(
                    (low, bottom - (low - start), high, bottom - (high - start)), fill=(*colour, 200), width=1
                )
            start += _HATCH_STEP

    def arrow(self, start: tuple[float, float], end: tuple[float, float], colour: Colour) -> None:
        """A thin line in points, with a head at its end."""
        (x0, y0), (x1, y1) = self.frame.point(*start), self.frame.point(*end)
        fill = (*colour, 190)
        self.sheet.line((x0, y0, x1, y1), fill=fill, width=2)
        angle, length = math.atan2(y1 - y0, x1 - x0), _ARROW * self.frame.scale
        wings = [(x1 - length * math.cos(angle + t), y1 - length * math.sin(angle + t)) for t in (-0.45, 0.45)]
        self.sheet.polygon([(x1, y1), *wings], fill=fill)

    def tie(self, start: tuple[float, float], end: tuple[float, float], colour: Colour) -> None:
        """A line between two things that belong together, with a dot at either end."""
        (x0, y0), (x1, y1) = self.frame.point(*start), self.frame.point(*end)
        self.sheet.line((x0, y0, x1, y1), fill=(*colour, _SOLID), width=2)
        for x, y in ((x0, y0), (x1, y1)):
            self.sheet.ellipse((x - 3, y - 3, x + 3, y + 3), fill=(*colour, _SOLID))

    def badge(self, x: float, y: float, text: str, colour: Colour) -> None:
        """White figures on a coloured ground; `x` is where it ends, `y` where it begins, points."""
        font = self._font(_BADGE_TYPE)
        right, top = self.frame.point(x, y)
        left, upper, end, lower = self.sheet.textbbox((0, 0), text, font=font)
        width, height = end - left + 6, lower - upper + 6
        begin = max(0.0, right - width)
        above = max(0.0, top)
        self.sheet.rectangle((begin, above, begin + width, above + height), fill=(*colour, _SOLID))
        self.sheet.text((begin + 3 - left, above + 3 - upper), text, fill=(255, 255, 255, _SOLID), font=font)

    def figure(self, x: float, y: float, text: str, colour: Colour) -> None:
        """Small bare figures that begin at a point."""
        self.sheet.text(self.frame.point(x, y), text, fill=(*colour, _SOLID), font=self._font(_BADGE_TYPE - 0.5))

    def _font(self, size: float) -> ImageFont.ImageFont | ImageFont.FreeTypeFont:
        return ImageFont.load_default(size=max(8.0, size * self.frame.scale))
