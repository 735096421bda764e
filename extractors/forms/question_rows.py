"""Rows of a table that are a form's questions with their answers beside them."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal

from extractors.forms.blank_grids import labels_alone
from extractors.forms.choices import Line, is_option
from extractors.forms.form_row import FormRow
from extractors.forms.grid_pairs import Look, grid_pairs
from extractors.forms.items_beside import are_items_beside
from extractors.forms.number_column import questions_below_each_other, without_number_column
from extractors.forms.questions import asks, is_letterheads, requests, split_number, without_instruction
from extractors.forms.style import is_colon_label
from extractors.forms.told_by_heads import without_question_heads
from extractors.forms.unit_column import without_unit_column
from extractors.numbers.money import parse_number
from extractors.remembered import once_each
from models.blocks import Cell, Table
from models.place import join_places

_BOTH = re.compile(r"^(?P<label>[^?]{3,200}\?)\s+(?P<answer>\S.*)$", re.DOTALL)
"""A cell over the table's whole width with the question and, on the lines below it, its answer."""

_COUNTS = re.compile(r"\bantal\b", re.IGNORECASE)
"""Rows that count: `Kvinnor, antal anställda` above `Totalt antal anställda` ask, each for itself."""
_SOME_FIGURES = 3
_SOME_LABELS = 2
_MOST_ALIKE = 0.8
"""Part of a column's cells that are set in one type."""
_LABEL_AND_ANSWER = 2
"""Columns."""
_LABEL_OVER_ANSWER = 2
"""Rows."""
_WITH_GROUPS = 3
"""Columns: the titles of groups, the labels, the answers."""
_MOST_GROUPS = 0.6
"""Part of the first column's cells that stand over several rows, at the least."""


def form_rows(table: Table, known: Collection[Look] = ()) -> list[FormRow] | None:
    """The rows of a table of two columns without a head, or with one that says they ask; None for any other table.

    A head whose first words ask something is a question that the layout took for one; a head of one cell is the
    section's title. A letterhead laid out as a table is no form, nor are items with their total, alone or beside each
    other. `known` are the types that other labels of the form are set in.
    """
    table = without_unit_column(table)
    named = without_question_heads(table)
    if named is not None:
        named, groups = without_groups(without_number_column(named))
        return list(_rows(named, filled_columns(named), groups, begin=0))
    numbered = without_number_column(table)
    if (below := questions_below_each_other(table, numbered)) is not None:
        return below
    if (blank := labels_alone(table)) is not None:
        return blank
    table, groups = without_groups(numbered)
    columns = filled_columns(table)
    if are_items_beside(table):
        return None
    pairs = grid_pairs(table, known)
    if pairs is not None and (pairs.below or len(columns) != _LABEL_AND_ANSWER):
        return list(pairs.rows)
    if len(columns) != _LABEL_AND_ANSWER:
        return None
    labels = [c.text for c in table.cells if c.col == columns[0] and c.text]
    if (stacked := _stacked(table)) is not None:
        return stacked
    first = next(iter(labels), "")
    heads = [c for c in table.cells if c.role == "header" and c.text]
    title = len(heads) == 1 and heads[0].col == columns[0]
    asked = asks(first) or all(split_number(label)[0] for label in labels) or all(map(is_colon_label, labels))
    asked = (
        asked
        or _are_answered_by_options(table, columns)
        or is_set_as_rows(table, columns)
        or _begins_as_it_goes_on(table, columns)
    )
    if heads and not title and (not asked or _heads_figures(table, columns)):
        return None
    rows = list(_rows(table, columns, groups, begin=1 if title and not asked else 0))
    if _is_added_up(table, columns) and not any(asks(row.label) or _COUNTS.search(row.label) for row in rows):
        return None
    return None if rows and all(is_letterheads(row.label) for row in rows) else rows


