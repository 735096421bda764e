"""Forms: numbered questions and labels with their answers, as a printed web form or a survey gives them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.drafts import FieldDraft
from extractors.forms.choices import Line
from extractors.forms.question_rows import FormRow, form_rows
from extractors.forms.questions import asks, is_letterheads, label_of, split_number, without_hint
from extractors.forms.style import entries, question_styles
from extractors.forms.styled_form import Inline, StyledForm
from extractors.numbers.money import parse_number
from extractors.privacy import withheld_reason
from models.blocks import Answer, Block, Heading, ListItem, Note, Paragraph, Table
from models.place import Place

_QUESTION = re.compile(r"^(\d{1,2}\s?[a-zåäö]?(?:\s?-\s?[a-zåäö])?)\s*[.):]?\s+(?=[A-ZÅÄÖ\"”])")
_INLINE = re.compile(r"^((?:[^:?.]|\.(?!\s+[A-ZÅÄÖ])){3,90}):\s+(\S.{0,160})$", re.DOTALL)
_NO_ANSWER = re.compile(r"^(?:[-–—_\s]*|\W*(?:ej besvarad|ej ifyllt|inget svar|ingen uppgift)\W*)$", re.IGNORECASE)
_LABEL_END = (":", "?")
_IF_OTHER = re.compile(r"^om\s+(?:annat|annan|ja|nej)\b", re.IGNORECASE)
_CHOICE = re.compile(r"^(?:ja|nej|vet ej|vet inte|kan inte bedöma)\b\.?$", re.IGNORECASE)
_FILE = re.compile(r"^[\d\s]+\s?(?:kb|mb)\s*\(", re.IGNORECASE)
_SEVERAL = 2
_INDENT = 4.0
_SHORT_LABEL, _SHORT_VALUE = 60, 90
_SMALLER = 0.4
"""Points by which a label above its value is set smaller."""


@dataclass
class _Question:
    """A question or label that waits for its answer."""

    label: str
    number: str | None
    place: Place
    places: tuple[Place, ...]
    answers: list[str]


def read_form(blocks: Sequence[Block]) -> list[FieldDraft]:
    """The form's fields in reading order; what was left empty has a null answer."""
    blocks = _without_letterhead(blocks)
    flow = entries(blocks)
    styles = question_styles(flow)
    if styles:
        return _read_styled(StyledForm(flow, styles))
    return _Reader(boxed=any(isinstance(b, Paragraph) and b.framed for b in blocks)).read(blocks)


