"""Footnote marks taken out of the words of a line."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.pages.geometry import Word
from extractors.text.lines import Line, main_size

_MARK = re.compile(r"^(?:\d{1,3}|[*†‡]{1,3})(?:,\d{1,3})*$")
_LEADING_MARK = re.compile(r"^(\d{1,3})[.)]$")
"""How the mark before a footnote may be set too: raised, with a full stop."""
MARK_SIZE = 0.86
"""A footnote mark is at most this share of the type size of its line, and of the word next to it."""
_MARK_RISE = 0.1
"""... and stands this share of the size above the line's foot, at the least."""
_SPACE = 0.2
"""White that stays between a word and the next one where a mark stood between them, as a share of the size."""
_FAR = 1.0
"""White wider than this share of the size parts cells."""


def line_without_marks(words: list[Word]) -> Line:
    """The words of one line, from the left, as a line: raised marks are kept beside its words.

    A mark stands at a word: figures of a table in small type may stand beside another column's larger text.
    """
    if not _LEADING_MARK.match(words[0].text) and not any(_MARK.match(word.text) for word in words):
        return Line(tuple(words))
    size = main_size(words)
    foot = max(w.bottom for w in words if w.size >= size * 0.9)
    kept: list[Word] = []
    marks: list[str] = []
    marks_x0: list[float] = []
    leading: str | None = None
    end = words[0].x0
    for word, after in zip(words, [*words[1:], None], strict=True):
        raised = word.size <= size * MARK_SIZE and foot - word.bottom >= _MARK_RISE * size
        stopped = None if kept or marks else _LEADING_MARK.match(word.text)
        if raised and stopped is not None and word.size <= _size_beside(word, words[1:]) * MARK_SIZE:
            leading = stopped.group(1)
            marks.append(leading)
            marks_x0.append(word.x0)
        elif (
            raised
            and _MARK.match(word.text)
            and word.size <= _size_beside(word, words) * MARK_SIZE
            and (
                not kept
                or min(word.x0 - end, after.x0 - word.x1 if after is not None else word.x0 - end) <= _FAR * size
            )
        ):
            marks.append(word.text)
            marks_x0.append(word.x0)
            if kept:
                kept[-1] = _with_mark(kept[-1], word, after, size)
            else:
                leading = word.text
        else:
            kept.append(word)
        end = word.x1
    if not kept:
        return Line(tuple(words), (), None)
    return Line(tuple(kept), tuple(marks), leading, tuple(marks_x0))


def _with_mark(before: Word, mark: Word, after: Word | None, size: float) -> Word:
    """The word before a mark, which it keeps where it stands nearest to it.

    Where the mark stood there is no white: text that it stands in is not parted there.
    """
    behind = mark.x0 - before.x1
    ahead = after.x0 - mark.x1 if after is not None else float("inf")
    if behind <= min(ahead, _FAR * size):
        before = replace(before, mark=before.mark + mark.text)
    if after is not None and max(behind, ahead) <= _FAR * size:
        return replace(before, x1=max(before.x1, min(mark.x1, after.x0 - _SPACE * size)))
    return before


def _size_beside(word: Word, words: Sequence[Word]) -> float:
    """The type size of the word next to a figure: small print has figures too. Infinite where all are figures."""
    others = [w for w in words if not _MARK.match(w.text)]
    nearest = min(others, key=lambda w: max(w.x0 - word.x1, word.x0 - w.x1), default=None)
    return nearest.size if nearest is not None else float("inf")
