"""Where on a page text stands in columns without lines between them, and where the columns' edges are."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.cell_text import begins_with_number, is_caption
from extractors.drawn_zones import Drawn, Zone, drawn_zones
from extractors.flow import marker_of
from extractors.lines import Line, segments
from extractors.measures import Measures
from extractors.page_words import TICK

_CUT = 1.0
"""White wider than this share of the type size (and _CUT_POINTS) parts two cells on one line."""
_CUT_POINTS = 7.0
_GUTTER = 4.0
"""Points of white that part two columns, over all lines."""
_NARROW_GUTTER, _MANY_ROWS = 2.0, 4
"""A gutter may be narrower where it parts text in this many rows."""
_ALIGNED = 1.2
"""Words that begin within this many points of each other are aligned."""
_WORD_SPACE = 0.5
"""White within a line's text is at most this share of the type size."""
_ROW_WHITE = 2.6
"""Rows of one table are at most this many type sizes apart."""
_SAME_CELL = 0.35
"""A lone line below the last rule goes on a cell with at most this share of the type size between them."""


@dataclass(frozen=True)
class OpenRegion:
    """Lines `first` to `last` (exclusive) of a page stand in columns; `edges` are n_cols + 1 positions."""

    first: int
    last: int
    edges: tuple[float, ...]

    @property
    def n_cols(self) -> int:
        return len(self.edges) - 1


def cut(line: Line) -> list[Line]:
    """The line's parts; a list item's marker is no part of its own."""
    parts = segments(line, max(_CUT * line.size, _CUT_POINTS))
    marker = None if is_ticks(line) else marker_of(line)
    if marker is not None and len(parts) > 1 and len(parts[0].words) == 1:
        parts = [Line((*parts[0].words, *parts[1].words)), *parts[2:]]
    return parts


def is_ticks(line: Line) -> bool:
    """True for a line of tick boxes only: a table's row without any word of its own."""
    return all(w.text == TICK for w in line.words)


def find_regions(lines: Sequence[Line], measures: Measures, drawn: Drawn = ((), ())) -> list[OpenRegion]:
    """Regions in columns, from the top; they do not overlap. `drawn` are the page's rules and tinted bands."""
    parts = [cut(line) for line in lines]
    zones = drawn_zones(lines, parts, drawn)
    regions: list[OpenRegion] = []
    i = 0
    while i < len(lines):
        if len(parts[i]) < 2 and not any(z.first == i for z in zones):
            i += 1
            continue
        floor = regions[-1].last if regions else 0
        first, last = _grow(lines, parts, i, floor, measures, zones)
        edges = column_edges([p for row in parts[first:last] for p in row], [parts[k] for k in range(first, last)])
        edges = _with_aligned(edges, lines[first:last])
        if len(edges) > 2:
            regions.append(OpenRegion(first, last, tuple(edges)))
        i = max(last, i + 1)
    return regions


def _grow(
    lines: Sequence[Line],
    parts: Sequence[Sequence[Line]],
    seed: int,
    floor: int,
    measures: Measures,
    zones: Sequence[Zone],
) -> tuple[int, int]:
    zone = next((z for z in zones if z.first <= seed < z.last), None)
    last = seed + 1
    columns = [(p.x0, p.x1) for p in parts[seed]]
    kept = last
    while last < len(lines):
        line, above = lines[last], lines[last - 1]
        zone = next((z for z in zones if z.first <= last < z.last), zone)
        if zone is not None and last < zone.last:
            columns = _merge([], [(p.x0, p.x1) for row in parts[seed : zone.last] for p in row if len(row) > 1])
            last = kept = zone.last
            continue
        white = line.top - above.bottom
        other_type = abs(line.size - lines[seed].size) > 1.6 and not is_ticks(line) and not is_ticks(lines[seed])
        if white > _ROW_WHITE * max(line.size, lines[seed].size) or other_type or is_caption(line.text):
            break
        if len(parts[last]) < 2 and zone is not None and white > _SAME_CELL * line.size:
            break
        if len(parts[last]) >= 2:
            columns = _merge(columns, [(p.x0, p.x1) for p in parts[last]])
            kept = last + 1
        elif not _fits_a_column(line, columns, measures):
            break
        elif _right_part(line, columns):
            kept = last + 1
        elif _is_head(line, lines[seed], white):
            break
        elif white <= 0.75 * line.size:
            kept = last + 1
        last += 1
    first = seed
    while first > floor:
        line, below = lines[first - 1], lines[first]
        white = below.top - line.bottom
        if is_caption(line.text) or not _begins_region(line, below, white, columns, lines[first : first + 4]):
            break
        first -= 1
    return first, kept


