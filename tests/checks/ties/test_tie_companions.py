"""tie.text-table: which table a sentence tells of is known by its other sum, and a table's unit by its figures."""

import pytest

from checks import CheckInput, run_checks
from models.rows import Amount, FileRows
from tests.account_rows import Tabled, Told, paper

OUTCOME = Tabled(
    (
        ("Verksamhet", "Utfall", "Budget"),
        ("Familjestöd", "112 300", "110 000"),
        ("Boendestöd", "85 450", "90 000"),
        ("Summa", "197 750", "200 000"),
    ),
    {1: "spent", 2: "planned"},
    "Utfall",
    tkr=True,
)
COSTS = Tabled(
    (("Kostnadsslag", "2022"), ("Personal", "171 000"), ("Lokaler", "41 200"), ("Summa kostnader", "212 200")),
    {1: "spent"},
    "Kostnader",
    tkr=True,
)
SENTENCE = "Nettokostnaden blev {} tkr, mot en budget på {} tkr."


def said(file: FileRows) -> list[tuple[str, int]]:
    found = run_checks(CheckInput.from_file_rows([file]))[0]
    return [(f.severity, int(f.difference or 0)) for f in found if f.rule in ("tie.text-table", "check.broken")]


def told(cost: str, budget: str) -> FileRows:
    """A sentence with two sums, beside the outcome and the costs of another table."""
    sentence = SENTENCE.format(cost, budget)
    file = paper("d1", Told(sentence, "spent"), OUTCOME, COSTS, doc_type="grant_report")
    [spent] = [amount for amount in file.amounts if amount.table_id is None]
    value = int(budget.replace(" ", "")) * 1000
    planned = {"value_sek": value, "value_low": value - 500, "value_high": value + 500, "kind": "planned"}
    more = {"amount_id": "d1-budget", "text": f"{budget} tkr", "x0": spent.x0 + 1}
    second = Amount.model_validate(spent.model_dump() | planned | more)
    return file.model_copy(update={"amounts": (*file.amounts, second)})


def test_a_sum_beside_one_that_is_the_tables_is_held_against_the_same_table():
    assert said(told("199 350", "200 000")) == [("warning", 1_600_000)]


@pytest.mark.parametrize(("cost", "budget"), [("197 750", "200 000"), ("31 000", "200 000")])
def test_nothing_is_said_where_they_agree_or_the_sum_is_of_something_smaller(cost, budget):
    assert said(told(cost, budget)) == []


def in_no_unit(title: str) -> Tabled:
    return Tabled(
        (("Projekt", "Utfall"), ("Vattenverk", "55 332"), ("Skolor", "24 357"), ("Totalt", "79 689")),
        {1: "spent"},
        title,
    )


def test_a_table_without_a_unit_that_has_the_figures_told_in_thousands_is_in_thousands():
    sentence = Told("Av budgeten har 79 689 tkr förbrukats.", "spent")

    assert said(paper("d1", sentence, in_no_unit("Investeringar"), doc_type="grant_report")) == []
    assert said(paper("d1", sentence, in_no_unit("Investeringar, kronor"), doc_type="grant_report")) != []
