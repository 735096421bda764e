"""Counts told in sentences: percents of a whole, and women and men who make it."""

import pytest

from checks import CheckInput, run_checks
from tests.check_builders import document, passages


def said(text: str, kind: str = "paragraph") -> list[tuple[str, str, str]]:
    """(rule, expected, actual) of every finding but notes; all are warnings."""
    rows = CheckInput(documents=(document(doc_type="other"),), passages=passages((kind, text)))
    found = [each for each in run_checks(rows)[0] if each.severity != "note"]
    assert {each.severity for each in found} <= {"warning"}
    return [(each.rule, f"{each.expected:f}", f"{each.actual:f}") for each in found]


@pytest.mark.parametrize(
    "text",
    [
        "Av totalt 28 755 besök var 18 463 besök gjorda av flickor, vilket motsvarar {} procent av besöken.",
        "Av 28 755 besök mellan 0–18 år gjordes 18 463 ({} %) av flickor.",
        "Det blev 18 463 av samtliga 28 755 besök ({} procent).",
        "Under 2024 gjordes 28 755 besök. Av dem var 18 463 återbesök, {} procent.",
    ],
)
def test_a_percent_is_that_of_the_counts_before_it(text: str):
    assert said(text.format("64")) == []
    assert said(text.format("64,2")) == []
    assert said(text.format("62")) == [("recalc.share", "64.2", "62")]


def test_a_percent_may_have_been_cut_off():
    assert said("Av 300 tillfrågade svarade 200 (66 procent).") == []
    assert said("Av 300 tillfrågade svarade 200 (67 procent).") == []


@pytest.mark.parametrize(
    "text",
    [
        "Av 300 tillfrågade svarade 200 (ca 60 procent).",
        "Av 300 klienter var 200 nya, varav 20 (10 procent) unga.",
        "Av 2019 års medel gick 20 till kurser (10 procent).",
        "Av 300 elever sökte 400 stöd (10 procent).",
        "Under 2019 svarade 200 personer. Andelen nöjda var 10 procent.",
    ],
)
def test_percents_of_something_else_are_left_alone(text: str):
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("År 2016 dog 1 134 personer. Av dessa var 783 män och 351 kvinnor.", []),
        ("År 2016 dog 1 134 personer. Av dessa var 733 män och 351 kvinnor.", [("footing.breakdown", "1084", "1134")]),
        ("Vi mötte 45 personer (30 kvinnor och 12 män).", [("footing.breakdown", "42", "45")]),
        ("Vi mötte 42 personer på 40 träffar, varav 30 kvinnor och 12 män.", []),
        ("Av 40 träffar gällde de flesta unga, varav 30 flickor och 12 pojkar.", [("footing.breakdown", "42", "40")]),
    ],
)
def test_women_and_men_are_the_whole_before_them(text: str, found: list[tuple[str, str, str]]):
    assert said(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Antalet vårdade per 100 000 invånare var 89 (104 flickor och 39 pojkar).",
        "Länet hade 89 fler än riket som helhet har haft (104 flickor och 39 pojkar).",
        "Sedan 2019 har många kommit, varav 30 kvinnor och 12 män.",
        "Två av 5 grupper har fått stöd, varav 30 kvinnor och 12 män.",
        "Av 45 personer var 30 kvinnor och 12 kvinnor med barn.",
    ],
)
def test_rates_and_numbers_of_other_things_are_no_whole(text: str):
    assert said(text) == []


def test_headings_tell_no_counts():
    assert said("Av 300 tillfrågade svarade 200 (10 procent)", "heading") == []
