"""Where rules and tinted bands of one width enclose lines in columns: half-ruled tables, from edge to edge."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.pages.geometry import Box, Drawn
from extractors.tables.cell_text import is_number
from extractors.tables.drawn_spans import HEAD_AND_ROWS, SAME_END, SAME_HEIGHT, Span
from extractors.tables.line_parts import is_ticks
from extractors.tables.second_heads import heads_anew
from extractors.text.lines import Line, main_size

_NEXT_TO = 14.0
"""Rules on one height this near each other are one: each column has its own."""
_SHORTEST = 100.0
"""Points: a table is wider."""
_LARGER = 0.6
"""Points: a lone line in larger type than the table's rows is a heading, one in another size above its head no row."""
_AIR = 0.7
"""White below a rule that is wider than usual in the table by this share of the type size parts tables."""
_SAME_CELL = 0.35
"""White between two lines of one cell, at most, in type sizes."""
_EVEN = 0.1
"""Lines stand evenly where the white between them differs by less than this share of the type size."""
_OUTDENT = 3.0
"""Points by which text on the drawn edge itself begins to the left of rows, which stand inside it."""
_SEVERAL_HEADS = 3
"""Words side by side that head columns in whatever type."""


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
    """A caption or a head like the first stands at its begin: the table above it ends there."""
    top: float = float("-inf")
    """The first drawn height."""
    closes: bool = False
    """The next table's title and head stand right below it."""

    def is_as_wide_as(self, line: Line) -> bool:
        """True where the line does not reach out of the zone."""
        return self.x0 - SAME_END <= line.x0 and line.x1 <= self.x1 + SAME_END


def drawn_zones(lines: Sequence[Line], parts: Sequence[Sequence[Line]], drawn: Drawn) -> list[Zone]:
    """Zones from the top; `parts` are the lines cut where wide white parts cells. Zones hold two rows at least."""
    zones: list[Zone] = []
    for marks in by_width(wide_marks(drawn.rules, drawn.bands)):
        for run, anew in _runs(marks, lines, parts):
            held = [i for i, line in enumerate(lines) if run[0] < line.middle < run[-1]]
            opens = anew or (bool(held) and heads_anew(parts, held[0]))
            if not _stands_below_head(run[0], lines, parts, _air(run, lines, held)):
                held = held[_caption_lines([lines[i] for i in held], [parts[i] for i in held]) :]
            air = _air(run, lines, held)
            closes = _begins_anew(lines, parts, held[-1] + 1)
            zone = Zone(held[0], held[-1] + 1, marks[0].x0, marks[0].x1, run[-1], air, opens, run[0], closes)
            if zone.last - zone.first == len(held) >= 2:
                zones.append(_with_section_at_foot(zone, lines, drawn.bands))
    zones.sort(key=lambda z: (z.first, -z.last))
    return [z for i, z in enumerate(zones) if all(z.first >= other.last for other in zones[:i])]


def _with_section_at_foot(zone: Zone, lines: Sequence[Line], bands: Sequence[Box]) -> Zone:
    """The zone with the lines in bands as wide as it that end the page: the head of a section that goes on overleaf."""
    as_wide = [b for b in bands if abs(b.x0 - zone.x0) <= SAME_END and abs(b.x1 - zone.x1) <= SAME_END]
    below = [next((b.bottom for b in as_wide if b.top < line.middle < b.bottom), None) for line in lines[zone.last :]]
    bottoms = [bottom for bottom in below if bottom is not None]
    if not below or len(bottoms) < len(below):
        return zone
    return replace(zone, last=len(lines), bottom=bottoms[-1])


def _air(heights: Sequence[float], lines: Sequence[Line], held: Sequence[int]) -> float:
    """The most white between one of the heights, the last left out, and the first of the lines below it, points."""
    return max(min((lines[i].top for i in held if lines[i].top >= y), default=y) - y for y in heights[:-1])


def wide_marks(rules: Sequence[Box], bands: Sequence[Box]) -> list[Box]:
    """Drawn heights as flat boxes, pieces on one height joined, wide ones only, from the top."""
    flat = [Box(r.x0, (r.top + r.bottom) / 2, r.x1, (r.top + r.bottom) / 2) for r in rules]
    flat += [Box(b.x0, y, b.x1, y) for b in bands for y in (b.top, b.bottom)]
    joined: list[Box] = []
    for mark in sorted(flat, key=lambda m: (round(m.top), m.x0)):
        at = next((i for i in reversed(range(len(joined))) if abs(joined[i].top - mark.top) <= SAME_HEIGHT), None)
        if at is not None and mark.x0 <= (last := joined[at]).x1 + _NEXT_TO:
            joined[at] = Box(last.x0, last.top, max(last.x1, mark.x1), last.top)
        else:
            joined.append(mark)
    return sorted((m for m in joined if m.width >= _SHORTEST), key=lambda m: (m.top, m.x0))


def by_width(marks: Sequence[Box]) -> list[list[Box]]:
    """Marks that begin and end at the same positions."""
    groups: list[list[Box]] = []
    for mark in marks:
        group = next(
            (g for g in groups if abs(g[0].x0 - mark.x0) <= SAME_END and abs(g[0].x1 - mark.x1) <= SAME_END), None
        )
        if group is None:
            groups.append([mark])
        elif mark.top - group[-1].top > SAME_HEIGHT:
            group.append(mark)
    return groups


