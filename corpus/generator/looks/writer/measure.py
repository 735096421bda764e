"""How wide words are in a font, and how wide a table's columns must be for them; widths in points."""

import functools
import io
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from corpus.generator.looks.writer.fonts import font_data

if TYPE_CHECKING:
    from PIL import ImageFont

DRAWN_AT = 100
BREAKS = re.compile(r"[ \n\t]+|(?<=-)(?!\d)|(?<=–)|(?<=/)")


@functools.cache
def _font(family: str, bold: bool) -> "ImageFont.FreeTypeFont":
    from PIL import ImageFont

    return ImageFont.truetype(io.BytesIO(font_data(family, bold=bold)), DRAWN_AT, layout_engine=ImageFont.Layout.BASIC)


@functools.lru_cache(maxsize=20_000)
def width_of(words: str, family: str, size: float, *, bold: bool = False) -> float:
    """The width of the words on one line."""
    return float(_font(family, bold).getlength(words)) * size / DRAWN_AT


def widest_piece(words: str, family: str, size: float, *, bold: bool = False) -> float:
    """The width of the longest piece that must not be broken."""
    return max((width_of(piece, family, size, bold=bold) for piece in BREAKS.split(words)), default=0.0)


def fit_columns(shares: Sequence[float], needs: Sequence[float], total: float) -> list[float] | None:
    """Widths that fill the total, by shares but none below its need; None where the needs are more than the total."""
    if sum(needs) > total:
        return None
    widths = [total * share / sum(shares) for share in shares]
    short = [max(need - width, 0.0) for width, need in zip(widths, needs, strict=True)]
    spare = [max(width - need, 0.0) for width, need in zip(widths, needs, strict=True)]
    if not any(short):
        return widths
    taken = sum(short) / sum(spare) if any(spare) else 0.0
    return [width + lack - over * taken for width, lack, over in zip(widths, short, spare, strict=True)]
