"""Heads whose words say nothing, known by what stands below all their places."""

import pytest

from extractors.plans.heads import Head, run_in_head
from extractors.plans.heads_by_content import heads_by_content
from extractors.plans.skeleton import read_skeleton
from models.blocks import Block, Heading, ListItem, Paragraph
from models.place import Place
from tests.plan_builders import activities, read

_PLACES = (Place(page=1, x0=70, top=0, x1=520, bottom=12),)
_ACTS = (
    "Utbilda all personal i bemötande",
    "Ta fram en gemensam rutin för remisser",
    "Starta en samtalsgrupp för anhöriga",
)
_MEASURES = ("Antal genomförda utbildningar", "Andel elever som trivs", "Antal deltagare i grupperna")


def heading(text: str, level: int = 3) -> Heading:
    return Heading(text=text, places=_PLACES, level=level, size=12)


def item(text: str) -> ListItem:
    return ListItem(text=text, places=_PLACES, marker="•", level=1, size=11)


def prose(text: str) -> Paragraph:
    return Paragraph(text=text, places=_PLACES, size=11)


def opened(*flow: Block) -> dict[int, Head]:
    return {at: each.head for at, each in heads_by_content(flow).items()}


@pytest.mark.parametrize(
    ("texts", "kind"),
    [
        (("Alla unga ska ha någon att tala med.", "Ingen ska vara ensam.", "Fler ska klara skolan."), "goal"),
        (_ACTS, "activity"),
    ],
)
def test_a_strategic_undertaking_is_what_stands_below_it(texts, kind):
    flow = [block for text in texts for block in (heading("Strategiskt åtagande"), prose(text))]

    assert set(opened(*flow).values()) == {Head(kind)}


def test_a_head_that_comes_back_over_acts_opens_activities():
    flow: list[Block] = [
        heading("Skola", 2),
        heading("Nästa steg"),
        item(_ACTS[0]),
        item(_ACTS[1]),
        heading("Omsorg", 2),
        heading("Nästa steg:"),
        item(_ACTS[2]),
    ]
    assert opened(*flow) == {1: Head("activity"), 5: Head("activity")}
    plan = read_skeleton(flow)
    assert [(a.text, a.basis) for a in plan.activities] == [(text, "text") for text in _ACTS]


def test_a_head_that_stands_once_opens_nothing():
    assert opened(heading("Nästa steg"), *map(item, _ACTS)) == {}


@pytest.mark.parametrize(
    ("texts", "opens"),
    [
        pytest.param(_ACTS[:2], [Head("activity")] * 2, id="both-clear"),
        pytest.param((_ACTS[0], "Fritidsbussen kör en längre tur"), [], id="one-unclear"),
    ],
)
def test_two_texts_in_all_must_both_be_clear(texts, opens):
    flow = [block for text in texts for block in (heading("Nästa steg"), item(text))]

    assert list(opened(*flow).values()) == opens


_TERSE = (
    "En öppen mottagning startas i Lillhaga",
    "Fritidsbussen körs även på lördagar",
    "Odlingslotter delas ut till sjukskrivna",
    "Frukostklubben flyttar till aulan",
)
"""Acts in the present, half of which the model takes for background alone."""

_STARTED = (
    "Hälsobussen bemannas två dagar i veckan från 2031. Värd är primärvården.",
    "Tre nya träffpunkter öppnas: två 2031 och en 2032.",
    "Jourtelefonen bemannas även på helger. Värd är socialjouren.",
    "Kvällsjouren bemannas av två kuratorer. Värd är barnhälsovården.",
)
"""Of these only one."""


@pytest.mark.parametrize(
    ("texts", "listed", "opens"),
    [
        pytest.param(_TERSE, True, True, id="list"),
        pytest.param(_STARTED, True, True, id="hardly-any-alone"),
        pytest.param(_STARTED, False, False, id="the-same-as-prose"),
        pytest.param(_TERSE[1:3] * 2, False, False, id="prose"),
        pytest.param(("Skolkuratorn", "Fältgruppen", "Ungdomshuset", "Två coacher"), True, False, id="names"),
    ],
)
def test_what_comes_back_over_lists_is_told_by_their_mean(texts, listed, opens):
    said = [item(text) if listed else prose(text) for text in texts]
    flow: list[Block] = [heading("Fotsteg"), *said[:2], heading("Fotsteg"), *said[2:]]

    assert list(opened(*flow).values()) == ([Head("activity")] * 2 if opens else [])


_EXPECTED = tuple(
    block
    for goal in ("Alla unga får svar samma dag.", "Ingen förälder står ensam.", "Barn vet vem de kan tala med.")
    for block in (heading("Förväntat resultat"), prose(goal))
)


def test_expected_results_are_the_goals_of_a_plan_without_others():
    assert opened(*_EXPECTED) == dict.fromkeys((0, 2, 4), Head("goal"))
    assert opened(heading("Mål"), item("Fler söker hjälp i tid."), *_EXPECTED) == {}


def test_texts_of_several_kinds_open_nothing():
    flow: list[Block] = [
        heading("I korthet"),
        item(_ACTS[0]),
        item(_MEASURES[0]),
        heading("I korthet"),
        item(_MEASURES[1]),
        item(_ACTS[1]),
    ]
    assert opened(*flow) == {}


