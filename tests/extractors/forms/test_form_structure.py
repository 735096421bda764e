"""Forms whose labels nothing but their place tells: boxes and lines by turns, columns of numbers, labels below."""

from collections.abc import Sequence

from extractors.amounts.forms import read_form_amounts
from extractors.forms.fields import read_form
from extractors.forms.number_column import without_number_column
from extractors.forms.question_rows import form_rows
from extractors.forms.spans import forms_in
from models.blocks import Block, Cell, Heading, ListItem, Note, Paragraph, Table
from models.place import Place


def at(top: float, x0: float = 70.0, *, width: float = 200.0, page: int = 1) -> Place:
    return Place(page=page, x0=x0, top=top, x1=x0 + width, bottom=top + 10)


def text(words: str, top: float, x0: float = 70.0, *, size: float = 10.0, bold: bool = False) -> Paragraph:
    return Paragraph(text=words, places=(at(top, x0),), size=size, bold=bold)


def boxed(words: str, top: float, *, height: float = 18.0, size: float = 10.0) -> Paragraph:
    frame = Place(page=1, x0=66, top=top - 4, x1=500, bottom=top - 4 + height)
    return Paragraph(text=words, places=(at(top),), size=size, framed=True, frame=frame)


def grid(*rows: Sequence[str], leads: bool = False, size: float = 10.0) -> Table:
    """A table of one type. With `leads` each text is a label's and an answer's, parted by a bar, in two types."""
    cells = tuple(
        Cell(
            row=r,
            col=c,
            text=words.replace("|", " "),
            lead=words.split("|")[0] if leads and "|" in words else "",
            size=size if words else 0,
            role="header" if r == 0 else "body",
            place=at(100 + 20 * r, 70 + 150 * c, width=140),
        )
        for r, row in enumerate(rows)
        for c, words in enumerate(row)
    )
    return Table(
        text="", places=(cells[0].place,), method="half_ruled", n_rows=len(rows), n_cols=len(rows[0]), cells=cells
    )


def said(*blocks: Block) -> list[tuple[str | None, str, str | None]]:
    return [(field.number, field.label, field.value) for field in read_form(blocks)]


def test_short_lines_below_each_other_are_labels_with_their_values():
    heading = Heading(text="Pengarna", places=(at(80),), size=13, bold=True, level=2)
    lines = [
        text("Utbetalt till klubben: 41 000 kr", 100),
        text("Hyra av hallen: 30 500 kr", 114, bold=True),
        text("Sparat till våren: 10 500 kr", 128),
    ]

    assert said(text("Vilken klubb svarar?", 40), text("Björkö bollklubb", 54), heading, *lines)[1:] == [
        (None, "Utbetalt till klubben", "41 000 kr"),
        (None, "Hyra av hallen", "30 500 kr"),
        (None, "Sparat till våren", "10 500 kr"),
    ]


def test_a_list_of_such_lines_below_a_question_answers_it():
    lines = [text("Hallar: 3", 114), text("Lag: 12", 128), text("Ledare: 31", 142)]

    assert said(text("Hur stor är klubben?", 100), *lines) == [
        (None, "Hur stor är klubben?", "Hallar: 3 Lag: 12 Ledare: 31")
    ]


def test_boxes_that_touch_ask_and_answer_by_turns():
    blocks = [
        boxed("Skäl till att båten såldes", 100),
        boxed("Den läckte. Ingen ville laga den.", 118),
        boxed("Vad köptes i stället?", 136),
        boxed("En kanot", 154),
        boxed("Övrigt om inköpet", 172),
    ]

    assert said(*blocks) == [
        (None, "Skäl till att båten såldes", "Den läckte. Ingen ville laga den."),
        (None, "Vad köptes i stället?", "En kanot"),
        (None, "Övrigt om inköpet", None),
    ]


def test_an_answers_box_that_goes_on_overleaf_turns_nothing_round():
    blocks = [
        boxed("Och på hösten såldes den.", 60),
        boxed("Vem köpte båten?", 78),
        boxed("En granne", 96),
        boxed("Hur mycket kostade den?", 114),
        boxed("4 000 kr", 132),
    ]

    assert said(*blocks) == [
        (None, "Vem köpte båten?", "En granne"),
        (None, "Hur mycket kostade den?", "4 000 kr"),
    ]


def test_boxes_of_prose_ask_nothing():
    blocks = [boxed(f"Här stod det {n} båtar. De var gröna.", 100 + 18 * n) for n in range(4)]

    assert said(*blocks) == []


