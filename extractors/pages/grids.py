"""Drawn edges to cells and tables: the cells that lines enclose.

The way of Nurminen (2013), as Tabula and pdfplumber go it: edges that lie nearly on one line are put on it, those that
nearly touch are joined, and the smallest rectangles between their crossings are cells; cells that share a corner are
one table. Lengths and tolerances are in points.
"""

import itertools
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.pages.geometry import Box
from extractors.plain import slotted

_MIN_PIECE = 1.0
"""Shorter pieces are specks; longer ones, dots and dashes too, may be part of a line."""
_SNAP = 3.0
_JOIN = 3.0
_CROSSING = 4.0
"""An edge that ends so near another one meets it."""
MIN_EDGE = 14.0
"""Shorter edges are tick boxes'."""

_LOWEST = 8.0
"""... but for those that stand between two long ones: a row of small type is as high."""

Corner = tuple[float, float]


@slotted
class Edge:
    """A straight edge at `at` (its height where it lies across, its x where it stands), from `low` to `high`."""

    across: bool
    at: float
    low: float
    high: float

    @property
    def length(self) -> float:
        return self.high - self.low


@dataclass(frozen=True, slots=True)
class Mesh:
    """Edges made straight and whole, the cells between them, and the tables of more than one cell."""

    edges: tuple[Edge, ...]
    cells: tuple[Box, ...]
    tables: tuple[tuple[Box, ...], ...]


def mesh_of(edges: Sequence[Edge], low: Sequence[Edge] = ()) -> Mesh:
    """The cells and tables that edges enclose; those in `low` are sides of cells however short they are."""
    every = [edge for across in (False, True) for edge in joined(across, edges)]
    long = [edge for edge in every if edge.length >= MIN_EDGE]
    whole = [edge for edge in every if edge.length >= MIN_EDGE or _parts_low_row(edge, every, long)]
    whole += [side for side in low if not any(_is_one(side, edge) for edge in whole)]
    cells = tuple(_cells(whole))
    return Mesh(tuple(whole), cells, tuple(_tables(cells)))


def joined(across: bool, edges: Sequence[Edge]) -> Iterator[Edge]:
    """Edges of one direction: each group that lies nearly on one line, put on its mean and joined where they touch."""
    group: list[Edge] = []
    pieces = [edge for edge in edges if edge.across == across and edge.length >= _MIN_PIECE]
    for edge in [*sorted(pieces, key=lambda e: e.at), None]:
        if edge is not None and (not group or edge.at <= group[-1].at + _SNAP):
            group.append(edge)
            continue
        if group:
            yield from _one_line(across, sum(e.at for e in group) / len(group), group)
        group = [edge] if edge is not None else []


def _one_line(across: bool, at: float, group: Sequence[Edge]) -> Iterator[Edge]:
    low, high = None, 0.0
    for edge in sorted(group, key=lambda e: e.low):
        if low is not None and edge.low <= high + _JOIN:
            high = max(high, edge.high)
            continue
        if low is not None:
            yield Edge(across, at, low, high)
        low, high = edge.low, edge.high
    if low is not None:
        yield Edge(across, at, low, high)


def _is_one(side: Edge, edge: Edge) -> bool:
    """True where two standing edges lie on one line, the one over the other."""
    return not edge.across and abs(edge.at - side.at) <= _SNAP and edge.low < side.high and side.low < edge.high


def _parts_low_row(edge: Edge, edges: Sequence[Edge], long: Sequence[Edge]) -> bool:
    """True for a short edge that stands from one long lying edge to another, which both run on to either side.

    A tick box has another such side close by.
    """
    if edge.across or edge.length < _LOWEST:
        return False
    meeting = [e for e in long if e.across and e.low + MIN_EDGE <= edge.at <= e.high - MIN_EDGE]
    if not all(any(abs(e.at - end) <= _SNAP for e in meeting) for end in (edge.low, edge.high)):
        return False
    beside = (e for e in edges if not e.across and 0 < abs(e.at - edge.at) < MIN_EDGE)
    return not any(e.low < edge.high and edge.low < e.high for e in beside)


def _crossings(edges: Sequence[Edge]) -> dict[Corner, tuple[set[int], set[int]]]:
    """Where standing and lying edges meet: by place (x, y), which ones of either."""
    lying = sorted(((e.at, i) for i, e in enumerate(edges) if e.across))
    heights = [at for at, _ in lying]
    found: dict[Corner, tuple[set[int], set[int]]] = {}
    for i, edge in enumerate(edges):
        if edge.across:
            continue
        first, last = bisect_left(heights, edge.low - _CROSSING), bisect_right(heights, edge.high + _CROSSING)
        for at, j in lying[first:last]:
            if edges[j].low - _CROSSING <= edge.at <= edges[j].high + _CROSSING:
                standing, across = found.setdefault((edge.at, at), (set(), set()))
                standing.add(i)
                across.add(j)
    return found


def _cells(edges: Sequence[Edge]) -> Iterator[Box]:
    """From each crossing as the upper left corner, the smallest rectangle whose four sides are drawn."""
    crossings = _crossings(edges)
    on_edge: dict[int, list[Corner]] = defaultdict(list)
    for corner in sorted(crossings):
        for edge in itertools.chain(*crossings[corner]):
            on_edge[edge].append(corner)
    for corner in sorted(crossings):
        standing, lying = crossings[corner]
        below = sorted({y for edge in standing for _, y in on_edge[edge] if y > corner[1]})
        beside = sorted({x for edge in lying for x, _ in on_edge[edge] if x > corner[0]})
        cell = next((c for y in below for x in beside if (c := _closed(corner, (x, y), crossings))), None)
        if cell is not None:
            yield cell


def _closed(start: Corner, end: Corner, crossings: dict[Corner, tuple[set[int], set[int]]]) -> Box | None:
    """The rectangle between two corners where one edge runs along its right side and one along its foot."""
    last = crossings.get(end)
    if last is None:
        return None
    right, foot = crossings[(end[0], start[1])], crossings[(start[0], end[1])]
    if last[0].isdisjoint(right[0]) or last[1].isdisjoint(foot[1]):
        return None
    return Box(start[0], start[1], end[0], end[1])


def _tables(cells: Sequence[Box]) -> list[tuple[Box, ...]]:
    """Cells joined over the corners that they share, from the top; a cell alone is no table."""
    at_corner: dict[Corner, list[int]] = defaultdict(list)
    for i, cell in enumerate(cells):
        for corner in _corners(cell):
            at_corner[corner].append(i)
    seen: set[int] = set()
    tables: list[tuple[Box, ...]] = []
    for i in range(len(cells)):
        if i in seen:
            continue
        seen.add(i)
        table = [i]
        for member in table:
            for corner in _corners(cells[member]):
                fresh = [j for j in at_corner[corner] if j not in seen]
                seen.update(fresh)
                table.extend(fresh)
        if len(table) > 1:
            tables.append(tuple(cells[j] for j in sorted(table)))
    return sorted(tables, key=lambda table: min((cell.top, cell.x0) for cell in table))


def _corners(cell: Box) -> tuple[Corner, ...]:
    return (cell.x0, cell.top), (cell.x0, cell.bottom), (cell.x1, cell.top), (cell.x1, cell.bottom)
