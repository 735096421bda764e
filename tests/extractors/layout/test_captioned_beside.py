"""Tables side by side, each below its numbered caption, though nothing drawn parts them."""

import pytest

from extractors.layout.captioned_beside import captioned_beside
from extractors.layout.text_columns import text_runs
from extractors.tables.cell_text import is_caption
from extractors.text.lines import Line
from tests.layout_builders import MEASURES, STEP, beside, full_line, set_line, set_right

LEFT_ROWS = [("Frukt", "Ton"), ("Äpplen", "120"), ("Päron", "84")]
RIGHT_ROWS = [("Hamn", "Anlöp"), ("Norrvik", "31"), ("Sundby", "7"), ("Ytterö", "5")]


def sides(left: str = "Tabell 3. Skörd", right: str = "Tabell 4. Små hamnar", x0: float = 260.0) -> list[Line]:
    """Two captions on one line; the right table begins at 260 and has a row more."""
    lines = [beside(set_line(left, 70, 100), set_line(right, x0, 100))]
    for i, (label, number) in enumerate(RIGHT_ROWS):
        y = 100 + (i + 1) * STEP
        row = [set_line(label, 262, y), set_right(number, 420, y)]
        if i < len(LEFT_ROWS):
            row = [set_line(LEFT_ROWS[i][0], 72, y), set_right(LEFT_ROWS[i][1], 220, y), *row]
        lines.append(beside(*row))
    return lines


@pytest.mark.parametrize(("right", "x0"), [("Tabell 4. Små hamnar", 260.0), ("Tabell B: Hamnar", 301.0)])
def test_each_caption_is_read_with_its_own_table(right, x0):
    runs = text_runs([*sides(right=right, x0=x0), full_line("Därefter", bottom=190)], [], MEASURES)

    assert [[line.text for line in run.lines] for run in runs] == [
        ["Tabell 3. Skörd", "Frukt Ton", "Äpplen 120", "Päron 84"],
        [right, "Hamn Anlöp", "Norrvik 31", "Sundby 7", "Ytterö 5"],
        [full_line("Därefter").text],
    ]


def test_heads_that_are_no_captions_leave_one_table():
    assert captioned_beside(sides("Skörd", "Små hamnar")) == []


def test_a_row_over_the_white_between_them_leaves_them_together():
    head, *rows = sides()
    over = beside(set_line("En not som står under båda tabellerna", 72, 107))

    assert captioned_beside([head, over, *rows]) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tabell 2. Medel per ort", True),
        ("Table B: Landings", True),
        ("Tableau 3 – Les ports", True),
        ("Tab. 1.2 - Bilancio", True),
        ("Tabell 3-5 visar medlen", False),
        ("Table of contents", False),
        ("Tabellen: se nedan", False),
    ],
)
def test_captions_are_numbered_in_other_languages_and_by_letters_too(text, expected):
    assert is_caption(text) is expected
