"""Tables without rules over a page's columns: their rows are told by where their cells begin and end."""

from collections import Counter
from collections.abc import Sequence

from extractors.layout.column_sides import crosses
from extractors.tables.row_white import even_white
from extractors.tables.section_heads import stands_over_heads
from extractors.text.lines import Line, segments

_ALIGNED = 3.0
"""Points within which cells of one column begin, or end."""
_FEW_ROWS = 2
"""Lines of several cells, one of them over a gutter, from which a table is believed, and cells that begin alike."""
_CELLS = 2
_NEAR = 3.0
"""White between two lines of such a table, in type sizes, at most, save where all rows are farther apart."""
_SAME_SIZE = 0.6
"""Points."""


def in_open_tables(lines: Sequence[Line], gutters: Sequence[float]) -> list[bool]:
    """Per line of a page, from the top, whether it stands in a table without rules that reaches over a gutter.

    Some of its lines hold several cells and one of them stands over the gutter. Lines near them belong to it where all
    that they hold begins, or ends, where cells of such lines do. Text in columns begins elsewhere.
    """
    parts = [segments(line, line.size) for line in lines]
    seeds = [
        i
        for i, line in enumerate(lines)
        if len(parts[i]) >= _CELLS and any(crosses(line, gutter) for gutter in gutters)
    ]
    held = [False] * len(lines)
    even = _even_white(lines, seeds)
    for group in _near_each_other(lines, parts, seeds, even):
        begins, ends = _edges([p for i in group for p in parts[i]])
        inner = [x for x in begins if x > min(begins) + _ALIGNED]
        if len(group) < _FEW_ROWS or not inner:
            continue
        for i in _grown(lines, parts, group, begins, ends, even):
            held[i] = True
    return held


def _even_white(lines: Sequence[Line], seeds: Sequence[int]) -> float:
    """The white between rows of the seeds' type, where they stand evenly, however far apart; else 0."""
    if not seeds:
        return 0.0
    size = min(lines[i].size for i in seeds)
    rows = [line for line in lines[seeds[0] : seeds[-1] + 1] if abs(line.size - size) <= _SAME_SIZE]
    return even_white(rows, size, _NEAR * size)


def _near_each_other(
    lines: Sequence[Line], parts: Sequence[Sequence[Line]], seeds: Sequence[int], even: float
) -> list[list[int]]:
    """The seeds parted where text in columns, or nothing, stands between two of them."""
    groups: list[list[int]] = []
    for i in seeds:
        if groups and _is_row_between(lines, parts, groups[-1][-1], i, even):
            groups[-1].append(i)
        else:
            groups.append([i])
    return groups


def _is_row_between(
    lines: Sequence[Line], parts: Sequence[Sequence[Line]], above: int, below: int, even: float
) -> bool:
    """True where each line between the two holds only what begins or ends where one of the two's cells does."""
    begins, ends = {p.x0 for i in (above, below) for p in parts[i]}, {p.x1 for i in (above, below) for p in parts[i]}
    between = range(above, below + 1)
    near = all(_are_near(lines[i], lines[i + 1], even) for i in between[:-1])
    return near and all(_fits(parts[i], begins, ends) for i in between)


def _edges(cells: Sequence[Line]) -> tuple[set[float], set[float]]:
    """Where cells begin and where they end, of what at least two of them have in common."""
    return _common([p.x0 for p in cells]), _common([p.x1 for p in cells])


def _common(places: Sequence[float]) -> set[float]:
    seen = Counter(round(x) for x in places)
    return {float(x) for x in seen if sum(seen[x + d] for d in (-1, 0, 1)) >= _FEW_ROWS}


def _are_near(upper: Line, lower: Line, even: float) -> bool:
    return lower.top - upper.bottom <= max(_NEAR * upper.size, even)


def _grown(
    lines: Sequence[Line],
    parts: Sequence[Sequence[Line]],
    group: Sequence[int],
    begins: set[float],
    ends: set[float],
    even: float,
) -> range:
    """The lines from the first to the last that fit the columns, without wide white between them."""
    first, last = group[0], group[-1]
    while first > 0 and _are_near(lines[first - 1], lines[first], even) and _fits(parts[first - 1], begins, ends):
        if stands_over_heads(lines[first - 1], lines[first]):
            break
        first -= 1
    while (
        last + 1 < len(lines) and _are_near(lines[last], lines[last + 1], even) and _fits(parts[last + 1], begins, ends)
    ):
        last += 1
    return range(first, last + 1)


def _fits(parts: Sequence[Line], begins: set[float], ends: set[float]) -> bool:
    return all(_is_at(p.x0, begins) or _is_at(p.x1, ends) for p in parts)


def _is_at(x: float, places: set[float]) -> bool:
    return any(abs(x - place) <= _ALIGNED for place in places)
