"""Heads over groups of columns that drawn lines part: one text over a group whose columns have heads below it."""

from collections.abc import Sequence
from itertools import pairwise

from extractors.tables.head_rounds import Head
from extractors.text.measures import ALIGNED


def set_over_groups(levels: Sequence[Sequence[Head]], edges: Sequence[float], drawn: Sequence[float]) -> None:
    """Set heads that stand alone in a drawn group, above a line with several heads in each such group, over it.

    `levels` are the head's printed lines from the top, `drawn` those of the columns' `edges` that are drawn.
    """
    ends = [i for i, x in enumerate(edges) if any(abs(x - y) <= ALIGNED for y in drawn)]
    groups = [(a, b - 1) for a, b in pairwise(ends) if b - a > 1 and a > 0]
    for upper, lower in pairwise(levels):
        held = [[[x for x in level if a <= x.first and x.last <= b] for a, b in groups] for level in (upper, lower)]
        alone = all(len(above) == 1 < len(below) for above, below in zip(*held, strict=True))
        if alone and not any(below[0].texts[0].text[0].islower() for below in held[1]):
            for (above,), group in zip(held[0], groups, strict=True):
                above.first, above.last = group
