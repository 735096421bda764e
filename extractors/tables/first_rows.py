"""Which of a table's leading rows are its header: by bold, size, and the numbers and years that they stand over."""

from extractors.tables.cell_text import heads_year, is_form_label, is_number, is_year
from extractors.tables.draft_table import DraftTable
from models.tick_signs import is_mark

_A_SENTENCE = 60
"""Letters from which a text that ends in a full stop answers and heads nothing."""
_TITLED = 2
"""Rows of a table's title and its heads: a table has more."""
_MAX_HEADER = 3
_OTHER_SIZE = 0.4
_FEWEST_YEARS = 2


def header_rows_of(table: DraftTable) -> int:
    """Leading rows in bold; else the first row where it names what numbers stand below."""
    count = 1 if _is_title(table) else 0
    while count < min(_MAX_HEADER, table.n_rows - 1) and _is_bold_head(table, count):
        count += 1
    if count and _are_all_bold_words(table, count):
        count = 0
    if count or table.n_rows < 2:
        return count
    heads_years = _rows_over_years(table)
    if heads_years:
        return heads_years
    first = table.row_texts(0)
    if table.n_cols > 2 and not first[0] and all(first[1:]):
        return 1
    if sum(1 for t in first if t) < 2 or is_form_label(first[0]):
        return 0
    if any(_states(table, col) for col in range(table.n_cols)):
        return 0
    if any(len(text) > _A_SENTENCE and text[-1] == "." for text in first):
        return 0
    if _is_set_apart(table):
        return 1
    return 1 if _numbers_below(table) else 0


def _are_all_bold_words(table: DraftTable, first: int) -> bool:
    """True where the rows from `first` on are in bold too and none holds a number: then bold tells of no head."""
    cells = [cell for row in range(first, table.n_rows) for cell in table.row(row) if cell.text]
    return bool(cells) and all(cell.bold and not is_number(cell.text) for cell in cells)


def _is_bold_head(table: DraftTable, index: int) -> bool:
    """True for a row of words in bold: neither a lone label, which is a section's, nor sums."""
    filled = [c for c in table.row(index) if c.text]
    section = len(filled) == 1 and filled[0].col == 0 and table.n_cols > 1
    stated = any(is_number(c.text) and not (is_year(c.text) or heads_year(c.text)) for c in filled[1:])
    return bool(filled) and all(c.bold for c in filled) and not section and not stated


def _is_title(table: DraftTable) -> bool:
    """True where the first row is one bold cell over all columns, and the heads stand below it."""
    (first, *others) = table.row(0)
    whole = not others and first.col_span == table.n_cols > 1
    return whole and first.bold and table.n_rows > _TITLED and _is_bold_head(table, 1)


def _states(table: DraftTable, col: int) -> bool:
    """True where the first row states a number or a mark in this column, and not the year of the numbers below it."""
    first, *below = [table.row_texts(row)[col] for row in range(table.n_rows)]
    if not heads_year(first):
        return is_number(first) or is_mark(first)
    filled = [text for text in below if text]
    return not filled or not all(is_number(text) and not any(map(str.isalpha, text)) for text in filled)


def _rows_over_years(table: DraftTable) -> int:
    """How many leading rows end in one of years that head columns: what stands below them is no years."""
    for index in range(min(_MAX_HEADER, table.n_rows - 1)):
        texts = table.row_texts(index)
        years = [col for col, text in enumerate(texts) if is_year(text)]
        if any(is_number(text) for col, text in enumerate(texts) if col not in years):
            return 0
        if len({texts[col] for col in years}) < _FEWEST_YEARS:
            continue
        below = [table.row_texts(row) for row in range(index + 1, table.n_rows)]
        columns = [[row[col] for row in below if row[col]] for col in years]
        return index + 1 if all(not any(map(is_year, texts)) for texts in columns) and any(columns) else 0
    return 0


def _is_set_apart(table: DraftTable) -> bool:
    """True where the first row is set in another size than all rows below it."""
    first = {round(c.size, 1) for c in table.row(0) if c.text}
    below = {round(c.size, 1) for c in table.cells if c.row > 0 and c.text}
    return len(first) == 1 and bool(below) and all(abs(size - max(first)) >= _OTHER_SIZE for size in below)


def _numbers_below(table: DraftTable) -> bool:
    for col in range(table.n_cols):
        texts = [table.row_texts(r)[col] for r in range(1, table.n_rows)]
        filled = [t for t in texts if t]
        if filled and table.row_texts(0)[col] and all(is_number(t) for t in filled):
            return True
    return False
