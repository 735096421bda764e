"""How far a table's rows may stand apart: evenly, they may be farther apart than any text's lines are."""

from collections.abc import Sequence

from extractors.text.lines import Line

_MOST = 6.0
"""White that parts two rows is at most so many type sizes, however evenly they stand."""
_FEW = 3
"""Whites alike from which rows stand evenly."""
_ALIKE = 0.2
"""Whites that differ by less than this share of the type size are alike."""


def even_white(lines: Sequence[Line], size: float, from_white: float) -> float:
    """The white that parts evenly set rows, in points, give or take; 0 where none comes again often enough.

    `lines` stand from the top, `size` is their type's. Only white wider than `from_white` is looked at: narrower white
    parts rows however often it comes.
    """
    whites: list[float] = []
    reach: float | None = None
    for line in lines:
        if reach is not None and from_white < line.top - reach <= _MOST * size:
            whites.append(line.top - reach)
        reach = line.bottom if reach is None else max(reach, line.bottom)
    alike = [[w for w in whites if abs(w - white) <= _ALIKE * size] for white in whites]
    most = max(alike, key=len, default=[])
    return max(most) + _ALIKE * size if len(most) >= _FEW else 0.0
