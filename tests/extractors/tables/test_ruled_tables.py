"""Grids of drawn lines: spans, empty cells, double lines, words at the edges, frames round ordinary text."""

from collections.abc import Sequence
from itertools import pairwise

import pytest

from extractors.pages.geometry import Box, RuledGrid, Word
from extractors.tables.frames import asks, is_frame
from extractors.tables.ruled_tables import DraftGrid, grid_of
from extractors.text.hyphens import Vocabulary
from tests.layout_builders import grid_of_texts, set_words

XS, YS = (70.0, 250.0, 350.0, 450.0), (100.0, 120.0, 140.0, 160.0)

BOXES = (("Kommun", 72.0, 100.0), ("Ort", 252.0, 100.0), ("Konto", 72.0, 120.0), ("Dnr", 252.0, 120.0))


def boxes(xs: Sequence[float] = XS, ys: Sequence[float] = YS) -> list[Box]:
    return [Box(x0, top, x1, bottom) for top, bottom in pairwise(ys) for x0, x1 in pairwise(xs)]


def ruled(cells: Sequence[Box]) -> RuledGrid:
    whole = Box(
        min(c.x0 for c in cells), min(c.top for c in cells), max(c.x1 for c in cells), max(c.bottom for c in cells)
    )
    return RuledGrid(whole, tuple(cells))


def read(cells: Sequence[Box], words: Sequence[Word]) -> DraftGrid:
    grid = grid_of(1, ruled(cells), words)
    assert grid is not None
    return grid


def texts(grid: DraftGrid) -> list[list[str]]:
    rows = [[""] * grid.n_cols for _ in range(grid.n_rows)]
    for cell in grid.cells:
        rows[cell.row][cell.col] = cell.text(Vocabulary())
    return rows


def test_each_word_stands_in_its_cell_and_empty_cells_are_kept():
    words = [*set_words("Kommun", 72, 115), *set_words("2018", 252, 115), *set_words("Granvik", 72, 135)]
    words += set_words("45 000", 352, 155)

    grid = read(boxes(), words)

    assert texts(grid) == [["Kommun", "2018", ""], ["Granvik", "", ""], ["", "", "45 000"]]
    assert (grid.n_rows, grid.n_cols, grid.edges, grid.doubt) == (3, 3, XS, None)


def test_the_lines_of_a_cell_are_one_text_with_broken_words_whole():
    cells = boxes(XS, (100.0, 160.0))
    words = [*set_words("Utbildning av skolper-", 72, 115), *set_words("sonal", 72, 128), *set_words("1", 252, 128)]

    assert texts(read(cells, words)) == [["Utbildning av skolpersonal", "1", ""]]


def test_bullets_in_a_cell_are_no_text_but_a_dash_stays():
    cells = boxes(XS, (100.0, 160.0))
    words = [*set_words("\uf0b7 Råd", 72, 115), *set_words("\uf0b7 stöd", 72, 128), *set_words("- 500", 252, 115)]

    assert texts(read(cells, words))[0][:2] == ["Råd stöd", "- 500"]


def test_an_empty_tick_box_in_a_cell_is_no_text():
    assert texts(read(boxes(), set_words("☐ Ja", 72, 115)))[0] == ["Ja", "", ""]


@pytest.mark.parametrize("text", ["□ Ja ■ Nej", "☐ Ja ✗ Nej", "○ Ja ● Nej"])
def test_a_filled_sign_beside_empty_ones_is_the_chosen_option_and_all_stay(text):
    assert texts(read(boxes(), set_words(text, 75, 118)))[0][0] == text


def test_a_cell_over_several_columns_and_rows_bears_its_spans():
    section = Box(XS[0], YS[1], XS[3], YS[2])
    tall = Box(XS[0], YS[2], XS[1], 180.0)
    cells = [*boxes(XS, YS[:2]), section, tall, *boxes(XS[1:], (140.0, 160.0, 180.0))]
    words = [*set_words("Rubrik", 72, 115), *set_words("Barn och unga", 72, 135), *set_words("Hela raden", 72, 165)]

    grid = read(cells, words)

    spans = {(c.row, c.col): (c.row_span, c.col_span) for c in grid.cells if c.lines}
    assert spans == {(0, 0): (1, 1), (1, 0): (1, 3), (2, 0): (2, 1)}
    assert (grid.n_rows, grid.n_cols) == (4, 3)


def test_edges_nearer_than_three_points_are_one():
    cells = [Box(70, 100, 249, 120), Box(251, 100, 350, 120), Box(70, 121.5, 249, 140), Box(251, 121.5, 350, 140)]

    grid = read(cells, set_words("Text", 72, 115))

    assert (grid.n_rows, grid.n_cols) == (2, 2)


def test_a_track_in_which_no_cell_begins_is_taken_out():
    cells = [*boxes(XS[:3], (100.0, 120.0)), *boxes(XS[:3], (125.0, 145.0))]

    grid = read(cells, [*set_words("a", 72, 115), *set_words("b", 72, 140)])

    assert texts(grid) == [["a", ""], ["b", ""]]
    assert grid.edges == XS[:3]


