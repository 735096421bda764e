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
"""So many of a table's lying rules end at its open side."""
_FEWEST = 3


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
    yield from (g for g in groups if len(g) >= _FEWEST)


def _meets(lying: Edge, upright: Edge) -> bool:
    inside = upright.low - _MEETS <= lying.at <= upright.high + _MEETS
    return inside and lying.low - _MEETS <= upright.at <= lying.high + _MEETS


def _side(lying: Sequence[Edge], ends: Sequence[float], upright: Sequence[Edge]) -> Iterator[Edge]:
    x = max(ends, key=lambda end: sum(abs(end - other) <= _TOGETHER for other in ends))
    members = [e for e, end in zip(lying, ends, strict=True) if abs(end - x) <= _TOGETHER]
    if len(members) < max(_FEWEST, _SHARE * len(lying)):
        return
    near = [u for u in upright if any(_meets(e, u) for e in members)]
    if near and min(abs(u.at - x) for u in near) >= _NARROWEST:
        yield Edge(False, x, min(e.at for e in members), max(e.at for e in members))
