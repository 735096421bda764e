"""Numbers at the edges of pages that number none: an answer at a form's foot, the last line of a table's cell.

Page numbers count the pages and stand at one place, alone; what does neither is text where others do, and where it
stands close to text.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.layout.outer_parts import SAME_PLACE, zone_of
from extractors.layout.page_numbers import numbers_page
from extractors.pages.page_words import RawPage
from extractors.text.lines import Line, segments

_CLOSE = 1.2
"""Type sizes: at most so much white stands between a line and the next one of its text."""


@dataclass(frozen=True)
class _Number:
    """What may number a page."""

    page: RawPage
    line: Line
    """The line or the part of a running head that the number is."""
    zone: str

    @property
    def value(self) -> int:
        return int(self.line.text)

    @property
    def offset(self) -> int:
        """The number less its page's: one and the same for all numbers of a count."""
        return self.value - self.page.number

    @property
    def places(self) -> list[tuple[str, int, int]]:
        """Its zone, its height from the page's nearest edge and its distance from the sides, in steps of SAME_PLACE.

        A number on a facing page stands as far from the other side; a centred one is known by its middle.
        """
        line, width = self.line, self.page.width
        rise = line.bottom if self.zone == "head" else self.page.height - line.bottom
        centred = abs(line.x0 + line.x1 - width) <= 2 * SAME_PLACE
        sides = (width / 2,) if centred else (line.x0, width - line.x1)
        return [(self.zone, round(rise / SAME_PLACE), round(side / SAME_PLACE)) for side in sides]

    @property
    def is_told(self) -> bool:
        """True where it says that it numbers a page: `Sida 3`, `3 (9)`, `iv`."""
        return not self.line.text.isdecimal()


def stray_numbers(
    pages: Sequence[RawPage], lines: Sequence[Sequence[Line]], running: Sequence[Sequence[Line]]
) -> list[list[Line]]:
    """Per page, its lines that read as a page number and are none.

    `lines` are the page's lines outside its ruled tables, `running` those of them that come again at its edges.
    """
    found = [_numbers_on(page, own, heads) for page, own, heads in zip(pages, lines, running, strict=True)]
    bare = [[n for n in numbers if not n.is_told] for numbers in found]
    close = [[_is_close_to_text(n, own) for n in numbers] for numbers, own in zip(bare, lines, strict=True)]
    series = _Series(len(pages))
    for numbers, near in zip(bare, close, strict=True):
        for n, is_close in zip(numbers, near, strict=True):
            series.add(n, is_close=is_close)
    numbered = any(n.is_told or series.holds(n) for numbers in found for n in numbers)
    return [
        [
            n.line
            for n, is_close in zip(numbers, near, strict=True)
            if n.line in own and (numbered or is_close) and not series.holds(n)
        ]
        for numbers, near, own in zip(bare, close, lines, strict=True)
    ]


class _Series:
    """Numbers at the edges of a file's pages: which count the pages or stand at one place with another page's."""

    def __init__(self, n_pages: int) -> None:
        self._n_pages = n_pages
        self._counts: dict[int, set[int]] = defaultdict(set)
        """By a number less its page's: the pages."""
        self._places: dict[tuple[str, int, int], set[int]] = defaultdict(set)
        """By zone, height and side in steps of SAME_PLACE: the pages."""
        self._placed: set[int] = set()
        """By id, the numbers that may be known by their place."""

    def add(self, number: _Number, *, is_close: bool) -> None:
        """A count may begin again within a file: no number of it is larger than the file has pages.

        What is larger is known by its place only where white parts it from the text.
        """
        self._counts[number.offset].add(number.page.number)
        if number.value <= self._n_pages or not is_close:
            self._placed.add(id(number))
            for place in number.places:
                self._places[place].add(number.page.number)

    def holds(self, number: _Number) -> bool:
        if number.is_told:
            return False
        own = {number.page.number}
        if self._counts[number.offset] - own:
            return True
        near = [
            (zone, rise + up, side + right)
            for zone, rise, side in number.places
            for up in (-1, 0, 1)
            for right in (-1, 0, 1)
        ]
        return id(number) in self._placed and any(self._places.get(place, own) - own for place in near)


def _numbers_on(page: RawPage, lines: Sequence[Line], running: Sequence[Line]) -> list[_Number]:
    """The lines at the page's edges, and the parts of its running heads, that may number it."""
    parts = [part for line in running for part in segments(line, line.size) if part.words != line.words]
    zones = [(line, zone_of(page, line)) for line in (*lines, *parts) if numbers_page(page.number, line.text)]
    return [_Number(page, line, zone) for line, zone in zones if zone]


def _is_close_to_text(number: _Number, lines: Sequence[Line]) -> bool:
    """True where no clear white parts the number from the page's lines."""
    line = number.line
    if number.zone == "head":
        return any(0 <= x.top - line.bottom <= _CLOSE * line.size for x in lines)
    return any(0 <= line.top - x.bottom <= _CLOSE * line.size for x in lines)
