"""What a finished table's columns tell against its grid: figures without heads, two tables' columns, two in one."""

from collections.abc import Sequence

from extractors.tables.cell_text import is_figure, is_number
from extractors.tables.draft_table import DraftTable
from extractors.tables.line_parts import cut
from extractors.text.lines import Line
from models.tick_signs import is_mark

NO_HEADS = "several columns hold nothing but figures and have no heads: these may have been lost"
_HEAD_ALONE = "a head stands alone: its rows may have been lost"
_STRAY = "a column without a head holds a number here and there: these may be of what stands beside the table"
_TWO_TABLES = "labels and figures go on beside rows that have ended: two tables may be read as one"
_TWO_IN_ONE = "white parts the texts of a column at one place: it may be two columns"

_SEVERAL = 3
"""Rows, and columns, from which they tell."""
_MOST, _FEW = 0.8, 1 / 3
"""Shares of a column's cells."""
_LEAST_LETTERS = 4
"""Letters of either text that white parts: less is a number or a sign before a text."""

Rows = Sequence[Sequence[str]]


def doubts_of_columns(table: DraftTable) -> list[str]:
    """Why its columns are unsure."""
    rows = [table.row_texts(r) for r in range(table.n_rows)]
    heads, body = rows[: table.header_rows], rows[table.header_rows :]
    found = (
        (_HEAD_ALONE, len(rows) == 1 and len(rows[0]) >= _SEVERAL and not any(map(_is_figure, rows[0]))),
        (_STRAY, len(body) >= _SEVERAL and any(_is_stray(heads, body, col) for col in range(table.n_cols))),
        (_TWO_TABLES, _are_two_tables(body)),
        (_TWO_IN_ONE, any(_is_parted(table, col) for col in range(table.n_cols))),
    )
    return [doubt for doubt, is_so in found if is_so]


def has_figures_alone(table: DraftTable) -> bool:
    """True where several columns of a table without drawn cells hold figures, and none has a head."""
    rows = [table.row_texts(r) for r in range(table.n_rows)]
    if table.method == "ruled" or table.header_rows or min(len(rows), table.n_cols) < _SEVERAL:
        return False
    if not all(map(_is_figure, filter(None, rows[0][1:]))):
        return False
    columns = [[row[col] for row in rows if row[col]] for col in range(1, len(rows[0]))]
    return all(column and sum(map(_is_figure, column)) >= _MOST * len(column) for column in columns)


def _is_stray(heads: Rows, body: Rows, col: int) -> bool:
    filled = [row[col] for row in body if row[col]]
    few = 0 < len(filled) <= _FEW * len(body)
    return few and all(map(is_number, filled)) and not any(row[col] for row in heads)


def _are_two_tables(body: Rows) -> bool:
    """True where a label and figures stand right of a label and its figures, and go on below these.

    The labels' and the figures' columns on the left are empty there.
    """
    for row, below in zip(body, [*body[1:], None], strict=True):
        for col in range(2, len(row) - 1):
            label = row[col] and not _is_figure(row[col]) and _is_figure(row[col + 1])
            figures = row[0] and not _is_figure(row[0]) and all(map(_is_figure, row[1:col]))
            ends = below is not None and not any(below[:col]) and below[col] and _is_figure(below[col + 1])
            if label and figures and ends:
                return True
    return False


def _is_figure(text: str) -> bool:
    return is_figure(text) or is_mark(text)


def _is_parted(table: DraftTable, col: int) -> bool:
    """True where wide white stands at one place in the lines of most of the column's cells."""
    cells = [c for g in table.grids for c in g.cells if c.col == col and c.col_span == 1 and c.lines]
    whites = [white for cell in cells for line in cell.lines[:1] for white in _wide_white(line)]
    most = max((sum(a < x < b for a, b in whites) for x in {(a + b) / 2 for a, b in whites}), default=0)
    return most >= max(_SEVERAL, _MOST * len(cells))


def _wide_white(line: Line) -> list[tuple[float, float]]:
    parts = cut(line)
    return [(parts[0].x1, parts[1].x0)] if len(parts) > 1 and min(len(p.text) for p in parts) >= _LEAST_LETTERS else []
