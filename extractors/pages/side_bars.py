"""Bars: a line drawn down the left side of a text alone, as forms and letters set off an answer or a quotation."""

from collections.abc import Sequence

from extractors.pages.geometry import Box, Word

_WIDEST = 6.0
"""Points: what is wider is a tint and no line."""
_LEAST = 9.0
"""Points: what is lower stands beside no line of text."""
_SAME = 1.0
"""Points within which two lines are drawn over each other."""
_OVERLAP = 2.0
_NEAREST = 30.0
"""Points from a bar to the text that it sets off, at most."""
_NEARER = 0.7
"""The text on its right is nearer than this share of the white on its left: a rule between columns stands midway."""


def side_bars(drawn: Sequence[Box], words: Sequence[Word]) -> tuple[Box, ...]:
    """The bars from the top, of all that is `drawn` straight; lines beside each other are the sides of a cell."""
    lines = sorted(
        {box for box in drawn if box.width <= _WIDEST and box.height >= _LEAST},
        key=lambda b: (b.top, b.x0, b.bottom, b.x1),
    )
    sides: set[Box] = set()
    beside: list[Box] = []
    for line in lines:
        beside = [other for other in beside if other.bottom > line.top]
        for other in beside:
            if _are_sides(line, other):
                sides |= {line, other}
        beside.append(line)
    return tuple(line for line in lines if line not in sides and _sets_off(line, words))


def _are_sides(line: Box, other: Box) -> bool:
    overlap = min(line.bottom, other.bottom) - max(line.top, other.top)
    return overlap > _OVERLAP and abs(line.x0 - other.x0) > _SAME and abs(line.x1 - other.x1) > _SAME


def _sets_off(line: Box, words: Sequence[Word]) -> bool:
    """True where text begins close to the right of the line, and none ends as close to its left."""
    beside = [word for word in words if line.top <= word.middle <= line.bottom]
    right = min((word.x0 - line.x1 for word in beside if word.x0 >= line.x1 - _SAME), default=_NEAREST)
    left = min((line.x0 - word.x1 for word in beside if word.x1 <= line.x0 + _SAME), default=float("inf"))
    return right < _NEAREST and right < _NEARER * left
