"""Seeded errors: each finds its place, breaks what it should and nothing else, and is told in the truth."""

import json
import random
from collections import Counter
from functools import cache

import pytest

from corpus.generator.assignment import Assignment
from corpus.generator.blocks import Table, walk_blocks, walk_inlines, walk_prose
from corpus.generator.composers.catalogue import COMPOSERS, compose
from corpus.generator.content import Content, DocumentKind, figures_of
from corpus.generator.judging import judge
from corpus.generator.labels import findings_of, truth_of
from corpus.generator.scenario import make_scenario
from corpus.generator.seeding.catalogue import SEEDINGS
from corpus.generator.seeding.seeding import seed_error
from corpus.truth import Truth

ORIGIN = {"family": "memo", "producer": "typst", "kind": "memo", "seed": 1, "scanned": False, "errors": [], "traps": []}
BY_NAME = {seeding.name: seeding for seeding in SEEDINGS}


@cache
def documents() -> tuple[Content, ...]:
    """One of every kind from each of eight scenarios, each report beside its plan."""
    made = []
    for number in range(8):
        scenario = make_scenario(41, number)
        for kind in COMPOSERS:
            county = kind in ("county_plan", "region_plan", "direction")
            siblings: dict[DocumentKind, str] = {} if county or kind == "packet" else {"county_plan": "county"}
            if kind not in ("local_plan", "packet") and not county:
                siblings["local_plan"] = "plan"
            municipality = None if county else scenario.municipalities[number % len(scenario.municipalities)]
            made.append(compose(Assignment(f"{number}-{kind}", kind, scenario, municipality, siblings)))
    return tuple(made)


@cache
def seeded(name: str) -> tuple[tuple[Content, Content], ...]:
    """(document, the same with the error) wherever the error finds a place."""
    pairs = []
    for content in documents():
        made = seed_error(content, BY_NAME[name], random.Random(name))
        if made is not None:
            pairs.append((content, made))
    return tuple(pairs)


def test_without_errors_everything_holds():
    broken = [(each.name, judged.relation.key) for each in documents() for judged in judge(each) if not judged.holds]

    assert broken == []
    assert sum(len(judge(each)) for each in documents()) > 1000


@pytest.mark.parametrize("name", sorted(BY_NAME))
def test_an_error_is_found_where_its_rule_says(name):
    rules = Counter(
        rule
        for _, made in seeded(name)
        for finding in findings_of(made)
        if finding["seeded"] == name and finding["grade"] == "material"
        for rule in (finding["rule"], *finding["also"])
    )

    assert seeded(name), "no document has a place for it"
    assert rules[BY_NAME[name].rule] > 0


@pytest.mark.parametrize("name", sorted(BY_NAME))
def test_every_finding_of_a_seeded_document_is_the_error_s(name):
    for content, made in seeded(name):
        told = [finding for finding in findings_of(made) if finding["grade"] == "material"]

        assert told, content.name
        assert {finding["seeded"] for finding in told} == {name}
        assert made.errors == (name,)
        assert made != content


@pytest.mark.parametrize("name", ["digit-swap", "digit-dropped", "sign-lost", "unit-slip", "share-wrong"])
def test_an_error_in_a_figure_changes_that_figure_only(name):
    for content, made in seeded(name):
        before, after = figures_of(content), figures_of(made)

        assert before.keys() == after.keys()
        assert sum(before[key] != after[key] for key in before) == 1


def test_a_swapped_figure_has_the_same_digits():
    for content, made in seeded("digit-swap"):
        before, after = figures_of(content), figures_of(made)
        [key] = [key for key in before if before[key] != after[key]]

        assert sorted(before[key].words) == sorted(after[key].words)
        assert before[key].words != after[key].words


def test_a_row_that_is_doubled_stands_twice_in_the_truth():
    for content, made in seeded("row-doubled"):
        rows = [sum(len(table["rows"]) for table in truth_of(each, ORIGIN)["tables"]) for each in (content, made)]

        assert rows[1] == rows[0] + 1


@pytest.mark.parametrize(("name", "times"), [("row-doubled", "2"), ("row-dropped", "0")])
def test_a_municipality_s_row_that_is_doubled_or_left_out_is_told_of_the_county_s_list_too(name: str, times: str):
    tables = [
        content
        for content in documents()
        if any(each.key == "alloc" for each in walk_blocks(content.blocks) if isinstance(each, Table))
    ]
    made = [seed_error(each, BY_NAME[name], random.Random(seed)) for each in tables for seed in range(6)]
    told = [
        finding["actual"]
        for each in made
        if each is not None
        for finding in findings_of(each)
        if finding["rule"] == "complete.registry" and finding["cause"] == name
    ]

    assert set(told) == {times}


def test_two_errors_are_two_causes():
    content = next(each for each, _ in seeded("check-digit") if any(each is one for one, _ in seeded("signed-early")))

    one = seed_error(content, BY_NAME["check-digit"], random.Random(1))
    both = one and seed_error(one, BY_NAME["signed-early"], random.Random(1))

    assert both is not None
    assert {finding["cause"] for finding in findings_of(both) if finding["grade"] == "material"} == {
        "check-digit",
        "signed-early",
    }


def test_an_error_without_a_place_is_not_seeded():
    letter = next(each for each in documents() if each.kind == "consultation")

    assert [seed_error(letter, seeding, random.Random(1)) for seeding in SEEDINGS] == [None] * len(SEEDINGS)


def test_the_truth_is_in_the_form_that_is_read():
    for content in (*documents()[:24], *(made for name in sorted(BY_NAME) for _, made in seeded(name)[:1])):
        truth = Truth.model_validate_json(json.dumps(truth_of(content, ORIGIN)))

        assert truth.document.title
        inlines = [part for prose in walk_prose(content.blocks) for part in walk_inlines(prose)]
        assert len(truth.goals) == sum(type(part).__name__ == "Goal" for part in inlines)
