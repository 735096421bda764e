"""Forms: numbered questions and labels with their answers, as a printed web form or a survey gives them."""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from extractors.drafts import FieldDraft
from extractors.forms.answers import Answers
from extractors.forms.answers_overleaf import with_answers_overleaf
from extractors.forms.asked import Asked
from extractors.forms.boxes_beside import with_boxes
from extractors.forms.boxes_by_turns import with_boxes_by_turns
from extractors.forms.boxes_in_grid import rows_of_boxes
from extractors.forms.choices import BOXES, EMPTY, Line, has_box, is_bare_scale, is_option
from extractors.forms.entries import entries
from extractors.forms.form_flow import FormFlow
from extractors.forms.form_row import FormRow
from extractors.forms.grid_pairs import Look
from extractors.forms.grid_parts import rows_of_parts
from extractors.forms.inline import Inline
from extractors.forms.label_sides import with_answers_above
from extractors.forms.matrices import matrix_rows
from extractors.forms.question_rows import form_rows
from extractors.forms.questions import (
    asks,
    is_letterheads,
    label_of,
    says_what_to_mark,
    split_number,
    without_hint,
    without_instructions_behind,
)
from extractors.forms.role_words import with_roles
from extractors.forms.section_titles import with_bars_opened
from extractors.numbers.money import parse_number
from extractors.privacy import comparable, withheld_reason
from models.blocks import Answer, Block, Table
from models.place import Place, join_places

_NO_ANSWER = re.compile(
    r"^(?:[-–—_\s]*|\W*(?:ej besvarad|ej ifyllt|inget svar|ingen uppgift)\W*|[-–—_.\s]*(?:kr|kronor|tkr|sek|%)\.?)$",
    re.IGNORECASE,
)
"""Signs of an empty answer; a unit alone is printed behind the field that was to be filled in."""
_PLACEHOLDER = re.compile(
    r"\[?(?:klicka|tryck)\b.{0,40}\bför att (?:ange|skriva|välja|lägga till|fylla i)\b.{0,40}"
    r"|\[?(?:ange|skriv|välj|fyll i)(?: [a-zåäö]+){1,3}\.?\]?|\[(?:text|namn|datum|belopp|titel)\]",
    re.IGNORECASE,
)
"""What a text editor's form shows where nothing has been filled in."""
_SUM_IN_LABEL = re.compile(r"\((?P<sum>[\d\s]+kr(?:onor)?)\)", re.IGNORECASE)
"""A sum that the label repeats is the answer, should the answer itself be missing."""
_BOX = re.compile(r"^([^:]{2,60}):\s*(.*)$", re.DOTALL)
_CAPITAL = re.compile(r"(?<=\s)[A-ZÅÄÖ]")
_MOST_BOXES = 0.6
"""Part of a grid's filled cells that hold `label: answer`, from which it is a form's grid of boxes."""
_SEVERAL = 2


def read_form(blocks: Sequence[Block]) -> list[FieldDraft]:
    """The fields of one form in reading order; what was left empty has a null answer."""
    flow = with_answers_above(with_roles(with_answers_overleaf(entries(_without_letterhead(blocks)))))
    form = FormFlow(with_boxes_by_turns(with_bars_opened(with_boxes(flow))))
    fields: list[FieldDraft] = []
    above: Asked | None = None
    known = form.label_looks()
    for item, section in form.read():
        if isinstance(item, Table):
            rows = matrix_rows(item)
            fields.extend(_tabled(item, section, known) if rows is None else _matrix(rows, above, section))
        elif isinstance(item, Answer):
            label = _without_rest(item.label, fields)
            row = FormRow(label, list(item.places), [Line(item.value)] if item.value else [])
            fields.append(_of_row(row, section))
        elif isinstance(item, Inline):
            fields.append(field_of(item.label, item.value, item.entry.places, item.number, section))
        else:
            fields.extend(_asked(item, form.answers, section))
        above = item if isinstance(item, Asked) and item.captions else None
    _withhold_again(fields)
    return fields


def _withhold_again(fields: Sequence[FieldDraft]) -> None:
    """Leave out a person's name wherever it is an answer, though but one of its labels tells that it is one.

    An identity number's end can be filled in beside its beginning, in a field of its own.
    """
    for before, field in pairwise(fields):
        bare = not any(map(str.isalpha, field.label)) and field.value is not None and field.value.isdigit()
        if before.withheld == "identity number" and bare and before.value is None:
            field.withheld, field.secret, field.value, field.value_number = before.withheld, field.value, None, None
    names = {field.secret for field in fields if field.withheld == "name"} - {None, ""}
    for field in fields:
        if field.value is not None and field.value_number is None and comparable(field.value) in names:
            field.withheld, field.secret, field.value = "name", comparable(field.value), None


