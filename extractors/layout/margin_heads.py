"""Headings in a wide left margin, beside the text that they head: where documents have them, and in what order to read.

A table's labels stand so too. Of a document with headings in its margin nearly all running text begins at one edge far
from the page's left side, and stands below no label for most of its height.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extractors.layout.head_beside import SAID
from extractors.layout.open_over_columns import in_open_tables
from extractors.layout.over_columns import drawn_tables, in_wide_tables
from extractors.pages.geometry import NOTHING_DRAWN, Drawn
from extractors.pages.page_words import RawPage
from extractors.text.lines import Line, segments
from extractors.text.measures import ALIGNED, main_sizes

_WIDE_WORDS = 5
"""Words on a line of running text, at the least."""
_MANY_LINES = 20
"""Such lines in a document whose text edge is believed."""
_AT_EDGE, _SET_IN = 0.6, 40.0
"""So large a share of them begins at the edge; others, in lists, at most so many points right of it."""
_NONE_BEFORE = 0.9
"""... and so large a share at it or right of it."""
_LEAST_MARGIN, _WIDEST_MARGIN = 0.11, 0.4
"""A margin with headings is so large a share of the page's width, at the least and at the most."""
_APART = 0.7
"""White between a heading and the text beside it, in type sizes, at the least."""
_FEW_HEADS, _FEW_PAGES = 3, 2
_MOST_LINES = 0.3
"""Lines with a heading beside them, of all lines of the text, at the most."""
_MOSTLY = 0.8
"""Share of the headings, at the least, that are set in another type than the text."""
_LEVEL = 0.6
"""A heading's first line and the line that it stands beside have feet that differ by less, in type sizes."""
_NEXT_LINE = 1.8
"""From foot to foot of a heading's lines are at most so many type sizes."""
_SAME_SIZE = 0.6
_NUMBERED = re.compile(r"[^\W\d_]+ \d{1,2}[.:]")
"""How a heading of its own begins right below another: "Aktivitet 2. ..."."""


@dataclass(frozen=True)
class MarginText:
    """A page's lines as read where headings stand in its margin: each heading by itself, and the text between."""

    lines: tuple[Line, ...]
    in_margin: bool


def text_edge(pages: Sequence[RawPage], lines: Sequence[Sequence[Line]]) -> float | None:
    """Where the text begins of a document that has headings in the margin left of it, points; None for any other.

    `lines` are each page's body, from the top.
    """
    width = max((page.width for page in pages), default=0.0)
    parts = [[p for x in page_lines for p in segments(x, _APART * x.size)] for page_lines in lines]
    wide = [p for on_page in parts for p in on_page if len(p.words) >= _WIDE_WORDS]
    if len(wide) < _MANY_LINES:
        return None
    begins = Counter(round(p.x0) for p in wide)
    edge = max(begins, key=lambda x: (sum(begins[x + d] for d in (-1, 0, 1)), -x)) - 1.0 - ALIGNED
    at_edge = sum(0 <= p.x0 - edge <= _SET_IN for p in wide)
    after = sum(p.x0 >= edge for p in wide)
    if edge < _LEAST_MARGIN * width or at_edge < _AT_EDGE * len(wide) or after < _NONE_BEFORE * len(wide):
        return None
    usual = main_sizes(wide).most_common(1)[0][0]
    heads = [(i, head) for i, page_lines in enumerate(lines) for head in _heads(page_lines, edge, width)]
    bold = 2 * sum(p.bold for p in wide) > len(wide)
    other = sum(head[0].bold != bold or head[0].italic or abs(head[0].size - usual) > _SAME_SIZE for _, head in heads)
    n_lines = sum(len(head) for _, head in heads)
    few = len(heads) < _FEW_HEADS or len({i for i, _ in heads}) < min(_FEW_PAGES, len(pages))
    if few or n_lines > _MOST_LINES * len(wide) or other < _MOSTLY * len(heads):
        return None
    return edge


