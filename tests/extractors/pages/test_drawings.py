"""What is drawn and what it means: one-sided borders, row bands, frames, tick boxes, rows that the page cut."""

from pathlib import Path

import pytest

from extractors.pages.geometry import Box
from extractors.pages.page_words import TICK, TICKED, TICKS, RawPage
from extractors.sheets import read_pages
from tests.layout_builders import HEIGHT, WIDTH, DrawnPage, write_pdf

INNER = Box(70, 100, 300, 130)


def read(folder: Path, drawn: DrawnPage) -> RawPage:
    (page,) = read_pages(write_pdf(folder / "page.pdf", [drawn]))
    return page


def ticks(page: RawPage) -> list[float]:
    """Left edges of the tick boxes."""
    return [round(w.x0) for w in page.words if w.text == TICK]


def outlined_fill(drawn: DrawnPage, box: Box) -> DrawnPage:
    """A tint that has a drawn outline."""
    drawn.operators.append(f"0.9 g 0.5 w {box.x0} {HEIGHT - box.bottom} {box.width} {box.height} re B 0 g")
    return drawn


@pytest.mark.parametrize(
    ("outer", "rules"),
    [
        pytest.param(Box(70, 99, 300, 130), (Box(70, 99, 300, 100),), id="above"),
        pytest.param(Box(70, 100, 300, 131.5), (Box(70, 130, 300, 131.5),), id="below"),
        pytest.param(Box(69, 100, 300, 130), (), id="left"),
        pytest.param(Box(70, 100, 301, 130), (), id="right"),
    ],
)
@pytest.mark.parametrize("inner_first", [True, False])
def test_a_border_on_one_side_is_no_box(tmp_path, outer, rules, inner_first):
    drawn = DrawnPage()
    for box in (INNER, outer) if inner_first else (outer, INNER):
        drawn.filled(box)

    page = read(tmp_path, drawn.text("Mål", 74, 120))

    assert (page.grids, page.bands, page.rules) == ((), (), rules)


@pytest.mark.parametrize(
    ("other", "grey"),
    [
        pytest.param(Box(70, 100, 300, 140), 0.0, id="far-apart"),
        pytest.param(Box(69, 100, 300, 131), 0.0, id="on-two-sides"),
        pytest.param(Box(70, 100, 300, 131), 0.8, id="in-two-colours"),
        pytest.param(Box(70, 100, 300, 130.04), 0.0, id="drawn-twice"),
    ],
)
def test_other_nested_fills_are_a_box(tmp_path, other, grey):
    page = read(tmp_path, DrawnPage().filled(other, grey).filled(INNER).text("Mål", 74, 120))

    assert len(page.grids) == 1
    assert page.rules == ()


def test_tinted_cells_side_by_side_are_one_rows_band(tmp_path):
    drawn = DrawnPage()
    for x0, x1, text in [(70, 170, "Kommun"), (170, 270, "Mål"), (271, 370, "Medel")]:
        drawn.filled(Box(x0, 100, x1, 120), 0.9).text(text, x0 + 4, 114)

    page = read(tmp_path, drawn)

    assert (page.bands, page.grids) == ((Box(70, 100, 370, 120),), ())
    assert page.tints == (Box(70, 100, 170, 120), Box(170, 100, 270, 120), Box(271, 100, 370, 120))


def test_a_narrow_tinted_cell_belongs_to_its_rows_band(tmp_path):
    drawn = DrawnPage()
    for x0, x1, text in [(70, 170, "Grad"), (170, 188, "2"), (188, 370, "Medel")]:
        drawn.filled(Box(x0, 100, x1, 120), 0.9).text(text, x0 + 4, 114)

    page = read(tmp_path, drawn)

    assert (page.bands, page.grids) == ((Box(70, 100, 370, 120),), ())


