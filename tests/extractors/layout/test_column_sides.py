"""What stands on either side of a gutter: columns of text with tables in them, or a table over both."""

import pytest

from extractors.layout.column_sides import are_columns_of_text, is_tabular
from extractors.pages.geometry import Box, Drawn
from extractors.text.lines import Line
from tests.layout_builders import STEP, beside, set_line, set_right

GUTTER = 290.0
LEFT_X, RIGHT_X, RIGHT_END = 70.0, 300.0, 510.0
TEXT = "kommunen och regionen stöder alla barnen"
"""As wide as a column."""


def text_in(x0: float, at: int) -> Line:
    return set_line(TEXT, x0, 100 + at * STEP)


def row_in(x0: float, at: int) -> Line:
    bottom = 100 + at * STEP
    return beside(set_line("Ekfors", x0, bottom), set_right("12", x0 + 140, bottom), set_right("34", x0 + 200, bottom))


def page(left: str, right: str) -> list[Line]:
    """Line by line: t is running text, r a row of a table."""
    make = {"t": text_in, "r": row_in}
    return [
        beside(make[a](LEFT_X, at), make[b](RIGHT_X, at)) for at, (a, b) in enumerate(zip(left, right, strict=True))
    ]


def test_a_table_in_each_column_of_text_leaves_them_columns():
    lines = page("ttttrrrrrttt", "ttrrrrrttttt")

    assert is_tabular(lines)
    assert are_columns_of_text(lines, GUTTER)


def test_a_table_over_both_columns_right_below_their_text_is_one():
    lines = page("ttttrrrrrttt", "ttttrrrrrttt")

    assert is_tabular(lines)
    assert not are_columns_of_text(lines, GUTTER)


@pytest.mark.parametrize(("right_height", "apart"), [(178.0, True), (165.0, False)])
def test_rules_over_each_column_at_heights_of_its_own_part_the_tables(right_height, apart):
    lines = page("tttttrrrrrttt", "tttttrrrrrttt")
    left, right = Box(LEFT_X, 165, 270, 165), Box(RIGHT_X, right_height, 500, right_height)

    assert are_columns_of_text(lines, GUTTER, Drawn(rules=(left, right))) == apart


def test_tables_with_a_caption_in_each_column_are_two():
    lines = page("tttttrrrrrttt", "tttttrrrrrttt")
    captions = [set_line(f"Tabell {n}. Antal samtal", x0, 152) for n, x0 in ((1, LEFT_X), (2, RIGHT_X))]
    lines[4] = beside(*captions)

    assert are_columns_of_text(lines, GUTTER)


def test_rows_alone_are_no_columns_of_text():
    assert not are_columns_of_text(page("rrrrrr", "rrrrrr"), GUTTER)
