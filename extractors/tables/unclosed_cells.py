"""Cells of a drawn grid that are drawn on some sides only, as a label without a rule above it, beside a box."""

from collections.abc import Sequence
from itertools import pairwise

from extractors.pages.geometry import Box, Word

_REACH = 2.5
"""Points by which words may reach over a cell's edge, and cells into each other."""
_ONE_LINE = 1.3
"""Type sizes from one line to the next, where a text has no two lines to tell it."""
_EVEN = 0.6
"""Points by which lines of one text may stand further apart."""


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
    return [*cells, *_run_together([(box, words) for box, words in held.items() if words])], []


def _run_together(held: Sequence[tuple[Box, Sequence[Word]]]) -> list[Box]:
    """The places that hold words; one for those below each other whose text runs on over the row's edge, as lines do.

    A cell beside several rows that the page cuts is closed on no page: nothing is drawn below it.
    """
    boxes: list[tuple[Box, list[Word]]] = []
    for box, words in sorted(held, key=lambda place: (place[0].x0, place[0].top)):
        above = boxes[-1] if boxes else None
        if above is not None and above[0].x0 == box.x0 and above[0].bottom == box.top and _run_on(above[1], words):
            boxes[-1] = (Box(box.x0, above[0].top, box.x1, box.bottom), [*above[1], *words])
        else:
            boxes.append((box, list(words)))
    return [box for box, _ in boxes]


def _run_on(above: Sequence[Word], below: Sequence[Word]) -> bool:
    """Whether the first line below stands as near to the last one above as the lines of a text do."""
    foot = max(word.bottom for word in above)
    feet = sorted(word.bottom for word in above)
    steps = [lower - upper for upper, lower in pairwise(feet) if lower - upper > _REACH]
    step = steps[-1] if steps else _ONE_LINE * max(word.size for word in above)
    return min(word.bottom for word in below) - foot <= step + _EVEN


def _is_within(word: Word, box: Box) -> bool:
    return box.x0 - _REACH <= word.x0 and word.x1 <= box.x1 + _REACH


def _overlap(one: Box, other: Box) -> bool:
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return min(across, down) > _REACH
