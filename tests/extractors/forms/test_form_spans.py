"""Where in a file forms stand: pages that ask several things, and those that go on with them."""

from extractors.forms.question_rows import form_rows
from extractors.forms.spans import forms_in
from models.blocks import Answer, Block, Heading, ListItem, Note, Paragraph
from models.place import Place
from tests.table_builders import table


def at(page: int, top: float = 100) -> tuple[Place, ...]:
    return (Place(page=page, x0=70, top=top, x1=300, bottom=top + 12),)


def prose(text: str, page: int, *, framed: bool = False) -> Paragraph:
    return Paragraph(text=text, places=at(page), size=10, framed=framed)


def title(text: str, page: int) -> Heading:
    return Heading(text=text, places=at(page), level=1, size=18, bold=True)


def asking(page: int) -> list[Block]:
    labels = ("Organisationsnummer:", "Postadress:", "Erhållet belopp:")
    return [Answer(text=label, places=at(page), size=10, label=label, value="7") for label in labels]


def pages(*blocks: Block) -> list[list[int]]:
    return [sorted({block.place.page for block in form}) for form in forms_in(blocks)]


def test_prose_and_letterheads_are_no_form():
    letterhead = [prose(text, 1) for text in ("Datum", "Handläggare", "Diarienummer", "Mottagare")]

    assert pages(*letterhead, prose("Vad har vi lärt oss? Att börja tidigt.", 1)) == []


def test_sections_with_numbers_are_no_form():
    assert pages(*(prose(f"1.{n} Något om arbetet", 1) for n in range(1, 6))) == []


def test_a_form_begins_and_ends_where_it_asks():
    assert pages(prose("En berättelse.", 1), *asking(2), *asking(3), prose("En annan.", 4)) == [[2, 3]]


def test_a_form_goes_on_with_boxes_and_numbered_questions():
    last = prose("11. Här kan ni skriva fritt.", 4)

    assert pages(*asking(2), prose("Vi började i mars.", 3, framed=True), last) == [[2, 3, 4]]


def test_a_form_goes_on_with_options():
    assert pages(*asking(1), ListItem(text="Skolan", places=at(2), marker="☐", size=10)) == [[1, 2]]


def test_a_form_goes_on_with_what_answers_its_last_question_and_with_numbered_items_that_ask():
    item = ListItem(text="Något att tillägga:", places=at(3), size=10, marker="9.")

    assert pages(*asking(1), prose("8. Hur gick det?", 1), prose("Det gick bra.", 2)) == [[1, 2]]
    assert pages(*asking(1), prose("Det gick bra.", 1), prose("Allt är sagt.", 2)) == [[1]]
    assert pages(*asking(2), item) == [[2, 3]]


def test_a_new_document_ends_the_form():
    assert pages(*asking(1), title("Handlingsplan för hälsa", 2), prose("1. Vi vill mer.", 2)) == [[1]]


def test_a_first_page_of_instructions_belongs_to_the_form():
    assert pages(prose("Dnr för ansökan: 4471/2025", 1), prose("Fyll i allt.", 2), *asking(3)) == [[1, 2, 3]]


def test_two_forms_far_apart_are_two():
    between = [prose("En lång berättelse.", page) for page in range(2, 9)]

    assert pages(*asking(1), *between, *asking(9)) == [[1], [9]]


def test_notes_belong_to_the_page_that_they_stand_on():
    note = Note(text="Sida 1", places=at(1), note="page_number")

    assert [block.kind for block in forms_in([note, *asking(1)])[0]] == ["note", "answer", "answer", "answer"]


def test_a_report_of_few_questions_is_a_form_where_it_is_known_for_a_report():
    labels = ("Dnr", "Kommun", "Kontaktperson")
    few: list[Block] = [Answer(text=label, places=at(1), size=10, label=label, value="7") for label in labels]

    assert forms_in(few) == []
    assert len(forms_in(few, is_report=True)) == 1
    assert forms_in([few[0], few[2]], is_report=True) == []


def test_pairs_of_labels_and_answers_beside_each_other_are_asked():
    rows = [["Postadress", "Storgatan 1", "Org.nr", "802400-0000"], ["Bankgiro", "5000-0000", "Kommun", "Granvik"]]

    assert len(forms_in([table(rows, headers=0)], is_report=True)) == 1
    assert forms_in([table(rows, headers=0)]) == []


def test_income_beside_costs_asks_nothing():
    rows = [
        ["Intäkter", "Kronor", "Kostnader", "Kronor"],
        ["Avgifter", "2 000", "Hyra", "5 000"],
        ["Bidrag", "8 000", "Resor", "4 000"],
        ["", "", "Fika", "1 000"],
        ["Summa", "10 000", "Summa", "10 000"],
    ]

    assert form_rows(table(rows)) is None
    assert form_rows(table(rows[1:], headers=0, roles={3: "total"})) is None
    assert (
        form_rows(table([["Sökt belopp", "9 000", "Hyra, kr", "5 000"], ["Bankgiro", "7", "Plusgiro", "8"]]))
        is not None
    )


def test_names_beside_days_and_numbers_in_one_type_are_a_reports_own():
    rows = [
        ["Projektägare", "Granviks kommun"],
        ["Medfinansiär", "Region Mellanby"],
        ["Projektets nummer", "4471-220-2024"],
        ["Projekttid", "2024-02-01–2025-01-31"],
    ]
    words = [["Kurser", "Hölls av kommunen"], ["Resor", "Ställdes in"], ["Kampanj", "Gjordes om"]]

    assert len(forms_in([table(rows, headers=0)], is_report=True)) == 1
    assert forms_in([table(words, headers=0)], is_report=True) == []
