"""Questions that are asked as a table: statements down, options across, a box to tick where they meet."""

import re
from collections import Counter
from collections.abc import Sequence

from extractors.forms.choices import BOXES, Line, counts_up, is_boxes, is_option
from extractors.forms.form_row import FormRow
from models.blocks import Cell, Table
from models.place import join_places
from models.tick_signs import is_mark

_STATEMENTS = 2
"""Rows with one mark each, from which their heads are options."""
_STEPS_AND_BOXES = 2
"""Rows of a scale."""
_STEP = re.compile(r"^\d{1,2}(?=\s|$)|(?<=\s)\d{1,2}$")
"""The number of a step that is named as well: `1 Inte alls`, `I hög grad 5`."""
_YEAR = re.compile(r"\b20\d\d\b")
_OPTIONS = 2
"""Columns of boxes, from which they are options: one alone is a list of things to tick."""


def matrix_rows(table: Table) -> list[FormRow] | None:
    """Each statement with its chosen option; none is chosen where no box has a tick. None for any other table.

    A row without a statement answers the question above the table: its label is empty. A plain x is a tick under heads
    that are options: `Ja`, `Nej`.
    """
    scale = _scale_row(table)
    if scale is not None:
        return [scale]
    heads = {c.col: c for c in table.cells if c.role == "header" and c.text and c.col_span == 1}
    heads = heads or _heads_over_marks(table)
    begin = 1 + max((c.row for c in heads.values()), default=-1)
    body = [c for c in table.cells if c.row >= begin]
    others = {c.col for c in body if c.text and not (is_boxes(c.text) or is_mark(c.text))}
    first = 1 + max(others | (set(range(table.n_cols)) - set(heads)), default=-1)
    boxes = [c for c in body if c.col >= first]
    told = [heads[col].text for col in range(first, table.n_cols)]
    drawn = any(c.text in BOXES for c in boxes) or sum(is_option(Line(text)) for text in told) >= _OPTIONS
    drawn = drawn or _chooses_in_each_row(boxes, told)
    if len(told) < _OPTIONS or not drawn or not any(c.text for c in boxes):
        return None
    labels = [c for c in body if c.col < first and c.text]
    return [
        _row([c for c in labels if c.row == row], [c for c in boxes if c.row == row], heads) for row in _rows(boxes)
    ]


def _heads_over_marks(table: Table) -> dict[int, Cell]:
    """The first row's cells where nothing but one mark a row stands below them, save below the first."""
    below = [c for c in table.cells if c.row > 0 and c.col > 0 and c.text]
    marked = Counter(c.row for c in below if is_mark(c.text))
    if len(marked) < max(_STATEMENTS, table.n_rows - 1) or set(marked.values()) != {1} or len(below) != len(marked):
        return {}
    return {c.col: c for c in table.cells if c.row == 0 and c.text and c.col_span == 1}


def _scale_row(table: Table) -> FormRow | None:
    """The step that is ticked of a scale `1 2 3 4 5` with a box under each; its label is empty. None for other tables.

    Words stand at the ends of the boxes only: `Inte alls`, `Helt`. Steps can be named in their heads, and one more head
    lets the question be: `Vet ej`.
    """
    if table.n_rows != _STEPS_AND_BOXES:
        return None
    steps = {c.col: c for c in table.cells if c.row == 0 and c.text}
    boxes = {c.col: c for c in table.cells if c.row == 1 and (is_boxes(c.text) or (c.col in steps and not c.text))}
    ends = {c.col for c in table.cells if c.row == 1 and c.text} - set(boxes)
    counted = [cell.text for _, cell in sorted(steps.items())]
    if len(steps) <= _OPTIONS or set(steps) != set(boxes) or any(min(steps) < col < max(steps) for col in ends):
        return None
    numbers = [match[0] for text in counted if (match := _STEP.search(text)) is not None]
    if not counts_up(counted) and not (len(counted) - len(numbers) <= 1 and _counts_up(numbers)):
        return None
    return _row([], list(boxes.values()), steps)


def _counts_up(numbers: Sequence[str]) -> bool:
    return len(numbers) > _OPTIONS and counts_up(numbers)


def _chooses_in_each_row(boxes: Sequence[Cell], heads: Sequence[str]) -> bool:
    """True for one mark in each row, under heads that are no years: a plan's matrix has one for each year of many."""
    marked = Counter(cell.row for cell in boxes if is_mark(cell.text))
    if any(_YEAR.search(head) for head in heads) or not set(_rows(boxes)) <= set(marked):
        return False
    return len(marked) >= _STATEMENTS and set(marked.values()) == {1}


def _rows(boxes: Sequence[Cell]) -> list[int]:
    return sorted({cell.row for cell in boxes})


def _row(labels: Sequence[Cell], boxes: Sequence[Cell], heads: dict[int, Cell]) -> FormRow:
    chosen = [heads[cell.col].text for cell in boxes if is_mark(cell.text)]
    places = join_places((), tuple(cell.place for cell in (*labels, *boxes)))
    return FormRow(" ".join(c.text for c in labels), list(places), [Line("; ".join(chosen))] if chosen else [])
