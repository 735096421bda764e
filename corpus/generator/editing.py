"""Content with something in it exchanged; everything else stays the same object or equal."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from corpus.generator.blocks import (
    Activity,
    Block,
    Blocks,
    Boxed,
    Bullets,
    Form,
    Goal,
    Indicator,
    Inline,
    Item,
    Landscape,
    Paragraph,
    Prose,
    Question,
    RunIn,
    Table,
)
from corpus.generator.content import Content
from corpus.generator.figures import Figure

InlineEdit = Callable[[Inline], Inline]
BlockEdit = Callable[[Block], Block]


def with_figures(content: Content, figures: Mapping[str, Figure]) -> Content:
    """The figures of these keys exchanged."""

    def edit(part: Inline) -> Inline:
        return figures.get(part.key, part) if isinstance(part, Figure) else part

    return with_inlines(content, edit)


def with_inlines(content: Content, edit: InlineEdit) -> Content:
    """Every inline edited, the innermost first."""

    def edit_block(block: Block) -> Block:
        match block:
            case Paragraph() | RunIn():
                return replace(block, parts=edit_prose(block.parts, edit))
            case Bullets():
                return replace(block, items=tuple(_edit_item(item, edit) for item in block.items))
            case Table():
                rows = tuple(
                    replace(row, cells=tuple(edit_prose(cell, edit) for cell in row.cells)) for row in block.rows
                )
                return replace(block, rows=rows, sum_line=edit_prose(block.sum_line, edit))
            case Form():
                return _with_questions(
                    block,
                    lambda question: (
                        question
                        if question.answer is None
                        else replace(question, answer=edit_prose(question.answer, edit))
                    ),
                )
            case _:
                return block

    return with_blocks(content, edit_block)


def with_questions(content: Content, edit: Callable[[Question], Question]) -> Content:
    """Every question of every form edited."""
    return with_blocks(content, lambda block: _with_questions(block, edit) if isinstance(block, Form) else block)


def with_table(content: Content, table: Table) -> Content:
    """The table of this key exchanged."""
    return with_blocks(content, lambda block: table if isinstance(block, Table) and block.key == table.key else block)


def with_blocks(content: Content, edit: BlockEdit) -> Content:
    """Every block edited, those inside boxes and landscape pages too."""
    return replace(content, blocks=_edit_blocks(content.blocks, edit))


def edit_prose(prose: Prose, edit: InlineEdit) -> Prose:
    """Every inline of a run of words edited, the innermost first."""
    return tuple(
        edit(replace(part, parts=edit_prose(part.parts, edit)))
        if isinstance(part, Goal | Activity | Indicator)
        else edit(part)
        for part in prose
    )


def _edit_blocks(blocks: Blocks, edit: BlockEdit) -> Blocks:
    return tuple(
        edit(replace(block, blocks=_edit_blocks(block.blocks, edit)))
        if isinstance(block, Boxed | Landscape)
        else edit(block)
        for block in blocks
    )


def _edit_item(item: Item, edit: InlineEdit) -> Item:
    return Item(edit_prose(item.parts, edit), tuple(_edit_item(child, edit) for child in item.items))


def _with_questions(form: Form, edit: Callable[[Question], Question]) -> Form:
    return Form(tuple(replace(section, questions=tuple(map(edit, section.questions))) for section in form.sections))
