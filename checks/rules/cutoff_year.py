"""cutoff.year: a year that cannot be (2107 for 2017)."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from checks.catalogue import Check
from checks.check_input import CheckInput
from checks.quoting import DOUBT_MESSAGES, quote, quoting, shortened
from checks.times import FIRST_YEAR, LAST_YEAR, times_in
from checks.violation import Violation
from checks.wording import Bilingual
from models.numbers import KRONOR
from models.rows import Activity, CellRow, Document, Goal, Placed

RULE = "cutoff.year"

_LONE_YEAR = re.compile(r"\(?(?:år\s+)?(\d{4})\)?[:.]?", re.IGNORECASE)
_SOME_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NO_YEAR = re.compile(r"(?<!\d)(?:1[0-8]|2[1-9])\d\d(?!\d)")
_YEAR_HEAD = re.compile(
    r"år(?:tal)?|tid(?:plan|punkt|speriod)?|när|klart?|start(?:år)?|slut(?:år)?|period", re.IGNORECASE
)
_PLANS = frozenset(["action_plan", "direction", "grant_report", "grant_application", "internal_control_plan", "memo"])


def find(rows: CheckInput) -> Iterator[Violation]:
    """Every year that cannot be, once for each page that it stands on."""
    document = rows.documents[0]
    if document.doc_type not in _PLANS:
        return
    met: set[tuple[int, int]] = set()
    for row, text, year, words in _impossible_years(rows):
        if (row.page, year) in met:
            continue
        met.add((row.page, year))
        yield _violation(rows, document, row, text, year, words)


def _impossible_years(rows: CheckInput) -> Iterator[tuple[Placed, str, int, str]]:
    """Row, its text, the year that cannot be and the words that make it a year; the most telling rows first.

    A past before 1900 is believed in running text, which may tell history; not in what is to be done.
    """
    planned: tuple[Activity | Goal, ...] = (*rows.activities, *rows.goals)
    for each in planned:
        yield from ((each, each.text, year, words) for year, words in _in_prose(each.text))
    for passage in rows.numbered_passages:
        text = passage.text or ""
        if passage.kind == "heading" and (alone := _LONE_YEAR.fullmatch(text)) and _is_meant(rows, int(alone[1])):
            yield passage, text, int(alone[1]), text
        else:
            later = ((year, words) for year, words in _in_prose(text) if year > LAST_YEAR)
            yield from ((passage, text, year, words) for year, words in later)
    yield from _in_cells(rows)


def _in_prose(text: str) -> Iterator[tuple[int, str]]:
    for time in times_in(text) if _NO_YEAR.search(text) else ():
        if not time.is_possible:
            yield (time.first if time.first < FIRST_YEAR else time.last), time.text


def _is_meant(rows: CheckInput, number: int) -> bool:
    """A heading of four digits is a year where other headings of the document are years."""
    if FIRST_YEAR <= number <= LAST_YEAR:
        return False
    heads = (_LONE_YEAR.fullmatch(each.text or "") for each in rows.numbered_passages if each.kind == "heading")
    return any(FIRST_YEAR <= int(head[1]) <= LAST_YEAR for head in heads if head)


def _in_cells(rows: CheckInput) -> Iterator[tuple[Placed, str, int, str]]:
    """Cells of four digits in a column of years (its head says so, or its other cells are years), with their row."""
    columns: dict[tuple[str, int], list[CellRow]] = defaultdict(list)
    lines: dict[tuple[str, int], list[str]] = defaultdict(list)
    for cell in rows.cells:
        if cell.text is not None:
            columns[cell.table_id, cell.col].append(cell)
            lines[cell.table_id, cell.row].append(cell.text)
    for cell, year in _odd_years(rows, columns):
        beside = (each.text for each in rows.activities if each.page == cell.page and _is_level(each, cell))
        told = next(beside, max(lines[cell.table_id, cell.row], key=len))
        yield cell, told if told == cell.text else f"{told}: {cell.text}", year, cell.text or ""


def _is_level(activity: Activity, cell: CellRow) -> bool:
    return activity.top < cell.bottom and cell.top < activity.bottom


def _odd_years(rows: CheckInput, columns: Mapping[tuple[str, int], list[CellRow]]) -> Iterator[tuple[CellRow, int]]:
    """The cells with a year that cannot be, column by column; a head is held against the other heads of its table."""
    for (table_id, _), cells in columns.items():
        body = [cell for cell in cells if cell.role not in ("header", "note")]
        heads = [cell for cell in cells if cell.role == "header"]
        yield from _odd_ones(body, any(_YEAR_HEAD.fullmatch((head.text or "").strip()) for head in heads))
        if any(_is_impossible(head) for head in heads):
            beside = [c for c in rows.cells if c.table_id == table_id and c.role == "header" and c.text is not None]
            yield from _odd_ones([head for head in beside if _LONE_YEAR.fullmatch(head.text or "")], is_of_years=False)


def _odd_ones(cells: list[CellRow], is_of_years: bool) -> Iterator[tuple[CellRow, int]]:
    """Cells with a year that cannot be, among cells that are years by their head or by their company."""
    odd = [cell for cell in cells if _is_impossible(cell)]
    years = [cell for cell in cells if _SOME_YEAR.search(cell.text or "")]
    if odd and (is_of_years or len(years) >= max(2, 2 * len(odd))):
        for cell in odd:
            lone = _LONE_YEAR.fullmatch((cell.text or "").strip())
            assert lone is not None
            yield cell, int(lone[1])


def _is_impossible(cell: CellRow) -> bool:
    """True for four digits that are no year there has been or will be, where nothing says that they are money."""
    lone = _LONE_YEAR.fullmatch((cell.text or "").strip()) if cell.unit not in KRONOR else None
    return lone is not None and 1000 <= int(lone[1]) < 3000 and not FIRST_YEAR <= int(lone[1]) <= LAST_YEAR


def _violation(rows: CheckInput, document: Document, row: Placed, text: str, year: int, words: str) -> Violation:
    return quoting(
        rows,
        RULE,
        "error",
        document,
        subject=f"{shortened(text)}: {year}" if str(year) not in shortened(text) else shortened(text),
        key=(text,),
        messages=("impossible",),
        arguments={"year": str(year), "words": words.strip(), "text": shortened(text)},
        evidence=[quote(row, document.document_id, text)],
    )


CHECK = Check(
    id=RULE,
    family="cut-off",
    scope="document",
    title=Bilingual(sv="Omöjligt årtal", en="A year that cannot be"),
    claim=Bilingual(
        sv=f"Ett årtal i en plan eller rapport ligger mellan {FIRST_YEAR} och {LAST_YEAR}; 2107 är en felskrivning. "
        "Kontrollen läser årtal som orden framför visar är årtal (hösten 2107, senast i juni 2107), rubriker och "
        "celler bland andra årtal. Den tiger om tal som räknar något (1 020 besök), om lagar och diarienummer, och "
        "om historia i löpande text (sedan 1862). Är sidan osäkert läst blir det högst en varning.",
        en=f"A year in a plan or report lies between {FIRST_YEAR} and {LAST_YEAR}; 2107 is a slip of the pen. The "
        "check reads years that the words before them show to be years (hösten 2107, senast i juni 2107), and "
        "headings and cells among other years. It is silent on numbers that count something (1 020 besök), on "
        "statutes and diary numbers, and on history in running text (sedan 1862). On a page read with doubt it is a "
        "warning at most.",
    ),
    messages={
        **DOUBT_MESSAGES,
        "impossible": Bilingual(
            sv="Sida {page}: året {year} kan inte stämma (”{words}”), i: ”{text}”",
            en="Page {page}: the year {year} cannot be right (“{words}”), in: “{text}”",
        ),
    },
    find=find,
    example=Bilingual(
        sv="Aktiviteten ”Starta samtalsgrupper hösten 2204”: 2204 kan inte stämma.",
        en="The activity “Starta samtalsgrupper hösten 2204”: 2204 cannot be right.",
    ),
)
