"""Printed lines cut at the columns' edges: what is whole and what is parted."""

import pytest

from extractors.tables.cut_lines import cut_all
from extractors.text.lines import Line
from tests.layout_builders import LEFT, RIGHT, beside, set_line

ROWS = [
    beside(set_line("Skolan", LEFT, 120 + 20 * i), set_line("Kurser för alla", 180.0, 120 + 20 * i)) for i in (0, 1)
]


@pytest.mark.parametrize(("bold", "parts"), [(True, ["Samordnad individuell plan", ""]), (False, None)])
def test_a_bold_line_whose_word_begins_a_column_by_chance_is_one_text(bold: bool, parts: list[str] | None) -> None:
    title: Line = set_line("Samordnad individuell plan", LEFT, 100, bold=bold)

    first = cut_all([title, *ROWS], (LEFT, 179.0, RIGHT))[0]

    assert [first.text(col) for col in (0, 1)] == (parts or ["Samordnad individuell", "plan"])


def test_a_currency_sign_before_the_edge_is_of_the_number_behind_it() -> None:
    line = beside(set_line("Resor", LEFT, 100), set_line("$", 170.0, 100), set_line("5 000", 200.0, 100))
    after = beside(set_line("Resor", LEFT, 120), set_line("500 $", 150.0, 120), set_line("70", 200.0, 120))

    edges = (LEFT, 140.0, 180.0, RIGHT)
    first, second = cut_all([line, after], edges)

    assert [first.text(col) for col in range(3)] == ["Resor", "", "$ 5 000"]
    assert [second.text(col) for col in range(3)] == ["Resor", "500 $", "70"]


def test_a_text_whose_first_word_ends_by_chance_where_others_do_is_whole_where_the_next_reaches_over_the_edge() -> None:
    others = [
        beside(set_line(f"Skola {n}", LEFT, 120 + 20 * n), set_line("Kurser", 110.0, 120 + 20 * n)) for n in (1, 2)
    ]
    total = beside(set_line("Fördela", LEFT, 100), set_line("medlen", 97.0 + 11.0, 100))
    first_ends = others[0].words[1].x1

    row = cut_all([total, *others], (LEFT, 120.0, RIGHT))[0]

    assert abs(total.words[0].x1 - first_ends) <= 1
    assert [row.text(col) for col in (0, 1)] == ["Fördela medlen", ""]
