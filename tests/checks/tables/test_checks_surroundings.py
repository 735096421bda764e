"""The line right below a table that says its sum, and sentences there, which say theirs in prose."""

import pytest

from checks.check_input import CheckInput
from checks.tables.surroundings import Surroundings
from tests.check_builders import document, passages, table

ROWS = [["Insats", "Kronor"], ["Kurser", "5000"], ["Samtal", "7000"]]


@pytest.mark.parametrize(
    ("text", "is_sum"),
    [
        ("= 12 000", True),
        ("Summa: 12 000 kr", True),
        ("Totalt 12 000 kr", True),
        ("Summa: 12 000 kr.", True),
        ("Sammanlagt planeras insatser för 12 000 kr.", False),
        ("Totalt gick det åt 12 000:-.", False),
        ("Kurser 5 000 kr", False),
    ],
)
def test_a_sum_line_is_a_label_and_a_number_and_no_sentence(text, is_sum):
    grid, cells = table(ROWS)
    below = [p.model_copy(update={"page": 4, "top": 300.0, "bottom": 312.0}) for p in passages(("paragraph", text))]
    lowest = [c.model_copy(update={"top": 270.0, "bottom": 282.0}) for c in cells]
    rows = CheckInput(documents=(document(),), tables=(grid,), cells=tuple(lowest), passages=tuple(below))

    assert (Surroundings(rows).sum_line(grid) is not None) is is_sum
