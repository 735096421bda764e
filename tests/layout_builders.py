"""Words, lines and pages from strings with positions, and small PDFs drawn line by line.

Built words are set in a type whose every character, the space too, is half its size wide; points from the top left.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import pikepdf

from extractors.pages.geometry import Box, Word
from extractors.pages.page_words import RawPage
from extractors.tables.ruled_tables import DraftCell, DraftGrid
from extractors.text.lines import Line
from extractors.text.measures import Measures

WIDTH, HEIGHT = 595.0, 842.0
LEFT, RIGHT, SIZE, STEP = 70.0, 520.0, 10.0, 13.0
"""The text column's edges, the body's type size and the step from line to line."""
MEASURES = Measures(body_size=SIZE, pitch=STEP / SIZE, left=LEFT, right=RIGHT)


def text_width(text: str, size: float = SIZE) -> float:
    return len(text) * size / 2


def set_words(
    text: str, x0: float = LEFT, bottom: float = 100.0, *, size: float = SIZE, bold: bool = False, page: int = 1
) -> list[Word]:
    """The words of one printed text; two spaces in it are twice the white."""
    words: list[Word] = []
    x = x0
    for piece in text.split(" "):
        x1 = x + text_width(piece, size)
        if piece:
            words.append(Word(piece, x, bottom - size, x1, bottom, size, bold=bold, page=page))
        x = x1 + size / 2
    return words


def set_line(
    text: str, x0: float = LEFT, bottom: float = 100.0, *, size: float = SIZE, bold: bool = False, page: int = 1
) -> Line:
    return Line(tuple(set_words(text, x0, bottom, size=size, bold=bold, page=page)))


def set_right(text: str, x1: float, bottom: float = 100.0, *, bold: bool = False) -> Line:
    """A line that ends at x1, as numbers do in their column."""
    return set_line(text, x1 - text_width(text), bottom, bold=bold)


def beside(*parts: Line) -> Line:
    """Parts that stand on one printed line, from left to right."""
    return Line(tuple(word for part in parts for word in part.words))


def set_lines(texts: Sequence[str], x0: float = LEFT, bottom: float = 100.0, *, page: int = 1) -> list[Line]:
    """Texts one under the other at the usual step."""
    return [set_line(text, x0, bottom + i * STEP, page=page) for i, text in enumerate(texts)]


def full_line(
    start: str = "Ord", x0: float = LEFT, bottom: float = 100.0, *, page: int = 1, bold: bool = False
) -> Line:
    """A line that reaches the right edge, so that no word more would have fitted."""
    letters = int((RIGHT - x0) / (SIZE / 2))
    text = start
    while len(text) + 5 <= letters:
        text += " text"
    return set_line(text + "x" * (letters - len(text)), x0, bottom, page=page, bold=bold)


def raw_page(number: int = 1, *, rules: Sequence[Box] = (), tints: Sequence[Box] = ()) -> RawPage:
    """An A4 page; its lines are handed over beside it."""
    return RawPage(number, WIDTH, HEIGHT, 0, (), rules=tuple(rules), tints=tuple(tints))


def grid_of_texts(
    rows: Sequence[Sequence[str]],
    *,
    page: int = 1,
    top: float = 100.0,
    edges: Sequence[float] | None = None,
    bold_rows: int = 0,
) -> DraftGrid:
    """A ruled grid without spans: equal columns of 100 points unless told, rows of 20 points."""
    n_cols = len(rows[0])
    xs = tuple(edges) if edges is not None else tuple(LEFT + 100.0 * i for i in range(n_cols + 1))
    cells: list[DraftCell] = []
    for r, row in enumerate(rows):
        for c, (text, (x0, x1)) in enumerate(zip(row, pairwise(xs), strict=True)):
            upper = top + 20.0 * r
            line = set_line(text, x0 + 2, upper + 15, bold=r < bold_rows, page=page) if text else None
            cells.append(DraftCell(r, c, 1, 1, Box(x0, upper, x1, upper + 20), (line,) if line else ()))
    return DraftGrid(page, Box(xs[0], top, xs[-1], top + 20.0 * len(rows)), tuple(cells), len(rows), n_cols, xs)


@dataclass
class DrawnPage:
    """One page's content stream in the making."""

    operators: list[str] = field(default_factory=list)

    def text(self, text: str, x0: float, bottom: float, *, size: float = 10.0, font: str = "F") -> "DrawnPage":
        """Text whose baseline stands at `bottom`. Fonts: F upright, B bold, I slanted."""
        self.operators.append(f"BT /{font} {size} Tf 1 0 0 1 {x0} {HEIGHT - bottom} Tm {_hex(text)} Tj ET")
        return self

    def lines(self, texts: Sequence[str], x0: float, bottom: float, *, size: float = 10.0) -> "DrawnPage":
        for i, text in enumerate(texts):
            self.text(text, x0, bottom + i * 1.3 * size, size=size)
        return self

    def turned(self, text: str, x0: float, bottom: float) -> "DrawnPage":
        """Text that runs upwards."""
        self.operators.append(f"BT /F 10 Tf 0 1 -1 0 {x0} {HEIGHT - bottom} Tm {_hex(text)} Tj ET")
        return self

    def filled(self, box: Box, grey: float = 0.0) -> "DrawnPage":
        self.operators.append(f"{grey} g {box.x0} {HEIGHT - box.bottom} {box.width} {box.height} re f 0 g")
        return self

    def square(self, box: Box) -> "DrawnPage":
        """A drawn outline, as of a tick box."""
        self.operators.append(f"0.5 w {box.x0} {HEIGHT - box.bottom} {box.width} {box.height} re S")
        return self

    def stroked(self, x0: float, top: float, x1: float, bottom: float) -> "DrawnPage":
        self.operators.append(f"0.5 w {x0} {HEIGHT - top} m {x1} {HEIGHT - bottom} l S")
        return self

    def grid(self, xs: Sequence[float], ys: Sequence[float]) -> "DrawnPage":
        """Lines along all edges of a grid."""
        for x in xs:
            self.stroked(x, ys[0], x, ys[-1])
        for y in ys:
            self.stroked(xs[0], y, xs[-1], y)
        return self


def _hex(text: str) -> str:
    return f"<{text.encode('cp1252').hex()}>"


def write_pdf(path: Path, pages: Sequence[DrawnPage]) -> Path:
    """The drawn pages as a PDF in the standard fonts."""
    with pikepdf.new() as document:
        fonts = {
            f"/{key}": document.make_indirect(
                pikepdf.Dictionary(
                    Type=pikepdf.Name.Font,
                    Subtype=pikepdf.Name.Type1,
                    BaseFont=pikepdf.Name(f"/{name}"),
                    Encoding=pikepdf.Name.WinAnsiEncoding,
                )
            )
            for key, name in (("F", "Helvetica"), ("B", "Helvetica-Bold"), ("I", "Helvetica-Oblique"))
        }
        for drawn in pages:
            document.add_blank_page(page_size=(WIDTH, HEIGHT))
            page = document.pages[-1]
            page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(fonts))
            page.Contents = document.make_stream("\n".join(drawn.operators).encode())
        document.save(path)
    return path
