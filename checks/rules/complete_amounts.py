"""complete.amounts: an activity that is to be costed has an amount."""

import re
from collections.abc import Iterator

from checks.catalogue import Check
from checks.check_input import CheckInput
from checks.quoting import DOUBT_MESSAGES, quote, quoting, shortened
from checks.tables.columns import Column
from checks.tables.lines import Line
from checks.tables.shared_sums import shares_a_sum
from checks.tables.structure import TableView, tables_of
from checks.violation import Violation
from checks.wording import Bilingual

RULE = "complete.amounts"

_MONEY_HEAD = re.compile(r"\b(?:belopp|kostnad\w*|summa|medel|budget\w*|kronor|t?kr|sek)\b", re.IGNORECASE)
_THING_HEAD = re.compile(r"aktivitet|satsning|insats|åtgärd|projekt", re.IGNORECASE)
_COSTED = re.compile(
    r"\b(?:belopp[s]?satt\w*|kostnadssatt\w*|kostnadsberäkna\w*|prissatt\w*)\s+(?:\w+\s+){0,2}?(?:aktivitet|insats|åtgärd)\w*"
    r"|\b(?:aktivitet|insats|åtgärd)\w*\s+(?:som\s+)?(?:\w+\s+){0,3}?(?:belopp[s]?satt|kostnadssatt|kostnadsberäkna|prissatt)\w*",
    re.IGNORECASE,
)
_NEARLY_ALL = 4
"""A column is to be filled in where at most one row in so many is without an amount."""
_FEWEST = 3
"""Rows with an amount that a column must have."""
_PLANS = frozenset(["action_plan", "grant_report"])


def find(rows: CheckInput) -> Iterator[Violation]:
    """Every row without an amount among rows that have one, and a plan of costed activities that has no amount."""
    if rows.documents[0].doc_type in _PLANS:
        for view in tables_of(rows):
            yield from _empty_cells(rows, view)
        yield from _no_amounts(rows)


def _empty_cells(rows: CheckInput, view: TableView) -> Iterator[Violation]:
    """Only in tables of activities whose rows are read for certain, and only where one column is of money."""
    if view.doubt is not None:
        return
    money = [column for column in view.columns if _MONEY_HEAD.search(column.heading)]
    things = [index for index, head in view.headings.items() if _THING_HEAD.search(head)]
    if len(money) != 1 or not things:
        return
    [column] = money
    lines = [line for line in view.lines if line.kind == "addend" and (line.label or line.other_words)]
    empty = [line for line in lines if _is_empty(view, line, column)]
    filled = [line for line in lines if view.number(line, column) is not None]
    if not empty or len(filled) < _FEWEST or len(empty) * _NEARLY_ALL > len(lines):
        return
    for line in empty:
        thing = view.cells.get((line.row, things[0]))
        said = thing.text if thing is not None and thing.text else line.label
        yield _violation(rows, view, line, said, column, len(filled))


def _is_empty(view: TableView, line: Line, column: Column) -> bool:
    """Nothing is written there: not a dash, which says that it costs nothing, and not `ingår i ovanstående`.

    A cell that reaches down from the row above holds the amount of both; an amount right below that has no words
    of its own may be this row's.
    """
    if any(other.row == line.row + 1 and not other.label and view.number(other, column) for other in view.lines):
        return False
    if not line.label[:1].isupper() or _is_cut_by_page(view, line, column):
        return False
    reaching = any(
        cell.col == column.index and cell.row < line.row < cell.row + cell.row_span for cell in view.cells.values()
    )
    cell = view.cell(line, column)
    is_empty = (cell is None or not cell.text) and not reaching
    return is_empty and bool(line.other_words) and not shares_a_sum(line, view.lines)


def _is_cut_by_page(view: TableView, line: Line, column: Column) -> bool:
    """The first row of a page, or the last before one: the amount may stand on the other side.

    Not where the row there is whole, with its own words and its own amount.
    """
    page_of = {row: cell.page for (row, _), cell in view.cells.items()}
    page = page_of[line.row]
    whole = {other.row for other in view.lines if other.label[:1].isupper() and view.number(other, column) is not None}
    beside = (line.row + step for step in (-1, 1))
    return any(page_of.get(row, page) != page and row not in whole for row in beside)


def _violation(rows: CheckInput, view: TableView, line: Line, said: str, column: Column, filled: int) -> Violation:
    """said: what the row is about."""
    title = view.table.title or ""
    label = next(cell for (row, _), cell in sorted(view.cells.items()) if row == line.row and cell.text)
    return quoting(
        rows,
        RULE,
        "warning",
        view.document,
        subject=": ".join(part for part in (title, said) if part),
        key=(title, column.heading, said),
        messages=("empty",),
        arguments={
            "row": shortened(said),
            "column": column.heading,
            "filled": str(filled),
        },
        evidence=[quote(label, view.document.document_id, f"{line.label} {line.other_words}".strip(), "planned")],
    )


def _no_amounts(rows: CheckInput) -> Iterator[Violation]:
    """The document says that its activities are costed, and not one has an amount, in the text or in a table."""
    if len(rows.activities) < _FEWEST:
        return
    if any(amount.activity_id or amount.initiative_id or amount.table_id for amount in rows.amounts):
        return
    said = next((each for each in rows.passages if each.text and _COSTED.search(each.text)), None)
    if said is None:
        return
    document = rows.documents[0]
    yield quoting(
        rows,
        RULE,
        "warning",
        document,
        subject=document.title or document.source_name,
        key=("costed activities",),
        messages=("none",),
        arguments={"text": shortened(said.text or ""), "count": str(len(rows.activities))},
        evidence=[quote(said, document.document_id, said.text)],
    )


CHECK = Check(
    id=RULE,
    family="completeness",
    scope="document",
    title=Bilingual(sv="Aktivitet utan belopp", en="Activity without an amount"),
    claim=Bilingual(
        sv="I en tabell över aktiviteter eller satsningar där nästan alla rader har ett belopp har var och en det; "
        "och i en plan som talar om beloppssatta aktiviteter har åtminstone någon ett belopp. Annat är en varning. "
        "Kontrollen tiger om streck och nollor, om rader som delar belopp med en annan eller som en sida kan ha "
        "delat, om osäkra tabeller och tabeller med flera kolumner pengar, och om planer som inte säger att "
        "aktiviteterna ska vara beloppssatta.",
        en="In a table of activities or initiatives where nearly all rows have an amount, each of them has; and in a "
        "plan that speaks of costed activities (beloppssatta aktiviteter), at least one has an amount. Else it is a "
        "warning. The check is silent on dashes and zeros, on rows that share another's amount or that a page may "
        "have cut, on doubtful tables and tables with several columns of money, and on plans that do not say that "
        "activities are to be costed.",
    ),
    messages={
        **DOUBT_MESSAGES,
        "empty": Bilingual(
            sv="Sida {page}: ”{row}” har inget belopp i kolumnen {column}; {filled} andra rader har det.",
            en="Page {page}: “{row}” has no amount in the column {column}; {filled} other rows have one.",
        ),
        "none": Bilingual(
            sv="Sida {page}: aktiviteterna sägs vara beloppssatta, men ingen av {count} har ett belopp: ”{text}”",
            en="Page {page}: the activities are said to be costed, but none of {count} has an amount: “{text}”",
        ),
    },
    find=find,
    example=Bilingual(
        sv="Nio rader har ett belopp i kolumnen Belopp, den tionde har inget.",
        en="Nine rows have an amount in the column Belopp, the tenth has none.",
    ),
)
