"""Content as a look sees it: blocks of words, without what the words mean.

Plain values only, so that the same form serves a template and a JSON file. Every block is a dict with "type"; a run
of words is a list of {"t": "text" | "strong" | "note", "s": words}.
"""

from typing import Any

from corpus.generator.blocks import (
    Activity,
    Block,
    Blocks,
    Boxed,
    Bullets,
    Contents,
    Cover,
    Form,
    Goal,
    Heading,
    Indicator,
    Inline,
    Item,
    Landscape,
    Letterhead,
    Note,
    PageBreak,
    Paragraph,
    Prose,
    Question,
    RunIn,
    Signature,
    Strong,
    Table,
)
from corpus.generator.content import Content
from corpus.generator.figures import Figure

Plain = dict[str, Any]


def plain_document(content: Content) -> Plain:
    """Everything that a look needs to print the document."""
    return {
        "name": content.name,
        "kind": content.kind,
        "title": content.facts.title,
        "running_head": content.running_head,
        "running_foot": content.running_foot,
        "page_number": content.page_number,
        "blocks": plain_blocks(content.blocks),
    }


def plain_blocks(blocks: Blocks) -> list[Plain]:
    return [_block(block) for block in blocks]


def plain_prose(prose: Prose) -> list[Plain]:
    """Runs of words; neighbours of one kind are joined."""
    runs: list[Plain] = []
    for part in prose:
        for run in _inline(part):
            if runs and run["t"] == runs[-1]["t"] == "text":
                runs[-1] = {"t": "text", "s": runs[-1]["s"] + run["s"]}
            else:
                runs.append(run)
    return runs


def _inline(part: Inline) -> list[Plain]:
    match part:
        case str():
            return [{"t": "text", "s": part}]
        case Strong():
            return [{"t": "strong", "s": part.words}]
        case Note():
            return [{"t": "note", "s": part.words}]
        case Figure():
            return [{"t": "text", "s": part.words}]
        case Goal() | Activity() | Indicator():
            return plain_prose(part.parts)


def _block(block: Block) -> Plain:  # noqa: C901, PLR0911, PLR0912 - one case a kind of block
    match block:
        case Cover():
            return {"type": "cover", "title": block.title, "subtitle": block.subtitle, "lines": list(block.lines)}
        case Letterhead():
            return {"type": "letterhead"} | {
                name: list(value) if isinstance(value, tuple) else value for name, value in vars(block).items()
            }
        case Contents():
            return {"type": "contents"}
        case Heading():
            return {"type": "heading", "words": block.words, "level": block.level, "number": block.number}
        case Paragraph():
            return {"type": "paragraph", "runs": plain_prose(block.parts)}
        case RunIn():
            return {"type": "run_in", "label": block.label, "runs": plain_prose(block.parts)}
        case Bullets():
            return {"type": "bullets", "ordered": block.ordered, "items": [_item(item) for item in block.items]}
        case Table():
            return _table(block)
        case Form():
            return {
                "type": "form",
                "sections": [
                    {"title": section.title, "questions": [_question(each) for each in section.questions]}
                    for section in block.sections
                ],
            }
        case Boxed():
            return {"type": "boxed", "title": block.title, "blocks": plain_blocks(block.blocks)}
        case Signature():
            return {
                "type": "signature",
                "place_and_date": block.place_and_date,
                "name": block.name,
                "role": block.role,
            }
        case PageBreak():
            return {"type": "page_break", "restart": block.restart}
        case Landscape():
            return {"type": "landscape", "blocks": plain_blocks(block.blocks)}


def _item(item: Item) -> Plain:
    return {"runs": plain_prose(item.parts), "items": [_item(child) for child in item.items]}


def _table(table: Table) -> Plain:
    return {
        "type": "table",
        "caption": table.caption,
        "headless": table.headless,
        "groups": [{"words": words, "span": span} for words, span in table.groups],
        "columns": [{"head": column.head, "kind": column.kind, "width": column.width} for column in table.columns],
        "rows": [{"role": row.role, "cells": [plain_prose(cell) for cell in row.cells]} for row in table.rows],
        "sum_line": plain_prose(table.sum_line),
    }


def _question(question: Question) -> Plain:
    return {
        "number": question.number or "",
        "label": question.label,
        "kind": question.kind,
        "hint": question.hint,
        "choices": list(question.choices),
        "answer": None if question.answer is None else plain_prose(question.answer),
        "ticked": None
        if question.answer is None or not question.choices
        else "".join(run["s"] for run in plain_prose(question.answer)),
    }
