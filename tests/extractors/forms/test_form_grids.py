"""Grids and boxes of a form that touch: parts with columns of their own, boxes that hold label and answer."""

from extractors.forms.fields import read_form
from extractors.forms.form_row import FormRow
from extractors.forms.grid_pairs import Look
from extractors.forms.grid_parts import rows_of_parts
from extractors.forms.matrices import matrix_rows
from extractors.pages.geometry import Box
from extractors.text.flow import flow
from models.blocks import Block, Cell, Note, Paragraph, Table
from models.place import Place
from tests.layout_builders import MEASURES, set_line

LABEL: Look = (8.0, False, False, "")


def cell(row: int, col: int, words: str, *, span: int = 1, label: bool = False) -> Cell:
    place = Place(page=1, x0=70 + 100 * col, top=100 + 20 * row, x1=160 + 100 * col, bottom=115 + 20 * row)
    return Cell(row=row, col=col, col_span=span, text=words, size=8 if label else 10, place=place)


def table(*cells: Cell, n_cols: int) -> Table:
    n_rows = 1 + max(c.row for c in cells)
    return Table(text="", places=(cells[0].place,), method="ruled", n_rows=n_rows, n_cols=n_cols, cells=cells)


def boxed(n: int, *texts: str) -> list[Block]:
    top = 100.0 + 50 * n
    frame = Place(page=1, x0=66, top=top - 4, x1=300, bottom=top + 40)
    places = [Place(page=1, x0=70, top=top + 14 * i, x1=200, bottom=top + 14 * i + 10) for i in range(len(texts))]
    return [
        Paragraph(text=words, places=(place,), size=10, framed=True, frame=frame)
        for words, place in zip(texts, places, strict=True)
    ]


def said(*blocks: Block) -> list[tuple[str, str | None]]:
    return [(field.label, field.value) for field in read_form(blocks)]


def rows_of(rows: list[FormRow] | None) -> list[tuple[str, str | None]]:
    return [(row.label, row.answer) for row in rows or []]


def test_grids_that_touch_are_read_each_by_its_columns():
    whole = table(
        cell(0, 0, "1.", label=True),
        cell(0, 1, "Vad odlas?", label=True),
        cell(0, 2, "Ärtor. De klättrar högt.", span=2),
        cell(1, 0, "Antal lotter", span=2, label=True),
        cell(1, 2, "Sådd", label=True),
        cell(1, 3, "Skörd", label=True),
        cell(2, 0, "14", span=2),
        cell(2, 2, "2024-05-02"),
        cell(2, 3, "2024-08-20"),
        cell(3, 0, "Ort och dag", span=4, label=True),
        n_cols=4,
    )

    assert rows_of(rows_of_parts(whole, {LABEL})) == [
        ("1. Vad odlas?", "Ärtor. De klättrar högt."),
        ("Antal lotter", "14"),
        ("Sådd", "2024-05-02"),
        ("Skörd", "2024-08-20"),
        ("Ort och dag", None),
    ]


def test_a_row_of_labels_alone_is_no_part():
    heads = table(
        cell(0, 0, "Antal lotter", label=True),
        cell(0, 1, "Antal odlare", span=2, label=True),
        cell(1, 0, "14"),
        cell(1, 1, "31"),
        cell(1, 2, "Se bilaga"),
        n_cols=3,
    )

    assert rows_of_parts(heads, {LABEL}) is None


def test_boxes_can_hold_label_and_answer_in_one_type():
    blocks = [
        *boxed(0, "Odlingens namn", "Solrosen"),
        *boxed(1, "Antal lotter", "14"),
        *boxed(2, "Vad odlas?", "Ärtor och lök."),
        *boxed(3, "Övriga upplysningar"),
    ]

    assert said(*blocks) == [
        ("Odlingens namn", "Solrosen"),
        ("Antal lotter", "14"),
        ("Vad odlas?", "Ärtor och lök."),
        ("Övriga upplysningar", None),
    ]


def test_boxes_of_prose_hold_no_labels():
    blocks = [block for n in range(4) for block in boxed(n, "Här växer ärtor. De klättrar.", "Lök växer också här.")]

    assert said(*blocks) == []


