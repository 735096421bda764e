"""How much more one number is than another, in percent, where both may have been rounded."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from checks.arithmetic import Quantity
from checks.tables.columns import last_digit

_HUNDRED, _FINE = Decimal(100), Decimal("0.0001")


def change_in_percent(now: Decimal, before: Decimal, step: Decimal) -> Quantity:
    """The change from `before`, which is not nought, told to a tenth of `step`; a minus where it is a decline."""
    up, down = last_digit(now) / 2, last_digit(before) / 2
    ends = [_HUNDRED * (now + a - before - b) / abs(before + b) for a in (-up, up) for b in (-down, down) if before + b]
    low, high = min(ends).quantize(_FINE, ROUND_FLOOR), max(ends).quantize(_FINE, ROUND_CEILING)
    return Quantity((_HUNDRED * (now - before) / abs(before)).quantize(step / 10), low, high)
