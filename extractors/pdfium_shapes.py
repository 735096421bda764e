"""What is drawn on a page: straight lines, rectangles and other outlines, and how many pictures."""

import ctypes
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import pypdfium2
import pypdfium2.raw as pdfium

from extractors.geometry import Box
from extractors.pdfium_page import Matrix, Sheet, address, matrix_of, objects_of

_STRAIGHT = 0.1
"""Points by which a line may stray and still run along an axis."""
_CORNERS = 4
_EXTENT = 0.5
"""Points: a text object that is narrower or lower than this shows nothing."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
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
    n_images = unheard = 0
    for drawn, kind, frame in objects_of(page, sheet.frame):
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            shapes.extend(_shapes(drawn, frame))
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            n_images += 1
        elif kind == pdfium.FPDF_PAGEOBJ_TEXT and address(drawn) not in heard:
            unheard += _shows(drawn)
    return PageShapes(tuple(shapes), n_images, unheard)


def _shows(drawn: object) -> bool:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    found = pdfium.FPDFPageObj_GetBounds(drawn, left, bottom, right, top)
    return bool(found) and right.value - left.value > _EXTENT and top.value - bottom.value > _EXTENT


def _shapes(drawn: object, frame: Matrix) -> Iterator[Shape]:
    """The shapes of one path object: each stretch between two moves of the pen is one."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(drawn, fill, stroke)
    filled, stroked = fill.value != pdfium.FPDF_FILLMODE_NONE, bool(stroke.value)
    color = _fill_colour(drawn) if filled else ""
    for points in _strokes(drawn, matrix_of(drawn).then(frame)):
        shape = _shape(points, filled, stroked, color)
        if shape is not None:
            yield shape


def _shape(points: Sequence[Point], filled: bool, stroked: bool, color: str) -> Shape | None:
    """None for a point, and for a line that is filled and so does not show."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    box = Box(min(xs), min(ys), max(xs), max(ys))
    corners = [point for before, point in itertools.pairwise([None, *points]) if point != before]
    if len(corners) > 1 and corners[0] == corners[-1]:
        corners.pop()
    if len(corners) <= 2:  # noqa: PLR2004 - two points are a line
        shows = stroked or len(points) > _CORNERS
        return Shape("line", box, filled, stroked, color) if shows and len(corners) > 1 else None
    if len(corners) == _CORNERS and _is_rectangle(corners):
        return Shape("rectangle", box, filled, stroked, color)
    return Shape("outline", box, filled, stroked, color, tuple(points))


def _is_rectangle(corners: Sequence[Point]) -> bool:
    sides = [(abs(a[0] - b[0]), abs(a[1] - b[1])) for a, b in zip(corners, [*corners[1:], corners[0]], strict=True)]
    across = [height <= _STRAIGHT for _, height in sides]
    upright = [width <= _STRAIGHT for width, _ in sides]
    return all(a if i % 2 == 0 else u for i, (a, u) in enumerate(zip(across, upright, strict=True))) or all(
        u if i % 2 == 0 else a for i, (a, u) in enumerate(zip(across, upright, strict=True))
    )


def _strokes(drawn: object, frame: Matrix) -> Iterator[list[Point]]:
    """The points of a path, parted where the pen is lifted; of a curve, where it ends. A closed one ends where it began."""
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
            if pdfium.FPDFPathSegment_GetClose(segment):
                points.append(points[0])
    if len(points) > 1:
        yield points


def _fill_colour(drawn: object) -> str:
    parts = [ctypes.c_uint() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetFillColor(drawn, *parts):
        return ""
    return " ".join(str(part.value) for part in parts)
