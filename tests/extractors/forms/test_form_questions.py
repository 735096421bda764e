"""The words of a form's questions: numbers, hints, and what only a form asks."""

import pytest

from extractors.forms.questions import (
    asks,
    instructs,
    is_letterheads,
    is_number_alone,
    label_of,
    split_number,
    without_hint,
)


@pytest.mark.parametrize(
    ("text", "number", "label"),
    [
        ("A1. Kommun", "A1", "Kommun"),
        ("B12 Sökt belopp", "B12", "Sökt belopp"),
        ("4.2. Förbrukat till och med december", "4.2", "Förbrukat till och med december"),
        ("2 a) Hur många?", "2a", "Hur många?"),
        ("5c-d. Beskriv arbetet", "5c-d", "Beskriv arbetet"),
        ("13 Övrigt", "13", "Övrigt"),
        ("2024 års bidrag", None, "2024 års bidrag"),
        ("Kommun", None, "Kommun"),
    ],
)
def test_a_question_and_its_number(text, number, label):
    assert split_number(text) == (number, label)


@pytest.mark.parametrize(
    ("text", "alone"), [("1.2", True), ("A3.", True), ("4", True), ("12 Ja", False), ("Ja", False)]
)
def test_a_number_in_a_column_of_its_own(text, alone):
    assert is_number_alone(text) is alone


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Övriga medel (kr) T.ex. gåvor eller fondmedel.", "Övriga medel (kr)"),
        ("Har ni samverkat? Ange med vem i nästa fråga.", "Har ni samverkat?"),
        ("Beskriv insatserna Högst 500 tecken.", "Beskriv insatserna"),
        ("Beskriv insatserna (max 500 tecken)", "Beskriv insatserna"),
        ("Sökt belopp", "Sökt belopp"),
        ("Kostnader i Region Skåne", "Kostnader i Region Skåne"),
    ],
)
def test_a_hint_is_no_part_of_the_label(text, label):
    assert without_hint(text) == label


def test_a_label_loses_number_colon_and_the_sum_behind_it():
    assert label_of("3. Kvarstående belopp: (12 000 kr)") == "Kvarstående belopp"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Organisationsnummer", True),
        ("A4. Vad som helst", True),
        ("2.1 Något om pengar", False),
        ("2. Bifoga budgeten:", True),
        ("2. Erhållet stöd: (12 000 kr)", True),
        ("2. Dnr: 4471/2025", False),
        ("Hur gick det?", True),
        ("E-postadress till den ansvariga", True),
        ("upphör?", False),
        ("3 Så har medlen använts", False),
        ("Kommunen har arbetat med frågan i flera år.", False),
        ("Inskickad", True),
        ("Inskickad via enkätverktyget", False),
        ("Bakgrund", False),
        ("Kommentarer:", True),
        ("Kommentarer till budgeten", False),
    ],
)
def test_what_only_a_form_asks(text, asked):
    assert asks(text) is asked


@pytest.mark.parametrize(("text", "is_one"), [("Dnr:", True), ("Datum", True), ("Kommun", False), ("Sökande", False)])
def test_what_a_letterhead_has_as_well(text, is_one):
    assert is_letterheads(text) is is_one


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Ange svaret i heltal.", True),
        ("Flera svar får anges.", True),
        ("Här kan ni berätta om avvikelser.", True),
        ("Gör en samlad bedömning.", True),
        ("Med insats avses här det som har pågått i ett halvår.", True),
        ("Gör uppföljningar varje år.", False),
        ("Högst 20 procent.", False),
        ("Här har vi arbetat med skolan.", False),
        ("Förstärkt stöd till föräldrar.", False),
    ],
)
def test_words_to_whoever_fills_in_the_form(text, is_one):
    assert instructs(text) is is_one
