"""Grids round some rows only: opened where rows in their columns go on outside, left whole where they do not."""

from dataclasses import replace

import pytest

from extractors.pages.geometry import Box
from extractors.tables.part_grids import opened
from tests.layout_builders import LEFT, beside, full_line, grid_of_texts, raw_page, set_line, set_right

GRID = grid_of_texts([["Stöd", "5 000"], ["Kurs", "7 000"]], top=100.0)
"""Two tinted rows from 100 to 140, columns from 70 to 170 to 270."""
RULE_BELOW = Box(LEFT, 160, LEFT + 200, 160.5)
ROW_BELOW = beside(set_line("Hyra", LEFT + 2, 155), set_right("900", 268, 155))


def test_a_grid_whose_table_goes_on_below_is_opened():
    page, grids, lines = opened(raw_page(rules=[RULE_BELOW]), [GRID], [ROW_BELOW])

    assert grids == []
    assert [line.text for line in lines] == ["Stöd 5 000", "Kurs 7 000", "Hyra 900"]
    assert page.bands == (Box(LEFT, 100, LEFT + 200, 120), Box(LEFT, 120, LEFT + 200, 140))


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(full_line("Medlen", bottom=155), id="running-text"),
        pytest.param(set_line("Beredningsgruppen i mars och maj", LEFT, 155), id="running-text-parted-at-an-edge"),
        pytest.param(set_right("12 000", 268, 155), id="a-sum-under-its-column"),
        pytest.param(beside(set_line("Hyra", LEFT + 2, 190), set_right("900", 268, 190)), id="far-below"),
    ],
)
def test_a_whole_grid_stays_one(line):
    rule = replace(RULE_BELOW, top=200, bottom=200.5)

    assert opened(raw_page(rules=[rule]), [GRID], [line])[1] == [GRID]


@pytest.mark.parametrize("bottom", [151, 155], ids=["between-its-lines", "on-its-line"])
def test_text_in_the_column_beside_is_no_row_of_a_grids_table(bottom):
    aside = set_line("Bidraget betalas ut", LEFT + 230, bottom)
    lines = [beside(ROW_BELOW, aside)] if bottom == 155 else [aside, ROW_BELOW]
    drawn = raw_page(rules=[RULE_BELOW])

    assert opened(drawn, [GRID], lines, (LEFT + 215,))[1] == []
    assert opened(drawn, [GRID], lines)[1] == [GRID]


def test_a_row_below_without_anything_drawn_leaves_the_grid_whole():
    assert opened(raw_page(), [GRID], [ROW_BELOW])[1] == [GRID]


def test_two_tinted_stretches_of_one_table_are_both_opened():
    second = grid_of_texts([["El", "1 000"], ["Summa", "13 900"]], top=160.0)

    _, grids, lines = opened(raw_page(), [GRID, second], [ROW_BELOW])

    assert grids == []
    assert len(lines) == 5


HEADED = grid_of_texts([["Post", "Belopp"], ["Kurs", "7 000"]], top=100.0)


@pytest.mark.parametrize(
    ("grid", "texts", "is_part"),
    [
        pytest.param(GRID, ("Hyra", "900"), True, id="sums-below-a-row"),
        pytest.param(HEADED, ("Hyra", "900"), False, id="a-head-of-its-own"),
        pytest.param(GRID, ("Medel per post", ""), False, id="a-caption-above"),
    ],
)
def test_sums_right_below_rows_of_their_columns_are_of_one_table(grid, texts, is_part):
    label, number = texts
    row = beside(set_line(label, LEFT + 2, 96), *([set_right(number, 268, 96)] if number else []))

    assert (opened(raw_page(), [grid], [row])[1] == []) is is_part
