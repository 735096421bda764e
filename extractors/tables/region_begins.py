"""Which lines above one in columns are of its table: the first lines of its row, heads, rows with other cells empty."""

import itertools
from collections.abc import Sequence

from extractors.pages.geometry import NOTHING_DRAWN, Box, Drawn
from extractors.tables.cell_text import begins_with_number, is_caption, is_year
from extractors.tables.drawn_zones import wide_marks
from extractors.tables.figure_rows import is_figure_row
from extractors.tables.gutters import heads_several
from extractors.tables.line_parts import WORD_SPACE, cut
from extractors.text.lines import Line, segments
from extractors.text.measures import ALIGNED

_GUTTER = 4.0
"""Points of white that part two columns, over all lines."""
_HEAD_WHITE = 0.75
"""White between two lines of a table's heads, at most, in type sizes."""
_SAME_CELL = 0.35
"""... and between two lines of one cell."""
_ROW_AIR = 1.2
"""White between a row's upper rule and its text, at most, in type sizes."""
_MOST_ABOVE, _ROWS_BELOW = 8, 2
"""Lines above a table's heads, at most, and rows of figures right below these."""
_SEVERAL = 2
"""Heads side by side."""
_FULL_HEAD = 4
"""Heads side by side, at the least, that are those of a table whatever is above."""
_FAR_ABOVE = 1.5
"""White above them is wider by this factor than between them and their rows."""
_OTHER_SIZE = 0.6
"""Points by which heads of one table may differ in size."""


def first_line(
    lines: Sequence[Line], seed: int, floor: int, columns: list[tuple[float, float]], drawn: Drawn = NOTHING_DRAWN
) -> int:
    """The first line, from `floor` on, of the table that line `seed` is of; `columns` are its extents, points."""
    first = seed
    while first > floor:
        line, below = lines[first - 1], lines[first]
        white = below.top - line.bottom
        begins = _begins_region(line, below, white, columns, lines[first : first + 4])
        if is_caption(line.text) or not (begins or _is_drawn_over(line, below, columns, drawn)):
            break
        first -= 1
    return first


def full_head(
    lines: Sequence[Line], parts: Sequence[Sequence[Line]], first: int, last: int, rules: Sequence[Box]
) -> int:
    """The line of heads that the table from `first` to `last` (exclusive) begins with, where others are far above it.

    What a print-out tells of itself, in columns of its own, stands a blank line above heads of nearly all columns.
    One of the `rules` may part the heads from their rows. `first` where the table has no such head.
    """
    for at in range(first + 1, min(first + _MOST_ABOVE, last - _ROWS_BELOW)):
        below = lines[at : at + 1 + _ROWS_BELOW]
        white = lines[at].top - lines[at - 1].bottom
        ruled = any(lines[at].middle < rule.top < below[1].middle for rule in rules)
        usual = max(b.top - a.bottom for a, b in itertools.pairwise(below[ruled:]))
        full = len(parts[at]) >= max(_FULL_HEAD, max(len(part) for part in parts[at + 1 : last]) - 1)
        words = all(any(sign.isalpha() for sign in text.text) or is_year(text.text) for text in parts[at])
        figures = all(map(is_figure_row, below[1:]))
        if full and words and figures and white > max(lines[at].size, _FAR_ABOVE * usual):
            return at
    return first


def _is_drawn_over(line: Line, below: Line, columns: Sequence[tuple[float, float]], drawn: Drawn) -> bool:
    """True for the one text of a row between two drawn heights above the heads, over columns right of the labels'.

    Both heights reach over all columns.
    """
    over = [i for i, (x0, x1) in enumerate(columns) if line.x0 < x1 and line.x1 > x0]
    if not over or over[0] == 0 or abs(line.size - below.size) > _OTHER_SIZE or len(cut(line)) > 1:
        return False
    wide = [m for m in wide_marks(drawn.rules, drawn.bands) if m.x0 <= columns[0][0] + 1 and columns[-1][1] - 1 <= m.x1]
    parts = any(line.middle < m.top < below.middle for m in wide)
    return parts and any(0 <= line.top - m.top <= _ROW_AIR * line.size for m in wide)


def _heads_figures(line: Line, white: float, columns: Sequence[tuple[float, float]], rows: Sequence[Line]) -> bool:
    """True for heads that all but touch, each set as one of the columns of figures right below is; none of labels."""
    texts = segments(line, WORD_SPACE * line.size)
    usual = max((b.top - a.bottom for a, b in itertools.pairwise(rows)), default=0.0)
    if len(texts) < _SEVERAL or white > max(_HEAD_WHITE * line.size, usual + ALIGNED) or is_figure_row(line):
        return False
    over = [_column_of(text, columns) for text in texts]
    return None not in over and len(set(over)) == len(over) and sum(map(is_figure_row, rows)) >= _ROWS_BELOW


def _column_of(text: Line, columns: Sequence[tuple[float, float]]) -> int | None:
    """The column right of the labels' that the text ends with, or has its middle over; None where there is none."""
    for col, (x0, x1) in enumerate(columns):
        aligned = min(abs(text.x1 - x1), abs(text.x0 + text.x1 - x0 - x1) / 2) <= ALIGNED
        if col and aligned and text.x0 < x1 and text.x1 > x0:
            return col
    return None


def _is_set_over(line: Line, below: Line) -> bool:
    """True where the line has its middle over that of a text of the line below it, or begins or ends where one does."""
    texts = cut(below)
    ends = (min(abs(line.x0 - text.x0), abs(line.x1 - text.x1)) for text in texts[1:])
    return (
        any(abs(line.x0 + line.x1 - text.x0 - text.x1) <= 2 * ALIGNED for text in texts)
        or min(ends, default=float("inf")) <= ALIGNED
    )


def _begins_region(
    line: Line, below: Line, white: float, columns: list[tuple[float, float]], rows: Sequence[Line]
) -> bool:
    """True where the line above the seed is the first line of the seed's row, or a row whose other cells are empty."""
    touched = [i for i, (x0, x1) in enumerate(columns) if line.x0 < x1 and line.x1 > x0]
    if _heads_figures(line, white, columns, rows):
        return True
    alike = abs(line.size - below.size) <= 0.6 and (line.bold, line.italic) == (below.bold, below.italic)
    if len(columns) < 2 or not alike:
        return False
    if len(touched) != 1:
        return white <= _SAME_CELL * line.size and heads_several(line, columns)
    col = touched[0]
    begins = abs(line.x0 - columns[col][0]) <= 3.0 or (col > 0 and abs(line.x1 - columns[col][1]) <= 3.0)
    if not (begins or _is_set_over(line, below)) or (
        col + 1 < len(columns) and line.x1 > columns[col + 1][0] - _GUTTER
    ):
        return False
    if col > 0:
        return white <= (_HEAD_WHITE if line.bold else _SAME_CELL) * line.size
    if line.text[-1] == ".":
        return white < 0
    whites = [b.top - a.bottom for a, b in itertools.pairwise(rows)]
    usual = max(whites) if whites else 0.5 * line.size
    numbered = begins_with_number(line.text) and any(begins_with_number(r.text) for r in rows)
    ends_label = line.text.rstrip()[-1:] in ":)"
    return white <= 0.35 * line.size or (ends_label and white <= (2.0 if numbered else 1.1) * usual + 0.5)