def _is_head(line: Line, body: Line, white: float) -> bool:
    return (line.bold and not body.bold and white > 0.9 * line.size) or line.size > body.size + 0.6


def _merge(columns: list[tuple[float, float]], new: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Union of intervals: a column's extent over the lines seen so far."""
    merged: list[tuple[float, float]] = []
    for x0, x1 in sorted([*columns, *new]):
        if merged and x0 < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], x1))
        else:
            merged.append((x0, x1))
    return merged


def _fits_a_column(line: Line, columns: list[tuple[float, float]], measures: Measures) -> bool:
    """True where the line overlaps one column only and leaves the others' space white."""
    touched = [i for i, (x0, x1) in enumerate(columns) if line.x0 < x1 and line.x1 > x0]
    if len(touched) > 1:
        return False
    if touched:
        return touched[0] + 1 == len(columns) or line.x1 < columns[touched[0] + 1][0] - _GUTTER / 2
    return line.x1 - line.x0 < 0.75 * (measures.right - measures.left)


def _right_part(line: Line, columns: list[tuple[float, float]]) -> bool:
    """True for a line in any column but the first, such as a sum under its column."""
    return len(columns) > 1 and line.x0 > columns[0][1]


def _begins_region(
    line: Line, below: Line, white: float, columns: list[tuple[float, float]], rows: Sequence[Line]
) -> bool:
    """True where the line above the seed is the first line of the seed's row, or a row whose other cells are empty."""
    touched = [i for i, (x0, x1) in enumerate(columns) if line.x0 < x1 and line.x1 > x0]
    if len(columns) < 2 or len(touched) != 1 or abs(line.size - below.size) > 0.6 or line.bold != below.bold:
        return False
    col = touched[0]
    if abs(line.x0 - columns[col][0]) > 3.0 or (col + 1 < len(columns) and line.x1 > columns[col + 1][0] - _GUTTER):
        return False
    if col > 0:
        return white <= 0.35 * line.size
    if line.text[-1] == ".":
        return white < 0
    whites = [b.top - a.bottom for a, b in itertools.pairwise(rows)]
    usual = max(whites) if whites else 0.5 * line.size
    numbered = begins_with_number(line.text) and any(begins_with_number(r.text) for r in rows)
    ends_label = line.text.rstrip()[-1:] in ":)"
    return white <= 0.35 * line.size or (ends_label and white <= (2.0 if numbered else 1.1) * usual + 0.5)


def column_edges(parts: Sequence[Line], rows: Sequence[Sequence[Line]]) -> list[float]:
    """Edges of the columns: the left end, the middle of every gutter, the right end."""
    left = min(p.x0 for p in parts)
    right = max(p.x1 for p in parts)
    allowed = _spanning(rows)
    edges = [left]
    start: float | None = None
    x = left
    while x <= right:
        crossing = sum(1 for i, row in enumerate(rows) if i not in allowed and any(p.x0 < x < p.x1 for p in row))
        if crossing == 0:
            start = x if start is None else start
        else:
            if start is not None and start > left:
                parted = _parts_text(rows, start, x)
                if parted and (x - start >= _GUTTER or (x - start >= _NARROW_GUTTER and parted >= _MANY_ROWS)):
                    edges.append((start + x) / 2)
            start = None
        x += 0.5
    return [*edges, right]


