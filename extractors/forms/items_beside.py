"""Lists of items with their figures that stand beside each other in one table: a budget's income and its costs.

Read by turns they look like pairs of labels with answers. What they add up to, or heads over their figures, tells.
"""

from collections.abc import Sequence

from extractors.forms.questions import asks, split_number
from extractors.numbers.money import parse_number
from models.blocks import Cell, Table

_BY_TURNS = 2
"""Columns of one list: its items, their figures."""
_FEWEST = 3
"""Figures in all."""


def are_items_beside(table: Table) -> bool:
    """True for lists side by side that hold figures alone, each below a head or closed by its total."""
    columns = sorted({cell.col for cell in table.cells if cell.text})
    if len(columns) < 2 * _BY_TURNS or len(columns) % _BY_TURNS:
        return False
    cells = [[cell for cell in table.cells if cell.col == col and cell.text] for col in columns]
    names, figures = cells[::_BY_TURNS], cells[1::_BY_TURNS]
    headed = all(parse_number(column[0].text) is None and column[0].row == 0 for column in figures)
    said = [cell for column in figures for cell in column[1 if headed else 0 :]]
    if len(said) < _FEWEST or any(parse_number(cell.text) is None for cell in said):
        return False
    if any(asks(cell.text) or split_number(cell.text)[0] for column in names for cell in column):
        return False
    return headed or all(map(_ends_in_total, figures))


def _ends_in_total(column: Sequence[Cell]) -> bool:
    return column[-1].role == "total"
