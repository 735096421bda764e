"""Tables of plans: columns by their header, rows as initiatives, years by marks; the words that say what a sum is."""

import pytest

from extractors.drafts import ActivityDraft, InitiativeDraft, PlanDraft
from extractors.plans.column_roles import column_roles, is_plan_table
from extractors.plans.matrix import goes_on, matrix_years, read_matrix
from extractors.plans.tables import read_plan_table, year_in
from models.blocks import Table
from models.place import Place
from tests.table_builders import table


def read(given: Table, **options) -> PlanDraft:
    plan = PlanDraft()
    read_plan_table(given, plan, **options)
    return plan


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("Satsning", "activity"),
        ("Därför (mål)", "goal"),
        ("Aktivitet", "activity"),
        ("Aktiviteter", "activity"),
        ("Insats", "activity"),
        ("Planerad åtgärd", "activity"),
        ("Åtgärder", "activity"),
        ("Kontroll", "activity"),
        ("Så kontrolleras det", "activity"),
        ("Insatser och aktiviteter", "activity"),
        ("Kontrollansvarig", "responsible"),
        ("Utförs av", "responsible"),
        ("Huvudman för arbetet", "responsible"),
        ("Pengar", "amount"),
        ("Långsiktiga mål", "goal"),
        ("Kortsiktigt mål", "goal"),
        ("Uppföljning", "indicator"),
        ("Mål", "goal"),
        ("Målsättning", "goal"),
        ("Målbild 31 dec 2027", "goal"),
        ("Syfte och mål", "goal"),
        ("Mål & aktivitet", "goal_and_activity"),
        ("Mål och aktiviteter", "goal_and_activity"),
        ("Mål/aktivitet", "goal_and_activity"),
        ("Målgrupp", "target_group"),
        ("Målområde", "focus_area"),
        ("Fokusområde", "focus_area"),
        ("Indikator", "indicator"),
        ("Uppföljningsmått", "indicator"),
        ("Ansvarig", "responsible"),
        ("Tidplan", "years"),
        ("När", "years"),
        ("Belopp (kr)", "amount"),
        ("Beräknad kostnad", "amount"),
        ("Summa (kr)", "amount"),
        ("Verksamhet", "unit"),
        ("Verksamhetstyp", "unit"),
        ("Förvaltning", "unit"),
    ],
)
def test_a_column_is_known_by_its_header(header, role):
    assert column_roles(table([[header], ["något"]])) == {0: role}


@pytest.mark.parametrize("header", ["Beskrivning", "Kommun", "Folkmängd", "Nr", "Målbild", "Kommentar"])
def test_other_headers_say_nothing(header):
    assert column_roles(table([[header], ["något"]])) == {}


@pytest.mark.parametrize(
    ("header", "plan"),
    [
        (["Verksamhet", "Satsning", "Mål", "Belopp"], True),
        (["Aktivitet", "Verksamhetstyp", "Summa (kr)"], True),
        (["Mål", "Aktivitet"], True),
        (["Mål", "Indikator"], True),
        (["Mål & aktivitet", "Ansvarig"], True),
        (["Aktivitet", "Beskrivning"], False),
        (["Kommun", "Belopp"], False),
        (["Verksamhet", "Budget"], False),
        (["Mål", "Beskrivning"], False),
        (["Begrepp", "Förklaring"], False),
    ],
)
def test_which_tables_hold_a_plan(header, plan):
    assert is_plan_table(column_roles(table([header, ["något"] * len(header)]))) is plan


