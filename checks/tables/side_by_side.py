"""Tables that were read as one though they stand side by side: assets beside liabilities, incomes beside costs."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from checks.tables.heads import is_header
from checks.tables.labels import folded, is_blank, label_sense
from models.rows import CellRow

_FEWEST_ROWS = 3
"""So many words and numbers show what a column is for."""


def side_by_side_parts(cells: Sequence[CellRow]) -> list[list[CellRow]]:
    """The cells of each of the tables, from the left; of one that stands alone all of them.

    A table begins at a column of words with columns of numbers on both its sides, where these bear the same headings
    as those before it, or where it names a sum of its own and so do the words before it. Another column of words
    between numbers (who is responsible, a comment) is one of the table's own. A heading that spans both is both's.
    """
    body = _body_columns(cells)
    numeric = {col for col, own in body.items() if _is_of_numbers(own)}
    starts = [col for col in sorted(body) if col > 0 and col not in numeric and _is_of_words(body[col])]
    begins = [0]
    for col in starts:
        before = [each for each in numeric if begins[-1] < each < col]
        after = [each for each in numeric if col < each < min((s for s in starts if s > col), default=max(body) + 1)]
        if not before or not after or not _is_of_words(body.get(begins[-1], ())):
            continue
        heads = [Counter(filter(None, (_heading(cells, each) for each in cols))) for cols in (before, after)]
        is_repeated = heads[0] == heads[1] and bool(heads[0])
        if is_repeated or all(map(_names_a_sum, (body[begins[-1]], body[col]))):
            begins.append(col)
    if len(begins) == 1:
        return [list(cells)]
    ends = max(cell.col + cell.col_span for cell in cells)
    return [
        [cell for cell in cells if cell.col < end and cell.col + cell.col_span > begin]
        for begin, end in pairwise([*begins, ends])
    ]


def _body_columns(cells: Sequence[CellRow]) -> Mapping[int, list[CellRow]]:
    """Column -> the cells below the headings in which something is written."""
    by_col: dict[int, list[CellRow]] = defaultdict(list)
    for cell in cells:
        if not is_header([cell]) and not is_blank(cell.text):
            by_col[cell.col].append(cell)
    return by_col


def _is_of_numbers(cells: Sequence[CellRow]) -> bool:
    return len(cells) >= _FEWEST_ROWS and 2 * sum(cell.value is not None for cell in cells) > len(cells)


def _is_of_words(cells: Sequence[CellRow]) -> bool:
    """True where all are words, no two the same."""
    words = [folded(cell.text) for cell in cells]
    return len(set(words)) == len(words) >= _FEWEST_ROWS and all(cell.value is None for cell in cells)


def _heading(cells: Sequence[CellRow], col: int) -> str:
    return " ".join(folded(cell.text) for cell in cells if cell.col == col and is_header([cell]) and cell.text)


def _names_a_sum(cells: Sequence[CellRow]) -> bool:
    return any(label_sense(cell.text or "") == "sum" for cell in cells)
