"""Lead-ins above lists that are known by their words and by the list together, and sentences that only introduce."""

import pytest

from tests.plan_builders import activities, goals, heading, item, prose, read

_ACTS = ("Utbilda all personal i bemötande", "Starta en samtalsgrupp för anhöriga", "Ta fram en rutin för remisser")
_GOALS = ("Alla unga känner sig delaktiga.", "Färre äldre upplever ensamhet.", "Ingen väntar längre än en vecka.")
_MEASURES = ("Antal genomförda utbildningar", "Andel elever som trivs", "Antal deltagare i grupperna")


@pytest.mark.parametrize(
    "lead",
    ["För att komma dit kommer nämnden att", "Under 2026 ska kommunen och föreningarna:", "Det gör vi genom att"],
)
def test_an_unfinished_clause_over_acts_leads_to_them(lead):
    plan = read(heading("Trygg skola", 2), prose(lead), *map(item, _ACTS))

    assert activities(plan) == list(_ACTS)
    assert {activity.basis for activity in plan.activities} == {"lead_in"}


def test_verbs_tell_acts_and_a_counted_strategy_is_the_plans_own():
    acts = ["öka antalet vuxna i skolan", "bygga bänkar i parken"]

    assert activities(read(heading("Strategi 2. Skola", 2), prose("Det gör vi genom att:"), *map(item, acts))) == acts
    assert activities(read(heading("Strategin", 2), prose("Det gör vi genom att:"), *map(item, acts))) == []


def test_acts_under_a_goal_end_it():
    plan = read(
        heading("Mål", 3),
        prose("Fler unga mår bra."),
        prose("För att komma dit kommer nämnden att"),
        *map(item, _ACTS),
        heading("Mål", 3),
        prose("Färre äldre är ensamma."),
        prose("För att komma dit kommer nämnden att"),
        *map(item, _ACTS[:2]),
    )

    assert [text for text, _ in goals(plan)] == ["Fler unga mår bra.", "Färre äldre är ensamma."]
    assert activities(plan) == [*_ACTS, *_ACTS[:2]]


@pytest.mark.parametrize(
    "lead",
    [
        "Enligt skollagen ska rektor:",
        "Syftet med planen är att",
        "Den nationella strategin lyfter åtgärder:",
        "Insatser som redan är gjorda:",
        "Nämnden ansvarar för att",
        "Kommunen ska under året göra tre saker.",
    ],
)
def test_what_others_demand_and_what_is_done_already_is_led_to_by_nothing(lead):
    assert activities(read(heading("Bakgrunden", 2), prose(lead), *map(item, _ACTS))) == []


def test_a_goal_after_an_announcing_clause_and_the_lettered_ones_below_it():
    plan = read(
        heading("Vart vi styr", 2),
        prose(
            "Planen har ett övergripande mål: Ensamheten ska minska varje år. Därtill finns tre delmål som ska vara "
            "nådda när planen löper ut:"
        ),
        *map(item, _GOALS),
    )

    assert [text for text, _ in goals(plan)] == ["Ensamheten ska minska varje år.", *_GOALS]


def test_measures_after_a_sentence_on_what_is_measured():
    plan = read(heading("Sist men inte minst", 2), prose("Varje höst mäter nämnden därför"), *map(item, _MEASURES))

    assert [indicator.text for indicator in plan.indicators] == list(_MEASURES)


def test_a_sentence_before_the_measures_is_none():
    plan = read(
        heading("Indikatorer", 2),
        prose("Uppgifterna hämtas ur register som redan finns."),
        *map(item, _MEASURES),
    )

    assert [indicator.text for indicator in plan.indicators] == list(_MEASURES)


def test_a_sentence_before_the_parts_of_a_section_is_no_activity():
    plan = read(
        heading("Aktiviteter", 2),
        prose("Texten nedan är sorterad efter planens tre områden och beskriver hela året."),
        heading("Skola", 3),
        item(_ACTS[0]),
    )

    assert activities(plan) == [_ACTS[0]]


