"""Justified text whose spaces are stretched stays text; what stands in columns stays in columns."""

from dataclasses import replace

import pytest

from extractors.tables.line_parts import cut
from extractors.tables.open_regions import find_regions
from extractors.tables.stretched_lines import with_stretched_whole
from extractors.text.lines import Line
from tests.layout_builders import LEFT, MEASURES, STEP, beside, set_line, set_right

EDGE = 250.0
"""Where the narrow column's text ends."""


def justified(text: str, bottom: float, *, x0: float = LEFT) -> Line:
    """A line of one column whose spaces are stretched alike, to the column's right edge."""
    words = set_line(text, x0, bottom).words
    more = (EDGE - words[-1].x1) / (len(words) - 1)
    return Line(tuple(replace(w, x0=w.x0 + i * more, x1=w.x1 + i * more) for i, w in enumerate(words)))


def n_parts(lines: list[Line]) -> list[int]:
    return [len(row) for row in with_stretched_whole(lines, [cut(line) for line in lines])]


def test_a_stretched_line_between_full_ones_is_whole():
    lines = [
        justified("stöd i lokala kurser med hjälp av", 100),
        justified("skolnärvaro och samverkan", 100 + STEP),
        justified("samt den uppföljning som har gjorts", 100 + 2 * STEP),
    ]

    assert len(cut(lines[1])) == 3
    assert n_parts(lines) == [1, 1, 1]
    assert find_regions(lines, MEASURES) == []


def test_stretched_lines_on_end_are_known_from_the_one_that_is_not():
    lines = [
        justified("biståndshandläggare. Ensamma", 100),
        justified("barnmorskor och kuratorer", 100 + STEP),
        justified("samt den uppföljning som har gjorts", 100 + 2 * STEP),
    ]

    assert n_parts(lines) == [1, 1, 1]


def test_an_items_first_line_begins_behind_its_bullet():
    item = beside(set_line("-", LEFT - 10, 100), justified("Länsgemensam handlingsplan nu", 100))

    assert n_parts([item, justified("samt den uppföljning som har gjorts", 100 + STEP)]) == [1, 1]


def test_an_items_first_line_is_whole_though_justifying_moves_its_words_from_its_bullet():
    full = [justified(f"samt den uppföljning som gjorts {n}:e", 100 + n * STEP) for n in range(1, 4)]
    item = justified("- Första hjälpen till unga", 100 + 4 * STEP)
    below = set_line("under hela våren.", LEFT + 4, 100 + 5 * STEP)

    assert len(cut(item)) > 1
    assert n_parts([*full, item, below]) == [1, 1, 1, 1, 1]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(beside(set_line("Belopp", LEFT, 113), set_right("1 000", EDGE, 113)), id="a-number-at-the-edge"),
        pytest.param(
            beside(set_line("Post", LEFT, 113), set_line("Vem", 130, 113), set_right("Klart", EDGE, 113)), id="uneven"
        ),
        pytest.param(beside(set_line("Post", LEFT, 113), set_right("Vem", EDGE - 30, 113)), id="short-of-the-edge"),
        pytest.param(beside(set_line("Post", LEFT, 140), set_right("Vem", EDGE, 140)), id="far-below"),
    ],
)
def test_a_row_in_columns_below_text_is_not_whole(line: Line):
    assert n_parts([justified("samt den uppföljning som har gjorts", 100), line])[1] > 1


FULL = [justified("samt den uppföljning som har gjorts", 100 + i * STEP) for i in range(3)]


@pytest.mark.parametrize(
    ("n_full", "parts"), [(3, 1), (2, 4)], ids=["several lines tell the column's edge", "too few do"]
)
def test_the_first_line_of_a_text_of_two_is_whole_where_other_texts_fill_the_width(n_full: int, parts: int):
    first = justified("Mål är att nå", 220)
    lines = [*FULL[:n_full], first, set_line("alla under 2028", LEFT, 220 + STEP)]

    assert len(cut(first)) == 4
    assert n_parts(lines)[-2] == parts


@pytest.mark.parametrize(("text", "parts"), [("Barn och unga", 1), ("Kurser 12 34", 3)], ids=["words", "figures"])
def test_other_stretched_lines_tell_the_columns_edge_too(text: str, parts: int):
    others = [justified(text, 100 + 40 * i) for i in range(3)]
    first = justified("Mål är att nå", 220)

    found = n_parts([*others, first, set_line("alla under 2028", LEFT, 220 + STEP)])

    assert found[-2] == (1 if parts == 1 else 4)


def test_a_comma_may_hang_over_the_edge():
    hanging = justified("stöd i lokala kurser med hjälp av", 100)
    over = Line((*hanging.words[:-1], replace(hanging.words[-1], x1=EDGE + 3, text="av,")))

    assert n_parts([justified("skolnärvaro och samverkan", 100 + STEP), over][::-1])[1] == 1


@pytest.mark.parametrize(
    ("text", "parts"),
    [("stöd till unga i hela länet", 1), ("jan feb mar apr maj jun", 6), ("stöd till unga", 3)],
    ids=["text", "heads-of-one-length", "few-words"],
)
def test_many_spaces_that_are_the_same_are_stretched_in_a_frame_too(text: str, parts: int):
    first = justified(text, 100)

    assert len(cut(first)) == max(parts, len(text.split()))
    assert n_parts([first, set_line("och deras närmaste.", LEFT, 100 + STEP)])[0] == parts
