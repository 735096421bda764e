"""Printed lines that follow each other evenly are rows as their cells fit them."""

from collections.abc import Sequence

import pytest

from extractors.tables.cell_breaks import CellBreaks
from extractors.tables.cut_lines import cut_at
from extractors.tables.row_fit import RowFit
from extractors.text.printed_lines import lines_of
from tests.layout_builders import LEFT, RIGHT, STEP, set_words

EDGES = (LEFT, 220.0, 420.0, RIGHT)
TABLE = (
    ("Barnhälsan", "Råd till nyblivna|föräldrar som väntar|på tid i vården", "40 000"),
    ("Skolornas|elevhälsa", "Ny modell för|samtal", "55 000"),
    ("Ungdoms-|mottagning", "Kvällsöppet vid|helger och även|under lov", "7 000"),
    ("Länet", "Gemensam utbildning", "125"),
)


def fitted(rows: Sequence[Sequence[str]], shares: Sequence[float], *, bold: Sequence[int] = ()) -> list[list[str]]:
    """Rows whose cells stand at the top, the middle or the foot, set without white between them, and read again.

    Lines of a cell are parted by a bar; `shares` say by column how much of a cell's room stands above it.
    """
    words, foot = [], 100.0
    for number, row in enumerate(rows):
        height = max(len(text.split("|")) for text in row)
        for col, text in enumerate(row):
            printed = text.split("|")
            above = shares[col] * (height - len(printed))
            for i, line in enumerate(printed):
                words += set_words(line, EDGES[col], foot + STEP * (above + i), bold=number in bold)
        foot += STEP * height
    lines = [cut_at(line, EDGES) for line in lines_of(words)]
    groups = RowFit(lines, range(len(lines)), {2}, CellBreaks(lines)).groups()
    return [["|".join(t for i in group if (t := lines[i].text(col))) for col in range(3)] for group in groups]


@pytest.mark.parametrize("number", [0.0, 0.5, 1.0])
@pytest.mark.parametrize("text", [0.0, 0.5, 1.0])
def test_cells_stand_alike_in_their_rows_wherever_they_stand(text, number):
    assert fitted(TABLE, (text, text, number)) == [list(row) for row in TABLE]


def test_a_section_between_rows_is_one_by_its_style():
    rows = [*TABLE[:2], ("Unga", "", ""), *TABLE[2:]]

    assert fitted(rows, (0.5, 0.5, 0.0), bold=[2]) == [list(row) for row in rows]


def test_labels_in_lower_case_begin_rows_where_their_numbers_say_so():
    rows = [TABLE[0], ("därav lön", "", "30 000"), ("därav övriga|kostnader", "", "10 000"), *TABLE[1:]]

    assert fitted(rows, (0.0, 0.0, 0.5)) == [list(row) for row in rows]


def test_a_number_that_its_cell_has_broken_is_one():
    rows = [("Skolan", "Samtal med unga|och föräldrar", "1 034|500"), *TABLE]

    assert fitted(rows, (0.0, 0.0, 0.0))[0] == list(rows[0])


def test_questions_begin_rows_by_their_numbers():
    rows = [("1. Stöd", "Samtal", "5 000"), ("2. Kurser", "Träffar", ""), ("3. Råd", "Möten", "700")]

    assert fitted(rows, (0.0, 0.0, 0.0)) == [list(row) for row in rows]


def test_crosses_on_lines_below_each_other_are_of_rows_of_their_own():
    labels = ["Samtal med unga", "Revidera avtalet", "Kurser i länet"]
    words = [w for i, label in enumerate(labels) for w in set_words(label, LEFT, 100 + i * STEP)]
    words += [w for i in range(3) for w in set_words("x", EDGES[1 + i % 2], 100 + i * STEP)]
    lines = [cut_at(line, EDGES) for line in lines_of(words)]

    assert RowFit(lines, range(3), {1, 2}, CellBreaks(lines)).groups() == [[0], [1], [2]]
