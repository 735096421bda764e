"""Step 2, read: a page's words with place and type, its drawn rules and boxes. PDF in, plain values out."""

import re
from dataclasses import dataclass, field

import pdfplumber.page
import pypdfium2

_BOLD = re.compile(r"bold|black|heavy|demi|semib", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obliq", re.IGNORECASE)

_RULE_THICKNESS = 3.0
"""Points: a filled rectangle thinner than this is a rule."""
_MIN_RULE_LENGTH = 8.0
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
    rules, boxes = _drawings(page)
    return RawPage(
        number=number,
        width=float(page.width),
        height=float(page.height),
        rotation=int(page.rotation or 0),
        words=tuple(words),
        rules=tuple(rules),
        boxes=tuple(boxes),
        grids=tuple(_grids(page)),
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


def _drawings(page: pdfplumber.page.Page) -> tuple[list[Box], list[Box]]:
    """Horizontal rules and boxes, each once, from the page's lines and rectangles."""
    rules: set[Box] = set()
    boxes: set[Box] = set()
    for shape in [*page.lines, *page.rects]:
        box = Box(
            round(float(shape["x0"]), 1),
            round(float(shape["top"]), 1),
            round(float(shape["x1"]), 1),
            round(float(shape["bottom"]), 1),
        )
        if box.height <= _RULE_THICKNESS and box.width >= _MIN_RULE_LENGTH:
            rules.add(box)
        elif box.width > _RULE_THICKNESS:
            boxes.add(box)
    return sorted(rules, key=lambda b: (b.top, b.x0)), sorted(boxes, key=lambda b: (b.top, b.x0))


def _grids(page: pdfplumber.page.Page) -> list[RuledGrid]:
    tables = page.find_tables({"snap_tolerance": 3, "join_tolerance": 3, "intersection_tolerance": 4})
    return [RuledGrid(Box(*table.bbox), tuple(Box(*cell) for cell in table.cells)) for table in tables]


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
