"""The last row of a table that sums the others, known by its figures."""

import pytest

from extractors.tables.draft_table import DraftTable, TableCell
from extractors.tables.summed_rows import sums_all
from models.place import Place

PLACE = Place(page=1, x0=0, top=0, x1=90, bottom=15)
HEAD = ["Vad", "Vem", "Pengar"]
ROWS = [["Väntjänst", "Kyrkan", "40 000:-"], ["Läxcafé", "Skolan", "25 000:-"], ["Filmkväll", "Fritids", "5 500:-"]]


def draft(rows: list[list[str]]) -> DraftTable:
    cells = tuple(
        TableCell(row=r, col=c, row_span=1, col_span=1, text=text, place=PLACE, bold=False)
        for r, texts in enumerate(rows)
        for c, text in enumerate(texts)
        if text
    )
    return DraftTable(cells, len(rows), len(rows[0]), 1, "ruled", (), (PLACE,), None)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([HEAD, *ROWS, ["Blir", "", "70 500:-"]], True),
        ([HEAD, *ROWS, ["Blir", "", "70 000:-"]], False),
        ([HEAD, *ROWS, ["Allt", "Kommunen", "70 500:-"]], False),
        ([HEAD, *ROWS[:2], ["Blir", "", "65 000:-"]], False),
        ([["Kommun", "2025"], ["Säffle", "1"], ["Eda", "2"], ["Årjäng", "3"], ["Kil", "6"]], False),
        ([HEAD, *ROWS], False),
    ],
)
def test_a_last_row_that_sums_all_others(rows: list[list[str]], expected: bool) -> None:
    assert sums_all(draft(rows)) is expected
