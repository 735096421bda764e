"""Pages and tables that are pictures: found, recognised where Tesseract is installed, told of where they are not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

import pypdfium2

from extractors.ocr.limits import Ocr
from extractors.ocr.picture import drawn
from extractors.ocr.print_page import Recognised, read_picture
from extractors.ocr.tesseract import Clock, Engine, OcrError, find_tesseract
from extractors.ocr.turn import Turn
from extractors.ocr.unread import Reason, unread_of
from extractors.ocr.wanted import has_words, pictures_on
from extractors.ocr.words import SeenWord, mean_confidence, words_of
from extractors.pages.drawings import drawings_of
from extractors.pages.geometry import Box, Word
from extractors.pages.page_words import RawPage, tick_word
from extractors.pages.pdfium_shapes import Shape
from models.blocks import TextLayer, Unread
from models.place import Place

_UNSURE: Final = 60
"""Words of less confidence are shown as doubtful; of those of more, 1 in 100 is wrong."""


@dataclass(frozen=True)
class PageLayer:
    """What is to be said of one page that is a picture or has one."""

    text_layer: TextLayer | None
    doubt: str | None
    unsure: tuple[Place, ...] = ()
    """Words that may be wrong, where they stand on the page as it lies in the file."""


@dataclass(frozen=True)
class WithPictures:
    """Pages with what was recognised in their pictures, made straight."""

    pages: tuple[RawPage, ...]
    layers: Mapping[int, PageLayer] = field(default_factory=dict)
    """By page number; pages without pictures of print are not among them."""
    turns: Mapping[int, Turn] = field(default_factory=dict)
    """By page number: how those pages were turned that do not lie straight in the file."""
    unread: Unread | None = None


def with_pictures(
    path: Path, pages: Sequence[RawPage], wanted: Mapping[int, Sequence[Box | None]], ocr: Ocr
) -> WithPictures:
    """Have the words of what is `wanted` (wanted_on) on these pages of the file recognised.

    What could not be recognised is told of in `unread`; nothing is raised for it. The same file gives the same words,
    as long as the time is enough.
    """
    if not wanted:
        return WithPictures(tuple(pages))
    tesseract = find_tesseract() if ocr.mode == "auto" else None
    if tesseract is None:
        reason: Reason = "ocr_missing" if ocr.mode == "auto" else "ocr_off"
        found: dict[int, list[Recognised]] = {}
        failed = dict.fromkeys(wanted, reason)
    else:
        found, failed = _recognised(path, wanted, Engine(tesseract, Clock(ocr.seconds)))
    words = words_of([(number, read.words) for number, reads in found.items() for read in reads])
    turns = {page.number: _turn(page, found[page.number]) for page in pages if page.number in found}
    by_number = {page.number: page for page in pages}
    return WithPictures(
        pages=tuple(
            _read(page, found[page.number], words[page.number], turns[page.number]) if page.number in found else page
            for page in pages
        ),
        layers={n: _layer_unread(by_number[n]) for n in failed}
        | {n: _layer(by_number[n], reads, turns[n]) for n, reads in found.items()},
        turns={n: turn for n, turn in turns.items() if turn.quarters or turn.skew},
        unread=unread_of(failed) if failed else None,
    )


def wanted_on(path: Path, pages: Sequence[RawPage]) -> dict[int, list[Box | None]]:
    """By page number, the parts of these pages that are to be recognised."""
    wanted: dict[int, list[Box | None]] = {}
    candidates = [page for page in pages if not page.quarters and (page.n_images or not has_words(page))]
    if not candidates:
        return wanted
    document = pypdfium2.PdfDocument(path)
    try:
        for page in candidates:
            sheet = document[page.number - 1]
            if parts := pictures_on(sheet, page):
                wanted[page.number] = parts
            sheet.close()
    finally:
        document.close()
    return wanted


def _recognised(
    path: Path, wanted: Mapping[int, Sequence[Box | None]], engine: Engine
) -> tuple[dict[int, list[Recognised]], dict[int, Reason]]:
    """What was recognised on each page, and why nothing was on the others."""
    found: dict[int, list[Recognised]] = {}
    failed: dict[int, Reason] = {}
    document = pypdfium2.PdfDocument(path)
    try:
        for number, parts in wanted.items():
            sheet = document[number - 1]
            try:
                found[number] = [read_picture(drawn(sheet, part), engine) for part in parts]
            except OcrError as error:
                failed[number] = "ocr_too_slow" if error.slow else "ocr_failed"
            sheet.close()
    finally:
        document.close()
    return found, failed


def _turn(page: RawPage, reads: Sequence[Recognised]) -> Turn:
    """How the page was turned; a picture on a page of text is not."""
    if has_words(page):
        return Turn(page.width, page.height)
    return Turn(page.width, page.height, reads[0].quarters, reads[0].skew)


def _read(page: RawPage, reads: Sequence[Recognised], words: Sequence[Word], turn: Turn) -> RawPage:
    """The page, made straight, with what was recognised on it."""
    width, height = turn.straight_size
    shapes = [Shape("line", _thin(b), filled=False, stroked=True, color="") for r in reads for b in r.lines]
    meant = drawings_of(shapes, words, Box(0.0, 0.0, width, height))
    ticks = [tick_word(b, page.number, ticked=ticked) for read in reads for b, ticked in read.ticks]
    return replace(
        page,
        width=width,
        height=height,
        words=(*page.words, *words, *ticks),
        rules=(*page.rules, *meant.rules),
        grids=(*page.grids, *meant.grids),
    )


def _thin(box: Box) -> Box:
    """The middle of a line."""
    x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
    return Box(box.x0, y, box.x1, y) if box.width >= box.height else Box(x, box.top, x, box.bottom)


def _layer(page: RawPage, reads: Sequence[Recognised], turn: Turn) -> PageLayer:
    seen = [word for read in reads for word in read.words]
    if not seen:
        return PageLayer("native" if has_words(page) else None, page.doubt)
    what = "a picture on the page" if has_words(page) else "the page"
    unsure = [Place(page=page.number, x0=w.x0, top=w.top, x1=w.x1, bottom=w.bottom) for w in seen if _is_unsure(w)]
    return PageLayer(
        text_layer="mixed" if has_words(page) else "ocr",
        doubt=_also(page.doubt, f"{what} was read by OCR, {mean_confidence(seen):.0f} % sure"),
        unsure=tuple(turn.back(place) for place in unsure),
    )


def _layer_unread(page: RawPage) -> PageLayer:
    if has_words(page):
        return PageLayer("native", _also(page.doubt, "a picture of print on the page was not read"))
    return PageLayer(None, _also(page.doubt, "the page is a picture without text"))


def _is_unsure(word: SeenWord) -> bool:
    return word.confidence < _UNSURE


def _also(doubt: str | None, more: str) -> str:
    return f"{doubt}; {more}" if doubt else more
