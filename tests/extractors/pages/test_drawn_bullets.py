"""Bullets that are drawn are words before their lines; keys of charts, options and other small shapes are not."""

from collections.abc import Sequence

import pytest

from extractors.pages.drawn_bullets import with_drawn_bullets
from extractors.pages.geometry import Box, Word
from extractors.pages.pdfium_shapes import Shape
from tests.layout_builders import set_words

ITEMS = ("Fler unga mår bra", "Färre suicid", "Mer kunskap")
BLACK, RED = "0 0 0 255", "200 0 0 255"


def small(
    x0: float, bottom: float, *, side: float = 3.0, filled: bool = True, color: str = BLACK, kind: str = "outline"
) -> Shape:
    """A shape as high as wide whose middle stands half a type's height above the line's foot."""
    top = bottom - 5 - side / 2
    box = Box(x0, top, x0 + side, top + side)
    return Shape("rectangle" if kind == "rectangle" else "outline", box, filled, not filled, color if filled else "")


def items(x0: float = 80.0, texts: Sequence[str] = ITEMS) -> list[Word]:
    return [word for i, text in enumerate(texts) for word in set_words(text, x0, 100 + 13 * i)]


def read(words: Sequence[Word], shapes: Sequence[Shape], ticks: Sequence[Box] = ()) -> list[str]:
    return [word.text for word in with_drawn_bullets(words, shapes, ticks)]


@pytest.mark.parametrize(("kind", "filled"), [("outline", True), ("outline", False), ("rectangle", True)])
def test_small_shapes_before_lines_are_bullets(kind, filled):
    shapes = [small(70, 100 + 13 * i, kind=kind, filled=filled) for i in range(3)]

    found = with_drawn_bullets(items(), shapes, ())

    assert " ".join(word.text for word in found) == "• Fler unga mår bra • Färre suicid • Mer kunskap"
    assert {(word.x0, word.x1, word.size) for word in found if word.text == "•"} == {(70.0, 73.0, 10.0)}


def test_a_bullet_drawn_twice_is_one():
    assert read(items(texts=ITEMS[:1]), [small(70, 100), small(70, 100)]) == ["•", "Fler", "unga", "mår", "bra"]


@pytest.mark.parametrize(
    "shapes",
    [
        [small(62, 100, side=9)],
        [small(76, 100, side=1)],
        [small(20, 100)],
        [small(70, 106)],
        [small(70, 100), small(68, 102, side=7)],
        [small(70, 100, color=BLACK), small(70, 113, color=RED)],
    ],
    ids=["as large as a letter", "a dot", "far from the text", "at its foot", "in a ring", "keys of a chart"],
)
def test_other_small_shapes_are_none(shapes):
    assert "•" not in read(items(), shapes)


def test_options_and_keys_in_a_row_are_none():
    words = [*set_words("Kvinnor", 80), *set_words("Män", 135)]

    assert read(words, [small(70, 100), small(125, 100)]) == ["Kvinnor", "Män"]


def test_items_in_two_columns_have_bullets_each():
    words = [*set_words("Skola", 80), *set_words("Vård", 300)]

    assert read(words, [small(70, 100), small(290, 100)]) == ["•", "Skola", "•", "Vård"]


def test_a_list_in_a_narrow_column_has_its_bullets_where_text_stands_close_beside_one():
    words = [*set_words("Samtal med alla unga", 80, 100), *set_words("Mål", 80, 113)]
    right = max(word.x1 for word in words) + 12
    listed = [*set_words("Kurser", right + 10, 100), *set_words("Råd", right + 10, 113)]

    assert read([*words[:-1], listed[0], words[-1], listed[1]], [small(right, 100), small(right, 113)]) == [
        *"Samtal med alla unga • Kurser Mål • Råd".split(),  # noqa: SIM905
    ]
    assert "•" not in read([*words[:-1], listed[0]], [small(right, 100)])


def test_a_tick_box_is_no_bullet():
    box = small(70, 100, side=6, kind="rectangle")

    assert read(items(), [box], [box.box]) == read(items(), [])


def test_so_many_shapes_are_a_drawing():
    dots = [small(400 + i % 40 * 4, 200 + i // 40 * 4) for i in range(1001)]

    assert "•" not in read(items(), [small(70, 100), *dots])
