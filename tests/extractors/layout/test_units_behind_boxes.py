"""The unit that a form prints behind a box belongs to the answer in it, and what stands before is the label alone."""

from extractors.layout.units_behind_boxes import with_units_in_boxes
from extractors.pages.geometry import Box
from extractors.tables.ruled_tables import DraftCell, DraftGrid
from tests.layout_builders import beside, set_line


def box(answer: str, bottom: float) -> DraftGrid:
    around = Box(200, bottom - 13, 300, bottom + 3)
    lines = (set_line(answer, 240, bottom),) if answer else ()
    return DraftGrid(1, around, (DraftCell(0, 0, 1, 1, around, lines),), 1, 1, (200, 300))


def test_a_unit_behind_a_filled_box_is_the_answers():
    lines = [beside(set_line("Sökt belopp", bottom=100), set_line("kr", 304, 100)), set_line("tkr", 304, 120)]

    grids, rest = with_units_in_boxes([box("42 000", 100), box("17", 120)], lines)

    assert [grid.cells[0].lines[0].text for grid in grids] == ["42 000 kr", "17 tkr"]
    assert [line.text for line in rest] == ["Sökt belopp"]


def test_a_unit_behind_an_empty_box_and_words_behind_one_are_kept_apart():
    lines = [
        beside(set_line("Sökt belopp", bottom=100), set_line("kr", 304, 100)),
        beside(set_line("Ort", bottom=120), set_line("Fylls i av handläggaren", 304, 120)),
        set_line("Till kommunens kr", bottom=160),
    ]

    grids, rest = with_units_in_boxes([box("", 100), box("Granvik", 120)], lines)

    assert [line.text for grid in grids for line in grid.cells[0].lines] == ["Granvik"]
    assert [line.text for line in rest] == [
        "Sökt belopp",
        "kr",
        "Ort",
        "Fylls i av handläggaren",
        "Till kommunens kr",
    ]
