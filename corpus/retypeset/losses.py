"""Whether a typesetting holds every word of its source: the letters and digits of both PDFs are counted."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

import pypdfium2

from corpus.retypeset.source import Beside, Framed, PageBegins, Piece
from models.blocks import Answer, Heading, ListItem, Note, Paragraph, Table

WORD = re.compile(r"\w+")


def texts_of(pieces: Iterable[Piece]) -> list[str]:
    """Every text that must be printed, in order; not markers, nor what runs at the head and foot of pages.

    A table's title is left out: it may be what a heading says.
    """
    found: list[str] = []
    for piece in pieces:
        match piece:
            case Framed(blocks=inside) | Beside(parts=inside):
                found += texts_of(inside)
            case PageBegins():
                pass
            case Answer(label=label, value=value):
                found += [label, value or ""]
            case Table(cells=cells):
                found += [cell.text for cell in cells]
            case Heading() | Paragraph() | ListItem() | Note():
                found.append(piece.text)
    return found


def words_of(text: str) -> Counter[str]:
    """Its words, ligatures taken apart, upper case as lower."""
    return Counter(WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def letters_in(text: str) -> Counter[str]:
    """Its letters and digits."""
    return Counter(sign for word in words_of(text).elements() for sign in word)


def letters_of(pdf: bytes) -> Counter[str]:
    """The letters and digits of a PDF's text layer: words may be divided there, letters are not."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return letters_in("".join(page.get_textpage().get_text_range() for page in document))
    finally:
        document.close()
