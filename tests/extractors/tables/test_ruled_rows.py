"""Drawn columns without drawn rows: each row with its label and its numbers; a cell of several lines stays one."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from extractors.pages.geometry import Box, Word
from extractors.tables.ruled_rows import with_rows
from extractors.tables.ruled_tables import DraftCell, DraftGrid
from extractors.text.hyphens import Vocabulary
from extractors.text.lines import Line
from tests.layout_builders import set_line

EDGES = (70.0, 250.0, 350.0)


def one_row(first: Sequence[tuple[str, float]], second: Sequence[tuple[str, float]]) -> DraftGrid:
    """A grid of one drawn row: two cells, each of printed lines at their feet."""
    cells = []
    for col, texts in enumerate((first, second)):
        lines: tuple[Line, ...] = tuple(set_line(text, EDGES[col] + 2, bottom) for text, bottom in texts)
        cells.append(DraftCell(0, col, 1, 1, Box(EDGES[col], 90, EDGES[col + 1], 200), lines))
    return DraftGrid(1, Box(70, 90, 350, 200), tuple(cells), 1, 2, EDGES)


def texts(grid: DraftGrid) -> list[list[str]]:
    return [
        [c.text(Vocabulary()) for c in sorted(grid.row_cells(row), key=lambda c: c.col)] for row in range(grid.n_rows)
    ]


def test_rows_between_drawn_columns_are_told_by_their_numbers():
    grid = one_row(
        [("Stöd till", 102), ("unga", 114), ("Kurser", 132), ("Råd", 150)],
        [("5 000", 102), ("700", 132), ("80", 150)],
    )

    assert texts(with_rows(grid)) == [["Stöd till unga", "5 000"], ["Kurser", "700"], ["Råd", "80"]]


def test_numbers_of_rows_far_apart_are_no_broken_one():
    grid = one_row([("Stöd", 102), ("Kurser", 141)], [("1 234 567 890 123", 102), ("105 000", 141)])

    assert texts(with_rows(grid)) == [["Stöd", "1 234 567 890 123"], ["Kurser", "105 000"]]


@pytest.mark.parametrize(
    ("label", "n_rows"), [("varav drift", 2), ("i hela länet", 1)], ids=["breakdown", "label-goes-on"]
)
def test_numbers_right_below_each_other_are_those_of_a_breakdown(label, n_rows):
    first = "varav lön" if n_rows > 1 else "Lön"
    grid = one_row([(first, 102), (label, 114)], [("1 048 592 100 000", 102), ("512 467", 114)])

    assert with_rows(grid).n_rows == n_rows


def test_numbers_whose_sum_stands_in_their_column_are_no_broken_one():
    grid = one_row([("Boende", 102), ("SIP", 114)], [("48 592 100 000", 102), ("131 377", 114)])
    total = [
        DraftCell(1, col, 1, 1, Box(EDGES[col], 200, EDGES[col + 1], 220), (set_line(text, EDGES[col] + 2, 215),))
        for col, text in enumerate(("Summa", "48 592 231 377"))
    ]

    parted = with_rows(replace(grid, cells=(*grid.cells, *total), n_rows=2))

    assert texts(parted) == [["Boende", "48 592 100 000"], ["SIP", "131 377"], ["Summa", "48 592 231 377"]]


def test_numbers_right_below_a_label_without_any_are_its_own():
    grid = one_row(
        [("Stöd till unga", 102), ("Samtal i grupp", 120), ("Råd", 150)], [("5 000", 102), ("700", 130), ("80", 150)]
    )

    assert texts(with_rows(grid)) == [["Stöd till unga", "5 000"], ["Samtal i grupp", "700"], ["Råd", "80"]]


def test_a_section_in_bold_stands_above_its_rows():
    grid = one_row([("Barn och", 102), ("unga", 114), ("Kurser", 126), ("Råd", 138)], [("700", 126), ("80", 138)])
    label = grid.cells[0]
    section = tuple(Line(tuple(replace(w, bold=True) for w in line.words)) for line in label.lines[:2])
    grid = replace(grid, cells=(replace(label, lines=(*section, *label.lines[2:])), grid.cells[1]))

    assert texts(with_rows(grid)) == [["Barn och unga", ""], ["Kurser", "700"], ["Råd", "80"]]


def test_sections_in_a_style_of_their_own_stand_above_their_rows():
    labels = ("Barn", "Råd", "Kurser", "Äldre", "Boende", "Stöd")
    grid = one_row(
        [(label, 102 + 12 * i) for i, label in enumerate(labels)],
        [("700", 114), ("80", 126), ("5", 150), ("12", 162)],
    )
    cell = grid.cells[0]
    styled = tuple(Line(tuple(replace(w, italic=i in (0, 3)) for w in line.words)) for i, line in enumerate(cell.lines))

    parted = with_rows(replace(grid, cells=(replace(cell, lines=styled), grid.cells[1])))

    assert parted.n_rows == len(labels)
    assert texts(parted)[:2] == [["Barn", ""], ["Råd", "700"]]


def test_what_is_said_below_each_label_in_a_style_of_its_own_is_no_section():
    grid = one_row(
        [("Egna medel", 102), ("Till exempel fonder", 114), ("Statliga medel", 132), ("Till exempel bidrag", 144)],
        [("700", 102), ("80", 132)],
    )
    cell = grid.cells[0]
    styled = tuple(Line(tuple(replace(w, italic=i in (1, 3)) for w in line.words)) for i, line in enumerate(cell.lines))

    parted = with_rows(replace(grid, cells=(replace(cell, lines=styled), grid.cells[1])))

    assert texts(parted) == [["Egna medel Till exempel fonder", "700"], ["Statliga medel Till exempel bidrag", "80"]]


def test_a_raised_mark_within_a_text_leaves_every_word_in_its_column():
    grid = one_row([("Stöd till", 102), ("Råd", 132)], [("5 000", 102), ("700", 132)])
    stod, till = grid.cells[0].lines[0].words
    mark = Word("1", stod.x1 + 0.2, stod.top, stod.x1 + 2.5, stod.top + 5, size=5.0)
    marked = replace(grid.cells[0], lines=(Line((stod, mark, till)), *grid.cells[0].lines[1:]))

    parted = with_rows(replace(grid, cells=(marked, grid.cells[1])))

    assert texts(parted) == [["Stöd till", "5 000"], ["Råd", "700"]]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param([("Stöd till", 102), ("unga", 114)], [("5 000", 102)], id="one-number"),
        pytest.param([("Kostnad", 102)], [("5 000", 102), ("700", 132)], id="a-number-without-label"),
        pytest.param([("Boende med", 102), ("stöd", 114)], [("105", 102), ("000", 114)], id="a-label-goes-on"),
        pytest.param([("Boende", 102), ("SIP", 114)], [("1 234 567 890 123", 102), ("400", 114)], id="a-broken-number"),
        pytest.param([("Mål", 102), ("Syfte", 132)], [("Färre köer", 102), ("Mer stöd", 132)], id="two-paragraphs"),
    ],
)
def test_a_drawn_row_that_is_one_stays_one(first, second):
    grid = one_row(first, second)

    assert with_rows(grid) is grid


def test_the_rest_of_a_row_that_the_page_cut_stands_above_the_others():
    grid = one_row(
        [("fyra pågående", 102), ("kontakter", 114), ("Kurser för", 126), ("alla", 138), ("Råd", 150)],
        [("2020", 126), ("2018", 150)],
    )

    assert texts(with_rows(grid)) == [["fyra pågående kontakter", ""], ["Kurser för alla", "2020"], ["Råd", "2018"]]


@pytest.mark.parametrize(("first", "n_rows"), [("alla större ärenden", 5), ("Alla större ärenden", 1)])
def test_the_rest_of_a_cell_of_words_stands_above_rows_of_words(first, n_rows):
    routines = [("Attest", 122), ("Arkiv", 142), ("Logg", 162), ("Tolk", 182)]
    grid = one_row(routines, [(first, 102), ("Prov", 122), ("Lista", 142), ("Urval", 162), ("Akter", 182)])

    assert with_rows(grid).n_rows == n_rows
    if n_rows > 1:
        assert texts(with_rows(grid))[:2] == [["", first], ["Attest", "Prov"]]


def test_the_rest_of_a_row_without_its_label_stands_above_the_others():
    edges = (70.0, 170.0, 270.0, 350.0)
    held = (
        [("Kurser", 132), ("Råd", 162)],
        [("på plats.", 102), ("Kurser för alla", 126), ("som vill", 138), ("Råd för alla", 156), ("som vill", 168)],
        [("2020", 126), ("2018", 156)],
    )
    cells = tuple(
        DraftCell(
            0,
            col,
            1,
            1,
            Box(edges[col], 90, edges[col + 1], 200),
            tuple(set_line(t, edges[col] + 2, y) for t, y in lines),
        )
        for col, lines in enumerate(held)
    )

    grid = with_rows(DraftGrid(1, Box(70, 90, 350, 200), cells, 1, 3, edges))

    assert texts(grid) == [
        ["", "på plats.", ""],
        ["Kurser", "Kurser för alla som vill", "2020"],
        ["Råd", "Råd för alla som vill", "2018"],
    ]


def test_a_head_whose_texts_go_on_below_is_one_row():
    edges = (70.0, 170.0, 260.0, 350.0)
    head = ([("Enhet", 114)], [("Utfall (1-", 102), ("4)", 114)], [("Följd (1-", 102), ("4)", 114)])
    rows = [[[(text, 200 + 20 * row)] for text in ("Arkiv", "2", "3")] for row in range(3)]
    cells = tuple(
        DraftCell(
            row,
            col,
            1,
            1,
            Box(edges[col], 90, edges[col + 1], 300),
            tuple(set_line(text, edges[col] + 2, y, bold=row == 0) for text, y in lines),
        )
        for row, columns in enumerate([list(head), *rows])
        for col, lines in enumerate(columns)
    )
    grid = DraftGrid(1, Box(70, 90, 350, 300), cells, 4, 3, edges)

    assert texts(with_rows(grid))[0] == ["Enhet", "Utfall (1-4)", "Följd (1-4)"]


def test_rows_whose_label_stands_over_several_columns_are_told_too():
    edges = (70.0, 150.0, 250.0, 350.0)
    labels = [set_line("Fördelade medel till alla", 72, 102), set_line("Kvarstående", 72, 132)]
    sums = [set_line("5 000", 252, 102), set_line("700", 252, 132)]
    cells = (
        DraftCell(0, 0, 1, 2, Box(70, 90, 250, 200), tuple(labels)),
        DraftCell(0, 2, 1, 1, Box(250, 90, 350, 200), tuple(sums)),
    )
    grid = with_rows(DraftGrid(1, Box(70, 90, 350, 200), cells, 1, 3, edges))

    assert texts(grid) == [["Fördelade medel till alla", "5 000"], ["Kvarstående", "700"]]
    assert [(c.col, c.col_span) for c in grid.cells] == [(0, 2), (2, 1)] * 2


def test_heads_above_rows_that_no_rule_parts_are_a_row_of_their_own():
    grid = one_row(
        [("Insats", 102), ("Stöd till", 122), ("unga", 134), ("Kurser", 154), ("Råd", 174)],
        [("Kronor", 102), ("5 000", 122), ("700", 154), ("80", 174)],
    )

    assert texts(with_rows(grid)) == [
        ["Insats", "Kronor"],
        ["Stöd till unga", "5 000"],
        ["Kurser", "700"],
        ["Råd", "80"],
    ]


def test_one_of_many_rows_may_lack_its_number():
    labels = [("Kurser", 102), ("Samtal", 122), ("Råd", 142), ("Träffar", 162), ("Stöd", 182)]
    numbers = [("5 000", 102), ("700", 122), ("80", 162), ("90", 182)]
    grid = replace(one_row(labels, numbers), box=Box(70, 90, 350, 200))
    texts_beside = tuple(
        set_line(text, 352, y)
        for text, y in zip(("Barn", "Unga", "Alla", "Äldre", "Vuxna"), (102, 122, 142, 162, 182), strict=True)
    )
    third = DraftCell(0, 2, 1, 1, Box(350, 90, 450, 200), texts_beside)

    parted = with_rows(replace(grid, cells=(*grid.cells, third), n_cols=3, edges=(*EDGES, 450.0)))

    assert texts(parted) == [
        ["Kurser", "5 000", "Barn"],
        ["Samtal", "700", "Unga"],
        ["Råd", "", "Alla"],
        ["Träffar", "80", "Äldre"],
        ["Stöd", "90", "Vuxna"],
    ]
