"""The caption of a table over both columns of a page: it is read with the table, whatever the columns end with."""

from dataclasses import replace

from extractors.layout.captions_over_columns import captions_over_columns
from extractors.layout.footnotes import footnotes_in_columns
from extractors.layout.text_columns import text_runs
from extractors.pages.geometry import Box, RuledGrid
from extractors.tables.ruled_tables import DraftGrid
from extractors.text.lines import Line
from tests.layout_builders import LEFT, MEASURES, RIGHT, SIZE, STEP, beside, grid_of_texts, raw_page, set_line

GUTTER = 300.0
RIGHT_COLUMN = 310.0
TABLE_TOP = 600.0
CAPTION = "Tabell 4. Medlens delar"


def wide_table() -> DraftGrid:
    return grid_of_texts([["Del", "Belopp"], ["Stöd", "400"]], top=TABLE_TOP, edges=(LEFT, 400.0, RIGHT))


def column_line(text: str, x0: float, bottom: float) -> Line:
    """A line about as wide as a column."""
    return set_line(f"{text} text text text text text text", x0, bottom)


def page_lines(*, foot: list[Line], last_right: float = 500.0) -> list[Line]:
    """Text in two columns, the right one down to `last_right`, and what stands at the foot of the left one."""
    bottoms = [100 + i * STEP for i in range(40) if 100 + i * STEP <= 500]
    lines = [beside(column_line("Vänster", LEFT, b), column_line("Höger", RIGHT_COLUMN, b)) for b in bottoms]
    more = 500 + STEP
    while more <= last_right:
        lines.append(column_line("Höger", RIGHT_COLUMN, more))
        more += STEP
    return sorted([*lines, *foot], key=lambda line: line.bottom)


def caption(text: str = CAPTION, x0: float = LEFT) -> Line:
    return set_line(text, x0, TABLE_TOP - 5, bold=True)


def marked(line: Line) -> Line:
    return Line(line.words, marks=("5",), leading_mark="5", marks_x0=(line.x0 - 3,))


def drawn_table() -> RuledGrid:
    table = wide_table()
    return RuledGrid(table.box, tuple(cell.box for cell in table.cells))


def told(lines: list[Line]) -> list[str]:
    over = captions_over_columns(lines, [False] * len(lines), [wide_table().box], GUTTER)
    return [line.text for line, is_caption in zip(lines, over, strict=True) if is_caption]


def test_a_caption_alone_above_a_wide_table_is_the_tables():
    assert told(page_lines(foot=[caption()])) == [CAPTION]


def test_what_the_caption_goes_on_with_is_the_tables_too():
    first = set_line(CAPTION, LEFT, TABLE_TOP - 5 - STEP, bold=True)
    assert told(page_lines(foot=[first, set_line("Belopp i kronor", LEFT, TABLE_TOP - 5)])) == [
        CAPTION,
        "Belopp i kronor",
    ]


def test_a_caption_with_text_beside_it_may_be_the_columns():
    assert told(page_lines(foot=[caption()], last_right=TABLE_TOP - 2)) == []


def test_a_caption_far_above_or_beside_the_tables_edge_is_none_of_its():
    assert told(page_lines(foot=[set_line(CAPTION, LEFT, TABLE_TOP - 60)])) == []
    assert told(page_lines(foot=[caption(x0=LEFT + 60)])) == []


def test_a_line_without_a_number_is_the_columns():
    assert told(page_lines(foot=[caption("Uppgifterna avser året")])) == []


def test_the_caption_is_read_with_its_table_after_both_columns():
    lines = page_lines(foot=[caption()])
    measures = replace(MEASURES, gutters=(GUTTER,))

    runs = text_runs(lines, [wide_table()], measures)

    assert [(run.lines[0].words[0].text, run.lines[-1].words[0].text) for run in runs if run.lines] == [
        ("Vänster", "Vänster"),
        ("Höger", "Höger"),
        ("Tabell", "Tabell"),
    ]
    assert [len(run.grids) for run in runs] == [0, 0, 0, 1]


def test_footnotes_at_a_columns_foot_stand_above_the_wide_table_and_its_caption():
    size = 7.0
    note = marked(set_line("Avser hela länet.", LEFT, 560.0, size=size))
    lines = page_lines(foot=[note, caption()])
    lines[3] = Line(lines[3].words, marks=("5",), marks_x0=(lines[3].x1,))
    page = replace(raw_page(rules=[Box(LEFT, 548.0, LEFT + 90, 548.4)]), grids=(drawn_table(),))

    body, notes = footnotes_in_columns(page, lines, (GUTTER,), SIZE)

    assert [[line.text for line in lines] for lines in notes] == [["Avser hela länet."]]
    assert body[-1].text == CAPTION
