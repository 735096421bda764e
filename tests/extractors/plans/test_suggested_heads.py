"""Heads whose words only suggest what they open: it shows below them."""

import pytest

from extractors.plans.suggested_heads import suggested_head
from tests.plan_builders import activities, goals, heading, item, prose, read


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Insatser riktade till barn och unga", "activity"),
        ("Aktiviteter inom äldreomsorgen", "activity"),
        ("Kommunens aktiviteter", "activity"),
        ("Fortsatta insatser", "activity"),
        ("Suicidpreventiva insatser", "activity"),
        ("Planerat arbete", "activity"),
        ("Fortsatt arbete under 2026", "activity"),
        ("Mål för området", "goal"),
        ("Långsiktiga mål för målgruppen", "goal"),
        ("Indikatorer för uppföljning", "indicator"),
    ],
)
def test_what_a_heads_noun_suggests(text, kind):
    head = suggested_head(text)

    assert head is not None
    assert head.kind == kind


@pytest.mark.parametrize("text", ["Mål", "Aktiviteter 2025", "Stöd i skolan", "Arbete med mål", "Riksdagens mål"])
def test_what_suggests_nothing_or_says_it_plainly(text):
    assert suggested_head(text) is None


def test_acts_below_a_head_that_suggests_them():
    plan = read(
        heading("Trygg skolgång", level=2),
        heading("Insatser i skolan"),
        item("Anställa två kuratorer på gymnasiet."),
        item("Utbilda mentorer i samtalsmetodik."),
        heading("Mål för området"),
        prose("Alla elever har någon att tala med."),
    )

    assert activities(plan) == ["Anställa två kuratorer på gymnasiet.", "Utbilda mentorer i samtalsmetodik."]
    assert goals(plan) == [("Alla elever har någon att tala med.", "unspecified")]
    assert [initiative.title for initiative in plan.initiatives] == ["Trygg skolgång"]


def test_prose_about_acts_below_such_a_head_is_none():
    told = "I kommunen finns sedan länge flera insatser, och de har vuxit fram utan gemensam planering."

    assert activities(read(heading("Insatser i skolan"), prose(told))) == []


def test_a_chapter_of_such_a_name_over_headings_of_its_own_opens_nothing():
    plan = read(
        heading("Insatser i skolan", level=2),
        prose("Anställa två kuratorer på gymnasiet."),
        heading("Samtalsstöd"),
        prose("Skolan har få kuratorer."),
    )

    assert activities(plan) == []
