"""Underlined words: a rule under just some words of one line sets them off and parts nothing."""

import itertools
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from extractors.pages.geometry import Box, Word

_ABOVE_FOOT, _BELOW_FOOT = 0.35, 0.2
"""An underline stands so far above and below the foot of its words' boxes at the most, as shares of the type size."""
_REACH = 0.4
"""... and so no foot that stands farther from a rule than this share of the largest type has its words underlined."""
_EXACT = 1.5
"""It begins and ends within so many points of its words: a column's rule goes as far as the column."""
_TOUCH = 1.0
"""Rules end to end within so many points are one table's, drawn cell by cell."""


_LINK = re.compile(r"@|/|www\.|\.\w+$", re.IGNORECASE)
"""An address is underlined because it can be followed."""


def part_underlines(rules: Sequence[Box], words: Sequence[Word]) -> tuple[list[Box], list[Box]]:
    """The rules that part something, and those that just underline words, each in their order."""
    feet = sorted(words, key=_foot)
    most = _REACH * max((word.size for word in words), default=0.0)
    under = [
        rule
        for rule in rules
        if _underlines(rule, feet[bisect_left(feet, rule.bottom - most, key=_foot) :], rule.bottom + most)
        and not _goes_on(rule, rules)
    ]
    return [rule for rule in rules if rule not in under], under


def emphasised(words: Sequence[Word], underlines: Sequence[Box]) -> list[Word]:
    """The words, those that are underlined in italics: what a typewriter underlines, a printer sets so."""
    return [
        replace(word, italic=True) if any(_is_at(x, word) for x in underlines) and not _LINK.search(word.text) else word
        for word in words
    ]


def _foot(word: Word) -> float:
    return word.bottom


def _underlines(rule: Box, words: Sequence[Word], lowest: float) -> bool:
    """True where the rule runs from the first to the last of some words; `words` by their feet, down to `lowest`."""
    near = itertools.takewhile(lambda word: word.bottom <= lowest, words)
    over = [word for word in near if _is_at(rule, word)]
    if not over:
        return False
    return (
        abs(min(word.x0 for word in over) - rule.x0) <= _EXACT
        and abs(max(word.x1 for word in over) - rule.x1) <= _EXACT
    )


def _is_at(rule: Box, word: Word) -> bool:
    """True where the rule runs along the word's foot."""
    along = word.x1 > rule.x0 and word.x0 < rule.x1
    return along and -_ABOVE_FOOT * word.size <= rule.bottom - word.bottom <= _BELOW_FOOT * word.size


def _goes_on(rule: Box, rules: Sequence[Box]) -> bool:
    """True where another rule begins where this one ends, at its height."""
    return any(
        other is not rule
        and abs(other.top - rule.top) <= _TOUCH
        and min(abs(other.x0 - rule.x1), abs(other.x1 - rule.x0)) <= _TOUCH
        for other in rules
    )
