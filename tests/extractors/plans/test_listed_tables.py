"""Tables without heads right below a head of goals, activities or indicators."""

import pytest

from extractors.drafts import InitiativeDraft, PlanDraft, TablePlace
from extractors.plans.listed_tables import read_listed
from models.blocks import Table
from tests.plan_builders import heading, item, prose, read
from tests.table_builders import table

_ROWS = [
    ["Öppna en jour på helgerna för unga", "Socialnämnden", "2026"],
    ["Utbilda personal i skolan i bemötande", "Utbildningsnämnden", "2026–2027"],
    ["Starta en samtalsgrupp för anhöriga", "Socialnämnden", "2027"],
]
_PART = InitiativeDraft("Unga i kommunen", ())


def listed(given: Table, opens="activity", **place) -> PlanDraft:
    plan = PlanDraft()
    read_listed(given, plan, TablePlace(_PART, opens, **place))
    return plan


def test_rows_below_a_head_of_activities_are_what_it_opens_with_who_and_when():
    plan = listed(table(_ROWS))

    assert [(a.text, a.responsible, a.heading_years) for a in plan.activities] == [
        (_ROWS[0][0], "Socialnämnden", (2026, 2026)),
        (_ROWS[1][0], "Utbildningsnämnden", (2026, 2027)),
        (_ROWS[2][0], "Socialnämnden", (2027, 2027)),
    ]
    assert plan.initiatives == [_PART]


@pytest.mark.parametrize(("opens", "kind"), [("goal", "goals"), ("indicator", "indicators")])
def test_rows_state_what_the_head_opens(opens, kind):
    plan = listed(table(_ROWS), opens, horizon="short_term")

    assert [each.text for each in getattr(plan, kind)] == [row[0] for row in _ROWS]
    assert {goal.horizon for goal in plan.goals} <= {"short_term"}
    assert not plan.activities


@pytest.mark.parametrize(
    "given",
    [
        table([["Åtgärd", "Ansvarig"], *[row[:2] for row in _ROWS]]),
        table([["Ort", "Antal"], ["Norra byn", "40"], ["Södra byn", "12"]]),
        table(_ROWS, roles={2: "total"}),
    ],
)
def test_tables_with_heads_sums_or_few_words_are_no_such_lists(given):
    plan = listed(given)

    assert not plan.activities
    assert not plan.initiatives


def test_without_a_head_above_nothing_is_read():
    assert not listed(table(_ROWS), None).activities


def test_a_table_stands_right_below_a_head_with_nothing_said_under_it():
    above = heading("Åtgärder", level=4)
    places = [
        read(heading("Unga"), above, table(_ROWS)),
        read(heading("Unga"), above, item("Öppna en jour på helgerna."), table(_ROWS)),
        read(heading("Unga"), prose("Så är läget för unga i länet."), table(_ROWS)),
    ]

    assert [place.opens for plan in places for place in plan.table_places] == ["activity", None, None]
