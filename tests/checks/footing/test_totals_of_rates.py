"""footing.column: a total of rates is their mean, and what a cash flow's parts are called."""

from checks import run_checks
from tests.money_builders import rows_of


def said(*lines: list[str], unit: str | None = None) -> list[tuple[str, int]]:
    rows = rows_of([["Område", "2021", "2022"], *lines], unit=unit, title="Uppgifter")
    return [(each.severity, int(each.actual or 0)) for each in run_checks(rows)[0] if each.rule == "footing.column"]


def test_a_total_no_larger_than_its_largest_line_in_every_column_is_a_mean():
    assert said(["Hemtjänst", "9,1", "7,4"], ["Förskola", "6,2", "8,3"], ["Totalt", "7,0", "7,9"]) == []
    assert said(["Hemtjänst", "91", "74"], ["Förskola", "62", "83"], ["Totalt", "153", "79"]) == [("error", 79)]


def test_a_lone_column_of_whole_numbers_may_hold_a_slip():
    rows = rows_of([["Område", "Antal"], ["Hemtjänst", "91"], ["Förskola", "62"], ["Totalt", "53"]])

    assert [each.severity for each in run_checks(rows)[0]] == ["error"]


def test_a_subtotal_that_is_wrong_by_what_rounding_may_be_does_not_make_the_total_wrong():
    lines = [
        ["Summa tillgångar", "1 696,2"],
        ["Skulder och eget kapital", ""],
        ["Ingående kapital", "801,7"],
        ["Årets resultat", "9,6"],
        ["Summa kapital", "811,3"],
        ["Pensioner", "59,9"],
        ["Deponi", "18,6"],
        ["Summa avsättningar", "78,7"],
        ["Lån", "507,8"],
        ["Kortfristiga skulder", "298,6"],
        ["Summa skulder", "806,4"],
        ["Summa skulder och eget kapital", "1 696,2"],
    ]
    rows = rows_of([["Post", "2023"], ["Mark", "1 690,1"], ["Kassa", "6,1"], *lines], unit="mnkr", title=None)

    assert [each.subject for each in run_checks(rows)[0] if each.severity == "error"] == ["2023, Summa avsättningar"]


def test_money_from_each_kind_of_activity_is_worked_out():
    lines = (["Inköp av inventarier", "-64 781", "-80 212"], ["Sålda inventarier", "3 519", "2 955"])
    total = "Medel från investeringsverksamheten"
    after = ["Nya lån", "31 000", "14 000"]

    assert said(*lines, [total, "-61 262", "-77 257"], after, unit="tkr") == []
    assert said(*lines, [total, "-61 262", "-57 257"], after, unit="tkr") == [("error", -57_257)]


def test_percents_beside_sums_are_not_added_though_one_is_above_a_hundred():
    head = ["Bidrag", "Erhållet", "Använt", "Andel använt"]
    lines = [
        ["Staten", "300", "330", "110 %"],
        ["Kurser", "100", "100", "100 %"],
        ["Läger", "200", "230", "115 %"],
        ["Länet", "400", "300", "75 %"],
        ["Råd", "250", "200", "80 %"],
        ["Resor", "150", "100", "67 %"],
    ]

    found = run_checks(rows_of([head, *lines]))[0]

    assert [each for each in found if each.severity == "error"] == []


def test_a_total_that_rounding_parts_from_its_lines_is_not_that_of_the_lines_below_it():
    lines = (
        ["Anläggningstillgångar", "612", "590"],
        ["Omsättningstillgångar", "289", "300"],
        ["Summa tillgångar", "900", "890"],
        ["Eget kapital", "500", "490"],
        ["Avsättningar", "150", "150"],
        ["Skulder", "250", "250"],
        ["Summa eget kapital och skulder", "900", "890"],
    )

    assert said(*lines, unit="tkr") == [("note", 900)]