def test_a_row_of_a_local_plan_is_an_initiative_with_its_goal_and_activity():
    given = table(
        [
            ["Verksamhet", "Satsning", "Mål", "Belopp"],
            ["Skola", "Samtal på skoltid", "Elever mår bättre", "120 000"],
            ["Fritid", "Öppet hus", "Fler unga har en fritid", "80 000"],
        ]
    )
    plan = PlanDraft()

    rows = read_plan_table(given, plan)

    assert [i.title for i in plan.initiatives] == ["Samtal på skoltid", "Öppet hus"]
    assert [(g.text, g.horizon) for g in plan.goals] == [
        ("Elever mår bättre", "unspecified"),
        ("Fler unga har en fritid", "unspecified"),
    ]
    assert [a.text for a in plan.activities] == ["Samtal på skoltid", "Öppet hus"]
    assert sorted(rows) == [1, 2]
    assert rows[2].initiative is plan.initiatives[1] is plan.goals[1].initiative
    assert rows[2].activity is plan.activities[1]
    assert plan.goals[1].places == (Place(page=1, x0=200, top=40, x1=290, bottom=55),)


def test_every_column_gives_its_part():
    plan = read(
        table(
            [
                ["Fokusområde", "Målgrupp", "Aktivitet", "Indikator", "Ansvarig", "Tidplan"],
                ["Tidiga insatser", "Barn och unga", "Öppet hus", "Antal besök", "Kulturnämnden", "2025–2026"],
            ]
        )
    )

    (activity,) = plan.activities
    assert (activity.focus_area, activity.target_group) == ("Tidiga insatser", "Barn och unga")
    assert (activity.responsible, activity.heading_years) == ("Kulturnämnden", (2025, 2026))
    assert [(i.text, i.initiative) for i in plan.indicators] == [("Antal besök", plan.initiatives[0])]


@pytest.mark.parametrize("role", ["total", "subtotal"])
def test_totals_are_no_initiatives(role):
    plan = read(
        table(
            [
                ["Verksamhet", "Satsning", "Mål", "Belopp"],
                ["Skola", "Samtal på skoltid", "Elever mår bättre", "120 000"],
                ["Fördelade medel", "", "", "120 000"],
            ],
            roles={2: role},
        )
    )

    assert [i.title for i in plan.initiatives] == ["Samtal på skoltid"]


def test_a_row_that_only_names_a_section_is_skipped():
    plan = read(
        table(
            [
                ["Verksamhet", "Satsning", "Mål"],
                ["Lärande", "", ""],
                ["Skola", "Samtal på skoltid", "Elever mår bättre"],
            ]
        )
    )

    assert [i.title for i in plan.initiatives] == ["Samtal på skoltid"]
    assert len(plan.goals) == 1


def test_a_header_that_the_next_page_repeats_is_no_row():
    given = table(
        [["Satsning", "Mål"], ["Öppet hus", "Fler möts"], ["Satsning", "Mål"], ["Jourtelefon", "Fler får svar"]],
        roles={2: "header"},
    )

    assert [i.title for i in read(given).initiatives] == ["Öppet hus", "Jourtelefon"]


def test_a_column_of_goals_and_activities_is_read_by_sentences():
    plan = read(
        table(
            [
                ["Verksamhet", "Mål & aktivitet", "Belopp"],
                ["Skola", "Elever mår bättre genom samtal. Två kuratorer anställs.", "120 000"],
            ]
        )
    )

    assert [a.text for a in plan.activities] == ["Elever mår bättre genom samtal.", "Två kuratorer anställs."]
    assert [g.text for g in plan.goals] == ["Elever mår bättre genom samtal."]


def test_goals_are_left_out_where_the_class_states_none():
    plan = read(table([["Risk", "Kontroll", "Mål"], ["Sena utbetalningar", "Stickprov", "Noll fel"]]), goals=False)

    assert plan.goals == []
    assert [a.text for a in plan.activities] == ["Stickprov"]


@pytest.mark.parametrize(
    "header", [["Aktivitet", "Beskrivning"], ["Begrepp", "Förklaring"], ["Kommun", "Tilldelade medel"]]
)
def test_a_glossary_or_a_table_of_money_is_no_plan(header):
    plan = PlanDraft()

    assert read_plan_table(table([header, ["Öppet hus", "En kväll i veckan"]]), plan) == {}
    assert plan == PlanDraft()


