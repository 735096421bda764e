"""What the texts of a finished table tell against its cells."""

from dataclasses import replace

import pytest

from extractors.tables.cell_doubts import doubts_of_cells
from extractors.tables.table_flow import table_of
from extractors.text.hyphens import Vocabulary
from tests.layout_builders import LEFT, beside, grid_of_texts, set_line

HEAD = ["Insats", "Ort", "Belopp"]
ROWS = [
    ["Samtal (i grupp)", "Ekfors", "120"],
    ["Kurser för chefer och ledare i hela länet", "Vik", "84"],
    ["Stöd", "Ås", "9"],
]


def doubts(rows: list[list[str]], bold_rows: int = 1) -> list[str]:
    return doubts_of_cells(table_of(grid_of_texts(rows, bold_rows=bold_rows), "unruled", Vocabulary()))


def test_a_table_of_whole_texts_below_heads_is_not_doubted():
    assert doubts([HEAD, *ROWS]) == []
    assert doubts([["", "2024", "2025"], *ROWS]) == []


@pytest.mark.parametrize(
    ("rows", "word"),
    [
        ([["Tabell 3. Skörd", "Tabell 4. Hamnar", "2025"], HEAD, *ROWS], "caption"),
        ([HEAD, ["Planen gäller för alla nämnder i", "kommunen och har tagits fram", "5"], *ROWS], "runs on"),
        ([["Insats", "Sannolikhet (1–", "Belopp"], ["", "4)", ""], *ROWS], "bracket"),
        ([["Insats", "", "Belopp"], *ROWS], "heads"),
    ],
)
def test_torn_texts_and_lost_heads_are_told(rows, word):
    (doubt,) = doubts(rows)

    assert word in doubt


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        (("−20743 −17738", "−18383 −14659", "−990953 −894742"), True),
        (("20743 17738", "18383 14659", "990953 894742"), True),
        (("20 743", "18 383", "990 953"), False),
        (("2025 2026", "2026 2027", "2025 2027"), False),
    ],
)
def test_two_numbers_in_each_cell_of_a_column_are_told(numbers, told):
    rows = [[name, number] for name, number in zip(("Löner", "Lokaler", "Summa"), numbers, strict=True)]

    assert any("two numbers" in doubt for doubt in doubts([["Post", "Utfall"], *rows])) is told


def _in_one_cell(seconds: tuple[str, ...], x0: float = 240.0) -> list[str]:
    """Doubts of a row of which one cell holds lines with a second text behind wide white each."""
    grid = grid_of_texts([["Skydd", ""]], edges=(LEFT, 150, 400))
    lines = tuple(
        beside(set_line("Utbilda", 155, 110 + 13 * n), set_line(text, x0, 110 + 13 * n))
        for n, text in enumerate(seconds)
    )
    cells = (grid.cells[0], replace(grid.cells[1], lines=lines))
    return doubts_of_cells(table_of(replace(grid, cells=cells), "ruled", Vocabulary()))


def test_a_cell_whose_text_stands_in_columns_is_told():
    (doubt,) = _in_one_cell(("2027", "2028", "2029"))

    assert "within the table" in doubt


@pytest.mark.parametrize(
    ("seconds", "x0"), [(("2027", "2028"), 240.0), (("☐", "☐", "☐"), 240.0), (("2027", "2028", "2029"), 195.0)]
)
def test_few_lines_and_options_and_words_beside_each_other_are_no_columns_in_a_cell(seconds, x0):
    assert _in_one_cell(seconds, x0) == []
