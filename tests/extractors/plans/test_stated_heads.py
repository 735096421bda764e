"""Headings and leads that state what shall be are goals where several are alike; names, questions and acts are not."""

import pytest

from extractors.plans.heads_by_content import Opened
from extractors.plans.stated_heads import stated_goals
from models.blocks import Block
from tests.plan_builders import activities, goals, heading, item, prose, read

SLEEP = "Alla unga ska ha någon vuxen att prata med"
WORK = "Fler personer med psykisk ohälsa ska ha ett arbete"
HOME = "Ingen äldre ska känna sig ensam"


def told(*texts: str, level: int = 2) -> list[str]:
    flow = [block for text in texts for block in (heading(text, level), prose("Läget har blivit sämre sedan 2019."))]
    return [opened.said for opened in stated_goals(flow).values()]


@pytest.mark.parametrize("word", ["Åtagande {}:", "Prioritering {}.", "Inriktning {} –", "Löfte {})"])
@pytest.mark.parametrize("numbers", ["12", "AB"])
def test_counted_headings_that_say_what_shall_be_are_goals(word, numbers):
    first, second = (word.format(number) for number in numbers)
    assert told(f"{first} {SLEEP}", f"{second} {WORK}") == [SLEEP, WORK]


def test_headings_that_are_such_clauses_are_goals_among_other_headings():
    assert told("Bakgrund", SLEEP, WORK, HOME, "Ekonomi") == [SLEEP, WORK, HOME]


@pytest.mark.parametrize(
    "texts",
    [
        [f"Åtagande 1: {SLEEP}"],
        [f"Åtagande 1: {SLEEP}", "Åtagande 2: Skola", "Åtagande 3: Boende", "Åtagande 4: Arbete"],
        ["Vad vi ska göra för unga", "Hur vi ska nå fler äldre"],
        ["Så ska vi nå fler unga", "Därför ska vi hjälpa fler äldre"],
        ["Uppgifter som ska lämnas till nämnden", "Blankett som ska följa med ansökan"],
        ["Skolans elevhälsa", "Stöd till äldre"],
        ["Åtagande 1: Starta en öppen jour", "Åtagande 2: Utbilda kuratorer i sömnstöd"],
        [f"Fokusområde 1: {SLEEP}", f"Fokusområde 2: {WORK}"],
        ["Det ska alla få", "Det ska alla få", "Så ska det bli för alla"],
        [f"{SLEEP} enligt den nationella strategin", f"{WORK} enligt statens riktlinjer"],
    ],
    ids=[
        "one",
        "few of those alike",
        "questions",
        "answers",
        "relative",
        "names",
        "acts",
        "areas",
        "said again",
        "others' goals",
    ],
)
def test_other_headings_state_no_goal(texts):
    assert told(*texts) == []


def test_a_heading_over_goals_of_its_own_states_none():
    flow: list[Block] = [
        heading(SLEEP, 2),
        heading("Mål", 3),
        item(WORK),
        heading(HOME, 2),
        heading("Mål", 3),
        item(WORK),
    ]
    assert stated_goals(flow) == {}


def test_counted_leads_of_paragraphs_state_goals():
    flow: list[Block] = [heading("Vad vi lovar"), prose(f"Åtagande 1: {SLEEP}."), prose(f"Åtagande 2: {WORK}.")]
    found = stated_goals(flow)
    assert [(at, opened.said, opened.head.number) for at, opened in found.items()] == [
        (1, f"{SLEEP}.", "1"),
        (2, f"{WORK}.", "2"),
    ]
    assert all(isinstance(opened, Opened) and opened.head.kind == "goal" for opened in found.values())


def test_what_stands_below_is_of_the_initiative_that_the_heading_names():
    plan = read(
        *(
            heading("Ett program för alla", 1),
            heading(f"Åtagande 1: {SLEEP}", 2),
            prose("Var femte är ensam i skolan."),
        ),
        *(heading("Insatser", 3), item("Starta en jour"), heading(f"Åtagande 2: {WORK}", 2), prose("Få har arbete.")),
    )
    assert goals(plan) == [(SLEEP, "unspecified"), (WORK, "unspecified")]
    assert activities(plan) == ["Starta en jour"]
    assert plan.activities[0].initiative is plan.goals[0].initiative
    assert [initiative.title for initiative in plan.initiatives] == [f"Åtagande 1: {SLEEP}", f"Åtagande 2: {WORK}"]


def test_frames_that_say_what_shall_be_state_goals_and_what_stands_below_is_prose():
    flow: list[Block] = [heading("Unga", 2), prose(SLEEP, framed=True), prose("Många söker hjälp sent.")]
    flow += [heading("Äldre", 2), prose(HOME, framed=True), prose("Var tredje bor ensam.")]

    assert goals(read(*flow)) == [(SLEEP, "unspecified"), (HOME, "unspecified")]


def test_frames_that_tell_of_other_things_state_no_goals():
    flow: list[Block] = [
        prose(text, framed=True) for text in (SLEEP, "Ring alltid 112.", "Läs mer på webben.", "Fråga din chef.")
    ]

    assert goals(read(*flow)) == []


def test_headings_that_are_whole_sentences_state_goals_without_a_word_that_says_so():
    flow: list[Block] = [
        heading("Område ett", 2),
        heading("Ingen i kommunen är ensam.", 3),
        prose("För att nå målet ska kommunen"),
        item("starta en jour på kvällarna"),
        item("utbilda alla chefer i samtal"),
        heading("Område två", 2),
        heading("Den psykiska hälsan ökar i alla åldrar.", 3),
    ]

    assert [text for text, _ in goals(read(*flow))] == [flow[1].text, flow[6].text]
    numbered = [heading(f"2.1 {b.text}", 3) if b in (flow[1], flow[6]) else b for b in flow]
    assert goals(read(*numbered)) == goals(read(*flow))
    named = [heading(text, 3) if block is flow[6] else block for block, text in zip(flow, ["Skola"] * 7, strict=True)]
    assert goals(read(*named)) == []


def test_a_sentence_set_as_a_heading_below_its_lead_in_is_the_goal():
    said = "Alla invånare ska ha någon att prata med."
    plan = read(heading("Syfte och mål", 2), prose("Det övergripande målet är:"), heading(said, 4), heading("Läget", 2))

    assert goals(plan) == [(said, "unspecified")]


def test_the_text_that_a_lead_in_to_acts_calls_the_goal_is_one():
    said, lead = "Ingen i kommunen är ensam.", prose("För att nå målet ska kommunen")
    acts = [item("starta en jour på kvällarna"), item("utbilda alla chefer i samtal")]
    plan = read(heading("Område ett", 2), prose("Många bor ensamma."), prose(said), lead, *acts)

    assert goals(plan) == [(said, "unspecified")]
    assert activities(plan) == [act.text for act in acts]
    headed = read(heading("Långsiktigt mål", 2), prose(said), lead, *acts)
    assert goals(headed) == [(said, "long_term")]
