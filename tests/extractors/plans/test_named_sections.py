"""Headings that name their part and say what stands below."""

from extractors.plans.named_sections import with_sections_named
from models.blocks import Block
from tests.plan_builders import activities, goals, heading, item, prose, read


def test_each_part_has_its_goals_acts_and_measures():
    plan = read(
        heading("Nära: mål", level=2),
        heading("Unga hittar stöd på fritidsgården", level=3),
        heading("Nära: det här gör vi", level=2),
        prose("2027"),
        prose("En kurator anställs till varje gård"),
        heading("Nära: så ser vi resultat", level=2),
        item("Antal samtal"),
        heading("Tidigt – mål", level=2),
        heading("Svårigheter märks före skolstarten", level=3),
    )

    assert [text for text, _ in goals(plan)] == [
        "Unga hittar stöd på fritidsgården",
        "Svårigheter märks före skolstarten",
    ]
    assert activities(plan) == ["En kurator anställs till varje gård"]
    assert [indicator.text for indicator in plan.indicators] == ["Antal samtal"]
    assert [initiative.title for initiative in plan.initiatives] == ["Nära", "Tidigt"]


def test_one_such_heading_may_be_a_title():
    flow: list[Block] = [heading("Plan för Granvik: mål", level=1), prose("Planen har tagits fram i dialog med unga.")]

    assert with_sections_named(flow) == flow


def test_a_heading_with_other_words_behind_its_colon_stays_whole():
    flow: list[Block] = [
        heading("Steg 1: förstudie"),
        heading("Steg 2: skolan"),
        heading("Mål 3: Fler får hjälp i tid"),
    ]

    assert with_sections_named(flow) == flow
