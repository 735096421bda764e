"""A label with its answer beside it, alone among questions of another kind: known by the columns in which it stands."""

from extractors.forms.entries import entries
from extractors.forms.fields import read_form
from extractors.forms.pairs_beside import pairs_beside
from models.blocks import Block, Cell, ListItem, Paragraph, Table
from models.place import Place


def text(words: str, top: float, x0: float = 70.0, *, size: float = 10.0) -> Paragraph:
    return Paragraph(text=words, places=(Place(page=1, x0=x0, top=top, x1=x0 + 100, bottom=top + size),), size=size)


def rows_of(*rows: tuple[str, str], top: float = 100.0) -> Table:
    cells = tuple(
        Cell(
            row=r,
            col=c,
            text=words,
            size=8 if c == 0 else 10,
            role="label" if c == 0 else "body",
            place=Place(page=1, x0=66 + 180 * c, top=top + 20 * r, x1=246 + 180 * c, bottom=top + 20 * r + 20),
        )
        for r, row in enumerate(rows)
        for c, words in enumerate(row)
    )
    return Table(text="", places=(cells[0].place,), method="ruled", n_rows=len(rows), n_cols=2, cells=cells)


def said(*blocks: Block) -> list[tuple[str, str | None]]:
    return [(field.label, field.value) for field in read_form(blocks)]


TABLED = rows_of(("Kommun", "Ekby kommun"), ("Organisationsnummer", "212000-0399"), ("Lokal", "Bygdegården"))
OPTIONS: tuple[Block, ...] = (
    text("Har medlen räckt?", 200),
    ListItem(text="Ja", places=text("", 212).places, size=10, marker="☐"),
    ListItem(text="Nej", places=text("", 224).places, size=10, marker="☒"),
)


def test_a_row_in_the_columns_of_a_table_is_a_label_with_its_answer():
    alone = (text("Andra bidrag", 242, size=8), text("Ej aktuellt", 241, 250))

    assert said(TABLED, *OPTIONS, *alone)[-2:] == [("Har medlen räckt?", "Nej"), ("Andra bidrag", "Ej aktuellt")]


def test_two_rows_of_the_same_columns_are_labels_of_each_other():
    rows = (text("Första dagen", 242, size=8), text("2 mars", 241, 250), text("Sista dagen", 260, size=8))

    assert said(*OPTIONS, *rows, text("4 juni", 259, 250))[-2:] == [
        ("Första dagen", "2 mars"),
        ("Sista dagen", "4 juni"),
    ]


def test_what_answers_a_text_above_it_is_no_label():
    grid = [
        text("Kommun", 100, size=7),
        text("Ekby kommun", 108),
        text("Lokal", 100, 250, size=7),
        text("212000-0399", 108, 250),
        text("Ort", 130, size=7),
        text("Granvik", 138),
        text("Telefon", 130, 250, size=7),
        text("12", 138, 250),
    ]
    flow = entries(grid)

    assert {flow[at].text for at in pairs_beside(flow)} <= {"Kommun", "Ort", "Lokal", "Telefon"}


def test_texts_of_one_type_in_other_columns_are_no_pairs():
    flow = entries([*OPTIONS, text("Andra bidrag", 242), text("Ej aktuellt", 242, 250)])

    assert not pairs_beside(flow)
