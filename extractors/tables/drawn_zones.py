"""Where rules and tinted bands of one width enclose lines in columns: half-ruled tables, from edge to edge."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.pages.geometry import Box, Drawn
from extractors.tables.cell_text import is_caption, is_number
from extractors.tables.gutters import is_ticks, merged
from extractors.tables.row_white import even_white
from extractors.tables.second_heads import heads_anew
from extractors.text.lines import Line, main_size

_SAME_END = 3.0
"""Points within which the ends of two rules are one position."""
_SAME_HEIGHT = 1.5
_NEXT_TO = 14.0
"""Rules on one height this near each other are one: each column has its own."""
_SHORTEST = 100.0
"""Points: a table is wider."""
_OTHER_SIZE = 1.6
_LARGER = 0.6
"""Points: a lone line in larger type than the table's rows is a heading, one in another size above its head no row."""
_WHITE_ABOVE = 1.2
"""White above a caption, as a share of the type size."""
_AIR = 0.7
"""White below a rule that is wider than usual in the table by this share of the type size parts tables."""
_ROW_WHITE = 2.6
"""Lines of one table between two drawn heights are at most this many type sizes apart."""
_HIGH = 3.0
"""Rules this many type sizes apart, and more, around a single part are no section's row."""
_WIDE, _WORD_SPACE = 0.6, 0.5
"""A line of running text is this wide, of the table's width, with white between words of this share of the size."""


_SEVERAL_HEADS = 3
"""Words side by side that head columns in whatever type."""
_HEAD_AND_ROWS = 2
"""Spans that a table has whose head stands below other text: the head above its rule, and rows below it."""


@dataclass(frozen=True)
class Zone:
    """Lines `first` to `last` (exclusive) of a page stand between drawn heights from `x0` to `x1`."""

    first: int
    last: int
    x0: float = 0.0
    x1: float = float("inf")
    bottom: float = float("inf")
    """The last drawn height."""
    air: float = 0.0
    """The most white between a drawn height and the line below it."""
    opens: bool = False
    """A caption stands at its begin: the table above it ends there."""
    top: float = float("-inf")
    """The first drawn height."""

    def is_as_wide_as(self, line: Line) -> bool:
        """True where the line does not reach out of the zone."""
        return self.x0 - _SAME_END <= line.x0 and line.x1 <= self.x1 + _SAME_END


def drawn_zones(lines: Sequence[Line], parts: Sequence[Sequence[Line]], drawn: Drawn) -> list[Zone]:
    """Zones from the top; `parts` are the lines cut where wide white parts cells. Zones hold two rows at least."""
    zones: list[Zone] = []
    for marks in _by_width(_marks(drawn.rules, drawn.bands)):
        for run in _runs(marks, lines, parts):
            held = [i for i, line in enumerate(lines) if run[0] < line.middle < run[-1]]
            opens = bool(held) and heads_anew(parts, held[0])
            if not _stands_below_head(run[0], lines, parts, _air(run, lines, held)):
                held = held[_caption_lines([lines[i] for i in held], [parts[i] for i in held]) :]
            air = _air(run, lines, held)
            zone = Zone(held[0], held[-1] + 1, marks[0].x0, marks[0].x1, run[-1], air, opens, run[0])
            if zone.last - zone.first == len(held) >= 2:
                zones.append(zone)
    zones.sort(key=lambda z: (z.first, -z.last))
    return [z for i, z in enumerate(zones) if all(z.first >= other.last for other in zones[:i])]


def _air(heights: Sequence[float], lines: Sequence[Line], held: Sequence[int]) -> float:
    """The most white between one of the heights, the last left out, and the first of the lines below it, points."""
    return max(min((lines[i].top for i in held if lines[i].top >= y), default=y) - y for y in heights[:-1])


def _marks(rules: Sequence[Box], bands: Sequence[Box]) -> list[Box]:
    """Drawn heights as flat boxes, pieces on one height joined, wide ones only, from the top."""
    flat = [Box(r.x0, (r.top + r.bottom) / 2, r.x1, (r.top + r.bottom) / 2) for r in rules]
    flat += [Box(b.x0, y, b.x1, y) for b in bands for y in (b.top, b.bottom)]
    joined: list[Box] = []
    for mark in sorted(flat, key=lambda m: (round(m.top), m.x0)):
        at = next((i for i in reversed(range(len(joined))) if abs(joined[i].top - mark.top) <= _SAME_HEIGHT), None)
        if at is not None and mark.x0 <= (last := joined[at]).x1 + _NEXT_TO:
            joined[at] = Box(last.x0, last.top, max(last.x1, mark.x1), last.top)
        else:
            joined.append(mark)
    return sorted((m for m in joined if m.width >= _SHORTEST), key=lambda m: (m.top, m.x0))


def _by_width(marks: Sequence[Box]) -> list[list[Box]]:
    """Marks that begin and end at the same positions."""
    groups: list[list[Box]] = []
    for mark in marks:
        group = next(
            (g for g in groups if abs(g[0].x0 - mark.x0) <= _SAME_END and abs(g[0].x1 - mark.x1) <= _SAME_END), None
        )
        if group is None:
            groups.append([mark])
        elif mark.top - group[-1].top > _SAME_HEIGHT:
            group.append(mark)
    return groups


