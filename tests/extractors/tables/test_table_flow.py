"""Grids to tables: header rows, roles, and a table that goes on over pages as one."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.tables.draft_table import DraftTable
from extractors.tables.ruled_tables import DraftGrid
from extractors.tables.table_blocks import finish
from extractors.tables.table_flow import goes_on, join_tables, table_of, with_rows_alone
from extractors.text.hyphens import Vocabulary
from extractors.text.lines import Line
from models.blocks import Table
from tests.layout_builders import grid_of_texts

NOTHING_KNOWN = Vocabulary()
HEAD = ["Kommun", "Belopp (kr)"]


def table(
    rows: Sequence[Sequence[str]], *, page: int = 1, bold_rows: int = 0, edges: Sequence[float] | None = None
) -> DraftTable:
    grid: DraftGrid = grid_of_texts(rows, page=page, bold_rows=bold_rows, edges=edges)
    return table_of(grid, "ruled", NOTHING_KNOWN)


def joined(before: DraftTable, after: DraftTable) -> Table:
    return finish(join_tables(before, after, NOTHING_KNOWN))


def roles(block: Table) -> list[str]:
    """The role of each row's first cell that holds text."""
    return [next((c.role for c in block.cells if c.row == r and c.text), "") for r in range(block.n_rows)]


@pytest.mark.parametrize(
    ("rows", "bold_rows", "header_rows"),
    [
        pytest.param([HEAD, ["Granvik", "5"]], 1, 1, id="bold"),
        pytest.param([["", "Medel"], HEAD, ["Granvik", "5"]], 2, 2, id="two-bold"),
        pytest.param([HEAD, ["Granvik", "5 000"], ["Ekfors", "700 kr"]], 0, 1, id="names-over-numbers"),
        pytest.param([["", "2018", "2019"], ["Ek", "x", "x"]], 0, 1, id="empty-corner"),
        pytest.param(
            [["Hur gick det?", f"{'Bra. ' * 13}"], ["Unga", "5"], ["Äldre", "7"]], 0, 0, id="an-answer-of-sentences"
        ),
        pytest.param([HEAD, ["Norra länet", ""], ["Granvik", "5"]], 2, 1, id="bold-section-below-the-header"),
        pytest.param([HEAD, ["Summa", "5 000"], ["varav", "x"]], 2, 1, id="bold-row-with-a-sum"),
        pytest.param([["Kommun", "2018"], ["Granvik", "x"]], 1, 1, id="a-year-is-no-sum"),
        pytest.param([["Granvik", "5"], ["Ekfors", "7"]], 0, 0, id="no-header"),
        pytest.param([["Verksamhet", "Mål"], ["Skola", "Färre köer"]], 0, 0, id="words-only"),
        pytest.param([["Skola", "Färre köer"], ["Vård", "Fler samtal"], ["Fritid", ""]], 3, 0, id="all-in-bold"),
        pytest.param([["Skola", "Mål"], ["Vård", "Samtal"], ["Summa", "5"]], 3, 2, id="all-in-bold-over-a-sum"),
        pytest.param([HEAD], 1, 0, id="one-row"),
        pytest.param([["Del", "2024", "2025"], ["Skola", "5 000", "700"]], 0, 1, id="years-over-sums"),
        pytest.param([["", "", "Totalt"], ["Del", "2024", "2025"], ["Skola", "x", ""]], 0, 2, id="years-below-words"),
        pytest.param([["Skola", "2017", "2018"], ["Vård", "2018", "2019"]], 0, 0, id="years-over-years"),
        pytest.param([["Post", "2024 (kr)"], ["Lön", "498 000"], ["Resor", "900"]], 0, 1, id="a-year-in-kronor"),
        pytest.param([["Post", "2024 kr"], ["Lön", "498 000"], ["Resor", "900"]], 0, 1, id="a-year-and-its-unit"),
        pytest.param([["Erhållet", "2024 (kr)"], ["Använt", "900 (kr)"]], 0, 0, id="sums-with-their-units"),
        pytest.param([["Skola", "2017", "500"], ["Vård", "1", "2"]], 0, 0, id="a-year-beside-a-sum"),
    ],
)
def test_header_rows(rows, bold_rows, header_rows):
    assert table(rows, bold_rows=bold_rows).header_rows == header_rows


def set_in(sizes: Sequence[float], rows: Sequence[Sequence[str]]) -> DraftTable:
    """A table whose rows are set in these type sizes."""
    grid = grid_of_texts(rows)
    cells = tuple(
        replace(
            cell,
            lines=tuple(Line(tuple(replace(w, size=sizes[cell.row]) for w in line.words)) for line in cell.lines),
        )
        for cell in grid.cells
    )
    return table_of(replace(grid, cells=cells), "ruled", NOTHING_KNOWN)


