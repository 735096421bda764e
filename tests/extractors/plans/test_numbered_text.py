"""Paragraphs numbered through a plan, over its headings, are running text; items of lists and counted acts are not."""

import pytest

from extractors.plans.numbered_text import without_paragraph_numbers
from models.blocks import Block, ListItem
from tests.plan_builders import NOWHERE, activities, heading, item, prose, read

TOLD = "Unga i länet sover sämre än förr. Skolorna ser det i frånvaron."
ACT = "Utbilda kuratorer i sömnstöd. Kursen ges två gånger."


def numbered(number: str, text: str = TOLD) -> ListItem:
    return ListItem(text=text, places=NOWHERE, marker=number, size=11)


def kinds(*blocks: Block) -> list[str]:
    return [block.kind for block in without_paragraph_numbers(blocks) if block.kind != "heading"]


@pytest.mark.parametrize(
    "numbers",
    [
        ["1.", "2.", "3.", "4."],
        ["7", "8", "11", "12"],
        ["1.1", "1.2", "2.1", "3.1"],
        ["1.1.1", "1.1.2", "1.2.1", "2.1.1"],
    ],
)
def test_numbers_that_go_on_over_headings_count_paragraphs(numbers):
    first, second, third, fourth = numbers
    flow: list[Block] = [
        *(numbered(first), numbered(second), heading("Sömn")),
        *(numbered(third), heading("Skola"), numbered(fourth)),
    ]
    assert kinds(*flow) == ["paragraph"] * 4


def test_a_list_between_numbered_paragraphs_stays_a_list():
    lists = [numbered("1.", "Ökad dialog"), numbered("2.", "Ökad samsyn")]
    flow: list[Block] = [numbered("3."), heading("Sömn"), numbered("4."), *lists, heading("Skola"), numbered("5.")]
    assert kinds(*flow) == ["paragraph", "paragraph", "list_item", "list_item", "paragraph"]


@pytest.mark.parametrize(
    "blocks",
    [
        [numbered("1."), heading("Sömn"), numbered("1."), heading("Skola"), numbered("1.")],
        [numbered("1."), numbered("2."), numbered("3."), heading("Sömn"), numbered("4.")],
        [numbered("1.", ACT), heading("Sömn"), numbered("2.", ACT), heading("Skola"), numbered("3.", ACT)],
        [numbered("1.", "Kurser"), heading("Sömn"), numbered("2.", "Jour"), heading("Skola"), numbered("3.", "Stöd")],
        [numbered("•"), heading("Sömn"), numbered("•"), heading("Skola"), numbered("•")],
    ],
    ids=["begin again", "over one heading", "acts", "names", "bullets"],
)
def test_other_lists_stay_lists(blocks):
    assert set(kinds(*blocks)) == {"list_item"}


def test_a_numbered_paragraph_under_an_activity_is_no_step_of_it():
    plan = read(
        *(
            heading("Bakgrund"),
            numbered("1."),
            heading("Aktiviteter"),
            heading("Aktivitet 1. Sömnskola"),
            numbered("2."),
        ),
        *(heading("Aktivitet 2. Öppen jour"), numbered("3."), item("Hyra en lokal")),
    )
    assert activities(plan) == ["Sömnskola", "Öppen jour", "Hyra en lokal"]


def test_what_tells_of_an_activity_is_kept_as_its_description():
    plan = read(
        *(heading("Bakgrund"), numbered("1."), heading("Aktivitet 1. Sömnskola"), numbered("2.")),
        *(heading("Aktivitet 2. Öppen jour"), numbered("3."), prose("Jouren är gratis.")),
    )
    assert [activity.description for activity in plan.activities] == [[TOLD], [TOLD, "Jouren är gratis."]]
