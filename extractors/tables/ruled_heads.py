"""Heads between two rules or on a band, the last drawn heights of a page: nothing parts or ends the rows below them."""

import itertools
from collections.abc import Sequence
from typing import Final

from extractors.pages.geometry import Box
from extractors.tables.cell_text import is_number
from extractors.tables.drawn_zones import by_width
from extractors.tables.line_parts import merged
from extractors.text.lines import Line

_FEWEST: Final = 3
"""Texts side by side that head columns: two between rules may be a running head's."""
_ON_BAND: Final = 2
_ON: Final = 2.0
"""Points within which a rule stands at the edge of a band."""
_MOST_LINES: Final = 4
"""Lines of a head."""
_MOST_WORDS: Final = 5
"""Words side by side in a head: a sentence beside a row has more."""
_GUTTER: Final = 0.5
"""White between two columns in type sizes, at the least, over all of their rows."""


def ruled_heads(
    lines: Sequence[Line], parts: Sequence[Sequence[Line]], marks: Sequence[Box], bands: Sequence[Box] = ()
) -> list[tuple[Box, list[float]]]:
    """The box from one rule to the other, and the edges of the columns that the rows right below leave free.

    `parts` are the lines cut at wide white, `marks` the drawn heights of the page. Two heads are enough where they
    stand in bold on one of the `bands`.
    """
    found: list[tuple[Box, list[float]]] = []
    for group in by_width(marks):
        for upper, lower in itertools.pairwise(group):
            held = [i for i, line in enumerate(lines) if upper.top < line.middle < lower.top]
            last_rule = not any(mark.top > lower.top and mark.x0 < lower.x1 and mark.x1 > lower.x0 for mark in marks)
            if not (last_rule and 0 < len(held) <= _MOST_LINES):
                continue
            heads = [part for i in held for part in parts[i]]
            columns = merged([(part.x0, part.x1) for part in heads])
            tinted = any(abs(b.top - upper.top) <= _ON and abs(b.bottom - lower.top) <= _ON for b in bands)
            fewest = _ON_BAND if tinted and all(part.bold for part in heads) else _FEWEST
            if len(columns) < fewest or any(is_number(x.text) or len(x.words) > _MOST_WORDS for x in heads):
                continue
            edges = _edges(columns, lines[held[-1] + 1 :])
            if edges:
                found.append((Box(lower.x0, upper.top, lower.x1, lower.top), [lower.x0, *edges, lower.x1]))
    return found


def _edges(columns: Sequence[tuple[float, float]], below: Sequence[Line]) -> list[float]:
    """The middles of the white between the columns, as far down as all of it is left free; empty without a row."""
    white = [(left[1], right[0]) for left, right in itertools.pairwise(columns)]
    for at, line in enumerate(below):
        narrowed = [_left_free(strip, line) for strip in white]
        if any(x1 - x0 < _GUTTER * line.size for x0, x1 in narrowed):
            return [] if at == 0 else [(x0 + x1) / 2 for x0, x1 in white]
        white = narrowed
    return [(x0 + x1) / 2 for x0, x1 in white] if below else []


def _left_free(strip: tuple[float, float], line: Line) -> tuple[float, float]:
    """The widest white within the strip that no word of the line stands in."""
    x0, x1 = strip
    words = sorted((max(w.x0, x0), min(w.x1, x1)) for w in line.words if w.x0 < x1 and w.x1 > x0)
    ends = [x0, *(b for _, b in words)]
    begins = [*(a for a, _ in words), x1]
    return max(zip(ends, begins, strict=True), key=lambda free: free[1] - free[0])
