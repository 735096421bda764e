"""A tinted column between rules that go on beside it draws no grid; cells drawn on all sides do."""

from itertools import pairwise

from extractors.pages.column_tints import column_tints
from extractors.pages.geometry import Box
from extractors.pages.pdfium_shapes import Shape

HEIGHTS = [100.0, 120.0, 150.0, 170.0]


def tint(top: float, bottom: float, x0: float = 300.0, x1: float = 380.0) -> Shape:
    return Shape("rectangle", Box(x0, top, x1, bottom), filled=True, stroked=False, color="0")


def lying(height: float, x0: float, x1: float) -> Shape:
    return Shape("line", Box(x0, height, x1, height), filled=False, stroked=True, color="")


def standing(x: float) -> Shape:
    return Shape("line", Box(x, HEIGHTS[0], x, HEIGHTS[-1]), filled=False, stroked=True, color="")


TINTS = [tint(a, b) for a, b in pairwise(HEIGHTS)]
RULES = [lying(y, 70, 380) for y in HEIGHTS]


def test_a_tinted_column_whose_rows_rules_go_on_draws_no_grid():
    assert column_tints([*TINTS, *RULES]) == {tinted.box for tinted in TINTS}


def test_rules_may_be_drawn_cell_by_cell():
    pieces = [piece for y in HEIGHTS for piece in (lying(y, 70, 300), lying(y, 300, 380))]

    assert column_tints([*TINTS, *pieces]) == {tinted.box for tinted in TINTS}


def test_cells_with_lines_at_their_sides_are_a_grid():
    assert column_tints([*TINTS, *RULES, standing(300), standing(380)]) == frozenset()


def test_boxes_without_rules_beside_them_are_boxes():
    assert column_tints([*TINTS, *(lying(y, 300, 380) for y in HEIGHTS)]) == frozenset()


def test_two_boxes_are_no_column():
    assert column_tints([*TINTS[:2], *RULES]) == frozenset()


def test_the_first_cell_need_not_have_a_rule_above_it():
    assert column_tints([*TINTS, *RULES[1:]]) == {tinted.box for tinted in TINTS}
