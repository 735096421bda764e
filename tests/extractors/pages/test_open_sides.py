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


def test_the_first_and_the_last_rule_tell_of_a_side_where_others_part_the_heads_over_several_columns():
    outer, inner = [Edge(True, y, 70, 520) for y in (100, 160)], [Edge(True, y, 240, 520) for y in (120, 140)]
    mesh = mesh_of([*outer, *inner, *(Edge(False, x, 100, 160) for x in (200, 240, 380, 520))])

    assert open_sides(mesh) == [Edge(False, 70.0, 100.0, 160.0)]


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


def standing(xs: Sequence[float], top: float, bottom: float) -> list[Edge]:
    return [Edge(False, x, top, bottom) for x in xs]


def test_a_rule_below_the_head_and_a_last_one_are_enough_where_standing_ones_join_them():
    mesh = mesh_of([*standing([150, 250, 400], 90, 600), Edge(True, 107, 70, 520), Edge(True, 600, 70, 520)])

    assert open_sides(mesh) == [Edge(False, 70, 90, 600), Edge(False, 520, 90, 600)]


def test_a_table_that_the_page_cuts_has_only_the_rule_below_its_head():
    mesh = mesh_of([*standing([200, 350], 90, 600), Edge(True, 107, 70, 520)])

    assert open_sides(mesh) == [Edge(False, 70, 90, 600), Edge(False, 520, 90, 600)]


def test_a_tinted_head_with_sides_of_its_own_does_not_close_the_rows_below():
    head = drawn([90, 107], [70, 520])
    mesh = mesh_of([*head, *standing([150, 250, 400], 107, 600), Edge(True, 600, 70, 520)])

    assert open_sides(mesh) == [Edge(False, 70, 90, 600), Edge(False, 520, 90, 600)]


def test_a_rule_between_two_columns_of_text_is_no_table():
    mesh = mesh_of([*standing([295], 80, 760), Edge(True, 80, 70, 520), Edge(True, 760, 70, 520)])

    assert open_sides(mesh) == []


def test_standing_rules_of_different_lengths_on_one_rule_are_no_table():
    mesh = mesh_of([*standing([150], 90, 300), *standing([250], 200, 600), Edge(True, 250, 70, 520)])

    assert open_sides(mesh) == []
