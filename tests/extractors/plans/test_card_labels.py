"""Labels of cards whose words say nothing are known by what stands beside them in all the cards."""

import pytest

from extractors.drafts import PlanDraft
from extractors.plans.card_labels import labels_by_content
from extractors.plans.cards import is_card, read_card
from extractors.plans.heads import Head
from tests.table_builders import table

GOALS = ["Alla elever har någon vuxen att prata med", "Ingen äldre känner sig ensam i sin vardag"]


def card(label: str, said: str):
    return table([[label, said], ["Detta ska vi göra", "Starta en samtalsgrupp"], ["Vem", "Enhetschefen"]], headers=0)


def test_without_the_labels_of_the_others_a_card_states_what_its_own_words_say():
    plan = PlanDraft()

    read_card(card("Färdriktning", GOALS[0]), plan, None)

    assert plan.goals == []
    assert [activity.text for activity in plan.activities] == ["Starta en samtalsgrupp"]


def test_a_label_that_comes_back_opens_what_stands_beside_it():
    cards = [card("Färdriktning", goal) for goal in GOALS]
    labels = labels_by_content(cards)
    plan = PlanDraft()

    assert labels == {"färdriktning": Head("goal")}
    assert is_card(cards[0], labels)
    read_card(cards[0], plan, None, labels)
    assert [goal.text for goal in plan.goals] == GOALS[:1]
    assert [activity.text for activity in plan.activities] == ["Starta en samtalsgrupp"]


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("Färdriktning", GOALS[:1]),
        ("Nuläge", GOALS),
        ("Plats", ["Kommunhuset i Norrby", "Biblioteket vid torget"]),
    ],
    ids=["one card", "a known label", "names"],
)
def test_other_labels_open_nothing(label, said):
    assert labels_by_content([card(label, each) for each in said]) == {}
