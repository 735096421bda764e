"""Numbers in recognised text: their digits parted in threes as they are printed.

Tesseract drops a narrow space in a number now and then, and `1740 000` is then two numbers. The white between the
digits says where the space was.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from extractors.ocr.picture import Grey
from extractors.ocr.tesseract import FoundWord
from extractors.pages.geometry import Box

_DARK: Final = 150
_WIDER: Final = 1.35
"""A space is so many times as wide as the widest white between two other digits of the number."""
_LEAST: Final = 0.1
"""... and at least this share of the digits' height."""
_SPACE: Final = 0.35
"""A space in a number, as a share of its digits' height, more or less."""
_ASTRAY: Final = 0.4
"""How far from where it is expected a space may lie, as a share of that height: a 1 is narrow in some types."""
_NUMBER: Final = re.compile(r"\d{4,9}")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_GROUP: Final = re.compile(r"\d{3}\D{0,2}")
_NEAR: Final = 0.6
"""The next group of a number stands at most so many heights of its digits away."""


def in_threes(words: Sequence[FoundWord], grey: Grey) -> list[FoundWord]:
    """The words, those that are a number with spaces in it parted at them. `grey` is what they were read in."""
    return [part for word in words for part in _parted(word, grey, words)]


def _parted(word: FoundWord, grey: Grey, words: Sequence[FoundWord]) -> list[FoundWord]:
    if not _NUMBER.fullmatch(word.text):
        return [word]
    at = range(len(word.text) % 3 or 3, len(word.text), 3)
    spaces = _spaces(word, grey, at)
    if spaces is not None:
        return _cut(word, spaces, at)
    if not _YEAR.fullmatch(word.text) and any(_goes_on(word, other) for other in words):
        half = _SPACE * word.box.height / 2
        return _cut(word, [(x - half, x + half) for x in _expected(word, at)], at)
    return [word]


def _expected(word: FoundWord, at: Sequence[int]) -> list[float]:
    """Where the middles of the spaces are, all digits being of one width."""
    digit = (word.box.width - _SPACE * word.box.height * len(at)) / len(word.text)
    return [word.box.x0 + digit * i + _SPACE * word.box.height * (n + 0.5) for n, i in enumerate(at)]


def _spaces(word: FoundWord, grey: Grey, at: Sequence[int]) -> list[tuple[float, float]] | None:
    """The spaces at the places given, begin and end in pixels; None where the white is not wide just there."""
    whites = _whites(word, grey)
    near = _ASTRAY * word.box.height
    spaces: list[tuple[float, float]] = []
    for x in _expected(word, at):
        there = [white for white in whites if abs((white[0] + white[1]) / 2 - x) <= near and white not in spaces]
        if not there:
            return None
        spaces.append(max(there, key=lambda white: white[1] - white[0]))
    others = [end - start for start, end in whites if (start, end) not in spaces]
    least = max(_WIDER * max(others, default=0.0), _LEAST * word.box.height)
    return spaces if all(end - start >= least for start, end in spaces) else None


def _whites(word: FoundWord, grey: Grey) -> list[tuple[float, float]]:
    """Where each white between the digits begins and ends, pixels; digits that touch have none."""
    left = int(word.box.x0)
    ink = grey[int(word.box.top) : int(word.box.bottom) + 1, left : int(word.box.x1) + 1] < _DARK
    edges = np.flatnonzero(np.diff(np.pad(ink.any(axis=0), 1).astype(np.int8)))
    starts, ends = edges[::2], edges[1::2]
    return [(float(left + end), float(left + start)) for end, start in zip(ends[:-1], starts[1:], strict=True)]


def _goes_on(word: FoundWord, other: FoundWord) -> bool:
    """True where a group of three digits follows at once."""
    level = abs(other.box.top + other.box.bottom - word.box.top - word.box.bottom) < word.box.height
    return level and bool(_GROUP.fullmatch(other.text)) and 0 <= other.box.x0 - word.box.x1 <= _NEAR * word.box.height


def _cut(word: FoundWord, whites: Sequence[tuple[float, float]], at: Sequence[int]) -> list[FoundWord]:
    starts = [word.box.x0, *(end for _, end in whites)]
    ends = [*(start for start, _ in whites), word.box.x1]
    texts = [word.text[i:j] for i, j in zip([0, *at], [*at, len(word.text)], strict=True)]
    return [
        replace(word, text=text, box=Box(x0, word.box.top, x1, word.box.bottom))
        for text, x0, x1 in zip(texts, starts, ends, strict=True)
    ]
