"""Words in smaller type that end a line: what a form says of its question to whoever answers it."""

import itertools

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


def first_size(line: Line) -> float:
    """The type size in which the line begins, should it end in smaller type; else that of most of its letters."""
    return line.size if small_tail(line) is None else line.words[0].size
