"""A page that is set on surfaces side by side: each is a column, however near its lines stand to the others'."""

from dataclasses import replace

from extractors.layout.text_columns import text_runs
from extractors.pages.geometry import Box, RuledGrid
from extractors.pages.page_surfaces import is_surface, surface_gutters
from tests.layout_builders import HEIGHT, MEASURES, STEP, WIDTH, beside, set_line

SIDE = Box(0, 0, 160, HEIGHT)
SHEET = Box(160, 0, WIDTH, HEIGHT)


def test_a_dark_column_and_the_sheet_beside_it_meet_at_a_gutter():
    grid = RuledGrid(Box(0, 0, WIDTH, HEIGHT), (SIDE, SHEET))

    assert is_surface(grid)
    assert surface_gutters([grid]) == (160,)


def test_a_table_is_no_surface_and_one_surface_parts_nothing():
    table = RuledGrid(Box(70, 100, 500, 700), (Box(70, 100, 280, 700), Box(280, 100, 500, 700)))
    whole = RuledGrid(Box(0, 0, WIDTH, HEIGHT), (Box(0, 0, WIDTH, HEIGHT),))

    assert not is_surface(table)
    assert surface_gutters([table, whole]) == ()


def test_what_stands_on_each_surface_is_read_by_itself():
    measures = replace(MEASURES, gutters=(160.0,), on_surfaces=True)
    left, right = ("Kommun", "Granvik", "Status"), ("Slutredovisning", "Beviljat   Använt   Kvar", "Vad har gjorts?")
    lines = [
        beside(set_line(a, 20, 100 + i * STEP), set_line(b, 180, 100 + i * STEP))
        for i, (a, b) in enumerate(zip(left, right, strict=True))
    ]

    runs = text_runs(lines, [], measures)

    assert [run.lines[0].text for run in runs] == ["Kommun", "Slutredovisning"]
    assert [len(run.lines) for run in runs] == [3, 3]
    assert [run.measures.left for run in runs] == [20, 180]
