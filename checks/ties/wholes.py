"""A sum that a document states of its grant as a whole: granted, planned, spent; in forms, tables and prose."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from checks.recalculation.figures import quantity_of
from checks.violation import EvidenceItem, EvidenceRole
from models.place import Place
from models.rows import Amount, AmountKind

Role = Literal["granted", "requisitioned", "planned", "spent", "remaining"]
Source = Literal["form", "table", "prose"]
AmountsByCell = Mapping[tuple[str | None, int | None, int | None], Amount]
"""(table_id, row, column) -> the sum that stands there."""

ROLES: Mapping[AmountKind, Role] = {
    "granted": "granted",
    "received": "granted",
    "requisitioned": "requisitioned",
    "planned": "planned",
    "allocated": "planned",
    "spent": "spent",
    "remaining": "remaining",
    "repayable": "remaining",
}
"""What a kind of amount is in the ledger. What was granted and what was received of it is one sum."""


_TOLD_DIGITS = 3
_FIVE = 5


@dataclass(frozen=True, slots=True)
class Whole:
    """One statement. low to high is what its writing allows, kronor; words is its sentence or its label."""

    role: Role
    value: Decimal
    low: Decimal
    high: Decimal
    year: int | None
    source: Source
    document_id: str
    words: str
    text: str
    place: Place
    table_id: str | None = None

    def meets(self, low: Decimal, high: Decimal) -> bool:
        """True where one true value can be both this and the other."""
        return self.low <= high and low <= self.high

    def agrees(self, other: "Whole") -> bool:
        return self.meets(other.low, other.high)

    def evidence(self, role: EvidenceRole) -> EvidenceItem:
        return EvidenceItem(role, self.document_id, text=self.words, value=self.value, place=self.place)


def whole_of(role: Role, amount: Amount, source: Source, words: str | None = None) -> Whole:
    """An amount as a statement of this role; words are its subject where none are given."""
    quantity = quantity_of(amount)
    # `drygt 9 051 tkr` may have been said of what was rounded up to it.
    rounding = (
        max((quantity.high - quantity.low) / 2, _to_fives(amount.value_sek)) if amount.approximate else Decimal(0)
    )
    return Whole(
        role,
        quantity.value,
        min(quantity.low, quantity.value - rounding),
        max(quantity.high, quantity.value + rounding),
        amount.year,
        source,
        amount.document_id,
        words or amount.subject or amount.text,
        amount.text,
        amount.place,
        amount.table_id,
    )


def _to_fives(value: Decimal) -> Decimal:
    """Half of the step of a sum that ends in a five: `ca 535 miljoner` may be said of 537; 0 for any other."""
    _, digits, exponent = value.normalize().as_tuple()
    if len(digits) < _TOLD_DIGITS or digits[-1] != _FIVE or not isinstance(exponent, int):
        return Decimal(0)
    return Decimal(_FIVE).scaleb(exponent) / 2
