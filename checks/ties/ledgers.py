"""What a document states of its grant: in a sentence, an answer, a table's total, again and again.

A part of the account (an activity's cost, what went to one thing) is no whole; it is kept as a number that can
explain a sum.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from checks.arithmetic import Quantity, as_ruled
from checks.check_input import CheckInput
from checks.recalculation.answer_parts import part_ids
from checks.recalculation.figures import is_sentence, kronor_of, quantity_of
from checks.tables.labels import is_breakdown, label_sense
from checks.tables.narrowing import (
    goes_to_a_purpose,
    is_account_label,
    is_cost_of_a_thing,
    is_misprinted,
    is_narrowed,
    is_other_year,
    is_provisional,
    is_the_rest,
    says_nothing_waived,
)
from checks.tables.structure import TableView, doubt_of, tables_of
from checks.ties.stated import Stated
from checks.ties.table_wholes import sums_of_columns, sums_of_groups, wholes_in
from checks.ties.wholes import ROLES, AmountsByCell, Role, Whole, whole_of
from models.numbers import KRONOR
from models.rows import Amount, AmountKind, CellRow

FEWEST_THOUSANDS = 100
"""A smaller number without a unit is as likely a count."""
HALF = Decimal("0.5")
"""Of the last digit, that goes lost where a number is rounded to it."""
_SHARED_OUT: frozenset[AmountKind] = frozenset(["allocated", "planned", "share", "total", "other"])
"""What a sum that somebody gets of a county's money may have been taken for."""


@dataclass(frozen=True, eq=False)
class Ledger(Stated):
    """What one document states of its grant, and every other number that could explain a sum in it."""

    intervals: tuple[tuple[Decimal, Decimal], ...]
    """Every number of its tables and forms, and what each column comes to: lowest and highest value, kronor."""
    views: tuple[TableView, ...]
    kinds: Mapping[tuple[str, int], AmountKind]
    """(table_id, column) -> the kind of most of its sums."""
    stated: frozenset[Decimal]
    """Every sum that is told in prose or is the answer of a form, of whatever kind, kronor."""
    amounts: AmountsByCell
    """Every sum of its tables by where it stands."""
    by_municipality: tuple[Amount, ...]
    """The sums of table rows that name a municipality."""
    shares_told: tuple[Whole, ...]
    """Sums in prose that are no whole of the document's own account: what a county's parties get of theirs."""
    parts_told: tuple[Whole, ...]
    """What sentences say was used of the grant for something: such a part is at most the whole."""
    waives_nothing: bool
    """The form asks whether the rest of the grant is waived, and the answer is no."""

    def is_alone(self, table_id: str) -> bool:
        """True where no other table has the headings of this one: else it is a part of them all."""
        headings = {view.table.table_id: tuple(view.headings.values()) for view in self.views}
        return not any(headings[table_id]) or list(headings.values()).count(headings[table_id]) == 1

    def explains(self, whole: Whole) -> bool:
        """True where the sum stands in a table or a form too, as a whole or as a part of one.

        A table may give costs a minus that a sentence does not.
        """
        return any(whole.meets(low, high) or whole.meets(-high, -low) for low, high in self.intervals)

    def makes_up(self, whole: Whole, other: Whole) -> bool:
        """True where a third sum that is stated is their difference or their sum: own money beside a grant."""
        third = {whole.value - other.value, other.value - whole.value, whole.value + other.value}
        return not third.isdisjoint(self.stated)


