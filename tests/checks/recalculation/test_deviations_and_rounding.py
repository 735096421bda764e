"""Columns of what deviates, parts that stand below another line than theirs, and changes of rounded numbers."""

from checks import run_checks
from tests.money_builders import rows_of


def errors(head: list[str], *lines: list[str], unit: str | None = "tkr") -> list[str]:
    found = run_checks(rows_of([head, *lines], unit=unit))[0]
    return [each.rule for each in found if each.severity == "error"]


HEAD = ["Verksamhet", "Budget", "Utfall", "Avvikelse"]


def test_costs_below_budget_add_to_the_results_deviation():
    incomes, costs = ["Summa intäkter", "20 000", "33 056", "13 056"], ["Summa kostnader", "18 500", "17 422", "1 078"]

    assert errors(HEAD, incomes, costs, ["Resultat", "1 500", "15 634", "14 134"]) == []
    assert "recalc.balance" in errors(HEAD, incomes, costs, ["Resultat", "1 500", "16 534", "14 134"])


def test_one_part_may_deviate_by_more_than_its_whole():
    staff = ["Inhyrd personal", "9 000", "9 383", "-383"]

    assert errors(HEAD, staff, ["varav läkare", "4 000", "5 521", "-1 521"]) == []
    assert "footing.breakdown" in errors(HEAD, staff, ["varav läkare", "4 000", "15 521", "-1 521"])


def test_a_part_above_its_line_in_every_column_is_of_another_line():
    halls, baths = ["Hallar", "30 000", "31 449", "-1 449"], ["Badplatser", "1 700", "1 751", "-51"]

    assert errors(HEAD, halls, baths, ["varav el", "2 350", "2 914", "-564"]) == []


def test_a_change_in_percent_holds_as_far_as_its_numbers_are_rounded():
    head = ["Nämnd", "2021", "2022", "Förändring %"]
    lines = (
        ["Kurser", "905,0", "966,1", "6,8"],
        ["Kultur", "837,2", "886,1", "5,8"],
        ["Vård", "743,5", "770,9", "3,7"],
    )

    assert errors(head, *lines, ["Museer", "37,5", "39,8", "6,4"], unit=None) == []
    assert "recalc.change" in errors(head, *lines, ["Museer", "37,5", "39,8", "8,4"], unit=None)
