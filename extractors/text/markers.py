"""The bullet or number that a list's item begins with, and what only looks like one."""

import re
from collections.abc import Sequence

from extractors.text.lines import Line

_BULLETS = frozenset("•◦‣⁃·–—-‒*o»›_") | {"->"}
_SIGNS = (("\u2190", "\u21ff"), ("\u2500", "\u2bff"), ("\ue000", "\uf8ff"))
"""Arrows; shapes, symbols and dingbats; a font's own signs: what stands alone before text is a bullet."""
NUMBER_MARK = re.compile(
    r"^(?:\d{1,2}(?:\.\d{1,2})*[.)]|\(\d{1,2}\)|\(?[a-zåäö]\)|[a-zåäö]\.|\(?[ivx]{1,4}\))$", re.IGNORECASE
)
_CODE = re.compile(r"[A-ZÅÄÖ]{0,2}\d{1,2}(?:[.:]\d{1,2}){1,3}[.:)]?")
"""What counts a text through chapters and is no list's number: `3.2.1`, `A1.2`."""
_ENDS_SENTENCE = re.compile(r"(\d{1,2})\.")


def marker_of(line: Line) -> str | None:
    """The bullet or list number that a line begins with, or None."""
    word = line.words[0]
    text = word.text
    if len(line.words) == 1:
        return None
    sign = len(text) == 1 and any(first <= text <= last for first, last in _SIGNS)
    return text if sign or text in _BULLETS or NUMBER_MARK.match(text) else None


def goes_on_in_number(above: Line, line: Line, markers: Sequence[str]) -> bool:
    """True where a sentence ends in a number that begins the next line: `... målet på` / `50. Däremot har ...`.

    It is no item's: none is numbered before it, and the line above does not end a sentence. `markers` are those of
    the items so far.
    """
    number = _ENDS_SENTENCE.fullmatch(line.words[0].text)
    if number is None or int(number[1]) == 1 or above.text[-1] in ".:!?;" or above.page != line.page:
        return False
    return not any(mark.strip("().") == str(int(number[1]) - 1) for mark in markers)


def hangs_below_code(first: Line, line: Line) -> bool:
    """True for a line that stands about where the text begins behind the code of its first line, an em off at most."""
    coded = len(first.words) > 1 and _CODE.fullmatch(first.words[0].text) is not None
    return coded and abs(line.x0 - first.words[1].x0) <= line.size
