"""Cells that a plan paints to say when something is done: without words, in a colour that the row's texts lack."""

from itertools import pairwise

import pytest

from extractors.drafts import PlanDraft
from extractors.pages.geometry import Box, RuledGrid
from extractors.pages.painted_cells import with_painted_cells
from extractors.pages.pdfium_shapes import Shape
from extractors.plans.matrix import matrix_years, read_matrix
from models.blocks import Cell, Table
from models.place import Place
from tests.layout_builders import set_words
from tests.table_builders import table

XS, YS = [70.0, 270.0, 310.0, 350.0], [100.0, 130.0, 160.0]
CELLS = tuple(Box(a, top, b, bottom) for top, bottom in pairwise(YS) for a, b in pairwise(XS))
GRID = RuledGrid(Box(70, 100, 350, 160), CELLS)
WORDS = [*set_words("Starta en jour", 75, 120), *set_words("Utbilda chefer", 75, 150)]


def fill(box: Box, color: str = "120 180 90") -> Shape:
    return Shape("rectangle", box, filled=True, stroked=False, color=color)


def painted(*fills: Shape) -> list[int]:
    (grid,) = with_painted_cells([GRID], fills, WORDS)
    return [at for at, cell in enumerate(CELLS) if cell in grid.painted]


@pytest.mark.parametrize(
    ("fills", "found"),
    [
        ([fill(CELLS[1]), fill(CELLS[5])], [1, 5]),
        ([fill(Box(270, 110, 350, 120))], [1, 2]),
        ([fill(CELLS[1], "250 250 250")], []),
        ([fill(CELLS[0])], []),
        ([fill(Box(70, 100, 350, 130), "200 200 200")], []),
        ([fill(Box(70, 100, 350, 130), "200 200 200"), fill(CELLS[2])], [2]),
        ([fill(CELLS[2]), fill(CELLS[2], "255 255 255")], []),
        ([fill(Box(272, 102, 285, 106))], []),
    ],
    ids=["cells", "a bar", "pale", "a label", "a row", "on a row", "painted over", "an ornament"],
)
def test_which_cells_are_painted(fills, found):
    assert painted(*fills) == found


def matrix(rows: list[list[str]], *paint: tuple[int, int]) -> Table:
    given = table(rows)
    place = Place(page=1, x0=0, top=0, x1=9, bottom=9)
    cells = [Cell(row=row, col=col, text="", place=place, painted=True) for row, col in paint]
    return given.model_copy(update={"cells": (*given.cells, *cells)})


def test_paint_gives_years_as_crosses_do():
    given = matrix(
        [["Aktivitet", "2025", "2026"], ["Starta en jour", "", ""], ["Utbilda chefer", "", ""]], (1, 2), (2, 1)
    )
    plan = PlanDraft()

    read_matrix(given, 1, plan, matrix_years(given))

    assert [(a.text, a.years) for a in plan.activities] == [
        ("Starta en jour", {(2026, "matrix")}),
        ("Utbilda chefer", {(2025, "matrix")}),
    ]


def test_painted_cells_among_sums_are_no_marks():
    assert matrix_years(matrix([["Insats", "2025", "2026"], ["Starta en jour", "300 000", ""]], (1, 2))) == {}
