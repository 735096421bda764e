"""A table's title right below a head of goals is the goal."""

import pytest

from extractors.plans.skeleton import read_skeleton
from models.blocks import Note
from tests.plan_builders import NOWHERE, heading, prose
from tests.table_builders import table

_TITLE = Note(text="Alla unga får stöd i tid", places=NOWHERE, note="caption")
_MEASURES = table([["Indikator", "Utfall 2031"], ["Andel unga som får stöd i tid, %", "64"]])


@pytest.mark.parametrize(
    ("above", "goals"),
    [
        ([heading("1.1 Nämndmål")], ["Alla unga får stöd i tid"]),
        ([heading("Nuläge")], []),
        ([heading("1.1 Nämndmål"), prose("Ingen ska vänta.")], ["Ingen ska vänta."]),
    ],
    ids=["below-goals", "below-others", "goal-told"],
)
def test_a_tables_title_right_below_a_head_of_goals_is_the_goal(above, goals):
    plan = read_skeleton([*above, _TITLE, _MEASURES])

    assert [goal.text for goal in plan.goals] == goals


def test_a_tables_title_with_a_head_of_its_own_states_what_that_opens():
    title = Note(text="Mål: Alla unga får stöd i tid", places=NOWHERE, note="caption")

    plan = read_skeleton([heading("Unga"), title, _MEASURES])

    assert [(goal.text, goal.initiative and goal.initiative.title) for goal in plan.goals] == [
        ("Alla unga får stöd i tid", "Unga")
    ]


def test_what_is_measured_between_tables_is_read_though_it_looks_like_their_title():
    measures = ["Andel elever som trivs i skolan", "Antal barn som har en förening", "Antal besök på kaféet"]
    blocks = [
        block
        for measure in measures
        for block in (
            heading(f"Område {len(measure)}", 2),
            table([["Åtgärd", "Ansvar"], ["Öppna ett kafé", "Rektor"]]),
            Note(text=f"Så följer vi upp: {measure}", places=NOWHERE, note="caption"),
        )
    ]

    assert [indicator.text for indicator in read_skeleton(blocks).indicators] == measures
