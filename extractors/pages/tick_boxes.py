"""Drawn tick boxes: small squares alike, and which of them have a mark in them.

A mark is drawn (a cross, a tick, a dark fill) or set (X, a tick of a symbol font). A square without one is told as
empty, and it is for the form's readers to say what that means: where no box of a question has a mark the choice is
unknown.
"""

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.pages.geometry import Box, Placed, Word
from extractors.pages.pdfium_shapes import Shape
from extractors.pages.squares_of_lines import with_whole_squares
from models.tick_signs import CHECKS, LETTERS

_MARKS = CHECKS | LETTERS | {"●", "■", "•"}
"""Signs that tick a box where they are set in one."""
_SMALLEST, _LARGEST = 5.0, 13.5
"""Points."""
_HIGHEST = 16.0
"""Points: no tick box is higher, its border counted."""
_SQUARE = 2.0
"""Points by which a square's sides may differ."""
_ALIKE = 1.5
"""Points by which the width of a page's tick boxes may differ from the commonest."""
_BORDER = 2.5
"""Points by which the two sides of one box's border, or its inside, may differ."""
_MARK = 0.3
"""A mark is as wide or as high as this share of its box, at the least."""
_STICKS_OUT = 1.6
"""... and at most so many times as wide and as high: a cross may reach over the box's edge."""
_ROUND = 0.45
"""What goes round less of its own box is no border: where a circle's curves end is a diamond, half of its box."""
_INSIDE = 0.5
"""What is painted within a square and is wider than this share of it leaves a ring of it."""
_SAME_SQUARE = 0.3
"""Points by which two squares that are one differ at most in width."""
_DARK = 128
"""Of 255: a fill with one of its colours below this is seen as a mark; paler tints are grounds."""

_PATTERNS = ("255 255 255", "191 191 191")
"""The colours that PDFium tells of what is painted as a gradient, and as one that is tiled."""


@dataclass(frozen=True, slots=True)
class TickBox:
    box: Box
    ticked: bool
    mark: Word | None = None
    """The sign that is set in it."""


def tick_boxes(shapes: Sequence[Shape], words: Sequence[Word]) -> tuple[TickBox, ...]:
    """Small squares of the size that most small squares on the page have, from the top; one alone is none.

    A square with a word in it is no tick box, save where the word is a mark.
    """
    shapes = with_whole_squares(shapes)
    squares = _squares(shapes)
    if not squares:
        return ()
    usual = Counter(round(b.width) for b in squares).most_common(1)[0][0]
    alike = [box for box in squares if abs(box.width - usual) <= _ALIKE]
    placed = Placed(words)
    inside = {box: placed.within(box) for box in alike}
    boxes = [b for b in alike if not inside[b] or (len(inside[b]) == 1 and inside[b][0].text in _MARKS)]
    if len(boxes) < 2 or (not any(inside.values()) and _tell_states(boxes, shapes)):
        return ()
    telling = _filled(boxes, shapes)
    found = [
        TickBox(
            box=box,
            ticked=bool(inside[box]) or box in telling or _has_drawn_mark(box, shapes),
            mark=inside[box][0] if inside[box] else None,
        )
        for box in boxes
    ]
    return tuple(sorted(found, key=lambda t: (t.box.top, t.box.x0)))


def without_boxes(shapes: Sequence[Shape], ticks: Sequence[TickBox]) -> list[Shape]:
    """The shapes but those of tick boxes: the sides of several that stand close above each other would be one line."""
    return [s for s in shapes if s.box.height > _HIGHEST or not any(t.box.encloses(s.box) for t in ticks)]


def _squares(shapes: Sequence[Shape]) -> list[Box]:
    squares: list[Box] = []
    drawn = [s.box for kind in ("rectangle", "outline") for s in shapes if s.kind == kind]
    small = [b for b in drawn if _SMALLEST <= b.width <= _LARGEST and abs(b.width - b.height) <= _SQUARE]
    for box in sorted(small, key=lambda b: -b.width * b.height):
        # One box can be drawn twice, its outline and its inside.
        if not any(abs(box.x0 - b.x0) < _SMALLEST and abs(box.top - b.top) < _SMALLEST for b in squares):
            squares.append(box)
    return squares


