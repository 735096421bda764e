"""Bullets in recognised text: read as letters or not at all, they are told by their shape and place."""

import statistics
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from extractors.ocr.words import SeenWord
from extractors.pages.geometry import Box

BULLET: Final = "•"
DASH: Final = "–"
_SIDES: Final = (0.14, 0.62)
"""A bullet's sides, in type sizes of the text that it stands before."""
_DASH_HEIGHT, _DASH_WIDTH = 0.16, 1.1
_GAP: Final = (0.15, 4.5)
"""Type sizes from a bullet to its text."""
_RISE: Final = 0.06
"""A bullet's foot stands this share of the size above its text's, which may be a descender's."""
_NEAR: Final = 30.0
"""Points: a sign with a word so near on its left is part of a text."""
_INK: Final = 0.82
"""The height of a word's ink, in type sizes, more or less."""
_CERTAIN: Final = 80
"""Confidence that a bullet is given: its shape is right, its sign is anyone's guess."""


def with_bullets(words: Sequence[SeenWord], heaps: Sequence[Box]) -> list[SeenWord]:
    """The words with bullets told as such. `heaps` is ink in which no word was read, as boxes in points."""
    told = [_told(word, words) for word in words]
    size = statistics.median([w.bottom - w.top for w in words]) / _INK if words else 0.0
    for heap in heaps:
        after = _after(heap, told, size) if _looks_like_bullet(heap, size) else None
        if after is not None and not _before(heap, told):
            told.append(
                replace(
                    after,
                    text=_sign(heap, size),
                    x0=heap.x0,
                    top=heap.top,
                    x1=heap.x1,
                    bottom=heap.bottom,
                    confidence=_CERTAIN,
                )
            )
    return told


def _told(word: SeenWord, words: Sequence[SeenWord]) -> SeenWord:
    """A sign that is as low and stands as high as a bullet does, and not as a letter, is one."""
    if len(word.text) > 2 or word.text.isdigit():
        return word
    box = Box(word.x0, word.top, word.x1, word.bottom)
    after = _after(box, words, 2 * (word.bottom - word.top) + 4.0)
    if after is None or _before(box, [w for w in words if w is not word]):
        return word
    size = (after.bottom - after.top) / _INK
    if _looks_like_bullet(box, size) and after.bottom - word.bottom > _RISE * size:
        return replace(word, text=_sign(box, size), line=after.line)
    return word


def _sign(box: Box, size: float) -> str:
    return DASH if box.height <= _DASH_HEIGHT * size else BULLET


def _looks_like_bullet(box: Box, size: float) -> bool:
    low, high = (side * size for side in _SIDES)
    if box.height <= _DASH_HEIGHT * size:
        return low < box.width <= _DASH_WIDTH * size and box.width > 2 * box.height
    return low <= box.width <= high and low <= box.height <= high and 0.6 < box.width / box.height < 1.7


def _after(box: Box, words: Sequence[SeenWord], size: float) -> SeenWord | None:
    """The word that follows on the line."""
    middle = (box.top + box.bottom) / 2
    low, high = (gap * size for gap in _GAP)
    beside = [w for w in words if w.top <= middle <= w.bottom and low <= w.x0 - box.x1 <= high]
    return min(beside, key=lambda w: w.x0, default=None)


def _before(box: Box, words: Sequence[SeenWord]) -> bool:
    """True where a word stands near on its left."""
    middle = (box.top + box.bottom) / 2
    return any(w.top <= middle <= w.bottom and w.x1 <= box.x0 + 1.0 and box.x0 - w.x1 < _NEAR for w in words)
