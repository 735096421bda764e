"""Rows of a plan's table that head those below them: goals, areas, groups, years, parts."""

import pytest

from extractors.drafts import InitiativeDraft, PlanDraft
from extractors.plans.matrix import matrix_years, read_matrix
from extractors.plans.reading_order import in_reading_order
from extractors.plans.section_rows import section_rows
from extractors.plans.tables import read_plan_table
from models.blocks import Table
from tests.table_builders import table

HEAD = ["Åtgärd", "Ansvarig", "Kostnad tkr"]


def with_spans(given: Table, spans: dict[tuple[int, int], int]) -> Table:
    """The table with cells, by row and column, that go over so many columns."""
    cells = (c.model_copy(update={"col_span": spans.get((c.row, c.col), 1)}) for c in given.cells)
    return given.model_copy(update={"cells": tuple(cells)})


def plan_of(rows: list[list[str]], spans: dict[tuple[int, int], int]) -> PlanDraft:
    plan = PlanDraft()
    read_plan_table(with_spans(table(rows), spans), plan)
    return plan


def test_a_row_that_names_a_goal_states_it_and_the_rows_below_are_its_activities():
    plan = plan_of(
        [
            HEAD,
            ["Långsiktigt mål: Ensamheten minskar", "", ""],
            ["Bygga upp en väntjänst", "Omsorgschefen", "80"],
            ["Ordna samtalscaféer", "Biblioteket", "40"],
            ["Kortsiktigt mål: Nyanlända hittar rätt stöd", "", ""],
            ["Ta fram filmer", "Integrationsenheten", "175"],
        ],
        {(1, 0): 3, (4, 0): 3},
    )

    first, second = plan.goals
    assert [(g.text, g.horizon) for g in plan.goals] == [
        ("Ensamheten minskar", "long_term"),
        ("Nyanlända hittar rätt stöd", "short_term"),
    ]
    assert [a.initiative for a in plan.activities] == [first.initiative, first.initiative, second.initiative]
    assert [a.cost for a in plan.activities] == ["80", "40", "175"]
    assert plan.initiatives == [first.initiative, second.initiative]


def test_a_goal_may_stand_in_one_cell_beside_its_number():
    plan = plan_of([HEAD, ["Mål 1", "Alla får svar", ""], ["Öppna en jour", "Rektor", "80"]], {(1, 1): 2})

    assert [g.text for g in plan.goals] == ["Alla får svar"]
    assert [a.text for a in plan.activities] == ["Öppna en jour"]


def test_rows_have_the_area_group_and_years_that_head_them():
    plan = plan_of(
        [
            ["Åtgärd", "Ansvarig"],
            ["Insatsområde 1: Trygghet", ""],
            ["Målgrupp: Barn", ""],
            ["2025", ""],
            ["Öppna en jour", "Rektor"],
            ["2026", ""],
            ["Starta läxhjälp", "Rektor"],
            ["Insatsområde 2: Fritid", ""],
            ["Hålla öppet", "Fritidschef"],
        ],
        {(1, 0): 2},
    )

    assert [(a.focus_area, a.target_group, a.heading_years) for a in plan.activities] == [
        ("Insatsområde 1: Trygghet", "Barn", (2025, 2025)),
        ("Insatsområde 1: Trygghet", "Barn", (2026, 2026)),
        ("Insatsområde 2: Fritid", None, None),
    ]


def test_rows_that_are_initiatives_keep_to_that_under_a_focus_area():
    plan = plan_of(
        [["Verksamhet", "Satsning", "Belopp"], ["Fokusområde: Tidigt stöd", "", ""], ["Skola", "Öppet hus", "80"]], {}
    )

    assert [(i.title, i.focus_area) for i in plan.initiatives] == [("Öppet hus", "Fokusområde: Tidigt stöd")]


