"""What is drawn on a page and means something for its text: rules, row bands, grids, tick boxes."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.pages.apart_tints import apart_tints
from extractors.pages.column_tints import column_tints
from extractors.pages.dashed_rules import whole_dashes
from extractors.pages.geometry import Box, Placed, RuledGrid, Word, box_around
from extractors.pages.grids import Edge, Mesh, mesh_of
from extractors.pages.head_blocks import head_blocks
from extractors.pages.low_boxes import is_line, sides_of_low_boxes
from extractors.pages.open_columns import outer_sides
from extractors.pages.open_sides import open_sides
from extractors.pages.pdfium_shapes import Shape
from extractors.pages.section_tints import holds_cells, is_among_rows, is_between_bands
from extractors.pages.side_bars import side_bars
from extractors.pages.spanning_tints import with_spanning_tints
from extractors.pages.tick_boxes import TickBox, tick_boxes, without_boxes
from extractors.pages.tint_rows import TOUCH, is_of_grid, side_by_side
from extractors.pages.tinted_columns import tinted_rows, without_told
from extractors.pages.underlines import part_underlines

_RULE_THICKNESS = 3.0
"""Points: a filled rectangle thinner than this is a rule."""
_STRAIGHT = 0.1
"""Points by which a line may stray and still run along an axis."""
_EQUAL = 0.06
"""Points within which two drawn edges are one."""
_NEIGHBOURS = 4
"""Nested rectangles follow each other when sorted: how far to look."""
_MIN_RULE_LENGTH = 8.0
_BORDER_SHARE = 0.6
"""A box higher than this share of its page is a page border."""
_WHOLE_PAGE, _BAR_WIDTH = 0.95, 0.2
"""Shares of the page's height and width that a bar at its side has, at the least and at the most."""
_TABLE_CELLS = 4
_WIDE = 60.0
"""Points between the outermost rules that end together: a table's, not a tick box's."""
_MIN_BAND = 8.0
_MIN_BAND_WIDTH = 20.0

_Fill = tuple[tuple[float, float, float, float], str]
"""A filled rectangle's sides and its colour."""


@dataclass(frozen=True)
class Drawings:
    """A page's drawings, each in order from the top."""

    rules: tuple[Box, ...]
    """Horizontal rules that part something."""
    underlines: tuple[Box, ...]
    """Those that set off the words above them."""
    bands: tuple[Box, ...]
    """Tints behind table rows."""
    tints: tuple[Box, ...]
    """The filled rectangles that the bands are made of, one or one for each cell."""
    grids: tuple[RuledGrid, ...]
    ticks: tuple[TickBox, ...]
    bars: tuple[Box, ...]
    """Lines down the left side of a text."""


@dataclass(frozen=True)
class _Reread:
    """Shapes that are not what they look like: `shapes` are left out, `visible` is what shows."""

    shapes: frozenset[Box]
    visible: tuple[Box, ...]
    pieces: frozenset[Box] = frozenset()
    """The shapes as they stand in rows: a cell over several of them once for each."""


def drawings_of(shapes: Sequence[Shape], words: Sequence[Word], page: Box) -> Drawings:
    """What a page's shapes mean. `words` are the page's: a tint is a row's band where cells stand on it."""
    borders = _one_sided_borders(shapes)
    ticks = tick_boxes(shapes, words)
    bands = _row_bands(shapes, words, [tick.box for tick in ticks], page)
    told = tinted_rows(shapes, words)
    columns = column_tints(shapes) | told.cells
    rules, underlines = part_underlines(_rules(shapes, borders), words)
    return Drawings(
        rules=tuple(rules),
        underlines=tuple(underlines),
        bands=tuple(sorted([*without_told(bands.visible, told.rows), *told.rows], key=lambda b: (b.top, b.x0))),
        tints=tuple(sorted(bands.pieces | columns, key=_sides)),
        grids=tuple(_grids(without_boxes(shapes, ticks), borders.shapes | bands.shapes | columns, words, page)),
        ticks=ticks,
        bars=side_bars(_lines(shapes, borders), words),
    )


def _sides(box: Box) -> tuple[float, float, float, float]:
    return box.x0, box.top, box.x1, box.bottom


def _one_sided_borders(shapes: Sequence[Shape]) -> _Reread:
    """Some producers draw a border on one side only by filling between two nearly equal rectangles."""
    filled = [(_sides(s.box), s.color) for s in shapes if s.kind == "rectangle" and s.filled]
    hidden: set[Box] = set()
    visible: list[Box] = []
    for (outer, colour), (inner, other) in sorted(_nested(filled)):
        differing = [i for i in range(4) if abs(outer[i] - inner[i]) > _EQUAL]
        if colour != other or len(differing) != 1 or abs(outer[differing[0]] - inner[differing[0]]) > _RULE_THICKNESS:
            continue
        hidden.update((Box(*outer), Box(*inner)))
        sides = list(outer)
        sides[(differing[0] + 2) % 4] = inner[differing[0]]
        x0, top, x1, bottom = sides
        visible.append(Box(min(x0, x1), min(top, bottom), max(x0, x1), max(top, bottom)))
    return _Reread(frozenset(hidden), tuple(visible))


