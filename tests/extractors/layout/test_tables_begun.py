"""Heads with one row at a page's foot, and heads again over the rows on the next page."""

from collections.abc import Sequence
from dataclasses import replace

from extractors.layout.furniture import Furniture
from extractors.layout.joining import join_pages
from extractors.layout.page_items import NoteItem, PageLayout, TableItem, TextItem
from extractors.layout.page_layout import lay_out
from extractors.layout.tables_begun import with_begun_table
from extractors.tables.table_flow import table_of
from extractors.text.flow import flow
from extractors.text.hyphens import Vocabulary
from extractors.text.lines import Line
from models.blocks import Block, Table
from tests.layout_builders import LEFT, MEASURES, beside, full_line, grid_of_texts, raw_page, set_line

STARTS = (LEFT, 200.0, 360.0)
HEADS = ("Område", "Vad ska göras", "Vem")
FIRST = ("Skola", "Samtal i grupp", "Rektor")
OTHERS = [("Vård", "Ny mottagning", "Regionen"), ("Äldre", "Besök i hemmet", "Kommunen"), ("Unga", "Läger", "Båda")]


def _row(texts: Sequence[str], bottom: float, *, page: int, bold: bool = False) -> Line:
    parts = (set_line(text, x0, bottom, page=page, bold=bold) for text, x0 in zip(texts, STARTS, strict=True))
    return beside(*parts)


def _blocks(*pages: Sequence[Line]) -> list[Block]:
    layouts: list[PageLayout] = []
    for number, lines in enumerate(pages, 1):
        parts = Furniture(body=tuple(lines), running=(), numbers=(), footnotes=(), label=None)
        before = layouts[-1] if layouts else None
        layouts.append(lay_out(raw_page(number), [], parts, MEASURES, Vocabulary(), before))
        if before is not None:
            layouts[-2] = with_begun_table(before, layouts[-1], Vocabulary())
    return list(join_pages(layouts, Vocabulary()))


TEXT = [full_line("Planen gäller", bottom=y, page=1) for y in (640, 653)]
FOOT = [_row(HEADS, 680, page=1, bold=True), _row(FIRST, 710, page=1)]
GOES_ON = [_row(HEADS, 100, page=2, bold=True), *(_row(row, 130 + 30 * i, page=2) for i, row in enumerate(OTHERS))]


def test_a_head_with_one_row_at_the_foot_is_the_beginning_of_the_table_under_the_same_head() -> None:
    blocks = _blocks([*TEXT, *FOOT], GOES_ON)

    (table,) = (block for block in blocks if isinstance(block, Table))
    assert table.grid() == [list(HEADS), list(FIRST), *map(list, OTHERS)]
    assert [block.kind for block in blocks] == ["paragraph", "table"]


def test_a_row_under_other_heads_stays_what_it_is() -> None:
    other = _row(("Nämnd", "Beslut", "Datum"), 680, page=1, bold=True)

    blocks = _blocks([*TEXT, other, FOOT[1]], GOES_ON)

    tables = [block for block in blocks if isinstance(block, Table)]
    assert [table.grid() for table in tables] == [[list(HEADS), *map(list, OTHERS)]]
    assert any("Samtal i grupp" in block.text for block in blocks if block.kind != "table")


def test_heads_that_nothing_stands_under_are_no_table() -> None:
    blocks = _blocks([*TEXT, FOOT[0]], GOES_ON)

    (table,) = (block for block in blocks if isinstance(block, Table))
    assert table.grid() == [list(HEADS), *map(list, OTHERS)]


def test_a_head_alone_at_the_foot_heads_the_rows_that_begin_the_next_page() -> None:
    sums = [("Skola", "Samtal", "120 000"), ("Vård", "Kurser", "85 500"), ("Äldre", "Besök", "40 000")]
    rows = [_row(row, 100 + 30 * i, page=2) for i, row in enumerate(sums)]

    (table,) = (block for block in _blocks([*TEXT, FOOT[0]], rows) if isinstance(block, Table))

    assert table.grid() == [list(HEADS), *map(list, sums)]
    assert {cell.role for cell in table.cells if cell.row == 0} == {"header"}


def test_a_heading_at_the_foot_heads_no_columns_though_it_reaches_over_them() -> None:
    heading = set_line("Så delas stödet mellan verksamheterna i länet under året", LEFT, 680, page=1, bold=True)
    rows = [_row(row, 100 + 30 * i, page=2) for i, row in enumerate(OTHERS)]

    blocks = _blocks([*TEXT, heading], rows)

    assert [block.text for block in blocks if block.kind == "heading"] == [heading.text]


def test_the_rest_of_a_row_that_the_page_cut_goes_on_in_its_columns_at_different_heights() -> None:
    page = [_row(HEADS, 600, page=1, bold=True), *(_row(row, 630 + 30 * i, page=1) for i, row in enumerate(OTHERS))]
    rest = [set_line("och deras", STARTS[0], 100, page=2), set_line("i två dagar", STARTS[1], 106, page=2)]

    blocks = _blocks(page, [*rest, *(full_line("Därefter", bottom=y, page=2) for y in (150, 163))])

    (table,) = (block for block in blocks if isinstance(block, Table))
    assert table.grid()[-1] == ["Unga och deras", "Läger i två dagar", "Båda"]


def test_heads_that_were_read_as_a_table_of_their_own_head_the_row_below_them() -> None:
    layouts = [PageLayout(1, MEASURES), PageLayout(2, MEASURES)]
    heads = grid_of_texts([HEADS], top=665.0, edges=(*STARTS, 520.0))
    below = replace(grid_of_texts([HEADS, *OTHERS], page=2, edges=(*STARTS, 520.0), bold_rows=1), header_rows=1)
    cells = [set_line(text, x0 + 2, 710) for text, x0 in zip(FIRST, STARTS, strict=True)]
    layouts[0].items = [
        TableItem(1, table_of(heads, "unruled", Vocabulary())),
        NoteItem(1, "caption", (cells[0],)),
        *(TextItem(1, draft) for draft in flow(cells[1:], MEASURES)),
    ]
    layouts[1].items = [TableItem(2, table_of(below, "half_ruled", Vocabulary()))]

    begun = with_begun_table(layouts[0], layouts[1], Vocabulary())

    (table,) = (block for block in join_pages([begun, layouts[1]], Vocabulary()) if isinstance(block, Table))
    assert table.grid() == [list(HEADS), list(FIRST), *map(list, OTHERS)]
