"""Forms that do not set all they ask alike: answers in boxes and without, tight lines, options beside questions."""

from extractors.forms.fields import read_form
from models.blocks import Block, Cell, Heading, ListItem, Paragraph, Table
from models.place import Place

GREY = "120 120 120 255"


def text(
    words: str,
    top: float,
    x0: float = 70.0,
    *,
    size: float = 10.0,
    framed: bool = False,
    italic: bool = False,
    color: str = "",
    height: float | None = None,
) -> Paragraph:
    place = Place(page=1, x0=x0, top=top, x1=x0 + 150, bottom=top + (height or size))
    return Paragraph(text=words, places=(place,), size=size, framed=framed, italic=italic, color=color)


def bold(words: str, top: float, *, framed: bool = False) -> Heading:
    place = Place(page=1, x0=70, top=top, x1=220, bottom=top + 10)
    return Heading(text=words, places=(place,), level=4, size=10, bold=True, framed=framed)


def said(*blocks: Block) -> list[tuple[str, str | None]]:
    return [(field.label, field.value) for field in read_form(blocks)]


def test_answers_without_a_box_stand_beside_answers_in_boxes():
    short = [("Kommun", "Ekby kommun"), ("Organisationsnummer", "212000-0399"), ("Lokal", "Bygdegården")]
    long = [("Hur gick det?", "Vi fick mycket gjort."), ("Vilka kom?", "Unga från hela bygden.")]
    blocks: list[Block] = []
    for n, (label, value) in enumerate(short):
        blocks += [bold(label, 100 + 40 * n), text(value, 112 + 40 * n)]
    for n, (label, value) in enumerate(long):
        blocks += [bold(label, 240 + 60 * n), text(value, 254 + 60 * n, 76, framed=True)]

    assert said(*blocks) == [*short, *long]


def test_lines_set_tight_reach_into_each_other():
    pairs = [("Kommun", "Ekby kommun"), ("Organisationsnummer", "212000-0399"), ("Lokal", "Bygdegården")]
    boxed = [("Hur gick det?", "Vi fick mycket gjort."), ("Vilka kom?", "Unga från hela bygden.")]
    blocks: list[Block] = []
    for n, (label, value) in enumerate(pairs):
        blocks += [text(label, 100 + 30 * n, italic=True, height=11.5), text(value, 111 + 30 * n, height=11.5)]
    for n, (label, value) in enumerate(boxed):
        blocks += [text(label, 240 + 60 * n, italic=True), text(value, 254 + 60 * n, 76, framed=True)]

    assert said(*blocks) == [*pairs, *boxed]


def test_an_answer_in_bold_goes_on_in_its_next_paragraph():
    blocks: list[Block] = []
    for n, (label, value) in enumerate(
        [("Hur gick det?", "Vi fick mycket gjort."), ("Vilka kom?", "Unga."), ("Var hölls kursen?", "I Ekby.")]
    ):
        blocks += [text(label, 100 + 60 * n, framed=True, color=GREY), bold(value, 114 + 60 * n, framed=True)]
    blocks.insert(2, bold("Kursen ges igen till våren.", 128, framed=True))

    assert said(*blocks)[0] == ("Hur gick det?", "Vi fick mycket gjort. Kursen ges igen till våren.")


def test_a_question_has_its_figure_behind_it():
    blocks: list[Block] = [text("Hur mycket återstår? 92 500 kr", 100), text("Har medlen räckt?: * Ja", 130)]

    assert said(*blocks) == [("Hur mycket återstår?", "92 500 kr"), ("Har medlen räckt?", "Ja")]


def test_options_in_the_type_of_questions_do_not_hide_these():
    blocks: list[Block] = []
    for n, label in enumerate(["Har ni träffats?", "Har ni planerat?", "Har ni mätt?"]):
        blocks += [text(label, 100 + 40 * n, framed=True), text("[X] Ja [ ] Nej", 111 + 40 * n, framed=True)]

    assert said(*blocks) == [("Har ni träffats?", "Ja"), ("Har ni planerat?", "Ja"), ("Har ni mätt?", "Ja")]


def test_a_hint_is_smaller_than_the_answer_though_larger_than_its_label():
    blocks: list[Block] = []
    for n, (label, value) in enumerate([("Hur gick det?", "Vi fick mycket gjort."), ("Vilka kom?", "Unga.")]):
        blocks += [text(label, 100 + 60 * n, size=8), text(value, 111 + 60 * n)]
    blocks.insert(1, text("Utgå från planen.", 109, size=8.5))

    assert said(*blocks)[0] == ("Hur gick det?", "Vi fick mycket gjort.")


def test_one_mark_in_each_row_chooses_whatever_the_heads_are_called():
    rows = [("", "Rött", "Gult", "Grönt"), ("Lokalen", "", "x", ""), ("Maten", "", "", "x"), ("Resan", "x", "", "")]
    place = Place(page=1, x0=70, top=100, x1=500, bottom=180)
    cells = tuple(
        Cell(row=r, col=c, text=words, place=place, role="header" if r == 0 else "body" if c else "label")
        for r, row in enumerate(rows)
        for c, words in enumerate(row)
    )
    table = Table(text="", places=(place,), method="ruled", n_rows=4, n_cols=4, cells=cells)

    assert said(text("Hur var det?", 80), table) == [("Lokalen", "Gult"), ("Maten", "Grönt"), ("Resan", "Rött")]


def test_a_matrix_of_years_is_no_question():
    rows = [("", "2023", "2024"), ("Kurs", "x", ""), ("Resa", "", "x")]
    place = Place(page=1, x0=70, top=100, x1=500, bottom=180)
    cells = tuple(
        Cell(row=r, col=c, text=words, place=place, role="header" if r == 0 else "body" if c else "label")
        for r, row in enumerate(rows)
        for c, words in enumerate(row)
    )
    table = Table(text="", places=(place,), method="ruled", n_rows=3, n_cols=3, cells=cells)

    assert said(table) == []


def test_an_option_of_a_scale_is_one_by_its_words():
    blocks: list[Block] = [
        text("Hur väl stämmer det?", 100),
        ListItem(text="Stämmer delvis", places=text("", 114).places, size=10, marker="☐"),
        ListItem(text="Stämmer helt", places=text("", 128).places, size=10, marker="☒"),
    ]

    assert said(*blocks) == [("Hur väl stämmer det?", "Stämmer helt")]


def test_boxes_behind_options_that_stand_side_by_side_choose():
    blocks: list[Block] = [
        text("Har alla kommit?", 100),
        text("Ja, nästan ☐", 114),
        text("Till stor del ☒", 114, 240),
        text("Nej ☐", 114, 420),
        text("Har ni kallat dem?", 150),
        text("Ja ☒", 164),
    ]

    assert said(*blocks) == [("Har alla kommit?", "Till stor del"), ("Har ni kallat dem?", "Ja")]


def test_the_chosen_one_of_options_may_be_in_bold_in_a_box():
    blocks: list[Block] = [
        text("Har alla kommit?", 100, framed=True, size=8),
        text("Ja, helt", 112, framed=True, color=GREY),
        bold("Ja, till viss del", 124, framed=True),
        text("Nej", 136, framed=True, color=GREY),
        text("Vad sade de?", 160, framed=True, size=8),
        text("Att de var nöjda.", 172, framed=True),
    ]

    assert said(*blocks)[0] == ("Har alla kommit?", "Ja, till viss del")
