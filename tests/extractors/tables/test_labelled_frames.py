"""A frame of labels in bold, each beside its text."""

import pytest

from extractors.pages.geometry import Box
from extractors.tables.labelled_frames import with_labelled_rows
from extractors.tables.ruled_tables import DraftCell, DraftGrid
from extractors.text.lines import Line
from tests.layout_builders import LEFT, MEASURES, beside, set_line

ROWS = [
    ("Mål", "Alla barn i byn går till skolan varje dag"),
    ("Aktiviteter", "Ta fram en trappa med tydliga steg"),
    ("Ansvarig", "Rektor och skolans kurator"),
    ("Kostnad", "120 000 kr"),
]


def frame(rows: list[tuple[str, str]], *, bold: bool = True) -> DraftGrid:
    lines: list[Line] = []
    for n, (label, text) in enumerate(rows):
        foot = 115 + 20 * n
        lines.append(beside(set_line(label, LEFT + 5, foot, bold=bold), set_line(text, LEFT + 90, foot)))
    box = Box(LEFT, 100, LEFT + 450, 110 + 20 * len(rows))
    return DraftGrid(1, box, (DraftCell(0, 0, 1, 1, box, tuple(lines)),), 1, 1, (box.x0, box.x1))


def test_labels_in_bold_and_their_texts_are_the_rows_of_a_table():
    given = frame(ROWS)
    found = with_labelled_rows(given, MEASURES)

    assert [tuple(cell.lines[0].text for cell in found.row_cells(row)) for row in range(found.n_rows)] == ROWS
    assert found.box == given.box


@pytest.mark.parametrize("given", [frame(ROWS, bold=False), frame(ROWS[:2])], ids=["in-one-type", "two-rows"])
def test_other_frames_stay_as_they_are(given: DraftGrid):
    assert with_labelled_rows(given, MEASURES) == given
