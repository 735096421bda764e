"""A PDF to the plain document model: small drawn pages, and every sample without a word lost."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

import pytest

from extractors.reading import read_file
from extractors.sheets import read_pages
from extractors.text.footnote_marks import without_stuck_marks
from extractors.text.printed_lines import lines_of
from models.blocks import Answer, Block, Heading, ListItem, Note, Paragraph, ReadFile, Table
from models.failures import IntakeError
from tests.layout_builders import HEIGHT, WIDTH, DrawnPage, write_pdf
from tests.places import ROOT

SAMPLES = sorted((ROOT / "corpus" / "samples" / "pdf").glob("*.pdf"))
NO_LETTERS = frozenset("-\u00ad\u2010\u2011•◦‣▪–—·☐□")
"""Hyphens, bullets and empty tick boxes: a whole text may do without them."""

PARAGRAPH = [
    "Kommunerna i länet samverkar om tidiga insatser för barn och unga som mår",
    "dåligt. Arbetet leds av en styrgrupp som möts varje månad och som varje år",
    "redovisar för nämnderna hur de medel som staten har tilldelat har använts.",
]


def read(folder: Path, *pages: DrawnPage) -> ReadFile:
    return read_file(write_pdf(folder / "drawn.pdf", pages), "0" * 64, "drawn.pdf")


def told(blocks: Sequence[Block]) -> list[tuple[str, str]]:
    """Kind and text of the blocks that are no notes."""
    return [(b.kind, b.text) for b in blocks if not isinstance(b, Note)]


def test_a_page_of_headings_paragraphs_and_items_in_reading_order(tmp_path):
    page = DrawnPage().text("Länets handlingsplan", 70, 100, size=18, font="B").lines(PARAGRAPH, 70, 140)
    page.text("Mål", 70, 200, font="B").text("• Kortare väntetider", 70, 214).text("• Fler samtal i skolan", 70, 227)

    blocks = read(tmp_path, page).blocks

    assert told(blocks) == [
        ("heading", "Länets handlingsplan"),
        ("paragraph", " ".join(PARAGRAPH)),
        ("heading", "Mål"),
        ("list_item", "Kortare väntetider"),
        ("list_item", "Fler samtal i skolan"),
    ]
    assert [b.level for b in blocks if isinstance(b, Heading)] == [1, 2]


def test_running_heads_numbers_and_footnotes_stand_apart_and_the_text_between_them_is_whole(tmp_path):
    pages = [
        DrawnPage()
        .text("Handlingsplan 2019", 70, 40, size=8)
        .lines(PARAGRAPH, 70, 120)
        .lines(PARAGRAPH[:2], 70, 700)
        .text("1", 70, 757, size=5)
        .text(f"{source} redovisar det i sin uppföljning.", 75, 760, size=8)
        .text(f"Sida {number} (3)", 480, 810, size=8)
        for number, source in enumerate(["Regionen", "Granviks kommun", "Länsstyrelsen"], start=1)
    ]

    found = read(tmp_path, *pages)

    assert [p.label for p in found.pages] == ["1", "2", "3"]
    notes = Counter(b.note for b in found.blocks if isinstance(b, Note))
    assert notes == {"running_head": 3, "page_number": 3, "footnote": 3}
    whole = [b for b in found.blocks if isinstance(b, Paragraph) and len(b.places) == 2]
    assert [b.text for b in whole] == [" ".join([*PARAGRAPH[:2], *PARAGRAPH])] * 2


def test_a_footnote_mark_is_no_part_of_the_word_it_stands_at(tmp_path):
    page = DrawnPage().lines(PARAGRAPH, 70, 100).text("Det gäller satsningar", 70, 180).text("3", 165, 176, size=6)

    assert told(read(tmp_path, page).blocks)[-1] == ("paragraph", "Det gäller satsningar")


def test_a_ruled_table_over_two_pages_is_one(tmp_path):
    def page(rows: Sequence[tuple[str, str]]) -> DrawnPage:
        drawn = DrawnPage().grid([70, 300, 450], [100 + 20.0 * i for i in range(len(rows) + 1)])
        for i, (label, amount) in enumerate(rows):
            font = "B" if label == "Kommun" else "F"
            drawn.text(label, 74, 114 + 20 * i, font=font).text(amount, 304, 114 + 20 * i, font=font)
        return drawn

    head = ("Kommun", "Belopp")
    blocks = read(
        tmp_path, page([head, ("Granvik", "5 000")]), page([head, ("Ekfors", "7 000"), ("Summa", "12 000")])
    ).blocks

    (table,) = [b for b in blocks if isinstance(b, Table)]
    assert table.grid() == [["Kommun", "Belopp"], ["Granvik", "5 000"], ["Ekfors", "7 000"], ["Summa", "12 000"]]
    assert (table.method, [p.page for p in table.places], table.doubt) == ("ruled", [1, 2], None)
    assert [c.role for c in table.cells if c.col == 0] == ["header", "label", "label", "total"]


@pytest.mark.parametrize(("rules", "method"), [(False, "unruled"), (True, "half_ruled")])
def test_a_table_without_a_grid_says_how_it_was_read(tmp_path, rules, method):
    page = DrawnPage().lines(PARAGRAPH, 70, 100)
    for i, (label, amount) in enumerate([("Aktivitet", "Belopp"), ("Kurser", "5 000"), ("Samtal", "7 000")]):
        page.text(label, 70, 180 + 16 * i).text(amount, 350, 180 + 16 * i)
        if rules:
            page.stroked(70, 184 + 16 * i, 420, 184 + 16 * i)

    (table,) = [b for b in read(tmp_path, page).blocks if isinstance(b, Table)]

    assert table.grid() == [["Aktivitet", "Belopp"], ["Kurser", "5 000"], ["Samtal", "7 000"]]
    assert table.method == method


def test_labels_and_values_are_answers(tmp_path):
    page = DrawnPage().lines(PARAGRAPH, 70, 100)
    for i, (label, value) in enumerate([("Kontaktperson:", "Kim Ek"), ("Kommun:", "Granvik"), ("Ort:", "Ekfors")]):
        page.text(label, 70, 180 + 16 * i).text(value, 250, 180 + 16 * i)

    answers = [b for b in read(tmp_path, page).blocks if isinstance(b, Answer)]

    assert [(a.label, a.value) for a in answers] == [
        ("Kontaktperson:", "Kim Ek"),
        ("Kommun:", "Granvik"),
        ("Ort:", "Ekfors"),
    ]


def test_text_in_a_drawn_box_is_framed(tmp_path):
    page = DrawnPage().lines(PARAGRAPH, 70, 100).grid([65, 460], [180, 240]).text("Ett svar i en ruta.", 72, 200)

    blocks = read(tmp_path, page).blocks

    assert [(b.text, b.framed) for b in blocks] == [(" ".join(PARAGRAPH), False), ("Ett svar i en ruta.", True)]


def test_an_empty_page_among_others_is_told_of(tmp_path):
    n_words = len(" ".join(PARAGRAPH).split())

    found = read(tmp_path, DrawnPage().lines(PARAGRAPH, 70, 100), DrawnPage())

    assert [(p.page, p.text_layer, p.n_words) for p in found.pages] == [(1, "native", n_words), (2, None, 0)]
    assert (found.pages[0].width, found.pages[0].height) == (WIDTH, HEIGHT)


def test_a_file_without_any_text_is_refused(tmp_path):
    with pytest.raises(IntakeError) as refused:
        read(tmp_path, DrawnPage(), DrawnPage())

    assert (refused.value.stage, refused.value.code) == ("read", "no_text")


def letters(texts: Iterable[str]) -> Counter[str]:
    return Counter(c for text in texts for c in text if not c.isspace() and c not in NO_LETTERS)


def block_texts(block: Block) -> list[str]:
    if isinstance(block, Table):
        return [cell.text for cell in block.cells]
    return [block.marker, block.text] if isinstance(block, ListItem) else [block.text]


@cache
def sample(path: Path) -> ReadFile:
    return read_file(path, "0" * 64, path.name)


def pages_with_common_blocks(found: ReadFile) -> list[set[int]]:
    """Pages in groups: those over which a block runs are one group."""
    groups = [{page.page} for page in found.pages]
    for block in found.blocks:
        pages = {place.page for place in block.places}
        touched = [g for g in groups if g & pages]
        groups = [g for g in groups if not g & pages] + [set[int]().union(*touched)]
    return groups


def repeated_heads(table: Table) -> list[str]:
    """The texts that are printed again on each further page of a table, and stand in it once."""
    return [c.text for c in table.cells if c.role == "header"] * (len(table.places) - 1)


def test_there_are_samples():
    assert len(SAMPLES) >= 6


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.stem)
def test_no_character_of_a_sample_is_lost_or_made(path):
    found, raw = sample(path), read_pages(path)

    for group in pages_with_common_blocks(found):
        words = [w for n in group for w in (*raw[n - 1].words, *raw[n - 1].turned)]
        parted = [without_stuck_marks(raw[n - 1]) for n in group]
        marks = [m for page in parted for line in lines_of(page.words) for m in line.marks]
        blocks = [b for b in found.blocks if b.place.page in group]
        heads = [t for b in blocks if isinstance(b, Table) for t in repeated_heads(b)]

        printed = letters(w.text for w in words)

        assert printed == letters(t for b in blocks for t in block_texts(b)) + letters(marks) + letters(heads)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.stem)
def test_a_sample_is_read_alike_twice(path):
    assert read_file(path, "0" * 64, path.name) == sample(path)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.stem)
def test_every_block_and_cell_of_a_sample_stands_on_its_pages(path):
    found = sample(path)
    sizes = {page.page: (page.width, page.height) for page in found.pages}

    places = [p for b in found.blocks for p in b.places]
    places += [c.place for b in found.blocks if isinstance(b, Table) for c in b.cells]

    for place in places:
        width, height = sizes[place.page]
        assert 0 <= place.x0 < place.x1 <= width + 1
        assert 0 <= place.top < place.bottom <= height + 1


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.stem)
def test_the_pages_of_a_sample_are_read_without_doubt_and_its_blocks_hold_text(path):
    found = sample(path)

    assert [p.page for p in found.pages] == list(range(1, len(found.pages) + 1))
    assert {(p.text_layer, p.doubt) for p in found.pages} == {("native", None)}
    assert all(b.text.strip() for b in found.blocks if not isinstance(b, Table))
    assert all(any(c.text for c in b.cells) for b in found.blocks if isinstance(b, Table))
