"""A line right below a table's rows that tells their unit in a type of its own: the table's caption, and no row."""

from collections import Counter
from collections.abc import Sequence

from extractors.tables.cell_text import ends_with_unit
from extractors.text.lines import Line

_FEWEST_ROWS = 3
"""Lines above it, from which their type is that of rows."""


def without_caption(lines: Sequence[Line], parts: Sequence[Sequence[Line]], first: int, last: int) -> int:
    """Where the region of lines `first` to `last` (exclusive) ends before such a line; `parts` are its lines' texts.

    A row whose number is left out ends with the unit too, as forms have them, but is set as the others are.
    """
    line = lines[last - 1]
    rows = lines[first : last - 1]
    if last - first <= _FEWEST_ROWS or len(parts[last - 1]) > 1 or not ends_with_unit(line.text):
        return last
    usual = Counter(_type(row) for row in rows).most_common(1)[0][0]
    return last if _type(line) == usual or line.x0 > rows[-1].x0 + line.size else last - 1


def _type(line: Line) -> tuple[bool, bool, str]:
    return line.bold, line.italic, line.color
