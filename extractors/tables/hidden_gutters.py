"""Gutters that a few texts reach over, as long words do, where texts begin line after line behind them."""

import itertools
from collections.abc import Sequence

from extractors.tables.cell_text import is_number
from extractors.text.lines import Line
from extractors.text.measures import ALIGNED

_FEW_LINES = 3
_FEW_OVER = 0.2
"""Texts that reach over a column's beginning, as a share of those that begin there."""


def hidden_gutters(parts: Sequence[Sequence[Line]], found: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The gutters that few texts reach over.

    `parts` are the lines, each cut where wide white parts cells; `found` the gutters that no text reaches over. A label
    with nothing but numbers beside it, as a sum's, may span columns and tells nothing.
    """
    texts = [part for row in parts for part in row]
    labels = {id(row[0]) for row in parts if len(row) > 1 and all(is_number(part.text) for part in row[1:])}
    others = [text for text in texts if id(text) not in labels]
    extents = [extent for text, extent in zip(texts, _without_overhang(texts), strict=True) if id(text) not in labels]
    gutters: list[tuple[float, float]] = []
    for x in sorted({part.x0 for row in parts for part in row[1:]}):
        edges = [begin for begin, _ in (*found, *gutters)]
        if any(begin - ALIGNED <= x <= end + ALIGNED for begin, end in (*found, *gutters)):
            continue
        behind = sum(
            abs(part.x0 - x) <= ALIGNED
            and not is_number(part.text)
            and not any(before.x1 <= edge + ALIGNED < part.x0 for edge in edges)
            for row in parts
            for before, part in itertools.pairwise(row)
        )
        if behind < _FEW_LINES:
            continue
        begun = sum(abs(part.x0 - x) <= ALIGNED for part in texts)
        over = sum(x0 < x - ALIGNED and x1 > x for x0, x1 in extents) - sum(_touch_at(text, x) for text in others)
        if over <= _FEW_OVER * begun:
            gutters.append((x - ALIGNED, x))
    return gutters


def _touch_at(text: Line, x: float) -> bool:
    """True where a word in the midst of a text begins at x: texts of two columns touch there."""
    return any(abs(word.x0 - x) <= ALIGNED for word in text.words[1:])


def _without_overhang(parts: Sequence[Line]) -> list[tuple[float, float]]:
    """The texts' extents, a single word's only as far as its column's texts reach: it may be longer than the column."""
    several = [(part.x0, part.x1) for part in parts if len(part.words) > 1]
    extents: list[tuple[float, float]] = []
    for part in parts:
        ends = [x1 for x0, x1 in several if abs(x0 - part.x0) <= ALIGNED] if len(part.words) == 1 else []
        extents.append((part.x0, min(part.x1, max(ends)) if len(ends) >= _FEW_LINES else part.x1))
    return extents
