"""Form fields that were filled in on the screen, each with the label that is printed beside it or above it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.pages.annotations import Entry
from extractors.pages.geometry import Box, Word
from extractors.pages.page_words import TICKS, RawPage
from extractors.tables.ruled_tables import DraftCell, DraftGrid
from extractors.text.lines import Line, segments
from extractors.text.printed_lines import lines_of

_PARTS = 1.5
"""White wider than this share of the type size parts a label from what stands beside it."""
_FAR = 250.0
"""Points from a label to the field to the right of it, at most."""
_SLACK = 3.0
"""Points by which a label and its field may reach into each other."""
_FIRST_ROW = 2.0
"""A label beside a field of several lines stands beside the first: so many type sizes from its top, at most."""
_ABOVE = 1.2
"""White between a label and the field under it, in type sizes, at most."""
_FAR_ABOVE = 2.0
"""The same for a label that begins at its field's left edge, where nothing is nearer and no tooltip names the field."""
_NEXT = 0.6
"""White between two lines of one label, in type sizes, at most."""
_EDGE = 6.0
"""Points by which a label over a field may begin to the side of it."""
_SAME_SIZE = 0.3


@dataclass(frozen=True)
class _Part:
    """A stretch of a printed line that may be a label."""

    line: Line

    def is_beside(self, entry: Entry, far: float = _FAR) -> bool:
        """`far` is the most white between the two, in points."""
        reach = min(entry.box.bottom + _SLACK, entry.box.top + _FIRST_ROW * self.line.size + _SLACK)
        middle = (self.line.top + self.line.bottom) / 2
        near = -_SLACK <= entry.box.x0 - self.line.x1 <= far
        return near and entry.box.top - _SLACK <= middle <= reach

    def is_above(self, box: Box, white: float) -> bool:
        """`white` is the most between this line and the box, as a share of the type size."""
        gap = box.top - self.line.bottom
        return -_SLACK <= gap <= white * self.line.size and self.line.x0 < box.x1 and self.line.x1 > box.x0 - _SLACK

    def is_below(self, box: Box) -> bool:
        return -_SLACK <= self.line.top - box.bottom <= _ABOVE * self.line.size

    def is_aligned(self, box: Box) -> bool:
        return abs(self.line.x0 - box.x0) <= _EDGE

    def is_higher(self, box: Box) -> bool:
        return (self.line.top + self.line.bottom) / 2 < box.top


def with_entries(page: RawPage, lines: Sequence[Line]) -> tuple[list[Line], list[DraftGrid]]:
    """The lines without the labels of the page's form fields, and each field with its label as a row of two cells."""
    if not page.entries:
        return list(lines), []
    parts = [_Part(part) for line in lines for part in segments(line, _PARTS * line.size) if not _is_tick(part)]
    taken: set[Word] = set()
    rows: list[DraftGrid] = []
    for entry in page.entries:
        free = [part for part in parts if not taken.intersection(part.line.words)]
        label = _label(entry, free, [e.box for e in page.entries if e is not entry])
        taken.update(word for line in label for word in line.words)
        rows.append(_row(page.number, entry, label))
    return [line for whole in lines for line in _without(whole, taken)], rows


def _is_tick(part: Line) -> bool:
    return part.words[0].text in TICKS


def _label(entry: Entry, parts: Sequence[_Part], others: Sequence[Box]) -> list[Line]:
    """The nearest words to the left of the field, else those right above it, from the top; none where none are near."""
    over = any(p.is_above(entry.box, _ABOVE) and p.is_aligned(entry.box) for p in parts)
    beside = [
        p
        for p in parts
        if p.is_beside(entry)
        and not _between(p.line, entry.box, others)
        and not ((over or p.is_higher(entry.box)) and _is_over_another(p, others))
    ]
    if beside:
        return _whole_label(max(beside, key=lambda p: p.line.x1), entry, parts)
    above = _lines_above(entry, parts, _ABOVE)
    if above or entry.is_told:
        return above
    return (
        _lines_far_above(entry, parts, others)
        or _line_far_beside(entry, parts, others)
        or _line_below(entry, parts, others)
    )


def _whole_label(first: _Part, entry: Entry, parts: Sequence[_Part]) -> list[Line]:
    """A label beside its field with the lines that go on it below, in its type and from its edge, beside the field."""
    found = [first.line]
    for part in sorted(parts, key=lambda p: p.line.top):
        last, line = found[-1], part.line
        near = 0 <= line.top - last.bottom <= _NEXT * line.size or abs(line.top - last.bottom) < _SLACK
        if line.top > last.top and near and _goes_on(line, [last]) and line.middle < entry.box.bottom + _SLACK:
            found.append(line)
    return found


