"""Tables of figures beside each other under heads of their own: each has its rule below them, or heads come twice."""

import itertools
from collections.abc import Iterator, Sequence

from extractors.layout.column_sides import crosses, parts_of
from extractors.layout.ruled_beside import first_above
from extractors.layout.text_beside_rows import Beside
from extractors.pages.geometry import Box, Drawn
from extractors.tables.cell_text import is_figure
from extractors.tables.drawn_zones import wide_marks
from extractors.tables.line_parts import cut
from extractors.text.lines import Line

_LEVEL = 12.0
"""Points within which the rules below both heads stand."""
_HEADS = 2
"""Lines above the rules that hold both heads: they may stand at heights of their own."""
_FEWEST = 3
"""Rows of a label and figures on either side."""
_MOST = 0.7
"""Share of a side's rows that begin with words and end in a figure."""
_TWICE = 4
"""Heads on a line, at the least, of which the second half says the first half's again."""
_FAR, _OTHER_SIZE = 2.6, 1.6
"""White in type sizes between two rows, and points between their types, at most."""
_NEXT_CELL = 0.8
"""White in type sizes above the rest of a label, at most: a lone text farther below the rows is none of theirs."""


def heads_beside(lines: Sequence[Line], drawn: Drawn) -> list[Beside]:
    """Where two such tables stand, from the top, with what is set above each."""
    found: list[Beside] = []
    marks = wide_marks(drawn.rules, drawn.bands)
    for first, x in itertools.chain(_below_rules(lines, marks), _below_heads_twice(lines, marks)):
        if first >= len(lines) or any(other.first <= first < other.last for other in found):
            continue
        last = _last(lines, first, x)
        if all(_are_rows(side) for side in parts_of(lines[first:last], x)):
            found.append(Beside(first_above(lines, first, x), last, x))
    return sorted(found, key=lambda beside: beside.first)


def tables_apart(lines: Sequence[Line], drawn: Drawn) -> list[list[Line]]:
    """The lines of each of several such tables, from the left, that nothing else stands with; else all lines."""
    for beside in heads_beside(lines, drawn):
        if (beside.first, beside.last) == (0, len(lines)):
            return [part for side in parts_of(lines, beside.x) for part in tables_apart(side, drawn)]
    return [list(lines)]


def _below_rules(lines: Sequence[Line], marks: Sequence[Box]) -> Iterator[tuple[int, float]]:
    """The first line below two rules with white between them, above which text stands on either side, and its middle.

    Nothing is drawn over that white at their heights.
    """
    for i, upper in enumerate(marks):
        for lower in marks[i + 1 :]:
            if lower.top - upper.top > _LEVEL:
                break
            left, right = sorted((upper, lower), key=lambda mark: mark.x0)
            x = (left.x1 + right.x0) / 2
            if left.x1 >= right.x0 or _is_drawn_over(marks, x, upper.top):
                continue
            first = next((at for at, line in enumerate(lines) if line.middle > upper.top), len(lines))
            if all(parts_of(lines[max(0, first - _HEADS) : first], x)):
                yield first, x


def _is_drawn_over(marks: Sequence[Box], x: float, y: float) -> bool:
    return any(mark.x0 < x < mark.x1 and abs(mark.top - y) <= _LEVEL for mark in marks)


def _below_heads_twice(lines: Sequence[Line], marks: Sequence[Box]) -> Iterator[tuple[int, float]]:
    """The line below heads of which the second half is the first half's again, but for what heads the labels.

    A list in two halves says that again too, and is one table.
    """
    for i, line in enumerate(lines):
        heads = cut(line)
        half = len(heads) // 2
        if len(heads) < _TWICE or len(heads) % 2 or is_figure(heads[0].text):
            continue
        x, again = (heads[half - 1].x1 + heads[half].x0) / 2, [head.text for head in heads[half:]]
        alike = again[1:] == [head.text for head in heads[1:half]] and again[0] != heads[0].text
        if alike and not _is_drawn_over(marks, x, line.bottom):
            yield i + 1, x


def _last(lines: Sequence[Line], first: int, x: float) -> int:
    """One past the last line of both tables' rows."""
    last, reach = first, lines[first].top
    while last < len(lines):
        line = lines[last]
        if line.top - reach > _FAR * line.size or abs(line.size - lines[first].size) > _OTHER_SIZE or crosses(line, x):
            break
        lone = len(cut(line)) == 1 and line.top - _above(lines[first:last], line, x) > _NEXT_CELL * line.size
        if lone and last > first:
            break
        reach = max(reach, line.bottom)
        last += 1
    return last


def _above(lines: Sequence[Line], line: Line, x: float) -> float:
    """Where the text above a line ends, on its side of x."""
    left = line.x0 < x
    return max((part.bottom for part in parts_of(lines, x)[0 if left else 1]), default=line.top)


def _are_rows(side: Sequence[Line]) -> bool:
    """True for labels in words with figures to their right, and little else."""
    rows = [parts for line in side if len(parts := cut(line)) > 1]
    figures = [r for r in rows if not is_figure(r[0].text) and is_figure(r[-1].text)]
    return len(figures) >= max(_FEWEST, _MOST * len(rows))
