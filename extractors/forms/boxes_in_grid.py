"""A grid of boxes, each with its label above its answer in a type of its own."""

from extractors.forms.choices import Line
from extractors.forms.form_row import FormRow
from extractors.forms.questions import asks
from models.blocks import Table

_MOST = 0.6
"""Part of a grid's filled cells that hold a label and an answer, from which it is such a grid."""
_ASKING = 2
"""Labels that ask what only forms ask, at the least: a card of prose has a title in each cell too."""


def rows_of_boxes(table: Table) -> list[FormRow] | None:
    """Each box's label with its answer, empty where only the label stands there; None for any other table."""
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
