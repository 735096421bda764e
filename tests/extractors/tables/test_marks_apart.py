"""A mark in its column is a cell, however near the text before it; an x in a text is a letter."""

from extractors.tables.line_parts import cut
from extractors.tables.marks_apart import with_marks_apart
from extractors.text.lines import Line
from tests.layout_builders import LEFT, STEP, beside, set_line, text_width

_LONG = "Stöd till anhöriga i glesbygd utökas"
_NEAR = 8.0
"""Points: more than a word's space of 5, less than the 10 that part cells everywhere."""
_COLUMN = LEFT + text_width(_LONG) + _NEAR


def row(text: str, n: int, mark: str = "x") -> Line:
    return beside(set_line(text, LEFT, 100 + n * STEP), set_line(mark, _COLUMN, 100 + n * STEP))


def texts(lines: list[Line]) -> list[list[str]]:
    return [[part.text for part in row] for row in with_marks_apart([cut(line) for line in lines])]


def test_a_mark_near_a_long_text_is_a_cell_where_other_rows_have_theirs_at_one_place():
    found = texts([row("Öppet hus", 0), row(_LONG, 1), row("Brukarråd", 2)])

    assert found == [["Öppet hus", "x"], [_LONG, "x"], ["Brukarråd", "x"]]


def test_one_mark_at_that_place_tells_of_no_column():
    assert texts([row("Öppet hus", 0), row(_LONG, 1)])[1] == [f"{_LONG} x"]


def test_an_x_at_a_words_distance_belongs_to_its_text():
    near = set_line("Skolan i årskurs med klass femton b x", LEFT - 3, 100 + STEP)

    assert texts([row("Öppet hus", 0), near, row("Brukarråd", 2)])[1] == [near.text]


def test_a_word_in_the_marks_column_is_no_mark():
    assert texts([row("Öppet hus", 0), row(_LONG, 1, "nu"), row("Brukarråd", 2)])[1] == [f"{_LONG} nu"]
