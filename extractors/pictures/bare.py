"""A page as a picture for those who follow a finding: as it is printed, with what is private covered."""

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageDraw

from extractors.pages.geometry import Box
from extractors.pages.pdfium_page import Sheet, sheet_of
from extractors.privacy import private_spans

SCALE = 1.75
"""Pixels a point: small print is sharp on a screen, and a page is some 60 kB."""
_COLOURS = 32
"""Of the palette: enough for print and the usual logotypes. A palette is a third of the size of what WebP makes."""
_LARGEST = 4_000
"""Pixels along a side: a page of poster size is drawn smaller, so that it cannot fill the memory."""
_COVER = "#5b6470"
_WHITE = "#ffffff"
_AROUND = 1.0
"""Points that a cover reaches beyond what it covers."""


@dataclass(frozen=True, slots=True)
class Private:
    """A place where something private was read, in points from the page's top left.

    whole: all of it is private, as an answer that is left out is; otherwise some words in it are, such as a telephone
    number in a sentence.
    """

    box: Box
    whole: bool = True


def page_pictures(pdf_path: Path, wanted: Mapping[int, Sequence[Private]]) -> Iterator[tuple[int, bytes]]:
    """Page (1-based) and its picture as PNG, for each page wanted that the file has.

    A picture spans the media box as the page is turned for reading, where the dataset counts its places from.
    wanted: page -> where something private was read on it. What is private by its form (a telephone number, say) is
    covered wherever the page has it as text. A place of which only some words are private is left as it is where such
    words are found in it, and else covered whole. Raises pypdfium2.PdfiumError for a file that cannot be opened.
    """
    document = pypdfium2.PdfDocument(pdf_path)
    try:
        for page in sorted(wanted):
            if page <= len(document):
                yield page, _png(draw_bare(document[page - 1], wanted[page]))
    finally:
        document.close()


def draw_bare(page: pypdfium2.PdfPage, private: Sequence[Private] = (), scale: float = SCALE) -> Image.Image:
    """One page, which is closed; `private` as in page_pictures."""
    sheet = sheet_of(page)
    scale = min(scale, _LARGEST / max(sheet.width, sheet.height, 1.0))
    shows = sheet.frame.box(*page.get_cropbox())
    covers = _covers(page, sheet, private)
    bitmap = page.render(scale=scale)
    drawn: Image.Image = bitmap.to_pil().convert("RGB")
    bitmap.close()
    page.close()
    size = (round(sheet.width * scale) or 1, round(sheet.height * scale) or 1)
    if max(abs(got - wanted) for got, wanted in zip(drawn.size, size, strict=True)) > 1:  # cropped
        whole = Image.new("RGB", size, _WHITE)
        whole.paste(drawn, (round(shows.x0 * scale), round(shows.top * scale)))
        drawn = whole
    pen = ImageDraw.Draw(drawn)
    for box in covers:
        corners = (box.x0 - _AROUND, box.top - _AROUND, box.x1 + _AROUND, box.bottom + _AROUND)
        pen.rectangle([corner * scale for corner in corners], fill=_COVER)
    return drawn


def _covers(page: pypdfium2.PdfPage, sheet: Sheet, private: Sequence[Private]) -> list[Box]:
    words = _private_words(page, sheet)
    return words + [each.box for each in private if each.whole or not any(_is_in(word, each.box) for word in words)]


def _private_words(page: pypdfium2.PdfPage, sheet: Sheet) -> list[Box]:
    text_page = page.get_textpage()
    try:
        # Character by character: the text that PDFium gives as a whole counts otherwise where a character is wide.
        codes = (pdfium.FPDFText_GetUnicode(text_page, index) for index in range(text_page.count_chars()))
        text = "".join(chr(code) if code else " " for code in codes)
        return [
            sheet.frame.box(*text_page.get_rect(number))
            for begin, end in private_spans(text)
            for number in range(text_page.count_rects(begin, end - begin))
        ]
    finally:
        text_page.close()


def _is_in(word: Box, box: Box) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box.x0 <= x <= box.x1 and box.top <= y <= box.bottom


def _png(drawn: Image.Image) -> bytes:
    """With a palette that is looked for in a smaller picture: it is the same one, in a third of the time."""
    small = drawn.resize((max(drawn.width // 4, 1), max(drawn.height // 4, 1)), Image.Resampling.BOX)
    palette = small.quantize(_COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    out = io.BytesIO()
    drawn.quantize(palette=palette, dither=Image.Dither.NONE).save(out, "PNG")
    return out.getvalue()
