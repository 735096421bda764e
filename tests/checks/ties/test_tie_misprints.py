"""Two sums of one file that are alike but for one digit are one sum misprinted, whatever each of them is called."""

from decimal import Decimal

import pytest

from checks import CheckInput, run_checks
from checks.ties.misprints import is_one_digit_off
from models.rows import AmountKind, FileRows
from tests.account_rows import Answered, Part, Tabled, Told, paper

SHARES = Tabled(
    (
        ("Part", "Erhållna medel", "Till gemensamma insatser"),
        ("Regionen", "67 922 900", "2 716 916"),
        ("Kommunerna", "45 281 925", "1 811 277"),
        ("Totalt", "113 204 825", "4 528 193"),
    ),
    {1: "received", 2: "share"},
    "Medel till gemensamma insatser",
)
POT = "För gemensamma insatser finns {} kr."


def said(*files: FileRows) -> list[tuple[str, str, int]]:
    """(rule, severity, difference) of every tie-out's finding."""
    found = run_checks(CheckInput.from_file_rows(files))[0]
    return [(f.rule, f.severity, int(f.difference or 0)) for f in found if f.rule.startswith(("tie.", "check."))]


def plan(*parts: Part) -> FileRows:
    return paper("d1", *parts, doc_type="action_plan")


@pytest.mark.parametrize("told", ["4 523 193", "4 582 193"])
def test_a_sum_in_the_text_that_misses_a_cell_by_a_digit_is_a_warning(told: str):
    difference = int(told.replace(" ", "")) - 4_528_193
    assert said(plan(Told(POT.format(told), "other"), SHARES)) == [("tie.text-table", "warning", difference)]


@pytest.mark.parametrize(
    "told",
    [
        pytest.param("4 528 193", id="it is the same"),
        pytest.param("4 623 193", id="two digits"),
        pytest.param("452 193", id="one digit too few"),
        pytest.param("4 528 194", id="a rounding"),
    ],
)
def test_no_other_difference_is_one(told: str):
    assert said(plan(Told(POT.format(told), "other"), SHARES)) == []


def test_round_sums_may_be_near_each_other():
    cost = Tabled((("Insats", "Kostnad"), ("Kurs", "250 000"), ("Stöd", "450 000")), {1: "planned"})
    assert said(plan(Told("Till handledning avsätts 350 000 kr.", "other"), cost)) == []


def test_a_sum_that_the_text_tells_twice_is_no_misprint():
    again = Told("Av kommunerna kommer 4 523 193 kr.", "other")
    assert said(plan(Told(POT.format("4 523 193"), "other"), again, SHARES)) == []


def test_what_parts_the_two_may_be_told_too():
    rest = Told("Till nästa år sparas 5 000 kr.", "other")
    assert said(plan(Told(POT.format("4 523 193"), "other"), rest, SHARES)) == []


@pytest.mark.parametrize(
    ("kind", "year", "findings"),
    [
        ("received", None, [("tie.same-fact", "warning", -100)]),
        ("requisitioned", None, [("tie.same-fact", "warning", -100)]),
        ("other", None, [("tie.same-fact", "warning", -100)]),
        ("spent", None, []),
        ("received", 2021, []),
    ],
)
def test_a_paper_and_the_form_bound_with_it(kind: AmountKind, year: int | None, findings: list[tuple[str, str, int]]):
    memo = paper("m1", Told("Under året har 955 473 kronor.", kind, year), source_sha256="a" * 64, title="Ett ärende")
    form = paper(
        "r1",
        Answered("Erhållet statsbidrag", "955 573", "received"),
        source_sha256="a" * 64,
        doc_type="grant_report",
        title="Annat bidrag",
        reporting_year=2022,
    )
    assert said(memo, form) == findings


def test_papers_of_different_files_are_not_held_against_each_other():
    memo = paper("m1", Told("Under året har 955 473 kronor.", "other"))
    form = paper("r1", Answered("Erhållet statsbidrag", "955 573", "received"), doc_type="grant_report")
    assert said(memo, form) == []


@pytest.mark.parametrize(
    ("one", "other", "is_off"),
    [(123456, 123356, True), (123456, 213456, True), (123456, 143256, False), (123456, 1234567, False), (5, 5, False)],
)
def test_digits(one: int, other: int, is_off: bool):
    assert is_one_digit_off(Decimal(one), Decimal(other)) is is_off
