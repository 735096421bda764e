"""How many printed lines are a table's head, as type, rules and numbers tell: bold or coloured, words over sums."""

from collections.abc import Sequence
from itertools import pairwise

from extractors.tables.cell_numbers import TIGHT
from extractors.tables.cell_text import is_form_label, is_number, is_year
from extractors.tables.cut_lines import CutLine
from extractors.text.lines import Line
from models.tick_signs import BOXES_AND_RINGS, is_mark

_MOST_HEADER_LINES = 5
_MOST_FULL = 2
"""Lines of a head that hold a text over every column, at most."""
_HEAD_HEIGHTS = 2
"""Drawn heights below which a head may end: one may part its own rows."""
_SAME_SIZE = 0.6
"""Points by which type of one size may differ."""
_SPACE = 0.25
"""White between two words, as a share of the type size."""


def told_head_lines(
    rows: Sequence[CutLine], edges: Sequence[float], heights: Sequence[float], numeric: set[int]
) -> int:
    """How many printed lines at the top are the header."""
    amounts = {c for c in numeric if not any(r.text(c) in BOXES_AND_RINGS or is_mark(r.text(c)) for r in rows)}
    own = max(_in_a_colour_of_their_own(rows), _in_smaller_type(rows))
    styled = 0
    for row in rows:
        stated = any(row.is_number(c) and not is_year(row.text(c)) for c in amounts)
        if not (row.line.bold or row.line.italic or styled < own) or stated or _is_marked(row):
            break
        if styled and row.filled() == [0] and _is_section(rows, styled, edges, heights):
            break
        styled += 1
    styled += _ends_in_number(rows, styled, heights)
    if 0 < styled < len(rows) and len({c for r in rows[:styled] for c in r.filled()}) > 1:
        return styled
    above = next((n for n in _above(rows, heights) if _are_heads(rows[:n], amounts)), 0)
    if above:
        return above
    several = next((i for i, row in enumerate(rows[:_MOST_HEADER_LINES]) if len(row.filled()) > 1), 0)
    heads = rows[: several + 1]
    if numeric and len(rows[several].filled()) > 1 and not any(r.is_number(c) for r in heads for c in numeric):
        later = sum(1 for r in rows[several + 1 :] if any(r.is_number(c) for c in numeric))
        over_columns = all(row.filled()[0] > 0 for row in heads[:-1])
        if over_columns and all(rows[several].text(c) for c in numeric) and later >= 2:
            return several + 1
    return 0


def _ends_in_number(rows: Sequence[CutLine], at: int, heights: Sequence[float]) -> bool:
    """True where line `at` is the last of bold heads, though all it has are numbers: `Antal per 100` over `000`.

    Each stands under a text of the line above, and the first drawn height below that one is below it, over plain rows.
    """
    if not 0 < at < len(rows) - 1 or not rows[at].line.bold or rows[at + 1].line.bold:
        return False
    above, line = rows[at - 1], rows[at]
    below = next((y for y in heights if y > above.line.middle), None)
    closed = below is not None and line.line.middle < below < rows[at + 1].line.middle
    return closed and set(line.filled()) <= set(above.filled()) - {0}


def _above(rows: Sequence[CutLine], heights: Sequence[float]) -> list[int]:
    """How many lines may be the head: those above the first height, or the second if labels have theirs above both."""
    counts = [sum(1 for r in rows if (r.line.top + r.line.bottom) / 2 < height) for height in heights[:_HEAD_HEIGHTS]]
    labelled = [any(row.cells[0] for row in rows[a:b]) for a, b in pairwise([0, *counts])]
    return counts if labelled == [True, False] else counts[:1]


def _are_heads(rows: Sequence[CutLine], amounts: set[int]) -> bool:
    """True for a few lines of words over nearly all columns, which are no rows."""
    return (
        0 < len(rows) <= _MOST_HEADER_LINES
        and not is_form_label(rows[0].text(0))
        and not any(_holds_number(rows, c) for c in amounts)
        and not any(_is_marked(row) for row in rows)
        and not _are_rows(rows)
        and len({c for r in rows for c in r.filled()}) >= max(1, len(rows[0].cells) - 1)
    )


def _holds_number(lines: Sequence[CutLine], col: int) -> bool:
    """True where the column has a number in these lines; a year below words is the last line of a head."""
    texts = [line.text(col) for line in lines if line.cells[col]]
    last_of_head = len(texts) > 1 and is_year(texts[-1]) and not any(map(is_number, texts[:-1]))
    return any(line.is_number(col) for line in lines) and not last_of_head


def _are_rows(lines: Sequence[CutLine]) -> bool:
    """True where more lines fill all columns than those of one head would, or such lines stand apart: rows of text."""
    full = [row.line for row in lines if len(row.filled()) == len(row.cells)]
    apart = any(b.top - a.bottom > TIGHT * b.size for a, b in pairwise(full))
    return len(full) > _MOST_FULL or apart


def _in_a_colour_of_their_own(rows: Sequence[CutLine]) -> int:
    """How many lines at the top are set in one colour that no line below them has a word in."""
    colours = [{word.color for word in row.line.words if word.text not in BOXES_AND_RINGS} for row in rows]
    own = colours[0] if len(colours[0]) == 1 else set()
    count = next((i for i, found in enumerate(colours) if found != own), 0)
    return count if not any(own & found for found in colours[count:]) else 0


def _in_smaller_type(rows: Sequence[CutLine]) -> int:
    """How many lines at the top are set in type of one size, smaller than that of all lines below them."""
    sizes = [row.line.size for row in rows]
    count = next((i for i, size in enumerate(sizes) if abs(size - sizes[0]) > _SAME_SIZE), 0)
    return count if all(size > sizes[0] + _SAME_SIZE for size in sizes[count:]) else 0


def _is_marked(row: CutLine) -> bool:
    """True for a line with a tick box or an x in a column: it answers, and heads nothing."""
    return any(row.text(col) in BOXES_AND_RINGS or is_mark(row.text(col)) for col in row.filled())


def _is_section(rows: Sequence[CutLine], at: int, edges: Sequence[float], heights: Sequence[float]) -> bool:
    """True where a lone label below the heads is none of them.

    It is parted from them, or set in another style, or wider than its column, or begins with a word that had room
    beside the head above it, or others of its style stand alone further down. Below heads of some columns only the
    last tells, where they are right of the labels' head and that one stands above them.
    """
    line = rows[at].line
    if _is_parted(rows[at - 1].line, line, heights):
        return True
    lone = (row.line for row in rows[at + 1 :] if row.filled() == [0] and row.line.text[0].isupper())
    alike = any((x.bold, x.italic) == (line.bold, line.italic) for x in lone)
    if line.text[0].islower() or line.text[0] == "(":
        return False
    if len(rows[at - 1].filled()) < len(edges) - 1:
        return alike and not rows[at - 1].cells[0] and any(row.cells[0] for row in rows[: at - 1])
    head, word = Line(rows[at - 1].cells[0]), line.words[0]
    labels = [Line(row.cells[0]) for row in rows if row.cells[0] and len(row.filled()) > 1]
    had_room = head.x1 + _SPACE * line.size + word.x1 - word.x0 < max(label.x1 for label in labels)
    return line.x1 > edges[1] or had_room or alike


def _is_parted(above: Line, below: Line, heights: Sequence[float]) -> bool:
    """True where a drawn height stands between the lines, or they differ in colour or style: the second is no head."""
    drawn = any(above.bottom - 1 < y < below.top + 1 for y in heights)
    return drawn or (above.color, above.bold, above.italic) != (below.color, below.bold, below.italic)
