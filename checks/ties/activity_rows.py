"""The rows of activities with their sums, as a plan's table and a report's table have them."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal, NamedTuple

from checks.tables.labels import is_breakdown
from checks.tables.lines import Line
from checks.tables.structure import TableView
from checks.ties.ledgers import Ledger
from checks.ties.pairing import Described
from checks.ties.stated import Stated
from checks.ties.table_wholes import amount_at
from checks.ties.wholes import Whole, whole_of
from models.place import Place

LEAST_LETTERS = 8
"""A cell with fewer is a number, a unit's short name or a tick."""
SumRole = Literal["planned", "spent"]
_ROLES: Mapping[str | None, SumRole] = {"planned": "planned", "allocated": "planned", "spent": "spent"}


class Words(NamedTuple):
    """The text of a cell, and where it stands."""

    col: int
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """One row: its cells of words, and its sums; null where the table has no such column or the cell is empty."""

    table_id: str
    words: Mapping[int, Words]
    """Column -> cell."""
    planned: Whole | None
    spent: Whole | None

    @property
    def described(self) -> Described:
        """By all of its words."""
        texts = sorted({cell.text for cell in self.words.values()}, key=lambda text: (-len(text), text))
        return Described(tuple(texts), self._sums)

    def told_in(self, column: int | None) -> Described:
        """By the words in the column that names activities."""
        return self.described if column is None else Described((self.cell_of(column).text,), self._sums)

    @property
    def _sums(self) -> frozenset[Decimal]:
        return frozenset(whole.value for whole in (self.planned, self.spent) if whole)

    @property
    def whole(self) -> Whole:
        """Its planned sum, or else what was spent."""
        whole = self.planned or self.spent
        if whole is None:
            raise ValueError("a row of activities has a sum")
        return whole

    def cell_of(self, column: int | None) -> Words:
        """The cell in the column that names activities; its longest one where that is empty."""
        if column is not None and column in self.words:
            return self.words[column]
        return max(self.words.values(), key=lambda cell: (len(cell.text), -cell.col))


def activity_rows(ledger: Ledger) -> tuple[ActivityRow, ...]:
    """Every row of a document that has words and a planned or spent sum, in reading order."""
    return tuple(row for view in ledger.views for row in _rows_of(ledger, view))


def is_whole(document: Stated, rows: Sequence[ActivityRow], tables: Collection[str]) -> bool:
    """True where what was read of these tables makes what the document says that they come to: no row is missing.

    The form's sum of all of them; where there is none, their totals, each of its own rows.
    """
    for role in ("planned", "spent"):
        made: dict[str, Decimal] = defaultdict(Decimal)
        for row in rows:
            whole = row.planned if role == "planned" else row.spent
            if whole is not None and row.table_id in tables:
                made[row.table_id] += whole.value
        together = sum(made.values(), Decimal(0))
        stated = [whole for whole in document.wholes if whole.role == role]
        besides = [each for each in stated if each.source == "form"]
        if besides and not any(each.meets(together, together) for each in besides):
            continue
        totals = ((each, made[each.table_id]) for each in stated if each.table_id in made)
        held = {each.table_id for each, of_rows in totals if each.meets(of_rows, of_rows)}
        if made and (held >= made.keys() or besides):
            return True
    return False


def _rows_of(ledger: Ledger, view: TableView) -> Iterator[ActivityRow]:
    kinds = ((column.index, ledger.kinds.get((view.table.table_id, column.index))) for column in view.columns)
    roles = {index: _ROLES[kind] for index, kind in kinds if kind in _ROLES}
    if not roles:
        return
    words: dict[int, dict[int, Words]] = defaultdict(dict)
    for (row, col), cell in sorted(view.cells.items()):
        if col not in roles and cell.value is None and cell.text and len(cell.text) >= LEAST_LETTERS:
            words[row][col] = Words(cell.col, cell.text, cell.place)
    for line in view.lines:
        if line.kind == "addend" and not is_breakdown(line.label) and line.row in words:
            sums = _sums(ledger, view, line, roles)
            if sums:
                yield ActivityRow(view.table.table_id, words[line.row], sums.get("planned"), sums.get("spent"))


def _sums(ledger: Ledger, view: TableView, line: Line, roles: Mapping[int, SumRole]) -> dict[SumRole, Whole]:
    amounts = ((role, amount_at(view, line.row, index, ledger.amounts)) for index, role in roles.items())
    table_id = view.table.table_id
    return {
        role: replace(whole_of(role, amount, "table", line.label), table_id=table_id)
        for role, amount in amounts
        if amount is not None
    }
