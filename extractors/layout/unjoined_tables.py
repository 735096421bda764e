"""Why a table that is not joined with the one before it may be a part all the same, or lack its first rows or heads."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.layout.page_items import Item, TableItem, TextItem
from extractors.tables.column_doubts import NO_HEADS, has_figures_alone
from extractors.tables.draft_table import DraftTable
from extractors.tables.figure_columns import texts_of

LARGER = 0.6
"""Points: a line in larger type than its table is a heading."""
_ROWS_APART = 2.5
"""White between two rows of a table without rules, at most so many type sizes."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ENDS = ".:;!?"
_LABEL_AND_SUM = 2
"""Columns of a form's labels with values: each of them has two."""
_COUNT = re.compile(r"\d+")
_ALIKE = 2
"""Cells of two first rows, and of two columns of labels, that hold the same words, at the least."""

_OVER_PAGE = "it begins its page without a header: rows on the page before may be missing"
_ROWS_ABOVE = "it begins without a header right below a number: rows above it may be missing"
_NOT_JOINED = "it may be the rest of the table on the page before, whose columns differ"
_PART = "it has no header, and as many columns as the table before it: the two may be parts of one"


def with_doubts(
    item: TableItem, between: Sequence[Item], before: DraftTable | None, in_columns: DraftTable | None
) -> DraftTable:
    """The item's table and why it is unsure that it stands alone.

    `between` is what stands between it and the table `before`; `in_columns` the last table before it that has several.
    """
    table = item.table
    doubts = [_of_what_is_above(table, between, item)]
    if before is not None and not between and _may_be_rest(before, table):
        doubts.append(_NOT_JOINED)
    elif in_columns is not None and _may_be_part(in_columns, between, table):
        doubts.append(_PART)
    if has_figures_alone(table) and not _is_below_text(between):
        doubts.append(NO_HEADS)
    return replace(table, doubt="; ".join(filter(None, (table.doubt, *doubts))) or None)


def _of_what_is_above(table: DraftTable, between: Sequence[Item], item: TableItem) -> str | None:
    """Why what stands above a table without a header may be rows of it."""
    above = between[-1] if between else None
    if table.header_rows or table.n_cols < _LABEL_AND_SUM or item.frame is not None or not isinstance(above, TextItem):
        return None
    line = above.draft.last
    if above.draft.heading or line.text[-1] in _ENDS:
        return None
    if line.page < item.page:
        return _OVER_PAGE
    near = 0 <= table.places[0].top - line.bottom <= _ROWS_APART * line.size
    own_number = 0 if above.draft.marker is None else 1
    words = [word.text for x in above.draft.lines for word in x.words][own_number:]
    holds_number = any(sign.isdigit() for sign in _YEAR.sub("", " ".join(words)))
    return _ROWS_ABOVE if near and holds_number else None


def _may_be_rest(before: DraftTable, after: DraftTable) -> bool:
    """True for a table first on its page, without a header or with the words of the one last on the page before."""
    if after.places[0].page != before.places[-1].page + 1 or after.n_cols < _LABEL_AND_SUM:
        return False
    heads = [" ".join(" ".join(table.row_texts(0)).split()) for table in (before, after)]
    return not after.header_rows or heads[0] == heads[1]


def _may_be_part(before: DraftTable, between: Sequence[Item], after: DraftTable) -> bool:
    """True for a table without header after one of as many columns, more than a form's labels with values have.

    One that begins with the same words is another of its kind, and so is one below a heading after one that has no
    header either, or where the heading is larger than the rows.
    """
    if after.header_rows or after.n_cols <= _LABEL_AND_SUM or after.n_cols != before.n_cols:
        return False
    headings = [item.draft.first for item in between if isinstance(item, TextItem) and item.draft.heading]
    size = max((x.size for grid in after.grids for c in grid.cells for x in c.lines), default=0.0)
    apart = bool(headings) and (not before.header_rows or any(line.size > size + LARGER for line in headings))
    return not apart and not _begin_alike(before, after)


def _begin_alike(before: DraftTable, after: DraftTable) -> bool:
    """True for `Kort 1 | ... | Vad? | ...` and `Kort 2 | ... | Vad? | ...`: cards of a series, by what counts them.

    Half of the first row's cells hold the same words, or the labels of the first two rows do.
    """
    rows = [(before.row_texts(row), after.row_texts(row)) for row in range(min(before.n_rows, after.n_rows, _ALIKE))]
    labels = [_is_same(one[0], other[0]) for one, other in rows]
    if len(labels) >= _ALIKE and all(labels):
        return True
    return sum(map(_is_same, *rows[0])) >= max(_ALIKE, after.n_cols / 2)


def _is_same(one: str, other: str) -> bool:
    first, second = (_COUNT.sub("", text).strip() for text in (one, other))
    return first == second != ""


def _is_below_text(between: Sequence[Item]) -> bool:
    """True right below a heading or a sentence: no heads, which stand side by side, are above."""
    above = between[-1] if between else None
    if not isinstance(above, TextItem):
        return False
    return (above.draft.heading and len(texts_of(above.draft.last)) == 1) or above.draft.last.text[-1] in _ENDS
