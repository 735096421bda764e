"""Words in smaller type that end a line, or a text's last lines: a hint to who answers, a source of figures."""

import itertools
from collections.abc import Sequence

from extractors.text.lines import Line

_SMALLER = 0.7
"""Points by which they are smaller at the least."""
_LETTERS = 4
"""Letters of them at the least, and of those before them: a footnote's mark is small too, a question's number large."""


def small_tail(line: Line) -> Line | None:
    """The last words of the line, where all of them are smaller than all before them; None for any other line."""
    size = line.words[0].size
    begins = list(itertools.takewhile(lambda word: word.size > size - _SMALLER, line.words))
    rest = line.words[len(begins) :]
    if not rest:  # as of nearly every line
        return None
    told = min(sum(c.isalpha() for word in part for c in word.text) for part in (begins, rest))
    return Line(rest) if told >= _LETTERS and all(word.size <= size - _SMALLER for word in rest) else None


def tail_of(lines: Sequence[Line]) -> str:
    """The words in smaller type that end a text, over all lines that they run on; empty where none do."""
    for at in range(len(lines) - 1, -1, -1):
        tail = small_tail(lines[at])
        if tail is not None:
            return " ".join(line.text for line in (tail, *lines[at + 1 :]))
        if at == 0 or lines[at].size > lines[at - 1].words[0].size - _SMALLER:
            return ""
    return ""


def goes_on_small(last: Line, line: Line) -> bool:
    """Whether a line is in the smaller type that the one above it ends in."""
    tail = small_tail(last)
    return tail is not None and abs(line.size - tail.size) < _SMALLER


def first_size(line: Line) -> float:
    """The type size in which the line begins, should it end in smaller type; else that of most of its letters."""
    return line.size if small_tail(line) is None else line.words[0].size
