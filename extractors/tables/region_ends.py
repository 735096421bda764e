"""Rows that stand outside the outermost drawn heights of their table: a head above, the last rows below."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.pages.geometry import Box
from extractors.tables.cell_text import is_caption
from extractors.tables.gutters import LEAST_GUTTER
from extractors.tables.line_parts import cut, is_ticks
from extractors.text.lines import Line

_OUTSIDE = 3.0
"""Points that a table's text may reach out of its outer edges."""
_OVER = 1.0
"""Points that a word may reach over an inner edge."""
_MORE_THAN_WORDS = 1.25
"""White over an edge is wider than most between a line's words by this factor."""
_OTHER_SIZE = 1.6
_MOST_HEAD_LINES = 5
_HEAD_WHITE = 1.5
"""White in type sizes between the lines of a head and the rows below it, at most."""
_BAND_WHITE = 2.6
"""... and between a head on a band of its own and the rows below it."""
_ROW_WHITE = 1.6
"""... and between two rows below the last drawn height."""
_CELL_WHITE = 0.75
"""... and between the lines of a row."""
_SAME_CELL = 0.35
"""... and between those of one cell of its heads."""
_FULL = 0.8
"""A text's line is full from this share of the table's width."""
_SEVERAL = 12
"""So many lines of rows hold one that begins where labels do."""
_SAME_AIR = 0.5
"""Rows stand equally far below their drawn heights, give or take this share of the type size."""


@dataclass(frozen=True)
class FirstHeight:
    """The uppermost height drawn over a table (`at`), and the white between its rows and the heights above (`air`)."""

    at: float
    air: float

    def parts_head(self, line: Line, below: Line) -> bool:
        """True where it stands between the two, and the head above it as near to it as rows are to theirs."""
        slack = _SAME_AIR * line.size
        return line.bottom - 1 < self.at < below.top + 1 and self.at - line.bottom <= self.air + slack


def head_above(
    lines: Sequence[Line],
    first: int,
    floor: int,
    edges: Sequence[float],
    bands: Sequence[Box] = (),
    height: FirstHeight | None = None,
) -> int:
    """The first line of the head that stands in the columns right above line `first`, or `first`.

    However near the heads are to each other, none of them reaches over an edge, and two at least stand side by side.
    Heads on one of the `bands` that is as wide as the table may be as far from its rows as these from each other, and
    so may heads over the table's first drawn `height`, in whatever type.
    """
    found = first
    for at in range(first - 1, max(floor, first - _MOST_HEAD_LINES) - 1, -1):
        line, below = lines[at], lines[at + 1]
        white = below.top - line.bottom
        most = _BAND_WHITE if _is_on_band(line, edges, bands) else _HEAD_WHITE
        over = height is not None and height.parts_head(line, lines[first])
        far = white > most * line.size or _is_other(line, below)
        if (far and not over) or is_caption(line.text) or _ends_text(lines, at, edges):
            break
        if _stands_among(line, below):
            found = at
            continue
        if not stands_in(line, edges):
            break
        columns = columns_filled(line, edges)
        cell_of_head = found < first and 0 not in columns and white <= _CELL_WHITE * line.size
        if len(columns) > 1 or cell_of_head or _begins_head(line, below, columns, edges):
            found = at
    return found


def _ends_text(lines: Sequence[Line], at: int, edges: Sequence[float]) -> bool:
    """True where the line goes on in lower case from one above it that is full: the end of a text above the table."""
    line, above = lines[at], lines[at - 1] if at else None
    if above is None or not line.text[0].islower() or line.top - above.bottom > _CELL_WHITE * line.size:
        return False
    full = above.x1 - above.x0 >= _FULL * (edges[-1] - edges[0])
    return full and len(cut(above)) == 1 and not _is_other(above, line)


def _begins_head(line: Line, below: Line, columns: set[int], edges: Sequence[float]) -> bool:
    """True for the first line of the only head of two: in bold right above the rest of its cell, in line with it."""
    if len(columns) != 1 or 0 in columns or not (line.bold and below.bold):
        return False
    rest = [word for word in below.words if columns_filled(Line((word,)), edges) == columns]
    if not rest or below.top - line.bottom > _SAME_CELL * line.size:
        return False
    begin, end = line.x0 - rest[0].x0, line.x1 - rest[-1].x1
    return min(abs(begin), abs(end), abs(begin + end) / 2) <= _OVER


