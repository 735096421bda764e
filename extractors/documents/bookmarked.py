"""Which pages a packet's bookmarks say that a document begins on.

Whoever binds a packet on the screen gets one bookmark for each of its files. A single document's lead to its chapters,
a row of slides has one for every slide: they say nothing of where documents begin.
"""

import re
from collections.abc import Sequence
from typing import Literal

from extractors.documents.titles import is_opening, is_preface
from models.bookmark import Bookmark

Bookmarked = Literal["file", "words"]
"""What leads to a page: a file's name, as of the files that were bound together, or other words."""

_NUMBER = re.compile(r"^[\d.\s]+")
_FILE = re.compile(r"\.(?:pdf|docx?|odt|rtf|xlsx?|ods|pptx?|msg)\b", re.IGNORECASE)


def bookmarked_pages(bookmarks: Sequence[Bookmark], n_pages: int) -> dict[int, Bookmarked]:
    """Pages of a file to which bookmarks lead that may be those of its documents; empty where they are not.

    Then the first page has one too, some page has none, and no chapter is named by what documents begin with.
    """
    pages: dict[int, Bookmarked] = {}
    for each in bookmarks:
        if _FILE.search(each.text):
            pages[each.page] = "file"
        elif is_opening(words := _NUMBER.sub("", each.text)) or is_preface(words):
            return {}
        else:
            pages.setdefault(each.page, "words")
    return pages if 1 in pages and 1 < len(pages) < n_pages else {}
