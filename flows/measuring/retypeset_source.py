"""What a typesetting starts from: a PDF as Plankoll reads it, with the frames and boxes to tick on its pages."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from corpus.retypeset.source import Source, Tick
from extractors.held_sheets import HeldSheets
from extractors.ocr.limits import Ocr
from extractors.pages.geometry import Box
from extractors.pages.page_words import TICKED, TICKS, RawPage
from extractors.reading import read_file
from models.place import Place

LEAST_WIDE = 50.0
"""Points: a narrower frame is no place for an answer."""
LEAST_HIGH = 9.0
LARGEST = 0.6
"""A frame higher than this share of its page is the page's."""


def source_of(path: Path) -> Source:
    """Read a PDF. Raises IntakeError where it cannot be read."""
    ocr = Ocr()
    read = read_file(path, hashlib.sha256(path.read_bytes()).hexdigest(), path.name, ocr)
    held = HeldSheets(path, ocr)
    pages = [sheet.page for sheet in held.between(1, len(held))]
    return Source(
        read,
        tuple(frame for page in pages for frame in _frames(page)),
        tuple(tick for page in pages for tick in _ticks(page)),
    )


def _frames(page: RawPage) -> Iterator[Place]:
    for grid in page.grids:
        for cell in grid.cells:
            if cell.x1 - cell.x0 >= LEAST_WIDE and LEAST_HIGH <= cell.bottom - cell.top <= LARGEST * page.height:
                yield _place(page.number, cell)


def _ticks(page: RawPage) -> Iterator[Tick]:
    for word in page.words:
        if word.text in TICKS:
            box = Box(word.x0, word.top, word.x1, word.bottom)
            yield Tick(_place(page.number, box), ticked=word.text == TICKED)


def _place(page: int, box: Box) -> Place:
    return Place(page=page, x0=box.x0, top=box.top, x1=box.x1, bottom=box.bottom)
