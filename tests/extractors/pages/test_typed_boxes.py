"""Boxes that are typed with brackets."""

import pytest

from extractors.pages.typed_boxes import with_typed_boxes
from tests.layout_builders import set_words


def said(text: str) -> list[str]:
    return [word.text for word in with_typed_boxes(set_words(text, 70, 100))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[ ] Ja [x] Nej", ["☐", "Ja", "☒", "Nej"]),
        ("[] Ja [X] Nej", ["☐", "Ja", "☒", "Nej"]),
        ("[ x ] Ja", ["☒", "Ja"]),
        ("() Ja (x) Nej", ["☐", "Ja", "☒", "Nej"]),
        ("( ) ( ) (x)", ["☐", "☐", "☒"]),
    ],
)
def test_a_typed_box_is_the_word_that_a_drawn_one_is(text, words):
    assert said(text) == words


@pytest.mark.parametrize("text", ["Sätt (x) för ja", "[1] Se noten", "Nämnden (se nedan)", "Plan [utkast] 2"])
def test_other_brackets_stay(text):
    assert said(text) == text.split()


def test_brackets_far_apart_are_no_box():
    words = [*set_words("[", 70, 100), *set_words("]", 200, 100)]

    assert [word.text for word in with_typed_boxes(words)] == ["[", "]"]