def matrix() -> Table:
    return table(
        [
            ["Aktivitet", "2025", "2026", "2027"],
            ["Barn och unga", "", "", ""],
            ["Anställa två kuratorer vid skolorna", "x", "X", ""],
            ["Rusta upp ungdomsgården", "", "", "✓"],
        ]
    )


def test_the_years_of_a_matrix():
    assert matrix_years(matrix()) == {1: 2025, 2: 2026, 3: 2027}


@pytest.mark.parametrize(
    "given",
    [
        table([["Kommun", "2025", "2026"], ["Exempelby", "100", "200"]]),
        table([["Aktivitet", "2025", "Klar"], ["Öppet hus", "x", "x"]]),
        table([["Aktivitet", "2025–2026", "2027–2028"], ["Öppet hus", "x", "x"]]),
        table([["2025", "Aktivitet"], ["x", "Öppet hus"]]),
    ],
)
def test_tables_without_marks_under_years_are_no_matrix(given):
    assert matrix_years(given) == {}


def test_parts_of_years_that_name_their_years_are_those_of_a_matrix():
    given = table(
        [
            ["Arbete", "VT27", "HT27", "VT28", "Vem"],
            ["Utbilda tolv samtalsledare", "■", "■", "", "Folkhälsan"],
            ["Öppna en nattjour", "", "", "■", "Kyrkan"],
        ]
    )
    plan = PlanDraft()
    read_matrix(given, 1, plan, matrix_years(given))

    assert [(a.text, sorted(year for year, _ in a.years), a.responsible) for a in plan.activities] == [
        ("Utbilda tolv samtalsledare", [2027], "Folkhälsan"),
        ("Öppna en nattjour", [2028], "Kyrkan"),
    ]


def test_goals_and_measures_in_columns_of_their_own_beside_the_marks_are_the_plans():
    given = table(
        [
            ["Effektmål", "Åtgärd", "2027", "2028", "Indikator"],
            ["Ingen unge är ensam", "Öppna en nattjour", "x", "", "Antal samtal"],
            ["", "Utbilda tolv samtalsledare", "", "x", ""],
            ["Fler äldre har sällskap", "Starta ett kafé", "x", "x", ""],
        ]
    )
    plan = PlanDraft()
    read_matrix(given, 1, plan, matrix_years(given))

    assert [goal.text for goal in plan.goals] == ["Ingen unge är ensam", "Fler äldre har sällskap"]
    assert [indicator.text for indicator in plan.indicators] == ["Antal samtal"]
    assert len(plan.activities) == 3


def test_a_bullet_alone_under_a_year_is_a_mark():
    given = table([["Aktivitet", "2025", "2026"], ["Starta en samtalsgrupp", "•", ""], ["Utbilda ombud", "", "•"]])

    assert matrix_years(given) == {1: 2025, 2: 2026}


def test_when_something_is_reported_is_not_when_it_is_done():
    rows = [["Utbilda ombud", "Hösten 2025"], ["Kartlägga stödet", "Redovisas i februari 2027"]]
    plan = read(table([["Aktivitet", "Tidplan"], *rows]))

    assert [activity.heading_years for activity in plan.activities] == [(2025, 2025), None]


def test_a_matrix_row_that_restates_an_activity_adds_its_years():
    place = (Place(page=1, x0=0, top=0, x1=1, bottom=1),)
    stated = ActivityDraft("Anställa två kuratorer vid skolorna.", place)
    plan = PlanDraft(activities=[stated])

    read_matrix(matrix(), 1, plan, matrix_years(matrix()))

    assert stated.years == {(2025, "matrix"), (2026, "matrix")}
    assert stated.marks == {2025: (1, 2), 2026: (1, 2)}
    assert [a.text for a in plan.activities] == [
        "Anställa två kuratorer vid skolorna.",
        "Rusta upp ungdomsgården",
    ]


