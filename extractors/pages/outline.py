"""A file's bookmarks: the uppermost of its outline (ISO 32000-1, 12.3.3), and the pages that they lead to.

An outline is a list that the file links together as it likes: in a circle, without an end, to pages that are not there.
"""

import ctypes
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from models.bookmark import Bookmark

_MOST = 1000
"""Bookmarks of one level that are looked at; no packet has more documents."""
_DEEPEST = 3
"""Levels that are looked into where the one above has a single bookmark, as where a file's name stands over all."""
_LONGEST = 300
"""Letters of a bookmark that are kept."""


def bookmarks_of(document: pypdfium2.PdfDocument) -> tuple[Bookmark, ...]:
    """The bookmarks of the uppermost level that has more than one, in the outline's order.

    Those that lead to no page of the file are left out. Empty where the file has no such level.
    """
    over = None
    for _ in range(_DEEPEST):
        level = list(_beside(document, over))
        if len(level) != 1:
            return tuple(found for each in level if (found := _bookmark(document, each)) is not None)
        over = level[0]
    return ()


def _beside(document: pypdfium2.PdfDocument, over: object) -> Iterator[pypdfium2.PdfBookmark]:
    """The bookmarks right under one; `over` is None for the uppermost."""
    met: set[int] = set()
    each = pdfium.FPDFBookmark_GetFirstChild(document, over)
    while each and len(met) < _MOST and (at := ctypes.addressof(each.contents)) not in met:
        met.add(at)
        yield pypdfium2.PdfBookmark(each, document, 0)
        each = pdfium.FPDFBookmark_GetNextSibling(document, each)


def _bookmark(document: pypdfium2.PdfDocument, bookmark: pypdfium2.PdfBookmark) -> Bookmark | None:
    leads_to = bookmark.get_dest()
    index = leads_to.get_index() if leads_to is not None else None
    if index is None or index >= len(document):
        return None
    return Bookmark(" ".join(bookmark.get_title()[:_LONGEST].split()), index + 1)
