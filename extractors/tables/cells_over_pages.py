"""A cell beside several rows that the page break parts between two of them: its text goes on beside the next row."""

from dataclasses import replace

from extractors.tables.cell_text import begins_breakdown, is_number
from extractors.tables.draft_table import DraftTable, TableCell
from extractors.text.hyphens import Vocabulary

_SEVERAL = 2
"""Cells of a row that begin beside such a text, at the least."""
_ENDS = (".", "!", "?", ":")


def with_cells_over_pages(
    before: DraftTable, after: DraftTable, first: int, vocabulary: Vocabulary
) -> tuple[DraftTable, DraftTable]:
    """The two, texts of row `first` of `after` that go on with one in the last row of `before` made whole there.

    So they do in drawn cells left of others that begin a row of their own: in lower case, after no end of a sentence.
    Beside figures, labels that all rows have may begin so.
    """
    row = sorted((c for c in after.row(first) if c.text), key=lambda c: c.col) if first < after.n_rows else []
    above = {c.col: c for c in before.cells if c.text and c.row + c.row_span == before.n_rows}
    rests = [c for c in row if c.col in above and _goes_on(above[c.col].text, c.text)]
    others = [c for c in row if c not in rests]
    if any(is_number(c.text) for c in others):
        rests = [c for c in rests if _stands_beside_several(before, c.col) or _stands_beside_several(after, c.col)]
        others = [c for c in row if c not in rests]
    leftmost = bool(rests) and all(c.col > rests[-1].col for c in others)
    if before.method != "ruled" or not leftmost or len(others) < _SEVERAL or any(c.text[0].islower() for c in others):
        return before, after
    whole = {id(above[c.col]): vocabulary.join([above[c.col].text, c.text]) for c in rests}
    gone = {id(c) for c in rests}
    return (
        replace(before, cells=tuple(_with_text(c, whole[id(c)]) if id(c) in whole else c for c in before.cells)),
        replace(after, cells=tuple(_with_text(c, "") if id(c) in gone else c for c in after.cells)),
    )


def _goes_on(above: str, rest: str) -> bool:
    return rest[0].islower() and not begins_breakdown(rest) and not above.endswith(_ENDS) and not is_number(above)


def _stands_beside_several(table: DraftTable, col: int) -> bool:
    """True where a row below the table's head has no text of its own in the column."""
    labelled = {c.row for c in table.cells if c.col == col and c.text}
    return any(row not in labelled for row in range(table.header_rows, table.n_rows))


def _with_text(cell: TableCell, text: str) -> TableCell:
    lead = cell.lead if text else ""
    return replace(cell, text=text, items=(), lead=lead, parts=(), possible_parts=(), paragraphs=())
