"""A grid of boxes, each with its label above or below its answer in a type of its own."""

from extractors.forms.choices import Line
from extractors.forms.form_row import FormRow
from extractors.forms.questions import asks
from extractors.forms.wording import likeness
from models.blocks import Cell, Table

_MOST = 0.6
"""Part of a grid's filled cells that hold a label and an answer, from which it is such a grid."""
_ASKING = 2
"""Labels that ask what only forms ask, at the least: a card of prose has a title in each cell too."""


def rows_of_boxes(table: Table) -> list[FormRow] | None:
    """Each box's label with its answer, empty where only the label stands there; None for any other table."""
    below = _labels_below(table)
    if below is not None:
        return below
    filled = [cell for cell in table.cells if cell.text]
    whole = [cell for cell in filled if cell.lead and cell.text.startswith(cell.lead)]
    if len(whole) < _MOST * len(filled) or sum(asks(cell.lead) for cell in whole) < _ASKING:
        return None
    answered = {id(cell) for cell in whole}
    found: list[FormRow] = []
    for cell in filled:
        answer = cell.text[len(cell.lead) :].strip()
        if id(cell) in answered and answer:
            found.append(FormRow(cell.lead, [cell.place], [Line(answer)]))
        elif asks(cell.text):
            found.append(FormRow(cell.text, [cell.place]))
    return found


def _labels_below(table: Table) -> list[FormRow] | None:
    """The same for boxes with each label at their foot, below what is filled in above it: what begins them asks little.

    A box with its label alone is set in the labels' smaller type.
    """
    filled = [cell for cell in table.cells if cell.text]
    whole = [cell for cell in filled if cell.lead and _foot(cell) and cell.text.startswith(cell.lead)]
    asked = sum(asks(_foot(cell)) for cell in whole)
    if len(whole) < _MOST * len(filled) or asked < _ASKING or asked <= sum(asks(cell.lead) for cell in whole):
        return None
    if any(likeness(cell.lead) > likeness(_foot(cell)) for cell in whole):
        return None
    answered = {id(cell) for cell in whole}
    largest = max(cell.size for cell in whole)
    return [
        FormRow(_foot(cell), [cell.place], [Line(cell.lead)])
        if id(cell) in answered
        else FormRow(cell.text, [cell.place])
        for cell in filled
        if id(cell) in answered or cell.size < largest
    ]


def _foot(cell: Cell) -> str:
    return cell.text[len(cell.lead) :].strip()