def _runs(marks: Sequence[Box], lines: Sequence[Line], parts: Sequence[Sequence[Line]]) -> list[list[float]]:
    """Heights that follow each other with rows in columns between them."""
    pairs = itertools.pairwise(_with_captions(marks, lines, parts))
    spans = [span for a, b in pairs for span in _below_other_text(_Span(a, b, lines, parts))]
    airs = sorted(s.air for s in spans if s.tabular)
    usual = airs[len(airs) // 2] if airs else 0.0
    size = main_size(w for s in spans if s.tabular and not s.barred for line in s.lines for w in line.words)
    height = min((s.bottom - s.top for s in spans if s.tabular), default=0.0)
    runs: list[list[_Span]] = []
    current: list[_Span] = []
    for span in spans:
        parted = bool(span.lines) and bool(current) and span.air > 2 * usual + _AIR * span.lines[0].size
        heading = not span.tabular and any(line.size > size + _LARGER for line in span.lines)
        captioned = bool(current and span.held) and not span.opens and heads_anew(parts, span.held[0])
        if span.barred or span.is_higher_than(height) or parted or heading or captioned:
            runs.append(current)
            current = [span] if captioned and span.tabular and not span.barred else []
        elif span.opens:
            runs.append(current)
            current = [span]
        else:
            current.append(span)
    runs.append(current)
    heights: list[list[float]] = []
    for run in runs:
        tabular = [i for i, s in enumerate(run) if s.tabular]
        if run and run[0].opens and len(tabular) < _HEAD_AND_ROWS:
            continue  # what stands between a heading and a rule is a table's head only where rows follow below the rule
        if tabular:
            first = tabular[0]
            if first == 1 and run[0].lines and _stands_below_head(run[0].top, lines, parts, usual):
                first = 0
            kept = run[first : tabular[-1] + 1]
            heights.append([kept[0].top, *(s.bottom for s in kept)])
    return heights


def _below_other_text(span: "_Span") -> list["_Span"]:
    """The span; where lone lines in larger type than its rows' stand in it, what is below the last of them."""
    sizes = [line.size for line, row in zip(span.lines, span.parts, strict=True) if len(row) > 1 and not is_ticks(line)]
    other = [
        i
        for i, (line, row) in enumerate(zip(span.lines, span.parts, strict=True))
        if sizes and len(row) == 1 and line.size > max(sizes) + _LARGER
    ]
    return [span.below(other[-1])] if other else [span]


def _stands_below_head(top: float, lines: Sequence[Line], parts: Sequence[Sequence[Line]], air: float) -> bool:
    """True where a table's head stands right above the height: bold or small in columns, or words in several of them.

    Words in type smaller than the line's below it may be as far from the height as rows are from theirs, `air`.
    """
    at = max((i for i, line in enumerate(lines) if line.middle < top), default=None)
    if at is None or at + 1 == len(lines):
        return False
    head = lines[at]
    words = not any(is_number(part.text) for part in parts[at])
    small = words and head.size < lines[at + 1].size - _LARGER
    if top - head.bottom >= max(_AIR * head.size, air + _AIR * head.size if small else 0.0):
        return False
    return len(parts[at]) > 1 and (head.bold or small or (words and len(parts[at]) >= _SEVERAL_HEADS))


def _caption_lines(lines: Sequence[Line], parts: Sequence[Sequence[Line]]) -> int:
    """How many lines at the begin of a zone stand above its head: the last of them is no first line of a cell of it."""
    at = next((i for i, row in enumerate(parts) if len(row) > 1), 0)
    other = [i for i in range(at) if not _may_begin_cell(lines[i], lines[i + 1], lines[at], parts[at])]
    return other[-1] + 1 if other else 0


def _may_begin_cell(line: Line, below: Line, head: Line, texts: Sequence[Line]) -> bool:
    """True for a line close above the next one, in the head's type, that does not reach over the head's first texts."""
    alike = (line.bold, line.italic, line.color) == (head.bold, head.italic, head.color)
    over = line.x0 < texts[0].x1 and line.x1 > texts[1].x0
    near = below.top - line.bottom <= _AIR * line.size
    return alike and near and not over and abs(line.size - head.size) <= _LARGER


def _with_captions(marks: Sequence[Box], lines: Sequence[Line], parts: Sequence[Sequence[Line]]) -> list[Box]:
    """The marks, and one more above each line between two of them that is the next table's caption."""
    found = list(marks)
    for above, below in itertools.pairwise(marks):
        held = [i for i, line in enumerate(lines) if above.top < line.middle < below.top]
        for i in held[1:]:
            if len(parts[i - 1]) > 1 and not _is_nearer_to_above(lines, i) and heads_anew(parts, i):
                y = (lines[i - 1].bottom + lines[i].top) / 2
                found.append(Box(above.x0, y, above.x1, y))
    return sorted(found, key=lambda mark: mark.top)


def _is_nearer_to_above(lines: Sequence[Line], at: int) -> bool:
    """True for the last line of a cell: what follows stands farther from it than the row above does."""
    above = lines[at].top - lines[at - 1].bottom
    return at + 1 < len(lines) and above < lines[at + 1].top - lines[at].bottom


class _Span:
    """What stands between two drawn heights that follow each other."""

    def __init__(
        self, above: Box, below: Box, lines: Sequence[Line], parts: Sequence[Sequence[Line]], *, opens: bool = False
    ) -> None:
        self.top, self.bottom = above.top, below.top
        self.opens = opens
        """No table goes on from above."""
        self.held = [i for i, line in enumerate(lines) if self.top < line.middle < self.bottom]
        self.lines = [lines[i] for i in self.held]
        self.parts = [parts[i] for i in self.held]
        self._edges = above, below
        self.air = self.lines[0].top - self.top if self.lines else 0.0
        """White between the upper height and the first line."""
        beside = any(a.x1 < b.x0 or b.x1 < a.x0 for a, b in itertools.pairwise(self.lines) if b.top < a.bottom - 1)
        self.tabular = beside or any(len(row) >= 2 for row in self.parts)
        """Some line stands in columns."""
        self.barred = self._is_barred(above, self.parts)
        """No table goes on here."""

    def below(self, at: int) -> "_Span":
        """What stands below the span's line `at`."""
        above, below = self._edges
        top = self.lines[at].bottom
        return _Span(Box(above.x0, top, above.x1, top), below, self.lines[at + 1 :], self.parts[at + 1 :], opens=True)

    def _is_barred(self, above: Box, parts: Sequence[Sequence[Line]]) -> bool:
        if not self.lines:
            return False
        sizes = [line.size for line in self.lines if not is_ticks(line)] or [self.lines[0].size]
        size = min(sizes)
        outside = any(x.x0 < above.x0 - _SAME_END or x.x1 > above.x1 + _SAME_END for x in self.lines)
        captions = any(is_caption(line.text) for line in self.lines)
        if outside or captions or max(sizes) - size > _OTHER_SIZE:
            return True
        if self.tabular:
            first = next((i for i, row in enumerate(parts) if len(row) > 1), 0)
            opens = any(
                _runs_on(x, above.width) and not self._has_beside(x) and not self._goes_on_in_column(x)
                for x in self.lines[: first + 1]
            )
            return opens or _holds_a_paragraph(parts) or self._is_broken() or self._ends_in_caption(parts)
        return len(self.lines) > 2

    def is_higher_than(self, height: float) -> bool:
        """True where it holds no columns and its heights are too far apart for a section's row.

        They may be as far apart as around the table's lowest row, `height` in points.
        """
        if self.tabular or not self.lines:
            return False
        sizes = [line.size for line in self.lines if not is_ticks(line)] or [self.lines[0].size]
        return self.bottom - self.top > max(_HIGH * min(sizes), height + _SAME_HEIGHT)

    def _has_beside(self, line: Line) -> bool:
        """True where a line of another cell stands half a line off beside this one."""
        apart = [other for other in self.lines if other.x1 < line.x0 or line.x1 < other.x0]
        return any(other.top < line.bottom - 1 and line.top < other.bottom - 1 for other in apart)

    def _goes_on_in_column(self, line: Line) -> bool:
        """True where a text right of others begins where the line does: it is a wide cell's, beside lower ones."""
        behind = (part for row in self.parts for part in row[1:])
        return any(abs(part.x0 - line.x0) <= _SAME_END for part in behind)

    def _is_broken(self) -> bool:
        """True where more white than between rows tells that something else stands here."""
        size = self.lines[0].size
        even = even_white(self.lines, size, _ROW_WHITE * size)
        return any(b.top - a.bottom > max(_ROW_WHITE * a.size, even) for a, b in itertools.pairwise(self.lines))

    def _ends_in_caption(self, parts: Sequence[Sequence[Line]]) -> bool:
        """True where lone lines stand below wide white, at the span's end: the next table's caption."""
        for i in range(len(self.lines) - 1, 0, -1):
            if len(parts[i]) > 1:
                return False
            if self.lines[i].top - self.lines[i - 1].bottom > _WHITE_ABOVE * self.lines[i].size:
                return True
        return False


def _holds_a_paragraph(parts: Sequence[Sequence[Line]]) -> bool:
    """True where lines that follow each other run on over white that parts the columns of others."""
    columns = merged([(p.x0, p.x1) for row in parts if len(row) > 1 for p in row])
    over = [len(row) == 1 and sum(row[0].x0 < x1 and row[0].x1 > x0 for x0, x1 in columns) > 1 for row in parts]
    return any(a and b for a, b in itertools.pairwise(over))


def _runs_on(line: Line, width: float) -> bool:
    """True for a line of running text, as wide as the table: a paragraph stands above the columns."""
    gaps = [b.x0 - a.x1 for a, b in itertools.pairwise(line.words)]
    return line.x1 - line.x0 > _WIDE * width and max(gaps, default=0.0) <= _WORD_SPACE * line.size