def test_a_matrix_row_restates_the_activity_that_begins_with_its_name():
    place = (Place(page=1, x0=0, top=0, x1=1, bottom=1),)
    stated = ActivityDraft("Rusta upp ungdomsgården. Måla om, byt möbler och bygg ett kök.", place)
    plan = PlanDraft(activities=[stated])

    read_matrix(matrix(), 1, plan, matrix_years(matrix()))

    assert stated.years == {(2027, "matrix")}


@pytest.mark.parametrize("phrase", [", klart i slutet av 2026", " (hösten 2026)", " under våren 2026."])
def test_a_matrix_row_leaves_out_the_words_for_the_year(phrase):
    place = (Place(page=1, x0=0, top=0, x1=1, bottom=1),)
    plan = PlanDraft(activities=[ActivityDraft("Rusta upp ungdomsgården" + phrase, place)])

    read_matrix(matrix(), 1, plan, matrix_years(matrix()))

    assert plan.activities[0].years == {(2027, "matrix")}


@pytest.mark.parametrize(
    "row",
    [
        "Inventera vilket stöd som finns för anhöriga inom äldreomsorgen.",
        "Vilket stöd för anhöriga som finns inom äldreomsorgen inventeras, med hjälp av enkäter. Obs. inte barn.",
    ],
)
def test_a_matrix_row_restates_an_activity_in_other_words(row):
    place = (Place(page=1, x0=0, top=0, x1=1, bottom=1),)
    body = [
        ActivityDraft("En inventering av det stöd som finns för anhöriga inom kommunens äldreomsorg genomförs.", place),
        ActivityDraft("Handleda skolans personal i frågor om psykisk hälsa.", place),
        ActivityDraft("Ta fram en plan för handledning inom hemtjänsten.", place),
        ActivityDraft("Utbilda chefer i suicidprevention.", place),
        ActivityDraft("Öppna en mottagning för unga på gymnasiet.", place),
    ]
    plan = PlanDraft(activities=list(body))
    given = table([["Aktivitet", "2025", "2026"], [row, "x", ""]])

    read_matrix(given, 1, plan, matrix_years(given))

    assert plan.activities == body
    assert body[0].years == {(2025, "matrix")}


@pytest.mark.parametrize("row", ["Ta fram en plan för skolan.", "Utbilda personal i handledning.", "Öppna en jour."])
def test_a_matrix_row_that_shares_few_words_is_its_own(row):
    place = (Place(page=1, x0=0, top=0, x1=1, bottom=1),)
    body = [
        ActivityDraft("Handleda skolans personal i frågor om psykisk hälsa.", place),
        ActivityDraft("Ta fram en plan för handledning inom hemtjänsten.", place),
        ActivityDraft("Utbilda chefer i suicidprevention.", place),
        ActivityDraft("Öppna en mottagning för unga på gymnasiet.", place),
    ]
    plan = PlanDraft(activities=list(body))
    given = table([["Aktivitet", "2025", "2026"], [row, "x", ""]])

    read_matrix(given, 1, plan, matrix_years(given))

    assert [a.text for a in plan.activities[len(body) :]] == [row]


def test_the_rest_of_a_matrix_without_header_goes_on_with_it():
    rest = table([["Rusta upp ungdomsgården", "x", "", "x"]], headers=0)

    assert goes_on(rest, matrix())
    assert not goes_on(table([["Rusta upp ungdomsgården", "x", "", "100"]], headers=0), matrix())
    assert not goes_on(table([["Rusta upp ungdomsgården", "x", ""]], headers=0), matrix())


def test_rows_worded_alike_restate_one_activity_each():
    place = (Place(page=1, x0=0, top=0, x1=1, bottom=1),)
    twins = [ActivityDraft("Hålla öppet hus", place), ActivityDraft("Hålla öppet hus", place)]
    plan = PlanDraft(activities=list(twins))

    twice = table([["Aktivitet", "2025", "2026"], ["Hålla öppet hus", "x", ""], ["Hålla öppet hus", "", "x"]])
    read_matrix(twice, 1, plan, matrix_years(twice))

    assert [a.years for a in twins] == [{(2025, "matrix")}, {(2026, "matrix")}]
    assert plan.activities == twins


