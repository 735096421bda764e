"""A form's answers on a page's picture: each tied to its label."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from extractors.pictures.pen import Colour, Pen
from models.blocks import Answer, Block, Table
from models.place import Place
from models.rows import FormField

FIELD: Final[Colour] = (150, 30, 190)
LEGEND: Final = "form answer"
_LEAST: Final = 2
"""Letters of an answer that can be found again on the page by its words."""


def draw_fields(pen: Pen, fields: Sequence[FormField], blocks: Sequence[Block], page: int) -> list[str]:
    """Tie each answer on the page to its label; one whose words stand in several places is framed only.

    `fields` are the file's, `blocks` those on the page. Gives what was drawn, for the legend.
    """
    here = [field for field in fields if field.page == page]
    texts = [text for block in blocks for text in _texts(block, page)]
    for field in here:
        frame = field.place
        pen.box(frame, FIELD, width=1)
        label = _found(field.label, texts, frame)
        value = _found(field.value_text, texts, frame)
        inline = _plain(f"{field.label} {field.value_text}") in {text for text, _ in texts}
        if label is not None and value is not None and label != value and not inline:
            pen.tie(*_ends(label, value), FIELD)
    return [LEGEND] if here else []


def _texts(block: Block, page: int) -> Iterator[tuple[str, Place]]:
    """The texts of a block, or of a table's cells, with their places on the page."""
    if isinstance(block, Table):
        yield from ((_plain(cell.text), cell.place) for cell in block.cells if cell.place.page == page and cell.text)
    elif not isinstance(block, Answer):
        yield from ((_plain(block.text), place) for place in block.places if place.page == page)


def _found(words: str | None, texts: Sequence[tuple[str, Place]], near: Place) -> Place | None:
    """Where the words stand: of the texts that are them, or else begin with them, the one nearest to the frame."""
    plain = _plain(words or "")
    if len(plain) < _LEAST:
        return None
    same = [place for text, place in texts if text == plain]
    like = same or [place for text, place in texts if text.startswith(plain) or plain.startswith(text)]
    return min(like, key=lambda p: (abs(p.top - near.top), abs(p.x0 - near.x0)), default=None)


def _ends(label: Place, value: Place) -> tuple[tuple[float, float], tuple[float, float]]:
    """From the label's right side where the value stands beside it, else from its foot."""
    if value.x0 >= label.x1 - 1:
        return (label.x1, (label.top + label.bottom) / 2), (value.x0, (value.top + value.bottom) / 2)
    return (label.x0 + 6, label.bottom), (value.x0 + 6, value.top)


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().lower()