WORDS_ONLY = [["Verksamhet", "Mål"], ["Skola", "Färre köer"], ["Vård", "Snabbt svar"]]


def test_a_title_over_all_columns_and_the_heads_below_it_are_the_header():
    grid = grid_of_texts([["Medel i länet", ""], HEAD, ["Granvik", "5 000"], ["Ekfors", "700"]], bold_rows=2)
    spanning = [replace(c, col_span=2) for c in grid.cells if (c.row, c.col) == (0, 0)]
    cells = spanning + [c for c in grid.cells if c.row > 0]

    assert table_of(replace(grid, cells=tuple(cells)), "ruled", NOTHING_KNOWN).header_rows == 2


@pytest.mark.parametrize(
    ("sizes", "header_rows"),
    [
        pytest.param([12, 10, 10], 1, id="larger"),
        pytest.param([8, 10, 10], 1, id="smaller"),
        pytest.param([12, 10, 8], 1, id="all-others-differ"),
        pytest.param([10, 10, 10], 0, id="alike"),
        pytest.param([12, 12, 10], 0, id="shared-with-another-row"),
    ],
)
def test_a_first_row_set_in_a_size_of_its_own_is_a_header(sizes, header_rows):
    assert set_in(sizes, WORDS_ONLY).header_rows == header_rows


@pytest.mark.parametrize(
    "first", [["Kommun:", "Granvik"], ["1. Kommun", "Granvik"], ["Granvik", "5 000"], ["Verksamhet", ""]]
)
def test_a_first_row_of_a_form_or_with_a_number_is_no_header_whatever_its_size(first):
    assert set_in([12, 10, 10], [first, *WORDS_ONLY[1:]]).header_rows == 0


def test_a_table_as_a_block_has_its_cells_roles_and_place():
    rows = [
        HEAD,
        ["Granvik", "5 000"],
        ["Delsumma", "5 000"],
        ["Ekfors", ""],
        ["Totalt", "5 000"],
        ["Kvarstående", "-"],
    ]

    block = finish(table(rows, bold_rows=1))

    assert block.grid() == rows
    assert roles(block) == ["header", "label", "subtotal", "label", "total", "label"]
    assert {c.role for c in block.cells if (c.row, c.col) in {(1, 1), (3, 1)}} == {"body"}
    assert (block.method, block.place.page, block.doubt) == ("ruled", 1, None)


@pytest.mark.parametrize(
    "label", ["Summa", "Totalt", "Totalsumma", "Fördelade medel", "Totalt beviljat", "=", "Slutsumma"]
)
def test_a_row_named_a_total_that_holds_a_number_is_one(label):
    block = finish(table([HEAD, ["Granvik", "5 000"], [label, "5 000"]]))

    assert roles(block)[-1] == "total"


@pytest.mark.parametrize("row", [["Summa", ""], ["Totalentreprenad", "5 000"], ["Summan av allt", "5 000"]])
def test_a_row_that_only_begins_like_a_total_or_holds_no_number_is_none(row):
    assert roles(finish(table([HEAD, ["Granvik", "5 000"], row])))[-1] == "label"


def test_a_sum_without_label_is_a_total():
    block = finish(table([HEAD, ["Granvik", "5 000"], ["", "= 5 000"]]))

    assert roles(block)[-1] == "total"


def test_a_repeated_header_is_left_out_where_tables_are_joined():
    first = table([HEAD, ["Granvik", "5 000"]], bold_rows=1)
    second = table([HEAD, ["Ekfors", "7 000"]], bold_rows=1, page=2)

    block = joined(first, second)

    assert goes_on(first, second)
    assert block.grid() == [HEAD, ["Granvik", "5 000"], ["Ekfors", "7 000"]]
    assert [p.page for p in block.places] == [1, 2]
    assert [c.place.page for c in block.cells if c.col == 0] == [1, 1, 2]


def test_a_table_goes_on_without_a_repeated_header_where_its_columns_stand_alike():
    first = table([HEAD, ["Granvik", "5 000"]], bold_rows=1)
    second = table([["Ekfors", "7 000"], ["Summa", "12 000"]], page=2)

    block = joined(first, second)

    assert goes_on(first, second)
    assert roles(block) == ["header", "label", "label", "total"]


def test_a_page_of_a_bound_document_may_stand_to_the_side():
    first = table([HEAD, ["Granvik", "5"]], bold_rows=1, edges=[70, 200, 300])

    assert goes_on(first, table([["Ekfors", "7"]], page=2, edges=[95, 225, 325]))