def test_background_that_comes_back_opens_nothing():
    flow: list[Block] = [
        heading("Kunskapsläge"),
        prose("Forskning visar att ensamhet har betydelse för hälsan."),
        prose("Under de senaste åren har psykisk ohälsa ökat bland unga."),
        heading("Kunskapsläge"),
        prose("Det råder stora skillnader mellan kommunerna."),
    ]
    assert opened(*flow) == {}


def test_how_the_plan_is_followed_up_opens_indicators_alone():
    measured: list[Block] = [
        heading("Uppföljning"),
        item(_MEASURES[0]),
        item(_MEASURES[1]),
        heading("Uppföljning"),
        item(_MEASURES[2]),
    ]
    done: list[Block] = [heading("Uppföljning"), item(_ACTS[0]), item(_ACTS[1]), heading("Uppföljning"), item(_ACTS[2])]
    assert opened(*measured) == {0: Head("indicator"), 3: Head("indicator")}
    assert opened(*done) == {}


@pytest.mark.parametrize(
    "words",
    [
        "Hur vi följer upp",
        "Hur planen följs upp",
        "Så följer vi upp",
        "Uppföljning",
        "Så här följer vi upp målen",
        "Hur ska vi följa upp detta?",
    ],
)
def test_one_heading_on_follow_up_opens_the_measures_listed_below_it(words):
    assert opened(heading(words), *map(item, _MEASURES)) == {0: Head("indicator")}
    plan = read_skeleton([heading("Mål"), item("Fler barn trivs i skolan"), heading(words), *map(item, _MEASURES)])
    assert [i.text for i in plan.indicators] == list(_MEASURES)


def test_headings_on_follow_up_with_one_measure_each_are_told_by_them_together():
    flow: list[Block] = [heading("Hur vi följer upp"), item(_MEASURES[0]), heading("Vad"), prose("Kort sagt.")]
    assert opened(*flow, heading("Hur vi följer upp"), item(_MEASURES[1]), prose("2/2")) == dict.fromkeys(
        (0, 4), Head("indicator")
    )
    assert opened(*flow, heading("Hur vi följer upp"), prose(_MEASURES[1])) == {}


@pytest.mark.parametrize(
    "below",
    [
        pytest.param([item("Styrgruppen träffas varje kvartal"), item("Planen ses över i mars")], id="how-it-is-done"),
        pytest.param([prose(text) for text in _MEASURES], id="no-list"),
        pytest.param([item(_MEASURES[0])], id="one-item"),
        pytest.param([item(_MEASURES[0]), item(_ACTS[0])], id="acts-among-them"),
    ],
)
def test_a_heading_on_follow_up_opens_no_other_texts(below):
    assert opened(heading("Uppföljning"), *below) == {}


def test_heads_that_run_in_are_known_by_their_own_texts():
    flow: list[Block] = [prose(f"Insatsen i korthet: {text}") for text in _ACTS]
    assert opened(*flow) == dict.fromkeys(range(3), Head("activity"))
    assert [a.text for a in read_skeleton(flow).activities] == list(_ACTS)


def test_heads_that_say_what_they_open_are_left_to_their_words():
    flow: list[Block] = [heading("Mål"), *map(item, _ACTS), heading("Mål"), *map(item, _ACTS)]
    assert opened(*flow) == {}


def test_what_runs_in_before_its_text_is_done():
    assert run_in_head("Vad: Kurser för föräldrar") == (Head("activity"), "Kurser för föräldrar")
    assert run_in_head("Varför: Föräldrar har bett om det") is None


def test_a_head_beside_the_goals_own_in_each_area_heads_no_goals():
    flow = [
        block
        for area in ("Skolan", "Fritiden", "Hemmet")
        for block in (
            heading(f"Målområde: {area}", 2),
            heading("Områdets tyngd"),
            prose("Alla barn ska ha någon att prata med."),
            prose("Ingen ska behöva vänta på stöd."),
            heading("Mål"),
            prose("Fler barn trivs i skolan."),
        )
    ]

    assert opened(*flow) == {}
    assert {goal.text for goal in read_skeleton(flow).goals} == {"Fler barn trivs i skolan."}


def test_counts_of_what_there_is_are_no_goals_whatever_heads_them():
    counts = ("480 barn föds varje år i länet", "92 procent av barnen går i förskola", "41 procent bor ensamma i länet")

    def twice(*texts: str) -> list[Block]:
        one: list[Block] = [heading("Runt hörnet"), *map(item, texts)]
        return [*one, *one]

    assert heads_by_content(twice(*counts)) == {}
    aims = heads_by_content(twice(*(f"Minst {each}" for each in counts)))
    assert {opened.head.kind for opened in aims.values()} == {"goal"}


def test_headings_that_name_who_does_it_are_one_head():
    plan = read(
        heading("Allmänna insatser", 2),
        prose("De når alla."),
        heading("3.1 Kommunstyrelsen"),
        item("Genomför en kampanj varje höst."),
        item("Ser till att räcken finns vid bron."),
        heading("Tekniska nämnden och skolorna"),
        item("Låter alla elever i årskurs åtta träffa en kurator."),
        heading("Omsorgsnämnden"),
        item("Öppnar en jour för anhöriga."),
    )

    assert len(activities(plan)) == 4
    assert {activity.initiative.title for activity in plan.activities if activity.initiative} == {"Allmänna insatser"}
