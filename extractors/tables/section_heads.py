"""Lone lines among the rows of a table without drawn columns: what heads rows of it, and what follows the table."""

import re
from collections.abc import Sequence

from extractors.tables.cell_text import is_number
from extractors.tables.centred_sections import is_centred
from extractors.tables.figure_rows import figures_of, is_figure_row, is_nil
from extractors.tables.line_parts import cut
from extractors.text.lines import Line
from extractors.text.measures import ALIGNED

_NUMBER_OF_HEAD = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\.?[a-z]?")
FEW_LINES, OTHER_SIZE = 3, 0.6
"""So many lines tell of a table's type size; type that differs from it by more points is other text."""
FIRST_ROW = 3
"""So many lines below a section's line tell of its first row."""
_SEVERAL = 2
"""Heads side by side on a line above the last one of a head, at the least."""
_SOON = 3
"""A section's first row has text in another column within so many lines."""
_OUTDENT = 3.0
"""Points."""
_HEAD_WHITE = 0.75
"""White between two lines of a table's heads, and between these and a section's line, at most, in type sizes."""
_INDENT = 3.0
"""Labels below a section's line are set in by so many type sizes, at most."""
_AS_FAR = 1.5
"""White above a section's line is at most so many times that below it."""


def is_head(line: Line, above: Sequence[Line]) -> bool:
    """True for a line set as a title of what follows: in bold with white above it, or larger than all `above`."""
    white = line.top - above[-1].bottom
    larger = line.size > max(x.size for x in above) + OTHER_SIZE
    return (line.bold and not above[0].bold and white > 0.9 * line.size) or larger


def stands_over_heads(line: Line, below: Line) -> bool:
    """True for text right above a table's heads in bold: these begin the table, text set otherwise is none of it."""
    heads = cut(below)
    return len(heads) >= _SEVERAL and below.bold and not line.bold and not any(is_number(x.text) for x in heads)


def is_numbered_head(parts: Sequence[Line], below: Sequence[Line]) -> bool:
    """True for a number and, at a tab from it, a text in bold that heads what stands below: nothing begins there so.

    `parts` are the line's, `below` the lines that follow. A row that begins with its number has others like it.
    """
    if len(parts) != _SEVERAL or not parts[1].bold or not _NUMBER_OF_HEAD.fullmatch(parts[0].text):
        return False
    return bool(below) and not any(line.x0 <= parts[0].x1 for line in below)


def heads_rows(
    line: Line, above: Sequence[Line], below: Sequence[Sequence[Line]], columns: list[tuple[float, float]]
) -> bool:
    """True for a section's line: it begins where rows do, in their size, and rows in the same columns follow.

    `below` are the lines below it in parts. Another table would begin with its own head.
    """
    rows = [row for row in above if len(cut(row)) > 1]
    follows = next((row for row in below[:_SOON] if len(row) > 1), None)
    if follows is None or not rows or abs(line.size - rows[-1].size) > OTHER_SIZE:
        return False
    starts = abs(line.x0 - min(row.x0 for row in rows)) <= ALIGNED and line.bold
    inside = all(any(_stands_in(part, x0, x1) for x0, x1 in columns[1:]) for part in follows[1:])
    return starts and inside and not any(p.bold for p in follows) and not rows[-1].bold


def _stands_in(part: Line, x0: float, x1: float) -> bool:
    """True for a text of a column from `x0` to `x1`; a mark may stand at the column's side, its head in the middle."""
    out = part.size if len(part.text) == 1 else _OUTDENT
    return x0 - out <= part.x0 and part.x1 <= x1 + out


def is_section_among_figures(line: Line, above: Sequence[Line], below: Sequence[Line]) -> bool:
    """True for a line in the middle between rows of figures, whose figures end at the same places."""
    rows = [row for row in above if is_figure_row(row)]
    follows = next((row for row in below[:_SOON] if is_figure_row(row)), None)
    if follows is None or not rows or abs(line.size - rows[-1].size) > OTHER_SIZE or not is_centred(line, rows):
        return False
    ends = [figure[-1].x1 for figure in figures_of(follows)]
    aligned = sum(any(abs(figure[-1].x1 - x) <= ALIGNED for x in ends) for figure in figures_of(rows[-1]))
    return aligned >= _SEVERAL


def begun_heads(lines: Sequence[Line], parts: Sequence[Sequence[Line]], at: int, floor: int) -> list[Line]:
    """The lines right above line `at`, each the beginning of one of its heads: `Belopp` over `(kr)`."""
    begun: list[Line] = []
    for i in range(at - 1, floor - 1, -1):
        line, under = lines[i], (begun[-1] if begun else None)
        heads = parts[at] if under is None else [under]
        near = lines[i + 1].top - line.bottom <= _HEAD_WHITE * line.size
        alike = abs(line.size - lines[at].size) <= OTHER_SIZE and line.bold == lines[at].bold
        if len(parts[i]) > 1 or not near or not alike or not any(is_aligned(line, head) for head in heads):
            break
        begun.append(line)
    return begun


def is_section_below_heads(
    line: Line, heads: Sequence[Sequence[Line]], begun: Sequence[Line], below: Sequence[Sequence[Line]]
) -> bool:
    """True for a line right below a table's heads, over several of them: it heads the rows below it.

    `heads` and `below` are lines in parts, `begun` the lines with which some heads begin. Every text of the first row
    begins, or ends, where a head does, and a number stands under one at least; where rows stand far apart the section
    does so too, about as far from the heads as from that row. Labels may have no head: they begin where the section
    does, or a little further in.
    """
    above = [text for row in heads for text in row]
    near = max(_HEAD_WHITE * line.size, _AS_FAR * (below[0][0].top - line.bottom) if below else 0.0)
    if len(heads[-1]) < FEW_LINES or any(len(row) < _SEVERAL for row in heads) or line.top - above[-1].bottom > near:
        return False
    above += begun
    left = min(head.x0 for head in above)
    labels = [row[0] for row in below if row[0].x1 < left]
    headless = bool(labels) and 0 <= labels[0].x0 - line.x0 + ALIGNED <= _INDENT * line.size
    texts = [text for row in below for text in row if not (headless and text in labels)]
    under = [next((h for h in above if is_aligned(text, h) or _is_number_under(text, h)), None) for text in texts]
    starts = headless or is_aligned(line, min(above, key=lambda head: head.x0))
    return (
        starts and abs(line.size - above[0].size) <= OTHER_SIZE and None not in under and len(set(under)) >= FEW_LINES
    )


def _is_number_under(text: Line, head: Line) -> bool:
    return (is_number(text.text) or is_nil(text.text)) and text.x0 < head.x1 and head.x0 < text.x1


def is_aligned(text: Line, head: Line) -> bool:
    """True where the two begin, or end, at one place."""
    return min(abs(text.x0 - head.x0), abs(text.x1 - head.x1)) <= ALIGNED
