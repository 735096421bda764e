"""Proofreading: does all that a document's truth claims stand in the text layer of its PDF?"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any, Final

import pypdfium2

_LINE_END: Final = r"[\s\u00ad\u2010\u2011\ufffe\x02-]"
_SQUEEZED_OUT: Final = re.compile(f"{_LINE_END}+")
"""White space and hyphens: a line's end may put them in and take them out."""
_LEAST_PIECE: Final = 3
_MOST_PIECES: Final = 4
"""Words may be parted by the end of a page or a column; what stands between is not theirs."""


def missing_words(pdf: bytes, truth: Mapping[str, Any]) -> list[str]:
    """The words of the truth that do not stand in the PDF, in the truth's order; none is what should be."""
    text = text_of(pdf)
    spaced = " ".join(text.split())
    squeezed = squeeze(text)
    missing = [words for words in _claimed(truth) if not stands(squeeze(words), squeezed)]
    sums = [amount["text"] for amount in truth["amounts"] if not _sum_stands(amount["text"], spaced)]
    return missing + sums


def _claimed(truth: Mapping[str, Any]) -> Iterator[str]:
    for part in ("goals", "activities", "indicators"):
        yield from (label["text"] for label in truth[part])
    for field in truth["fields"]:
        yield field["label"]
        yield field["value"] or ""
    for table in truth["tables"]:
        yield from table["columns"]
        yield from (cell for row in table["rows"] for cell in row)


def text_of(pdf: bytes) -> str:
    """The text layer of every page, in the order in which it was set."""
    return "\n".join(page_texts(pdf))


def page_texts(pdf: bytes) -> list[str]:
    """The text layer of each page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        texts: list[str] = []
        for page in document:
            layer = page.get_textpage()
            texts.append(layer.get_text_range())
            layer.close()
            page.close()
        return texts
    finally:
        document.close()


def squeeze(words: str) -> str:
    """The letters and signs alone: without white space and hyphens, ligatures taken apart."""
    return _SQUEEZED_OUT.sub("", unicodedata.normalize("NFKC", words))


def stands(words: str, text: str, pieces: int = _MOST_PIECES) -> bool:
    """The words stand in the text whole, or in a few pieces one after the other; both are squeezed."""
    if words in text:
        return True
    if pieces == 1:
        return False
    least, most = 0, len(words)
    while most - least > 1:
        middle = (least + most) // 2
        if words[:middle] in text:
            least = middle
        else:
            most = middle
    return least >= _LEAST_PIECE and stands(words[least:], text[text.index(words[:least]) + least :], pieces - 1)


def _sum_stands(words: str, text: str) -> bool:
    """The sum stands in the text as a number of its own; a line may end, or a word be parted, anywhere in it."""
    pattern = f"{_LINE_END}*".join(re.escape(character) for character in "".join(words.split()))
    return re.search(rf"(?<![\d]){pattern}(?!\d)", text) is not None
