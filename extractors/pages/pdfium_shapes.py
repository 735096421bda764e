"""What is drawn on a page: straight lines, rectangles and other outlines, and how many pictures."""

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import pypdfium2
import pypdfium2.raw as pdfium

from extractors.pages.geometry import Box
from extractors.pages.pdfium_page import Matrix, Sheet, address, fill_colour, matrix_of, objects_of
from extractors.plain import slotted

_STRAIGHT = 0.1
"""Points by which a line may stray and still run along an axis."""
_CORNERS, _TWO = 4, 2
_ROUNDED = 0.6
"""A box with rounded corners has sides that are straight for more than this share of their length."""
_THICKEST = 6.0
"""Points: a border."""
_EXTENT = 0.5
"""Points: a text object that is narrower or lower than this shows nothing."""
_AGAIN = 1.5
"""Points by which a text that is printed twice is moved."""

Point = tuple[float, float]


@slotted
class Shape:
    """One outline that is filled, stroked or both, as it stands on the page."""

    kind: Literal["line", "rectangle", "outline"]
    box: Box
    filled: bool
    stroked: bool
    color: str
    """The fill's, as text; empty where there is none."""
    points: tuple[Point, ...] = ()
    """The corners, or where its curves end; given for an outline only."""


@dataclass(frozen=True, slots=True)
class PageShapes:
    shapes: tuple[Shape, ...]
    n_images: int
    unheard: int
    """Text objects that show on the page and of which no character was read."""


def shapes_of(page: pypdfium2.PdfPage, sheet: Sheet, heard: frozenset[int]) -> PageShapes:
    """Read a page's drawings. `heard` are the text objects that characters were read from, by address."""
    shapes: list[Shape] = []
    texts: list[object] = []
    n_images = 0
    for drawn, kind, frame in objects_of(page, sheet.frame):
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            shapes.extend(_shapes(drawn, frame))
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            n_images += 1
        elif kind == pdfium.FPDF_PAGEOBJ_TEXT:
            texts.append(drawn)
    return PageShapes(tuple(shapes), n_images, _unheard(texts, heard))


def images_on(page: pypdfium2.PdfPage, sheet: Sheet) -> Iterator[Box]:
    """The boxes of the images on a page, points from its top left: an image is a unit square, made to measure."""
    for thing, kind, frame in objects_of(page, sheet.frame):
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            whole = matrix_of(thing).then(frame)
            corners = [whole.point(x, y) for x in (0.0, 1.0) for y in (0.0, 1.0)]
            xs, ys = [x for x, _ in corners], [y for _, y in corners]
            box = Box(max(0.0, min(xs)), max(0.0, min(ys)), min(sheet.width, max(xs)), min(sheet.height, max(ys)))
            if box.width > 0 and box.height > 0:
                yield box


def _unheard(texts: Sequence[object], heard: frozenset[int]) -> int:
    """Text objects that show and gave no character; not those that print again what another one gave, for boldness."""
    silent = [box for drawn in texts if address(drawn) not in heard and _shows(box := _bounds(drawn))]
    if not silent:
        return 0
    given = [_bounds(drawn) for drawn in texts if address(drawn) in heard]
    return sum(not any(_nearly_one(box, other) for other in given) for box in silent)


def _bounds(drawn: object) -> Box:
    """Where an object lies in its own surroundings, heights from the bottom."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(drawn, left, bottom, right, top)
    return Box(left.value, bottom.value, right.value, top.value)


def _shows(box: Box) -> bool:
    return box.width > _EXTENT and box.height > _EXTENT


def _nearly_one(box: Box, other: Box) -> bool:
    ends = (box.x0 - other.x0, box.top - other.top, box.x1 - other.x1, box.bottom - other.bottom)
    return max(map(abs, ends)) <= _AGAIN


def _shapes(drawn: object, frame: Matrix) -> Iterator[Shape]:
    """The shapes of one path object: each stretch between two moves of the pen is one."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(drawn, fill, stroke)
    filled, stroked = fill.value != pdfium.FPDF_FILLMODE_NONE, bool(stroke.value)
    color = fill_colour(drawn) if filled else ""
    strokes = _strokes(drawn, matrix_of(drawn).then(frame))
    shapes = [shape for points in strokes if (shape := _shape(points, filled, stroked, color)) is not None]
    yield from [_border(*shapes)] if _is_border(shapes) else shapes


