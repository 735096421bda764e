"""A surplus or deficit that the text tells of a row, and the row's deviation: `Underskottet på 1 319 tkr` and -1 139.

The text stands below a heading called as the row, as an account's analysis does, or its sentence names the row.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from checks.check_input import CheckInput
from checks.quoting import quote, quoting, shortened
from checks.tables.columns import Column, last_digit
from checks.tables.labels import folded
from checks.tables.lines import Line
from checks.tables.structure import TableView, tables_of
from checks.violation import Violation
from checks.wording import Bilingual
from models.numbers import KRONOR
from models.rows import CellRow, Passage

_COLUMN = re.compile(r"avvik|differens|över-? ?(?:skott)?(?:/| och )-? ?underskott|budgetavv")
_TOLD = re.compile(
    r"\b(?:budget)?(?:(?:under|över)skott(?:et)?|(?:negativ|positiv)a?\s+(?:budget)?avvikelse[n]?)\s+"
    r"(?:på|om|är|blev|blir|med|(?:uppgår|uppgick)\s+till)\s+[-–−]?\s?"
    r"(?P<sum>\d{1,3}(?:[ \u00a0\u2009\u202f.]\d{3})+|\d+(?:,\d+)?)\s?"
    r"(?P<unit>tkr|mnkr|mkr|miljon(?:er)?(?:\s+kronor)?|tusen\s+kronor|kr(?:onor)?)\b",
    re.IGNORECASE,
)
_UNITS = (("t", Decimal(1000)), ("m", Decimal(1_000_000)), ("k", Decimal(1)))
"""What the unit begins with, and its kronor."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])")
_OTHER_TIME = re.compile(r"prognos|augusti|tertial|kvartal|halvår|föregående|året innan|förra året|\bvarav\b|\bdärav\b")
_NUMBER = re.compile(r"^\d{1,2}(?:\.\d{1,2})*\.?\s+")
_LETTERS = 4
"""A label of fewer letters is met by chance."""
_MOST = Decimal(4)
"""The most that one may be of the other, and still be the same thing's."""

DEVIATION_MESSAGES: Mapping[str, Bilingual] = {
    "deviates_otherwise": Bilingual(
        sv="Sida {page}: texten om ”{label}” säger {stated} (”{words}”), men tabellen på sida {other_page} har "
        "{against} på den raden, under {column}.",
        en="Page {page}: the text on “{label}” says {stated} (“{words}”), but the table on page {other_page} has "
        "{against} in that row, below {column}.",
    ),
    "deviates_alone": Bilingual(
        sv="Ingen annan rads över- eller underskott sägs i texten, så det är en varning.",
        en="No other row's surplus or deficit is told in the text, so it is a warning.",
    ),
}


@dataclass(frozen=True, slots=True)
class _Told:
    """What the text tells of a row: the sum and its last digit in kronor, and the cell that it is held against."""

    passage: Passage
    sentence: str
    text: str
    value: Decimal
    step: Decimal
    own: Decimal
    """The row's deviation without its sign, kronor."""
    scale: Decimal
    """Kronor that one of the table's numbers stands for."""
    line: Line
    column: Column
    cell: CellRow

    @property
    def agrees(self) -> bool:
        return abs(self.value - self.own) <= max(self.step, last_digit(self.own / self.scale) * self.scale)


def told_deviations_that_differ(rule: str, rows: CheckInput) -> Iterator[Violation]:
    """Every such sum that is not its row's deviation, nor another number of the row."""
    for view in tables_of(rows):
        columns = [column for column in view.columns if _COLUMN.search(folded(column.heading))]
        if len(columns) != 1 or view.doubt is not None:
            continue
        told = list(_told_of(view, columns[0], rows.passages))
        confirmed = any(each.agrees for each in told)
        for each in told:
            if not each.agrees and _may_be_a_slip(view, each):
                yield _violation(rule, rows, each, confirmed=confirmed)


def _told_of(view: TableView, column: Column, passages: Sequence[Passage]) -> Iterator[_Told]:
    lines = {folded(line.label): line for line in view.lines if sum(map(str.isalpha, line.label)) >= _LETTERS}
    heading = ""
    for passage in passages:
        text = passage.text or ""
        if passage.kind == "heading":
            heading = folded(_NUMBER.sub("", text))
        elif passage.kind in ("paragraph", "list_item") and passage.document_id == view.document.document_id:
            for sentence in _SENTENCE.split(text):
                line = _line_of(sentence, heading, lines)
                matches = list(_TOLD.finditer(sentence)) if line is not None else []
                if line is not None and len(matches) == 1 and not _OTHER_TIME.search(folded(sentence)):
                    yield from _held(view, column, line, passage, sentence, matches[0])


def _line_of(sentence: str, heading: str, lines: Mapping[str, Line]) -> Line | None:
    """The only row that the sentence names; the one that the heading is called as where it names none."""
    words = folded(sentence)
    named = [label for label in lines if label in words and re.search(rf"\b{re.escape(label)}\b", words)]
    if named:
        return lines[named[0]] if len(named) == 1 else None
    return lines.get(heading)


def _held(
    view: TableView, column: Column, line: Line, passage: Passage, sentence: str, match: re.Match[str]
) -> Iterator[_Told]:
    number, cell = view.number(line, column), view.cells.get((line.row, column.index))
    written = Decimal(re.sub(r"[^\d,]", "", match["sum"]).replace(",", "."))
    factor = next(kronor for begin, kronor in _UNITS if match["unit"].casefold().startswith(begin))
    if number is None or cell is None:
        return
    unit = column.unit
    scale = KRONOR.get(unit, factor) if unit is not None else factor
    value, step = written * factor, last_digit(written) * factor
    yield _Told(passage, sentence, match[0], value, step, abs(number.value) * scale, scale, line, column, cell)


def _may_be_a_slip(view: TableView, told: _Told) -> bool:
    """False where the sum is another of the row's, or of quite another size than its deviation."""
    for column in view.columns:
        number = view.number(told.line, column)
        if number is not None and abs(abs(number.value) * told.scale - told.value) <= told.step:
            return False
    low, high = sorted((told.own, told.value))
    return low > 0 and high <= _MOST * low


def _violation(rule: str, rows: CheckInput, told: _Told, *, confirmed: bool) -> Violation:
    document_id = told.passage.document_id
    document = next(each for each in rows.documents if each.document_id == document_id)
    return quoting(
        rows,
        rule,
        "error" if confirmed else "warning",
        document,
        subject=told.line.label,
        key=(told.line.label, told.sentence),
        messages=("deviates_otherwise",) if confirmed else ("deviates_otherwise", "deviates_alone"),
        arguments={
            "label": told.line.label,
            "stated": told.text,
            "words": shortened(told.sentence),
            "other_page": str(told.cell.page),
            "against": told.cell.text or "",
            "column": told.column.heading,
        },
        evidence=[
            quote(told.passage, document_id, told.sentence, value=told.value),
            quote(told.cell, document_id, f"{told.line.label} {told.cell.text}", "total", told.cell.value),
        ],
    )
