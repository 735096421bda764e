"""The head in a tinted band right above a ruled grid, which no lines part."""

import pytest

from extractors.pages.geometry import Box
from extractors.tables.banded_heads import with_banded_heads
from tests.layout_builders import LEFT, beside, full_line, grid_of_texts, set_line, set_right

GRID = grid_of_texts([["Jour", "5 000"], ["Kurs", "7 000"], ["Hyra", "900"]], top=100.0)
"""Three rows of 20 points, columns from 70 to 170 to 270."""
BAND = Box(LEFT, 80, LEFT + 200, 100)
HEADS = beside(set_line("Insats", LEFT + 2, 95), set_right("Kronor", 268, 95))


def test_the_band_is_the_first_row_of_the_grid_below():
    [grid], rest = with_banded_heads([GRID], [full_line("Pengar", bottom=60), HEADS], [BAND])

    assert [line.text for cell in grid.row_cells(0) for line in cell.lines] == ["Insats", "Kronor"]
    assert (grid.n_rows, grid.box) == (4, Box(LEFT, 80, GRID.box.x1, GRID.box.bottom))
    assert [cell.lines for cell in grid.row_cells(1)] == [cell.lines for cell in GRID.row_cells(0)]
    assert [line.bottom for line in rest] == [60]


@pytest.mark.parametrize(
    ("line", "band"),
    [
        pytest.param(set_line("Så delas pengarna", LEFT + 2, 95), BAND, id="a-title"),
        pytest.param(HEADS, Box(LEFT, 80, LEFT + 300, 100), id="a-wider-band"),
        pytest.param(HEADS, Box(LEFT, 60, LEFT + 200, 80), id="a-band-further-up"),
    ],
)
def test_other_bands_leave_the_grid_as_it_is(line, band):
    assert with_banded_heads([GRID], [line], [band]) == ([GRID], [line])


def test_a_band_above_two_rows_is_no_drawn_tables_head():
    two = grid_of_texts([["Jour", "5 000"], ["Kurs", "7 000"]], top=100.0)

    assert with_banded_heads([two], [HEADS], [BAND]) == ([two], [HEADS])
