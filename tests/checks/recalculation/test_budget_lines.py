"""recalc.balance: nets beside incomes and costs, and a budget's last lines; recalc.share: percents of a told whole."""

from dataclasses import replace

import pytest

from checks import CheckInput, run_checks
from tests.check_builders import document, passages
from tests.money_builders import rows_of, told


def said(rows: CheckInput) -> list[tuple[str, str, int, int]]:
    found = run_checks(rows)[0]
    return [(each.rule, each.severity, int(each.expected or 0), int(each.actual or 0)) for each in found]


def nets(*lines: tuple[str, str, str, str]) -> CheckInput:
    return rows_of([["Verksamhet", "Intäkter", "Kostnader", "Netto"], *map(list, lines)], unit="tkr")


def test_a_net_is_what_the_two_columns_make_in_the_other_rows():
    signed = [("Badhus", "410", "-1250", "-840"), ("Bibliotek", "90", "-2100", "-2010")]

    assert said(nets(*signed, ("Fritidsgård", "75", "-900", "-825"))) == []
    assert said(nets(*signed, ("Fritidsgård", "75", "-900", "-875"))) == [("recalc.balance", "error", -825, -875)]


def test_costs_without_a_minus_are_taken_off():
    plain = [("Badhus", "410", "1250", "840"), ("Bibliotek", "90", "2100", "2010")]

    assert said(nets(*plain, ("Fritidsgård", "75", "900", "885"))) == [("recalc.balance", "error", 825, 885)]


def test_a_net_that_too_few_rows_show_is_left_alone():
    assert said(nets(("Badhus", "410", "-1250", "-840"), ("Bibliotek", "90", "-2100", "-1500"))) == []


def budget(own: str, asked: str, *more: list[str]) -> CheckInput:
    lines = [["Post", "Kronor"], ["Löner", "300 000"], ["Lokaler", "112 000"], ["Summa kostnader", "412 000"]]
    return rows_of([*lines, ["Egen medfinansiering", own], *more, ["Sökt bidrag", asked]], unit="kr")


def test_own_money_and_what_is_applied_for_make_the_whole_cost():
    assert said(budget("52 000", "360 000")) == []
    assert said(budget("52 000", "390 000")) == [("recalc.balance", "error", 442_000, 412_000)]


def test_a_budget_with_other_lines_below_its_cost_is_left_alone():
    assert said(budget("52 000", "300 000", ["Momsavdrag", "60 000"])) == []


def shares(last: str) -> CheckInput:
    table = rows_of(
        [
            ["Mottagare", "Andel", "Belopp"],
            ["Kommunerna", "55 %", "11 275 000"],
            ["Regionen", "30 %", "6 150 000"],
            ["Gemensamt", "15 %", last],
        ],
        units={2: "kr"},
    )
    return replace(table, amounts=told(("granted", 20_500_000, "Länet tilldelas 20 500 000 kr")).amounts)


def test_a_row_is_its_percent_of_the_whole_that_the_text_tells():
    assert said(shares("3 075 000")) == []
    assert ("recalc.share", "error", 3_075_000, 3_175_000) in said(shares("3 175 000"))


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Teamet tog emot 446 ärenden under 2023, vilket är 34 fler än 2022 då antalet var 412.", []),
        ("Teamet tog emot 446 ärenden under 2023, vilket är 43 fler än 2022 då antalet var 412.", [(34, 43)]),
        ("Antalet besök har minskat med 60 från 512 till 462.", [(50, 60)]),
        ("Antalet besök har minskat med 10 procent från 512 till 462.", []),
        ("Antalet besök har minskat med 60 från 512 till 462, varav 20 på kvällar.", []),
        ("Teamet tog emot 446 ärenden, vilket är 43 fler än grannkommunen som hade 412.", []),
        ("Antalet besök har ökat med drygt 60 från 402 till 462.", []),
    ],
)
def test_a_change_of_a_count_is_that_of_its_two_counts(sentence: str, found: list[tuple[int, int]]):
    rows = CheckInput(documents=(document(doc_type="other"),), passages=passages(("paragraph", sentence)))

    assert said(rows) == [("recalc.change", "warning", *each) for each in found]


def inhabitants(*changes: str) -> CheckInput:
    levels = ["12 400", "12 520", "12 480", "12 610"]
    lines = [[str(2020 + n), level, change] for n, (level, change) in enumerate(zip(levels, changes, strict=True))]
    return rows_of([["År", "Invånare", "Förändring"], *lines], units={0: "year"}, title="Befolkning")


def test_a_change_beside_a_year_is_from_the_year_before():
    assert said(inhabitants("35", "120", "-40", "130")) == []
    assert said(inhabitants("35", "120", "-40", "180")) == [("recalc.change", "error", 130, 180)]
    assert said(inhabitants("35", "17", "-3", "180")) == []
