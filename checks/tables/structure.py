"""The structure of a table, from its cells: its columns of numbers, its lines, and what each line is."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property
from weakref import WeakKeyDictionary

from checks.check_input import CheckInput
from checks.tables.columns import Column, addable_column, without_run_together
from checks.tables.heads import (
    header_rows,
    headings_of,
    is_header,
    is_row_of_years,
    repeated_rows,
    texts_of,
)
from checks.tables.joined import joined, one_below_the_other
from checks.tables.labels import counts_breakdowns, is_blank, is_change
from checks.tables.lines import Line, line_of, with_rests
from checks.tables.proportions import in_proportion
from checks.tables.side_by_side import side_by_side_parts
from checks.tables.stacked import stacked_parts
from checks.tables.surroundings import Surroundings, sum_cells, sum_line_value
from checks.tables.units import is_of_sums, says_kronor, telling_thousands, told_units, unit_in, with_stated_unit
from checks.violation import EvidenceItem, EvidenceRole
from checks.wording import Bilingual
from models.doubts import in_both_languages
from models.numbers import Unit, WrittenNumber
from models.rows import CellRow, Document, Page, Passage, TableRow

LOST_ROWS = Bilingual(
    sv="ett ensamt tal står före tabellen, så rader kan saknas",
    en="a number stands alone before the table, so rows may be missing",
)
ROWS_READ_AS_ONE = Bilingual(
    sv="en cell nämner två därav-rader, så rader kan ha lästs ihop",
    en="one cell names two breakdown rows, so rows may have been read as one",
)
_OCR_DOUBT = Bilingual(sv="texten är tolkad ur en bild", en="the text was read from an image")


@dataclass(frozen=True)
class TableView:
    """A table as the checks see it; columns are only those whose numbers can be added."""

    document: Document
    table: TableRow
    headings: Mapping[int, str]
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    cells: Mapping[tuple[int, int], CellRow]
    doubt: Bilingual | None
    """Why the reading is unsure; None where it is not."""
    changes: tuple[Column, ...] = ()
    """Columns of changes between others (`Förändring`): in some tables they are percents, so they are not added."""
    begins: Mapping[str, int] = field(default_factory=dict)
    """table_id -> the row here that is the first of that table, where several were joined."""

    @cached_property
    def table_ids(self) -> frozenset[str]:
        """The tables that it was made of."""
        return frozenset({self.table.table_id, *self.begins})

    def origin(self, row: int, col: int) -> tuple[str, int, int] | None:
        """The table_id, row and column that a cell was read with; None where there is no cell."""
        cell = self.cells.get((row, col))
        return None if cell is None else (cell.table_id, row - self.begins.get(cell.table_id, 0), col)

    def cell(self, line: Line, column: Column) -> CellRow | None:
        return self.cells.get((line.row, column.index))

    def number(self, line: Line, column: Column) -> WrittenNumber | None:
        return self._numbers.get((line.row, column.index))

    @cached_property
    def _numbers(self) -> Mapping[tuple[int, int], WrittenNumber]:
        """(row, column) -> its number in the column's unit: every rule asks for them again and again."""
        return {
            (line.row, column.index): number
            for column in (*self.columns, *self.changes)
            for line in self.lines
            if (cell := self.cell(line, column)) is not None and (number := column.number(cell)) is not None
        }

    def texts(self, column: Column) -> list[str | None]:
        """What stands in the column's cells."""
        return [cell.text for (_, index), cell in self.cells.items() if index == column.index]

    def is_unreadable(self, line: Line, column: Column) -> bool:
        """True where something is written that is neither a number nor a dash."""
        cell = self.cell(line, column)
        return cell is not None and cell.value is None and not is_blank(cell.text)

    def evidence(
        self, role: EvidenceRole, line: Line, column: Column, difference: Decimal | None = None
    ) -> EvidenceItem:
        """The cell as a finding rests on it: the line's label and the number as it stands.

        difference is what must be added to the number for the sum to hold.
        """
        cell = self.cells[line.row, column.index]
        number = self.number(line, column)
        return EvidenceItem(
            role=role,
            document_id=self.document.document_id,
            text=f"{line.label} {cell.text or ''}".strip(),
            value=number.value if number else None,
            place=cell.place,
            should_be=number.value + difference if number and difference is not None else None,
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
        if cell.role != "note":
            cells[cell.table_id].append(cell)
    around = Surroundings(rows)
    for together in joined(rows.tables, cells, around):
        tables = together.tables
        first, last = tables[0], tables[-1]
        below, begins = one_below_the_other([(table, cells[table.table_id]) for table in tables])
        of_tables = without_run_together(below)
        doubts = (
            together.doubt,
            *(Bilingual(*in_both_languages(table.doubt)) for table in tables if table.doubt),
            *(_page_doubt(table, rows.pages) for table in tables),
        )
        doubt = next((each for each in doubts if each), None)
        doubt = doubt or (LOST_ROWS if around.lost_rows(first) else _doubt_of_labels(of_tables))
        below_each_other = [side_by_side_parts(part) for part in stacked_parts(of_tables)]
        parts = [beside for part in below_each_other for beside in part]
        told_unit = rows.once(told_units)[first.document_id]
        coarse = first.document_id in rows.once(telling_thousands)
        views = [
            table_view(documents[first.document_id], first, part, doubt, told_unit, coarse=coarse) for part in parts
        ]
        sum_line = around.sum_line(last)
        summed = _summed(views, len(below_each_other[-1]), sum_line) if sum_line is not None else None
        if sum_line is not None and summed is not None:
            cells_and_sum = [*parts[summed], *_with_sum_line(views[summed], sum_line)]
            views[summed] = table_view(
                documents[first.document_id], first, cells_and_sum, doubt, told_unit, coarse=coarse
            )
        yield from (replace(view, begins=begins) for view in views)


def _doubt_of_labels(cells: Sequence[CellRow]) -> Bilingual | None:
    """Two därav in one cell: rows were read as one."""
    return ROWS_READ_AS_ONE if any(counts_breakdowns(cell.text) > 1 for cell in cells if cell.text) else None


def _summed(views: Sequence[TableView], beside: int, passage: Passage) -> int | None:
    """Which of the tables a sum line below them is the sum of: of those beside each other the one that comes nearest.

    beside: how many of the last stand beside each other. None where none has numbers, or all of them make it together.
    """
    stated = sum_line_value(passage)
    last = [place for place in range(len(views) - beside, len(views)) if views[place].columns]
    nearest = {place: min(_sums(views[place]), key=lambda made: abs(stated - made)) for place in last}
    if not nearest or (len(nearest) > 1 and sum(nearest.values(), Decimal(0)) == stated):
        return None
    return min(nearest, key=lambda place: (abs(stated - nearest[place]), -place))


def _with_sum_line(view: TableView, passage: Passage) -> list[CellRow]:
    """The cells of a sum line below the table, in the column whose numbers come nearest to it."""
    row = max(line.row for line in view.lines) + 1 if view.lines else 0
    like = next(iter(view.cells.values()))
    stated = sum_line_value(passage)
    apart = [abs(stated - made) for made in _sums(view)]
    column = view.columns[min(range(len(apart)), key=lambda at: (apart[at], -at))]
    return sum_cells(passage, like, column.index, column.unit, row)


def _sums(view: TableView) -> list[Decimal]:
    """What each column's addends come to."""
    addends = [line for line in view.lines if line.kind == "addend"]
    return [
        sum((number.value for line in addends if (number := view.number(line, column)) is not None), Decimal(0))
        for column in view.columns
    ]


def table_view(
    document: Document,
    table: TableRow,
    cells: Sequence[CellRow],
    doubt: Bilingual | None,
    told_unit: Unit | None = None,
    *,
    coarse: bool = False,
) -> TableView:
    """Work out the structure of one table from its cells, notes left out.

    told_unit: what the document says that its sums are written in, where the table does not say. coarse: others of
    its tables are in thousands or millions, so that one that says nothing may be too.
    """
    by_row: dict[int, list[CellRow]] = defaultdict(list)
    for cell in sorted(cells, key=lambda cell: (cell.row, cell.col)):
        by_row[cell.row].append(cell)
    head_rows = header_rows(by_row) | repeated_rows(by_row)
    headings = headings_of(head_rows, by_row, table.n_cols)
    heads = {texts_of(by_row[row]) for row in head_rows}
    body = [
        (row, row_cells)
        for row, row_cells in by_row.items()
        if row not in head_rows
        and not (is_header(row_cells) and texts_of(row_cells) in heads)
        and not (heads and is_row_of_years(row_cells))
    ]
    of_column = {
        index: [c for _, row_cells in body for c in row_cells if c.col == index and not is_header([c])]
        for index in range(table.n_cols)
    }
    columns = tuple(
        column
        for index, own in of_column.items()
        if (
            column := addable_column(
                index,
                headings.get(index, ""),
                own,
                title=table.title or "",
                labels=headings.get(0, "") if index else "",
            )
        )
        is not None
    )
    changes = tuple(
        replace(column, heading=heading)
        for index, heading in headings.items()
        if is_change(heading) and (column := addable_column(index, "", of_column.get(index, []))) is not None
    )
    numeric = {column.index for column in columns}
    lines = tuple(with_rests([line_of(row, row_cells, numeric) for row, row_cells in body]))
    by_place = {(cell.row, cell.col): cell for _, row_cells in body for cell in row_cells}
    beside = [heading for index, heading in headings.items() if index not in numeric]
    named = (unit for words in (*beside, table.title or "") if (unit := unit_in(words)) is not None)
    unit = next(named, told_unit)
    columns, changes = with_stated_unit(columns, unit), with_stated_unit(changes, unit)
    view = TableView(document, table, headings, columns, lines, by_place, doubt, changes)
    parts = [line for line in lines if line.kind in ("addend", "breakdown")]
    rows = [{c.index: number for c in columns if (number := view.number(line, c)) is not None} for line in parts]
    rounded = set(in_proportion([column.index for column in columns], rows))
    if not any(says_kronor(text) for text in (table.title, *headings.values())):
        may_be = [c for c in columns if (c.unit == "kr" and (unit or coarse)) or (coarse and is_of_sums(c))]
        rounded |= {c.index for c in may_be if not any(map(says_kronor, view.texts(c)))}
    return replace(view, columns=tuple(replace(c, rounded=c.index in rounded) for c in columns))


def _page_doubt(table: TableRow, pages: Sequence[Page]) -> Bilingual | None:
    """Why a page that the table stands on is unsure."""
    own = (p for p in pages if p.document_id == table.document_id and table.first_page <= p.page <= table.last_page)
    return next((doubt for page in own if (doubt := doubt_of(page)) is not None), None)


def doubt_of(page: Page) -> Bilingual | None:
    """Why what stands on a page may have been misread; None where nothing says so."""
    if page.doubt:
        return Bilingual(*in_both_languages(page.doubt))
    return _OCR_DOUBT if page.text_layer == "ocr" else None
