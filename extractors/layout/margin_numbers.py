"""Numbers in the margin beside the text: a page's own, and those that count its lines."""

import itertools
from collections import defaultdict
from collections.abc import Sequence

from extractors.layout.outer_parts import SAME_PLACE, Part, is_beside, own_edges
from extractors.layout.page_numbers import is_page_number, page_label
from extractors.pages.page_words import RawPage
from extractors.text.lines import Line, segments

_LEAST_PAGES = 3
"""Pages whose numbers count on, from which they are believed: two may do so by chance."""
_LEAST_LINES = 4
"""Numbers below each other on a page, at the least, that count its lines."""
_MOST_PAGES = 0.5
"""The lines of more than this share of the pages are counted, where any are."""
_MOSTLY = 0.6
"""... where more than this share of the numbers on it grow as they should."""
_WIDE_WORDS = 3
"""Words on a line of running text, at the least."""
_OFF = 1
"""Printed lines by which a count may be off from one number to the next: what is counted as one may be told as two.
Also points by which the feet of a number and its line may differ."""


def page_counts(pages: Sequence[RawPage], lines: Sequence[Sequence[Line]], parts: Sequence[Part]) -> dict[int, Part]:
    """By page index the part beside its text that numbers it: at one place, one more on each page.

    `parts` are the outermost parts of the pages' lines.
    """
    numbers = [part for part in parts if is_page_number(part.words.text)]
    counted: dict[int, list[Part]] = defaultdict(list)
    for part in numbers:
        counted[int(page_label(part.words.text)) - part.page].append(part)
    found: dict[int, Part] = {}
    for alike in counted.values():
        if len({part.page for part in alike}) < _LEAST_PAGES:
            continue
        edges = own_edges(pages, lines, alike)
        beside = [part for part in alike if is_beside(part.words, *edges[part.page])]
        for part in beside:
            twins = {other.page for other in beside if _at_one_place(pages, part, other)}
            if len(twins) >= _LEAST_PAGES:
                found.setdefault(part.page, part)
    return found


def line_counts(pages: Sequence[RawPage], lines: Sequence[Sequence[Line]], parts: Sequence[Part]) -> list[Part]:
    """The parts beside the text that count its lines: under each other, each as much more as there are lines between.

    `parts` are the outermost parts of the pages' lines.
    """
    numbers = [part for part in parts if part.words.text.isdecimal()]
    columns: dict[int, list[list[Part]]] = defaultdict(list)
    for part in sorted(numbers, key=lambda p: (p.page, p.words.top)):
        column = next((c for c in columns[part.page] if _is_under(part.words, c[-1].words)), None)
        if column is None:
            columns[part.page].append([part])
        else:
            column.append(part)
    long = [c for on_page in columns.values() for c in on_page if len(c) >= _LEAST_LINES]
    edges = [_text_edges(page, page_lines) for page, page_lines in zip(pages, lines, strict=True)]
    found = [c for c in long if _counts_lines(c, lines[c[0].page], edges[c[0].page])]
    if len({c[0].page for c in found}) <= max(1.0, _MOST_PAGES * len(pages)):
        return []
    places = [c[0].words for c in found]
    beside = [p for c in columns.values() for column in c for p in column if is_beside(p.words, *edges[p.page])]
    return [p for p in beside if any(_is_under(p.words, place) for place in places)]


def _text_edges(page: RawPage, lines: Sequence[Line]) -> tuple[float, float]:
    """How far the page's running text reaches to the left and to the right: a table may reach into the margin."""
    wide = [part for line in lines for part in segments(line, line.size) if len(part.words) >= _WIDE_WORDS]
    return min((p.x0 for p in wide), default=page.width), max((p.x1 for p in wide), default=0.0)


def _counts_lines(column: Sequence[Part], lines: Sequence[Line], edges: tuple[float, float]) -> bool:
    """True where the numbers grow, mostly by as many as there are lines; those of a drawn table are not known here."""
    pairs = list(itertools.pairwise(column))
    steps = [int(below.words.text) - int(above.words.text) for above, below in pairs]
    if min(steps) < 1 or not all(is_beside(part.words, *edges) for part in column):
        return False
    feet = sorted(line.bottom for line in lines if line.x1 > edges[0] and line.x0 < edges[1])
    right = 0
    for (above, below), step in zip(pairs, steps, strict=True):
        between = {round(y) for y in feet if above.words.bottom + _OFF < y <= below.words.bottom + _OFF}
        right += abs(len(between) - step) <= _OFF
    return right > _MOSTLY * len(pairs)


def _is_under(words: Line, above: Line) -> bool:
    return abs(words.x1 - above.x1) <= SAME_PLACE or abs(words.x0 - above.x0) <= SAME_PLACE


def _at_one_place(pages: Sequence[RawPage], one: Part, other: Part) -> bool:
    """True where both stand equally far from a side, and from the head, the foot or the middle of pages of any size."""
    a, b = one.words, other.words
    page, sheet = pages[one.page], pages[other.page]
    wider, higher = page.width - sheet.width, page.height - sheet.height
    across = min(abs(a.x0 - b.x0), abs(a.x1 - b.x1), abs(a.x0 - b.x0 - wider), abs(a.x1 - b.x1 - wider))
    down = a.bottom - b.bottom
    return across <= SAME_PLACE and min(abs(down), abs(down - higher), abs(down - higher / 2)) <= SAME_PLACE
