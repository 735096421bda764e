"""Text that does not run from left to right: whole pages on their side, texts beside the others, texts in cells."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from extractors.reading import read_file
from models.blocks import Note, Paragraph, ReadFile, Table
from tests.layout_builders import HEIGHT, WIDTH, DrawnPage, write_pdf

LINES = [
    "Kommunen har under året arbetat med tidigt stöd till familjer med små barn,",
    "tillsammans med regionens barnhälsovård och med öppna förskolan i varje by.",
]


def read(folder: Path, drawn: DrawnPage) -> ReadFile:
    return read_file(write_pdf(folder / "drawn.pdf", [drawn]), "0" * 64, "drawn.pdf")


def on_its_side(texts: Sequence[str], quarters: int) -> DrawnPage:
    """Lines that are upright once the page is turned clockwise by so many right angles."""
    drawn = DrawnPage()
    for i, text in enumerate(texts):
        step = 13 * i
        matrix = {1: f"0 1 -1 0 {100 + step} 80", 2: f"-1 0 0 -1 500 {100 + step}", 3: f"0 -1 1 0 {500 - step} 780"}
        drawn.operators.append(
            f"BT /F 10 Tf {matrix[quarters]} Tm <{text.encode('cp1252').hex()}> Tj ET",
        )
    return drawn


@pytest.mark.parametrize(
    ("quarters", "place"),
    [(1, (92.2, 413.5, 115.2, 762)), (2, (151.5, 726.8, 500, 749.8)), (3, (484.8, 62, 507.8, 410.5))],
)
def test_a_page_on_its_side_is_read_as_text_and_keeps_its_places(tmp_path, quarters, place):
    found = read(tmp_path, on_its_side(LINES, quarters))

    (block,) = found.blocks
    assert (type(block), block.text) == (Paragraph, " ".join(LINES))
    assert (block.place.x0, block.place.top, block.place.x1, block.place.bottom) == pytest.approx(place, abs=0.2)
    (page,) = found.pages
    assert (page.width, page.height, page.rotation, page.doubt) == (WIDTH, HEIGHT, 0, None)
    assert page.quarters == quarters


def test_an_upright_page_number_on_a_page_on_its_side_is_still_its_label(tmp_path):
    found = read(tmp_path, on_its_side(LINES, 1).text("Sida 4 (9)", 280, 815))

    assert found.pages[0].label == "4"
    assert [(b.note, b.text) for b in found.blocks if isinstance(b, Note)] == [("page_number", "Sida 4 (9)")]


def test_a_text_up_the_margin_is_one_aside(tmp_path):
    blocks = read(tmp_path, DrawnPage().lines(LINES, 70, 100).turned("Dnr 2020/14 blad två", 40, 500)).blocks

    assert [(b.kind, b.text) for b in blocks] == [("paragraph", " ".join(LINES)), ("note", "Dnr 2020/14 blad två")]


def test_a_text_on_its_side_in_a_tables_cell_is_the_cells(tmp_path):
    drawn = DrawnPage().grid([70, 110], [100, 180]).grid([110, 300, 400], [100, 140, 180])
    drawn.turned("Barn och", 85, 178).turned("unga", 98, 178)
    for i, (label, amount) in enumerate([("Kurser", "5 000"), ("Samtal", "7 000")]):
        drawn.text(label, 114, 125 + 40 * i).text(amount, 304, 125 + 40 * i)

    (table,) = read(tmp_path, drawn).blocks

    assert isinstance(table, Table)
    assert table.grid() == [["Barn och unga", "Kurser", "5 000"], ["", "Samtal", "7 000"]]


def test_a_text_written_over_several_cells_stands_in_none_of_them(tmp_path):
    drawn = DrawnPage().grid([70, 200, 400], [100, 140, 180]).turned("UTKAST", 150, 175)
    for i, (label, amount) in enumerate([("Kurser", "5 000"), ("Samtal", "7 000")]):
        drawn.text(label, 74, 125 + 40 * i).text(amount, 304, 125 + 40 * i)

    table, aside = read(tmp_path, drawn).blocks

    assert isinstance(table, Table)
    assert table.grid() == [["Kurser", "5 000"], ["Samtal", "7 000"]]
    assert (aside.kind, aside.text) == ("note", "UTKAST")