def _nested(filled: Sequence[_Fill]) -> set[tuple[_Fill, _Fill]]:
    """Pairs that share both sides in one direction: only they can differ on one side alone."""
    buckets: dict[tuple[object, ...], list[_Fill]] = {}
    for key, colour in sorted(set(filled)):
        buckets.setdefault(("x", colour, round(key[0], 1), round(key[2], 1)), []).append((key, colour))
        buckets.setdefault(("y", colour, round(key[1], 1), round(key[3], 1)), []).append((key, colour))
    near = (
        (a, b) for bucket in buckets.values() for i, a in enumerate(bucket) for b in bucket[i + 1 : i + 1 + _NEIGHBOURS]
    )
    return set(near)


def _frames(shapes: Sequence[Shape]) -> frozenset[Box]:
    """Rectangles of one colour drawn one after the other, one a rule's thickness within the other on every side.

    What is filled between them is a border: no tint stands there.
    """
    found: set[Box] = set()
    for one, other in itertools.pairwise(shapes):
        if one.kind != "rectangle" or one.kind != other.kind or one.color != other.color:
            continue
        inner, outer = sorted((one.box, other.box), key=lambda box: box.width)
        white = (inner.x0 - outer.x0, inner.top - outer.top, outer.x1 - inner.x1, outer.bottom - inner.bottom)
        if one.filled and other.filled and all(_EQUAL < side <= _RULE_THICKNESS for side in white):
            found.update((inner, outer))
    return frozenset(found)


def _lines(shapes: Sequence[Shape], borders: _Reread) -> list[Box]:
    """What is drawn straight, in any order: lines, rectangles, and borders as they show."""
    return [*({s.box for s in shapes if s.kind != "outline"} - borders.shapes), *borders.visible]


def _rules(shapes: Sequence[Shape], borders: _Reread) -> list[Box]:
    """Horizontal rules, each once, from the page's lines and thin rectangles."""
    flat = [b for b in _lines(shapes, borders) if b.height <= _RULE_THICKNESS]
    whole = [b for b in flat if b.width >= _MIN_RULE_LENGTH]
    dashed = whole_dashes(b for b in flat if b.width < _MIN_RULE_LENGTH)
    rules = {Box(round(b.x0, 1), round(b.top, 1), round(b.x1, 1), round(b.bottom, 1)) for b in (*whole, *dashed)}
    return sorted(rules, key=lambda b: (b.top, b.x0, b.x1, b.bottom))


def _row_bands(shapes: Sequence[Shape], words: Sequence[Word], ticks: Sequence[Box], page: Box) -> _Reread:
    """Tints without a drawn outline on which several cells stand: a row's band, not a box round text."""
    frames = _frames(shapes)
    fills = [
        s.box
        for s in shapes
        if s.kind == "rectangle"
        and s.filled
        and not s.stroked
        and s.box.height >= _MIN_BAND
        and s.box.width > _RULE_THICKNESS
        and s.box not in frames
    ]
    colours = {s.box: s.color for s in shapes}
    placed = Placed(words)
    heads = head_blocks(fills, colours, placed)
    in_heads = {cell for head in heads for cell in head.cells}
    hidden: set[Box] = set()
    bands = [band for head in heads for band in head.bands]
    groups = side_by_side([box for box in fills if box not in in_heads])
    others: list[Box] = []
    for group in groups:
        whole = Box(group[0].x0, group[0].top, max(b.x1 for b in group), group[0].bottom)
        if len(group) > 1:
            is_band = not is_of_grid(group, groups, colours, placed)
        else:
            held = placed.within(whole)
            wide = whole.width > _MIN_BAND_WIDTH
            several_ticks = sum(whole.encloses(t) for t in ticks) > 1
            is_band = wide and (holds_cells(held) or (bool(held) and several_ticks))
            others.extend([] if is_band else group)
        if is_band and whole.height < _BORDER_SHARE * page.height:
            hidden.update(group)
            bands.append(whole)
    rules = [s.box for s in shapes if s.box.height <= _RULE_THICKNESS and s.box.width > _MIN_BAND_WIDTH]
    spanning = with_spanning_tints(bands, others)
    others = [b for b in others if b not in spanning.cells]
    bands = list(spanning.bands)
    pieces = {piece for head in heads for piece in head.pieces}
    sections = [b for b in others if is_between_bands(b, bands) or is_among_rows(b, bands, rules, placed)]
    return _Reread(
        frozenset([*in_heads, *hidden, *spanning.cells, *sections]),
        tuple(sorted([*bands, *sections], key=lambda b: (b.top, b.x0))),
        frozenset([*pieces, *hidden, *spanning.pieces, *sections]),
    )


