"""A table's title that states something of the plan, and is not the table's name alone: layout sees a line above it.

`Nämndmål` over "Alla får stöd i tid" over a table of that goal's indicators; "Mål: Alla får stöd i tid" over a table of
that goal's activities.
"""

from collections.abc import Sequence

from extractors.plans.heads import head_of, run_in_head
from extractors.plans.heads_by_content import FOLLOWS_UP
from models.blocks import Block, Heading, Note, as_paragraph


def running_text(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without notes, but with such titles as the paragraphs that they are."""
    flow: list[Block] = []
    for block in blocks:
        if not isinstance(block, Note):
            flow.append(block)
        elif block.note == "caption" and (_states(block.text) or (flow and _heads_goals(flow[-1]))):
            flow.append(as_paragraph(block))
    return flow


def _states(title: str) -> bool:
    run_in = run_in_head(title)
    named, colon, _ = title.partition(":")
    followed_up = colon and FOLLOWS_UP.match(named.strip())
    return bool(followed_up) or (run_in is not None and run_in[0].kind in ("goal", "indicator"))


def _heads_goals(block: Block) -> bool:
    head = head_of(block.text) if isinstance(block, Heading) else None
    return head is not None and head.kind == "goal"
