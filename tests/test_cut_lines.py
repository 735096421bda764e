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