@pytest.mark.parametrize(
    "after",
    [
        pytest.param(table([["Ekfors", "7", "8"]], page=2), id="other-number-of-columns"),
        pytest.param(table([["Ekfors", "7"]], page=2, edges=[70, 250, 270]), id="other-edges"),
        pytest.param(table([["Yrke", "Antal"], ["Kurator", "3"]], page=2, bold_rows=1), id="other-header"),
    ],
)
def test_another_table_on_the_next_page_does_not_go_on(after):
    assert not goes_on(table([HEAD, ["Granvik", "5 000"]], bold_rows=1), after)


LOCAL = ["Verksamhet", "Satsning", "Mål"]
WARD = ["Vård", "Råd", "Svar"]


def test_a_row_that_the_page_cut_is_made_whole():
    first = table([LOCAL, ["Skola", "Kurser", "Färre"], ["Hemtjänst", "Utbild-", "Trygga"]], bold_rows=1)
    second = table([["", "ning av personal", "möten"], ["Vård", "Råd", "Snabbt svar"]], page=2)

    block = joined(first, second)

    assert block.grid()[2:] == [["Hemtjänst", "Utbildning av personal", "Trygga möten"], ["Vård", "Råd", "Snabbt svar"]]
    assert [c.row for c in block.cells if c.text == "Råd"] == [3]


def test_a_row_cut_by_the_page_is_made_whole_below_a_repeated_header():
    first = table([LOCAL, ["Skola", "Kurser", "Färre"]], bold_rows=1)
    second = table([LOCAL, ["", "i hela länet", "köer"], ["Vård", "Råd", "Svar"]], bold_rows=1, page=2)

    assert joined(first, second).grid() == [
        LOCAL,
        ["Skola", "Kurser i hela länet", "Färre köer"],
        ["Vård", "Råd", "Svar"],
    ]


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(["Vård", "Råd", "Svar"], id="has-its-own-label"),
        pytest.param(["", "5 000", ""], id="holds-a-number"),
    ],
)
def test_a_row_of_its_own_is_not_drawn_into_the_row_before_the_page_break(row):
    first = table([LOCAL, ["Skola", "Kurser", "Färre"]], bold_rows=1)

    assert joined(first, table([row], page=2)).grid()[-1] == row


def test_a_row_whose_cells_all_go_on_in_lowercase_is_the_rest_of_the_row_above():
    first = table([LOCAL, ["Skola", "Kurser", "Färre"], ["Öppen hem-", "Kurser för", "Trygga"]], bold_rows=1)
    second = table([["tjänst", "personal", "möten"], ["Vård", "Råd", "Svar"]], page=2)

    assert joined(first, second).grid()[2:] == [["Öppen hemtjänst", "Kurser för personal", "Trygga möten"], WARD]


@pytest.mark.parametrize(
    ("above", "rest"),
    [
        pytest.param(["Skola", "Kurser.", "Färre"], ["och fritid", "personal", "köer"], id="a-sentence-has-ended"),
        pytest.param(["Skola", "", "Färre"], ["och fritid", "personal", "köer"], id="nothing-above"),
        pytest.param(["Skola", "Kurser", "Färre"], ["och fritid", "Personal", "köer"], id="a-capital"),
    ],
)
def test_a_row_with_a_label_that_does_not_go_on_in_every_cell_is_its_own(above, rest):
    first = table([LOCAL, above], bold_rows=1)

    assert joined(first, table([rest], page=2)).grid() == [LOCAL, above, rest]


def test_the_rest_of_a_row_may_stand_in_two_rows_where_its_label_goes_on():
    rows = [["Skola", "Kurser", "Färre"], ["Vård", "Råd", "Svar"], ["Barn får det", "Stöd", "Trygga"]]
    first = table([LOCAL, *rows], bold_rows=1)
    second = table([["bättre.", "", "möten."], ["(alla)", "", "Mer tid."], ["Lov", "Bad", "Glädje"]], page=2)

    assert joined(first, second).grid()[3:] == [
        ["Barn får det bättre. (alla)", "Stöd", "Trygga möten. Mer tid."],
        ["Lov", "Bad", "Glädje"],
    ]


def test_no_row_goes_on_with_a_header():
    first = table([LOCAL], bold_rows=1)

    assert joined(replace(first, header_rows=1), table([["skola", "kurser", "färre"]], page=2)).n_rows == 2


