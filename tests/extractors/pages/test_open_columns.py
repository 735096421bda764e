"""Rules between columns and none round them: where the outermost columns end."""

import pytest

from extractors.pages.geometry import Box, Word
from extractors.pages.grids import Edge, Mesh, mesh_of
from extractors.pages.open_columns import outer_sides
from extractors.sheets import read_pages
from tests.layout_builders import HEIGHT, WIDTH, DrawnPage, set_words, write_pdf

LOW, HIGH = 100.0, 180.0
POSTS = [Edge(False, 200.0, LOW, HIGH), Edge(False, 320.0, LOW, HIGH)]
STARTS = (70.0, 204.0, 324.0)


def _rows() -> list[Word]:
    """Words in three columns, four rows with white between them."""
    words = []
    for row in range(4):
        foot = LOW + 12 + row * 20
        words += [w for x0 in STARTS for w in set_words("Anna Ek" if row % 2 else "Anna", x0, foot)]
    return words


def test_two_rules_between_columns_are_closed_where_the_texts_beside_them_end() -> None:
    words = _rows()

    left, right = outer_sides(mesh_of(POSTS), words)

    assert (left.low, left.high) == (right.low, right.high) == (LOW, HIGH)
    assert left.at == pytest.approx(min(w.x0 for w in words) - 2)
    assert right.at == pytest.approx(max(w.x1 for w in words) + 2)


@pytest.mark.parametrize(
    "further",
    [
        Edge(False, 60.0, LOW, HIGH + 40),
        Edge(True, LOW, 60.0, 500.0),
    ],
    ids=["a side that reaches further", "a rule over the columns"],
)
def test_columns_that_something_else_is_drawn_beside_are_left_to_it(further: Edge) -> None:
    assert outer_sides(mesh_of([*POSTS, further]), _rows()) == []


def test_rules_between_columns_of_running_text_part_no_table() -> None:
    text = [w for i in range(8) for x0 in STARTS for w in set_words("Ett ord", x0, LOW + 10 + 10 * i)]

    assert outer_sides(mesh_of(POSTS), text) == []


def test_rules_with_text_on_one_side_only_are_sides_themselves() -> None:
    words = [w for w in _rows() if w.x0 >= 200]

    assert outer_sides(mesh_of(POSTS), words) == []
    assert outer_sides(Mesh((), (), ()), _rows()) == []


@pytest.mark.parametrize(("x0", "x1"), [(0.0, 25.0), (570.0, WIDTH)])
def test_a_bar_down_the_pages_side_closes_no_table(tmp_path, x0, x1):
    drawn = DrawnPage().filled(Box(x0, 0, x1, HEIGHT), 0.3)
    for x in (200, 300, 400):
        drawn.stroked(x, 100, x, 180)
    for i, row in enumerate(
        (("Insats", "2023", "2024", "2025"), ("Skola", "600", "750", "500"), ("Hem", "100", "90", "80"))
    ):
        for x, text in zip((60, 210, 310, 410), row, strict=True):
            drawn.text(text, x, 115 + i * 26)

    (page,) = read_pages(write_pdf(tmp_path / "page.pdf", [drawn]))

    assert page.grids
    assert all(grid.box.x1 <= x0 or x1 <= grid.box.x0 for grid in page.grids)
