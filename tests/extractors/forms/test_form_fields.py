"""Forms: numbered questions, labels in boxes, survey answers; what is empty and what is withheld."""

from dataclasses import replace
from decimal import Decimal

import pytest

from extractors.drafts import FieldDraft
from extractors.forms.fields import field_of, read_form
from extractors.forms.question_rows import is_form_grid
from extractors.forms.questions import split_number
from models.blocks import Answer, Block, Cell, Heading, ListItem, Note, Paragraph, Table
from models.place import Place


def at(top: float, x0: float = 70, page: int = 1) -> tuple[Place, ...]:
    return (Place(page=page, x0=x0, top=top, x1=520, bottom=top + 12),)


def question(text: str) -> Heading:
    return Heading(text=text, places=at(0), level=3, size=11, bold=True)


def boxed(text: str) -> Paragraph:
    return Paragraph(text=text, places=at(0, 80), size=11, framed=True)


def prose(text: str, x0: float = 70, size: float = 11) -> Paragraph:
    return Paragraph(text=text, places=at(0, x0), size=size)


def answer(label: str, value: str | None) -> Answer:
    return Answer(text=f"{label} {value or ''}".strip(), places=at(0), label=label, value=value)


def read(*blocks: Block) -> list[FieldDraft]:
    """The blocks one below another, 40 points apart, so that no label stands right above a value."""
    placed = []
    for n, block in enumerate(blocks):
        place = replace(block.place, top=40.0 * n, bottom=40.0 * n + 12)
        placed.append(block.model_copy(update={"places": (place,)}))
    return read_form(placed)


def said(fields: list[FieldDraft]) -> list[tuple[str | None, str, str | None]]:
    return [(field.number, field.label, field.value) for field in fields]


@pytest.mark.parametrize(
    ("text", "number", "label"),
    [
        ("1. Har pengarna räckt?", "1", "Har pengarna räckt?"),
        ("2a Hur många har fått stöd?", "2a", "Hur många har fått stöd?"),
        ("2 a) Hur många har fått stöd?", "2a", "Hur många har fått stöd?"),
        ("5c-d. Beskriv arbetet:", "5c-d", "Beskriv arbetet"),
        ("12 Vilka har deltagit?", "12", "Vilka har deltagit?"),
        ("Vilka har deltagit?", None, "Vilka har deltagit?"),
        ("Om annat, vilket", None, "Om annat, vilket"),
    ],
)
def test_a_question_with_its_number_and_the_answer_in_its_box(text, number, label):
    assert said(read(question(text), boxed("Ja, med råge."))) == [(number, label, "Ja, med råge.")]


def test_an_answer_of_several_boxed_paragraphs_is_one():
    fields = read(question("1. Beskriv arbetet:"), boxed("Vi började i mars."), boxed("Sedan gick det fort."))

    assert said(fields) == [("1", "Beskriv arbetet", "Vi började i mars. Sedan gick det fort.")]


def test_each_question_has_its_own_answer_and_an_empty_one_has_none():
    fields = read(
        question("1. Har pengarna räckt?"),
        question("2. Hur många har fått stöd?"),
        boxed("31"),
    )

    assert said(fields) == [("1", "Har pengarna räckt?", None), ("2", "Hur många har fått stöd?", "31")]
    assert fields[1].value_number == 31


def test_a_heading_that_asks_nothing_is_the_section():
    fields = read(
        Heading(text="Ekonomi", places=at(0), level=2, size=14),
        answer("Erhållet belopp", "310 000 kr"),
        Heading(text="Personal", places=at(0), level=2, size=14),
        answer("Antal anställda", "4"),
    )

    assert [(field.label, field.section) for field in fields] == [
        ("Erhållet belopp", "Ekonomi"),
        ("Antal anställda", "Personal"),
    ]


@pytest.mark.parametrize(
    ("value", "number", "unit"),
    [
        ("310 000 kr", Decimal(310_000), "kr"),
        ("250 tkr", Decimal(250), "tkr"),
        ("45 %", Decimal(45), "percent"),
        ("17", Decimal(17), None),
        ("2,80", Decimal("2.80"), None),
        ("Fyra kuratorer", None, None),
        ("2025-03-04", None, None),
    ],
)
def test_an_answer_that_is_a_number(value, number, unit):
    (field,) = read(answer("Belopp", value))

    assert (field.value, field.value_number, field.value_unit) == (value, number, unit)


