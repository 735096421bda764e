"""Headings set letter by letter are words again; marks in columns and single letters stay as they are."""

from pathlib import Path

import pytest

from extractors.pages.geometry import Word
from extractors.pages.letter_spacing import drawn_together
from extractors.sheets import read_pages
from tests.layout_builders import DrawnPage, set_words, write_pdf


def texts(words: list[Word]) -> list[str]:
    return [word.text for word in words]


@pytest.mark.parametrize(
    ("printed", "whole"),
    [
        ("R e d o v i s n i n g", ["Redovisning"]),
        ("R e d o v i s n i n g   a v   m e d e l", ["Redovisning", "av", "medel"]),
        ("M Å L  2 0 2 1", ["MÅL", "2021"]),
    ],
)
def test_words_set_letter_by_letter_are_whole(printed, whole):
    assert texts(drawn_together(set_words(printed))) == whole


@pytest.mark.parametrize(
    "printed",
    ["x x x x x x", "Vi i B och C", "a b c", "M   T   O   T   F", "1 2 3 4 5 6", "Grupp A och grupp B i X"],
)
def test_other_single_letters_stay_apart(printed):
    assert texts(drawn_together(set_words(printed))) == printed.split()


def test_letters_parted_by_character_spacing_are_one_word(tmp_path: Path):
    drawn = DrawnPage(["BT /F 14 Tf 6 Tc 1 0 0 1 70 640 Tm (Redovisning av medel) Tj ET"])

    (page,) = read_pages(write_pdf(tmp_path / "page.pdf", [drawn]))

    assert texts(list(page.words)) == ["Redovisning", "av", "medel"]
