"""Weights of words in fonts without a name: as the second reader has them, at the same place only."""

from dataclasses import replace

import pytest

from extractors.pages.geometry import Word
from extractors.pages.nameless_fonts import is_asked, with_weights

PLAIN = Word("Kommun", 70.0, 100.0, 110.0, 110.0, size=10.0, page=1)
BOLD = replace(PLAIN, top=97.0, bottom=107.0, bold=True)


def test_a_word_is_as_bold_as_the_second_reader_has_it():
    slanted = replace(BOLD, x0=200.0, x1=240.0, bold=False, italic=True)
    other = replace(PLAIN, x0=200.2, x1=240.0)

    words = with_weights([PLAIN, other], [BOLD, slanted])

    assert [(word.bold, word.italic) for word in words] == [(True, False), (False, True)]
    assert (words[0].top, words[0].x0) == (PLAIN.top, PLAIN.x0)


@pytest.mark.parametrize("moved", [{"x0": 75.0}, {"top": 112.0, "bottom": 122.0}, {"text": "Kommuner"}])
def test_another_word_or_place_tells_nothing(moved):
    assert with_weights([PLAIN], [replace(BOLD, **moved)]) == (PLAIN,)


def test_the_second_reader_is_asked_for_text_and_not_for_bullets():
    assert is_asked(400)
    assert not is_asked(12)
