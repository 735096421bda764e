"""footing.column on tables that stand side by side and were read as one: each has its own labels and sums."""

from dataclasses import replace

import pytest

from checks import catalogue, run_checks
from checks.check_input import CheckInput
from checks.tables.structure import tables_of
from tests.check_builders import passages
from tests.money_builders import Grid, rows_of

FOOTING = [check for check in catalogue() if check.id == "footing.column"]


def said(rows: CheckInput) -> list[tuple[str, str, int, int]]:
    """(severity, whose sum, what the lines come to, what is stated) of every finding."""
    found = run_checks(rows, FOOTING)[0]
    return [(f.severity, f.subject.rsplit(", ", 1)[-1], int(f.expected or 0), int(f.actual or 0)) for f in found]


def balance_sheet() -> Grid:
    return [
        ["Tillgång", "2024", "2023", "Skuld", "2024", "2023"],
        ["Mark", "411", "398", "Kapital vid årets början", "327", "301"],
        ["Maskiner", "233", "219", "Årets resultat", "45", "26"],
        ["Anläggningar", "644", "617", "Eget kapital", "372", "327"],
        ["Lager", "117", "101", "Banklån", "503", "417"],
        ["Fordringar", "231", "138", "Leverantörer", "117", "112"],
        ["Omsättning", "348", "239", "Skulder", "620", "529"],
        ["Summa tillgångar", "992", "856", "Summa skulder och eget kapital", "992", "856"],
    ]


def test_assets_and_liabilities_side_by_side_are_not_added_to_each_other():
    rows = rows_of(balance_sheet(), unit="mnkr")

    assert said(rows) == []
    assert [view.headings.get(0, "") or view.headings[3] for view in tables_of(rows)] == ["Tillgång", "Skuld"]


def test_a_sum_on_the_right_is_told_by_its_own_label():
    grid = balance_sheet()
    grid[-1][4] = "1 292"

    assert said(rows_of(grid, unit="mnkr")) == [("error", "Summa skulder och eget kapital", 992, 1292)]


def test_sums_on_both_sides_tell_as_much_as_headings_that_come_again():
    grid = [
        ["Inkomst", "Kronor", "Utgift", "Belopp"],
        ["Medlemsavgifter", "12 000", "Hyra", "9 100"],
        ["Bidrag", "30 000", "Ledare", "21 400"],
        ["Lotteri", "2 500", "Fika", "14 500"],
        ["Summa inkomster", "44 500", "Summa utgifter", "54 000"],
    ]

    assert len(tables_of(rows_of(grid))) == 2
    assert said(rows_of(grid)) == [("error", "Summa utgifter", 45000, 54000)]


def test_who_is_responsible_stands_in_the_table_between_its_numbers():
    grid = [
        ["Insats", "Budget", "Ansvarig", "Utfall"],
        ["Kurser", "500", "Elevhälsan", "480"],
        ["Samtal", "300", "Ungdomsmottagningen", "310"],
        ["Läger", "200", "Fritid", "190"],
        ["Summa", "1 000", "Förvaltningen", "990"],
    ]

    assert len(tables_of(rows_of(grid))) == 1
    assert said(rows_of(grid)) == [("error", "Summa", 980, 990)]


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        ("Summa: 44 600", [("error", "Summa", 44500, 44600)]),
        ("Summa: 44 500", []),
        ("Summa: 89 600", []),
    ],
    ids=["nearest to the left one", "the left one's", "of both"],
)
def test_a_sum_below_tables_side_by_side_is_the_nearest_ones_or_that_of_all(below, expected):
    grid = [
        ["Våren", "Kronor", "Hösten", "Kronor"],
        ["Medlemsavgifter", "12 000", "Hyra", "9 100"],
        ["Bidrag", "30 000", "Ledare", "21 500"],
        ["Lotteri", "2 500", "Fika", "14 500"],
    ]
    rows = rows_of(grid)
    under = max(cell.bottom for cell in rows.cells)
    [line] = passages(("paragraph", below))
    place = {"page": rows.cells[0].page, "top": under + 5, "bottom": under + 15}
    with_sum = replace(rows, passages=(line.model_copy(update=place),))

    assert len(tables_of(with_sum)) == 2
    assert said(with_sum) == expected
