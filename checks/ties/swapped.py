"""A sum in the text that is a table's total but for two digits that have changed places: `18 230 000` for `18 203 000`.

Or but for one digit, where the sentence tells of what the total is of. Where the table's unit is not said, or its total
is called by what it is (`Årets resultat`), the accounts of the grant say nothing of it; the digits do.
"""

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from checks.check_input import CheckInput
from checks.recalculation.figures import is_sentence, kronor_of
from checks.tables.columns import Column
from checks.tables.labels import folded, years_in
from checks.tables.lines import Line
from checks.tables.narrowing import is_narrowed
from checks.tables.shown_totals import shown_totals
from checks.tables.structure import TableView
from checks.ties.disagreement import Disagreement
from checks.ties.ledgers import ledger_of
from checks.ties.misprints import is_one_digit_off, is_swapped
from checks.ties.table_wholes import from_cell, sums_of_columns
from checks.ties.wholes import ROLES, Whole, whole_of
from models.numbers import KRONOR
from models.rows import Amount, CellRow

DIGITS_ENOUGH = 5
"""Digits before the zeros at the end by which the two are one sum, whatever the sentence tells of."""
FEWEST_TELLING = 4
"""Digits before the zeros at the end of a sum that is another but for one of them."""
TELLING_ALONE = 6
"""So many that no word need say it."""
FEWEST_DIGITS = 3
"""From so many on the sentence must tell of what the total is of, or of all of it."""
_TOTALS = ("sum", "named_total", "wide_total", "balance")
_ALL = re.compile(r"\b(?:totalt|sammanlagt|sammantaget|tillsammans)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d[\d\s.,]*")
_NO_DIGIT = re.compile(r"\D")
_WORD = re.compile(r"[a-zåäö]{5,}")
_LETTERS = 5
_OF_ANYTHING = frozenset(["total", "samma", "summa", "krono", "tusen", "miljo", "belop", "under", "kommu", "regio"])
"""How words begin that stand in sentences and in tables of any sum."""

_Found = tuple[TableView, Line, Column, CellRow]


def swapped_digits(rows: CheckInput) -> Iterator[Disagreement]:
    """Every such sum that no cell of the document has and no column makes, and that its text does not tell twice.

    Not where what parts the two is stated as well: then they are two facts. Always a warning: only digits say it.
    """
    told = [amount for amount in rows.amounts if _is_told(amount)]
    ledger = rows.once(ledger_of)
    if not told or not ledger.views:
        return
    in_text = [_written(amount.text) for amount in told]
    cells = _cells_by_digits(ledger.views, {len(digits) for digits in in_text})
    values = {amount.value_sek for amount in rows.amounts}
    for amount, digits in zip(told, in_text, strict=True):
        if len(digits.rstrip("0")) < FEWEST_DIGITS - 1 or in_text.count(digits) > 1:
            continue
        stated = whole_of(ROLES.get(amount.kind, "planned"), amount, "prose")
        for against in _totals_like(amount, digits, cells):
            in_cells = {_written(cell.text).rstrip("0") for view in ledger.views for cell in view.cells.values()}
            made = sums_of_columns(ledger.views)
            if digits.rstrip("0") in in_cells or any(stated.meets(low, high) for low, high in made):
                break
            apart = abs(stated.value - against.value)
            if apart not in values and not _stands_in(ledger.views, apart):
                message = "swapped" if is_swapped(digits, _written(against.text)) else "digit_apart"
                yield Disagreement(stated, replace(against, role=stated.role), (), sure=False, message=message)
                break


def _is_told(amount: Amount) -> bool:
    return amount.table_id is None and not amount.approximate and is_sentence(amount)


def _stands_in(views: Sequence[TableView], kronor: Decimal) -> bool:
    cells = (cell for view in views for cell in view.cells.values())
    return any(
        abs(value) * scale == kronor
        for cell in cells
        if (value := kronor_of(cell)) is not None
        for scale in _scales(cell.unit)
    )


def _written(text: str | None) -> str:
    """The digits of the one number in a text; empty where it holds none, or several."""
    numbers = _NUMBER.findall(text or "")
    return _NO_DIGIT.sub("", numbers[0]) if len(numbers) == 1 else ""


