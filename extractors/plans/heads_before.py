"""A plan's table that goes on overleaf without its heads, and was not joined there: it has those of the page before."""

from collections.abc import Sequence

from extractors.plans.column_roles import column_roles, is_plan_table
from models.blocks import Table

_NEAR = 20.0
"""Points between where a column begins on the two pages."""
_ABOVE = -1
"""The row that such heads are given: none of the table's own."""


def with_heads_before(tables: Sequence[Table]) -> list[Table]:
    """The tables; one without heads that goes on from the plan's table right before it has these above its rows."""
    found: list[Table] = []
    for table in tables:
        before = found[-1] if found else None
        found.append(_with_heads_of(table, before) if before is not None and _goes_on(table, before) else table)
    return found


def _with_heads_of(table: Table, before: Table) -> Table:
    heads = [cell.model_copy(update={"row": _ABOVE}) for cell in before.cells if cell.role == "header"]
    return table.model_copy(update={"cells": (*heads, *table.cells)})


def _goes_on(table: Table, before: Table) -> bool:
    """Whether it stands on the page after, in as many columns at the same places, and has no heads."""
    if any(cell.role == "header" for cell in table.cells) or table.n_cols != before.n_cols or table.n_cols < 2:
        return False
    if table.places[0].page != before.places[-1].page + 1 or not is_plan_table(column_roles(before)):
        return False
    here, there = _begins(table), _begins(before)
    shared = here.keys() & there.keys()
    near = sum(abs(here[col] - there[col]) <= _NEAR for col in shared)
    return len(shared) > 1 and 2 * near > len(shared)


def _begins(table: Table) -> dict[int, float]:
    """Column -> where its texts begin, points from the left."""
    begins: dict[int, float] = {}
    for cell in table.cells:
        if cell.text and cell.role != "header":
            begins[cell.col] = min(begins.get(cell.col, cell.place.x0), cell.place.x0)
    return begins
