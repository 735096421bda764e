"""What a county's plan or decision allocates to each municipality and year."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from checks.ties.ledgers import Ledger
from checks.ties.parties import PartyYear
from checks.ties.wholes import Whole, whole_of
from models.rows import Amount, Document

FEWEST_MUNICIPALITIES = 3
"""A table of fewer shares nothing out among a county's."""
_SHARES_OUT = re.compile(r"fördel|tilldel|bevilja|stimulansm|statsbidrag|\bmedel\b", re.IGNORECASE)
"""What a paper of another class than a plan must say of such a table, in its title or its heads."""


@dataclass(frozen=True)
class Allocation:
    """What a county's plan gives one municipality in one year."""

    document: Document
    granted: Whole
    doubted: bool


def allocated_in(ledger: Ledger) -> Mapping[PartyYear, Allocation]:
    """What a document that is no municipality's allocates, where something tells the year.

    A sum that it tells again (in kronor beside thousands) counts once, of parts and their sum beside each
    other only the sum, and a stated part of it (4 percent) not at all. A municipality with different sums for one
    year is left out: which one counts is not known.
    """
    document = ledger.document
    if document.kommunkod is not None or not ledger.by_municipality:
        return {}
    shared_out = _allocating_tables(ledger)
    named: dict[PartyYear, list[Amount]] = defaultdict(list)
    for amount in ledger.by_municipality:
        year = amount.year or document.reporting_year
        if year is not None and amount.kommunkod is not None and amount.table_id in shared_out:
            named[amount.kommunkod, year].append(amount)
    wholes = {key: _whole_among(_without_shares(amounts, ledger)) for key, amounts in named.items()}
    return {
        key: Allocation(document, whole_of("granted", amount, "table"), ledger.is_doubted_at(amount))
        for key, amount in wholes.items()
        if amount is not None
    }


def _allocating_tables(ledger: Ledger) -> frozenset[str | None]:
    """The tables that give municipalities money: any of a county's plan; of another paper those that say so."""
    if ledger.document.doc_type in ("action_plan", "direction"):
        return frozenset(amount.table_id for amount in ledger.by_municipality)
    codes: dict[str | None, set[str | None]] = defaultdict(set)
    for amount in ledger.by_municipality:
        codes[amount.table_id].add(amount.kommunkod)
    words = {
        table_id: " ".join([ledger.document.title or "", view.table.title or "", *view.headings.values()])
        for view in ledger.views
        for table_id in view.table_ids
    }
    return frozenset(
        table_id
        for table_id, several in codes.items()
        if len(several) >= FEWEST_MUNICIPALITIES and _SHARES_OUT.search(words.get(table_id or "", ""))
    )


def _without_shares(amounts: Sequence[Amount], ledger: Ledger) -> list[Amount]:
    """The sums without the stated parts of others; a share that stands alone is the municipality's own."""
    parts = {
        (table_id, column.index)
        for view in ledger.views
        for column in view.columns
        for table_id in view.table_ids
        if column.share
    }
    wholes = [each for each in amounts if each.kind != "share" and (each.table_id, each.col) not in parts]
    return wholes or [each for each in amounts if (each.table_id, each.col) not in parts]


def _whole_among(amounts: Sequence[Amount]) -> Amount | None:
    """The one sum that all tell, or that the others in its row make; null where nothing shows which one counts."""
    wholes = [whole_of("granted", amount, "table") for amount in amounts]
    if amounts and all(one.agrees(other) for one, other in combinations(wholes, 2)):
        return amounts[0]
    if len({(each.table_id, each.row) for each in amounts}) != 1:
        return None
    total = max(range(len(amounts)), key=lambda place: amounts[place].value_sek)
    rest = [whole for place, whole in enumerate(wholes) if place != total]
    low, high = (sum(ends, Decimal(0)) for ends in ([w.low for w in rest], [w.high for w in rest]))
    return amounts[total] if len(rest) > 1 and wholes[total].meets(low, high) else None
