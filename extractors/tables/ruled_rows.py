"""Grids with lines between their columns but not between their rows: the rows are told as where no lines are drawn."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.pages.geometry import Box
from extractors.tables.cell_numbers import TIGHT, with_number_rests
from extractors.tables.cell_text import begins_breakdown, is_number
from extractors.tables.cut_lines import CutLine
from extractors.tables.head_rows import head_lines
from extractors.tables.open_rows import numeric_columns, row_groups
from extractors.tables.ruled_tables import DraftCell, DraftGrid
from extractors.tables.told_heads import told_head_lines
from extractors.text.lines import Line
from extractors.text.measures import ALIGNED
from extractors.text.printed_lines import lines_of

_TWO_ROWS = 2
"""Rows below what is a head, or the rest of a row: with less than these it may be the first lines of one row."""
_SEVERAL = 3
"""Rows of words alone are told apart from a cell's paragraphs where there are so many."""
_ROWS_OF_SECTION = 3
"""Rows and sections for each section that its type alone tells of, at the least."""
_MOST_NUMBERED = 0.75
"""Of more rows than that some may lack their number: most of them have it."""
_THOUSANDS = re.compile(r"\d{3}(?:\s\d{3})*")
_BEFORE_THOUSANDS = re.compile(r"[-–−]?\d{1,3}(?:\s\d{3})*")


def with_rows(grid: DraftGrid) -> DraftGrid:
    """The grid, each of its rows that holds several parted into them: every one has its label and its numbers."""
    if grid.n_cols < 2:
        return grid
    cut = [_cut(grid, row) for row in range(grid.n_rows)]
    told = iter(with_number_rests([line for row in cut for line in row]))
    lines = [[next(told) for _ in row] for row in cut]
    numeric = numeric_columns([line for row in lines for line in row], grid.n_cols)
    cells: list[DraftCell] = []
    n_rows = 0
    for row, held in enumerate(lines):
        groups = _groups(grid, row, held, numeric)
        if len(groups) < 2:
            cells.extend(replace(c, row=n_rows) for c in grid.row_cells(row))
            n_rows += 1
            continue
        for group in groups:
            cells.extend(_row(grid, row, n_rows, [held[i] for i in group]))
            n_rows += 1
    return grid if n_rows == grid.n_rows else replace(grid, cells=tuple(cells), n_rows=n_rows)


def _cut(grid: DraftGrid, row: int) -> list[CutLine]:
    """The row's printed lines; what stands in a cell over several columns is in the first of them."""
    columns = {w: cell.col for cell in grid.row_cells(row) for line in cell.lines for w in line.words}
    where = {(w.x0, w.top): col for w, col in columns.items()}  # a line can end a word before a mark behind it
    return [
        CutLine(line, tuple(tuple(w for w in line.words if where[w.x0, w.top] == col) for col in range(grid.n_cols)))
        for line in lines_of(columns)
    ]


def _groups(grid: DraftGrid, row: int, lines: list[CutLine], numeric: set[int]) -> list[list[int]]:
    cells = grid.row_cells(row)
    if len(lines) < 2 or any(c.row_span > 1 for c in cells) or sum(c.col_span for c in cells) < grid.n_cols:
        return []
    rest = _rest_of_row(lines, numeric) if row <= 1 else 0
    heads = row == 0 and not rest
    if heads:
        rest = head_lines(lines, told_head_lines(lines, grid.edges, [], numeric), [])
    groups = [[i + rest for i in group] for group in row_groups(lines[rest:], 0, [], numeric)]
    if heads and rest and len(groups) < _TWO_ROWS:
        return []
    if row <= 1 and not rest and len(groups) > _TWO_ROWS and _is_bare([lines[i] for i in groups[0]], numeric):
        rest = len(groups.pop(0))
    sections = _sections(lines, groups, numeric)
    rows = [group for group in groups if group not in sections]
    filled = [{c for i in group for c in lines[i].filled()} for group in rows]
    if not rows or not all(0 in columns and len(columns) > 1 for columns in filled):
        return []
    if _are_lines_of_one(grid, [[lines[i] for i in group] for group in rows], numeric):
        return []
    numbers = [[sum(lines[i].is_number(c) for i in group) for c in numeric] for group in rows]
    if any(max(counts, default=0) > 1 for counts in numbers):
        return []
    with_numbers = sum(any(lines[i].is_number(c) for i in group for c in range(1, grid.n_cols)) for group in rows)
    several = len(rows) > _SEVERAL and with_numbers >= _MOST_NUMBERED * len(rows)
    enough = (with_numbers == len(rows) or several) if numeric else len(rows) >= _SEVERAL
    if not enough:
        return []
    return [list(range(rest)), *groups] if rest else groups


