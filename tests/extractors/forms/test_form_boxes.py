"""Boxes to tick in a form: behind their option, in a table of statements and options, under heads without cells."""

from collections.abc import Sequence

import pytest

from extractors.forms.fields import read_form
from models.blocks import Answer, Block, Cell, Heading, Paragraph, Table
from models.place import Place

LABEL, ANSWER = "0 0 128 255", "0 0 0 255"


def at(top: float, x0: float = 70.0, *, width: float = 90.0, height: float = 12.0) -> tuple[Place, ...]:
    return (Place(page=1, x0=x0, top=top, x1=x0 + width, bottom=top + height),)


def bold(text: str, top: float) -> Heading:
    return Heading(text=text, places=at(top, width=200), level=4, size=10, bold=True)


def text(words: str, top: float, x0: float = 70.0, *, width: float = 90.0, framed: bool = False) -> Paragraph:
    return Paragraph(text=words, places=at(top, x0, width=width), size=10, framed=framed)


def box(top: float, x0: float, sign: str = "☐") -> Paragraph:
    return text(sign, top, x0, width=8)


def grid(*rows: Sequence[str], top: float = 200.0) -> Table:
    cells = [
        Cell(
            row=r, col=c, text=words, place=at(top + 20 * r, 70 + 100.0 * c)[0], role="body" if r and c else "header"
        ).model_copy(update={"role": "label"} if r and not c else {})
        for r, row in enumerate(rows)
        for c, words in enumerate(row)
    ]
    return Table(text="", places=at(top), method="ruled", n_rows=len(rows), n_cols=len(rows[0]), cells=tuple(cells))


HEAD: tuple[Block, ...] = (
    bold("A1. Kommun", 100),
    text("Exempelby kommun", 114),
    bold("A2. Organisationsnummer", 140),
    text("212000-2882", 154),
)
READ = [("A1", "Kommun", "Exempelby kommun"), ("A2", "Organisationsnummer", "212000-2882")]


def said(*blocks: Block) -> list[tuple[str | None, str, str | None]]:
    return [(field.number, field.label, field.value) for field in read_form([*HEAD, *blocks])][len(READ) :]


@pytest.mark.parametrize("mark", ["☒", "X", "☑"])
def test_a_row_of_a_matrix_is_answered_by_the_option_that_is_ticked(mark):
    table = grid(("", "Låg", "Hög"), ("Fler samtal", "☐", mark), ("Kortare kö", "☐", "☐"))

    assert said(bold("A3. Hur gick det?", 180), table) == [("A3", "Fler samtal", "Hög"), ("A3", "Kortare kö", None)]


def test_a_plain_x_is_a_tick_under_heads_that_are_options():
    assert said(grid(("", "Ja", "Nej"), ("Utbildning har getts.", "", "X"))) == [(None, "Utbildning har getts.", "Nej")]
    assert said(grid(("", "2024", "2025"), ("Utbildning har getts.", "", "X"))) == []


def test_a_row_without_a_statement_answers_the_question_above():
    assert said(bold("A3. Hur gick det?", 180), grid(("", "1", "2"), ("", "☒", "☐"))) == [("A3", "Hur gick det?", "1")]


def test_columns_of_words_are_no_matrix():
    assert said(bold("A3. Hur gick det?", 180), grid(("Insats", "Läge", "Klar"), ("Samtal", "pågår", "☐"))) == []


def test_names_with_figures_below_a_head_that_could_ask_are_no_answers():
    names = grid(("Kommun", "Belopp (tkr)"), ("Granvik", "1 982"), ("Ekfors", "839"), ("Alsta", "3 400"))
    asked = grid(("Kommun", "Granvik"), ("Antal barn", "12"), ("Antal unga", "7"), ("Postnummer", "123 45"))

    assert said(names) == []
    assert [label for _, label, _ in said(asked)] == ["Kommun", "Antal barn", "Antal unga", "Postnummer"]


def test_a_box_behind_its_option_is_the_options():
    options = [text("Ja", 200), box(200, 170, "☒"), text("Nej", 216), box(216, 170)]

    assert said(bold("A3. Har ni samverkat?", 180), *options) == [("A3", "Har ni samverkat?", "Ja")]


