"""Heads that stand off the one column that they reach over: over several, or the unit of all."""

from collections.abc import Sequence
from itertools import product

from extractors.tables.cell_text import is_year
from extractors.tables.head_rounds import Extent, Head, are_lines_of_one
from extractors.text.measures import ALIGNED

_NEARER = 0.5
"""A head stands over several columns where their middle is nearer to its own, at least by so much, than that of one."""

Levels = Sequence[Sequence[Head]]


def set_by_middles(levels: Levels, extents: Sequence[Extent]) -> None:
    """Set heads that stand off the one column that they reach over; `levels` and `extents` as for head_rounds.

    A head above others is over several of them; a line alone below one head each is the unit of all.
    """
    for i, level in enumerate(levels):
        if are_units(level):
            _set_below_spans(level, levels[:i])
        above = {col for other in levels[:i] for x in other for col in x.columns}
        below = [x for other in levels[i + 1 :] for x in other if x.first == x.last and x.first not in above]
        for at, head in enumerate(level):
            if _is_unit(head, level, levels[:i], levels[i + 1 :], len(extents)):
                head.first, head.last = 1, len(extents) - 1
            elif _may_be_over_more(head, below) and not _is_aligned(head, levels):
                first = max(1, level[at - 1].last + 1) if at else 1
                last = level[at + 1].first - 1 if at + 1 < len(level) else len(extents) - 1
                _set_over_some(head, [x for x in below if first <= x.first <= last], extents)


def are_units(level: Sequence[Head]) -> bool:
    """True for a line of several heads that are all in brackets, the labels' aside: `(kr)`, `(%)`."""
    texts = [head.texts[0].text for head in level if head.first]
    return len(texts) > 1 and all(text[0] == "(" and text[-1] == ")" for text in texts)


def _set_below_spans(level: Sequence[Head], above: Levels) -> None:
    """Set units over the columns of a head over several that they stand in the middle of."""
    spans = [x for other in above for x in other if x.last > x.first]
    for head in level:
        span = next((x for x in spans if abs(x.middle - head.middle) <= ALIGNED), None)
        beside = any(x is not head and span is not None and x.first in span.columns for x in level)
        if span is not None and not beside:
            head.first, head.last = span.first, span.last


def _may_be_over_more(head: Head, below: Sequence[Head]) -> bool:
    return 0 < head.first == head.last and head.first in {x.first for x in below}


def _is_unit(head: Head, level: Sequence[Head], above: Levels, below: Levels, n_cols: int) -> bool:
    """True for a text alone on its line, below heads over all columns, that is no further line of one of these."""
    headed = {col for other in above for x in other for col in x.columns}
    alone = sum(x.first > 0 for x in level) == 1 and not any(x.first for other in below for x in other)
    if not head.first or not alone or not headed.issuperset(range(1, n_cols)):
        return False
    text = head.texts[0].text
    told = _are_years(above) or (text[0] == "(" and text[-1] == ")")
    return told and (head.first < head.last or not _is_aligned(head, above) or _are_years(above))


def _is_aligned(head: Head, levels: Levels) -> bool:
    """True where it begins, ends or has its middle where another head of its column does."""
    others = [x for level in levels for x in level if x is not head and x.first == x.last == head.first]
    return any(are_lines_of_one(head, x) for x in others)


def _are_years(levels: Levels) -> bool:
    texts = [head.texts[0].text for level in levels for head in level if head.first]
    return bool(texts) and all(map(is_year, texts))


def _set_over_some(head: Head, below: Sequence[Head], extents: Sequence[Extent]) -> None:
    """Set it over those columns beside its own, of such as have a head below, that have their middle where it has."""
    reach = {col: list(extents[col]) for x in below for col in x.columns}
    if head.first not in reach:
        return  # heads beside it that stand over each other's columns leave it none of its own
    for x in below:
        left, right = reach[x.first]
        reach[x.first] = [min(left, x.texts[0].x0), max(right, x.texts[0].x1)]
    runs = [
        (a, b)
        for a, b in product(reach, reach)
        if a <= head.first <= b and all(col in reach for col in range(a, b + 1))
    ]
    off = {(a, b): abs((reach[a][0] + reach[b][1]) / 2 - head.middle) for a, b in runs}
    best = min(runs, key=lambda run: (off[run], run[1] - run[0]))
    if off[best] <= _NEARER * off[head.first, head.first]:
        head.first, head.last = best
