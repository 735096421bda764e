"""Rows whose cells are set at their middle begin in one column alone: below a head's band they are rows too."""

from extractors.pages.geometry import Box, Drawn
from extractors.tables.open_regions import find_regions
from extractors.text.lines import Line
from tests.layout_builders import LEFT, MEASURES, beside, set_line

WHO, ACT = 160.0, 260.0
"""Where the second and the third column begin."""


def texts(foot: float, *cells: tuple[float, str]) -> Line:
    return beside(*(set_line(text, x0, foot) for x0, text in cells))


HEAD = [
    texts(100, (LEFT, "Område"), (WHO, "Vem"), (ACT, "Sammanfattning av insatsen")),
    texts(111, (LEFT, "i planen"), (WHO, "som gör"), (ACT, "så som den beslutats")),
]
FIRST = [
    texts(131, (LEFT, "Tidiga"), (ACT, "Skolorna tar fram en gemensam rutin")),
    texts(136.5, (WHO, "Skolan")),
    texts(142, (LEFT, "insatser"), (ACT, "för frånvaro som oroar")),
]
SECOND = [
    texts(162, (ACT, "Elevhälsan möter varje vecka de elever")),
    texts(167.5, (LEFT, "Stöd till")),
    texts(173, (WHO, "Elevhälsan"), (ACT, "som vill tala med någon")),
    texts(178.5, (LEFT, "unga")),
    texts(184, (ACT, "utan att boka tid")),
]
BAND = Drawn(bands=(Box(LEFT - 4, HEAD[0].top - 3, 480, HEAD[1].bottom + 3),))


def test_a_row_that_begins_in_one_column_alone_is_of_the_table():
    lines = [*HEAD, *FIRST, *SECOND]

    assert [(r.first, r.last, r.n_cols) for r in find_regions(lines, MEASURES, BAND)] == [(0, len(lines), 3)]


def test_text_below_the_table_that_stands_in_one_column_only_is_none_of_it():
    below = [texts(204, (LEFT, "Planen följs")), texts(215, (LEFT, "upp varje år"))]
    lines = [*HEAD, *FIRST, *below]

    assert [(r.first, r.last) for r in find_regions(lines, MEASURES, BAND)] == [(0, len(HEAD) + len(FIRST))]