def _is_border(shapes: Sequence[Shape]) -> bool:
    """True for a box filled but for a box within it: what shows is its border."""
    if len(shapes) != _TWO or any(shape.kind != "rectangle" or not shape.filled for shape in shapes):
        return False
    outer, inner = shapes[0].box, shapes[1].box
    sides = (inner.x0 - outer.x0, inner.top - outer.top, outer.x1 - inner.x1, outer.bottom - inner.bottom)
    return all(0 < side <= _THICKEST for side in sides)


def _border(outer: Shape, _inner: Shape) -> Shape:
    return Shape("rectangle", outer.box, filled=False, stroked=True, color="")


def _shape(points: Sequence[Point], filled: bool, stroked: bool, color: str) -> Shape | None:
    """None for a point, and for a line that is filled only and so does not show."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    box = Box(min(xs), min(ys), max(xs), max(ys))
    corners = list(points[:-1]) if points[0] == points[-1] else list(points)
    if (len(corners) == _CORNERS and _is_rectangle(corners)) or _is_rounded_box(points, box):
        return Shape("rectangle", box, filled, stroked, color)
    if len(set(corners)) > 2:
        return Shape("outline", box, filled, stroked, color, tuple(points))
    return Shape("line", box, filled, stroked, color) if stroked and len(set(corners)) > 1 else None


def _is_rectangle(corners: Sequence[Point]) -> bool:
    """True where four corners' sides run along the axes, by turns across and upright."""
    level = [abs(a[1] - b[1]) <= _STRAIGHT for a, b in zip(corners, [*corners[1:], corners[0]], strict=True)]
    upright = [abs(a[0] - b[0]) <= _STRAIGHT for a, b in zip(corners, [*corners[1:], corners[0]], strict=True)]
    return (level[0] and upright[1] and level[2] and upright[3]) or (
        upright[0] and level[1] and upright[2] and level[3]
    )


def _is_rounded_box(points: Sequence[Point], box: Box) -> bool:
    """True for an outline along its box's four sides whose corners are cut off or rounded."""
    straight = {"left": 0.0, "right": 0.0, "top": 0.0, "bottom": 0.0}
    for (ax, ay), (bx, by) in pairwise(points):
        for side, here in (("left", box.x0), ("right", box.x1)):
            straight[side] += abs(by - ay) if max(abs(ax - here), abs(bx - here)) <= _STRAIGHT else 0.0
        for side, here in (("top", box.top), ("bottom", box.bottom)):
            straight[side] += abs(bx - ax) if max(abs(ay - here), abs(by - here)) <= _STRAIGHT else 0.0
    upright, level = min(straight["left"], straight["right"]), min(straight["top"], straight["bottom"])
    return _ROUNDED * box.height < upright and _ROUNDED * box.width < level


def _strokes(drawn: object, frame: Matrix) -> Iterator[list[Point]]:
    """The points of a path, parted where the pen is lifted; of a curve, where it ends.

    A closed one ends where it began.
    """
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[Point] = []
    curved = 0
    for index in range(pdfium.FPDFPath_CountSegments(drawn)):
        segment = pdfium.FPDFPath_GetPathSegment(drawn, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points
            points = []
        # A curve is told by three points, and only the third lies on the outline.
        curved = curved + 1 if kind == pdfium.FPDF_SEGMENT_BEZIERTO else 0
        if curved % 3 == 0:
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            px, py = frame.point(x.value, y.value)
            points.append((round(px, 2), round(py, 2)))
            if pdfium.FPDFPathSegment_GetClose(segment) and points[0] != points[-1]:
                points.append(points[0])
    if len(points) > 1:
        yield points
