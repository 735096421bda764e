"""What a report's lists say was to be reached and has been done, under headings of their own; none from its prose."""

import pytest

from extractors.drafts import PlanDraft
from extractors.plans.heads import Head, head_of
from extractors.plans.reported import read_reported
from models.blocks import Block
from models.place import Place
from tests.plan_builders import activities, goals, heading, item, prose, read

GOAL = "Alla kommuner i länet ska ha en brukarombudsman"
DONE = "Utbildning av fjorton brukarombud i Arvika och Säffle"


def report(*blocks: Block) -> PlanDraft:
    """The blocks one below another on a page."""
    tops = [60 + 18 * n for n in range(len(blocks))]
    places = [(Place(page=1, x0=70, top=top, x1=520, bottom=top + 12),) for top in tops]
    return read_reported([b.model_copy(update={"places": at}) for b, at in zip(blocks, places, strict=True)])


@pytest.mark.parametrize(
    "goal_head", ["Mål", "Projektets mål", "2. Projektets mål", "Uppsatta mål", "Mål med projektet"]
)
@pytest.mark.parametrize(
    "done_head",
    ["Aktiviteter", "Genomförda aktiviteter", "3 Genomförda insatser", "Insatser som genomförts", "Vad har vi gjort?"],
)
def test_the_lists_of_a_report_state_its_goals_and_what_was_done(goal_head, done_head):
    plan = report(
        heading("Bakgrund"),
        prose("Projektet började 2019."),
        heading(goal_head),
        item(GOAL),
        heading(done_head),
        item(DONE),
    )
    assert goals(plan) == [(GOAL, "unspecified")]
    assert activities(plan) == [DONE]


@pytest.mark.parametrize(
    "blocks",
    [
        [heading("Mål"), item(GOAL)],
        [heading("Genomförda aktiviteter"), item(DONE)],
        [heading("Mål"), prose(f"{GOAL}."), heading("Genomförda aktiviteter"), prose(f"{DONE}.")],
        [heading("Måluppfyllelse"), item(GOAL), heading("Resultat"), item(DONE)],
    ],
    ids=["goals alone", "activities alone", "prose", "other heads"],
)
def test_a_report_without_both_lists_states_nothing(blocks):
    plan = report(*blocks)
    assert (plan.goals, plan.activities, plan.initiatives) == ([], [], [])


def test_prose_beside_the_lists_is_no_activity():
    plan = report(
        heading("Projektets mål"),
        item(GOAL),
        heading("Genomförda aktiviteter"),
        item(DONE),
        heading("Lärdomar"),
        prose("Under 2023 ska kommunen starta en mottagning för unga vuxna."),
    )
    assert activities(plan) == [DONE]


def test_what_has_been_done_is_no_activity_of_a_plan():
    plan = read(heading("Genomförda aktiviteter"), item(DONE), heading("Planerade aktiviteter"), item("Starta en jour"))
    assert activities(plan) == ["Starta en jour"]


@pytest.mark.parametrize("text", ["Projektets mål", "Satsningens mål", "Programmets mål:", "Mål med satsningen"])
def test_the_goals_of_the_work_itself_are_goals(text):
    assert head_of(text) == Head("goal")


@pytest.mark.parametrize("text", ["Statens mål", "Tidigare insatser", "Genomförda aktiviteter"])
def test_the_goals_of_others_and_what_is_past_open_nothing_in_a_plan(text):
    assert head_of(text) is None


@pytest.mark.parametrize("text", ["Insatser", "Satsningar"])
def test_nouns_of_the_field_are_not_read_as_owners(text):
    assert head_of(text) == Head("activity")
