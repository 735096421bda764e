"""Small squares that are drawn side by side by side: four lines, or four thin bars, as one shape."""

from collections.abc import Sequence

from extractors.pages.geometry import Box
from extractors.pages.pdfium_shapes import Shape

_SHORTEST, _LONGEST = 5.0, 14.5
"""Points: the sides of a tick box."""
_THIN = 1.5
"""Points: a filled bar that is no thicker is a line."""
_MEET = 1.2
"""Points by which two sides may miss each other's end."""
_MOST = 600
"""A page with more short lines of one direction is a drawing, and not a form with so many boxes."""


def with_whole_squares(shapes: Sequence[Shape]) -> list[Shape]:
    """The shapes, each four that are the sides of a small square replaced by that square."""
    lying = [s for s in shapes if _is_side(s) and s.box.width > s.box.height]
    standing = [s for s in shapes if _is_side(s) and s.box.height > s.box.width]
    if not lying or not standing or max(len(lying), len(standing)) > _MOST:
        return list(shapes)
    squares: list[Shape] = []
    taken: set[int] = set()
    for top in lying:
        for foot in lying:
            sides = _between(top.box, foot.box, standing) if _is_below(foot.box, top.box) else []
            if len(sides) == 2 and not taken & {id(s) for s in (top, foot, *sides)}:
                boxes = [s.box for s in (top, foot, *sides)]
                around = Box(
                    min(b.x0 for b in boxes),
                    min(b.top for b in boxes),
                    max(b.x1 for b in boxes),
                    max(b.bottom for b in boxes),
                )
                squares.append(Shape("rectangle", around, filled=False, stroked=True, color=""))
                taken |= {id(s) for s in (top, foot, *sides)}
    return [*(s for s in shapes if id(s) not in taken), *squares]


def _is_side(shape: Shape) -> bool:
    box = shape.box
    short = _SHORTEST <= max(box.width, box.height) <= _LONGEST
    return short and min(box.width, box.height) <= _THIN and (shape.kind == "line" or shape.filled)


def _is_below(foot: Box, top: Box) -> bool:
    """True where the two lie straight above each other, as far apart as they are long."""
    ends = max(abs(foot.x0 - top.x0), abs(foot.x1 - top.x1))
    return ends <= _MEET and abs(foot.top - top.top - top.width) <= 2 * _MEET


def _between(top: Box, foot: Box, standing: Sequence[Shape]) -> list[Shape]:
    """The left and the right side, where both are drawn from one to the other."""
    found = []
    for x in (top.x0, top.x1):
        sides = (s for s in standing if abs((s.box.x0 + s.box.x1) / 2 - x) <= _MEET)
        side = next((s for s in sides if max(abs(s.box.top - top.top), abs(s.box.bottom - foot.bottom)) <= _MEET), None)
        if side is not None:
            found.append(side)
    return found
