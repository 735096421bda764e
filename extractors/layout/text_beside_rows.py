"""Rows of a table without rules in one of two columns, with running text beside them in the other."""

from collections.abc import Sequence

from extractors.layout.column_sides import parts_of
from extractors.layout.page_gutters import runs_on
from extractors.text.lines import Line, segments

_FEW_ROWS = 3
"""Lines in cells on one side, at the least."""
_SAME_FOOT = 1.0
"""Points within which lines of both sides stand at one height."""
_IN_STEP = 0.4
"""Share of the rows that may have a line of the text at their height: by chance one in six or more has."""


def is_beside_text(piece: Sequence[Line], gutter: float) -> bool:
    """True where one side of the gutter holds rows of cells, the other running text, each at heights of their own.

    The cells of one row stand at one height: text that is a table's last column begins at that of its row.
    """
    left, right = parts_of(piece, gutter)
    return _are_rows_beside(left, right) or _are_rows_beside(right, left)


def _are_rows_beside(side: Sequence[Line], text: Sequence[Line]) -> bool:
    rows = [_foot(line) for line in side if len(segments(line, line.size)) > 1]
    if len(rows) < _FEW_ROWS:
        return False
    beside = [line for line in text if rows[0] - line.size < _foot(line) < rows[-1] + line.size]
    if not runs_on(beside):
        return False
    in_step = sum(any(abs(foot - _foot(line)) < _SAME_FOOT for line in beside) for foot in rows)
    return in_step <= _IN_STEP * len(rows)


def _foot(line: Line) -> float:
    return max(word.bottom for word in line.words)
