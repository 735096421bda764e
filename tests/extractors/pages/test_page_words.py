"""Reading a page: words with place and type, rules, bands, grids, tick boxes, and a second reader's doubt."""

from pathlib import Path

import pytest

from extractors.pages.geometry import Box, RuledGrid, Word
from extractors.pages.page_words import TICK, RawPage
from extractors.sheets import read_pages
from extractors.text.printed_lines import lines_of
from tests.layout_builders import HEIGHT, WIDTH, DrawnPage, write_pdf


def read(folder: Path, drawn: DrawnPage) -> RawPage:
    (page,) = read_pages(write_pdf(folder / "page.pdf", [drawn]))
    return page


def texts(page: RawPage) -> list[str]:
    return [word.text for word in page.words]


def test_a_word_bears_its_text_place_and_type(tmp_path):
    page = read(tmp_path, DrawnPage().text("Åtgärder", 70, 100, size=12, font="B").text("för", 300, 100, font="I"))

    first, second = page.words
    assert (first.text, first.size, first.bold, first.italic, first.page) == ("Åtgärder", 12, True, False, 1)
    assert (second.text, second.size, second.bold, second.italic) == ("för", 10, False, True)
    assert first.x0 == pytest.approx(70, abs=0.1)
    assert first.top < 100 < first.bottom
    assert second.x0 == pytest.approx(300, abs=0.1)
    assert (page.width, page.height, page.rotation, page.doubt) == (WIDTH, HEIGHT, 0, None)


def test_words_in_two_colours_differ_in_colour(tmp_path):
    drawn = DrawnPage().text("Vi", 70, 100)
    drawn.operators.append("0 0 1 rg")

    plain, coloured, again = read(tmp_path, drawn.text("Mål", 70, 120).text("Syfte", 70, 140)).words

    assert plain.color != coloured.color == again.color


def test_a_raised_mark_is_a_word_apart_from_the_one_it_touches(tmp_path):
    page = read(tmp_path, DrawnPage().text("satsningar", 70, 100).text("3", 117, 96, size=6).text("och", 125, 100))

    assert texts(page) == ["satsningar", "3", "och"]
    assert lines_of(page.words)[0].text == "satsningar och"
    assert lines_of(page.words)[0].marks == ("3",)


def test_one_word_in_two_fonts_is_one_word_of_its_line(tmp_path):
    page = read(tmp_path, DrawnPage().text("Mål", 70, 100, font="B").text("grupp", 86.7, 100).text("unga", 130, 100))

    assert [line.text for line in lines_of(page.words)] == ["Målgrupp unga"]


def test_text_on_its_side_is_kept_apart_and_said(tmp_path):
    page = read(tmp_path, DrawnPage().text("Upprätt", 70, 100).turned("Marginal", 40, 500))

    assert texts(page) == ["Upprätt"]
    assert sorted("".join(word.text for word in page.turned)) == sorted("Marginal")
    assert page.doubt is not None
    assert "on their side" in page.doubt


@pytest.mark.parametrize("dots", ["..........", "…………", "........ ........", "______"])
def test_dots_that_lead_to_a_page_number_are_white(tmp_path, dots):
    page = read(tmp_path, DrawnPage().text(f"Mål {dots}", 70, 100).text("12", 300, 100).text("Slut", 70, 113))

    assert [(w.text, w.led) for w in page.words] == [("Mål", False), ("12", True), ("Slut", False)]
    assert page.doubt is None


def test_dots_set_close_to_a_word_are_taken_off_it_with_their_width(tmp_path):
    bare = read(tmp_path, DrawnPage().text("Uppföljning", 70, 100)).words[0]

    page = read(tmp_path, DrawnPage().text("Uppföljning........", 70, 100).text("12", 300, 100))

    word, number = page.words
    assert (word.text, word.led, number.text, number.led) == ("Uppföljning", False, "12", True)
    assert bare.x0 < word.x1 <= bare.x1


def test_dots_that_run_on_to_the_page_number_part_it_from_the_word(tmp_path):
    page = read(tmp_path, DrawnPage().text(f"Inledning{'.' * 40}12", 70, 100).text("Slut", 70, 113))

    word, number, _ = page.words
    assert [(w.text, w.led) for w in page.words] == [("Inledning", False), ("12", True), ("Slut", False)]
    assert word.x1 < number.x0


def test_three_dots_in_a_column_of_their_own_say_that_nothing_is_known(tmp_path):
    page = read(tmp_path, DrawnPage().text("Ekfors", 70, 100).text("...", 150, 100).text("12", 300, 100))

    assert [(w.text, w.led) for w in page.words] == [("Ekfors", False), ("...", False), ("12", False)]


