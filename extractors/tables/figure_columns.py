"""Columns as the rows of figures tell them: heads over several columns, units and sections reach over their gutters."""

from collections.abc import Sequence

from extractors.tables.figure_rows import figure_rows
from extractors.tables.gutters import WORD_SPACE, column_edges, gutters_of
from extractors.text.lines import Line, segments

_ROWS = 3
"""Rows of figures from which they tell of columns."""
_MOST_ACROSS = 0.1
"""Other rows whose texts may reach over a gutter, as a share of the rows of figures."""


def columns_of(lines: Sequence[Line], drawn: Sequence[float] = ()) -> list[float]:
    """Edges of the columns, points: as all lines have them, or as the rows of figures where these tell of more.

    `drawn` are edges that drawings tell of.
    """
    edges = column_edges(lines, drawn)
    if drawn:
        return edges
    finer = _edges_of_figures(lines)
    return finer if finer is not None and len(finer) > len(edges) else edges


def _edges_of_figures(lines: Sequence[Line]) -> list[float] | None:
    rows = figure_rows(lines)
    if len(rows) < _ROWS:
        return None
    others = [line for i, line in enumerate(lines) if i not in rows]
    below = [line for i, line in enumerate(lines) if i not in rows and i > rows[0]]
    edges = [min(line.x0 for line in lines)]
    for begin, end in gutters_of([lines[i] for i in rows]):
        if _across(below, begin, end) > _MOST_ACROSS * len(rows):
            return None
        edges.append(_middle(others, begin, end))
    return [*edges, max(line.x1 for line in lines)]


def _across(lines: Sequence[Line], begin: float, end: float) -> int:
    """How many lines in parts have one that reaches from one side of the white to the other."""
    parts = [texts for line in lines if len(texts := texts_of(line)) > 1]
    return sum(any(t.x0 < begin and t.x1 > end for t in texts) for texts in parts)


def texts_of(line: Line) -> list[Line]:
    """The line cut at white that is wider than between the words of one text."""
    return segments(line, WORD_SPACE * line.size)


def _middle(lines: Sequence[Line], begin: float, end: float) -> float:
    """Where to cut in the white of the rows: clear of the texts of other lines that reach into it from one side."""
    left, right = begin, end
    for text in (t for line in lines for t in texts_of(line)):
        if text.x0 < begin < text.x1 < end:
            left = max(left, text.x1)
        elif text.x1 > end and begin < text.x0 < end:
            right = min(right, text.x0)
    return (left + right) / 2 if left < right else (begin + end) / 2
