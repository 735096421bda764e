"""A picture of print made even, clean and straight; the lines and tick boxes in it."""

import numpy as np
import pytest
from PIL import Image

from extractors.ocr.blobs import heaps_of
from extractors.ocr.picture import Grey, Picture, evened, without_specks
from extractors.ocr.pieces import pieces_in
from extractors.ocr.rules import lines_of, without
from extractors.ocr.skew import lies_on_its_side, skew_of, straightened
from extractors.ocr.ticks import ticks_in
from extractors.pages.geometry import Box
from tests.ocr_pictures import SCALE, Sheet

TEXT = ["Kommunerna samverkar om tidiga insatser", "Arbetet leds av en styrgrupp som motes", "Redovisas for namnderna"]


def page_of_text() -> Sheet:
    sheet = Sheet()
    for i in range(10):
        sheet.text(TEXT[i % 3], 20, 20 + 15 * i)
    return sheet


def askew(grey: Grey, degrees: float) -> Grey:
    return np.asarray(Image.fromarray(grey).rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255), np.uint8)


@pytest.mark.parametrize("degrees", [-3.0, -1.1, -0.2, 0.0, 0.4, 1.2, 4.5])
def test_the_skew_of_a_page_is_found_and_taken_out(degrees):
    grey = askew(page_of_text().grey, degrees)

    skew = skew_of(grey)

    assert skew == pytest.approx(degrees, abs=0.12)
    assert abs(skew_of(straightened(grey, skew))) <= 0.12


def test_an_empty_page_lies_straight():
    assert skew_of(Sheet().grey) == 0.0
    assert not lies_on_its_side(Sheet().grey)


@pytest.mark.parametrize("rules", [False, True])
@pytest.mark.parametrize(("quarters", "side"), [(0, False), (1, True), (2, False), (3, True)])
def test_a_page_on_its_side_is_told_by_its_lines_of_print(rules, quarters, side):
    sheet = page_of_text()
    if rules:
        for x in range(15, 290, 45):
            sheet.line(x, 15, x, 170)

    assert lies_on_its_side(np.rot90(sheet.grey, quarters)) is side


def test_shade_on_the_paper_is_taken_away_and_ink_stays():
    grey = page_of_text().grey.astype(np.float32)
    shade = np.linspace(170, 240, grey.shape[1])[None, :]

    even = evened((grey / 255 * (shade - 50) + 50).astype(np.uint8))

    assert np.percentile(even, 60) >= 250
    assert ((even < 100).mean() / (grey < 100).mean()) == pytest.approx(1.0, abs=0.25)


def test_dust_is_taken_off_and_stops_dashes_and_dots_over_letters_stay():
    clean = Sheet().text("Mal i. Ja - nej", 20, 20)
    dusty = Sheet().text("Mal i. Ja - nej", 20, 20).dot(100, 100).dot(200, 60).dot(50, 150, side=0.8)

    assert (without_specks(dusty.grey) < 128).sum() == (clean.grey < 128).sum()
    assert (without_specks(clean.grey) == clean.grey).all()


def in_points(boxes: tuple[Box, ...]) -> list[tuple[float, ...]]:
    return sorted(tuple(side / SCALE for side in (b.x0, b.top, b.x1, b.bottom)) for b in boxes)


def near(boxes: list[tuple[float, ...]]) -> list[object]:
    return [pytest.approx(box, abs=0.8) for box in boxes]


@pytest.mark.parametrize("grey", [0, 200])
def test_the_lines_of_a_grid_are_found_and_words_are_not(grey):
    sheet = page_of_text()
    for y in (10, 100, 190):
        sheet.line(10, y, 290, y, grey=grey)
    for x in (10, 150, 290):
        sheet.line(x, 10, x, 190, grey=grey)

    lines = lines_of(sheet.picture, pieces_in(sheet.picture))

    assert in_points(lines.level) == near([(10, 10, 290, 10), (10, 100, 290, 100), (10, 190, 290, 190)])
    assert in_points(lines.upright) == near([(10, 10, 10, 190), (150, 10, 150, 190), (290, 10, 290, 190)])


def test_a_page_of_words_has_no_lines():
    picture = page_of_text().text("EFHLIT", 20, 160, size=26).picture

    found = lines_of(picture, pieces_in(picture))

    assert found.level == found.upright == ()


def test_a_line_that_the_copier_broke_up_is_whole():
    sheet = Sheet()
    for x in range(20, 280, 40):
        sheet.line(x, 50, x + 18, 50, thick=0.5)
    sheet.text("Summa", 20, 60)

    (line,) = lines_of(sheet.picture, pieces_in(sheet.picture)).level

    assert (round(line.x0 / SCALE), round(line.x1 / SCALE)) == (20, 278)


def test_a_short_upright_line_counts_between_two_level_ones():
    sheet = Sheet().line(20, 50, 280, 50).line(20, 64, 280, 64).line(20, 50, 20, 64).line(280, 50, 280, 64)
    sheet.text("lll", 40, 52, size=8)

    found = lines_of(sheet.picture, pieces_in(sheet.picture))

    assert in_points(found.upright) == near([(20, 50, 20, 64), (280, 50, 280, 64)])


def test_lines_are_painted_over():
    sheet = Sheet().line(20, 50, 280, 50)
    found = lines_of(sheet.picture, pieces_in(sheet.picture))

    assert (without(sheet.picture, found.level) > 200).all()


def test_tick_boxes_are_found_with_and_without_a_mark():
    sheet = Sheet().square(20, 20, 9).text("Ja", 34, 18).square(20, 40, 9, ticked=True).text("Nej", 34, 38)

    ticks = ticks_in(sheet.picture, pieces_in(sheet.picture))

    assert [(round(t.box.x0 / SCALE), round(t.box.top / SCALE), t.ticked) for t in ticks] == [
        (20, 20, False),
        (20, 40, True),
    ]


def test_letters_are_no_tick_boxes():
    picture = Sheet(500).text("BOD 080 DEHB Boo", 20, 20, size=12).text("DOOR BBDE O B", 20, 60, size=14).picture

    assert ticks_in(picture, pieces_in(picture)) == ()


def test_pieces_that_touch_are_one_heap():
    pieces = [(0, 0, 3), (0, 10, 12), (1, 2, 6), (3, 9, 11), (9, 0, 2)]

    assert heaps_of(pieces, 1.0) == [
        Box(0, 0, 6, 2),
        Box(10, 0, 12, 1),
        Box(9, 3, 11, 4),
        Box(0, 9, 2, 10),
    ]


def test_a_page_without_ink_has_no_pieces():
    picture = Picture(np.full((400, 400), 255, np.uint8), SCALE)

    assert pieces_in(picture).level == pieces_in(picture).upright == ()
