"""Running heads, page numbers and footnotes: what repeats or stands below the text is set apart.

Nothing is thrown away; it becomes notes.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from extractors.layout.footnotes import footnotes_in_columns, footnotes_of
from extractors.layout.margins import key_of, part_sides
from extractors.layout.numbers_beside import lines_outside, number_written_out, numbers_beside
from extractors.layout.outer_parts import zone_of
from extractors.layout.page_gutters import page_gutters
from extractors.layout.page_numbers import is_page_number, numbers_page, page_label
from extractors.layout.repeats import SAME_HEIGHT, Alike, AtEdge
from extractors.layout.stray_numbers import stray_numbers
from extractors.pages.geometry import Box, Drawn
from extractors.pages.page_words import RawPage
from extractors.text.lines import Line, main_size, segments

_OFTEN = 0.4
_SAME_SIZE = 0.6
_COUNTED = 2.0
"""White between a letterhead's name and the page's number below it, in type sizes, at most."""
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
    gutters: tuple[float, ...] = ()
    """Where the page's text is parted in columns, points from the left."""


def without_rule_of_notes(page: RawPage, parts: Furniture) -> RawPage:
    """The page without the rule above its footnotes, which closes no table; one nearer to the text may do so."""
    return _without_rule_between(page, parts.body, parts.footnotes)


def _without_rule_between(page: RawPage, body: Sequence[Line], notes: Sequence[Sequence[Line]]) -> RawPage:
    tops = [line.top for note in notes for line in note]
    if not tops or not body:
        return page
    top = min(tops)
    foot = max((line.bottom for line in body if line.bottom <= top + 1), default=top)
    over_notes = [r for r in page.rules if r.top - foot > top - r.bottom >= 0]
    return replace(page, rules=tuple(r for r in page.rules if r not in over_notes)) if over_notes else page


def _drawn_above_notes(page: RawPage, lines: Sequence[Line], usual: float) -> Drawn:
    """What is drawn on the page, without the rule above footnotes over its whole width."""
    return _without_rule_between(page, *footnotes_of(page, lines, usual)).drawn


def set_apart(
    pages: Sequence[RawPage], lines: Sequence[Sequence[Line]], tables: Sequence[Sequence[Box]] | None = None
) -> list[Furniture]:
    """Sort every page's lines.

    `lines` holds the page's lines outside its ruled tables, from the top, `tables` the boxes of these.
    """
    sides = part_sides(pages, lines)
    lines = [side.text for side in sides]
    repeated = _repeated_lines(pages, lines)
    strays = stray_numbers(pages, lines, repeated)
    repeated = [[x for x in found if x not in own] for found, own in zip(repeated, strays, strict=True)]
    sorted_pages: list[Furniture] = []
    flowing = [[x for x in page_lines if x not in found] for page_lines, found in zip(lines, repeated, strict=True)]
    usual = main_size(word for page_lines in flowing for line in page_lines for word in line.words)
    above_notes = (_drawn_above_notes(page, page_lines, usual) for page, page_lines in zip(pages, flowing, strict=True))
    gutters = page_gutters(flowing, list(above_notes), tables)
    beside = numbers_beside(pages, lines)
    for i, (page, side, running, own) in enumerate(zip(pages, sides, repeated, gutters, strict=True)):
        page_lines = side.text
        rest = [line for line in page_lines if line not in running]
        number = side.number or _page_number(page, [line for line in rest if line not in strays[i]], running)
        if number is not None and number in rest:
            rest.remove(number)
        heads = [line for line in page_lines if line in running and line is not number]
        number = number or _number_on_its_side(page)
        if number is None and (number := _number_in_head(page, running)) is not None:
            heads = [rest_of for line in heads if (rest_of := _without_number(line, number)) is not None]
        if number is None and i in beside:
            number = beside[i]
            outside = lines_outside(page, rest, number)
            rest = [line for line in rest if line not in outside]
            heads += [rest_of for line in outside if (rest_of := _without_number(line, number)) is not None]
        if number is None and (number := number_written_out(page, rest)) is not None:
            rest = [rest_of for line in rest if (rest_of := _without_number(line, number)) is not None]
        in_columns: list[list[Line]] = []
        if own:
            rest, in_columns = footnotes_in_columns(page, rest, own, usual)
        body, footnotes = footnotes_of(page, rest, usual)
        footnotes = [*in_columns, *footnotes]
        sorted_pages.append(
            Furniture(
                body=tuple(body),
                running=(*heads, *side.margin),
                numbers=(number,) if number is not None else (),
                footnotes=tuple(tuple(f) for f in footnotes),
                label=page_label(number.text) if number is not None else None,
                gutters=own,
            )
        )
    return sorted_pages