def test_a_column_of_goals_has_the_horizon_of_its_header():
    plan = read(table([["Kortsiktigt mål", "Aktivitet"], ["Alla får svar", "Öppna en jour"]]))

    assert [(g.text, g.horizon) for g in plan.goals] == [("Alla får svar", "short_term")]


def test_a_table_of_money_restates_the_initiatives_of_the_text():
    place = (Place(page=1, x0=0, top=0, x1=1, bottom=1),)
    told = InitiativeDraft("Samtal på skoltid", place)
    plan = PlanDraft(initiatives=[told])

    rows = read_plan_table(
        table([["Insats", "Belopp"], ["Samtal på skoltid (gemensamt)", "100"], ["Annat arbete", "200"]]), plan
    )

    assert [(r.initiative, r.activity) for r in rows.values()] == [(told, None), (None, None)]
    assert (plan.initiatives, plan.activities) == ([told], [])


def test_a_table_of_money_that_restates_few_initiatives_has_its_own():
    place = (Place(page=1, x0=0, top=0, x1=1, bottom=1),)
    plan = PlanDraft(initiatives=[InitiativeDraft("Samtal på skoltid", place)])

    read_plan_table(table([["Insats", "Belopp"], ["Öppet hus", "100"], ["Annat arbete", "200"]]), plan)

    assert [a.text for a in plan.activities] == ["Öppet hus", "Annat arbete"]


def test_a_table_of_activities_under_an_initiatives_heading_is_that_initiatives():
    above = InitiativeDraft("Samtal på skoltid", (Place(page=1, x0=0, top=0, x1=1, bottom=1),))
    plan = PlanDraft()

    read_plan_table(
        table([["Mål", "Aktivitet", "Ansvarig"], ["Alla får svar", "Öppna en jour", "Skolan"]]), plan, above=above
    )

    assert plan.initiatives == [above]
    assert (plan.goals[0].initiative, plan.activities[0].initiative) == (above, above)


@pytest.mark.parametrize(
    "header", [["Satsning", "Mål", "Ansvarig"], ["Aktivitet", "Mål", "Belopp"], ["Aktivitet", "Mål", "Verksamhet"]]
)
def test_rows_that_are_initiatives_stay_so_under_a_heading(header):
    above = InitiativeDraft("Lokala satsningar", (Place(page=1, x0=0, top=0, x1=1, bottom=1),))
    plan = PlanDraft()

    read_plan_table(table([header, ["Öppna en jour", "Alla får svar", "100"]]), plan, above=above)

    assert [i.title for i in plan.initiatives] == ["Öppna en jour"]


def test_a_bold_row_without_figures_sorts_the_rows_below_it():
    given = table([["Aktivitet", "Summa"], ["Stöd till unga", ""], ["Öppna en jour", "100"], ["Öppet hus", "200"]])
    cells = tuple(c.model_copy(update={"bold": c.row == 1}) for c in given.cells)

    plan = read(given.model_copy(update={"cells": cells}))

    assert [a.text for a in plan.activities] == ["Öppna en jour", "Öppet hus"]


def test_a_row_that_shows_how_to_fill_in_the_form_is_none():
    plan = read(table([["Aktivitet", "Ansvarig"], ["T.ex. utbildning för chefer", ""], ["Öppet hus", "Kommunen"]]))

    assert [a.text for a in plan.activities] == ["Öppet hus"]


def test_another_matrix_row_is_an_activity_of_its_group():
    plan = PlanDraft()

    read_matrix(matrix(), 1, plan, matrix_years(matrix()))

    assert [(a.text, a.target_group, a.years) for a in plan.activities] == [
        ("Anställa två kuratorer vid skolorna", "Barn och unga", {(2025, "matrix"), (2026, "matrix")}),
        ("Rusta upp ungdomsgården", "Barn och unga", {(2027, "matrix")}),
    ]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Belopp 2025", 2025),
        ("Fördelning år 2025", 2025),
        ("2025–2026", None),
        ("Utfall 2024 och budget 2025", None),
        ("Belopp", None),
        ("", None),
    ],
)
def test_the_one_year_of_a_header(text, year):
    assert year_in(text) == year


