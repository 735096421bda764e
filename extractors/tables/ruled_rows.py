"""Grids with lines between their columns but not between their rows: the rows are told as where no lines are drawn."""

from dataclasses import replace

from extractors.pages.geometry import Box
from extractors.tables.cut_lines import CutLine, cut_at
from extractors.tables.open_rows import numeric_columns, row_groups
from extractors.tables.ruled_tables import DraftCell, DraftGrid
from extractors.text.lines import Line, lines_of

_SEVERAL = 3
"""Rows of words alone are told apart from a cell's paragraphs where there are so many."""


def with_rows(grid: DraftGrid) -> DraftGrid:
    """The grid, each of its rows that holds several parted into them: every one has its label and its numbers."""
    if grid.n_cols < 2:
        return grid
    lines = [_cut(grid, row) for row in range(grid.n_rows)]
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
    """The row's printed lines over all its cells."""
    lines = lines_of(w for cell in grid.row_cells(row) for line in cell.lines for w in line.words)
    return [cut_at(line, grid.edges) for line in lines]


def _groups(grid: DraftGrid, row: int, lines: list[CutLine], numeric: set[int]) -> list[list[int]]:
    cells = grid.row_cells(row)
    if len(lines) < 2 or any(c.row_span > 1 or c.col_span > 1 for c in cells) or len(cells) < grid.n_cols:
        return []
    groups = row_groups(lines, 0, [], numeric)
    filled = [{c for i in group for c in lines[i].filled()} for group in groups]
    if not all(0 in columns and len(columns) > 1 for columns in filled):
        return []
    numbers = [[sum(lines[i].is_number(c) for i in group) for c in numeric] for group in groups]
    if any(max(counts, default=0) > 1 for counts in numbers):
        return []
    with_numbers = sum(any(counts) for counts in numbers)
    enough = with_numbers == len(groups) if numeric else len(groups) >= _SEVERAL
    return groups if enough else []


def _row(grid: DraftGrid, row: int, index: int, lines: list[CutLine]) -> list[DraftCell]:
    top = min(x.line.top for x in lines)
    bottom = max(x.line.bottom for x in lines)
    return [
        DraftCell(
            row=index,
            col=cell.col,
            row_span=1,
            col_span=1,
            box=Box(cell.box.x0, top, cell.box.x1, bottom),
            lines=tuple(Line(x.cells[cell.col]) for x in lines if x.cells[cell.col]),
        )
        for cell in grid.row_cells(row)
    ]
