"""Grids round some rows of a table only: tints that touch look like cells, the rows without tint stand outside."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from extractors.pages.geometry import Box
from extractors.pages.page_words import RawPage
from extractors.tables.cell_text import is_number, is_year
from extractors.tables.centred_sections import is_centred
from extractors.tables.figure_rows import are_numbers_of_columns, figures_of, is_figure_row
from extractors.tables.frames import holds_labels
from extractors.tables.region_ends import columns_filled, stands_in
from extractors.tables.ruled_tables import DraftGrid
from extractors.text.lines import Line, segments
from extractors.text.printed_lines import lines_of

_SAME_END = 3.0
"""Points within which the ends of a rule and of a grid are one position."""
_NEAR = 1.6
"""The next row begins at most this many type sizes from the grid."""
_SOME_LINES = 6
"""So many lines right above a grid tell whether they are rows of its table."""
_FEW_ROWS, _FEW_ROWS_BELOW = 2, 6
"""Rows of figures, at the least, among so many lines right below heads that are drawn as a grid."""
_SAME_LINE = 0.5
"""Points by which the feet, and the tops, of texts on one line differ."""
_REACH = 1.0
"""Points that a line may reach out of the grid."""


def opened(
    page: RawPage, grids: Sequence[DraftGrid], lines: Sequence[Line], gutters: Sequence[float] = ()
) -> tuple[RawPage, list[DraftGrid], list[Line]]:
    """The page, its grids and the lines outside them, once grids that hold a part of their table are opened.

    An opened grid's words are lines among the others, and its rows are tinted bands. `gutters` part the page's text in
    columns: what stands in others than a grid's own is none of its rows. A form's boxes have no rows outside.
    """
    tables = [grid for grid in grids if not holds_labels(grid)]
    parts = [grid for grid in tables if _goes_on_outside(grid, page, grids, _in_column(lines, grid, gutters))]
    if not parts:
        return page, list(grids), list(lines)
    words = [w for grid in parts for cell in grid.cells for line in cell.lines for w in line.words]
    bands = [band for grid in parts for band in _row_bands(grid)]
    return (
        replace(page, bands=(*page.bands, *bands)),
        [grid for grid in grids if grid not in parts],
        _with_lines(lines, lines_of(words)),
    )


def _with_lines(lines: Sequence[Line], more: Sequence[Line]) -> list[Line]:
    """The lines and those of the grids from the top; those beside each other at one height are one."""
    merged: list[Line] = []
    for line in sorted([*lines, *more], key=lambda line: (line.bottom, line.x0)):
        last = merged[-1] if merged else None
        if last is not None and (line in more or last in more) and _stand_on_one_line(last, line):
            merged[-1] = Line(tuple(sorted((*last.words, *line.words), key=lambda word: word.x0)))
        else:
            merged.append(line)
    return merged


def _stand_on_one_line(one: Line, other: Line) -> bool:
    level = abs(one.bottom - other.bottom) <= _SAME_LINE and abs(one.top - other.top) <= _SAME_LINE
    return level and (one.x1 < other.x0 or other.x1 < one.x0) and not (one.marks or other.marks)


def _in_column(lines: Sequence[Line], grid: DraftGrid, gutters: Sequence[float]) -> list[Line]:
    """Of the lines what stands between the gutters next to the grid; a text over one of them is there too."""
    left = max((x for x in gutters if x <= grid.box.x0), default=float("-inf"))
    right = min((x for x in gutters if x >= grid.box.x1), default=float("inf"))
    parts = ([p for p in segments(line, line.size) if p.x1 > left and p.x0 < right] for line in lines)
    return [Line(tuple(w for part in row for w in part.words)) for row in parts if row]


def _row_bands(grid: DraftGrid) -> list[Box]:
    tops = sorted({cell.box.top for cell in grid.cells})
    return [
        Box(grid.box.x0, top, grid.box.x1, bottom)
        for top, bottom in zip(tops, [*tops[1:], grid.box.bottom], strict=True)
    ]


def _goes_on_outside(grid: DraftGrid, page: RawPage, grids: Sequence[DraftGrid], lines: Sequence[Line]) -> bool:
    """True where rows in the grid's columns stand between it and a drawn height of its width, or right above sums.

    So they do right below a grid of nothing but heads.
    """
    if grid.n_cols < 2:
        return grid.n_rows == 1 and _is_beside_tinted_heads(grid, page)
    if _is_head_of(grid, lines):
        return True
    if _holds_sums(grid) and _are_rows(_lines_above(grid, lines), grid):
        return True
    heights = _heights_outside(grid, page, grids)
    above = max((y for y in heights if y < grid.box.top - _SAME_END), default=None)
    below = min((y for y in heights if y > grid.box.bottom + _SAME_END), default=None)
    found = []
    if above is not None:
        found.append([x for x in lines if above < (x.top + x.bottom) / 2 < grid.box.top])
    if below is not None:
        found.append([x for x in lines if grid.box.bottom < (x.top + x.bottom) / 2 < below])
    return any(_are_rows(between, grid) for between in found)


def _is_head_of(grid: DraftGrid, lines: Sequence[Line]) -> bool:
    """True where rows of figures stand under a grid that holds heads only: their labels may stand left of it."""
    texts = [line.text for cell in grid.cells for line in cell.lines]
    numbers = [text for text in texts if any(is_number(part) and not is_year(part) for part in text.split())]
    if not texts or (numbers and not are_numbers_of_columns(numbers)):
        return False
    below = [line for line in lines if line.top >= grid.box.bottom - _REACH][:_FEW_ROWS_BELOW]
    if not below or below[0].top - grid.box.bottom > _NEAR * below[0].size:
        return False
    rows = [line for line in below if is_figure_row(line)]
    sections = [line for line in below[:1] if line not in rows]
    alone = all(
        is_centred(line, rows) or (len(segments(line, line.size)) == 1 and line.x0 <= rows[0].x0 + _SAME_END)
        for line in sections
        if rows
    )
    inside = all(
        grid.box.x0 - _SAME_END <= figure[0].x0 and figure[-1].x1 <= grid.box.x1 + _SAME_END
        for line in rows
        for figure in figures_of(line)
    )
    return len(rows) >= _FEW_ROWS and alone and inside and below.index(rows[0]) <= len(sections)


def _is_beside_tinted_heads(grid: DraftGrid, page: RawPage) -> bool:
    """True for one tinted cell with other tints, lower than it, at its side: the head of the labels, beside others."""
    beside = [
        tint
        for tint in page.tints
        if min(abs(tint.x0 - grid.box.x1), abs(tint.x1 - grid.box.x0)) <= _SAME_END
        and grid.box.top - _SAME_END <= tint.top
        and tint.bottom <= grid.box.bottom + _SAME_END
    ]
    words = any(sign.isalpha() for cell in grid.cells for line in cell.lines for sign in line.text)
    return words and len({round(tint.top) for tint in beside}) > 1


def _holds_sums(grid: DraftGrid) -> bool:
    """True where every row is a label with a number in the last column: no head tells what the columns are."""
    return all(
        [c.col for c in cells if c.lines][:1] == [0]
        and any(c.col and is_number(c.lines[0].text) for c in cells if c.lines)
        for cells in (sorted(grid.row_cells(row), key=lambda c: c.col) for row in range(grid.n_rows))
    )


def _lines_above(grid: DraftGrid, lines: Sequence[Line]) -> list[Line]:
    """The lines that stand in the grid's columns, from its top upwards."""
    above = [line for line in lines if line.bottom <= grid.box.top + _REACH]
    held = list(takewhile(lambda line: stands_in(line, grid.edges), reversed(above)))
    return held[::-1][-_SOME_LINES:]


