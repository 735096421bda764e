"""Options of forms in print: ringed steps, boxes over their options, statements with options each, hints at labels."""

import pytest

from extractors.forms.choices import Line, is_bare_scale, options_in
from extractors.forms.fields import read_form
from extractors.forms.question_rows import form_rows
from extractors.pages.geometry import Box, Word
from extractors.pages.pdfium_shapes import Shape
from extractors.pages.ringed_steps import with_ringed_steps
from extractors.text.lines import Line as Printed
from extractors.text.small_tail import first_size, goes_on_small, small_tail, tail_of
from models.blocks import Block, Cell, ListItem, Paragraph, Table
from models.place import Place


def text(words: str, top: float, x0: float = 70.0, *, size: float = 10.0, width: float = 100.0) -> Paragraph:
    return Paragraph(text=words, places=(Place(page=1, x0=x0, top=top, x1=x0 + width, bottom=top + size),), size=size)


def item(words: str, top: float, marker: str, x0: float = 80.0) -> ListItem:
    return ListItem(text=words, places=text(words, top, x0, width=30).places, size=10, marker=marker)


def word(words: str, x0: float, *, bottom: float = 100.0, size: float = 10.0) -> Word:
    return Word(words, x0, bottom - size, x0 + 0.5 * size * len(words), bottom, size)


def ring(x0: float, width: float = 16.0) -> Shape:
    return Shape("outline", Box(x0, 86.0, x0 + width, 86.0 + width), filled=False, stroked=True, color="")


def said(*blocks: Block) -> list[tuple[str, str | None]]:
    return [(field.label, field.value) for field in read_form(blocks)]


def grid(*rows: tuple[str, ...], sizes: tuple[float, float], bold: bool = False) -> Table:
    cells = tuple(
        Cell(row=r, col=c, text=words, size=sizes[r], bold=bold and r == 0, role="body" if r else "header", place=at)
        for r, row in enumerate(rows)
        for c, words in enumerate(row)
        for at in text("", 300 + 20 * r, 70 + 150 * c).places
    )
    return Table(text="", places=(cells[0].place,), method="ruled", n_rows=len(rows), n_cols=len(rows[0]), cells=cells)


SCALE = [word("Kallt", 40), word("1", 100), word("2", 130, bottom=103), word("3", 160), word("Varmt", 190)]


def test_the_ringed_step_of_a_scale_is_ticked_and_stands_level():
    words, boxes = with_ringed_steps(SCALE, [ring(124.0)])

    assert [ticked for _, ticked in boxes] == [False, True, False]
    assert {w.bottom for w in words} == {100.0}
    assert all(box.x1 <= step.x0 for (box, _), step in zip(boxes, words[1:4], strict=True))


@pytest.mark.parametrize("rings", [[], [ring(124.0), ring(154.0)], [ring(90.0, 90.0)]])
def test_no_ring_or_several_or_one_round_all_choose_nothing(rings):
    assert with_ringed_steps(SCALE, rings) == (SCALE, [])


def test_a_scale_whose_step_nothing_tells_is_no_answer():
    assert is_bare_scale("Kallt 1 2 3 4 5 Varmt")
    assert not is_bare_scale("Kallt 1 3 4 5")
    assert said(text("Hur är vattnet?", 100), text("Kallt 1 2 3 4 Varmt", 114)) == [("Hur är vattnet?", None)]


def test_the_word_at_the_end_of_a_scale_is_no_part_of_its_last_step():
    options = options_in([Line("Kallt ☐ 1 ☐ 2 ☒ 3 Varmt")]) or []

    assert [option.words for option in options if option.chosen] == ["3"]


def test_statements_below_a_question_have_options_each():
    blocks: list[Block] = [
        text("Vad finns vid badet?", 100),
        item("Brygga", 114, "–"),
        item("Ja", 126, "▣", 90),
        item("Nej", 126, "▢", 130),
        item("Bastu", 140, "–"),
        item("Ja", 152, "▢", 90),
        item("Nej", 152, "▣", 130),
    ]

    assert said(*blocks) == [("Brygga", "Ja"), ("Bastu", "Nej")]