def _asked(asked: Asked, answers: Answers, section: str | None) -> list[FieldDraft]:
    """The question with its answer, or its options with theirs; none where it heads a table, or is prose."""
    answered = asked.lines or not asked.captions or _SUM_IN_LABEL.search(asked.entry.text)
    if not answered or asked.is_only_prose:
        return []
    number, label = split_number(asked.entry.question)
    label = without_instructions_behind(label) if says_what_to_mark(label) else label
    said = answers.of(asked)
    if said.options:
        return [field_of(words, chosen, e.places, number, section) for words, chosen, e in said.options]
    if said.answer is not None and is_option(Line(label)) and has_box(said.answer, None):
        return []  # options whose boxes stand over them: which box is whose cannot be told
    return [field_of(label, said.answer, join_places(asked.entry.places, said.places), number, section)]


def _matrix(rows: Sequence[FormRow], above: Asked | None, section: str | None) -> list[FieldDraft]:
    """Each statement with its chosen option; a row without one is the question `above` the table."""
    number, label = split_number(above.entry.text) if above is not None else (None, "")
    found: list[FieldDraft] = []
    for row in rows:
        own, words = split_number(row.label)
        if words or label:
            found.append(field_of(words or label, row.answer, tuple(row.places), own or number, section))
            found[-1].chosen = True
    return found


def _without_letterhead(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks, where the only answers are a letterhead's, without these."""
    labels = [b.label for b in blocks if isinstance(b, Answer)]
    if len(labels) < _SEVERAL or not all(is_letterheads(label) for label in labels):
        return blocks
    return [b for b in blocks if not isinstance(b, Answer)]


def _without_rest(label: str, fields: Sequence[FieldDraft]) -> str:
    """The label without the last words of the answer above it, which go to that answer: `enheten Postnummer:`."""
    above = fields[-1].value if fields else None
    if above is None or not label[0].islower():
        return label
    begin = next((m.start() for m in _CAPITAL.finditer(label) if asks(label[m.start() :].rstrip(":"))), None)
    if begin is None:
        return label
    fields[-1].value = f"{above} {label[:begin].strip()}"
    return label[begin:]


def _tabled(table: Table, section: str | None, known: Collection[Look]) -> list[FieldDraft]:
    """Rows that are labels with answers, or boxes with a label and an answer in each; other tables are no fields."""
    rows = rows_of_boxes(table) or form_rows(table, known) or rows_of_parts(table, known)
    if rows is not None:
        number: str | None = None
        found: list[FieldDraft] = []
        for row in rows:
            number = split_number(row.label)[0] or number
            found.append(_of_row(row, row.section or section, number))
        return found
    boxes = [(c, match) for c in table.cells if c.text and (match := _BOX.match(c.text))]
    if len(boxes) < max(_SEVERAL, _MOST_BOXES * sum(1 for c in table.cells if c.text)):
        return []
    return [field_of(match.group(1), match.group(2), (cell.place,), None, section) for cell, match in boxes]


def _of_row(row: FormRow, section: str | None, above: str | None = None) -> FieldDraft:
    """A row without a number of its own belongs to the question `above`."""
    number, label = split_number(row.label)
    return field_of(without_hint(label), row.answer, tuple(row.places), number or above, section)


def field_of(
    label: str, value: str | None, places: tuple[Place, ...], number: str | None, section: str | None
) -> FieldDraft:
    """One answer; signs of an empty one are null, and what is a person's is withheld."""
    repeated = None if value else _SUM_IN_LABEL.search(label)
    answer = value.strip() if value else repeated["sum"] if repeated is not None else ""
    unsaid = (
        _NO_ANSWER.match(answer)
        or _PLACEHOLDER.fullmatch(answer)
        or is_bare_scale(answer)
        or all(sign in EMPTY for sign in answer.split())
        or (label.rstrip().endswith("?") and all(sign in BOXES for sign in answer.split()))
    )
    said = None if unsaid else answer
    name = label_of(label)
    withheld = withheld_reason(name, said) if said is not None else None
    written = parse_number(said) if said is not None and withheld is None else None
    return FieldDraft(
        label=name,
        value=None if withheld else said,
        places=places,
        number=number.replace(" ", "") if number else None,
        value_number=written.value if written is not None else None,
        value_unit=written.unit if written is not None else None,
        section=section,
        withheld=withheld,
        secret=comparable(said) if said is not None and withheld is not None else None,
    )
