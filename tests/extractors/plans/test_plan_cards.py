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


def spanning(rows: list[list[str]], *full: int, **spans: int):
    """A table whose rows `full` hold one cell over all columns, and others one over the rest of their row."""
    given = table(rows, headers=0)
    over = dict.fromkeys(full, given.n_cols) | {int(row[1:]): columns for row, columns in spans.items()}
    cells = [
        cell.model_copy(update={"col_span": over[cell.row]})
        if cell.row in over and (cell.row in full or cell.col > 0)
        else cell
        for cell in given.cells
    ]
    return given.model_copy(update={"cells": tuple(cells)})


def test_labels_may_stand_beside_each_others_values():
    rows = [
        ["Aktivitet 2", "Rullande fik i byarna", "", ""],
        ["Vad?", "En buss med kaffe besöker sex byar.", "Varför?", "Många har långt till närmaste granne."],
        ["Vem?", "Hemtjänstchefen", "När?", "April 2026–2027"],
        ["Hur följer vi upp?", "Antal gäster per besök", "", ""],
    ]
    plan = PlanDraft()

    read = read_card(spanning(rows, r0=3, r3=3), plan, above())

    assert [(each.text, each.responsible, each.heading_years) for each in plan.activities] == [
        ("Rullande fik i byarna", "Hemtjänstchefen", (2026, 2027))
    ]
    assert [each.text for each in plan.indicators] == ["Antal gäster per besök"]
    assert {row.activity for row in read.values()} == set(plan.activities)


ABOVE = [
    ["Skridskor åt alla", "", ""],
    ["Mål", "Ansvarig", "Tidplan"],
    ["Fler barn rör sig varje dag", "Fritidschefen", "2027"],
    ["Aktiviteter", "", ""],
    ["Låna ut skridskor. Hålla isen öppen på kvällen.", "", ""],
    ["Indikator", "Kostnad", "Status"],
    ["Antal utlånade par", "20 000 kr", "Pågår"],
]


def test_labels_may_stand_above_their_values():
    plan = PlanDraft()

    read_card(spanning(ABOVE, 0, 3, 4), plan, None)

    assert [(each.title, each.cost) for each in plan.initiatives] == [("Skridskor åt alla", "20 000 kr")]
    assert [goal.text for goal in plan.goals] == ["Fler barn rör sig varje dag"]
    assert [(each.text, each.responsible, each.heading_years) for each in plan.activities] == [
        ("Låna ut skridskor.", "Fritidschefen", (2027, 2027)),
        ("Hålla isen öppen på kvällen.", "Fritidschefen", (2027, 2027)),
    ]
    assert [each.text for each in plan.indicators] == ["Antal utlånade par"]


def test_one_row_of_labels_over_its_values_is_no_card():
    assert not is_card(spanning(ABOVE[:3], 0))
    rows = [["Mål", "Aktivitet", "Ansvarig"], ["Färre faller", "Sanda gångvägar", "Gatuchefen"]]
    assert not is_card(table([*rows, ["Fler cyklar", "Måla cykelfält", "Gatuchefen"]]))
    assert not is_card(table([*rows, *rows]))


def test_rows_of_values_below_their_labels_say_each_of_their_own():
    rows = [
        ["Mål", "Ingen elev är utanför", ""],
        ["Aktivitet", "Ansvarig", "Klart"],
        ["Utbilda rastvärdar", "Rektor", "2026"],
        ["Starta en kör", "Kulturskolan", "2027"],
    ]
    plan = PlanDraft()

    read = read_card(spanning(rows, r0=2), plan, above())

    assert [(each.text, each.responsible, each.heading_years) for each in plan.activities] == [
        ("Utbilda rastvärdar", "Rektor", (2026, 2026)),
        ("Starta en kör", "Kulturskolan", (2027, 2027)),
    ]
    assert [read[row].activity for row in (2, 3)] == plan.activities


def test_the_label_that_began_a_card_begins_the_next():
    rows = [["Aktivitet 1", "Gå en kvällsvandring"], ["Ansvarig", "Fritid"], ["När", "2026"]]
    rows += [["Aktivitet 2", "Hålla en kurs i sorg"], ["Ansvarig", "Kyrkan"], ["När", "2027"]]
    plan = PlanDraft()

    read_card(table(rows, headers=0), plan, None)

    assert [(each.text, each.responsible, each.heading_years) for each in plan.activities] == [
        ("Gå en kvällsvandring", "Fritid", (2026, 2026)),
        ("Hålla en kurs i sorg", "Kyrkan", (2027, 2027)),
    ]
    assert len(plan.initiatives) == 2


def test_cells_may_hold_their_labels():
    rows = [["Aktivitet 4: Öppna en verkstad för cyklar", "", ""]]
    rows += [["Ansvarig: Arbetscentrum", "Tid: hösten 2026", "Indikator: Antal lagade cyklar"]]
    plan = PlanDraft()

    read_card(spanning(rows, 0), plan, None)

    assert [(each.text, each.responsible, each.heading_years) for each in plan.activities] == [
        ("Öppna en verkstad för cyklar", "Arbetscentrum", (2026, 2026))
    ]
    assert [each.text for each in plan.indicators] == ["Antal lagade cyklar"]


def test_a_title_over_who_and_when_names_the_activity():
    rows = [["Kvällscafé för unga vuxna", ""], ["Bakgrund", "Många är ensamma."]]
    rows += [["Ansvarig", "Fritidsgården"], ["Tidplan", "2026"]]
    plan = PlanDraft()

    read_card(spanning(rows, 0), plan, None)

    assert [(each.text, each.responsible) for each in plan.activities] == [
        ("Kvällscafé för unga vuxna", "Fritidsgården")
    ]


def test_each_column_below_a_name_may_be_a_card():
    rows = [
        ["", "Barn", "Äldre"],
        ["Mål", "Alla barn har en vuxen att tala med", "Ingen äldre äter ensam"],
        ["Aktivitet", "Öppna en chatt", "Bjuda in till lunch"],
        ["Ansvarig", "Elevhälsan", "Hemtjänsten"],
    ]
    plan = PlanDraft()

    read_card(table(rows), plan, None)

    assert [each.title for each in plan.initiatives] == ["Barn", "Äldre"]
    assert [goal.text for goal in plan.goals] == [rows[1][1], rows[1][2]]
    assert [(each.text, each.responsible) for each in plan.activities] == [
        ("Öppna en chatt", "Elevhälsan"),
        ("Bjuda in till lunch", "Hemtjänsten"),
    ]


def test_facts_of_the_document_are_no_card():
    rows = [["Dokumenttyp", "Plan"], ["Ansvarig", "Strategen"], ["Giltig", "2026"], ["Syfte", "Samordna arbetet"]]

    assert not is_card(table(rows, headers=0))
