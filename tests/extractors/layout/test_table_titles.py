"""The heading of a wide table below two columns of text, between which and the table the second column is read."""

import pytest

from extractors.layout.table_titles import titled
from models.blocks import Block, Heading, Note, Paragraph, Table
from models.place import Place


def at(x0: float, top: float, x1: float, bottom: float) -> tuple[Place, ...]:
    return (Place(page=1, x0=x0, top=top, x1=x1, bottom=bottom),)


HEADING = Heading(text="Medel per område (tkr)", places=at(57, 488, 200, 500), level=3, size=12)
SECOND_COLUMN = Paragraph(text="Uppföljningen görs i mars.", places=at(306, 72, 540, 140), size=11)


def wide_table(top: float) -> Table:
    return Table(text="", places=at(57, top, 540, top + 90), method="half_ruled", n_rows=2, n_cols=2, cells=())


@pytest.mark.parametrize(
    ("top", "title"), [(508, "Medel per område (tkr)"), (560, "")], ids=["right below", "further down"]
)
def test_a_wide_table_has_the_heading_that_stands_right_above_it(top: float, title: str) -> None:
    blocks: list[Block] = [HEADING, SECOND_COLUMN, wide_table(top)]

    assert titled(blocks)[-1].text == title


def test_a_text_between_the_heading_and_the_table_leaves_it_without_a_title() -> None:
    between = Paragraph(text="Planens insatser kostar 41,7 miljoner.", places=at(57, 501, 300, 507), size=6)

    assert titled([HEADING, between, wide_table(508)])[-1].text == ""


def line(text: str, top: float, size: float = 8) -> Paragraph:
    return Paragraph(text=text, places=at(57, top, 190, top + size), size=size)


FURTHER_TEXT = Paragraph(text="Uppföljningen görs i mars och i oktober.", places=at(57, 250, 540, 272), size=11)


def title_of_first(*below: Block) -> str:
    return titled([wide_table(72), *below])[0].text


def test_a_line_below_its_table_that_tells_the_unit_in_a_type_of_its_own_is_its_caption() -> None:
    told = line("Medel per område (tkr)", 162 + 18)

    assert title_of_first(told, FURTHER_TEXT) == "Medel per område (tkr)"


def test_the_page_ends_below_a_caption_whatever_stands_at_its_head() -> None:
    number = Note(text="6 (7)", places=at(57, 30, 80, 38), note="page_number")

    assert title_of_first(line("Medel per område (tkr)", 162 + 11), number) == "Medel per område (tkr)"


@pytest.mark.parametrize(
    ("text", "size"), [("Planen följs upp i mars (tkr)", 11), ("Planen följs upp", 8)], ids=["as the text", "no unit"]
)
def test_a_line_that_is_set_as_the_text_or_tells_no_unit_is_no_caption_at_such_a_distance(
    text: str, size: float
) -> None:
    assert (
        title_of_first(line(text, 162 + 18, size), FURTHER_TEXT.model_copy(update={"places": at(57, 204, 540, 226)}))
        == ""
    )


TEXT = Paragraph(text="Medlen fördelas efter befolkning. " * 3, places=at(57, 72, 540, 140), size=11)
NEXT_CAPTION = Note(
    text="Tabell 1. Medel per område (tkr).",
    places=(Place(page=2, x0=57, top=72, x1=540, bottom=84),),
    size=9,
    note="caption",
)


def note_of_size(size: float) -> Paragraph:
    return Paragraph(text="Avtalets bilaga 2.", places=at(57, 740, 300, 748), size=size)


def test_a_caption_that_begins_the_next_page_is_that_of_the_table_above_the_footnotes() -> None:
    blocks: list[Block] = [TEXT, wide_table(560), note_of_size(8), NEXT_CAPTION]

    assert titled(blocks)[1].text == NEXT_CAPTION.text


def test_text_below_the_table_parts_it_from_the_caption_on_the_next_page() -> None:
    blocks: list[Block] = [TEXT, wide_table(560), note_of_size(11), NEXT_CAPTION]

    assert titled(blocks)[1].text == ""


def test_a_caption_above_a_table_of_its_own_page_is_not_that_of_the_page_before() -> None:
    own = Table(
        text="",
        places=(Place(page=2, x0=57, top=90, x1=540, bottom=180),),
        method="ruled",
        n_rows=2,
        n_cols=2,
        cells=(),
    )

    titles = [block.text for block in titled([TEXT, wide_table(560), note_of_size(8), NEXT_CAPTION, own])]

    assert (titles[1], titles[-1]) == ("", NEXT_CAPTION.text)


@pytest.mark.parametrize(
    ("size", "title"), [(8, "Medel per område (tkr)"), (13, "")], ids=["smaller than the text after it", "a heading"]
)
def test_bold_words_below_a_table_that_head_nothing_are_its_caption(size: float, title: str) -> None:
    told = Heading(text="Medel per område (tkr)", places=at(57, 170, 190, 170 + size), level=3, size=size, bold=True)

    assert title_of_first(told, FURTHER_TEXT) == title


def test_a_line_over_words_in_a_box_labels_these_and_is_no_caption_of_the_table_above_it() -> None:
    label = line("10 Förklara skillnaden", 164)
    box = Paragraph(text="En tjänst är vakant.", places=at(60, 176, 400, 186), size=10, framed=True)

    assert title_of_first(label, box) == ""
    assert title_of_first(label, FURTHER_TEXT) == "10 Förklara skillnaden"


def test_a_labelled_line_over_another_one_is_no_caption() -> None:
    control, owner = line("Kontroll: Räkna kassan", 162 + 4), line("Ansvarig: Chefen", 162 + 15)

    assert title_of_first(control, owner) == ""
    assert title_of_first(line("Källa: Egen räkning", 162 + 4), owner) == "Källa: Egen räkning"
