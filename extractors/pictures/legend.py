"""Under a page's picture: what the colours mean, and what is doubtful on it."""

from collections.abc import Mapping, Sequence
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from extractors.pictures.pen import Colour

_ROW: Final = 24
_TYPE: Final = 14
_MARGIN: Final = 8
_SQUARE: Final = 16
_INK: Final[Colour] = (0, 0, 0)


def with_legend(
    drawn: Image.Image, names: Mapping[str, Colour], told: Sequence[str], told_colour: Colour
) -> Image.Image:
    """The picture with a square of colour for each name under it, and then the lines of `told`.

    The names and lines are ASCII: Pillow's own font has no other letters.
    """
    font = ImageFont.load_default(size=_TYPE)
    ruler = ImageDraw.Draw(drawn)
    rows: list[list[tuple[int, str]]] = [[]]
    left = _MARGIN
    for name in names:
        width = _SQUARE + 8 + int(ruler.textlength(name, font=font)) + 16
        if left + width > drawn.width and rows[-1]:
            rows.append([])
            left = _MARGIN
        rows[-1].append((left, name))
        left += width
    lines = [piece for line in told for piece in _wrapped(line, drawn.width - 2 * _MARGIN, ruler, font)]
    sheet = Image.new("RGB", (drawn.width, drawn.height + _ROW * (len(rows) + len(lines))), "white")
    sheet.paste(drawn, (0, 0))
    pen = ImageDraw.Draw(sheet)
    for index, row in enumerate(rows):
        top = drawn.height + _ROW * index + 5
        for x, name in row:
            pen.rectangle((x, top, x + _SQUARE, top + 14), fill=names[name])
            pen.text((x + _SQUARE + 6, top - 1), name, fill=_INK, font=font)
    for index, line in enumerate(lines, start=len(rows)):
        pen.text((_MARGIN, drawn.height + _ROW * index + 4), line, fill=told_colour, font=font)
    return sheet


def _wrapped(
    text: str, width: float, ruler: ImageDraw.ImageDraw, font: ImageFont.ImageFont | ImageFont.FreeTypeFont
) -> list[str]:
    lines: list[str] = []
    for word in text.encode("ascii", "replace").decode().split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and ruler.textlength(longer, font=font) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
