"""recalc.change: a percent that a sentence tells with both of its numbers."""

import pytest

from checks.check_input import CheckInput
from checks.rules import recalc_change
from tests.check_builders import document, found, passages


def severities(text: str) -> list[str]:
    rows = CheckInput(documents=(document(),), passages=passages(("paragraph", text)))
    return [finding.severity for finding in found(recalc_change.CHECK, rows)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Stödet kostade 13 657 kr per invånare, en ökning med {} procent från 12 788 kr året före.",
        "Kostnaden ökade med {} procent, från 12 788 kr till 13 657 kr.",
        "Kostnaden ökade från 12 788 till 13 657 kr, vilket motsvarar {} procent.",
        "Kostnaden har stigit från 12 788 till 13 657 tkr ({} %).",
    ],
)
def test_the_percent_is_the_change_between_the_two_numbers(sentence: str):
    assert severities(sentence.format("6,8")) == []
    assert severities(sentence.format("9,8")) == ["error"]


def test_a_decline_and_a_percent_that_was_cut_off_hold():
    assert severities("Antalet minskade från 200 till 151, en minskning med 24 procent.") == []
    assert severities("Antalet minskade från 200 till 151, en minskning med 34 procent.") == ["error"]


@pytest.mark.parametrize(
    "text",
    [
        "Andelen ökade från 12 788 till 13 657, en ökning med cirka 9 procent.",
        "Andelen ökade från 71 till 78 procent, en ökning med 7 procentenheter.",
        "Budgeten ökade med 3 procent. Kostnaden var 13 657 kr, mot 12 788 kr året före.",
        "Kostnaden ökade med 9,8 procent från 2023 till 2024.",
        "Kostnaden minskade med 2 procent från 90 till 13 657 kr.",
    ],
)
def test_what_is_about_so_much_or_of_other_things_is_left_alone(text: str):
    assert severities(text) == []
