"""Columns as the rows of figures tell them: heads over several columns, units and sections reach over their gutters."""

import itertools
from collections.abc import Sequence

from extractors.tables.figure_rows import figure_rows
from extractors.tables.gutters import column_edges, gutters_of
from extractors.tables.line_parts import WORD_SPACE
from extractors.text.lines import Line, segments
from extractors.text.measures import ALIGNED

_ROWS = 3
"""Rows of figures from which they tell of columns."""
_MOST_ACROSS = 0.1
"""Other rows whose texts may reach over a gutter, as a share of the rows of figures."""


def columns_of(lines: Sequence[Line], drawn: Sequence[float] = ()) -> list[float]:
    """Edges of the columns, points: as all lines have them, or as the rows of figures where these tell of more.

    `drawn` are edges that drawings tell of. Columns of all lines that no row of figures has a word in are heads that
    stand in the white between two columns.
    """
    edges = column_edges(lines, drawn)
    at = figure_rows(lines)
    rows = [lines[i] for i in at]
    finer = _edges_of_figures(lines, at, drawn)
    columns = list(itertools.pairwise(edges))
    filled = [(a, b) for a, b in columns if _is_filled(rows, a, b)]
    torn = any(_is_torn(lines, a, b) for a, b in columns if (a, b) not in filled)
    if finer is None or len(finer) - 1 < len(filled) + (not torn):
        return edges
    return finer


def _is_filled(rows: Sequence[Line], left: float, right: float) -> bool:
    return any(left <= (w.x0 + w.x1) / 2 <= right for line in rows for w in line.words)


def _is_torn(lines: Sequence[Line], left: float, right: float) -> bool:
    """True where no text stands between the two edges but such as reach over one of them."""
    return not any(left <= text.x0 and text.x1 <= right for line in lines for text in texts_of(line))


def _edges_of_figures(lines: Sequence[Line], rows: Sequence[int], drawn: Sequence[float]) -> list[float] | None:
    """None where the rows of figures are few, or tell otherwise than other rows or the drawn edges do.

    `rows` says which of the lines they are.
    """
    if len(rows) < _ROWS:
        return None
    known = set(rows)
    others = [line for i, line in enumerate(lines) if i not in known]
    below = [line for i, line in enumerate(lines) if i not in known and i > rows[0]]
    inner: list[float] = []
    for begin, end in gutters_of([lines[i] for i in rows]):
        if _across(below, begin, end) > _MOST_ACROSS * len(rows):
            return None
        told = [x for x in drawn[1:-1] if begin - ALIGNED <= x <= end + ALIGNED]
        inner.append(told[0] if told else _middle(others, begin, end))
    if not set(drawn[1:-1]) <= set(inner):
        return None
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    return [min([left, *drawn[:1]]), *inner, max([right, *drawn[-1:]])]


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
