"""Step 2, read: a page's words with place and type, and its drawings. PDF in, plain values out."""

import re
from dataclasses import dataclass, field, replace

import pdfplumber.page
import pypdfium2

from extractors.drawings import drawings_of
from extractors.geometry import Box, RuledGrid, Word

TICK = "☐"
"""The word that stands for a drawn tick box: its state cannot be read."""
_BOLD = re.compile(r"bold|black|heavy|demi|semib", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obliq", re.IGNORECASE)
_DOTS = re.compile(r"[\s.…_]")
_LEADER = re.compile(r"[.…]{4,}$|^[.…]{3,}$|^[.…_]{4,}$")
_SAME_TEXT_SHARE = 0.85
"""The share of the other reader's characters below which a page's text is doubted."""


@dataclass(frozen=True)
class RawPage:
    """What stands on one page, before layout."""

    number: int
    width: float
    height: float
    rotation: int
    words: tuple[Word, ...]
    """Words in reading direction, and TICK for each drawn tick box."""
    rules: tuple[Box, ...] = ()
    """Horizontal rules."""
    bands: tuple[Box, ...] = ()
    """Tints behind table rows."""
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
        extra_attrs=["fontname", "size", "upright", "non_stroking_color"],
    )
    number = page.page_number
    words = _without_leaders([_word(w, number) for w in found if w["upright"]])
    turned = _turned_words(page)
    drawn = drawings_of(page, words)
    ticks = [Word(TICK, b.x0, b.top, b.x1, b.bottom, size=round(b.height, 2), page=number) for b in drawn.ticks]
    return RawPage(
        number=number,
        width=float(page.width),
        height=float(page.height),
        rotation=int(page.rotation or 0),
        words=(*words, *ticks),
        rules=drawn.rules,
        bands=drawn.bands,
        grids=drawn.grids,
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
        color=str(word.get("non_stroking_color")),
    )


def _without_leaders(words: list[Word]) -> list[Word]:
    """Runs of dots or underscores that lead the eye to a page number or an answer are white, not words."""
    kept: list[Word] = []
    led = False
    for word in words:
        plain = _LEADER.sub("", word.text)
        if plain:
            share = len(plain) / len(word.text)
            x1 = word.x0 + (word.x1 - word.x0) * share if plain != word.text else word.x1
            kept.append(replace(word, text=plain, x1=x1, led=led))
        led = plain != word.text
    return kept


def _turned_words(page: pdfplumber.page.Page) -> list[Word]:
    """Words that stand on their side, in reading direction; their type size is the width of their box."""
    sideways = page.filter(lambda o: o["object_type"] == "char" and not o["upright"])
    if not sideways.chars:
        return []
    upwards = sum(1 for c in sideways.chars if c["matrix"][1] > 0) * 2 >= len(sideways.chars)
    found = sideways.extract_words(
        char_dir_rotated="btt" if upwards else "ttb",
        line_dir_rotated="ltr" if upwards else "rtl",
        extra_attrs=["fontname"],
    )
    return [_word({**w, "size": float(w["x1"]) - float(w["x0"])}, page.page_number) for w in found]


def _doubt(words: list[Word], turned: list[Word], other: pypdfium2.PdfPage) -> str | None:
    text_page = other.get_textpage()
    try:
        seen_by_other = len(_DOTS.sub("", text_page.get_text_bounded()))
    finally:
        text_page.close()
    seen = sum(len(_DOTS.sub("", w.text)) for w in [*words, *turned])
    if seen < seen_by_other * _SAME_TEXT_SHARE:
        return f"text lost: {seen} characters read, a second reader sees {seen_by_other}"
    if turned:
        return f"{len(turned)} words stand on their side"
    return None
