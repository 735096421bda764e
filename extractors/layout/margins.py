"""A page's margins: its head and foot, and what repeats beside the text from page to page."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from extractors.layout.margin_numbers import line_counts, page_counts
from extractors.layout.outer_parts import SAME_PLACE, Part, is_beside, outer_parts, own_edges, zone_of
from extractors.pages.page_words import RawPage
from extractors.text.lines import Line, main_size

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
    """What stands beside the text on this page as on others, and numbers that count its lines."""
    number: Line | None = None
    """The page's number, where it stands beside the text."""


def key_of(line: Line) -> str:
    """The line's words, the same for lines that differ in their numbers alone."""
    return re.sub(r"\d+", "#", re.sub(r"\s+", " ", line.text)).strip().lower()


def part_sides(pages: Sequence[RawPage], lines: Sequence[Sequence[Line]]) -> list[Sides]:
    """Set apart what stands at one place left or right of the text on many pages, head and foot left alone.

    lines: each page's lines outside ruled tables, from the top. A line that shares its height with such a text is
    given back without it.
    """
    parts = list(outer_parts(pages, lines))
    sets = _repeated(part for part in parts if zone_of(pages[part.page], part.words) is None)
    numbers = page_counts(pages, lines, parts)
    counts = line_counts(pages, lines, parts)
    own = own_edges(pages, lines, [*(part for twins in sets for part in twins), *numbers.values(), *counts])
    usual = main_size(word for page_lines in lines for line in page_lines for word in line.words)
    margins: list[list[Part]] = [[] for _ in pages]
    for part in counts:
        margins[part.page].append(part)
    for twins in sets:
        beside = sum(is_beside(part.words, *own[part.page]) for part in twins)
        least = _FEW if abs(twins[0].words.size - usual) > _SAME_SIZE else _LEAST
        if beside >= max(least, _OFTEN * len(pages)) and beside > _MOSTLY * len(twins):
            for part in twins:
                margins[part.page].append(part)
    return [
        _without(page_lines, beside_text, numbers.get(i))
        for i, (page_lines, beside_text) in enumerate(zip(lines, margins, strict=True))
    ]


def _repeated(parts: Iterable[Part]) -> list[list[Part]]:
    """Outer parts of lines, each together with those that say the same at its place on other pages."""
    alike: dict[str, list[Part]] = defaultdict(list)
    for part in parts:
        alike[part.words.text].append(part)
    sets: list[list[Part]] = []
    for parts_alike in alike.values():
        left = parts_alike
        while left:
            twins = [part for part in left if _at_one_place(part, left[0])]
            left = [part for part in left if not _at_one_place(part, left[0])]
            if len({part.page for part in twins}) >= _FEW:
                sets.append(twins)
    return sets


def _at_one_place(one: Part, other: Part) -> bool:
    a, b = one.words, other.words
    return abs(a.x0 - b.x0) <= SAME_PLACE and abs(a.bottom - b.bottom) <= SAME_PLACE


def _without(lines: Sequence[Line], parts: Sequence[Part], number: Part | None) -> Sides:
    gone: dict[int, set[int]] = defaultdict(set)
    for part in parts if number is None else (*parts, number):
        gone[part.line].update(id(word) for word in part.words.words)
    text: list[Line] = []
    for j, line in enumerate(lines):
        kept = tuple(word for word in line.words if id(word) not in gone[j])
        if kept:
            text.append(line if len(kept) == len(line.words) else replace(line, words=kept))
    margin = {id(part.words): part.words for part in parts if number is None or part.words is not number.words}
    return Sides(tuple(text), tuple(margin.values()), number.words if number is not None else None)
