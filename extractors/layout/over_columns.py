"""What parts the columns of a page or stands within one: tables between drawn heights, and short headings."""

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.layout.column_sides import crosses, parts_of
from extractors.pages.geometry import Box, Drawn, Word
from extractors.tables.column_pieces import tinted_heads
from extractors.tables.drawn_zones import Zone, drawn_zones, wide_marks
from extractors.tables.line_parts import cut, merged
from extractors.tables.region_ends import FirstHeight, rows_below
from extractors.tables.ruled_heads import ruled_heads
from extractors.tables.section_heads import stands_over_heads
from extractors.text.lines import Line

_HEADER_WHITE = 1.6
"""White between lines of a header above its table's first rule, at most so many type sizes; the last of them stands
as near to the rule as rows do to theirs."""
_CELLS = 2
_HEAD_WHITE = 2.0
"""White below a tinted head, at most so many type sizes."""
_ALIGNED = 3.0
"""Points within which a header's parts begin or end where the cells below do."""
_UNPARTED = 3
"""Lines of text below a heading over both columns that may all stand on the left: more would have been parted."""
_SAME_SIZE, _NEXT_LINE = 0.3, 0.6
"""Lines of one heading: their sizes in points, and the white between them in type sizes."""
_SEVERAL = 8
"""Lines of running text in each column, at the least."""
_ON_LINE, _LEVEL = 1.0, 0.4
"""Points between the feet of texts on one line; the share of lines with one beside them in columns, at most."""
HEADING = 1.12
"""A heading's size, as a share of the body's."""


@dataclass(frozen=True)
class DrawnTable:
    """Lines `first` to `last` (exclusive) of a page stand in a drawn table that reaches from x0 to x1."""

    first: int
    last: int
    x0: float
    x1: float
    parted: bool = True
    """Something is drawn between its rows; else there is one drawn height above them all and one below."""


def drawn_tables(lines: Sequence[Line], drawn: Drawn) -> list[DrawnTable]:
    """The drawn tables of a page, whose lines are told from the top.

    Of a table whose head alone is drawn, cell by cell or between two rules, the rows that stand in its columns are its
    own too.
    """
    if not lines or not (drawn.rules or drawn.bands):
        return []
    parts = [cut(line) for line in lines]
    zones = drawn_zones(lines, parts, drawn)
    marks = wide_marks(drawn.rules, drawn.bands)
    found = [
        DrawnTable(
            _header(lines, parts, zone, drawn.bands),
            _with_row_at_foot(lines, parts, zone),
            zone.x0,
            zone.x1,
            any(zone.top + 1 < mark.top < zone.bottom - 1 for mark in marks),
        )
        for zone in zones
    ]
    tinted = [(head, edges, True) for head, edges in tinted_heads(lines, drawn)]
    ruled = [(head, edges, False) for head, edges in ruled_heads(lines, parts, marks, drawn.bands)]
    for head, edges, parted in (*tinted, *ruled):
        first, last = _within(lines, head)
        below = rows_below(lines, last, head.bottom, _HEAD_WHITE * lines[first].size, edges)
        found.append(DrawnTable(first, below, head.x0, head.x1, parted))
    return found


def _with_row_at_foot(lines: Sequence[Line], parts: Sequence[Sequence[Line]], zone: Zone) -> int:
    """One past the zone's last line, or the page's: its last row has no rule below it where the page cuts it.

    All texts of that begin, or end, where cells above do, and stand as near to each other as a row's.
    """
    below = range(zone.last, len(lines))
    if not below or len(parts[zone.last]) < _CELLS:
        return zone.last
    cells = [cell for i in range(zone.first, zone.last) for cell in parts[i]]
    texts = [text for i in below for text in parts[i]]
    aligned = all(any(min(abs(t.x0 - c.x0), abs(t.x1 - c.x1)) <= _ALIGNED for c in cells) for t in texts)
    sizes = {round(line.size, 1) for line in lines[zone.first : zone.last]}
    heights = [zone.bottom, *(lines[i].bottom for i in below)]
    near = all(lines[i].top - y <= zone.air + _NEXT_LINE * lines[i].size for i, y in zip(below, heights, strict=False))
    return len(lines) if aligned and near and all(round(lines[i].size, 1) in sizes for i in below) else zone.last


def in_wide_tables(lines: Sequence[Line], tables: Sequence[DrawnTable], gutters: Sequence[float]) -> list[bool]:
    """Per line of a page, from the top, whether it stands in one of its drawn tables that reaches over a gutter."""
    held = [False] * len(lines)
    for table in tables:
        over = [x for x in gutters if table.x0 < x < table.x1]
        rows = lines[table.first : table.last]
        if over and (table.parted or not any(_are_columns(rows, x) for x in over)):
            held[table.first : table.last] = [True] * len(held[table.first : table.last])
    return held


def _are_columns(lines: Sequence[Line], gutter: float) -> bool:
    """True for text in columns between two rules, as under a ruled heading: most lines have none beside them.

    A row's cells stand on one height, whatever white there is where the page's gutter is.
    """
    text = [line for line in lines if not crosses(line, gutter)]
    sides = parts_of(text, gutter)
    if min(len(side) for side in sides) < _SEVERAL or len(lines) - len(text) > 1:
        return False
    feet = [line.bottom for line in sides[1]]
    level = sum(any(abs(line.bottom - foot) <= _ON_LINE for foot in feet) for line in sides[0])
    return level <= _LEVEL * min(len(side) for side in sides)


