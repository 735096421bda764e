"""Boxes that stand in columns and rows, each column on a matter of its own: read down, column by column.

| Skola      | Fritid     |
| Vi vill    | Vi vill    |     The label that comes back along a row tells that it is not read across.
| Vi gör     | Vi gör     |
"""

from collections.abc import Sequence
from itertools import pairwise

from extractors.tables.ruled_tables import DraftGrid

_SAME_EDGE = 3.0
"""Points."""
_FEWEST = 2
"""Rows, and columns."""
_NEAR = 30.0
"""Points of white between two boxes below each other, at the most."""


def grids_in_reading_order(grids: Sequence[DraftGrid]) -> list[DraftGrid]:
    """The grids from the top, those of a row from the left; boxes in labelled columns column by column."""
    by_rows = sorted(grids, key=lambda grid: (grid.box.top, grid.box.x0))
    boxes = [grid for grid in by_rows if grid.n_cols == 1]
    columns = _columns(boxes)
    if len(columns) < _FEWEST or not _labels_come_back(columns):
        return by_rows
    read_down = [box for column in columns for box in column]
    first = by_rows.index(min(read_down, key=lambda box: box.box.top))
    others = [grid for grid in by_rows if all(grid is not box for box in read_down)]
    above = [grid for grid in others if by_rows.index(grid) < first]
    return [*above, *read_down, *(grid for grid in others if all(grid is not each for each in above))]


def _columns(boxes: Sequence[DraftGrid]) -> list[list[DraftGrid]]:
    """From the left, the boxes right below each other with the same edges; all columns have as many, at one height."""
    stacks: list[list[DraftGrid]] = []
    for box in boxes:
        stack = next((stack for stack in stacks if _is_below(box, stack[-1])), None)
        if stack is None:
            stacks.append([box])
        else:
            stack.append(box)
    tall = sorted((stack for stack in stacks if len(stack) >= _FEWEST), key=lambda stack: stack[0].box.x0)
    same = all(len(one) == len(other) and _stand_level(one, other) for one, other in pairwise(tall))
    return tall if same else []


def _is_below(box: DraftGrid, above: DraftGrid) -> bool:
    edges = abs(box.box.x0 - above.box.x0), abs(box.box.x1 - above.box.x1)
    return max(edges) <= _SAME_EDGE and -_SAME_EDGE <= box.box.top - above.box.bottom <= _NEAR


def _stand_level(one: Sequence[DraftGrid], other: Sequence[DraftGrid]) -> bool:
    return all(abs(a.box.top - b.box.top) <= _SAME_EDGE for a, b in zip(one, other, strict=True))


def _labels_come_back(columns: Sequence[Sequence[DraftGrid]]) -> bool:
    """Whether the boxes of some row begin with the very same words."""
    return any(
        len({_first_line(box) for box in row}) == 1 and _first_line(row[0]) for row in zip(*columns, strict=True)
    )


def _first_line(box: DraftGrid) -> str:
    lines = [line for cell in box.cells for line in cell.lines]
    return lines[0].text.strip().casefold() if lines else ""
