"""tie.text-table: a surplus or deficit told of a row is the row's deviation."""

import pytest

from checks import run_checks
from checks.check_input import CheckInput
from tests.check_builders import passages
from tests.money_builders import rows_of

GRID = [
    ["Verksamhet", "Budget 2027", "Utfall 2027", "Avvikelse"],
    ["Hemtjänst", "66 767", "65 502", "1 265"],
    ["Särskilt boende", "125 391", "126 530", "-1 139"],
    ["Familjeomsorg", "17 913", "18 022", "-109"],
]


def told(*texts: tuple[str, str]) -> list[str]:
    rows = rows_of(GRID, unit="tkr")
    rows = CheckInput(documents=rows.documents, tables=rows.tables, cells=rows.cells, passages=passages(*texts))
    return [each.severity for each in run_checks(rows)[0] if each.rule == "tie.text-table"]


RIGHT = (("heading", "Hemtjänst"), ("paragraph", "Verksamheten redovisar ett överskott på 1 265 tkr."))


@pytest.mark.parametrize(("deficit", "found"), [("1 139 tkr", []), ("1,1 mnkr", []), ("1 319 tkr", ["error"])])
def test_the_text_below_a_heading_called_as_the_row_tells_its_deficit(deficit: str, found: list[str]):
    text = f"Underskottet på {deficit} förklaras av två nya ärenden."

    assert told(*RIGHT, ("heading", "Särskilt boende"), ("paragraph", text)) == found


def test_where_no_other_rows_deviation_is_told_it_is_a_warning():
    assert told(("heading", "Särskilt boende"), ("paragraph", "Underskottet är 1 319 tkr.")) == ["warning"]


def test_a_sentence_may_name_its_row():
    assert told(*RIGHT, ("paragraph", "Särskilt boende visar ett underskott på 1 319 tkr.")) == ["error"]


@pytest.mark.parametrize(
    "text",
    [
        "Prognosen visade ett underskott på 1 319 tkr.",
        "Underskottet på 17 tkr beror på sjukskrivningar.",
        "Budgeten gav ett underskott på 126 530 tkr.",
    ],
)
def test_other_times_and_sums_of_other_things_are_left_alone(text: str):
    assert told(*RIGHT, ("heading", "Särskilt boende"), ("paragraph", text)) == []
