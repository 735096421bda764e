"""Running heads, page numbers and footnotes: what repeats or stands below the text is set apart.

Nothing is thrown away; it becomes notes.
"""

import itertools
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.layout.text_columns import column_parts, page_gutters
from extractors.pages.page_words import RawPage
from extractors.text.lines import Line, main_size, segments
from extractors.text.measures import main_sizes

_PAGE_NUMBER = re.compile(
    r"^(?:(?:sida|sidan|sid\.?|s\.|page)\s*)?[-–]?\s*(\d{1,3})\s*[-–]?(?:\s*(?:[(\[/]|av)\s*\d{1,3}\s*[)\]]?)?$",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"^(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})$")
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50}
_FRONT_PAGES = 3
"""The pages before the text are numbered so: a letter's page stands at most this far from its number in the file."""
_NUMBER, _YEAR = re.compile(r"\d+"), 4
"""A number of so many figures is a year, and counts no pages."""
_HEAD_ZONE = 0.14
_FOOT_ZONE = 0.86
_SAME_HEIGHT = 4.0
_OFTEN = 0.4
_FOOTNOTE_START = re.compile(r"^(\d{1,3}|[*†‡])(?:\s?(?=[^\W\d_a-zåäö]|https?:|www\.|[”\"(])|$)")
"""A number that a capital, an address or a quotation follows: "5a." and "1." begin other things."""
_LISTED_NOTE = re.compile(r"^\d{1,3}[.)]\s")
"""Some number their footnotes "15."; below a rule or wide white, in small type, such a line is a footnote too."""
_FOOTNOTE_SIZE, _SMALL_NOTE = 0.93, 0.85
_FOOTNOTE_ZONE = 0.45
_LITTLE_TEXT = 200
"""Letters above the footnotes, below which a page's text is measured by the document's."""
_SAME_SIZE = 0.6
_PARTING_WHITE = 0.9
"""White above footnotes, in type sizes, that parts them from the text."""
_BELOW = 8.0
"""A table's header has rows within this many type sizes below it."""


@dataclass(frozen=True)
class Furniture:
    """One page's lines, sorted into what they are."""

    body: tuple[Line, ...]
    running: tuple[Line, ...]
    numbers: tuple[Line, ...]
    footnotes: tuple[tuple[Line, ...], ...]
    label: str | None
    """The page number as printed."""
    gutter: float | None = None
    """Where the page's text is parted in two columns, points from the left."""


