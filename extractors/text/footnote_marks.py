"""Footnote marks that stuck to the word before them: figures of the font's own, at the word's size and height.

Some producers set raised figures as glyphs of their own ("målgruppen10"): neither size nor height tells them
from the word. The footnotes do, whose numbers often stick to their first word in the same way ("10Siffran är"):
each of them is owed a mark in the text above.
"""

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.pages.geometry import Word
from extractors.pages.page_words import RawPage
from extractors.text.lines import main_size

_NOTE = re.compile(r"^(\d{1,3})(?=[A-ZÅÄÖ”\"]|\((?!\d))")
"""A footnote's number stuck to its first word; the page's own is followed by that of the last one: "1(2)"."""
_LIKE_NOTE = re.compile(r"^(\d{1,3})(?=[^\W\d_]|[”\"]|\((?!\d))")
"""... and how it may, where the text has its mark: an address, "a.a.", a number that is a word of its own."""
_FOOT = 0.5
"""Footnotes stand below this share of the page's height."""
_SMALL = 0.93
"""... and are set in type of this share of the body's, at most."""
_AFTER_LETTER = re.compile(r"[^\W\d_][)”\"’.,:;!?]*$|\D[)”\"’.,:;!?]$")
_AFTER_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d[)”\"’.,:;!?]*$")
_MARK_SIZE = 0.6
_RAISED_SIZE = 0.86
"""A mark that is a word of its own is set in type of this share of its footnote's, at most."""
_LINE_STEP = 2.0
"""From foot to foot of two lines of a text are fewer type sizes."""
_WORD_SPACE = 0.8
"""White between two words of a text is less than this share of the type size."""
_ANY_RAISED = re.compile("[¹²³⁰⁴-⁹]")
_RAISED = re.compile(f"{_ANY_RAISED.pattern}+$")
_GROUP = re.compile(r"\d{3}(?!\d)")
"""Three figures that a number goes on with: in `beviljades1 127 386 kronor` the first figure is no mark."""
_PLAIN = str.maketrans("¹²³⁰⁴⁵⁶⁷⁸⁹", "1230456789")
_UNIT = re.compile(r"(?:^|[\d/(])[kdcm]?m$", re.IGNORECASE)
"""Before a raised figure: metres, which it makes square or cubic."""


def without_stuck_marks(page: RawPage) -> RawPage:
    """The page with the marks of its footnotes as words of their own, small and raised."""
    page = _without_raised_figures(page)
    notes = _notes(page)
    cuts: dict[int, int] = {}
    for number, at in notes.items():
        marked = _marked_by(number, page.words, page.words[at])
        if marked is not None and marked not in cuts:
            cuts[marked] = len(page.words[marked].text) - len(number)
            cuts[at] = len(number)
        elif _NOTE.match(page.words[at].text):
            cuts[at] = len(number)
    if not cuts:
        return page
    words: list[Word] = []
    for at, word in enumerate(page.words):
        words.extend(_parted(word, cuts[at], mark_first=at in notes.values()) if at in cuts else [word])
    return replace(page, words=tuple(words))


def _without_raised_figures(page: RawPage) -> RawPage:
    """The page with the raised figures that Unicode has (1 234¹) as marks; those of units (m², km³) stay."""
    if _ANY_RAISED.search("".join(word.text for word in page.words)) is None:
        return page
    words: list[Word] = []
    for word in page.words:
        mark = _RAISED.search(word.text)
        if mark is None or _UNIT.search(word.text[: mark.start()]):
            words.append(word)
            continue
        parts = _parted(word, mark.start(), mark_first=False) if mark.start() else [_raised(word)]
        words.extend([*parts[:-1], replace(parts[-1], text=parts[-1].text.translate(_PLAIN))])
    return replace(page, words=tuple(words))


def _notes(page: RawPage) -> dict[str, int]:
    """Number of each footnote -> the word that it begins with; its number may be a word of its own."""
    usual = main_size(page.words)
    found: dict[str, int] = {}
    for at, (word, after) in enumerate(itertools.pairwise([*page.words, *page.words[-1:]])):
        if word.top < _FOOT * page.height or word.size > _SMALL * usual:
            continue
        near = 0 <= after.x0 - word.x1 < word.size and after.size == word.size
        match = _LIKE_NOTE.match(word.text + after.text if word.text.isdigit() and near else word.text)
        if match is not None:
            found.setdefault(match.group(1), at)
    return found


def _marked_by(number: str, words: Sequence[Word], note: Word) -> int | None:
    """The one word above the footnote that the number stuck to; None where there is none, or no telling which.

    There is none where the mark stands above as a word of its own. Figures behind a year may be a number's own
    (`20174`): only in running text are they a mark.
    """
    if any(w.text == number and w.bottom <= note.top and w.size <= _RAISED_SIZE * note.size for w in words):
        return None
    ends = [i for i, w in enumerate(words) if w.text.endswith(number) and w.bottom <= note.top and w.text != number]
    ends = [i for i in ends if i + 1 == len(words) or _GROUP.match(words[i + 1].text) is None]
    for after in (_AFTER_LETTER, _AFTER_YEAR):
        found = [i for i in ends if after.search(words[i].text[: -len(number)])]
        if after is _AFTER_YEAR:
            found = [i for i in found if i and _goes_on(words[i - 1], words[i])]
        if len(found) > 1:
            found = [i for i in found if words[i].text[: -len(number)].rstrip(')”"’.,:;!?')[-1:].islower()]
        if len(found) == 1:
            return found[0]
    return None


def _goes_on(before: Word, word: Word) -> bool:
    """True where a word of letters stands right before the other one, on its line or at the end of the line above."""
    if not before.text[-1].isalpha():
        return False
    step = word.bottom - before.bottom
    if abs(step) < 0.2 * word.size:
        return 0 <= word.x0 - before.x1 < _WORD_SPACE * word.size
    return 0 < step < _LINE_STEP * word.size and word.x1 < before.x0


def _parted(word: Word, at: int, *, mark_first: bool) -> list[Word]:
    """The word cut before its letter `at`: one part is the mark, made small and raised."""
    middle = word.x0 + (word.x1 - word.x0) * at / len(word.text)
    parts = [replace(word, text=word.text[:at], x1=middle)]
    if word.text[at:]:
        parts.append(replace(word, text=word.text[at:], x0=middle))
    mark = 0 if mark_first else 1
    parts[mark] = _raised(parts[mark])
    return parts


def _raised(word: Word) -> Word:
    """The word at a mark's size and height."""
    height = word.bottom - word.top
    return replace(word, size=round(word.size * _MARK_SIZE, 2), bottom=word.top + height * _MARK_SIZE)
