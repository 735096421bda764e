"""The sides of boxes one line high: a form's answer in small type, or what a page break leaves of a table's row."""

from collections.abc import Sequence
from itertools import pairwise

from extractors.pages.grids import MIN_EDGE, Edge, joined
from extractors.pages.pdfium_shapes import Shape

_LOWEST = 9.0
"""Points: the height of a box for one line."""
_WIDE = 40.0
"""Points: what is drawn so wide above and below is no tick box's."""
_SIDES = 3
"""Sides of a row of two cells."""
_CORNER = 3.0
"""Points by which a side and what is drawn across may miss each other."""


def sides_of_low_boxes(edges: Sequence[Edge]) -> list[Edge]:
    """The standing edges, too low to be a table's, that wide ones across begin or end at, above and below.

    Of several that stand far from each other and end together one end is enough: the page has cut their row.
    """
    standing = [e for e in joined(across=False, edges=edges) if _LOWEST <= e.length < MIN_EDGE]
    if not standing:
        return []
    across = [e for e in joined(across=True, edges=edges) if e.length >= _WIDE]
    return [
        side
        for side in standing
        if all(_is_closed(side, at, across) for at in (side.low, side.high)) or _is_of_cut_row(side, standing, across)
    ]


def _is_of_cut_row(side: Edge, standing: Sequence[Edge], across: Sequence[Edge]) -> bool:
    """True where one end of the side, and of all that end with it, is closed, as a row's is that ends on a page."""
    row = [e for e in standing if abs(e.low - side.low) <= _CORNER and abs(e.high - side.high) <= _CORNER]
    places = sorted(e.at for e in row)
    apart = all(right - left >= _WIDE for left, right in pairwise(places))
    return (
        len(row) >= _SIDES
        and apart
        and any(all(_is_closed(e, at, across) for e in row) for at in (side.low, side.high))
    )


def _is_closed(side: Edge, at: float, across: Sequence[Edge]) -> bool:
    return any(abs(e.at - at) <= _CORNER and e.low - _CORNER <= side.at <= e.high + _CORNER for e in across)


def is_line(shape: Shape, thickness: float) -> bool:
    """True for what is drawn as a line, be it a thin fill, and for an outline; a tint has no sides."""
    return shape.stroked or not shape.filled or min(shape.box.width, shape.box.height) <= thickness
