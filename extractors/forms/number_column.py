"""Tables whose first column holds the numbers of a form's questions, and nothing else."""

from extractors.forms.choices import Line
from extractors.forms.form_row import FormRow
from extractors.forms.questions import asks, is_number_alone, requests
from models.blocks import Cell, Table
from models.place import join_places


def without_number_column(table: Table) -> Table:
    """The table with each number before its question's words, and a column less; any other table as it is."""
    numbers = {cell.row: cell for cell in table.cells if cell.col == 0 and cell.text}
    beside = {cell.row: cell for cell in table.cells if cell.col == 1 and cell.text}
    if table.n_cols == 1 or not numbers or not all(is_number_alone(cell.text) for cell in numbers.values()):
        return table
    if not set(numbers) <= set(beside) or not all(any(map(str.isalpha, beside[row].text)) for row in numbers):
        return table
    cells = tuple(_moved(cell, numbers.get(cell.row)) for cell in table.cells if cell.col > 0)
    return table.model_copy(update={"cells": cells, "n_cols": table.n_cols - 1})


def _moved(cell: Cell, number: Cell | None) -> Cell:
    if cell.col > 1 or number is None:
        return cell.model_copy(update={"col": cell.col - 1})
    lead = f"{number.text} {cell.lead}" if cell.lead else ""
    (place,) = join_places((number.place,), (cell.place,))
    return cell.model_copy(
        update={"col": 0, "text": f"{number.text} {cell.text}", "lead": lead, "place": place, "parts": ()}
    )


def questions_below_each_other(table: Table, numbered: Table) -> list[FormRow] | None:
    """Questions beside their numbers, each with its answer below it in the same cell or in the next ones.

    `numbered` is the table without its numbers; None where more stands beside them than one column.
    """
    if numbered is table or numbered.n_cols > 1:
        return None
    asked = {cell.row for cell in table.cells if cell.col == 0 and cell.text}
    rows: list[FormRow] = []
    for cell in sorted(numbered.cells, key=lambda c: c.row):
        if cell.row in asked:
            label = cell.lead if cell.lead and cell.text.startswith(cell.lead) else cell.text
            answer = cell.text[len(label) :].strip()
            rows.append(FormRow(label, [cell.place], [Line(answer)] if answer else []))
        elif rows and cell.text:
            rows[-1].lines.extend(Line(part, bold=cell.bold) for part in (cell.items or (cell.text,)))
            rows[-1].places = list(join_places(tuple(rows[-1].places), (cell.place,)))
    return rows if any(asks(row.label) or requests(row.label) for row in rows) else None