def _stands_among(line: Line, below: Line) -> bool:
    """True for a head in bold half a line above others: it begins beside them."""
    return line.bold and below.bold and below.x0 < line.x0 and line.x1 < below.x1 and below.top < line.bottom


def _is_on_band(line: Line, edges: Sequence[float], bands: Sequence[Box]) -> bool:
    middle = (line.top + line.bottom) / 2
    wide = (b for b in bands if abs(b.x0 - edges[0]) <= _OUTSIDE and abs(b.x1 - edges[-1]) <= _OUTSIDE)
    return any(band.top < middle < band.bottom for band in wide)


def rows_below(lines: Sequence[Line], last: int, bottom: float, air: float, edges: Sequence[float]) -> int:
    """One past the last line of the rows that stand in the columns right below line `last`, exclusive, or `last`.

    `bottom` is the last drawn height, `air` the white that parts a row from the drawn height above it, points.
    """
    while last < len(lines):
        white = lines[last].top - bottom
        end = _row_below(lines, last, edges) or _section_and_row_below(lines, last, edges)
        if end is None or white > air + _SAME_AIR * lines[last].size:
            break
        bottom = max(line.bottom for line in lines[last:end])
        air = _ROW_WHITE * lines[last].size
        last = end
    return last


def _section_and_row_below(lines: Sequence[Line], first: int, edges: Sequence[float]) -> int | None:
    """One past the last line of a row that stands below a section's line, which begins at the labels' edge; else None.

    The line is one text in the labels' column, or in bold over several. What it heads has its rows in the table's
    columns; a heading of what follows would stand farther away.
    """
    line, labels = lines[first], min(x.x0 for x in lines[max(0, first - _SEVERAL) : first])
    at_edge = abs(line.x0 - labels) <= _OVER
    if first + 1 >= len(lines) or not at_edge or _is_other(line, lines[first - 1]):
        return None
    labels_rows = stands_in(line, edges) and columns_filled(line, edges) == {0}
    spans = line.bold and not lines[first + 1].bold and len(cut(line)) == 1
    near = lines[first + 1].top - line.bottom <= _ROW_WHITE * line.size and (labels_rows or spans)
    return _row_below(lines, first + 1, edges) if near else None


def _row_below(lines: Sequence[Line], first: int, edges: Sequence[float]) -> int | None:
    """One past the row's last line; None where running text stands there or one column only is filled."""
    end = first
    while end < len(lines):
        line = lines[end]
        if end > first and line.top - max(x.bottom for x in lines[first:end]) > _CELL_WHITE * line.size:
            break
        if _is_other(line, lines[first - 1]) or not stands_in(line, edges):
            return None
        end += 1
    row = lines[first:end]
    columns = {col for line in row for col in columns_filled(line, edges)}
    beside = any(len(columns_filled(line, edges)) > 1 for line in row) or any(
        b.top < a.bottom - _OVER for a, b in itertools.pairwise(row)
    )
    return end if 0 in columns and len(columns) > 1 and beside else None


def _is_other(line: Line, near: Line) -> bool:
    """True for a caption and for type of another size."""
    other_size = abs(line.size - near.size) > _OTHER_SIZE and not is_ticks(line) and not is_ticks(near)
    return other_size or is_caption(line.text)


def columns_filled(line: Line, edges: Sequence[float]) -> set[int]:
    """The columns that the line has words in."""
    return {sum(x <= (w.x0 + w.x1) / 2 for x in edges[1:-1]) for w in line.words}


def stands_in(line: Line, edges: Sequence[float]) -> bool:
    """True where no word reaches over an edge, and the white over an edge is wider than that between words."""
    if line.x0 < edges[0] - _OUTSIDE or line.x1 > edges[-1] + _OUTSIDE:
        return False
    if any(w.x0 < x - _OVER and w.x1 > x + _OVER for w in line.words for x in edges[1:-1]):
        return False
    pairs = list(itertools.pairwise(line.words))
    over = [any(a.x1 - _OVER <= x <= b.x0 + _OVER for x in edges[1:-1]) for a, b in pairs]
    spaces = sorted(b.x0 - a.x1 for (a, b), is_over in zip(pairs, over, strict=True) if not is_over)
    usual = spaces[len(spaces) // 2] if spaces else 0.0
    least = max(LEAST_GUTTER, _MORE_THAN_WORDS * usual)
    return all(b.x0 - a.x1 >= least for (a, b), is_over in zip(pairs, over, strict=True) if is_over)
