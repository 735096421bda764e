"""Tables beside each other whose rules stand at heights of their own: each is read by itself."""

from collections.abc import Sequence

from extractors.layout.column_sides import crosses, parts_of
from extractors.layout.text_beside_rows import Beside
from extractors.pages.geometry import Box
from extractors.tables.drawn_zones import by_width, wide_marks
from extractors.text.lines import Line

_SAME = 1.5
"""Points within which two rules stand at one height."""
_FEWEST = 3
"""Rules of a table: above and below its head, and below its rows."""
_OWN = 3
"""Heights at which only one of the two tables has a rule, at the least: rows of one table share theirs."""
_TITLE_WHITE = 1.5
"""White in type sizes between a title and its table, at most."""


def ruled_beside(lines: Sequence[Line], rules: Sequence[Box]) -> list[Beside]:
    """Where two tables stand beside each other, with the titles above both of them."""
    tables = _tables(rules)
    found: list[Beside] = []
    for at, left in enumerate(tables):
        for right in tables[at + 1 :]:
            beside = _beside(lines, left, right) if left[0].x1 < right[0].x0 else None
            if beside is not None and all(beside.first >= other.last for other in found):
                found.append(beside)
    return found


def _tables(rules: Sequence[Box]) -> list[list[Box]]:
    """Rules of one width, three or more, from the left."""
    groups = by_width(wide_marks(rules, ()))
    return sorted((g for g in groups if len(g) >= _FEWEST), key=lambda g: (g[0].x0, g[0].top))


def _beside(lines: Sequence[Line], left: Sequence[Box], right: Sequence[Box]) -> Beside | None:
    own = [_own(left, right), _own(right, left)]
    if min(own) < 1 or sum(own) < _OWN or left[0].top > right[-1].top or right[0].top > left[-1].top:
        return None
    top, bottom = min(left[0].top, right[0].top), max(left[-1].top, right[-1].top)
    x = (left[0].x1 + right[0].x0) / 2
    held = [i for i, line in enumerate(lines) if top < line.middle < bottom]
    if not held or held[-1] - held[0] + 1 != len(held) or any(crosses(lines[i], x) for i in held):
        return None
    first = first_above(lines, held[0], x)
    sides = parts_of(lines[first : held[-1] + 1], x)
    return Beside(first, held[-1] + 1, x) if min(map(len, sides)) >= _FEWEST else None


def first_above(lines: Sequence[Line], first: int, x: float) -> int:
    """The first of the heads and titles above both tables; either side's may stand at heights of their own.

    A line on one side alone, with none on the other, is what ends the text above.
    """
    at = first
    while at and lines[at].top - lines[at - 1].bottom <= _TITLE_WHITE * lines[at].size:
        at -= 1
        if crosses(lines[at], x):
            break
        if all(parts_of(lines[at:first], x)):
            first = at
    return first


def _own(marks: Sequence[Box], others: Sequence[Box]) -> int:
    """How many of the heights are none of the others'."""
    return sum(all(abs(mark.top - other.top) > _SAME for other in others) for mark in marks)
