"""A frame that holds text in two columns below its title: "Mål" and "Vi mäter" on the left, "Vi gör" on the right.

Pairs of a label and its text stand side by side too, and are read across. Columns are known by their lines: what
begins on the right has one edge, and the lines of each side follow each other at heights of their own.
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.layout.column_sides import parts_of
from extractors.text.lines import Line, segments
from extractors.text.measures import Measures

_WHITE = 1.0
"""White between the columns where a line has text in both, in type sizes at the least."""
_FEWEST_LINES = 2
"""Lines in each column."""
_SAME_BASELINE = 1.0
"""Points between the feet of what stands on one line."""
_DEEPEST = 2.5
"""Type sizes by which a list's text is set in from its column's edge, at the most."""
_FEWEST_WORDS = 2.0
"""Words on a column's average line: cells and values are shorter."""


def read_in_columns(lines: Sequence[Line], measures: Measures) -> list[tuple[list[Line], Measures]]:
    """The frame's lines in reading order: what stands over both columns, the left one, the right one; or all as one.

    Each part comes with its own measures; `measures` are the frame's.
    """
    for first in range(len(lines)):
        gutter = _gutter(lines[first:])
        if gutter is not None:
            columns = [column for column in parts_of(lines[first:], gutter) if column]
            above = [(list(lines[:first]), measures)] if first else []
            return [*above, *((column, _within(measures, column)) for column in columns)]
    return [(list(lines), measures)]


def _within(frame: Measures, column: Sequence[Line]) -> Measures:
    return replace(frame, left=min(line.x0 for line in column), right=max(line.x1 for line in column))


def _gutter(lines: Sequence[Line]) -> float | None:
    """Where the lines are parted in two columns, points from the left; the first of them has text in both."""
    parts = [segments(line, _WHITE * line.size) for line in lines]
    if len(parts[0]) != 2:
        return None
    edge = parts[0][1].x0
    gutter = edge - _WHITE * lines[0].size / 2
    if any(word.x0 < gutter < word.x1 for line in lines for word in line.words):
        return None
    left, right = parts_of(lines, gutter)
    return gutter if _are_columns(left, right, edge) else None


def _are_columns(left: Sequence[Line], right: Sequence[Line], edge: float) -> bool:
    if min(len(left), len(right)) < _FEWEST_LINES or _words(left) < _FEWEST_WORDS or _words(right) < _FEWEST_WORDS:
        return False
    if any(line.x0 > edge + _DEEPEST * line.size for line in right):
        return False
    if any(len(segments(line, 2 * _WHITE * line.size)) > 1 for line in (*left, *right)):
        return False
    fewer, more = sorted((left, right), key=len)
    alone = sum(all(abs(line.bottom - other.bottom) > _SAME_BASELINE for other in more) for line in fewer)
    return alone > 0


def _words(lines: Sequence[Line]) -> float:
    return sum(len(line.words) for line in lines) / len(lines)