def _within(lines: Sequence[Line], box: Box) -> tuple[int, int]:
    """The first of the lines that have their middle within the box's heights, and the one after the last."""
    inside = [i for i, line in enumerate(lines) if box.top <= (line.top + line.bottom) / 2 <= box.bottom]
    return inside[0], inside[-1] + 1


def _header(lines: Sequence[Line], parts: Sequence[Sequence[Line]], zone: Zone, bands: Sequence[Box]) -> int:
    """The first line of the header that stands above the zone's first rule, where it has one.

    Where the zone's first lines are a head on a tint of its own, the text above it is none.
    """
    if _has_tinted_head(lines[zone.first : zone.last], zone, bands):
        return zone.first
    cells = [p for i in range(zone.first, zone.last) for p in parts[i]]
    columns = merged([(p.x0, p.x1) for p in cells])
    first = zone.first
    height = FirstHeight(zone.top, zone.air)
    while first > 0:
        above, below = lines[first - 1], lines[first]
        over = first == zone.first and height.parts_head(above, below)
        near = over or below.top - above.bottom <= _HEADER_WHITE * above.size
        if not near or not zone.is_as_wide_as(above) or stands_over_heads(above, below):
            break
        if not _are_heads(parts[first - 1], cells, columns, at_rule=over):
            break
        first -= 1
    return first


def _are_heads(
    parts: Sequence[Line], cells: Sequence[Line], columns: Sequence[tuple[float, float]], *, at_rule: bool
) -> bool:
    """True where each part stands over a column; right above the table's first rule one may be an empty column's."""
    others = [p for p in parts if not _stands_over(p, cells, columns)]
    empty = all(p.x1 < x0 or x1 < p.x0 for p in others for x0, x1 in columns)
    return not others or (at_rule and empty and len(parts) - len(others) > len(others))


def _has_tinted_head(lines: Sequence[Line], zone: Zone, bands: Sequence[Box]) -> bool:
    """True where a tint as wide as the zone holds its first lines, and these are set otherwise than the next one."""
    for band in bands:
        held = [line for line in lines if band.top <= line.middle <= band.bottom]
        wide = band.x0 <= zone.x0 + _ALIGNED and zone.x1 - _ALIGNED <= band.x1
        if wide and held and held[0] is lines[0] and len(held) < len(lines):
            head, row = held[0], lines[len(held)]
            return (head.bold, head.color) != (row.bold, row.color)
    return False


def _stands_over(part: Line, cells: Sequence[Line], columns: Sequence[tuple[float, float]]) -> bool:
    """True where the part begins or ends where a cell does, or stands over one of several columns and no other."""
    if any(abs(part.x0 - c.x0) <= _ALIGNED or abs(part.x1 - c.x1) <= _ALIGNED for c in cells):
        return True
    return len(columns) > 1 and sum(part.x0 < x1 and x0 < part.x1 for x0, x1 in columns) == 1


def tabled_words(columns: Sequence[Sequence[Line]], drawn: Drawn, gutters: Sequence[float]) -> frozenset[Word]:
    """The words of drawn tables that stand within one of the columns."""
    found: set[Word] = set()
    if not (drawn.rules or drawn.bands):
        return frozenset()
    for lines in columns:
        parts = [cut(line) for line in lines]
        for zone in drawn_zones(lines, parts, drawn):
            if not any(zone.x0 <= x <= zone.x1 for x in gutters):
                held = lines[_header(lines, parts, zone, drawn.bands) : zone.last]
                found.update(word for line in held for word in line.words)
    return frozenset(found)


def heads_both(line: Line, parts: Sequence[Line], boxes: Sequence[Box], gutter: float, body_size: float) -> bool:
    """True for a short heading over both columns: large, on the left, and nothing to its right or close to there.

    `parts` are the page's lines cut at wide white, `boxes` its grids.
    """
    if line.size < HEADING * body_size or line.x1 > gutter:
        return False
    top, bottom = line.top, line.bottom
    for other in (x for x in parts if x.x1 <= gutter and abs(x.size - line.size) <= _SAME_SIZE):
        if other.top - bottom <= _NEXT_LINE * line.size and top - other.bottom <= _NEXT_LINE * line.size:
            top, bottom = min(top, other.top), max(bottom, other.bottom)
    top, bottom = top - 0.6 * line.size, bottom + 0.3 * line.size
    beside = [x.box for x in parts] + list(boxes)
    if any(box.x1 > gutter and box.top < bottom and box.bottom > top for box in beside):
        return False
    return _parts_below(line, parts, boxes, gutter, body_size)


def _parts_below(line: Line, parts: Sequence[Line], boxes: Sequence[Box], gutter: float, body_size: float) -> bool:
    """True where the text below the heading stands in both columns, or is too short to be parted."""
    below = [(x.box, x.size < HEADING * body_size) for x in parts if x.top >= line.bottom]
    below += [(box, True) for box in boxes for _ in range(_UNPARTED + 1) if box.top >= line.bottom]
    n_left = 0
    for box, is_text in sorted(below, key=lambda b: b[0].top):
        if box.x1 > gutter:
            return n_left <= _UNPARTED or box.x0 > gutter
        n_left += is_text
    return n_left <= _UNPARTED
