"""The structure of a table, from its cells: its columns of numbers, its lines, and what each line is."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal
from weakref import WeakKeyDictionary

from checks.check_input import CheckInput
from checks.columns import Column, addable_column
from checks.labels import is_blank, label_sense
from checks.stacked import stacked_parts
from checks.violation import EvidenceItem, EvidenceRole
from checks.wording import Bilingual
from models.numbers import WrittenNumber
from models.place import Place
from models.rows import CellRow, Document, Page, TableRow

LineKind = Literal["addend", "sum", "named_total", "wide_total", "frame", "balance", "breakdown", "aside", "section"]
"""What a line is, mostly by its label (checks.labels); a section has no number, only a heading."""

_YEAR = re.compile(r"(?:19|20)\d\d")

OCR_DOUBT = Bilingual(sv="texten är tolkad ur en bild", en="the text was read from an image")


@dataclass(frozen=True, slots=True)
class Line:
    """A row under the headings; other_words are its further texts."""

    row: int
    kind: LineKind
    label: str
    other_words: str


@dataclass(frozen=True)
class TableView:
    """A table as the checks see it; columns are only those whose numbers can be added."""

    document: Document
    table: TableRow
    headings: Mapping[int, str]
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    cells: Mapping[tuple[int, int], CellRow]
    doubt: str | Bilingual | None
    """Why the reading is unsure; None where it is not."""

    def cell(self, line: Line, column: Column) -> CellRow | None:
        return self.cells.get((line.row, column.index))

    def number(self, line: Line, column: Column) -> WrittenNumber | None:
        cell = self.cell(line, column)
        return column.number(cell) if cell is not None else None

    def is_unreadable(self, line: Line, column: Column) -> bool:
        """True where something is written that is neither a number nor a dash."""
        cell = self.cell(line, column)
        return cell is not None and cell.value is None and not is_blank(cell.text)

    def evidence(self, role: EvidenceRole, line: Line, column: Column) -> EvidenceItem:
        """The cell as a finding rests on it: the line's label and the number as it stands."""
        cell = self.cells[line.row, column.index]
        number = self.number(line, column)
        return EvidenceItem(
            role=role,
            document_id=self.document.document_id,
            text=f"{line.label} {cell.text or ''}".strip(),
            value=number.value if number else None,
            place=Place(page=cell.page, x0=cell.x0, top=cell.top, x1=cell.x1, bottom=cell.bottom),
        )


_views: WeakKeyDictionary[CheckInput, tuple[TableView, ...]] = WeakKeyDictionary()


def tables_of(rows: CheckInput) -> tuple[TableView, ...]:
    """Every table of the rows; several rules ask for them, and the answer is worked out once."""
    if rows not in _views:
        _views[rows] = tuple(_tables_in(rows))
    return _views[rows]


def _tables_in(rows: CheckInput) -> Iterator[TableView]:
    documents = {document.document_id: document for document in rows.documents}
    cells: dict[str, list[CellRow]] = defaultdict(list)
    for cell in rows.cells:
        cells[cell.table_id].append(cell)
    for table in rows.tables:
        doubt = table.doubt or _page_doubt(table, rows.pages)
        for part in stacked_parts([cell for cell in cells[table.table_id] if cell.role != "note"]):
            yield table_view(documents[table.document_id], table, part, doubt)


def table_view(
    document: Document, table: TableRow, cells: Sequence[CellRow], doubt: str | Bilingual | None
) -> TableView:
    """Work out the structure of one table from its cells, notes left out."""
    by_row: dict[int, list[CellRow]] = defaultdict(list)
    for cell in sorted(cells, key=lambda cell: (cell.row, cell.col)):
        by_row[cell.row].append(cell)
    header_rows = _header_rows(by_row)
    headings = _headings(header_rows, by_row, table.n_cols)
    heads = {_texts(by_row[row]) for row in header_rows}
    body = [
        (row, row_cells)
        for row, row_cells in by_row.items()
        if row not in header_rows and not (_is_header(row_cells) and _texts(row_cells) in heads)
    ]
    columns = tuple(
        column
        for index in range(table.n_cols)
        if (
            column := addable_column(
                index,
                headings.get(index, ""),
                [c for _, row_cells in body for c in row_cells if c.col == index and not _is_header([c])],
            )
        )
    )
    numeric = {column.index for column in columns}
    lines = tuple(_line(row, row_cells, numeric) for row, row_cells in body)
    by_place = {(cell.row, cell.col): cell for _, row_cells in body for cell in row_cells}
    return TableView(document, table, headings, columns, lines, by_place, doubt)


