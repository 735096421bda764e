"""The drawn page: every block marked in its colour, where it stands."""

from pathlib import Path
from typing import get_args

import pikepdf
import pytest

from extractors.picture import COLOURS, blocks_on, draw_page, kind_of
from models.blocks import Answer, Cell, Heading, ListItem, Note, NoteKind, PageInfo, Paragraph, ReadFile, Table
from models.place import Place


def place(x0: float, top: float, x1: float, bottom: float, page: int = 1) -> Place:
    return Place(page=page, x0=x0, top=top, x1=x1, bottom=bottom)


BLOCKS = (
    Note(note="running_head", text="Huvud", places=(place(50, 20, 200, 30),)),
    Heading(level=1, text="Mål", places=(place(50, 60, 200, 80),)),
    Paragraph(text="Ett stycke", places=(place(50, 100, 300, 140), place(50, 50, 300, 90, page=2))),
    ListItem(marker="-", text="En punkt", places=(place(60, 160, 300, 180),)),
    Answer(label="Namn", value=None, text="Namn", places=(place(50, 200, 300, 220),)),
    Table(
        text="Belopp",
        places=(place(50, 240, 300, 340),),
        method="ruled",
        n_rows=1,
        n_cols=2,
        cells=(
            Cell(row=0, col=0, text="a", place=place(50, 240, 150, 340), role="header"),
            Cell(row=0, col=1, text="b", place=place(150, 240, 300, 340)),
        ),
    ),
)


def read_file(n_pages: int = 2) -> ReadFile:
    pages = tuple(
        PageInfo(page=n, width=400, height=500, text_layer="native", n_words=9) for n in range(1, n_pages + 1)
    )
    return ReadFile(source_name="a.pdf", source_sha256="0" * 64, pages=pages, blocks=BLOCKS)


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    path = tmp_path / "a.pdf"
    with pikepdf.new() as document:
        for _ in range(2):
            document.add_blank_page(page_size=(400, 500))
        document.save(path)
    return path


@pytest.mark.parametrize("note", get_args(NoteKind))
def test_every_kind_of_note_has_a_colour(note):
    assert kind_of(Note(note=note, text="x", places=(place(1, 1, 2, 2),))) in COLOURS


@pytest.mark.parametrize("block", BLOCKS, ids=kind_of)
def test_each_block_is_outlined_in_the_colour_of_its_kind(pdf, block):
    picture = draw_page(pdf, read_file(), page=1, scale=2)

    x, y = int(block.place.x1 * 2), int(block.place.top + block.place.bottom)
    assert picture.getpixel((x, y)) == COLOURS[kind_of(block)]


def test_the_line_between_two_cells_is_drawn(pdf):
    picture = draw_page(pdf, read_file(), page=1, scale=1)

    assert picture.getpixel((150, 290)) == COLOURS["cell"]


def test_a_block_is_drawn_on_each_page_it_runs_over(pdf):
    read = read_file()

    assert [(ordinal, kind_of(block)) for ordinal, block, _ in blocks_on(read, 2)] == [(3, "paragraph")]
    assert draw_page(pdf, read, page=2, scale=1).getpixel((300, 70)) == COLOURS["paragraph"]


def test_the_legend_stands_under_the_page(pdf):
    picture = draw_page(pdf, read_file(), page=2, scale=1)

    assert picture.width == 400
    assert picture.height > 500
    assert picture.getpixel((12, 510)) == COLOURS["paragraph"]


@pytest.mark.parametrize("page", [-1, 0, 3])
def test_a_page_that_is_not_there_is_an_index_error(pdf, page):
    with pytest.raises(IndexError):
        draw_page(pdf, read_file(), page=page)


def test_a_cropped_page_is_marked_where_its_text_stands(tmp_path):
    path = tmp_path / "cropped.pdf"
    with pikepdf.new() as document:
        document.add_blank_page(page_size=(400, 500))
        document.pages[0].CropBox = pikepdf.Array([40, 0, 400, 480])
        document.save(path)

    picture = draw_page(path, read_file(n_pages=1), page=1, scale=1)

    assert picture.width == 360
    assert picture.getpixel((300 - 40, 70 - 20)) != COLOURS["heading"]
    assert picture.getpixel((200 - 40, 70 - 20)) == COLOURS["heading"]


def test_the_same_page_is_drawn_the_same(pdf):
    first, second = (draw_page(pdf, read_file(), page=1).tobytes() for _ in range(2))

    assert first == second
