"""Months, quarters and those who take part as columns of a plan's table."""

import pytest

from extractors.drafts import PlanDraft
from extractors.plans.activity_years import give_years
from extractors.plans.calendar_columns import actors_by_marks, calendar_columns, marked_columns, tells_part_of_year
from extractors.plans.column_roles import column_roles
from extractors.plans.tables import read_plan_table
from tests.table_builders import table


def read(rows: list[list[str]], headers: int = 1) -> PlanDraft:
    plan = PlanDraft()
    read_plan_table(table(rows, headers=headers), plan)
    return plan


@pytest.mark.parametrize(
    ("heads", "years"),
    [
        (["Jan", "feb.", "Mars"], [None, None, None]),
        (["Kvartal 1", "Q2", "kv. 3"], [None, None, None]),
        (["VT 2026", "HT26"], [2026, 2026]),
        (["jan–mars", "april-juni"], [None, None]),
        ([*"JFMAMJJASOND"], [None] * 12),
        (["Majas", "Marsvin"], []),
        ([*"JFMA"], []),
        (["Vecka 40"], []),
    ],
)
def test_which_columns_parts_of_a_year_head(heads, years):
    given = table([["Aktivitet", *heads], ["Gå en tipsrunda", *("x" for _ in heads)]])

    assert list(calendar_columns(given).values()) == years


def test_a_year_over_its_quarters_is_theirs():
    given = table([["Aktivitet", "2026", "", "2027"], ["", "Q1", "Q2", "Q1"], ["Gå en runda", "x", "", "x"]], headers=2)
    cells = [c.model_copy(update={"col_span": 2}) if c.text == "2026" else c for c in given.cells]

    assert calendar_columns(given.model_copy(update={"cells": tuple(cells)})) == {1: 2026, 2: 2026, 3: 2027}


def test_marks_below_months_are_when_what_their_rows_say_is_done():
    plan = read([["Vad", "Jan", "Feb", "Mars"], ["Dansa i parken", "x", "", "x"], ["Tända ljus 2027", "", "x", ""]])
    give_years(plan, None, 2026)

    assert [(each.text, each.years) for each in plan.activities] == [
        ("Dansa i parken", {(2026, "plan_period")}),
        ("Tända ljus 2027", {(2026, "plan_period")}),
    ]


def test_how_far_it_is_in_each_quarter_says_when_it_is_done():
    plan = read(
        [["Aktivitet", "Jan–mars", "April–juni"], ["Bygga en lekplats", "Start", "Klart"], ["Rida", "", "Pågår"]]
    )

    assert [(each.text, each.in_plan_year) for each in plan.activities] == [("Bygga en lekplats", True), ("Rida", True)]


def test_texts_below_quarters_are_what_is_done_in_them():
    plan = read(
        [
            ["Område", "Kvartal 1", "Kvartal 2"],
            ["Skola", "Starta kamratgrupper i årskurs 4", "Utbilda rastvärdar i samtal"],
            ["Fritid", "Öppna ridhuset på lovet", "Hålla en kurs för ledare"],
        ]
    )

    assert [each.text for each in plan.activities] == [
        "Starta kamratgrupper i årskurs 4",
        "Utbilda rastvärdar i samtal",
        "Öppna ridhuset på lovet",
        "Hålla en kurs för ledare",
    ]
    assert all(each.in_plan_year for each in plan.activities)


def test_what_is_told_of_quarters_in_words_need_not_be_done():
    rows = [["Enhet", "Kvartal 1", "Kvartal 2"], ["Skola", "Frånvaron var högre än i fjol", "Frånvaron har sjunkit"]]

    assert column_roles(table([*rows, ["Vård", "Köerna var längre än i fjol", "Köerna har blivit kortare"]])) == {
        0: "unit"
    }


def test_a_month_beside_an_act_is_of_the_plans_year():
    plan = read([["Månad", "Aktivitet"], ["November", "Skriva planen för 2027"], ["2026", "Gå en kurs"]])
    give_years(plan, None, 2026)

    assert [sorted(each.years) for each in plan.activities] == [[(2026, "plan_period")], [(2026, "heading")]]


def test_rows_mark_who_takes_part():
    plan = read(
        [
            ["Insats", "Alby kommun", "Berga kommun", "Regionen"],
            ["Starta en jour", "x", "", "X"],
            ["Utbilda", "", "x", ""],
        ]
    )

    assert [(each.text, each.responsible) for each in plan.activities] == [
        ("Starta en jour", "Alby kommun, Regionen"),
        ("Utbilda", "Berga kommun"),
    ]


@pytest.mark.parametrize("heads", [["Ja", "Nej"], ["Låg", "Hög"], ["Jan", "Feb"]])
def test_marks_below_other_words_are_nobodys(heads):
    given = table([["Insats", *heads], ["Starta en jour", "x", ""], ["Utbilda", "", "x"]])

    assert marked_columns(given).keys() == {1, 2}
    assert actors_by_marks(given) == {}


@pytest.mark.parametrize(
    ("text", "told"), [("Klart i maj", True), ("v. 41", True), ("Löpande", False), ("Maja och Höste", False)]
)
def test_words_that_tell_part_of_a_year(text, told):
    assert tells_part_of_year(text) is told