def test_bold_cells_say_so():
    grid = read(boxes(), [*set_words("Kommun", 72, 115, bold=True), *set_words("Granvik", 72, 135)])

    assert {c.text(Vocabulary()): c.bold for c in grid.cells} == {"Kommun": True, "Granvik": False, "": False}


def test_a_word_over_a_cells_edge_is_doubt():
    grid = read(boxes(), set_words("Långtordöverkantensomärlångtnog", 130, 115))

    assert grid.doubt == "1 words reach over a cell's edge"


def test_cells_over_each_other_are_one():
    """Rules of a scan that end a little apart: a box over two columns, and another over the second of them."""
    twice = [*boxes(), Box(XS[0], YS[0], XS[2], YS[1])]

    grid = read(twice, [*set_words("Granvik", 72, 115), *set_words("17", 160, 115)])

    places = [(c.row, c.col) for c in grid.cells]
    assert len(places) == len(set(places))
    assert grid.doubt == "cells are drawn over each other"
    assert sorted(w.text for c in grid.cells for line in c.lines for w in line.words) == ["17", "Granvik"]


def test_a_word_in_no_cell_is_put_in_the_nearest_and_is_doubt():
    cells = [c for c in boxes() if (c.x0, c.top) != (XS[1], YS[1])]

    grid = read(cells, [*set_words("Granvik", 72, 135), *set_words("Bostadssocialt", XS[1] - 20, 135)])

    assert grid.doubt is not None
    assert "1 words stand in no cell and are put in the nearest" in grid.doubt
    held = [w.text for c in grid.cells for line in c.lines for w in line.words]
    assert sorted(held) == ["Bostadssocialt", "Granvik"]


def test_a_cell_that_is_not_drawn_on_all_sides_is_where_its_row_and_its_column_meet():
    cells = [c for c in boxes() if (c.x0, c.top) != (XS[1], YS[1])]

    grid = read(cells, [*set_words("Granvik", 72, 135), *set_words("17", 260, 135)])

    assert grid.doubt is None
    assert {(c.row, c.col): c.lines[0].text for c in grid.cells if c.lines} == {(1, 0): "Granvik", (1, 1): "17"}


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        pytest.param(boxes(), [], id="empty"),
        pytest.param(boxes(), set_words("Utanför", 72, 300), id="text-elsewhere"),
        pytest.param([Box(70, 100, 80, 110)], set_words("x", 72, 108), id="tick-box"),
    ],
)
def test_a_drawing_without_words_or_of_a_tick_boxs_size_is_no_grid(cells, words):
    assert grid_of(1, ruled(cells), words) is None


@pytest.mark.parametrize(
    ("rows", "frame"),
    [
        pytest.param([["Svar i en ruta"]], True, id="single-box"),
        pytest.param([["Ett"], ["Två"]], True, id="one-column"),
        pytest.param([["Diarienr", "Handläggare"]], True, id="one-row-of-words"),
        pytest.param([["Summa", "120 000"]], False, id="one-row-with-a-number"),
        pytest.param([["Kommun", "Belopp"], ["Granvik", "5 000"]], False, id="table"),
        pytest.param([["Verksamhet", "Mål"], ["Skola", "Färre köer"]], False, id="table-of-words"),
    ],
)
def test_a_frame_is_told_from_a_table(rows, frame):
    assert is_frame(grid_of_texts(rows)) is frame


@pytest.mark.parametrize(
    ("rows", "asked"),
    [
        pytest.param([["Kommun:", "Granvik"], ["Postnummer:", "123 45"], ["Ort:", "Ekfors"]], True, id="form"),
        pytest.param([["Kommun:", "Granvik"], ["E-post:", ""]], True, id="empty-answer"),
        pytest.param([["Kommun", "Granvik"], ["Ort:", "Ekfors"]], False, id="a-label-without-colon"),
        pytest.param([["Erhållet:", "5 000"], ["Kostnader:", "4 000 kr"]], False, id="sums"),
        pytest.param([["Kommun:", "Granvik", "x"], ["Ort:", "Ekfors", "x"]], False, id="three-columns"),
        pytest.param([["Kommun:", "Granvik"]], False, id="one-row"),
    ],
)
def test_a_forms_grid_is_told_by_labels_that_ask(rows, asked):
    assert asks(grid_of_texts(rows)) is asked


def test_tags_above_one_wide_cell_with_a_list_are_a_frame():
    cells = [*boxes(XS, YS[:2]), Box(XS[0], YS[1], XS[3], 200)]
    tags = [*set_words("Unga", 72, 115), *set_words("Vuxna", 252, 115)]
    listed = [*set_words("• Råd", 72, 135), *set_words("• Stöd", 72, 150)]

    assert is_frame(read(cells, [*tags, *listed]))


