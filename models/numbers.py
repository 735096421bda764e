"""Numbers as written: a value, the unit of its last digit, and the interval that this allows.

A number that was rounded when it was written stands for every true value within half a unit
of its last digit. `79,8 miljoner` has the step 100 000 and stands for 79 750 000 to 79 850 000.
All arithmetic is Decimal.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Unit = Literal["kr", "tkr", "mnkr", "mdkr", "percent", "count", "year"]
Side = Literal["about", "above", "below"]
"""Which way a word widens the interval: ca; drygt, över; knappt, nästan."""

KRONOR: dict[Unit, Decimal] = {
    "kr": Decimal(1),
    "tkr": Decimal(1_000),
    "mnkr": Decimal(1_000_000),
    "mdkr": Decimal(1_000_000_000),
}
"""Kronor per unit of money."""


@dataclass(frozen=True, slots=True)
class WrittenNumber:
    """A number as it stands in a text.

    value and step are in the unit itself: `2 377 tkr` is value 2377, step 1, unit tkr.
    """

    value: Decimal
    step: Decimal
    unit: Unit | None = None
    side: Side | None = None
    malformed: str | None = None
    """Why the writing is odd where it still could be read ("1 852 46", "50 000 konor")."""

    @property
    def is_money(self) -> bool:
        return self.unit in KRONOR

    @property
    def factor(self) -> Decimal:
        """Kronor per unit; 1 for a number that is not money."""
        return KRONOR.get(self.unit, Decimal(1)) if self.unit is not None else Decimal(1)

    @property
    def kronor(self) -> Decimal:
        """The value in kronor; only for money."""
        if not self.is_money:
            raise ValueError(f"not money: {self}")
        return self.value * self.factor

    @property
    def rounded(self) -> bool:
        """True where the writing shows that it can have been rounded (tkr, mnkr, ca)."""
        return self.side is not None or (self.is_money and self.step * self.factor > 1)

    @property
    def interval(self) -> tuple[Decimal, Decimal]:
        """Lowest and highest true value, in kronor for money, else in the number's own unit.

        Kronor without a hedging word are exact. `ca` takes the trailing zeros as rounding, but not a decimal that is
        written (`ca 2,0 miljoner`);
        `drygt` and `knappt` reach one step of that rounding to the side that they name.
        """
        value = self.value * self.factor
        if not self.rounded:
            return value, value
        step = self.step * self.factor
        if self.side is None:
            return value - step / 2, value + step / 2
        if self.step >= 1:
            step = max(step, _trailing_zeros(value))
        if self.side == "above":
            return value, value + step
        if self.side == "below":
            return value - step, value
        return value - step, value + step


def _trailing_zeros(value: Decimal) -> Decimal:
    """The power of ten that the value's last digits show: 1 906 000 -> 1 000; 0 -> 1."""
    if value == 0 or value != value.to_integral_value():
        return Decimal(1)
    digits = str(abs(int(value)))
    return Decimal(10) ** (len(digits) - len(digits.rstrip("0")))
