"""A number in the text that names a row of a table and a year's column, and the number in that cell.

`Andelen elever som trivs ökade från 71 till 78 procent mellan 2022 och 2023`, and in the table's row 71 and 76. Sums
of money are the account's matter (checks.ties.told_rows); this is of percents, counts and other measures.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from checks.check_input import CheckInput
from checks.quoting import quote, quoting, shortened
from checks.tables.columns import last_digit
from checks.tables.labels import folded, years_in
from checks.tables.structure import TableView, tables_of
from checks.violation import Violation
from checks.wording import Bilingual
from models.rows import CellRow, Passage

FEWEST_WORDS = 2
"""Words of a row's label that the sentence must have, all of them; a title's first word for a row of all."""
MOST = Decimal("1.5")
"""The most that one may be of the other, and still be the same measure."""
_LETTERS = 5
"""So many letters tell a word, whatever its ending."""
_WORD = re.compile(r"[a-zåäöé]{3,}")
_EMPTY = frozenset(
    [
        "antal",
        "andel",
        "procent",
        "totalt",
        "total",
        "totala",
        "summa",
        "samtliga",
        "alla",
        "och",
        "som",
        "för",
        "med",
        "den",
        "det",
        "har",
        "till",
        "från",
        "inom",
        "vid",
        "per",
    ]
)
_OF_ALL = re.compile(r"(?:totalt?|samtliga|alla|hela kommunen|kommunen totalt)")
_SAYS_ALL = re.compile(r"\b(?:totala?t?|samtliga|sammanlagda?|sammantaget)\b")
_NARROWED = re.compile(
    r"\b(?:varav|därav|kvinn|män\b|flick|pojk|mål\b|målet|målvärde|riket|länet|genomsnitt|snittet|högst|minst|jämfört"
    r"|ca|cirka|drygt|knappt|nästan|omkring|närmare|ungefär|över|under en|prognos|budget|procentenhet|kr\b|kronor|tkr"
    r"|mnkr|mkr|miljo|augusti|tertial|kvartal|halvår|januari|juni)"
)
"""The sentence tells of a part, a bound, a rounded number, money, or another time than the year."""
_NUMBER = re.compile(r"(?<![\d,.:/–-])(?:\d{1,3}(?:[ \u00a0]\d{3})+|\d+)(?:,\d+)?(?![\d:/–-]|[ \u00a0]\d{3}\b)")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])")
_BRACKETS = re.compile(r"\([^)]*\)")

CELL_MESSAGES: Mapping[str, Bilingual] = {
    "cell_otherwise": Bilingual(
        sv="Sida {page}: texten säger {stated} (”{words}”), men tabellen på sida {other_page} har {against} på raden "
        "”{label}” under {year}. De kan avse olika saker, så det är en varning.",
        en="Page {page}: the text says {stated} (“{words}”), but the table on page {other_page} has {against} in the "
        "row “{label}” below {year}. They may be about different things, so it is a warning.",
    ),
}


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of years: what it is called, and its cells by year."""

    label: str
    stems: frozenset[str]
    by_year: Mapping[int, CellRow]
    of_all: bool


def told_cells_that_differ(rule: str, rows: CheckInput) -> Iterator[Violation]:
    """Every such number that its row has for none of the years named, where the sentence names one row only."""
    of_years = [row for view in tables_of(rows) for row in _rows_of_years(view)]
    if not of_years:
        return
    for passage in rows.numbered_passages:
        text = passage.text or ""
        if passage.kind not in ("paragraph", "list_item") or "20" not in text or not years_in(text):
            continue
        for sentence in _SENTENCE.split(text):
            yield from _in_sentence(rule, rows, passage, sentence, of_years)


def _rows_of_years(view: TableView) -> Iterator[_Row]:
    """The rows of a table each of whose years has one column; none of a table that was read with doubt."""
    years = {index: min(named) for index, words in view.headings.items() if len(named := years_in(words)) == 1}
    plain = {index for index in years if len(view.headings[index].strip()) <= len("utfall 2020")}
    if view.doubt is not None or not plain or len({years[index] for index in plain}) < len(plain):
        return
    title = _stems(view.table.title or "") or _stems(view.headings.get(0, ""))
    for line in view.lines:
        cells = {years[i]: cell for i in plain if (cell := view.cells.get((line.row, i))) and cell.value is not None}
        of_all = _OF_ALL.fullmatch(folded(line.label)) is not None
        stems = frozenset(title[:1]) if of_all else frozenset(_stems(line.label))
        if cells and (of_all or len(stems) >= FEWEST_WORDS) and stems:
            yield _Row(line.label, stems, cells, of_all)


def _in_sentence(
    rule: str, rows: CheckInput, passage: Passage, sentence: str, of_years: Sequence[_Row]
) -> Iterator[Violation]:
    words = folded(_BRACKETS.sub(" ", sentence))
    named = years_in(words)
    if not named or _NARROWED.search(words):
        return
    told = [match.group() for match in _NUMBER.finditer(words) if not _is_year(match.group(), named)]
    stems = set(_stems(words))
    meant = [row for row in of_years if row.stems <= stems and (not row.of_all or _SAYS_ALL.search(words))]
    if len(meant) != 1 or len(told) != len(named) or not named <= meant[0].by_year.keys():
        return
    row = meant[0]
    cells = [row.by_year[year] for year in sorted(named)]
    wrong = [number for number in told if not any(_agrees(number, cell) for cell in cells)]
    left = [(year, cell) for year, cell in sorted(row.by_year.items()) if year in named]
    left = [(year, cell) for year, cell in left if not any(_agrees(number, cell) for number in told)]
    if len(wrong) != 1 or len(left) != 1 or any(_agrees(wrong[0], cell) for cell in row.by_year.values()):
        return
    (number,), ((year, cell),) = wrong, left
    low, high = sorted((abs(_value(number)), abs(cell.value or Decimal(0))))
    if low == 0 or high > MOST * low:
        return
    document = rows.documents[0]
    yield quoting(
        rows,
        rule,
        "warning",
        document,
        subject=f"{row.label}, {year}",
        key=(row.label, str(year), sentence),
        messages=("cell_otherwise",),
        arguments={
            "stated": number,
            "words": shortened(sentence),
            "other_page": str(cell.page),
            "against": cell.text or "",
            "label": row.label,
            "year": str(year),
        },
        evidence=[
            quote(passage, document.document_id, sentence, value=_value(number)),
            quote(cell, document.document_id, f"{row.label} {cell.text}", "total", cell.value),
        ],
    )


def _agrees(number: str, cell: CellRow) -> bool:
    """True where the one is the other, rounded to as many digits as it is told with."""
    value, other = _value(number), cell.value or Decimal(0)
    return abs(value - other) <= max(last_digit(value), last_digit(other)) / 2 or abs(value + other) == 0


def _value(number: str) -> Decimal:
    return Decimal(re.sub(r"[ \u00a0]", "", number).replace(",", "."))


def _is_year(number: str, named: frozenset[int]) -> bool:
    return number.isdigit() and int(number) in named


def _stems(words: str) -> list[str]:
    """What a text's words begin with, those that say nothing left out."""
    return [word[:_LETTERS] for word in _WORD.findall(folded(words)) if word not in _EMPTY]
