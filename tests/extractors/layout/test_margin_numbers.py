"""Numbers beside the text: the page's own, and those that count its lines; a table's and a list's are text."""

from dataclasses import replace

import pytest

from extractors.layout.margins import Sides, part_sides
from extractors.text.lines import Line
from tests.layout_builders import HEIGHT, LEFT, STEP, beside, raw_page, set_line, set_lines

N_LINES = 24


def text_of(n: int) -> list[Line]:
    return set_lines([f"Kommunen {chr(97 + n)}{'x' * i} satsar" for i in range(N_LINES)], bottom=200)


def with_beside(lines: list[Line], at: int, text: str, x0: float = 20) -> list[Line]:
    """The lines, one of them with a text in the left margin at its height."""
    return [beside(set_line(text, x0, x.bottom), x) if i == at else x for i, x in enumerate(lines)]


def sides_of(pages: list[list[Line]]) -> list[Sides]:
    return part_sides([raw_page(n) for n in range(1, len(pages) + 1)], pages)


@pytest.mark.parametrize("form", ["{}", "s {}", "| {}"])
def test_a_number_beside_the_text_that_counts_the_pages_is_the_pages_number(form: str):
    sides = sides_of([with_beside(text_of(n), 10, form.format(n + 1)) for n in range(4)])

    assert [side.number.text if side.number else None for side in sides] == [form.format(n + 1) for n in range(4)]
    assert [[x.text for x in side.text] for side in sides] == [[x.text for x in text_of(n)] for n in range(4)]


def test_numbers_beside_the_text_that_do_not_count_on_are_text():
    sides = sides_of([with_beside(text_of(n), 10, number) for n, number in enumerate(["4", "9", "2", "7"])])

    assert [side.number for side in sides] == [None] * 4


def test_a_number_at_the_texts_own_edge_numbers_no_page():
    pages = [[*text_of(n), set_line(str(n + 1), LEFT, 200 + N_LINES * STEP)] for n in range(4)]

    assert [side.number for side in sides_of(pages)] == [None] * 4


def counted(lines: list[Line], first: int, step: int) -> list[Line]:
    """The lines, the first of them the document's line of that number, with every so manyth number in the margin."""
    for at, number in enumerate(range(first, first + len(lines))):
        if number % step == 0:
            lines = with_beside(lines, at, str(number))
    return lines


def test_numbers_that_count_the_lines_of_most_pages_are_none_of_the_text():
    sides = sides_of([counted(text_of(n), 1 + n * N_LINES, 5) for n in range(3)])

    assert [[x.text for x in side.text] for side in sides] == [[x.text for x in text_of(n)] for n in range(3)]
    assert [x.text for x in sides[1].margin] == ["25", "30", "35", "40", "45"]


def test_numbers_that_grow_otherwise_than_the_lines_between_them_are_text():
    lines = text_of(0)
    for at, number in zip(range(4, N_LINES, 5), ["2", "13", "14", "40"], strict=True):
        lines = with_beside(lines, at, number)

    assert sides_of([lines, text_of(1)])[0].margin == ()


def test_counted_lines_on_one_of_many_pages_are_a_list():
    sides = sides_of([counted(text_of(0), 1, 1), *(text_of(n) for n in range(1, 4))])

    assert sides[0].margin == ()


def test_numbers_smaller_than_the_text_stand_nearer_to_it():
    pages = []
    for n in range(3):
        lines = text_of(n)
        for at in range(4, N_LINES, 5):
            number = set_line(str(at + 1), LEFT - 14, lines[at].bottom, size=6)
            lines = [beside(number, x) if i == at else x for i, x in enumerate(lines)]
        pages.append(lines)

    assert [[x.text for x in side.text] for side in sides_of(pages)] == [[x.text for x in text_of(n)] for n in range(3)]


def test_a_number_at_the_middle_of_a_pages_side_is_so_on_a_page_that_lies_too():
    at = [10, 10, 10, 4]
    pages = [with_beside(text_of(n), at[n], f"s {n + 1}") for n in range(4)]
    lying = replace(raw_page(4), width=HEIGHT, height=HEIGHT - 2 * 6 * STEP)
    sides = part_sides([raw_page(1), raw_page(2), raw_page(3), lying], pages)

    assert [side.number.text if side.number else None for side in sides] == ["s 1", "s 2", "s 3", "s 4"]
