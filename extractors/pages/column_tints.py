"""A column set off by a tint, cell by cell, in a table whose rows are parted by rules: the tint draws no grid."""

from collections import defaultdict
from collections.abc import Sequence

from extractors.pages.geometry import Box
from extractors.pages.pdfium_shapes import Shape

_TOUCH = 2.0
"""Points within which two drawn edges touch."""
_RULE_THICKNESS = 3.0
"""Points: a shape thinner than this is a rule."""
_LEAST = 3
"""Cells of one width under each other that make a column."""


def column_tints(shapes: Sequence[Shape]) -> frozenset[Box]:
    """The tinted cells whose rows' rules go on beside them, and at whose sides nothing is drawn."""
    lying = [s.box for s in shapes if s.box.height <= _RULE_THICKNESS < s.box.width]
    standing = [s.box for s in shapes if s.box.width <= _RULE_THICKNESS < s.box.height]
    standing += [s.box for s in shapes if s.stroked and s.box.width > _RULE_THICKNESS < s.box.height]
    columns: dict[tuple[float, float], list[Box]] = defaultdict(list)
    for shape in shapes:
        box = shape.box
        if (
            shape.kind == "rectangle"
            and shape.filled
            and not shape.stroked
            and box.height > _RULE_THICKNESS < box.width
        ):
            columns[round(box.x0, 1), round(box.x1, 1)].append(box)
    found: set[Box] = set()
    for cells in columns.values():
        if len(cells) >= _LEAST:
            open_sided = [cell for cell in cells if not any(_stands_at_side(line, cell) for line in standing)]
            found.update(_rows(open_sided, lying))
    return frozenset(found)


def _rows(cells: Sequence[Box], lying: Sequence[Box]) -> list[Box]:
    """Cells that stand on a rule that goes on beside them, where most have one above them too: the first need not."""
    on_rules = [cell for cell in cells if _goes_on(cell, cell.bottom, lying)]
    between = [cell for cell in on_rules if _goes_on(cell, cell.top, lying)]
    return on_rules if len(on_rules) >= _LEAST and len(between) >= _LEAST - 1 else []


def _stands_at_side(line: Box, cell: Box) -> bool:
    beside = any(abs(x - side) <= _TOUCH for x in (line.x0, line.x1) for side in (cell.x0, cell.x1))
    return beside and line.top < cell.bottom - _TOUCH and line.bottom > cell.top + _TOUCH


def _goes_on(cell: Box, height: float, lying: Sequence[Box]) -> bool:
    """True where a rule at this height runs on the left or on the right of the cell, from the cell on."""
    at_height = [line for line in lying if abs(line.top - height) <= _TOUCH]
    left = any(line.x0 < cell.x0 - _TOUCH and line.x1 >= cell.x0 - _TOUCH for line in at_height)
    right = any(line.x1 > cell.x1 + _TOUCH and line.x0 <= cell.x1 + _TOUCH for line in at_height)
    return left or right
