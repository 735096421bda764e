"""Forms whose questions differ from their answers in style: under, beside, in boxes, in two columns."""

import pytest

from extractors.forms.fields import read_form
from models.blocks import Block, Cell, Heading, ListItem, Note, Paragraph, Table
from models.place import Place


def at(top: float, x0: float = 70.0, page: int = 1, *, width: float = 120.0, height: float = 12.0) -> tuple[Place, ...]:
    return (Place(page=page, x0=x0, top=top, x1=x0 + width, bottom=top + height),)


def bold(text: str, top: float, x0: float = 70.0, page: int = 1) -> Heading:
    return Heading(text=text, places=at(top, x0, page), level=4, size=10, bold=True)


def plain(
    text: str, top: float, x0: float = 70.0, *, size: float = 10.0, framed: bool = False, page: int = 1
) -> Paragraph:
    return Paragraph(text=text, places=at(top, x0, page), size=size, framed=framed)


def tick(text: str, top: float, marker: str = "☐") -> ListItem:
    return ListItem(text=text, places=at(top), size=10, marker=marker)


def said(*blocks: Block) -> list[tuple[str | None, str, str | None]]:
    return [(field.number, field.label, field.value) for field in read_form(blocks)]


HEAD: tuple[Block, ...] = (
    bold("A1. Kommun", 100),
    plain("Exempelby kommun", 114),
    bold("A2. Organisationsnummer", 140),
    plain("212000-2882", 154),
)
READ = [("A1", "Kommun", "Exempelby kommun"), ("A2", "Organisationsnummer", "212000-2882")]


def test_the_answer_stands_under_a_bold_label():
    assert said(*HEAD, bold("A3. Dnr", 180), plain("SN 2025:17", 194)) == [*READ, ("A3", "Dnr", "SN 2025:17")]


@pytest.mark.parametrize("empty", [None, "--", "–", "Ej besvarad"])
def test_an_empty_answer_is_null(empty):
    answer = () if empty is None else (plain(empty, 194),)

    assert said(*HEAD, bold("A3. Postadress", 180), *answer, bold("A4. Ort", 220), plain("By", 234)) == [
        *READ,
        ("A3", "Postadress", None),
        ("A4", "Ort", "By"),
    ]


def test_answers_at_the_questions_edge_stand_beside_boxes_that_are_set_in():
    pairs = [("Organisationsnummer:", "212000-2882"), ("Postort:", "By")]
    free = [
        block
        for n, (label, value) in enumerate(pairs)
        for block in (plain(label, 100 + 40 * n, size=7.5), plain(value, 113 + 40 * n, size=9))
    ]
    boxes = [
        block
        for n in range(3)
        for block in (plain("Kommentarer:", 200 + 50 * n, size=7.5), plain("Inga.", 215 + 50 * n, 80, framed=True))
    ]

    assert said(*free, *boxes) == [
        (None, "Organisationsnummer", "212000-2882"),
        (None, "Postort", "By"),
        *[(None, "Kommentarer", "Inga.")] * 3,
    ]


def test_a_section_in_large_type_is_no_answer_to_the_empty_question_above_it():
    section = Heading(text="Ekonomi för året", places=at(170), level=2, size=15)
    told = plain("Nedan redovisas de medel som kommunen har fått för arbetet under året.", 190)

    assert said(*HEAD, bold("A3. Kommentarer", 168 - 14), section, told)[-1] == ("A3", "Kommentarer", None)


def test_a_hint_in_small_type_is_no_answer():
    hint = plain("Anges i hela kronor.", 193, size=8)

    assert said(*HEAD, bold("A3. Sökt belopp", 180), hint, plain("310 000", 206))[-1] == (
        "A3",
        "Sökt belopp",
        "310 000",
    )


def test_instructions_and_sections_are_no_answers():
    intro = bold("Anvisningar", 40), plain("Fyll i alla fält och skriv under.", 54)
    section = Heading(text="B. Ekonomi", places=at(176), level=2, size=13, bold=True)
    told = plain("Här redovisas pengarna.", 192)

    assert said(*intro, *HEAD, section, told, bold("B1. Sökt belopp", 215), plain("4 kr", 229)) == [
        *READ,
        ("B1", "Sökt belopp", "4 kr"),
    ]