def test_boxes_stand_over_their_options_and_what_stands_over_them_asks():
    blocks = [
        text("Vilken förvaltning svarar?", 60),
        text("Fritid", 74),
        text("Badet är öppet", 100),
        text("☒", 120, 100, width=10),
        text("Sommar", 134, 80, width=50),
        text("☐", 120, 220, width=10),
        text("Vinter", 134, 202, width=46),
    ]

    assert said(*blocks)[1:] == [("Badet är öppet", "Sommar")]


def test_words_in_smaller_type_behind_a_label_are_a_hint():
    line = Printed((word("Vem", 40), word("badade?", 60), word("Högst", 100, size=7.5), word("två", 130, size=7.5)))
    tail = small_tail(line)

    assert tail is not None
    assert tail.text == "Högst två"
    assert first_size(line) == 10.0
    assert small_tail(Printed((word("1.", 40), word("Badade", 60, size=7.5)))) is None
    question = text("Vem badade? Högst två", 100).model_copy(update={"tail": "Högst två"})
    assert said(question, text("Barnen", 114)) == [("Vem badade?", "Barnen")]


def test_small_labels_over_one_row_of_answers_are_no_head():
    rows = (("Bankgiro", "Längd på bryggan", "Djup"), ("12-34", "12 meter", "3,5"))

    assert [row.answer for row in form_rows(grid(*rows, sizes=(7.5, 10.0))) or []] == ["12-34", "12 meter", "3,5"]
    assert form_rows(grid(("Mål", "Djup"), ("Fler badar.", "Vi bygger en brygga."), sizes=(7.5, 10.0))) is None
    assert form_rows(grid(*rows, sizes=(10.0, 10.0), bold=True)) is None


def test_labels_over_one_row_are_known_by_the_type_of_the_forms_other_labels():
    questions = [
        text("Vem svarar?", 60).model_copy(update={"bold": True}),
        text("Badvakten", 74),
        text("Är vattnet rent?", 100).model_copy(update={"bold": True}),
        text("Ja", 114),
    ]
    table = grid(("Brygga", "Längd"), ("Norra", "12,5"), sizes=(10.0, 10.0), bold=True)

    assert said(*questions, table)[2:] == [("Brygga", "Norra"), ("Längd", "12,5")]


def test_a_label_in_its_own_box_is_set_as_questions_without_one():
    def boxed(words: str, top: float, *, bold: bool) -> Paragraph:
        frame = Place(page=1, x0=66, top=top - 4, x1=500, bottom=top + 14)
        return text(words, top).model_copy(update={"bold": bold, "framed": True, "frame": frame})

    questions = [
        text("Vem svarar?", 60).model_copy(update={"bold": True}),
        boxed("Badvakten", 76, bold=False),
        text("Är vattnet rent?", 120).model_copy(update={"bold": True}),
        boxed("Ja", 136, bold=False),
    ]

    assert said(*questions, boxed("Bryggans namn", 200, bold=True), boxed("Norra", 218, bold=False))[2:] == [
        ("Bryggans namn", "Norra")
    ]


def test_a_figure_without_a_box_answers_though_other_answers_have_one():
    def framed(words: str, top: float) -> Paragraph:
        return text(words, top, 76).model_copy(update={"framed": True})

    blocks = [
        text("Vem svarar?", 60),
        framed("Badvakten", 76),
        text("Är vattnet rent?", 100),
        framed("Ja", 116),
        text("Hur varmt är det?", 140),
        text("2 av 5", 152, size=9),
    ]

    assert said(*blocks)[2] == ("Hur varmt är det?", "2 av 5")


def test_a_hint_may_run_on_over_lines_of_its_small_type():
    label = Printed((word("Vem", 40), word("badade?", 60), word("Högst", 100, size=7.5), word("två", 130, size=7.5)))
    below = Printed((word("av", 40, size=7.5), word("barnen", 60, size=7.5)))

    assert goes_on_small(label, below)
    assert tail_of([label, below]) == "Högst två av barnen"
    assert tail_of([label]) == "Högst två"
    assert tail_of([below]) == ""
