"""A printed line: its words and what they say together."""

import itertools
import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import field

from extractors.pages.geometry import Box, Word
from extractors.plain import once, plain

_MOSTLY = 0.8
"""A line is bold, or italic, where more than this share of its characters is."""
_WORD_GAP = 0.1
"""Word boxes nearer than this share of the size are one word in two fonts."""


@plain
class Line:
    """A printed line, or the part of one that stands in one column: words from left to right."""

    words: tuple[Word, ...]
    marks: tuple[str, ...] = field(default=())
    """Footnote marks that stood in it."""
    leading_mark: str | None = None
    """The mark that the line begins with, as a footnote does."""
    marks_x0: tuple[float, ...] = field(default=())
    """Where each of the marks stood, points from the left."""

    def __reduce__(self) -> tuple[type["Line"], tuple[object, ...]]:
        """Packed without what it knows of itself: that is soon found again, and would take more room than the line."""
        return Line, (self.words, self.marks, self.leading_mark, self.marks_x0)

    @property
    def page(self) -> int:
        return self.words[0].page

    @once
    def x0(self) -> float:
        return self.words[0].x0

    @once
    def x1(self) -> float:
        return self.words[-1].x1

    @once
    def top(self) -> float:
        return min(w.top for w in self.words)

    @once
    def bottom(self) -> float:
        return max(w.bottom for w in self.words)

    @once
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @once
    def box(self) -> Box:
        return Box(self.x0, self.top, self.x1, self.bottom)

    @once
    def size(self) -> float:
        """The type size of most of its characters."""
        return main_size(self.words)

    @once
    def bold(self) -> bool:
        return _mostly(self.words, [w.bold for w in self.words])

    @once
    def italic(self) -> bool:
        return _mostly(self.words, [w.italic for w in self.words])

    @once
    def color(self) -> str:
        """The colour of most of its characters."""
        every = [word.color for word in self.words]
        if every.count(every[0]) == len(every):
            return every[0]
        colors: Counter[str] = Counter()
        for word in self.words:
            colors[word.color] += len(word.text)
        return max(colors, key=colors.__getitem__)

    @once
    def text(self) -> str:
        return join_words(self.words)

    @once
    def _cuts(self) -> dict[float | str, tuple["Line", ...]]:
        return {}

    def cut_once(self, at: float | str, cut: Callable[["Line"], Sequence["Line"]]) -> list["Line"]:
        """Its parts, cut when they are first asked for. `at` is the gap that it is cut at, or what it is cut for.

        Many ask, and what a part knows of itself it knows once. That it is whole is kept without the line itself:
        what holds itself stays until the collector finds it.
        """
        parts = self._cuts.get(at)
        if parts is None:
            parts = tuple(cut(self))
            self._cuts[at] = () if parts[0] is self else parts
        return list(parts or (self,))


def _mostly(words: Sequence[Word], marked: Sequence[bool]) -> bool:
    """True where nearly all characters stand in marked words, signs alone not counted."""
    if all(marked) or not any(marked):
        return marked[0]
    letters = [len(w.text) if any(c.isalnum() for c in w.text) else 0 for w in words]
    letters = letters if any(letters) else [len(w.text) for w in words]
    return sum(itertools.compress(letters, marked)) > _MOSTLY * sum(letters)


def main_size(words: Iterable[Word]) -> float:
    """The commonest type size in half points, by characters; the first met of several."""
    held = tuple(words)
    every = [word.size for word in held]
    if every and every.count(every[0]) == len(every):
        return round(every[0] * 2) / 2
    sizes: dict[float, int] = {}
    for word in held:
        sizes[word.size] = sizes.get(word.size, 0) + len(word.text)
    halves: dict[float, int] = {}
    for size, letters in sizes.items():
        half = round(size * 2) / 2
        halves[half] = halves.get(half, 0) + letters
    return max(halves, key=halves.__getitem__, default=0.0)


def join_words(words: Sequence[Word]) -> str:
    """Words as text; boxes that touch are one word."""
    parts: list[str] = []
    end = math.inf
    for word in words:
        text = word.text
        if word.x0 - end > _WORD_GAP * word.size and not (len(text) <= 2 and text[0] in ".,;:!?)"):
            parts.append(" ")
        parts.append(text)
        end = word.x1
    return "".join(parts)


def segments(line: Line, gap: float) -> list[Line]:
    """The line cut where the white between two words is wider than `gap` points; the parts bear no marks."""
    return line.cut_once(gap, lambda whole: _segments(whole, gap))


def _segments(line: Line, gap: float) -> Sequence[Line]:
    words = line.words
    ends = [i for i, (before, word) in enumerate(itertools.pairwise(words), 1) if word.x0 - before.x1 > gap]
    if not ends:
        return (Line(words) if line.marks else line,)
    return tuple(Line(words[begin:end]) for begin, end in itertools.pairwise((0, *ends, len(words))))
