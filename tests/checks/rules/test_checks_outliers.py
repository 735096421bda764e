"""Amounts per inhabitant and changes from year to year, held against the other rows of their table."""

import pytest

from checks.check_input import CheckInput
from checks.rules import reason_outlier
from tests.check_builders import document, found, table

NAMES = ("Ekby", "Furuvik", "Granköping", "Hasselby", "Lindås", "Rönnholm", "Sälgmark")
CHANGES = (
    (100_000, 105_000),
    (80_000, 82_000),
    (50_000, 51_000),
    (60_000, 640_000),
    (70_000, 72_000),
    (90_000, 95_000),
)
PEOPLE = (10_000, 22_000, 8_000, 31_000, 12_000, 9_000, 15_000)


def _rows(head: tuple[str, str], *numbers: tuple[int, int], doubt: str | None = None) -> CheckInput:
    lines = [[name, str(first), str(second)] for name, (first, second) in zip(NAMES, numbers, strict=False)]
    made, cells = table([["Kommun", *head], *lines], doubt=doubt)
    return CheckInput(documents=(document(),), tables=(made,), cells=cells)


def _per_head(*rates: int, doubt: str | None = None) -> CheckInput:
    numbers = [(people, people * rate) for people, rate in zip(PEOPLE, rates, strict=False)]
    return _rows(("Invånare", "Belopp (kr)"), *numbers, doubt=doubt)


def test_an_amount_per_inhabitant_far_from_the_others_is_a_warning():
    [finding] = found(reason_outlier.CHECK, _per_head(20, 21, 19, 20, 200, 22, 20))

    assert (finding.severity, finding.subject) == ("warning", "Tabell: Lindås")
    assert "Lindås har 200 i Belopp (kr) per Invånare; medianen i tabellen är 20" in finding.message_sv
    assert "the table's median is 20" in finding.message_en


def test_inhabitants_with_points_between_thousands_are_no_chapters():
    rows = _per_head(20, 21, 19, 20, 200, 22, 20)
    pointed = tuple(
        cell if cell.col != 1 or cell.value is None else cell.model_copy(update={"text": f"{cell.value / 1000:.3f}"})
        for cell in rows.cells
    )

    [finding] = found(reason_outlier.CHECK, CheckInput(documents=rows.documents, tables=rows.tables, cells=pointed))

    assert "Lindås har 200 i Belopp (kr) per Invånare" in finding.message_sv


@pytest.mark.parametrize(
    "rates",
    [(20, 21, 19, 20, 22, 22, 20), (20, 21, 19, 20, 60, 22, 20), (5, 90, 19, 40, 200, 11, 20), (20, 21, 19, 200)],
    ids=["alike", "not far enough", "no peers", "too few"],
)
def test_rows_that_agree_differ_or_are_few_are_silent(rates):
    assert found(reason_outlier.CHECK, _per_head(*rates)) == []


def test_a_change_far_from_the_others_is_a_warning():
    [finding] = found(reason_outlier.CHECK, _rows(("Belopp 2022", "Belopp 2023"), *CHANGES))

    assert finding.subject == "Tabell: Hasselby"
    assert "10,67 gånger så mycket som i Belopp 2022" in finding.message_sv


def test_columns_that_are_no_years_and_numbers_that_are_no_money_are_left_alone():
    assert found(reason_outlier.CHECK, _rows(("Budget", "Utfall"), *CHANGES)) == []
    assert found(reason_outlier.CHECK, _rows(("Budget 2022 kr", "Utfall 2023 kr"), *CHANGES)) == []
    assert found(reason_outlier.CHECK, _rows(("Besök 2022", "Besök 2023"), *CHANGES)) == []


def test_a_doubtful_table_says_so():
    [finding] = found(reason_outlier.CHECK, _per_head(20, 21, 19, 20, 200, 22, 20, doubt="kolumnerna är osäkra"))

    assert "kolumnerna är osäkra" in finding.message_sv


def test_rows_that_go_up_and_down_as_they_like_are_no_peers():
    steps = {
        name: (steady, wild) for name, steady, wild in zip(NAMES, (1, 1, 1, 7, 1, 1), (9, 1, 4, 1, 6, 1), strict=False)
    }
    lines = [
        [name, "10 000", str(10_000 * steady), str(10_000 * steady * wild)] for name, (steady, wild) in steps.items()
    ]
    made, cells = table([["Område", "2021 (kr)", "2022 (kr)", "2023 (kr)"], *lines])

    assert found(reason_outlier.CHECK, CheckInput(documents=(document(),), tables=(made,), cells=cells)) == []
