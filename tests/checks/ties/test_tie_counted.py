"""Counts of people told in the text, against the row of women and men that counts the same."""

import pytest

from checks import CheckInput, run_checks
from tests.check_builders import document, passages, table

ROWS = (
    ("", "Kvinnor", "Män"),
    ("Totalt antal klienter", "83", "66"),
    ("Antal nya klienter", "50", "36"),
    ("därav nya klienter under 30 år", "14", "16"),
    ("Antal avslutade klienter", "33", "28"),
)


def said(text: str, rows: tuple[tuple[str, ...], ...] = ROWS) -> list[tuple[str, int, int]]:
    """(severity, expected, actual) of every finding of one fact told twice."""
    made, cells = table(rows)
    read = CheckInput(
        documents=(document(doc_type="other"),), passages=passages(("paragraph", text)), tables=(made,), cells=cells
    )
    found = run_checks(read)[0]
    return [
        (f.severity, int(f.expected or 0), int(f.actual or 0))
        for f in found
        if f.rule in ("tie.same-fact", "check.broken")
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vi har haft många kontakter. 85 av dessa klienter har varit nya för året.", [("warning", 86, 85)]),
        ("86 av dessa klienter har varit nya för 2020.", []),
        ("Totalt har 63 klienter avslutats under 2020.", [("warning", 61, 63)]),
        ("Totalt har 61 klienter avslutats under 2020.", []),
    ],
)
def test_a_count_is_that_of_the_row_with_its_words(text: str, found: list[tuple[str, int, int]]):
    assert said(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Ombuden har mött 151 klienter.",
        "Ca 80 klienter var nya.",
        "Av de nya klienterna var 45 kvinnor.",
        "Året innan var 79 klienter nya.",
        "Under hösten var 12 klienter nya.",
        "Av 80 klienter var 20 nya.",
        "50 klienter var nya.",
        "Andelen nya klienter var 80 procent.",
    ],
    ids=["one word", "rough", "a sex", "another year", "another size", "two counts", "a cell", "percent"],
)
def test_other_counts_are_left_alone(text: str):
    assert said(text) == []


def test_columns_of_something_else_are_no_sexes():
    rows = (("", "2019", "2020"), *ROWS[1:])
    assert said("85 av dessa klienter har varit nya för året.", rows) == []


def test_a_column_of_all_may_stand_beside_the_two():
    rows = (
        ("", "Kvinnor", "Män", "Totalt"),
        ("Antal nya klienter", "50", "36", "86"),
        ("Antal platser", "3", "4", "7"),
    )
    assert said("85 av dessa klienter har varit nya för året.", rows) == [("warning", 86, 85)]
    assert said("86 av dessa klienter har varit nya för året.", rows) == []
