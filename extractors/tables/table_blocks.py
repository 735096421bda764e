"""Tables in the making to blocks of the document model: each cell with its role, and why rows are unsure."""

import re
from itertools import pairwise

from extractors.tables.cell_doubts import doubts_of_cells
from extractors.tables.cell_text import begins_breakdown, is_number
from extractors.tables.column_doubts import doubts_of_columns
from extractors.tables.draft_table import DraftTable, TableCell
from extractors.tables.grid_evidence import evidence_of, holds_unparted_rows
from extractors.tables.head_doubts import doubts_of_head
from extractors.tables.row_doubts import lone_texts, torn_texts
from extractors.tables.summed_rows import sums_all
from models.blocks import Cell, CellRole, Table

_TOTAL = re.compile(
    r"^(?:=|summa\b|totalt?\b|totalsumma|total\s|totaler|slutsumma|fördelade medel|totalt beviljat|kvarstående)",
    re.IGNORECASE,
)
_SUBTOTAL = re.compile(r"^(?:delsumma|delsum|varav summa)", re.IGNORECASE)
_MIXED, _FEW_LABELS = 0.25, 2
"""So large a share of the labels, and so many, begin in lower case where rows are parted within them."""
_CUT_LABELS = "labels begin in lower case among others that do not: rows may be parted within them"

_HEAD_AND_SUM = re.compile(r"[^\W\d].*\s[-–−]?\d{1,3}(?:[\s.]\d{3})+$", re.DOTALL)
_FULL_HEAD = "a head goes on in a sum: the first row may be part of it"
_REST_OF_NUMBER = re.compile(r"^0\d\d(?:\s\d{3})*$")
_BEFORE_REST = re.compile(r"^[-–−]?\d{1,3}(?:\s\d{3})*$")
_SEVERAL_ROWS = "several columns of a row hold as many numbers each: it may be several rows"


def finish(table: DraftTable) -> Table:
    """The table as a block of the document model, each cell with its role."""
    summed = _summed_row(table)
    cells = tuple(
        Cell(
            row=c.row,
            col=c.col,
            row_span=c.row_span,
            col_span=c.col_span,
            text=c.text,
            place=c.place,
            role=_role(table, c, summed),
            bold=c.bold,
            size=c.size,
            italic=c.italic,
            color=c.color,
            items=c.items,
            lead=c.lead,
            parts=c.parts,
            possible_parts=c.possible_parts,
            paragraphs=c.paragraphs,
            painted=c.painted,
            marks=c.marks,
        )
        for c in sorted(table.cells, key=lambda c: (c.row, c.col))
    )
    doubts = (
        table.doubt,
        _doubt_of_head(table),
        *doubts_of_head(table),
        _doubt_of_rows(table),
        _doubt_of_numbers(table),
        _doubt_of_rests(table),
        *_doubts_of_texts(table),
        *doubts_of_cells(table),
        *doubts_of_columns(table),
    )
    doubt = "; ".join(filter(None, doubts)) or None
    known = evidence_of(table.grids, doubt)
    return Table(
        text=table.title,
        places=table.places,
        method=table.method,
        n_rows=table.n_rows,
        n_cols=table.n_cols,
        cells=cells,
        doubt=doubt,
        confidence=known.confidence,
        known_by_sv=known.known_by_sv,
        known_by_en=known.known_by_en,
    )


def ends_in_sum(table: DraftTable) -> bool:
    """True where the last row states the sum of the others."""
    summed = _summed_row(table)
    return any(_role(table, cell, summed) == "total" for cell in table.row(table.n_rows - 1))


def _doubt_of_head(table: DraftTable) -> str | None:
    """Why a head is unsure: words and then a sum in one of its cells, above a column of numbers."""
    for cell in table.cells:
        if cell.row < table.header_rows and _HEAD_AND_SUM.match(cell.text):
            below = [table.row_texts(r)[cell.col] for r in range(table.header_rows, table.n_rows)]
            if any(is_number(text) for text in below):
                return _FULL_HEAD
    return None


def _doubt_of_rows(table: DraftTable) -> str | None:
    """Why rows without drawn lines are unsure: many labels begin in lower case among others that do not."""
    if table.method == "ruled":
        return None
    labels = [texts[0] for r in range(table.header_rows, table.n_rows) if (texts := table.row_texts(r))[0]]
    lower = sum(label[0].islower() and not begins_breakdown(label) for label in labels)
    upper = sum(label[0].isupper() for label in labels)
    return _CUT_LABELS if min(lower, upper) >= max(_FEW_LABELS, _MIXED * len(labels)) else None


def _doubt_of_numbers(table: DraftTable) -> str | None:
    """Why rows between drawn lines are unsure: they hold the numbers of several."""
    unparted = table.method == "ruled" and any(holds_unparted_rows(grid) for grid in table.grids)
    return _SEVERAL_ROWS if unparted else None


def _doubt_of_rests(table: DraftTable) -> str | None:
    """Why numbers are unsure: groups of thousands that no number begins with stand in cells right below a number."""
    rows = [table.row_texts(r) for r in range(table.header_rows, table.n_rows)]
    rests = sum(
        bool(_REST_OF_NUMBER.match(text) and _BEFORE_REST.match(over))
        for above, below in pairwise(rows)
        for over, text in zip(above, below, strict=True)
    )
    return f"{rests} cells begin as no number does: numbers may be broken between rows" if rests else None


def _doubts_of_texts(table: DraftTable) -> list[str]:
    """Why rows without drawn lines are unsure: texts that go on from the row above, or stand alone in theirs."""
    if table.method == "ruled":
        return []
    rows = [table.row_texts(r) for r in range(table.header_rows, table.n_rows)]
    torn, lone = torn_texts(rows), lone_texts(rows)
    doubts = [f"{torn} texts go on from the row above: rows may be parted within them"] if torn else []
    return [*doubts, f"{lone} rows hold one text only, below no label: they may be of other rows"] if lone else doubts


def _summed_row(table: DraftTable) -> int | None:
    """The row that sums all others, whatever it is called; None where none does."""
    return table.n_rows - 1 if sums_all(table) else None


def _role(table: DraftTable, cell: TableCell, summed: int | None) -> CellRole:
    if cell.row < table.header_rows:
        return "header"
    texts = [t for t in table.row_texts(cell.row) if t]
    first = texts[0] if texts else ""
    if _SUBTOTAL.match(first):
        return "subtotal"
    if _TOTAL.match(first) and len(texts) > 0 and any(is_number(t) for t in texts):
        return "total"
    if cell.row == summed:
        return "total"
    if cell.col == 0 and not is_number(cell.text):
        return "label"
    return "body"
