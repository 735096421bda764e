"""Sums of numbers as written: each stands for an interval, and a sum holds if the intervals meet.

The rule is that of XBRL Calculations 1.1: with a stated total S of unit u_S and addends v_i of
unit u_i and weight w_i, rounding explains the difference where

    |S - sum(w_i v_i)| <= 1/2 (u_S + sum(|w_i| u_i))

Numbers that cannot have been rounded have an interval of no width. All in Decimal.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from models.numbers import WrittenNumber

Regime = Literal["exact", "rounded"]
Grade = Literal["equal", "note", "warning", "error", "not_checkable"]

MILDNESS: dict[Grade, int] = {"equal": 0, "note": 1, "warning": 2, "error": 3, "not_checkable": 4}
"""From the mildest grade to the one that says least."""


_ruled: ContextVar["Regime | None"] = ContextVar("_ruled", default=None)
"""What an auditor has ruled for the check that is being made; None leaves it to the numbers' own writing."""


@contextmanager
def ruled(regime: "Regime | None") -> Iterator[None]:
    """While this holds, numbers count as exact, or as rounded to their last digit, whatever their writing shows."""
    token = _ruled.set(regime)
    try:
        yield
    finally:
        _ruled.reset(token)


def regime_ruled() -> "Regime | None":
    """What is ruled just now; None where the numbers' writing decides."""
    return _ruled.get()


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value and the lowest and highest true value that its writing allows, all in one unit."""

    value: Decimal
    low: Decimal
    high: Decimal

    @classmethod
    def exact(cls, value: Decimal) -> "Quantity":
        return cls(value, value, value)

    @classmethod
    def rounded(cls, value: Decimal, step: Decimal) -> "Quantity":
        """Rounded to `step`: half a step to each side."""
        return cls(value, value - step / 2, value + step / 2)

    @property
    def width(self) -> Decimal:
        return self.high - self.low

    def times(self, weight: Decimal) -> "Quantity":
        ends = sorted((self.low * weight, self.high * weight))
        return Quantity(self.value * weight, ends[0], ends[1])


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """What a sum comes to; expected and difference are null where a number could not be read."""

    expected: Decimal | None
    actual: Decimal | None
    difference: Decimal | None
    """actual - expected"""
    tolerance: Decimal
    """What rounding explains at most, on the side of the difference."""
    regime: Regime
    grade: Grade

    @classmethod
    def not_checkable(cls, actual: Decimal | None) -> "Arithmetic":
        """A number that the sum needs could not be read."""
        return cls(None, actual, None, Decimal(0), "exact", "not_checkable")


def quantities(numbers: Sequence[WrittenNumber], *, shares: bool = False) -> list[Quantity]:
    """Intervals of numbers that are to be held against each other, in the unit they are written in.

    A number can have been rounded if its writing shows it (tkr, mnkr, ca), if it is a percent or a
    measure with decimals, if another of the numbers is written more finely (kronor beside öre), or
    if the caller knows that they are `shares` of something. Otherwise it is exact.
    """
    finest = min((number.step for number in numbers), default=Decimal(1))
    return [_quantity(number, finest, shares=shares) for number in numbers]


def as_ruled(quantity: Quantity, step: Decimal) -> Quantity:
    """An interval that was worked out before, as the auditor has ruled: exact, or rounded to `step`, its last digit."""
    regime = _ruled.get()
    if regime is None:
        return quantity
    return Quantity.exact(quantity.value) if regime == "exact" else Quantity.rounded(quantity.value, step)


def _quantity(number: WrittenNumber, finest: Decimal, *, shares: bool) -> Quantity:
    if number.side is not None:
        low, high = number.interval
        return Quantity(number.value, low / number.factor, high / number.factor)
    regime = _ruled.get()
    if regime is not None:
        return Quantity.exact(number.value) if regime == "exact" else Quantity.rounded(number.value, number.step)
    is_measure = number.unit == "percent" or (not number.is_money and number.step < 1)
    if shares or is_measure or number.rounded or number.step > finest:
        return Quantity.rounded(number.value, number.step)
    return Quantity.exact(number.value)


def add_up(
    stated: Quantity | None,
    addends: Sequence[Quantity | None],
    weights: Sequence[Decimal] | None = None,
) -> Arithmetic:
    """Hold a stated total against the weighted sum of its addends (weights default to 1).

    None stands for a number that is there but could not be read: the sum is then not checkable.
    """
    read = [addend for addend in addends if addend is not None]
    if stated is None or len(read) < len(addends):
        return Arithmetic.not_checkable(stated.value if stated is not None else None)
    if weights is not None:
        read = [addend.times(weight) for addend, weight in zip(read, weights, strict=True)]
    expected = sum((addend.value for addend in read), Decimal(0))
    difference = stated.value - expected
    if difference >= 0:
        tolerance = stated.value - stated.low + sum((a.high - a.value for a in read), Decimal(0))
    else:
        tolerance = stated.high - stated.value + sum((a.value - a.low for a in read), Decimal(0))
    widths = [stated.width, *(addend.width for addend in read)]
    regime: Regime = "rounded" if any(widths) else "exact"
    grade = _grade(difference, tolerance, widths)
    return Arithmetic(expected, stated.value, difference, tolerance, regime, grade)


def _grade(difference: Decimal, tolerance: Decimal, widths: Sequence[Decimal]) -> Grade:
    """Three standard deviations of a sum of evenly spread rounding errors part note from warning.

    For n addends of one unit u that is 3u * sqrt((n + 1) / 12); squared here, to stay exact.
    """
    if difference == 0:
        return "equal"
    if abs(difference) > tolerance:
        return "error"
    variance_twelvefold = sum((width * width for width in widths), Decimal(0))
    return "warning" if 12 * difference * difference > 9 * variance_twelvefold else "note"
