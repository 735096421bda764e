"""Numbers in the margin beside the text: a page's own, and those that count its lines."""

import itertools
from collections import Counter, defaultdict
from collections.abc import Sequence

from extractors.layout.outer_parts import SAME_PLACE, Part, is_beside, own_edges
from extractors.layout.page_numbers import is_page_number, page_label
from extractors.pages.page_words import RawPage
from extractors.text.lines import Line, main_size, segments

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
_TIGHTEST, _WIDEST = 0.9, 3.0
"""From one counted line to the next are so many type sizes, the white between paragraphs and round headings too."""


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
    """The parts beside the text that count its lines: under each other, each as much more as lines have room between.

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
    if not long:
        return []
    edges = [_text_edges(page, page_lines) for page, page_lines in zip(pages, lines, strict=True)]
    found = [c for c in long if _counts_lines(c, lines[c[0].page], edges[c[0].page])]
    if len({c[0].page for c in found}) <= max(1.0, _MOST_PAGES * len(pages)):
        return []
    step = Counter(step for column in found for step in _steps(column)).most_common(1)[0][0]
    left = Counter(_value(c[0]) % step for c in found).most_common(1)[0][0]
    every = (column for on_page in columns.values() for column in on_page)
    alike = (c for c in every if min(_steps(c), default=step) >= step and all(_value(p) % step == left for p in c))
    return [part for column in alike if _stands_beside(column, edges) for part in column]


def _stands_beside(column: Sequence[Part], edges: Sequence[tuple[float, float]]) -> bool:
    return all(is_beside(part.words, *edges[part.page]) for part in column)


def _value(part: Part) -> int:
    return int(part.words.text)


def _steps(column: Sequence[Part]) -> list[int]:
    return [_value(below) - _value(above) for above, below in itertools.pairwise(column)]


def _text_edges(page: RawPage, lines: Sequence[Line]) -> tuple[float, float]:
    """How far the page's running text reaches to the left and to the right: a table may reach into the margin."""
    wide = [part for line in lines for part in segments(line, line.size) if len(part.words) >= _WIDE_WORDS]
    return min((p.x0 for p in wide), default=0.0), max((p.x1 for p in wide), default=page.width)


def _counts_lines(column: Sequence[Part], lines: Sequence[Line], edges: tuple[float, float]) -> bool:
    """True where the numbers grow, mostly by as many as lines of the page's type have room between them."""
    steps = _steps(column)
    if min(steps) < 1 or not all(is_beside(part.words, *edges) for part in column):
        return False
    size = main_size(word for line in lines for word in line.words)
    down = [below.words.bottom - above.words.bottom for above, below in itertools.pairwise(column)]
    right = sum(_TIGHTEST * size <= way / step <= _WIDEST * size for way, step in zip(down, steps, strict=True))
    return right > _MOSTLY * len(steps)


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