def _grids(shapes: Sequence[Shape], left_out: frozenset[Box], words: Sequence[Word], page: Box) -> list[RuledGrid]:
    """Connected grids, and single boxes too: a form's answer stands in one. A page-high box is a border."""
    apart = apart_tints(shapes) - left_out
    unmet = left_out | apart | {s.box for s in shapes if _is_page_side(s, page)}
    edges = [edge for s in shapes if s.kind != "rectangle" or s.box not in unmet for edge in edges_of(s)]
    low = sides_of_low_boxes([edge for s in shapes if is_line(s, _RULE_THICKNESS) for edge in edges_of(s)])
    mesh = mesh_of(edges, low)
    open_ends = _open_ends(mesh)
    undrawn = [*open_sides(mesh), *outer_sides(mesh, words), *(Edge(True, y, page.x0, page.x1) for y in open_ends)]
    if undrawn:
        mesh = mesh_of([*edges, *undrawn], low)
    tables = [RuledGrid(box_around(cells), cells, _is_upright(cells, open_ends)) for cells in mesh.tables]
    taken = {cell for table in tables for cell in table.cells}
    single = [*(c for c in mesh.cells if c not in taken), *sorted(apart, key=_sides)]
    alone = [cell for cell in single if cell.height < _BORDER_SHARE * page.height]
    grids = [*tables, *(RuledGrid(cell, (cell,)) for cell in alone)]
    return _outermost([g for g in grids if not _is_page_border(g, grids, page.height)])


def _is_page_side(shape: Shape, page: Box) -> bool:
    """True for a bar painted along the page's side from top to bottom: nothing on the page meets it."""
    whole = shape.box.height >= _WHOLE_PAGE * page.height and shape.box.width <= _BAR_WIDTH * page.width
    at_side = min(shape.box.x0 - page.x0, page.x1 - shape.box.x1) <= TOUCH
    return shape.kind == "rectangle" and shape.filled and not shape.stroked and whole and at_side


def _is_upright(cells: Sequence[Box], open_ends: Sequence[float]) -> bool:
    """True where every height at which a cell begins or ends is one at which standing rules end, undrawn."""
    heights = {y for cell in cells for y in (cell.top, cell.bottom)}
    return all(any(abs(y - end) <= 2 * TOUCH for end in open_ends) for y in heights)


def edges_of(shape: Shape) -> Iterator[Edge]:
    """The straight edges that a shape draws along the axes, its sides or pieces of its outline."""
    box = shape.box
    if shape.kind == "rectangle":
        yield from (Edge(True, y, box.x0, box.x1) for y in (box.top, box.bottom))
        yield from (Edge(False, x, box.top, box.bottom) for x in (box.x0, box.x1))
        return
    ends = shape.points or ((box.x0, box.top), (box.x1, box.bottom))
    for (x0, y0), (x1, y1) in itertools.pairwise(ends):
        if abs(y0 - y1) <= _STRAIGHT:
            yield Edge(True, (y0 + y1) / 2, min(x0, x1), max(x0, x1))
        elif abs(x0 - x1) <= _STRAIGHT:
            yield Edge(False, (x0 + x1) / 2, min(y0, y1), max(y0, y1))


def _is_page_border(grid: RuledGrid, grids: Sequence[RuledGrid], height: float) -> bool:
    """True for lines round the page and under its head, where a table stands inside them."""
    if not any(cell.height >= _BORDER_SHARE * height for cell in grid.cells):
        return False
    return any(len(g.cells) >= _TABLE_CELLS and grid.box.encloses(g.box) for g in grids if g is not grid)


def _open_ends(mesh: Mesh) -> list[float]:
    """Heights at which two or more standing rules end without a lying one: a row that the page cut."""
    across = [e for e in mesh.edges if e.across]
    upright = [e for e in mesh.edges if not e.across]
    heights: list[float] = []
    for y in sorted({y for edge in upright for y in (edge.low, edge.high)}):
        ends = [e.at for e in upright if min(abs(e.low - y), abs(e.high - y)) < TOUCH]
        left, right = min(ends), max(ends)
        if right - left <= _WIDE or any(abs(y - z) < 2 * TOUCH for z in heights):
            continue
        if not any(abs(h.at - y) < 2 * TOUCH and left - 2 <= h.high and h.low <= right for h in across):
            heights.append(y)
    return heights


def _outermost(grids: list[RuledGrid]) -> list[RuledGrid]:
    """Grids that do not lie inside another: a drawing within a cell is part of the cell."""
    kept: list[RuledGrid] = []
    for grid in sorted(grids, key=lambda g: -g.box.width * g.box.height):
        if not any(outer.box.encloses(grid.box) for outer in kept):
            kept.append(grid)
    return sorted(kept, key=lambda g: (g.box.top, g.box.x0))
