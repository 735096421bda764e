"""A file's sheets while it is read: those of a long file lie packed, and are unpacked where they are asked for.

A page ready for layout takes some 80 kB, packed 6: what a long file takes must not be what its pages take together.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

import pypdfium2

from extractors.ocr.limits import Ocr
from extractors.ocr.recognition import WithPictures, wanted_on, with_pictures
from extractors.pages.geometry import Box
from extractors.pages.outline import bookmarks_of
from extractors.pages.page_words import TICKS, RawPage
from extractors.sheets import Sheet, packed, ranges_of, read_range, sheet_of, unpacked
from models.bookmark import Bookmark

_UNPACKED = 2
"""So many ranges lie unpacked: a file that has more is long."""


class HeldSheets:
    """Every page of a file in its order, made straight and with what was recognised in its pictures."""

    def __init__(self, path: Path, ocr: Ocr, ranges: Sequence[bytes] | None = None) -> None:
        """Read the file, or take its sheets from `ranges`, packed range after range, as they lie.

        Raises IntakeError (stage `read`) where a page cannot be read.
        """
        n_pages, self.bookmarks = _told_by(path)
        self._numbers = ranges_of(n_pages)
        self._is_long = len(self._numbers) > _UNPACKED
        self._ranges: list[bytes | list[Sheet]] = []
        self.has_text = self.has_lost = False
        """Whether any page holds text that can be read, or text that cannot."""
        self._unpacked: dict[int, list[Sheet]] = {}
        """Those of the packed ranges that were asked for last."""
        pictured: list[RawPage] = []
        wanted: dict[int, list[Box | None]] = {}
        for at, numbers in enumerate(self._numbers):
            sheets = unpacked(ranges[at]) if ranges is not None else [sheet_of(p, p) for p in read_range(path, numbers)]
            pages = [sheet.as_it_lies for sheet in sheets]
            found = wanted_on(path, pages)
            pictured.extend(page for page in pages if page.number in found)
            wanted |= found
            self._tell(pages)
            self._ranges.append(ranges[at] if ranges is not None and self._is_long else self._kept(sheets))
        self.found: WithPictures = with_pictures(path, pictured, wanted, ocr)
        """What was recognised."""
        self._put_in(
            {now.number: now for now, before in zip(self.found.pages, pictured, strict=True) if now is not before}
        )

    def __len__(self) -> int:
        return sum(map(len, self._numbers))

    def between(self, first: int, last: int) -> list[Sheet]:
        """The sheets of pages `first` to `last`, from 1, both included."""
        asked = [at for at, numbers in enumerate(self._numbers) if numbers.start <= last and numbers.stop > first]
        self._unpacked = {at: sheets for at, sheets in self._unpacked.items() if at in asked}
        found: list[Sheet] = []
        for at in asked:
            begin = self._numbers[at].start
            found.extend(self._sheets(at)[max(0, first - begin) : last + 1 - begin])
        return found

    def _sheets(self, at: int) -> list[Sheet]:
        """Those of one range."""
        held = self._ranges[at]
        if isinstance(held, list):
            return held
        if at not in self._unpacked:
            self._unpacked[at] = unpacked(held)
        return self._unpacked[at]

    def _kept(self, sheets: list[Sheet]) -> bytes | list[Sheet]:
        return packed(sheets) if self._is_long else sheets

    def _put_in(self, recognised: dict[int, RawPage]) -> None:
        """Pages with what was recognised on them instead of those as they lie."""
        for at, numbers in enumerate(self._numbers):
            if any(number in recognised for number in numbers):
                read = [
                    sheet_of(sheet.as_it_lies, recognised[number]) if number in recognised else sheet
                    for number, sheet in zip(numbers, self.between(numbers[0], numbers[-1]), strict=True)
                ]
                self._ranges[at] = self._kept(read)
                self._unpacked.clear()
        self._tell(recognised.values())

    def _tell(self, pages: Iterable[RawPage]) -> None:
        for page in pages:
            self.has_text = self.has_text or any(word.text not in TICKS for word in page.words)
            self.has_lost = self.has_lost or bool(page.lost)


def _told_by(path: Path) -> tuple[int, tuple[Bookmark, ...]]:
    """How many pages the file has, and its bookmarks."""
    document = pypdfium2.PdfDocument(path)
    try:
        return len(document), bookmarks_of(document)
    finally:
        document.close()
