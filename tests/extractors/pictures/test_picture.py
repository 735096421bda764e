"""The drawn page: every block marked in its colour, where it stands."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import get_args

import pikepdf
import pytest
from PIL import Image

from extractors.pictures.blocks import COLOURS, blocks_on, kind_of
from extractors.pictures.doubts import DOUBT, doubts_on
from extractors.pictures.fields import FIELD
from extractors.pictures.picture import draw_page
from extractors.pictures.tables import CELL, ROLES
from models.blocks import Answer, Block, Cell, Heading, ListItem, Note, NoteKind, PageInfo, Paragraph, ReadFile, Table
from models.place import Place
from models.rows import FormField


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


def read_file(n_pages: int = 2, blocks: Sequence[Block] = BLOCKS, **told: object) -> ReadFile:
    pages = tuple(
        PageInfo(page=n, width=400, height=500, text_layer="native", n_words=9, **(told if n == 1 else {}))
        for n in range(1, n_pages + 1)
    )
    return ReadFile(source_name="a.pdf", source_sha256="0" * 64, pages=pages, blocks=tuple(blocks))


def field(label: str, value: str | None, at: Place) -> FormField:
    return FormField(
        field_id="d-f1",
        document_id="d",
        number=None,
        label=label,
        value_text=value,
        value_number=None,
        value_unit=None,
        section=None,
        **asdict(at),
    )


def count(picture: Image.Image, box: tuple[int, int, int, int], colour: tuple[int, int, int]) -> int:
    """Pixels of a colour within a part of the picture."""
    part = picture.crop(box)
    return sum(part.getpixel((x, y)) == colour for x in range(part.width) for y in range(part.height))


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

    assert picture.getpixel((150, 290)) == CELL


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


def test_an_arrow_leads_from_each_block_of_the_text_to_the_next(pdf):
    first, second = BLOCKS[2], BLOCKS[3]
    alone = draw_page(pdf, read_file(blocks=[second]), page=1, scale=2)
    after = draw_page(pdf, read_file(blocks=[first, second]), page=1, scale=2)

    between = (60, 284, 120, 316)
    assert alone.crop(between).getextrema() == ((255, 255),) * 3
    assert after.crop(between).getextrema() != ((255, 255),) * 3


def test_a_running_head_is_outside_the_reading_order(pdf):
    head, heading = BLOCKS[0], BLOCKS[1]
    picture = draw_page(pdf, read_file(blocks=[head, heading]), page=1, scale=2)

    assert picture.crop((60, 64, 120, 116)).getextrema() == ((255, 255),) * 3


def test_cells_are_tinted_by_their_role(pdf):
    picture = draw_page(pdf, read_file(), page=1, scale=1)

    for x, (colour, wash) in ((100, ROLES["header"]), (220, ROLES["body"])):
        assert picture.getpixel((x, 300)) == pytest.approx([255 - (255 - c) * wash / 255 for c in colour], abs=2)


def test_a_doubtful_table_and_unsure_words_are_hatched_and_told_of(pdf):
    table = BLOCKS[-1].model_copy(update={"doubt": "2 words reach over a cell's edge"})
    read = read_file(blocks=[table], doubt="the page was read by OCR, 91 % sure", unsure=(place(300, 400, 340, 412),))

    picture = draw_page(pdf, read, page=1, scale=1)

    assert doubts_on(read, 1) == [
        "page: the page was read by OCR, 91 % sure",
        "table 1: 2 words reach over a cell's edge",
    ]
    sure = draw_page(pdf, read_file(blocks=[BLOCKS[-1]]), page=1, scale=1)
    for box in ((160, 250, 290, 330), (302, 402, 338, 410)):
        assert picture.crop(box).tobytes() != sure.crop(box).tobytes()
    assert count(picture, (300, 400, 341, 413), DOUBT) > 80
    assert picture.height > sure.height


def test_a_form_answer_is_tied_to_its_label(pdf):
    label = Paragraph(text="Kommun", places=(place(60, 100, 120, 112),))
    value = Paragraph(text="Granviks kommun", places=(place(200, 100, 300, 112),))
    asked = field("Kommun", "Granviks kommun", place(60, 100, 300, 112))

    bare = draw_page(pdf, read_file(blocks=[label, value]), page=1, scale=1)
    tied = draw_page(pdf, read_file(blocks=[label, value]), page=1, fields=[asked], scale=1)

    gap = (125, 103, 195, 109)
    assert count(bare, gap, FIELD) == 0
    assert count(tied, gap, FIELD) >= 70


def test_a_label_and_answer_in_one_text_are_framed_and_not_tied(pdf):
    inline = Paragraph(text="Kommun: Granvik", places=(place(60, 100, 160, 112),))
    elsewhere = Paragraph(text="Granvik", places=(place(60, 200, 120, 212),))

    picture = draw_page(
        pdf,
        read_file(blocks=[inline, elsewhere]),
        page=1,
        fields=[field("Kommun:", "Granvik", place(60, 100, 160, 112))],
        scale=1,
    )

    assert count(picture, (60, 100, 161, 113), FIELD) > 100
    assert count(picture, (50, 115, 161, 195), FIELD) == 0


def test_the_empty_answer_of_a_form_is_framed(pdf):
    picture = draw_page(
        pdf, read_file(blocks=[]), page=1, fields=[field("Ort", None, place(60, 100, 160, 112))], scale=1
    )

    assert count(picture, (60, 100, 161, 113), FIELD) > 100
