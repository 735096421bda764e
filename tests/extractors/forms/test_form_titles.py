"""Sections' titles of a form that are worded as labels are, and questions that only the box below them tells."""

import pytest

from extractors.forms.fields import read_form
from extractors.forms.questions import asks
from models.blocks import Block, Heading, ListItem, Paragraph, Table
from models.place import Place
from tests.table_builders import table


def at(top: float, page: int = 1) -> tuple[Place, ...]:
    return (Place(page=page, x0=70, top=top, x1=520, bottom=top + 12),)


def title(top: float, text: str) -> Heading:
    return Heading(text=text, places=at(top), level=2, size=13, bold=True)


def numbered(top: float, text: str) -> Paragraph:
    return Paragraph(text=text, places=at(top), size=13, bold=True)


def label(top: float, text: str) -> Paragraph:
    return Paragraph(text=text, places=at(top), size=9, framed=True)


def question(top: float, text: str) -> Paragraph:
    return Paragraph(text=text, places=at(top), size=11, bold=True)


def answer(top: float, text: str) -> Paragraph:
    return Paragraph(text=text, places=at(top), size=11, framed=True)


def prose(top: float) -> Paragraph:
    text = "Blanketten fylls i av den som ansvarar för verksamheten och skickas in före årets slut. " * 2
    return Paragraph(text=text, places=at(top), size=11)


def said(*blocks: Block) -> list[tuple[str | None, str, str | None]]:
    return [(field.section, field.label, field.value) for field in read_form(blocks)]


def test_a_title_worded_as_a_label_heads_its_labels():
    fields = said(
        prose(60),
        title(100, "Sökande kommun"),
        label(130, "Kommunens namn:"),
        answer(142, "Granvik"),
        title(180, "Kontaktperson"),
        label(210, "Befattning:"),
        answer(222, "Enhetschef"),
        title(260, "Uppföljning"),
        label(290, "Ort och datum"),
        answer(302, "Granvik 2025-01-04"),
    )

    assert fields == [
        ("Sökande kommun", "Kommunens namn", "Granvik"),
        ("Kontaktperson", "Befattning", "Enhetschef"),
        ("Uppföljning", "Ort och datum", "Granvik 2025-01-04"),
    ]


def test_numbered_titles_in_larger_bold_are_sections():
    fields = said(
        prose(60),
        numbered(100, "1. Ombud"),
        question(130, "Hur många ombud finns?"),
        answer(150, "Två"),
        numbered(190, "2. Organisation och samverkan"),
        question(220, "Hur ofta möts ni?"),
        answer(240, "Varje månad"),
        numbered(280, "3. Ekonomi"),
        question(310, "Räckte pengarna?"),
        answer(330, "Ja, med råge"),
    )

    assert [section for section, _, _ in fields] == ["1. Ombud", "2. Organisation och samverkan", "3. Ekonomi"]


def test_a_style_that_stands_over_boxes_asks_also_where_the_box_is_empty():
    fields = said(
        question(100, "Beskriv samverkan med andra"),
        answer(120, "Vi möts varje månad"),
        question(160, "Sammanfatta brister som setts"),
        answer(180, "Långa köer"),
        question(220, "Synpunkter och reflektioner"),
        question(300, "Hur många fick stöd?"),
        answer(320, "31 personer"),
        question(360, "Hur långa är köerna?"),
        answer(380, "Tre veckor"),
    )

    assert (None, "Synpunkter och reflektioner", None) in fields


@pytest.mark.parametrize("text", ["Om ja, ange hur länge kön varat", "Om annan orsak, ange vilken"])
def test_an_empty_follow_up_above_a_table_is_not_answered_by_it(text):
    rows: Table = table([["", "Ja", "Nej"], ["Finns riktlinjer?", "X", ""]])
    below = rows.model_copy(update={"places": at(200)})

    fields = said(question(100, "Räckte pengarna?"), answer(120, "Ja, gott"), question(160, text), below)

    assert (None, text, None) in fields


def test_an_attached_file_answers_where_one_is_asked_for():
    fields = said(
        question(100, "Har ni en plan?"),
        answer(120, "Ja, sedan i våras"),
        question(160, "Om ja, bifoga gärna"),
        Paragraph(text="288 Kb (pdf)plan.pdf", places=at(180), size=11, framed=True),
    )

    assert fields[-1] == (None, "Om ja, bifoga gärna", "288 Kb (pdf)plan.pdf")


