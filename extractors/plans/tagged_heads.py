"""Goals set as headings below a tag that says so: a small `Mål` over "1.1 Alla barn ska ha en vuxen att prata med".

Systems that plans are kept in print them so. What stands below such a heading tells more of its goal.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from extractors.plans.heads import Head, head_of, without_number
from extractors.plans.heads_by_content import Opened
from models.blocks import Block, Heading, Paragraph

_FEWEST: Final = 2
"""Such headings of a plan: a lone one may stand below a section that was left empty."""


def tagged_goals(flow: Sequence[Block]) -> dict[int, Opened]:
    """By their place in the running text, the headings that a tag right above them makes goals, and what they say."""
    known: dict[int, Opened] = {}
    for at, (tag, block) in enumerate(pairwise(flow), start=1):
        head = head_of(tag.text) if isinstance(tag, Paragraph) and isinstance(block, Heading) else None
        if head is not None and head.kind == "goal" and head_of(block.text) is None:
            known[at] = Opened(Head("goal", horizon=head.horizon), without_number(block.text))
    return known if len(known) >= _FEWEST else {}
