"""Pages to one document: what the page break cut is whole again, headings have levels, tables have titles."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.layout.joining import join_pages
from extractors.layout.page_items import AnswerItem, Item, NoteItem, PageLayout, TableItem, TextItem
from extractors.pages.geometry import Box
from extractors.tables.draft_table import DraftTable
from extractors.tables.ruled_tables import DraftCell
from extractors.tables.table_flow import table_of
from extractors.text.draft_block import Draft
from extractors.text.flow import flow
from extractors.text.hyphens import Vocabulary
from extractors.text.lines import Line
from models.blocks import Answer, Block, Heading, ListItem, Note, NoteKind, Paragraph, Table
from tests.layout_builders import LEFT, MEASURES, STEP, full_line, grid_of_texts, set_line

NOTHING_KNOWN = Vocabulary()


def text_items(*lines: Line) -> list[Item]:
    return [TextItem(lines[0].page, draft, right=MEASURES.right) for draft in flow(lines, MEASURES)]


def note(text: str, kind: NoteKind = "footnote", page: int = 1) -> NoteItem:
    return NoteItem(page, kind, (set_line(text, bottom=760, page=page),))


def table_item(rows: Sequence[Sequence[str]], *, page: int = 1, bold_rows: int = 0) -> TableItem:
    return TableItem(page, table_of(grid_of_texts(rows, page=page, bold_rows=bold_rows), "ruled", NOTHING_KNOWN))


def blocks_of(*pages: Sequence[Item]) -> list[Block]:
    layouts = [PageLayout(n, MEASURES, list(items)) for n, items in enumerate(pages, start=1)]
    return join_pages(layouts, NOTHING_KNOWN)


def at_foot(text: str) -> Line:
    return set_line(text, bottom=740)


def at_head(text: str, page: int = 2, x0: float = LEFT) -> Line:
    return set_line(text, x0, 100, page=page)


@pytest.mark.parametrize(
    ("foot", "head"),
    [
        pytest.param(at_foot("Kommunerna har tillsammans"), at_head("avsatt medel."), id="lowercase"),
        pytest.param(at_foot("Medlen delas av Granvik,"), at_head("Ekfors och Talludden."), id="comma"),
        pytest.param(full_line("Planen", bottom=740), at_head("Granvik deltar."), id="full-line"),
        pytest.param(at_foot("Arbetet sker t.ex."), at_head("i skolan."), id="lowercase-after-a-point"),
    ],
)
def test_a_paragraph_that_the_page_cut_is_one(foot, head):
    (block,) = blocks_of(text_items(foot), text_items(head))

    assert isinstance(block, Paragraph)
    assert block.text == f"{foot.text} {head.text}"
    assert [p.page for p in block.places] == [1, 2]


@pytest.mark.parametrize(
    ("foot", "head"),
    [
        pytest.param(at_foot("Det var allt."), at_head("Nästa stycke."), id="full-stop"),
        pytest.param(at_foot("Kort rad"), at_head("Ny rad"), id="short-line-then-capital"),
        pytest.param(
            set_line("Kommunens eget arbete för en god psykisk hälsa hos alla som bor och verkar här i l", bottom=740),
            at_head("Ny rad"),
            id="the-next-word-would-have-fitted",
        ),
        pytest.param(at_foot("Vi gör så här:"), at_head("först detta"), id="colon"),
        pytest.param(
            at_foot("Kommunerna har"), set_line("avsatt medel", bottom=100, size=8, page=2), id="smaller-type"
        ),
        pytest.param(at_foot("Kommunerna har"), at_head("• avsatt medel"), id="list-item"),
        pytest.param(at_foot("Kommunerna har"), set_line("avsatta medel", bottom=100, bold=True, page=2), id="heading"),
    ],
)
def test_what_begins_anew_on_the_next_page_is_its_own(foot, head):
    assert len(blocks_of(text_items(foot), text_items(head))) == 2


def test_justified_text_whose_last_line_ends_short_is_at_its_end_though_no_word_more_would_have_fitted():
    filled = [full_line("Vi möter unga", bottom=714), full_line("och gamla", bottom=727)]
    short = set_line("med samma omsorg i hela länet och i alla de kommuner som vill vara med i arbetet", bottom=740)

    assert len(blocks_of(text_items(short), text_items(at_head("Verksamheterna följs upp")))) == 1
    assert len(blocks_of(text_items(*filled, short), text_items(at_head("Verksamheterna följs upp")))) == 2


def test_a_word_broken_by_the_page_is_whole():
    (block,) = blocks_of(text_items(at_foot("stöd till förvalt-")), text_items(at_head("ningen.")))

    assert block.text == "stöd till förvaltningen."


def test_a_list_item_that_the_page_cut_is_one_and_the_next_is_its_own():
    pages = (
        text_items(at_foot("• Utbilda personal i")),
        text_items(at_head("tidiga samtal", x0=LEFT + 10), set_line("• Nästa punkt", bottom=100 + STEP, page=2)),
    )

    first, second = blocks_of(*pages)

    assert isinstance(first, ListItem)
    assert (first.text, first.marker) == ("Utbilda personal i tidiga samtal", "•")
    assert second.text == "Nästa punkt"


def test_notes_between_the_halves_stay_notes():
    first = [
        note("Länsplan", "running_head"),
        *text_items(at_foot("Kommunerna har")),
        note("En not."),
        note("1", "page_number"),
    ]
    second = [note("Länsplan", "running_head", 2), *text_items(at_head("avsatt medel.")), note("2", "page_number", 2)]

    blocks = blocks_of(first, second)

    assert [b.text for b in blocks if not isinstance(b, Note)] == ["Kommunerna har avsatt medel."]
    kinds = [b.note for b in blocks if isinstance(b, Note)]
    assert kinds == ["running_head", "footnote", "page_number", "running_head", "page_number"]


def test_a_paragraph_runs_over_three_pages():
    pages = [text_items(full_line("ord", bottom=700, page=n)) for n in (1, 2, 3)]

    (block,) = blocks_of(*pages)

    assert [p.page for p in block.places] == [1, 2, 3]


def test_text_does_not_go_on_over_a_table():
    rows = [["Kommun", "Belopp"], ["Granvik", "5"]]

    blocks = blocks_of([*text_items(at_foot("Kommunerna har")), table_item(rows)], text_items(at_head("avsatt medel.")))

    assert [type(b) for b in blocks] == [Paragraph, Table, Paragraph]


HEAD = ["Kommun", "Belopp"]


def test_a_table_over_three_pages_is_one_with_notes_between():
    pages: list[list[Item]] = [
        [table_item([HEAD, ["Granvik", "5"]], bold_rows=1), note("1", "page_number")],
        [note("Huvud", "running_head", 2), table_item([HEAD, ["Ekfors", "7"]], bold_rows=1, page=2)],
        [table_item([["Summa", "12"]], page=3)],
    ]

    tables = [b for b in blocks_of(*pages) if isinstance(b, Table)]

    assert [t.grid() for t in tables] == [[HEAD, ["Granvik", "5"], ["Ekfors", "7"], ["Summa", "12"]]]
    assert [p.page for p in tables[0].places] == [1, 2, 3]


@pytest.mark.parametrize(("opens_column", "tables"), [(True, 1), (False, 2)])
def test_a_table_goes_on_at_the_head_of_the_next_column_of_text(opens_column, tables):
    rest = replace(table_item([["Ekfors", "7"]]), opens_column=opens_column)

    blocks = blocks_of([table_item([HEAD, ["Granvik", "5"]], bold_rows=1), rest])

    assert len(blocks) == tables


@pytest.mark.parametrize("said", ["Tabell 1. Medel per kommun (forts.)", "Medel per kommun, fortsättning"])
def test_a_table_goes_on_below_a_caption_that_says_so(said):
    head = note(said, "caption", 2)
    first, *others = blocks_of(
        [table_item([HEAD, ["Granvik", "5"]], bold_rows=1)],
        [head, table_item([["Ekfors", "7"]], page=2)],
    )

    assert isinstance(first, Table)
    assert first.grid() == [HEAD, ["Granvik", "5"], ["Ekfors", "7"]]
    assert [b.text for b in others] == [said]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param([], text_items(at_head("Text emellan.")), id="text-above-it-on-the-next-page"),
        pytest.param(text_items(at_foot("Text efter.")), [], id="text-below-it-on-its-page"),
        pytest.param([note("Tabell 1. Medel", "caption")], [], id="caption-below-it"),
    ],
)
def test_a_table_does_not_go_on_over_text(first, second):
    pages = (
        [table_item([HEAD, ["Granvik", "5"]], bold_rows=1), *first],
        [*second, table_item([["Ekfors", "7"]], page=2)],
    )

    assert sum(isinstance(b, Table) for b in blocks_of(*pages)) == 2


SECTIONS = [HEAD, ["Granvik", "5"]]


def test_a_sections_line_at_the_head_of_the_next_page_is_a_row_of_the_table():
    line = text_items(set_line("Norra länet", LEFT + 2, 97, page=2))

    (block,) = blocks_of([table_item(SECTIONS, bold_rows=1)], [*line, table_item([["Ekfors", "7"]], page=2)])

    assert isinstance(block, Table)
    assert block.grid() == [*SECTIONS, ["Norra länet", ""], ["Ekfors", "7"]]


def box(text: str, width: float) -> TableItem:
    grid = grid_of_texts([[text]], page=2, top=80.0, edges=(LEFT, LEFT + width))
    return TableItem(2, table_of(grid, "ruled", NOTHING_KNOWN))


def test_a_box_as_wide_as_the_table_is_its_sections_row_at_the_head_of_the_next_page():
    rest = table_item([["Ekfors", "7"]], page=2)

    (block,) = blocks_of([table_item(SECTIONS, bold_rows=1)], [box("Norra länet", 200), rest])

    assert isinstance(block, Table)
    assert [cell.text for cell in block.cells] == [
        "Kommun",
        "Belopp",
        "Granvik",
        "5",
        "Norra länet",
        "Ekfors",
        "7",
    ]
    assert next(cell for cell in block.cells if cell.text == "Norra länet").col_span == 2


def test_a_narrower_box_is_no_row_of_the_table():
    rest = table_item([["Ekfors", "7"]], page=2)

    blocks = blocks_of([table_item(SECTIONS, bold_rows=1)], [box("Norra länet", 150), rest])

    assert len(blocks) > 1


def test_a_line_somewhat_farther_from_rows_without_a_head_is_a_section_of_them():
    line = text_items(set_line("Norra länet", LEFT + 2, 82, page=2))

    (block,) = blocks_of([table_item(SECTIONS, bold_rows=1)], [*line, table_item([["Ekfors", "7"]], page=2)])

    assert isinstance(block, Table)
    assert block.n_rows == len(SECTIONS) + 2


@pytest.mark.parametrize(("x0", "tables"), [(LEFT + 72.5, 1), (LEFT + 110, 2)])
def test_a_line_centred_between_rows_of_the_same_columns_is_their_section(x0, tables):
    rest = TableItem(1, rows_at(163.0))

    blocks = blocks_of([table_item(SECTIONS, bold_rows=1), *text_items(set_line("Norra länet", x0, 155)), rest])

    found = [b for b in blocks if isinstance(b, Table)]
    assert len(found) == tables
    if tables == 1:
        (section,) = [cell for cell in found[0].cells if cell.row == len(SECTIONS)]
        assert (section.text, section.col, section.col_span) == ("Norra länet", 0, 2)


def rows_at(top: float) -> DraftTable:
    return table_of(grid_of_texts([["Ekfors", "7"]], top=top), "ruled", NOTHING_KNOWN)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(set_line("Norra länet:", LEFT + 2, 97, page=2), id="introduces"),
        pytest.param(set_line("Norra länet", LEFT + 40, 97, page=2), id="indented"),
        pytest.param(set_line("Norra länet", LEFT + 2, 60, page=2), id="far-above"),
        pytest.param(set_line("Norra länet", LEFT + 2, 97, size=14, page=2), id="heading"),
    ],
)
def test_another_line_between_two_tables_keeps_them_apart(line):
    blocks = blocks_of([table_item(SECTIONS, bold_rows=1)], [*text_items(line), table_item([["Ekfors", "7"]], page=2)])

    assert sum(isinstance(b, Table) for b in blocks) == 2


def test_a_table_goes_on_below_a_running_head_in_small_type():
    head = text_items(set_line("Granviks kommun", bottom=60, size=8, page=2))

    blocks = blocks_of([table_item(SECTIONS, bold_rows=1)], [*head, table_item([["Ekfors", "7"]], page=2)])

    assert [type(b) for b in blocks] == [Table, Paragraph]


@pytest.mark.parametrize(
    ("head", "above", "tables"),
    [
        pytest.param(set_line("Granviks kommun", bottom=60, page=2), [["Granvik", "5"]], 1, id="running-head"),
        pytest.param(set_line("Granviks kommun", bottom=60, page=2), [["Summa", "5"]], 2, id="below-a-sum"),
        pytest.param(set_line("Ekfors", bottom=60, page=2, bold=True, size=14), [["Granvik", "5"]], 2, id="heading"),
        pytest.param(set_line("Så här blev det:", bottom=60, page=2), [["Granvik", "5"]], 2, id="introduces"),
    ],
)
def test_a_table_whose_heads_are_repeated_goes_on_below_a_running_head(head, above, tables):
    rest = table_item([HEAD, ["Ekfors", "7"]], page=2, bold_rows=1)

    blocks = blocks_of([table_item([HEAD, *above], bold_rows=1)], [*text_items(head), rest])

    assert sum(isinstance(b, Table) for b in blocks) == tables
    assert sum(not isinstance(b, Table) for b in blocks) == 1


LONG = [["Insats", "Mål", "Belopp"], ["Kurser", "Färre köer", "5 000"], ["Råd", "Bättre stöd till alla som", "700"]]
REST = [["Samtal", "Lugn", "90"], ["Summa", "", "5 790"]]


@pytest.mark.parametrize(
    ("text", "x0", "tables"),
    [
        pytest.param("väntar på vård", LEFT + 102, 1, id="goes-on"),
        pytest.param("väntar på vård", LEFT + 140, 2, id="beside-its-column"),
        pytest.param("väntar på vård i hela länet och landet", LEFT + 102, 2, id="over-two-columns"),
    ],
)
def test_the_end_of_a_cut_cell_above_the_rest_of_its_table_joins_both(text, x0, tables):
    end = text_items(set_line(text, x0, 95, page=2))

    blocks = blocks_of([table_item(LONG, bold_rows=1)], [*end, table_item(REST, page=2)])
    found = [b for b in blocks if isinstance(b, Table)]

    assert len(found) == tables
    assert (found[0].grid()[2][1] == f"{LONG[2][1]} {text}") is (tables == 1)


@pytest.mark.parametrize(
    ("text", "x0", "tables"),
    [
        pytest.param("väntar på vård", LEFT + 102, 1, id="goes-on"),
        pytest.param("väntar på vård", LEFT + 140, 2, id="beside-its-column"),
        pytest.param("Planen gäller i år.", LEFT + 2, 2, id="text-at-the-margin"),
    ],
)
def test_the_end_of_a_cut_cell_stands_in_its_column_though_sums_alone_are_below_it_and_a_running_head_above(
    text, x0, tables
):
    above = text_items(set_line("Granviks kommun", bottom=60, size=8, page=2))
    end = text_items(set_line(text, x0, 95, page=2))

    blocks = blocks_of([table_item(LONG, bold_rows=1)], [*above, *end, table_item([["Summa", "", "5 790"]], page=2)])
    found = [b for b in blocks if isinstance(b, Table)]

    assert len(found) == tables
    assert (found[0].grid()[2][1] == f"{LONG[2][1]} {text}") is (tables == 1)
    assert "Granviks kommun" in [b.text for b in blocks]


@pytest.mark.parametrize(
    ("lines", "n_rows"),
    [
        pytest.param([("Samtal med", 0)], 5, id="a-label"),
        pytest.param([("Unga", 0), ("Samtal med", 0)], 6, id="a-section-and-a-label"),
        pytest.param([("Samtal.", 0)], 0, id="goes-on-with-nothing"),
        pytest.param([("Samtal med", 40)], 0, id="beside-its-column"),
    ],
)
def test_the_first_line_of_a_row_below_its_table_goes_on_on_the_next_page(lines, n_rows):
    foot = [
        item
        for i, (text, dx) in enumerate(lines)
        for item in text_items(set_line(text, LEFT + 2 + dx, 175 + 20 * i, bold=text == "Unga"))
    ]
    rest = [LONG[0], ["föräldrar", "", "90"], ["Summa", "", "5 790"]]

    blocks = blocks_of([table_item(LONG, bold_rows=1), *foot], [table_item(rest, bold_rows=1, page=2)])
    first, *others = [b for b in blocks if isinstance(b, Table)]

    assert first.n_rows == (n_rows or len(LONG))
    assert bool(others) is not bool(n_rows)
    assert n_rows == 0 or first.grid()[-2] == ["Samtal med föräldrar", "", "90"]


@pytest.mark.parametrize("corner", ["Enhet", ""])
@pytest.mark.parametrize("repeated", [True, False])
def test_a_header_alone_at_the_foot_of_a_page_is_its_tables(repeated, corner):
    head, row = [corner, "Mål", "Belopp"], ["Skola", "Lugn", "5"]
    alone = TableItem(
        1, table_of(grid_of_texts([head]), "ruled", NOTHING_KNOWN), frame=flow([at_foot("Enhet")], MEASURES)
    )
    rest = table_item([head, row] if repeated else [row, row], bold_rows=int(repeated), page=2)

    (block,) = blocks_of([alone], [rest])

    assert isinstance(block, Table)
    assert block.grid() == ([head, row] if repeated else [head, row, row])
    assert [c.role for c in block.cells if c.row == 0] == ["header"] * 3


def test_a_row_that_uses_some_columns_only_is_of_the_table_before_the_page_break():
    head = ["Enhet", "Mål", "Belopp"]
    before = table_item([head, ["Skola", "Lugn", "5"]], bold_rows=1)
    last = TableItem(2, table_of(grid_of_texts([["Summa", "5"]], page=2, edges=[70, 270, 370]), "ruled", NOTHING_KNOWN))

    (block,) = blocks_of([before], [last])

    assert isinstance(block, Table)
    assert block.grid() == [head, ["Skola", "Lugn", "5"], ["Summa", "", "5"]]
    assert [(c.col, c.col_span) for c in block.cells if c.row == 2] == [(0, 2), (2, 1)]


@pytest.mark.parametrize(
    ("above", "doubted"),
    [
        pytest.param("Kurser 5 000", True, id="number"),
        pytest.param("Medel 2021", False, id="year"),
        pytest.param("2. Ekonomi", False, id="its-own-number"),
        pytest.param("Så här ser 3 av dem ut.", False, id="sentence"),
    ],
)
def test_a_table_without_header_right_below_what_may_be_a_row_of_it_is_in_doubt(above, doubted):
    blocks = blocks_of([*text_items(set_line(above, bottom=90)), table_item([["Granvik", "5"], ["Ekfors", "7"]])])

    (table,) = [b for b in blocks if isinstance(b, Table)]

    assert (table.doubt is not None) is doubted


def test_a_table_without_header_at_the_head_of_a_page_is_in_doubt_after_text_that_goes_on():
    rest = table_item([["Granvik", "5"], ["Ekfors", "7"]], page=2)

    (table,) = [b for b in blocks_of(text_items(at_foot("Kurser 5 000")), [rest]) if isinstance(b, Table)]

    assert "the page before" in (table.doubt or "")


@pytest.mark.parametrize(
    ("rows", "doubted"),
    [
        pytest.param([["Kommun Belopp", "", ""], ["Ekfors", "", "7"]], True, id="header-cut-otherwise"),
        pytest.param([["Ekfors", "a", "7"], ["Ålberga", "b", "9"]], True, id="no-header"),
        pytest.param([["Yrke", "Mål", "Antal"], ["Kurator", "Stöd", "7"]], False, id="another-header"),
    ],
)
def test_a_table_that_may_go_on_but_whose_columns_differ_is_in_doubt(rows, doubted):
    after = table_item(rows, page=2, bold_rows=int(rows[0][0] == "Yrke"))

    tables = [b for b in blocks_of([table_item(SECTIONS, bold_rows=1)], [after]) if isinstance(b, Table)]

    assert [t.doubt is not None for t in tables] == [False, doubted]


def test_a_frame_is_the_text_that_it_holds():
    lines = (set_line("I en ruta.", bottom=115), set_line("• Punkt", bottom=128))
    item = table_item([["I en ruta. Punkt"]])
    item.frame = flow(lines, MEASURES, frame=Box(66, 100, 500, 200))

    blocks = blocks_of([item])

    assert [(type(b), b.text, b.framed) for b in blocks] == [(Paragraph, "I en ruta.", True), (ListItem, "Punkt", True)]


def test_headings_get_their_levels_by_size_then_weight():
    items = [
        *text_items(set_line("Plan", size=20)),
        *text_items(set_line("Mål", size=14, bold=True)),
        *text_items(set_line("Inledning", size=14)),
        *text_items(set_line("Aktiviteter", bold=True)),
        *text_items(set_line("Uppföljning", size=14, bold=True)),
    ]

    headings = [b for b in blocks_of(items) if isinstance(b, Heading)]

    assert [(h.text, h.level) for h in headings] == [
        ("Plan", 1),
        ("Mål", 2),
        ("Inledning", 3),
        ("Aktiviteter", 4),
        ("Uppföljning", 2),
    ]


def test_headings_in_one_type_get_their_levels_by_their_numbers():
    names = ["1. Mål", "1.1 Barn och unga", "1.1.2. Skola", "1.2 Äldre", "Uppföljning", "2017 års medel"]
    items = [item for name in names for item in text_items(set_line(name, size=14))]

    headings = [b for b in blocks_of(items) if isinstance(b, Heading)]

    assert [h.level for h in headings] == [1, 2, 3, 2, 1, 1]


def test_list_items_are_nested_by_where_their_markers_stand():
    places = [0, 20, 20, 40, 20, 0]
    lines = [set_line(f"• punkt {i}.", LEFT + x, 100 + i * STEP) for i, x in enumerate(places)]

    items = [b for b in blocks_of(text_items(*lines)) if isinstance(b, ListItem)]

    assert [i.level for i in items] == [1, 2, 2, 3, 2, 1]


def test_an_item_that_goes_on_in_the_next_column_has_no_items_below_its_own():
    first = text_items(set_line("1. Samtal i grupp.", LEFT, 680))
    cut = text_items(set_line("2. Kurser för alla chefer och", LEFT, 700))
    rest = text_items(set_line("ledare i länet.", 310, 100), set_line("3. Böcker till skolan.", 300, 100 + STEP))
    assert isinstance(rest[0], TextItem)
    rest[0].opens_column = True

    items = [b for b in blocks_of([*first, *cut, *rest]) if isinstance(b, ListItem)]

    assert [(i.text, i.level) for i in items] == [
        ("Samtal i grupp.", 1),
        ("Kurser för alla chefer och ledare i länet.", 1),
        ("Böcker till skolan.", 1),
    ]


@pytest.mark.parametrize("value", ["Kim Ek", None])
def test_an_answer_bears_its_label_and_value_or_that_it_is_empty(value):
    label = DraftCell(0, 0, 1, 1, Box(70, 90, 200, 100), (set_line("Namn:"),))
    right = DraftCell(0, 1, 1, 1, Box(200, 90, 400, 100), (set_line(value, 200),) if value else ())

    (block,) = blocks_of([AnswerItem(1, label, right)])

    assert isinstance(block, Answer)
    assert (block.label, block.value, block.text) == ("Namn:", value, f"Namn: {value or ''}".strip())


TABLE = table_item([HEAD, ["Granvik", "5"]])


@pytest.mark.parametrize(
    ("items", "title"),
    [
        pytest.param([note("Tabell 1. Medel", "caption"), TABLE], "Tabell 1. Medel", id="caption-above"),
        pytest.param([TABLE, note("Tabell 1. Medel", "caption")], "Tabell 1. Medel", id="caption-below"),
        pytest.param([*text_items(set_line("Fördelning", size=14)), TABLE], "Fördelning", id="heading-above"),
        pytest.param(
            [*text_items(set_line("Fördelning", size=14)), note("Tabell 2. Medel", "caption"), TABLE],
            "Tabell 2. Medel",
            id="caption-before-heading",
        ),
        pytest.param([*text_items(set_line("Så här fördelas det.", bottom=95)), TABLE], "", id="text-above"),
        pytest.param(
            [*text_items(set_line("Medel 2021 (tkr)", bottom=95)), TABLE], "Medel 2021 (tkr)", id="line-above"
        ),
        pytest.param(
            [note("Tabell 2. Medel", "caption"), *text_items(set_line("Belopp i tkr", bottom=95)), TABLE],
            "Tabell 2. Medel (Belopp i tkr)",
            id="unit-below-the-caption",
        ),
        pytest.param(
            [*text_items(set_line("Medel", size=14, bottom=70)), *text_items(set_line("(tkr)", bottom=95)), TABLE],
            "Medel (tkr)",
            id="unit-below-the-heading",
        ),
        pytest.param([TABLE, *text_items(set_line("Medel 2021", bottom=155))], "Medel 2021", id="line-below"),
        pytest.param([TABLE, *text_items(set_line("Medel 2021", bottom=190))], "", id="line-far-below"),
        pytest.param(
            [TABLE, *text_items(set_line("Medel (tkr)", bottom=162), set_line("Texten går vidare.", bottom=240))],
            "Medel (tkr)",
            id="unit-below",
        ),
        pytest.param([note("Bild 1. Länet", "caption"), TABLE], "", id="a-pictures-caption"),
        pytest.param([TABLE, *text_items(set_line("= 1 041 125", bottom=162))], "", id="its-sum-below"),
        pytest.param([TABLE], "", id="alone"),
    ],
)
def test_a_table_is_titled_by_its_caption_else_by_the_heading_right_above(items, title):
    (table,) = [b for b in blocks_of(items) if isinstance(b, Table)]

    assert table.text == title


@pytest.mark.parametrize(
    ("bottoms", "titles"),
    [
        pytest.param((155, 290, 425), ["Tabell 1. Medel", "Tabell 2. Resor", "Tabell 3. Hyror"], id="below"),
        pytest.param((95, 230, 365), ["Tabell 1. Medel", "Tabell 2. Resor", "Tabell 3. Hyror"], id="above"),
    ],
)
def test_a_caption_between_two_tables_is_the_nearer_ones(bottoms, titles):
    tables: list[Item] = [
        TableItem(1, table_of(grid_of_texts([HEAD, ["Granvik", "5"]], top=top), "ruled", NOTHING_KNOWN))
        for top in (100, 235, 370)
    ]
    words = ("Tabell 1. Medel", "Tabell 2. Resor", "Tabell 3. Hyror")
    captions: list[Item] = [
        NoteItem(1, "caption", (set_line(text, bottom=bottom),)) for text, bottom in zip(words, bottoms, strict=True)
    ]
    first, second = (tables, captions) if bottoms[0] > 100 else (captions, tables)

    blocks = blocks_of([item for pair in zip(first, second, strict=True) for item in pair])

    assert [b.text for b in blocks if isinstance(b, Table)] == titles


def test_a_caption_without_number_is_set_apart_from_the_text():
    blocks = blocks_of([*text_items(set_line("Medel 2021 (tkr)", bottom=95)), TABLE])

    assert [b.note for b in blocks if isinstance(b, Note)] == ["caption"]


@given(st.lists(st.text("abcåäö", min_size=1, max_size=9), min_size=2, max_size=60), st.integers(1, 4))
def test_running_text_wrapped_over_lines_and_pages_comes_back(words, lines_per_page):
    lines: list[str] = [words[0]]
    for word in words[1:]:
        if len(lines[-1]) + 1 + len(word) <= 30:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    pages = [lines[i : i + lines_per_page] for i in range(0, len(lines), lines_per_page)]
    set_pages = [
        text_items(*(set_line(t, bottom=100 + i * STEP, page=n) for i, t in enumerate(page)))
        for n, page in enumerate(pages, start=1)
    ]

    (block,) = blocks_of(*set_pages)

    assert block.text == " ".join(words)


@pytest.mark.parametrize(
    ("pages", "is_contents"), [(["34", "36"], True), (["34", "20"], False), (["34", "fler"], False)]
)
def test_the_rest_of_the_contents_on_the_next_page_is_no_table(pages, is_contents):
    above = NoteItem(1, "contents", (set_line("Uppföljning 33", bottom=740),))
    rest = table_item([["Medel", pages[0]], ["Utvärdering", pages[1]]], page=2)

    blocks = blocks_of([above, note("1", "page_number")], [note("Länsplan", "running_head", 2), rest])

    assert any(isinstance(b, Table) for b in blocks) is not is_contents
    assert ("Medel 34" in [b.text for b in blocks]) is is_contents


def _head_beside() -> TextItem:
    draft = Draft([set_line("Kortsiktigt mål", bottom=100, page=2, size=14.0)], heading=True)
    return TextItem(2, draft, is_beside=True)


def test_a_head_beside_the_rest_of_a_cut_text_stands_before_all_of_it():
    cut = [*text_items(at_foot("Fler barn lär sig")), note("1 (9)", "page_number")]

    blocks = blocks_of(cut, [_head_beside(), *text_items(at_head("simma i sjön.", x0=200))])

    assert [b.text for b in blocks] == ["Kortsiktigt mål", "Fler barn lär sig simma i sjön.", "1 (9)"]


def test_a_head_beside_a_text_of_its_own_stays_on_its_page():
    whole = text_items(at_foot("Fler barn lär sig simma."))

    blocks = blocks_of(whole, [_head_beside(), *text_items(at_head("Fler cyklar.", x0=200))])

    assert [b.text for b in blocks] == ["Fler barn lär sig simma.", "Kortsiktigt mål", "Fler cyklar."]


@pytest.mark.parametrize(("bold", "joined"), [(True, True), (False, False)])
def test_heads_in_bold_over_no_label_are_those_of_the_one_row_on_the_next_page(bold, joined):
    head, row = grid_of_texts([["", "Ja", "Nej"]], bold_rows=int(bold)), grid_of_texts([["Fick kurs", "", "X"]], page=2)
    frames = [
        TableItem(page, table_of(grid, "ruled", NOTHING_KNOWN), frame=flow([at_foot("Text")], MEASURES))
        for page, grid in enumerate((head, row), 1)
    ]

    found = [block for block in blocks_of([frames[0]], [frames[1]]) if isinstance(block, Table)]

    assert [(block.grid(), block.doubt) for block in found] == (
        [([["", "Ja", "Nej"], ["Fick kurs", "", "X"]], None)] if joined else []
    )


@pytest.mark.parametrize(
    ("again", "rows", "n_tables"),
    [
        pytest.param("Stimulansmedel", [HEAD, ["Ekfors", "7"]], 1, id="title-and-heads-again"),
        pytest.param("Andra medel", [HEAD, ["Ekfors", "7"]], 2, id="another-title"),
    ],
)
def test_a_title_that_comes_again_above_the_heads_is_no_row(again, rows, n_tables):
    first: list[Item] = [note("Stimulansmedel", "caption"), table_item([HEAD, ["Granvik", "5"]], bold_rows=1)]
    second: list[Item] = [note(again, "caption", 2), table_item(rows, bold_rows=1, page=2)]

    found = [block for block in blocks_of(first, second) if isinstance(block, Table)]

    assert len(found) == n_tables
    assert "Stimulansmedel" not in [cell.text for cell in found[0].cells]
