"""Heads over groups of columns: a drawn group whose columns have heads below it, or a series of years."""

from collections.abc import Sequence
from itertools import pairwise

from extractors.tables.cell_text import is_year
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


def set_over_years(levels: Sequence[Sequence[Head]]) -> None:
    """Set a head that begins over the first of several years, and stands alone right of the labels, over all of them.

    `levels` are the head's printed lines from the top; the years follow each other, one to a column.
    """
    for upper, lower in pairwise(levels):
        right = [head for head in upper if head.first]
        years = _years(lower)
        if len(right) == 1 and len(years) > 1 and right[0].first == years[0].first and right[0].last < years[-1].last:
            right[0].last = years[-1].last


def _years(level: Sequence[Head]) -> list[Head]:
    """The years that follow each other at the line's end; none where other heads stand between or behind them."""
    heads = [head for head in level if head.first]
    texts = [head.texts[0].text for head in heads]
    series = all(map(is_year, texts)) and all(int(b) == int(a) + 1 for a, b in pairwise(texts))
    beside = all(b.first == a.last + 1 and b.first == b.last for a, b in pairwise(heads))
    return heads if series and beside else []
