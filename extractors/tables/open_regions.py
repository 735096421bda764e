"""Where on a page text stands in columns without lines between them, and where the columns' edges are."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.pages.geometry import NOTHING_DRAWN, Drawn
from extractors.tables.captions_below import without_caption
from extractors.tables.cell_text import is_caption
from extractors.tables.column_pieces import drawn_edges, without_sign_columns
from extractors.tables.drawn_zones import Zone, drawn_zones
from extractors.tables.figure_columns import columns_of
from extractors.tables.heads_again import next_head
from extractors.tables.heads_over_columns import with_heads_over_columns
from extractors.tables.label_lines import begins_row, begins_sum, labels_row, stands_beside_number
from extractors.tables.line_parts import cut, is_ticks, merged
from extractors.tables.marks_apart import with_marks_apart
from extractors.tables.notes_below import without_notes
from extractors.tables.region_begins import first_line, full_head
from extractors.tables.region_ends import FirstHeight, head_above, rows_below, stands_in
from extractors.tables.row_cuts import as_row
from extractors.tables.row_white import even_white
from extractors.tables.section_heads import (
    FEW_LINES,
    FIRST_ROW,
    OTHER_SIZE,
    begun_heads,
    heads_rows,
    is_aligned,
    is_head,
    is_numbered_head,
    is_section_among_figures,
    is_section_below_heads,
)
from extractors.tables.stretched_lines import with_stretched_whole
from extractors.text.lines import Line
from extractors.text.measures import ALIGNED, Measures

_GUTTER = 4.0
"""Points of white that part two columns, over all lines."""
_ROW_WHITE = 2.6
"""Rows of one table are at most this many type sizes apart."""
_OUTDENT = 3.0
"""Points."""
_FEWEST_EDGES = 2
"""Of a table's drawn edges, its outer ones: more part columns."""
_OTHER_TYPE, _MUCH_LARGER = 1.6, 1.5
"""Type that differs by more points is no row of the same table, but below heads in small type: up to so many times."""
_SEVERAL_TEXTS = _SEVERAL_WHITES = 2
_SAME_CELL, _WIDEST_IN_CELL, _EVEN = 0.35, 0.8, 0.5
"""A lone line below the last rule goes on a cell with at most this share of the type size between them, or as much as
stands between the lines of the cells above, at most so many type sizes. Lines stand evenly where that
differs by so many points."""


@dataclass(frozen=True)
class OpenRegion:
    """Lines `first` to `last` (exclusive) of a page stand in columns; `edges` are n_cols + 1 positions."""

    first: int
    last: int
    edges: tuple[float, ...]
    drawn: tuple[float, ...] = ()
    """Those of the edges that drawings tell of."""
    known_heads: int | None = None
    """Its rows go on with a table on the page before: so many lines repeat its head; null where not known."""

    @property
    def n_cols(self) -> int:
        return len(self.edges) - 1


def find_regions(lines: Sequence[Line], measures: Measures, drawn: Drawn = NOTHING_DRAWN) -> list[OpenRegion]:
    """Regions in columns, from the top; they do not overlap. `drawn` is what may part them."""
    parts = with_marks_apart(with_stretched_whole(lines, [cut(line) for line in lines]))
    zones = drawn_zones(lines, parts, drawn)
    regions: list[OpenRegion] = []
    i = 0
    while i < len(lines):
        alone = len(parts[i]) < 2 or is_numbered_head(parts[i], lines[i + 1 : i + 1 + FIRST_ROW])
        if alone and not any(z.first == i for z in zones):
            i += 1
            continue
        floor = regions[-1].last if regions else 0
        columns, last = _grow(lines, parts, i, floor, measures, zones)
        first = first_line(lines, i, floor, columns, drawn)
        own = _without_rules_of(lines[floor - 1], lines[first], drawn) if 0 < floor == first else drawn
        known = drawn_edges(lines[first:last], own)
        last = _last_in_columns(
            lines, last, max((z.last for z in zones if first <= z.first < last), default=last), known
        )
        edges, told_by = _columns(lines[first:last], known), (first, last)
        zone = next((z for z in zones if first <= z.first and z.last == last), None)
        if known or (zone is not None and zone.first == first and len(edges) > 2):
            height = FirstHeight(zone.top, zone.air) if zone is not None and zone.first == first else None
            first = head_above(lines, first, floor, edges, drawn.bands, height)
        if zone is not None and not zone.closes and len(edges) > 2:
            last = rows_below(lines, last, zone.bottom, zone.air, edges)
        last = without_notes(lines, parts, first, without_caption(lines, parts, first, last))
        first = full_head(lines, parts, first, last, drawn.rules)
        again = next_head(lines[first:last], [cut(line) for line in lines[first:last]])
        if again is not None:
            last = first + again
            known = drawn_edges(lines[first:last], own)
        if (first, last) != told_by:
            edges = _columns(lines[first:last], known)
        if len(edges) > 2:
            regions.append(OpenRegion(first, last, tuple(edges), tuple(known)))
        i = max(last, i + 1)
    return regions


