"""Forms whose labels are set as their answers are: the white around them tells."""

from extractors.forms.fields import read_form
from models.blocks import Block, Heading, ListItem, Paragraph
from models.place import Place


def text(
    words: str, top: float, *, height: float = 12, framed: bool = False, x0: float = 70, bold: bool = False
) -> Paragraph:
    place = Place(page=1, x0=x0, top=top, x1=500, bottom=top + height)
    return Paragraph(text=words, places=(place,), size=10, framed=framed, bold=bold)


def said(*blocks: Block) -> list[tuple[str, str | None]]:
    return [(field.label, field.value) for field in read_form(blocks)]


def asked(framed: bool = False) -> list[Block]:
    return [
        text("Vilka deltog?", 100, framed=framed),
        text("Två skolor och en förening.", 114, framed=framed),
        text("Vad gick bra?", 140, framed=framed),
        text("Det mesta, sedan lokalen blev klar.", 154, framed=framed),
    ]


def test_a_label_without_a_question_mark_that_stands_as_the_questions_do():
    found = said(*asked(), text("Lyft fram ett gott exempel", 180), text("Caféet på torget.", 194))

    assert found[-2:] == [
        ("Vad gick bra?", "Det mesta, sedan lokalen blev klar."),
        ("Lyft fram ett gott exempel", "Caféet på torget."),
    ]


def test_questions_in_the_boxes_of_their_answers():
    found = said(*asked(framed=True))

    assert found == [
        ("Vilka deltog?", "Två skolor och en förening."),
        ("Vad gick bra?", "Det mesta, sedan lokalen blev klar."),
    ]


def test_a_short_line_of_an_answer_with_even_white_is_no_label():
    found = said(*asked(), text("Lokalen blev klar i mars", 168), text("Därefter kom alla.", 182))

    assert [label for label, _ in found] == ["Vilka deltog?", "Vad gick bra?"]


def test_a_question_with_a_colon_after_its_mark():
    assert said(*asked(), text("Fortsätter arbetet?:", 180), text("Ja, i höst.", 194))[-1] == (
        "Fortsätter arbetet?",
        "Ja, i höst.",
    )


def test_figures_of_two_labels_side_by_side_are_each_its_own():
    row = [
        text("Antal telefonsamtal?", 180),
        text("Antal besök?", 180, x0=520),
        text("17", 194),
        text("4", 194, x0=520),
    ]

    assert said(*asked(), *row)[-2:] == [("Antal telefonsamtal?", "17"), ("Antal besök?", "4")]


def test_the_box_of_an_option_may_hang_left_of_its_question():
    options = [
        ListItem(text=words, places=text(words, top, x0=64).places, size=10, marker=marker, level=1)
        for words, top, marker in (("Ja", 194, "☐"), ("Nej", 208, "☒"))
    ]

    assert said(*asked(), text("Fortsätter arbetet?", 180), *options)[-1] == ("Fortsätter arbetet?", "Nej")


def test_what_is_larger_than_a_bold_question_heads_what_follows():
    question = Heading(text="Vad har det kostat?", places=text("", 180).places, level=4, size=10, bold=True)
    section = Heading(text="Medel och resultat", places=text("", 200).places, level=3, size=12.5, bold=True)
    fields = read_form([*asked(), question, section, text("Vad blev kvar?", 230), text("Ingenting.", 244)])

    assert (fields[-1].section, fields[-1].value) == ("Medel och resultat", "Ingenting.")
    assert "Medel och resultat" not in [field.value for field in fields]


def test_answers_below_questions_whose_numbers_stand_in_a_column_of_their_own():
    questions = [
        ("1 Vilken nämnd ansvarar?", "Omsorgsnämnden"),
        ("2 Hur många deltog?", "48"),
        ("3 Vad lärde ni?", "Mer"),
    ]
    flow = [
        block
        for at, (asks, answer) in enumerate(questions)
        for block in (text(asks, 100 + 30 * at, x0=68, bold=True), text(answer, 112 + 30 * at, x0=117))
    ]

    assert [(f.number, f.value) for f in read_form(flow)] == [("1", "Omsorgsnämnden"), ("2", "48"), ("3", "Mer")]


def test_the_star_of_what_must_be_answered_is_no_part_of_a_label():
    assert said(text("Vilken nämnd? *", 100), text("Omsorgsnämnden", 114), text("Vad kostade det?*", 140)) == [
        ("Vilken nämnd?", "Omsorgsnämnden"),
        ("Vad kostade det?", None),
    ]