def test_where_rows_often_lack_a_label_a_row_without_one_is_its_own():
    first = table([LOCAL, ["Skola", "Kurser", "Färre"], ["", "Råd", "Svar"]], bold_rows=1)

    assert joined(first, table([["", "Bok", "Läsning"]], page=2)).n_rows == 4


@pytest.mark.parametrize(
    ("labels", "doubted"),
    [
        pytest.param(["Kurser för", "alla unga", "Råd i", "hela länet"], True, id="parted-within"),
        pytest.param(["Kurser", "därav lön", "Råd", "varav resor"], False, id="breakdowns"),
        pytest.param(["kurser", "råd", "lov", "bad"], False, id="all-in-lower-case"),
    ],
)
def test_rows_without_lines_that_may_be_parted_within_their_labels_are_doubt(labels, doubted):
    grid = grid_of_texts([HEAD, *([label, "5"] for label in labels)], bold_rows=1)

    assert (finish(table_of(grid, "unruled", NOTHING_KNOWN)).doubt is not None) is doubted
    assert finish(table_of(grid, "ruled", NOTHING_KNOWN)).doubt is None


@pytest.mark.parametrize(
    ("rows", "doubt"),
    [
        pytest.param(
            [
                ["Skola", "Samtal med", "Klart"],
                ["Vård", "alla unga", "pågår"],
                ["Fritid", "Läger", "Klart"],
                ["Hem", "Stöd", "Ja"],
            ],
            "2 texts go on from the row above: rows may be parted within them",
            id="torn",
        ),
        pytest.param(
            [["Skola", "Samtal.", "Klart"], ["", "Läger", ""], ["Vård", "Besök", "Pågår"]],
            "1 rows hold one text only, below no label: they may be of other rows",
            id="alone",
        ),
        pytest.param([["Lön", "Tjänst", "Ja"], ["varav pension", "Avsatt", "Nej"]], None, id="a-breakdown"),
        pytest.param(
            [["Skola", "klart", "Ja"], ["Vård", "pågår", "Nej"], ["Fritid", "Klart", "x"]], None, id="any-case"
        ),
        pytest.param([["Skola", "Samtal.", "Ja"], ["Vård", "i grupp", "Ja"]], None, id="ended"),
        pytest.param([["", "Skola", ""], ["", "Vård", ""], ["Summa", "Två", "Ja"]], None, id="few-labels"),
    ],
)
def test_rows_whose_texts_are_torn_or_stand_alone_are_doubt(rows, doubt):
    grid = grid_of_texts([LOCAL, *rows], bold_rows=1)

    assert finish(table_of(grid, "unruled", NOTHING_KNOWN)).doubt == doubt
    assert finish(table_of(grid, "ruled", NOTHING_KNOWN)).doubt is None


@pytest.mark.parametrize(
    ("head", "doubted"),
    [
        pytest.param("Belopp (kr) 138 425", True, id="words-and-a-sum"),
        pytest.param("Belopp 2025", False, id="a-year"),
        pytest.param("Belopp (kr)", False, id="words"),
        pytest.param("138 425", False, id="a-sum-alone"),
    ],
)
def test_a_head_that_goes_on_in_a_sum_may_hold_part_of_the_first_row(head, doubted):
    grid = grid_of_texts([["Insats", head], ["Kurser", "7 000"]], bold_rows=1)

    assert bool(finish(table_of(grid, "unruled", NOTHING_KNOWN)).doubt) is doubted


@pytest.mark.parametrize(
    ("sums", "doubt"),
    [
        pytest.param(
            ["576", "000 149"], "1 cells begin as no number does: numbers may be broken between rows", id="rest"
        ),
        pytest.param(["576", "100 149"], None, id="numbers"),
        pytest.param(["", "012"], None, id="a-code-below-nothing"),
    ],
)
def test_groups_that_no_number_begins_with_right_below_a_number_are_doubt(sums, doubt):
    grid = grid_of_texts([HEAD, *(["Kurser", text] for text in sums)], bold_rows=1)

    assert finish(table_of(grid, "half_ruled", NOTHING_KNOWN)).doubt == doubt


def test_the_doubts_of_both_parts_are_told_once():
    first = table([HEAD, ["Granvik", "5"]])
    doubted = DraftTable(**{**vars(first), "doubt": "1 words stand in no cell"})

    assert joined(doubted, doubted).doubt == "1 words stand in no cell"
    assert joined(doubted, first).doubt == "1 words stand in no cell"


ROWS = st.lists(
    st.tuples(st.text("abcåäö", min_size=2, max_size=8), st.integers(1, 99).map(str)), min_size=3, max_size=12
)