def test_heads_of_empty_boxes_without_cells_are_no_answer():
    rows = [text("Fler samtal", 220), text("Kortare kö", 236)]
    columns = [text("Låg", 204, 200), box(220, 200), box(236, 200), text("Hög", 204, 260), text("☐ ☐", 220, 260)]

    assert said(bold("A3. Hur gick det?", 180), *rows, *columns) == [("A3", "Hur gick det?", None)]


def test_empty_boxes_are_no_answer():
    table = Table(
        text="",
        places=at(200),
        method="ruled",
        n_rows=2,
        n_cols=2,
        cells=tuple(
            Cell(row=r, col=c, text=words, place=at(200 + 20 * r, 70 + 100.0 * c)[0], role="body")
            for r, row in enumerate((("Telefon:", "☐ ☐"), ("Postort:", "By")))
            for c, words in enumerate(row)
        ),
    )

    assert said(table) == [(None, "Telefon", None), (None, "Postort", "By")]


def test_labels_and_answers_that_differ_in_colour_alone():
    pairs = [("Projekt", "Tidigt stöd"), ("Postort:", "By"), ("Diarienummer:", "SN 2025:17"), ("Region:", "Norra")]
    blocks = [
        Paragraph(text=words, places=at(100.0 + 40 * n + below), size=10, color=color)
        for n, pair in enumerate(pairs)
        for words, below, color in zip(pair, (0, 14), (LABEL, ANSWER), strict=True)
    ]

    assert [(field.label, field.value) for field in read_form(blocks)] == [
        ("Projekt", "Tidigt stöd"),
        ("Postort", "By"),
        ("Diarienummer", "SN 2025:17"),
        ("Region", "Norra"),
    ]


def test_bold_answers_below_small_labels_in_one_box_are_no_headings():
    pairs = [("Kommunens namn:", "Exempelby"), ("Postort:", "By"), ("Diarienummer:", "SN 2025:17")]
    blocks: list[Block] = []
    for n, (label, answer) in enumerate(pairs):
        blocks.append(Paragraph(text=label, places=at(100.0 + 30 * n, height=9), size=8, framed=True))
        blocks.append(Heading(text=answer, places=at(110.0 + 30 * n), level=5, size=9.5, bold=True, framed=True))

    assert [(field.label, field.value) for field in read_form(blocks)] == [
        ("Kommunens namn", "Exempelby"),
        ("Postort", "By"),
        ("Diarienummer", "SN 2025:17"),
    ]


def test_titles_on_a_tint_are_no_answers_in_a_form_with_longer_questions_than_answers():
    def title(words: str, top: float) -> Heading:
        return Heading(text=words, places=at(top, width=200), level=3, size=11.5, bold=True, framed=True)

    blocks: list[Block] = []
    for section, top in (("Sökande", 100), ("Ekonomi", 180), ("Underskrift", 260)):
        blocks += [title(section, top), bold("Vilken nämnd är det som svarar?", top + 30), text("SN", top + 44)]

    assert [(field.section, field.value) for field in read_form(blocks)] == [
        ("Sökande", "SN"),
        ("Ekonomi", "SN"),
        ("Underskrift", "SN"),
    ]


def test_boxes_without_a_tick_are_no_text_of_their_cells():
    table = grid(("", "Låg", "Hög"), ("Fler samtal", "", "☒"), ("Kortare kö", "", ""))

    assert said(bold("A3. Hur gick det?", 180), table) == [("A3", "Fler samtal", "Hög"), ("A3", "Kortare kö", None)]


def test_figures_side_by_side_are_no_answer_to_the_label_of_their_row():
    row = [text("Kvinnor", 200, 300), text("Män", 200, 400), text("2", 216, 300), text("0", 216, 400)]

    assert said(bold("A3. Antal anställda", 216), *row) == [("A3", "Antal anställda", None)]


