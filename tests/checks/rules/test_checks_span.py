"""cutoff.span: periods that end before they begin."""

import pytest

from checks import CheckInput, run_checks
from tests.check_builders import document, passages


def said(text: str) -> list[str]:
    rows = CheckInput(documents=(document(doc_type="other"),), passages=passages(("paragraph", text)))
    return [f.severity for f in run_checks(rows)[0] if f.rule in ("cutoff.span", "check.broken")]


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("Ange kostnader under perioden 1 januari 2029 - 31 december 2020.", "error"),
        ("Avser den 1 mars 2022 till och med den 31 januari 2022.", "error"),
        ("Gäller december 2021 t.o.m. mars 2021.", "error"),
        ("Medlen avser 12 maj 2021 – 2 maj 2021.", "error"),
        ("Planen gäller 2023–2021.", "warning"),
    ],
)
def test_a_period_that_ends_before_it_begins(text: str, severity: str):
    assert said(text) == [severity]
    assert said(f"{text} {text}") == [severity]


@pytest.mark.parametrize(
    "text",
    [
        "Ange kostnader under perioden 1 januari 2020 - 31 december 2020.",
        "Gäller december 2020 t.o.m. mars 2021.",
        "Planen gäller 2021–2023 och förra planen 2018–2020.",
        "Förändring 2023–2022 i procent.",
        "Ärendet har dnr SN 2022-2019.",
        "Antalet minskade när vi går från 2021 till 2015.",
        "Jämfört med 2021 - 2019 var då ett bättre år.",
        "Lag (2017:2016) och beslut 2021-05-04.",
        "Avser maj 2021 till 2020 års utgång.",
    ],
)
def test_other_years_beside_each_other_are_left_alone(text: str):
    assert said(text) == []
