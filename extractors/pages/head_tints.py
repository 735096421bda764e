"""A table's head and its first row on tints of two colours, cell by cell: rows that have no tint go on below them."""

from collections.abc import Sequence

from extractors.pages.geometry import Box, Placed
from extractors.pages.section_tints import holds_cells

_OVER = 1.0
"""Points by which a word may reach over a cell's edge."""
_SEVERAL = 2
"""Columns that a row without tint has text in, at least."""


def rows_go_on_below(lower: Sequence[Box], reach: float, words: Placed) -> bool:
    """True where a row of cells stands right below a tinted row, in its columns.

    `lower` are the row's tints from left to right; the text of the next row begins within `reach` points.
    """
    bottom = lower[0].bottom
    held = words.within(Box(lower[0].x0, bottom, lower[-1].x1, bottom + reach))
    cells = [next((box for box in lower if box.x0 - _OVER <= w.x0 and w.x1 <= box.x1 + _OVER), None) for w in held]
    return None not in cells and len(set(cells)) >= _SEVERAL and holds_cells(held)


def are_cells_between(lower: Sequence[Box], after: Box, words: Placed) -> bool:
    """True where cells without tint stand between a tinted row, cell by cell, and `after`, the next tint below it."""
    return holds_cells(words.within(Box(lower[0].x0, lower[0].bottom, lower[-1].x1, after.top)))