@pytest.mark.parametrize(("text", "label"), [("Tfn 08-000 00 00", False), ("Tfn", True), ("Telefon:", True)])
def test_a_number_that_is_given_asks_for_none(text, label):
    assert asks(text) is label


def bar(top: float, text: str) -> Paragraph:
    return Paragraph(text=text, places=at(top), size=13, bold=True, framed=True)


def plain(top: float, text: str, x0: float = 70.0) -> Paragraph:
    return Paragraph(text=text, places=(Place(page=1, x0=x0, top=top, x1=520, bottom=top + 12),), size=11)


def test_titles_on_tinted_bars_are_no_boxes_that_answer():
    fields = said(
        bar(100, "Kontaktuppgifter"),
        question(130, "Organisationsnummer"),
        plain(145, "212000-0000"),
        bar(180, "Samverkan"),
        question(210, "Hur ofta möts ni?"),
        plain(225, "Varje månad"),
        bar(260, "Resultat"),
        question(290, "Vilka effekter ser ni?"),
        plain(305, "Fler söker hjälp"),
    )

    assert fields == [
        ("Kontaktuppgifter", "Organisationsnummer", "212000-0000"),
        ("Samverkan", "Hur ofta möts ni?", "Varje månad"),
        ("Resultat", "Vilka effekter ser ni?", "Fler söker hjälp"),
    ]


def numbered_question(top: float, number: str, text: str) -> ListItem:
    place = Place(page=1, x0=115, top=top, x1=520, bottom=top + 12)
    return ListItem(text=text, places=(place,), marker=number, size=11, bold=True)


def test_words_behind_a_number_that_is_set_in_have_their_answer_below_the_number():
    fields = said(
        numbered_question(130, "1.", "Hur ofta möts ni?"),
        plain(145, "Varje månad"),
        numbered_question(180, "2.", "Vilka effekter ser ni?"),
        plain(195, "Fler söker hjälp"),
        numbered_question(230, "3.", "Räckte pengarna?"),
        plain(245, "Ja"),
    )

    assert [value for _, _, value in fields] == ["Varje månad", "Fler söker hjälp", "Ja"]


def test_a_title_whose_number_the_questions_below_go_on_with_is_their_section():
    fields = said(
        question(100, "4. Arbetet"),
        question(120, "4.1 Beskriv arbetet"),
        plain(134, "Två kuratorer har anställts."),
        question(160, "4.2 Fortsätter arbetet nästa år?"),
        plain(174, "Ja"),
        question(200, "5. Vad har varit svårt?"),
        question(220, "5.1 Beskriv svårigheterna"),
        plain(234, "Rekryteringen tog tid."),
    )

    assert fields == [
        ("4. Arbetet", "Beskriv arbetet", "Två kuratorer har anställts."),
        ("4. Arbetet", "Fortsätter arbetet nästa år?", "Ja"),
        ("4. Arbetet", "Vad har varit svårt?", None),
        ("4. Arbetet", "Beskriv svårigheterna", "Rekryteringen tog tid."),
    ]


def test_options_right_below_a_title_answer_it_and_it_heads_what_follows():
    fields = said(
        prose(60),
        title(100, "1. Föreningen"),
        question(112, "Postadress"),
        plain(124, "Storgatan 1"),
        title(138, "2. Bidrag"),
        ListItem(text="Lokaler ☐ Utrustning ☒ Resor", places=at(150), marker="☒", size=11),
        question(164, "Sökt belopp"),
        plain(176, "9 000"),
        title(190, "3. Arbetet"),
        question(202, "Organisationsnummer"),
        plain(214, "802400-0000"),
    )

    assert fields == [
        ("1. Föreningen", "Postadress", "Storgatan 1"),
        ("2. Bidrag", "Bidrag", "Lokaler; Resor"),
        ("2. Bidrag", "Sökt belopp", "9 000"),
        ("3. Arbetet", "Organisationsnummer", "802400-0000"),
    ]


@pytest.mark.parametrize(
    "shown",
    ["Klicka eller tryck här för att ange text.", "Klicka här för att ange datum.", "Välj ett objekt.", "[Ange titel]"],
)
def test_what_a_form_shows_where_nothing_was_filled_in_is_no_answer(shown):
    (field,) = read_form([question(100, "Bankgiro:"), plain(114, shown)])

    assert field.value is None
