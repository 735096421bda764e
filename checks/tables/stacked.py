"""Tables that were read as one though a second row of headings begins another below."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from checks.tables.labels import is_blank, label_sense
from models.rows import CellRow

MOST_WORDS_OF_A_HEADING = 4
_YEAR = re.compile(r"(?:19|20)\d\d")
_TITLE = re.compile(r"^\s*(?:not|tabell|bilaga|diagram)\s+\d|^\s*(?:belopp|tkr|mnkr|kr|kronor)\b", re.IGNORECASE)
"""How a title numbers itself, or says its unit: a row of data may hold years too (`Byggår | 2023 | 2024`)."""


def stacked_parts(cells: Sequence[CellRow]) -> list[list[CellRow]]:
    """The cells of each of the tables, in order, their headings marked; of one that stands alone all of them.

    A table begins where a row has words or years, all of them different, over two columns of numbers or more, and the
    row above it is a title or a total, or it has a title itself and years that follow on each other. A row of data that
    has words in place of its numbers ("uppgift saknas") is none.
    Headings at the top of a page are those of the table that goes on there, printed again.
    """
    by_row: dict[int, list[CellRow]] = defaultdict(list)
    for cell in sorted(cells, key=lambda cell: (cell.row, cell.col)):
        by_row[cell.row].append(cell)
    rows = list(by_row)
    starts = [
        place
        for place in range(2, len(rows))
        if (_ends_a_table(by_row[rows[place - 1]]) or _names_years(by_row[rows[place]]))
        and _heads_numbers(by_row, rows[place:])
    ]
    parted = [place for place in starts if not _is_on_a_new_page(by_row[rows[place - 1]], by_row[rows[place]])]
    bounds = [0, *parted, len(rows)]
    for place in starts:
        by_row[rows[place]] = [cell.model_copy(update={"role": "header"}) for cell in by_row[rows[place]]]
    return [[cell for row in rows[begin:end] for cell in by_row[row]] for begin, end in pairwise(bounds)]


def _is_on_a_new_page(above: Sequence[CellRow], below: Sequence[CellRow]) -> bool:
    return min(cell.page for cell in below) > max(cell.page for cell in above)


def _ends_a_table(cells: Sequence[CellRow]) -> bool:
    """A title, which stands alone in its row, or a total."""
    written = [cell for cell in cells if not is_blank(cell.text)]
    if len(written) == 1:
        return written[0].value is None
    return bool(written) and label_sense(written[0].text or "") in ("sum", "named_total")


def _names_years(cells: Sequence[CellRow]) -> bool:
    """True for `Not 9. Maskiner | 2024 | 2023`: a title of words, and then two years or more, one after another."""
    written = [cell for cell in cells if not is_blank(cell.text)]
    if not written or written[0].value is not None or not _TITLE.search(written[0].text or ""):
        return False
    rest = written[1:]
    years = [int((cell.text or "").strip()) for cell in rest if _is_year(cell)]
    steps = {after - before for before, after in pairwise(years)}
    return len(years) == len(rest) and steps in ({1}, {-1})


def _heads_numbers(by_row: Mapping[int, Sequence[CellRow]], rows: Sequence[int]) -> bool:
    """True where the first of the rows heads two columns or more that hold mostly numbers below it."""
    words = {cell.col: cell.text or "" for cell in by_row[rows[0]] if not is_blank(cell.text)}
    if not words:
        return False
    if any(cell.role == "header" or (cell.value is not None and not _is_year(cell)) for cell in by_row[rows[0]]):
        return False
    _, *over_numbers = words.values()
    if len(set(words.values())) < len(words) or any(len(t.split()) > MOST_WORDS_OF_A_HEADING for t in over_numbers):
        return False
    below: dict[int, list[CellRow]] = {col: [] for col in words}
    for row in rows[1:] if len(words) > 1 else ():
        for cell in by_row[row]:
            if cell.col in below and not is_blank(cell.text):
                below[cell.col].append(cell)
    return sum(map(_is_of_numbers, below.values())) > 1


def _is_year(cell: CellRow) -> bool:
    return _YEAR.fullmatch((cell.text or "").strip()) is not None


def _is_of_numbers(cells: Sequence[CellRow]) -> bool:
    return len(cells) > 1 and 2 * sum(cell.value is not None for cell in cells) > len(cells)
