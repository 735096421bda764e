"""A column tinted cell by cell tells its table's rows; tinted boxes beside running text, or alone, do not."""

from dataclasses import replace
from itertools import pairwise

from extractors.pages.geometry import Box, Word
from extractors.pages.pdfium_shapes import Shape
from extractors.pages.tinted_columns import tinted_rows, without_told

HEIGHTS = [100.0, 120.0, 150.0, 170.0, 190.0]
ROWS = list(pairwise(HEIGHTS))


def tint(top: float, bottom: float, x0: float = 300.0, x1: float = 380.0) -> Shape:
    return Shape("rectangle", Box(x0, top, x1, bottom), filled=True, stroked=False, color="0")


def word(x0: float, top: float) -> Word:
    """A word, in bold where it stands in the first row: a head."""
    return Word("insats", x0, top, x0 + 40, top + 11, 10, bold=HEIGHTS[0] < top < HEIGHTS[1])


TINTS = [tint(a, b) for a, b in ROWS]
IN_TINTS = [word(305, a + 3) for a, _ in ROWS]
BESIDE = [word(100, a + 3) for a, _ in ROWS]


def test_rows_reach_as_far_as_the_texts_beside_the_tint():
    told = tinted_rows(TINTS, [*IN_TINTS, *BESIDE])

    assert told.cells == {tinted.box for tinted in TINTS}
    assert told.rows == tuple(Box(98, a, 380, b) for a, b in ROWS)


def test_a_head_of_the_tables_width_tells_how_far_rows_reach():
    head, number = tint(80, 100, 60, 420), word(500, 104)
    told = tinted_rows([head, *TINTS], [*IN_TINTS, *BESIDE, number])

    assert told.rows == tuple(Box(60, a, 420, b) for a, b in ROWS)


def test_two_tinted_columns_tell_each_row_once():
    others = [tint(a, b, 180, 240) for a, b in ROWS]
    told = tinted_rows([*TINTS, *others], [*IN_TINTS, *BESIDE, *(word(190, a + 3) for a, _ in ROWS)])

    assert len(told.rows) == len(ROWS)
    assert told.cells == {tinted.box for tinted in (*TINTS, *others)}


def test_boxes_beside_running_text_tell_no_rows():
    text = [word(100, top) for top in range(95, 195, 13)]

    assert tinted_rows(TINTS, [*IN_TINTS, *text]).rows == ()


def test_boxes_with_nothing_beside_them_tell_no_rows():
    assert tinted_rows(TINTS, IN_TINTS).rows == ()


def test_cells_with_a_line_at_their_side_are_a_grids():
    side = Shape("line", Box(300, 100, 300, 190), filled=False, stroked=True, color="")

    assert tinted_rows([*TINTS, side], [*IN_TINTS, *BESIDE]).rows == ()


def test_bands_of_the_same_rows_are_told_once():
    rows = (Box(60, 100, 420, 120),)

    assert without_told([Box(60, 100, 420, 120), Box(60, 80, 420, 100)], rows) == [Box(60, 80, 420, 100)]


def test_a_column_at_its_tables_frame_tells_rows_as_wide_as_the_frame():
    frame = Shape("rectangle", Box(60, 100, 380, 190), filled=False, stroked=True, color="")
    told = tinted_rows([*TINTS, frame], [*IN_TINTS, *BESIDE, word(430, 112)])

    assert told.rows == tuple(Box(98, a, 380, b) for a, b in ROWS)


def test_answers_on_tints_beside_their_labels_are_a_forms_boxes():
    plain = [replace(w, bold=False) for w in (*IN_TINTS, *BESIDE)]

    assert tinted_rows(TINTS, plain).rows == ()
    assert tinted_rows(TINTS, [*plain, *(word(180, a + 3) for a, _ in ROWS)]).rows != ()