@once_each
def rows_seen(table: Table) -> tuple[FormRow, ...]:
    """The rows of a table as `form_rows` has them, for whoever only looks at them; none where they are no form's."""
    return tuple(form_rows(table) or ())


def is_set_as_rows(table: Table, columns: Sequence[int]) -> bool:
    """True where labels and answers are set in two types, the first row's as the others': it heads nothing.

    What heads a section of the rows may be set otherwise.
    """
    cells = [[c for c in table.cells if c.col == col and c.text] for col in columns]
    if not all(cells):
        return False
    looks = [Counter(c.look for c in column).most_common(1)[0] for column in cells]
    alike = all(count >= _MOST_ALIKE * len(column) for (_, count), column in zip(looks, cells, strict=True))
    first = [column[0].look for column in cells]
    return alike and first == [look for look, _ in looks] and first[0] != first[1]


def _are_answered_by_options(table: Table, columns: Sequence[int]) -> bool:
    """True for statements each of which is answered by an option of a survey: `Instämmer helt`."""
    answers = [cell for cell in table.cells if cell.col == columns[1] and cell.text]
    return len(answers) >= _SOME_LABELS and all(is_option(Line(cell.text)) for cell in answers)


def _begins_as_it_goes_on(table: Table, columns: Sequence[int]) -> bool:
    """True where the first row is set as the others are, in the one type of all, and they surely are labels.

    A head is set as its rows are as well; but below one several labels of a form with no such answer are rare.
    """
    cells = [[c for c in table.cells if c.col == col and c.text] for col in columns]
    if not all(cells) or len({cell.look for column in cells for cell in column}) > 1:
        return False
    labels, answers = ([cell.text for cell in column] for column in cells)
    return sum(map(asks, labels)) >= _SOME_LABELS and not any(map(asks, answers))


def _is_added_up(table: Table, columns: Sequence[int]) -> bool:
    """True where a total closes the table, or is what the rows above it come to: `Summa kostnader` can be one item."""
    figures = {c.row: parse_number(c.text) for c in table.cells if c.col == columns[1] and c.text}
    above = Decimal(0)
    totals = {cell.row for cell in table.cells if cell.role in ("total", "subtotal")}
    for row, figure in sorted(figures.items()):
        if row in totals and (row == table.n_rows - 1 or (figure is not None and figure.value == above)):
            return True
        above += figure.value if figure is not None else 0
    return False


def _heads_figures(table: Table, columns: Sequence[int]) -> bool:
    """True where the first row can be read as a question, `Kommun`, but heads names with a figure beside each."""
    below = [cell for cell in table.cells if cell.row > 0 and cell.text]
    names = [cell.text for cell in below if cell.col == columns[0]]
    figures = [parse_number(cell.text) for cell in below if cell.col == columns[1]]
    asked = any(asks(name) or split_number(name)[0] for name in names)
    return len(figures) >= _SOME_FIGURES and None not in figures and not asked


def filled_columns(table: Table) -> list[int]:
    """Two columns as they are; of more, those in which anything stands: a form's instructions are set apart."""
    return [0, 1] if table.n_cols == 2 else sorted({cell.col for cell in table.cells if cell.text})


def is_form_grid(table: Table) -> bool:
    """True for a table that is a form's questions with their answers and nothing more: all it says are fields.

    Where every answer is a sum it is a table as well: its rows may add up. So is a list of statements with the option
    that is chosen for each.
    """
    answers = [cell.text for cell in table.cells if cell.col > 0 and any(c.isalnum() for c in cell.text)]
    rows = rows_seen(table)
    if not rows or all(parse_number(answer) is not None for answer in answers):
        return False
    states = _are_answered_by_options(table, filled_columns(table)) if table.n_cols == _LABEL_AND_ANSWER else False
    return not states or any(asks(row.label) for row in rows)


def _is_row(above: FormRow, value: Cell | None) -> bool:
    """True below an answer where a figure stands beside a label that begins with a small letter: `därav löner`."""
    return bool(above.lines) and value is not None and bool(value.text) and parse_number(value.text) is not None


