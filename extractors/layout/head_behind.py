"""A head at the right of its text: a few words in a type of their own, at the height where text to the left begins.

Wide white parts the two; a bold word that ends a text's line stands at a space's width from it.
"""

import math
from collections.abc import Iterator, Sequence

from extractors.layout.head_beside import (
    APART,
    NEAR,
    NEXT_LINE,
    SAID,
    SAME_EDGE,
    HeadBeside,
    are_level,
    begins_text,
    differ,
    may_be_head,
)
from extractors.text.lines import Line, segments

_WHITE = 1.0
"""White between a text and the head behind it, in the smaller type's size, at the least."""
_OVER_TEXT, _SET_IN = 2.6, 3.0
"""From foot to foot of a head and the text below it, and from its edge to a list's, in type sizes, at most."""


def heads_behind_text(lines: Sequence[Line]) -> Iterator[HeadBeside]:
    """The heads at the right of lines of one column, from the top, each by its first line."""
    for at, line in enumerate(lines):
        text, head = _text_and_head(line)
        if not may_be_head(head):
            continue
        found = (at, text) if text is not None else _level_with(lines, at, head)
        if found is None or not differ(head, found[1]):
            continue
        text_at, text = found
        above, below = (_next_in_text(lines, text_at, text, head, step) for step in (-1, 1))
        white = text.bottom - above.bottom if above is not None else math.inf
        begins = begins_text(above, text, below)
        if _has_head_above(lines, at, head) and (head.text[0].islower() or not begins):
            continue  # the next line of that head
        contradicted = (below is not None and below.x1 > head.x0) or _stands_over_text(lines, at, head)
        yield HeadBeside(head, text, at, text_at, below, white, begins, contradicted, place="behind")


def _text_and_head(line: Line) -> tuple[Line | None, Line]:
    """A line cut at the last wide white in it: what stands left of that, and what right of it."""
    *before, last = segments(line, _WHITE * line.size)
    words = tuple(word for part in before for word in part.words)
    marks = [(m, x) for m, x in zip(line.marks, line.marks_x0, strict=True) if x < last.x0]
    text = Line(words, tuple(m for m, _ in marks), line.leading_mark, tuple(x for _, x in marks)) if words else None
    return text, Line(last.words)


def _level_with(lines: Sequence[Line], at: int, head: Line) -> tuple[int, Line] | None:
    """The nearest line at the height of a head that stands on a baseline of its own, left of it."""
    near = [
        (n, lines[n])
        for n in range(max(0, at - NEAR), min(len(lines), at + NEAR + 1))
        if n != at and are_level(head, lines[n]) and head.x0 - lines[n].x1 > _WHITE * min(head.size, lines[n].size)
    ]
    return min(near, key=lambda each: abs(each[1].bottom - head.bottom), default=None)


def _has_head_above(lines: Sequence[Line], at: int, head: Line) -> bool:
    """True where a line in the head's type, at its edge, stands right above it."""
    near = (_text_and_head(line)[1] for line in lines[max(0, at - NEAR) : at])
    return any(
        abs(line.x0 - head.x0) <= SAME_EDGE
        and APART * head.size < head.bottom - line.bottom <= NEXT_LINE * head.size
        and not differ(line, head)
        and line.text[-1] not in SAID
        for line in near
    )


def _stands_over_text(lines: Sequence[Line], at: int, head: Line) -> bool:
    """True where a text in another type begins right below the head, at its edge: it heads a column of its own."""
    for line in lines[at + 1 : at + 1 + NEAR]:
        below = _text_and_head(line)[1]
        step = below.bottom - head.bottom
        if APART * head.size < step <= _OVER_TEXT * head.size and abs(below.x0 - head.x0) <= _SET_IN * head.size:
            return differ(head, below)
    return False


def _next_in_text(lines: Sequence[Line], at: int, text: Line, head: Line, step: int) -> Line | None:
    """The line right above or below, step -1 or 1, of what stands left of the head; whole where it runs on over it."""
    n = at + step
    while 0 <= n < len(lines) and abs(lines[n].bottom - text.bottom) <= NEXT_LINE * text.size:
        left, last = _text_and_head(lines[n])
        part = left if left is not None and last.x0 >= head.x0 - SAME_EDGE else lines[n]
        if part.x0 < head.x0 - SAME_EDGE and abs(part.bottom - text.bottom) > APART * text.size:
            return part
        n += step
    return None
