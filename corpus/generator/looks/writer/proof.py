"""Does all of a document stand in its PDF? LibreOffice 7.4 now and then loses the rows of a table after a page's end.

It happens where rows must not break over pages and the heads are repeated, about once in two hundred long documents.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from corpus.generator.looks.writer.design import Design
from corpus.generator.plain import Plain

WORDED: Final = {"s", "words", "label", "title", "subtitle", "caption", "head", "hint", "issuer", "recipient"}
"""Keys of a plain block whose strings are printed as running words."""
SQUEEZED_OUT: Final = re.compile(r"[\s\u00ad\u2010\ufffe\x02-]+")
LEAST_PIECE: Final = 3
MOST_PIECES: Final = 4
"""A passage may be parted by the ends of pages, into so many pieces of so many letters."""


def lost_passages(document: Plain, pdf: bytes) -> list[str]:
    """The passages of the document that do not stand in the PDF; there should be none."""
    text = _squeezed(_text_of(pdf))
    return [passage for passage in _passages(document["blocks"]) if not _stands(_squeezed(passage), text)]


def calmer(design: Design) -> Iterator[Design]:
    """The same design with tables that LibreOffice has less trouble with, step by step."""
    yield replace(design, table=replace(design.table, whole_rows=False))
    yield replace(design, table=replace(design.table, whole_rows=False, repeat_head=False))


def _passages(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for child in node:
            yield from _passages(child)
    elif isinstance(node, dict):
        for key, value in node.items():
            if key in WORDED:
                yield value
            elif key != "columns" or not node["headless"]:
                yield from _passages(value)


def _stands(letters: str, text: str, pieces: int = MOST_PIECES) -> bool:
    """The letters stand in the text together, or in a few pieces one after the other."""
    if letters in text:
        return True
    if pieces == 1:
        return False
    found, lost = 0, len(letters)
    while lost - found > 1:
        middle = (found + lost) // 2
        if letters[:middle] in text:
            found = middle
        else:
            lost = middle
    return found >= LEAST_PIECE and _stands(letters[found:], text[text.index(letters[:found]) + found :], pieces - 1)


def _squeezed(words: str) -> str:
    return SQUEEZED_OUT.sub("", unicodedata.normalize("NFKC", words))


def _text_of(pdf: bytes) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        texts: list[str] = []
        for page in document:
            layer = page.get_textpage()
            texts.append(layer.get_text_range())
            layer.close()
            page.close()
    finally:
        document.close()
    return " ".join(texts)
