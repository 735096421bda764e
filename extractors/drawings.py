"""What is drawn on a page and means something for its text: rules, row bands, grids, tick boxes."""

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pdfplumber.page
from pdfplumber.table import TableFinder, TableSettings

from extractors.geometry import Box, RuledGrid, Word

_RULE_THICKNESS = 3.0
"""Points: a filled rectangle thinner than this is a rule."""
_EQUAL = 0.06
"""Points within which two drawn edges are one."""
_TOUCH = 2.0
"""Points within which two tinted cells touch."""
_NEIGHBOURS = 4
"""Nested rectangles follow each other when sorted: how far to look."""
_MIN_RULE_LENGTH = 8.0
_GRID_SETTINGS = {
    "snap_tolerance": 3,
    "join_tolerance": 3,
    "intersection_tolerance": 4,
    "edge_min_length": 14,  # shorter edges are tick boxes'
}
_BORDER_SHARE = 0.6
"""A box higher than this share of its page is a page border."""
_TABLE_CELLS = 4
_WIDE = 60.0
"""Points between the outermost rules that end together: a table's, not a tick box's."""
_MIN_BAND = 8.0
_CELL_GAP = 1.2
"""White between two words wider than this share of the size parts cells."""
_MARKER_GAP = 3.0
"""A list's marker stands at most this many type sizes before its text."""
_MIN_TICK, _MAX_TICK = 5.0, 13.5

Key = tuple[float, float, float, float]


@dataclass(frozen=True)
class Drawings:
    """A page's drawings, each in order from the top."""

    rules: tuple[Box, ...]
    """Horizontal rules."""
    bands: tuple[Box, ...]
    """Tints behind table rows."""
    grids: tuple[RuledGrid, ...]
    ticks: tuple[Box, ...]
    """Small squares: tick boxes."""


@dataclass(frozen=True)
class _Reread:
    """Shapes that are not what they look like: `shapes` are left out, `visible` is what shows."""

    shapes: frozenset[Key]
    visible: tuple[Box, ...]


def drawings_of(page: pdfplumber.page.Page, words: Sequence[Word]) -> Drawings:
    """Read a page's drawings. `words` are the page's: a tint is a row's band where cells stand on it."""
    borders = _one_sided_borders(page)
    ticks = _tick_boxes(page, words)
    bands = _row_bands(page, words, ticks)
    return Drawings(
        rules=tuple(_rules(page, borders)),
        bands=bands.visible,
        grids=tuple(_grids(page, borders.shapes | bands.shapes)),
        ticks=ticks,
    )


def _key(shape: dict[str, Any]) -> Key:
    return (
        round(float(shape["x0"]), 2),
        round(float(shape["top"]), 2),
        round(float(shape["x1"]), 2),
        round(float(shape["bottom"]), 2),
    )


def _one_sided_borders(page: pdfplumber.page.Page) -> _Reread:
    """Some producers draw a border on one side only by filling between two nearly equal rectangles."""
    filled = [(_key(r), str(r.get("non_stroking_color"))) for r in page.rects if r.get("fill")]
    shapes: set[Key] = set()
    visible: list[Box] = []
    for (outer, colour), (inner, other) in sorted(_nested(filled)):
        differing = [i for i in range(4) if abs(outer[i] - inner[i]) > _EQUAL]
        if colour != other or len(differing) != 1 or abs(outer[differing[0]] - inner[differing[0]]) > _RULE_THICKNESS:
            continue
        shapes.update((outer, inner))
        sides = list(outer)
        sides[(differing[0] + 2) % 4] = inner[differing[0]]
        x0, top, x1, bottom = sides
        visible.append(Box(min(x0, x1), min(top, bottom), max(x0, x1), max(top, bottom)))
    return _Reread(frozenset(shapes), tuple(visible))


