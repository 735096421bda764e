"""Sides that a table leaves undrawn are told by its rules, which end together beyond the outermost standing one."""

from collections.abc import Sequence

from extractors.pages.grids import Edge, Mesh, mesh_of
from extractors.pages.open_sides import open_sides


def drawn(ys: Sequence[float], xs: Sequence[float], low: float = 70.0, high: float = 520.0) -> list[Edge]:
    """Rules at `ys` from low to high, and standing ones at `xs` from the first of them to the last."""
    return [*(Edge(True, y, low, high) for y in ys), *(Edge(False, x, ys[0], ys[-1]) for x in xs)]


def cells_with_sides(mesh: Mesh) -> int:
    return len(mesh_of([*mesh.edges, *open_sides(mesh)]).cells)


def test_a_table_open_on_both_sides_gets_its_outer_columns():
    mesh = mesh_of(drawn([100, 120, 140, 160], [200, 350]))

    assert open_sides(mesh) == [Edge(False, 70.0, 100.0, 160.0), Edge(False, 520.0, 100.0, 160.0)]
    assert (len(mesh.cells), cells_with_sides(mesh)) == (3, 9)


def test_a_table_open_on_one_side_gets_that_one():
    mesh = mesh_of(drawn([100, 120, 140], [70, 200, 350]))

    assert [e.at for e in open_sides(mesh)] == [520.0]


def test_a_closed_table_gets_none():
    assert open_sides(mesh_of(drawn([100, 120, 140], [70, 200, 520]))) == []


def test_a_line_drawn_a_little_too_long_is_no_column():
    assert open_sides(mesh_of(drawn([100, 120, 140], [80, 200, 510]))) == []


def test_rules_without_a_standing_one_are_no_grid():
    assert open_sides(mesh_of(drawn([100, 120, 140], []))) == []


def test_two_tables_one_under_the_other_get_sides_of_their_own():
    mesh = mesh_of([*drawn([100, 120, 140], [200]), *drawn([300, 320, 340], [250])])

    assert [(e.at, e.low, e.high) for e in open_sides(mesh)] == [
        (70.0, 100.0, 140.0),
        (520.0, 100.0, 140.0),
        (70.0, 300.0, 340.0),
        (520.0, 300.0, 340.0),
    ]
    assert cells_with_sides(mesh) == 8