def test_labels_in_small_type_over_pairs_of_boxes():
    blocks = (
        plain("Kommun", 100, size=7.5),
        plain("Organisationsnummer", 100, 300, size=7.5),
        plain("Exempelby kommun", 112, 75, framed=True),
        plain("212000-2882", 112, 305, framed=True),
        plain("Postnummer", 130, size=7.5),
        plain("Ort", 130, 300, size=7.5),
        plain("123 45", 142, 75, framed=True),
        plain("By", 142, 305, framed=True),
    )

    assert said(*blocks) == [
        (None, "Kommun", "Exempelby kommun"),
        (None, "Organisationsnummer", "212000-2882"),
        (None, "Postnummer", "123 45"),
        (None, "Ort", "By"),
    ]


def test_labels_and_answers_in_two_columns_of_one_style():
    labels = [plain(text, 100 + 20 * n) for n, text in enumerate(("Kommun", "Organisationsnummer", "Driftsform"))]
    answers = [plain(text, 100 + 20 * n, 260) for n, text in enumerate(("Exempelby", "212000-2882", "Egen regi"))]

    assert said(*labels, *answers) == [
        (None, "Kommun", "Exempelby"),
        (None, "Organisationsnummer", "212000-2882"),
        (None, "Driftsform", "Egen regi"),
    ]


def test_an_answer_goes_on_upon_the_next_page():
    asked = bold("A3. Beskriv arbetet", 780)

    assert said(*HEAD, asked, plain("Det började i mars", 60, page=2))[-1] == (
        "A3",
        "Beskriv arbetet",
        "Det började i mars",
    )


def test_a_number_in_a_column_of_its_own_is_the_questions():
    alone = Paragraph(text="1.3", places=at(180, width=12), size=9, bold=True)
    asked = Paragraph(text="Hur gick det?", places=at(181, 100), size=10, bold=True)

    assert said(*HEAD, alone, asked, plain("Bra", 195, 75))[-1] == ("1.3", "Hur gick det?", "Bra")


@pytest.mark.parametrize(("marker", "answer"), [("☒", "Nej"), ("☐", None)])
def test_a_choice_is_known_where_its_tick_is_printed(marker, answer):
    options = tick("Ja", 194), tick("Nej", 208, marker)

    assert said(*HEAD, bold("A3. Är den ny?", 180), *options)[-1] == ("A3", "Är den ny?", answer)


def test_a_tables_caption_is_no_question():
    cells = tuple(
        Cell(row=r, col=c, text=text, role="header" if r == 0 else "body", place=at(200 + 14 * r, 70 + 100 * c)[0])
        for r, row in enumerate([["Tjänst", "Antal", "Belopp"], ["Kurator", "2", "400 000"]])
        for c, text in enumerate(row)
    )
    table = Table(text="", places=at(200), method="ruled", n_rows=2, n_cols=3, cells=cells)

    assert said(*HEAD, bold("A3. Sökta tjänster", 180), table) == READ


def grid(rows: list[list[str]], *, header: bool) -> Table:
    cells = tuple(
        Cell(
            row=r, col=c, text=text, role="header" if header and r == 0 else "body", place=at(14.0 * r, 70 + 200 * c)[0]
        )
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
        if text
    )
    return Table(text="", places=at(0), method="ruled", n_rows=len(rows), n_cols=2, cells=cells)


def test_rows_of_a_grid_go_on_below_their_label():
    rows = [
        ["Ekonomi", ""],
        ["5 Har ni sam-", "[ ] Ja"],
        ["verkat?", "[x] Nej"],
        ["6 Sökt belopp (kr) Ange hela kronor.", "310"],
    ]

    assert said(*HEAD, bold("A3. Ort", 180), plain("By", 194), grid(rows, header=True))[3:] == [
        ("5", "Har ni samverkat?", "Nej"),
        ("6", "Sökt belopp (kr)", "310"),
    ]


