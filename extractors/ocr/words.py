"""Words that were recognised in pictures to words on pages: their type size, feet and weight from how they look.

A picture tells no font. What a word's letters are says how much of the type size its box must be high, and where its
feet stand; how thick its strokes are, beside those of the running text, says whether it is bold.
"""

import itertools
import math
import re
import statistics
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from extractors.pages.geometry import Word

_TALL: Final = frozenset("bdfhijkltåäöéèüßABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789&%#§!?()[]/€£$☐☒")
_RINGED: Final = frozenset("ÅÄÖÉÜ")
_X_HEIGHT, _CAPITAL, _RING = 0.52, 0.72, 0.84
"""Shares of the type size, the middle of what was measured on 3 000 words in ten common typefaces."""
DEEP: Final = frozenset("gjpqyçQ,;()[]/")
"""Letters that reach below the line."""
_NARROW: Final = frozenset("fijlrtIJ1.,:;!'|()[]/-")
_BROAD: Final = frozenset("mwMWÅÄÖABCDEFGHKLNOPQRSTUVXYZ%&–—")
_NARROW_WIDTH, _WIDTH, _BROAD_WIDTH = 0.31, 0.53, 0.7
"""Shares of the type size, more or less, in common typefaces."""
_WHITE: Final = 0.25
"""White between two words, as a share of their height."""
_ODD: Final = 1.25
"""A word whose height says so many times the size that its width says, or the other way round, has dirt over it."""
_FOOT: Final = 0.21
"""A word's box, as PDF readers give it, ends this share of the size below the baseline, and is as high as the size."""
_ALIKE: Final = 0.07
"""Sizes that differ by less than this share are one size: a word's box is measured in whole pixels."""
_ALIKE_SHORT: Final = 0.12
_SHORT_LINE: Final = 12
"""Letters: of a line with fewer the size is told less well."""
_SHORT: Final = 4
"""Letters: the width of a shorter word says little."""
_MARK: Final = re.compile(r"[\d*†‡,]{1,5}")
_RAISED, _SMALL = 0.18, 0.78
"""A footnote mark stands this share of the size higher than its line, and is this share of it large at the most."""
_BLUR: Final = 0.5
"""Points that a copier makes every stroke wider."""
_BOLD: Final = 1.22
"""Strokes so much wider than the text's: bold ones are 1.3 to 1.5 times as wide, plain ones up to 1.13."""
_MUCH: Final = 250
"""Letters in one size that are no heading, however wide their strokes."""


@dataclass(frozen=True, slots=True)
class SeenWord:
    """A recognised word on the straightened page, in points: the box of its ink, the height that its letters stand on,
    the width of its strokes, how sure the engine is of it (0 to 100), and the line that the engine took it to be in.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    baseline: float
    stroke: float
    confidence: int
    line: int


@dataclass(frozen=True, slots=True)
class _Sized:
    seen: SeenWord
    size: float
    baseline: float


def mean_confidence(seen: Sequence[SeenWord]) -> float:
    """How sure the engine is of the words, each by its length: 0 to 100. No words: 0."""
    letters = sum(len(word.text) for word in seen)
    return sum(word.confidence * len(word.text) for word in seen) / letters if letters else 0.0


def words_of(pages: Sequence[tuple[int, Sequence[SeenWord]]]) -> dict[int, tuple[Word, ...]]:
    """The words of the pictures of one file, each with its page's number; by page number.

    What is one size on one page is the same on another.
    """
    lines = [(number, line) for number, seen in pages for line in _lines(seen)]
    breadth = _breadth(word for _, seen in pages for word in seen)
    sized = [(number, _sized(line, breadth)) for number, line in lines]
    sizes = _usual_sizes(word for _, line in sized for word in line)
    settled = [(number, [replace(w, size=_nearest(w, line, sizes)) for w in line]) for number, line in sized]
    strokes = _usual_strokes([word for _, line in settled for word in line])
    found: dict[int, list[Word]] = {number: [] for number, _ in pages}
    for number, line in settled:
        found[number].extend(_word(word, number, bold) for word, bold in zip(line, _bold(line, strokes), strict=True))
    return {number: tuple(words) for number, words in found.items()}


def _lines(seen: Sequence[SeenWord]) -> list[list[SeenWord]]:
    lines: dict[int, list[SeenWord]] = {}
    for word in seen:
        lines.setdefault(word.line, []).append(word)
    return [_apart(sorted(line, key=lambda w: (w.x0, w.x1))) for line in lines.values()]


def _apart(line: Sequence[SeenWord]) -> list[SeenWord]:
    """Now and then a word's box reaches over the next word: it is cut off before it."""
    cut = [
        replace(word, x1=following.x0 - _WHITE * (following.bottom - following.top))
        if word.x0 + 1.0 < following.x0 < word.x1
        else word
        for word, following in itertools.pairwise(line)
    ]
    return [*cut, line[-1]]


