"""Lines of justified text with wide white between their words: it parts no columns.

A narrow column set to both edges has lines of a few long words, far apart. The white between them is the same from
word to word, which cells of a table are only by chance, and the line ends where the lines above or below it end.
"""

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.pages.geometry import Word

_WIDE = 0.8
"""White, as a share of the type size, from which two words may look like cells."""
_SPACE, _STRETCHED = 0.3, 0.36
"""... which ordinary words have between them, and which words of a justified line may have."""
_EQUAL = 0.35
"""Points by which the white between the words of one line differs at most."""
_EDGE = 0.6
"""Points within which lines of one column end together."""
_INDENT = 6.0
"""Type sizes by which the first line of an item or a paragraph begins further in or out."""
_LEAST, _MOST = 0.7, 2.2
"""Type sizes from one line of a column to the next."""
_FAR, _MANY = 15.0, 3
"""So many words with the same white between them are of the column that lines end with so many sizes away."""
_LEVEL = 0.5
"""Points by which the feet of one line's words may differ."""
_FEWEST_LETTERS = 2
"""Letters of a word, at the least: figures and signs are cells."""


@dataclass(frozen=True, slots=True)
class _Run:
    """Words of one line with the same white between them."""

    words: tuple[Word, ...]
    white: float
    beside: float
    """The least white on either side of it on its line."""

    @property
    def foot(self) -> float:
        return self.words[0].bottom

    @property
    def is_wide(self) -> bool:
        return self.white > _WIDE * self.words[0].size

    @property
    def tells(self) -> bool:
        """Whether it shows by itself where its column ends: words that are no cells."""
        return _is_worded(self.words) and (not self.is_wide or _differ(self.words))


def with_justified_lines(words: Sequence[Word]) -> list[Word]:
    """The words in their order; those of justified lines reach as near to the next as words do."""
    if not any(b.x0 - a.x1 > _WIDE * a.size and _are_level(a, b) for a, b in itertools.pairwise(words)):
        return list(words)
    runs = sorted((run for line in _lines(words) for run in _runs(line)), key=lambda run: run.foot)
    feet = [run.foot for run in runs]
    reach: dict[int, float] = {}
    for run in runs:
        size = run.words[0].size
        if not run.is_wide or not _is_text(run.words) or run.beside < run.white - _EQUAL:
            continue
        near = (_FAR if len(run.words) >= _MANY else _MOST) * size
        low, high = bisect_left(feet, run.foot - near), bisect_right(feet, run.foot + near)
        around = [other for other in runs[low:high] if other is not run]
        told = sum(_is_of_column(run, other) for other in around)
        if told and (len(run.words) > 2 or told > sum(_is_row_like(run, other) for other in around)):
            reach.update((id(a), b.x0 - _SPACE * size) for a, b in itertools.pairwise(run.words))
    return [replace(word, x1=reach[id(word)]) if id(word) in reach else word for word in words]


def _lines(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Words on one foot, from left to right, whatever stands between them."""
    line: list[Word] = []
    for word in sorted(words, key=lambda w: (w.bottom, w.x0)):
        if line and word.bottom - line[0].bottom > _LEVEL:
            yield sorted(line, key=lambda w: w.x0)
            line = []
        line.append(word)
    if line:
        yield sorted(line, key=lambda w: w.x0)


def _runs(line: Sequence[Word]) -> Iterator[_Run]:
    """The line's words by where the white between them changes: a word may end one run and begin the next."""
    whites = [b.x0 - a.x1 for a, b in itertools.pairwise(line)]
    around = [float("inf"), *whites, float("inf")]
    start = 0
    for at in range(1, len(whites) + 1):
        if at == len(whites) or abs(whites[at] - whites[start]) > _EQUAL or line[at].size != line[start].size:
            if line[start].size == line[at].size:
                yield _Run(tuple(line[start : at + 1]), whites[start], min(around[start], around[at + 1]))
            start = at


def _are_level(one: Word, other: Word) -> bool:
    return abs(one.bottom - other.bottom) <= _LEVEL


def _differ(words: Sequence[Word]) -> bool:
    """True for several gaps between words of several widths: cells in columns of one width have white that differs."""
    widths = [word.x1 - word.x0 for word in words]
    return len(words) > 2 and max(widths) - min(widths) > words[0].size


def _is_text(words: Sequence[Word]) -> bool:
    return _is_worded(words) and (len(words) == 2 or _differ(words))


def _is_worded(words: Sequence[Word]) -> bool:
    worded = sum(sum(sign.isalpha() for sign in word.text) >= _FEWEST_LETTERS for word in words)
    return worded >= len(words) / 2


def _is_of_column(run: _Run, other: _Run) -> bool:
    """True for another line of the same column, whose words tell that it is text: it crosses the run's white."""
    size = run.words[0].size
    tells = other.tells and (len(run.words) > 2 or (other.white > _STRETCHED * size and _differ(other.words)))
    apart = abs(run.foot - other.foot)
    ends = abs(run.words[-1].x1 - other.words[-1].x1) <= _EDGE
    begins = run.words[0].x0 - _INDENT * size <= other.words[0].x0 < run.words[0].x1
    return tells and other.words[0].size == size and apart >= _LEAST * size and ends and begins


def _is_row_like(run: _Run, other: _Run) -> bool:
    """True for two words far apart that end where the run does: below heads that stand evenly, all rows are set so."""
    ends = abs(run.words[-1].x1 - other.words[-1].x1) <= _EDGE
    return ends and other.is_wide and len(other.words) == 2
