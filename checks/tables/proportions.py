"""Columns that were worked out from another: row by row the same part of it, rounded to what is written."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from models.numbers import WrittenNumber

FEWEST_ROWS = 4
"""Rows that must come out; of fewer, two columns are in proportion by chance."""


def in_proportion(columns: Sequence[int], rows: Sequence[Mapping[int, WrittenNumber]]) -> frozenset[int]:
    """Those of the columns whose numbers are all one and the same part of another column's.

    rows: column -> number, of the lines that are no totals. Some part must lie within half a last digit of every
    row, and the rows must not all be alike. Such numbers have been rounded, whatever their heading says.
    """
    return frozenset(part for part in columns for whole in columns if part != whole and _is_part_of(part, whole, rows))


def _is_part_of(part: int, whole: int, rows: Sequence[Mapping[int, WrittenNumber]]) -> bool:
    pairs = [(row[part], row[whole]) for row in rows if part in row and whole in row]
    if any(one.value <= 0 or other.value <= one.value for one, other in pairs):
        return False
    if len({other.value for _, other in pairs}) < FEWEST_ROWS:
        return False
    low = max(((one.value - one.step / 2) / other.value for one, other in pairs), default=Decimal(1))
    high = min(((one.value + one.step / 2) / other.value for one, other in pairs), default=Decimal(0))
    return low <= high
