"""Cells as numbers: which columns hold money, in which unit; and the sums of money that stand in tables."""

import re
from collections.abc import Sequence
from decimal import Decimal

from extractors.amounts.column_heads import column_heads
from extractors.amounts.kinds import role_of_row
from extractors.drafts import AmountDraft
from extractors.numbers.money import find_money, parse_number, unit_of_header
from extractors.numbers.years import FIRST_YEAR, LAST_YEAR, year_heading, year_over_sums
from extractors.plans.tables import PlanRow, year_in
from models.blocks import Cell, Table
from models.numbers import KRONOR, Unit, WrittenNumber
from models.registry import Registry

_MONEY_WORDS = re.compile(
    r"\bmedel\b|\bkr\b|kronor|\btkr\b|belopp|bidrag(?:et|en|s)?\b|kostnad|budget|stimulansmedel|ekonomi|\bfördelning(?:en)?\b",
    re.IGNORECASE,
)
_TITLE_UNIT = re.compile(r"(?<!\d)(?<!\d\s)\b(tkr|mnkr|mkr|tusental\s+kronor|miljoner\s+kronor)\b", re.IGNORECASE)
"""What a figure stands before is a sum in the title: "4,3 miljoner kronor"."""
_NOT_MONEY = re.compile(
    r"^(?:antal|andel|not\b|noter\b|år\b|ålder|riskvärde|sannolikhet|konsekvens|kvinnor|män|pojkar|flickor|nr\b"
    r"|avsnitt|tid\b|tidplan|tidsplan|när\b|period|klart|invånare|folkmängd|befolkning|personer|deltagare)",
    re.IGNORECASE,
)
_OF_MANY_THINGS = re.compile(
    r"(?:(?:utfall|prognos|bokslut|budget|resultat|plan(?:erat)?|beviljade|fördelade|helår|år|(?:19|20)\d\d"
    r"|jan(?:uari)?|feb(?:ruari)?|mars?|apr(?:il)?|maj|juni?|juli?|aug(?:usti)?|sep(?:tember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\W*)+",
    re.IGNORECASE,
)
"""Heads that stand over sums, and over counts and measures as well."""
_REFUSED = re.compile(r"(?:antal )?(?:avslag|avslagna|nekade|återkallade)\b", re.IGNORECASE)
"""What is counted of applications: what is granted beside it is counted too."""
_OF_COUNTS = re.compile(r"\b(?:volym|nyckeltal|antal|statistik|besök|deltagar|klient|ärende)\w*", re.IGNORECASE)
"""Titles of tables that count."""
_BUDGET = re.compile(r"budget\b", re.IGNORECASE)
_LARGE = Decimal(1000)
_LABEL = 80
"""Letters of a row's label, at most."""


def cell_numbers(table: Table, told: Unit | None = None) -> dict[tuple[int, int], WrittenNumber]:
    """Every cell below the header that is a number, with the unit that it or its column gives.

    told: the unit that the text right above the table tells of its sums.
    """
    heads = column_heads(table)
    units = {col: _column_unit(table, col, heads.get(col, ()), told) for col in range(table.n_cols)}
    numbers: dict[tuple[int, int], WrittenNumber] = {}
    for cell in table.cells:
        if cell.role == "header" or not cell.text:
            continue
        number = parse_number(cell.text, units[cell.col])
        if number is not None:
            numbers[cell.row, cell.col] = number
    return numbers


def _column_unit(table: Table, col: int, headers: Sequence[str], told: Unit | None) -> Unit | None:
    """What the column's header says, else the table's title or the text above, where its numbers look like money."""
    for text in reversed(headers):
        unit = unit_of_header(text)
        may_count = unit == "kr" and told is None and _may_count(table, text)
        if may_count and (_is_of_counts(table) or _counts(table, col)):
            return None
        if unit is not None:
            return (
                _unit_of_all(table) or told or unit
                if unit == "kr" and not re.search(r"\bkr|kron", text, re.IGNORECASE)
                else unit
            )
        if _NOT_MONEY.match(text):
            return None
    if (
        told is None
        and any(year_in(h) is not None for h in headers)
        and not _MONEY_WORDS.search(f"{table.text} {_corner(table)}")
    ):
        return None
    lists = not headers and table.n_cols == 2
    if col == 0 or not (told or (_lists_sums(table) if lists else _speaks_of_money(table))):
        return None
    numbers = [
        n for c in table.cells if c.col == col and c.role != "header" and (n := parse_number(c.text)) is not None
    ]
    bare = [n for n in numbers if n.unit is None and n.value]
    texts = [c.text for c in table.cells if c.col == col and c.role != "header" and c.text]
    if all(year_heading(text) is not None for text in texts):
        return None
    if len(bare) > 1 and all(n.step == 1 and FIRST_YEAR <= n.value <= LAST_YEAR for n in bare):
        return None
    large = sum(1 for n in bare if abs(n.value) >= _LARGE)
    unit = _unit_of_all(table) or told
    return unit or "kr" if bare and (large >= 0.6 * len(bare) or unit) else None