def _nested(filled: Sequence[tuple[Key, str]]) -> set[tuple[tuple[Key, str], tuple[Key, str]]]:
    """Pairs that share both sides in one direction: only they can differ on one side alone."""
    buckets: dict[tuple[object, ...], list[tuple[Key, str]]] = {}
    for key, colour in sorted(set(filled)):
        buckets.setdefault(("x", colour, round(key[0], 1), round(key[2], 1)), []).append((key, colour))
        buckets.setdefault(("y", colour, round(key[1], 1), round(key[3], 1)), []).append((key, colour))
    near = (
        (a, b) for bucket in buckets.values() for i, a in enumerate(bucket) for b in bucket[i + 1 : i + 1 + _NEIGHBOURS]
    )
    return set(near)


def _rules(page: pdfplumber.page.Page, borders: _Reread) -> list[Box]:
    """Horizontal rules, each once, from the page's lines and thin rectangles."""
    keys = {_key(s) for s in [*page.lines, *page.rects]} - borders.shapes
    drawn = [*(Box(*key) for key in keys), *borders.visible]
    rules = {
        Box(round(b.x0, 1), round(b.top, 1), round(b.x1, 1), round(b.bottom, 1))
        for b in drawn
        if b.height <= _RULE_THICKNESS and b.width >= _MIN_RULE_LENGTH
    }
    return sorted(rules, key=lambda b: (b.top, b.x0, b.x1, b.bottom))


def _row_bands(page: pdfplumber.page.Page, words: Sequence[Word], ticks: Sequence[Box]) -> _Reread:
    """Tints without a drawn outline on which several cells stand: a row's band, not a box round text."""
    fills = [
        key
        for r in page.rects
        if r.get("fill") and not r.get("stroke") and (key := _key(r))[3] - key[1] >= _MIN_BAND and key[2] - key[0] > 20
    ]
    groups = _side_by_side(fills)
    shapes: set[Key] = set()
    bands: list[Box] = []
    for group in groups:
        whole = Box(group[0][0], group[0][1], max(k[2] for k in group), group[0][3])
        if len(group) > 1:
            is_band = not any(_continues(group, other) for other in groups if other is not group)
        else:
            held = [w for w in words if whole.holds(w)]
            several_ticks = sum(whole.encloses(t) for t in ticks) > 1
            is_band = _holds_cells(held) or (bool(held) and several_ticks)
        if is_band and whole.height < _BORDER_SHARE * float(page.height):
            shapes.update(group)
            bands.append(whole)
    return _Reread(frozenset(shapes), tuple(sorted(bands, key=lambda b: (b.top, b.x0))))


def _side_by_side(fills: Sequence[Key]) -> list[list[Key]]:
    """Rectangles of one height that touch, from left to right."""
    groups: list[list[Key]] = []
    for key in sorted(set(fills), key=lambda k: (round(k[1]), round(k[3]), k[0])):
        last = groups[-1][-1] if groups else None
        level = last is not None and abs(last[1] - key[1]) < 1 and abs(last[3] - key[3]) < 1
        if last is not None and level and abs(key[0] - last[2]) <= _TOUCH:
            groups[-1].append(key)
        else:
            groups.append([key])
    return groups


def _continues(group: Sequence[Key], other: Sequence[Key]) -> bool:
    """True where the other row of cells touches this one and has the same edges: together they are a grid."""
    if len(group) != len(other):
        return False
    touches = min(abs(group[0][3] - other[0][1]), abs(other[0][3] - group[0][1])) <= _TOUCH
    return touches and all(abs(a[0] - b[0]) <= _TOUCH for a, b in zip(group, other, strict=True))


def _holds_cells(words: Sequence[Word]) -> bool:
    """True where two words of one line stand so far apart that they are cells; a list's marker does not count."""
    for before, word in itertools.pairwise(sorted(words, key=lambda w: (round(w.bottom), w.x0))):
        one_line = abs(before.bottom - word.bottom) < 1.0
        gap = (word.x0 - before.x1) / word.size
        marker = len(before.text) <= 3 and not before.text.isalpha() and gap < _MARKER_GAP
        if one_line and gap > _CELL_GAP and not marker:
            return True
    return False


