"""Lines in the middle of a table of figures: they head the rows below them and are no cell of a column."""

import pytest

from extractors.pages.geometry import Box, Drawn
from extractors.tables.centred_sections import as_sections, centred_sections, ends_in_section, with_sections_apart
from extractors.tables.cut_lines import cut_at
from extractors.tables.open_regions import OpenRegion
from extractors.tables.open_tables import read_region
from extractors.text.hyphens import Vocabulary
from extractors.text.lines import Line
from tests.layout_builders import LEFT, MEASURES, STEP, beside, set_line, set_right, text_width

EDGES = (LEFT, 190.0, 250.0, 310.0, 370.0)
ENDS = (245.0, 305.0, 365.0)
MIDDLE = (LEFT + ENDS[-1]) / 2


def row(label: str, *numbers: str, bottom: float) -> Line:
    return beside(
        set_line(label, LEFT, bottom), *(set_right(n, x1, bottom) for n, x1 in zip(numbers, ENDS, strict=True))
    )


def centred(text: str, bottom: float, middle: float = MIDDLE) -> Line:
    return set_line(text, middle - text_width(text) / 2, bottom)


def lines_with(section: Line) -> list[Line]:
    """A head, two rows, the section, two rows more."""
    first = section.bottom - 3 * STEP
    return [
        row("Orsak", "2021", "2022", "2023", bottom=first),
        row("Ensamhet", "12", "14", "9", bottom=first + STEP),
        row("Oro", "22", "24", "19", bottom=first + 2 * STEP),
        section,
        row("Ensamhet", "3", "4", "5", bottom=first + 4 * STEP),
        row("Oro", "6", "7", "8", bottom=first + 5 * STEP),
    ]


def test_a_text_in_the_middle_of_all_columns_is_a_row_of_its_own():
    lines = lines_with(centred("Andel av kvinnor", 200))
    drawn = Drawn((Box(LEFT, 172, ENDS[-1], 172.5),))

    grid = read_region(1, lines, OpenRegion(0, len(lines), EDGES), drawn, MEASURES, None).grid

    texts = [[cell.text(Vocabulary()) for cell in grid.row_cells(at) if cell.lines] for at in range(grid.n_rows)]
    assert texts[3:5] == [["Andel av kvinnor"], ["Ensamhet", "3", "4", "5"]]
    assert next(cell.col for cell in grid.row_cells(3) if cell.lines) == 0


@pytest.mark.parametrize(
    "section",
    [
        pytest.param(centred("Andel", 200, MIDDLE + 20), id="not-in-the-middle"),
        pytest.param(set_line("Andel av kvinnor", LEFT, 200), id="in-the-labels-column"),
        pytest.param(centred("1 200", 200), id="a-figure"),
        pytest.param(beside(centred("Andel", 200, MIDDLE - 60), centred("Antal", 200, MIDDLE + 60)), id="two-texts"),
    ],
)
def test_other_lines_are_no_such_section(section):
    rows = [cut_at(line, EDGES) for line in lines_with(section)]

    assert centred_sections(rows, 1, {1, 2, 3}) == set()


def test_a_text_between_a_labels_lines_is_a_cell_of_their_row():
    lines = lines_with(centred("saknas", 200))
    lines[4] = set_line("och oro", LEFT, lines[4].bottom)

    assert centred_sections([cut_at(line, EDGES) for line in lines], 1, {1, 2, 3}) == set()


def test_a_section_right_below_the_rule_under_the_head_is_no_head():
    lines = lines_with(centred("Antal personer", 200))
    rows = [cut_at(line, EDGES) for line in (lines[0], *lines[3:])]
    below_head = rows[1].line.top - 0.5

    assert ends_in_section(rows, 2, [below_head], {1, 2, 3})
    assert not ends_in_section(rows, 2, [], {1, 2, 3})
    assert not ends_in_section(rows, 1, [below_head], {1, 2, 3})


def test_sections_are_cut_out_of_the_groups_they_stand_in():
    assert with_sections_apart([[0], [1, 2, 3], [4]], {2}) == [[0], [1], [2], [3], [4]]


def test_a_sections_words_are_all_in_the_first_column():
    rows = [cut_at(line, EDGES) for line in lines_with(centred("Andel av alla kvinnor i kommunen", 200))]

    assert [bool(cell) for cell in as_sections(rows, {3})[3].cells] == [True, False, False, False]
