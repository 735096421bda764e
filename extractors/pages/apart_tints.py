"""Tinted boxes that stand near a ruled table and apart from it: a heading on its band, with a table right below.

Rules drawn by hand or by halves may lack some points to meet, and count as meeting then. A tint's own sides are where
they are: one that leaves white between itself and the nearest rules is no row of their table.
"""

from collections import defaultdict
from collections.abc import Sequence

from extractors.pages.geometry import Box
from extractors.pages.pdfium_shapes import Shape
from extractors.pages.tint_rows import TOUCH

_NEAR = 6.0
"""Points: rules as near as this may be taken to meet the tint's sides."""
_MIN_HEIGHT, _MIN_WIDTH = 8.0, 60.0
"""Points that a band with a line of text on it has, at the least."""
_STRIP = 50.0
"""Points of height that are looked through together."""


def apart_tints(shapes: Sequence[Shape]) -> frozenset[Box]:
    """The filled boxes without outline that have drawn lines near them, no other tint, and touch none."""
    tints = {s.box for s in shapes if _is_tint(s)}
    strips: dict[int, list[Shape]] = defaultdict(list)
    for shape in shapes if tints else ():
        for strip in range(int(shape.box.top // _STRIP), int(shape.box.bottom // _STRIP) + 1):
            strips[strip].append(shape)
    return frozenset(tint for tint in tints if _is_apart(tint, strips))


def _is_tint(shape: Shape) -> bool:
    wide = shape.box.height >= _MIN_HEIGHT and shape.box.width >= _MIN_WIDTH
    return wide and shape.kind == "rectangle" and shape.filled and not shape.stroked


def _is_apart(tint: Box, strips: dict[int, list[Shape]]) -> bool:
    first, last = int((tint.top - _NEAR) // _STRIP), int((tint.bottom + _NEAR) // _STRIP)
    others = (shape for strip in range(first, last + 1) for shape in strips.get(strip, ()) if shape.box != tint)
    near = [shape for shape in others if _distance(tint, shape.box) <= _NEAR]
    lines = all(min(shape.box.width, shape.box.height) < TOUCH for shape in near)
    return bool(near) and lines and all(_distance(tint, shape.box) > TOUCH for shape in near)


def _distance(one: Box, other: Box) -> float:
    """The white between two boxes, across or down, whichever is more; 0 where they meet."""
    across = max(one.x0, other.x0) - min(one.x1, other.x1)
    down = max(one.top, other.top) - min(one.bottom, other.bottom)
    return max(across, down, 0.0)
