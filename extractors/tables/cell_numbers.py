"""The numbers that a cell holds, those that its width has broken over lines made whole."""

import re
from collections.abc import Sequence

from extractors.tables.cut_lines import CutLine
from extractors.text.lines import Line

_GROUPS = re.compile(r"^\d{3}(?:\s\d{3})*$")
_GROUPED = re.compile(r"^\d{1,3}(?:\s\d{3})+$")
_FIRST = re.compile(r"^\d{1,3}$")
"""Groups of thousands, a number that they can go on, and the figures that one can begin with."""
_ZEROS = re.compile(r"^0\d\d(?:\s\d{3})*$")
_SPACE = 0.2
"""A space is about so wide, as a share of the type size."""
TIGHT = 0.65
"""White within a cell is at most this share of the type size."""


def numbers_of(rows: Sequence[CutLine], group: Sequence[int], col: int) -> list[str]:
    """The numbers of column `col` in the lines `group`; `1 034` and `413` right below it are one.

    They are two where a label begins beside the second. `14` and `584` right below it are one where nothing but such
    groups stands on the second line, and the first one's other numbers are of thousands, or where the column is too
    narrow for `14 584` and breaks other numbers so that one cannot be taken for two.
    """
    numbers: list[str] = []
    above: Line | None = None
    before = -1
    for i in group:
        if not rows[i].is_number(col):
            continue
        text, line = rows[i].text(col), rows[i].line
        tight = above is not None and line.top - above.bottom <= TIGHT * line.size
        begins = rows[i].text(0)[:1].isupper()
        short = before >= 0 and _FIRST.match(rows[before].text(col)) and goes_on_in_groups(rows[before], rows[i])
        whole = bool(numbers) and (_GROUPED.match(numbers[-1]) or short or _is_broken(rows, before, i, col))
        if tight and not begins and _GROUPS.match(text) and whole:
            numbers[-1] += f" {text}"
        else:
            numbers.append(text)
        above, before = line, i
    return numbers


def _is_broken(rows: Sequence[CutLine], above: int, below: int, col: int) -> bool:
    """True where no line of the column is as wide as the two numbers beside each other, and the column breaks numbers.

    It does so where `000` stands on a line of its own: no number begins with zeros.
    """
    if above < 0 or not _FIRST.match(rows[above].text(col)) or not _GROUPS.match(rows[below].text(col)):
        return False
    breaks = any(_ZEROS.match(row.text(col)) for row in rows)
    widths = [words[-1].x1 - words[0].x0 for row in rows if (words := row.cells[col])]
    together = sum(words[-1].x1 - words[0].x0 for words in (rows[above].cells[col], rows[below].cells[col]))
    return breaks and together + _SPACE * rows[above].line.size > max(widths)


def goes_on_in_groups(above: CutLine, below: CutLine) -> bool:
    """True where a line holds nothing but the last groups of numbers that begin above, beside numbers of thousands."""
    groups = all(col > 0 and _GROUPS.match(below.text(col)) and _FIRST.match(above.text(col)) for col in below.filled())
    return groups and any(_GROUPED.match(above.text(col)) for col in above.filled())
