"""Boxes one line high, lower than what is too short for a table's edge."""

import pytest

from extractors.pages.geometry import Box
from extractors.pages.low_boxes import sides_of_low_boxes
from extractors.reading import read_file
from extractors.sheets import read_pages
from models.blocks import Paragraph
from tests.layout_builders import DrawnPage, write_pdf


def boxed(drawn: DrawnPage, box: Box) -> DrawnPage:
    """A box of four lines."""
    drawn.stroked(box.x0, box.top, box.x1, box.top).stroked(box.x0, box.bottom, box.x1, box.bottom)
    return drawn.stroked(box.x0, box.top, box.x0, box.bottom).stroked(box.x1, box.top, box.x1, box.bottom)


def test_words_in_a_box_of_one_line_are_framed(tmp_path):
    drawn = DrawnPage().text("Parter i samverkan", 70, 90, font="B", size=9)
    boxed(drawn, Box(66, 94, 500, 107)).text("Boendestödet och biblioteket.", 70, 103, size=9)

    blocks = read_file(write_pdf(tmp_path / "form.pdf", [drawn]), "0" * 64, "form.pdf").blocks

    framed = [block.text for block in blocks if isinstance(block, Paragraph) and block.framed]
    assert framed == ["Boendestödet och biblioteket."]


def test_a_low_tint_and_short_strokes_between_rules_are_no_boxes(tmp_path):
    drawn = DrawnPage().text("Parter", 70, 103, size=9).filled(Box(66, 94, 500, 107), 0.9)
    drawn.stroked(66, 200, 500, 200).stroked(66, 240, 500, 240).stroked(66, 214, 66, 226).stroked(500, 214, 500, 226)
    (page,) = read_pages(write_pdf(tmp_path / "form.pdf", [drawn]))

    assert page.grids == ()


def test_no_edges_close_no_boxes():
    assert sides_of_low_boxes([]) == []


@pytest.mark.parametrize(("xs", "n_cells"), [((66, 250, 400, 500), 3), ((66, 90, 114, 138), 0)])
def test_the_one_line_that_a_page_break_leaves_of_a_row_stands_in_its_cells(tmp_path, xs, n_cells):
    drawn = DrawnPage().text("för verksamheten.", 70, 53, size=7.5).stroked(xs[0], 57, xs[-1], 57)
    for x in xs:
        drawn.stroked(x, 46, x, 57)
    (page,) = read_pages(write_pdf(tmp_path / "form.pdf", [drawn]))

    assert sum(len(grid.cells) for grid in page.grids) == n_cells
