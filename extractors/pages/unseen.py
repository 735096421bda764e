"""Words that are in the file and do not show on the page: unpainted, white on white, or outside what is looked at.

Such a word is left out, and the page says so. One kind is kept: words that are laid unpainted over a scan, by another
program's OCR, or over letters that are drawn as outlines, are the page's text, and are told as such.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pypdfium2

from extractors.pages.geometry import Box, Word
from extractors.pages.pdfium_page import Sheet
from extractors.pages.pdfium_shapes import Shape, images_on
from extractors.pages.pdfium_text import PageText
from models.blocks import TextLayer

_SHOWS = 24
"""Of 255: so much lighter than its darkest spot is the lightest spot of a word's box where letters can be seen."""
_PALE = 200
"""Of 255: a fill with one of its colours below this is a ground that white letters show on."""
_OVER = 0.5
"""Points by which a word reaches into another one where both are printed at one place."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A page's text as people see it."""

    text: PageText
    layer: TextLayer
    doubt: str | None
    """What was left out, and what was laid over a picture."""


def seen_of(page: pypdfium2.PdfPage, sheet: Sheet, text: PageText, shapes: Sequence[Shape]) -> Seen:
    """The page's words without those that do not show."""
    shown = _looked_at(page, sheet)
    outside = {i for i, word in enumerate(text.words) if not _stands_in(word, shown)}
    unpainted = _apart(text) - outside
    over = _over_pictures(page, sheet, text, unpainted)
    pale = text.pale - outside - {i for i in text.pale if _on_ground(text.words[i], shapes)}
    invisible = _invisible(page, shown, text, sorted((unpainted - over) | pale))
    over |= unpainted - invisible
    hidden = outside | (text.unpainted - over) | invisible
    if not hidden and not over:
        return Seen(text, "native", None)
    kept = [i for i in range(len(text.words)) if i not in hidden]
    doubts = []
    if hidden:
        doubts.append(f"{len(hidden)} words do not show on the page and are left out")
    if over:
        doubts.append(f"{len(over)} words lie unpainted over a picture or drawn letters, as another program read them")
    return Seen(
        text=replace(text, words=tuple(text.words[i] for i in kept), unpainted=frozenset(), pale=frozenset()),
        layer="native" if not over else "mixed" if set(kept) - over else "ocr",
        doubt="; ".join(doubts),
    )


def _looked_at(page: pypdfium2.PdfPage, sheet: Sheet) -> Box:
    """The part of the page that a reader shows: its crop box, within its media box."""
    crop = sheet.frame.box(*page.get_cropbox())
    return Box(max(0.0, crop.x0), max(0.0, crop.top), min(sheet.width, crop.x1), min(sheet.height, crop.bottom))


def _stands_in(word: Word, box: Box) -> bool:
    """True where a part of the word lies inside."""
    return word.x0 < box.x1 and word.x1 > box.x0 and word.top < box.bottom and word.bottom > box.top


def _apart(text: PageText) -> set[int]:
    """The unpainted words that lie over no painted word."""
    painted = [word for i, word in enumerate(text.words) if i not in text.unpainted]
    return {i for i in text.unpainted if not any(_same_place(text.words[i], word) for word in painted)}


def _over_pictures(page: pypdfium2.PdfPage, sheet: Sheet, text: PageText, words: set[int]) -> set[int]:
    pictures = list(images_on(page, sheet)) if words else []
    return {i for i in words if any(box.holds(text.words[i]) for box in pictures)}


def _same_place(word: Word, other: Word) -> bool:
    across = min(word.x1, other.x1) - max(word.x0, other.x0)
    return across > _OVER and other.top < word.middle < other.bottom


def _on_ground(word: Word, shapes: Sequence[Shape]) -> bool:
    """True where something darker, or a pattern, is painted under the word."""
    return any(s.filled and s.box.holds(word) and _is_ground(s.color) for s in shapes if s.box.height >= word.size / 2)


def _is_ground(color: str) -> bool:
    return not color or min(int(part) for part in color.split()[:3]) < _PALE


def _invisible(page: pypdfium2.PdfPage, shown: Box, text: PageText, asked: Sequence[int]) -> set[int]:
    """Those of the words at whose place nothing can be seen where the page is drawn."""
    if not asked:
        return set()
    bitmap = page.render(scale=1.0, grayscale=True)
    grey: npt.NDArray[np.uint8] = bitmap.to_numpy().reshape(bitmap.height, bitmap.width).copy()
    bitmap.close()
    return {i for i in asked if not _has_contrast(text.words[i], shown, grey)}


def _has_contrast(word: Word, shown: Box, grey: npt.NDArray[np.uint8]) -> bool:
    rows = slice(max(0, int(word.top - shown.top)), max(0, int(word.bottom - shown.top) + 1))
    box = grey[rows, max(0, int(word.x0 - shown.x0)) : max(0, int(word.x1 - shown.x0) + 1)]
    return bool(box.size and int(box.max()) - int(box.min()) >= _SHOWS)