def test_a_lone_x_before_an_option_is_its_tick():
    options = [text("Ja", 200, 100), text("X", 216, 74, width=8), text("Nej", 216, 100), text("Vet ej", 232, 100)]

    assert said(bold("A3. Har ni samverkat?", 180), *options) == [("A3", "Har ni samverkat?", "Nej")]


def test_options_may_be_smaller_than_other_answers():
    options = [Paragraph(text=words, places=at(top, 100.0), size=8) for words, top in (("Ja", 200), ("Nej", 212))]
    mark = Paragraph(text="X", places=at(212, 74.0, width=8), size=8)

    assert said(bold("A3. Har ni samverkat?", 180), options[0], mark, options[1]) == [
        ("A3", "Har ni samverkat?", "Nej")
    ]


BOXED = (bold("A3. Vad gick bra?", 180), text("Mycket.", 200, 75, framed=True))


def test_what_stands_right_above_a_box_is_its_label():
    blocks = bold("Sammanfatta årets arbete", 240), text("Fler möten.", 258, 75, framed=True)

    assert said(*BOXED, text("Läs mer på vår webbplats.", 220), *blocks) == [
        ("A3", "Vad gick bra?", "Mycket."),
        (None, "Sammanfatta årets arbete", "Fler möten."),
    ]


def test_a_figure_in_a_box_may_have_its_label_before_it():
    assert said(*BOXED, text("Antal tjänster med två decimaler: 2,8", 240, framed=True)) == [
        ("A3", "Vad gick bra?", "Mycket."),
        (None, "Antal tjänster med två decimaler", "2,8"),
    ]


def step(number: int, top: float, color: str = ANSWER) -> Paragraph:
    return text(str(number), top, 70 + 32.0 * number, width=6, framed=True).model_copy(update={"color": color})


def test_the_step_of_a_scale_that_is_set_otherwise_is_chosen():
    scales: list[Block] = []
    for top in (200.0, 250.0):
        scales += [bold("A3. Hur väl nådde ni de unga?" if top < 250 else "A4. Hur väl höll planen?", top)]
        scales += [step(n, top + 20, "255 255 255 255" if top < 250 and n == 4 else ANSWER) for n in range(1, 6)]

    assert said(*scales, bold("A5. Vad lärde ni er?", 300), text("Att börja i tid.", 314)) == [
        ("A3", "Hur väl nådde ni de unga?", "4"),
        ("A4", "Hur väl höll planen?", None),
        ("A5", "Vad lärde ni er?", "Att börja i tid."),
    ]


@pytest.mark.parametrize("mark", ["●", "☒"])
def test_the_step_of_a_scale_with_its_box_ticked_answers_the_question_above(mark):
    scale = grid(["", "1", "2", "3", "4", ""], ["Inte alls", "○", "○", mark, "○", "Helt"])
    flat = scale.model_copy(update={"cells": tuple(c.model_copy(update={"role": "body"}) for c in scale.cells)})
    blocks = [*HEAD, bold("A3. I vilken grad har stödet nått unga?", 186), flat]

    assert [(f.number, f.label, f.value) for f in read_form(blocks)][-1] == (
        "A3",
        "I vilken grad har stödet nått unga?",
        "3",
    )


def test_technical_names_in_small_type_above_the_questions_ask_nothing():
    blocks: list[Block] = []
    for n, (question, answer) in enumerate(
        [
            ("Hur många deltog?", "64"),
            ("Fakturareferens", "K-17"),
            ("Vad har varit svårt?", "Lokalen var för liten."),
            ("Jag intygar detta", "Ja"),
        ]
    ):
        top = 100 + 60 * n
        name = text(f"fld_{n} · text", top).model_copy(update={"size": 7, "places": at(top, height=7)})
        blocks += [name, bold(question, top + 8), text(answer, top + 22, 76, framed=True)]

    assert [(f.label, f.value) for f in read_form(blocks)] == [
        ("Hur många deltog?", "64"),
        ("Fakturareferens", "K-17"),
        ("Vad har varit svårt?", "Lokalen var för liten."),
        ("Jag intygar detta", "Ja"),
    ]


