"""recalc.balance: what is left of a grant, in tables, forms and prose; seeded errors beside their clean twins."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks import CheckInput, catalogue, run_checks
from checks.rulings import Rulings
from models.rows import Amount, Finding
from tests.account_rows import Tabled, paper
from tests.account_rows import Told as Sentence
from tests.money_builders import Told, answered, rows_of, told

BALANCE = [check for check in catalogue() if check.id == "recalc.balance"]


def findings(rows: CheckInput) -> list[Finding]:
    return run_checks(rows, BALANCE)[0]


def said(rows: CheckInput) -> list[tuple[str, Decimal | None, Decimal | None]]:
    """(severity, expected, actual) of every finding."""
    return [(f.severity, f.expected, f.actual) for f in findings(rows)]


def plan(used: str = "170 000", granted: str = "200 000", left: str = "30 000") -> CheckInput:
    return rows_of(
        [
            ["Insats", "Belopp"],
            ["Föräldrastöd", "100 000"],
            ["Utbildning", "70 000"],
            ["Fördelade medel", used],
            ["Totalt beviljat", granted],
            ["Kvarstående", left],
        ]
    )


def test_a_plan_that_balances_is_left_alone():
    assert said(plan()) == []


@pytest.mark.parametrize("total", ["Summa tillgängliga medel", "Totalt att använda"])
def test_what_was_carried_over_and_what_was_granted_are_one_frame(total: str):
    def account(left: str) -> CheckInput:
        lines = [["Beviljat", "200 000"], ["Överfört från 2021", "31 000"], [total, "231 000"], ["Använt", "214 000"]]
        return rows_of([["Medel", "Kronor"], *lines, ["Återstår", left]])

    assert said(account("17 000")) == []
    assert [actual for _, _, actual in said(account("71 000"))] == [71_000]


@pytest.mark.parametrize(
    ("rows", "expected", "actual"),
    [(plan(left="33 000"), 30_000, 33_000), (plan(granted="300 000"), 130_000, 30_000)],
)
def test_a_line_of_what_is_left_that_is_wrong_is_an_error(rows: CheckInput, expected: int, actual: int):
    assert said(rows) == [("error", expected, actual)]


def test_a_wrong_total_is_the_footing_s_to_tell():
    assert said(plan(used="190 000")) == []
    found = run_checks(plan(used="190 000"))[0]
    assert [finding.rule for finding in found if finding.severity == "error"] == ["footing.column"]


def test_the_message_names_what_was_taken_from_what():
    (finding,) = findings(plan(left="33 000"))

    assert "Totalt beviljat 200\u00a0000 \u2212 Fördelade medel 170\u00a0000 blir 30\u00a0000" in finding.message_sv
    assert "”Kvarstående” anges till 33\u00a0000 (skillnad 3\u00a0000)" in finding.message_sv
    assert "makes 30\u00a0000" in finding.message_en


def test_what_was_carried_over_is_counted():
    grid = [
        ["Post", "Belopp"],
        ["Kvar från 2021", "20 000"],
        ["Beviljat bidrag", "200 000"],
        ["Förbrukat", "150 000"],
        ["Kvar till 2023", "70 000"],
    ]

    assert said(rows_of(grid)) == []


def outcome(*rows: list[str], heads: tuple[str, str, str] = ("Budget", "Utfall", "Avvikelse")) -> CheckInput:
    return rows_of([["Insats", *heads], *[list(row) for row in rows]])


LINES = (["Skola", "400", "350", "50"], ["Vård", "300", "320", "−20"], ["Fritid", "120", "80", "40"])


def test_columns_of_differences_that_come_out_are_left_alone():
    assert said(outcome(*LINES)) == []


def test_the_order_of_the_columns_does_not_matter():
    swapped = [[name, used, budget, left] for name, budget, used, left in LINES]

    assert said(outcome(*swapped, heads=("Utfall", "Budget", "Avvikelse"))) == []


def test_a_difference_that_is_wrong_is_an_error():
    assert said(outcome(*LINES[:2], ["Fritid", "120", "80", "44"])) == [("error", 40, 44)]


def test_a_lost_minus_is_an_error_where_other_rows_have_one():
    lines = (*LINES, ["Kultur", "10", "14", "4"])

    assert said(outcome(*lines)) == [("error", -4, 4)]


def test_a_column_without_any_minus_may_be_written_without_signs():
    lines = (LINES[0], LINES[2], ["Vård", "300", "320", "20"])

    assert said(outcome(*lines)) == [("warning", -20, 20)]


def test_columns_that_no_row_shows_to_be_a_difference_are_left_alone():
    assert said(outcome(["Skola", "400", "350", "7"], ["Vård", "300", "320", "9"])) == []


def report(left: str = "50 000 kr", spent: str = "450 000 kr", *more: tuple[str, str]) -> CheckInput:
    return answered(("Erhållet belopp", "500 000 kr"), ("Förbrukat av bidraget", spent), ("Ej använt", left), *more)


def test_a_form_that_balances_is_left_alone():
    assert said(report()) == []


def test_a_form_s_wrong_balance_is_an_error():
    assert said(report(left="5 000 kr")) == [("error", 50_000, 5_000)]


def test_own_funding_is_no_use_of_the_grant():
    assert said(report("50 000 kr", "450 000 kr", ("Egna medel utöver bidraget", "300 000 kr"))) == []
    assert said(report("50 000 kr", "450 000 kr", ("Total kostnad, bidrag och egna medel", "750 000 kr"))) == []


def test_more_spent_than_received_may_be_paid_with_other_money():
    assert said(report(left="-20 000 kr", spent="520 000 kr")) == [("warning", 500_000, 520_000)]


def test_what_a_form_leaves_out_is_not_guessed():
    assert said(answered(("Erhållet belopp", "500 000 kr"), ("Ej använt", "7 kr"))) == []
    assert said(answered(("Förbrukat av bidraget", "500 000 kr"), ("Ej använt", "7 kr"))) == []


MEMO: tuple[Told, Told, Told] = (
    ("received", 600_000, "Nämnden mottog 600 000 kr"),
    ("spent", 480_000, "Av bidraget har 480 000 kr"),
    ("remaining", 120_000, "Vid årets slut återstod 120 000 kr"),
)


def test_prose_that_balances_is_left_alone():
    assert said(told(*MEMO)) == []


def test_prose_that_does_not_balance_is_an_error_where_nothing_else_can_be_meant():
    wrong: Told = ("remaining", 102_000, "Vid årets slut återstod 102 000 kr")

    assert said(told(*MEMO[:2], wrong)) == [("error", 120_000, 102_000)]


def test_a_sum_that_a_sentence_tells_is_quoted_with_it():
    (finding,) = findings(
        told(
            ("granted", 500_000, "Kommunen har beviljats 500 000 kr"),
            ("spent", 450_000, "Av detta användes 450 000 kr"),
            ("remaining", 5_000, "Kvar är 5 000 kr"),
        )
    )

    assert "500\u00a0000 (”Kommunen har beviljats 500 000 kr”) \u2212 450\u00a0000 (”Av detta" in finding.message_sv
    assert "men ”Kvar är 5 000 kr” säger 5\u00a0000\u00a0kr" in finding.message_sv


def test_prose_with_other_sums_is_a_warning():
    wrong: Told = ("remaining", 102_000, "Vid årets slut återstod 102 000 kr")
    other: Told = ("spent", 300_000, "Till löner gick 300 000 kr")

    assert said(told(*MEMO[:2], other, wrong)) == [("warning", 120_000, 102_000)]


def test_prose_of_several_grants_is_left_alone():
    another: Told = ("received", 900_000, "För skolan mottogs 900 000 kr")

    assert said(told(*MEMO[:2], another, ("remaining", 7_000, "Kvar är nu 7 000 kr"))) == []


def test_money_of_an_earlier_year_explains_what_is_left():
    carried: Told = ("other", 30_000, "Ingående balans var 30 000 kr")

    assert said(told(*MEMO[:2], carried, ("remaining", 150_000, "Kvar är 150 000 kr"))) == []


def test_as_much_may_be_left_as_was_left_of_the_year_before():
    used: Told = ("spent", 600_000, "Insatserna kostade 600 000 kr")
    left: Told = ("remaining", 30_000, "Medel som inte har använts är 30 000 kr")
    rows = told(MEMO[0], used, ("remaining", 30_000, "Ingående balans var 30 000 kr"), left)
    earlier = replace(
        rows, amounts=tuple(_in_year(each, 2023 if n == 2 else 2024) for n, each in enumerate(rows.amounts))
    )

    assert said(earlier) == []
    assert [finding[0] for finding in said(told(MEMO[0], used, left))] == ["error"]


def test_what_was_used_is_not_what_is_left_though_a_sentence_seems_to_say_so():
    assert said(told(*MEMO, ("remaining", 480_000, "Av bidraget har 480 000 kr förbrukats"))) == []


def test_a_part_of_what_was_used_roughly_is_not_taken_from_what_was_received():
    part: Told = ("spent", 90_000, "Till löner gick 90 000 kr")
    rows = told(MEMO[0], part, ("spent", 480_000, "I allt förbrukades ungefär 480 tkr"), MEMO[2])
    rough = rows.amounts[2].model_copy(update={"value_low": Decimal(479_500), "value_high": Decimal(480_500)})

    assert said(replace(rows, amounts=(*rows.amounts[:2], rough, rows.amounts[3]))) == []
    wrong = rows.amounts[3].model_copy(update=dict.fromkeys(("value_sek", "value_low", "value_high"), Decimal(210_000)))
    assert said(replace(rows, amounts=(*rows.amounts[:2], rough, wrong))) == []


def _in_year(amount: Amount, year: int) -> Amount:
    return amount.model_copy(update={"year": year})


def test_lines_of_one_list_are_an_account_of_their_own():
    lines: tuple[Told, ...] = (
        ("planned", 550_000, "Insatserna planeras kosta 550 000 kr"),
        ("granted", 600_000, "Beviljat bidrag: 600 000 kr"),
        ("allocated", 580_000, "Avsatt till insatser: 580 000 kr"),
        ("remaining", 50_000, "Återstår: 50 000 kr"),
    )

    assert said(told(*lines)) == [("error", 20_000, 50_000)]


def test_what_was_left_of_an_earlier_year_belongs_to_the_lines_of_a_list_too():
    lines: tuple[Told, ...] = (
        ("granted", 600_000, "Beviljat bidrag: 600 000 kr"),
        ("remaining", 30_000, "Kvar från 2023: 30 000 kr"),
        ("spent", 580_000, "Förbrukat: 580 000 kr"),
        ("remaining", 50_000, "Överförs till 2025: 50 000 kr"),
    )
    rows = told(*lines)
    years = (_in_year(each, 2023 if n == 1 else 2024) for n, each in enumerate(rows.amounts))

    assert said(replace(rows, amounts=tuple(years))) == []


def test_own_money_in_a_form_that_is_laid_out_as_a_table_pays_the_rest():
    rows = told(
        ("granted", 529_200, "Beviljat statsbidrag: 529 200 kr"),
        ("spent", 1_108_750, "Summa kostnader: 1 108 750 kr"),
        ("other", 579_550, "Egen finansiering: 579 550 kr"),
    )
    *others, own = rows.amounts

    assert said(replace(rows, amounts=(*others, own.model_copy(update={"table_id": "d1-t1"})))) == []
    assert [severity for severity, *_ in said(replace(rows, amounts=tuple(others)))] == ["warning"]


def test_a_part_of_what_is_left_may_be_repaid():
    assert said(told(*MEMO, ("repayable", 20_000, "Till myndigheten återbetalas 20 000 kr"))) == []


LEFT = ("remaining", 50_000, "Kvarstående: 50 000 kr")


@pytest.mark.parametrize(
    ("sums", "expected"),
    [
        ((LEFT, ("repayable", 30_000, "Återbetalas: 30 000 kr")), [("warning", 50_000, 30_000)]),
        ((LEFT, ("repayable", 50_000, "Återbetalas: 50 000 kr")), []),
        ((LEFT, ("repayable", 30_000, "varav återbetalas: 30 000 kr")), []),
        (
            (LEFT, ("repayable", 30_000, "Återbetalas: 30 000 kr"), ("other", 20_000, "Till nästa projekt 20 000 kr")),
            [],
        ),
        ((LEFT, ("other", 20_000, "Medel för drift: 20 000 kr"), ("repayable", 30_000, "Återbetalas: 30 000 kr")), []),
    ],
    ids=["a rest that nothing tells of", "all of it", "a part", "the rest is told", "another sum between"],
)
def test_a_form_tells_where_all_of_what_is_left_goes(sums: tuple[Told, ...], expected: list[tuple[str, int, int]]):
    rows = told(*sums)
    spaced = [
        amount.model_copy(update={"top": 50.0 * n, "bottom": 50.0 * n + 12}) for n, amount in enumerate(rows.amounts)
    ]
    named = [
        amount.model_copy(update={"subject": amount.subject.partition(":")[0]}) for amount in spaced if amount.subject
    ]

    assert said(replace(rows, amounts=tuple(named))) == expected


def test_more_spent_than_received_though_some_is_said_to_be_left_is_an_error():
    spent: Told = ("spent", 650_000, "Projektet har kostat 650 000 kr")
    planned: Told = ("planned", 480_000, "Planen var 480 000 kr")

    assert ("error", 600_000, 650_000) in said(told(MEMO[0], planned, spent, MEMO[2]))


sums = st.integers(min_value=1_000, max_value=9_000_000)


def in_thousands(left: int) -> CheckInput:
    rows = answered(("Erhållet belopp", "500"), ("Förbrukat", "450"), ("Kvarstående", str(left)))
    fields = [field.model_copy(update={"value_unit": "tkr"}) for field in rows.fields]
    return replace(rows, fields=tuple(fields))


def test_thousands_are_rounded_unless_it_is_ruled_that_they_are_exact():
    exact = Rulings(regime={"recalc.balance": "exact"})

    assert said(in_thousands(51)) == []
    assert said(in_thousands(58)) == [("error", 50_000, 58_000)]
    assert [found.severity for found in run_checks(in_thousands(51), BALANCE, exact)[0]] == ["error"]


@given(granted=sums, share=st.integers(min_value=1, max_value=99), slip=st.integers(min_value=1, max_value=9_999))
def test_any_form_that_balances_is_silent_and_any_slip_is_found(granted: int, share: int, slip: int):
    spent = granted * share // 100
    labels = ("Beviljade medel", "Kostnader under året", "Kvarstående medel")

    def form(left: int) -> CheckInput:
        return answered(*zip(labels, (f"{granted} kr", f"{spent} kr", f"{left} kr"), strict=True))

    assert said(form(granted - spent)) == []
    (finding,) = findings(form(granted - spent + slip))
    assert (finding.severity, finding.difference) == ("error", Decimal(slip))


def test_of_two_sums_to_be_repaid_the_one_that_does_not_balance_is_wrong():
    repaid: Told = ("repayable", 120_000, "Nämnden återbetalar 120 000 kr")
    other: Told = ("repayable", 102_000, "Till givaren återbetalas 102 000 kr")

    assert said(told(*MEMO[:2], repaid, other)) == [("error", 120_000, 102_000)]
    assert said(told(*MEMO, other)) == []


def test_a_plan_that_says_itself_what_it_lacks_is_left_alone():
    granted: Told = ("granted", 500_000, "Kommunen har beviljats 500 000 kr")
    planned: Told = ("planned", 520_000, "Planen kostar 520 000 kr")
    lacks: Told = ("remaining", -20_000, "Återstår att finansiera: 20 000 kr")

    assert said(told(granted, planned, lacks)) == []
    assert said(told(granted, ("spent", 520_000, "Vi använde 520 000 kr"), lacks)) != []


def opened(closing: str) -> CheckInput:
    lines = [["Ingående balans", "210 000"], ["Erhållna medel", "1 000 000"], ["Kostnader", "1 050 000"]]
    return rows_of([["Post", "Belopp"], *lines, ["Utgående balans", closing]])


def test_what_there_was_and_what_came_less_what_was_used_is_what_is_left():
    assert said(opened("160 000")) == []
    assert said(opened("190 000")) == [("error", 160_000, 190_000)]
    [finding] = findings(opened("190 000"))
    assert "Ingående balans 210\u00a0000 + Erhållna medel 1\u00a0000\u00a0000 \u2212 Kostnader" in finding.message_sv


def test_what_was_carried_over_may_be_used_though_some_is_left():
    carried = (("Överfört från 2021 (kronor)", "120 000"),)
    form = (("Erhållet belopp (kronor)", "500 000"), ("Använt belopp (kronor)", "600 000"))

    assert said(answered(*form, *carried, ("Kvar att återbetala (kronor)", "20 000"))) == []


def test_of_two_uses_the_one_that_makes_what_is_left_is_the_grant_s():
    of_all: Told = ("spent", 650_000, "Insatserna har kostat 650 000 kr")
    of_grant: Told = ("spent", 480_000, "Under året har 480 000 kr använts")

    assert said(told(MEMO[0], of_all, of_grant, MEMO[2])) == []


def test_an_income_statement_is_no_account_of_a_grant():
    def account(sum_of_incomes: str) -> CheckInput:
        incomes = [["Taxor", "−3 100"], ["Statsbidrag", "−2 364"], [sum_of_incomes, "−5 464"]]
        costs = [["Lön", "40 000"], ["Lokaler", "20 000"], ["Summa kostnader", "60 000"]]
        return rows_of([["", "Jan–aug"], *incomes, *costs, ["Nettokostnad", "54 536"]])

    assert said(account("Delsumma")) == [("warning", -62_364, 54_536)]
    assert said(account("Summa intäkter")) == []


def test_nothing_is_left_where_more_was_used_than_there_was():
    rows = (["Skola", "500", "550", "0"], ["Vård", "300", "250", "50"], ["Fritid", "120", "80", "40"])

    assert said(outcome(*rows, heads=("Tilldelat", "Använt", "Återstår"))) == []
    assert said(outcome(*rows, heads=("Budget", "Utfall", "Avvikelse"))) == [("error", -50, 0)]


def test_what_is_left_may_be_of_all_that_paid():
    lines = [["Statsbidrag", "1 000"], ["Egen insats", "500"], ["Total finansiering", "1 500"]]
    rows = [["Post", "Kronor"], *lines, ["Totala kostnader", "1 480"]]

    assert said(rows_of([*rows, ["Överskott", "20"]])) == []
    assert [found[0] for found in said(rows_of([*rows, ["Överskott", "35"]]))] == ["error"]


@pytest.mark.parametrize(("costs", "found"), [(920_000, []), (900_000, ["error"])])
def test_costs_may_be_paid_of_all_that_came_in_though_a_form_tells_of_the_grant_alone(costs: int, found: list[str]):
    sums = told(
        ("received", 410_000, "Statsbidrag från länsstyrelsen: 410 000 kr"),
        ("total", 940_000, "Summa intäkter: 940 000 kr"),
        ("total", costs, f"Summa kostnader: {costs:_} kr".replace("_", " ")),
        ("repayable", 20_000, "Belopp att återbetala: 20 000 kr"),
    )
    *tabled, repaid = sums.amounts
    rows = (*(each.model_copy(update={"table_id": "d1-t1"}) for each in tabled), repaid)

    assert [severity for severity, *_ in said(replace(sums, amounts=rows))] == found


@pytest.mark.parametrize(("costs", "found"), [("690 000", []), ("680 000", ["error"])])
def test_own_money_in_the_grants_account_pays_its_costs_too(costs: str, found: list[str]):
    lines = told(
        ("received", 410_000, "Statsbidrag för året: 410 000 kr"),
        ("other", 300_000, "Kommunens egna medel: 300 000 kr"),
        ("spent", int(costs.replace(" ", "")), f"Totala kostnader: {costs} kr"),
        ("remaining", 20_000, "Kvar av bidraget: 20 000 kr"),
    )

    assert [severity for severity, *_ in said(lines) if severity == "error"] == found


def test_a_number_is_named_with_its_column():
    [finding] = findings(outcome(["Skola", "400", "350", "80"], *LINES[1:]))

    assert "men ”Skola, Avvikelse” anges till 80" in finding.message_sv


def test_a_sentence_says_its_sum_and_is_quoted_as_its_language_quotes():
    spent: Told = ("spent", 650_000, "Projektet har kostat 650 000 kr")
    [finding] = findings(told(MEMO[0], spent))

    assert "har kostat 650 000 kr” säger 650\u00a0000\u00a0kr, 50\u00a0000\u00a0kr mer än" in finding.message_sv
    assert "says 650\u00a0000\u00a0kr, 50\u00a0000\u00a0kr more than 600\u00a0000 (“Nämnden" in finding.message_en


def test_what_is_left_of_one_row_of_a_table_is_told_again_in_a_sentence():
    table = Tabled(
        (
            ("Insats", "Tilldelat", "Förbrukat", "Återstår"),
            ("Öppet hus", "165 000", "121 450", "43 550"),
            ("Coacher", "535 000", "502 300", "32 700"),
            ("Summa", "700 000", "623 750", "76 250"),
        ),
        {1: "granted", 2: "spent", 3: "remaining"},
    )
    whole = (
        Sentence("Kommunen tilldelades 700 000 kronor.", "granted"),
        Sentence("Vid årets slut hade 623 750 kronor använts.", "spent"),
        Sentence("Kvar är 76 250 kronor.", "remaining"),
    )
    part = Sentence("Lokalen förklarar att 43 550 kronor inte har använts.", "remaining")
    other = Sentence("Lokalen förklarar att 43 650 kronor inte har använts.", "remaining")

    assert said(CheckInput.from_file_rows([paper("d1", *whole, part, table)])) == []
    assert len(said(CheckInput.from_file_rows([paper("d1", *whole, other, table)]))) == 1


@pytest.mark.parametrize(("left", "found"), [("54 909", []), ("62 109", [("error", 54_909, 62_109)])])
def test_costs_that_bear_their_minus_are_added_as_they_stand(left: str, found: list[tuple[str, int, int]]):
    grid = [
        ["Avräkning", "Kronor"],
        ["Erhållet bidrag", "640 000"],
        ["Summa kostnader", "-585 091"],
        ["Kvar att återbetala", left],
    ]

    assert said(rows_of(grid)) == found


@pytest.mark.parametrize(("heading", "rules"), [("Intäkter", []), ("Poster", ["recalc.balance"])])
def test_what_came_in_from_several_is_no_use_of_the_grant(heading: str, rules: list[str]):
    incomes = Tabled(
        ((heading, "Belopp (kr)"), ("Bidrag", "240 000"), ("Egna medel", "55 000"), ("Summa", "295 000")),
        {1: "received"},
    )
    costs = Tabled((("Kostnader", "Belopp (kr)"), ("Lokal", "54 000"), ("Löner", "217 000"), ("Summa", "271 000")), {})
    rows = paper(
        "d1",
        Sentence("Bidraget var 240 000 kronor.", "received"),
        incomes,
        replace(costs, kinds={1: "spent"}),
        Sentence("Kvar är 24 000 kronor.", "remaining"),
        doc_type="grant_report",
    )

    assert [f.rule for f in findings(CheckInput.from_file_rows([rows]))] == rules


def test_own_funding_pays_what_the_grant_does_not():
    def form(own: str) -> CheckInput:
        return answered(
            ("Mottaget statsbidrag", "600 000 kr"),
            ("Totala kostnader för verksamheten", "1 100 000 kr"),
            ("Varav kommunens egen finansiering", own),
            ("Belopp som inte har använts", "0 kr"),
        )

    assert said(form("500 000 kr")) == []