@pytest.mark.parametrize("value", [None, "", " ", "--", "-", "–", "___"])
def test_an_empty_answer_is_null(value):
    assert said(read(answer("Kommentar", value))) == [(None, "Kommentar", None)]


def test_labels_lose_their_colon_and_a_sum_in_brackets():
    fields = read(answer("Diarienummer:", "SN 2025:17"), answer("Kvarstående belopp: (12 000 kr)", "12 000"))

    assert said(fields) == [(None, "Diarienummer", "SN 2025:17"), (None, "Kvarstående belopp", "12 000")]


@pytest.mark.parametrize(
    ("text", "label", "value"),
    [
        ("Dnr: 4471/2025", "Dnr", "4471/2025"),
        ("Kommun: Exempelby", "Kommun", "Exempelby"),
        ("Redovisningen avser: kalenderåret 2025", "Redovisningen avser", "kalenderåret 2025"),
        ("Belopp som ska återbetalas (kr) 130441", "Belopp som ska återbetalas (kr)", "130441"),
        ("Bidrag per tjänst (hela kronor) 280 800", "Bidrag per tjänst (hela kronor)", "280 800"),
    ],
)
@pytest.mark.parametrize("kind", [prose, question])
def test_a_label_and_its_value_on_one_line(kind, text, label, value):
    assert said(read(kind(text))) == [(None, label, value)]


@pytest.mark.parametrize(
    "text",
    [
        "Vi ser en tydlig förändring: fler hör av sig tidigt.",
        "Kommunen har arbetat med frågan i flera år. Vi ser nu: det bär",
        "Redovisningen skickas in senast i mars",
    ],
)
def test_prose_is_no_field(text):
    assert read(prose(text)) == []


def test_survey_answers_stand_indented_below_their_question():
    fields = read(
        question("3. Hur har arbetet gått?"),
        prose("Över förväntan.", x0=90),
        question("4. Vad saknas?"),
        prose("--", x0=90),
        question("5. Vilka är med?"),
        prose("Sida ett av fyra", x0=70),
    )

    assert said(fields) == [
        ("3", "Hur har arbetet gått?", "Över förväntan."),
        ("4", "Vad saknas?", None),
        ("5", "Vilka är med?", None),
    ]


def test_options_of_a_survey_question_have_ja_or_nej_below_them():
    fields = read(
        question("6. Vilka verksamheter ingår?"),
        prose("Skolan", x0=90),
        prose("Ja", x0=90),
        prose("Vården", x0=90),
        prose("Nej", x0=90),
        question("7. Vad saknas?"),
        prose("Tid.", x0=90),
    )

    assert said(fields) == [
        ("6", "Skolan", "Ja"),
        ("6", "Vården", "Nej"),
        ("7", "Vad saknas?", "Tid."),
    ]


def test_a_plain_ja_is_the_questions_own_answer():
    assert said(read(question("8. Är arbetet klart?"), prose("Ja", x0=90))) == [("8", "Är arbetet klart?", "Ja")]


def test_the_name_of_an_attached_file_is_no_answer():
    fields = read(question("9. Bifoga budgeten:"), prose("412 kb (application/pdf)", x0=90))

    assert said(fields) == [("9", "Bifoga budgeten", None)]


def test_a_list_under_a_question_is_its_answer_unless_it_is_the_next_question():
    numbered = ListItem(text="Hur många har fått stöd?", places=at(0, 60), marker="2.", size=11)
    plain = [ListItem(text=text, places=at(0, 90), marker="•", size=11) for text in ("Kuratorer", "Lärare")]

    assert said(read(question("1. Vilka är med?"), *plain)) == [("1", "Vilka är med?", "Kuratorer Lärare")]
    assert said(read(question("1. Vilka är med?"), numbered)) == [
        ("1", "Vilka är med?", None),
        ("2", "Hur många har fått stöd?", None),
    ]


def test_notes_are_passed_over():
    note = Note(text="Sida 2", places=at(0), note="page_number")

    assert said(read(question("1. Räckte det?"), note, prose("Ja, gott och väl.", x0=90))) == [
        ("1", "Räckte det?", "Ja, gott och väl.")
    ]


def test_a_small_label_right_above_its_value():
    label = Paragraph(text="Inlämnat av", places=at(100), size=8)
    value = Paragraph(text="Vuxenförvaltningen", places=at(113), size=11)

    assert said(read_form([label, value])) == [(None, "Inlämnat av", "Vuxenförvaltningen")]


