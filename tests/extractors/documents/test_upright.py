"""What lies on its side in the file is understood as upright, and its rows' places are told as the pages lie."""

import pytest

from corpus.registry import load_registry
from extractors.documents.upright import upright
from extractors.understanding import understand
from models.blocks import Block, Cell, Heading, PageInfo, Paragraph, ReadFile, Table
from models.place import Place
from models.rows import FileRows, Placed

WIDTH, HEIGHT = 842.0, 595.0
"""The page as it is read."""
LABELS = ("Kommunens namn:", "Postort:", "Fakturareferens:", "Antal anställda:")
ANSWERS = ("Fagersta kommun", "Fagersta", "FK 4410", "7")


def place(x0: float, top: float, width: float, page: int = 2) -> Place:
    return Place(page=page, x0=x0, top=top, x1=x0 + width, bottom=top + 12)


def table(top: float) -> Table:
    texts = (("Insats", "Kostnad (kr)"), ("Samtal", "45 000"), ("Kurser", "12 500"))
    cells = tuple(
        Cell(
            row=row,
            col=col,
            text=text,
            role="header" if row == 0 else "body",
            place=place(80 + 200 * col, top + 16 * row, 190),
        )
        for row, line in enumerate(texts)
        for col, text in enumerate(line)
    )
    return Table(text="Kostnader", places=(place(80, top, 390),), method="ruled", n_rows=3, n_cols=2, cells=cells)


def form() -> ReadFile:
    """A report whose second page has labels to the left of boxes; the boxes come first, as in a two-column form."""
    blocks: list[Block] = [
        Heading(text="Redovisning av statsbidrag 2021", places=(place(70, 60, 400, page=1),), level=1, size=20),
        Paragraph(text="Bidraget söktes av kommunen i mars.", places=(place(70, 100, 400, page=1),), size=10),
        Heading(text="Uppgifter om mottagaren", places=(place(70, 60, 200),), level=2, size=14),
    ]
    rows = [100.0 + 24 * i for i in range(len(LABELS))]
    for top, answer in zip(rows, ANSWERS, strict=True):
        blocks.append(Paragraph(text=answer, places=(place(300, top, 200),), size=10, framed=True))
    for top, label in zip(rows, LABELS, strict=True):
        blocks.append(Paragraph(text=label, places=(place(70, top, 120),), size=8))
    blocks.append(table(300))
    pages = tuple(PageInfo(page=n, width=WIDTH, height=HEIGHT, text_layer="native", n_words=40) for n in (1, 2))
    return ReadFile(source_name="a.pdf", source_sha256="5f" * 32, pages=pages, blocks=tuple(blocks))


def laid_on_its_side(read: ReadFile, quarters: int) -> ReadFile:
    """The file with its second page as it lies before it is turned clockwise by so many right angles to be read."""

    def back(at: Place) -> Place:
        return at.turned(4 - quarters, WIDTH, HEIGHT) if at.page == 2 else at

    blocks: list[Block] = []
    for block in read.blocks:
        changed: dict[str, object] = {"places": tuple(map(back, block.places))}
        if isinstance(block, Table):
            changed["cells"] = tuple(c.model_copy(update={"place": back(c.place)}) for c in block.cells)
        blocks.append(block.model_copy(update=changed))
    size = {"width": HEIGHT, "height": WIDTH} if quarters % 2 else {}
    turned = read.pages[1].model_copy(update={"quarters": quarters, **size})
    return read.model_copy(update={"pages": (read.pages[0], turned), "blocks": tuple(blocks)})


def rows_of(read: ReadFile) -> FileRows:
    return understand(read, load_registry(), "run-1")


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_form_on_its_side_has_the_fields_and_cells_of_one_upright(quarters):
    straight, lying = rows_of(form()), rows_of(laid_on_its_side(form(), quarters))

    assert [(f.label, f.value_text) for f in lying.fields] == list(zip((x[:-1] for x in LABELS), ANSWERS, strict=True))
    assert [f.field_id for f in lying.fields] == [f.field_id for f in straight.fields]
    assert [(c.row, c.col, c.text) for c in lying.cells] == [(c.row, c.col, c.text) for c in straight.cells]


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_places_are_told_as_the_page_lies(quarters):
    file = laid_on_its_side(form(), quarters)
    straight, lying = rows_of(form()), rows_of(file)
    placed = [name for name in FileRows.model_fields if any(isinstance(r, Placed) for r in getattr(straight, name))]

    assert {"fields", "cells"} <= set(placed)
    for name in placed:
        for own, row in zip(getattr(straight, name), getattr(lying, name), strict=True):
            at = own.place
            expected = at.turned(4 - quarters, WIDTH, HEIGHT) if own.page == 2 else at
            assert (row.x0, row.top, row.x1, row.bottom) == (expected.x0, expected.top, expected.x1, expected.bottom)


def test_upright_pages_are_left_as_they_are():
    read = form()

    assert upright(read) is read


@pytest.mark.parametrize(
    ("quarters", "turned"),
    [(0, (10, 20, 30, 60)), (1, (540, 10, 580, 30)), (2, (370, 540, 390, 580)), (3, (20, 370, 60, 390))],
)
def test_a_place_turns_with_its_page(quarters, turned):
    found = Place(page=1, x0=10, top=20, x1=30, bottom=60).turned(quarters, 400, 600)

    assert (found.x0, found.top, found.x1, found.bottom) == turned
