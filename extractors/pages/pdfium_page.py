"""A page as PDFium holds it: where its user space lies on the page that is looked at, and its objects one by one.

PDFium counts points from the bottom left of the sheet as it was made; everything here counts from the top left of the
media box as the page is turned for reading (the page's Rotate, ISO 32000-1, 7.7.3.3).
"""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from extractors.pages.geometry import Box
from extractors.plain import slotted

_DEEPEST = 16
"""Forms nested deeper than this are not followed: a damaged file may nest one in itself."""


@slotted
class Matrix:
    """An affine map as PDF writes it (8.3.4): x' = a x + c y + e, y' = b x + d y + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def then(self, after: "Matrix") -> "Matrix":
        """One map, and the other one after it."""
        return Matrix(
            self.a * after.a + self.b * after.c,
            self.a * after.b + self.b * after.d,
            self.c * after.a + self.d * after.c,
            self.c * after.b + self.d * after.d,
            self.e * after.a + self.f * after.c + after.e,
            self.e * after.b + self.f * after.d + after.f,
        )

    def point(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def direction(self, x: float, y: float) -> tuple[float, float]:
        """A direction has no place: the shift is left out."""
        return self.a * x + self.c * y, self.b * x + self.d * y

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """The box of a rectangle whose sides are parallel to the axes."""
        (x0, y0), (x1, y1) = self.point(left, bottom), self.point(right, top)
        return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


@dataclass(frozen=True, slots=True)
class Sheet:
    """The page's size as it is looked at, in points, and the way from its user space to there."""

    width: float
    height: float
    rotation: int
    """The page's own, in the file: degrees clockwise."""
    frame: Matrix


def sheet_of(page: pypdfium2.PdfPage, quarters: int = 0) -> Sheet:
    """The page as it lies in the file, or turned by so many right angles more, clockwise."""
    left, bottom, right, top = page.get_mediabox()
    rotation = int(page.get_rotation())
    width, height = right - left, top - bottom
    turn = (rotation + 90 * quarters) % 360
    frame = {
        0: Matrix(1, 0, 0, -1, -left, top),
        90: Matrix(0, 1, 1, 0, -bottom, -left),
        180: Matrix(-1, 0, 0, 1, right, -bottom),
        270: Matrix(0, -1, -1, 0, top, right),
    }[turn]
    return Sheet(*((width, height) if turn % 180 == 0 else (height, width)), rotation, frame)


def address(pointer: object) -> int:
    """The address that a handle holds, to know it again by; 0 where it holds none.

    It is read where it lies: ctypes.cast would leave the handle in a circle of references for the collector to find.
    """
    return ctypes.c_void_p.from_buffer(pointer).value or 0  # type: ignore[arg-type]


def matrix_of(drawn: object) -> Matrix:
    """A page object's own matrix."""
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(drawn, found):
        return Matrix()
    return Matrix(found.a, found.b, found.c, found.d, found.e, found.f)


def fill_colour(drawn: object) -> str:
    """A page object's fill as text, red, green, blue and opacity of 255; empty where it has none (a pattern)."""
    parts = [ctypes.c_uint() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetFillColor(drawn, *parts):
        return ""
    return " ".join(str(part.value) for part in parts)


def objects_of(page: pypdfium2.PdfPage, frame: Matrix) -> Iterator[tuple[object, int, Matrix]]:
    """Each text, path, image and shading with its kind (FPDF_PAGEOBJ_...) and the map from its surroundings to the
    page as it is looked at; what stands in a form is met in the form's place.
    """
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        yield from _with_contents(pdfium.FPDFPage_GetObject(page, index), frame, _DEEPEST)


def _with_contents(drawn: object, frame: Matrix, depth: int) -> Iterator[tuple[object, int, Matrix]]:
    kind = int(pdfium.FPDFPageObj_GetType(drawn))
    if kind != pdfium.FPDF_PAGEOBJ_FORM:
        yield drawn, kind, frame
        return
    if not depth:
        return
    within = matrix_of(drawn).then(frame)
    for index in range(pdfium.FPDFFormObj_CountObjects(drawn)):
        yield from _with_contents(pdfium.FPDFFormObj_GetObject(drawn, index), within, depth - 1)
