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
    if finer is None or len(finer) - 1 < len(filled):
        return edges
    if len(finer) - 1 > len(filled) or torn or _are_heads_of(lines, at[0], columns, filled, len(finer) - 1):
        return finer
    return edges


def _are_heads_of(
    lines: Sequence[Line],
    first: int,
    columns: Sequence[tuple[float, float]],
    filled: Sequence[tuple[float, float]],
    n_cols: int,
) -> bool:
    """True where columns without figures hold heads only, and no more heads stand side by side than there are columns.

    They stand beside their figures then. `first` is the first row of figures, `n_cols` how many columns those have.
    """
    empty = [column for column in columns if column not in filled]
    most = max((len(texts_of(line)) for line in lines[:first]), default=0)
    return bool(empty) and most <= n_cols and not any(_is_filled(lines[first:], a, b) for a, b in empty)


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
    gutters = gutters_of([lines[i] for i in rows])
    if not gutters:
        return None
    ends = [*(begin for begin, _ in gutters[1:]), max(line.x1 for line in lines)]
    for (begin, end), column_end in zip(gutters, ends, strict=True):
        if _across(below, begin, end) > _MOST_ACROSS * len(rows):
            return None
        told = [x for x in drawn[1:-1] if begin - ALIGNED <= x <= end + ALIGNED]
        inner.append(told[0] if told else _middle(others, begin, end, column_end + ALIGNED))
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


def _middle(lines: Sequence[Line], begin: float, end: float, column_end: float) -> float:
    """Where to cut in the white of the rows: clear of the texts of other lines that reach into it from one side.

    A head within it is of the column behind, which ends at `column_end`, or of the one before where that has another.
    """
    left, right = begin, end
    for texts in map(texts_of, lines):
        for text, after in zip(texts, [*texts[1:], None], strict=True):
            within = begin <= text.x0 and text.x1 <= end
            has_another = after is not None and end - ALIGNED < after.x1 <= column_end
            if text.x0 < begin < text.x1 < end or (within and has_another):
                left = max(left, text.x1)
            elif within or (text.x1 > end and begin < text.x0 < end):
                right = min(right, text.x0)
    return (left + right) / 2 if left < right else (begin + end) / 2
