"""Numbers as Swedish readers write them."""

from decimal import Decimal

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"


def swedish_number(value: Decimal | int) -> str:
    """2739877.000000 -> `2 739 877` with no-break spaces; -0.50 -> `−0,5`. No digit is rounded away."""
    digits = f"{abs(value):,f}" if isinstance(value, Decimal) else f"{abs(value):,}"
    whole, _, fraction = digits.partition(".")
    fraction = fraction.rstrip("0")
    grouped = whole.replace(",", NO_BREAK_SPACE) + (f",{fraction}" if fraction else "")
    return f"{MINUS}{grouped}" if value < 0 else grouped