def _grids(page: pdfplumber.page.Page, left_out: frozenset[Key]) -> list[RuledGrid]:
    """Connected grids, and single boxes too: a form's answer stands in one. A page-high box is a border."""
    drawn = page
    if left_out:
        drawn = page.filter(lambda o: o["object_type"] != "rect" or _key(o) not in left_out)
    finder = TableFinder(drawn, TableSettings.resolve(_GRID_SETTINGS))
    open_ends = _open_ends(finder)
    if open_ends:
        closed = {**_GRID_SETTINGS, "explicit_horizontal_lines": open_ends}
        finder = TableFinder(drawn, TableSettings.resolve(closed))
    grids = [RuledGrid(Box(*table.bbox), tuple(Box(*cell) for cell in table.cells)) for table in finder.tables]
    taken = {cell for grid in grids for cell in grid.cells}
    for cell in finder.cells:
        box = Box(*cell)
        if box not in taken and box.height < _BORDER_SHARE * float(page.height):
            grids.append(RuledGrid(box, (box,)))
    return _outermost([g for g in grids if not _is_page_border(g, grids, float(page.height))])


def _is_page_border(grid: RuledGrid, grids: Sequence[RuledGrid], height: float) -> bool:
    """True for lines round the page and under its head, where a table stands inside them."""
    if not any(cell.height >= _BORDER_SHARE * height for cell in grid.cells):
        return False
    return any(len(g.cells) >= _TABLE_CELLS and grid.box.encloses(g.box) for g in grids if g is not grid)


def _open_ends(finder: TableFinder) -> list[float]:
    """Heights at which two or more vertical rules end without a horizontal one: a row that the page cut."""
    across = [e for e in finder.edges if e["orientation"] == "h"]
    upright = [e for e in finder.edges if e["orientation"] == "v"]
    heights: list[float] = []
    for edge in upright:
        for y in (float(edge["top"]), float(edge["bottom"])):
            ends = {round(float(e["x0"])) for e in upright if min(abs(e["top"] - y), abs(e["bottom"] - y)) < _TOUCH}
            closed = any(
                abs(float(h["top"]) - y) < 2 * _TOUCH and min(ends) - 2 <= h["x1"] and h["x0"] <= max(ends)
                for h in across
            )
            if max(ends) - min(ends) > _WIDE and not closed and not any(abs(y - z) < 2 * _TOUCH for z in heights):
                heights.append(y)
    return sorted(heights)


def _outermost(grids: list[RuledGrid]) -> list[RuledGrid]:
    """Grids that do not lie inside another: a drawing within a cell is part of the cell."""
    kept: list[RuledGrid] = []
    for grid in sorted(grids, key=lambda g: -g.box.width * g.box.height):
        if not any(outer.box.encloses(grid.box) for outer in kept):
            kept.append(grid)
    return sorted(kept, key=lambda g: (g.box.top, g.box.x0))


def _tick_boxes(page: pdfplumber.page.Page, words: Sequence[Word]) -> tuple[Box, ...]:
    """Small squares of the size that most small squares on the page have, where no word stands in them."""
    squares: list[Box] = []
    for shape in [*page.rects, *page.curves]:
        box = Box(*_key(shape))
        if not (_MIN_TICK <= box.width <= _MAX_TICK and abs(box.width - box.height) <= 2.0):
            continue
        # One box can be drawn twice, its outline and its inside.
        if not any(abs(box.x0 - b.x0) < _MIN_TICK and abs(box.top - b.top) < _MIN_TICK for b in squares):
            squares.append(box)
    if not squares:
        return ()
    usual = Counter(round(b.width) for b in squares).most_common(1)[0][0]
    ticks = [b for b in squares if abs(b.width - usual) <= 1.5]
    free = [b for b in ticks if not any(b.holds(w) for w in words)]
    return tuple(sorted(free, key=lambda b: (b.top, b.x0))) if len(free) > 1 else ()
