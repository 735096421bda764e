"""Boxes in columns and rows: read down where a label comes back along a row, across where none does."""

from pathlib import Path

from extractors.layout.boxes_in_columns import grids_in_reading_order
from extractors.pages.geometry import Box
from extractors.reading import read_file
from extractors.tables.ruled_tables import DraftGrid
from models.blocks import Heading
from tests.layout_builders import LEFT, DrawnPage, grid_of_texts, write_pdf


def box(text: str, col: int, top: float) -> DraftGrid:
    return grid_of_texts([[text]], top=top, edges=[LEFT + 120 * col, LEFT + 120 * col + 100])


def texts(grids: list[DraftGrid]) -> list[str]:
    return [grid.cells[0].lines[0].text for grid in grids]


def test_boxes_with_the_same_label_along_a_row_are_read_column_by_column():
    above, below = grid_of_texts([["År", "Vad"]], top=60), grid_of_texts([["År", "Vad"]], top=300)
    rows = [("Skola", "Fritid"), ("Vi gör", "Vi gör"), ("Sparat", "Övrigt")]
    boxes = [box(text, col, 100 + 30 * row) for row, line in enumerate(rows) for col, text in enumerate(line)]

    found = grids_in_reading_order([below, *boxes, above])

    assert texts(found) == ["År", "Skola", "Vi gör", "Sparat", "Fritid", "Vi gör", "Övrigt", "År"]
    assert (found[0], found[-1]) == (above, below)


def test_boxes_without_a_label_that_comes_back_are_read_across():
    boxes = [box(text, at % 2, 100 + 30 * (at // 2)) for at, text in enumerate(("Ett", "Två", "Tre", "Fyra"))]

    assert texts(grids_in_reading_order(boxes)) == ["Ett", "Två", "Tre", "Fyra"]


def test_boxes_in_unequal_columns_are_read_across():
    boxes = [box("Vi gör", 0, 100), box("Vi gör", 1, 100), box("Sparat", 0, 130)]

    assert texts(grids_in_reading_order(boxes)) == ["Vi gör", "Vi gör", "Sparat"]


def test_text_in_boxes_is_running_text_where_they_hold_most_of_the_page(tmp_path: Path):
    page = DrawnPage().text("Uppgifterna är från maj", 60, 760, size=8)
    for n, text in enumerate(("Alla ska ha någon att tala med", "Ingen ska vänta länge på hjälp")):
        page.square(Box(60, 100 + 60 * n, 500, 140 + 60 * n)).text(text, 70, 125 + 60 * n, size=12)
    read = read_file(write_pdf(tmp_path / "rutor.pdf", [page]), "0" * 64, "rutor.pdf")

    assert not [block for block in read.blocks if isinstance(block, Heading)]
