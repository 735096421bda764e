"""One picture of print to its words and drawings, in points of the page made straight."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from extractors.ocr.blobs import heaps_of, runs
from extractors.ocr.bullets import with_bullets
from extractors.ocr.numbers import in_threes
from extractors.ocr.picture import PAPER, Grey, Picture, evened, without_specks
from extractors.ocr.pieces import pieces_in
from extractors.ocr.rules import lines_of, without
from extractors.ocr.skew import lies_on_its_side, skew_of, straightened
from extractors.ocr.tesseract import ROWS, Engine, FoundWord
from extractors.ocr.ticks import ticks_in
from extractors.ocr.words import DEEP, SeenWord, mean_confidence
from extractors.pages.geometry import Box

_DARK: Final = 150
_TOUCH: Final = 0.4
"""Points between pieces of ink that are one letter."""
_BESIDE: Final = 3
"""Pixels round a word's box that are still its own ink."""
_LETTER_HEIGHT: Final = (3.5, 26.0)
"""Points: what is lower is dust, a dot or a dash; what is higher is a drawing."""
_SURE_ALONE: Final = 55
"""Confidence from which a word is believed that was read only when asked about again."""
_DOUBTFUL: Final = 25
"""Less sure than this, what was read is dirt; signs without a letter or digit must be as sure as the above."""
_FEW: Final = 4
"""Letters: a word of fewer has no usual ink."""
_FEW_ROWS: Final = 6
_ABOVE_FEET: Final = 0.4
"""This share of a word's box is above its feet, whatever its letters."""
_UPRIGHT: Final = 65.0
"""A page that is read less surely than this may stand on its head: it is tried the other ways too."""


@dataclass(frozen=True)
class Recognised:
    """What stands in a picture: all boxes in points of the page made straight."""

    words: tuple[SeenWord, ...]
    level: tuple[Box, ...]
    upright: tuple[Box, ...]
    ticks: tuple[tuple[Box, bool], ...]
    """Tick boxes, and whether there is a mark in them."""
    quarters: int
    """Right angles by which the picture was turned clockwise before it was made straight."""
    skew: float
    """Degrees by which it was turned clockwise then."""

    @property
    def lines(self) -> tuple[Box, ...]:
        return (*self.level, *self.upright)

    @property
    def confidence(self) -> float:
        """How sure the engine is of the words, 0 to 100."""
        return mean_confidence(self.words)


def read_picture(picture: Picture, engine: Engine) -> Recognised:
    """Turn the picture the right way up and straight, find its lines, and have its words recognised.

    Raises ocr_tesseract.OcrError.
    """
    even = replace(picture, grey=evened(picture.grey))
    ways = (1, 3, 0, 2) if lies_on_its_side(even.grey) else (0, 2, 1, 3)
    best: Recognised | None = None
    for quarters in ways:
        tried = _read_upright(even, quarters, engine)
        if best is None or tried.confidence * len(tried.words) > best.confidence * len(best.words):
            best = tried
        if best.confidence >= _UPRIGHT or not best.words:
            break
    assert best is not None
    return best


def _read_upright(picture: Picture, quarters: int, engine: Engine) -> Recognised:
    grey = np.ascontiguousarray(np.rot90(picture.grey, -quarters))
    skew = skew_of(grey)
    straight = replace(picture, grey=straightened(grey, skew))
    pieces = pieces_in(straight)
    lines, ticks = lines_of(straight, pieces), ticks_in(straight, pieces)
    clean = without_specks(without(straight, [*lines.level, *lines.upright, *(tick.box for tick in ticks)]))
    found = engine.words(clean, straight.dpi)
    left = replace(straight, grey=_leftover(clean, found))
    heaps = heaps_of(list(runs(left.grey < _DARK)), _TOUCH * picture.scale)
    last_line = max((word.line for word in found), default=0)
    found = [*found, *_asked_again(left, heaps, engine, first_line=last_line + 1)]
    found = in_threes(found, clean)
    words = [_seen(word, clean, straight) for word in found if _is_word(word)]
    points = [_points(heap, straight) for heap in heaps]
    return Recognised(
        words=tuple(with_bullets(words, points)),
        level=tuple(_points(b, straight) for b in lines.level),
        upright=tuple(_points(b, straight) for b in lines.upright),
        ticks=tuple((_points(t.box, straight), t.ticked) for t in ticks),
        quarters=quarters,
        skew=skew,
    )