def _filled(boxes: Sequence[Box], shapes: Sequence[Shape]) -> set[Box]:
    """The squares that are painted as a whole where others are not, or that are painted once more than the others."""
    whole = [s for s in shapes if s.kind == "rectangle" and s.filled]
    rounded = [s for s in shapes if s.kind == "outline" and _is_dark(s) and _is_solid(s, shapes)]
    dark = {box for box in boxes if any(_is_dark(s) and _is_border(s.box, box) for s in (*whole, *rounded))}
    painted = {box: _times_painted(box, [s.box for s in whole]) for box in boxes}
    more = {box for box in boxes if painted[box] > max(1, min(painted.values()))}
    shaded = _shaded(boxes, shapes)
    # Squares that are all filled are bullets: their fill chooses none of them.
    return (dark if len(dark) < len(boxes) else more) | (shaded if len(shaded) < len(boxes) else set())


def _shaded(boxes: Sequence[Box], shapes: Sequence[Shape]) -> set[Box]:
    """Rings with a square of paint in them: a browser prints a button's dot as a gradient, which fades into white.

    A square that is one colour shows beside its ring, or shows nothing, and nobody draws it.
    """
    grounds = [s.box for s in shapes if s.kind == "rectangle" and s.filled and s.color.startswith(_PATTERNS)]
    rings = [s.box for s in shapes if s.kind == "outline" and s.stroked and not s.filled and not _is_thin(s)]
    return {
        box
        for box in boxes
        if any(_is_border(ring, box) for ring in rings) and any(_is_border(ground, box) for ground in grounds)
    }


def _tell_states(boxes: Sequence[Box], shapes: Sequence[Shape]) -> bool:
    """True for nothing but fills, several of their colours dark: they tell how things stand. Ticks have one colour."""
    colours: set[str] = set()
    for box in boxes:
        held = [s for s in shapes if _is_border(s.box, box) or _is_inside(s.box, box)]
        if len(held) != 1 or not held[0].filled or held[0].stroked:
            return False
        if _is_dark(held[0]):
            colours.add(held[0].color)
    return len(colours) > 1


def _is_solid(shape: Shape, shapes: Sequence[Shape]) -> bool:
    """True for a rounded square or a circle that is filled to its middle: no tick, and neither side of a ring."""
    width = _INSIDE * shape.box.width
    rings = (
        (_is_inside(other.box, shape.box) and other.box.width > width)
        or (other.color == shape.color and _is_inside(shape.box, other.box) and _is_border(shape.box, other.box))
        for other in shapes
        if other is not shape and other.filled
    )
    return not _is_thin(shape) and not any(rings)


def _is_inside(box: Box, around: Box) -> bool:
    return around.x0 < box.x0 and around.top < box.top and box.x1 < around.x1 and box.bottom < around.bottom


def _times_painted(box: Box, filled: Sequence[Box]) -> int:
    """How often a box is painted as a whole: its outermost square, which a ring round its inside has once."""
    around = [other for other in filled if other.encloses(box) and box.encloses(other)]
    widest = max((other.width for other in around), default=0.0)
    return sum(1 for other in around if other.width > widest - _SAME_SQUARE)


def _has_drawn_mark(box: Box, shapes: Sequence[Shape]) -> bool:
    return any(_is_mark(shape, box) for shape in shapes)


def _is_mark(shape: Shape, box: Box) -> bool:
    at = shape.box
    x, y = (at.x0 + at.x1) / 2, (at.top + at.bottom) / 2
    if not (box.x0 < x < box.x1 and box.top < y < box.bottom):
        return False
    size = max(at.width, at.height) / box.width
    if not _MARK <= size <= _STICKS_OUT or not (shape.stroked or _is_dark(shape)):
        return False
    # A square within the square is its border's inner side, or its inside; a smaller dark one is a mark.
    if shape.kind == "rectangle":
        return _is_dark(shape) and not _is_border(at, box)
    return not _is_border(at, box) or _is_thin(shape)


def _is_thin(shape: Shape) -> bool:
    """True for a slanting line, and for an outline that goes round little of its box: a tick, a cross."""
    ends = shape.points
    if not ends or ends[0] != ends[-1]:
        return True
    area = abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in itertools.pairwise(ends))) / 2
    return area < _ROUND * shape.box.width * shape.box.height


def _is_border(inner: Box, box: Box) -> bool:
    sides = (inner.x0 - box.x0, inner.top - box.top, inner.x1 - box.x1, inner.bottom - box.bottom)
    return max(map(abs, sides)) < _BORDER


def _is_dark(shape: Shape) -> bool:
    return shape.filled and bool(shape.color) and min(int(part) for part in shape.color.split()[:3]) < _DARK
