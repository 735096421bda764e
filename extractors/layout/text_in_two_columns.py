"""Running text in two columns of one width on a part of a page: an introduction above a table, say."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.layout.column_sides import parts_of
from extractors.layout.text_beside_rows import Beside
from extractors.pages.geometry import Drawn
from extractors.text.lines import Line, segments

_GUTTER = 0.9
"""White between the two columns in type sizes, at the least, over all of their lines."""
_FEWEST = 3
"""Lines in each of them."""
_ONE_WIDTH = 0.1
"""The columns differ in width by this share of the wider one's, at most."""
_FULL, _MOSTLY = 0.8, 0.6
"""A line is full from this share of its column's width; this share of the lines, at the least, are full."""
_WORDS = 3.0
"""Words on a column's average line, at the least."""
_PART = 1.5
"""White in type sizes within a column that parts cells: stretched lines have less."""
_INDENT = 2.5
"""A paragraph's first line stands in by so many type sizes at most."""
_EDGE = 1.5
"""Points within which lines begin at one edge."""
_NEXT_LINE = 1.6
"""White between two lines of a column in type sizes, at most."""
_SAME_SIZE = 0.6
_SAME_FOOT = 1.0
"""Points."""
_MORE_WHITE = 0.25
"""White above a paragraph, in type sizes more than above its column's other lines."""


@dataclass(frozen=True)
class _Strip:
    """White from top to bottom between x0 and x1, over lines `first` to `last` (exclusive)."""

    first: int
    last: int
    x0: float
    x1: float


def texts_in_two_columns(lines: Sequence[Line], drawn: Drawn) -> list[Beside]:
    """Where running text stands in two columns, from the top, on a page that is not set in columns as a whole."""
    found: list[Beside] = []
    at = 0
    while at < len(lines):
        strip = _strip_at(lines, at, drawn)
        if strip is None:
            at += 1
            continue
        x = (strip.x0 + strip.x1) / 2
        left, right = parts_of(lines[strip.first : strip.last], x)
        if _is_text_in_two(left, right) and not _begins_above(lines, strip):
            found.append(Beside(strip.first, strip.last, x, goes_on=True))
            at = strip.last
        else:
            at += 1
    return found


def _strip_at(lines: Sequence[Line], first: int, drawn: Drawn) -> _Strip | None:
    """The white that parts a line in two parts of about one width, as far down as it reaches; None where none does.

    Heads in bold and what is drawn over the white end it, as where a table stands below.
    """
    line = lines[first]
    if len(line.words) < 2 * _WORDS:
        return None
    a, b = max(itertools.pairwise(line.words), key=lambda pair: pair[1].x0 - pair[0].x1)
    widths = (a.x1 - line.x0, line.x1 - b.x0)
    if b.x0 - a.x1 < _GUTTER * line.size or min(widths) < _FULL * (1 - _ONE_WIDTH) * max(widths):
        return None
    x0, x1, last = a.x1, b.x0, first
    drawn_over = (mark.top for mark in (*drawn.rules, *drawn.bands) if mark.x0 < x1 and mark.x1 > x0)
    end = min((top for top in drawn_over if top > line.middle), default=float("inf"))
    while last < len(lines) and _is_alike(lines[last], line) and lines[last].middle < end:
        middle = (x0 + x1) / 2
        left = max((w.x1 for w in lines[last].words if w.x0 < middle), default=x0)
        right = min((w.x0 for w in lines[last].words if w.x0 >= middle), default=x1)
        far = last > first and lines[last].top - lines[last - 1].bottom > _NEXT_LINE * line.size
        if far or min(x1, right) - max(x0, left) < _GUTTER * line.size:
            break
        x0, x1, last = max(x0, left), min(x1, right), last + 1
    return _Strip(first, last, x0, x1)


def _begins_above(lines: Sequence[Line], strip: _Strip) -> bool:
    """True where the line right above stands on both sides of the white too: heads, or another row's texts."""
    if strip.first == 0:
        return False
    above, below = lines[strip.first - 1], lines[strip.first]
    free = all(word.x1 <= strip.x0 + 1 or word.x0 >= strip.x1 - 1 for word in above.words)
    beside = above.x0 < strip.x0 and above.x1 > strip.x1
    return free and beside and below.top - above.bottom <= _NEXT_LINE * below.size


def _is_alike(line: Line, other: Line) -> bool:
    return abs(line.size - other.size) <= _SAME_SIZE and line.bold == other.bold


def _is_text_in_two(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """True for running text on both sides, in columns of one width, whose paragraphs begin at heights of their own."""
    if min(len(left), len(right)) < _FEWEST or not (_is_running(left) and _is_running(right)):
        return False
    widths = sorted(max(x.x1 for x in side) - min(x.x0 for x in side) for side in (left, right))
    if widths[0] < (1 - _ONE_WIDTH) * widths[1]:
        return False
    fewer, more = sorted((_paragraphs(left), _paragraphs(right)), key=len)
    return not fewer or not all(any(abs(a - b) < _SAME_FOOT for b in more) for a in fewer)


def _is_running(column: Sequence[Line]) -> bool:
    """True where most lines are full, the first one too, and begin at the column's edge, paragraphs a bit within it."""
    x0, x1 = min(line.x0 for line in column), max(line.x1 for line in column)
    full = [line.x1 - x0 > _FULL * (x1 - x0) for line in column]
    words = sum(len(line.words) for line in column)
    at_edge = sum(line.x0 - x0 <= _EDGE for line in column)
    inset = all(line.x0 - x0 <= _INDENT * line.size for line in column)
    cells = any(len(segments(line, _PART * line.size)) > 1 for line in column)
    several = full[0] and sum(full) >= _MOSTLY * len(column) and words >= _WORDS * len(column)
    return several and inset and not cells and at_edge > len(column) / 2


def _paragraphs(column: Sequence[Line]) -> list[float]:
    """The feet of the lines that begin a paragraph within the column: after a line that ends early, or wider white."""
    x0, x1 = min(line.x0 for line in column), max(line.x1 for line in column)
    usual = sorted(b.top - a.bottom for a, b in itertools.pairwise(column))[(len(column) - 1) // 3]
    begun: list[float] = []
    for above, line in itertools.pairwise(column):
        ended = above.x1 - x0 <= _FULL * (x1 - x0)
        if ended or line.top - above.bottom > usual + _MORE_WHITE * line.size:
            begun.append(max(word.bottom for word in line.words))
    return begun
