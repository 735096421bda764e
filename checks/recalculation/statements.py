"""The sums of a grant's account as forms and prose state them: received, used, left."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from checks.check_input import CheckInput
from checks.recalculation.answer_parts import part_ids
from checks.recalculation.figures import Figure, figure_of_amount, figure_of_field
from checks.tables.labels import MoneyRole, folded, is_of_incomes, is_of_the_grant, money_role
from models.rows import Amount, AmountKind, FormField

_ROLES: Mapping[AmountKind, MoneyRole] = {
    "granted": "frame",
    "received": "frame",
    "requisitioned": "use",
    "allocated": "use",
    "planned": "use",
    "spent": "use",
    "total": "use",
    "remaining": "rest",
    "repayable": "rest",
}
"""What is requisitioned is a use of what was granted."""

_ALL_INCOMES = re.compile(
    r"(?:(?:summa|total[at]?|samtliga) (?:\w+s )?(?:intäkter|inkomster|finansiering)|totalfinansiering)\b"
)
"""A table's total of all that came in, `Summa intäkter`: the costs are paid of it, and a grant is a part of it."""
MOST_OF_A_LINE = 60
"""Characters before the colon: more is a sentence."""
NEAR = 60.0
"""Points between two lines of one account."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A sum that the document states of its grant; year is null where it names none."""

    role: MoneyRole
    figure: Figure
    year: int | None
    kind: AmountKind | None
    section: str | None
    """The heading of the form's section; None in prose and in tables."""
    is_field: bool
    is_in_table: bool
    """It is a row of a table, not an answer of a form."""

    @property
    def is_line(self) -> bool:
        """It is all that its line says: `Kvar: 3 214 kronor`."""
        label, colon, rest = self.figure.label.partition(":")
        return bool(colon) and len(label) <= MOST_OF_A_LINE and rest.strip(" .") == self.figure.text.strip(" .")

    @property
    def is_exact(self) -> bool:
        return self.figure.quantity.width == 0


def statements_of(rows: CheckInput) -> list[Statement]:
    """Every such sum of one document, from the top down.

    A row of a table is one only where its label says so, or that it is all that came in: what each activity costs is
    no account. An answer whose sum is among the amounts is said once, with the amount's role; another has the role
    that its question names. An answer that is a part of another tells nothing of the account.
    """
    fields = {(field.page, field.label, field.value_number): field for field in rows.fields}
    parts = {key for key, field in fields.items() if field.field_id in part_ids(rows)}
    incomes = _of_incomes(rows)
    found: list[Statement] = []
    answered: set[tuple[int, str, object]] = set()
    for amount in rows.amounts:
        key = (amount.page, amount.subject or "", amount.value_sek)
        field = fields.get(key)
        if key in parts:
            continue
        if field is not None:
            answered.add(key)
        statement = _of_amount(amount, field, is_income=amount.amount_id in incomes)
        if statement is not None:
            found.append(statement)
    found += [
        statement for key, field in fields.items() if key not in answered | parts for statement in _of_field(field)
    ]
    return sorted(found, key=lambda each: (each.figure.place.page, each.figure.place.top, each.figure.place.x0))


def _of_incomes(rows: CheckInput) -> set[str]:
    """The ids of the sums in tables that stand on the side of what came in: under `Intäkter`, or right of it."""
    heads: dict[str, dict[int, str]] = {}
    for cell in rows.cells:
        if cell.role == "header" and cell.text:
            heads.setdefault(cell.table_id, {})[cell.col] = cell.text
    return {
        amount.amount_id
        for amount in rows.amounts
        if amount.table_id in heads and is_of_incomes(heads[amount.table_id], amount.col or 0)
    }


def _of_amount(amount: Amount, field: FormField | None, *, is_income: bool) -> Statement | None:
    words = amount.subject or ""
    role = _ROLES.get(amount.kind)
    is_in_table = amount.table_id is not None and field is None
    if is_in_table:
        role = "frame" if _ALL_INCOMES.match(folded(words)) else money_role(words)
        role = "frame" if is_income and role == "use" else role
    if role is None or not is_of_the_grant(words):
        return None
    section = field.section if field is not None else None
    return Statement(role, figure_of_amount(amount), amount.year, amount.kind, section, field is not None, is_in_table)


def _of_field(field: FormField) -> Iterator[Statement]:
    role, figure = money_role(field.label), figure_of_field(field)
    if role is not None and figure is not None and field.value_unit not in ("percent", "count", "year"):
        yield Statement(role, figure, None, None, field.section, is_field=True, is_in_table=False)


def beside(stated: Statement, statements: Sequence[Statement]) -> list[Statement]:
    """What stands in one account with it: the answers of its section, or the lines that it is listed with."""
    if stated.is_field:
        return [each for each in statements if each.is_field and each.section == stated.section]
    if not stated.is_line:
        return []
    ordered = [each for each in statements if each.is_line]
    place = ordered.index(stated)
    found = [stated]
    for step in (-1, 1):
        at = place + step
        while 0 <= at < len(ordered) and _is_near(ordered[at - step], ordered[at]):
            found.append(ordered[at])
            at += step
    return found


def _is_near(one: Statement, other: Statement) -> bool:
    """On one page at most NEAR apart; or the page ends between them."""
    first, second = one.figure.place, other.figure.place
    return abs(first.page - second.page) == 1 or (first.page == second.page and abs(first.top - second.top) <= NEAR)
