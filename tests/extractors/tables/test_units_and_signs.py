"""A currency's code before figures: at its amount's column, or a unit in a column of units."""

import pytest

from extractors.tables.gutters import column_edges
from extractors.tables.line_parts import cut
from extractors.text.lines import Line
from tests.layout_builders import STEP, beside, set_line, set_right


def row(at: int, unit: str, *figures: str) -> Line:
    """A label, a unit in a column of its own and figures."""
    bottom = 100 + at * STEP
    ends = (330, 400, 470)
    numbers = [set_right(x, end, bottom) for x, end in zip(figures, ends, strict=False)]
    return beside(set_line("Kostnad per elev", 70, bottom), set_line(unit, 200, bottom), *numbers)


@pytest.mark.parametrize(
    ("figures", "texts"),
    [
        pytest.param(("458", "73", "12"), ["Kostnad per elev", "SEK", "458", "73", "12"], id="unit"),
        pytest.param(("458", "73"), ["Kostnad per elev", "SEK 458", "73"], id="one-more-figure"),
    ],
)
def test_a_code_before_several_figures_that_have_none_is_a_unit(figures: tuple[str, ...], texts: list[str]):
    assert [part.text for part in cut(row(0, "SEK", *figures))] == texts


def test_a_column_of_units_with_codes_among_them_is_a_column():
    lines = [
        row(0, "antal", "12", "14", "15"),
        row(1, "SEK", "458", "470", "512"),
        row(2, "%", "40", "41", "39"),
        row(3, "SEK", "77", "n/a", "80"),
    ]

    assert len(column_edges(lines)) - 1 == 5