def test_rows_of_tinted_cells_that_touch_are_a_grid(tmp_path):
    drawn = DrawnPage()
    for row in range(3):
        for col in range(2):
            upper, x0 = 100 + 20.0 * row, 70 + 150.0 * col
            drawn.filled(Box(x0, upper, x0 + 150, upper + 20), 0.8 + 0.05 * row).text("ord", x0 + 4, upper + 14)

    page = read(tmp_path, drawn)

    assert page.bands == ()
    assert [(g.box, len(g.cells)) for g in page.grids] == [(Box(70, 100, 370, 160), 6)]


def test_a_rule_at_a_tinted_cells_side_is_no_part_of_a_band(tmp_path):
    drawn = DrawnPage()
    edges = (70.0, 220.0, 370.0)
    for row in range(3):
        upper, lower = 100.6 + 20.0 * row, 120.6 + 20.0 * row
        if row == 1:
            drawn.filled(Box(220, upper + 0.75, 370, lower), 0.8)
        for x in edges:
            drawn.filled(Box(x, upper + 0.75, x + 0.75, lower + 0.75))
        for y in (upper, lower):
            drawn.filled(Box(70, y, 370.75, y + 0.75))
        drawn.text("300", 190, upper + 14).text("Pågår", 224, upper + 14)

    page = read(tmp_path, drawn)

    assert [len(grid.cells) for grid in page.grids] == [6]


def test_tints_behind_every_other_row_are_bands(tmp_path):
    drawn = DrawnPage()
    for row in range(4):
        upper = 100 + 20.0 * row
        if row % 2 == 0:
            drawn.filled(Box(70, upper, 400, upper + 20), 0.9)
        drawn.text("Kurser", 74, upper + 14).text("5 000", 350, upper + 14)

    page = read(tmp_path, drawn)

    assert (page.bands, page.grids) == ((Box(70, 100, 400, 120), Box(70, 140, 400, 160)), ())


HEAD_AND_ROW = (Box(70, 100, 370, 120), Box(70, 120, 370, 140))


@pytest.mark.parametrize(
    ("greys", "third", "bands"),
    [
        pytest.param((0.2, 0.9), [(74, "Kurser"), (224, "5 000")], HEAD_AND_ROW, id="a-row-without-tint-below"),
        pytest.param((0.9, 0.9), [(74, "Kurser"), (224, "5 000")], (), id="one-colour"),
        pytest.param(
            (0.2, 0.9), [(74, "Kurser hölls för alla som ville det under året")], (), id="text-over-the-columns-below"
        ),
        pytest.param((0.2, 0.9), [(74, "Kurser")], (), id="a-line-in-one-column-below"),
    ],
)
def test_tints_of_a_head_and_the_row_that_touches_it_are_bands_where_rows_go_on_below(tmp_path, greys, third, bands):
    drawn = DrawnPage()
    for grey, upper in zip(greys, (100.0, 120.0), strict=True):
        for x0 in (70.0, 220.0):
            drawn.filled(Box(x0, upper, x0 + 150, upper + 20), grey).text("ord", x0 + 4, upper + 14)
    for x0, text in third:
        drawn.text(text, x0, 154)

    page = read(tmp_path, drawn)

    assert (page.bands, len(page.grids)) == (bands, 0 if bands else 1)


@pytest.mark.parametrize(("grey", "bands"), [(0.9, 3), (0.2, 1)], ids=["the-rows-tint", "the-next-tables-head"])
def test_a_sum_over_several_columns_between_two_tints_is_a_row_without_tint(tmp_path, grey, bands):
    drawn = DrawnPage()
    for shade, upper in ((0.2, 100.0), (0.9, 120.0), (grey, 160.0)):
        for x0 in (70.0, 120.0):
            drawn.filled(Box(x0, upper, x0 + (50 if x0 == 70.0 else 250), upper + 20), shade)
            drawn.text("ord", x0 + 4, upper + 14)

    page = read(tmp_path, drawn.text("Summa ledning, styrning", 74, 154).text("222 000", 330, 154))

    assert (len(page.bands), len(page.grids)) == (bands, 0 if bands == 3 else 1)


