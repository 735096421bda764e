"""A form's question right below a table that was read as its last row."""

from collections import Counter

from extractors.forms.questions import asks, requests, split_number
from extractors.forms.style import Entry
from models.blocks import Cell, Table

_ROWS = 3
"""Rows of such a table, its question counted, at the least."""


def without_question_at_end(table: Table) -> tuple[Table, Entry | None]:
    """The table without such a row, and the question; the table as it is where it ends in no question.

    It stands alone in its row, set otherwise than the other labels are, and asks by its words or bears a number.
    """
    last = [cell for cell in table.cells if cell.row == table.n_rows - 1 and cell.text]
    looks = Counter(c.look for c in table.cells if c.col == 0 and c.text and 0 < c.row < table.n_rows - 1)
    if table.n_rows < _ROWS or len(last) != 1 or not looks or last[0].col or last[0].look in looks:
        return table, None
    if not _may_ask(last[0]):
        return table, None
    cells = tuple(cell for cell in table.cells if cell.row < table.n_rows - 1)
    return table.model_copy(update={"cells": cells, "n_rows": table.n_rows - 1}), _entry(last[0])


def _may_ask(cell: Cell) -> bool:
    return cell.bold and (asks(cell.text) or requests(cell.text) or split_number(cell.text)[0] is not None)


def _entry(cell: Cell) -> Entry:
    return Entry(
        cell.text,
        (cell.place,),
        cell.size,
        cell.bold,
        framed=False,
        heading=False,
        italic=cell.italic,
        color=cell.color,
        told="asks",
    )
