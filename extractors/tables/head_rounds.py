"""Heads that come again under others, 2019 2020 2019 2020: each round of them stands under one head."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extractors.text.lines import Line
from extractors.text.measures import ALIGNED

_FEW = 2
"""Rounds, and heads in each of them, at the least."""

Extent = tuple[float, float]


@dataclass
class Head:
    """One cell of the head: the columns `first` to `last` that it stands over, its texts from the top."""

    first: int
    last: int
    texts: list[Line] = field(default_factory=list)
    row: int = 0

    @property
    def columns(self) -> range:
        return range(self.first, self.last + 1)

    @property
    def middle(self) -> float:
        return (self.texts[0].x0 + self.texts[0].x1) / 2


def set_over_rounds(levels: Sequence[Sequence[Head]], extents: Sequence[Extent]) -> None:
    """Set heads that stand above heads that repeat over one round of these each.

    `levels` are the head's printed lines from the top, each with its heads from the left; `extents` is how far each
    column's text reaches, points. Lines in between may hold heads of other columns only, which stand beside.
    """
    for i in range(len(levels) - 1, 0, -1):
        rounds = _rounds(levels[i])
        if not rounds:
            continue
        reach = _reach(levels[i], rounds, extents)
        below: list[Head] = []
        for level in reversed(levels[:i]):
            if _are_first_lines(level, [x for x in levels[i] if x.first >= rounds[0][0]]):
                continue
            held = _over_rounds(level, rounds, reach, below)
            if held is None:
                break
            below = held or below


def _rounds(heads: Sequence[Head]) -> list[tuple[int, int]]:
    """First and last column of each round, where some heads of a line, one after the other, come again."""
    texts = [head.texts[0].text for head in heads]
    most: list[tuple[int, int]] = []
    for first in range(len(heads)):
        for size in range(_FEW, (len(heads) - first) // _FEW + 1):
            once = texts[first : first + size]
            starts = [first]
            while texts[starts[-1] + size : starts[-1] + 2 * size] == once:
                starts.append(starts[-1] + size)
            if len(starts) >= _FEW and len(set(once)) == size and len(starts) * size > len(most) * _FEW:
                most = [(heads[at].first, heads[at + size - 1].last) for at in starts]
    return most


def _reach(heads: Sequence[Head], rounds: Sequence[tuple[int, int]], extents: Sequence[Extent]) -> list[Extent]:
    """How far each round reaches: its columns' texts and its heads, and half of the white to the next round."""
    texts = [[head.texts[0] for head in heads if first <= head.first <= last] for first, last in rounds]
    reach = [
        (min(extents[first][0], *(text.x0 for text in held)), max(extents[last][1], *(text.x1 for text in held)))
        for (first, last), held in zip(rounds, texts, strict=True)
    ]
    white = max(0.0, min(b[0] - a[1] for a, b in pairwise(reach)) / 2)
    return [(x0 - white, x1 + white) for x0, x1 in reach]


def _are_first_lines(level: Sequence[Head], below: Sequence[Head]) -> bool:
    """True for one word again and again, each time set as the head right below it: that head's first line.

    Heads over rounds tell these apart; a unit in brackets may be that of each.
    """
    held = [head for head in level if head.last >= below[0].first]
    words = {head.texts[0].text for head in held}
    if len(held) < _FEW or len(words) > 1 or held[0].texts[0].text[0] == "(":
        return False
    return all(any(are_lines_of_one(head, x) for x in below if _is_right_below(head, x)) for head in held)


def _is_right_below(head: Head, below: Head) -> bool:
    return below.texts[0].x0 < head.texts[0].x1 and head.texts[0].x0 < below.texts[0].x1


def _over_rounds(
    level: Sequence[Head], rounds: Sequence[tuple[int, int]], reach: Sequence[Extent], below: Sequence[Head]
) -> list[Head] | None:
    """The heads of a line that stand over the rounds, now set over them; None where they do not stand over one each.

    Fewer of them than rounds are further lines of those in the line below.
    """
    held = [head for head in level if reach[0][0] <= head.middle <= reach[-1][1]]
    over = [next((i for i, (x0, x1) in enumerate(reach) if x0 <= head.middle <= x1), None) for head in held]
    if None in over or len(set(over)) < len(held):
        return None
    if len(held) < len(rounds) and not all(any(are_lines_of_one(head, x) for x in below) for head in held):
        return None
    found = [rounds[i] for i in over if i is not None]
    for head in level:
        if head.middle < reach[0][0] and head.first == head.last == rounds[0][0] > 0:
            head.first = head.last = rounds[0][0] - 1  # right-aligned, in the white before the rounds
    taken = [(head.first, head.last) for head in level if head not in held]
    if any(a[1] >= b[0] for a, b in pairwise(sorted([*taken, *found]))):
        return None
    for head, (first, last) in zip(held, found, strict=True):
        head.first, head.last = first, last
    return held


def are_lines_of_one(head: Head, below: Head) -> bool:
    """True where one begins, ends or has its middle where the other does."""
    upper, lower = head.texts[0], below.texts[0]
    ends = abs(upper.x0 - lower.x0), abs(upper.x1 - lower.x1), abs(head.middle - below.middle)
    return min(ends) <= ALIGNED
