"""A lone line and a head below it, among rows: there the next table begins, and the line is its caption."""

from collections.abc import Sequence

from extractors.tables.cell_text import is_number, is_year
from extractors.tables.line_parts import is_ticks
from extractors.text.lines import Line

_SEVERAL = 2
"""Texts of a head that come again, or columns of numbers that it stands over, from which it is one."""
_LONGEST = 40
"""Letters of a head, at most."""
_NEAR = 3
"""Lines above a row in parts that tell whether it begins its table."""
_FURTHEST = 8
"""The head stands at most so many lines below the first of the lone ones."""

Row = Sequence[Line]
"""A printed line in parts: its texts from left to right."""


def heads_anew(rows: Sequence[Row], at: int) -> bool:
    """True where line `at` stands alone and the next one in parts is a head among rows of numbers, or again one.

    `rows` are all of the page's lines in parts, from the top.
    """
    if len(rows[at]) > 1:
        return False
    head = next((i for i in range(at + 1, min(at + 1 + _FURTHEST, len(rows))) if len(rows[i]) > 1), None)
    if head is None or any(_is_sum(part) for part in rows[head]):
        return False
    above = [row for row in rows[:at] if len(row) > 1]
    first = [row for i, row in enumerate(rows[:at]) if len(row) > 1 and _is_first(rows, i)]
    below = next((row for row in rows[head + 1 :] if len(row) > 1), [])
    return _comes_again(rows[head], first) or _stands_over_numbers(rows[head], above, below)


def _is_first(rows: Sequence[Row], at: int) -> bool:
    """True where no sum stands in the lines right above: heads begin their table, a row that comes twice does not."""
    near = rows[max(0, at - _NEAR) : at]
    return not near or (len(near[-1]) == 1 and not any(_is_sum(part) for row in near for part in row))


def _is_sum(part: Line) -> bool:
    return is_number(part.text) and not is_year(part.text)


def _comes_again(head: Row, above: Sequence[Row]) -> bool:
    """True where a row above has several of the head's texts, the first of them too: rows differ in their labels."""
    texts = {part.text for part in head}
    if any(map(is_ticks, head)) or any(len(text) > _LONGEST for text in texts):
        return False  # a row of boxes or of sentences is no head, however often it comes
    heads = (row for row in above if not any(_is_sum(part) for part in row))
    return any(row[0].text == head[0].text and len(texts & {part.text for part in row}) >= _SEVERAL for row in heads)


def _stands_over_numbers(head: Row, above: Sequence[Row], below: Row) -> bool:
    """True where the row above holds several numbers, the one below one under each text of the head but the first."""
    numbers = [part for part in below if _is_sum(part)]
    over = [any(n.x0 < part.x1 and part.x0 < n.x1 for n in numbers) for part in head[1:]]
    among = any(sum(map(_is_sum, row)) >= _SEVERAL for row in above[-1:])
    return len(over) >= _SEVERAL and all(over) and among
