"""Cards side by side, each drawn as a box: two frames of text, and no row of three cells."""

from itertools import pairwise

import pytest

from extractors.pages.geometry import Box
from extractors.tables.frames_beside import with_frames_apart
from extractors.tables.ruled_tables import DraftCell, DraftGrid
from tests.layout_builders import STEP, set_line

KURS = ["Kurs i sorg", "Mål", "Fler får stöd i tid.", "Kostnad", "90 000 kr"]
CAFE = ["Öppet kafé", "Mål", "Färre är ensamma.", "Kostnad", "45 000 kr"]


def one_row(*texts: list[str], edges: tuple[float, ...] = (70, 290, 305, 525)) -> DraftGrid:
    cells = tuple(
        DraftCell(
            0,
            col,
            1,
            1,
            Box(x0, 100, x1, 200),
            tuple(set_line(text, x0 + 6, 112 + STEP * i) for i, text in enumerate(lines)),
        )
        for col, (lines, (x0, x1)) in enumerate(zip(texts, pairwise(edges), strict=True))
    )
    return DraftGrid(1, Box(edges[0], 100, edges[-1], 200), cells, 1, len(cells), edges)


def test_frames_with_white_between_them_are_read_one_by_one():
    found = with_frames_apart([one_row(KURS, [], CAFE)])

    assert [[line.text for cell in grid.cells for line in cell.lines] for grid in found] == [KURS, CAFE]
    assert [(grid.n_rows, grid.n_cols, grid.edges) for grid in found] == [(1, 1, (70, 290)), (1, 1, (305, 525))]


@pytest.mark.parametrize(
    "grid",
    [
        one_row(KURS, ["2031"], CAFE),
        one_row(KURS[:2], [], CAFE),
        one_row(KURS, [], CAFE, edges=(70, 230, 370, 525)),
        one_row(KURS, CAFE, edges=(70, 290, 525)),
    ],
    ids=["a text between", "few lines", "wide white", "no white"],
)
def test_other_rows_stay_whole(grid):
    assert with_frames_apart([grid]) == [grid]
