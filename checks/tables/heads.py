"""The rows of a table that are its headings, and what heads each column."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import islice

from checks.tables.labels import is_blank
from models.rows import CellRow

_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_AND_UNIT = re.compile(r"(?:19|20)\d\d\s*\(\D+\)")
"""The heading of a column of money: `2025 (kronor)`."""


def header_rows(by_row: Mapping[int, Sequence[CellRow]]) -> set[int]:
    """The rows of headings that the table begins with.

    Where the reading marked none, a first row that holds words only, or words and years, is taken for headings; and
    so is a row of years right under those that are marked.
    """
    first = next((row for row, cells in by_row.items() if is_header(cells)), None)
    if first is None:
        return _unmarked_header_rows(by_row)
    found = set()
    for row, cells in by_row.items():
        if is_header(cells) or (row >= first and _heads_years(cells)):
            found.add(row)
        elif row >= first:
            break
    return found


def repeated_rows(by_row: Mapping[int, Sequence[CellRow]]) -> set[int]:
    """Rows of two words or more, without a number, that come again word for word: headings printed on each page."""
    of_words = {row: texts_of(cells) for row, cells in by_row.items() if all(cell.value is None for cell in cells)}
    met = Counter(of_words.values())
    return {row for row, texts in of_words.items() if len(texts) > 1 and met[texts] > 1}


def _unmarked_header_rows(by_row: Mapping[int, Sequence[CellRow]]) -> set[int]:
    """The first row where it holds words only, and the one of years right under it; or a first row of years."""
    found: set[int] = set()
    for row, cells in islice(by_row.items(), 2):
        if _heads_years(cells) or (found and _ends_heads_in_years(cells)):
            return {*found, row}
        if any(cell.value is not None and not _YEAR_AND_UNIT.fullmatch(cell.text or "") for cell in cells):
            break
        found = found or {row}
    return found


def _ends_heads_in_years(cells: Sequence[CellRow]) -> bool:
    """True for the rest of heads that a page cut, `Erhållna medel` and below it `2016`: words and years, no label."""
    numbers = [cell.text.strip() for cell in cells if cell.value is not None and cell.text]
    words = any(cell.value is None and cell.text for cell in cells)
    labelled = any(cell.col == 0 and cell.text for cell in cells)
    return bool(numbers) and words and not labelled and all(map(_YEAR.fullmatch, numbers))


def names_years_in_order(cells: Sequence[CellRow]) -> bool:
    """True where the only numbers are two years or more, each the one after that before it: they head columns.

    Other headings may stand beside them: `Område, 2017, 2018, Totalt`.
    """
    years = [int(cell.value) for cell in cells if cell.value is not None] if _heads_years(cells) else []
    return bool(years) and years == list(range(years[0], years[0] + len(years)))


def _heads_years(cells: Sequence[CellRow]) -> bool:
    """True where the only numbers are years, two or more: they head columns and are not added.

    None comes twice, or all of them as often: `2017 2018 2017 2018`, for the municipality and for the group.
    """
    years = [cell.text.strip() for cell in cells if cell.value is not None and cell.text]
    times = Counter(years)
    return len(times) > 1 and len(set(times.values())) == 1 and all(map(_YEAR.fullmatch, times))


def is_row_of_years(cells: Sequence[CellRow]) -> bool:
    """True for years and nothing else: headings printed again on a later page, where the row was not known as such."""
    return _heads_years(cells) and all(cell.value is not None or not cell.text for cell in cells)


def is_header(cells: Sequence[CellRow]) -> bool:
    found = False
    for cell in cells:  # asked of every row, and most say with their first cell that they are none
        if cell.role == "header":
            found = True
        elif not is_blank(cell.text):
            return False
    return found


def headings_of(header_rows: set[int], by_row: Mapping[int, Sequence[CellRow]], n_cols: int) -> dict[int, str]:
    """Column -> heading; headings that stand over each other are joined, the upper one first."""
    headings: dict[int, str] = {}
    for index in range(n_cols):
        words = [
            cell.text
            for row in sorted(header_rows)
            for cell in by_row[row]
            if cell.text and cell.col <= index < cell.col + cell.col_span
        ]
        headings[index] = " ".join(dict.fromkeys(words))
    return headings


def texts_of(cells: Sequence[CellRow]) -> tuple[tuple[int, str], ...]:
    return tuple((cell.col, cell.text) for cell in cells if cell.text)
