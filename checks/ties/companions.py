"""Two sums of one sentence that are two totals of one table: where one agrees, the other is held against its total.

`Nettokostnaden blev 395 tkr, mot en budget på 386 tkr`: that the budget is the table's shows which table is told of,
also among several with costs.
"""

from collections.abc import Iterator
from decimal import Decimal

from checks.ties.ledgers import Ledger
from checks.ties.wholes import Role, Whole

_TOLD: tuple[Role, ...] = ("granted", "planned", "spent")
_TELLING = Decimal(10_000)
"""Below it a sum of the text that is a table's total may be so by chance."""
_NEAR = Decimal("1.25")
"""The most that one may be of the other, and still be the same fact."""


def told_beside(ledger: Ledger) -> Iterator[tuple[Whole, Whole]]:
    """Each sum in prose that no cell has, with the only total that it can be meant for."""
    in_prose = [whole for whole in ledger.wholes if whole.source == "prose"]
    totals = [whole for whole in ledger.wholes if whole.source == "table" and whole.table_id is not None]
    for told in in_prose:
        if told.role not in _TOLD or ledger.explains(told):
            continue
        beside = [w for w in in_prose if w.words == told.words and w.role != told.role and abs(w.value) >= _TELLING]
        tables = {
            total.table_id
            for total in totals
            for w in beside
            if w.role == total.role and _is_of_one_sum(ledger, w, total)
        }
        meant = [t for t in totals if t.table_id in tables and t.role == told.role and _is_of_one_year(ledger, told, t)]
        if len(meant) == 1 and _is_near(told, meant[0]) and not ledger.makes_up(told, meant[0]):
            yield told, meant[0]


def _is_of_one_sum(ledger: Ledger, one: Whole, other: Whole) -> bool:
    return _is_of_one_year(ledger, one, other) and one.agrees(other)


def _is_of_one_year(ledger: Ledger, one: Whole, other: Whole) -> bool:
    own = ledger.document.reporting_year
    return (one.year or own) == (other.year or own)


def _is_near(one: Whole, other: Whole) -> bool:
    low, high = sorted((abs(one.value), abs(other.value)))
    return low > 0 and high <= _NEAR * low
