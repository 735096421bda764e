"""Rows of tinted cells that touch side by side, and which of them make a grid with the rows they touch."""

from collections.abc import Mapping, Sequence

from extractors.pages.geometry import Box, Placed
from extractors.pages.head_tints import are_cells_between, rows_go_on_below

TOUCH = 2.0
"""Points within which two tinted cells touch."""


def side_by_side(fills: Sequence[Box]) -> list[list[Box]]:
    """Rectangles of one height that touch, from left to right."""
    groups: list[list[Box]] = []
    for box in sorted(set(fills), key=lambda b: (round(b.top), round(b.bottom), b.x0, b.top, b.x1, b.bottom)):
        last = groups[-1][-1] if groups else None
        level = last is not None and abs(last.top - box.top) < 1 and abs(last.bottom - box.bottom) < 1
        if last is not None and level and abs(box.x0 - last.x1) <= TOUCH:
            groups[-1].append(box)
        else:
            groups.append([box])
    return groups


def is_of_grid(
    group: Sequence[Box], groups: Sequence[Sequence[Box]], colours: Mapping[Box, str], words: Placed
) -> bool:
    """True where the row of tints touches others; a head and the first of rows that are tinted by turns are no grid."""
    near = _touching(group, groups)
    if len(near) != 1 or len(_touching(near[0], groups)) != 1 or colours[group[0]] == colours[near[0][0]]:
        return bool(near)
    upper, lower = sorted((group, near[0]), key=lambda row: row[0].top)
    below = (row[0] for row in groups if row[0].top > lower[0].top and abs(row[0].x0 - lower[0].x0) <= TOUCH)
    after = next(below, None)
    if after is not None and colours[after] == colours[lower[0]] and are_cells_between(lower, after, words):
        return False
    return not rows_go_on_below(lower, min(upper[0].height, lower[0].height), words)


def _touching(group: Sequence[Box], groups: Sequence[Sequence[Box]]) -> list[Sequence[Box]]:
    return [other for other in groups if other is not group and _continues(group, other)]


def _continues(group: Sequence[Box], other: Sequence[Box]) -> bool:
    """True where the other row of cells touches this one and has the same edges: together they are a grid."""
    if len(group) != len(other):
        return False
    touches = min(abs(group[0].bottom - other[0].top), abs(other[0].bottom - group[0].top)) <= TOUCH
    return touches and all(abs(a.x0 - b.x0) <= TOUCH for a, b in zip(group, other, strict=True))
