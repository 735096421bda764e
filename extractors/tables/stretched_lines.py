"""Lines of justified text whose spaces were stretched, wide enough to look like a table's row."""

import itertools
from collections.abc import Sequence

from extractors.pages.geometry import Word
from extractors.tables.cell_text import is_number, is_year
from extractors.text.lines import Line
from extractors.text.markers import marker_of
from extractors.text.measures import ALIGNED

_EVEN = 0.15
"""The spaces of one line are stretched alike: they differ by no more than this share of the type size."""
_MANY, _SAME = 5, 0.06
"""So many spaces that differ by no more than this share of the type size are stretched, wherever the line ends: cells
begin below each other, not at one distance from the words before them."""
_CLOSE = 0.75
"""White between two lines of one text, as a share of the type size, at most."""
_SAME_SIZE = 0.3
_FEW_WORDS = 3
_HANGING, _HANG = frozenset("-–.,"), 4.0
"""Signs that may hang over the edge of justified text, and by how many points."""
_STOPS = ".,;:)"
_SEVERAL = 3
"""Lines of one width that tell where the column ends."""


def with_stretched_whole(lines: Sequence[Line], parts: Sequence[list[Line]]) -> list[list[Line]]:
    """The lines' parts, `parts`, where those that justified text stretches are whole again.

    Such a line fills the column: it begins where the line of text right above or below it does, ends where one of them
    or several lines of its width do, all its spaces are alike, and what is beside them is no number. Many spaces that
    are the very same tell enough: in a frame no other line may end there.
    """
    whole = [len(row) == 1 and _is_text(line) for line, row in zip(lines, parts, strict=True)]
    lone = [len(row) == 1 and not is_number(line.text) for line, row in zip(lines, parts, strict=True)]
    found = [list(row) for row in parts]
    for order in (range(len(lines)), range(len(lines) - 1, -1, -1)):
        for at in order:
            if len(found[at]) > 1 and _is_stretched(lines, whole, lone, at):
                whole[at] = lone[at] = True
                found[at] = [lines[at]]
    return found


def _is_stretched(lines: Sequence[Line], whole: Sequence[bool], lone: Sequence[bool], at: int) -> bool:
    line = lines[at]
    words = line.words[1:] if marker_of(line) is not None else line.words
    spaces = [b.x0 - a.x1 for a, b in itertools.pairwise(words)]
    if not spaces or max(spaces) - min(spaces) > _EVEN * line.size:
        return False
    if any(is_number(word.text) for word in (words[0], words[-1])):
        return False
    beside = [i for i in (at - 1, at + 1) if 0 <= i < len(lines) and lone[i] and _is_close(line, lines[i])]
    if not any(_begin_alike(line, lines[i]) or _hangs_over(line, lines[i], spaces) for i in beside):
        return False
    if _are_the_same(words, spaces):
        return True
    return any(whole[i] and _end_alike(line, lines[i]) for i in beside) or _ends_at_margin(lines, whole, at)


def _are_the_same(words: Sequence[Word], spaces: Sequence[float]) -> bool:
    """True for many spaces of one width between words of many: heads as long as each other stand in columns."""
    steps = [b.x0 - a.x0 for a, b in itertools.pairwise(words)]
    size = words[0].size
    alike = len(spaces) >= _MANY and max(spaces) - min(spaces) <= _SAME * size
    return alike and max(steps) - min(steps) > size


def _ends_at_margin(lines: Sequence[Line], whole: Sequence[bool], at: int) -> bool:
    """True where several lines of text fill the very width: a text of two lines ends its last one anywhere.

    Behind a list item's marker text may begin anywhere: there the edge that lines end at tells enough.
    """
    line, is_item = lines[at], marker_of(lines[at]) is not None
    alike = [
        other
        for other, is_text in zip(lines, whole, strict=True)
        if (is_text or (other is not line and _is_even(other)))
        and (is_item or _begin_alike(line, other))
        and _end_alike(line, other)
    ]
    return len(alike) >= _SEVERAL


def _is_even(line: Line) -> bool:
    """True for several words, none a number, with one white between them: cells are as far apart as their columns."""
    spaces = [b.x0 - a.x1 for a, b in itertools.pairwise(line.words)]
    words = len(line.words) >= _FEW_WORDS and not any(is_number(word.text) for word in line.words)
    return words and max(spaces) - min(spaces) <= _SAME * line.size


def _begin_alike(line: Line, other: Line) -> bool:
    return abs(_text_x0(line) - _text_x0(other)) <= ALIGNED


def _hangs_over(line: Line, other: Line, spaces: Sequence[float]) -> bool:
    """True where `other` goes on below an item's line whose marker the same spaces part from its words as these.

    Where a marker and its words are one line of text, as typed, justifying moves the words, not the lines below.
    """
    if marker_of(line) is None or len(spaces) < _SEVERAL or other.bottom < line.bottom or marker_of(other) is not None:
        return False
    return line.x0 - ALIGNED <= other.x0 <= _text_x0(line)


def _end_alike(line: Line, other: Line) -> bool:
    """True where both end at one place; the stop or the hyphen that ends one may hang over it."""
    hangs = line.text[-1] in _HANGING or other.text[-1] in _HANGING
    return abs(line.x1 - other.x1) <= (_HANG if hangs else ALIGNED)


def _is_text(line: Line) -> bool:
    """True for several words that end in no number but a year: a label may reach as near to its number as words do."""
    last = line.words[-1].text.rstrip(_STOPS)
    return len(line.words) >= _FEW_WORDS and (not is_number(last) or is_year(last))


def _is_close(line: Line, other: Line) -> bool:
    upper, lower = sorted((line, other), key=lambda x: x.bottom)
    return lower.top - upper.bottom <= _CLOSE * line.size and abs(line.size - other.size) <= _SAME_SIZE


def _text_x0(line: Line) -> float:
    """Where its text begins, behind a list item's marker."""
    return line.words[1].x0 if marker_of(line) is not None else line.x0
