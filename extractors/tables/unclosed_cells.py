"""Cells of a drawn grid that are drawn on some sides only, as a label without a rule above it, beside a box."""

from collections.abc import Sequence
from itertools import pairwise

from extractors.pages.geometry import Box, Word

_REACH = 2.5
"""Points by which words may reach over a cell's edge, and cells into each other."""


def with_open_cells(
    cells: Sequence[Box], xs: Sequence[float], ys: Sequence[float], lost: Sequence[Word]
) -> tuple[list[Box], list[Word]]:
    """The cells with those that words in none of them stand in, and the words that stand in no cell then.

    `xs` and `ys` are the edges of the grid's columns and rows: a row and a column meet in a cell, drawn or not. All
    the words must stand whole in such places, else nothing tells that these are cells.
    """
    if not lost:
        return list(cells), []
    tracks = [Box(x0, top, x1, bottom) for top, bottom in pairwise(ys) for x0, x1 in pairwise(xs)]
    free = [track for track in tracks if not any(_overlap(track, box) for box in cells)]
    held = {box: [word for word in lost if box.holds(word) and _is_within(word, box)] for box in free}
    if sum(map(len, held.values())) < len(lost):
        return list(cells), list(lost)
    return [*cells, *(box for box, words in held.items() if words)], []


def _is_within(word: Word, box: Box) -> bool:
    return box.x0 - _REACH <= word.x0 and word.x1 <= box.x1 + _REACH


def _overlap(one: Box, other: Box) -> bool:
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return min(across, down) > _REACH