def test_boxes_of_a_scale_that_are_empty_can_be_missing():
    scale = table(
        *(cell(0, n, str(n)) for n in range(1, 4)),
        cell(1, 0, "Torrt"),
        cell(1, 1, ""),
        cell(1, 2, "☒"),
        cell(1, 3, ""),
        cell(1, 4, "Blött"),
        n_cols=5,
    )

    assert rows_of(matrix_rows(scale)) == [("", "2")]


def test_steps_can_stand_over_their_boxes_in_one_cell():
    steps = "1 2 3 Torrt ☐ ☐ ☒ Blött"
    pairs = table(
        cell(0, 0, "Hur är jorden?"), cell(0, 1, steps), cell(1, 0, "Vem svarar?"), cell(1, 1, "Odlaren"), n_cols=2
    )

    assert said(pairs) == [("Hur är jorden?", "3"), ("Vem svarar?", "Odlaren")]


def test_a_line_with_its_figure_right_above_a_table_is_no_caption():
    blocks: list[Block] = [
        Paragraph(text="Vem svarar?", places=(Place(page=1, x0=70, top=20, x1=200, bottom=30),), size=10),
        Paragraph(text="Odlaren", places=(Place(page=1, x0=70, top=34, x1=200, bottom=44),), size=10),
        Paragraph(text="Hyra: 400 kr", places=(Place(page=1, x0=70, top=60, x1=200, bottom=70),), size=10),
        Paragraph(text="Fröer: 250 kr", places=(Place(page=1, x0=70, top=74, x1=200, bottom=84),), size=10),
        Note(text="Kvar: 150 kr", places=(Place(page=1, x0=70, top=88, x1=200, bottom=98),), size=10, note="caption"),
        table(cell(0, 0, "Lott"), cell(0, 1, "Gröda"), cell(0, 2, "Skörd"), n_cols=3),
    ]

    assert ("Kvar", "150 kr") in said(*blocks)


def test_a_figure_alone_on_the_second_line_of_a_box_goes_on_nothing():
    lines = (set_line("Antal lotter", bottom=115), set_line("14", bottom=128))

    assert [d.first.text for d in flow(lines, MEASURES, frame=Box(66, 100, 500, 200))] == ["Antal lotter", "14"]
    assert len(flow(lines, MEASURES)) == 1


def test_an_answer_below_a_label_in_a_bar_needs_no_box():
    def bar(words: str, top: float) -> Paragraph:
        frame = Place(page=1, x0=66, top=top - 4, x1=500, bottom=top + 14)
        place = Place(page=1, x0=70, top=top, x1=200, bottom=top + 10)
        return Paragraph(text=words, places=(place,), size=10, bold=True, framed=True, frame=frame)

    def free(words: str, top: float) -> Paragraph:
        return Paragraph(text=words, places=(Place(page=1, x0=70, top=top, x1=400, bottom=top + 10),), size=10)

    filled = [block.model_copy(update={"framed": True}) for block in (free("Lina", 118), free("Solrosen", 168))]
    blocks = [bar("Vem svarar?", 100), filled[0], bar("Vilken odling?", 150), filled[1], bar("Vad odlas?", 200)]

    assert said(*blocks, free("Ärtor och lök", 220))[2] == ("Vad odlas?", "Ärtor och lök")


def test_heads_over_one_mark_a_row_are_options_though_no_head_is_drawn():
    heads = [cell(0, n, words) for n, words in enumerate(["Samverkan", "1 Dålig", "2", "3 God"])]
    rows = [cell(1, 0, "Skolan"), cell(1, 3, "X"), cell(2, 0, "Vården"), cell(2, 2, "X")]

    assert rows_of(matrix_rows(table(*heads, *rows, n_cols=4))) == [("Skolan", "3 God"), ("Vården", "2")]


def test_named_steps_over_empty_boxes_are_no_labels_and_answers():
    heads = [cell(0, n, words) for n, words in enumerate(["I låg grad 1", "2", "Varken eller 3", "4", "Vet ej"])]
    boxes = [cell(1, n, "") for n in range(5)]

    assert rows_of(matrix_rows(table(*heads, *boxes, n_cols=5))) == [("", None)]
