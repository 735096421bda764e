"""Step 2, read: a page's words with place and type, and its drawings. PDF in, plain values out."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

import pdfplumber.page
import pypdfium2

from extractors.drawings import drawings_of
from extractors.geometry import Box, RuledGrid, Word

TICK = "☐"
"""The word that stands for a drawn tick box: its state cannot be read."""
_BOLD = re.compile(r"bold|black|heavy|demi|semib", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obliq", re.IGNORECASE)
_LEADER = re.compile(r"[.…]{4,}$|^[.…]{3,}$|^[.…_]{4,}$")
_NOT_TOLD = re.compile(r"\(cid:\d+\)")
"""What pdfminer writes for a character whose font does not say which it is."""
_STRAY = 3
"""So many letters and symbols may differ between the readers: a bullet or two from an odd font. No digit may.

Measured: on 1 400 pages of Swedish plans and reports (made by LibreOffice, Typst and WeasyPrint) none differs.
"""


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
    lost: int = 0
    """Letters, digits and symbols that only the second reader sees."""
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
    read, seen = _signs(w.text for w in [*words, *turned]), _signs([_text_of(other)])
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
        doubt=_doubt(read, seen) or _unsure(words, turned),
        lost=(seen - read).total(),
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


def _text_of(page: pypdfium2.PdfPage) -> str:
    text_page = page.get_textpage()
    try:
        return str(text_page.get_text_bounded())
    finally:
        text_page.close()


def _signs(texts: Iterable[str]) -> Counter[str]:
    """How often each letter, digit and symbol stands in the texts.

    Without accents and ligatures, which the readers compose each in its own way, and without punctuation:
    leaders are no words, and a hyphen at a line's end is a control character to the second reader.
    """
    plain = unicodedata.normalize("NFKD", _NOT_TOLD.sub("", " ".join(texts)))
    return Counter(c for c in plain if c.isalnum() or unicodedata.category(c).startswith("S"))


def _doubt(read: Counter[str], seen: Counter[str]) -> str | None:
    """Why the text as read is not all of it: `read` are this reader's signs, `seen` the second one's.

    They are compared sign by sign: a font that is lost may have set one amount only, and a font whose
    characters are mistaken for others loses as much and leaves their number as it was.
    """
    lost = seen - read
    if lost.total() <= _STRAY and not any(c.isdigit() for c in lost):
        return None
    if read.total() < seen.total():
        return f"text lost: {(read & seen).total()} characters read, a second reader sees {seen.total()}"
    return f"two readers differ on {lost.total()} of {seen.total()} characters"


def _unsure(words: list[Word], turned: list[Word]) -> str | None:
    """Why the text may be wrong though the second reader sees no more of it."""
    if not_told := sum(len(_NOT_TOLD.findall(w.text)) for w in [*words, *turned]):
        return f"{not_told} characters whose font does not say which they are"
    if turned:
        return f"{len(turned)} words stand on their side"
    return None
