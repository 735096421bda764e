"""A cell over several rows that the page break cut: its text goes on beside the next page's first row, a whole one.

Mål                        | Aktivitet          | När
Alla vet vart de ska       | Öppna en jour      | 2026
---- next page ----
vända sig                  | Utbilda lotsar     | 2027
"""

from dataclasses import replace

from extractors.tables.cut_rows import goes_on_in_text
from extractors.tables.draft_table import DraftTable, TableCell
from extractors.text.hyphens import Vocabulary


def with_merged_cells(
    before: DraftTable, after: DraftTable, first: int, vocabulary: Vocabulary
) -> tuple[DraftTable, DraftTable]:
    """Both tables, such texts moved up to where they begin. first: the row of `after` that follows `before`."""
    if first >= after.n_rows or after.n_cols != before.n_cols:
        return before, after
    for rest in _goes_on_beside_row(before, after, first):
        above = _last_text(before, rest.col)
        if above is None:
            continue
        text = vocabulary.join([above.text, rest.text])
        whole = replace(above, text=text, items=(), parts=(), possible_parts=())
        empty = replace(rest, text="", items=(), lead="", parts=(), possible_parts=())
        before = replace(before, cells=tuple(whole if cell is above else cell for cell in before.cells))
        after = replace(after, cells=tuple(empty if cell is rest else cell for cell in after.cells))
    return before, after


def _goes_on_beside_row(before: DraftTable, after: DraftTable, first: int) -> list[TableCell]:
    """The texts of the row that go on with one above and begin in lower case, where others begin a row of their own.

    Only of columns with cells over several rows: all to the left of them are such too, and say nothing here or go on.
    """
    row = sorted((cell for cell in after.row(first) if cell.text), key=lambda cell: cell.col)
    on: list[TableCell] = []
    for cell in row:
        above = _last_text(before, cell.col)
        if above is None or not cell.text[0].islower() or not goes_on_in_text(above.text, cell.text, by_case=True):
            break
        on.append(cell)
    own = row[len(on) :]
    begins = len(own) > 1 and not any(cell.text[0].islower() for cell in own)
    return [cell for cell in on if _is_merged(before, after, cell.col)] if begins else []


def _last_text(table: DraftTable, col: int) -> TableCell | None:
    texts = [cell for cell in table.cells if cell.col == col and cell.text and cell.row >= table.header_rows]
    return max(texts, key=lambda cell: cell.row, default=None)


def _is_merged(before: DraftTable, after: DraftTable, col: int) -> bool:
    """Whether cells of the column go over several rows, on one of the pages."""
    return any(
        cell.col == col and cell.row_span > 1 and cell.row >= table.header_rows
        for table in (before, after)
        for cell in table.cells
    )
