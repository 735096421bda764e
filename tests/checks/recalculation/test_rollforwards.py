"""recalc.balance: a value at a year's end is that of its beginning and what was added and taken away."""

import pytest

from checks import catalogue, run_checks
from tests.money_builders import Grid, rows_of

BALANCE = [check for check in catalogue() if check.id == "recalc.balance"]


def note(*, closing: str = "462", before: str = "430", sold: str = "-12", names: str = "bokfört värde") -> Grid:
    return [
        ["Not 4. Byggnader", "2024", "2023"],
        [f"Ingående {names}", "430", "401"],
        ["Nyanskaffning", "61", "47"],
        ["Sålda lokaler", sold, ""],
        ["Avskrivning", "-17", "-18"],
        ["Utgående bokfört värde", closing, before],
    ]


def said(grid: Grid) -> list[tuple[str, int, int]]:
    found = run_checks(rows_of(grid, unit="kr", title=None), BALANCE)[0]
    return [(f.severity, int(f.expected or 0), int(f.actual or 0)) for f in found]


def test_a_closing_value_that_its_changes_do_not_make_is_an_error_where_the_other_year_s_comes_out():
    assert said(note(closing="642")) == [("error", 462, 642)]


@pytest.mark.parametrize(
    "grid",
    [
        note(),
        note(closing="642", before="340"),
        note(closing="642", sold="ja"),
        note(closing="642", names="anskaffningsvärde"),
    ],
    ids=["both come out", "neither does", "a change that is no number", "of something else"],
)
def test_nothing_is_said(grid: Grid):
    assert said(grid) == []
