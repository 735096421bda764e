"""Sides that a table leaves undrawn: its lying rules run out over the outermost standing one and end together."""

from collections.abc import Iterator, Sequence

from extractors.pages.grids import Edge, Mesh

_TOGETHER = 2.0
"""Points within which rules end together, and within which a standing rule closes them."""
_MEETS = 4.0
"""Points that a rule may lack to meet another."""
_NARROWEST = 20.0
"""Points between an undrawn side and the next standing rule, at least: less is a line that is drawn too long."""
_SHARE = 0.6
"""So many of a table's lying rules end at its open side, or the first and the last: others part a head's parts."""
_FEWEST = 3
"""Crossings of lying and standing rules that tell of a table: one standing rule takes three lying ones."""
_RUN_ON = 2
"""Standing rules that run on beyond the last lying one take the side along."""
_CLOSED = 0.9
"""A side is drawn where standing rules run along so much of its height: a tinted head has sides of its own."""


def open_sides(mesh: Mesh) -> list[Edge]:
    """An edge for each side, left or right, that the rules of one table reach and no standing rule closes."""
    upright = [e for e in mesh.edges if not e.across]
    found: list[Edge] = []
    for lying in _crossed([e for e in mesh.edges if e.across], upright):
        for ends in ([e.low for e in lying], [e.high for e in lying]):
            found.extend(_side(lying, ends, upright))
    return found


def _crossed(lying: Sequence[Edge], upright: Sequence[Edge]) -> Iterator[list[Edge]]:
    """Lying rules that standing ones cross, by table: those that share a standing rule belong together."""
    groups: list[list[Edge]] = []
    for edge in upright:
        met = [e for e in lying if _meets(e, edge)]
        joined = [g for g in groups if any(e in g for e in met)]
        groups = [g for g in groups if g not in joined]
        groups.append(list(dict.fromkeys([*(e for g in joined for e in g), *met])))
    yield from (g for g in groups if _is_table(g, upright))


def _is_table(lying: Sequence[Edge], upright: Sequence[Edge]) -> bool:
    """True for three crossings; two are enough where the standing rules begin together and end together."""
    crossing = [u for e in lying for u in upright if _meets(e, u)]
    if len(crossing) >= _FEWEST:
        return True
    lows, highs = [u.low for u in crossing], [u.high for u in crossing]
    parallel = len({u.at for u in crossing}) >= _RUN_ON
    return parallel and max(max(ends) - min(ends) for ends in (lows, highs)) <= _TOGETHER


def _meets(lying: Edge, upright: Edge) -> bool:
    inside = upright.low - _MEETS <= lying.at <= upright.high + _MEETS
    return inside and lying.low - _MEETS <= upright.at <= lying.high + _MEETS


def _side(lying: Sequence[Edge], ends: Sequence[float], upright: Sequence[Edge]) -> Iterator[Edge]:
    x = max(ends, key=lambda end: sum(abs(end - other) <= _TOGETHER for other in ends))
    members = [e for e, end in zip(lying, ends, strict=True) if abs(end - x) <= _TOGETHER]
    outermost = {min(lying, key=lambda e: e.at), max(lying, key=lambda e: e.at)} <= set(members)
    if (len(members) < _SHARE * len(lying) and not outermost) or not _is_table(members, upright):
        return
    near = [u for u in upright if any(_meets(e, u) for e in members)]
    top, bottom = _reach(members, near)
    beside = [u for u in near if abs(u.at - x) < _NARROWEST]
    off = any(abs(u.at - x) > _TOGETHER for u in beside)
    if not off and sum(u.length for u in beside) < _CLOSED * (bottom - top):
        yield Edge(False, x, top, bottom)


def _reach(lying: Sequence[Edge], upright: Sequence[Edge]) -> tuple[float, float]:
    """From where to where a side runs: over all lying rules, and as far as two standing ones run on beyond them.

    So a head row does that has a rule below it and none above, and a table that the page cuts.
    """
    top, bottom = min(e.at for e in lying), max(e.at for e in lying)
    tops, bottoms = sorted(u.low for u in upright), sorted(u.high for u in upright)
    if len(upright) < _RUN_ON:
        return top, bottom
    return min(top, tops[_RUN_ON - 1]), max(bottom, bottoms[-_RUN_ON])