@given(ROWS, st.data())
def test_a_table_cut_between_rows_comes_back_with_or_without_its_header_repeated(rows, data):
    cut = data.draw(st.integers(1, len(rows) - 1))
    repeated = data.draw(st.booleans())
    listed = [list(r) for r in rows]
    first = table([HEAD, *listed[:cut]], bold_rows=1)
    second = table([HEAD, *listed[cut:]] if repeated else listed[cut:], bold_rows=int(repeated), page=2)

    assert goes_on(first, second)
    assert joined(first, second).grid() == [HEAD, *listed]


@pytest.mark.parametrize(
    ("rest", "whole"), [(["i skolan", "för nya chefer", ""], True), (["Ort", "Insats", "Kronor"], False)]
)
def test_the_rest_of_a_cut_row_at_the_head_of_a_page_is_no_other_head(rest, whole):
    head = ["Verksamhet", "Satsning", "Belopp"]
    first = table([head, ["Granvik", "Kurser", "5 000"], ["Samtal", "Utbildning", "700"]])
    after = table([rest, ["Ekfors", "Böcker", "7 000"], ["Alsta", "Resor", "90"]], page=2)
    after = with_rows_alone(first, replace(after, header_rows=1))

    assert goes_on(first, after) is whole
    if whole:
        assert joined(first, after).grid()[2:4] == [
            ["Samtal i skolan", "Utbildning för nya chefer", "700"],
            ["Ekfors", "Böcker", "7 000"],
        ]


@pytest.mark.parametrize(("bold", "whole"), [(0, True), (1, False)], ids=["set-as-rows", "heads-of-its-own"])
def test_a_row_at_the_head_of_a_page_that_is_set_as_rows_are_is_no_other_head(bold, whole):
    first = table([["Aktivitet", "Beskrivning"], ["Samtal", "Stöd i grupp"], ["Kurser", "För chefer"]], bold_rows=1)
    after = table([["Resor", "Till andra län"], ["Böcker", "Om barns rätt"]], page=2, bold_rows=bold)
    after = with_rows_alone(first, replace(after, header_rows=1))

    assert goes_on(first, after) is whole


@pytest.mark.parametrize(
    ("above", "rest", "whole"),
    [
        (
            "Den enskilde har inflytande över sin",
            "egen planering",
            "Den enskilde har inflytande över sin egen planering",
        ),
        ("Den enskilde har inflytande.", "egen planering", None),
        ("Den enskilde har inflytande", "Ny planering", None),
    ],
)
def test_a_cell_beside_several_rows_goes_on_beside_the_next_pages_first_row(above, rest, whole):
    head = ["Mål", "Aktivitet", "Ansvarig", "Tid"]
    before = table([head, ["Trygghet", "Samtal", "Skolan", "2025"], [above, "Granskning av möten", "Vården", "2026"]])
    after = table([[rest, "Grundkurs för alla", "Samordnaren", "2027"], ["", "Enkät", "Skolan", "2028"]], page=2)

    rows = joined(before, after).grid()

    assert [row[0] for row in rows[2:4]] == ([whole, ""] if whole else [above, rest])
    assert rows[3][1:] == ["Grundkurs för alla", "Samordnaren", "2027"]


def test_a_goal_beside_acts_that_begin_anew_overleaf_is_whole_though_it_is_the_only_one():
    before = table([["Mål", "Aktivitet", "Mått"], ["Barnets behov styr vilka", "En väg in byggs.", "Antal samtal"]])
    after = table([["insatser som ges.", "Blanketten görs om.", "Andel nöjda"]], page=2)

    assert [row[0] for row in joined(before, after).grid()] == ["Mål", "Barnets behov styr vilka insatser som ges.", ""]


def test_a_label_in_lower_case_heads_its_own_row_where_every_row_has_a_label():
    head = ["", "Kvinnor", "Män"]
    before = table([head, ["Antal nya deltagare", "50", "36"]])
    after = table([["yngre än 30 år", "11", "11"], ["äldre än 30 år", "39", "25"]], page=2)

    assert joined(before, after).grid()[1:3] == [["Antal nya deltagare", "50", "36"], ["yngre än 30 år", "11", "11"]]


def test_a_plain_row_that_begins_a_page_is_a_row_below_sections_in_bold():
    """What looks like a head there: a section in bold with years stands below two rows."""
    before = table([["Aktivitet", "2031", "2032"], ["Barn", "", ""], ["Kurser", "x", "x"]], bold_rows=2)
    after = replace(table([["Samtal", "", "x"], ["Unga", "2031", "2032"], ["Råd", "x", ""]], page=2), header_rows=2)

    assert with_rows_alone(before, after).header_rows == 0