def test_small_labels_right_above_their_values_in_a_drawn_box():
    texts = [("Inlämnat av", 8, 100), ("Vuxenförvaltningen", 11, 113), ("Datum", 8, 140), ("2025-03-04", 11, 153)]
    boxed_texts = [Paragraph(text=t, places=at(top), size=size, framed=True) for t, size, top in texts]

    assert said(read_form(boxed_texts)) == [
        (None, "Inlämnat av", "Vuxenförvaltningen"),
        (None, "Datum", "2025-03-04"),
    ]


@pytest.mark.parametrize(("label_framed", "value_framed"), [(True, False), (False, True)])
def test_a_small_label_and_its_value_stand_on_one_side_of_a_boxs_edge(label_framed, value_framed):
    label = Paragraph(text="Inlämnat av", places=at(100), size=8, framed=label_framed)
    value = Paragraph(text="Vuxenförvaltningen", places=at(113), size=11, framed=value_framed)

    assert read_form([label, value]) == []


def test_small_type_in_the_answer_to_a_question_is_no_label():
    note = Paragraph(text="Räknat per helår", places=at(113), size=8, framed=True)
    value = Paragraph(text="Fyra tjänster", places=at(126), size=11, framed=True)

    assert said(read_form([question("1. Hur många är ni?"), note, value])) == [
        ("1", "Hur många är ni?", "Räknat per helår Fyra tjänster")
    ]


@pytest.mark.parametrize("top", [130.0, 160.0])
def test_text_further_below_is_no_value_of_a_small_label(top):
    label = Paragraph(text="Inlämnat av", places=at(100), size=8)
    value = Paragraph(text="Vuxenförvaltningen", places=at(top), size=11)

    assert read_form([label, value]) == []


def table(rows: list[list[str]], *, header: bool = False) -> Table:
    cells = tuple(
        Cell(row=r, col=c, text=text, role="header" if header and r == 0 else "body", place=at(20.0 * r, 100.0 * c)[0])
        for r, texts in enumerate(rows)
        for c, text in enumerate(texts)
        if text
    )
    return Table(text="", places=at(0), method="ruled", n_rows=len(rows), n_cols=len(rows[0]), cells=cells)


def test_rows_of_a_headless_table_of_two_columns_are_fields():
    fields = read(
        table([["3. Erhållet belopp", "310 000 kr"], ["Förbrukat belopp", "298 000 kr"], ["Kvarstår (12 000 kr)", ""]])
    )

    assert [(f.number, f.value, f.value_number, f.value_unit) for f in fields] == [
        ("3", "310 000 kr", 310_000, "kr"),
        ("3", "298 000 kr", 298_000, "kr"),
        ("3", "12 000 kr", 12_000, "kr"),
    ]
    assert fields[0].label == "Erhållet belopp"


@pytest.mark.parametrize(
    "given", [table([["Post", "Belopp"], ["Lön", "310 000"]], header=True), table([["Lön", "310 000", "kr"]])]
)
def test_other_tables_hold_no_fields(given):
    assert read(given) == []


@pytest.mark.parametrize(
    ("rows", "only_fields"),
    [
        pytest.param([["Kommun", "Exempelby"], ["Erhållet belopp", "310 000 kr"]], True, id="words-and-a-sum"),
        pytest.param(
            [["1. Erhållet", "310 000 kr"], ["2. Förbrukat", "298 000 kr"], ["3. Kvar", "–"]], False, id="sums"
        ),
        pytest.param([["Kommun", "Exempelby", "2024"]], False, id="three-columns"),
    ],
)
def test_a_grid_of_questions_and_answers_is_fields_and_no_table_but_where_it_may_add_up(rows, only_fields):
    assert is_form_grid(table(rows)) is only_fields


def test_a_grid_of_boxes_with_label_and_answer_inside():
    fields = read(table([["Kommun: Exempelby", "Avser år: 2025", "Bilaga:"]]))

    assert said(fields) == [(None, "Kommun", "Exempelby"), (None, "Avser år", "2025"), (None, "Bilaga", None)]


