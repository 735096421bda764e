"""Heads over groups of columns of texts, where lines are drawn between the groups or below their heads only."""

from itertools import pairwise

from extractors.pages.geometry import Box
from extractors.tables.cut_lines import cut_all
from extractors.tables.head_rows import head_cells
from extractors.tables.ruled_tables import DraftCell, DraftGrid
from extractors.tables.text_groups import edges_of_texts
from extractors.tables.undrawn_columns import with_undrawn_columns
from extractors.text.hyphens import Vocabulary
from extractors.text.lines import Line
from extractors.text.printed_lines import lines_of
from tests.layout_builders import LEFT, MEASURES, beside, set_line

BEGINS = (LEFT, 140.0, 230.0, 330.0, 430.0)
DRAWN = (LEFT - 4, 136.0, 326.0, 520.0)
EDGES = (LEFT - 4, 136.0, 226.0, 326.0, 426.0, 520.0)
ROWS = [
    ("Barn", "Lång kö", "Vakanser", "Öppet hus", "Skolan"),
    ("Unga", "Få söker", "Okunskap", "Kurser", "Vården"),
    ("Vuxna", "Lång väg", "Lokalbrist", "Samtal", "Kommunen"),
    ("Äldre", "Ensamhet", "Vakanser", "Hembesök", "Vården"),
]
UPPER, LOWER = ("Grupp", "Nuläge", "", "Arbete", ""), ("", "Problem", "Orsak", "Insats", "Ansvar")


def printed(texts: tuple[str, ...], foot: float) -> Line:
    return beside(*(set_line(text, x0, foot) for text, x0 in zip(texts, BEGINS, strict=True) if text))


def all_lines(*heads: tuple[str, ...]) -> list[Line]:
    return [printed(texts, 100 + 15 * i) for i, texts in enumerate((*heads, *ROWS))]


def in_one_row(lines: list[Line]) -> DraftGrid:
    """All lines in one drawn row, whose lines part the labels and two groups."""
    top, bottom = lines[0].top - 2, lines[-1].bottom + 2
    words = [word for line in lines for word in line.words]
    cells = tuple(
        DraftCell(0, col, 1, 1, Box(a, top, b, bottom), tuple(lines_of(w for w in words if a < w.x0 < b)))
        for col, (a, b) in enumerate(pairwise(DRAWN))
    )
    box = Box(DRAWN[0], top, DRAWN[-1], bottom)
    return DraftGrid(1, box, cells, 1, 3, DRAWN, heights=(top, bottom), drawn_edges=DRAWN)


def texts_of(grid: DraftGrid) -> list[list[str]]:
    found = [["" for _ in range(grid.n_cols)] for _ in range(grid.n_rows)]
    for c in grid.cells:
        found[c.row][c.col] = c.text(Vocabulary())
    return found


def test_texts_below_each_other_behind_white_tell_the_columns_of_drawn_groups():
    edges = edges_of_texts(all_lines(UPPER, LOWER), DRAWN)

    assert [x in DRAWN for x in edges] == [True, True, False, True, False, True]


def test_white_that_a_text_below_reaches_over_or_with_a_label_before_it_parts_no_columns():
    wide = set_line("Lång kö till alla mottagningar", 140, 200)
    labels = printed(("Barn", "Namn:", "Ek", "Ort:", "Ås"), 90)

    assert edges_of_texts([*all_lines(), wide], DRAWN)[2] == DRAWN[2]
    assert edges_of_texts([labels, *all_lines()], DRAWN) == list(DRAWN)


def test_columns_of_texts_within_drawn_groups_have_their_rows_and_heads():
    grid = with_undrawn_columns(in_one_row(all_lines(UPPER, LOWER)), MEASURES)

    assert texts_of(grid)[-len(ROWS) :] == [list(row) for row in ROWS]
    assert grid.n_cols == len(EDGES) - 1


def spans(drawn: tuple[float, ...], rules: list[Box], lower: tuple[str, ...] = LOWER) -> dict[str, tuple[int, int]]:
    lines = cut_all([printed(UPPER, 100), printed(lower, 115)], EDGES)
    below = cut_all([printed(row, 145 + 15 * i) for i, row in enumerate(ROWS)], EDGES)
    return {c.lines[0].text: (c.col, c.col_span) for c in head_cells(lines, below, EDGES, rules, drawn) if c.lines}


def test_a_head_alone_in_each_drawn_group_is_over_the_group():
    found = spans(DRAWN, [])

    assert found["Nuläge"] == (1, 2)
    assert found["Arbete"] == (3, 2)


def test_lines_of_one_head_are_over_its_column_alone():
    assert spans(DRAWN, [], ("", "och problem", "Orsak", "och insats", "Ansvar")).get("Nuläge", (1, 1)) == (1, 1)


def test_heads_above_one_rule_that_begin_with_columns_are_over_those_up_to_the_next():
    found = spans((), [Box(136, 102, 520, 102)])

    assert found["Nuläge"] == (1, 2)
    assert found["Arbete"] == (3, 2)