def right_of(edge: float | None, gutters: Sequence[float]) -> tuple[float, ...]:
    """The gutters within the text: what parts the margin from it is none."""
    return tuple(x for x in gutters if edge is None or x > edge + _SET_IN)


def _heads(lines: Sequence[Line], edge: float, width: float) -> list[list[Line]]:
    """The headings beside the page's text that begin at the height of one of its lines."""
    margin, text = _parted(lines, edge, [False] * len(lines))
    heads = list(stacks(margin))
    return [
        head
        for head in heads
        if edge - head[0].x0 <= _WIDEST_MARGIN * width and any(_is_level(head[0], x) for x in text)
    ]


def _is_level(head: Line, line: Line) -> bool:
    return abs(head.bottom - line.bottom) < _LEVEL * max(head.size, line.size)


def _parted(lines: Sequence[Line], edge: float, whole: Sequence[bool]) -> tuple[list[Line], list[Line]]:
    """What ends left of the edge, and all else, from the top; lines marked as `whole` are text."""
    margin: list[Line] = []
    text: list[Line] = []
    for line, keep in zip(lines, whole, strict=True):
        first = segments(line, _APART * line.words[0].size)[0]
        if keep or first.x1 > edge or not any(c.isalpha() for c in first.text):
            text.append(line)
            continue
        margin.append(first)
        rest = line.words[len(first.words) :]
        if rest:
            marks = [(m, x) for m, x in zip(line.marks, line.marks_x0, strict=True) if x > first.x1]
            text.append(Line(rest, tuple(m for m, _ in marks), None, tuple(x for _, x in marks)))
    return margin, text


def stacks(margin: Sequence[Line], room: float = 0.0) -> Iterator[list[Line]]:
    """The margin's lines, those of one heading together: one ends where the next line's first word would have fitted.

    The lines may begin or end at one edge. room: the margin's width in points, where it is known.
    """
    left, right = min((x.x0 for x in margin), default=0.0), max((x.x1 for x in margin), default=0.0)
    stack: list[Line] = []
    for line in margin:
        if stack and not _goes_on(stack[-1], line, room or right - left):
            yield stack
            stack = []
        stack.append(line)
    if stack:
        yield stack


def _goes_on(above: Line, line: Line, room: float) -> bool:
    alike = abs(above.size - line.size) <= _SAME_SIZE and (above.bold, above.italic) == (line.bold, line.italic)
    near = line.bottom - above.bottom <= _NEXT_LINE * line.size
    word = line.words[0]
    full = above.x1 - above.x0 + 0.25 * line.size + word.x1 - word.x0 > room - ALIGNED
    if _NUMBERED.match(line.text) or above.text[-1] in SAID:
        return False
    return alike and near and (full or line.text[0].islower() or above.text.endswith("-"))


def read_with_heads(lines: Sequence[Line], edge: float, drawn: Drawn = NOTHING_DRAWN) -> list[MarginText]:
    """The page's lines in reading order: each heading right before the line that it stands beside."""
    over = in_wide_tables(lines, drawn_tables(lines, drawn), (edge,))
    whole = [a or b for a, b in zip(over, in_open_tables(lines, (edge,)), strict=True)]
    margin, text = _parted(lines, edge, whole)
    return heads_before_text(stacks(margin), text)


def heads_before_text(stacked: Iterable[Sequence[Line]], text: Sequence[Line]) -> list[MarginText]:
    """Each head right before the line of the text that it stands beside."""
    heads = sorted(stacked, key=lambda head: head[0].bottom)
    found: list[MarginText] = []
    at = 0
    for head in heads:
        first = next((i for i in range(at, len(text)) if _begins_after(text[i], head[0])), len(text))
        found += [MarginText(tuple(text[at:first]), in_margin=False), MarginText(tuple(head), in_margin=True)]
        at = first
    found.append(MarginText(tuple(text[at:]), in_margin=False))
    return [part for part in found if part.lines]


def _begins_after(line: Line, head: Line) -> bool:
    return line.bottom > head.bottom - _LEVEL * max(head.size, line.size)
