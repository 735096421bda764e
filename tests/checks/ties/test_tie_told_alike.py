"""A sum of a whole that two sentences of one plan tell in like words."""

import pytest

from checks import CheckInput, run_checks
from tests.account_rows import Part, Tabled, Told, paper

SUMMARY = "Enligt överenskommelsen för 2022 tilldelas regionen och länets kommuner totalt {} fördelat på sex områden."
CHAPTER = "Överenskommelsen för 2022 innebär att regionen och länets kommuner kan ta del av sammanlagt {}."


def said(*parts: Part) -> list[tuple[str, str, int]]:
    found = run_checks(CheckInput.from_file_rows([paper("d1", *parts, doc_type="action_plan")]))[0]
    return [(f.rule, f.severity, int(f.difference or 0)) for f in found if f.rule.startswith(("tie.", "check."))]


def two(first: str, second: str, *, summary: str = SUMMARY, chapter: str = CHAPTER) -> list[Part]:
    return [Told(summary.format(first), "granted"), Told(chapter.format(second), "total")]


def test_a_chapter_that_tells_another_sum_than_the_summary_is_a_warning():
    assert said(*two("307,6 miljoner kronor", "309,6 miljoner kronor")) == [("tie.same-fact", "warning", 2_000_000)]
    assert said(*two("307,6 miljoner kronor", "307 600 000 kr")) == []
    assert said(*two("307,6 miljoner kronor", "308 miljoner kronor")) == []


@pytest.mark.parametrize(
    ("first", "second"), [("drygt 307 miljoner kronor", "309,6 miljoner kronor"), ("307,6 mnkr", "512,3 mnkr")]
)
def test_rough_sums_and_sums_of_another_size_are_left_alone(first: str, second: str):
    assert said(*two(first, second)) == []


@pytest.mark.parametrize(
    "chapter",
    [
        CHAPTER.replace("2022", "2021"),
        CHAPTER.replace("regionen och länets kommuner", "länets kommuner"),
        CHAPTER.replace("sammanlagt", "minst"),
        "Under 2022 har regionen och länets kommuner haft kostnader för lokaler på sammanlagt {}.",
    ],
    ids=["another year", "another party", "not of all", "other words"],
)
def test_sentences_of_other_things_are_left_alone(chapter: str):
    assert said(*two("307,6 mnkr", "309,6 mnkr", chapter=chapter)) == []


def test_a_table_or_what_parts_the_two_may_bear_them_out():
    table = Tabled((("Del", "Belopp"), ("Alla delar", "309 600 000"), ("Stöd", "1 000")), {1: "planned"})
    parts = two("307,6 mnkr", "309,6 mnkr")

    assert said(*parts, table) == []
    assert said(*parts, Told("Till detta kommer 2 000 000 kr.", "other")) == []
