"""Headings that come back under each area though they are set as the areas' own: they stand below them."""

from collections.abc import Sequence

from extractors.plans.heads import head_of
from models.blocks import Block, Heading

_SEVERAL = 2
"""Areas under which the very words stand as a heading: then they head a part of each."""
_HeadKey = tuple[str, int]


def with_recurring_heads_below(flow: Sequence[Block]) -> list[Block]:
    """The flow, the recurring headings a level below their areas; the other levels keep their order.

    `Målområde 1`, `Mål`, `Insatser`, `Målområde 2`, `Mål` all in one type: "Mål" ends no area.
    """
    recurring = _recurring(flow)
    if not recurring:
        return list(flow)
    return [
        b.model_copy(update={"level": 2 * b.level + (_key(b) in recurring)}) if isinstance(b, Heading) else b
        for b in flow
    ]


def _recurring(flow: Sequence[Block]) -> set[_HeadKey]:
    areas: dict[_HeadKey, set[int]] = {}
    at: int | None = None
    level = 0
    for i, block in enumerate(flow):
        if not isinstance(block, Heading):
            continue
        head = head_of(block.text)
        if head is not None and head.kind == "focus_area":
            at, level = i, block.level
        elif at is not None and block.level < level:
            at = None
        elif at is not None and block.level == level:
            areas.setdefault(_key(block), set()).add(at)
    return {key for key, under in areas.items() if len(under) >= _SEVERAL}


def _key(heading: Heading) -> _HeadKey:
    return heading.text.casefold(), heading.level
