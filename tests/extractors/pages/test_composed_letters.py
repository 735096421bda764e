"""Accents that are signs of their own are told as part of their letter."""

import pytest

from extractors.pages.composed_letters import composed


@pytest.mark.parametrize(
    ("signs", "text"),
    [
        ([(0, 8, "m"), (8, 16, "a"), (11, 11, "å"), (16, 22, "l")], "mål"),
        ([(0, 8, "O"), (1, 7, "Ö"), (8, 16, "n")], "Ön"),
        ([(0, 8, "a"), (8, 16, "å")], "aå"),
        ([(0, 8, "e"), (2, 6, "å")], "eå"),
        ([(0, 8, "s"), (8, 16, "o"), (10, 14, "ä"), (16, 22, "t")], "söt"),
        ([(0, 8, "f"), (8, 16, "o"), (8, 16, "\u0308"), (16, 20, "r")], "för"),
        ([(0, 8, "b"), (8, 16, "l"), (16, 24, "å")], "blå"),
    ],
)
def test_a_sign_over_its_letter_is_one_letter_with_it(signs, text):
    begins, ends, read = zip(*signs, strict=True)

    assert composed(begins, ends, "".join(read)) == text
