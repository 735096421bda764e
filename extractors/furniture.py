"""Running heads, page numbers and footnotes: what repeats or stands below the text is set apart.

Nothing is thrown away; it becomes notes.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.lines import Line, main_size
from extractors.page_words import RawPage

_PAGE_NUMBER = re.compile(
    r"^(?:(?:sida|sidan|s\.|page)\s*)?[-–]?\s*(\d{1,3})\s*[-–]?(?:\s*(?:[(\[/]|av)\s*\d{1,3}\s*[)\]]?)?$",
    re.IGNORECASE,
)
_HEAD_ZONE = 0.14
_FOOT_ZONE = 0.86
_SAME_HEIGHT = 4.0
_OFTEN = 0.4
_FOOTNOTE_START = re.compile(r"^(\d{1,3}|[*†‡])(?:\s?(?=\D)|$)")
_FOOTNOTE_SIZE = 0.93
_FOOTNOTE_ZONE = 0.45
_SAME_SIZE = 0.6


@dataclass(frozen=True)
class Furniture:
    """One page's lines, sorted into what they are."""

    body: tuple[Line, ...]
    running: tuple[Line, ...]
    numbers: tuple[Line, ...]
    footnotes: tuple[tuple[Line, ...], ...]
    label: str | None
    """The page number as printed."""


def set_apart(pages: Sequence[RawPage], lines: Sequence[Sequence[Line]]) -> list[Furniture]:
    """Sort every page's lines. `lines` holds the page's lines outside ruled tables, from the top."""
    repeated = _repeated_lines(pages, lines)
    sorted_pages: list[Furniture] = []
    for page, page_lines, running in zip(pages, lines, repeated, strict=True):
        rest = [line for line in page_lines if line not in running]
        number = _page_number(page, rest, running)
        if number is not None and number in rest:
            rest.remove(number)
        label = _label(number)
        body, footnotes = _footnotes(page, rest)
        sorted_pages.append(
            Furniture(
                body=tuple(body),
                running=tuple(line for line in page_lines if line in running and line is not number),
                numbers=(number,) if number is not None else (),
                footnotes=tuple(tuple(f) for f in footnotes),
                label=label,
            )
        )
    return sorted_pages


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", re.sub(r"\s+", " ", line.text)).strip().lower()


def _zone(page: RawPage, line: Line) -> str | None:
    if line.bottom < page.height * _HEAD_ZONE:
        return "head"
    if line.top > page.height * _FOOT_ZONE:
        return "foot"
    return None


def _repeated_lines(pages: Sequence[RawPage], lines: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Per page, the lines at its edges that stand on many pages, or on neighbouring ones outside the text area."""
    where: dict[str, list[tuple[int, Line]]] = defaultdict(list)
    for i, (page, page_lines) in enumerate(zip(pages, lines, strict=True)):
        for line in page_lines:
            if zone := _zone(page, line):
                where[f"{zone} {_key(line)}"].append((i, line))
    found: list[list[Line]] = [[] for _ in pages]
    for places in where.values():
        for i, line in places:
            twins = [j for j, other in places if j != i and abs(other.bottom - line.bottom) <= _SAME_HEIGHT]
            often = len(set(twins)) + 1 >= max(3, _OFTEN * len(pages))
            near = any(abs(j - i) <= 2 for j in twins)
            if often or (near and _outside_text(pages[i], line, lines[i])):
                found[i].append(line)
    return [_without_islands(page, page_lines, f) for page, page_lines, f in zip(pages, lines, found, strict=True)]


def _outside_text(page: RawPage, line: Line, page_lines: Sequence[Line]) -> bool:
    """True where clear white separates the line from the text: more than two lines' height."""
    others = [x for x in page_lines if x is not line and _zone(page, x) is None]
    if not others:
        return True
    if line.size > main_size(w for x in others for w in x.words) + _SAME_SIZE:
        return False
    if line.top < page.height / 2:
        return min(x.top for x in others) - line.bottom > 1.2 * line.size
    return line.top - max(x.bottom for x in others) > 1.2 * line.size


def _without_islands(page: RawPage, page_lines: Sequence[Line], found: list[Line]) -> list[Line]:
    """Only what lies at the very edge: a repeated line with text between it and the edge is text itself."""
    kept: list[Line] = []
    head = [x for x in page_lines if x.top < page.height / 2]
    for line in head:
        if line in found or _PAGE_NUMBER.match(line.text):
            kept.append(line)
        else:
            break
    foot = [x for x in reversed(page_lines) if x.top >= page.height / 2]
    for line in foot:
        if line in found or _PAGE_NUMBER.match(line.text):
            kept.append(line)
        else:
            break
    return [line for line in found if line in kept]


def _page_number(page: RawPage, rest: Sequence[Line], running: Sequence[Line]) -> Line | None:
    """The outermost line that reads as a page number, at the foot or else at the head."""
    at_edges = [line for line in [*rest, *running] if _zone(page, line) and _PAGE_NUMBER.match(line.text)]
    if not at_edges:
        return None
    return max(at_edges, key=lambda line: abs((line.top + line.bottom) / 2 - page.height / 2))


def _label(number: Line | None) -> str | None:
    if number is None:
        return None
    match = _PAGE_NUMBER.match(number.text)
    return match.group(1) if match else None


def _footnotes(page: RawPage, lines: Sequence[Line]) -> tuple[list[Line], list[list[Line]]]:
    """Cut off the footnotes: small lines at the foot of the page, from the first that begins with a mark."""
    if not lines:
        return [], []
    above = [x for x in lines if x.bottom < page.height * _FOOTNOTE_ZONE] or list(lines)
    body_size = max({x.size for x in above}, key=lambda s: sum(len(x.text) for x in above if x.size == s))
    start = len(lines)
    note_size = lines[-1].size
    for i in range(len(lines) - 1, -1, -1):
        line = lines[i]
        if line.size > body_size * _FOOTNOTE_SIZE or line.top < page.height * _FOOTNOTE_ZONE:
            break
        if abs(line.size - note_size) > _SAME_SIZE and not _PAGE_NUMBER.match(line.text):
            break
        if line.leading_mark or _FOOTNOTE_START.match(line.text):
            start = i
    notes: list[list[Line]] = []
    for line in lines[start:]:
        begins = line.leading_mark or _FOOTNOTE_START.match(line.text)
        if not notes or (begins and not _only_marked(notes[-1])):
            notes.append([line])
        else:
            notes[-1].append(line)
    return list(lines[:start]), notes


def _only_marked(note: Sequence[Line]) -> bool:
    """True for a footnote of which only the mark has been met: its text is set on the next line."""
    return len(note) == 1 and bool(_PAGE_NUMBER.match(note[0].text))
