"""A plan's labels beside their texts, read as a form's answers: they are its heads."""

from extractors.plans.answers_as_text import with_answers_as_text
from extractors.plans.skeleton import read_skeleton
from models.blocks import Answer, Cell
from models.place import Place
from tests.plan_builders import heading

PLACE = Place(page=1, x0=70, top=100, x1=500, bottom=112)


def _answer(label: str, *texts: str) -> Answer:
    value = " ".join(texts)
    said = Cell(row=0, col=0, text=value, place=PLACE, paragraphs=texts if len(texts) > 1 else ())
    return Answer(text=f"{label} {value}", places=(PLACE,), label=label, value=value, said=said)


def test_labels_of_goals_and_acts_are_heads_over_what_stands_beside_them():
    plan = read_skeleton(
        with_answers_as_text(
            [
                heading("Fritid", 1),
                _answer("Vi vill uppnå:", "Alla unga har råd med en fritidsaktivitet"),
                _answer("Vi ska:", "Öppna en fritidsbank (2025)", "Ordna bussar på kvällar"),
                _answer("Vem?", "Fritidsnämnden"),
            ]
        )
    )

    assert [goal.text for goal in plan.goals] == ["Alla unga har råd med en fritidsaktivitet"]
    assert [activity.text for activity in plan.activities] == ["Öppna en fritidsbank (2025)", "Ordna bussar på kvällar"]
    assert {activity.responsible for activity in plan.activities} == {"Fritidsnämnden"}


def test_labels_of_one_kind_alone_stay_answers():
    blocks = [_answer("Mål:", "Alla mår bra"), _answer("Sökande:", "Ekby kommun"), _answer("Telefon:", "")]

    assert with_answers_as_text(blocks) == blocks
