"""A frame round a table whose columns nothing draws, and frames round text, which stay frames."""

import itertools

from extractors.layout.furniture import Furniture
from extractors.layout.joining import join_pages
from extractors.layout.page_layout import lay_out
from extractors.pages.geometry import Box
from extractors.tables.framed_tables import unframed
from extractors.tables.ruled_tables import DraftCell, DraftGrid
from extractors.text.hyphens import Vocabulary
from extractors.text.lines import Line
from models.blocks import Table
from tests.layout_builders import LEFT, MEASURES, RIGHT, beside, raw_page, set_line, set_right

HEAD = beside(
    set_line("Insats", LEFT + 4, 112, bold=True), set_line("Mål", 200, 112, bold=True), set_right("Kronor", 520, 112)
)


def row(insats: str, mal: str, kronor: str, bottom: float) -> Line:
    return beside(set_line(insats, LEFT + 4, bottom), set_line(mal, 200, bottom), set_right(kronor, 520, bottom))


ROWS = [
    HEAD,
    row("Kurser", "Fler kan ge stöd", "5 000", 140),
    row("Samtal", "Fler unga får hjälp", "12 000", 168),
    row("Råd till föräldrar", "Tryggare hem", "7 500", 196),
]


def frame(lines: list[Line], *heights: float) -> DraftGrid:
    """A box over the text's width, with a line across at each inner height."""
    ys = (95.0, *heights, 210.0)
    cells = tuple(
        DraftCell(i, 0, 1, 1, Box(LEFT, a, RIGHT, b), tuple(x for x in lines if a < (x.top + x.bottom) / 2 < b))
        for i, (a, b) in enumerate(itertools.pairwise(ys))
    )
    return DraftGrid(1, Box(LEFT, 95, RIGHT, 210), cells, len(cells), 1, (LEFT, RIGHT), heights=ys)


def test_the_rows_and_columns_of_a_table_in_a_frame_are_read():
    parts = Furniture(body=(), running=(), numbers=(), footnotes=(), label=None)

    layout = lay_out(raw_page(), [frame(ROWS, 120.0)], parts, MEASURES, Vocabulary())
    [table] = join_pages([layout], Vocabulary())

    assert isinstance(table, Table)
    assert [[c.text for c in table.cells if c.row == r] for r in range(table.n_rows)] == [
        ["Insats", "Mål", "Kronor"],
        ["Kurser", "Fler kan ge stöd", "5 000"],
        ["Samtal", "Fler unga får hjälp", "12 000"],
        ["Råd till föräldrar", "Tryggare hem", "7 500"],
    ]
    assert {c.row for c in table.cells if c.role == "header"} == {0}


def test_what_was_drawn_of_the_frame_stays_as_rules():
    page, grids, lines = unframed(raw_page(), [frame(ROWS, 120.0)], [], MEASURES)

    assert grids == []
    assert lines == ROWS
    assert [rule.top for rule in page.rules] == [95.0, 120.0, 210.0]


def test_a_frame_round_text_is_left_as_it_is():
    text = [
        set_line(f"Det här är en mening om stödet till barn och unga i länet, nummer {i}", LEFT + 4, 110 + 14 * i)
        for i in range(6)
    ]
    grids = [frame(text), frame([set_line("Ja", LEFT + 4, 112), set_line("Nej", LEFT + 4, 126)])]

    assert unframed(raw_page(), grids, [], MEASURES) == (raw_page(), grids, [])
