"""A number where it stands, with what it is called: what a recalculation is made of, wherever it comes from."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from checks.arithmetic import Quantity, as_ruled, quantities, regime_ruled
from checks.tables.columns import Column, last_digit
from checks.tables.lines import Line
from checks.tables.structure import TableView
from checks.violation import EvidenceItem, EvidenceRole
from models.numbers import KRONOR, Unit
from models.place import Place
from models.rows import Amount, CellRow, FormField

Spot = tuple[Line, Column]
"""A cell, by its line and its column."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it stands: label is what it is called, text how it is written, both in the document's words."""

    label: str
    text: str
    quantity: Quantity
    unit: Unit | None
    document_id: str
    place: Place

    @property
    def is_in_sentence(self) -> bool:
        """It is called by the sentence that tells it."""
        return bool(self.text) and self.text in self.label

    def evidence(self, role: EvidenceRole, should_be: Decimal | None = None) -> EvidenceItem:
        """What a finding rests on; should_be is what the number would have to be for it not to be one."""
        return EvidenceItem(
            role=role,
            document_id=self.document_id,
            text=f"{self.label} {self.text}".strip(),
            value=self.quantity.value,
            place=self.place,
            should_be=should_be,
        )


def figures_of(view: TableView, spots: Sequence[Spot], *, shares: bool = False) -> list[Figure] | None:
    """The numbers of several cells, in one unit; None where one of them holds none.

    They are weighed together (checks.arithmetic.quantities): which of them can have been rounded depends on how
    finely the others are written. A cell is called by its line, or by its column where the line has no label.
    """
    numbers = [view.number(line, column) for line, column in spots]
    written = [number for number in numbers if number is not None]
    if len(written) < len(spots):
        return None
    unit = next((number.unit for number in written if number.unit is not None), None)
    may_be_rounded = shares or any(column.rounded for _, column in spots)
    weighed = quantities([replace(number, unit=unit) for number in written], shares=may_be_rounded)
    return [_figure_of_cell(view, spot, quantity, unit) for spot, quantity in zip(spots, weighed, strict=True)]


def _figure_of_cell(view: TableView, spot: Spot, quantity: Quantity, unit: Unit | None) -> Figure:
    line, column = spot
    cell = view.cells[line.row, column.index]
    return Figure(
        label=line.label or column.heading,
        text=cell.text or "",
        quantity=quantity,
        unit=unit,
        document_id=view.document.document_id,
        place=cell.place,
    )


def quantity_of(amount: Amount) -> Quantity:
    """What the sum's writing allows, kronor, or what is ruled; a word such as `ca` goes before the ruling."""
    written = Quantity(amount.value_sek, amount.value_low, amount.value_high)
    return (
        written
        if amount.approximate or regime_ruled() is None
        else as_ruled(written, max(written.width, last_digit(amount.value_sek)))
    )


def figure_of_amount(amount: Amount) -> Figure:
    """In kronor, with the interval that its writing allows."""
    quantity = quantity_of(amount)
    return Figure(amount.subject or "", amount.text, quantity, "kr", amount.document_id, amount.place)


def figure_of_field(field: FormField) -> Figure | None:
    """A form's answer that is a number; None where it is none. Sums in tkr and the like are told in kronor."""
    number = field.value_number
    if number is None:
        return None
    factor = next((factor for unit, factor in KRONOR.items() if unit == field.value_unit), Decimal(1))
    step = factor * last_digit(number)
    quantity = as_ruled(Quantity.exact(number) if factor == 1 else Quantity.rounded(number * factor, step), step)
    unit: Unit | None = "kr" if field.value_unit in KRONOR else None
    return Figure(field.label, field.value_text or "", quantity, unit, field.document_id, field.place)


def is_sentence(amount: Amount) -> bool:
    """True for a sum in prose: its subject is the sentence that it stands in, not the label beside it."""
    return amount.table_id is None and amount.subject is not None and amount.text in amount.subject


def kronor_of(cell: CellRow) -> Decimal | None:
    """The cell's number in kronor, where its unit is money or is not said; null where it is none."""
    scale = next((kronor for unit, kronor in KRONOR.items() if unit == cell.unit), Decimal(1))
    return None if cell.value is None else cell.value * scale
