"""The sum that the text above a table tells of, where the table's bare numbers make it: then they are that money."""

from decimal import Decimal

from extractors.numbers.money import find_money, parse_number
from models.blocks import Table
from models.numbers import KRONOR, Unit, WrittenNumber

_FEWEST = 3
"""Numbers: fewer make a sum by chance."""
_UNITS: tuple[Unit, ...] = ("kr", "tkr", "mnkr")
_SMALL = Decimal(1000)
"""Kronor: what is less counts or numbers something, and makes no difference to a rounded sum."""


def unit_making_sum(table: Table, text: str) -> Unit | None:
    """The unit in which the table's numbers make a sum of the text; None where they do not, or say their unit.

    "Under 2026 fördelas 6,2 miljoner kronor" above 2 800 000, 1 400 000 and 2 000 000: kronor. Rows of totals do not
    count.
    """
    cells = [cell for cell in table.cells if cell.col > 0 and cell.role not in ("header", "total", "subtotal")]
    numbers = [number for cell in cells if (number := parse_number(cell.text)) is not None]
    if len(numbers) < _FEWEST or any(number.unit is not None for number in numbers):
        return None
    values = [number.value for number in numbers if number.value]
    told = [mention.number for mention in find_money(text)]
    for unit in _UNITS:
        sums = [value * KRONOR[unit] for value in values]
        if min(sums, default=Decimal(0)) >= _SMALL and any(_is(sum(sums, Decimal(0)), number) for number in told):
            return unit
    return None


def _is(kronor: Decimal, told: WrittenNumber) -> bool:
    return abs(told.kronor - kronor) <= told.step * told.factor / 2
