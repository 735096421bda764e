"""Cells that are drawn on some sides only: one for each row, or one beside several where its text runs on."""

from extractors.pages.geometry import Box
from extractors.tables.unclosed_cells import with_open_cells
from tests.layout_builders import set_words

XS, YS = (70.0, 170.0, 400.0), (100.0, 130.0, 160.0, 190.0)
DRAWN = [Box(170, top, 400, top + 30) for top in (100.0, 130.0, 160.0)]


def open_cells(*texts: tuple[str, float]) -> list[Box]:
    """What is added in the first column, for texts with the heights of their feet."""
    words = [word for text, bottom in texts for word in set_words(text, 75, bottom)]
    cells, lost = with_open_cells(DRAWN, XS, YS, words)
    assert lost == []
    return cells[len(DRAWN) :]


def test_a_text_that_runs_over_a_rows_edge_is_one_cell():
    assert open_cells(("Ingen ska stå", 113), ("utan en vuxen", 126), ("att tala med", 139)) == [Box(70, 100, 170, 160)]


def test_two_lines_on_either_side_of_an_edge_are_one_cell():
    assert open_cells(("Ingen är ensam", 127), ("i kommunen", 140)) == [Box(70, 100, 170, 160)]


def test_labels_in_the_middle_of_their_rows_are_a_cell_each():
    assert open_cells(("Skola", 120), ("Vård", 150), ("Fritid", 180)) == [
        Box(70, 100, 170, 130),
        Box(70, 130, 170, 160),
        Box(70, 160, 170, 190),
    ]


def test_labels_of_two_lines_in_their_rows_are_a_cell_each():
    assert len(open_cells(("Skola och", 112), ("förskola", 124), ("Vård och", 142), ("omsorg", 154))) == 2
