"""footing.column and recalc.balance on accounts as municipalities and associations publish them.

Their totals are seldom called sums: "Verksamhetens nettokostnader", "Årets kassaflöde", a board above its units.
"""

from dataclasses import replace
from decimal import Decimal

import pytest

from checks import catalogue, run_checks
from checks.check_input import CheckInput
from tests.money_builders import Grid, rows_of

MONEY = [check for check in catalogue() if check.id in ("footing.column", "footing.row", "recalc.balance")]

INCOME_STATEMENT = [
    ["", "Not", "2023", "2022"],
    ["Verksamhetens intäkter", "1", "218 417", "201 336"],
    ["Verksamhetens kostnader", "2", "-903 552", "-871 940"],
    ["Avskrivningar", "3", "-41 208", "-39 771"],
    ["Verksamhetens nettokostnader", "", "-726 343", "-710 375"],
    ["Skatteintäkter", "4", "548 119", "531 084"],
    ["Generella statsbidrag och utjämning", "4", "196 450", "188 903"],
    ["Verksamhetens resultat", "", "18 226", "9 612"],
    ["Finansiella intäkter", "5", "3 117", "2 846"],
    ["Finansiella kostnader", "6", "-7 902", "-5 513"],
    ["Årets resultat", "7", "13 441", "6 945"],
]
UNSIGNED = [
    ["", "2023", "2022"],
    ["Intäkter", "", ""],
    ["Medlemsavgifter", "81 250", "79 400"],
    ["Verksamhetsbidrag", "1 240 000", "1 190 500"],
    ["Gåvor", "36 712", "41 093"],
    ["Summa intäkter", "1 357 962", "1 310 993"],
    ["Kostnader", "", ""],
    ["Personalkostnader", "902 318", "871 455"],
    ["Lokalhyra", "188 604", "181 212"],
    ["Resor och möten", "97 043", "140 871"],
    ["Summa kostnader", "1 187 965", "1 193 538"],
    ["Årets överskott", "169 997", "117 455"],
]
BOARDS_FIRST = [
    ["", "Budget", "Utfall"],
    ["Kommunstyrelsen", "-37 265", "-37 502"],
    ["Kansliet", "-14 822", "-15 011"],
    ["Ekonomi", "-9 318", "-9 127"],
    ["Räddningstjänst", "-13 125", "-13 364"],
    ["Socialnämnden", "-204 876", "-211 405"],
    ["Äldreomsorg", "-131 407", "-134 918"],
    ["Individ och familj", "-48 213", "-51 265"],
    ["Stöd och service", "-25 256", "-25 222"],
    ["Totalt", "-242 141", "-248 907"],
]
NOTE = [
    ["", "2023", "2022"],
    ["Vid årets början", "6 036", "7 055"],
    ["Nyanskaffning", "219", "155"],
    ["Utrangering", "-84", "-1 174"],
    ["", "6 171", "6 036"],
    ["Ackumulerade avskrivningar vid årets början", "-3 762", "-3 961"],
    ["Årets avskrivningar", "-441", "-396"],
    ["Utrangering", "61", "595"],
    ["", "-4 142", "-3 762"],
    ["Redovisat värde", "2 029", "2 274"],
]
CASH_FLOW = [
    ["Belopp i tkr", "2023", "2022"],
    ["Årets resultat", "1 999", "839"],
    ["Avskrivningar", "5 907", "2 359"],
    ["Förändring av avsättningar", "302", "-801"],
    ["Övriga poster", "84", "16"],
    ["Medel från verksamheten före förändring av rörelsekapital", "8 292", "2 413"],
    ["Förändring av kortfristiga fordringar", "201", "-20"],
    ["Förändring av kortfristiga skulder", "585", "740"],
    ["Kassaflöde från den löpande verksamheten", "9 078", "3 133"],
]
ACCOUNTS: dict[str, Grid] = {
    "income": INCOME_STATEMENT,
    "unsigned": UNSIGNED,
    "boards first": BOARDS_FIRST,
    "note": NOTE,
    "cash flow": CASH_FLOW,
}


def said(rows: CheckInput) -> list[str]:
    return [f.severity for f in run_checks(rows, MONEY)[0]]


def with_number(rows: CheckInput, row: int, col: int, value: Decimal) -> CheckInput:
    cells = [c.model_copy(update={"value": value}) if (c.row, c.col) == (row, col) else c for c in rows.cells]
    return replace(rows, cells=tuple(cells))


@pytest.mark.parametrize("grid", ACCOUNTS.values(), ids=ACCOUNTS.keys())
def test_accounts_that_balance_are_passed_over(grid: Grid):
    assert said(rows_of(grid, unit="kr", title="Räkenskaper")) == []


@pytest.mark.parametrize("grid", ACCOUNTS.values(), ids=ACCOUNTS.keys())
def test_each_number_of_an_account_that_is_changed_is_found_once(grid: Grid):
    rows = rows_of(grid, unit="kr", title="Räkenskaper")
    numbers = [c for c in rows.cells if c.value is not None and c.role != "header" and grid[0][c.col] != "Not"]

    found = {(c.row, c.col): said(with_number(rows, c.row, c.col, (c.value or Decimal()) + 4_500)) for c in numbers}

    assert {place: severities for place, severities in found.items() if severities != ["error"]} == {}


