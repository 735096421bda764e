"""Lines in the middle of a table of figures that head a section of its rows: they are cells of no column."""

from collections.abc import Sequence
from dataclasses import replace

from extractors.tables.cut_lines import CutLine
from extractors.tables.line_parts import cut
from extractors.text.lines import Line

_MIDDLE = 3.0
"""Points between a line's middle and the table's, at most."""
_FEWEST_COLUMNS = 3
_FEWEST_LETTERS = 3
_FEWEST_ROWS = 2
"""Rows of a label and figures, from which a table is one of figures."""


def is_centred(line: Line, rows: Sequence[Line]) -> bool:
    """True for one text in the middle of the width of all rows, which begins and ends well inside them."""
    left, right = min(row.x0 for row in rows), max(row.x1 for row in rows)
    middle = abs(line.x0 + line.x1 - left - right) / 2 <= _MIDDLE
    return middle and left + _MIDDLE < line.x0 and len(cut(line)) == 1


def centred_sections(rows: Sequence[CutLine], n_head: int, numeric: set[int]) -> set[int]:
    """Which of the lines below the head's `n_head` are such: right above a row's label and figures, none within a row.

    `numeric` are the columns of figures: a text in another may be a cell of its own column.
    """
    full = [bool(row.cells[0]) and any(row.is_number(col) for col in numeric) for row in rows]
    if sum(full) < _FEWEST_ROWS or len(rows[0].cells) < _FEWEST_COLUMNS:
        return set()
    width = [row.line for row, is_full in zip(rows, full, strict=True) if is_full]
    return {
        i
        for i in range(n_head, len(rows) - 1)
        if full[i + 1]
        and (i == n_head or full[i - 1])
        and _is_no_figure(rows[i], numeric)
        and is_centred(rows[i].line, width)
    }


def ends_in_section(rows: Sequence[CutLine], n_head: int, heights: Sequence[float], numeric: set[int]) -> bool:
    """True where the last of the head's `n_head` lines is such, below what ends the head.

    That is one of the drawn `heights`; or heads of all columns, where another section is set as the line.
    """
    found = centred_sections(rows, n_head - 1, numeric) if n_head > 1 else set()
    if n_head - 1 not in found:
        return False
    line, others = rows[n_head - 1].line, [rows[i].line for i in found if i >= n_head]
    alike = any((x.bold, x.italic) == (line.bold, line.italic) for x in others)
    if alike and len(rows[n_head - 2].filled()) == len(rows[0].cells):
        return True
    return any(rows[n_head - 2].line.middle < y < rows[n_head - 1].line.middle for y in heights)


def as_sections(rows: Sequence[CutLine], found: set[int]) -> list[CutLine]:
    """The lines, those `found` with all words in the first column, whose text spans the others."""
    n_others = len(rows[0].cells) - 1
    return [
        replace(row, cells=(row.line.words, *((),) * n_others)) if i in found else row for i, row in enumerate(rows)
    ]


def with_sections_apart(groups: Sequence[Sequence[int]], found: set[int]) -> list[list[int]]:
    """The groups of lines, each of those `found` as one of its own."""
    parted: list[list[int]] = []
    for group in groups:
        begins = True
        for i in group:
            if begins or i in found:
                parted.append([i])
            else:
                parted[-1].append(i)
            begins = i in found
    return parted


def _is_no_figure(row: CutLine, numeric: set[int]) -> bool:
    filled = row.filled()
    letters = sum(sign.isalpha() for sign in row.line.text)
    return filled != [0] and numeric.issuperset(filled) and letters >= _FEWEST_LETTERS