def _without_letterhead(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks, where the only answers are a letterhead's, without these."""
    labels = [b.label for b in blocks if isinstance(b, Answer)]
    if len(labels) < _SEVERAL or not all(is_letterheads(label) for label in labels):
        return blocks
    return [b for b in blocks if not isinstance(b, Answer)]


def _read_styled(form: StyledForm) -> list[FieldDraft]:
    fields: list[FieldDraft] = []
    for item, section in form.read():
        if isinstance(item, Table):
            for row in form_rows(item) or ():
                number, label = split_number(row.label)
                fields.append(field_of(without_hint(label), row.answer, tuple(row.places), number, section))
        elif isinstance(item, Answer):
            number, label = split_number(item.label)
            row = FormRow(label, list(item.places), [Line(item.value)] if item.value else [])
            fields.append(field_of(without_hint(label), row.answer, item.places, number, section))
        elif isinstance(item, Inline):
            fields.append(field_of(item.label, item.value, item.entry.places, None, section))
        elif item.lines or not item.captions:
            number, label = split_number(item.entry.text)
            answer, options = form.answer_of(item)
            if not options:
                fields.append(field_of(label, answer, item.entry.places, number, section))
            fields.extend(field_of(words, said, e.places, number, section) for words, said, e in options)
    return fields


def _is_small_label(block: Block, following: Block) -> bool:
    """True for a label in small type right above its value, as a survey prints its first page."""
    if not isinstance(block, Paragraph) or not isinstance(following, Paragraph | Heading):
        return False
    if block.framed != following.framed:
        return False
    near = following.place.page == block.place.page and following.place.top - block.place.bottom < 0.8 * following.size
    aligned = abs(following.place.x0 - block.place.x0) < _INDENT
    short = len(block.text) < _SHORT_LABEL and len(following.text) < _SHORT_VALUE and block.text[-1] != "."
    return near and aligned and short and block.size <= following.size - _SMALLER


class _Reader:
    """Walks the blocks; `boxed` forms print answers in boxes, others below the question, indented."""

    def __init__(self, *, boxed: bool) -> None:
        self.boxed = boxed
        self.fields: list[FieldDraft] = []
        self.section: str | None = None
        self.asked: _Question | None = None
        self.option: Paragraph | None = None

    def read(self, blocks: Sequence[Block]) -> list[FieldDraft]:
        flow = [b for b in blocks if not isinstance(b, Note)]
        values: set[int] = set()
        for i, (block, following) in enumerate(zip(flow, [*flow[1:], None], strict=True)):
            if i in values:
                continue
            if self.asked is None and following is not None and _is_small_label(block, following):
                self._add(block.text, following.text, (*block.places, *following.places), None)
                values.add(i + 1)
            elif isinstance(block, Answer):
                self._close()
                said = FormRow(block.label, list(block.places), [Line(block.value)] if block.value else []).answer
                self._add(block.label, said, block.places, None)
            elif isinstance(block, Table):
                self._table(block)
            elif isinstance(block, Heading):
                self._heading(block)
            else:
                self._text(block)
        self._close()
        return self.fields

    def _heading(self, block: Heading) -> None:
        self._close()
        match = _QUESTION.match(block.text)
        inline = _INLINE.match(block.text)
        if (
            block.text.rstrip().endswith(_LABEL_END)
            or _IF_OTHER.match(block.text)
            or (asks(block.text) and inline is None)
        ):
            number = match.group(1) if match else None
            self.asked = _Question(block.text, number, block.place, block.places, [])
        elif inline is not None and block.level > 1:
            self._add(inline.group(1), inline.group(2), block.places, None)
        else:
            self.section = block.text

    def _text(self, block: Paragraph | ListItem) -> None:
        text = block.text.strip()
        if self.boxed and block.framed:
            if self.asked is not None:
                self.asked.answers.append(text)
            return
        if isinstance(block, ListItem):
            question = _QUESTION.match(f"{block.marker} {text}")
            if question is None or not text.endswith(_LABEL_END):
                if not self.boxed:
                    self._survey_answer(block, text)
                return
        if text.endswith(":") and len(text) < 120 and self.boxed:
            self._close()
            self.asked = _Question(text, None, block.place, block.places, [])
            return
        if self.asked is None or self.boxed:
            inline = _INLINE.match(text)
            if inline is not None and len(text) < 160 and text[-1] != ".":
                self._add(inline.group(1), inline.group(2), block.places, None)
            return
        self._survey_answer(block, text)

    def _survey_answer(self, block: Paragraph | ListItem, text: str) -> None:
        """Below a survey question stands its answer, or its options, each with Ja or Nej under it."""
        asked = self.asked
        if asked is None or block.place.x0 < asked.place.x0 + _INDENT or _FILE.match(text):
            return
        if _CHOICE.match(text) and self.option is not None and asked.answers:
            option = asked.answers.pop()
            self._add(option, text, self.option.places, asked.number)
            asked.label = asked.label if asked.answers else ""
            self.option = None
            return
        asked.answers.append(text)
        self.option = block if isinstance(block, Paragraph) else None

    def _table(self, table: Table) -> None:
        """Rows of a headless two-column table are labels with answers; other tables are no fields."""
        self._close()
        rows = form_rows(table)
        if rows is None:
            self._boxes(table)
            return
        number: str | None = None
        for row in rows:
            number = split_number(row.label)[0] or number
            self._add(row.label, row.answer, tuple(row.places), number)

    def _boxes(self, table: Table) -> None:
        """A form drawn as a grid of boxes, each with its label and answer inside."""
        inline = [
            (c, m) for c in table.cells if c.text and (m := re.match(r"^([^:]{2,60}):\s*(.*)$", c.text, re.DOTALL))
        ]
        if len(inline) < 2 or len(inline) < 0.6 * sum(1 for c in table.cells if c.text):
            return
        for cell, match in inline:
            self._add(match.group(1), match.group(2), (cell.place,), None)

    def _close(self) -> None:
        asked, self.asked, self.option = self.asked, None, None
        if asked is None or not asked.label:
            return
        self._add(asked.label, " ".join(asked.answers), asked.places, asked.number)

    def _add(self, label: str, value: str | None, places: tuple[Place, ...], number: str | None) -> None:
        self.fields.append(field_of(label, value, places, number, self.section))


def field_of(
    label: str, value: str | None, places: tuple[Place, ...], number: str | None, section: str | None
) -> FieldDraft:
    """One answer; signs of an empty one are null, and what is a person's is withheld."""
    answer = value.strip() if value else ""
    said = None if _NO_ANSWER.match(answer) else answer
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
    )
