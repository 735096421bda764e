"""A column of boxes for answers, drawn or tinted, with each box's label outside it on the left.

Kommun                 [ Granvik       ]
2  Använt belopp (kr)  [ 252 000       ]     Only the answers have a ground: read as a grid of one column, they
3  Kommentar           [               ]     would all stand before their labels.
"""

from collections.abc import Sequence

from extractors.pages.geometry import Box, box_around
from extractors.tables.ruled_tables import DraftCell, DraftGrid
from extractors.text.lines import Line

_FEWEST = 2
"""Boxes in a column."""
_MOST_LINES, _LONGEST = 4, 200
"""Lines and letters of a label at most."""
_SLACK = 2.0
"""Points by which a label may reach into its box."""


def with_labels_beside_boxes(
    grids: Sequence[DraftGrid], lines: Sequence[Line]
) -> tuple[list[DraftGrid], list[Line], list[DraftGrid]]:
    """The other grids, the lines that are no labels, and each label with its box as a row of two cells."""
    kept: list[DraftGrid] = []
    rest = list(lines)
    rows: list[DraftGrid] = []
    for grid in grids:
        labels = _labels(grid, rest)
        if labels is None:
            kept.append(grid)
            continue
        rows += [_row(grid.page, own, cell) for own, cell in zip(labels, grid.cells, strict=True)]
        taken = {id(line) for own in labels for line in own}
        rest = [line for line in rest if id(line) not in taken]
    return kept, rest, rows


def _labels(grid: DraftGrid, lines: Sequence[Line]) -> list[list[Line]] | None:
    """The lines beside each box of a column; None where one has none, or anything else stands there."""
    if grid.n_cols != 1 or len(grid.cells) < _FEWEST or not any(cell.lines for cell in grid.cells):
        return None
    beside = [line for line in lines if grid.box.top < line.middle < grid.box.bottom]
    if any(line.x1 > grid.box.x0 + _SLACK for line in beside):
        return None
    labels = [[line for line in beside if c.box.top < line.middle < c.box.bottom] for c in grid.cells]
    return labels if all(map(_is_label, labels)) else None


def _is_label(lines: Sequence[Line]) -> bool:
    """True for a few words that begin anew and are no sentence: running text goes on from box to box."""
    text = " ".join(line.text for line in lines)
    if not 0 < len(lines) <= _MOST_LINES or len(text) > _LONGEST or not any(map(str.isalpha, text)):
        return False
    return not text[0].islower() and text[-1] not in ".,;-"


def _row(page: int, label: Sequence[Line], cell: DraftCell) -> DraftGrid:
    left = box_around(line.box for line in label)
    around = Box(left.x0, min(left.top, cell.box.top), cell.box.x1, max(left.bottom, cell.box.bottom))
    cells = (DraftCell(0, 0, 1, 1, left, tuple(label)), DraftCell(0, 1, 1, 1, cell.box, cell.lines))
    return DraftGrid(page, around, cells, 1, 2, (around.x0, cell.box.x0, around.x1), is_answer=True)