def _with_aligned(edges: list[float], lines: Sequence[Line]) -> list[float]:
    """Edges more where the gutter is too narrow to see, but words begin at one position line after line."""
    starts = sorted(w.x0 for line in lines for w in line.words[1:])
    found = list(edges)
    for x in starts:
        lined = [line for line in lines if any(abs(w.x0 - x) <= _ALIGNED for w in line.words)]
        if len(lined) < 3 or any(abs(x - e) < 3 * _GUTTER for e in found) or _is_column_start(x, edges, lines):
            continue
        reaching = [line for line in lines if line.words[0].x0 < x < line.x1 or line in lined]
        if any(_cuts_number(line, x) for line in lines):
            continue
        gaps = [_gap_before(line, x) for line in lined]
        inner = [g for g in gaps if g is not None]
        wide = sum(1 for g in inner if g > line_size(lined))
        if wide < max(1.0, 0.5 * len(inner)) or _tight_before(lines, x):
            continue
        crossed = any(w.x0 < x - _ALIGNED and w.x1 > x + _ALIGNED for line in lines for w in line.words)
        if not crossed and len(lined) >= 0.75 * len(reaching):
            found.append(x - _ALIGNED)
    return sorted(_with_right_aligned(found, lines))


def _with_right_aligned(edges: list[float], lines: Sequence[Line]) -> list[float]:
    """Edges more behind numbers that end at one position line after line, however near the next column is."""
    found = list(edges)
    for x in sorted({round(w.x1, 1) for line in lines for w in line.words[:-1] if w.text[-1].isdigit()}):
        ends = [
            (before, word)
            for line in lines
            for before, word in itertools.pairwise(line.words)
            if abs(before.x1 - x) <= _ALIGNED and before.text[-1].isdigit()
        ]
        edge = x + _ALIGNED
        after = min((e for e in found if e > edge), default=float("inf"))
        begins = any(edge <= w.x0 < after for line in lines for w in line.words)
        if len(ends) < 3 or not begins or any(abs(edge - e) < 3 * _GUTTER for e in found):
            continue
        apart = all(word.x0 - before.x1 > _WORD_SPACE * word.size for before, word in ends)
        crossed = any(w.x0 < edge < w.x1 for line in lines for w in line.words)
        if apart and not crossed and not _tight_before(lines, edge):
            found.append(edge)
    return found


def line_size(lines: Sequence[Line]) -> float:
    """The largest type size among the lines, points."""
    return max(line.size for line in lines)


def _tight_before(lines: Sequence[Line], x: float) -> bool:
    """True where in some line a plain word space lies over x, and no word begins there: x is inside a text."""
    for line in lines:
        for before, word in itertools.pairwise(line.words):
            inside = before.x1 - _ALIGNED < x < word.x0 - _ALIGNED
            if inside and word.x0 - before.x1 < _WORD_SPACE * word.size:
                return True
    return False


def _cuts_number(line: Line, x: float) -> bool:
    """True where an edge at x would part the digit groups of one number, or a word from its neighbour."""
    for before, word in itertools.pairwise(line.words):
        if before.x1 <= x + _ALIGNED and word.x0 >= x - _ALIGNED and word.x0 - before.x1 < _WORD_SPACE * word.size:
            return before.text[-1].isdigit() and word.text[0].isdigit()
    return False


def _gap_before(line: Line, x: float) -> float | None:
    """White before the word that begins at x; None where it is the line's first."""
    for before, word in zip(line.words, line.words[1:], strict=False):
        if abs(word.x0 - x) <= _ALIGNED:
            return word.x0 - before.x1
    return None


def _is_column_start(x: float, edges: Sequence[float], lines: Sequence[Line]) -> bool:
    """True where no text stands between the column's edge and x: the column begins there already."""
    edge = max((e for e in edges if e <= x), default=edges[0])
    return not any(edge <= w.x0 < x - _ALIGNED for line in lines for w in line.words)


def _spanning(rows: Sequence[Sequence[Line]]) -> set[int]:
    """Rows with a single part over nearly the whole region, or a wide one in bold: heads over several columns."""
    if len(rows) < 5:
        return set()
    width = max(p.x1 for r in rows for p in r) - min(p.x0 for r in rows for p in r)
    return {i for i, r in enumerate(rows) if len(r) == 1 and r[0].x1 - r[0].x0 > (0.5 if r[0].bold else 0.85) * width}


def _parts_text(rows: Sequence[Sequence[Line]], start: float, end: float) -> int:
    """How many parts on the gutter's left have text beside them on its right, be it half a line off."""
    left = [p for r in rows for p in r if p.x1 <= start + 1]
    right = [p for r in rows for p in r if p.x0 >= end - 1]
    return sum(any(p.top < q.bottom and q.top < p.bottom for q in right) for p in left)