def test_a_column_of_figures_names_no_activities():
    given = table([["Kommun", "Tilldelat", "Lokala satsningar"], ["Granvik", "3 400 000", "3 264 000"]])

    assert "activity" not in column_roles(given).values()


@pytest.mark.parametrize(
    ("headers", "roles"),
    [
        (["När", "Vad ska göras", "Vem"], ["years", "activity", "responsible"]),
        (["Vad", "Hur", "Vem"], ["activity", None, "responsible"]),
        (["Vad vill vi uppnå?", "Hur gör vi det?", "Hur vet vi att vi är på väg?"], ["goal", "activity", "indicator"]),
        (["Önskad effekt", "Insats", "Start", "Klart"], ["goal", "activity", "years", "years"]),
        (["Aktivitet", "Förväntat resultat", "Status"], ["activity", "goal", None]),
        (["Mål", "Förväntat resultat", "Åtgärd"], ["goal", None, "activity"]),
        (["Åtgärd", "Startdatum", "Resurser", "Huvudansvarig"], ["activity", "years", "amount", "responsible"]),
    ],
)
def test_headers_that_ask_or_name_in_other_words(headers: list[str], roles: list[str | None]) -> None:
    given = table([headers, ["Alla får svar i tid"] * len(headers)])

    assert [column_roles(given).get(col) for col in range(len(headers))] == roles


def test_what_and_how_are_goals_and_acts_where_their_texts_are() -> None:
    said = [
        ("Unga vet vart de ska vända sig", "Besöka alla klasser i årskurs nio"),
        ("Ingen elev känner sig ensam i skolan", "Starta en kamratgrupp på varje skola"),
        ("Fler elever söker hjälp i tid", "Erbjuda samtal på kvällar"),
    ]

    assert column_roles(table([["Vad", "Hur", "Vem"], *([*each, "Rektor"] for each in said)])) == {
        0: "goal",
        1: "activity",
        2: "responsible",
    }


def test_columns_of_years_tell_what_is_done_in_each() -> None:
    plan = read(
        table(
            [
                ["Mål", "2025", "2026"],
                ["Alla får svar i tid", "Öppna en jour på kvällar", "Utvärdera jouren med ungdomar"],
                ["Fler elever trivs", "Utbilda mentorer i samtal", ""],
            ]
        )
    )

    assert [(a.text, a.heading_years) for a in plan.activities] == [
        ("Öppna en jour på kvällar", (2025, 2025)),
        ("Utvärdera jouren med ungdomar", (2026, 2026)),
        ("Utbilda mentorer i samtal", (2025, 2025)),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [["Mål", "2025", "2026"], ["Fler elever trivs", "80 procent", "minst 85 procent"]],
        [["Indikator", "2025", "2026"], ["Andel nöjda", "som i årets enkät", "högre än förra året"]],
    ],
)
def test_columns_of_years_that_tell_how_much(rows: list[list[str]]) -> None:
    assert "activity" not in column_roles(table(rows)).values()


@pytest.mark.parametrize(
    ("start", "end", "years"),
    [("2022", "2023", (2022, 2023)), ("2024", "2024", (2024, 2024)), ("", "Klart juni 2025", (2025, 2025))],
)
def test_years_of_a_row_from_its_start_and_its_end(start: str, end: str, years: tuple[int, int]) -> None:
    plan = read(table([["Åtgärd", "Start", "Klart"], ["Öppna en jour", start, end]]))

    assert [a.heading_years for a in plan.activities] == [years]


_ACTS = ["Utbilda personal i bemötande", "Ta fram en rutin för remisser", "Starta en samtalsgrupp för anhöriga"]
_NAMES = ["Ekdalens skola i Norrby", "Lunds förskola vid ån", "Hemtjänsten i Söderby"]