def _sections(lines: Sequence[CutLine], groups: list[list[int]], numeric: set[int]) -> list[list[int]]:
    """Labels alone that head the rows below them: in bold; or set otherwise than the rows' labels, or left of them.

    What is said in another style below each label is no section: each heads two rows or more, the last one too.
    """
    alone = [group for group in groups if all(lines[i].filled() == [0] for i in group)]
    bold = [group for group in alone if all(lines[i].line.bold for i in group)]
    usual = _label_style(lines, groups, numeric)
    apart = [group for group in alone if all(_is_set_apart(lines[i].line, usual) for i in group)]
    heads_rows = bool(apart) and apart[-1] != groups[-1] and len(groups) >= _ROWS_OF_SECTION * len(apart)
    return [group for group in alone if group in bold or (heads_rows and group in apart)]


def _label_style(
    lines: Sequence[CutLine], groups: Sequence[Sequence[int]], numeric: set[int]
) -> tuple[bool, bool, float] | None:
    """How the labels of most rows with a number are set: bold, italic, where they begin; None where there are none."""
    rows = [group for group in groups if any(lines[i].is_number(c) for i in group for c in numeric)]
    labels = [Line(lines[group[0]].cells[0]) for group in rows if lines[group[0]].cells[0]]
    styles = Counter((label.bold, label.italic) for label in labels)
    if not styles:
        return None
    return *styles.most_common(1)[0][0], sorted(label.x0 for label in labels)[len(labels) // 2]


def _is_set_apart(label: Line, usual: tuple[bool, bool, float] | None) -> bool:
    """True for a label in another style than others, or left of where most of them begin."""
    return usual is not None and ((label.bold, label.italic) != usual[:2] or label.x0 < usual[2] - ALIGNED)


def _rest_of_row(lines: Sequence[CutLine], numeric: set[int]) -> int:
    """How many lines at a page's head are the rest of a row that the page before cut.

    Their label goes on in lower case, and the first number stands where a label begins.
    """
    first = next((i for i, line in enumerate(lines) if any(line.is_number(c) for c in numeric)), 0)
    return first if lines[0].text(0)[:1].islower() and lines[first].text(0)[:1].isupper() else 0


def _is_bare(lines: Sequence[CutLine], numeric: set[int]) -> bool:
    """True for what cannot be a row where rows have both: first on its page, the rest of a row that was cut.

    Where rows have no numbers, it is one cell's alone and goes on in lower case.
    """
    if not numeric:
        columns = {col for line in lines for col in line.filled()}
        return len(columns) == 1 and 0 not in columns and lines[0].line.text[:1].islower()
    return not any(line.cells[0] or any(line.is_number(c) for c in numeric) for line in lines)


def _are_lines_of_one(grid: DraftGrid, groups: Sequence[Sequence[CutLine]], numeric: set[int]) -> bool:
    """True where what looks like rows is one row in narrow columns: its label or its number goes on below."""
    labels = [group[0].text(0) for group in groups]
    if all(begins_breakdown(label) for label in labels[1:]):
        return False
    if labels[0][:1].isupper() and any(t[:1].islower() and not begins_breakdown(t) for t in labels[1:]):
        return True
    for col in numeric:
        stack = [Line(x.cells[col]) for group in groups for x in group if x.is_number(col)]
        broken = len(stack) > 1 and all(_is_broken(a, b, _room(grid, col)) for a, b in pairwise(stack))
        if broken and not _add_up(grid, col, stack):
            return True
    return False


def _add_up(grid: DraftGrid, col: int, numbers: Sequence[Line]) -> bool:
    """True where another cell of the column holds the numbers' sum: they are several."""
    others = [cell.lines[0] for cell in grid.cells if cell.col == col and len(cell.lines) == 1]
    return sum(map(_whole, numbers)) in {_whole(line) for line in others if is_number(line.text)}


def _whole(number: Line) -> int:
    """The number that the line's figures make."""
    return int("".join(sign for sign in number.text if sign.isdecimal()) or 0)


def _is_broken(above: Line, below: Line, room: float) -> bool:
    """True for a number whose thousands stand on the next line because there was no room for them beside it."""
    if below.top - above.bottom > TIGHT * above.size:
        return False
    digits = _BEFORE_THOUSANDS.fullmatch(above.text) and _THOUSANDS.fullmatch(below.text)
    space = above.size / 4
    return bool(digits) and (above.x1 - above.x0) + space + (below.words[0].x1 - below.x0) > room


def _room(grid: DraftGrid, col: int) -> float:
    """Points that a column has for text: its width without the white that its texts keep to its edges."""
    cells = [c for c in grid.cells if c.col == col and c.col_span == 1 and c.lines]
    white = min(min(x.x0 - c.box.x0, c.box.x1 - x.x1) for c in cells for x in c.lines)
    return grid.edges[col + 1] - grid.edges[col] - 2 * white


def _row(grid: DraftGrid, row: int, index: int, lines: list[CutLine]) -> list[DraftCell]:
    top = min(x.line.top for x in lines)
    bottom = max(x.line.bottom for x in lines)
    return [
        DraftCell(
            row=index,
            col=cell.col,
            row_span=1,
            col_span=cell.col_span,
            box=Box(cell.box.x0, top, cell.box.x1, bottom),
            lines=tuple(Line(x.cells[cell.col]) for x in lines if x.cells[cell.col]),
        )
        for cell in grid.row_cells(row)
    ]
