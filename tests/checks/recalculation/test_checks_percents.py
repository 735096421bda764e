"""recalc.share: percents beside the counts or sums that they are parts of."""

import pytest

from checks import catalogue, run_checks
from checks.check_input import CheckInput
from tests.money_builders import Grid, rows_of

SHARE = [check for check in catalogue() if check.id == "recalc.share"]


def said(rows: CheckInput) -> list[tuple[str, str]]:
    return [(finding.severity, finding.subject) for finding in run_checks(rows, SHARE)[0]]


def answers(*lines: tuple[str, str, str], total: tuple[str, str] = ("200", "100 %")) -> CheckInput:
    return rows_of([["Svar", "Antal", "Andel"], *map(list, lines), ["Totalt", *total]], title="Enkät")


def test_a_percent_that_is_not_its_part_of_the_total_is_an_error():
    rows = answers(("Ja", "120", "60 %"), ("Delvis", "50", "35 %"), ("Nej", "30", "15 %"))

    [finding] = run_checks(rows, SHARE)[0]

    assert (finding.severity, finding.subject) == ("error", "Enkät: Delvis, Andel")
    assert "Delvis 50 ÷ Totalt 200 blir 25\u00a0%, men ”Delvis, Andel” anges till 35\u00a0%" in finding.message_sv
    assert "Rounding explains 1 at most" in finding.message_en


@pytest.mark.parametrize(
    "lines",
    [
        (("Ja", "121", "60 %"), ("Delvis", "49", "25 %"), ("Nej", "30", "15 %")),
        (("Ja", "133", "66,5 %"), ("Delvis", "51", "25,5 %"), ("Nej", "16", "8 %")),
        (("Ja", "120", "71 %"), ("Delvis", "50", "64 %"), ("Nej", "30", "69 %")),
        (("Ja", "120", "60 %"), ("Delvis", "50", "–"), ("Nej", "30", "22 %")),
    ],
    ids=["cut off, not rounded", "decimals", "of something else", "too few that come out"],
)
def test_percents_that_come_out_or_are_of_something_else_are_left_alone(lines):
    assert said(answers(*lines)) == []


def test_a_table_without_a_total_does_not_say_what_the_percents_are_of():
    grid: Grid = [
        ["Skola", "Elever", "Andel som svarat"],
        ["Åsskolan", "240", "87 %"],
        ["Bergaskolan", "180", "90 %"],
        ["Viks skola", "302", "78 %"],
    ]

    assert said(rows_of(grid)) == []
