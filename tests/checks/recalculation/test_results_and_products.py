"""Results that names tell of, sums that only rows show, changes in percent, and counts and products in sentences."""

import pytest

from checks import CheckInput, run_checks
from tests.check_builders import document, passages
from tests.money_builders import rows_of, told


def said(rows: CheckInput) -> list[tuple[str, str, int, int]]:
    found = [each for each in run_checks(rows)[0] if each.severity != "note"]
    return [(each.rule, each.severity, int(each.expected or 0), int(each.actual or 0)) for each in found]


def association(result: str, *more: list[str]) -> CheckInput:
    incomes = [["Bidrag", "64 000"], ["Avgifter", "9 500"], ["Summa intäkter", "73 500"]]
    costs = [["Hyra", "41 000"], ["Resor", "12 250"], ["Summa kostnader", "53 250"]]
    return rows_of([["Post", "Kronor"], *incomes, *costs, *more, ["Årets resultat", result]], unit="kr")


def test_the_result_is_all_incomes_less_all_costs_right_above_it():
    assert said(association("20 250")) == []
    assert said(association("22 250")) == [("recalc.balance", "error", 20_250, 22_250)]
    assert said(association("18 250", ["Skatt", "2 000"])) == []


def test_a_closing_is_its_opening_and_the_result_between_them():
    def capital(closing: str) -> CheckInput:
        lines = [["Ingående eget kapital", "310 400"], ["Årets resultat", "-22 100"]]
        return rows_of([["Post", "2023"], *lines, ["Utgående eget kapital", closing]], unit="kr")

    assert said(capital("288 300")) == []
    assert said(capital("298 300")) == [("recalc.balance", "warning", 288_300, 298_300)]


def frames(last: str) -> CheckInput:
    head = ["Nämnd", "Ram 2023", "Löner", "Sparkrav", "Ram 2024"]
    rows = [
        ["Byggnadsnämnden", "21 400", "310", "-150", "21 560"],
        ["Kulturnämnden", "34 800", "420", "-260", "34 960"],
        ["Omsorgsnämnden", "210 500", "3 150", "-900", "212 750"],
    ]
    return rows_of([head, *rows, ["Skolnämnden", "305 200", "4 600", "-1 200", last]], unit="tkr")


def test_a_column_that_three_rows_show_to_be_a_sum_is_one_in_the_others():
    assert said(frames("308 600")) == []
    assert said(frames("380 600")) == [("footing.row", "error", 308_600, 380_600)]


def test_one_number_wrong_in_two_columns_by_as_much_is_one_fault():
    def plan(net: str, apart: str) -> CheckInput:
        lines = [["Intäkter", "-1 840", "-1 900", "60"], ["Löner", "15 210", "15 400", "-190"]]
        lines += [["Hyror", "3 125", "3 050", "75"], ["Nettokostnad", net, "16 550", apart]]
        return rows_of([["Post", "Utfall", "Budget", "Differens"], *lines], unit="tkr")

    assert said(plan("16 495", "-55")) == []
    assert ("footing.column", "error", 16_495, 18_495) in said(plan("18 495", "1 945"))


def test_a_change_in_percent_is_that_of_its_row():
    def costs(last: str) -> CheckInput:
        lines = [["Bistånd", "4 000", "4 500", "12,5"], ["Öppenvård", "2 500", "2 200", "-12,0"]]
        return rows_of([["Tkr", "2022", "2023", "Förändring %"], *lines, ["Familjehem", "1 600", "1 700", last]])

    assert said(costs("6,3")) == []
    assert [each[:2] for each in said(costs("9,3"))] == [("recalc.change", "error")]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Totalt 46 insatser: 21 kurser, 15 föreläsningar och 10 träffar.", []),
        ("Totalt 64 insatser: 21 kurser, 15 föreläsningar och 10 träffar.", [(46, 64)]),
        ("Totalt 64 insatser, bland annat 21 kurser, 15 föreläsningar och 10 träffar.", []),
        ("Totalt 640 insatser: 21 kurser, 15 föreläsningar och 10 träffar.", []),
    ],
)
def test_a_whole_is_what_the_sentence_spells_out(sentence: str, found: list[tuple[int, int]]):
    rows = CheckInput(documents=(document(doc_type="other"),), passages=passages(("paragraph", sentence)))

    assert said(rows) == [("footing.breakdown", "warning", *each) for each in found]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Vi köper 12 platser för 9 500 kr per plats, totalt 114 000 kr", []),
        ("Vi köper 12 platser för 9 500 kr per plats, totalt 141 000 kr", [(114_000, 141_000)]),
        ("Vi köper 12 platser för 9 500 kr per plats och månad, totalt 141 000 kr", []),
        ("Vi köper 12 platser i 3 hus för 9 500 kr per plats, totalt 141 000 kr", []),
        ("Vi köper 12 bilar för 9 500 kr per plats, totalt 141 000 kr", []),
    ],
)
def test_a_total_is_the_rate_times_the_count_of_its_sentence(words: str, found: list[tuple[int, int]]):
    total = 141_000 if "141" in words else 114_000
    rate, whole = told(("unit_rate", 9_500, words), ("planned", total, words), doc_type="other").amounts
    rate = rate.model_copy(update={"text": "9 500 kr"})
    whole = whole.model_copy(update={"text": f"{total // 1000} 000 kr", "page": rate.page})
    rows = CheckInput(documents=(document(doc_type="other"),), amounts=(rate, whole))

    assert said(rows) == [("recalc.product", "warning", *each) for each in found]
