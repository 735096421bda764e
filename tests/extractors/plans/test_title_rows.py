"""Rows above a table's heads that state its goal, heads of the page before, and cells that state nothing."""

from dataclasses import replace

import pytest

from extractors.drafts import PlanDraft
from extractors.plans.clauses import is_clause
from extractors.plans.heads import head_of
from extractors.plans.heads_before import with_heads_before
from extractors.plans.section_rows import section_rows
from extractors.plans.tables import read_plan_table
from extractors.plans.title_rows import title_rows
from models.blocks import Table
from tests.table_builders import table

HEAD = ["Aktivitet", "Ansvarig", "När", "Mått"]


def titled(title: str, *rows: list[str]) -> Table:
    given = table([[title, "", "", ""], HEAD, *rows], headers=2)
    over = (c.model_copy(update={"col_span": 4 if c.row == 0 else 1}) for c in given.cells)
    return given.model_copy(update={"cells": tuple(over)})


def plan_of(*tables: Table) -> PlanDraft:
    plan = PlanDraft()
    for one, title in zip(tables, title_rows(tables), strict=True):
        read_plan_table(one, plan, title=title)
    return plan


def on_page(given: Table, page: int) -> Table:
    places = tuple(replace(place, page=page) for place in given.places)
    return given.model_copy(update={"places": places})


def test_titles_of_tables_that_are_goals_are_stated_and_the_rows_are_their_acts():
    plan = plan_of(
        titled("Alla barn har en vuxen att tala med", ["Utbilda lärare", "Rektor", "2026", "Antal lärare"]),
        titled("Färre äldre är ensamma", ["Ordna lunchträffar", "Omsorgen", "2026", "Antal träffar"]),
    )

    assert [goal.text for goal in plan.goals] == ["Alla barn har en vuxen att tala med", "Färre äldre är ensamma"]
    assert [(a.text, a.initiative.title if a.initiative else None) for a in plan.activities] == [
        ("Utbilda lärare", "Alla barn har en vuxen att tala med"),
        ("Ordna lunchträffar", "Färre äldre är ensamma"),
    ]


def test_a_title_with_a_head_of_goals_makes_no_column_of_goals():
    plan = plan_of(titled("Mål 2: Färre äldre är ensamma", ["Ordna lunchträffar", "Omsorgen", "2026", "–"]))

    assert [goal.text for goal in plan.goals] == ["Färre äldre är ensamma"]
    assert [activity.text for activity in plan.activities] == ["Ordna lunchträffar"]


def test_titles_that_are_names_state_no_goal():
    plan = plan_of(
        titled("Skola och förskola", ["Utbilda lärare", "Rektor", "2026", "Antal lärare"]),
        titled("Äldreomsorg", ["Ordna lunchträffar", "Omsorgen", "2026", "Antal träffar"]),
    )

    assert plan.goals == []
    assert len(plan.activities) == 2


def test_a_dash_is_no_indicator():
    plan = plan_of(
        titled("Tabell", ["Utbilda lärare", "Rektor", "2026", "–"], ["Anställa en kurator", "Rektor", "2026", "-"])
    )

    assert len(plan.activities) == 2
    assert plan.indicators == []


def test_goals_in_bold_over_their_rows_where_nothing_draws_columns():
    given = table(
        [
            HEAD,
            ["Alla barn har en vuxen att tala med", "", "", ""],
            ["Utbilda lärare", "Rektor", "2026", "Antal lärare"],
            ["Ingen äldre är ofrivilligt ensam", "", "", ""],
            ["Ordna lunchträffar", "Omsorgen", "2026", "Antal träffar"],
        ]
    )
    bold = (c.model_copy(update={"bold": c.row in (1, 3)}) for c in given.cells)
    plain = section_rows(given)
    found = section_rows(given.model_copy(update={"cells": tuple(bold)}))

    assert plain == {}
    assert {row: section.heads for row, (section,) in found.items()} == {1: "goal", 3: "goal"}


def test_rows_overleaf_without_heads_have_those_of_the_page_before():
    first = table([HEAD, ["Utbilda lärare", "Rektor", "2026", "Antal lärare"]])
    rest = on_page(table([["Ordna lunchträffar", "Omsorgen", "2026", "Antal träffar"]], headers=0), 2)
    plan = PlanDraft()
    for one in with_heads_before([first, rest]):
        read_plan_table(one, plan)

    assert [(a.text, a.responsible) for a in plan.activities] == [
        ("Utbilda lärare", "Rektor"),
        ("Ordna lunchträffar", "Omsorgen"),
    ]
    assert [indicator.text for indicator in plan.indicators] == ["Antal lärare", "Antal träffar"]


@pytest.mark.parametrize("page", [1, 3])
def test_a_table_elsewhere_has_no_heads_of_another(page):
    first = table([HEAD, ["Utbilda lärare", "Rektor", "2026", "Antal lärare"]])
    other = on_page(table([["Ordna lunchträffar", "Omsorgen", "2026", "Antal träffar"]], headers=0), page)

    assert with_heads_before([first, other])[1] is other


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("Äldre personer är inte ensamma", True),
        ("Färre unga söker akut", True),
        ("Barn och unga ska få stöd", True),
        ("Barn och unga", False),
        ("Personer som är nya i landet", False),
        ("Tidiga insatser i skolan", False),
    ],
)
def test_a_clause_says_how_something_is(text, clause):
    assert is_clause(text) is clause


def test_a_clause_on_a_group_is_no_name_of_it():
    assert head_of("Äldre är inte ensamma") is None
    assert head_of("Personer som är nya i landet") is not None