def _heights_outside(grid: DraftGrid, page: RawPage, grids: Sequence[DraftGrid]) -> list[float]:
    """Heights of rules, bands and other grids that are as wide as this one; the grids' own lines do not count."""
    drawn = [*page.rules, *page.bands]
    free = [b for b in drawn if not any(g.box.encloses(b) for g in grids)]
    free += [g.box for g in grids if g is not grid]
    wide = [b for b in free if abs(b.x0 - grid.box.x0) <= _SAME_END and abs(b.x1 - grid.box.x1) <= _SAME_END]
    return [y for b in wide for y in (b.top, b.bottom)]


def _are_rows(lines: Sequence[Line], grid: DraftGrid) -> bool:
    """True where the lines stand in the grid's columns, next to it: no text crosses an edge, two columns are filled."""
    if not lines:
        return False
    near = min(max(line.top - grid.box.bottom, grid.box.top - line.bottom) for line in (lines[0], lines[-1]))
    outside = any(x.x0 < grid.box.x0 - _REACH or x.x1 > grid.box.x1 + _REACH for x in lines)
    in_columns = all(stands_in(line, grid.edges) for line in lines)
    columns = {col for line in lines for col in columns_filled(line, grid.edges)}
    return near <= _NEAR * lines[0].size and in_columns and not outside and len(columns) > 1