def _cells_by_digits(views: Sequence[TableView], lengths: Container[int]) -> Mapping[str, Sequence[_Found]]:
    """The tables' totals by what they have but for a digit or two: most are like no sum told.

    lengths: how many digits the sums told have.
    """
    found: dict[str, list[_Found]] = defaultdict(list)
    for view in views:
        for line in view.lines:
            for column in view.columns:
                cell = view.cell(line, column)
                if cell is None or cell.text is None:
                    continue
                digits = _NO_DIGIT.sub("", cell.text)
                if len(digits) in lengths:
                    for key in _keys(digits):
                        found[key].append((view, line, column, cell))
    return found


def _keys(digits: str) -> list[str]:
    """What a number shares with another that is it but for the order of its digits, or but for one of them."""
    return ["".join(sorted(digits)), *(f"{digits[:at]}_{digits[at + 1 :]}" for at in range(len(digits)))]


def _totals_like(amount: Amount, digits: str, cells: Mapping[str, Sequence[_Found]]) -> Iterator[Whole]:
    """The totals that have the sum's digits but for one, or two beside each other, kronor, as large as the sum is."""
    alike = {id(found[3]): found for key in _keys(digits) for found in cells.get(key, ())}
    for view, line, column, cell in alike.values():
        written = _written(cell.text)
        if not is_swapped(digits, written) and not (
            is_one_digit_off(Decimal(digits), Decimal(written or 0)) and _tells_of(amount, view, line, column)
        ):
            continue
        if not _is_linked(amount, view, line, column, written):
            continue
        if line.kind not in _TOTALS and line.row not in shown_totals(view):
            continue
        whole = from_cell(view, column.index, line, "planned", {})
        scale = next((each for each in _scales(cell.unit) if _is_near(amount, whole.value * each)), None)
        if scale is not None:
            value = abs(whole.value) * scale
            yield replace(whole, value=value, low=value, high=value)


def _is_linked(amount: Amount, view: TableView, line: Line, column: Column, written: str) -> bool:
    """True where there are digits enough, or the sentence tells of what the total is of."""
    most = max(len(each.rstrip("0")) for each in (written, _written(amount.text)))
    if most >= DIGITS_ENOUGH:
        return True
    sentence, heads = amount.subject or "", f"{line.label} {view.table.title or ''}"
    told, headed = years_in(sentence), years_in(column.heading)
    if most < FEWEST_DIGITS or (told and headed and told.isdisjoint(headed)):
        return False
    stems = [{word[:_LETTERS] for word in _WORD.findall(folded(text))} - _OF_ANYTHING for text in (sentence, heads)]
    return not stems[0].isdisjoint(stems[1]) or (line.kind == "sum" and _ALL.search(sentence) is not None)


def _tells_of(amount: Amount, view: TableView, line: Line, column: Column) -> bool:
    """True where the sentence tells of what the total is of, and the column is of no other year.

    One wrong digit is no such sign as two that have changed places: then the words must say the rest.
    """
    sentence = amount.subject or ""
    count = len(_written(amount.text).rstrip("0"))
    if count < FEWEST_TELLING or (count == FEWEST_TELLING and is_narrowed(sentence, amount.text)):
        return False
    told, headed = years_in(sentence), years_in(column.heading)
    if told and headed and told.isdisjoint(headed):
        return False
    return count >= TELLING_ALONE or _shares_words(sentence, f"{line.label} {view.table.title or ''}")


def _shares_words(sentence: str, heads: str) -> bool:
    stems = [{word[:_LETTERS] for word in _WORD.findall(folded(text))} - _OF_ANYTHING for text in (sentence, heads)]
    return any(one in other or other in one for one in stems[0] for other in stems[1]) or any(
        word[-_LETTERS:] == other[-_LETTERS:]
        for word in _WORD.findall(folded(sentence))
        for other in _WORD.findall(folded(heads))
    )


def _scales(unit: str | None) -> tuple[Decimal, ...]:
    """What a cell's kronor may stand for: themselves, or thousands and millions where its unit is not said."""
    return (Decimal(1),) if unit in KRONOR else (Decimal(1), Decimal(1_000), Decimal(1_000_000))


def _is_near(amount: Amount, value: Decimal) -> bool:
    """True where they are of one size: their first digits may be those that have changed places."""
    low, high = sorted((abs(amount.value_sek), abs(value)))
    return low > 0 and high < 10 * low