def _stacked(table: Table) -> list[FormRow] | None:
    """Labels side by side with a figure below each, in kronor where they look like heads; None for any other table."""
    upper, lower = ({c.col: c for c in table.cells if c.row == row and c.text} for row in (0, 1))
    heads = any(cell.role == "header" for cell in table.cells)
    figures = [parse_number(cell.text) for cell in lower.values()]
    if table.n_rows != _LABEL_OVER_ANSWER or set(upper) != set(lower):
        return None
    if not all(f is not None and (f.unit is not None or not heads) for f in figures):
        return None
    if any(parse_number(cell.text) for cell in upper.values()):
        return None
    return [FormRow(upper[col].text, [upper[col].place, lower[col].place], [Line(lower[col].text)]) for col in upper]


def without_groups(table: Table) -> tuple[Table, dict[int, str]]:
    """The table without a first column of cells over several rows, each a title of rows; with that of each row."""
    first = [cell for cell in table.cells if cell.col == 0 and cell.text]
    heads = any(cell.role == "header" for cell in table.cells)
    if table.n_cols < _WITH_GROUPS or heads or sum(cell.row_span > 1 for cell in first) < _MOST_GROUPS * len(first):
        return table, {}
    groups = {cell.row + step: cell.text for cell in first for step in range(cell.row_span)}
    others = tuple(c.model_copy(update={"col": c.col - 1}) for c in table.cells if c.col > 0)
    return table.model_copy(update={"cells": others, "n_cols": table.n_cols - 1}), groups if first else {}


def _question_and_answer(cell: Cell) -> tuple[str, str] | None:
    """A cell's question and the answer below it; None for anything else.

    Told by their type, by a line that ends though more would fit behind it, or by a question mark.
    """
    words = cell.text.strip()
    for label in (cell.lead, *cell.parts[:1]):
        if label and words.startswith(label) and (split_number(label)[0] is not None or asks(label) or requests(label)):
            answer = without_instruction(words[len(label) :].strip())
            return (label, answer) if answer else None
    both = _BOTH.match(words)
    return (both["label"], both["answer"]) if both is not None else None


def _without_hint_below(label: Cell) -> str:
    """A label's words, without what explains it in another type on the lines below: the answer stands beside it."""
    words = label.text.strip()
    below = words[len(label.lead) :].strip() if label.lead and words.startswith(label.lead) else ""
    begins_anew = below[:1].isupper() and label.lead[-1] not in ",-–"
    return label.lead if begins_anew and not (asks(below) or split_number(below)[0]) else words


def _rows(table: Table, columns: Sequence[int], groups: Mapping[int, str], *, begin: int) -> Iterator[FormRow]:
    row: FormRow | None = None
    section: str | None = None
    cells = {(cell.row, cell.col): cell for cell in table.cells}
    for at in range(begin, table.n_rows):
        label, value = (cells.get((at, col)) for col in columns)
        words = label.text.strip() if label is not None else ""
        goes_on = row is not None and (not words or (words[0].islower() and not _is_row(row, value)))
        if row is not None and goes_on:
            if words:
                row.label = row.label[:-1] + words if row.label.endswith("-") else f"{row.label} {words}"
        elif words and label is not None:
            if row is not None:
                yield row
            over_all = label.col_span == table.n_cols
            whole = _question_and_answer(label) if over_all else None
            if over_all and whole is None and not asks(words) and at + 1 < table.n_rows:
                row, section = None, words
                continue
            question, answer = whole or (_without_hint_below(label) if value is not None and value.text else words, "")
            row = FormRow(question, [label.place], section=groups.get(at, section))
            if answer:
                row.lines.append(Line(answer))
        if row is not None and value is not None and value.text:
            row.lines.append(Line(value.text, bold=value.bold))
            row.places = list(join_places(tuple(row.places), (value.place,)))
    if row is not None:
        yield row
