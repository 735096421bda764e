"""Headings below a small `Mål` of their own are goals."""

from extractors.plans.tagged_heads import tagged_goals
from tests.plan_builders import goals, heading, prose, read

SLEEP = "Alla unga har någon vuxen att prata med"
WORK = "Ekfors arbetsplatser är öppna för fler"


def test_the_headings_below_tags_are_goals_and_what_stands_below_tells_more_of_them():
    plan = read(
        heading("1 Barn och unga", 2),
        prose("Mål"),
        heading(f"1.1 {SLEEP}", 3),
        prose("Nämnden antog visionen 2020."),
        heading("Aktiviteter", 4),
        prose("Utbilda vuxna i skolan i att lyssna."),
        heading("2 Vuxna", 2),
        prose("Mål"),
        heading(f"2.1 {WORK}", 3),
    )

    assert goals(plan) == [(SLEEP, "unspecified"), (WORK, "unspecified")]


def test_a_lone_head_above_a_heading_makes_it_no_goal():
    assert tagged_goals([prose("Mål"), heading("Bakgrund", 2), prose("Läget är gott.")]) == {}


def test_heads_above_heads_are_no_tags():
    assert tagged_goals([prose("Mål"), heading("Aktiviteter"), prose("Mål"), heading("Kortsiktiga mål")]) == {}
