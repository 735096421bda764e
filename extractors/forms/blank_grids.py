"""A form's grid that nobody has filled in: a label in each cell, and room below it for what was to be written."""

from extractors.forms.form_row import FormRow
from extractors.forms.wording import likeness
from models.blocks import Table

_ASKS = 1.5
"""What sounds so much like a label asks."""
_PAIRS = 2
"""Rows in which two labels stand side by side, at the least."""


def labels_alone(table: Table) -> list[FormRow] | None:
    """Each cell as a label without an answer, where all are set in one type and none can answer; else None."""
    cells = [cell for cell in table.cells if cell.text]
    if len({cell.look for cell in cells}) != 1 or any(cell.lead or likeness(cell.text) < 0 for cell in cells):
        return None
    asking = [cell for cell in cells if likeness(cell.text) >= _ASKS]
    beside = sum(sum(cell.row == row for cell in asking) > 1 for row in range(table.n_rows))
    if beside < _PAIRS or 2 * len(asking) <= len(cells):
        return None
    return [FormRow(cell.text, [cell.place]) for cell in sorted(cells, key=lambda cell: (cell.row, cell.col))]