def _sized(line: Sequence[SeenWord], breadth: float) -> list[_Sized]:
    """The words of a line with its size and baseline; a raised small one keeps its own."""
    size = statistics.median(size for word in line for size in [_size(word, breadth)] * _letters(word))
    baseline = statistics.median(foot for word in line for foot in [word.baseline] * _letters(word))
    return [
        _Sized(word, _size(word, breadth), word.baseline)
        if len(line) > 1
        and _size(word, breadth) < _SMALL * size
        and baseline - word.baseline > _RAISED * size
        and _MARK.fullmatch(word.text)
        else _Sized(word, size, baseline)
        for word in line
    ]


def _letters(word: SeenWord) -> int:
    """How much a word says about its line's size."""
    return 1 + 2 * sum(c.isalnum() for c in word.text)


def _size(word: SeenWord, breadth: float) -> float:
    """The type size that a word's height and width say, or only its width, where its height cannot be."""
    by_height = _size_by_height(word)
    by_width = _size_by_width(word) / breadth
    if len(word.text) < _SHORT:
        return by_height
    if not 1 / _ODD < by_height / by_width < _ODD:
        return by_width
    return math.sqrt(by_height * by_width)


def _breadth(seen: Iterable[SeenWord]) -> float:
    """How broad the file's type runs, 1 for a common one."""
    told = [(_size_by_width(w), _size_by_height(w)) for w in seen if len(w.text) >= _SHORT]
    return statistics.median(width / height for width, height in told) if told else 1.0


def _size_by_height(word: SeenWord) -> float:
    return max(word.baseline - word.top, 1.0) / _height(word.text)


def _size_by_width(word: SeenWord) -> float:
    widths = [_NARROW_WIDTH if c in _NARROW else _BROAD_WIDTH if c in _BROAD else _WIDTH for c in word.text]
    return (word.x1 - word.x0) / sum(widths)


def _height(text: str) -> float:
    """How high the highest letter stands above the baseline, as a share of the size."""
    if any(c in _RINGED for c in text):
        return _RING
    return _CAPITAL if any(c in _TALL for c in text) else _X_HEIGHT


def _usual_sizes(words: Iterable[_Sized]) -> list[float]:
    """The sizes that the file is set in: the commonest, then the commonest of those that are not alike to it, ..."""
    weights: Counter[float] = Counter()
    for word in words:
        weights[round(word.size * 4) / 4] += len(word.seen.text)
    sizes: list[float] = []
    while weights:
        common = max(weights, key=lambda s: (sum(n for t, n in weights.items() if abs(t - s) <= _ALIKE * s / 2), -s))
        alike = {size: n for size, n in weights.items() if abs(size - common) <= _ALIKE * common}
        sizes.append(round(sum(size * n for size, n in alike.items()) / sum(alike.values()), 1))
        for size in alike:
            del weights[size]
    return sizes


def _nearest(word: _Sized, line: Sequence[_Sized], sizes: Sequence[float]) -> float:
    """The commonest of the usual sizes that the word may have."""
    letters = sum(len(w.seen.text) for w in line if w.size == word.size)
    alike = _ALIKE_SHORT if letters < _SHORT_LINE else _ALIKE
    return next((s for s in sizes if abs(s - word.size) <= alike * s), word.size)


def _usual_strokes(words: Sequence[_Sized]) -> dict[float, float]:
    """For each size, how wide its plain strokes are, points."""
    by_size: dict[float, list[float]] = {}
    for word in words:
        by_size.setdefault(word.size, []).extend([word.seen.stroke] * len(word.seen.text))
    if not by_size:
        return {}
    body = max(by_size, key=lambda size: (len(by_size[size]), -size))
    share = max(0.0, statistics.median(by_size[body]) - _BLUR) / body
    usual: dict[float, float] = {}
    for size, strokes in by_size.items():
        expected = share * size + _BLUR
        own = statistics.median(strokes)
        usual[size] = own if len(strokes) >= _MUCH and own > expected else expected
    return usual


def _bold(line: Sequence[_Sized], strokes: dict[float, float]) -> list[bool]:
    """Which words are bold; what is too short to tell is as the word before it, or else the one after it."""
    told = [
        word.seen.stroke > _BOLD * strokes[word.size] if sum(c.isalnum() for c in word.seen.text) > 1 else None
        for word in line
    ]
    bold: list[bool] = []
    for i, this in enumerate(told):
        near = [t for t in (this, *reversed(told[:i]), *told[i + 1 :]) if t is not None]
        bold.append(near[0] if near else False)
    return bold


def _word(word: _Sized, page: int, bold: bool) -> Word:
    bottom = word.baseline + _FOOT * word.size
    return Word(
        text=word.seen.text,
        x0=round(word.seen.x0, 2),
        top=round(bottom - word.size, 2),
        x1=round(word.seen.x1, 2),
        bottom=round(bottom, 2),
        size=word.size,
        bold=bold,
        page=page,
    )
