"""Grids of a form with the unit of each answer printed in a column of its own: `Beviljat belopp | 185 000 | kr`."""

import re

from models.blocks import Cell, Table
from models.place import join_places

_UNIT = re.compile(r"(?:t?kr|kronor|mnkr|sek|%|procent|st|timmar|personer)\.?", re.IGNORECASE)
_BESIDE = 2
"""Columns before that of the units, at the least: labels and answers."""


_SEVERAL = 2
"""Units below each other, at the least."""


def without_unit_column(table: Table) -> Table:
    """The table with each unit behind the answer it is of, and a column less; any other table as it is.

    A unit beside an empty box is no answer. A cell over the whole width keeps to what is left.
    """
    last = table.n_cols - 1
    units = {cell.row: cell for cell in table.cells if cell.col == last and cell.text}
    if (
        last < _BESIDE
        or len(units) < _SEVERAL
        or not all(_UNIT.fullmatch(cell.text.strip()) for cell in units.values())
    ):
        return table
    cells = tuple(_with_unit(cell, units.get(cell.row), last) for cell in table.cells if cell.col < last)
    return table.model_copy(update={"cells": cells, "n_cols": last})


def _with_unit(cell: Cell, unit: Cell | None, last: int) -> Cell:
    span = min(cell.col_span, last - cell.col)
    if unit is None or not cell.text or cell.col == 0 or cell.col + cell.col_span != last:
        return cell.model_copy(update={"col_span": span}) if span != cell.col_span else cell
    (place,) = join_places((cell.place,), (unit.place,))
    return cell.model_copy(update={"text": f"{cell.text} {unit.text}", "place": place, "col_span": span, "items": ()})
