"""Lines of justified text whose spaces were stretched, wide enough to look like a table's row."""

import itertools
from collections.abc import Sequence

from extractors.tables.cell_text import is_number
from extractors.text.flow import marker_of
from extractors.text.lines import Line
from extractors.text.measures import ALIGNED

_EVEN = 0.15
"""The spaces of one line are stretched alike: they differ by no more than this share of the type size."""
_CLOSE = 0.75
"""White between two lines of one text, as a share of the type size, at most."""
_SAME_SIZE = 0.3
_FEW_WORDS = 3


def with_stretched_whole(lines: Sequence[Line], parts: Sequence[list[Line]]) -> list[list[Line]]:
    """The lines' parts, `parts`, where those that justified text stretches are whole again.

    Such a line fills the column: it begins and ends where the lines of text right above and below it do, all its
    spaces are alike, and what is beside them is no number.
    """
    whole = [len(row) == 1 and _is_text(line) for line, row in zip(lines, parts, strict=True)]
    found = [list(row) for row in parts]
    for order in (range(len(lines)), range(len(lines) - 1, -1, -1)):
        for at in order:
            if len(found[at]) > 1 and _is_stretched(lines, whole, at):
                whole[at] = True
                found[at] = [lines[at]]
    return found


def _is_stretched(lines: Sequence[Line], whole: Sequence[bool], at: int) -> bool:
    line = lines[at]
    words = line.words[1:] if marker_of(line) is not None else line.words
    spaces = [b.x0 - a.x1 for a, b in itertools.pairwise(words)]
    if not spaces or max(spaces) - min(spaces) > _EVEN * line.size:
        return False
    if any(is_number(word.text) for word in (words[0], words[-1])):
        return False
    near = [lines[i] for i in (at - 1, at + 1) if 0 <= i < len(lines) and whole[i] and _is_close(line, lines[i])]
    begins = any(abs(_text_x0(line) - _text_x0(x)) <= ALIGNED for x in near)
    return begins and any(abs(line.x1 - x.x1) <= ALIGNED for x in near)


def _is_text(line: Line) -> bool:
    """True for several words that end in no number: a label may reach as near to its number as words do."""
    return len(line.words) >= _FEW_WORDS and not is_number(line.words[-1].text)


def _is_close(line: Line, other: Line) -> bool:
    upper, lower = sorted((line, other), key=lambda x: x.bottom)
    return lower.top - upper.bottom <= _CLOSE * line.size and abs(line.size - other.size) <= _SAME_SIZE


def _text_x0(line: Line) -> float:
    """Where its text begins, behind a list item's marker."""
    return line.words[1].x0 if marker_of(line) is not None else line.x0