def test_a_dated_head_before_its_text():
    plan = read(
        heading("Unga", 2),
        prose("Delmål 2026: Alla skolor har en kurator."),
        heading("Äldre", 2),
        prose("Delmål 2026: Ingen är ofrivilligt ensam."),
    )

    assert goals(plan) == [
        ("Alla skolor har en kurator.", "unspecified"),
        ("Ingen är ofrivilligt ensam.", "unspecified"),
    ]


def test_a_target_that_comes_back_in_each_part_is_the_plans_own():
    parts = [
        (heading(name, 2), prose(f"Målbild 2030: {goal}"), prose("Delmål 2026: Alla kommuner har en plan."))
        for name, goal in zip(("Unga", "Vuxna", "Äldre"), _GOALS, strict=True)
    ]
    plan = read(*(block for part in parts for block in part))

    assert [goal.text for goal in plan.goals if goal.headed] == list(_GOALS)


def test_heads_that_their_lists_go_on_with_sort_the_goals_below_one_head():
    plan = read(
        heading("Mål", 2),
        prose("Långsiktiga mål är"),
        item(_GOALS[0]),
        prose("Mål för perioden 2025–2027 är"),
        *map(item, _GOALS[1:]),
    )

    assert goals(plan) == [(_GOALS[0], "long_term"), *((goal, "unspecified") for goal in _GOALS[1:])]


def test_a_goal_told_below_a_heading_of_purpose_and_goals_is_one():
    told = "Målet är att ingen i kommunen ska vara ensam."

    assert goals(read(heading("Syfte och mål", 2), prose(told))) == [(told, "unspecified")]
    assert goals(read(heading("Syfte", 2), prose(told))) == []


def test_measures_that_a_sentence_on_follow_up_leads_to_under_the_heading_that_ends_the_plan():
    lead = "Styrgruppen följer upp överenskommelsen två gånger per år utifrån dessa indikatorer:"
    ours = read(heading("Ledning och uppföljning", 2), prose(lead), *map(item, _MEASURES))
    theirs = read(heading("Ansvar och uppföljning", 2), prose("Regeringens mål följs så:"), *map(item, _MEASURES))

    assert [indicator.text for indicator in ours.indicators] == list(_MEASURES)
    assert theirs.indicators == []
    assert activities(read(heading("Uppföljning", 2), prose("Det gör vi genom att:"), *map(item, _ACTS))) == []


def test_a_target_alone_over_what_shall_be_is_the_plans_own_and_over_acts_opens_nothing():
    assert [text for text, _ in goals(read(heading("§ 3 Målbild", 2), *map(item, _GOALS)))] == list(_GOALS)
    assert goals(read(heading("§ 3 Målbild", 2), *map(item, _ACTS))) == []


def test_what_an_area_has_for_its_goal_and_how_it_is_followed_up():
    plan = read(
        heading("Fritid", 2),
        prose("Området har som mål att fler unga ska hitta till en förening."),
        prose("För att nå målet ska kommunen:"),
        item("Öppna ett kafé på torget."),
        prose("Målet följs upp med hjälp av:"),
        item("Antal besök på kaféet"),
    )

    assert [text for text, _ in goals(plan)] == ["Området har som mål att fler unga ska hitta till en förening."]
    assert [activity.text for activity in plan.activities] == ["Öppna ett kafé på torget."]
    assert [indicator.text for indicator in plan.indicators] == ["Antal besök på kaféet"]


@pytest.mark.parametrize("sign", [":", "."])
def test_a_head_before_its_text_may_be_a_sentence_where_it_comes_again(sign):
    plan = read(
        heading("Skola", 2),
        prose(f"Steg på vägen{sign} Utbilda alla lärare i samtal om hälsa."),
        heading("Fritid", 2),
        prose(f"Steg på vägen{sign} Öppna ett kafé för unga på torget."),
    )

    assert [activity.text for activity in plan.activities] == [
        "Utbilda alla lärare i samtal om hälsa.",
        "Öppna ett kafé för unga på torget.",
    ]