@pytest.mark.parametrize(
    ("label", "value", "why"),
    [
        ("E-post", "kim.prov@kommun.example", "e-mail"),
        ("Adress", "kim.prov@kommun.example", "e-mail"),
        ("Telefon", "08-465 004 00", "telephone"),
        ("Mobilnummer", "0701740605", "telephone"),
        ("Kontaktperson", "Kim Prov", "name"),
        ("Namn", "Kim Prov", "name"),
        ("Namnförtydligande", "Kim Prov", "name"),
        ("Handläggare", "Kim Prov", "name"),
        ("Personnummer", "811228-9874", "identity number"),
        ("Övrigt", "Gäller 811228-9874.", "identity number"),
    ],
)
def test_what_is_private_is_withheld_and_said_to_be(label, value, why):
    (field,) = read(answer(label, value))

    assert (field.label, field.value, field.value_number, field.withheld) == (label, None, None, why)


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("Organisationsnummer", "212000-2882"),
        ("Kommunens namn", "Exempelby"),
        ("Kontaktpersonens befattning", "Utredare"),
        ("Plusgiro", "44 55 66-7"),
        ("Erhållet belopp", "310 000 kr"),
        ("Telefon", "--"),
    ],
)
def test_what_is_public_is_kept(label, value):
    (field,) = read(answer(label, value))

    assert field.value == (None if value == "--" else value)
    assert field.withheld is None


def test_a_darav_row_with_a_figure_of_its_own_is_a_field_of_its_own():
    fields = read(
        table([["Mottaget bidrag", "310 000"], ["Kostnader", "298 000"], ["därav löner", "200 000"], ["och resor", ""]])
    )

    assert [(f.label, f.value) for f in fields] == [
        ("Mottaget bidrag", "310 000"),
        ("Kostnader", "298 000"),
        ("därav löner och resor", "200 000"),
    ]


def test_rows_that_count_are_fields_though_one_is_their_total():
    counted = table([["Kvinnor, antal anställda", "10"], ["Män, antal anställda", "8"], ["Totalt antal", "18"]])
    totalled = counted.model_copy(
        update={"cells": tuple(c.model_copy(update={"role": "total"}) if c.row == 2 else c for c in counted.cells)}
    )

    assert [f.value_number for f in read(totalled)] == [10, 8, 18]


def test_a_name_that_one_label_tells_is_withheld_under_the_others_too():
    fields = read(answer("Kontaktperson", "Kim Prov"), answer("Beställare", "Kim Prov"), answer("Nämnd", "Vårdnämnden"))

    assert [(field.value, field.withheld) for field in fields] == [
        (None, "name"),
        (None, "name"),
        ("Vårdnämnden", None),
    ]


def test_withheld_answers_are_told_apart_and_are_in_no_row():
    from extractors.rows.field_rows import field_rows

    told = read(
        answer("Namn", "Kim Exempel"),
        answer("Telefon", "031-390 06 36"),
        answer("Namnförtydligande", "Exempel, Kim"),
        answer("Telefon", "+46 (0)31 390 06 36"),
        answer("Telefon", "031-390 06 16"),
    )
    rows = field_rows(told, "d-1")

    assert [row.withheld_answer for row in rows] == [1, 2, 1, 2, 3]
    assert not any(part in str(rows) + str(told) for part in ("Exempel", "390", "kim", "3106"))


def test_options_in_a_row_under_their_question_are_all_its_options():
    asked = Heading(text="20 Fortsätter arbetet?", places=at(100), level=3, size=11, bold=True)
    options = [
        ListItem(
            text=text,
            places=(Place(page=1, x0=x0, top=116, x1=x0 + 90, bottom=128),),
            marker=mark,
            size=11,
        )
        for text, mark, x0 in (("Ja, lika mycket", "○", 85), ("Ja, mindre", "○", 200), ("Vet ej", "●", 320))
    ]

    assert said(read_form([asked, *options])) == [("20", "Fortsätter arbetet?", "Vet ej")]


def test_a_typed_box_is_an_option_and_no_bullet():
    fields = read(
        question("1. Har arbetet nått målen?"),
        item("Inte alls", "( )"),
        item("Delvis", "(x)"),
        item("Helt", "( )"),
    )

    assert said(fields) == [("1", "Har arbetet nått målen?", "Delvis")]


def test_a_column_in_which_nothing_stands_is_none_of_a_forms_table():
    rows = [["1. Mottagarens namn:", "Vimle kommun", ""], ["2. Organisationsnummer:", "212000-2882", ""]]

    assert said(read(table(rows))) == [
        ("1", "Mottagarens namn", "Vimle kommun"),
        ("2", "Organisationsnummer", "212000-2882"),
    ]