def _is_word(word: FoundWord) -> bool:
    return word.confidence >= _DOUBTFUL if any(c.isalnum() for c in word.text) else word.confidence >= _SURE_ALONE


def _leftover(clean: Grey, found: Sequence[FoundWord]) -> Grey:
    """The picture without the words that were found."""
    left = clean.copy()
    for word in found:
        box = word.box
        rows = slice(max(0, int(box.top) - _BESIDE), int(box.bottom) + _BESIDE)
        left[rows, max(0, int(box.x0) - _BESIDE) : int(box.x1) + _BESIDE] = PAPER
    return left


def _asked_again(left: Picture, heaps: Sequence[Box], engine: Engine, first_line: int) -> list[FoundWord]:
    """Words that were passed over: a number alone in a cell, mostly."""
    low, high = (height * left.scale for height in _LETTER_HEIGHT)
    letters = [heap for heap in heaps if low <= heap.height <= high]
    if not letters:
        return []
    only = np.full_like(left.grey, PAPER)
    for heap in letters:
        rows = slice(max(0, int(heap.top) - _BESIDE), int(heap.bottom) + _BESIDE)
        columns = slice(max(0, int(heap.x0) - _BESIDE), int(heap.x1) + _BESIDE)
        only[rows, columns] = left.grey[rows, columns]
    # a row of the whole page holds words of several columns: each is a line of its own here
    return [
        replace(word, line=line)
        for line, word in enumerate(engine.words(only, left.dpi, ROWS), start=first_line)
        if word.confidence >= _SURE_ALONE and any(c.isalnum() for c in word.text)
    ]


def _seen(word: FoundWord, clean: Grey, picture: Picture) -> SeenWord:
    box = _points(word.box, picture)
    ink = clean[int(word.box.top) : int(word.box.bottom), int(word.box.x0) : int(word.box.x1) + 1]
    return SeenWord(
        text=word.text,
        x0=box.x0,
        top=box.top,
        x1=box.x1,
        bottom=box.bottom,
        baseline=box.top + _foot(word.text, ink) / picture.scale,
        stroke=_stroke(ink) / picture.scale,
        confidence=word.confidence,
        line=word.line,
    )


def _foot(text: str, ink: Grey) -> int:
    """The row that the letters stand on, from the top of their box.

    It is the last one for figures and short words without descenders. In longer words it is where, going down, the
    ink grows less most: neither descenders nor dirt move it.
    """
    if len(ink) < _FEW_ROWS or text.isdigit() or (len(text) < _FEW and not any(c in DEEP for c in text)):
        return len(ink)
    sums = np.pad((PAPER - ink.astype(np.float32)).sum(axis=1), (2, 2))
    falls = sums[1:-3] + sums[2:-2] - sums[3:-1] - sums[4:]
    above = round(_ABOVE_FEET * len(ink))
    return int(np.argmax(falls[above:])) + above + 1


def _stroke(ink: Grey) -> float:
    """How wide the strokes are, in pixels: twice the ink over all steps between light and dark along the rows.

    A stroke as wide as w steps up once and down once, however blurred it is.
    """
    dark = PAPER - ink.astype(np.float32)
    steps = float(np.abs(np.diff(np.pad(dark, ((0, 0), (1, 1))), axis=1)).sum())
    return 2 * float(dark.sum()) / steps if steps else 0.0


def _points(box: Box, picture: Picture) -> Box:
    scale, left, top = picture.scale, picture.left, picture.top
    return Box(left + box.x0 / scale, top + box.top / scale, left + box.x1 / scale, top + box.bottom / scale)
