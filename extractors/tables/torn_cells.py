"""Texts over several rows, set at the middle of these, whose lines fell into rows of their own: one cell again.

Alla elever har en      | Öppna läxhjälp i biblioteket   | Rektor
vuxen att tala med      | Utbilda mentorer för årskurs 7 | Elevhälsan

The rows are two by what stands beside: a text that begins anew in the lower one, where none else goes on.
"""

from dataclasses import replace

from extractors.pages.geometry import Box
from extractors.tables.row_doubts import goes_on
from extractors.tables.ruled_tables import DraftCell, DraftGrid
from extractors.text.hyphens import HYPHENS

_NEXT_LINE = 1.0
"""White between two lines of one text, at most, in type sizes."""


def with_whole_cells(grid: DraftGrid) -> DraftGrid:
    """The grid with each text that goes on in the row below as one cell over both, at its first row."""
    cells = {(cell.row, cell.col): cell for cell in grid.cells}
    for col in _columns_of_capitals(grid):
        for row in range(grid.n_rows - 1, grid.header_rows, -1):
            upper, lower = cells.get((row - 1, col)), cells.get((row, col))
            if upper is None or lower is None or not _is_torn(upper, lower) or not _begins_beside(grid, row, col):
                continue
            box = Box(upper.box.x0, upper.box.top, upper.box.x1, lower.box.bottom)
            span = upper.row_span + lower.row_span
            cells[row - 1, col] = replace(upper, row_span=span, box=box, lines=upper.lines + lower.lines)
            del cells[row, col]
    return replace(grid, cells=tuple(cells.values())) if len(cells) < len(grid.cells) else grid


def _columns_of_capitals(grid: DraftGrid) -> list[int]:
    """The columns whose first text begins in a capital, and as many of the others as do not, or more."""
    by_col: dict[int, list[str]] = {}
    for cell in grid.cells:
        if cell.row >= grid.header_rows and cell.lines:
            by_col.setdefault(cell.col, []).append(_text(cell))
    lower = {col: sum(text[0].islower() for text in texts) for col, texts in by_col.items()}
    return [col for col, texts in sorted(by_col.items()) if texts[0][0].isupper() and 2 * lower[col] <= len(texts)]


def _is_torn(upper: DraftCell, lower: DraftCell) -> bool:
    if not upper.lines or not lower.lines or upper.col_span != lower.col_span:
        return False
    last, first = upper.lines[-1], lower.lines[0]
    near = first.page == last.page and 0 <= first.top - last.bottom + last.size <= (_NEXT_LINE + 1) * last.size
    return near and first.bold == last.bold and goes_on(_text(upper), _text(lower))


def _begins_beside(grid: DraftGrid, row: int, col: int) -> bool:
    """Whether texts of other columns begin in this row below others, and none of them goes on."""
    others = [cell for cell in grid.row_cells(row) if cell.col != col and cell.lines]
    above = {cell.col: _text(cell) for cell in grid.row_cells(row - 1) if cell.lines}
    if any(goes_on(above.get(cell.col, ""), _text(cell)) for cell in others):
        return False
    return any(cell.col in above and _text(cell)[0].isupper() and not _is_cut(above[cell.col]) for cell in others)


def _is_cut(text: str) -> bool:
    return text[-1] in HYPHENS


def _text(cell: DraftCell) -> str:
    return " ".join(line.text for line in cell.lines).strip()
