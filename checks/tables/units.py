"""The unit that a table's sums are written in where no cell and no heading above them says it."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from checks.check_input import CheckInput
from checks.tables.columns import Column
from checks.tables.labels import folded
from models.numbers import Unit

_WORDS: Mapping[str, Unit] = {
    "tkr": "tkr",
    "kkr": "tkr",
    "tsek": "tkr",
    "ksek": "tkr",
    "tusen kronor": "tkr",
    "tusental kronor": "tkr",
    "tusentals kronor": "tkr",
    "mnkr": "mnkr",
    "mkr": "mnkr",
    "msek": "mnkr",
    "milj kr": "mnkr",
    "miljoner kronor": "mnkr",
}
_UNIT = rf"(?P<unit>{'|'.join(sorted(_WORDS, key=len, reverse=True))})\b"
_NAMED = re.compile(rf"(?<!\d )\b{_UNIT}")
"""Not what a number is followed by: `Bidrag över 5 mnkr` names no unit of the table."""
_TOLD = re.compile(rf"\b(?:belopp|summor|siffror|tal|värden)\w*\b[^.]{{0,40}}?\b(?:i|anges i|redovisas i) {_UNIT}")
_KRONOR = re.compile(
    r"(?:\bkr\b(?! ?/| per\b)|(?<!tusen )(?<!tusental )(?<!miljoner )\bkronor\b(?! ?/| per\b)|\bsek\b|:-)"
)
"""Not `kr/invånare`: that says nothing of the other columns."""
_COARSE: frozenset[Unit | None] = frozenset(["tkr", "mnkr", "mdkr"])
_COUNTS = re.compile(r"antal|kvinn|\bmän\b|anställd|person|invånar|årsarbet|tjänst|procent|%|dagar|timmar|\bnot\b")


def unit_in(words: str) -> Unit | None:
    """The unit that a table's title, or the heading of its labels, names: `Resultaträkning, mnkr`; None for none."""
    match = _NAMED.search(folded(words))
    return _WORDS[match["unit"]] if match else None


def says_kronor(text: str | None) -> bool:
    """True where a text says that its sums are in whole kronor: `Belopp (kr)`, `1 200:-`."""
    return _KRONOR.search(folded(text)) is not None


def told_units(rows: CheckInput) -> Mapping[str, Unit | None]:
    """document_id -> the one unit that its text says sums are written in: `Belopp anges i tkr`; None for the others."""
    told: dict[str, set[Unit]] = defaultdict(set)
    for passage in rows.passages:
        match = _TOLD.search(folded(passage.text)) if passage.text and "kr" in passage.text else None
        if match is not None:
            told[passage.document_id].add(_WORDS[match["unit"]])
    only = {document: next(iter(units)) for document, units in told.items() if len(units) == 1}
    return {document.document_id: only.get(document.document_id) for document in rows.documents}


def telling_thousands(rows: CheckInput) -> frozenset[str]:
    """The documents that tell sums of some table in thousands or millions: document_id."""
    owner = {table.table_id: table.document_id for table in rows.tables}
    in_cells = {owner[cell.table_id] for cell in rows.cells if cell.unit in _COARSE}
    return frozenset(in_cells | {t.document_id for t in rows.tables if t.title and unit_in(t.title) in _COARSE})


def is_of_sums(column: Column) -> bool:
    """True for a column without a unit whose heading tells of nothing that is counted."""
    return column.unit is None and not _COUNTS.search(folded(column.heading))


def with_stated_unit(columns: Sequence[Column], unit: Unit | None) -> tuple[Column, ...]:
    """The columns, those of sums without a unit in this one. Whatever counts people or things is no sum."""
    if unit is None or any(_COUNTS.search(folded(column.heading)) for column in columns if column.unit is None):
        return tuple(columns)
    return tuple(replace(column, unit=unit) if column.unit is None else column for column in columns)