def test_a_tint_behind_a_sections_line_is_a_band_where_the_rows_round_it_have_theirs(tmp_path):
    rows = [Box(70, 100, 400, 120), Box(70, 140, 400, 160), Box(70, 180, 400, 200)]
    drawn = DrawnPage()
    for box in rows:
        drawn.filled(box, grey=0.9)
    for top, texts in ((100, ("Granvik", "5")), (140, ("Kommuner", "")), (180, ("Ekfors", "7"))):
        drawn.text(texts[0], 74, top + 14)
        if texts[1]:
            drawn.text(texts[1], 300, top + 14)

    page = read(tmp_path, drawn)

    assert (page.bands, page.grids) == (tuple(rows), ())


def _rows_round_a_section(section: Box, tops: tuple[int, ...]) -> DrawnPage:
    """Rows of two cells whose text begins at the heights `tops`, and a tint with a lone text on it."""
    drawn = DrawnPage().filled(section, 0.9).text("Samverkan", 74, section.top + 14)
    for top in tops:
        drawn.text("Kurser", 74, top + 14).text("5 000", 350, top + 14)
    return drawn


def test_a_tint_behind_a_sections_line_is_a_band_between_white_rows(tmp_path):
    section = Box(70, 120, 400, 140)

    page = read(tmp_path, _rows_round_a_section(section, (100, 140)))

    assert (page.bands, page.grids) == ((section,), ())


def test_a_sum_at_the_middle_of_its_labels_two_lines_is_a_row_above_a_sections_tint(tmp_path):
    section = Box(70, 120, 400, 140)
    drawn = _rows_round_a_section(section, (140,))
    drawn.text("Summa", 74, 104).text("kurser", 74, 117).text("5 000", 350, 110.5)

    page = read(tmp_path, drawn)

    assert (page.bands, page.grids) == ((section,), ())


def test_running_text_right_above_a_tint_is_no_row(tmp_path):
    section = Box(70, 120, 400, 140)
    drawn = _rows_round_a_section(section, (140,))
    drawn.text("Kommunen har under året hållit kurser för", 74, 104).text("alla som vill.", 74, 117)

    page = read(tmp_path, drawn)

    assert page.bands == ()


def test_a_tint_behind_a_sections_line_is_a_band_right_below_the_head(tmp_path):
    head, section = Box(70, 100, 400, 120), Box(70, 120, 400, 140)

    page = read(tmp_path, _rows_round_a_section(section, (100, 140)).filled(head, 0.8))

    assert (page.bands, page.grids) == ((head, section), ())


@pytest.mark.parametrize("tops", [(85, 155), (140,)], ids=["white-round-it", "nothing-above"])
def test_a_tint_behind_a_title_between_tables_is_a_frame(tmp_path, tops):
    section = Box(70, 120, 400, 140)

    page = read(tmp_path, _rows_round_a_section(section, tops))

    assert page.bands == ()
    assert [g.box for g in page.grids] == [section]


def test_a_tint_behind_a_word_and_its_tick_boxes_is_a_band(tmp_path):
    drawn = DrawnPage().filled(Box(70, 100, 400, 120), 0.9).text("Elevhälsa", 74, 114)
    for x0 in (130, 150):
        drawn.square(Box(x0, 105, x0 + 9, 114))

    page = read(tmp_path, drawn)

    assert (page.bands, page.grids, ticks(page)) == ((Box(70, 100, 400, 120),), (), [130, 150])


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param([(74, "Vi möts varje vecka")], id="running-text"),
        pytest.param([(74, "•"), (94, "Vi möts varje vecka")], id="list-item"),
        pytest.param([(74, "1."), (98, "Vi möts varje vecka")], id="numbered-item"),
    ],
)
def test_a_tint_behind_text_is_a_frame(tmp_path, texts):
    drawn = DrawnPage().filled(INNER, 0.9)
    for x0, text in texts:
        drawn.text(text, x0, 118)

    page = read(tmp_path, drawn)

    assert page.bands == ()
    assert [(g.box, g.cells) for g in page.grids] == [(INNER, (INNER,))]


