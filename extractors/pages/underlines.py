"""Underlined words: a rule under just some words of one line sets them off and parts nothing."""

from collections.abc import Sequence

from extractors.pages.geometry import Box, Word

_ABOVE_FOOT, _BELOW_FOOT = 0.35, 0.2
"""An underline stands so far above and below the foot of its words' boxes at the most, as shares of the type size."""
_EXACT = 1.5
"""It begins and ends within so many points of its words: a column's rule goes as far as the column."""
_TOUCH = 1.0
"""Rules end to end within so many points are one table's, drawn cell by cell."""


def without_underlines(rules: Sequence[Box], words: Sequence[Word]) -> list[Box]:
    """The rules that do not just underline words, in their order."""
    return [rule for rule in rules if not _underlines(rule, words) or _goes_on(rule, rules)]


def _underlines(rule: Box, words: Sequence[Word]) -> bool:
    over = [
        word
        for word in words
        if word.x1 > rule.x0
        and word.x0 < rule.x1
        and -_ABOVE_FOOT * word.size <= rule.bottom - word.bottom <= _BELOW_FOOT * word.size
    ]
    if not over:
        return False
    return (
        abs(min(word.x0 for word in over) - rule.x0) <= _EXACT
        and abs(max(word.x1 for word in over) - rule.x1) <= _EXACT
    )


def _goes_on(rule: Box, rules: Sequence[Box]) -> bool:
    """True where another rule begins where this one ends, at its height."""
    return any(
        other is not rule
        and abs(other.top - rule.top) <= _TOUCH
        and min(abs(other.x0 - rule.x1), abs(other.x1 - rule.x0)) <= _TOUCH
        for other in rules
    )