def cross(top: float, x0: float) -> Paragraph:
    frame = Place(page=1, x0=x0, top=top, x1=x0 + 80, bottom=top + 14)
    return text("✗", top + 1, x0 + 36, width=8, framed=True).model_copy(update={"frame": frame})


def test_a_cross_in_a_wide_box_ticks_the_option_below_the_boxs_left_edge():
    choice = [cross(200, 170), text("Mindre än hälften", 217, 70), text("Mer än hälften", 217, 171)]
    scale = [cross(260, 170), text("1 Lite", 277, 70), text("2 3 Mycket", 277, 171)]

    assert said(bold("A3. Hur mycket?", 180), *choice, bold("A4. Hur säkert?", 240), *scale) == [
        ("A3", "Hur mycket?", "Mer än hälften"),
        ("A4", "Hur säkert?", "2"),
    ]


def test_a_cross_in_a_box_with_one_text_below_is_no_tick():
    assert said(bold("A3. Hur mycket?", 180), cross(200, 170), text("Mer än hälften", 217, 171)) != [
        ("A3", "Hur mycket?", "Mer än hälften")
    ]


def test_facts_in_one_panel_do_not_take_the_answers_of_the_questions_beside_it():
    panel = Place(page=1, x0=350, top=100, x1=540, bottom=300)
    facts: list[Block] = []
    for n, (label, answer) in enumerate([("Kommun", "Ekby kommun"), ("Organisationsnummer", "212000-0001")]):
        for step, words in enumerate((label, answer)):
            place = at(110.0 + 40 * n + 14 * step, 360)
            fact = Paragraph(text=words, places=place, size=9, framed=True, frame=panel, bold=not step)
            facts.append(fact)
    questions: list[Block] = []
    for n, label in enumerate(("Vad har pengarna använts till?", "Vilka har kommit?", "Vad återstår?")):
        questions.append(Heading(text=label, places=at(110.0 + 60 * n, width=200), level=2, size=12, bold=True))
        answer = "Till jord och krukor."
        questions.append(Paragraph(text=answer, places=at(132.0 + 60 * n, width=200), size=10))

    read = said(*facts, *questions)

    assert (None, "Organisationsnummer", "212000-0001") in read
    assert [answer for _, label, answer in read if label.startswith("V")] == ["Till jord och krukor."] * 3


def test_a_grid_that_nobody_filled_in_has_labels_alone():
    blank = grid(
        ("Kommun", "Organisationsnummer"),
        ("Kontaktperson", "Telefon"),
        ("Beviljat belopp, kronor", "Använt belopp, kronor"),
        ("Återstående jord", "Datum"),
    )

    assert [(label, answer) for _, label, answer in said(blank)] == [
        ("Kommun", None),
        ("Organisationsnummer", None),
        ("Kontaktperson", None),
        ("Telefon", None),
        ("Beviljat belopp, kronor", None),
        ("Använt belopp, kronor", None),
        ("Återstående jord", None),
        ("Datum", None),
    ]


def test_a_numbered_text_asks_below_numbered_questions_that_have_their_answers_beside_them():
    asked: list[Block] = [
        Answer(label=f"{n}. {label}", value=value, text=f"{n}. {label} {value}", places=at(100.0 + 24 * n))
        for n, (label, value) in enumerate([("Kommun", "Ekby"), ("Antal odlare", "31"), ("Antal lotter", "14")], 1)
    ]
    comment = text("4. Sagt om jorden", 200)

    assert said(*asked, comment, text("Den var tung i år.", 216))[-1] == ("4", "Sagt om jorden", "Den var tung i år.")


def test_a_box_alone_answers_no_question():
    asked: list[Block] = [
        Answer(label="Finns det en pump?", value="☒", text="Finns det en pump? ☒", places=at(100)),
        Answer(label="Intygas att pumpen är hel", value="☒", text="Intygas att pumpen är hel ☒", places=at(130)),
        Answer(label="Antal odlare?", value="31", text="Antal odlare? 31", places=at(160)),
    ]

    assert said(*asked) == [
        (None, "Finns det en pump?", None),
        (None, "Intygas att pumpen är hel", "☒"),
        (None, "Antal odlare?", "31"),
    ]
