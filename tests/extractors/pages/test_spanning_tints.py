"""A tinted cell beside several rows' bands: it is part of each of them, with text in it or without."""

import pytest

from extractors.pages.geometry import Box
from extractors.pages.spanning_tints import with_spanning_tints
from extractors.sheets import read_pages
from tests.layout_builders import DrawnPage, write_pdf

UPPER, LOWER = Box(170, 100, 370, 120), Box(170, 120, 370, 140)
STUB, LAST = Box(70, 100, 170, 140), Box(370, 100, 440, 140)


@pytest.mark.parametrize("texts", [[], [("Insats", 74, 124)]], ids=["empty", "with-text"])
def test_a_tinted_stub_beside_two_rows_of_heads_widens_both_bands(tmp_path, texts):
    drawn = DrawnPage().filled(STUB, 0.9)
    for box in (
        Box(170, 100, 270, 120),
        Box(270, 100, 370, 120),
        *(Box(x, 120, x + 50, 140) for x in (170, 220, 270, 320)),
    ):
        drawn.filled(box, 0.9)
    heads = [("Beslutat", 174, 114), ("Utfall", 274, 114), *((f"{2021 + i}", 174 + 50 * i, 134) for i in range(4))]
    for text, x0, bottom in (*heads, *texts):
        drawn.text(text, x0, bottom)

    (page,) = read_pages(write_pdf(tmp_path / "page.pdf", [drawn]))

    assert (page.bands, page.grids) == ((Box(70, 100, 370, 120), Box(70, 120, 370, 140)), ())
    assert {Box(70, 100, 170, 120), Box(70, 120, 170, 140)} <= set(page.tints)


def test_cells_on_both_sides_of_the_rows_are_part_of_them():
    found = with_spanning_tints([UPPER, LOWER], [LAST, STUB])

    assert sorted(found.bands, key=lambda b: b.top) == [Box(70, 100, 440, 120), Box(70, 120, 440, 140)]
    assert found.cells == {STUB, LAST}


def test_a_cell_between_rows_joins_what_stands_on_both_sides():
    behind = [Box(440, b.top, 540, b.bottom) for b in (UPPER, LOWER)]

    found = with_spanning_tints([UPPER, LOWER, *behind], [LAST])

    assert sorted(found.bands, key=lambda b: b.top) == [Box(170, 100, 540, 120), Box(170, 120, 540, 140)]


@pytest.mark.parametrize(
    "fill",
    [
        pytest.param(Box(70, 100, 160, 140), id="white-between"),
        pytest.param(Box(70, 100, 170, 180), id="higher"),
        pytest.param(Box(70, 100, 170, 120), id="beside-one-row"),
        pytest.param(Box(70, 80, 170, 140), id="begins-above"),
    ],
)
def test_other_boxes_beside_bands_are_none_of_theirs(fill):
    found = with_spanning_tints([UPPER, LOWER], [fill])

    assert (found.bands, found.cells, found.pieces) == ((UPPER, LOWER), frozenset(), frozenset())


def test_rows_that_do_not_touch_each_other_have_no_cell_beside_them_all():
    apart = Box(170, 130, 370, 150)

    assert with_spanning_tints([UPPER, apart], [Box(70, 100, 170, 150)]).cells == frozenset()
