"""Columns outside the outermost lines of a table, where only lines between its columns are drawn."""

from dataclasses import replace
from itertools import pairwise

from extractors.pages.geometry import Box
from extractors.tables.ruled_tables import DraftCell, DraftGrid
from extractors.tables.undrawn_sides import with_undrawn_sides
from extractors.text.lines import Line
from tests.layout_builders import LEFT, beside, set_line, set_lines, set_right

EDGES = (200.0, 280.0, 360.0)
ROWS = [("Kurser", "2021", "2022", "9 000"), ("Samtal", "5 000", "600", "40"), ("Råd", "70", "80", "90")]


def inner_columns() -> DraftGrid:
    """The two columns between three drawn lines, as one row."""
    cells = [
        DraftCell(
            0,
            c,
            1,
            1,
            Box(a, 88, b, 145),
            tuple(set_line(row[c + 1], a + 4, 100 + 20 * i) for i, row in enumerate(ROWS)),
        )
        for c, (a, b) in enumerate(pairwise(EDGES))
    ]
    return DraftGrid(1, Box(200, 88, 360, 145), tuple(cells), 1, 2, EDGES, upright=True)


def outer_columns() -> list[Line]:
    return [
        beside(set_line(row[0], LEFT, 100 + 20 * i), set_right(row[3], 420, 100 + 20 * i)) for i, row in enumerate(ROWS)
    ]


def cells_of(grid: DraftGrid) -> list[list[str]]:
    return [[line.text for line in cell.lines] for cell in grid.cells]


def test_columns_outside_the_lines_are_the_grids():
    (grid,), lines = with_undrawn_sides([inner_columns()], [set_line("Tabell", LEFT, 80), *outer_columns()])

    assert cells_of(grid) == [list(texts) for texts in zip(*ROWS, strict=True)]
    assert (grid.n_cols, grid.edges, grid.box) == (4, (LEFT, *EDGES, 420.0), Box(LEFT, 88, 420, 145))
    assert [line.text for line in lines] == ["Tabell"]


def test_a_text_beside_the_grid_whose_lines_stand_at_other_heights_is_no_column_of_it():
    text = set_lines(["Texten i spalten", "bredvid fyller", "sina rader här", "och går vidare"], bottom=95)

    (grid,), lines = with_undrawn_sides([inner_columns()], text)

    assert (grid, lines) == (inner_columns(), text)


def test_a_grid_with_lines_between_its_rows_has_all_its_columns():
    drawn = replace(inner_columns(), upright=False)

    assert with_undrawn_sides([drawn], outer_columns()) == ([drawn], outer_columns())
