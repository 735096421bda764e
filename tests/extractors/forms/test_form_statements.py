"""Labels that do not ask: statements with their chosen option, first questions without a mark, names beside values."""

from extractors.forms.fields import read_form
from extractors.forms.question_rows import form_rows, is_form_grid
from extractors.forms.spans import forms_in
from models.blocks import Block, Heading, ListItem, Paragraph
from models.place import Place
from tests.table_builders import table

STATED = [["Målen är gemensamma", "Instämmer helt"], ["Ledningen samverkar", "Instämmer inte"]]


def at(top: float, x0: float = 70) -> tuple[Place, ...]:
    return (Place(page=1, x0=x0, top=top, x1=x0 + 90, bottom=top + 10),)


def bold(words: str, top: float, *, size: float = 9.5) -> Heading:
    return Heading(text=words, places=at(top), level=3, size=size, bold=True)


def text(words: str, top: float, x0: float = 80, *, framed: bool = False) -> Paragraph:
    return Paragraph(text=words, places=at(top, x0), size=9.5, framed=framed)


def said(blocks: list[Block]) -> list[tuple[str, str | None]]:
    return [(field.label, field.value) for field in read_form(blocks)]


def test_statements_with_the_option_chosen_for_each_are_answered_and_stay_a_table():
    stated = table(STATED)

    rows = form_rows(stated)

    assert rows is not None
    assert [[row.label, row.answer] for row in rows] == STATED
    assert not is_form_grid(stated)
    assert form_rows(table([["Mål", "Läge"], *STATED])) is None
    assert form_rows(table([*STATED, ["Alla", "Gruppen är ny"]])) is None


def test_a_numbered_first_question_is_one_though_its_words_only_tell_what_to_do():
    blocks: list[Block] = [bold("Om er", 80, size=13)]
    asked = [("1. Ange kommun", "Granvik"), ("2. Finns en plan?", "Ja"), ("3. Finns en lots?", "Nej")]
    for n, (question, answer) in enumerate(asked):
        blocks += [bold(question, 110 + 60 * n), text(answer, 126 + 60 * n)]

    assert said(blocks) == [("Ange kommun", "Granvik"), ("Finns en plan?", "Ja"), ("Finns en lots?", "Nej")]


def test_names_in_bold_with_values_beside_them_are_a_reports_and_a_boxed_text_below_a_title_answers_it():
    pairs = [("Förvaltning", "Omsorgen"), ("Projektnummer", "81042"), ("Givare", "Regionen")]
    blocks: list[Block] = [bold("Uppföljning av medel 2031", 60, size=14)]
    for n, (label, value) in enumerate(pairs):
        blocks += [bold(label, 90 + 14 * n), text(value, 90 + 14 * n, 235)]
    for n, title in enumerate(("Utfall", "Deltagare")):
        grid = table([["Insats", "Antal"], ["Samtal", "12"]])
        blocks += [bold(title, 200 + 60 * n, size=11), grid.model_copy(update={"places": at(214 + 60 * n)})]
    blocks += [bold("Bedömning", 330, size=11), text("Insatserna följer planen.", 345, 74, framed=True)]

    (form,) = forms_in(blocks, is_report=True)

    assert said(form) == [*pairs, ("Bedömning", "Insatserna följer planen.")]
    assert forms_in(blocks) == []


def test_sentences_beside_headings_in_bold_make_no_form():
    blocks: list[Block] = []
    for n, head in enumerate(("Bakgrund", "Genomförande", "Lärdomar", "Nästa steg")):
        blocks += [bold(head, 90 + 60 * n), text("Arbetet har gått bra och alla är med.", 90 + 60 * n, 235)]

    assert forms_in(blocks, is_report=True) == []


def options(words: list[str], top: float, x0: float = 80, *, step: float = 14) -> list[Block]:
    """Each with its box, the first one ticked; on one line where the step is 0."""
    if not step:
        line = " ".join([words[0], *(f"☐ {word}" for word in words[1:])])
        return [ListItem(text=line, marker="☒", level=1, places=at(top, x0), size=9.5)]
    signs = ["☒", *("☐" for _ in words[1:])]
    return [
        ListItem(text=word, marker=sign, level=1, places=at(top + step * n, x0), size=9.5)
        for n, (word, sign) in enumerate(zip(words, signs, strict=True))
    ]


