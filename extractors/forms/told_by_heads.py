"""Tables whose heads say that their rows are a form's: `Fråga` over what is asked, `Svar` over what is answered."""

import re

from extractors.forms.role_words import names_answers
from models.blocks import Table

_NAMES_QUESTIONS = re.compile(
    r"^(?:(?:del)?fråg(?:a|or|an|orna)|frågeställning(?:ar)?|(?:efterfrågad )?uppgift(?:er)?)(?:\s*\*)?$", re.IGNORECASE
)
_NAMES_NUMBERS = re.compile(r"^(?:nr|nummer|#|(?:fråge?\s?-?)nr)\.?$", re.IGNORECASE)
_QUESTION_AND_ANSWER = 2
"""Columns, the numbers' left out."""


def without_question_heads(table: Table) -> Table | None:
    """The rows below such heads, from row 0, with the heads' repeats overleaf left out; None for any other table."""
    first = {cell.col: cell.text.strip() for cell in table.cells if cell.row == 0 and cell.text.strip()}
    names = [first[col] for col in sorted(first)]
    if len(names) == table.n_cols and len(names) > 1 and _NAMES_NUMBERS.match(names[0]):
        names = names[1:]
    if len(first) != table.n_cols or len(names) != _QUESTION_AND_ANSWER:
        return None
    if not (_NAMES_QUESTIONS.match(names[0]) and names_answers(names[1])):
        return None
    rows: dict[int, dict[int, str]] = {row: {} for row in range(table.n_rows)}
    for cell in table.cells:
        if cell.text.strip():
            rows[cell.row][cell.col] = cell.text.strip()
    below = [row for row, texts in rows.items() if texts != first]
    step = {row: at for at, row in enumerate(below)}
    cells = tuple(
        cell.model_copy(update={"row": step[cell.row], "role": "label" if cell.role == "header" else cell.role})
        for cell in table.cells
        if cell.row in step
    )
    return table.model_copy(update={"cells": cells, "n_rows": len(below)})
