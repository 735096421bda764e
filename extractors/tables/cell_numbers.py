"""The numbers that a cell holds, those that its width has broken over lines made whole."""

import re
from collections.abc import Sequence

from extractors.tables.cut_lines import CutLine
from extractors.text.lines import Line

_GROUPS = re.compile(r"^\d{3}(?:\s\d{3})*$")
_GROUPED = re.compile(r"^\d{1,3}(?:\s\d{3})+$")
"""Groups of thousands, and a number that they can go on."""
TIGHT = 0.65
"""White within a cell is at most this share of the type size."""


def numbers_of(rows: Sequence[CutLine], group: Sequence[int], col: int) -> list[str]:
    """The numbers of column `col` in the lines `group`; `1 034` and `413` right below it are one.

    They are two where a label begins beside the second.
    """
    numbers: list[str] = []
    above: Line | None = None
    for i in group:
        if not rows[i].is_number(col):
            continue
        text, line = rows[i].text(col), rows[i].line
        tight = above is not None and line.top - above.bottom <= TIGHT * line.size
        begins = rows[i].text(0)[:1].isupper()
        if numbers and tight and not begins and _GROUPS.match(text) and _GROUPED.match(numbers[-1]):
            numbers[-1] += f" {text}"
        else:
            numbers.append(text)
        above = line
    return numbers
