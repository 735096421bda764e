"""Grids round some rows only: opened where rows in their columns go on outside, left whole where they do not."""

from dataclasses import replace

import pytest

from extractors.pages.geometry import Box
from extractors.tables.part_grids import opened
from extractors.text.lines import Line
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


HEADS = grid_of_texts([["Barn", ""], ["2023", "2024"]], top=100.0, edges=(170.0, 270.0, 370.0))
"""A head drawn as a grid; the labels' column, to the left of it, is left open."""


def row_below(label: str, *numbers: str, bottom: float) -> Line:
    parts = [set_right(number, x1, bottom) for number, x1 in zip(numbers, (265.0, 365.0), strict=True)]
    return beside(set_line(label, LEFT, bottom), *parts)


def test_a_grid_of_heads_with_rows_of_figures_under_it_is_opened():
    section = set_line("Kommuner", LEFT, 155)
    rows = [row_below("Ekfors", "12", "14", bottom=168), row_below("Björkvik", "3", "5", bottom=181)]

    _, grids, lines = opened(raw_page(), [HEADS], [section, *rows])

    assert grids == []
    assert [line.text for line in lines] == ["Barn", "2023 2024", "Kommuner", "Ekfors 12 14", "Björkvik 3 5"]


def test_a_section_in_the_middle_of_all_columns_may_stand_right_below_the_heads():
    section = set_line("Andel", (LEFT + 365) / 2 - 12.5, 155)
    rows = [row_below("Ekfors", "12", "14", bottom=168), row_below("Björkvik", "3", "5", bottom=181)]

    assert opened(raw_page(), [HEADS], [section, *rows])[1] == []
    assert opened(raw_page(), [HEADS], [set_line("Andel", 280, 155), *rows])[1] == [HEADS]


@pytest.mark.parametrize(
    "below",
    [
        pytest.param([row_below("Ekfors", "12", "14", bottom=168)], id="one-row"),
        pytest.param([row_below("Ekfors", "12", "14", bottom=y) for y in (190, 203)], id="far-below"),
        pytest.param(
            [
                row_below("Kommun", "Antal", "Andel", bottom=155),
                *(row_below("Ek", "1", "2", bottom=y) for y in (168, 181)),
            ],
            id="another-head",
        ),
    ],
)
def test_a_grid_of_heads_stays_whole_where_no_rows_go_on_right_below(below):
    assert opened(raw_page(), [HEADS], below)[1] == [HEADS]


def test_the_tinted_head_of_the_labels_stands_on_the_line_of_the_others():
    cell = grid_of_texts([["Kommun"]], top=100.0, edges=(LEFT, 170.0))
    tints = (Box(170, 100, 270, 110), Box(170, 110, 270, 120))
    other = set_line("2023", 200, 115)

    _, grids, lines = opened(replace(raw_page(), tints=tints), [cell], [other])

    assert grids == []
    assert [line.text for line in lines] == ["Kommun 2023"]
    assert opened(replace(raw_page(), tints=tints[:1]), [cell], [other])[1] == [cell]


def test_a_forms_boxes_with_a_question_below_them_stay_whole():
    boxes = grid_of_texts([["Sökt belopp", "Egen insats"], ["Kostnad", "Summa"]], top=100.0)
    small = [
        replace(cell, lines=(set_line(cell.lines[0].text, cell.box.x0 + 2, cell.box.top + 8, size=6), *answer))
        for cell in boxes.cells
        for answer in [(set_line("5 000", cell.box.x0 + 2, cell.box.bottom - 1, size=9),)]
    ]
    grid = replace(boxes, cells=tuple(small))

    assert opened(raw_page(rules=[RULE_BELOW]), [grid], [ROW_BELOW])[1] == [grid]