def ledger_of(rows: CheckInput) -> Ledger:
    """The account of a single document, from its rows."""
    document = rows.documents[0]
    views = tuple(tables_of(rows))
    by_cell: AmountsByCell = {(a.table_id, a.row, a.col): a for a in rows.amounts if a.table_id is not None}
    kinds = _column_kinds(rows.amounts)
    in_tables = [whole for view in views for whole in wholes_in(view, by_cell, kinds)]
    about_use = document.doc_type == "grant_report" or any(amount.kind == "spent" for amount in rows.amounts)
    parts = part_ids(rows)
    part_answers = {(f.page, f.label, f.value_number) for f in rows.fields if f.field_id in parts}
    answers = {(field.page, field.label, field.value_number) for field in rows.fields} - part_answers
    told = [
        whole
        for amount in rows.amounts
        # A form laid out as a table has its answers in cells.
        if (amount.page, amount.subject, amount.value_sek) not in part_answers
        and (amount.table_id is None or (amount.page, amount.subject, amount.value_sek) in answers)
        and (whole := _told(amount, "spent" if about_use else "planned")) is not None
    ]
    summed = list(sums_of_groups(views, in_tables))
    doubted = frozenset(page.page for page in rows.pages if doubt_of(page) is not None)
    intervals = [*_cell_intervals(rows.cells, by_cell), *((whole.low, whole.high) for whole in summed)]
    intervals += [*sums_of_columns(views), *(_interval(a) for a in rows.amounts if _is_answer(a))]
    stated = {amount.value_sek for amount in rows.amounts if amount.table_id is None}
    stated |= {field.value_number for field in rows.fields if field.value_number is not None}
    return Ledger(
        document=document,
        doubted_pages=doubted,
        doubted_tables=frozenset(view.table.table_id for view in views if view.doubt is not None),
        wholes=(*told, *in_tables, *summed),
        intervals=tuple(intervals),
        views=views,
        kinds=kinds,
        stated=frozenset(stated),
        amounts=by_cell,
        by_municipality=tuple(a for a in by_cell.values() if a.kommunkod is not None),
        shares_told=tuple(
            whole_of("planned", amount, "prose")
            for amount in rows.amounts
            if document.kommunkod is None and is_sentence(amount) and amount.kind in _SHARED_OUT
        ),
        parts_told=tuple(
            whole_of("spent", amount, "prose")
            for amount in rows.amounts
            if amount.kind == "spent" and is_sentence(amount) and goes_to_a_purpose(amount.subject or "", amount.text)
        ),
        waives_nothing=any(says_nothing_waived(field.label, field.value_text) for field in rows.fields),
    )


def _is_answer(amount: Amount) -> bool:
    return amount.table_id is None and not is_sentence(amount)


def _told(amount: Amount, total_is: Role) -> Whole | None:
    """A sum of prose or of a form; None where it is an activity's or another part, another year's, or of no account.

    total_is: what the sum of all initiatives is in the document.
    """
    role = total_is if amount.kind == "total" else ROLES.get(amount.kind)
    words = amount.subject
    if role is None or words is None or amount.activity_id is not None or is_misprinted(words, amount.text):
        return None
    in_prose = is_sentence(amount)
    if in_prose and (is_narrowed(words, amount.text) or is_other_year(words) or is_provisional(words)):
        return None
    if in_prose and is_cost_of_a_thing(words, amount.text):
        return None
    if in_prose and role != "remaining" and is_the_rest(words, amount.text):
        return None
    if not in_prose and (is_breakdown(words) or is_other_year(words) or not is_account_label(words)):
        return None
    return whole_of(role, amount, "prose" if in_prose else "form")


def _column_kinds(amounts: Sequence[Amount]) -> dict[tuple[str, int], AmountKind]:
    """(table_id, column) -> the kind of most of its sums; a form's own example is asked only where they differ."""
    of_column: dict[tuple[str, int], list[Amount]] = defaultdict(list)
    for amount in amounts:
        if amount.table_id is not None and amount.col is not None and amount.kind != "total":
            of_column[amount.table_id, amount.col].append(amount)
    return {column: _usual_kind(of_it) for column, of_it in of_column.items()}


def _usual_kind(amounts: Sequence[Amount]) -> AmountKind:
    counted = Counter(amount.kind for amount in amounts)
    if len(counted) > 1:
        own = Counter(amount.kind for amount in amounts if label_sense(amount.subject or "") != "aside")
        counted = own or counted
    return counted.most_common(1)[0][0]


def _cell_intervals(cells: Sequence[CellRow], by_cell: AmountsByCell) -> Iterator[tuple[Decimal, Decimal]]:
    for cell in cells:
        amount = by_cell.get((cell.table_id, cell.row, cell.col))
        if amount is not None:
            yield _interval(amount)
        elif (value := kronor_of(cell)) is not None:
            told = as_ruled(Quantity.exact(value), Decimal(1))
            yield told.low, told.high
            if cell.unit is None and value >= FEWEST_THOUSANDS:
                # Where the unit was not read, the table may be in thousands.
                yield (value - HALF) * KRONOR["tkr"], (value + HALF) * KRONOR["tkr"]


def _interval(amount: Amount) -> tuple[Decimal, Decimal]:
    told = quantity_of(amount)
    return told.low, told.high