def test_a_letterhead_is_no_form():
    assert said(grid([["Datum", "2025-03-04"], ["Dnr", "SN 2025:17"]], header=False)) == []


def test_labels_and_answers_in_small_and_large_type_within_one_box():
    labels = [plain(text, 100 + 30 * n, size=7, framed=True) for n, text in enumerate(("Kommun", "Ort", "Dnr"))]
    answers = [plain(text, 110 + 30 * n, size=10.5, framed=True) for n, text in enumerate(("Exempelby", "By", "4/25"))]
    pairs = [block for pair in zip(labels, answers, strict=True) for block in pair]

    assert said(*pairs) == [(None, "Kommun", "Exempelby"), (None, "Ort", "By"), (None, "Dnr", "4/25")]


def test_where_answers_are_boxed_what_is_not_boxed_is_a_hint():
    first = bold("1. Vad gick bra?", 100), plain("Skriv kort.", 114), plain("Mycket.", 130, 75, framed=True)
    second = bold("2. Vad gick illa?", 160), plain("Skriv kort.", 174), plain("Inget.", 190, 75, framed=True)
    third = bold("3. Vad saknas?", 220), plain("Skriv kort.", 234)

    assert said(*first, *second, *third) == [
        ("1", "Vad gick bra?", "Mycket."),
        ("2", "Vad gick illa?", "Inget."),
        ("3", "Vad saknas?", None),
    ]


def test_a_line_with_a_colon_asks_for_what_is_boxed_below_it():
    intro = plain("Bidraget ges för att:", 194), tick("anställa fler", 208, "•")
    asked = plain("Annat, ange vad:", 240), plain("En studieresa", 254, 75, framed=True)

    assert said(*HEAD, *intro, *asked) == [
        *READ,
        (None, "Annat, ange vad", "En studieresa"),
    ]


def test_a_short_answer_that_looks_like_a_heading_is_an_answer():
    answer = Heading(text="KS 2025:17", places=at(194), level=5, size=10)

    assert said(*HEAD, bold("A3. Dnr", 180), answer)[-1] == ("A3", "Dnr", "KS 2025:17")


def test_an_option_without_its_tick_is_no_answer_though_it_looks_like_a_heading():
    options = [Heading(text=text, places=at(top), level=5, size=10) for text, top in (("Ja", 194), ("Nej", 208))]

    assert said(*HEAD, bold("A3. Är den ny?", 180), *options)[-1] == ("A3", "Är den ny?", None)


def test_lines_beside_a_label_that_asks_are_labels_too():
    lines = [plain(text, 100 + 14 * n) for n, text in enumerate(("Postnummer: 123 45", "Märkning: BK 7", "Växel:"))]

    assert said(*lines) == [(None, "Postnummer", "123 45"), (None, "Märkning", "BK 7")]


def test_two_labels_on_one_line():
    assert said(plain("Postnummer: 123 45 Ort: By", 100)) == [(None, "Postnummer", "123 45"), (None, "Ort", "By")]
    assert said(plain("Dnr: 4471/2025 | Läge: Inskickad | Ej | klar", 100)) == [
        (None, "Dnr", "4471/2025"),
        (None, "Läge", "Inskickad | Ej | klar"),
    ]


def test_whom_a_letter_is_to_is_no_answer():
    assert said(plain("Till bidragsmottagare: Exempelby", 100), plain("Dnr: 4471/2025", 114)) == [
        (None, "Dnr", "4471/2025")
    ]


def test_a_question_that_stands_first_on_several_pages_is_no_running_head():
    note = Note(text="Kommentarer:", places=at(60, page=2), note="running_head")

    assert said(*HEAD, note, plain("Allt gick bra.", 80, 75, framed=True, page=2))[-1] == (
        None,
        "Kommentarer",
        "Allt gick bra.",
    )