def test_a_head_that_is_numbered_as_the_rows_below_it_is_a_question():
    rows = [["1.1 Ansvarig nämnd", "Omsorgsnämnden"], ["1.2 Postort", "Vimle"]]

    assert said(read(table(rows, header=True))) == [
        ("1.1", "Ansvarig nämnd", "Omsorgsnämnden"),
        ("1.2", "Postort", "Vimle"),
    ]


def item(text: str, marker: str) -> ListItem:
    return ListItem(text=text, marker=marker, places=at(0), size=10)


def test_a_cell_over_the_whole_width_without_an_answer_titles_the_rows_below_it():
    given = table([["Om er", ""], ["Kommun", "Exempelby"], ["Ekonomi", ""], ["Kvar av bidraget", "2 000 kr"]])
    wide = tuple(c.model_copy(update={"col_span": 2}) if c.row in (0, 2) else c for c in given.cells)
    fields = read(given.model_copy(update={"cells": wide}))

    assert [(f.section, f.label, f.value) for f in fields] == [
        ("Om er", "Kommun", "Exempelby"),
        ("Ekonomi", "Kvar av bidraget", "2 000 kr"),
    ]


def test_a_row_named_as_a_total_that_adds_nothing_up_is_an_answer():
    rows = [["Tilldelat", "900"], ["Summa kostnader", "700"], ["Kvar", "200"]]
    given = table(rows)
    cells = tuple(c.model_copy(update={"role": "total"}) if c.row == 1 else c for c in given.cells)
    added_up = table([["Lokal", "500"], ["Lön", "200"], ["Summa", "700"], ["Kvar", "200"]])
    totals = tuple(c.model_copy(update={"role": "total"}) if c.row == 2 else c for c in added_up.cells)

    asked: list[Block] = [question("1. Vad har det kostat?"), boxed("Se nedan.")]
    fields = read(*asked, given.model_copy(update={"cells": cells}))
    others = read(*asked, added_up.model_copy(update={"cells": totals}))

    assert said(fields)[1:] == [(None, label, value) for label, value in rows]
    assert said(others) == said(fields)[:1]


def test_a_zero_at_the_end_of_a_hint_is_no_questions_number():
    assert split_number("0. Har inget förbrukats")[0] is None


@pytest.mark.parametrize(
    ("text", "parted", "field"),
    [
        (
            ("2.2 Om medel återstår, ange skälet", "Ingen sökte tjänsten."),
            {"lead": "2.2 Om medel återstår, ange skälet"},
            ("2.2", "Om medel återstår, ange skälet", "Ingen sökte tjänsten."),
        ),
        (
            ("3.1 Beskriv insatserna", "Högst 2 000 tecken. Två kuratorer anställdes."),
            {"lead": "3.1 Beskriv insatserna"},
            ("3.1", "Beskriv insatserna", "Två kuratorer anställdes."),
        ),
        (
            ("Beskriv hur arbetet leds", "En styrgrupp möts varje månad."),
            {"parts": ("Beskriv hur arbetet leds", "En styrgrupp möts varje månad.")},
            (None, "Beskriv hur arbetet leds", "En styrgrupp möts varje månad."),
        ),
        (("Verksamheten", "Gäller hela året."), {"lead": "Verksamheten"}, None),
    ],
    ids=["by-type", "with-instruction", "by-its-line", "title"],
)
def test_a_cell_over_the_whole_width_may_hold_a_question_with_its_answer(text, parted, field):
    cells = (
        Cell(row=0, col=0, text="Kommun:", place=at(0)[0]),
        Cell(row=0, col=1, text="Granvik", place=at(0, 300)[0]),
        Cell(row=1, col=0, col_span=2, text=" ".join(text), place=at(20)[0], **parted),
        Cell(row=2, col=0, text="Ort:", place=at(40)[0]),
        Cell(row=2, col=1, text="Ekfors", place=at(40, 300)[0]),
    )
    table = Table(text="", places=at(0), method="ruled", n_rows=3, n_cols=2, cells=cells)

    found = said(read_form([table]))

    assert [label for _, label, _ in found if label in ("Kommun", "Ort")] == ["Kommun", "Ort"]
    assert found[1:-1] == ([field] if field else [])


@pytest.mark.parametrize("printed", ["kr", "kronor", ".......... kr", "%"])
def test_a_unit_alone_is_no_answer(printed):
    assert (
        field_of("Sökt belopp", printed, (Place(page=1, x0=70, top=100, x1=200, bottom=112),), None, None).value is None
    )