def _repeated_lines(pages: Sequence[RawPage], lines: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Per page, the lines at its edges that stand on many pages, or on neighbouring ones outside the text area."""
    where: dict[str, list[AtEdge]] = defaultdict(list)
    for i, (page, page_lines) in enumerate(zip(pages, lines, strict=True)):
        for line in page_lines:
            if zone := zone_of(page, line):
                for part in (line, *_written_numbers(line)):
                    where[f"{zone} {key_of(part)}"].append(AtEdge(i, line, part))
    often: list[list[Line]] = [[] for _ in pages]
    near: list[list[Line]] = [[] for _ in pages]
    at_edges = {at.line.text for places in where.values() for at in places}
    in_text = Counter(
        _look_of(x)
        for page, page_lines in zip(pages, lines, strict=True)
        for x in page_lines
        if x.text in at_edges and zone_of(page, x) is None
    )
    twinned = [
        (at, alike)
        for places in where.values()
        for alike in (Alike(places),)
        for at in places
        if 1 < len(alike.pages_level_with(at)) >= in_text[_look_of(at.line)]
    ]
    again = {id(at.line) for at, _ in twinned}
    for at, alike in twinned:
        if not alike.counts_pages(at) and _heads_columns(at.line, [x for x in lines[at.page] if id(x) not in again]):
            continue
        found_on = alike.pages_level_with(at)
        if len(found_on) >= max(3, _OFTEN * len(pages)):
            often[at.page].append(at.line)
        elif any(at.page + step in found_on for step in (-2, -1, 1, 2)):
            near[at.page].append(at.line)
    often, near = ([list(dict.fromkeys(held)) for held in each] for each in (often, near))
    over_titles = _over_titles(where.values(), lines)
    found = [
        [
            *many,
            *_apart_from_text(
                page, [x for x in few if x not in many], [x for x in page_lines if x not in many], over_titles
            ),
        ]
        for page, page_lines, many, few in zip(pages, lines, often, near, strict=True)
    ]
    return [_without_islands(page, page_lines, f) for page, page_lines, f in zip(pages, lines, found, strict=True)]


def _look_of(line: Line) -> tuple[str, float, bool, bool, str]:
    """What it says and how it is set.

    What stands so oftener in the text than at an edge is a heading that comes again, not one of pages.
    """
    return line.text, line.size, line.bold, line.italic, line.color


def _written_numbers(line: Line) -> list[Line]:
    """The parts of a line that say that they number the page, `Sida 2 av 7`, with something else beside them."""
    parts = segments(line, line.size)
    return [part for part in parts if len(parts) > 1 and is_page_number(part.text) and not part.text.isdigit()]


def _over_titles(alike: Iterable[Sequence[AtEdge]], lines: Sequence[Sequence[Line]]) -> set[int]:
    """By id, the lines at a page's head that say at one height what on some page stands above a larger heading.

    No heading does that: where such a line stands above smaller text alone, on the next page, it is none either.
    """
    found: set[int] = set()
    for places in alike:
        above = {round(at.line.bottom) for at in places if _is_over_larger(at.line, lines[at.page])}
        for at in places if above else ():
            if any(abs(at.line.bottom - height) <= SAME_HEIGHT for height in above):
                found.add(id(at.line))
    return found


def _is_over_larger(line: Line, page_lines: Sequence[Line]) -> bool:
    return any(x.top > line.bottom and x.size > line.size + _SAME_SIZE for x in page_lines)


def _apart_from_text(
    page: RawPage, repeated: Sequence[Line], page_lines: Sequence[Line], over_titles: Collection[int]
) -> list[Line]:
    """Those of the repeated lines that clear white parts from the text; one that stands close to text is text too.

    over_titles: as _over_titles gives them.
    """
    apart = list(repeated)
    while True:
        text = [x for x in page_lines if x not in apart]
        larger = {id(x) for x in apart if id(x) in over_titles or _is_over_counter(x, page_lines)}
        kept = [x for x in apart if _outside_text(page, x, text, may_be_larger=id(x) in larger)]
        if len(kept) == len(apart):
            return kept
        apart = kept


def _is_over_counter(line: Line, page_lines: Sequence[Line]) -> bool:
    """True for a letterhead's name over what counts the pages, `2(4)`, close below it, be it at the other side."""
    counters = (x for x in page_lines if is_page_number(x.text) and not x.text.isdigit())
    return any(0 <= x.top - line.bottom < _COUNTED * line.size for x in counters)


def _heads_columns(line: Line, others: Sequence[Line]) -> bool:
    """True where the line's parts stand over those of lines below that each page has its own of: a table's header."""
    parts = segments(line, line.size)
    if len(parts) < 2:
        return False
    below = [x for x in others if line.bottom <= x.bottom < line.bottom + _BELOW * line.size]
    under = [p for x in below for p in segments(x, x.size) if len(segments(x, x.size)) > 1]
    over = [p for p in parts if any(abs(p.x0 - u.x0) < 3 or abs(p.x1 - u.x1) < 3 for u in under)]
    return len(over) >= 2


def _outside_text(page: RawPage, line: Line, text: Sequence[Line], *, may_be_larger: bool) -> bool:
    """True where clear white separates the line from the text, which holds no line of the kind: a head may have two.

    What is larger than the text is a heading, but where the page's number stands beside it, or where it may be; at
    the foot there is nothing that it could head.
    """
    at_head = line.top < page.height / 2
    others = [x for x in text if abs(x.bottom - line.bottom) > SAME_HEIGHT]
    others = [x for x in others if (x.top > line.top) == at_head]
    if not others:
        return True
    larger = at_head and line.size > main_size(w for x in others for w in x.words) + _SAME_SIZE
    if larger and not may_be_larger and not any(is_page_number(part.text) for part in segments(line, line.size)):
        return False
    if at_head:
        return min(x.top for x in others) - line.bottom > 1.2 * line.size
    return line.top - max(x.bottom for x in others) > 1.2 * line.size


def _without_islands(page: RawPage, page_lines: Sequence[Line], found: list[Line]) -> list[Line]:
    """Only what lies at the very edge: a repeated line with text between it and the edge is text itself."""
    kept: list[Line] = []
    head = [x for x in page_lines if x.top < page.height / 2]
    for line in head:
        if line in found or is_page_number(line.text):
            kept.append(line)
        else:
            break
    foot = [x for x in reversed(page_lines) if x.top >= page.height / 2]
    for line in foot:
        if line in found or is_page_number(line.text):
            kept.append(line)
        else:
            break
    return [line for line in found if line in kept]


def _page_number(page: RawPage, rest: Sequence[Line], running: Sequence[Line]) -> Line | None:
    """The outermost line that reads as a page number, at the foot or else at the head."""
    at_edges = [line for line in [*rest, *running] if zone_of(page, line) and numbers_page(page.number, line.text)]
    if not at_edges:
        return None
    return max(at_edges, key=lambda line: abs((line.top + line.bottom) / 2 - page.height / 2))


def _number_on_its_side(page: RawPage) -> Line | None:
    """The page number where the text lies on its side in the file and the number does not."""
    found = [text for text in page.turned if page.quarters and numbers_page(page.number, text.text)]
    return Line((found[0],)) if len(found) == 1 else None


def _number_in_head(page: RawPage, running: Sequence[Line]) -> Line | None:
    """The part of a running head that numbers the page, where a name stands on the same line."""
    parts = [part for line in running for part in segments(line, line.size)]
    found = [part for part in parts if numbers_page(page.number, part.text)]
    return found[0] if len(found) == 1 else None


def _without_number(line: Line, number: Line) -> Line | None:
    """A running head without the page number on its line: the same head on every page; None where it was all."""
    kept = tuple(word for word in line.words if word not in number.words)
    return line if kept == line.words else Line(kept) if kept else None
