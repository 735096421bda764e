"""footing.column: groups of one line, whose total says what that line says, and totals that are taken off below."""

import pytest

from checks import catalogue, run_checks
from checks.check_input import CheckInput
from tests.money_builders import Grid, rows_of

FOOTING = [check for check in catalogue() if check.id == "footing.column"]


def said(rows: CheckInput) -> list[tuple[str, int, int]]:
    """(severity, what the lines come to, what is stated) of every finding."""
    return [(f.severity, int(f.expected or 0), int(f.actual or 0)) for f in run_checks(rows, FOOTING)[0]]


def foundation(*, fridges: str = "300", total: str = "3 000") -> Grid:
    return [
        ["Post", "2024", "2023"],
        ["Kylskåp", fridges, "410"],
        ["Inventarier", "300", "410"],
        ["Avgifter", "1 200", "1 101"],
        ["Bank", "1 500", "1 266"],
        ["Likvida medel", "2 700", "2 367"],
        ["Summa tillgångar", total, "2 777"],
    ]


def test_a_group_of_one_line_is_counted_once():
    assert said(rows_of(foundation(), unit="kr")) == []


@pytest.mark.parametrize("grid", [foundation(total="3 100"), foundation(fridges="320")])
def test_a_wrong_number_beside_a_group_of_one_line_is_found(grid: Grid):
    assert said(rows_of(grid, unit="kr"))


def test_two_activities_that_cost_the_same_are_both_counted():
    grid = [
        ["Insats", "2023", "2024"],
        ["Kurser", "100", "150"],
        ["Samtal", "100", "150"],
        ["Läger", "230", "270"],
        ["Summa", "330", "570"],
    ]

    assert said(rows_of(grid, unit="kr")) == [("error", 430, 330)]


def test_a_total_that_comes_again_with_a_minus_is_taken_off_and_no_sum():
    grid = [
        ["Kostnad", "Kronor"],
        ["Ledare", "41 200"],
        ["Hyra", "8 800"],
        ["Summa kostnader", "50 000"],
        ["Erhållet bidrag", "64 000"],
        ["Summa kostnader", "-50 000"],
        ["Kvar", "14 000"],
    ]

    assert said(rows_of(grid)) == []
