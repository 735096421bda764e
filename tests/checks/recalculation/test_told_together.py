"""recalc.balance: an account that one text tells, and a column of what is repaid."""

from dataclasses import replace

import pytest

from checks import CheckInput, run_checks
from tests.check_builders import passages
from tests.money_builders import rows_of, told

GIVEN = "Vi fick {} kr i bidrag."
USED = "Av dessa har 351 500 kr använts."
REST = "Resterande 48 200 kr betalas tillbaka."


def said(rows: CheckInput) -> list[tuple[str, int, int]]:
    found = [each for each in run_checks(rows)[0] if each.rule == "recalc.balance"]
    return [(each.severity, int(each.expected or 0), int(each.actual or 0)) for each in found]


def text(given: int, more: str = "") -> CheckInput:
    """The account in one text, beside a table that has the balance right."""
    first = GIVEN.format(f"{given:,}".replace(",", " "))
    amounts = told(("received", given, first), ("spent", 351_500, USED), ("repayable", 48_200, REST)).amounts
    table = rows_of(
        [["Insats", "Beviljat", "Använt", "Kvar"], ["Kurser", "399 700", "351 500", "48 200"]], doc_type="memo"
    )
    words = passages(("paragraph", f"{first} {USED} {REST} {more}"))
    cell = {"amount_id": "m9", "kind": "remaining", "subject": "Kurser", "table_id": "t1", "row": 1, "col": 3}
    in_text = [each.model_copy(update={"page": 1}) for each in amounts]
    return replace(table, amounts=(*in_text, amounts[2].model_copy(update=cell)), passages=words)


def test_an_account_told_in_one_text_balances_by_itself():
    assert said(text(399_700)) == []
    assert said(text(389_700)) == [("error", 38_200, 48_200)]


def test_a_text_that_tells_of_other_money_too_is_left_alone():
    assert said(text(389_700, "Till det kommer egna medel.")) == []


@pytest.mark.parametrize("heading", ["Återbetalas", "Att återbetala", "Ej förbrukat"])
def test_a_column_of_what_is_repaid_is_what_is_left(heading: str):
    head = ["Bidrag", "Erhållet", "Använt", heading]
    rows = [["Omställning", "240 000", "210 500", "29 500"], ["Nya arbetssätt", "96 000", "88 000", "8 000"]]

    assert said(rows_of([head, *rows, ["Språkstöd", "50 000", "41 000", "9 000"]], unit="kr")) == []
    assert said(rows_of([head, *rows, ["Språkstöd", "50 000", "41 000", "7 000"]], unit="kr")) == [
        ("error", 9_000, 7_000)
    ]
