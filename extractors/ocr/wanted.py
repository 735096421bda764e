"""What on a page is a picture of print: a whole page without words, or a table that is only a picture."""

from typing import Final

import numpy as np
import pypdfium2

from extractors.ocr.blobs import heaps_of, runs
from extractors.ocr.picture import Grey, Picture, drawn
from extractors.pages.geometry import Box
from extractors.pages.page_words import TICKS, RawPage
from extractors.pages.pdfium_page import sheet_of
from extractors.pages.pdfium_shapes import images_on

_COARSE, _FINER = 72, 150
"""Dots an inch at which ink is told from paper, and print from photographs."""
_INK: Final = 0.0004
"""A page with less of it dark than this is an empty one, a speck or two on it."""
_DARK: Final = 140
_WIDTH, _HEIGHT = 110.0, 36.0
"""Points: a smaller picture is a logo or a signature."""
_WORDS_OVER: Final = 2
"""More words than these over a picture: it is the ground for them, or was read before."""
_PAPER: Final = 0.45
"""So much of a picture of print has one shade, give or take; of a photograph less."""
_SHADE: Final = 12
_LETTERS: Final = 20
"""Heaps of ink of a letter's size: a table has more."""
_LETTER: Final = (2.5, 16.0)
"""Points."""
_MOST_PARTS: Final = 6
"""Pictures of one page that are looked at, the largest first."""


def has_words(page: RawPage) -> bool:
    """True where the page has a text layer."""
    return bool(page.turned) or any(word.text not in TICKS for word in page.words)


def pictures_on(page: pypdfium2.PdfPage, raw: RawPage) -> list[Box | None]:
    """The parts of a page to recognise, as boxes in points from the top left; None stands for the whole page."""
    if not has_words(raw):
        return [None] if _shows(drawn(page, dots=_COARSE).grey) else []
    if not raw.n_images:
        return []
    wordless = [
        box for box in images_on(page, sheet_of(page)) if _is_large(box) and _words_over(box, raw) <= _WORDS_OVER
    ]
    largest = sorted(wordless, key=lambda b: (-b.width * b.height, b.top, b.x0))[:_MOST_PARTS]
    return [box for box in largest if _is_print(drawn(page, box, dots=_FINER))]


def _shows(grey: Grey) -> bool:
    return bool((grey < _DARK).mean() > _INK)


def _is_large(box: Box) -> bool:
    return box.width >= _WIDTH and box.height >= _HEIGHT


def _words_over(box: Box, raw: RawPage) -> int:
    return sum(box.holds(word) for word in raw.words if word.text not in TICKS)


def _is_print(picture: Picture) -> bool:
    """True for letters on even paper."""
    counts = np.bincount(picture.grey.ravel(), minlength=256)
    paper = int(counts.argmax())
    if counts[max(0, paper - _SHADE) : paper + _SHADE + 1].sum() < _PAPER * picture.grey.size:
        return False
    differs = np.abs(picture.grey.astype(np.int16) - paper) > (255 - _DARK) // 2
    low, high = (height * picture.scale for height in _LETTER)
    letters = [heap for heap in heaps_of(list(runs(differs)), 0.0) if low <= heap.height <= high]
    return len(letters) >= _LETTERS
