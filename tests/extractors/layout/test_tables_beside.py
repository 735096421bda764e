"""Tables that fill the columns of a page: read one column after the other, and one table where they go on."""

from dataclasses import replace

import pytest

from extractors.layout.joining import join_pages
from extractors.layout.page_gutters import page_gutters
from extractors.layout.page_items import PageLayout, TableItem
from extractors.layout.tables_beside import stand_beside
from extractors.layout.text_columns import text_runs
from extractors.pages.geometry import Box, Drawn
from extractors.tables.ruled_tables import DraftGrid
from extractors.tables.table_flow import table_of
from extractors.text.hyphens import Vocabulary
from extractors.text.printed_lines import lines_of
from models.blocks import Table
from tests.layout_builders import LEFT, MEASURES, STEP, grid_of_texts, set_line, set_words

HEAD = ["Insats", "Belopp"]
LEFT_EDGES, RIGHT_EDGES = (LEFT, 200.0, 280.0), (310.0, 440.0, 520.0)
GUTTER = 295.0


def on_left(rows: list[list[str]], top: float = 100.0) -> DraftGrid:
    return grid_of_texts([HEAD, *rows], top=top, edges=LEFT_EDGES, bold_rows=1)


def on_right(rows: list[list[str]], top: float = 100.0) -> DraftGrid:
    return grid_of_texts([HEAD, *rows], top=top, edges=RIGHT_EDGES, bold_rows=1)


def tables_of(*grids: DraftGrid) -> list[Table]:
    items = [TableItem(1, table_of(grid, "ruled", Vocabulary())) for grid in grids]
    return [b for b in join_pages([PageLayout(1, MEASURES, list(items))], Vocabulary()) if isinstance(b, Table)]


def test_a_table_goes_on_beside_its_first_part_under_the_same_heads():
    (found,) = tables_of(on_left([["Stöd", "5"], ["Råd", "6"]]), on_right([["Kurser", "7"]]))

    assert [cell.text for cell in found.cells if cell.col == 0] == ["Insats", "Stöd", "Råd", "Kurser"]


OTHER_HEADS = grid_of_texts([["Mål", "År"], ["Kurser", "7"]], edges=RIGHT_EDGES, bold_rows=1)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(on_left([["Stöd", "5"]]), on_right([["Kurser", "7"]], top=300.0), id="further-down"),
        pytest.param(on_left([["Stöd", "5"]]), OTHER_HEADS, id="other-heads"),
        pytest.param(on_left([["Stöd", "5"], ["Summa", "5"]]), on_right([["Kurser", "7"]]), id="summed-up"),
    ],
)
def test_tables_beside_each_other_are_two_where_the_second_does_not_go_on_with_the_first(first, second):
    assert len(tables_of(first, second)) == 2


def test_a_page_of_tables_has_the_gutter_of_the_others():
    words = [
        w
        for x0 in (LEFT, 310.0)
        for i in range(9)
        for w in set_words(f"Text {i} som fyller sin spalt i planen", x0, 100 + i * STEP + (6 if x0 > LEFT else 0))
    ]
    full = lines_of(words)
    tables = [Box(LEFT, 100, 280, 300), Box(310, 100, 520, 300)]

    gutters = page_gutters([full, full, []], [Drawn()] * 3, [(), (), tables])

    assert gutters[2] == gutters[0]
    assert page_gutters([full, full, []], [Drawn()] * 3, [(), (), [Box(LEFT, 100, 520, 300)]])[2] == ()


def test_tables_are_beside_a_gutter_only_where_none_stands_over_it():
    boxes = [Box(LEFT, 100, 280, 300), Box(310, 100, 520, 300)]

    assert stand_beside(boxes, (GUTTER,))
    assert not stand_beside(boxes[:1], (GUTTER,))
    assert not stand_beside([*boxes, Box(LEFT, 400, 520, 500)], (GUTTER,))


def test_what_stands_below_tables_in_columns_is_read_after_both():
    grids = [on_left([["Stöd", "5"]]), on_right([["Kurser", "7"]]), on_left([["Råd", "6"]], top=200.0)]
    heading = set_line("Nästa del", LEFT, 180, size=14.0)

    runs = text_runs([heading], grids, replace(MEASURES, gutters=(GUTTER,)))

    assert [run.grids for run in runs] == [(grids[0],), (grids[1],), (grids[2],)]
    assert runs[-1].lines == (heading,)


def test_tables_alone_on_their_page_are_read_column_by_column():
    grids = [on_left([["Stöd", "5"]], top=120.0), on_right([["Kurser", "7"]], top=100.0)]

    runs = text_runs([], grids, replace(MEASURES, gutters=(GUTTER,)))

    assert [grid for run in runs for grid in run.grids] == grids
