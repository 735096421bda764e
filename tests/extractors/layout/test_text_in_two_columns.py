"""An introduction in two columns above a table: read one column after the other, and no row of the table."""

import pytest

from extractors.layout.text_columns import text_runs
from extractors.layout.text_in_two_columns import texts_in_two_columns
from extractors.pages.geometry import NOTHING_DRAWN, Box, Drawn
from extractors.text.lines import Line
from tests.layout_builders import MEASURES, STEP, beside, set_line

RIGHT_ONE = 300.0
LEFT_TEXTS = [
    "Planen gäller för alla nämnder och har",
    "tagits fram tillsammans med föreningar.",
    "Den följs upp.",
    "Medlen räcker till tre av insatserna, de",
]
RIGHT_TEXTS = [
    "andra väntar till dess att fler söker en",
    "plats i de grupper som redan har börjat.",
    "Siffrorna är hämtade från bokslutet och",
    "avser alltid hela året.",
]


def printed(left: list[str], right: list[str], *, bold: bool = False) -> list[Line]:
    """Texts side by side, one pair a line."""
    pairs = enumerate(zip(left, right, strict=True))
    return [
        beside(set_line(a, 70, 100 + i * STEP, bold=bold), set_line(b, RIGHT_ONE, 100 + i * STEP, bold=bold))
        for i, (a, b) in pairs
    ]


def heads(bottom: float, *, bold: bool = True) -> Line:
    parts = (("Insats", 70.0), ("Ort", 220.0), ("Tid", 330.0))
    return beside(*(set_line(text, x0, bottom, bold=bold) for text, x0 in parts))


def test_the_introduction_is_read_column_by_column_and_the_table_after_it():
    text, row = printed(LEFT_TEXTS, RIGHT_TEXTS), beside(set_line("Kurs", 70, 180), set_line("Ekfors", 220, 180))

    runs = text_runs([set_line("Plan", 70, 80), *text, heads(160), row], [], MEASURES)

    assert [[line.text for line in run.lines] for run in runs] == [
        ["Plan"],
        LEFT_TEXTS,
        RIGHT_TEXTS,
        ["Insats Ort Tid", "Kurs Ekfors"],
    ]
    assert [run.opens_column for run in runs] == [False, False, True, False]
    assert runs[2].measures.left == RIGHT_ONE


@pytest.mark.parametrize("drawn", [Drawn(rules=(Box(70, 153, 500, 153.5),)), Drawn(bands=(Box(70, 150, 500, 172),))])
def test_what_is_drawn_below_the_introduction_ends_it(drawn):
    table = beside(set_line("Insats", 70, 165), set_line("Tid", RIGHT_ONE, 165))

    (found,) = texts_in_two_columns([*printed(LEFT_TEXTS, RIGHT_TEXTS), table], drawn)

    assert (found.first, found.last) == (0, 4)
    assert found.goes_on


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (["Mål", *LEFT_TEXTS], ["Insats", *RIGHT_TEXTS]),
        (LEFT_TEXTS[:2] + LEFT_TEXTS[:3], RIGHT_TEXTS[2:] + RIGHT_TEXTS[:3]),
        (["Ekfors", "Vik", "Lund", "Berg"], RIGHT_TEXTS),
        (LEFT_TEXTS, ["Samtal 12 40", "Kurser 10 35", "Grupper 9 11", "Stöd 8 10"]),
    ],
    ids=["heads above", "cells that begin together", "labels", "short cells"],
)
def test_a_tables_two_columns_are_no_running_text(left, right):
    rows = printed(left, right)
    if len(rows) == 5 and left[0] != "Mål":  # the second row begins below wider white
        rows = [*rows[:2], *(set_lower(line) for line in rows[2:])]

    assert texts_in_two_columns(rows, NOTHING_DRAWN) == []


def set_lower(line: Line) -> Line:
    sides = ([w for w in line.words if w.x0 < RIGHT_ONE], [w for w in line.words if w.x0 >= RIGHT_ONE])
    texts = (" ".join(word.text for word in side) for side in sides)
    return beside(*(set_line(text, x0, line.bottom + 6) for text, x0 in zip(texts, (70, RIGHT_ONE), strict=True)))


@pytest.mark.parametrize("below", [(), (170.0,)], ids=["no rule below", "a rule below"])
def test_texts_beside_each_other_below_a_ruled_head_are_a_rows_cells(below):
    head = beside(set_line("Risk", 70, 70), set_line("Åtgärd", RIGHT_ONE, 70), set_line("Klar", 520, 70))
    rows = printed(LEFT_TEXTS, RIGHT_TEXTS)
    drawn = Drawn(rules=tuple(Box(66, y, 560, y + 0.5) for y in (56.0, 74.0, *below)))

    assert len(text_runs([head, *rows], [], MEASURES)) > 1
    assert len(text_runs([head, *rows], [], MEASURES, drawn)) == 1


def test_text_in_two_columns_between_a_titles_rule_and_a_table_is_read_column_by_column():
    table = [heads(170), *(beside(set_line("Kurs", 70, y), set_line("Ekfors", 220, y)) for y in (188, 206))]
    drawn = Drawn(rules=tuple(Box(66, y, 560, y + 0.5) for y in (84.0, 174.0, 192.0, 210.0)))

    runs = text_runs([set_line("Plan", 70, 80), *printed(LEFT_TEXTS, RIGHT_TEXTS), *table], [], MEASURES, drawn)

    assert [line.text for line in runs[1].lines] == LEFT_TEXTS