@pytest.mark.parametrize(
    ("texts", "heads"),
    [
        (["Ökad trygghet i skolan.", "Fler unga mår bra och går klart skolan."], ["goal", "goal"]),
        (["Skola och förskola", "Socialtjänst"], ["part", "part"]),
    ],
)
def test_words_over_all_columns_are_goals_where_the_model_reads_most_as_such(texts, heads):
    rows = [["Åtgärd", "Ansvarig"], [texts[0], ""], ["Öppna en jour", "Rektor"], [texts[1], ""], ["Utbilda", "Rektor"]]

    found = section_rows(with_spans(table(rows), {(1, 0): 2, (3, 0): 2}))

    assert [(row, section.heads) for row, (section,) in found.items()] == list(zip([1, 3], heads, strict=True))


def test_a_row_may_name_an_area_on_one_line_and_its_goal_on_the_next():
    rows = [["Åtgärd", "Ansvarig"], ["Område", ""], ["Öppna en jour", "Rektor"]]
    given = with_spans(table(rows), {(1, 0): 2})
    lines = ("Målområde 1: Stöd i skolan", "Mål: Alla elever har någon", "att tala med.")
    cells = (c.model_copy(update={"text": " ".join(lines), "parts": lines}) if c.row == 1 else c for c in given.cells)
    plan = PlanDraft()

    read_plan_table(given.model_copy(update={"cells": tuple(cells)}), plan)

    assert [(g.text, g.focus_area) for g in plan.goals] == [
        ("Alla elever har någon att tala med.", "Målområde 1: Stöd i skolan")
    ]
    assert [a.text for a in plan.activities] == ["Öppna en jour"]


@pytest.mark.parametrize("note", ["Kommentar: Beslut väntas", "Text som förklarar. " * 11])
def test_a_note_over_all_columns_heads_nothing(note):
    rows = [["Åtgärd", "Ansvarig"], ["Öppna en jour", "Rektor"], [note, ""]]

    assert section_rows(with_spans(table(rows), {(2, 0): 2})) == {}


def test_a_year_may_head_several_columns_of_a_matrix():
    given = with_spans(
        table(
            [
                ["Nr", "Aktivitet", "Ansvarig", "2026", "", "2027", ""],
                ["", "", "", "kv1", "kv2", "kv1", "kv2"],
                ["Mål: Fler går klart skolan", "", "", "", "", "", ""],
                ["1", "Kartlägga frånvaron", "Skolchefen", "", "x", "", ""],
                ["2", "Pröva rutinen", "Elevhälsan", "", "x", "x", ""],
            ],
            headers=2,
        ),
        {(0, 3): 2, (0, 5): 2, (2, 0): 7},
    )
    plan = PlanDraft()

    read_matrix(given, 1, plan, matrix_years(given))

    assert [(a.text, a.responsible, sorted(y for y, _ in a.years)) for a in plan.activities] == [
        ("Kartlägga frånvaron", "Skolchefen", [2026]),
        ("Pröva rutinen", "Elevhälsan", [2026, 2027]),
    ]
    assert [g.text for g in plan.goals] == ["Fler går klart skolan"]


def test_a_focus_area_heads_rows_of_a_matrix_with_goals_and_measures():
    given = with_spans(
        table(
            [
                ["Mål", "Aktivitet", "År för genomförande", "", "Uppföljning"],
                ["", "", "2026", "2027", ""],
                ["Fokusområde 2: Möten", "", "", "", ""],
                ["Ingen är ensam i helgen", "Hålla öppet i samlingslokalen", "x", "", "Antal besök"],
            ],
            headers=2,
        ),
        {(0, 2): 2, (2, 0): 5},
    )
    plan = PlanDraft()

    read_matrix(given, 1, plan, matrix_years(given))
    in_reading_order(plan, [given])

    assert [goal.text for goal in plan.goals] == ["Ingen är ensam i helgen"]
    assert [(a.text, a.focus_area) for a in plan.activities] == [
        ("Hålla öppet i samlingslokalen", "Fokusområde 2: Möten")
    ]
    assert plan.initiatives == [plan.activities[0].initiative] == [plan.goals[0].initiative]
    assert [(each.text, each.initiative) for each in plan.indicators] == [("Antal besök", plan.initiatives[0])]


