"""Columns that rules and tints tell of, drawn cell by cell: where their edges are, and when drawings tell of none."""

import itertools
from collections.abc import Sequence

from extractors.pages.geometry import Box, Drawn
from extractors.tables.column_pieces import drawn_edges, without_sign_columns
from extractors.tables.gutters import column_edges
from extractors.text.lines import Line
from tests.layout_builders import beside, full_line, set_line

EDGES = (70.0, 200.0, 300.0, 420.0)


def pieces(y: float, edges: Sequence[float] = EDGES, gap: float = 0.0, height: float = 0.5) -> tuple[Box, ...]:
    """One piece for each column; `gap` is the white between two of them."""
    return tuple(Box(a, y, b - gap, y + height) for a, b in itertools.pairwise(edges))


def row(texts: Sequence[str], bottom: float, starts: Sequence[float] = (74.0, 204.0, 304.0)) -> Line:
    return beside(*(set_line(text, x0, bottom) for text, x0 in zip(texts, starts, strict=False) if text))


ROWS = [
    row(["Risk", "Värde", "Åtgärd"], 115),
    row(["Brister", "Stor", "Utbildning"], 135),
    row(["", "", "i grupp"], 147),
]


ROWS_OF_SUMS = [
    row(["Insats", "Plan", "Utfall"], 115, (74.0, 220.0, 304.0)),
    row(["Kurser", "5000", "4200"], 135, (74.0, 220.0, 304.0)),
    row(["Stöd", "700", "650"], 147, (74.0, 220.0, 304.0)),
]


def test_pieces_of_a_rule_tell_the_columns():
    assert drawn_edges(ROWS, Drawn(rules=(*pieces(100), *pieces(120)))) == list(EDGES)


def test_tints_behind_a_head_tell_the_columns():
    assert drawn_edges(ROWS, Drawn(tints=pieces(102, height=16))) == list(EDGES)


def test_rules_of_a_head_that_stop_short_of_each_other_are_parted_between_them():
    assert drawn_edges(ROWS, Drawn(rules=pieces(120, gap=6))) == [70, 197, 297, 414]


def test_a_head_over_two_columns_lacks_the_edge_between_them():
    drawn = Drawn(rules=(*pieces(100, (70, 200, 420)), *pieces(120)))
    head = beside(set_line("Mål", 74, 115), set_line("Medel under hela perioden", 230, 115))

    assert drawn_edges([head, *ROWS[1:], ROWS[1]], drawn) == list(EDGES)


def test_one_rule_over_the_whole_table_and_dashes_tell_of_no_columns():
    dashes = tuple(Box(70 + 8.0 * i, 120, 74 + 8.0 * i, 120.5) for i in range(40))

    assert drawn_edges(ROWS, Drawn(rules=(Box(70, 100, 420, 100.5), *dashes))) == []


def test_pieces_that_running_text_stands_over_are_no_columns():
    assert drawn_edges([full_line(bottom=115.0 + 13 * i) for i in range(3)], Drawn(rules=pieces(100))) == []


def test_a_long_word_that_reaches_over_a_drawn_edge_hides_no_column():
    lines = [*ROWS, row(["KOMMUNÖVERGRIPANDESAMVERKAN"], 159)]
    known = drawn_edges(lines, Drawn(rules=pieces(120)))

    assert lines[-1].x1 > EDGES[1]
    assert column_edges(lines, known) == list(EDGES)


def test_white_in_every_line_parts_columns_that_a_drawing_spans():
    known = drawn_edges(ROWS, Drawn(rules=pieces(120, (70, 200, 420))))

    assert len(column_edges(ROWS, known)) == 4


def test_pieces_under_a_currency_sign_are_those_of_its_number():
    starts = (74.0, 204.0, 240.0, 320.0)
    rows = [
        row(["Post", "", "Budget"], 115, starts),
        row(["Lokaler", "$", "12,5"], 135, starts),
        row(["Resor", "", "3,0"], 147, starts),
    ]
    edges = (70.0, 200.0, 225.0, 420.0)

    assert drawn_edges(rows, Drawn(rules=(*pieces(100, edges), *pieces(120, edges)))) == [70, 200, 420]


def test_a_piece_for_currency_signs_that_are_all_missing_is_no_column():
    edges = (70.0, 200.0, 216.0, 300.0, 420.0)

    assert drawn_edges(ROWS_OF_SUMS, Drawn(rules=(*pieces(100, edges), *pieces(120, edges)))) == [70, 200, 300, 420]


def test_an_empty_column_as_wide_as_others_is_one():
    edges = (70.0, 150.0, 216.0, 300.0, 420.0)

    assert len(drawn_edges(ROWS_OF_SUMS, Drawn(rules=(*pieces(100, edges), *pieces(120, edges))))) == 5


def test_a_column_of_nothing_but_currency_signs_is_one_with_its_numbers():
    lines = [
        beside(set_line("Resor", 70, 115), set_line("$", 200, 115), set_line("5 000", 260, 115)),
        beside(set_line("Hyra", 70, 135), set_line("700", 270, 135)),
        beside(set_line("Summa", 70, 155), set_line("$", 200, 155), set_line("5 700", 260, 155)),
    ]

    assert without_sign_columns(lines, [70.0, 180.0, 240.0, 300.0]) == [70, 180, 300]
    assert without_sign_columns(lines, [70.0, 180.0, 300.0]) == [70, 180, 300]
