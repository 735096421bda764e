"""A form's small labels and the larger answers beside them: rows whose two texts stand on no common baseline."""

import itertools
from collections.abc import Sequence

from extractors.text.lines import Line

_OTHER_SIZE = 1.0
"""Points by which type is of another size."""
_LEVEL = 1.0
"""Points within which both texts stand at the top, or at the middle, of their row."""
_AIR = 0.6
"""White above and below a row, as a share of its type size: the lines of two columns of text are nearer to others."""
_FEWEST = 3
"""Such rows one after another, their answers at one place, are a form's."""
_SAME_PLACE = 1.2


def with_whole_rows(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page, from the top, with both texts of such rows as one line."""
    rows: list[int] = []
    for at in range(len(lines) - 1):
        if _is_row(lines, at) and at - 1 not in rows[-1:]:
            rows.append(at)
    whole: set[int] = set()
    for _, run in itertools.groupby(rows, lambda at: round(_right(lines, at).x0 / _SAME_PLACE)):
        beside = list(run)
        if len(beside) >= _FEWEST:
            whole.update(beside)
    found: list[Line] = []
    for at, line in enumerate(lines):
        if at in whole:
            found.append(Line(tuple(sorted((*line.words, *lines[at + 1].words), key=lambda w: w.x0))))
        elif at - 1 not in whole:
            found.append(line)
    return found


def _right(lines: Sequence[Line], at: int) -> Line:
    return max(lines[at], lines[at + 1], key=lambda line: line.x0)


def _is_row(lines: Sequence[Line], at: int) -> bool:
    """True where the line and the next one are a label and an answer: beside each other, with white around both."""
    one, other = lines[at], lines[at + 1]
    if one.bottom <= other.top or abs(one.size - other.size) < _OTHER_SIZE or one.marks or other.marks:
        return False
    left, right = sorted((one, other), key=lambda line: line.x0)
    if right.x0 - left.x1 < left.size:
        return False
    if min(abs(one.top - other.top), abs(one.middle - other.middle)) > _LEVEL:
        return False
    top, bottom = min(one.top, other.top), max(one.bottom, other.bottom)
    air = _AIR * max(one.size, other.size)
    above, below = lines[at - 1] if at else None, lines[at + 2] if at + 2 < len(lines) else None
    return (above is None or top - above.bottom >= air) and (below is None or below.top - bottom >= air)
