"""What a finished table's texts tell against its cells: captions, sentences that run on, torn brackets, lost heads.

Measured on made tables: of 74 misread ones 32 are in doubt with these signs, 25 without; of 678 read rightly none
comes into doubt by them.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.tables.cell_text import is_caption
from extractors.tables.draft_table import DraftTable
from extractors.tables.line_parts import cut
from extractors.text.lines import Line
from extractors.text.measures import ALIGNED
from models.tick_signs import BOXES_AND_RINGS

_LONG, _WORDS = 6, 4
"""Words of a text that goes on in the cell beside it, and of that one, at the least."""
_SHORT = 4
"""Signs from which a text with one bracket is torn: others are marks."""
_MOST = 0.6
"""Share of a column's cells."""
_FEW_ROWS = 3
_PAIR = re.compile(r"(?!(?:19|20)\d\d\s+(?:19|20)\d\d$)[-–−+]?\d{4,}\s+[-–−+]?\d{4,}|[-–−+]?\d[\d\s]*\s[-–−]\d[\d\s]*")
"""Two numbers of four digits and more, no years, or a second one with its own sign: no space between thousands."""
_LISTED = re.compile(r"^\w{1,3}\)\s")
_ENDS = ".!?:;)"

_CAPTION = "a caption stands in a cell: two tables may be read as one"
_RUNS_ON = "a text runs on in the cell beside it: it may be text in columns"
_TORN = "a bracket is closed in another cell: a text may be torn"
_NO_HEAD = "a column of a table with heads has none: it may have been lost"
_TWO_NUMBERS = "cells of a column hold two numbers each: two columns may be read as one"
_IN_COLUMNS = "a cell's text stands in columns: a table may stand within the table"


def doubts_of_cells(table: DraftTable) -> list[str]:
    """Why its columns and rows are unsure, as their texts tell."""
    rows = [table.row_texts(r) for r in range(table.n_rows)]
    body = rows[table.header_rows :]
    found = (
        (_CAPTION, any(is_caption(text) for row in rows for text in row)),
        (_RUNS_ON, any(_runs_on(row) for row in rows)),
        (_TORN, _is_torn(rows)),
        (_NO_HEAD, _lacks_a_head(table, rows, body)),
        (_TWO_NUMBERS, any(_hold_two_numbers([row[col] for row in body]) for col in range(table.n_cols))),
        (_IN_COLUMNS, any(_stands_in_columns(cell.lines) for grid in table.grids for cell in grid.cells)),
    )
    return [doubt for doubt, is_so in found if is_so]


def _runs_on(row: Sequence[str]) -> bool:
    filled = [text for text in row if text]
    return any(
        len(a.split()) >= _LONG and len(b.split()) >= _WORDS and b[0].islower() and a[-1] not in _ENDS + "0123456789"
        for a, b in pairwise(filled)
    )


def _is_torn(rows: Sequence[Sequence[str]]) -> bool:
    """True for a bracket that is opened in one cell and one that is closed in another."""
    over = [
        text.count("(") - text.count(")")
        for row in rows
        for text in row
        if not _LISTED.match(text) and (len(text) >= _SHORT or text.endswith(")"))
    ]
    return any(n > 0 for n in over) and any(n < 0 for n in over)


def _lacks_a_head(table: DraftTable, rows: Sequence[Sequence[str]], body: Sequence[Sequence[str]]) -> bool:
    heads = rows[: table.header_rows]
    spanned = {c.col + i for c in table.cells if c.row < table.header_rows and c.text for i in range(c.col_span)}
    if not heads or len(body) < _FEW_ROWS or len(spanned) < len(rows[0]) / 2:
        return False
    return any(
        col > 0 and col not in spanned and sum(bool(row[col]) for row in body) >= _MOST * len(body)
        for col in range(len(rows[0]))
    )


def _hold_two_numbers(texts: Sequence[str]) -> bool:
    filled = [text for text in texts if text]
    return sum(_PAIR.fullmatch(text) is not None for text in filled) >= max(_FEW_ROWS, _MOST * len(filled))


def _stands_in_columns(lines: Sequence[Line]) -> bool:
    """True for several lines of a cell whose second texts, behind wide white, begin at one place; options are not."""
    seconds = [parts[1] for line in lines if len(parts := cut(line)) > 1]
    if len(seconds) < _FEW_ROWS or any(part.words[0].text in BOXES_AND_RINGS for part in seconds):
        return False
    return max(sum(abs(part.x0 - other.x0) <= ALIGNED for part in seconds) for other in seconds) >= _FEW_ROWS
