"""A form while it is being made: its sections in order, with tables between them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from corpus.generator.assignment import Assignment
from corpus.generator.blocks import Block, Form, FormSection, Heading, Question, Table
from corpus.generator.composers.forms import Filling, Scheme, numbered
from corpus.generator.content import Relation
from corpus.generator.figures import Figure
from corpus.generator.voice import Voice


@dataclass
class FormDraft:
    """A table stands in the place of the section that is its question, and takes its number."""

    assignment: Assignment
    filling: Filling
    sections: list[FormSection] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    elsewhere: list[Figure] = field(default_factory=list)
    _tables: dict[int, Table] = field(default_factory=dict)

    @property
    def voice(self) -> Voice:
        return self.filling.voice

    def add_table(self, table: Table, title: str, relations: Sequence[Relation]) -> None:
        """The table under a heading of its own."""
        self._tables[len(self.sections)] = table
        self.sections.append(FormSection(title, (Question(table.caption, None),)))
        self.relations += relations

    @property
    def printed_diary(self) -> str | None:
        """The diary number, where the form asks for it."""
        diary = self.assignment.about().diary_number
        asked = any(question.answer == (diary,) for section in self.sections for question in section.questions)
        return diary if asked else None

    def blocks(self, scheme: Scheme) -> list[Block]:
        """Everything in order, numbered as the scheme says; who fills in the form has no number."""
        blocks: list[Block] = []
        waiting: list[FormSection] = []
        for i, section in enumerate(numbered(self.sections, scheme, unnumbered=1)):
            table = self._tables.get(i)
            if table is None:
                waiting.append(section)
                continue
            if waiting:
                blocks.append(Form(tuple(waiting)))
                waiting = []
            number = section.questions[0].number
            caption = f"{number}. {table.caption}" if number and table.caption else table.caption
            blocks += [Heading(section.title, 2), replace(table, caption=caption)]
        if waiting:
            blocks.append(Form(tuple(waiting)))
        return blocks
