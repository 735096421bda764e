"""Grids whose lines part groups of columns: the columns of a group are told by the figures in them."""

from itertools import pairwise

from extractors.pages.geometry import Box
from extractors.tables.ruled_tables import DraftCell, DraftGrid
from extractors.tables.undrawn_columns import with_undrawn_columns
from extractors.text.hyphens import Vocabulary
from extractors.text.lines import Line
from tests.layout_builders import MEASURES, beside, set_line, set_right

EDGES = (70.0, 200.0, 320.0, 440.0)
"""Labels and two groups; each holds two columns of figures."""
ENDS = ((250.0, 310.0), (370.0, 430.0))
LABELS = ("Ekfors", "Lindvik", "Norrtuna", "Sundholm")


def cell(row: int, col: int, top: float, bottom: float, lines: list[Line]) -> DraftCell:
    return DraftCell(row, col, 1, 1, Box(EDGES[col], top, EDGES[col + 1], bottom), tuple(lines))


def figures(ends: tuple[float, float], bottom: float, first: str, second: str) -> Line:
    return beside(set_right(first, ends[0], bottom), set_right(second, ends[1], bottom))


def drawn(body: list[list[Line]]) -> DraftGrid:
    """Heads over each group, heads of its columns below them, and all rows in one drawn one."""
    groups = [[], [set_line("Kvinnor 2023", 230, 98)], [set_line("Män", 375, 98)]]
    heads = [[set_line("Kommun", 74, 112)], *([figures(ends, 112, "Unga", "Äldre")] for ends in ENDS)]
    cells = [
        *(cell(0, col, 85, 100, lines) for col, lines in enumerate(groups)),
        *(cell(1, col, 100, 115, lines) for col, lines in enumerate(heads)),
        *(cell(2, col, 115, 190, lines) for col, lines in enumerate(body)),
    ]
    box = Box(EDGES[0], 85, EDGES[-1], 190)
    return DraftGrid(1, box, tuple(cells), 3, 3, EDGES, heights=(85, 100, 115, 190), drawn_edges=EDGES)


def counted(values: tuple[str, str]) -> list[list[Line]]:
    labels = [set_line(label, 74, 130 + 15 * i) for i, label in enumerate(LABELS)]
    return [labels, *([figures(ends, 130 + 15 * i, *values) for i in range(len(LABELS))] for ends in ENDS)]


def rows_of(grid: DraftGrid) -> list[list[str]]:
    found = [["" for _ in range(grid.n_cols)] for _ in range(grid.n_rows)]
    for c in grid.cells:
        found[c.row][c.col] = c.text(Vocabulary())
    return found


def test_columns_within_a_drawn_group_are_told_by_their_figures():
    grid = with_undrawn_columns(drawn(counted(("12", "340"))), MEASURES)

    assert rows_of(grid) == [
        ["", "Kvinnor 2023", "", "Män", ""],
        ["Kommun", "Unga", "Äldre", "Unga", "Äldre"],
        *([label, "12", "340", "12", "340"] for label in LABELS),
    ]
    assert grid.header_rows == 2
    assert [c.col_span for c in grid.row_cells(0)] == [1, 2, 2]


def test_the_drawn_edges_stay_those_of_the_finer_columns():
    grid = with_undrawn_columns(drawn(counted(("12", "340"))), MEASURES)

    assert set(EDGES) <= set(grid.edges)
    assert grid.drawn_edges == EDGES
    assert all(a < b for a, b in pairwise(grid.edges))


def test_one_figure_in_each_drawn_column_leaves_the_grid_as_it_is():
    labels = [set_line(label, 74, 130 + 15 * i) for i, label in enumerate(LABELS)]
    grid = drawn([labels, *([set_right("12", ends[1], 130 + 15 * i) for i in range(4)] for ends in ENDS)])

    assert with_undrawn_columns(grid, MEASURES) is grid


def test_thousands_parted_by_a_space_are_one_figure():
    labels = [set_line(label, 74, 130 + 15 * i) for i, label in enumerate(LABELS)]
    grid = drawn([labels, *([set_right("12 500", ends[1], 130 + 15 * i) for i in range(4)] for ends in ENDS)])

    assert with_undrawn_columns(grid, MEASURES) is grid
