"""Grids of a form that touch and were read as one table: rows with the same edges of columns are one of them."""

from collections.abc import Collection
from itertools import groupby

from extractors.forms.form_row import FormRow
from extractors.forms.grid_pairs import Look
from extractors.forms.number_column import without_number_column
from extractors.forms.question_rows import form_rows
from models.blocks import Table

_MOST_PARTS = 12


def rows_of_parts(table: Table, known: Collection[Look]) -> list[FormRow] | None:
    """The rows of a table whose parts are all grids of labels with their answers; None for any other.

    `known` are the types that other labels of the form are set in.
    """
    parts = _parts(table)
    if not 1 < len(parts) <= _MOST_PARTS:
        return None
    if any(_are_labels(without_number_column(part), known) for part in parts):
        return None
    rows = [form_rows(part, known) or _label_alone(part, known) for part in parts]
    return [row for found in rows for row in found or ()] if all(rows) else None


def _are_labels(part: Table, known: Collection[Look]) -> bool:
    """True for one row with a label where its answer would be."""
    return part.n_rows == 1 and any(cell.look in known for cell in part.cells if cell.col and cell.text)


def _label_alone(part: Table, known: Collection[Look]) -> list[FormRow] | None:
    """A label in a box of its own, whose answer is empty or stands overleaf."""
    cells = [cell for cell in part.cells if cell.text]
    alone = len(cells) == 1 and cells[0].look in known
    return [FormRow(cells[0].text, [cells[0].place])] if alone else None


def _parts(table: Table) -> list[Table]:
    """The table's rows parted where the edges of their columns change; none where a cell stands over several rows."""
    edges = {
        row: tuple((cell.col, cell.col_span) for cell in table.cells if cell.row == row) for row in range(table.n_rows)
    }
    if any(cell.row_span > 1 for cell in table.cells) or not all(edges.values()):
        return []
    return [_part(table, list(rows)) for _, rows in groupby(range(table.n_rows), lambda row: sorted(edges[row]))]


def _part(table: Table, rows: list[int]) -> Table:
    """Those rows as a table of their own, its columns counted anew."""
    own = [cell for cell in table.cells if cell.row in rows]
    columns = sorted({cell.col for cell in own})
    cells = tuple(
        cell.model_copy(
            update={"row": cell.row - rows[0], "col": columns.index(cell.col), "col_span": 1, "role": "body"}
        )
        for cell in own
    )
    return table.model_copy(update={"cells": cells, "n_rows": len(rows), "n_cols": len(columns)})
