"""What says the same at the edges of several pages, but for its numbers: on which pages, and whether it counts them.

A long document has as many of a running head as it has pages: none is held against every other one.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.text.lines import Line

SAME_HEIGHT = 4.0
"""Lines whose feet differ by less, points, stand at one height on their pages."""
_NUMBER, _YEAR = re.compile(r"\d+"), 4
"""A number of so many figures is a year, and counts no pages."""


@dataclass(frozen=True, slots=True)
class AtEdge:
    """A line at the head or foot of a page, by what it says or by what a part of it does."""

    page: int
    """The page's index."""
    line: Line
    part: Line


class Alike:
    """Lines that say the same but for their numbers; only those at one height are each other's twins."""

    def __init__(self, places: Sequence[AtEdge]) -> None:
        ordered = sorted(places, key=lambda at: at.line.bottom)
        self._heights = [at.line.bottom for at in ordered]
        self._pages = [at.page for at in ordered]
        self._level: tuple[tuple[int, int], frozenset[int]] = (0, 0), frozenset()
        """The level asked for last: most are asked for again, and to keep all would be to keep a square of pages."""
        self._counts: dict[tuple[int, int], list[tuple[float, int]]] = defaultdict(list)
        """By which number of the line it is, and its value less its page's index: heights and pages, from the top."""
        for at in ordered:
            for nth, number in enumerate(_NUMBER.findall(at.part.text)):
                self._counts[nth, int(number) - at.page].append((at.line.bottom, at.page))

    def pages_level_with(self, at: AtEdge) -> frozenset[int]:
        """The pages with such a line at this one's height, its own page among them."""
        span = (
            bisect_left(self._heights, at.line.bottom - SAME_HEIGHT),
            bisect_right(self._heights, at.line.bottom + SAME_HEIGHT),
        )
        if span != self._level[0]:
            self._level = span, frozenset(self._pages[slice(*span)])
        return self._level[1]

    def counts_pages(self, at: AtEdge) -> bool:
        """True where a number in the line grows by one from page to page: a table's header on each page does not."""
        return any(
            self._has_another(self._counts[nth, int(number) - at.page], at)
            for nth, number in enumerate(_NUMBER.findall(at.part.text))
            if len(number) < _YEAR
        )

    def _has_another(self, counted: Sequence[tuple[float, int]], at: AtEdge) -> bool:
        first = bisect_left(counted, (at.line.bottom - SAME_HEIGHT, -1))
        for height, page in counted[first:]:
            if height > at.line.bottom + SAME_HEIGHT:
                return False
            if page != at.page:
                return True
        return False
