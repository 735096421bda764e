"""Heads that stand clear of the figures they head: a head set left over figures set right is no column of its own."""

import itertools
from collections.abc import Collection, Sequence

from extractors.tables.cell_text import is_year
from extractors.tables.cut_lines import CutLine, cut_all
from extractors.tables.head_rows import head_lines
from extractors.text.lines import Line
from models.tick_signs import is_mark


def with_heads_over_columns(lines: Sequence[Line], edges: Sequence[float], drawn: Sequence[float]) -> list[float]:
    """The columns' edges, points, without those that part a column's head from what stands below it.

    `drawn` are edges that drawings tell of: these stay. The heads may come again on further pages.
    """
    kept = list(edges)
    rows = cut_all(lines, kept)
    years = {i for i, row in enumerate(rows) if _heads_years(row)}
    heads = {i for i, _ in itertools.takewhile(lambda row: row[1].line.bold, enumerate(rows))} or years or {0}
    if not years:
        heads |= set(range(head_lines(rows, 0, [])))
    words = {rows[i].line.text for i in heads}
    heads |= years | {i for i, row in enumerate(rows) if row.line.text in words}
    col = 0
    while col < len(kept) - 2:
        first = {i for i, row in enumerate(rows) if row.cells[col]}
        second = {i for i, row in enumerate(rows) if row.cells[col + 1]}
        apart = (first <= heads and not second & heads) or (second <= heads and not first & heads)
        if col == 0 and apart:
            # Labels may have no head: what stands between them and columns that all have theirs is the labels' own, but
            # over columns of marks, which may all be in the others.
            headed = {c for i in heads for c in rows[i].filled()} >= set(range(2, len(kept) - 1))
            apart = second <= heads and headed and not _hold_marks_alone(rows, heads)
        if kept[col + 1] not in drawn and first and second and apart:
            del kept[col + 1]
            rows = cut_all(lines, kept)
        else:
            col += 1
    return kept


def _hold_marks_alone(rows: Sequence[CutLine], heads: Collection[int]) -> bool:
    """True where everything right of the labels and below the heads is a mark."""
    texts = [row.text(col) for i, row in enumerate(rows) if i not in heads for col in row.filled() if col]
    return bool(texts) and all(map(is_mark, texts))


def _heads_years(row: CutLine) -> bool:
    """True for heads in bold that come again over a section of a matrix, beside its name: a year over each column."""
    texts = [row.text(col) for col in row.filled() if col]
    return row.line.bold and len(texts) > 1 and all(map(is_year, texts))