def test_the_columns_that_show_a_total_are_named():
    grid = [list(row) for row in INCOME_STATEMENT]
    grid[4][2] = "-726 433"

    (finding,) = run_checks(rows_of(grid, unit="kr"), MONEY)[0]

    assert "Raden är summan av samma rader i kolumnen 2022." in finding.message_sv
    assert "The row is the sum of the same rows in the column 2022." in finding.message_en


def test_numbers_of_notes_are_not_added():
    grid = [
        ["mkr", "Kommunen Not", "Kommunen 2023"],
        ["Aktier", "14", "412,6"],
        ["Fordringar", "15", "88,1"],
        ["Summa tillgångar", "16", "500,7"],
    ]

    assert said(rows_of(grid)) == []


def test_rounded_figures_of_a_board_still_hold_its_units():
    """-11 705 stands above units that come to -11 704: a total below must not count both."""
    grid = [
        ["tkr", "Utfall", "Budget"],
        ["Byggnämnden", "-11 705", "-11 800"],
        ["Plan", "-4 695", "-4 903"],
        ["Bygglov", "-7 009", "-6 897"],
        ["Kulturnämnden", "-8 212", "-8 190"],
        ["Bibliotek", "-5 101", "-5 088"],
        ["Fritid", "-3 111", "-3 102"],
        ["Totalt", "-19 917", "-19 990"],
    ]

    assert said(rows_of(grid, unit="tkr")) == ["note"]


def test_key_figures_are_no_sums():
    grid = [
        ["", "2023", "2022", "2021"],
        ["Resultat, mnkr", "13", "-10", "24"],
        ["Resultat av intäkter, %", "1,2", "-0,7", "1,4"],
        ["Förändring av eget kapital, mnkr", "13", "-10", "24"],
        ["Skulder per invånare, tkr", "42", "26", "44"],
        ["Investeringar, mnkr", "124", "68", "86"],
    ]

    assert said(rows_of(grid)) == []


def test_even_sums_that_happen_to_add_up_are_no_total():
    grid = [
        ["Insats", "Sökt", "Beviljat"],
        ["Kurser", "100 000", "100 000"],
        ["Handledning", "200 000", "200 000"],
        ["Samordnare", "300 000", "300 000"],
        ["Lokaler", "400 000", "350 000"],
        ["Summa", "1 000 000", "950 000"],
    ]

    assert said(rows_of(grid, unit="kr")) == []


def test_several_sums_that_miss_by_rounding_show_that_the_table_is_rounded():
    grid = [
        ["", "Byggnader", "Inventarier", "Summa"],
        ["Anskaffningsvärde", "1 851", "21 517", "23 368"],
        ["Inköp", "2 642", "13 177", "15 818"],
        ["Avyttring", "118", "903", "1 021"],
        ["Avskrivning", "-326", "-3 804", "-4 129"],
    ]

    assert said(rows_of(grid)) == ["note", "note"]


def test_a_change_between_two_columns_is_recalculated():
    grid = [
        ["Område", "Förändring", "2023", "2022"],
        ["Öppenvård", "1 204", "18 377", "17 173"],
        ["Heldygnsvård", "-377", "41 090", "41 467"],
        ["Administration", "845", "6 212", "6 302"],
    ]

    assert said(rows_of(grid, unit="tkr")) == ["error"]


def test_years_printed_again_over_two_groups_of_columns_are_not_added():
    grid = [
        ["mkr", "Kommunen", "", "Koncernen", ""],
        ["", "2023", "2022", "2023", "2022"],
        ["Årets resultat", "225,4", "133,9", "198,3", "129,5"],
        ["", "2023", "2022", "2023", "2022"],
        ["Övrigt eget kapital", "2 063,9", "1 926,0", "2 085,7", "1 956,3"],
        ["Summa eget kapital", "2 289,3", "2 059,9", "2 284,0", "2 085,8"],
    ]

    assert said(rows_of(grid)) == []


def test_a_wrong_subtotal_is_told_once_though_the_rounded_grand_total_rests_on_it():
    grid = [
        ["mkr", "2023", "2022"],
        ["Tillgångar", "", ""],
        ["Byggnader", "634,9", "616,5"],
        ["Kassa", "284,4", "294,8"],
        ["Summa tillgångar", "919,3", "911,2"],
        ["Eget kapital, avsättningar och skulder", "", ""],
        ["Eget kapital", "", ""],
        ["Balanserat resultat", "348,7", "335,5"],
        ["Årets resultat", "31,7", "13,2"],
        ["Summa eget kapital", "780,3", "348,7"],
        ["Avsättningar", "", ""],
        ["Pensioner", "73,8", "72,6"],
        ["Övriga", "40,6", "36,1"],
        ["Summa avsättningar", "114,4", "108,7"],
        ["Skulder", "424,5", "453,8"],
        ["Summa eget kapital, avsättningar och skulder", "919,3", "911,2"],
    ]

    assert [severity for severity in said(rows_of(grid)) if severity != "note"] == ["error"]


def test_a_number_that_a_column_and_a_rounded_difference_would_have_otherwise_is_one_finding():
    grid = [
        ["mnkr", "Nettokostnad", "Budget", "Avvikelse"],
        ["Äldreomsorg", "-431,2", "-445,1", "13,9"],
        ["Individ och familj", "-100,2", "-13,2", "-6,9"],
        ["Stöd och service", "-264,6", "-267,8", "3,2"],
        ["Summa", "-796,0", "-806,1", "10,1"],
    ]

    assert [severity for severity in said(rows_of(grid, unit="mnkr")) if severity != "note"] == ["error"]
