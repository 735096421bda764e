"""Pots of money: a table shares out the sum that a row of another table names, and a shared part counts once."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from checks.check_input import CheckInput
from checks.tables.columns import Column
from checks.tables.labels import folded
from checks.tables.shared_sums import shares_a_sum
from checks.tables.structure import TableView
from checks.ties.disagreement import may_be_one_fact, unit_slipped
from checks.ties.ledgers import Ledger, ledger_of
from checks.ties.table_wholes import from_cell
from checks.ties.wholes import Whole

_NUMBERING = re.compile(r"^(?:tabell|bilaga|figur)?\s*\d*[.:]?\s*")
_NOT_A_WORD = re.compile(r"[^a-zåäöé]+")
FEWEST_LETTERS = 8
"""A shorter name (Totalt, Region) is no pot's."""


@dataclass(frozen=True, slots=True)
class Pot:
    """A table's total, with the row elsewhere that is called as the table is, if there is one.

    once is what the table's rows make where money that two of them share counts once, twice where it counts in both;
    null where a row could not be read. shared: some rows say that they share money.
    """

    ledger: Ledger
    name: str
    total: Whole
    row: Whole | None
    once: Decimal | None
    twice: Decimal | None
    shared: bool
    told: tuple[Whole, ...] = ()
    """The sums in running text that make it, where no table does."""
    is_rough: bool = False
    """One of them is said to be about so much."""

    @property
    def doubted(self) -> bool:
        """Unsure in its reading; or a unit apart: thousands in a column whose head may have been misread."""
        if self.row is not None and unit_slipped(self.total, self.row):
            return True
        return self.ledger.is_doubted(self.total, *self.told, *([self.row] if self.row else []))


def pots_of(rows: CheckInput) -> Iterator[Pot]:
    """Every table of a document with one column of money and a total, and a row elsewhere or shared money."""
    ledger = rows.once(ledger_of)
    for view in ledger.views:
        money = [column for column in view.columns if not column.share and column.unit not in ("count", "year")]
        totals = [whole for whole in ledger.wholes if whole.table_id == view.table.table_id and whole.role == "planned"]
        if len(money) != 1 or len(totals) != 1:
            continue
        row = _row_called(ledger, view, view.table.title or "")
        if row is not None and not may_be_one_fact(totals[0], row):
            row = None
        once, twice, shared = _sums(view, money[0])
        if row is not None or shared:
            yield Pot(ledger, view.table.title or "", totals[0], row, once, twice, shared)


def _row_called(ledger: Ledger, pot: TableView, title: str) -> Whole | None:
    """The one row of another table that has the pot's name; null where there is none, or several with other sums."""
    name = _name(title)
    if len(name) < FEWEST_LETTERS:
        return None
    found = [
        from_cell(view, column.index, line, "planned", ledger.amounts)
        for view in ledger.views
        if view is not pot
        for line in view.lines
        if line.kind == "addend" and _name(line.label) == name
        for column in view.columns
        if not column.share and view.number(line, column) is not None
    ]
    agree = all(one.agrees(other) for one in found for other in found)
    return found[0] if found and agree else None


def _sums(view: TableView, column: Column) -> tuple[Decimal | None, Decimal | None, bool]:
    once = twice = Decimal(0)
    shared = False
    for line in view.lines:
        number = view.number(line, column)
        if line.kind != "addend":
            continue
        if number is None:
            if view.is_unreadable(line, column):
                return None, None, shared
            continue
        value = number.value * number.factor
        twice += value
        if shares_a_sum(line, view.lines):
            shared = True
        else:
            once += value
    return once, twice, shared


def _name(words: str) -> str:
    return _NOT_A_WORD.sub(" ", _NUMBERING.sub("", folded(words))).strip()