def test_one_bullet_in_a_wide_cell_that_the_page_cuts_makes_a_frame():
    cells = [*boxes(XS, YS[:2]), Box(XS[0], YS[1], XS[3], YS[2])]
    tags = [*set_words("Unga", 72, 115), *set_words("Vuxna", 252, 115)]

    assert is_frame(read(cells, [*tags, *set_words("• Råd", 72, 135)]))


def test_a_section_numbered_by_a_letter_is_no_list():
    cells = [Box(XS[0], YS[0], XS[3], YS[1]), *boxes(XS, YS[1:3]), Box(XS[0], YS[2], XS[3], YS[3])]
    words = [*set_words("D. Drift", 72, 115), *set_words("D1 Form", 72, 135), *set_words("Egen regi", 162, 135)]

    assert not is_frame(read(cells, [*words, *set_words("D2 Beskriv driften", 72, 155)]))


def test_a_section_row_does_not_make_a_table_a_frame():
    cells = [*boxes(XS, YS[:2]), Box(XS[0], YS[1], XS[3], YS[2]), *boxes(XS, YS[2:])]
    words = [*set_words("Kommun", 72, 115), *set_words("Norra länet", 72, 135), *set_words("Granvik", 72, 155)]

    assert not is_frame(read(cells, words))


def test_a_header_without_drawn_edges_is_parted_at_those_of_its_columns():
    head = Box(70, 80, 450, 100)
    words = [
        w for text, x0 in (("Verksamhet", 75), ("Mål", 255), ("Belopp", 355)) for w in set_words(text, x0, bottom=95)
    ]

    grid = read([head, *boxes()], [*words, *set_words("Skola", 75, bottom=115)])

    assert texts(grid)[0] == ["Verksamhet", "Mål", "Belopp"]


@pytest.mark.parametrize(
    "placed",
    [
        pytest.param([("Samtliga satsningar i hela länet 2021", 75)], id="over-an-edge"),
        pytest.param([("Länet", 75), ("2021", 355)], id="an-empty-column"),
    ],
)
def test_a_text_over_several_columns_is_left_whole(placed):
    words = [w for text, x0 in placed for w in set_words(text, x0, bottom=95)]

    grid = read([Box(70, 80, 450, 100), *boxes()], [*words, *set_words("Skola", 75, bottom=115)])

    assert [c.col_span for c in grid.row_cells(0)] == [3]


def test_a_border_round_the_page_is_no_grid():
    words = [w for i in range(40) for w in set_words("Vi arbetar i hela länet", 80, bottom=100 + 15 * i)]

    assert grid_of(1, ruled([Box(70, 70, 525, 90), Box(70, 90, 525, 770)]), words) is None


def test_boxes_that_each_begin_in_small_type_are_a_forms_and_no_table():
    labels = [set_words(text, x0, top + 8, size=7) for text, x0, top in BOXES]
    answers = [set_words("Svar 12", x0, top + 18, size=10) for _, x0, top in BOXES]
    words = [word for part in (*labels, *answers) for word in part]

    assert is_frame(read(boxes(XS[:3], YS[:3]), words))


def test_a_sections_title_may_head_a_forms_boxes():
    labels = [set_words(text, x0, top + 8, size=7) for text, x0, top in BOXES]
    answers = [set_words("Svar 12", x0, top + 18, size=10) for _, x0, top in BOXES]
    title = set_words("Sökande", XS[0] + 2, YS[0] - 5, size=11, bold=True)
    head = Box(XS[0], YS[0] - 20, XS[2], YS[0])

    assert is_frame(
        read([head, *boxes(XS[:3], YS[:3])], [word for part in (title, *labels, *answers) for word in part])
    )


def test_cells_that_begin_in_the_type_of_their_numbers_are_a_tables():
    words = [word for text, x0, top in BOXES for word in set_words(f"{text} 12", x0, top + 18, size=10)]

    assert not is_frame(read(boxes(XS[:3], YS[:3]), words))


@pytest.mark.parametrize(
    ("printed", "text"), [("● Ja ○ Nej", "● Ja ○ Nej"), ("○ Ja ● Nej", "○ Ja ● Nej"), ("● Samtal", "Samtal")]
)
def test_a_dot_beside_a_ring_is_the_chosen_option_and_else_a_bullet(printed, text):
    words = [*set_words("Klart?", 72, 115), *set_words(printed, 252, 115)]
    answer = next(cell for cell in read(boxes(XS[:3], YS[:2]), words).cells if cell.col == 1)

    assert answer.text(Vocabulary([])) == text


@pytest.mark.parametrize(("first", "text"), [("☒", "☒ Ja ☐ Nej"), ("☐", "Ja Nej"), ("(X)", "(X) Ja Nej")])
def test_tick_boxes_are_a_cells_text_where_one_is_ticked(first, text):
    words = [*set_words("Klart?", 72, 115), *set_words(f"{first} Ja ☐ Nej", 252, 115)]
    answer = next(cell for cell in read(boxes(XS[:3], YS[:2]), words).cells if cell.col == 1)

    assert answer.text(Vocabulary([])).split() == text.split()
