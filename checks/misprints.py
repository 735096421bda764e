"""Sums that are misprinted: `1 852 46 kr`, `50 000 konor`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import OSA

from checks.check_input import CheckInput
from checks.tables.labels import folded
from models.numbers import KRONOR
from models.place import Place
from models.rows import CellRow, FormField, Passage

Fault = Literal["short_group", "long_group", "unit"]

_SPACE = r"[ \u00a0\u2009\u202f]"
_MONEY = rf"{_SPACE}?(?:kr\b|kronor\b|:-|tkr\b)"
_BEGIN = r"(?<![\w.,:/–-])(?<!\d[ \u00a0])"
"""Not within another number, a date, a diary number or a span."""
_SHORT = re.compile(rf"{_BEGIN}\d{{1,3}}(?:{_SPACE}\d{{3}})*{_SPACE}\d{{1,2}}{_MONEY}")
_SHORT_POINTS = re.compile(rf"{_BEGIN}\d{{1,3}}(?:\.\d{{3}})+\.\d{{1,2}}{_MONEY}")
_LONG = re.compile(rf"{_BEGIN}\d{{1,3}}(?:{_SPACE}\d{{3}})+{_SPACE}?\d{{4,}}{_MONEY}")
_NUMBER_AND_WORD = re.compile(rf"{_BEGIN}(\d{{1,3}}(?:{_SPACE}\d{{3}})+|\d{{4,}}){_SPACE}(?P<unit>[^\W\d]{{4,9}})\b")
_NUMBER_AND_UNIT = re.compile(rf"\d{_SPACE}?(?:k|tkr|:-)", re.IGNORECASE)
"""Most texts have none, and need not be looked at closely."""
_BARE = re.compile(rf"[1-9]\d{{0,2}}(?:{_SPACE}\d{{3}})+{_SPACE}\d{{1,2}}")
"""A whole answer or cell where a sum of money is asked for."""
_FEWEST_LETTERS = len("1 2kr")
_ASKS_FOR_MONEY = re.compile(r"\bkr\b|kronor|belopp|kostnad|medel\b|bidrag|summa|intäkt|utgift")
_PATTERNS: tuple[tuple[Fault, re.Pattern[str]], ...] = (
    ("short_group", _SHORT),
    ("short_group", _SHORT_POINTS),
    ("long_group", _LONG),
)
_RIGHT_WORDS = frozenset({"kronor", "kronors", "krona", "kronan", "kroner", "kronen", "kroners"})
"""kroner is Danish and Norwegian money."""


@dataclass(frozen=True, slots=True)
class Misprint:
    """A sum as it stands, and what is wrong with it."""

    text: str
    fault: Fault
    document_id: str
    place: Place
    subject: str
    """The words that it stands in."""


def misprints_in(rows: CheckInput) -> Iterator[Misprint]:
    """Every misprinted sum of prose, forms and tables, each place once."""
    said: set[tuple[int, str]] = set()
    documents = {table.table_id: table.document_id for table in rows.tables}
    written: tuple[Passage | FormField | CellRow, ...] = (*rows.numbered_passages, *rows.fields, *rows.cells)
    for row in written:
        text = row.value_text if isinstance(row, FormField) else row.text
        if text is None or len(text) < _FEWEST_LETTERS:
            continue  # most cells
        is_cell_of_no_money = isinstance(row, CellRow) and row.unit not in KRONOR
        if is_cell_of_no_money and _NUMBER_AND_UNIT.search(text) is None:
            continue
        for found, fault in (*_faults_in(text), *_bare_faults_in(row)):
            if (row.page, found) in said:
                continue
            said.add((row.page, found))
            owner = documents[row.table_id] if isinstance(row, CellRow) else row.document_id
            yield Misprint(found, fault, owner, row.place, _subject(row))


def _subject(row: Passage | FormField | CellRow) -> str:
    return row.label if isinstance(row, FormField) else row.text or ""


def _bare_faults_in(row: Passage | FormField | CellRow) -> Iterator[tuple[str, Fault]]:
    """Without kr behind it, where the column or the question says that it is money."""
    if isinstance(row, FormField):
        text, is_money = row.value_text, bool(_ASKS_FOR_MONEY.search(folded(row.label)))
    elif isinstance(row, CellRow):
        text, is_money = row.text, row.unit in KRONOR
    else:
        return
    if text and is_money and _BARE.fullmatch(text.strip()):
        yield text.strip(), "short_group"


def _faults_in(text: str) -> Iterator[tuple[str, Fault]]:
    if not _NUMBER_AND_UNIT.search(text):
        return
    for fault, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            yield match[0], fault
    for match in _NUMBER_AND_WORD.finditer(text):
        word = match["unit"].casefold()
        if word not in _RIGHT_WORDS and word.startswith("k") and OSA.distance(word, "kronor") == 1:
            yield match[0], "unit"
