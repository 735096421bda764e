"""Which row of one state is which of another: the same, reworded, or without a counterpart."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from rapidfuzz import fuzz, process, utils

ItemT = TypeVar("ItemT")
REWORDED = 70.0
"""Likeness (rapidfuzz's ratio of sorted words, 0 to 100) from which two texts are one that was reworded. In most plans
one goal in five hundred is as like another one as this; in those that word all goals by one pattern one in nine is."""


def same_first(
    before: Sequence[ItemT], after: Sequence[ItemT], key: Callable[[ItemT], object]
) -> tuple[list[tuple[ItemT, ItemT]], list[ItemT], list[ItemT]]:
    """The pairs whose keys are equal, in order, and what is left on both sides."""
    waiting: dict[object, list[ItemT]] = {}
    for item in before:
        waiting.setdefault(key(item), []).append(item)
    pairs: list[tuple[ItemT, ItemT]] = []
    left_after: list[ItemT] = []
    for item in after:
        found = waiting.get(key(item))
        if found:
            pairs.append((found.pop(0), item))
        else:
            left_after.append(item)
    unpaired = {id(item) for items in waiting.values() for item in items}
    return pairs, [item for item in before if id(item) in unpaired], left_after


def most_alike(
    before: Sequence[ItemT], after: Sequence[ItemT], text: Callable[[ItemT], str]
) -> Iterator[tuple[ItemT | None, ItemT | None, float]]:
    """One to one, the most alike first, down to REWORDED; then what has no counterpart, with 0."""
    if not before or not after:
        yield from ((item, None, 0.0) for item in before)
        yield from ((None, item, 0.0) for item in after)
        return
    told_before, told_after = ([utils.default_process(text(item)) for item in side] for side in (before, after))
    likeness = process.cdist(told_before, told_after, scorer=fuzz.token_sort_ratio, score_cutoff=REWORDED)
    ranked = sorted(
        (-float(likeness[i, j]), i, j) for i in range(len(before)) for j in range(len(after)) if likeness[i, j]
    )
    taken_before: set[int] = set()
    taken_after: set[int] = set()
    for score, i, j in ranked:
        if i not in taken_before and j not in taken_after:
            taken_before.add(i)
            taken_after.add(j)
            yield before[i], after[j], -score
    yield from ((item, None, 0.0) for i, item in enumerate(before) if i not in taken_before)
    yield from ((None, item, 0.0) for j, item in enumerate(after) if j not in taken_after)
