"""An initiative as a table of two columns: its heads in the first, what they say beside them."""

import pytest

from extractors.drafts import InitiativeDraft, PlanDraft
from extractors.plans.cards import is_card, read_card
from models.place import Place
from tests.table_builders import table

CARD = [
    ["Målgrupp", "Elever i högstadiet"],
    ["Långsiktigt mål", "Alla elever har någon att tala med. Ingen väntar länge."],
    ["Kortsiktiga mål", "Varje skola har en samtalstid. Alla elever känner till elevhälsan."],
    ["Aktiviteter", "Anställa två kuratorer. Utbilda mentorer i samtal."],
    ["Indikator", "Andel elever som är nöjda"],
    ["Ansvarig", "Elevhälsochefen"],
    ["Tidplan", "2025–2026"],
    ["Kostnad", "Ryms i budgeten"],
]


def above(title: str = "Samtal på skoltid") -> InitiativeDraft:
    return InitiativeDraft(title, (Place(page=1, x0=70, top=10, x1=520, bottom=22),), "Tidiga insatser")


@pytest.mark.parametrize(
    ("rows", "card"),
    [
        (CARD, True),
        ([["Mål", "Alla får svar"], ["Aktivitet", "Öppna en jour"]], True),
        ([["Mål", "Alla får svar"], ["Mål", "Ingen väntar"]], False),
        ([["Mål", "Aktivitet"], ["Alla får svar", "Öppna en jour"]], False),
        ([["Kostnad", "100"], ["Indikator", "Antal svar"]], False),
        ([["Mål", "3"], ["Aktivitet", "4"], ["Möten", "5"], ["Resor", "6"]], False),
        ([["Mål", "Alla får svar", "x"], ["Aktivitet", "Öppna en jour", "x"]], False),
    ],
)
def test_which_tables_are_cards(rows, card):
    assert is_card(table(rows, headers=0)) is card


def test_a_card_says_all_of_its_initiative():
    plan, initiative = PlanDraft(), above()

    rows = read_card(table(CARD, headers=0), plan, initiative)

    assert plan.initiatives == [initiative]
    assert (initiative.target_group, initiative.cost) == ("Elever i högstadiet", "Ryms i budgeten")
    assert [(goal.text, goal.horizon) for goal in plan.goals] == [
        ("Alla elever har någon att tala med. Ingen väntar länge.", "long_term"),
        ("Varje skola har en samtalstid.", "short_term"),
        ("Alla elever känner till elevhälsan.", "short_term"),
    ]
    assert [(each.text, each.heading_years, each.responsible) for each in plan.activities] == [
        ("Anställa två kuratorer.", (2025, 2026), "Elevhälsochefen"),
        ("Utbilda mentorer i samtal.", (2025, 2026), "Elevhälsochefen"),
    ]
    assert [each.text for each in plan.indicators] == ["Andel elever som är nöjda"]
    assert {each.focus_area for each in plan.activities} == {"Tidiga insatser"}
    assert {row.initiative for row in rows.values()} == {initiative}


def test_a_card_with_a_name_is_an_initiative_of_its_own():
    plan = PlanDraft()

    read_card(table([["Insats", "Öppet hus"], *CARD], headers=0), plan, above("Våra insatser"))

    assert [(each.title, each.focus_area) for each in plan.initiatives] == [("Öppet hus", "Tidiga insatser")]


def test_an_empty_answer_states_nothing():
    plan = PlanDraft()

    read_card(table([["Mål", ""], ["Aktivitet", "Öppna en jour"]], headers=0), plan, None)

    assert plan.goals == []
    assert [each.text for each in plan.activities] == ["Öppna en jour"]


@pytest.mark.parametrize(
    ("said", "indicators"),
    [("Antal elever som deltagit i samtal", 1), ("Styrgruppen går igenom läget två gånger om året.", 0)],
)
def test_how_it_is_followed_up_is_an_indicator_where_its_words_are(said, indicators):
    plan = PlanDraft()
    read_card(table([*CARD[:4], ["Hur följer vi upp?", said]], headers=0), plan, above())

    assert [indicator.text for indicator in plan.indicators] == [said] * indicators


def test_an_initiative_told_by_its_name_alone_is_its_own_activity():
    plan = PlanDraft()
    card = [["Mål", "Alla får svar"], ["Insats", "Utbilda tränare"], ["Indikator", "Antal tränare"], ["När", "2026"]]

    read_card(table(card, headers=0), plan, None)

    assert [(a.text, a.heading_years) for a in plan.activities] == [("Utbilda tränare", (2026, 2026))]
    assert [i.title for i in plan.initiatives] == ["Utbilda tränare"]


def test_the_sums_of_a_card_with_one_activity_are_its_own():
    plan = PlanDraft()

    rows = read_card(table([["Mål", "Alla får svar"], ["Aktivitet", "Öppna en jour"]], headers=0), plan, None)

    assert [row.activity for row in rows.values()] == plan.activities * 2


def test_rows_over_both_columns_name_the_cards_of_one_table():
    rows = [
        ["Blad 1. Kvällsöppet", ""],
        ["Önskat läge", "Färre unga är ensamma på kvällen."],
        ["Insats", "Hålla öppet till klockan nio"],
        ["Mäts genom", "Antal besök per kväll"],
        ["Blad 2. Sömnskolan", ""],
        ["Önskat läge", "Fler elever sover åtta timmar."],
        ["Insats", "Hålla en kurs i sömn"],
        ["Mäts genom", "Andel elever som sover bättre"],
    ]
    both = table(rows, headers=0)
    cells = [c.model_copy(update={"col_span": 2}) if c.text.startswith("Blad") else c for c in both.cells]
    plan = PlanDraft()

    read = read_card(both.model_copy(update={"cells": tuple(cells)}), plan, None)

    assert [initiative.title for initiative in plan.initiatives] == ["Blad 1. Kvällsöppet", "Blad 2. Sömnskolan"]
    assert [goal.initiative.title for goal in plan.goals if goal.initiative] == [i.title for i in plan.initiatives]
    assert [each.text for each in plan.activities] == ["Hålla öppet till klockan nio", "Hålla en kurs i sömn"]
    assert len(plan.indicators) == 2
    assert set(read) == {1, 2, 3, 5, 6, 7}


def test_a_card_may_count_its_activity_and_ask_how_it_is_followed_up():
    rows = [["Aktivitet 1", "Utbilda alla chefer i samtalsstöd"], ["Varför?", "Många efterfrågar stöd."]]
    rows += [["Vem ansvarar?", "Personalchefen"], ["Hur följs det upp?", "Antal utbildade chefer"]]
    plan = PlanDraft()

    read_card(table(rows, headers=0), plan, above())

    assert [(each.text, each.responsible) for each in plan.activities] == [
        ("Utbilda alla chefer i samtalsstöd", "Personalchefen")
    ]
    assert [each.text for each in plan.indicators] == ["Antal utbildade chefer"]
