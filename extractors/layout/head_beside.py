"""A head beside text: a few words in a type of their own, and running text that begins at their height to the right.

Head and text stand on one printed line, or on baselines of their own where the head is set larger.
"""

import itertools
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.text.head_column import HeadPlace, edge_of, type_of
from extractors.text.lines import Line, segments
from extractors.text.markers import marker_of

APART = 0.5
"""White between a head and the text beside it, in the smaller type's size, at the least."""
SAME_EDGE = 2.5
"""Points within which texts, and heads, begin at one edge."""
_WIDE = 1.5
"""White in type sizes that parts a table's cells."""
_MOST_WORDS = 6
"""Words of a head's line, at most."""
_SAME_SIZE = 0.6
_LEVEL = 0.6
"""Feet of a head and of the line that it stands beside differ by less, in the larger type's size."""
NEAR = 4
"""Lines above or below, from the top, within which the line beside a head is found."""
NEXT_LINE = 1.9
"""From foot to foot of a text's lines are at most so many type sizes."""
SAID = ":?"
"""A head is at its end behind these."""
WIDER = 0.15
"""By so much of the type's size a step between two texts is wider than one within them."""
_YEARS = re.compile(r"\d{4}(?: ?[-–—] ?(?:\d{2}|\d{4}))?:?")


@dataclass(frozen=True)
class HeadBeside:
    """A head's first line and the first line of the text beside it; `at` and `text_at` are the lines they stand on."""

    head: Line
    text: Line
    at: int
    text_at: int
    below: Line | None
    """The next line of that text."""
    white: float
    """From the foot of the text's line above to its own, points; infinite where none stands near."""
    begins_block: bool
    """The text above that line ends there, as far as white and words tell."""
    contradicted: bool
    """The text goes on at the head's side of its edge: the head stands in the text's own first line."""
    place: HeadPlace = "before"

    @property
    def offset(self) -> float:
        """From the heads' edge to the text's left one, points."""
        return self.text.x0 - edge_of(self.head, self.place)

    @property
    def is_tabular(self) -> bool:
        """True for cells beside the head and no text."""
        words = self.text.words[1:] if marker_of(self.text) is not None else self.text.words
        return len(segments(Line(words), _WIDE * self.text.size)) > 1


def heads_beside_text(lines: Sequence[Line]) -> Iterator[HeadBeside]:
    """The heads in lines of one column, from the top, each by its first line."""
    for at, line in enumerate(lines):
        head, rest = head_and_rest(line)
        if not may_be_head(head):
            continue
        found = (at, rest) if rest is not None else _level_with(lines, at, head)
        if found is None or not differ(head, found[1]):
            continue
        text_at, text = found
        above, below = _next_in_text(lines, text_at, text, head, -1), _next_in_text(lines, text_at, text, head, 1)
        white = text.bottom - above.bottom if above is not None else math.inf
        begins = begins_text(above, text, below)
        if _has_head_above(lines, at, head) and (head.text[0].islower() or not begins):
            continue  # the next line of that head
        yield HeadBeside(head, text, at, text_at, below, white, begins, _is_contradicted(lines, text_at, text, head))


def head_and_rest(line: Line) -> tuple[Line, Line | None]:
    """A line cut where the type of its first words, or wide white behind them, ends."""
    words = line.words
    for i, (before, word) in enumerate(itertools.pairwise(words), 1):
        white, size = word.x0 - before.x1, min(before.size, word.size)
        if white <= APART * size:
            continue
        other = (before.bold, before.italic, before.color) != (word.bold, word.italic, word.color)
        other = other or abs(before.size - word.size) > _SAME_SIZE
        if white > _WIDE * size or other or marker_of(Line(words[i:])) is not None:
            marks = [(m, x) for m, x in zip(line.marks, line.marks_x0, strict=True) if x > before.x1]
            return Line(words[:i]), Line(words[i:], tuple(m for m, _ in marks), None, tuple(x for _, x in marks))
    return line, None


def may_be_head(part: Line) -> bool:
    """True for a few words, or years, that are no list's marker."""
    told = any(map(str.isalpha, part.text)) or _YEARS.fullmatch(part.text) is not None
    return told and len(part.words) <= _MOST_WORDS and marker_of(Line((*part.words, part.words[0]))) is None


def differ(head: Line, text: Line) -> bool:
    """True where they are set in two types."""
    return type_of(head)[1:] != type_of(text)[1:] or abs(head.size - text.size) > _SAME_SIZE


def are_level(head: Line, line: Line) -> bool:
    return abs(head.bottom - line.bottom) < _LEVEL * max(head.size, line.size)


def _level_with(lines: Sequence[Line], at: int, head: Line) -> tuple[int, Line] | None:
    """The nearest line at the height of a head that stands on a baseline of its own."""
    near = [
        (n, lines[n])
        for n in range(max(0, at - NEAR), min(len(lines), at + NEAR + 1))
        if n != at and are_level(head, lines[n]) and lines[n].x0 - head.x1 > APART * min(head.size, lines[n].size)
    ]
    return min(near, key=lambda each: abs(each[1].bottom - head.bottom), default=None)


def _has_head_above(lines: Sequence[Line], at: int, head: Line) -> bool:
    """True where a line in the head's type, at its edge, stands right above it."""
    near = (head_and_rest(line)[0] for line in lines[max(0, at - NEAR) : at])
    return any(
        abs(line.x0 - head.x0) <= SAME_EDGE
        and APART * head.size < head.bottom - line.bottom <= NEXT_LINE * head.size
        and not differ(line, head)
        and line.text[-1] not in SAID
        for line in near
    )


def _next_in_text(lines: Sequence[Line], at: int, text: Line, head: Line, step: int) -> Line | None:
    """The line right above or below, step -1 or 1, of what stands right of the head."""
    n = at + step
    while 0 <= n < len(lines) and abs(lines[n].bottom - text.bottom) <= NEXT_LINE * text.size:
        first, rest = head_and_rest(lines[n])
        part = lines[n] if first.x0 > head.x1 else rest
        if part is not None and part.x0 > head.x1 and abs(part.bottom - text.bottom) > APART * text.size:
            return part
        n += step
    return None


def begins_text(above: Line | None, text: Line, below: Line | None) -> bool:
    if text.text[0].islower():
        return False
    if above is None:
        return True
    step = below.bottom - text.bottom if below is not None else (above.size + text.size) / 2
    return text.bottom - above.bottom > step + WIDER * text.size or above.text[-1] in ".!?:"


def _is_contradicted(lines: Sequence[Line], at: int, text: Line, head: Line) -> bool:
    """True where the line right below is the text's and begins left of it."""
    for line in lines[at + 1 : at + 1 + NEAR]:
        step = line.bottom - text.bottom
        if APART * text.size < step <= NEXT_LINE * text.size and line.x0 < text.x0 - SAME_EDGE and line.x0 <= head.x1:
            return not differ(head_and_rest(line)[0], text)
    return False