def _may_count(table: Table, head: str) -> bool:
    """True for a head that stands over counts as well; what is granted is counted beside what is refused."""
    refused = any(_REFUSED.match(text) for text in _header_texts(table))
    return refused or _OF_MANY_THINGS.fullmatch(head) is not None


def names_money(table: Table) -> bool:
    """True where the title or a head names money, other than by words that stand over counts too (`Utfall 2025`)."""
    return _name_money(table, [head for head in _header_texts(table) if not _may_count(table, head)])


def takes_unit(table: Table) -> bool:
    """True for a table of money, which a unit that the text tells of all sums is of: one with a budget is."""
    return names_money(table) or any(_BUDGET.match(head) for head in _header_texts(table))


def _is_of_counts(table: Table) -> bool:
    """True where the title, or the head over the labels, is of numbers of things, and nothing speaks of money."""
    title = f"{table.text} {_corner(table)}"
    return _OF_COUNTS.search(title) is not None and not names_money(table)


def _counts(table: Table, col: int) -> bool:
    """True where a column holds small numbers alone, and nothing else in the table speaks of money."""
    if names_money(table):
        return False
    texts = [c.text for c in table.cells if c.col >= 1 and c.role != "header" and c.text]
    if any(m.number.unit in KRONOR for text in texts for m in find_money(text)):
        return False
    held = [c.text for c in table.cells if c.col == col and c.role != "header" and c.text]
    numbers = [n for text in held if (n := parse_number(text)) is not None and n.unit not in ("percent", "count")]
    return bool(numbers) and all(abs(n.value) < _LARGE for n in numbers)


def _lists_sums(table: Table) -> bool:
    """True for a headless list whose labels are what sums of a grant are: received, spent, left."""
    labels = [c.text for c in table.cells if c.col == 0 and c.text]
    told = [label for label in labels if role_of_row(label) not in (None, "total", "share")]
    return len(told) >= max(2, 0.5 * len(labels))


def _speaks_of_money(table: Table) -> bool:
    """True where the title or a header names money, or one column's header makes sums of its numbers."""
    return _name_money(table, _header_texts(table))


def _name_money(table: Table, heads: Sequence[str]) -> bool:
    return bool(_MONEY_WORDS.search(" ".join([table.text, *heads]))) or any(unit_of_header(h) in KRONOR for h in heads)


def _header_texts(table: Table) -> list[str]:
    return [c.text for c in table.cells if c.role == "header" and c.text]


def _unit_of_all(table: Table) -> Unit | None:
    """The unit that the title gives for all columns, or the corner: the header above the labels."""
    match = _TITLE_UNIT.search(table.text) or _TITLE_UNIT.search(_corner(table))
    if match is None:
        return None
    return "tkr" if match.group(1).lower().startswith(("tkr", "tusen")) else "mnkr"


def _corner(table: Table) -> str:
    return " ".join(c.text for c in table.cells if c.role == "header" and c.col == 0 and c.text)


def table_amounts(
    table: Table,
    index: int,
    numbers: dict[tuple[int, int], WrittenNumber],
    rows: dict[int, PlanRow],
    registry: Registry,
    *,
    year: int | None,
) -> list[AmountDraft]:
    """The sums of money in a table, whose kinds amount_kinds gives.

    `index` counts the document's tables from 1; `rows` are its plan rows.
    """
    heads = column_heads(table)
    amounts: list[AmountDraft] = []
    for row in range(table.n_rows):
        cells = sorted((c for c in table.cells if c.row == row), key=lambda c: c.col)
        label = " ".join(c.text for c in cells if c.text and (row, c.col) not in numbers and c.role != "header")[:400]
        plan_row = rows.get(row)
        for cell in cells:
            number = numbers.get((row, cell.col))
            over = heads.get(cell.col, ())
            sums: list[tuple[WrittenNumber, str]] = []
            if number is not None and number.unit in KRONOR:
                sums.append((number, cell.text))
            elif number is None and cell.text and not (cell.role == "header" and year_over_sums(cell.text)):
                sums.extend((m.number, m.text) for m in find_money(cell.text))
            amounts.extend(
                AmountDraft(
                    number=written,
                    text=text,
                    places=(cell.place,),
                    year=_year_of_heads(over)
                    or (plan_row.year if plan_row else None)
                    or _year_of_row(cells)
                    or year_in(table.text)
                    or year,
                    subject=label or " ".join(over) or None,
                    initiative=plan_row.initiative if plan_row else None,
                    activity=plan_row.activity if plan_row else None,
                    kommunkod=registry.municipality_codes.get(label.casefold()),
                    table=index,
                    row=row,
                    col=cell.col,
                )
                for written, text in sums
            )
    return amounts


def _year_of_heads(heads: Sequence[str]) -> int | None:
    """The one year that the lowest of a column's heads names, of those that name one."""
    return next((year for text in reversed(heads) if (year := year_in(text)) is not None), None)


def _year_of_row(cells: Sequence[Cell]) -> int | None:
    """The one year that a row's label names: `Beviljat belopp 2024`; a longer text tells of other things."""
    label = next((c.text for c in cells if c.text), "")
    return year_in(label) if len(label) <= _LABEL else None