def test_costs_below_years_give_an_activity_the_years_that_it_has_costs_in():
    given = with_spans(
        table(
            [
                ["Åtgärd", "Ansvarig", "Kostnad tkr", "", ""],
                ["", "", "2024", "2025", "2026"],
                ["Bygga upp en väntjänst", "Omsorgschefen", "–", "80", "80"],
                ["Utbilda chefer under 2026", "HR", "150", "0", ""],
            ],
            headers=2,
        ),
        {(0, 2): 3},
    )
    plan = PlanDraft()

    read_plan_table(given, plan)

    assert [a.years for a in plan.activities] == [{(2025, "text"), (2026, "text")}, set()]


@pytest.mark.parametrize(
    ("header", "time", "year"),
    [
        ("Tidplan", "2027", 2027),
        ("När", "Hösten 2027", 2027),
        ("När", "2026–2027", None),
        ("När", "Senast 31 dec 2027", None),
        ("Klart", "2027", None),
    ],
)
def test_a_rows_money_is_of_the_year_that_it_is_done_in(header, time, year):
    plan = PlanDraft()

    rows = read_plan_table(table([["Aktivitet", header, "Kostnad"], ["Öppna en jour", time, "80"]]), plan)

    assert rows[1].year == year


def test_a_row_that_is_an_initiative_is_in_the_area_of_its_part():
    plan = PlanDraft()
    part = InitiativeDraft("Insatsområde 1", (), "Insatsområde 1 Trygghet")

    read_plan_table(table([["Insats", "Ansvarig"], ["Öppna en jour", "Rektor"]]), plan, above=part)

    assert [(i.title, i.focus_area) for i in plan.initiatives] == [("Öppna en jour", "Insatsområde 1 Trygghet")]


def test_years_below_one_head_of_activities_are_columns_of_activities():
    given = with_spans(
        table(
            [
                ["Fokusområde", "Mål", "Aktiviteter", ""],
                ["", "", "2024", "2025"],
                ["Skola", "Alla trivs", "Genomföra trygghetsvandringar på skolor", "Utbilda elevskyddsombud i länet"],
            ],
            headers=2,
        ),
        {(0, 2): 2},
    )
    plan = PlanDraft()

    read_plan_table(given, plan)

    assert [(a.text, a.heading_years) for a in plan.activities] == [
        ("Genomföra trygghetsvandringar på skolor", (2024, 2024)),
        ("Utbilda elevskyddsombud i länet", (2025, 2025)),
    ]


def test_rows_behind_one_label_are_goals_where_their_texts_are() -> None:
    plan = plan_of(
        [
            HEAD,
            ["Spår 1. Skolan", "", ""],
            ["Riktning: Alla elever har någon att prata med.", "", ""],
            ["Öppna en elevjour", "Rektor", "80"],
            ["Spår 2. Fritiden", "", ""],
            ["Riktning: Ingen lämnas utanför på fritidsgården.", "", ""],
            ["Anställa en fritidsledare", "Kulturchefen", "300"],
        ],
        {(1, 0): 3, (2, 0): 3, (4, 0): 3, (5, 0): 3},
    )

    assert [g.text for g in plan.goals] == [
        "Alla elever har någon att prata med.",
        "Ingen lämnas utanför på fritidsgården.",
    ]
    assert [a.text for a in plan.activities] == ["Öppna en elevjour", "Anställa en fritidsledare"]
    assert [a.initiative for a in plan.activities] == [g.initiative for g in plan.goals]


def test_rows_behind_one_label_that_tell_something_else_are_no_goals() -> None:
    plan = plan_of(
        [
            HEAD,
            ["Bakgrund: Enkäten gjordes i tre skolor.", "", ""],
            ["Öppna en elevjour", "Rektor", "80"],
            ["Bakgrund: Gården stängde 2019.", "", ""],
            ["Anställa en fritidsledare", "Kulturchefen", "300"],
        ],
        {(1, 0): 3, (3, 0): 3},
    )

    assert plan.goals == []
