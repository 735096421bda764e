"""What reaches over a gutter, and what only stands on both sides of it."""

import pytest

from extractors.layout.column_sides import crosses, cut_parts
from extractors.text.lines import Line
from tests.layout_builders import beside, set_line

GUTTER = 298.0


def side_by_side(white: float, *, left: float = 21, right: float = 10) -> Line:
    heading = set_line("Tidigt stöd", 60, 100, size=left)
    heading = set_line("Tidigt stöd", 60 + GUTTER - white / 2 - heading.x1, 100, size=left)
    return beside(heading, set_line("Aktiviteter:", GUTTER + white / 2, 100, size=right))


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        pytest.param(side_by_side(17), False, id="a heading, and the next column's text"),
        pytest.param(side_by_side(17, left=10, right=21), False, id="text, and the next column's heading"),
        pytest.param(side_by_side(6), True, id="words of two sizes a word's space apart"),
        pytest.param(side_by_side(17, right=21), True, id="large words, less apart than they are high"),
    ],
)
def test_white_beside_large_type_parts_columns_where_it_is_wide_for_the_smaller(line: Line, is_one: bool) -> None:
    assert crosses(line, GUTTER) == is_one
    assert len(cut_parts([line])) == (1 if is_one else 2)
