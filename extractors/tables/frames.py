"""What drawn lines enclose that is no table of facts: a frame round ordinary text, a form's boxes."""

from extractors.tables.cell_text import is_number
from extractors.tables.ruled_tables import DraftCell, DraftGrid
from extractors.text.markers import marker_of

_LABEL_AND_ANSWER = 2
"""Columns of a form's grid, and the fewest rows that show it to be one."""
_LABEL_SMALLER = 0.4
"""Points of type by which a label in a box is smaller than what is filled in below it."""
_SOME_BOXES = 2


def is_frame(grid: DraftGrid) -> bool:
    """True where the lines draw a box round text and not a table.

    One column; or a single row; or a row of short tags above one wide cell that holds a list; or a form's boxes, each
    with its label in small type above what is filled in.
    """
    if grid.n_cols == 1 or holds_labels(grid):
        return True
    wide = [c for c in grid.cells if c.col_span == grid.n_cols and c.lines]
    if grid.n_rows == 1:
        return not any(any(ch.isdigit() for ch in line.text) for c in grid.cells for line in c.lines)
    return len(wide) >= grid.n_rows - 1 and any(_holds_list(cell) for cell in wide)


def _holds_list(cell: DraftCell) -> bool:
    """True for bullets, be it one, and for numbers or letters before lines of several: one alone counts sections."""
    markers = [marker for line in cell.lines if (marker := marker_of(line)) is not None]
    return len(cell.lines) > 1 if any(any(map(str.isalnum, m)) for m in markers) else bool(markers)


def holds_labels(grid: DraftGrid) -> bool:
    """True where every cell begins in small type, and most go on in larger type: label and answer in one box.

    A section's title, bold on one line over the grid's whole width, may head its boxes.
    """
    filled = [cell.lines for cell in grid.cells if cell.lines and not _is_section_title(cell, grid)]
    answered = [lines for lines in filled if lines[-1].size - lines[0].size >= _LABEL_SMALLER]
    if len(answered) < max(_SOME_BOXES, 0.5 * len(filled)):
        return False
    largest = max(lines[0].size for lines in answered)
    return all(lines[0].size < largest + _LABEL_SMALLER for lines in filled)


def _is_section_title(cell: DraftCell, grid: DraftGrid) -> bool:
    return cell.col_span == grid.n_cols and len(cell.lines) == 1 and cell.lines[0].bold


def asks(grid: DraftGrid) -> bool:
    """True for a form's grid: labels that end in a colon or ask, each with its answer beside it, most of them words."""
    rows = [sorted(grid.row_cells(row), key=lambda c: c.col) for row in range(grid.n_rows)]
    if (
        grid.n_cols != _LABEL_AND_ANSWER
        or grid.n_rows < _LABEL_AND_ANSWER
        or any(len(row) != grid.n_cols for row in rows)
    ):
        return False
    labels = [row[0].lines[-1].text for row in rows if row[0].lines]
    answers = [" ".join(line.text for line in row[1].lines) for row in rows if row[1].lines]
    return (
        len(labels) == grid.n_rows
        and all(label[-1] in ":?" for label in labels)
        and 2 * sum(map(is_number, answers)) < len(answers)
    )
