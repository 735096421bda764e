"""Edges to cells and tables: put on one line, joined, crossed; against a plain grid made of them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.pages.geometry import Box
from extractors.pages.grids import Edge, mesh_of


def lying(y: float, x0: float, x1: float) -> Edge:
    return Edge(True, y, x0, x1)


def standing(x: float, top: float, bottom: float) -> Edge:
    return Edge(False, x, top, bottom)


def grid(xs: list[float], ys: list[float]) -> list[Edge]:
    return [*(lying(y, xs[0], xs[-1]) for y in ys), *(standing(x, ys[0], ys[-1]) for x in xs)]


def steps(start: float) -> st.SearchStrategy[list[float]]:
    """Positions at least 15 points from each other: no edge is too short and none are snapped together."""
    whites = st.lists(st.floats(15, 120, allow_nan=False), min_size=1, max_size=6)
    return whites.map(lambda ws: [start, *(start + sum(ws[: i + 1]) for i in range(len(ws)))])


@given(steps(40.0), steps(60.0))
def test_a_full_grid_has_all_its_cells_in_one_table(xs, ys):
    mesh = mesh_of(grid(xs, ys))

    expected = {Box(x0, y0, x1, y1) for x0, x1 in pairwise(xs) for y0, y1 in pairwise(ys)}
    assert set(mesh.cells) == expected
    assert [set(table) for table in mesh.tables] == ([expected] if len(expected) > 1 else [])


@given(steps(40.0), steps(60.0), st.randoms(use_true_random=False))
def test_the_order_of_the_edges_does_not_matter(xs, ys, random):
    edges = grid(xs, ys)
    shuffled = random.sample(edges, len(edges))

    assert mesh_of(shuffled) == mesh_of(edges)


@pytest.mark.parametrize(
    ("edges", "cells"),
    [
        pytest.param(grid([70, 200], [100, 130]), [Box(70, 100, 200, 130)], id="one-cell"),
        pytest.param(
            [*grid([70, 200], [100, 130]), lying(101.0, 70, 200)], [Box(70, 100.5, 200, 130)], id="double-line-is-one"
        ),
        pytest.param(
            [lying(100, 70, 130), lying(100, 132.5, 200), lying(130, 70, 200), *grid([70, 200], [100, 130])[2:]],
            [Box(70, 100, 200, 130)],
            id="pieces-that-nearly-touch",
        ),
        pytest.param(
            [lying(100, 70, 130), lying(100, 140, 200), lying(130, 70, 200), *grid([70, 200], [100, 130])[2:]],
            [],
            id="a-gap-leaves-it-open",
        ),
        pytest.param(
            [*(lying(y, 73, 197) for y in (100, 130)), *(standing(x, 100, 130) for x in (70, 200))],
            [Box(70, 100, 200, 130)],
            id="edges-that-end-near-each-other",
        ),
        pytest.param(grid([70, 80], [100, 110]), [], id="too-small"),
        pytest.param(
            [lying(100, 70, 200), lying(112, 70, 200), *(standing(x, 100, 112) for x in (90, 130, 180))],
            [Box(90, 100, 130, 112), Box(130, 100, 180, 112)],
            id="a-low-row-between-long-rules",
        ),
        pytest.param(
            [lying(100, 70, 200), lying(112, 70, 200), *grid([90, 100], [101, 111])], [], id="a-tick-box-on-a-low-row"
        ),
        pytest.param(
            [
                *(lying(100, 70 + 4.0 * i, 72 + 4.0 * i) for i in range(33)),
                lying(130, 70, 200),
                *(standing(x, 100, 130) for x in (70, 200)),
            ],
            [Box(70, 100, 200, 130)],
            id="a-dotted-side",
        ),
        pytest.param(
            [*(lying(100, 70 + 4.0 * i, 70.5 + 4.0 * i) for i in range(33)), *grid([70, 200], [100, 130])[1:]],
            [],
            id="specks-are-no-side",
        ),
    ],
)
def test_cells_need_four_drawn_sides(edges, cells):
    assert list(mesh_of(edges).cells) == cells


def test_a_cell_over_two_columns_is_one_cell():
    edges = [*grid([70, 140, 210], [120, 140]), *grid([70, 210], [100, 120])]

    mesh = mesh_of(edges)

    assert set(mesh.cells) == {Box(70, 100, 210, 120), Box(70, 120, 140, 140), Box(140, 120, 210, 140)}
    assert len(mesh.tables) == 1


def test_tables_apart_are_two_from_the_top_and_a_lone_cell_is_none():
    mesh = mesh_of([*grid([70, 140, 210], [300, 320]), *grid([70, 140, 210], [100, 120]), *grid([70, 140], [500, 520])])

    assert [table[0].top for table in mesh.tables] == [100, 300]
    assert len(mesh.cells) == 5


def test_nothing_drawn_is_no_mesh():
    assert mesh_of([]).cells == ()
