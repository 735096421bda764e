"""Sums in the text that name a row of a table, held against that row's sum of their kind."""

import pytest

from checks import CheckInput, run_checks
from tests.account_rows import Tabled, Told, paper

BOARDS = Tabled(
    (
        ("Nämnd", "Fördelat", "Kvar"),
        ("Utbildningsnämnden", "390 000", "48 000"),
        ("Socialnämnden", "520 000", "32 000"),
        ("Kulturnämnden", "210 000", "15 000"),
        ("Summa", "1 120 000", "95 000"),
    ),
    {1: "allocated", 2: "remaining"},
    "Fördelade medel",
)


def said(*told: Told) -> list[tuple[str, str, int | None, int | None]]:
    found = run_checks(CheckInput.from_file_rows([paper("d1", BOARDS, *told)]))[0]
    return [
        (each.rule, each.severity, None if each.expected is None else int(each.expected), int(each.actual or 0))
        for each in found
    ]


def test_a_sum_that_names_a_row_and_is_another_than_the_row_s_is_told():
    assert said(Told("Utbildningsnämnden hade 43 000 kr kvar vid årets slut.", "remaining")) == [
        ("tie.text-table", "warning", 48_000, 43_000)
    ]


@pytest.mark.parametrize(
    ("sentence", "kind", "year"),
    [
        ("Utbildningsnämnden hade 48 000 kr kvar vid årets slut.", "remaining", None),
        ("Utbildningsnämnden hade 48 tkr kvar vid årets slut.", "remaining", None),
        ("Utbildningsnämnden har använt 43 000 kr.", "spent", None),
        ("Utbildningsnämnden hade 43 000 kr kvar 2021.", "remaining", 2021),
        ("Utbildningsnämnden och Kulturnämnden hade 60 000 kr kvar.", "remaining", None),
        ("Av det som Utbildningsnämnden hade kvar var 43 000 kr varav löner.", "remaining", None),
        ("Utbildningsnämnden hade bara 4 000 kr kvar till läromedel.", "remaining", None),
        ("Byggnadsnämnden hade 43 000 kr kvar.", "remaining", None),
    ],
)
def test_what_agrees_or_may_be_of_something_else_is_left_alone(sentence: str, kind, year: int | None):
    assert said(Told(sentence, kind, year)) == []


def test_two_sums_of_one_sentence_are_left_alone():
    words = "Utbildningsnämnden hade 43 000 kr kvar."

    assert said(Told(words, "remaining"), Told(words, "remaining")) == []


GROUPS = Tabled(
    (
        ("Insats", "Budget", "Utfall"),
        ("Familjerådgivning för unga", "120 000", "118 600"),
        ("Kurser i återhämtning", "90 000", "88 400"),
        ("Summa", "210 000", "207 000"),
    ),
    {1: "planned", 2: "spent"},
    "Utfall 2022, kronor",
)


def costs(sentence: str) -> list[tuple[str, str, int | None]]:
    found = run_checks(CheckInput.from_file_rows([paper("d1", GROUPS, Told(sentence, "spent"))]))[0]
    return [(each.rule, each.severity, None if each.expected is None else int(each.expected)) for each in found]


def test_the_cost_of_a_thing_names_the_row_that_is_called_after_it_and_never_the_total():
    assert costs("Kostnaden för rådgivningen blev 116 800 kr.") == [("tie.text-table", "error", 118_600)]
    assert costs("Kostnaden för rådgivningen blev 118 600 kr.") == []
    assert costs("Kostnaden för lokalen blev 116 800 kr.") == []


def test_the_rest_that_was_used_for_something_is_no_total():
    assert costs("Resterande 101 300 kr har gått till resor.") == []
    assert costs("Det som har använts är 201 700 kr.") != []
