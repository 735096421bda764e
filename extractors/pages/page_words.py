"""Step 2, read: a page's words with place and type, and its drawings. PDF in, plain values out."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import pypdfium2

from extractors.pages.drawings import drawings_of
from extractors.pages.geometry import Box, Drawn, RuledGrid, Word
from extractors.pages.pdfium_page import sheet_of
from extractors.pages.pdfium_shapes import shapes_of
from extractors.pages.pdfium_text import text_of
from extractors.pages.second_reading import SecondText, settle

TICK = "☐"
"""The word that stands for a drawn tick box without a mark drawn in it."""
TICKED = "☒"
"""The word that stands for a drawn tick box with a mark in it."""
TICKS = frozenset((TICK, TICKED))
_DOTS = frozenset(".·…_")
_DOTS_IN_ROW = 4
_NOTHING = frozenset({"...", "…"})
_APART = 1.0
"""White before a column, in type sizes; a leader begins nearer to the text that it leads from."""
_LEADER = re.compile(r"[.…]{4,}$|^[.…]{3,}$|^[.…_]{4,}$")


@dataclass(frozen=True)
class RawPage:
    """What stands on one page, before layout."""

    number: int
    width: float
    height: float
    rotation: int
    words: tuple[Word, ...]
    """Words in reading direction, and TICK or TICKED for each drawn tick box."""
    rules: tuple[Box, ...] = ()
    """Horizontal rules."""
    bands: tuple[Box, ...] = ()
    """Tints behind table rows."""
    tints: tuple[Box, ...] = ()
    """The filled rectangles that the bands are made of, one or one for each cell."""
    grids: tuple[RuledGrid, ...] = ()
    n_images: int = 0
    doubt: str | None = None
    lost: int = 0
    """Signs that show on the page and that neither reader can tell."""
    turned: tuple[Word, ...] = field(default=())
    """Words that stand on their side."""
    face: str | None = None
    """The typeface that most of the text is set in."""

    @property
    def drawn(self) -> Drawn:
        """What is drawn beside grids."""
        return Drawn(self.rules, self.bands, self.tints)


def read_page(page: pypdfium2.PdfPage, number: int, ask: Callable[[int], SecondText | None]) -> RawPage:
    """Read one page. `number` is its place in the file, from 1; `ask` reads it with the second reader."""
    sheet = sheet_of(page)
    text = text_of(page, sheet, number)
    drawn = shapes_of(page, sheet, text.objects)
    reading = settle(text, drawn.unheard, lambda: ask(number))
    words = _without_leaders(reading.words)
    meant = drawings_of(drawn.shapes, words, Box(0.0, 0.0, sheet.width, sheet.height))
    ticks = [
        Word(sign, b.x0, b.top, b.x1, b.bottom, size=round(b.height, 2), page=number)
        for b in meant.ticks
        for sign in (TICKED if b in meant.ticked else TICK,)
    ]
    return RawPage(
        number=number,
        width=sheet.width,
        height=sheet.height,
        rotation=sheet.rotation,
        words=(*words, *ticks),
        rules=meant.rules,
        bands=meant.bands,
        tints=meant.tints,
        grids=meant.grids,
        n_images=drawn.n_images,
        doubt=reading.doubt,
        lost=reading.lost,
        turned=reading.turned,
        face=text.face,
    )


def _without_leaders(words: Sequence[Word]) -> list[Word]:
    """Runs of dots or underscores that lead the eye to a page number or an answer are white, not words."""
    kept: list[Word] = []
    led = False
    dotted = _rows_of_dots(words)
    for i, word in enumerate(words):
        leader = None if i and _is_mark(words[i - 1], word) else _LEADER.search(word.text)
        if i in dotted or leader is not None:
            plain = "" if i in dotted or leader is None else word.text[: leader.start()]
            if plain:
                x1 = word.x0 + (word.x1 - word.x0) * len(plain) / len(word.text)
                kept.append(replace(word, text=plain, x1=x1, led=led))
            led = True
        else:
            kept.append(replace(word, led=True) if led else word)
            led = False
    return kept


def _is_mark(before: Word, word: Word) -> bool:
    """True for three dots that stand in a column of their own: nothing is known there, and nothing is led to."""
    beside = word.top < before.bottom and before.top < word.bottom and word.x0 - before.x1 > _APART * word.size
    return beside and word.text in _NOTHING


def _rows_of_dots(words: Sequence[Word]) -> set[int]:
    """Where in `words` dots stand that follow each other on one line, parted by white."""
    found: set[int] = set()
    row: list[int] = []
    for i, word in enumerate(words):
        if word.text not in _DOTS or (row and word.bottom != words[row[-1]].bottom):
            row = []
        if word.text in _DOTS:
            row.append(i)
        if len(row) >= _DOTS_IN_ROW:
            found.update(row)
    return found
