"""The numbers that a cell holds, those that its width has broken over lines made whole."""

import re
from collections.abc import Sequence

from extractors.tables.cut_lines import CutLine
from extractors.text.lines import Line

_GROUPS = re.compile(r"^\d{3}(?:\s\d{3})*$")
_GROUPED = re.compile(r"^\d{1,3}(?:\s\d{3})+$")
_FIRST = re.compile(r"^\d{1,3}$")
"""Groups of thousands, a number that they can go on, and the figures that one can begin with."""
TIGHT = 0.65
"""White within a cell is at most this share of the type size."""


def numbers_of(rows: Sequence[CutLine], group: Sequence[int], col: int) -> list[str]:
    """The numbers of column `col` in the lines `group`; `1 034` and `413` right below it are one.

    They are two where a label begins beside the second. `14` and `584` right below it are one where nothing but such
    groups stands on the second line, and the first one's other numbers are of thousands.
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
        whole = bool(numbers) and (_GROUPED.match(numbers[-1]) or short)
        if tight and not begins and _GROUPS.match(text) and whole:
            numbers[-1] += f" {text}"
        else:
            numbers.append(text)
        above, before = line, i
    return numbers


def goes_on_in_groups(above: CutLine, below: CutLine) -> bool:
    """True where a line holds nothing but the last groups of numbers that begin above, beside numbers of thousands."""
    groups = all(col > 0 and _GROUPS.match(below.text(col)) and _FIRST.match(above.text(col)) for col in below.filled())
    return groups and any(_GROUPED.match(above.text(col)) for col in above.filled())
