"""A last line in a type of its own that tells the unit is the table's caption; a row without its number stays."""

import pytest

from extractors.tables.captions_below import without_caption
from extractors.tables.line_parts import cut
from extractors.tables.open_regions import find_regions
from extractors.text.lines import Line
from tests.layout_builders import LEFT, MEASURES, STEP, beside, set_line, set_right


def row(label: str, amount: str, at: int, *, bold: bool = False) -> Line:
    foot = 100 + at * STEP
    return beside(set_line(label, LEFT, foot, bold=bold), set_right(amount, 420, foot, bold=bold))


ROWS = [row("Stöd", "5 000", 0), row("Kurs", "7 000", 1), row("Bok", "900", 2), row("Summa", "12 900", 3, bold=True)]


def last_line(text: str, *, bold: bool = True, x0: float = LEFT) -> Line:
    return set_line(text, x0, 100 + 4 * STEP, bold=bold)


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        pytest.param(last_line("Medel per område (tkr)"), 4, id="a caption"),
        pytest.param(last_line("Återbetalas (kr)", bold=False), 5, id="a row without its number, set as the others"),
        pytest.param(last_line("Medel per område"), 5, id="no unit"),
        pytest.param(last_line("Kvar (kr)", x0=LEFT + 60), 5, id="further in"),
    ],
)
def test_the_region_ends_before_a_caption(line: Line, kept: int) -> None:
    lines = [*ROWS, line]

    assert without_caption(lines, [cut(x) for x in lines], 0, 5) == kept


def test_the_caption_is_left_out_of_the_table() -> None:
    (region,) = find_regions([*ROWS, last_line("Medel per område (tkr)")], MEASURES)

    assert (region.first, region.last) == (0, 4)
