"""A plan that no title, heading or running head calls one, known by what it is made of.

Its heads come again and again over goals and over acts, whatever they are called ("Vårt löfte", "Så infriar vi
det"), or it is a series of cards that state both.
"""

from collections.abc import Sequence

from extractors.plans.cards import cards_in, states_both
from extractors.plans.column_roles import column_roles
from extractors.plans.heads import leading_head
from extractors.plans.heads_by_content import heads_by_content
from extractors.plans.returning_labels import with_returning_heads
from models.blocks import Block, Heading, Note, Table

_FEWEST = 2


def states_plan(blocks: Sequence[Block]) -> bool:
    """Whether heads over goals and heads over activities both come again, or cards that state both do.

    Once is enough where the activities are a table.
    """
    blocks = with_returning_heads([block for block in blocks if not isinstance(block, Note)])
    by_content = heads_by_content(blocks)
    kinds: list[str] = []
    for at, block in enumerate(blocks):
        if at in by_content:
            kinds.append(by_content[at].head.kind)
        else:
            head = leading_head(block.text) if isinstance(block, Heading) else None
            kinds.append(head.kind if head is not None else "")
    if "goal" in kinds and any(_tells_acts_below(blocks, at) for at, kind in enumerate(kinds) if kind == "activity"):
        return True
    headed = min(kinds.count("goal"), kinds.count("activity") + kinds.count("numbered_activity"))
    carded = sum(states_both(card) for b in blocks if isinstance(b, Table) for card in cards_in(b))
    return headed >= _FEWEST or carded >= _FEWEST


def _tells_acts_below(blocks: Sequence[Block], at: int) -> bool:
    """Whether right below a head of activities stands a table of such, with who does each or its cost."""
    table = next(iter(blocks[at + 1 :]), None)
    if not isinstance(table, Table):
        return False
    held = set(column_roles(table).values())
    return "activity" in held and bool(held & {"responsible", "amount", "years"})
