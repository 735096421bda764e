"""Which lines above one in columns are of its table: the first lines of its row, heads, rows with other cells empty."""

import itertools
from collections.abc import Sequence

from extractors.pages.geometry import NOTHING_DRAWN, Drawn
from extractors.tables.cell_text import begins_with_number, is_caption
from extractors.tables.drawn_zones import wide_marks
from extractors.tables.gutters import heads_several
from extractors.tables.line_parts import cut
from extractors.text.lines import Line
from extractors.text.measures import ALIGNED

_GUTTER = 4.0
"""Points of white that part two columns, over all lines."""
_HEAD_WHITE = 0.75
"""White between two lines of a table's heads, at most, in type sizes."""
_SAME_CELL = 0.35
"""... and between two lines of one cell."""
_ROW_AIR = 1.2
"""White between a row's upper rule and its text, at most, in type sizes."""
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
