"""Headings that come back under each area are a part of it, though they are set as the areas' own."""

from tests.plan_builders import goals, heading, prose, read


def area(name: str, *said: str, level: int = 2) -> list:
    return [
        heading(name, level=level),
        heading("Varför området är viktigt", level=2),
        prose("Här beskrivs hur området hänger ihop med resten av stödet."),
        heading("Prioriterade områden för det gemensamma arbetet", level=2),
        *(prose(text) for text in said),
    ]


def test_goals_stand_under_a_head_that_comes_back_under_areas_set_alike():
    plan = read(
        heading("Prioriterade områden för det gemensamma arbetet", level=1),
        prose("Områdena har valts av kommunerna tillsammans."),
        *area(
            "Målområde 1 - Stöd nära dig", "Stärkt samarbete mellan skola och öppenvård.", "Kortare väg till samtal."
        ),
        *area("Målområde 2 - Trygg uppväxt", "Utvecklat stöd till nyblivna föräldrar."),
    )

    assert [text for text, _ in goals(plan)] == [
        "Stärkt samarbete mellan skola och öppenvård.",
        "Kortare väg till samtal.",
        "Utvecklat stöd till nyblivna föräldrar.",
    ]
    assert [plan.goals[i].focus_area for i in (0, 2)] == ["Målområde 1 - Stöd nära dig", "Målområde 2 - Trygg uppväxt"]


def test_a_head_that_stands_under_one_area_only_ends_it():
    plan = read(*area("Målområde 1 - Stöd nära dig", "Stärkt samarbete mellan skola och öppenvård."))

    assert goals(plan) == []