def test_a_line_of_who_and_when_may_ask():
    plan = read(
        heading("Insatser"),
        prose("1.1 Öppna ett kafé på torget."),
        prose("Ansvarig nämnd: Fritidsnämnden. När? 2026–2027."),
        prose("1.2 Utbilda ledare i samtal."),
        prose("Vem? Skolchefen"),
    )

    assert [activity.heading_years for activity in plan.activities] == [(2026, 2027), None]
    assert [activity.responsible for activity in plan.activities] == ["Fritidsnämnden", "Skolchefen"]


def test_a_picture_of_the_future_that_comes_again_beside_acts_is_a_goal():
    areas = [
        ("Skola", "Skolorna ligger nära varandra.", "Bygga en gångväg."),
        ("Fritid", "Torget bjuder in till möten.", "Öppna ett kafé."),
    ]
    told = [
        block
        for name, picture, act in areas
        for block in (heading(name, 2), prose(f"Målbild: {picture}"), prose(f"Så når vi dit: {act}"))
    ]
    without_acts = [block for block in told if "når vi dit" not in block.text]

    assert [text for text, _ in goals(read(*told))] == [picture for _, picture, _ in areas]
    assert goals(read(*without_acts)) == []


def test_items_below_who_shall_do_them_are_acts_though_one_begins_with_when():
    acts = ["samordna arbetet i kommunen", "årligen genomföra en kampanj för vuxna", "utbilda all personal i bemötande"]

    assert activities(read(heading("3.1 Kommunstyrelsen ska", 3), *map(item, acts))) == acts


def test_lead_ins_within_a_section_of_goals_say_how_far_off_they_are():
    plan = read(
        heading("Vad vi vill uppnå", 2),
        prose("På lång sikt, fram till 2035, ska"),
        item("ingen ha tagit sitt liv"),
        prose("På kort sikt, under planperioden, ska"),
        item("alla förvaltningar ha rutiner"),
        item("fler unga må bra"),
    )

    assert goals(plan) == [
        ("ingen ha tagit sitt liv", "long_term"),
        ("alla förvaltningar ha rutiner", "short_term"),
        ("fler unga må bra", "short_term"),
    ]


def test_a_goal_set_as_a_heading_below_the_line_that_counts_it_and_labels_on_one_line():
    plan = read(
        prose("Mål 1"),
        heading("Riskbruk upptäcks tidigt", 4),
        prose("Frågor ställs sällan i dag."),
        prose("Åtgärd 1.1 Fråga alla vid nybesök."),
        prose("Huvudansvar: Regionen Tidplan: 2026"),
        heading("Vi mäter", 5),
        item("Andel nybesök med frågor"),
        prose("Mål 2"),
        heading("Vården är tillgänglig i hela länet", 4),
        prose("Åtgärd 2.1 Öppna en mottagning i varje kommun."),
    )

    assert [text for text, _ in goals(plan)] == ["Riskbruk upptäcks tidigt", "Vården är tillgänglig i hela länet"]
    assert [activity.heading_years for activity in plan.activities] == [(2026, 2026), None]
    assert plan.activities[0].responsible == "Regionen"


def test_items_below_who_shall_do_them_tell_together_that_they_are_acts():
    first = ["ha två medarbetare som kan utbilda andra", "under 2026 utbilda all personal i hemtjänsten"]
    second = ["ordna en föreläsning i oktober varje år"]

    plan = read(
        heading("Område 1", 2),
        prose("Få vet vart de ska vända sig."),
        prose("Omsorgsförvaltningen ska"),
        *map(item, first),
        prose("Samtliga enheter ska"),
        *map(item, second),
    )

    assert activities(plan) == [*first, *second]


def test_what_shall_be_at_the_end_is_no_act():
    plan = read(heading("Område 1", 2), prose("Vid planens slut ska"), *map(item, _GOALS))

    assert activities(plan) == []
