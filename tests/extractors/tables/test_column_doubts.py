"""What a finished table's columns tell against its grid."""

import pytest

from extractors.tables.column_doubts import doubts_of_columns, has_figures_alone
from extractors.tables.ruled_tables import DraftGrid
from extractors.tables.table_flow import table_of
from extractors.text.hyphens import Vocabulary
from models.blocks import GridMethod
from tests.layout_builders import grid_of_texts

HEAD = ["Insats", "Kvinnor", "Män"]
ROWS = [["Samtal", "12", "–"], ["Kurser", "8", "4"], ["Resor", "3", "11"], ["Råd", "6", "2"]]


def doubts(grid: DraftGrid, method: GridMethod = "unruled") -> list[str]:
    return doubts_of_columns(table_of(grid, method, Vocabulary()))


def test_figures_below_heads_are_not_doubted():
    assert doubts(grid_of_texts([HEAD, *ROWS], bold_rows=1)) == []
    assert doubts(grid_of_texts([["Insats", "2023", "2024"], *ROWS], bold_rows=1)) == []


@pytest.mark.parametrize(
    ("rows", "heads", "word"),
    [
        pytest.param([HEAD], 1, "stands alone", id="head-alone"),
        pytest.param(
            [[*HEAD, ""], *([*r, "10" if r is ROWS[2] else ""] for r in ROWS)], 1, "here and there", id="axis"
        ),
        pytest.param(
            [
                [*HEAD, "Ärenden", "Antal"],
                ["Samtal", "12", "–", "Boende", "4"],
                ["Summa", "12", "–", "Skulder", "9"],
                ["", "", "", "Arbete", "7"],
            ],
            1,
            "beside rows that have ended",
            id="beside-each-other",
        ),
    ],
)
def test_columns_that_no_table_has_are_told(rows, heads, word):
    (doubt,) = doubts(grid_of_texts(rows, bold_rows=heads))

    assert word in doubt


@pytest.mark.parametrize(
    ("method", "heads", "alone"), [("unruled", 0, True), ("unruled", 1, False), ("ruled", 0, False)]
)
def test_columns_of_figures_without_heads_are_told_but_in_drawn_cells(method, heads, alone):
    grid = grid_of_texts([*[HEAD][:heads], *ROWS], bold_rows=heads)

    assert has_figures_alone(table_of(grid, method, Vocabulary())) == alone


def test_white_at_one_place_in_most_texts_of_a_column_may_part_two():
    texts = [f"{label.ljust(14)}Förskola" for label in ("Samtal", "Kurser", "Resor", "Böcker")]
    edges = (70.0, 300.0, 400.0)
    two = grid_of_texts([["Insats", "Utfall"], *([text, "9"] for text in texts)], bold_rows=1, edges=edges)
    one = grid_of_texts([["Insats", "Utfall"], *([text.split()[0], "9"] for text in texts)], bold_rows=1, edges=edges)

    assert [("two columns" in doubt) for doubt in doubts(two)] == [True]
    assert doubts(one) == []
