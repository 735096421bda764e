"""The risks of an internal control plan: each row of a table that rates what may go wrong."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final, Literal

from extractors.drafts import RiskDraft
from models.blocks import Cell, Table

RiskColumn = Literal["after", "value", "probability", "consequence", "risk", "reason", "process"]

_COLUMNS: Final[tuple[tuple[RiskColumn, re.Pattern[str]], ...]] = (
    ("after", re.compile(r"^(?:efter\b|kvarstående)", re.IGNORECASE)),
    ("value", re.compile(r"^(?:risk)?(?:värde|tal|poäng|nivå)\b|^[ps]\s*[x×*·]\s*k\b", re.IGNORECASE)),
    ("probability", re.compile(r"^(?:sannolikhet|[sp]$)", re.IGNORECASE)),
    ("consequence", re.compile(r"^(?:konsekvens|allvarlighet|k$)", re.IGNORECASE)),
    ("risk", re.compile(r"\brisk(?:en|er|beskrivning)?\b|kan gå fel|oönskad händelse", re.IGNORECASE)),
    ("reason", re.compile(r"orsak|varför|motivering|kommentar|bedömning", re.IGNORECASE)),
    ("process", re.compile(r"process|rutin|verksamhet|område|enhet|moment", re.IGNORECASE)),
)
_SCALE = re.compile(r"\s*\([^)]*\)\s*$")
"""`Sannolikhet (1-4)`: the scale behind a head."""
_NUMBER = re.compile(r"\d+")


def read_risks(tables: Sequence[Table]) -> list[RiskDraft]:
    """Every rated risk in the tables' order; a table without columns for both ratings rates none."""
    return [risk for index, table in enumerate(tables, start=1) for risk in _risks(table, index)]


def rating_of(text: str | None) -> Decimal | None:
    """The number of a rating: `3`, `3. Stor`, `Stor (3)`; null where it is words alone or more than one number."""
    numbers = _NUMBER.findall(text or "")
    return Decimal(numbers[0]) if len(numbers) == 1 else None


def _risks(table: Table, index: int) -> list[RiskDraft]:
    columns = _columns(table)
    if not {"risk", "probability", "consequence"} <= set(columns.values()):
        return []
    found: list[RiskDraft] = []
    process: str | None = None
    for row in range(table.n_rows):
        cells = {columns[c.col]: c for c in table.cells if c.row == row and c.col in columns and c.role != "header"}
        process = _text(cells, "process") or process
        text = _text(cells, "risk")
        if text is None or (_text(cells, "probability") is None and _text(cells, "consequence") is None):
            continue
        found.append(
            RiskDraft(
                text=text,
                places=(cells["risk"].place,),
                process=process,
                probability=_text(cells, "probability"),
                consequence=_text(cells, "consequence"),
                value=_text(cells, "value"),
                value_after=_text(cells, "after"),
                reason=_text(cells, "reason"),
                table=index,
                row=row,
            )
        )
    return found


def _columns(table: Table) -> dict[int, RiskColumn]:
    """Column -> what its head says that it holds; the first of several that say the same."""
    heads: dict[int, str] = {}
    for cell in table.cells:
        if cell.role == "header" and cell.text and cell.col_span == 1:
            heads[cell.col] = f"{heads.get(cell.col, '')} {cell.text}".strip()
    columns: dict[int, RiskColumn] = {}
    for col, head in sorted(heads.items()):
        name = next((n for n, pattern in _COLUMNS if pattern.search(_SCALE.sub("", head))), None)
        if name is not None and name not in columns.values():
            columns[col] = name
    return columns


def _text(cells: Mapping[RiskColumn, Cell], column: RiskColumn) -> str | None:
    cell = cells.get(column)
    return cell.text.strip() or None if cell is not None else None