def test_a_tint_with_an_outline_is_a_frame_whatever_stands_in_it(tmp_path):
    page = read(tmp_path, outlined_fill(DrawnPage(), INNER).text("Kurser", 74, 118).text("5 000", 250, 118))

    assert page.bands == ()
    assert [g.box for g in page.grids] == [INNER]


@pytest.mark.parametrize(
    "box", [pytest.param(Box(70, 100, 400, 107), id="low"), pytest.param(Box(0, 0, WIDTH, HEIGHT), id="page-high")]
)
def test_a_tint_too_low_or_as_high_as_the_page_is_no_band(tmp_path, box):
    page = read(tmp_path, DrawnPage().filled(box, 0.9).text("Kurser", 74, 106).text("5 000", 350, 106))

    assert (page.bands, page.grids) == ((), ())


def test_a_tick_box_drawn_twice_is_one(tmp_path):
    drawn = DrawnPage()
    for x0 in (70, 130):
        drawn.filled(Box(x0 + 0.5, 100.5, x0 + 9.5, 109.5), 1.0).square(Box(x0, 100, x0 + 10, 110))

    assert ticks(read(tmp_path, drawn.text("Ja", 85, 109).text("Nej", 145, 109))) == [70, 130]


def test_strokes_in_a_tick_box_are_a_tick(tmp_path):
    drawn = DrawnPage().square(Box(70, 100, 79, 109)).square(Box(130, 100, 139, 109))
    drawn.operators.append(f"132 {HEIGHT - 105} m 134 {HEIGHT - 107} l 137 {HEIGHT - 102} l S")

    page = read(tmp_path, drawn.text("Ja", 85, 109).text("Nej", 145, 109))

    assert [word.text for word in page.words if word.text in TICKS] == [TICK, TICKED]


def test_a_filled_tick_box_is_ticked(tmp_path):
    drawn = DrawnPage()
    for x0 in (70, 130):
        drawn.filled(Box(x0, 100, x0 + 9, 109), 0.2).filled(Box(x0 + 0.7, 100.7, x0 + 8.3, 108.3), 1.0)
    drawn.filled(Box(130, 100, 139, 109), 0.2)

    page = read(tmp_path, drawn.text("Ja", 85, 109).text("Nej", 145, 109))

    assert [word.text for word in page.words if word.text in TICKS] == [TICK, TICKED]


def test_squares_of_another_size_or_with_a_word_in_them_are_no_tick_boxes(tmp_path):
    drawn = DrawnPage().square(Box(70, 100, 79, 109)).square(Box(130, 100, 139, 109)).square(Box(190, 100, 199, 109))
    drawn.square(Box(250, 100, 263, 113)).text("x", 192, 107, size=8)

    assert ticks(read(tmp_path, drawn)) == [70, 130]


@pytest.mark.parametrize("box", [Box(70, 100, 73, 103), Box(70, 100, 90, 120), Box(70, 100, 82, 107)])
def test_dots_large_squares_and_oblongs_are_no_tick_boxes(tmp_path, box):
    drawn = DrawnPage().square(box).square(Box(box.x0 + 60, box.top, box.x1 + 60, box.bottom)).text("Ja", 200, 110)

    assert ticks(read(tmp_path, drawn)) == []


@pytest.mark.parametrize(
    ("uprights", "box"),
    [
        pytest.param((100.0, 190.0), Box(70, 100, 300, 190), id="at-the-foot"),
        pytest.param((70.0, 160.0), Box(70, 70, 300, 160), id="at-the-head"),
        pytest.param((70.0, 190.0), Box(70, 70, 300, 190), id="at-both"),
    ],
)
def test_a_row_that_the_page_cut_is_closed_where_its_rules_end(tmp_path, uprights, box):
    drawn = DrawnPage()
    for x in (70, 200, 300):
        drawn.stroked(x, uprights[0], x, uprights[1])
    for y in (100, 130, 160):
        drawn.stroked(70, y, 300, y)

    (grid,) = read(tmp_path, drawn).grids

    assert grid.box == box
    assert len(grid.cells) == 2 * round(box.height / 30)


