"""Heads that ask, answer or begin a sentence, and compounds that are known by their last word."""

import pytest

from extractors.plans.asked_heads import asked_head
from extractors.plans.column_roles import column_roles
from extractors.plans.heads import Head, head_of
from tests.table_builders import table


@pytest.mark.parametrize(
    ("text", "kind", "horizon"),
    [
        ("Vad vill vi uppnå?", "goal", "unspecified"),
        ("Vad vill vi uppnå på sikt?", "goal", "long_term"),
        ("Vad ska vi uppnå i år?", "goal", "short_term"),
        ("Vart vill vi komma på lång sikt?", "goal", "long_term"),
        ("Vilka mål vill kommunen nå?", "goal", "unspecified"),
        ("Vad vi vill uppnå", "goal", "unspecified"),
        ("Vart vi är på väg", "goal", "unspecified"),
        ("Dit är vi på väg", "goal", "unspecified"),
        ("Det här vill vi ha uppnått", "goal", "unspecified"),
        ("Vad ska vi ha åstadkommit?", "goal", "unspecified"),
        ("Vart vill vi hän?", "goal", "unspecified"),
        ("Vad vi räknar", "indicator", "unspecified"),
        ("Det här räknar vi", "indicator", "unspecified"),
        ("Vad räknar vi med?", None, None),
        ("Vad tar vi oss för?", "activity", "unspecified"),
        ("Det här åtar vi oss", "activity", "unspecified"),
        ("Vi gör", "activity", "unspecified"),
        ("VI MÄTER", "indicator", "unspecified"),
        ("Vi följer upp genom", "indicator", "unspecified"),
        ("Vad vi gör", "activity", "unspecified"),
        ("Hur vi ska göra det", "activity", "unspecified"),
        ("Hur vi når målen", "activity", "unspecified"),
        ("Hur vi mår", None, None),
        ("Hit vill vi komma", "goal", "unspecified"),
        ("Dit vill vi", "goal", "unspecified"),
        ("Vi vill att", "goal", "unspecified"),
        ("Vi vill …", "goal", "unspecified"),
        ("Önskat läge", "goal", "unspecified"),
        ("Så ska det bli", "goal", "unspecified"),
        ("Därför ska vi", "activity", "unspecified"),
        ("Vad gör vi i år?", "activity", "unspecified"),
        ("Vad behöver göras?", "activity", "unspecified"),
        ("Det här ska vi göra under 2025", "activity", "unspecified"),
        ("Vägen dit", "activity", "unspecified"),
        ("Hur når vi målen?", "activity", "unspecified"),
        ("Hur mäter vi?", "indicator", "unspecified"),
        ("Mäts genom", "indicator", "unspecified"),
        ("Vi ser att vi lyckas när", "indicator", "unspecified"),
        ("Vi har lyckats när", "indicator", "unspecified"),
        ("Vad kostar det?", "cost", "unspecified"),
        ("Det här följer vi", "indicator", "unspecified"),
        ("Vad ska mätas?", "indicator", "unspecified"),
        ("Vi ska uppnå", "goal", "unspecified"),
        ("Vi ska genomföra", "activity", "unspecified"),
        ("Så följer vi upp", None, None),
        ("Så håller vi löftet", "activity", "unspecified"),
        ("Hur uppfyller vi målen?", "activity", "unspecified"),
        ("Det här rullar vidare", "activity", "unspecified"),
        ("Detta sätter vi i gång", "activity", "unspecified"),
        ("Vad ska hända?", "activity", "unspecified"),
        ("Hur syns det?", "indicator", "unspecified"),
        ("Hur märks resultatet i skolan?", "indicator", "unspecified"),
        ("Hur ser vi det?", None, None),
        ("Så ska vi arbeta", "activity", "unspecified"),
        ("Hur vet vi?", "indicator", "unspecified"),
        ("Så vet vi det", "indicator", "unspecified"),
        ("Hur vet vi vem som behöver stöd?", None, None),
        ("Det vi vill uppnå", "goal", "unspecified"),
        ("Vad har hänt?", None, None),
        ("Hur mår barnen?", None, None),
        ("Vad vill unga själva?", None, None),
        ("Var är vi i dag?", None, None),
        ("Varför gör vi detta?", None, None),
        ("Så arbetar vi", None, None),
        ("Vi vill tacka alla som har bidragit till arbetet", None, None),
        ("Det här är vi", None, None),
    ],
)
def test_a_question_is_told_by_its_verb(text, kind, horizon):
    assert asked_head(text) == (None if kind is None else (kind, horizon))


@pytest.mark.parametrize(
    ("text", "kind", "horizon"),
    [
        ("SMART-mål", "goal", "unspecified"),
        ("Mål för planen", "goal", "unspecified"),
        ("Målformulering", "goal", "unspecified"),
        ("Effekter på lång sikt", "goal", "long_term"),
        ("Resultat på kort sikt", "goal", "short_term"),
        ("Nyckelaktiviteter", "activity", "unspecified"),
        ("Åtgärder under programperioden", "activity", "unspecified"),
        ("Effektmått", "indicator", "unspecified"),
    ],
)
def test_compounds_and_effects(text, kind, horizon):
    assert head_of(text) == Head(kind, horizon=horizon)


@pytest.mark.parametrize(
    "text", ["Föremål", "Ändamål", "Folkhälsomål", "Effekter", "Resultat", "Resultat och effekter"]
)
def test_words_that_are_no_goals_of_the_plan(text):
    assert head_of(text) is None


def test_columns_of_a_logic_model():
    head = ["Resurser", "Aktiviteter", "Effekter på kort sikt", "Effekter på lång sikt"]
    assert column_roles(table([head, ["a", "b", "c", "d"]])) == {0: "amount", 1: "activity", 2: "goal", 3: "goal"}
