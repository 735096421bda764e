"""Heads of what is told beside goals and activities: they end these, and leave the initiative as it is."""

import pytest

from tests.plan_builders import activities, goals, heading, item, prose, read


def test_heads_of_the_present_state_and_of_who_does_it_are_no_initiatives():
    plan = read(
        heading("Mötesplatser för äldre", level=2),
        heading("Nuläge"),
        prose("Målet är att var tredje äldre i kommunen bor nära en träffpunkt, vilket inte är uppfyllt."),
        heading("Önskat läge"),
        prose("Ingen äldre är ofrivilligt ensam."),
        heading("Insatser"),
        item("Öppna ett kafé i biblioteket."),
        item("Skjutsa till träffarna."),
        heading("Ansvar"),
        prose("Omsorgsnämnden."),
        heading("Indikatorer"),
        item("Antal besök per vecka."),
    )

    assert goals(plan) == [("Ingen äldre är ofrivilligt ensam.", "unspecified")]
    assert activities(plan) == ["Öppna ett kafé i biblioteket.", "Skjutsa till träffarna."]
    assert [activity.responsible for activity in plan.activities] == ["Omsorgsnämnden", "Omsorgsnämnden"]
    assert [initiative.title for initiative in plan.initiatives] == ["Mötesplatser för äldre"]
    assert plan.indicators[0].initiative is plan.initiatives[0]


def test_who_does_it_below_the_indicators_does_all_activities_of_the_initiative():
    plan = read(
        heading("Annat", level=2),
        prose("Vad ska vi göra?", bold=True),
        prose("Bygga en lekplats."),
        heading("Stöd till unga", level=2),
        prose("Vad ska vi göra?", bold=True),
        prose("Ringa upp den som inte svarar."),
        prose("Öppna ett kafé."),
        prose("Hur vet vi att vi lyckas?", bold=True),
        prose("Färre unga saknar sysselsättning."),
        prose("Vem gör det?", bold=True),
        prose("Arbetsmarknadsenheten."),
    )

    assert [activity.responsible for activity in plan.activities] == [None, *["Arbetsmarknadsenheten"] * 2]
    assert [indicator.text for indicator in plan.indicators] == ["Färre unga saknar sysselsättning."]


def test_a_line_of_who_does_it_takes_one_text_and_the_list_goes_on():
    plan = read(
        heading("Insatser"),
        item("Utbilda ledare."),
        prose("Ansvarig:"),
        prose("Fritidschefen"),
        item("Starta en kör."),
    )

    assert activities(plan) == ["Utbilda ledare.", "Starta en kör."]
    assert plan.activities[0].responsible == "Fritidschefen"


def test_a_target_group_is_named_below_its_head():
    plan = read(
        heading("Samtalsstöd", level=2),
        heading("Målgrupp"),
        prose("Nyblivna föräldrar."),
        heading("Mål"),
        prose("Fler söker stöd tidigt."),
    )

    assert [goal.target_group for goal in plan.goals] == ["Nyblivna föräldrar"]


def test_a_chapter_of_such_a_name_ends_the_initiative_before_it():
    plan = read(
        heading("Samtalsstöd", level=2),
        heading("Mål"),
        prose("Fler söker stöd tidigt."),
        heading("Uppföljning", level=2),
        prose("Planen följs upp varje år."),
    )

    assert goals(plan) == [("Fler söker stöd tidigt.", "unspecified")]


@pytest.mark.parametrize("head", ["Åtgärd A1.1", "Åtgärd 3", "Aktivitet 7"])
def test_a_numbered_activity_without_a_name_is_what_stands_below(head):
    plan = read(
        heading("Delmål A1. Alla vårdcentraler frågar om hur man mår"),
        heading(head, level=4),
        prose("Översätta ett formulär."),
        prose("Det finns flera att välja bland."),
        prose("Ansvarig: Primärvården"),
    )

    assert goals(plan) == [("Alla vårdcentraler frågar om hur man mår", "unspecified")]
    assert activities(plan) == ["Översätta ett formulär."]
    assert plan.activities[0].number == head.split()[1]
    assert plan.activities[0].responsible == "Primärvården"


def test_a_sentence_on_when_set_apart_is_the_acts_last_one():
    plan = read(
        heading("Åtgärder"),
        prose("Kören övar i biblioteket. Kommunen lånar ut lokalen."),
        prose("Genomförs 2026–2028.", italic=True),
    )

    assert activities(plan) == ["Kören övar i biblioteket. Kommunen lånar ut lokalen. Genomförs 2026–2028."]


def test_what_a_sentence_on_when_follows_is_an_act_whatever_its_words():
    plan = read(
        heading("Kören", 2), prose("Körledaren bekostas av kyrkan, noterna av skolan."), prose("Klart under 2027.")
    )

    assert activities(plan) == ["Körledaren bekostas av kyrkan, noterna av skolan. Klart under 2027."]


def test_the_name_of_who_does_it_is_no_act():
    plan = read(heading("Åtgärder"), item("Starta en kör."), item("Kultur- och fritidsnämnden"))

    assert activities(plan) == ["Starta en kör."]
    assert plan.activities[0].responsible == "Kultur- och fritidsnämnden"


def test_where_the_figures_come_from_ends_no_list():
    plan = read(heading("Indikatorer"), item("Antal körer"), prose("Källa: biblioteket"), item("Andel som sjunger"))

    assert [indicator.text for indicator in plan.indicators] == ["Antal körer", "Andel som sjunger"]
