"""The second reader, pdfminer: asked where the first one is unsure of a page's text, and then only.

It takes some ten times as long as PDFium, so it is not asked of every page. PDFium itself tells where it is unsure:
of each sign whose font does not say which character it is, and of each text object that shows and gives none.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pdfplumber.page
from pdfminer.pdfexceptions import PDFException
from pdfplumber.pdf import PDF
from pdfplumber.utils.exceptions import PdfminerException

from extractors.pages.geometry import Word
from extractors.pages.pdfium_characters import UNKNOWN
from extractors.pages.pdfium_fonts import BOLD, ITALIC
from extractors.pages.pdfium_text import PageText
from extractors.pages.turned_text import phrases_of
from extractors.second_file import opened

_NOT_TOLD = re.compile(r"\(cid:\d+\)")
"""What pdfminer writes for a character whose font does not say which it is."""
_STRAY = 3
"""So many letters and symbols may differ between the readers: a bullet or two from an odd font. No digit may."""
_BULLET = "\uf0b7"
"""A sign alone that no reader can tell is taken for a bullet, in the code of the one that Word leaves behind."""
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_MANY_PRIVATE = 0.05
"""Signs of a font's own within words, as a share of the page's: a bullet stands alone, a lost font's letters do not."""
_VOWELS = frozenset("aeiouyåäö")
_ENOUGH_LETTERS = 200
_FEW_VOWELS, _MANY_VOWELS = 0.2, 0.6
"""Shares of vowels among a page's letters outside which they are no language's; Swedish has some 0.38."""


@dataclass(frozen=True, slots=True)
class SecondText:
    """A page as the second reader has it: its upright words, and all that it reads, turned words too."""

    words: tuple[Word, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A page's words from the reader that sees more, and why they are unsure; None where they are not."""

    words: tuple[Word, ...]
    turned: tuple[Word, ...]
    doubt: str | None
    lost: int
    """Signs that show on the page and that neither reader can tell."""


def settle(first: PageText, unheard: int, ask: Callable[[], SecondText | None]) -> Reading:
    """The page's words. `unheard` text objects show and gave no character; `ask` reads with the second reader."""
    turned = [one.word for one in first.turned]
    read = _signs(w.text for w in (*first.words, *turned))
    unlike = _is_no_language(read)
    doubtful = first.unknown or unheard or unlike or _has_private_words(first.words, read.total())
    second = ask() if doubtful else None
    own = Reading(
        words=_told(first.words),
        turned=tuple(phrases_of([t for t in first.turned if _told([t.word])])),
        doubt=_doubt(first, unheard, unlike),
        lost=first.unknown + unheard,
    )
    if second is None:
        return own
    seen = _signs([second.text])
    lost = seen - read
    if lost.total() <= _STRAY and not any(c.isdigit() for c in lost):
        return own
    differ = f"two readers differ on {lost.total()} of {max(read.total(), seen.total())} characters"
    if seen.total() > read.total():
        doubt = f"text lost: one reader sees {read.total()} characters, the other {seen.total()}, and that one is taken"
    elif unlike and not _is_no_language(seen):
        doubt = f"{differ}, and the one whose letters make a language is taken"
    else:
        return replace(own, doubt=differ)
    untold = second.text.count(UNKNOWN)
    return Reading(
        words=_told(second.words),
        turned=own.turned,
        doubt=f"{doubt}; {_untold(untold)}" if untold else doubt,
        lost=untold,
    )


def _untold(number: int) -> str:
    return f"{number} characters whose font does not say which they are"


def _signs(texts: Iterable[str]) -> Counter[str]:
    """How often each letter, digit and symbol stands in the texts.

    Without accents and ligatures, which the readers compose each in its own way, and without punctuation:
    the readers tell hyphens and quotation marks apart in their own ways.
    """
    counted = Counter(unicodedata.normalize("NFKD", " ".join(texts)))
    del counted[UNKNOWN]
    return Counter({c: n for c, n in counted.items() if c.isalnum() or unicodedata.category(c).startswith("S")})


def _told(words: Sequence[Word]) -> tuple[Word, ...]:
    """Words of which something is told; an untold sign alone is a bullet, several are no word."""
    told: list[Word] = []
    for word in words:
        if word.text == UNKNOWN:
            told.append(replace(word, text=_BULLET))
        elif word.text.strip(UNKNOWN):
            told.append(word)
    return tuple(told)


def _doubt(first: PageText, unheard: int, unlike: bool) -> str | None:
    """Why the first reader's text may be wrong though the second one sees no more of it."""
    if first.unknown:
        return _untold(first.unknown)
    if unheard:
        return f"{unheard} pieces of text show and cannot be read"
    if unlike:
        return "the letters make no language: their font may say wrongly which they are"
    if first.turned:
        return f"{len(first.turned)} words stand on their side"
    return None


def _is_no_language(signs: Counter[str]) -> bool:
    letters = {c: n for c, n in signs.items() if c.isalpha()}
    total = sum(letters.values())
    vowels = sum(n for c, n in letters.items() if c.lower() in _VOWELS)
    return total >= _ENOUGH_LETTERS and not _FEW_VOWELS <= vowels / total <= _MANY_VOWELS


def _has_private_words(words: Sequence[Word], signs: int) -> bool:
    within = len(_PRIVATE.findall("".join(w.text for w in words if len(w.text) > 1)))
    return within > _MANY_PRIVATE * signs


class SecondReader:
    """A file that is opened when the first question comes, and closed at the end of the with-statement."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: PDF | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file is not None:
            self._file.close()

    def __call__(self, number: int) -> SecondText | None:
        """A page's text (from 1); None where this reader cannot read the page."""
        try:
            if self._file is None:
                self._file = opened(self._path)
            page = self._file.pages[number - 1]
            text = SecondText(tuple(_words(page)), "".join(_told_or_not(c["text"]) for c in page.chars))
            page.close()
        except (PDFException, PdfminerException, IndexError):
            return None
        return text


def _words(page: pdfplumber.page.Page) -> list[Word]:
    found: Sequence[dict[str, Any]] = page.extract_words(
        x_tolerance_ratio=0.18,
        y_tolerance=2,
        extra_attrs=["fontname", "size", "upright", "non_stroking_color"],
    )
    return [_word(w, page.page_number) for w in found if w["upright"]]


def _told_or_not(text: object) -> str:
    return _NOT_TOLD.sub(UNKNOWN, str(text))


def _word(word: dict[str, Any], page: int) -> Word:
    font = str(word["fontname"])
    return Word(
        text=_told_or_not(word["text"]),
        x0=float(word["x0"]),
        top=float(word["top"]),
        x1=float(word["x1"]),
        bottom=float(word["bottom"]),
        size=round(float(word["size"]), 2),
        bold=bool(BOLD.search(font)),
        italic=bool(ITALIC.search(font)),
        page=page,
        color=str(word["non_stroking_color"]),
    )
