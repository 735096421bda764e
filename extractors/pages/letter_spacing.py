"""Words whose letters are set apart (R e d o v i s n i n g): put together again."""

import itertools
import statistics
from collections.abc import Sequence
from dataclasses import replace

from extractors.pages.geometry import Word

_FEWEST, _DISTINCT = 5, 3
"""Letters in a row from which they are a word set apart, and how many of them differ: marks in columns do not."""
_LOOSE = 1.6
"""White between two words of such a line, as a share of the type size, at most."""
_WIDEST = 0.8
"""... and between most of its letters: columns stand further apart."""
_LETTERS = 0.8
"""So much of the line are single letters and digits."""
_PARTS = 1.5
"""White wider than so many times the line's usual parts its words."""
_LEVEL = 0.5
"""Points by which the feet of one line's letters may differ."""


def drawn_together(words: Sequence[Word]) -> list[Word]:
    """The words in their order, those that were set letter by letter made whole."""
    together: list[Word] = []
    for line in _stretches(words):
        together.extend(_whole(line) if _is_set_apart(line) else line)
    return together


def _stretches(words: Sequence[Word]) -> list[list[Word]]:
    """Words that follow each other on one line, without wide white between them."""
    lines: list[list[Word]] = []
    for word in words:
        if not lines or not _follows(lines[-1][-1], word):
            lines.append([])
        lines[-1].append(word)
    return lines


def _follows(before: Word, word: Word) -> bool:
    level = before.size == word.size and abs(before.bottom - word.bottom) <= _LEVEL
    return level and 0 < word.x0 - before.x1 <= _LOOSE * word.size


def _is_set_apart(line: Sequence[Word]) -> bool:
    single = [word.text for word in line if len(word.text) == 1 and word.text.isalnum()]
    many = len(single) >= max(_FEWEST, _LETTERS * len(line))
    return (
        many and len({c for c in single if c.isalpha()}) >= _DISTINCT and _usual_white(line) <= _WIDEST * line[0].size
    )


def _usual_white(line: Sequence[Word]) -> float:
    return statistics.median(b.x0 - a.x1 for a, b in itertools.pairwise(line))


def _whole(line: Sequence[Word]) -> list[Word]:
    usual = _usual_white(line)
    parts: list[list[Word]] = [[line[0]]]
    for before, word in itertools.pairwise(line):
        if word.x0 - before.x1 > _PARTS * usual:
            parts.append([])
        parts[-1].append(word)
    return [replace(part[0], text="".join(w.text for w in part), x1=part[-1].x1) for part in parts]
