"""Labels and answers in the cells of a grid, however they stand in it: told by how well all of its cells come out even.

A form's grid can have its labels to the left of their answers, in one pair of columns or several, or above them, over
the whole width or side by side. Which it is shows where every label has its answer and every answer its label, where
the labels are set alike and otherwise than the answers, and where they sound like labels. Each reading is tried; one
that leaves cells over, or whose labels sound no more like labels than its answers do, is none.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from extractors.forms.choices import Line
from extractors.forms.form_row import FormRow
from extractors.forms.wording import likeness
from models.blocks import Cell, Table
from models.place import join_places

_SURE = 0.85
"""Part of the cells that come out even, at the least."""
_TELLING, _TELLING_LOOKS = 1.5, 0.5
"""By how much labels must sound more like labels than answers do; less, where they are set in a type of their own."""
_FEWEST = 2
"""Labels."""
_HEAD_AND_ROW, _SURELY_ASK = 2, 1.0
"""Rows: the upper may as well be a head over one row of a table, save where what stands there asks."""
_SMALLER, _ASKS = 0.45, 1.5
"""Points of type; what sounds so much like a label asks."""
_MOST_LOOKS = 2
"""Kinds of type that the labels of one grid are set in."""
_MOST_CELLS = 400

Look = tuple[float, bool, bool, str]


@dataclass(frozen=True)
class Pairs:
    """A reading of a grid: its rows, and how sure it is, 0 to 1."""

    rows: tuple[FormRow, ...]
    sure: float
    below: bool
    """The answers stand below their labels."""


def grid_pairs(table: Table, known: Collection[Look] = ()) -> Pairs | None:
    """The best reading of the grid as labels with answers; None where none comes out even.

    `known` are the types that other labels of the form are set in.
    """
    cells = [cell for cell in table.cells if cell.text]
    if not _FEWEST <= len(cells) <= _MOST_CELLS:
        return None
    whole = [cell for cell in cells if _holds_both(cell)]
    rest = [cell for cell in cells if not _holds_both(cell)]
    at = {(cell.row, cell.col): cell for cell in table.cells}
    found = [
        pairs
        for labels, own_type in _readings(rest)
        for below in (False, True)
        if (pairs := _paired(table, at, labels, whole, own_type=own_type, below=below, known=known)) is not None
    ]
    return max(found, key=lambda pairs: pairs.sure, default=None)


def _holds_both(cell: Cell) -> bool:
    """True for a cell that holds a label in a type of its own and its answer."""
    answer = cell.text[len(cell.lead) :].strip()
    return bool(cell.lead and answer) and cell.text.startswith(cell.lead) and likeness(cell.lead) >= likeness(answer)


def _readings(cells: Sequence[Cell]) -> Iterator[tuple[list[Cell], bool]]:
    """The cells that may be labels, and whether a type of their own tells them."""
    looks: dict[Look, list[Cell]] = {}
    for cell in cells:
        looks.setdefault(cell.look, []).append(cell)
    if len(looks) > 1:
        for count in range(1, _MOST_LOOKS + 1):
            for chosen in combinations(looks, count):
                if count < len(looks):
                    yield [cell for look in chosen for cell in looks[look]], True
    yield [cell for cell in cells if cell.row % 2 == 0], False
    yield [cell for cell in cells if cell.col % 2 == 0], False


def _paired(
    table: Table,
    at: Mapping[tuple[int, int], Cell],
    labels: Sequence[Cell],
    whole: Sequence[Cell],
    *,
    own_type: bool,
    below: bool,
    known: Collection[Look],
) -> Pairs | None:
    """Each label with the cell beside it, or the one below it; None where it does not come out even.

    `at` are the table's cells by row and column; those in `whole` hold their label and their answer.
    """
    asking = {id(cell) for cell in (*labels, *whole)}
    answered: dict[int, Cell] = {}
    for label in labels:
        spot = (label.row + label.row_span, label.col) if below else (label.row, label.col + label.col_span)
        answer = at.get(spot)
        if answer is not None and id(answer) not in asking and not (below and _is_partly_under(answer, label, at)):
            answered[id(label)] = answer
    answers = [cell for cell in table.cells if cell.text and id(cell) not in asking]
    taken = {id(answer) for answer in answered.values()}
    used = sum(id(cell) in taken for cell in answers)
    sure = (len(answered) + used) / (len(labels) + len(answers)) if labels and answers else 0.0
    fewest = 1 if table.n_cols == 1 and own_type and labels[0].look in known else _FEWEST
    if len(labels) < fewest or sure < _SURE:
        return None
    sound = _mean(labels) - _mean(answers)
    told = own_type and (_are_smaller(labels, answers) or all(label.look in known for label in labels))
    if below and table.n_rows == _HEAD_AND_ROW and _mean(labels) < _SURELY_ASK and not told:
        return None
    by_turns = below and sure == 1 and table.n_rows > _HEAD_AND_ROW
    if sound < ((0.0 if by_turns else _TELLING_LOOKS) if own_type else _TELLING):
        return None
    both = {id(cell) for cell in whole}
    rows = [
        _holding_both(label) if id(label) in both else _row(label, answered.get(id(label)))
        for label in sorted((*labels, *whole), key=lambda cell: (cell.row, cell.col))
    ]
    return Pairs(tuple(rows), sure + 0.1 * sound, below)


def _holding_both(cell: Cell) -> FormRow:
    return FormRow(cell.lead, [cell.place], [Line(cell.text[len(cell.lead) :].strip())])


def _row(label: Cell, answer: Cell | None) -> FormRow:
    if answer is None:
        return FormRow(label.text, [label.place])
    lines = [Line(part, bold=answer.bold) for part in (answer.items or (answer.text,)) if part]
    return FormRow(label.text, list(join_places((label.place,), (answer.place,))), lines)


def _is_partly_under(answer: Cell, label: Cell, at: Mapping[tuple[int, int], Cell]) -> bool:
    """True where another cell with text stands under the label as well."""
    beside = range(answer.col + answer.col_span, label.col + label.col_span)
    return any((cell := at.get((answer.row, col))) is not None and bool(cell.text) for col in beside)


def _are_smaller(labels: Sequence[Cell], answers: Sequence[Cell]) -> bool:
    """True for labels in smaller type than their answers, one of which surely asks: a head is rarely set so."""
    return (
        any(likeness(label.text) >= _ASKS for label in labels)
        and max(label.size for label in labels) <= min(answer.size for answer in answers) - _SMALLER
    )


def _mean(cells: Sequence[Cell]) -> float:
    return sum(likeness(cell.text) for cell in cells) / len(cells)
