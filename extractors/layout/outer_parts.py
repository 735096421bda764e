"""The outermost parts of a page's lines: what may stand in the margin beside the text."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from extractors.pages.geometry import Word
from extractors.pages.page_words import RawPage
from extractors.plain import plain
from extractors.text.lines import Line, segments

_HEAD_ZONE, _FOOT_ZONE = 0.14, 0.86
"""Shares of the page's height: above the one and below the other run heads and numbers."""
_WIDEST = 0.3
"""A margin is at most so large a share of the page's width."""
_SMALLER = 0.9
"""A word in type of less than this share of its line's is smaller than that."""
SAME_PLACE = 4.0
"""Texts whose edges and feet differ by less, points, stand at one place on their pages."""


@plain
class Part:
    """A line or the outer part of one."""

    page: int
    """Index of its page."""
    line: int
    """Index of its line on the page."""
    words: Line


def zone_of(page: RawPage, line: Line) -> str | None:
    """`head` or `foot` for a line that stands in one; None for what stands between."""
    if line.bottom < page.height * _HEAD_ZONE:
        return "head"
    return "foot" if line.top > page.height * _FOOT_ZONE else None


def outer_parts(pages: Sequence[RawPage], lines: Sequence[Sequence[Line]]) -> Iterator[Part]:
    """The first and the last part of each line, as far as they are narrow; once where the line is one part.

    White parts them from the line that is as wide as their type is high, be it smaller than the line's.
    """
    for i, (page, page_lines) in enumerate(zip(pages, lines, strict=True)):
        for j, line in enumerate(page_lines):
            gaps = [_gap(line, end) for end in (line.words[0], line.words[-1])]
            first = segments(line, gaps[0])
            last = first if gaps[1] == gaps[0] else segments(line, gaps[1])
            for words in {id(part): part for part in (first[0], last[-1])}.values():
                if words.x1 - words.x0 <= _WIDEST * page.width:
                    yield Part(i, j, words)


def _gap(line: Line, end: Word) -> float:
    return end.size if end.size < _SMALLER * line.size else line.size


def own_edges(
    pages: Sequence[RawPage], lines: Sequence[Sequence[Line]], others: Iterable[Part]
) -> list[tuple[float, float]]:
    """Per page, how far to the left and to the right its own text and tables reach between head and foot.

    `others` are parts that may be none of it.
    """
    again: dict[int, set[int]] = defaultdict(set)
    for part in others:
        again[part.page].update(id(word) for word in part.words.words)
    edges: list[tuple[float, float]] = []
    for i, (page, page_lines) in enumerate(zip(pages, lines, strict=True)):
        own = [x for x in page_lines if zone_of(page, x) is None]
        boxes = [box for x in own for box in _extents(x, again[i])]
        boxes += [(grid.box.x0, grid.box.x1) for grid in page.grids]
        x0, x1 = min((x for x, _ in boxes), default=0.0), max((x for _, x in boxes), default=page.width)
        edges.append((x0, x1))
    return edges


def _extents(line: Line, left_out: set[int]) -> list[tuple[float, float]]:
    """From where to where the line reaches, or its words that are not left out, by id."""
    if not left_out.isdisjoint(map(id, line.words)):
        return [(word.x0, word.x1) for word in line.words if id(word) not in left_out]
    return [(line.x0, line.x1)]


def is_beside(words: Line, x0: float, x1: float) -> bool:
    """True where white parts it from all that stands between x0 and x1."""
    return words.x1 + words.size <= x0 or words.x0 - words.size >= x1
