"""A page's number that stands on a line with other words, where other pages have theirs alone at the same place."""

from collections.abc import Sequence

from extractors.layout.outer_parts import zone_of
from extractors.layout.page_numbers import is_page_number, page_label
from extractors.pages.page_words import RawPage
from extractors.text.lines import Line, segments

_SAME_PLACE = 4.0
"""Points."""


def numbers_beside(pages: Sequence[RawPage], lines: Sequence[Sequence[Line]]) -> dict[int, Line]:
    """By page index the part of a line that numbers the page: it goes on counting with numbers that stand alone.

    `lines` are each page's from the top. A running head of two lines may end beside the number.
    """
    alone: list[tuple[str, int, Line]] = []
    parts: list[tuple[int, str, Line]] = []
    for i, (page, page_lines) in enumerate(zip(pages, lines, strict=True)):
        for line in page_lines:
            zone = zone_of(page, line)
            if zone is None:
                continue
            if is_page_number(line.text):
                alone.append((zone, int(page_label(line.text)) - i, line))
                continue
            parts.extend((i, zone, part) for part in segments(line, line.size) if is_page_number(part.text))
    return {
        i: part
        for i, zone, part in parts
        if any(
            zone == at and int(page_label(part.text)) - i == offset and _at_one_place(part, line)
            for at, offset, line in alone
        )
    }


def lines_outside(page: RawPage, lines: Sequence[Line], number: Line) -> list[Line]:
    """The lines that hold the number or stand between it and the page's edge: none of the text's."""
    if zone_of(page, number) == "head":
        return [line for line in lines if line.bottom <= number.bottom + _SAME_PLACE]
    return [line for line in lines if line.top >= number.top - _SAME_PLACE]


def _at_one_place(part: Line, line: Line) -> bool:
    level = abs(part.bottom - line.bottom) <= _SAME_PLACE
    return level and (abs(part.x0 - line.x0) <= _SAME_PLACE or abs(part.x1 - line.x1) <= _SAME_PLACE)
