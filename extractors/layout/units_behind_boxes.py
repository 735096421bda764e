"""The unit that a form prints behind the box of its answer: `Sökt belopp [ 185 000 ] kr`."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.pages.geometry import Box
from extractors.tables.ruled_tables import DraftGrid
from extractors.text.lines import Line

_UNITS = frozenset({"kr", "kr.", "kronor", "tkr", "tkr.", "sek", "%", "procent", "st", "st.", "timmar", "personer"})
_FAR = 2.0
"""White between a box and its unit, in type sizes, at most."""
_SLACK = 2.0
"""Points by which words may reach over a box's edge."""


def with_units_in_boxes(grids: Sequence[DraftGrid], lines: Sequence[Line]) -> tuple[list[DraftGrid], list[Line]]:
    """The boxes with their units behind what was filled in, and the lines parted where a box stands between words.

    What stands to the left of a box is its label, and no text that goes on behind it.
    """
    held = {id(grid): grid for grid in grids}
    boxes = {key: grid.box for key, grid in held.items() if grid.n_rows == 1 and grid.n_cols == 1}
    rest: list[Line] = []
    for line in lines:
        for part in _parted(line, list(boxes.values())):
            owner = next((key for key, box in boxes.items() if _is_unit_of(part, box)), None)
            filled = held[owner].cells[0].lines if owner is not None else ()
            if owner is None or len(filled) != 1:
                rest.append(part)
                continue
            cell = replace(held[owner].cells[0], lines=(Line((*filled[0].words, *part.words)),))
            held[owner] = replace(held[owner], cells=(cell,))
    return [held[id(grid)] for grid in grids], rest


def _parted(line: Line, boxes: Sequence[Box]) -> list[Line]:
    """The line, cut where a box stands between two of its words."""
    at = [
        n
        for n, (before, word) in enumerate(pairwise(line.words), 1)
        if any(before.x1 <= b.x0 + _SLACK and b.x1 <= word.x0 + _SLACK and _is_level(line, b) for b in boxes)
    ]
    if not at:
        return [line]
    return [Line(line.words[begin:end]) for begin, end in pairwise([0, *at, len(line.words)])]


def _is_level(line: Line, box: Box) -> bool:
    return box.top < line.middle < box.bottom


def _is_unit_of(part: Line, box: Box) -> bool:
    near = -_SLACK <= part.x0 - box.x1 <= _FAR * part.size
    return part.text.casefold() in _UNITS and near and _is_level(part, box)