def set_apart(pages: Sequence[RawPage], lines: Sequence[Sequence[Line]]) -> list[Furniture]:
    """Sort every page's lines. `lines` holds the page's lines outside ruled tables, from the top."""
    repeated = _repeated_lines(pages, lines)
    sorted_pages: list[Furniture] = []
    flowing = [[x for x in page_lines if x not in found] for page_lines, found in zip(lines, repeated, strict=True)]
    gutters = page_gutters(flowing, [page.drawn for page in pages])
    usual = main_size(word for page_lines in flowing for line in page_lines for word in line.words)
    for page, page_lines, running, gutter in zip(pages, lines, repeated, gutters, strict=True):
        rest = [line for line in page_lines if line not in running]
        number = _page_number(page, rest, running)
        if number is not None and number in rest:
            rest.remove(number)
        number = number or _number_on_its_side(page)
        label = _label(number or _number_in_head(page, running))
        in_columns: list[list[Line]] = []
        if gutter is not None:
            rest, in_columns = _footnotes_in_columns(page, rest, gutter, usual)
        body, footnotes = _footnotes(page, rest, usual)
        footnotes = [*in_columns, *footnotes]
        sorted_pages.append(
            Furniture(
                body=tuple(body),
                running=tuple(line for line in page_lines if line in running and line is not number),
                numbers=(number,) if number is not None else (),
                footnotes=tuple(tuple(f) for f in footnotes),
                label=label,
                gutter=gutter,
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
    often: list[list[Line]] = [[] for _ in pages]
    near: list[list[Line]] = [[] for _ in pages]
    twinned = [
        (i, line, twins)
        for places in where.values()
        for i, line in places
        if (twins := [(j, x) for j, x in places if j != i and abs(x.bottom - line.bottom) <= _SAME_HEIGHT])
    ]
    again = {id(line) for _, line, _ in twinned}
    for i, line, twins in twinned:
        counts = any(_counts_pages(line, i, x, j) for j, x in twins)
        if not counts and _heads_columns(line, [x for x in lines[i] if id(x) not in again]):
            continue
        if len({j for j, _ in twins}) + 1 >= max(3, _OFTEN * len(pages)):
            often[i].append(line)
        elif any(abs(j - i) <= 2 for j, _ in twins):
            near[i].append(line)
    found = [
        [*many, *_apart_from_text(page, few, [x for x in page_lines if x not in many])]
        for page, page_lines, many, few in zip(pages, lines, often, near, strict=True)
    ]
    return [_without_islands(page, page_lines, f) for page, page_lines, f in zip(pages, lines, found, strict=True)]


def _apart_from_text(page: RawPage, repeated: Sequence[Line], page_lines: Sequence[Line]) -> list[Line]:
    """Those of the repeated lines that clear white parts from the text; one that stands close to text is text too."""
    apart = list(repeated)
    while True:
        text = [x for x in page_lines if x not in apart]
        kept = [x for x in apart if _outside_text(page, x, text)]
        if len(kept) == len(apart):
            return kept
        apart = kept


def _counts_pages(line: Line, i: int, twin: Line, j: int) -> bool:
    """True where a number in the line grows by one from page to page: a table's header on each page does not."""
    numbers = zip(_NUMBER.findall(line.text), _NUMBER.findall(twin.text), strict=True)
    return any(int(a) - int(b) == i - j for a, b in numbers if len(a) < _YEAR)


def _heads_columns(line: Line, others: Sequence[Line]) -> bool:
    """True where the line's parts stand over those of lines below that each page has its own of: a table's header."""
    parts = segments(line, line.size)
    if len(parts) < 2:
        return False
    below = [x for x in others if line.bottom <= x.bottom < line.bottom + _BELOW * line.size]
    under = [p for x in below for p in segments(x, x.size) if len(segments(x, x.size)) > 1]
    over = [p for p in parts if any(abs(p.x0 - u.x0) < 3 or abs(p.x1 - u.x1) < 3 for u in under)]
    return len(over) >= 2


def _outside_text(page: RawPage, line: Line, text: Sequence[Line]) -> bool:
    """True where clear white separates the line from the text, which holds no line of the kind: a head may have two."""
    others = [x for x in text if abs(x.bottom - line.bottom) > _SAME_HEIGHT]
    others = [x for x in others if (x.top > line.top) == (line.top < page.height / 2)]
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
    at_edges = [line for line in [*rest, *running] if _zone(page, line) and _reads_as_number(page, line.text)]
    if not at_edges:
        return None
    return max(at_edges, key=lambda line: abs((line.top + line.bottom) / 2 - page.height / 2))


def _number_on_its_side(page: RawPage) -> Line | None:
    """The page number where the text lies on its side in the file and the number does not."""
    found = [text for text in page.turned if page.quarters and _reads_as_number(page, text.text)]
    return Line((found[0],)) if len(found) == 1 else None


def _reads_as_number(page: RawPage, text: str) -> bool:
    if not _ROMAN.match(text):
        return _PAGE_NUMBER.match(text) is not None
    digits = [_ROMAN_DIGITS[letter] for letter in text]
    value = sum(-a if a < b else a for a, b in itertools.pairwise([*digits, 0]))
    return abs(value - page.number) <= _FRONT_PAGES


def _number_in_head(page: RawPage, running: Sequence[Line]) -> Line | None:
    """The part of a running head that numbers the page, where a name stands on the same line."""
    parts = [part for line in running for part in segments(line, line.size)]
    found = [part for part in parts if _reads_as_number(page, part.text)]
    return found[0] if len(found) == 1 else None


def _label(number: Line | None) -> str | None:
    if number is None:
        return None
    match = _PAGE_NUMBER.match(number.text)
    return match.group(1) if match else number.text


def _footnotes(page: RawPage, lines: Sequence[Line], usual: float) -> tuple[list[Line], list[list[Line]]]:
    """Cut off the footnotes: small lines at the foot of the page, from the first that begins with a mark.

    A mark counts where it is raised, where the text above has it, or where a rule or wide white parts it
    from the text; lines in columns are a table's, however small. `usual` is the document's body size: it holds
    where the page has little text outside its tables.
    """
    if not lines:
        return [], []
    body_size = _body_size(page, lines, usual)
    marked = {mark for line in lines for mark in line.marks if mark != line.leading_mark}
    start = len(lines)
    note_size = lines[-1].size
    for i in range(len(lines) - 1, -1, -1):
        line = lines[i]
        if line.size > body_size * _FOOTNOTE_SIZE or line.top < page.height * _FOOTNOTE_ZONE:
            break
        if abs(line.size - note_size) > _SAME_SIZE and not _PAGE_NUMBER.match(line.text):
            break
        gaps = len(segments(line, 1.5 * line.size)) - 1
        begins = _begins_note(line) or _LISTED_NOTE.match(line.text)
        if gaps > (1 if begins else 0):
            break
        if gaps and line.leading_mark is None and len(segments(line, 1.5 * line.size)[0].words) > 1:
            break
        parted = _rule_above(page, line) or (i > 0 and line.top - lines[i - 1].bottom > _PARTING_WHITE * line.size)
        listed = parted and line.size <= body_size * _SMALL_NOTE and _LISTED_NOTE.match(line.text)
        if listed or (_begins_note(line) and (_is_marked(line, marked) or parted)):
            start = i
    notes: list[list[Line]] = []
    for line in lines[start:]:
        begins = _begins_note(line) or _LISTED_NOTE.match(line.text)
        if not notes or (begins and not _only_marked(notes[-1])):
            notes.append([line])
        else:
            notes[-1].append(line)
    return list(lines[:start]), notes


def _body_size(page: RawPage, lines: Sequence[Line], usual: float) -> float:
    """The size of the text that footnotes stand below: what is set as the page's last line tells at the top only."""
    tail = len(lines)
    while tail > 0 and abs(lines[tail - 1].size - lines[-1].size) <= _SAME_SIZE:
        tail -= 1
    text = [x for i, x in enumerate(lines) if i < tail or x.bottom < page.height * _FOOTNOTE_ZONE]
    if sum(len(x.text) for x in text) < _LITTLE_TEXT:
        return usual
    return main_sizes(text).most_common(1)[0][0]


def _footnotes_in_columns(
    page: RawPage, lines: Sequence[Line], gutter: float, usual: float
) -> tuple[list[Line], list[list[Line]]]:
    """Cut off the footnotes at the foot of each of two columns."""
    notes = [note for column in column_parts(lines, gutter) for note in _footnotes(page, column, usual)[1]]
    taken = {word for note in notes for line in note for word in line.words}
    body: list[Line] = []
    for line in lines:
        kept = tuple(w for w in line.words if w not in taken)
        if kept == line.words:
            body.append(line)
        elif kept:
            body.append(Line(kept))
    return body, notes


def _begins_note(line: Line) -> bool:
    return line.leading_mark is not None or bool(_FOOTNOTE_START.match(line.text))


def _is_marked(line: Line, marked: set[str]) -> bool:
    if line.leading_mark is not None:
        return True
    match = _FOOTNOTE_START.match(line.text)
    return match is not None and any(match.group(1) in mark.split(",") for mark in marked)


def _rule_above(page: RawPage, line: Line) -> bool:
    """True where a rule that is shorter than the text stands right above the line."""
    near = [r for r in page.rules if 0 <= line.top - r.bottom < 1.5 * line.size]
    return any(r.width < 0.5 * page.width for r in near)


def _only_marked(note: Sequence[Line]) -> bool:
    """True for a footnote of which only the mark has been met: its text is set on the next line."""
    return len(note) == 1 and bool(_PAGE_NUMBER.match(note[0].text))
