"""An initial belongs to the word that it begins; large letters that stand alone do not."""

import pytest

from extractors.pages.drop_caps import without_initials
from extractors.pages.geometry import Word


def word(text: str, x0: float, bottom: float, size: float = 10) -> Word:
    return Word(text, x0, bottom - size, x0 + 0.6 * size * len(text), bottom, size)


def paragraph(cap: str, first: str, *more: str) -> list[Word]:
    """An initial of two lines, what stands beside it and below, and other words of the page."""
    lines = [word(first, 95, 100), word("länet", 170, 100), word("samverkar", 95, 113), word("kring", 70, 126)]
    return [word(cap, 70, 114, size=30), *lines, *(word(text, 300 + 60 * i, 300) for i, text in enumerate(more))]


@pytest.mark.parametrize(
    ("cap", "first", "more", "joined"),
    [
        ("K", "ommunerna", (), "Kommunerna"),
        ("Ö", "kad", (), "Ökad"),
        ("I", "nom", (), "Inom"),
        ("I", "samverkan", ("samverkan",), "I samverkan"),
        ("I", "Stockholms", (), "I Stockholms"),
    ],
)
def test_an_initial_is_joined_to_the_word_that_it_begins(cap, first, more, joined):
    words = without_initials(paragraph(cap, first, *more))

    assert [w.text for w in words] == [joined, "länet", "samverkar", "kring", *more]


def test_the_lines_beside_it_begin_where_it_does():
    assert [w.x0 for w in without_initials(paragraph("K", "ommunerna"))] == [70, 170, 70, 70]


def test_a_letter_before_a_word_of_its_own_is_no_initial():
    words = paragraph("A", "Barn")

    assert without_initials(words) == words


def test_a_large_letter_beside_one_line_is_no_initial():
    words = [word("K", 70, 114, size=30), word("ommunerna", 95, 105)]

    assert without_initials(words) == words


def test_a_letter_as_large_as_the_text_is_no_initial():
    words = [word("K", 70, 101), word("ommunerna", 95, 100), word("samverkar", 95, 106)]

    assert without_initials(words) == words
