"""Rules that a typewriter, or a table set as plain text, makes of signs: "--------", "========"."""

import re
from collections.abc import Sequence

from extractors.pages.geometry import Box, Word

_TYPED = re.compile(r"([-=\u2013\u2014\u2500\u2550])\1{7,}")
"""One sign eight times or more: fewer are a dash, an arrow or an answer left open."""
_HALF = 0.25
"""Points: half the height of a rule."""


def with_typed_rules(words: Sequence[Word]) -> tuple[tuple[Word, ...], tuple[Box, ...]]:
    """The words that say something, and the rules that the others stand for, at the middle of their height."""
    kept: list[Word] = []
    rules: list[Box] = []
    for word in words:
        if _TYPED.fullmatch(word.text) is None:
            kept.append(word)
            continue
        middle = (word.top + word.bottom) / 2
        rules.append(Box(word.x0, middle - _HALF, word.x1, middle + _HALF))
    return tuple(kept), tuple(rules)
