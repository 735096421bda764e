"""Options: which one a sign chooses, and what the print does not tell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.forms.choices import Line, answers_under, is_option, options_in, single_choice


def chosen(*lines: str | Line) -> list[str] | None:
    """The chosen options; None where the lines are no options."""
    options = options_in([line if isinstance(line, Line) else Line(line) for line in lines])
    return None if options is None else [option.words for option in options if option.chosen]


@pytest.mark.parametrize(
    "lines",
    [
        ("[ ] Ja", "[x] Nej", "[ ] Delvis"),
        ("[ ] Ja [x] Nej [ ] Delvis",),
        ("☐ Ja ☒ Nej ☐ Delvis",),
        ("○ Ja", "● Nej", "○ Delvis"),
        ("( ) Ja", "(x) Nej", "( ) Delvis"),
        ("Ja ( ) Nej (x) Delvis ( )",),
        ("Ja ☐ Nej ☒ Delvis ☐",),
        ("Ja", "X Nej", "Delvis"),
        ("Ja X Nej", "Delvis"),
        ("Ja X Nej Delvis",),
        (Line("Ja", "☐"), Line("Nej", "☑"), Line("Delvis", "☐")),
        (Line("Ja"), Line("Nej", bold=True), Line("Delvis")),
    ],
)
def test_the_option_with_the_sign_is_chosen(lines):
    assert chosen(*lines) == ["Nej"]


def test_several_options_can_be_chosen():
    assert chosen("[x] Skolan", "[ ] Vården", "[x] Hemmet") == ["Skolan", "Hemmet"]


@pytest.mark.parametrize(
    "lines",
    [
        ("Ja", "Nej"),
        ("Ja", "Nej", "Vet ej"),
        ("Ja Nej Ej aktuellt",),
        (Line("Ja", "☐"), Line("Nej", "☐")),
        (Line("Uppsökande arbete " * 12, "☐"), Line("Samtal", "☐")),
        ("[ ] Ja", "[ ] Nej"),
    ],
)
def test_a_choice_whose_tick_is_not_printed_is_unknown(lines):
    assert chosen(*lines) == []


@pytest.mark.parametrize(
    "lines",
    [
        ("Ja, med råge.",),
        ("Vi började i mars.", "Sedan gick det fort."),
        ("Riskvärdet är sannolikhet x konsekvens.",),
        ("Gruppen X träffas varje vecka, och det har den gjort i flera år. " * 4,),
    ],
)
def test_an_answer_in_words_is_no_choice(lines):
    assert chosen(*lines) is None


def test_options_with_ja_or_nej_below_each():
    lines = [Line(text) for text in ("Ja, i samma omfattning", "Nej", "Ja, i mindre omfattning", "Ja", "Nej", "Nej")]

    found = answers_under(lines)

    assert found is not None
    assert single_choice("Fortsätter arbetet?", found) == "Ja, i mindre omfattning"


def test_a_question_for_one_has_one_answer():
    found = [("Ungefär hälften", "Nej"), ("Hela bidraget", "Ja")]

    assert single_choice("Vilken del avser barn och unga?", found) == "Hela bidraget"


@pytest.mark.parametrize("texts", [("Ja", "Nej"), ("X Ja", "Nej"), ("Skolan", "Kanske"), ("Skolan", "Ja", "Vården")])
def test_other_lines_are_no_answered_options(texts):
    assert answers_under([Line(text) for text in texts]) is None


def test_a_question_for_several_has_an_answer_for_each():
    assert single_choice("Vilka ingår?", [("Delvis skolan", "Ja"), ("Vården", "Nej")]) is None


@pytest.mark.parametrize(("line", "is_one"), [(Line("Ja"), True), (Line("Skolan", "☐"), True), (Line("Skolan"), False)])
def test_what_looks_like_an_option(line, is_one):
    assert is_option(line) is is_one


@given(st.lists(st.builds(Line, st.text(min_size=1, max_size=40), st.sampled_from([None, "☐", "☒", "•"])), max_size=5))
def test_any_lines_are_options_or_not(lines):
    options = options_in(lines)

    assert options is None or all(option.chosen in (True, False, None) for option in options)