def boxed(label: str, value: str, top: float) -> list[Block]:
    return [bold(label, top), text(value, top + 14, framed=True)]


def test_options_on_one_line_beside_a_label_answer_it():
    blocks = [*boxed("Kommun", "Granvik", 60), *boxed("Organisationsnummer", "212000-0000", 100)]
    blocks += [text("Pengarna ska betalas till", 150, 50), *options(["Bankgiro", "Plusgiro"], 150, 200, step=0)]

    assert said(blocks)[2:] == [("Pengarna ska betalas till", "Bankgiro")]


def test_options_on_one_line_below_a_label_answer_it():
    blocks = [*boxed("Kommun", "Granvik", 60), *boxed("Organisationsnummer", "212000-0000", 100)]
    blocks += [bold("Bidraget avser", 150), *options(["Skola", "Fritid"], 170, step=0)]

    assert said(blocks)[2:] == [("Bidraget avser", "Skola")]


def test_an_instruction_that_says_what_to_mark_asks_below_a_sections_title():
    marked = "Markera de områden som pengarna går till. Flera alternativ kan väljas."
    blocks = [*boxed("Kommun", "Granvik", 60), *boxed("Organisationsnummer", "212000-0000", 100)]
    below = [text(marked, 164, 70), *options(["Skola", "Fritid", "Vård"], 180)]
    plain = [text("Markera ett alternativ.", 164, 70), *options(["Skola", "Fritid", "Vård"], 180)]

    assert said([*blocks, bold("Användning", 150), *below])[2:] == [
        ("Markera de områden som pengarna går till.", "Skola")
    ]
    assert said([*blocks, bold("Användning", 150), *plain])[2:] == [("Användning", "Skola")]
    assert said([*blocks, bold("Vart går pengarna?", 150), *below])[2:] == [("Vart går pengarna?", "Skola")]


def test_what_is_filled_in_may_be_smaller_than_the_printed_options():
    blocks: list[Block] = []
    for n, question in enumerate(("1. Finns en plan?", "2. Finns en lots?", "3. Är ni nöjda?")):
        ticked = text("(X) Ja", 116 + 40 * n).model_copy(update={"size": 11})
        blocks += [text(question, 100 + 40 * n, 70).model_copy(update={"size": 11}), ticked]
    answer = text("Väntan är lång.", 236, 84).model_copy(update={"size": 10})
    blocks += [text("4. Vad är svårast?", 220, 70).model_copy(update={"size": 11}), answer]

    assert said(blocks)[-2:] == [("Är ni nöjda?", "Ja"), ("Vad är svårast?", "Väntan är lång.")]


def signed(*, below: str = "") -> list[Block]:
    """A form's end: a place and a name, each over its label in small type."""

    def small(words: str, x0: float) -> Paragraph:
        return Paragraph(text=words, places=at(214, x0), size=7)

    blocks = [*boxed("Kommun", "Granvik", 60), *boxed("Organisationsnummer", "212000-0000", 100)]
    blocks += [text("Granvik 2031-05-02", 202, 70), text("Siw Exempel", 202, 380)]
    blocks += [small("Ort och datum", 70), small("Underskrift", 230), small("Namnförtydligande", 380)]
    return [*blocks, *([text(below, 226, 70)] if below else [])]


def test_labels_in_small_type_below_what_they_name_are_answered_by_it_and_names_are_withheld():
    assert said(signed())[2:] == [
        ("Ort och datum", "Granvik 2031-05-02"),
        ("Underskrift", None),
        ("Namnförtydligande", None),
    ]


def test_a_label_with_answers_as_near_above_it_as_below_it_has_none_for_sure():
    assert ("Ort och datum", None) in said(signed(below="Ekfors 2031-06-01"))