def test_the_address_at_the_foot_of_a_printed_web_page_asks_nothing():
    address = ("https://svar.formular.example/utskrift.aspx?", "nr=41")
    places = [at(800 + 9 * n, page=2) for n in range(2)]
    foot = [Note(text=t, places=p, note="running_head", size=10) for t, p in zip(address, places, strict=True)]

    assert said(*HEAD, bold("A3. Övrigt:", 180), *foot)[-1] == ("A3", "Övrigt", None)


def test_a_sum_that_only_the_label_repeats_is_the_answer():
    assert said(*HEAD, bold("3. Erhållet stöd: (12 000 kr)", 180))[-1] == ("3", "Erhållet stöd", "12 000 kr")


def test_a_cell_over_the_whole_width_holds_question_and_answer():
    cell = Cell(row=1, col=0, col_span=2, text="Hur gick det? Det gick bra.", place=at(114)[0])
    rows = grid([["5 Sökt belopp", "310"]], header=False)
    table = rows.model_copy(update={"n_rows": 2, "cells": (*rows.cells, cell)})

    assert said(*HEAD, table)[-2:] == [("5", "Sökt belopp", "310"), ("5", "Hur gick det?", "Det gick bra.")]


def test_the_place_of_an_answer_holds_label_and_answer():
    (field,) = read_form([bold("A3. Dnr", 180), plain("SN 2025:17", 194)])

    assert [(place.top, place.bottom) for place in field.places] == [(180, 206)]


def test_items_with_their_total_are_no_answers():
    table = grid([["Kurator i skolan", "310 000"], ["Totalt", "310 000"]], header=False)
    summed = tuple(c.model_copy(update={"role": "total"}) if c.row == 1 else c for c in table.cells)

    assert said(*HEAD, table.model_copy(update={"cells": summed})) == READ


def test_a_sum_in_the_questions_own_style_is_an_answer():
    asked = plain("1. Erhållet stöd:", 100), plain("2. Kostnader:", 120), plain("410 000 (Kr)", 120, 400)

    assert said(*asked) == [("1", "Erhållet stöd", None), ("2", "Kostnader", "410 000 (Kr)")]


def test_a_first_label_that_asks_only_by_its_style_begins_the_form():
    first = (bold("Mottagarens namn", 72), plain("Vimle kommun", 85))

    assert said(*first, *HEAD) == [(None, "Mottagarens namn", "Vimle kommun"), *READ]


def test_where_some_questions_have_boxes_those_of_another_style_may_be_answered_without():
    boxed = [
        plain("Organisationsnummer:", 100, size=9),
        plain("212000-2882", 114, framed=True),
        plain("Postnummer:", 140, size=9),
        plain("123 45", 154, framed=True),
    ]
    asked: list[Block] = [bold("1. Hur har arbetet gått?", 200), plain("Mottagningen öppnade i maj.", 214, 80)]
    asked.append(bold("2. Vad återstår att göra?", 240))

    assert said(*boxed, *asked) == [
        (None, "Organisationsnummer", "212000-2882"),
        (None, "Postnummer", "123 45"),
        ("1", "Hur har arbetet gått?", "Mottagningen öppnade i maj."),
        ("2", "Vad återstår att göra?", None),
    ]


def test_answers_that_were_read_before_the_column_of_their_labels_go_to_them():
    values = [answer("Exempelby kommun", 100), answer("212000-2882", 122), answer("Vimle", 144)]
    labels = [plain("Kommun:", 99, size=7), plain("Organisationsnummer:", 121, size=7), plain("Postort:", 143, size=7)]

    assert said(*values, *labels) == [
        (None, "Kommun", "Exempelby kommun"),
        (None, "Organisationsnummer", "212000-2882"),
        (None, "Postort", "Vimle"),
    ]


def answer(text: str, top: float) -> Heading:
    return Heading(text=text, places=at(top, 260), level=6, size=8.5, bold=True, framed=True)


def test_a_figure_in_bold_below_its_small_label_is_its_answer_and_no_section():
    sums: list[Block] = [
        plain("2. Kostnader:", 300, size=8),
        Heading(text="95 000 (Kr)", places=at(313), level=5, size=10, bold=True),
        plain("Kuratorer", 340, size=8),
        Heading(text="95 000 (Kr)", places=at(353), level=5, size=10, bold=True),
    ]

    assert said(*HEAD, *sums)[2:] == [("2", "Kostnader", "95 000 (Kr)"), (None, "Kuratorer", "95 000 (Kr)")]


