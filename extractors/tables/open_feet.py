"""A row that no rule closes at its page's foot, in a table with a rule below each row: the page break has cut it."""

import itertools
from collections.abc import Sequence

from extractors.pages.geometry import Box
from extractors.tables.draft_table import DraftTable
from extractors.tables.ruled_tables import DraftGrid

_SAME = 1.0
"""Points by which a text may reach over the rule below it."""
_FAR = 2.0
"""White between a row and the rule that closes it, at most so many type sizes."""
_WIDE = 0.8
"""Such a rule is at least so wide, as a share of the table."""
_TELLING = 3
"""Rows of both pages that rules part, at the least."""


def outer_heights(box: Box, size: float, drawn: Sequence[Box]) -> list[float]:
    """The drawn heights that close a table at its head and at its foot, in one piece or cell by cell.

    `box` holds its texts, `size` is theirs.
    """
    above = [mark.bottom for mark in drawn if -_SAME <= box.top - mark.bottom <= _FAR * size]
    below = [mark.top for mark in drawn if -_SAME <= mark.top - box.bottom <= _FAR * size]
    found = (next((y for y in ys if _is_over(y, box, drawn)), None) for ys in (sorted(above)[::-1], sorted(below)))
    return [y for y in found if y is not None]


def _is_over(y: float, box: Box, drawn: Sequence[Box]) -> bool:
    level = [mark for mark in drawn if mark.top - _SAME <= y <= mark.bottom + _SAME]
    covered = sum(max(0.0, min(mark.x1, box.x1) - max(mark.x0, box.x0)) for mark in level)
    return covered >= _WIDE * box.width


def is_cut_open(before: DraftTable, after: DraftTable) -> bool:
    """True where a rule stands below each row of the two, but for the last row of `before` on its page.

    None stands above the first one of `after` either, and one closes the table at its head or its end: in a table with
    rules between its rows only, none stands at a page's foot or head.
    """
    if "ruled" in (before.method, after.method) or not before.grids or not after.grids:
        return False
    last, first = before.grids[-1], after.grids[0]
    rows = [_heights_of(grid) for grid in (last, first)]
    if sum(map(len, rows)) < _TELLING + len(rows) or not all(rows):
        return False
    if not all(
        any(foot - _SAME <= y <= head + _SAME for y in grid.heights)
        for grid, held in zip((last, first), rows, strict=True)
        for (_, foot), (head, _) in itertools.pairwise(held)
    ):
        return False
    open_head = not any(y <= rows[1][0][0] + _SAME for y in first.heights)
    begins, ends = before.grids[0], after.grids[-1]
    closed = any(y <= _heights_of(begins)[0][0] + _SAME for y in begins.heights) or any(
        y >= _heights_of(ends)[-1][1] - _SAME for y in ends.heights
    )
    return is_open_at_foot(last) and open_head and closed


def is_open_at_foot(grid: DraftGrid) -> bool:
    """True where nothing drawn stands below the grid's last row."""
    foot = _heights_of(grid)[-1][1]
    return not any(y >= foot - _SAME for y in grid.heights)


def _heights_of(grid: DraftGrid) -> list[tuple[float, float]]:
    """Where each row's text begins and ends."""
    return [(min(x.top for x in row), max(x.bottom for x in row)) for row in grid.printed_rows if row]
