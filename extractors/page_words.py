"""Step 2, read: a page's words with place and type, its drawn rules and boxes. PDF in, plain values out."""

import re
from dataclasses import dataclass, field
from itertools import combinations

import pdfplumber.page
import pypdfium2
from pdfplumber.table import TableFinder, TableSettings

_BOLD = re.compile(r"bold|black|heavy|demi|semib", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obliq", re.IGNORECASE)

_RULE_THICKNESS = 3.0
"""Points: a filled rectangle thinner than this is a rule."""
_EQUAL = 0.06
"""Points within which two drawn edges are one."""
_MIN_RULE_LENGTH = 8.0
_GRID_SETTINGS = {
    "snap_tolerance": 3,
    "join_tolerance": 3,
    "intersection_tolerance": 4,
    "edge_min_length": 11,  # shorter edges are tick boxes'
}
_BORDER_SHARE = 0.6
"""A box higher than this share of its page is a page border."""
_SAME_TEXT_SHARE = 0.85
"""The share of the other reader's characters below which a page's text is doubted."""


@dataclass(frozen=True, slots=True)
class Word:
    """A run of characters in one font, with its box in points from the page's top left."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    bold: bool = False
    italic: bool = False
    page: int = 1

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points; rules are boxes too, thin ones."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def encloses(self, other: "Box") -> bool:
        """True where the other box lies inside, give or take a point."""
        return (
            self.x0 - 1 <= other.x0
            and self.top - 1 <= other.top
            and self.x1 + 1 >= other.x1
            and self.bottom + 1 >= other.bottom
        )

    def holds(self, word: Word) -> bool:
        """True where the word's middle lies inside."""
        centre = (word.x0 + word.x1) / 2
        return self.x0 <= centre <= self.x1 and self.top <= word.middle <= self.bottom


@dataclass(frozen=True)
class RuledGrid:
    """Cells that drawn lines enclose, as boxes; one grid per connected drawing."""

    box: Box
    cells: tuple[Box, ...]


@dataclass(frozen=True)
class RawPage:
    """What stands on one page, before layout."""

    number: int
    width: float
    height: float
    rotation: int
    words: tuple[Word, ...]
    rules: tuple[Box, ...] = ()
    """Horizontal rules."""
    boxes: tuple[Box, ...] = ()
    """Filled or drawn rectangles that are too thick to be rules."""
    grids: tuple[RuledGrid, ...] = ()
    n_images: int = 0
    doubt: str | None = None
    turned: tuple[Word, ...] = field(default=())
    """Words that stand on their side."""


def read_page(page: pdfplumber.page.Page, other: pypdfium2.PdfPage) -> RawPage:
    """Read one page. `other` is the same page in the second reader, to notice text that the first one loses."""
    found = page.extract_words(
        keep_blank_chars=False,
        use_text_flow=False,
        x_tolerance_ratio=0.18,
        y_tolerance=2,
        extra_attrs=["fontname", "size", "upright"],
    )
    number = page.page_number
    words = [_word(w, number) for w in found if w["upright"]]
    turned = [_word(w, number) for w in found if not w["upright"]]
    borders = _one_sided_borders(page)
    rules, boxes = _drawings(page, borders)
    return RawPage(
        number=number,
        width=float(page.width),
        height=float(page.height),
        rotation=int(page.rotation or 0),
        words=tuple(words),
        rules=tuple(rules),
        boxes=tuple(boxes),
        grids=tuple(_grids(page, borders)),
        n_images=len(page.images),
        doubt=_doubt(words, turned, other),
        turned=tuple(turned),
    )


def _word(word: dict[str, object], page: int) -> Word:
    font = str(word["fontname"])
    return Word(
        text=str(word["text"]),
        x0=float(str(word["x0"])),
        top=float(str(word["top"])),
        x1=float(str(word["x1"])),
        bottom=float(str(word["bottom"])),
        size=round(float(str(word["size"])), 2),
        bold=bool(_BOLD.search(font)),
        italic=bool(_ITALIC.search(font)),
        page=page,
    )


@dataclass(frozen=True)
class _Borders:
    """Pairs of nested filled rectangles that differ on one side: what shows is that side's border."""

    shapes: frozenset[tuple[float, ...]]
    visible: tuple[Box, ...]


def _shape_key(shape: dict[str, object]) -> tuple[float, ...]:
    return tuple(round(float(str(shape[k])), 2) for k in ("x0", "top", "x1", "bottom"))


def _one_sided_borders(page: pdfplumber.page.Page) -> _Borders:
    """Some producers draw a border on one side only by filling between two rectangles."""
    filled = [(_shape_key(r), str(r.get("non_stroking_color"))) for r in page.rects if r.get("fill")]
    shapes: set[tuple[float, ...]] = set()
    visible: list[Box] = []
    for (outer, colour), (inner, other) in combinations(filled, 2):
        differing = [i for i in range(4) if abs(outer[i] - inner[i]) > _EQUAL]
        if colour != other or len(differing) != 1 or abs(outer[differing[0]] - inner[differing[0]]) > _RULE_THICKNESS:
            continue
        shapes.update((outer, inner))
        sides = list(outer)
        sides[(differing[0] + 2) % 4] = inner[differing[0]]
        x0, top, x1, bottom = sides
        visible.append(Box(min(x0, x1), min(top, bottom), max(x0, x1), max(top, bottom)))
    return _Borders(frozenset(shapes), tuple(visible))


def _drawings(page: pdfplumber.page.Page, borders: _Borders) -> tuple[list[Box], list[Box]]:
    """Horizontal rules and boxes, each once, from the page's lines and rectangles."""
    rules: set[Box] = set()
    boxes: set[Box] = set()
    shapes = [_shape_key(s) for s in [*page.lines, *page.rects]]
    drawn = [Box(*key) for key in shapes if key not in borders.shapes]
    for shape in [*drawn, *borders.visible]:
        box = Box(round(shape.x0, 1), round(shape.top, 1), round(shape.x1, 1), round(shape.bottom, 1))
        if box.height <= _RULE_THICKNESS and box.width >= _MIN_RULE_LENGTH:
            rules.add(box)
        elif box.width > _RULE_THICKNESS:
            boxes.add(box)
    return sorted(rules, key=lambda b: (b.top, b.x0)), sorted(boxes, key=lambda b: (b.top, b.x0))


def _grids(page: pdfplumber.page.Page, borders: _Borders) -> list[RuledGrid]:
    """Connected grids, and single boxes too: a form's answer stands in one. A page-high box is a border."""
    drawn = page
    if borders.shapes:
        drawn = page.filter(lambda o: o["object_type"] != "rect" or _shape_key(o) not in borders.shapes)
    finder = TableFinder(drawn, TableSettings.resolve(_GRID_SETTINGS))
    grids = [RuledGrid(Box(*table.bbox), tuple(Box(*cell) for cell in table.cells)) for table in finder.tables]
    taken = {cell for grid in grids for cell in grid.cells}
    for cell in finder.cells:
        box = Box(*cell)
        if box not in taken and box.height < _BORDER_SHARE * float(page.height):
            grids.append(RuledGrid(box, (box,)))
    return _outermost(grids)


def _outermost(grids: list[RuledGrid]) -> list[RuledGrid]:
    """Grids that do not lie inside another: a drawing within a cell is part of the cell."""
    kept: list[RuledGrid] = []
    for grid in sorted(grids, key=lambda g: -g.box.width * g.box.height):
        if not any(outer.box.encloses(grid.box) for outer in kept):
            kept.append(grid)
    return sorted(kept, key=lambda g: (g.box.top, g.box.x0))


def _doubt(words: list[Word], turned: list[Word], other: pypdfium2.PdfPage) -> str | None:
    text_page = other.get_textpage()
    try:
        seen_by_other = len(re.sub(r"\s", "", text_page.get_text_bounded()))
    finally:
        text_page.close()
    seen = sum(len(w.text) for w in words) + sum(len(w.text) for w in turned)
    if seen < seen_by_other * _SAME_TEXT_SHARE:
        return f"text lost: {seen} characters read, a second reader sees {seen_by_other}"
    if turned:
        return f"{len(turned)} words stand on their side"
    return None
