"""Grids on a page's picture: cells tinted by their role, rows and columns numbered as the dataset numbers them."""

from typing import Final

from extractors.pictures.pen import Colour, Pen
from models.blocks import CellRole, Table
from models.place import Place

CELL: Final[Colour] = (230, 170, 60)
ROLES: Final[dict[CellRole, tuple[Colour, int]]] = {
    "header": ((30, 80, 170), 60),
    "label": ((190, 140, 20), 40),
    "body": ((240, 200, 110), 16),
    "subtotal": ((220, 80, 20), 50),
    "total": ((200, 20, 60), 70),
    "note": ((120, 120, 120), 40),
}
"""Each role's tint, and how strong it is, of 255."""
_FIGURES: Final[Colour] = (150, 80, 0)


def draw_grid(pen: Pen, table: Table, place: Place) -> list[str]:
    """Draw the cells that stand on one page; `place` is the table's there. Gives the roles met, for the legend."""
    cells = [cell for cell in table.cells if cell.place.page == place.page]
    for cell in cells:
        colour, wash = ROLES[cell.role]
        pen.box(cell.place, colour, width=1, wash=wash)
    for cell in cells:
        pen.box(cell.place, CELL, width=1)
    rows = {cell.row: cell.place for cell in cells}
    columns = {cell.col: cell.place for cell in sorted(cells, key=lambda c: -c.place.top) if cell.col_span == 1}
    for row, at in sorted(rows.items()):
        pen.figure(place.x1 + 2.0, at.top + 0.5, str(row), _FIGURES)
    for column, at in sorted(columns.items()):
        pen.figure((at.x0 + at.x1) / 2, place.top - 6.5, str(column), _FIGURES)
    return [cells_of(role) for role in ROLES if any(cell.role == role for cell in cells)]


def cells_of(role: CellRole) -> str:
    """A role's name in the legend."""
    return f"{role} cell"
