"""Acts that codes count in running text, with who, cost and measure behind them."""

from extractors.plans.counted_texts import counted_texts
from models.blocks import Block
from tests.plan_builders import activities, heading, item, prose, read

_ACTS = (
    ("1:1", "Öppna en träffpunkt i varje tätort."),
    ("1:2", "Utbilda hemtjänstens personal i samtal om ensamhet."),
    ("2:1", "Starta en samtalsgrupp för anhöriga."),
)


def test_codes_count_the_acts_of_a_plan():
    flow: list[Block] = [heading("Det här året", 2), *(prose(f"{code}. {act}") for code, act in _ACTS)]

    assert [(at, one.head.number, one.said) for at, one in counted_texts(flow).items()] == [
        (at, code, act) for at, (code, act) in enumerate(_ACTS, start=1)
    ]


def test_codes_that_do_not_go_on_count_nothing():
    flow = [prose(f"{code}. {act}") for code, act in reversed(_ACTS)]

    assert counted_texts(flow) == {}


def test_numbered_paragraphs_of_background_are_no_acts():
    texts = ("Kommunen har 12 000 invånare.", "Befolkningen har minskat sedan 2010.", "Var tredje invånare är äldre.")
    flow = [prose(f"1:{n}. {text}") for n, text in enumerate(texts, start=1)]

    assert counted_texts(flow) == {}


def test_what_stands_behind_a_counted_act_tells_of_it():
    behind = "Ansvar: Omsorgsnämnden. Kostnad: 80 000 kr. Uppföljning: Antal deltagare."
    plan = read(heading("Det här året", 2), *(prose(f"{code}. {act} {behind}") for code, act in _ACTS))

    assert activities(plan) == [act for _, act in _ACTS]
    assert {(a.responsible, a.cost) for a in plan.activities} == {("Omsorgsnämnden", "80 000 kr.")}
    assert [a.number for a in plan.activities] == [code for code, _ in _ACTS]
    assert [i.text for i in plan.indicators] == ["Antal deltagare."] * 3


def test_what_is_told_of_a_counted_act_may_stand_below_it():
    flow = [
        block
        for code, act in _ACTS
        for block in (prose(f"{code}. {act}"), prose("Ansvar: Kultur. Uppföljning: Rapport i maj."))
    ]
    plan = read(heading("Det här året", 2), *flow)

    assert activities(plan) == [act for _, act in _ACTS]
    assert {a.responsible for a in plan.activities} == {"Kultur"}
    assert plan.indicators == []


def test_cost_and_measure_behind_an_item_are_its_own():
    plan = read(
        heading("Aktiviteter", 2),
        item("Öppna en jour. Ansvarig: Socialnämnden. Kostnad: 20 000 kr."),
        item("Utbilda chefer. Ansvarig: Personalchefen. Uppföljning: Andel chefer som har gått kursen."),
    )

    assert activities(plan) == ["Öppna en jour.", "Utbilda chefer."]
    assert [a.cost for a in plan.activities] == ["20 000 kr.", None]
    assert [i.text for i in plan.indicators] == ["Andel chefer som har gått kursen."]
