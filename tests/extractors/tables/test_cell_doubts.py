"""What the texts of a finished table tell against its cells."""

import pytest

from extractors.tables.cell_doubts import doubts_of_cells
from extractors.tables.table_flow import table_of
from extractors.text.hyphens import Vocabulary
from tests.layout_builders import grid_of_texts

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
