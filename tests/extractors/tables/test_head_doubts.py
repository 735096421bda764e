"""Heads that stand as no head does make their table unsure; those of whole tables do not."""

from dataclasses import replace

import pytest

from extractors.tables.draft_table import DraftTable
from extractors.tables.head_doubts import doubts_of_head
from extractors.tables.ruled_tables import DraftCell
from extractors.tables.table_flow import table_of
from extractors.text.hyphens import Vocabulary
from tests.layout_builders import grid_of_texts

ROWS = [["Ekfors", "4", "5", "6", "7"], ["Björkvik", "1", "2", "3", "9"]]


def table(*heads: list[str], spans: dict[tuple[int, int], int] | None = None) -> DraftTable:
    """A table of these heads, with the spans by row and column, above two rows of numbers."""
    grid = grid_of_texts([*heads, *ROWS], bold_rows=len(heads))
    over = spans or {}
    covered = {(row, c) for (row, col), n in over.items() for c in range(col + 1, col + n)}

    def spanned(cell: DraftCell) -> DraftCell:
        return replace(cell, col_span=over.get((cell.row, cell.col), 1))

    cells = tuple(spanned(cell) for cell in grid.cells if (cell.row, cell.col) not in covered)
    return table_of(replace(grid, cells=cells, header_rows=len(heads)), "unruled", Vocabulary())


YEARS = ["Kommun", "2023", "2024", "2023", "2024"]


@pytest.mark.parametrize(
    "misread",
    [
        pytest.param(table(["Kommun", "Plan", "Inkomster", "Rest", "Plan"], ["", "", "Utfall", "", ""]), id="uneven"),
        pytest.param(table(["Kommun", "Barn 2023", "2024", "Vuxna 2023", "2024"]), id="prefixed"),
        pytest.param(table(["Barn", "", "", "Vuxna", ""], YEARS, spans={(0, 0): 3, (0, 3): 2}), id="over-labels"),
    ],
)
def test_a_head_that_stands_as_none_does_is_doubted(misread):
    assert len(doubts_of_head(misread)) == 1


@pytest.mark.parametrize(
    "whole",
    [
        pytest.param(table(["", "Barn", "", "Vuxna", ""], YEARS, spans={(0, 1): 2, (0, 3): 2}), id="groups"),
        pytest.param(table(["Kommun", "Plan", "Utfall", "Rest", "Andel"], ["", "kr", "kr", "kr", "%"]), id="units"),
        pytest.param(table(["Kommun", "Antal män", "Antal kvinnor", "Andel män", "Andel kvinnor"]), id="all-named"),
        pytest.param(table(["Nyckeltal", "2022", "2023", "2024", "Mål 2025"]), id="years-and-a-target"),
    ],
)
def test_a_whole_head_is_not_doubted(whole):
    assert not doubts_of_head(whole)