def _without_rules_of(above: Line, line: Line, drawn: Drawn) -> Drawn:
    """What is drawn, without the rules that stand between two tables and nearer to the last line of the one above."""
    middle = (above.bottom + line.top) / 2
    return replace(drawn, rules=tuple(r for r in drawn.rules if not above.bottom - 1 < r.top < middle))


def _last_in_columns(lines: Sequence[Line], last: int, drawn: int, edges: Sequence[float]) -> int:
    """One past the table's last line: from line `drawn` on, below its last height, none tears a text at drawn `edges`.

    A number's thousands stand on both sides of one where a form's labels and answers follow a table.
    """
    torn = any(not stands_in(line, edges) for line in lines[drawn:last]) if len(edges) > _FEWEST_EDGES else False
    return drawn if torn else last


def _columns(lines: Sequence[Line], drawn: Sequence[float]) -> list[float]:
    return without_sign_columns(lines, with_heads_over_columns(lines, columns_of(lines, drawn), drawn))


def _grow(
    lines: Sequence[Line],
    parts: list[list[Line]],
    seed: int,
    floor: int,
    measures: Measures,
    zones: Sequence[Zone],
) -> tuple[list[tuple[float, float]], int]:
    """The extents of the columns that the seed tells of, and one past their last line; `parts` are cut finer."""
    columns = [(p.x0, p.x1) for p in parts[seed]]
    zone = next((z for z in zones if z.first <= seed < z.last), None)
    even = _even_white(lines, parts, seed)
    last = kept = seed + 1
    while last < len(lines):
        line = lines[last]
        if zone is not None and zone.closes and last == zone.last:
            break
        entered = next((z for z in zones if z.first <= last < z.last), None)
        anew = entered is not None and entered.opens and entered.first > seed
        if entered is not None and (anew or not all(entered.is_as_wide_as(x) for x in lines[seed:last])):
            break
        if entered is not None:
            zone = entered
            told = merged([(p.x0, p.x1) for row in parts[seed : zone.last] for p in row if len(row) > 1])
            columns = told or columns  # where each number stands between its label's lines, no line tells of columns
            last = kept = zone.last
            continue
        if zone is not None and _reaches_out(line, lines[zone.first : zone.last], zone):
            break
        lone = zone is not None and len(parts[last]) < 2 and not begins_row(lines, last, columns)
        if _is_outside(line, lines[seed:last], even, lone_below_zone=lone):
            break
        parts[last] = as_row(parts[last], columns)
        if len(parts[last]) >= 2:
            columns = merged([*columns, *((p.x0, p.x1) for p in parts[last])])
            kept = last + 1
        elif not (labels_row(lines, parts, last, columns) or stands_beside_number(lines, last, columns)) and (
            not _fits_a_column(line, columns, measures, line.top - lines[last - 1].bottom)
            or _hangs_out(line, lines[seed:last])
        ):
            begun = begun_heads(lines, parts, seed, floor)
            section = is_section_below_heads(line, parts[seed:last], begun, parts[last + 1 : last + 1 + FIRST_ROW])
            if not section and not is_section_among_figures(line, lines[seed:last], lines[last + 1 :]):
                break
        elif _right_part(line, columns):
            kept = last + 1
        elif (
            is_head(line, lines[seed:last])
            and not heads_rows(line, lines[seed:last], parts[last + 1 :], columns)
            and not begins_sum(lines, parts, last, columns)
        ):
            break
        elif line.top - lines[last - 1].bottom <= 0.75 * line.size:
            kept = last + 1
        last += 1
    return columns, kept


def _reaches_out(line: Line, rows: Sequence[Line], zone: Zone) -> bool:
    """True for a line below a zone that is wider than it, as none of the zone's rows is."""
    return not zone.is_as_wide_as(line) and all(zone.is_as_wide_as(row) for row in rows)