@pytest.mark.parametrize(
    ("head", "texts", "role"),
    [
        ("Tidplan", _ACTS, {0: "activity", 1: "years"}),
        ("Kommentar", _ACTS, {}),
        ("Tidplan", _NAMES, {1: "years"}),
        ("Tidplan", _ACTS[:2], {0: "activity", 1: "years"}),
        ("Tidplan", _ACTS[:1], {1: "years"}),
    ],
)
def test_a_column_whose_head_says_nothing_is_known_by_its_texts(head, texts, role):
    assert column_roles(table([["Löfte", head], *([text, "2026"] for text in texts)])) == role


def test_a_timeline_tells_what_is_done_in_each_year():
    plan = read(table([["2025", "2026"], ["Kartlägga behovet av stöd", "Öppna en mottagning i länet"]]))

    assert [(a.text, a.heading_years) for a in plan.activities] == [
        ("Kartlägga behovet av stöd", (2025, 2025)),
        ("Öppna en mottagning i länet", (2026, 2026)),
    ]


def test_a_decision_about_the_row_is_no_activity() -> None:
    head = ["Risk", "Riskvärde", "Åtgärd"]
    verdicts = ["Kontrolleras", "Åtgärdas direkt", "Accepteras", "Åtgärdas inte."]

    plan = read(table([head, *[["Sena svar", "6", text] for text in verdicts], ["Köer", "9", "Ta fram en rutin"]]))

    assert [a.text for a in plan.activities] == ["Ta fram en rutin"]


def test_what_was_done_stands_beside_what_it_came_to() -> None:
    plan = read(table([["Insats", "Beskrivning", "Utfall"], ["Kurs i samtal", "Tolv deltog", "61 000 kr"]]))

    assert [a.text for a in plan.activities] == ["Kurs i samtal"]


def test_posts_of_a_budget_and_its_outcome_are_no_activities():
    given = table(
        [
            ["Insats", "Budget", "Utfall", "Avvikelse"],
            ["Föräldrastöd", "400 000", "380 000", "20 000"],
            ["Suicidprevention", "90 000", "90 000", "0"],
        ]
    )

    assert read(given) == PlanDraft()


def test_a_row_that_a_sum_below_is_named_by_sorts_the_rows_above_the_sum():
    given = table(
        [
            ["Aktivitet", "Summa (kr)"],
            ["Skola och elevhälsa", ""],
            ["Utbilda mentorer på alla skolor", "30 000"],
            ["Summa skola och elevhälsa", "30 000"],
        ],
        roles={3: "total"},
    )

    assert [activity.text for activity in read(given).activities] == ["Utbilda mentorer på alla skolor"]


@pytest.mark.parametrize(
    ("head", "told", "role"),
    [
        ("Hur följer vi upp?", ["Antal deltagare per kurs", "Andel nöjda deltagare"], "indicator"),
        ("Hur följer vi upp?", ["Rapport till nämnden", "Enkät i maj"], None),
        ("Uppföljning", ["Rapport till nämnden", "Enkät i maj", "I styrgruppen"], None),
    ],
)
def test_a_column_of_how_it_is_followed_up_holds_indicators_where_its_texts_are(head, told, role):
    given = table([["Aktivitet", head], *([f"Öppna mottagning {n}", text] for n, text in enumerate(told))])

    assert column_roles(given).get(1) == role


@pytest.mark.parametrize(
    ("told", "role"),
    [(("2026", "2026–2027"), "years"), (("2026", "hösten"), None), (("2026", ""), None)],
    ids=["years", "words-too", "a-gap"],
)
def test_a_column_that_holds_nothing_but_years_says_when_whatever_heads_it(told, role):
    acts = ("Öppna en verkstad på kvällstid", "Utbilda alla som leder läger")
    rows = [[f"{n + 1}", act, when, "Pågår"] for n, (act, when) in enumerate(zip(acts, told, strict=True))]

    assert column_roles(table([["Nr", "Åtgärd", "Utförs", "Läge"], *rows])).get(2) == role