def _line(row: int, cells: Sequence[CellRow], numeric: set[int]) -> Line:
    words = [c.text for c in cells if c.col not in numeric and c.text is not None and not is_blank(c.text)]
    in_columns = [cell for cell in cells if cell.col in numeric]
    label, others = (words[0], words[1:]) if words else ("", [])
    kind: LineKind
    sense = label_sense(label)
    if _is_header(cells) or (not others and not any(cell.text for cell in in_columns)):
        kind = "section"
    elif any((cell.text or "").lstrip().startswith("=") for cell in in_columns):
        kind = "sum"
    elif sense != "plain":
        kind = sense
    elif any(cell.role in ("total", "subtotal") for cell in cells):
        kind = "named_total"
    else:
        kind = "addend"
    return Line(row, kind, label, " ".join(others))


def _header_rows(by_row: Mapping[int, Sequence[CellRow]]) -> set[int]:
    """The rows of headings that the table begins with.

    Where the reading marked none, a first row that holds words only, or words and years, is taken for headings; and
    so is a row of years right under those that are marked.
    """
    first = next((row for row, cells in by_row.items() if _is_header(cells)), None)
    if first is None:
        return _unmarked_header_rows(by_row)
    found = set()
    for row, cells in by_row.items():
        if _is_header(cells) or (row >= first and _heads_years(cells)):
            found.add(row)
        elif row >= first:
            break
    return found


def _unmarked_header_rows(by_row: Mapping[int, Sequence[CellRow]]) -> set[int]:
    """The first row where it holds words only, and the one of years right under it; or a first row of years."""
    found: set[int] = set()
    for row, cells in islice(by_row.items(), 2):
        if _heads_years(cells):
            return {*found, row}
        if any(cell.value is not None for cell in cells):
            break
        found = found or {row}
    return found


def _heads_years(cells: Sequence[CellRow]) -> bool:
    """True where the only numbers are years, two or more and none twice: they head columns and are not added."""
    years = [cell.text for cell in cells if cell.value is not None]
    are_years = all(text is not None and _YEAR.fullmatch(text.strip()) for text in years)
    return len(years) > 1 and are_years and len(set(years)) == len(years)


def _is_header(cells: Sequence[CellRow]) -> bool:
    return any(cell.role == "header" for cell in cells) and all(
        cell.role == "header" or is_blank(cell.text) for cell in cells
    )


def _headings(header_rows: set[int], by_row: Mapping[int, Sequence[CellRow]], n_cols: int) -> dict[int, str]:
    """Column -> heading; headings that stand over each other are joined, the upper one first."""
    headings: dict[int, str] = {}
    for index in range(n_cols):
        words = [
            cell.text
            for row in sorted(header_rows)
            for cell in by_row[row]
            if cell.text and cell.col <= index < cell.col + cell.col_span
        ]
        headings[index] = " ".join(dict.fromkeys(words))
    return headings


def _texts(cells: Sequence[CellRow]) -> tuple[tuple[int, str], ...]:
    return tuple((cell.col, cell.text) for cell in cells if cell.text)


def _page_doubt(table: TableRow, pages: Sequence[Page]) -> str | Bilingual | None:
    """Why a page that the table stands on is unsure."""
    for page in pages:
        if page.document_id == table.document_id and table.first_page <= page.page <= table.last_page:
            if page.doubt:
                return page.doubt
            if page.text_layer == "ocr":
                return OCR_DOUBT
    return None
