"""A page ready for layout, whatever document it belongs to: read from the file, its grids filled, its lines set.

Pages are independent of each other up to here: those of a long file are read in several processes and handed on packed.
"""

import io
import pickle
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pypdfium2

from extractors.pages.geometry import Placed, Word
from extractors.pages.page_words import RawPage, read_page
from extractors.pages.second_reading import SecondReader
from extractors.tables.ruled_tables import DraftGrid, grid_of
from extractors.tables.undrawn_sides import with_undrawn_sides
from extractors.text.footnote_marks import without_stuck_marks
from extractors.text.lines import Line
from extractors.text.printed_lines import lines_of
from extractors.text.rows_of_two_types import with_whole_rows
from models.failures import IntakeError

PAGES_AT_ONCE = 50
"""Pages for which a file is kept open: the readers keep what they have met of it, and to open it takes no time worth
telling."""
_FAST = 1
"""zlib's level: a third of the size for a hundredth of the time that reading the page takes; others are slower."""


@dataclass(frozen=True)
class Sheet:
    """One page ready for layout."""

    as_it_lies: RawPage
    """As it was read from the file."""
    page: RawPage
    """Made straight, with what was recognised in its pictures, without footnote marks stuck to words."""
    grids: tuple[DraftGrid, ...]
    lines: tuple[Line, ...]
    """The page's lines outside its ruled grids."""
    instructions: tuple[Line, ...] = ()
    """A form's words to whoever fills it in, which were taken out of its lines and grids."""

    @property
    def all_lines(self) -> list[Line]:
        """The lines outside grids and those in their cells."""
        return [*self.lines, *(line for grid in self.grids for cell in grid.cells for line in cell.lines)]


def sheet_of(as_it_lies: RawPage, page: RawPage) -> Sheet:
    """The sheet of a page as it lies in the file and as it is read: made straight, pictures recognised."""
    page = without_stuck_marks(page)
    cells = [cell for grid in page.grids for cell in grid.cells]
    # What is written over several cells, as a watermark is, stands in none of them.
    words = (*page.words, *(text for text in page.turned if any(cell.encloses(text) for cell in cells)))
    grids = [found for grid in page.grids if (found := grid_of(page.number, grid, words)) is not None]
    placed = Placed(page.words)
    in_grids = {id(word) for grid in grids for word in placed.within(grid.box)}
    lines = with_whole_rows(lines_of(w for w in page.words if id(w) not in in_grids))
    grids, lines = with_undrawn_sides(grids, lines)
    return Sheet(as_it_lies, page, tuple(grids), tuple(lines))


def without_instructions(sheet: Sheet, instructions: Sequence[Line]) -> Sheet:
    """The sheet as if the instructions were not printed on it; it keeps them beside."""
    if not instructions:
        return sheet
    taken = {word for line in instructions for word in line.words}
    rest = tuple(word for word in sheet.page.words if word not in taken)
    without = sheet_of(sheet.as_it_lies, replace(sheet.page, words=rest))
    return replace(without, instructions=tuple(instructions))


def ranges_of(n_pages: int) -> list[range]:
    """The file's pages, from 1, in the ranges for which it is opened."""
    ends = range(0, n_pages, PAGES_AT_ONCE)
    return [range(before + 1, min(before + PAGES_AT_ONCE, n_pages) + 1) for before in ends]


def read_pages(path: Path) -> list[RawPage]:
    """Every page, one at a time: a page is closed before the next is read. Raises IntakeError, stage `read`."""
    document = pypdfium2.PdfDocument(path)
    try:
        n_pages = len(document)
    finally:
        document.close()
    return [page for numbers in ranges_of(n_pages) for page in read_range(path, numbers)]


def read_range(path: Path, numbers: range) -> Iterator[RawPage]:
    """The pages of these numbers, from 1. Raises IntakeError, stage `read`."""
    number = numbers.start
    try:
        document = pypdfium2.PdfDocument(path)
        try:
            document.init_forms()
            with SecondReader(path) as ask:
                for number in numbers:
                    page = document[number - 1]
                    yield read_page(page, number, ask)
                    page.close()
        finally:
            document.close()
    except pypdfium2.PdfiumError as error:
        raise IntakeError(
            "read",
            "unreadable_page",
            f"Sidan {number} kan inte läsas. Spara om filen som ny PDF och lämna in den igen.",
            f"Page {number} cannot be read. Save the file as a new PDF and hand it in again.",
        ) from error


def read_packed(path: Path, numbers: range) -> bytes:
    """The sheets of these pages as they lie, for `unpacked` in another process. Raises IntakeError, stage `read`."""
    return packed(sheet_of(page, page) for page in read_range(path, numbers))


def packed(sheets: Iterable[Sheet]) -> bytes:
    """Sheets as bytes, some 6 kB a page."""
    return zlib.compress(pickle.dumps(list(sheets), pickle.HIGHEST_PROTOCOL), _FAST)


def unpacked(sheets: bytes) -> list[Sheet]:
    """What `packed` made. Nothing is made of it but the plain values of this room."""
    found: list[Sheet] = _Unpacking(io.BytesIO(zlib.decompress(sheets))).load()
    return found


class _Unpacking(pickle.Unpickler):
    """Sheets from their pickle: the texts and heights of words are shared, as they were when they were read.

    What it makes words with must not know of it: it remembers all that it has made, and would stay with all of it
    until the collector comes.
    """

    def __init__(self, packed: io.BytesIO) -> None:
        super().__init__(packed)
        self._word = _word_maker()

    def find_class(self, module: str, name: str) -> Callable[..., object]:
        if module == Word.__module__ and name == Word.__name__:
            return self._word
        if not module.startswith("extractors."):
            raise pickle.UnpicklingError(f"{module}.{name} stands in no sheet")
        found: Callable[..., object] = super().find_class(module, name)
        return found


def _word_maker() -> Callable[..., Word]:
    """Makes words that share their texts and heights."""
    heights: dict[float, float] = {}

    def word(text: str, x0: float, top: float, x1: float, bottom: float, size: float, *rest: Any) -> Word:
        shared = heights.setdefault
        return Word(sys.intern(text), x0, shared(top, top), x1, shared(bottom, bottom), shared(size, size), *rest)

    return word