def test_the_rows_of_a_matrix_whose_marks_are_only_painted_are_activities():
    plan = read(table([["Aktivitet", "2025", "2026"], ["Öppna en jour", "", ""], ["Utbilda chefer", "", ""]]))

    assert [(a.text, a.heading_years) for a in plan.activities] == [("Öppna en jour", None), ("Utbilda chefer", None)]


@pytest.mark.parametrize(
    ("label", "restates"),
    [("Väntjänst", 0), ("Livsvillkor, samtal", 1), ("Kurs", None), ("Sommarläger", None)],
)
def test_a_matrix_row_may_name_an_activity_by_words_that_it_alone_has(label, restates):
    told = ["Starta en väntjänst i varje kommun.", "Införa samtal om livsvillkor i hemtjänsten."]
    told += ["Hålla en kurs för anhöriga.", "Hålla en kurs för chefer."]
    plan = PlanDraft(activities=[ActivityDraft(text=text, places=()) for text in told])
    marked = table([["Aktivitet", "2025", "2026"], [label, "x", ""]])

    read_matrix(marked, 1, plan, matrix_years(marked))

    given = [at for at, each in enumerate(plan.activities[:4]) if each.years]
    assert given == ([] if restates is None else [restates])
    assert len(plan.activities) == (5 if restates is None else 4)


def test_posts_beside_their_outcome_alone_are_no_activities_of_a_plan():
    given = table([["Insats 2025", "Utfall (kr)"], ["Föräldrastöd", "380 000"], ["Kurser", "90 000"]])

    assert read(given) == PlanDraft()
    assert [a.text for a in read(given, reports=True).activities] == ["Föräldrastöd", "Kurser"]


def test_the_day_on_which_a_title_was_revised_is_no_year_of_its_own():
    assert year_in("Planering, socialnämnden. Reviderad 2025-12-01") is None
    assert year_in("Planering 2026, beslutad den 1 december 2025") == 2026


def test_names_alone_in_a_column_of_goals_sort_the_goals_below_them():
    head = ["Mål", "Aktivitet", "Ansvarig"]
    said = ["Fler unga mår bra", "Ingen är ensam på kvällen", "Alla äldre har någon att äta med"]
    rows = [[goal, f"Starta grupp {n}", "Rektor"] for n, goal in enumerate(said)]
    plan = read(table([head, ["Tidiga insatser", "", ""], *rows[:2], ["Äldre", "", ""], rows[2]]))

    assert [goal.text for goal in plan.goals] == said


def test_a_name_in_a_type_of_its_own_is_the_activity_and_the_words_below_tell_more_of_it():
    rows = [
        ["Aktivitet", "Ansvarig"],
        ["Öppna ett kafé Sker med kyrkan under 2031.", "Ann"],
        ["Hålla öppet längre", "Bo"],
    ]
    given = table(rows)
    named = [c.model_copy(update={"lead": "Öppna ett kafé"}) if c.text.startswith("Öppna") else c for c in given.cells]
    plan = PlanDraft()

    read_plan_table(given.model_copy(update={"cells": tuple(named)}), plan)

    assert [(each.text, each.description) for each in plan.activities] == [
        ("Öppna ett kafé", ["Sker med kyrkan under 2031."]),
        ("Hålla öppet längre", []),
    ]


@pytest.mark.parametrize(("size", "acts"), [(8.0, 1), (10.0, 2)])
def test_words_alone_in_smaller_type_below_an_act_are_none(size, acts):
    rows = [["Aktivitet", "Ansvarig"], ["Starta en anhöriggrupp", "Ann"], ["Gruppen leds av en sjuksköterska.", ""]]
    given = table(rows)
    sized = [c.model_copy(update={"size": size if c.row == 2 else 10.0}) for c in given.cells]
    plan = PlanDraft()

    read_plan_table(given.model_copy(update={"cells": tuple(sized)}), plan)

    assert len(plan.activities) == acts