def test_a_year_before_the_unit_is_no_sum():
    asked = bold("Beviljade medel 2024 (kr)", 180), plain("812 450", 194)

    assert said(*HEAD, *asked) == [*READ, (None, "Beviljade medel 2024 (kr)", "812 450")]


def test_labels_of_one_style_over_short_answers_of_another_need_not_ask():
    labels = ["Vem svarar", "Medel kvar", "Tre insatser", "Har ni en plan?", "Vad har inte fungerat?"]
    pairs = [(bold(label, 100 + 40 * n), plain(f"Svar {n}", 114 + 40 * n)) for n, label in enumerate(labels)]

    assert said(*(block for pair in pairs for block in pair)) == [
        (None, label, f"Svar {n}") for n, label in enumerate(labels)
    ]


def test_a_first_answer_that_is_set_in_from_its_boxs_edge_begins_the_form():
    labels = ["Vem svarar", "Medel kvar", "Tre insatser", "Har ni en plan?", "Vad har inte fungerat?"]
    pairs = [(bold(x, 100 + 40 * n), plain(f"Svar {n}", 118 + 40 * n, 76, framed=True)) for n, x in enumerate(labels)]

    assert [label for _, label, _ in said(*(block for pair in pairs for block in pair))] == labels


def test_typed_boxes_side_by_side_below_a_question():
    options = [plain(text, 194, x0) for text, x0 in (("[ ] Ja", 84), ("[ ] Nej", 190), ("[x] Delvis", 300))]

    assert said(*HEAD, bold("A3. Räckte medlen?", 180), *options)[2:] == [("A3", "Räckte medlen?", "Delvis")]


def test_options_without_a_box_in_a_form_of_boxes_and_the_heading_below_them():
    boxed: list[Block] = [
        block
        for n in range(3)
        for block in (bold(f"B{n + 1}. Vad hände då?", 100 + 40 * n), plain("Mycket.", 116 + 40 * n, framed=True))
    ]
    section = Heading(text="Resultat", places=at(250), level=3, size=11, bold=True)
    options = [plain("[X] Ja", 234), plain("[ ] Nej", 234, 200)]
    after: list[Block] = [section, bold("B5. Vad blev kvar?", 270), plain("Inget.", 286, framed=True)]

    fields = read_form([*boxed, bold("B4. Räckte medlen?", 220), *options, *after])

    assert [(f.label, f.value, f.section) for f in fields[-2:]] == [
        ("Räckte medlen?", "Ja", None),
        ("Vad blev kvar?", "Inget.", "Resultat"),
    ]


def test_the_chosen_option_in_bold_may_begin_the_next_page():
    question = bold("A3. I vilken grad nåddes målen?", 780)
    options: list[Block] = [plain("Inte alls", 794, 84), plain("I låg grad", 808, 84)]
    options += [bold("I ganska hög grad", 60, 84, page=2), plain("I mycket hög grad", 74, 84, page=2)]

    assert said(*HEAD, question, *options)[2:] == [("A3", "I vilken grad nåddes målen?", "I ganska hög grad")]


def test_numbers_in_larger_type_that_begin_below_the_top_of_their_questions():
    blocks: list[Block] = []
    for n, (question, answer) in enumerate(
        (("Vilken kommun?", "Mora"), ("Vad kostade det?", "900"), ("Varav män", "7"))
    ):
        top = 100 + 40 * n
        blocks.append(Paragraph(text=question, places=at(top, 80), size=10, bold=True, framed=True))
        blocks.append(Paragraph(text=str(n + 1), places=at(top + 1, 60, width=8), size=12, bold=True, framed=True))
        blocks.append(plain(answer, top + 15, 80, framed=True))

    assert said(*blocks) == [("1", "Vilken kommun?", "Mora"), ("2", "Vad kostade det?", "900"), ("3", "Varav män", "7")]
