"""A table without rules over the columns of a page stands between what is above and below it, row by row."""

from dataclasses import replace

from extractors.layout.open_over_columns import in_open_tables
from extractors.layout.text_columns import text_runs
from extractors.pages.geometry import Word
from extractors.text.printed_lines import lines_of
from tests.layout_builders import LEFT, MEASURES, RIGHT, STEP, set_words

LETTERS = 43
RIGHT_COLUMN = RIGHT - LETTERS * 5
GUTTER = (LEFT + LETTERS * 5 + RIGHT_COLUMN) / 2
EDGES = (LEFT, 150.0, 480.0)
ROWS = [
    ("Kurser", "Fler i kommunens verksamheter kan ge ett första stöd till unga", "5 000"),
    ("Samtal", "Fler unga får hjälp i tid", "12 000"),
    ("Råd", "Föräldrar som söker råd och stöd får det inom en månad i länet", "7 500"),
    ("Träffar", "Nätverk för anhöriga i alla kommuner, två gånger om året", "900"),
]


def column(name: str, x0: float, bottom: float) -> list[Word]:
    return [
        w for i in range(7) for w in set_words(f"{name}{i} text som fyller sin spalt här och nu", x0, bottom + i * STEP)
    ]


def table(bottom: float) -> list[Word]:
    return [
        w
        for i, row in enumerate(ROWS)
        for text, x0 in zip(row, EDGES, strict=True)
        for w in set_words(text, x0, bottom + i * 20)
    ]


def test_rows_of_a_table_over_both_columns_are_not_parted_at_the_gutter():
    words = [
        *column("v", LEFT, 100),
        *column("h", RIGHT_COLUMN, 100),
        *table(230),
        *column("w", LEFT, 350),
        *column("i", RIGHT_COLUMN, 350),
    ]

    runs = text_runs(lines_of(words), [], replace(MEASURES, gutters=(GUTTER,)))

    assert [run.lines[0].words[0].text for run in runs] == ["v0", "h0", "Kurser", "w0", "i0"]
    assert [line.text.split()[0] for line in runs[2].lines] == ["Kurser", "Samtal", "Råd", "Träffar"]


def test_text_in_columns_is_no_table():
    lines = lines_of([*column("v", LEFT, 100), *column("h", RIGHT_COLUMN, 100)])

    assert not any(in_open_tables(lines, (GUTTER,)))


def test_one_line_over_the_gutter_makes_no_table():
    lines = lines_of([*column("v", LEFT, 100), *table(230)[:13], *column("h", RIGHT_COLUMN, 350)])

    assert not any(in_open_tables(lines, (GUTTER,)))


def test_rows_that_stand_evenly_but_far_apart_are_a_table_over_both_columns():
    rows = [
        w
        for i, row in enumerate(ROWS)
        for text, x0 in zip(row, EDGES, strict=True)
        for w in set_words(text, x0, 240 + i * 52)
    ]
    lines = lines_of([*column("v", LEFT, 100), *column("h", RIGHT_COLUMN, 100), *rows])

    assert [line.words[0].text for line, held in zip(lines, in_open_tables(lines, (GUTTER,)), strict=True) if held] == [
        "Kurser",
        "Samtal",
        "Råd",
        "Träffar",
    ]
