"""Blocks on a page's picture: an outline in the colour of the kind, a number, and the way from each to the next."""

import itertools
from collections.abc import Iterator, Sequence
from typing import Final

from extractors.pictures.pen import Colour, Pen
from models.blocks import Block, Note, ReadFile, Table
from models.place import Place

COLOURS: Final[dict[str, Colour]] = {
    "heading": (200, 30, 30),
    "paragraph": (40, 90, 200),
    "list_item": (20, 140, 60),
    "table": (200, 110, 0),
    "answer": (140, 50, 170),
    "running_head": (120, 120, 120),
    "page_number": (150, 150, 150),
    "footnote": (90, 120, 130),
    "caption": (0, 140, 150),
    "contents": (110, 150, 60),
    "instruction": (190, 140, 160),
    "aside": (170, 120, 90),
}
"""One a kind of block; notes by what they are. The names are the document model's own."""

ORDER: Final[Colour] = (70, 70, 70)
READING_ORDER: Final = "reading order (numbers too)"
_WASH: Final = 26
"""How strongly a block is tinted, of 255."""
_BADGE_GAP: Final = 2.0
_BESIDE: Final = 7.0
"""Points to the left of a block, where the line of the reading order runs."""
_APART: Final = frozenset(["running_head", "page_number", "instruction", "aside"])
"""What stands outside the reading order of the text."""


def blocks_on(read: ReadFile, page: int) -> Iterator[tuple[int, Block, Place]]:
    """The blocks that touch a page: number in the file's reading order from 1, block, its place there."""
    for ordinal, block in enumerate(read.blocks, start=1):
        for place in block.places:
            if place.page == page:
                yield ordinal, block, place


def kind_of(block: Block) -> str:
    """The block's kind; of a note, what it is."""
    return block.note if isinstance(block, Note) else block.kind


def draw_blocks(pen: Pen, blocks: Sequence[tuple[int, Block, Place]]) -> None:
    """Outlines, and numbers to the left of them; inside them where the page ends there."""
    for ordinal, block, place in blocks:
        colour = COLOURS[kind_of(block)]
        pen.box(place, colour, wash=0 if isinstance(block, Table) else _WASH)
        pen.badge(place.x0 - _BADGE_GAP, place.top, str(ordinal), colour)


def draw_reading_order(pen: Pen, blocks: Sequence[tuple[int, Block, Place]]) -> list[str]:
    """An arrow from the foot of each block to the head of the next one, in the margin beside them.

    Gives what was drawn, for the legend.
    """
    flow = [place for _, block, place in blocks if kind_of(block) not in _APART]
    for before, after in itertools.pairwise(flow):
        pen.arrow((before.x0 - _BESIDE, before.bottom), (after.x0 - _BESIDE, after.top), ORDER)
    return [READING_ORDER] if len(flow) > 1 else []