@pytest.mark.parametrize("text", ["osv...", "m.m.", "2.1.", "…", "__", "a_b"])
def test_a_few_dots_are_part_of_the_text(tmp_path, text):
    page = read(tmp_path, DrawnPage().text(text, 70, 100).text("och", 150, 100))

    assert [(w.text, w.led) for w in page.words] == [(text, False), ("och", False)]


def test_a_thin_filled_rectangle_and_a_line_are_rules_and_a_thick_one_is_none(tmp_path):
    drawn = DrawnPage().filled(Box(70, 100, 300, 100.8)).stroked(70, 150, 300, 150).filled(Box(70, 200, 300, 230), 0.9)

    page = read(tmp_path, drawn)

    assert [(r.x0, r.top, r.x1) for r in page.rules] == [(70, 100, 300), (70, 150, 300)]


def test_a_rule_drawn_twice_is_one_and_a_dash_is_none(tmp_path):
    page = read(tmp_path, DrawnPage().stroked(70, 150, 300, 150).stroked(70, 150, 300, 150).stroked(70, 160, 75, 160))

    assert len(page.rules) == 1


def test_a_border_left_between_two_filled_rectangles_is_a_rule_and_no_grid(tmp_path):
    drawn = DrawnPage().filled(Box(70, 100, 300, 130)).filled(Box(70, 100, 300, 131))

    page = read(tmp_path, drawn)

    assert page.grids == ()
    assert page.rules == (Box(70, 130, 300, 131),)


def test_connected_lines_make_one_grid_of_cells(tmp_path):
    page = read(tmp_path, DrawnPage().grid([70, 200, 300], [100, 130, 160, 190]).grid([70, 200], [300, 330]))

    assert [len(grid.cells) for grid in page.grids] == [6, 1]
    assert page.grids[0].box == Box(70, 100, 300, 190)


def test_a_box_as_high_as_the_page_is_no_grid(tmp_path):
    page = read(tmp_path, DrawnPage().grid([40, 555], [40, 800]).text("Text", 70, 100))

    assert page.grids == ()


def test_a_drawing_within_a_cell_is_part_of_the_cell(tmp_path):
    page = read(tmp_path, DrawnPage().grid([70, 200, 300], [100, 160, 220]).grid([90, 120], [115, 140]))

    assert page.grids == (RuledGrid(Box(70, 100, 300, 220), page.grids[0].cells),)
    assert len(page.grids[0].cells) == 4


def test_a_tint_behind_a_rows_cells_is_a_band_and_no_grid(tmp_path):
    row = DrawnPage().filled(Box(70, 100, 400, 120), 0.9).text("Granvik", 74, 114).text("5 000", 350, 114)

    page = read(tmp_path, row)

    assert (page.bands, page.grids) == ((Box(70, 100, 400, 120),), ())


def test_a_tint_behind_running_text_is_a_box_round_it_and_no_band(tmp_path):
    page = read(tmp_path, DrawnPage().filled(Box(70, 100, 400, 120), 0.9).text("Vi möts varje vecka", 74, 114))

    assert page.bands == ()
    assert [grid.box for grid in page.grids] == [Box(70, 100, 400, 120)]


def test_small_squares_are_tick_boxes_and_no_grids(tmp_path):
    drawn = DrawnPage()
    for i, answer in enumerate(["Ja", "Nej"]):
        drawn.square(Box(70, 100 + 20 * i, 79, 109 + 20 * i)).text(answer, 85, 108 + 20 * i)

    page = read(tmp_path, drawn)

    assert [line.text for line in lines_of(page.words)] == [f"{TICK} Ja", f"{TICK} Nej"]
    assert page.grids == ()


def test_a_lone_small_square_is_an_ornament(tmp_path):
    page = read(tmp_path, DrawnPage().square(Box(70, 100, 79, 109)).text("Ja", 85, 108))

    assert texts(page) == ["Ja"]


@pytest.mark.parametrize(
    ("x0", "held"),
    [pytest.param(95, False, id="middle-outside"), pytest.param(88, True, id="middle-inside")],
)
def test_a_box_holds_a_word_whose_middle_lies_inside(x0, held):
    assert Box(50, 50, 100, 100).holds(Word("ord", x0, 60, x0 + 20, 70, 10)) is held


def test_a_box_encloses_another_give_or_take_a_point():
    assert Box(50, 50, 100, 100).encloses(Box(49.5, 50, 100.5, 80))
    assert not Box(50, 50, 100, 100).encloses(Box(48, 50, 90, 80))
