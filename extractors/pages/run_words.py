"""The words of a run: characters in one type that follow each other, wherever their lines stand.

A page has thousands of characters. What is asked of each is asked of all of a line at once, and only words are made one
by one.
"""

import math
import re
import sys
from collections.abc import Sequence
from dataclasses import field
from itertools import chain, compress, pairwise, repeat
from operator import add, gt, lt

from extractors.pages.composed_letters import composed
from extractors.pages.geometry import Word
from extractors.pages.pdfium_fonts import Font
from extractors.pages.symbol_fonts import signs_told
from extractors.plain import slotted

_GAP = 0.18
"""White wider than this share of the type size parts two words."""
_SAME_LINE = 2.0
"""Points: characters of one run whose feet differ by less, one from the next, stand on one line."""
_DESCENT = 0.22
"""A word's box reaches this share of its size below the line that it stands on, and is as high as its size.

Most text fonts tell a descent near this one. What a file tells is not asked: LibreOffice tells 0 of all its fonts, and
two fonts on one line must have one foot.
"""
_WORD = re.compile(r"\S+")


@slotted
class RunType:
    """What the characters of one run have in common. x, y: the way that they run, a unit vector, y downwards."""

    font: Font
    size: float
    bold: bool
    italic: bool
    color: str
    x: float
    y: float
    unpainted: bool
    pale: bool


@slotted
class Signs:
    """Characters in the order in which they are drawn, the blanks that were set among them."""

    begins: list[float]
    """Where each begins along its line, points."""
    ends: list[float]
    texts: list[str]
    """Each one a single character."""

    def part(self, begin: int, end: int) -> "Signs":
        return Signs(self.begins[begin:end], self.ends[begin:end], self.texts[begin:end])

    def picked(self, places: Sequence[int]) -> "Signs":
        """Those at these places, in that order."""
        begins, ends, texts = self.begins, self.ends, self.texts
        return Signs([begins[at] for at in places], [ends[at] for at in places], [texts[at] for at in places])


@slotted
class Run:
    """A run as stretches of a page's characters, each on one line: (first, after the last, foot), points across."""

    kind: RunType
    stretches: list[tuple[int, int, float]] = field(default_factory=list)

    @property
    def n_signs(self) -> int:
        return sum(end - begin for begin, end, _ in self.stretches)


class PageWords:
    """Makes the words of one page's runs, equal heights one number.

    With texts that are one wherever they stand, a long file's words take a third less memory.
    """

    def __init__(self, page: int) -> None:
        """page: its number in the file, from 1."""
        self._page = page
        self._heights: dict[float, float] = {}

    def of(self, run: Run, signs: Signs) -> list[Word]:
        """The words of one run, line by line. `signs` are the page's."""
        return [word for line in _lines(run.stretches) for word in self._words(run.kind, line, signs)]

    def _words(self, kind: RunType, line: Sequence[tuple[int, int, float]], signs: Signs) -> list[Word]:
        """The words of one line, from where the line begins."""
        if all(before[1] == stretch[0] for before, stretch in pairwise(line)):
            own = signs.part(line[0][0], line[-1][1])
        else:
            own = signs.picked([at for begin, end, _ in line for at in range(begin, end)])
        is_level = len({foot for _, _, foot in line}) == 1
        feet = [] if is_level else [foot for begin, end, foot in line for _ in range(begin, end)]
        if any(map(lt, own.begins[1:], own.begins)):
            order = sorted(range(len(own.begins)), key=own.begins.__getitem__)
            own, feet = own.picked(order), [feet[at] for at in order] if feet else feet
        begins, ends, text = own.begins, own.ends, "".join(own.texts)
        parted = list(compress(range(1, len(begins)), map(gt, begins[1:], map(add, ends, repeat(_GAP * kind.size)))))
        words: list[Word] = []
        for at, until in _spans(text, parted):
            on = feet[at:until] if feet else (line[0][2],)
            words.append(self._word(kind, begins[at:until], ends[at:until], on, text[at:until]))
        return words

    def _word(
        self, kind: RunType, begins: Sequence[float], ends: Sequence[float], feet: Sequence[float], text: str
    ) -> Word:
        begin, end, size = begins[0], max(ends), kind.size
        low, high = max(feet) + _DESCENT * size, min(feet) + (_DESCENT - 1) * size
        x0, top, x1, bottom = begin, high, end, low
        if kind.x != 1:
            corners = [(b * kind.x - a * kind.y, b * kind.y + a * kind.x) for b in (begin, end) for a in (high, low)]
            x0, x1 = min(x for x, _ in corners), max(x for x, _ in corners)
            top, bottom = min(y for _, y in corners), max(y for _, y in corners)
        if not text.isascii():
            text = composed(begins, ends, text)
        text = sys.intern(signs_told(text, kind.font.name) if kind.font.has_signs else text)
        top, bottom = self._heights.setdefault(top, top), self._heights.setdefault(bottom, bottom)
        return Word(text, x0, top, x1, bottom, size, kind.bold, kind.italic, self._page, kind.color)


def _lines(stretches: Sequence[tuple[int, int, float]]) -> list[list[tuple[int, int, float]]]:
    """The stretches of each line, from the highest foot on."""
    feet = sorted({foot for _, _, foot in stretches})
    if len(feet) == 1:
        return [list(stretches)]
    of_foot: dict[float, list[tuple[int, int, float]]] = {}
    lines: list[list[tuple[int, int, float]]] = []
    before = -math.inf
    for foot in feet:
        if foot > before + _SAME_LINE:
            lines.append([])
        of_foot[foot] = lines[-1]
        before = foot
    for stretch in stretches:
        of_foot[stretch[2]].append(stretch)
    return lines


def _spans(text: str, parted: Sequence[int]) -> list[tuple[int, int]]:
    """Where words begin and end: between blanks, and where white parts them."""
    spans = [match.span() for match in _WORD.finditer(text)]
    if not parted:
        return spans
    return [
        span
        for begin, end in spans
        for span in pairwise(chain((begin,), (at for at in parted if begin < at < end), (end,)))
    ]
