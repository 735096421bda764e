"""Footnotes: small lines at the foot of a page or a column, from the first that begins with a mark."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.layout.captions_over_columns import captions_over_columns
from extractors.layout.column_sides import column_parts, crosses
from extractors.layout.open_over_columns import in_open_tables
from extractors.layout.over_columns import drawn_tables, in_wide_tables
from extractors.layout.page_numbers import is_page_number
from extractors.pages.page_words import RawPage
from extractors.text.lines import Line, segments
from extractors.text.measures import main_sizes

_FOOTNOTE_START = re.compile(r"^(\d{1,3}|[*†‡])(?:\s?(?=[^\W\d_a-zåäö]|https?:|www\.|[”\"(])|[.)]?$)")
"""A number that a capital, an address or a quotation follows: "5a." and "1." begin other things."""
_MARKER = re.compile(r"^(\d{1,3}|[*†‡])[.)]?\s*(?=\S|$)")
"""What a footnote that is known to be one begins with."""
_ONLY_MARK = re.compile(r"^(\d{1,3})[.)]?$")
"""A mark far from its text, which then is a line of its own; it may end in a full stop."""
_LISTED_NOTE = re.compile(r"^\d{1,3}[.)]\s")
"""Some number their footnotes "15."; below a rule or wide white, in small type, such a line is a footnote too. In bold
it is a form's question, which heads in large type may stand above."""
_FOOTNOTE_SIZE, _SMALL_NOTE = 0.93, 0.85
_FOOTNOTE_ZONE = 0.45
_MARGIN = 0.94
"""Share of the page's height from which on what is drawn belongs to its foot."""
_LITTLE_TEXT = 200
"""Letters above the footnotes, below which a page's text is measured by the document's."""
_SAME_SIZE = 0.6
"""Points by which the lines of one page's footnotes differ in size."""
_PARTING_WHITE = 0.9
"""White above footnotes, in type sizes, that parts them from the text."""
_AT_RULE = 3.0
"""Points that a footnote's mark may stand to the side of where the rule above it begins."""


def footnotes_of(page: RawPage, lines: Sequence[Line], usual: float) -> tuple[list[Line], list[list[Line]]]:
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
        if (abs(line.size - note_size) > _SAME_SIZE and not _only_number(line)) or _stands_at_box(page, line):
            break
        gaps = len(segments(line, 1.5 * line.size)) - 1
        begins = _begins_note(line) or _LISTED_NOTE.match(line.text)
        if gaps > (1 if begins else 0):
            break
        if gaps and line.leading_mark is None and len(segments(line, 1.5 * line.size)[0].words) > 1:
            break
        parted = _rule_above(page, line) or (i > 0 and line.top - lines[i - 1].bottom > _PARTING_WHITE * line.size)
        small = line.size <= body_size * _SMALL_NOTE and not line.bold
        listed = parted and small and _LISTED_NOTE.match(line.text)
        if listed or (_begins_note(line) and (_is_marked(line, marked) or parted)):
            start = i
    start = min(start, _below_rule(page, lines, body_size))
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


def footnotes_in_columns(
    page: RawPage, lines: Sequence[Line], gutters: Sequence[float], usual: float
) -> tuple[list[Line], list[list[Line]]]:
    """Cut off the footnotes at the foot of each column; the rows of a table over several of them are none.

    Such a table may stand below the footnotes, with its caption.
    """
    body, notes = footnotes_of(page, lines, usual)
    if any(crosses(line, x) for note in notes for line in note for x in gutters):
        return body, notes  # below the columns, over the whole width
    drawn = in_wide_tables(lines, drawn_tables(lines, page.drawn), gutters)
    over = [a or b for a, b in zip(drawn, in_open_tables(lines, gutters), strict=True)]
    for gutter in gutters:
        captions = captions_over_columns(lines, over, [grid.box for grid in page.grids], gutter)
        over = [a or b for a, b in zip(over, captions, strict=True)]
    text = [line for line, in_table in zip(lines, over, strict=True) if not in_table]
    narrow = tuple(grid for grid in page.grids if not any(grid.box.x0 < x < grid.box.x1 for x in gutters))
    in_columns = replace(page, grids=narrow)
    notes = [note for column in column_parts(text, gutters) for note in footnotes_of(in_columns, column, usual)[1]]
    taken = {word for note in notes for line in note for word in line.words}
    body = []
    for line in lines:
        kept = tuple(w for w in line.words if w not in taken)
        if kept == line.words:
            body.append(line)
        elif kept:
            body.append(Line(kept))
    return body, notes


def marker_and_text(first: Line, text: str) -> tuple[str, str]:
    """A footnote's mark and its words without it; `first` is its first line, `text` all of its lines joined.

    A raised mark is no part of the line's words any more.
    """
    if first.leading_mark is not None:
        return first.leading_mark, text
    match = _MARKER.match(text) if _begins_note(first) or _LISTED_NOTE.match(first.text) else None
    return (match.group(1), text[match.end() :]) if match is not None else ("", text)


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


def _stands_at_box(page: RawPage, line: Line) -> bool:
    """True where a drawn table or a form's box stands below or beside the line: footnotes stand last and alone."""
    return any(
        (line.bottom <= g.box.top + 1 and g.box.bottom < page.height * _MARGIN)
        or (g.box.top < line.bottom and g.box.bottom > line.top and (g.box.x0 >= line.x1 or g.box.x1 <= line.x0))
        for g in page.grids
    )


def _below_rule(page: RawPage, lines: Sequence[Line], body_size: float) -> int:
    """The first of the lines that stand below a rule, however long, from a raised mark on; their number where none do.

    Lines that are set to both margins may have wide white in them: an address that does not break leaves it.
    """
    for i, line in enumerate(lines):
        below = lines[i:]
        if line.leading_mark is None or line.top < page.height * _FOOTNOTE_ZONE or not _ruled_off(page, lines, i):
            continue
        alike = all(abs(x.size - line.size) <= _SAME_SIZE or _only_number(x) for x in below)
        gapped = sum(len(segments(x, 1.5 * x.size)) > 1 for x in below)
        if (
            alike
            and line.size < body_size
            and 2 * gapped < len(below)
            and not any(_stands_at_box(page, x) for x in below)
        ):
            return i
    return len(lines)


def _ruled_off(page: RawPage, lines: Sequence[Line], at: int) -> bool:
    """True where a rule stands between the line and the one above it, and begins where the line does."""
    line, ends = lines[at], lines[at - 1].bottom if at else 0.0
    return any(
        ends <= r.top
        and 0 <= line.top - r.bottom < 1.5 * line.size
        and abs(r.x0 - min(line.x0, *line.marks_x0)) <= _AT_RULE
        for r in page.rules
    )


def _only_marked(note: Sequence[Line]) -> bool:
    """True for a footnote of which only the mark has been met: its text is set on the next line."""
    return len(note) == 1 and _only_number(note[0])


def _only_number(line: Line) -> bool:
    return is_page_number(line.text) or _ONLY_MARK.match(line.text) is not None
