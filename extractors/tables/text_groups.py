"""Columns of texts within a drawn one: heads and texts below them begin at one place behind wide white, row by row."""

from collections.abc import Sequence
from itertools import pairwise

from extractors.tables.cell_text import is_form_label
from extractors.tables.gutters import gutters_of
from extractors.tables.line_parts import cut, is_wide
from extractors.text.lines import Line
from extractors.text.measures import ALIGNED

_FEW_ROWS = 4
"""Lines of a drawn column with texts on both sides of the white, the heads' among them, at the least."""
_MOST = 0.8
"""Of the lines that begin behind the white, those that begin at one place."""
_SEVERAL_DRAWN = 3
"""Drawn columns, at the least: labels and two groups."""


def edges_of_texts(lines: Sequence[Line], drawn: Sequence[float]) -> list[float]:
    """The `drawn` edges with those that the texts between them tell of, where several drawn columns hold them."""
    if len(drawn) <= _SEVERAL_DRAWN:
        return list(drawn)
    columns = [_lines_within(lines, left, right) for left, right in pairwise(drawn)]
    inner = [_white_between(column) if _is_parted(column) else [] for column in columns]
    several = sum(map(bool, inner)) > 1 and not inner[0]
    return sorted([*drawn, *(x for found in inner for x in found)]) if several else list(drawn)


def _lines_within(lines: Sequence[Line], left: float, right: float) -> list[Line]:
    words = ([w for w in line.words if left <= (w.x0 + w.x1) / 2 <= right] for line in lines)
    return [Line(tuple(row)) for row in words if row]


def _is_parted(lines: Sequence[Line]) -> bool:
    """True where enough of the lines have wide white between two words: in most drawn columns none has."""
    return sum(any(is_wide(a, b) for a, b in pairwise(line.words)) for line in lines) >= _FEW_ROWS


def _white_between(lines: Sequence[Line]) -> list[float]:
    """The middle of each white that parts the texts of one drawn column."""
    return [(begin + end) / 2 for begin, end in gutters_of(lines, wide_only=True) if _parts_columns(lines, begin, end)]


def _parts_columns(lines: Sequence[Line], begin: float, end: float) -> bool:
    """True where heads stand on both sides of the white, and texts below begin with the right one, none over it."""
    parts = [cut(line) for line in lines]
    both = [i for i, row in enumerate(parts) if row[0].x0 < begin and row[-1].x1 > end]
    if len(both) < _FEW_ROWS or any(is_form_label(part.text) for part in parts[both[0]]):
        return False
    if any(p.x0 < begin and p.x1 > end for row in parts[both[0] :] for p in row):
        return False
    behind = [x0 for i in both for x0 in [p.x0 for p in parts[i] if p.x0 >= end - ALIGNED][:1]]
    return bool(behind) and sum(abs(x0 - behind[0]) <= ALIGNED for x0 in behind) >= _MOST * len(behind)
