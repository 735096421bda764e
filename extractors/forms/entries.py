"""A form's texts in the order in which they are read: row by row, each question's number with its words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from extractors.forms.choices import BOXES, is_typed_box
from extractors.forms.question_at_end import without_question_at_end
from extractors.forms.questions import counts, is_number_alone, split_number
from extractors.forms.style import Entry, Item, is_beside, on_one_row
from extractors.numbers.money import parse_number
from models.blocks import Answer, Block, Heading, ListItem, Note, Table
from models.place import join_places

_ASKS = re.compile(r"(?!.*(?://|www\.)).*[:?]", re.DOTALL)
"""What ends as a question or a label does, but for a web address: the foot of a page that a browser printed."""


def entries(blocks: Sequence[Block]) -> list[Item]:
    """The flow's texts in order, each question's number joined to it where that stands in a column of its own."""
    flow: list[Item] = []
    for item in _texts(blocks):
        before = flow[-1] if flow else None
        if isinstance(item, Entry) and isinstance(before, Entry) and _numbers(before, item) and not before.framed:
            places = join_places(before.places, item.places)
            flow[-1] = replace(item, text=f"{before.text} {item.text}", places=places)
        elif isinstance(item, Entry) and isinstance(before, Entry) and _numbers(item, before):
            # A number in larger type begins a little below the top of its question.
            flow[-1] = replace(before, text=f"{item.text} {before.text}")
        elif isinstance(item, Entry) and isinstance(before, Entry) and is_beside(item.place, before.place):
            # The frame of an answer begins a little above its label: a row reads from the left.
            flow[-1:] = [item, before]
        else:
            flow.append(item)
    return _row_by_row(flow)


def _numbers(number: Entry, text: Entry) -> bool:
    """True for a number alone to the left of a text of its weight, on the text's row."""
    return (
        is_number_alone(number.text)
        and number.bold == text.bold
        and number.framed <= text.framed
        and any(c.isalpha() for c in text.text)
        and on_one_row(number.place, text.place)
        and number.place.x1 <= text.place.x0
    )


def _row_by_row(flow: Sequence[Item]) -> list[Item]:
    """The flow with labels before their answers, where a column of answers was read before that of their labels."""
    ordered: list[Item] = []
    for page, run in groupby(flow, lambda item: item.place.page if isinstance(item, Entry) else None):
        items = list(run)
        ordered += items if page is None else _labels_first([item for item in items if isinstance(item, Entry)])
    return ordered


def _labels_first(texts: list[Entry]) -> list[Entry]:
    """From the first answer to the last label that was read after it, what stands higher comes first, then the left."""
    late = [(i, j) for j, label in enumerate(texts) for i in range(j) if is_beside(label.place, texts[i].place)]
    if not late:
        return texts
    begin, end = min(i for i, _ in late), max(j for _, j in late) + 1
    rows: list[list[Entry]] = []
    for text in sorted(texts[begin:end], key=lambda entry: entry.place.top):
        if rows and on_one_row(rows[-1][0].place, text.place):
            rows[-1].append(text)
        else:
            rows.append([text])
    by_row = [text for row in rows for text in sorted(row, key=lambda entry: entry.place.x0)]
    return [*texts[:begin], *by_row, *texts[end:]]


def _is_no_caption(note: Note, after: Block | None) -> bool:
    """True for a figure right above a table, with its label or without, and for a label beside its answer."""
    figure = parse_number(note.text.rpartition(": ")[-1])
    return figure is not None or (after is not None and is_beside(note.place, after.place))


def _texts(blocks: Sequence[Block]) -> Iterator[Item]:
    for block, after in zip(blocks, [*blocks[1:], None], strict=True):
        if isinstance(block, Note):
            # A question that stands first on several pages looks like a running head.
            asks = block.note == "running_head" and _ASKS.fullmatch(block.text.strip()) is not None
            if asks or (block.note == "caption" and _is_no_caption(block, after)):
                yield Entry(block.text.strip(), block.places, block.size, block.bold, framed=False, heading=False)
            continue
        if isinstance(block, Table):
            table, question = without_question_at_end(block)
            yield table
            if question is not None:
                yield question
            continue
        if isinstance(block, Answer):
            yield block
            continue
        text, marker = block.text.strip(), block.marker if isinstance(block, ListItem) else None
        if marker is not None and marker not in BOXES and _is_no_bullet(marker, text):
            text, marker = f"{marker} {text}", None
        if text and not counts(text):
            heading = isinstance(block, Heading)
            yield Entry(
                text,
                block.places,
                block.size,
                block.bold,
                block.framed,
                heading,
                marker,
                block.italic,
                block.color,
                block.tail,
                block.frame,
            )


def _is_no_bullet(marker: str, text: str) -> bool:
    """True for a question's number and for a typed box, `(x)` or `[ ]`: to the layout both begin a list item."""
    return split_number(f"{marker} {text}")[0] is not None or is_typed_box(marker)
