"""Tables whose sums show that their numbers have been rounded, though they name no unit."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal

from checks.tables.columns import last_digit
from checks.tables.structure import TableView
from checks.tables.units import is_of_sums
from checks.violation import Violation

FEWEST_MISSES = 2
"""So many sums that miss by no more than rounding explains: one may be a slip of the pen, two are the table's way."""


def as_the_sums_show(find: Callable[[TableView], Iterator[Violation]], view: TableView) -> list[Violation]:
    """What a rule finds in a table; where its sums show that it is rounded, with the numbers taken for rounded.

    Whatever is counted, and what names its unit, stays as it is.
    """
    found = list(find(view))
    if sum(each.severity == "error" and _is_within_rounding(each) for each in found) < FEWEST_MISSES:
        return found
    columns = tuple(replace(each, rounded=True) if is_of_sums(each) else each for each in view.columns)
    return list(find(replace(view, columns=columns)))


def _is_within_rounding(violation: Violation) -> bool:
    """True where half a last digit of each number explains the difference, had they been rounded."""
    difference = violation.arithmetic.difference if violation.arithmetic else None
    numbers = [each.value for each in violation.evidence if each.role != "computed" and each.value is not None]
    return difference is not None and 2 * abs(difference) <= sum(map(last_digit, numbers), Decimal(0))
