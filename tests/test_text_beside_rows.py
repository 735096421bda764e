"""Rows without rules in one column of a page, and running text beside them at heights of its own."""

import pytest

from extractors.layout.text_beside_rows import is_beside_text
from extractors.text.lines import Line
from tests.layout_builders import LEFT, STEP, beside, full_line, set_line, set_right

GUTTER = 300.0


def table(step: float, first: float = 100.0, n_rows: int = 8) -> list[Line]:
    """Rows of a label and a number, left of the gutter."""
    feet = [first + i * step for i in range(n_rows)]
    return [beside(set_line("Kommun", LEFT, foot), set_right("1 200", GUTTER - 20, foot)) for foot in feet]


def text(step: float, first: float = 100.0, n_lines: int = 10) -> list[Line]:
    return [full_line("Ord i text", GUTTER + 10, first + i * step) for i in range(n_lines)]


@pytest.mark.parametrize(
    ("rows", "lines", "expected"),
    [
        pytest.param(table(18.0, 104.0), text(STEP), True, id="heights-of-their-own"),
        pytest.param(table(STEP), text(STEP), False, id="the-text-is-the-rows-last-column"),
        pytest.param(table(18.0, 104.0, n_rows=2), text(STEP), False, id="two-rows-tell-nothing"),
        pytest.param(table(18.0, 104.0), text(STEP, n_lines=4), False, id="a-short-text-tells-nothing"),
    ],
)
def test_rows_beside_running_text_stand_at_heights_of_their_own(rows: list[Line], lines: list[Line], expected: bool):
    piece = sorted([*rows, *lines], key=lambda line: line.bottom)

    assert is_beside_text(piece, GUTTER) is expected
