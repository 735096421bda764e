"""Which years an activity is in, and what says so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.drafts import ActivityDraft, PlanDraft
from extractors.plans.activity_years import give_years, titled_periods
from extractors.rows.plan_rows import activity_year_rows
from models.blocks import Heading
from models.place import Place
from models.rows import YearSource

NOWHERE = (Place(page=1, x0=70, top=0, x1=520, bottom=12),)


def activity(text: str = "Öppna en mottagning.", **known) -> ActivityDraft:
    return ActivityDraft(text, NOWHERE, **known)


def years_of(given_activity: ActivityDraft, period=None, year=None) -> dict[int, YearSource]:
    give_years(PlanDraft(activities=[given_activity]), period, year)
    return by_year(given_activity)


def by_year(given_activity: ActivityDraft) -> dict[int, YearSource]:
    """Where each year has one source."""
    assert len(dict(given_activity.years)) == len(given_activity.years)
    return dict(given_activity.years)


def test_a_year_head_gives_every_year_it_spans():
    assert years_of(activity(heading_years=(2025, 2027))) == {2025: "heading", 2026: "heading", 2027: "heading"}


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Utbildningen hålls hösten 2026.", [2026]),
        ("Arbetet pågår 2025–2027.", [2025, 2026, 2027]),
        ("Klart senast december 2026.", [2026]),
        ("Flytten sker årsskiftet 2025/2026.", [2025, 2026]),
        ("Starten är den 3 mars 2025.", [2025]),
        ("Pröva under 2025 och utvärdera under 2027.", [2025, 2027]),
    ],
)
def test_the_text_gives_the_years_that_it_names(text, years):
    assert years_of(activity(text), period=(2024, 2028)) == dict.fromkeys(years, "text")


@pytest.mark.parametrize(
    ("description", "years"),
    [
        ("Bakgrunden är känd. Under hösten 2026 och våren 2027 erbjuds kurser i hela länet.", [2026, 2027]),
        ("Kansliet kommer under 2026 att ge stöd i arbetet.", [2026]),
        ("Regionens program startar 2027.", [2027]),
        ("Under 2022 genomfördes en förstudie.", []),
        ("Sedan 2022 erbjuds kurser i hela länet.", []),
        ("En nationell strategi tas fram 2027.", []),
        ("År 2022 fanns 300 elever i länets skolor.", []),
    ],
)
def test_what_is_told_of_an_activity_gives_the_years_in_which_it_is_to_be_done(description, years):
    told = activity(description=[description])

    assert years_of(told, year=2025) == (dict.fromkeys(years, "text") or {2025: "plan_period"})


def test_an_activitys_own_years_go_before_what_is_told_of_it():
    assert years_of(activity("Öppna under 2026.", description=["Arbetet startar 2027."])) == {2026: "text"}


@pytest.mark.parametrize(
    "text",
    [
        "Följa upp arbetet med Agenda 2030.",
        "Nå 2026 elever i länet.",
        "Kostnaden är 2025 kr.",
        "Bygga vidare på ärende SN 2025:118.",
    ],
)
def test_numbers_that_are_no_years_leave_the_plans_period(text):
    assert years_of(activity(text), period=(2024, 2025)) == {2024: "plan_period", 2025: "plan_period"}


def test_the_head_goes_before_the_text():
    given_activity = activity("Det som prövades 2023 fortsätter.", heading_years=(2025, 2025))

    assert years_of(given_activity, period=(2024, 2026)) == {2025: "heading"}


def test_a_matrix_stands_beside_the_text_and_goes_before_the_period():
    given_activity = activity("Klart senast december 2026.", years={(2025, "matrix")})

    assert years_of(given_activity, period=(2024, 2026)) == {2025: "matrix", 2026: "text"}


def test_the_marks_of_a_matrix_row_say_all_of_its_years():
    given_activity = activity("Pröva det som togs fram 2023.", years={(2025, "matrix")}, basis="matrix")

    assert years_of(given_activity, period=(2024, 2026)) == {2025: "matrix"}


def test_a_year_that_head_and_matrix_both_give_has_both():
    given_activity = activity(heading_years=(2025, 2026), years={(2025, "matrix")})

    give_years(PlanDraft(activities=[given_activity]), None, None)

    assert given_activity.years == {(2025, "heading"), (2025, "matrix"), (2026, "heading")}


@pytest.mark.parametrize("source", ["heading", "matrix"])
def test_a_step_has_the_years_that_its_activity_states(source):
    parent = activity(years={(2025, source), (2026, source)})
    step = activity("Hyra en lokal.", parent=parent)

    give_years(PlanDraft(activities=[parent, step]), (2024, 2028), None)

    assert by_year(step) == {2025: source, 2026: source}


def test_a_step_that_names_a_year_keeps_to_it():
    parent = activity(heading_years=(2025, 2026))
    step = activity("Hyra en lokal, senast mars 2025.", parent=parent)

    give_years(PlanDraft(activities=[parent, step]), None, None)

    assert by_year(step) == {2025: "text"}


def test_a_step_does_not_take_over_years_from_its_activitys_text():
    parent = activity("Utreda frågan under 2025.")
    step = activity("Hyra en lokal.", parent=parent)

    give_years(PlanDraft(activities=[parent, step]), (2024, 2026), None)

    assert by_year(parent) == {2025: "text"}
    assert by_year(step) == dict.fromkeys((2024, 2025, 2026), "plan_period")


@pytest.mark.parametrize(
    ("period", "year", "years"),
    [
        ((2024, 2026), None, [2024, 2025, 2026]),
        (None, 2025, [2025]),
        ((2024, 2025), 2026, [2024, 2025]),
        (None, None, []),
    ],
)
def test_the_plans_own_time_is_the_last_resort(period, year, years):
    assert years_of(activity(), period=period, year=year) == dict.fromkeys(years, "plan_period")


@given(st.integers(2000, 2050), st.integers(-40, 60))
def test_a_span_that_cannot_be_a_plans_gives_no_years(first, more):
    years = years_of(activity(heading_years=(first, first + more)))

    assert years == (dict.fromkeys(range(first, first + more + 1), "heading") if 0 <= more <= 15 else {})


def test_years_given_to_all_activities_go_before_the_plans_period():
    plan = PlanDraft(activities=[activity(), activity("Klart senast december 2026.")], activities_during=(2025, 2025))

    give_years(plan, (2024, 2026), None)

    assert [by_year(a) for a in plan.activities] == [{2025: "text"}, {2026: "text"}]


def test_of_plans_bound_together_the_title_right_above_counts():
    def title(text: str, page: int) -> Heading:
        return Heading(text=text, places=(Place(page=page, x0=70, top=60, x1=520, bottom=80),), level=1)

    def at(page: int) -> ActivityDraft:
        return ActivityDraft("Hålla öppet hus.", (Place(page=page, x0=70, top=200, x1=520, bottom=212),))

    titles = titled_periods(
        [title("Internkontrollplan 2025", 3), title("Ärende 4 (2019)", 4), title("Lokala satsningar 2026", 5)]
    )
    plan = PlanDraft(activities=[at(2), at(4), at(5)])
    give_years(plan, None, 2024, titles)

    assert [sorted(by_year(a)) for a in plan.activities] == [[2024], [2025], [2026]]


def test_a_year_that_several_things_give_is_one_row_with_the_strongest_first():
    known = activity(years={(2026, "matrix"), (2025, "matrix"), (2025, "heading"), (2027, "text")})
    known.marks = {2025: (2, 3), 2026: (2, 3)}

    rows = activity_year_rows({known: "d1-a1"}, ("d1-t1", "d1-t2"))

    assert [(row.year, row.source, row.sources, row.table_id, row.row) for row in rows] == [
        (2025, "heading", "heading,matrix", "d1-t2", 3),
        (2026, "matrix", "matrix", "d1-t2", 3),
        (2027, "text", "text", None, None),
    ]
    assert rows[0].is_given_by("matrix")
    assert not rows[1].is_given_by("heading")