def _even_white(lines: Sequence[Line], parts: Sequence[Sequence[Line]], seed: int) -> float:
    """The white that parts rows of several cells from the seed on, where they stand evenly, however far apart; else 0.

    A line alone between two wide whites is no such row.
    """
    size = lines[seed].size
    row_white = _ROW_WHITE * size
    end = seed + 1
    while end < len(lines) and abs(lines[end].size - size) <= OTHER_SIZE:
        far = lines[end].top - lines[end - 1].bottom > row_white
        lone = end + 1 == len(lines) or lines[end + 1].top - lines[end].bottom > row_white
        if far and lone and len(parts[end]) < 2:
            break
        end += 1
    return even_white(lines[seed:end], size, row_white)


def _is_outside(line: Line, above: Sequence[Line], even: float, *, lone_below_zone: bool) -> bool:
    """True where the line is too far from the region's lines above it, or set too differently, to be one of its rows.

    `even` is the white between rows hereabouts, where they stand evenly, however far apart; else 0. Below a table's
    last rule a lone line is a cell's next line or none of the table's.
    """
    white = line.top - above[-1].bottom
    seed = above[0]
    other_type = all(_is_other_type(line, x) for x in (seed, above[-1])) and not _stands_under(line, above)
    if white > max(_ROW_WHITE * max(line.size, seed.size), even) or other_type or is_caption(line.text):
        return True
    if lone_below_zone and white > max(_SAME_CELL * line.size, _white_in_cells(above) + _EVEN):
        return True
    return _is_set_otherwise(line, above[-FEW_LINES:])


def _white_in_cells(above: Sequence[Line]) -> float:
    """The least white between lines that follow each other, where several stand so: a cell's lines; else 0."""
    whites = sorted(b.top - a.bottom for a, b in pairwise(above) if b.top >= a.bottom)
    several = len(whites) >= _SEVERAL_WHITES and whites[_SEVERAL_WHITES - 1] - whites[0] <= _EVEN
    return whites[0] if several and whites[0] <= _WIDEST_IN_CELL * above[-1].size else 0.0


def _is_other_type(line: Line, other: Line) -> bool:
    return abs(line.size - other.size) > _OTHER_TYPE and not is_ticks(line) and not is_ticks(other)


def _stands_under(line: Line, heads: Sequence[Line]) -> bool:
    """True for a row right below heads in smaller type: several of its texts stand under heads as columns do.

    The last of the heads' lines may hold the rest of one of them only.
    """
    texts, above = cut(line), [text for head in heads for text in cut(head)]
    if len(heads) > FEW_LINES or line.size < heads[-1].size or line.size > _MUCH_LARGER * heads[-1].size:
        return False
    return sum(any(is_aligned(text, head) for head in above) for text in texts) >= _SEVERAL_TEXTS


def _is_set_otherwise(line: Line, above: Sequence[Line]) -> bool:
    """True for text in a size of its own, with white above it, below lines that are all set in another."""
    if len(above) < FEW_LINES or is_ticks(line):
        return False
    other = all(abs(line.size - x.size) > OTHER_SIZE for x in above)
    return other and not line.bold and line.top - above[-1].bottom > 0.5 * line.size


def _fits_a_column(line: Line, columns: list[tuple[float, float]], measures: Measures, white: float) -> bool:
    """True where the line overlaps one column only and leaves the others' space white.

    A single word of a text may be longer than its column: `white` parts it from the line above.
    """
    touched = [i for i, (x0, x1) in enumerate(columns) if line.x0 < x1 and line.x1 > x0]
    if len(touched) > 1:
        begins = abs(line.x0 - columns[touched[0]][0]) <= ALIGNED
        return len(line.words) == 1 and begins and white <= _SAME_CELL * line.size
    if touched:
        return touched[0] + 1 == len(columns) or line.x1 < columns[touched[0] + 1][0] - _GUTTER / 2
    return line.x1 - line.x0 < 0.75 * (measures.right - measures.left)


def _hangs_out(line: Line, above: Sequence[Line]) -> bool:
    """True for a lone line that begins to the left of all the rows above it: text below the table.

    Heads in another style tell nothing of that: they may be centred.
    """
    rows = [x for x in above if x.bold == line.bold]
    return len(rows) >= FEW_LINES and line.x0 < min(x.x0 for x in rows) - _OUTDENT


def _right_part(line: Line, columns: list[tuple[float, float]]) -> bool:
    """True for a line in any column but the first, such as a sum under its column."""
    return len(columns) > 1 and line.x0 > columns[0][1]