def _runs(
    marks: Sequence[Box], lines: Sequence[Line], parts: Sequence[Sequence[Line]]
) -> list[tuple[list[float], bool]]:
    """Heights that follow each other with rows in columns between them; True where they begin a table anew."""
    pairs = itertools.pairwise(_with_captions(marks, lines, parts))
    between = [Span(a, b, lines, parts) for a, b in pairs]
    left = min((row[0].x0 for s in between for row in s.parts if len(row) > 1), default=0.0)
    spans = [_below_other_text(span, left) for span in between]
    airs = sorted(s.air for s in spans if s.tabular)
    usual = airs[len(airs) // 2] if airs else 0.0
    size = main_size(w for s in spans if s.tabular and not s.barred for line in s.lines for w in line.words)
    height = min((s.bottom - s.top for s in spans if s.tabular), default=0.0)
    runs: list[list[Span]] = []
    current: list[Span] = []
    for span in spans:
        parted = bool(span.lines) and bool(current) and span.air > 2 * usual + _AIR * span.lines[0].size
        heading = not span.tabular and any(line.size > size + _LARGER for line in span.lines)
        captioned = bool(current and span.held) and not span.opens and heads_anew(parts, span.held[0])
        below_nothing = bool(current) and not current[-1].lines
        white = span.air + (span.top - current[-1].top if below_nothing else 0.0)
        below_white = below_nothing and span.heads_as(current)
        below_white = below_white or (not span.barred and span.heads_other_columns(current, white, usual))
        if span.barred or span.is_higher_than(height) or (parted and not below_white) or heading or captioned:
            runs.append(current)
            current = [span] if captioned and span.tabular and not span.barred else []
        elif span.opens or below_white:
            runs.append(current)
            current = [span]
            span.anew = below_white
        else:
            current.append(span)
    runs.append(current)
    heights: list[tuple[list[float], bool]] = []
    for run in runs:
        tabular = [i for i, s in enumerate(run) if s.tabular]
        if run and run[0].opens and len(tabular) < HEAD_AND_ROWS:
            continue  # what stands between a heading and a rule is a table's head only where rows follow below the rule
        if tabular:
            first = tabular[0]
            if first == 1 and run[0].lines and _stands_below_head(run[0].top, lines, parts, usual):
                first = 0
            kept = run[first : tabular[-1] + 1]
            heights.append(
                ([kept[0].top, *(s.bottom for s in kept)], run[0].anew or _is_below_closed(run[:first], kept))
            )
    return heights


def _is_below_closed(above: Sequence[Span], kept: Sequence[Span]) -> bool:
    """True where nothing stands between the first height and one above it, which so closes another table."""
    empty = bool(above) and not above[-1].lines
    return empty and kept[0].top - above[-1].top > _AIR * kept[0].lines[0].size


def _below_other_text(span: Span, left: float) -> Span:
    """The span; where other text stands among its rows, what is below the last line of that.

    Other text are lone lines in larger type than the rows', and such as begin to the left of all rows.
    """
    rows = list(zip(span.lines, span.parts, strict=True))
    sizes = [line.size for line, row in rows if len(row) > 1 and not is_ticks(line)]
    other = [
        i
        for i, (line, row) in enumerate(rows)
        if sizes and len(row) == 1 and (line.size > max(sizes) + _LARGER or _is_between_tables(span, i, left))
    ]
    return span.below(other[-1]) if other else span


def _is_between_tables(span: Span, at: int, left: float) -> bool:
    """True for text with white above and below it that begins on the drawn edge, to the left of all rows: `left`."""
    line = span.lines[at]
    if at + 1 == len(span.lines) or line.x0 > left - _OUTDENT or abs(line.x0 - span.x0) > SAME_END:
        return False
    above = span.lines[at - 1].bottom if at else span.top
    return min(line.top - above, span.lines[at + 1].top - line.bottom) > _AIR * line.size


def _stands_below_head(top: float, lines: Sequence[Line], parts: Sequence[Sequence[Line]], air: float) -> bool:
    """True where a table's head stands right above the height: bold or small in columns, or words in several of them.

    Words in type smaller than the line's below it may be as far from the height as rows are from theirs, `air`.
    """
    at = max((i for i, line in enumerate(lines) if line.middle < top), default=None)
    if at is None or at + 1 == len(lines):
        return False
    head, heads = lines[at], list(parts[at])
    for lower, upper in itertools.pairwise(range(at, -1, -1)):
        if lines[upper].bottom <= lines[lower].top:
            break
        heads += parts[upper]  # a head of one line stands at the middle of those of two
    words = not any(is_number(part.text) for part in heads)
    small = words and head.size < lines[at + 1].size - _LARGER
    if top - head.bottom >= max(_AIR * head.size, air + _AIR * head.size if small else 0.0):
        return False
    return len(heads) > 1 and (head.bold or small or (words and len(heads) >= _SEVERAL_HEADS))


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
            if len(parts[i - 1]) > 1 and _begins_anew(lines, parts, i):
                y = (lines[i - 1].bottom + lines[i].top) / 2
                found.append(Box(above.x0, y, above.x1, y))
    return sorted(found, key=lambda mark: mark.top)


def _begins_anew(lines: Sequence[Line], parts: Sequence[Sequence[Line]], at: int) -> bool:
    """True where line `at` is the title of the next table, whose head stands below it."""
    return at < len(lines) and not _is_nearer_to_above(lines, at) and heads_anew(parts, at)


def _is_nearer_to_above(lines: Sequence[Line], at: int) -> bool:
    """True for the last lines of a cell: right below the row above, or as near to it as what follows is to them."""
    size = lines[at].size
    above = lines[at].top - lines[at - 1].bottom
    below = lines[at + 1].top - lines[at].bottom + _EVEN * size if at + 1 < len(lines) else 0.0
    return above < max(below, _SAME_CELL * size)
