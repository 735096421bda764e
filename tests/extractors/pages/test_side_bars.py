"""A line drawn down the left side of a text alone sets it off; sides of cells and rules between columns do not."""

import pytest

from extractors.pages.geometry import Box
from extractors.pages.side_bars import side_bars
from extractors.reading import read_file
from models.blocks import Paragraph
from tests.layout_builders import DrawnPage, set_words, write_pdf

ANSWER = set_words("Samtal i skolan", x0=110, bottom=212)
BAR = Box(100, 200, 103, 216)


def test_a_line_close_to_the_left_of_a_text_is_a_bar():
    assert side_bars([BAR], ANSWER) == (BAR,)


@pytest.mark.parametrize(
    "drawn",
    [
        pytest.param([BAR, Box(300, 200, 303, 216)], id="two sides of a cell"),
        pytest.param([Box(100, 200, 112, 216)], id="a tint"),
        pytest.param([Box(100, 208, 103, 214)], id="lower than a line of text"),
        pytest.param([Box(60, 200, 63, 216)], id="far from the text"),
    ],
)
def test_other_drawings_are_no_bars(drawn):
    assert side_bars(drawn, ANSWER) == ()


def test_a_rule_midway_between_two_columns_is_no_bar():
    left = set_words("Stöd i hemmet", x0=91.0 - 65.0, bottom=212)
    rule = Box(100, 200, 100.5, 216)

    assert left[-1].x1 < rule.x0
    assert side_bars([rule], [*left, *ANSWER]) == ()


def test_what_stands_beside_a_bar_is_framed(tmp_path):
    page = DrawnPage().text("Vad gjordes?", 100, 180, font="B").filled(BAR).text("Samtal i skolan.", 110, 212)
    page.text("Mer följer längre fram.", 100, 300)

    blocks = read_file(write_pdf(tmp_path / "bar.pdf", [page]), "0" * 64, "bar.pdf").blocks

    assert [b.text for b in blocks if isinstance(b, Paragraph) and b.framed] == ["Samtal i skolan."]


def test_a_block_bears_its_slant_and_colour(tmp_path):
    page = DrawnPage().text("Organisationsnummer:", 100, 180, font="I").text("212000-2882", 100, 260)
    page.operators.insert(0, "0.2 0.4 0.6 rg")
    page.operators.insert(2, "0 g")

    label, answer = read_file(write_pdf(tmp_path / "look.pdf", [page]), "0" * 64, "look.pdf").blocks

    assert [(b.text, b.italic) for b in (label, answer)] == [("Organisationsnummer:", True), ("212000-2882", False)]
    assert label.color != answer.color
