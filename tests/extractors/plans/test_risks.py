"""The rated risks of an internal control plan."""

from decimal import Decimal

import pytest

from extractors.plans.risks import rating_of, read_risks
from models.blocks import Table
from tests.table_builders import table


def said(given: Table) -> list[tuple[str | None, str, str | None, str | None, str | None]]:
    return [(r.process, r.text, r.probability, r.consequence, r.value) for r in read_risks([given])]


@pytest.mark.parametrize(
    "head",
    [
        ["Process", "Risk", "Sannolikhet", "Konsekvens", "Riskvärde"],
        ["Rutin", "Vad kan gå fel?", "S", "K", "S x K"],
        ["OMRÅDE", "RISKBESKRIVNING", "SANNOLIKHET (1\u20134)", "KONSEKVENS (1\u20134)", "VÄRDE"],
        ["Verksamhet/process", "Identifierad risk", "Sannolikhet (1\u20134)", "Konsekvens", "Risktal"],
    ],
)
def test_a_row_that_is_rated_is_a_risk(head):
    given = table([head, ["Journal", "Uppgifter saknas", "3", "4", "12"], ["", "Uppgifter kommer bort", "2", "2", "4"]])

    assert said(given) == [
        ("Journal", "Uppgifter saknas", "3", "4", "12"),
        ("Journal", "Uppgifter kommer bort", "2", "2", "4"),
    ]


def test_the_value_after_measures_and_the_cause_have_columns_of_their_own():
    (risk,) = read_risks(
        [
            table(
                [
                    ["Risk", "Orsak", "Sannolikhet", "Konsekvens", "Riskvärde", "Efter åtgärd"],
                    ["Uppgifter saknas", "Tidsbrist", "3. Stor", "4. Allvarlig", "12", "6"],
                ]
            )
        ]
    )

    assert (risk.reason, risk.probability, risk.value, risk.value_after) == ("Tidsbrist", "3. Stor", "12", "6")
    assert (risk.process, risk.table, risk.row) == (None, 1, 1)


@pytest.mark.parametrize(
    "given",
    [
        table([["Risk", "Kontroll", "Ansvarig"], ["Uppgifter saknas", "Stickprov", "Enhetschef"]]),
        table([["Risk", "Sannolikhet", "Konsekvens"], ["Rutiner", "", ""]]),
    ],
)
def test_what_is_not_rated_is_no_risk(given):
    assert read_risks([given]) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [("3", 3), ("3. Stor", 3), ("Stor (3)", 3), ("Stor", None), ("2\u20133", None), ("", None), (None, None)],
)
def test_a_rating_is_its_one_number(text, number):
    assert rating_of(text) == (Decimal(number) if number is not None else None)
