"""Lines on either side of gutters: what crosses one, what stands in each column, and what is a table all the same."""

import itertools
from collections.abc import Sequence

from extractors.pages.geometry import NOTHING_DRAWN, Drawn, Word
from extractors.tables.cell_text import is_caption
from extractors.text.lines import Line, segments

_OTHER_TYPE = 1.12
"""Words whose sizes differ by more than this share are set in two types."""
_TYPES_APART = 0.6
"""White between two types, as a share of the smaller one's size, that is wider than a space on one line."""
_WHOLE_LINE = 0.85
"""A text as wide as this share of its column leaves no room for a cell beside it."""
_FEW_TEXT_LINES = 3
"""Such lines, at the least, on either side of a gutter."""
_FEW_WORDS, _FEW_BESIDE = 3, 2
"""... and so many lines of several words beside rows of cells."""
_AT_EDGE, _LEVEL = 6.0, 2.0
"""Points from what is drawn to its column's edges, at the most; and between two heights that are one."""


def cut_parts(lines: Sequence[Line]) -> list[Line]:
    """The lines cut at white as wide as their type is high."""
    return [part for line in lines for part in segments(line, line.size)]


def crosses(line: Line, gutter: float) -> bool:
    """True where a part of the line reaches over the gutter.

    A title on the left with text of the right column at its height does not, though its size is the line's.
    """
    over = (p for p in segments(line, line.size) if p.x0 < gutter - 1 and p.x1 > gutter + 1)
    return any(not _changes_type_at(part, gutter) for part in over)


def _changes_type_at(part: Line, gutter: float) -> bool:
    """True where the gutter lies between two words of different sizes that are further apart than words of a line."""
    for before, word in itertools.pairwise(part.words):
        if before.x1 <= gutter + 1 and word.x0 >= gutter - 1:
            smaller, larger = sorted((before.size, word.size))
            return larger > _OTHER_TYPE * smaller and word.x0 - before.x1 > _TYPES_APART * smaller
    return False


def column_parts(lines: Sequence[Line], gutters: Sequence[float]) -> list[list[Line]]:
    """The lines of each column, from the left; those that cross a gutter are in none."""
    return columns_of([line for line in lines if not any(crosses(line, x) for x in gutters)], gutters)


def columns_of(lines: Sequence[Line], gutters: Sequence[float]) -> list[list[Line]]:
    """The lines' words between the gutters, as lines of each column, from the left."""
    columns: list[list[Line]] = []
    rest = list(lines)
    for gutter in gutters:
        left, rest = parts_of(rest, gutter)
        columns.append(left)
    return [*columns, rest]


def parts_of(lines: Sequence[Line], gutter: float) -> tuple[list[Line], list[Line]]:
    """The lines' words left and right of the gutter, as lines of either column."""
    sides: tuple[list[Line], list[Line]] = ([], [])
    for line in lines:
        for side, on_left in zip(sides, (True, False), strict=True):
            words = tuple(w for w in line.words if ((w.x0 + w.x1) / 2 < gutter) == on_left)
            if words:
                marks = [(m, x) for m, x in zip(line.marks, line.marks_x0, strict=True) if (x < gutter) == on_left]
                leading = next((m for m, x in marks if x < words[0].x0), None)
                side.append(Line(words, tuple(m for m, _ in marks), leading, tuple(x for _, x in marks)))
    return sides


def without(lines: Sequence[Line], cells: frozenset[Word]) -> list[Line]:
    """The lines without these words."""
    kept = ((line, tuple(w for w in line.words if w not in cells)) for line in lines)
    return [line if words == line.words else Line(words) for line, words in kept if words]


def is_tabular(piece: Sequence[Line], n_columns: int = 2) -> bool:
    """True for lines of more parts than columns, or with a number alone on the right: a table between the columns."""
    parts = [segments(line, line.size) for line in piece]
    many = sum(1 for p in parts if len(p) > n_columns)
    numbers = sum(1 for p in parts if len(p) == n_columns and p[-1].text.replace(" ", "").isdigit())
    return many + numbers >= max(2, 0.3 * len(piece))


def are_columns_of_text(piece: Sequence[Line], gutter: float, drawn: Drawn = NOTHING_DRAWN) -> bool:
    """True where text fills its column on either side of the gutter, and the rows among it are a column's own.

    Some text stands beside rows on the other side then, or the rows of either side have a caption of their own, or
    what is drawn ends at the gutter at heights of either side: rows over both columns have text above or below them
    only, one caption, and one rule or tint over all their cells.
    """
    left, right = parts_of(piece, gutter)
    if any(sum(_fills(text, side) for text in _texts(side)) < _FEW_TEXT_LINES for side in (left, right)):
        return False
    beside = _beside_rows(_texts(left), right) + _beside_rows(_texts(right), left)
    captioned = _holds_captioned_rows(left) and _holds_captioned_rows(right)
    return captioned or beside >= _FEW_BESIDE or _are_drawn_apart(left, right, drawn)


def _holds_captioned_rows(column: Sequence[Line]) -> bool:
    return any(
        is_caption(line.text) and len(segments(below, below.size)) > 1 for line, below in itertools.pairwise(column)
    )


def _are_drawn_apart(left: Sequence[Line], right: Sequence[Line], drawn: Drawn) -> bool:
    """True where a rule or tint is as wide as its column on either side, and nothing beside it on the other one."""
    top, bottom = min(left[0].top, right[0].top), max(left[-1].bottom, right[-1].bottom)
    marks = [box for box in (*drawn.rules, *drawn.bands) if top < (box.top + box.bottom) / 2 < bottom]
    heights: list[list[float]] = []
    for side in (left, right):
        x0, x1 = min(line.x0 for line in side), max(line.x1 for line in side)
        own = [box for box in marks if abs(box.x0 - x0) <= _AT_EDGE and abs(box.x1 - x1) <= _AT_EDGE]
        heights.append([box.top for box in own])
    return all(heights) and not any(abs(a - b) <= _LEVEL for a in heights[0] for b in heights[1])


def _texts(column: Sequence[Line]) -> list[Line]:
    """The lines of one part and several words."""
    return [line for line in column if len(line.words) >= _FEW_WORDS and len(segments(line, line.size)) == 1]


def _fills(text: Line, column: Sequence[Line]) -> bool:
    """True where the text reaches from edge to edge of its column: no cell stands beside it."""
    width = max(line.x1 for line in column) - min(line.x0 for line in column)
    return text.x1 - text.x0 >= _WHOLE_LINE * width


def _beside_rows(texts: Sequence[Line], column: Sequence[Line]) -> int:
    """How many of the texts stand at the height of a line of several cells in the other column."""
    middles = [(line.top + line.bottom) / 2 for line in column if len(segments(line, line.size)) > 1]
    return sum(any(text.top < y < text.bottom for y in middles) for text in texts)
