"""A page's number that stands on a line with other words: where other pages have theirs alone at the same place, or
where it says itself that it is one.
"""

import re
from collections.abc import Sequence

from extractors.layout.outer_parts import zone_of
from extractors.layout.page_numbers import is_page_number, page_label
from extractors.pages.page_words import RawPage
from extractors.text.lines import Line, segments

_SAME_PLACE = 4.0
"""Points."""
_OF_SO_MANY = re.compile(
    r"(?:sida\s|sid\.?\s|s\.\s)?(?P<page>\d{1,3})\s?\((?P<pages>\d{1,3})\)|sida\s(?P<at>\d{1,3})\s?(?:av|/)\s?(?P<of>\d{1,3})",
    re.IGNORECASE,
)
"""A number with that of all pages: `2 (7)`, `Sida 2 av 7`."""


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


def number_written_out(page: RawPage, lines: Sequence[Line]) -> Line | None:
    """The part that numbers the page out of how many, at the end of its outermost line: `Nämnden        1 (1)`.

    A paper of one page has no other page to bear it out. `lines` are the page's from the top.
    """
    found = [
        part
        for line in ((lines[0], lines[-1]) if lines else ())
        if zone_of(page, line) is not None
        for parts in (segments(line, line.size),)
        if len(parts) > 1
        for part in (parts[-1],)
        if (match := _OF_SO_MANY.fullmatch(part.text)) is not None
        and int(match["page"] or match["at"]) <= int(match["pages"] or match["of"])
    ]
    return found[0] if len(found) == 1 else None


def lines_outside(page: RawPage, lines: Sequence[Line], number: Line) -> list[Line]:
    """The lines that hold the number or stand between it and the page's edge: none of the text's."""
    if zone_of(page, number) == "head":
        return [line for line in lines if line.bottom <= number.bottom + _SAME_PLACE]
    return [line for line in lines if line.top >= number.top - _SAME_PLACE]


def _at_one_place(part: Line, line: Line) -> bool:
    level = abs(part.bottom - line.bottom) <= _SAME_PLACE
    return level and (abs(part.x0 - line.x0) <= _SAME_PLACE or abs(part.x1 - line.x1) <= _SAME_PLACE)
