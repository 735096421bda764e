"""tie.text-table: a percent or a count told of a row and a year, against that cell."""

from dataclasses import replace

import pytest

from checks import run_checks
from tests.check_builders import passages
from tests.money_builders import rows_of

MEASURES = [
    ["Indikator", "2021", "2022", "2023"],
    ["Andel elever som trivs i skolan, %", "69", "71", "76"],
    ["Väntetid till första besök, dagar", "41", "38", "33"],
    ["Totalt", "55", "54", "51"],
]


def said(sentence: str, title: str = "Uppföljning") -> list[tuple[str, str]]:
    rows = replace(rows_of(MEASURES, title=title, doc_type="other"), passages=passages(("paragraph", sentence)))
    return [(each.severity, each.subject) for each in run_checks(rows)[0] if each.rule == "tie.text-table"]


def test_a_number_told_of_a_row_and_a_year_is_the_cell_s():
    row = "Andel elever som trivs i skolan, %"
    sentence = "Andelen elever som trivs i skolan ökade från 71 till {} procent mellan 2022 och 2023."

    assert said(sentence.format(76)) == []
    assert said(sentence.format(78)) == [("warning", f"{row}, 2023")]


def test_the_row_of_all_is_told_by_the_table_s_title():
    assert said("Den totala sjukfrånvaron var 57 dagar 2023.", "Sjukfrånvaro") == [("warning", "Totalt, 2023")]
    assert said("Den totala frånvaron var 57 dagar 2023.", "Sjukfrånvaro") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Väntetiden till första besök var 33 dagar 2023.",
        "Väntetiden till första besök var ca 35 dagar 2023.",
        "Väntetiden till första besök var 38 dagar 2023.",
        "Väntetiden till första besök var 36 dagar för pojkar 2023.",
        "Väntetiden till första besök var 36 dagar 2020.",
        "Väntetiden till första besök var 36 dagar 2023, med 12 besök i veckan.",
        "Väntetiden till första besök var 365 dagar 2023.",
        "Väntetiden var 36 dagar 2023.",
    ],
)
def test_what_agrees_or_may_be_of_something_else_is_left_alone(sentence: str):
    assert said(sentence) == []
