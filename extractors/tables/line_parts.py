"""A printed line's parts, each a cell's text or a piece of one: where white is wide enough to part them."""

from collections.abc import Sequence
from itertools import pairwise

from extractors.pages.geometry import Word
from extractors.tables.cell_text import is_number
from extractors.tables.option_rows import options_from
from extractors.text.lines import Line, segments
from extractors.text.markers import marker_of
from models.tick_signs import BOXES_AND_RINGS

_CUT = 1.0
"""White wider than this share of the type size (and _CUT_POINTS) parts two cells on one line."""
_CUT_POINTS = 7.0
CURRENCY_SIGNS = frozenset({*"$€£¥", "SEK", "EUR", "USD"})
"""They may stand at the left of a column, apart from the numbers at its right, in its first row and its sum's only."""
_CODES = frozenset({"SEK", "EUR", "USD"})
_FIGURES_WITHOUT = 2
"""So many texts behind the first number, none with a code: the code before it is a unit, in a column of units."""
_BEFORE_FIGURES = frozenset("(-–−")
_CELLS = "cells"
"""What lines are cut for here."""
WORD_SPACE = 0.5
"""White within a line's text is at most this share of the type size."""
CLEAR_OF_WORDS = 0.35
"""... and in type that is not justified no more than this."""


def cut(line: Line) -> list[Line]:
    """The line's parts; a list item's marker is no part of its own, and options side by side are one."""
    return line.cut_once(_CELLS, _cut)


def _cut(line: Line) -> list[Line]:
    options = options_from(line)
    if options is not None:
        before, behind = line.words[:options], line.words[options:]
        return [*(cut(Line(before)) if before else ()), Line(behind)]
    parts = segments(line, max(_CUT * line.size, _CUT_POINTS))
    if len(parts) > 1 and len(parts[0].words) == 1 and not is_ticks(line) and marker_of(line) is not None:
        parts = [Line((*parts[0].words, *parts[1].words)), *parts[2:]]
    unit = tuple(word for at, word in enumerate(line.words[:-1]) if is_unit(line, at))
    return _with_signs_at_amounts(parts, unit)


def _with_signs_at_amounts(parts: list[Line], unit: tuple[Word, ...]) -> list[Line]:
    """The parts, a currency's sign at the left of its column and the number far to the right of it as one.

    The word of a `unit` is a cell by itself.
    """
    joined: list[Line] = []
    for part in parts:
        sign = bool(joined) and joined[-1].words[-1].text in CURRENCY_SIGNS
        if sign and is_number(part.text) and joined[-1].words != unit:
            joined[-1] = Line((*joined[-1].words, *part.words))
        else:
            joined.append(part)
    return joined


def is_unit(line: Line, at: int) -> bool:
    """True for a currency's code, by itself at word `at`, before several figures in columns that have no code."""
    words = line.words
    if words[at].text not in _CODES or sum(word.text in _CODES for word in words) > 1:
        return False
    beside = [is_wide(before, word) for before, word in pairwise(words)]
    return (at == 0 or beside[at - 1]) and beside[at] and sum(beside[at + 1 :]) >= _FIGURES_WITHOUT


def amounts_behind_signs(line: Line) -> list[tuple[Word, Word]]:
    """Each currency sign of the line with the word right behind it, where that begins a number."""
    return [
        (sign, word)
        for at, (sign, word) in enumerate(pairwise(line.words))
        if sign.text in CURRENCY_SIGNS
        and not is_unit(line, at)
        and (word.text[0].isdigit() or word.text[0] in _BEFORE_FIGURES)
    ]


def is_ticks(line: Line) -> bool:
    """True for a line of tick boxes only: a table's row without any word of its own."""
    return line.words[0].text in BOXES_AND_RINGS and all(w.text in BOXES_AND_RINGS for w in line.words)


def is_wide(before: Word, word: Word) -> bool:
    """True for white between two words that parts two cells, in type of any size."""
    return word.x0 - before.x1 > max(_CUT * max(before.size, word.size), _CUT_POINTS)


def merged(extents: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Union of intervals, from the left: the columns' extents over several lines."""
    union: list[tuple[float, float]] = []
    for x0, x1 in sorted(extents):
        if union and x0 < union[-1][1]:
            union[-1] = (union[-1][0], max(union[-1][1], x1))
        else:
            union.append((x0, x1))
    return union
