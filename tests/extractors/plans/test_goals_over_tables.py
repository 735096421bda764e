"""Text between a head of goals and a table: the goal itself, or words on how the table is read."""

import pytest

from tests.plan_builders import goals, heading, prose, read
from tests.table_builders import table

OF_ACTS = [["Nr", "Åtgärd", "Utförare", "Tid"], ["1", "Öppna en läxhjälp i Torsby", "Skolan", "2025"]]


@pytest.mark.parametrize(
    "goal",
    [
        "Elever i Torsby ska våga komma till skolan varje dag.",
        "Unga får det stöd de behöver i rätt tid.",
        "Andelen som varit borta mer än en månad ska vara lägre 2027 än 2023.",
    ],
)
def test_a_counted_goal_is_said_above_the_table_of_its_activities(goal: str) -> None:
    plan = read(heading("Mål 1"), prose(goal), table(OF_ACTS))

    assert goals(plan) == [(goal, "unspecified")]


@pytest.mark.parametrize("head", ["Mål", "Mål 1"])
def test_words_that_introduce_the_table_are_no_goal(head: str) -> None:
    plan = read(heading(head), prose("I tabellen nedan redovisas de insatser som planeras."), table(OF_ACTS))

    assert goals(plan) == []


def test_a_table_with_goals_of_its_own_states_them_alone() -> None:
    rows = [["Mål", "Åtgärd", "Ansvarig"], ["Fler kommer till skolan", "Öppna en läxhjälp", "Skolan"]]
    plan = read(heading("Mål"), prose("Alla elever ska våga komma till skolan."), table(rows))

    assert goals(plan) == []


def test_what_stands_below_a_goal_that_its_head_states_tells_of_it() -> None:
    plan = read(heading("Mål 1: Elever vågar komma till skolan"), prose("Var tionde stannar hemma."), table(OF_ACTS))

    assert goals(plan) == [("Elever vågar komma till skolan", "unspecified")]