def test_rules_that_end_openly_near_each_other_close_no_row(tmp_path):
    drawn = DrawnPage().grid([70, 200, 300], [100, 130, 160]).stroked(200, 160, 200, 190).stroked(240, 160, 240, 190)

    (grid,) = read(tmp_path, drawn).grids

    assert (grid.box, len(grid.cells)) == (Box(70, 100, 300, 160), 4)


@pytest.mark.parametrize(("lying", "upright"), [((), True), ((100,), False), ((100, 160), False)])
def test_a_grid_knows_whether_lines_are_drawn_between_its_columns_only(tmp_path, lying, upright):
    drawn = DrawnPage()
    for x in (70, 200, 300):
        drawn.stroked(x, 100, x, 160)
    for y in lying:
        drawn.stroked(70, y, 300, y)

    (grid,) = read(tmp_path, drawn).grids

    assert (len(grid.cells), grid.upright) == (2, upright)


def test_single_boxes_are_frames_from_the_top(tmp_path):
    boxes = (Box(70, 100, 300, 130), Box(320, 100, 500, 130), Box(70, 200, 500, 260))
    drawn = DrawnPage()
    for box in reversed(boxes):
        drawn.square(box)

    assert [(g.box, g.cells) for g in read(tmp_path, drawn).grids] == [(box, (box,)) for box in boxes]


def test_a_border_round_the_page_takes_nothing_from_the_table_in_it(tmp_path):
    drawn = DrawnPage().square(Box(30, 30, WIDTH - 30, HEIGHT - 30)).grid([70, 200, 300], [100, 130, 160])

    assert [(g.box, len(g.cells)) for g in read(tmp_path, drawn).grids] == [(Box(70, 100, 300, 160), 4)]


def test_a_border_with_a_rule_under_its_head_takes_nothing_from_the_table_in_it(tmp_path):
    drawn = DrawnPage().grid([30, WIDTH - 30], [30, 80, HEIGHT - 30]).grid([70, 200, 300], [100, 130, 160])

    assert [(g.box, len(g.cells)) for g in read(tmp_path, drawn).grids] == [(Box(70, 100, 300, 160), 4)]


def test_boxes_beside_each_other_whose_borders_are_filled_are_a_grid(tmp_path):
    drawn = DrawnPage()
    for x0, words in ((70, "Ort"), (200, "Dag"), (330, "Namn")):
        drawn.operators.append("0 g")
        for inset in (0.6, 0.0):
            box = Box(x0 + inset, 100 + inset, x0 + 130 - inset, 130 - inset)
            drawn.operators.append(f"{box.x0} {HEIGHT - box.bottom} {box.width} {box.height} re")
        drawn.operators.append("f*")
        drawn.text(words, x0 + 4, 120)

    page = read(tmp_path, drawn)

    assert page.bands == ()
    assert [len(grid.cells) for grid in page.grids] == [3]


@pytest.mark.parametrize(("white", "joined"), [(4.0, False), (0.0, True)], ids=["apart", "touching"])
def test_a_tint_near_a_ruled_table_is_of_it_only_where_they_touch(tmp_path, white, joined):
    drawn = DrawnPage().filled(Box(70, 100, 480, 120), 0.9).text("Bilaga 3 Fördelning", 76, 114)
    top = 120 + white
    drawn.grid([70, 200, 320], [top, top + 20, top + 40])

    page = read(tmp_path, drawn)

    assert (len(page.grids) == 1) is joined
    assert max(len(grid.cells) for grid in page.grids) == (5 if joined else 4)