def _line_far_beside(entry: Entry, parts: Sequence[_Part], others: Sequence[Box]) -> list[Line]:
    """A label at the page's one side with its short field at the other: nothing else stands on their row."""
    row = [p for p in parts if p.is_beside(entry, math.inf)]
    alone = len(row) == 1 and not _between(row[0].line, entry.box, others)
    return [row[0].line] if alone and not _is_over_another(row[0], others) else []


def _line_below(entry: Entry, parts: Sequence[_Part], others: Sequence[Box]) -> list[Line]:
    """A label under its field, from the same edge, that stands over no other field and beside none."""
    under = [p for p in parts if p.is_below(entry.box) and p.is_aligned(entry.box)]
    if len(under) != 1 or _is_over_another(under[0], others):
        return []
    line = under[0].line
    return [] if any(other.top < line.middle < other.bottom for other in others) else [line]


def _is_over_another(part: _Part, others: Sequence[Box]) -> bool:
    """True for words right over another field: that one's label, or the last line of it."""
    return any(part.is_above(other, _ABOVE) and part.is_aligned(other) for other in others)


def _lines_far_above(entry: Entry, parts: Sequence[_Part], others: Sequence[Box]) -> list[Line]:
    """A label that stands over its field as paragraphs stand over each other."""
    near = [p for p in parts if p.is_above(entry.box, _FAR_ABOVE)]
    if not near or any(p.is_above(box, _FAR_ABOVE) for box in others for p in near):
        return []
    nearest = max(near, key=lambda p: p.line.bottom)
    return _lines_above(entry, parts, _FAR_ABOVE) if nearest.is_aligned(entry.box) else []


def _lines_above(entry: Entry, parts: Sequence[_Part], white: float) -> list[Line]:
    """The lines of a label over a field; `white` is the most between the two, in type sizes."""
    found: list[Line] = []
    box = entry.box
    while above := [p for p in parts if p.is_above(box, white) and _goes_on(p.line, found)]:
        nearest = max(above, key=lambda p: (p.line.bottom, -abs(p.line.x0 - entry.box.x0))).line
        found.insert(0, nearest)
        box, white = Box(nearest.x0, nearest.top, nearest.x1, nearest.bottom), _NEXT
        parts = [p for p in parts if p.line is not nearest]
    return found


def _between(label: Line, box: Box, others: Sequence[Box]) -> bool:
    """True where another field stands between the two: the words are that one's label."""
    return any(
        label.x1 - _SLACK <= other.x0
        and other.x1 <= box.x0 + _SLACK
        and other.top < label.bottom
        and other.bottom > label.top
        for other in others
    )


def _goes_on(line: Line, below: Sequence[Line]) -> bool:
    """True for the first line met above a field, and for one that the line below it goes on from."""
    if not below:
        return True
    alike = abs(line.size - below[0].size) <= _SAME_SIZE and line.bold == below[0].bold
    return alike and abs(line.x0 - below[0].x0) <= _SLACK


def _row(page: int, entry: Entry, label: Sequence[Line]) -> DraftGrid:
    """Label and field as two cells. Where no label is printed the file's own name for the field stands for it."""
    box = entry.box
    name = entry.name or "?"
    lines = tuple(label) or (Line((Word(name, box.x0, box.top, box.x0, box.top + entry.size, entry.size, page=page),)),)
    around = Box(
        min(box.x0, *(x.x0 for x in lines)),
        min(box.top, *(x.top for x in lines)),
        max(box.x1, *(x.x1 for x in lines)),
        max(box.bottom, *(x.bottom for x in lines)),
    )
    cells = (
        DraftCell(0, 0, 1, 1, around, lines),
        DraftCell(0, 1, 1, 1, box, tuple(lines_of(entry.words(page)))),
    )
    return DraftGrid(page, around, cells, 1, 2, (around.x0, box.x0, around.x1), is_answer=True)


def _without(line: Line, taken: set[Word]) -> list[Line]:
    """The line without the words that were taken as labels."""
    if not taken.intersection(line.words):
        return [line]
    kept = tuple(word for word in line.words if word not in taken)
    return [Line(kept, line.marks, line.leading_mark, line.marks_x0)] if kept else []