def test_a_column_of_numbers_belongs_to_the_questions_beside_it():
    table = grid(("1.1", "Klubb", "Björkö bollklubb"), ("1.2", "Organisationsnummer", "802400-1234"))

    assert said(table) == [
        ("1.1", "Klubb", "Björkö bollklubb"),
        ("1.2", "Organisationsnummer", "802400-1234"),
    ]
    assert without_number_column(grid(("Nr", "Risk"), ("1", "Regn"))).n_cols == 2


def test_questions_beside_their_numbers_have_their_answers_below_them():
    table = grid(
        ("9", "Har spelarna fått vara med?"),
        ("", "☒ Ja ☐ Nej"),
        ("9a", "Om ja, hur?|De valde färgen."),
        ("10", "Övrigt"),
        leads=True,
    )

    assert said(table) == [
        ("9", "Har spelarna fått vara med?", "Ja"),
        ("9a", "Om ja, hur?", "De valde färgen."),
        ("10", "Övrigt", None),
    ]


def test_a_page_of_such_questions_goes_on_the_form_before_it():
    first = [
        text(words, 40.0 * n) for n, words in enumerate(("Klubb?", "Ja", "Hur många?", "Tio", "Vem svarar?", "Vi"))
    ]
    table = grid(("9", "Har spelarna fått vara med?"), ("", "De valde färgen."))
    overleaf = table.model_copy(update={"places": (at(100, page=2),)})

    assert forms_in([*first, overleaf]) == [[*first, overleaf]]


def test_rows_of_one_type_begin_with_the_first():
    table = grid(
        ("Märke", "BK 7"), ("Organisationsnummer", "802400-1234"), ("Bankgiro", "123-4567"), ("Klass", "Tvåan")
    )

    assert [row.label for row in form_rows(table) or []] == ["Märke", "Organisationsnummer", "Bankgiro", "Klass"]
    assert form_rows(grid(("Lag", "Poäng"), ("Ettan", "14"), ("Tvåan", "11"))) is None


def test_a_label_can_stand_at_the_foot_of_its_box():
    table = grid(
        ("Björkö bollklubb|Klubbens namn", "802400-1234|Organisationsnummer"),
        ("Hagvägen 4|Postadress", "Ja|Har klubben andra bidrag?"),
        leads=True,
    )

    assert said(table) == [
        (None, "Klubbens namn", "Björkö bollklubb"),
        (None, "Organisationsnummer", "802400-1234"),
        (None, "Postadress", "Hagvägen 4"),
        (None, "Har klubben andra bidrag?", "Ja"),
    ]


def test_a_figure_right_above_a_table_is_an_answer_and_no_caption():
    blocks: list[Block] = [
        text("Hur stort var stödet?", 60, bold=True),
        Note(text="41 000 kr", places=(at(74),), size=10, note="caption"),
        grid(("Lag", "Poäng", "Mål"), ("Ettan", "14", "20")),
    ]

    assert said(*blocks) == [(None, "Hur stort var stödet?", "41 000 kr")]
    blocks[1] = Note(text="Poäng per lag", places=(at(74),), size=10, note="caption")
    assert said(*blocks) == []


def test_a_step_of_a_scale_is_no_money():
    table = grid(("", "1", "2", "3"), ("Bidraget räckte", "", "☒", ""), ("Bidraget kom i tid", "", "", "☒"))
    fields = read_form([table])

    assert [(field.label, field.value) for field in fields] == [("Bidraget räckte", "2"), ("Bidraget kom i tid", "3")]
    assert read_form_amounts(fields, [], costs_are="spent", year=2024) == []


def test_a_short_label_in_small_type_is_what_the_word_answer_stands_under():
    blocks = [
        text("Björkö", 60, x0=250),
        text("Fråga 1: Lokal", 74, size=8),
        text("Svar", 88, size=7),
        text("Bygdegården", 100),
    ]

    assert (None, "Björkö", None) not in said(*blocks)
    assert ("1", "Lokal", "Bygdegården") in said(*blocks)


def test_an_option_under_boxes_by_turns_is_its_questions():
    options = [
        ListItem(text="Ja", places=(at(118),), size=10, marker="☐", framed=True, frame=boxed("", 118, height=36).frame),
        ListItem(
            text="Nej", places=(at(134),), size=10, marker="☒", framed=True, frame=boxed("", 118, height=36).frame
        ),
    ]
    blocks: list[Block] = [boxed("Båten är lagad", 100), *options, boxed("Färgen kostade", 154), boxed("4 000 kr", 172)]

    assert said(*blocks) == [(None, "Båten är lagad", "Nej"), (None, "Färgen kostade", "4 000 kr")]
