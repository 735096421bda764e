"""A total that holds what the tables above it come to: a list of several groups may be read as a table for each."""

from collections.abc import Sequence

from checks.arithmetic import Arithmetic
from checks.tables.structure import TableView


def holds_tables_above(arithmetic: Arithmetic | None, above: Sequence[TableView]) -> bool:
    """True where a total is its own lines and the totals that the tables above it end with, the nearest first."""
    missing = arithmetic.difference if arithmetic is not None else None
    for view in reversed(above) if missing is not None and missing > 0 else ():
        last = view.lines[-1] if view.lines else None
        ends = (
            [view.number(last, column) for column in view.columns]
            if last and last.kind in ("sum", "named_total")
            else []
        )
        closing = next((number.value for number in reversed(ends) if number is not None), None)
        if closing is None or missing is None or missing <= 0:
            return False
        missing -= closing
        if missing == 0:
            return True
    return False
