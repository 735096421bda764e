"""Footnote marks that stuck to words: parted where the page's footnotes say so, and nowhere else."""

from dataclasses import replace

import pytest

from extractors.layout.footnotes import marker_and_text
from extractors.pages.geometry import Word
from extractors.text.footnote_marks import without_stuck_marks
from extractors.text.printed_lines import lines_of
from tests.layout_builders import raw_page, set_words

NOTE_SIZE = 7.0


def page_with(text: str, note: str):
    """A page with a line of text above, more text below it, and one footnote in small type at its foot."""
    words = [
        *set_words(text, bottom=120.0),
        *set_words("Planen gäller hela länet och följs upp varje år av styrgruppen.", bottom=140.0),
        *set_words(note, bottom=780.0, size=NOTE_SIZE),
    ]
    return replace(raw_page(), words=tuple(words))


def texts(words: tuple[Word, ...]) -> list[str]:
    return [line.text for line in lines_of(words)]


@pytest.mark.parametrize(
    "note", ["7Siffran är preliminär.", "7 Siffran är preliminär.", "7 a.a., sidan tre.", "7exempel.se/tabell"]
)
@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("Alla i målgruppen7 får svar", "Alla i målgruppen får svar"),
        ("Alla får svar (senare).7", "Alla får svar (senare)."),
        ("Alla får svar år 20257", "Alla får svar år 2025"),
        ("Alla får svar (hösten 2025)7", "Alla får svar (hösten 2025)"),
    ],
)
def test_a_mark_that_a_footnote_is_owed_is_parted_from_its_word(printed, plain, note):
    page = without_stuck_marks(page_with(printed, note))

    lines = lines_of(page.words)

    assert lines[0].text == plain
    assert lines[0].marks == ("7",)
    assert lines[-1].leading_mark == "7"


@pytest.mark.parametrize(
    "printed",
    [
        "Stockholm har 17 kommuner",
        "Kursen ges klockan 8–17",
        "Länet beviljades7 127 386 kronor",
        "Mottagningen tar emot 1207 besök",
        "Både B7 och C7 stängs",
    ],
)
def test_figures_that_may_be_the_texts_own_stay(printed):
    page = without_stuck_marks(page_with(printed, "7 Siffran är preliminär."))

    assert texts(page.words)[0] == printed


@pytest.mark.parametrize("number", ["1(2)", "12(30)"])
def test_a_page_number_with_that_of_the_last_page_is_no_footnote(number):
    page = page_with("Kommunen svarar för uppföljningen", number)

    assert without_stuck_marks(page) == page


def test_without_footnotes_nothing_is_parted():
    page = replace(raw_page(), words=tuple(set_words("Kuratorn arbetar enligt modell7 i länet")))

    assert without_stuck_marks(page) is page


@pytest.mark.parametrize(
    ("printed", "plain", "marks"),
    [
        ("Totalt 1 234¹ kr", "Totalt 1 234 kr", ("1",)),
        ("Alla 123² får svar", "Alla 123 får svar", ("2",)),
        ("Målgruppen¹² får svar", "Målgruppen får svar", ("12",)),
        ("Målgruppen ³ får svar", "Målgruppen får svar", ("3",)),
        ("Lokalen är 40 m² stor", "Lokalen är 40 m² stor", ()),
        ("Ytan är 12km² stor", "Ytan är 12km² stor", ()),
    ],
)
def test_raised_figures_are_marks_save_in_units(printed, plain, marks):
    page = without_stuck_marks(replace(raw_page(), words=tuple(set_words(printed))))

    (line,) = lines_of(page.words)

    assert (line.text, line.marks) == (plain, marks)


def test_a_raised_figure_begins_its_footnote():
    page = without_stuck_marks(page_with("Alla i målgruppen¹ får svar", "¹ Siffran är preliminär."))

    lines = lines_of(page.words)

    assert (lines[0].marks, lines[-1].leading_mark) == (("1",), "1")


@pytest.mark.parametrize(
    ("printed", "marker"),
    [("¹ Siffran är preliminär.", "1"), ("3 Siffran är preliminär.", "3"), ("* Siffran är preliminär.", "*")],
)
def test_a_footnotes_mark_is_no_part_of_its_text(printed, marker):
    first = lines_of(without_stuck_marks(page_with("Alla svarar", printed)).words)[-1]

    assert marker_and_text(first, first.text) == (marker, "Siffran är preliminär.")


@pytest.mark.parametrize("number", ["19937", "20177"])
def test_a_number_alone_that_begins_as_a_year_keeps_its_last_digit(number):
    page = page_with("Alla i målgruppen får svar", "7 Siffran är preliminär.")
    words = (*page.words[:5], *set_words(number, 400.0, 120.0), *page.words[5:])

    found = without_stuck_marks(replace(page, words=words))

    assert number in [word.text for word in found.words]


def test_a_footnote_whose_mark_is_a_word_of_its_own_is_owed_none():
    page = page_with("Alla får svar år 20257", "7 Siffran är preliminär.")
    mark = Word("7", 300.0, 130.0, 303.0, 134.0, 5.0)

    found = without_stuck_marks(replace(page, words=(mark, *page.words)))

    assert "20257" in [word.text for word in found.words]


def test_a_year_with_its_mark_may_begin_a_line():
    words = (
        *set_words("Alla får svar senast i december", 200.0, 120.0),
        *set_words("20257 enligt planen.", bottom=134.0),
    )
    note = set_words("7 Siffran är preliminär.", bottom=780.0, size=NOTE_SIZE)

    found = without_stuck_marks(replace(raw_page(), words=(*words, *note)))

    assert "2025" in [word.text for word in found.words]
