"""A table's title right below a head of goals: the goal that the head announces, and not the table's name alone.

`Nämndmål` over "Alla får stöd i tid" over a table of that goal's indicators: layout sees a line close above a table.
"""

from collections.abc import Sequence

from extractors.plans.heads import head_of
from models.blocks import Block, Heading, Note, as_paragraph


def running_text(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without notes, but with such titles as the paragraphs that they are."""
    flow: list[Block] = []
    for block in blocks:
        if not isinstance(block, Note):
            flow.append(block)
        elif block.note == "caption" and flow and _heads_goals(flow[-1]):
            flow.append(as_paragraph(block))
    return flow


def _heads_goals(block: Block) -> bool:
    head = head_of(block.text) if isinstance(block, Heading) else None
    return head is not None and head.kind == "goal"
