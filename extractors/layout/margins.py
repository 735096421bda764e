"""A page's margins: its head and foot, and what repeats beside the text from page to page."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.pages.page_words import RawPage
from extractors.text.lines import Line, main_size, segments

_HEAD_ZONE, _FOOT_ZONE = 0.14, 0.86
"""Shares of the page's height: above the one and below the other run heads and numbers."""
_WIDEST = 0.3
"""A margin is at most so large a share of the page's width."""
_SAME_PLACE = 4.0
"""Texts whose left edges and feet differ by less, points, stand at one place on their pages."""
_OFTEN = 0.4
"""What repeats on so large a share of the pages belongs to the page and not to its text."""
_FEW, _LEAST = 2, 3
"""Pages: two answers of a form may be alike and stand alike; two texts in a type of their own are the pages'."""
_SAME_SIZE = 0.6
"""Sizes that differ by more, points, are two."""
_MOSTLY = 0.5
"""It stands beside the text on more than this share of them; a wide table may reach into the margin."""


@dataclass(frozen=True)
class Sides:
    """One page's lines, parted by where they stand."""

    text: tuple[Line, ...]
    margin: tuple[Line, ...]
    """What stands beside the text on this page as on others."""


@dataclass(frozen=True)
class _Part:
    """A line or the outer part of one."""

    page: int
    """Index of its page."""
    line: int
    """Index of its line on the page."""
    words: Line


def key_of(line: Line) -> str:
    """The line's words, the same for lines that differ in their numbers alone."""
    return re.sub(r"\d+", "#", re.sub(r"\s+", " ", line.text)).strip().lower()


def zone_of(page: RawPage, line: Line) -> str | None:
    """`head` or `foot` for a line that stands in one; None for what stands between."""
    if line.bottom < page.height * _HEAD_ZONE:
        return "head"
    return "foot" if line.top > page.height * _FOOT_ZONE else None


def part_sides(pages: Sequence[RawPage], lines: Sequence[Sequence[Line]]) -> list[Sides]:
    """Set apart what stands at one place left or right of the text on many pages, head and foot left alone.

    lines: each page's lines outside ruled tables, from the top. A line that shares its height with such a text is
    given back without it.
    """
    sets = _repeated(pages, lines)
    own = _own_edges(pages, lines, [part for twins in sets for part in twins])
    usual = main_size(word for page_lines in lines for line in page_lines for word in line.words)
    margins: list[list[_Part]] = [[] for _ in pages]
    for twins in sets:
        beside = sum(_is_beside(part.words, *own[part.page]) for part in twins)
        least = _FEW if abs(twins[0].words.size - usual) > _SAME_SIZE else _LEAST
        if beside >= max(least, _OFTEN * len(pages)) and beside > _MOSTLY * len(twins):
            for part in twins:
                margins[part.page].append(part)
    return [_without(page_lines, parts) for page_lines, parts in zip(lines, margins, strict=True)]


def _repeated(pages: Sequence[RawPage], lines: Sequence[Sequence[Line]]) -> list[list[_Part]]:
    """Outer parts of lines between head and foot, each together with those that say the same at its place on others."""
    alike: dict[str, list[_Part]] = defaultdict(list)
    for i, (page, page_lines) in enumerate(zip(pages, lines, strict=True)):
        for j, line in enumerate(page_lines):
            if zone_of(page, line) is None:
                parts = segments(line, line.size)
                for words in {id(part): part for part in (parts[0], parts[-1])}.values():
                    if words.x1 - words.x0 > _WIDEST * page.width:
                        continue
                    alike[words.text].append(_Part(i, j, words))
    sets: list[list[_Part]] = []
    for parts_alike in alike.values():
        left = parts_alike
        while left:
            twins = [part for part in left if _at_one_place(part, left[0])]
            left = [part for part in left if not _at_one_place(part, left[0])]
            if len({part.page for part in twins}) >= _FEW:
                sets.append(twins)
    return sets


def _own_edges(
    pages: Sequence[RawPage], lines: Sequence[Sequence[Line]], repeated: Sequence[_Part]
) -> list[tuple[float, float]]:
    """Per page, how far to the left and to the right its own text and tables reach between head and foot."""
    again: list[set[int]] = [set() for _ in pages]
    for part in repeated:
        again[part.page].update(id(word) for word in part.words.words)
    edges: list[tuple[float, float]] = []
    for page, page_lines, known in zip(pages, lines, again, strict=True):
        own = [w for x in page_lines if zone_of(page, x) is None for w in x.words if id(w) not in known]
        boxes = [(w.x0, w.x1) for w in own] + [(grid.box.x0, grid.box.x1) for grid in page.grids]
        x0, x1 = min((x for x, _ in boxes), default=0.0), max((x for _, x in boxes), default=page.width)
        edges.append((x0, x1))
    return edges


def _at_one_place(one: _Part, other: _Part) -> bool:
    a, b = one.words, other.words
    return abs(a.x0 - b.x0) <= _SAME_PLACE and abs(a.bottom - b.bottom) <= _SAME_PLACE


def _is_beside(words: Line, x0: float, x1: float) -> bool:
    """True where white parts it from all that stands between x0 and x1."""
    return words.x1 + words.size <= x0 or words.x0 - words.size >= x1


def _without(lines: Sequence[Line], parts: Sequence[_Part]) -> Sides:
    gone: dict[int, set[int]] = defaultdict(set)
    for part in parts:
        gone[part.line].update(id(word) for word in part.words.words)
    text: list[Line] = []
    for j, line in enumerate(lines):
        kept = tuple(word for word in line.words if id(word) not in gone[j])
        if kept:
            text.append(line if len(kept) == len(line.words) else replace(line, words=kept))
    return Sides(tuple(text), tuple(part.words for part in parts))
