"""The numbers that a cell holds, those that its width has broken over lines made whole."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.tables.cut_lines import CutLine

_GROUPS = re.compile(r"^\d{3}(?:\s\d{3})*$")
_GROUPED = re.compile(r"^\d{1,3}(?:\s\d{3})+$")
_BEFORE_GROUPS = re.compile(r"^[=+\-–−]?\s?\d{1,3}(?:\s\d{3})*$")
_FIRST = re.compile(r"^\d{1,3}$")
"""Groups of thousands, a number of several, what groups can go on, and the figures that a number can begin with."""
TIGHT = 0.65
"""White within a cell is at most this share of the type size."""
_DAY_BEGUN, _DAYS_REST = re.compile(r"^(?:19|20)\d\d-(?:\d\d-)?$"), re.compile(r"^\d\d(?:-\d\d)?$")
_NO_NUMBER = re.compile(r"^0\d\d(?:\s\d{3})*$")
"""Groups that no number begins with."""
_MOST_DIGITS = 9
"""Sums of more digits than this are none of what one line's number and the next one's make together."""
_SPACE = 0.25
"""White between two words, as a share of the type size."""
_SLACK = 1.0
"""Points: what would have fitted by less may not have fitted."""


def with_number_rests(rows: Sequence[CutLine]) -> list[CutLine]:
    """The lines, each told in which columns it goes on with a number that the column's width broke: `105` / `000`.

    So does a column that holds thousands: its number goes on with groups right below, for which there was no room. A
    label that begins beside them begins a row of its own, but where no number begins with such a group. A day that ends
    with a hyphen goes on below it: `2031-12-` / `31`.
    """
    rests: list[set[int]] = [set() for _ in rows]
    for col in range(len(rows[0].cells) if rows else 0):
        held = [i for i, row in enumerate(rows) if row.cells[col]]
        texts = {i: rows[i].text(col) for i in held}
        for above, at in pairwise(held):
            if _DAY_BEGUN.match(texts[above]) and _DAYS_REST.match(texts[at]):
                rests[at].add(col)
        if not any(_GROUPED.match(text) or _NO_NUMBER.match(text) for text in texts.values()):
            continue
        rooms = {c: _room(rows, c) for c in (0, col)}
        for above, at in pairwise(held):
            digits = _BEFORE_GROUPS.match(texts[above]) and _GROUPS.match(texts[at])
            if not digits or sum(ch.isdigit() for ch in texts[above] + texts[at]) > _MOST_DIGITS:
                continue
            begins = not _NO_NUMBER.match(texts[at]) and _begins_label(rows, at, rooms[0])
            if not begins and not _fits(rows[above], rows[at], col, rooms[col]):
                rests[at].add(col)
    return [replace(row, rests=frozenset(cols)) if cols else row for row, cols in zip(rows, rests, strict=True)]


def _room(rows: Sequence[CutLine], col: int) -> float:
    """The width of the column's widest text, points; 0 where it holds none."""
    return max((row.cells[col][-1].x1 - row.cells[col][0].x0 for row in rows if row.cells[col]), default=0.0)


def _begins_label(rows: Sequence[CutLine], at: int, room: float) -> bool:
    """True where a label begins on the line: with a capital, or where it would have had room on the line above."""
    label = rows[at].text(0)
    if not label or not label[0].islower():
        return bool(label)
    return at == 0 or not rows[at - 1].cells[0] or _fits(rows[at - 1], rows[at], 0, room)


def _fits(above: CutLine, below: CutLine, col: int, room: float) -> bool:
    """True where the second line's first word would have had room behind the first one's, or stands far below it."""
    words, word, size = above.cells[col], below.cells[col][0], below.line.size
    far = word.top - max(w.bottom for w in words) > TIGHT * size
    return far or words[-1].x1 - words[0].x0 + _SPACE * size + word.x1 - word.x0 <= room + _SLACK


class CellNumbers:
    """The numbers of one column in lines that are told from the top; `1 034` and `413` right below it are one.

    They are two where a label begins beside the second. `14` and `584` right below it are one where nothing but such
    groups stands on the second line, and the first one's other numbers are of thousands.
    """

    def __init__(self, rows: Sequence[CutLine], col: int) -> None:
        self.found: list[str] = []
        self._rows, self._col = rows, col
        self._above = -1
        """The line of the last number, and of what it goes on with."""

    def add(self, at: int) -> None:
        """One line more, by its place in `rows`; it need not hold a number."""
        rows, col, before = self._rows, self._col, self._above
        if not rows[at].is_number(col):
            return
        text, line = rows[at].text(col), rows[at].line
        tight = before >= 0 and line.top - rows[before].line.bottom <= TIGHT * line.size
        if tight and _GROUPS.match(text) and not rows[at].text(0)[:1].isupper() and self._lacks_groups(before, at):
            self.found[-1] += f" {text}"
        else:
            self.found.append(text)
        self._above = at

    def _lacks_groups(self, before: int, at: int) -> bool:
        """True where the last number is one that groups of thousands may go on."""
        if _GROUPED.match(self.found[-1]):
            return True
        rows = self._rows
        return _FIRST.match(rows[before].text(self._col)) is not None and goes_on_in_groups(rows[before], rows[at])


def numbers_of(rows: Sequence[CutLine], group: Sequence[int], col: int) -> list[str]:
    """The numbers of column `col` in the lines `group`, those that are broken over lines made whole."""
    numbers = CellNumbers(rows, col)
    for at in group:
        numbers.add(at)
    return numbers.found


def goes_on_in_groups(above: CutLine, below: CutLine) -> bool:
    """True where a line holds nothing but the last groups of numbers that begin above, beside numbers of thousands."""
    groups = all(col > 0 and _GROUPS.match(below.text(col)) and _FIRST.match(above.text(col)) for col in below.filled())
    return groups and any(_GROUPED.match(above.text(col)) for col in above.filled())
