"""Forms of other makes: print-outs of e-services, grouped tables, lines to fill in, labels side by side."""

import pytest

from extractors.documents.document_class import class_of
from extractors.drafts import FieldDraft
from extractors.forms.fields import read_form
from extractors.forms.question_rows import form_rows
from extractors.forms.questions import asks, counts, split_number
from extractors.forms.spans import forms_in
from models.blocks import Block, Cell, Heading, Paragraph, Table
from models.place import Place


def at(top: float, x0: float = 70, width: float = 200) -> tuple[Place, ...]:
    return (Place(page=1, x0=x0, top=top, x1=x0 + width, bottom=top + 11),)


def text(words: str, top: float, x0: float = 70, *, size: float = 10.5, framed: bool = False) -> Paragraph:
    return Paragraph(text=words, places=at(top, x0), size=size, framed=framed)


def bold(words: str, top: float) -> Heading:
    return Heading(text=words, places=at(top), level=4, size=10.5, bold=True)


def said(fields: list[FieldDraft]) -> list[tuple[str | None, str, str | None]]:
    return [(field.number, field.label, field.value) for field in fields]


def grid(*rows: tuple[str, ...], spans: dict[int, int] | None = None) -> Table:
    cells = tuple(
        Cell(row=r, col=c, text=words, row_span=(spans or {}).get(r, 1) if c == 0 else 1, place=at(12 * r, 90 * c)[0])
        for r, row in enumerate(rows)
        for c, words in enumerate(row)
        if words or c
    )
    return Table(text="", places=at(0), method="ruled", n_rows=len(rows), n_cols=len(rows[0]), cells=cells)


@pytest.mark.parametrize("words", ["Fråga 3 av 12", "Steg 2/5", "Question 4 of 9"])
def test_how_far_a_form_has_come_is_no_label(words):
    blocks: list[Block] = []
    for n, (asked, answer) in enumerate(
        [("Vem svarar?", "Nämnden"), ("Vad kostade det? (kr)", "700"), ("Räckte det?", "Ja")]
    ):
        blocks += [
            text(words, 100 + 60 * n, size=8),
            bold(asked, 112 + 60 * n),
            text(answer, 126 + 60 * n, framed=True),
        ]

    assert counts(words)
    assert said(read_form(blocks)) == [
        (None, "Vem svarar?", "Nämnden"),
        (None, "Vad kostade det? (kr)", "700"),
        (None, "Räckte det?", "Ja"),
    ]


def test_the_first_column_of_a_grouped_form_titles_its_rows():
    table = grid(
        ("Sökande", "Kommun", "Exempelby"),
        ("", "Nämnd", "Omsorgen"),
        ("Ekonomi", "Sökt belopp (kr)", "35 000"),
        ("", "Egen insats (kr)", "9 000"),
        spans={0: 2, 2: 2},
    )
    rows = form_rows(table) or []

    assert [(row.section, row.label, row.answer) for row in rows] == [
        ("Sökande", "Kommun", "Exempelby"),
        ("Sökande", "Nämnd", "Omsorgen"),
        ("Ekonomi", "Sökt belopp (kr)", "35 000"),
        ("Ekonomi", "Egen insats (kr)", "9 000"),
    ]


def test_a_table_of_three_columns_without_groups_is_no_form():
    assert form_rows(grid(("Kör", "Kväll", "300"), ("Dans", "Dag", "200"), ("Spel", "Dag", "100"))) is None


LINES = ["Myndighet/kommun: Granvik", "Bidragsår: 2021", "Använt belopp: 268 400 kr", "Antal nådda personer: 38"]
CHOICES = ["Har medlen räckt? (X) Ja ( ) Nej", "Har revision skett? ( ) Ja (X) Nej"]


def test_lines_of_labels_and_answers_make_a_form_of_a_report():
    blocks = [text(words, 100 + 20 * n) for n, words in enumerate([*LINES, *CHOICES])]

    assert forms_in(blocks, is_report=True) == [blocks]
    assert [(label, value) for _, label, value in said(read_form(blocks))] == [
        *(tuple(words.split(": ")) for words in LINES),
        ("Har medlen räckt?", "Ja"),
        ("Har revision skett?", "Nej"),
    ]


def test_lines_of_labels_without_money_make_no_form():
    blocks = [
        text(f"{label}: Exempelby", 100 + 20 * n)
        for n, label in enumerate(["Skede ett", "Skede två", "Skede tre", "Skede fyra"])
    ]

    assert forms_in(blocks, is_report=True) == []


def test_small_labels_side_by_side_are_each_answered_below():
    rows = [("Kontaktenhet", "Staben"), ("Period", "2020"), ("Status", "Slutlig"), ("Tjänster", "Tre")]
    blocks: list[Block] = []
    for n in (0, 2):
        (left, one), (right, other) = rows[n : n + 2]
        labels = [text(left, 100 + 15 * n, size=8), text(right, 100 + 15 * n, 320, size=8)]
        answers = [text(one, 112 + 15 * n, size=11), text(other, 112 + 15 * n, 320, size=11)]
        blocks += [*labels, *answers]

    assert [(label, value) for _, label, value in said(read_form(blocks))] == rows


def test_questions_numbered_by_letters_over_boxes():
    asked = [
        ("a) Ange kommunens namn", "Sund"),
        ("b) Hittills i år, tusental", "842"),
        ("c) Räcker det?", "Nej"),
        ("d) Behövs mer?", "Ja"),
    ]
    blocks: list[Block] = []
    for n, (label, answer) in enumerate(asked):
        blocks += [bold(label, 100 + 40 * n), text(answer, 116 + 40 * n, 76, framed=True)]

    assert forms_in(blocks) == [blocks]
    assert said(read_form(blocks)) == [(label[0], label[3:], answer) for label, answer in asked]


def test_a_statement_in_a_table_of_boxes_keeps_its_own_number():
    head = tuple(
        Cell(row=0, col=c, text=words, role="header", place=at(0, 90 * c)[0])
        for c, words in enumerate(("Fråga", "Ja", "Nej"))
    )
    body = [("4.1 Finns en samordnare?", "X", ""), ("4.2 Följs köerna upp?", "", "X"), ("4.3 Räcker det?", "", "X")]
    cells = [
        Cell(row=r, col=c, text=words, place=at(12 * r, 90 * c)[0])
        for r, row in enumerate(body, 1)
        for c, words in enumerate(row)
    ]
    table = Table(text="", places=at(0), method="ruled", n_rows=4, n_cols=3, cells=(*head, *cells))

    assert forms_in([table]) == [[table]]
    assert said(read_form([table])) == [
        ("4.1", "Finns en samordnare?", "Ja"),
        ("4.2", "Följs köerna upp?", "Nej"),
        ("4.3", "Räcker det?", "Nej"),
    ]


@pytest.mark.parametrize("words", ["Hur mycket återstår? (kr)", "Vilka kom? (flera svar möjliga)", "Räckte det?:"])
def test_what_follows_a_question_mark_in_brackets_is_of_the_question(words):
    assert asks(words)


def test_a_list_item_with_a_letter_asks_nothing_by_itself():
    assert not asks("a) Utbildning av personal")


def test_an_application_that_is_one_word():
    assert class_of([bold("Statsbidragsansökan 2024", 50)], "Statsbidragsansökan 2024")[0] == "grant_application"


def test_figures_under_labels_side_by_side_answer_each_its_own():
    rows = form_rows(grid(("Beviljat belopp", "Använt belopp"), ("4 000 kr", "3 745 kr"))) or []

    assert [(row.label, row.answer) for row in rows] == [("Beviljat belopp", "4 000 kr"), ("Använt belopp", "3 745 kr")]


@pytest.mark.parametrize(
    ("first", "second", "label"),
    [
        ("Kostnader (löner med sociala", "avgifter):", "Kostnader (löner med sociala avgifter)"),
        ("Fakturaadress (t.ex.", "EDI, GLN):", "Fakturaadress (t.ex. EDI, GLN)"),
        ("Summa kostnader för samtli-", "ga aktiviteter:", "Summa kostnader för samtliga aktiviteter"),
    ],
)
def test_a_label_goes_on_where_its_bracket_is_open_or_its_word_is_cut(first, second, label):
    asked = [text("Kommun:", 60), text("Exempelby", 60, 320), text("Ort:", 80), text("Vimle", 80, 320)]
    blocks = [*asked, text(first, 100), text(second, 113), text("31 000", 100, 320)]

    assert said(read_form(blocks))[-1] == (None, label, "31 000")


def test_a_report_built_of_labels_beside_boxes_is_a_form():
    asked = [("Projektledare vid", "Kulturen"), ("Medfinansiering", "42 000 kr"), ("Målgrupp", "Unga")]
    blocks: list[Block] = []
    for n, (label, answer) in enumerate(asked):
        blocks += [text(answer, 100 + 25 * n, 300, framed=True), text(label, 102 + 25 * n)]

    assert forms_in(blocks) == []
    assert forms_in(blocks, is_report=True) == [blocks]
    assert [(label, value) for _, label, value in said(read_form(blocks))] == asked


def test_a_report_built_of_small_labels_over_large_answers_is_a_form():
    asked = [("MOTTAGARE", "Region Sydsund"), ("MOTTAGET", "9 300 000 kr"), ("EJ FÖRBRUKAT", "350 000 kr")]
    blocks: list[Block] = []
    for n, (label, answer) in enumerate(asked):
        place = at(112 + 40 * n)
        blocks += [text(label, 100 + 40 * n, size=7.5), Heading(text=answer, places=place, level=3, size=12, bold=True)]
    blocks += [text("KOMMENTAR", 220, size=7.5), text("Två rekryteringar blev klara sent.", 232, size=10)]

    assert forms_in(blocks, is_report=True) == [blocks]
    assert [(label, value) for _, label, value in said(read_form(blocks))] == [
        *asked,
        ("KOMMENTAR", "Två rekryteringar blev klara sent."),
    ]


def test_a_report_built_as_a_table_of_bold_labels_is_a_form_though_its_first_row_looks_like_a_head():
    rows = [
        ("Stadsdel", "Tallbygd"),
        ("Tilldelat", "825 000 kr"),
        ("Resultat", "Fler söker stöd."),
        ("Period", "Våren"),
    ]
    given = grid(*rows)
    cells = tuple(
        c.model_copy(update={"bold": c.col == 0, "role": "header" if c.row == 0 else "body"}) for c in given.cells
    )
    table = given.model_copy(update={"cells": cells})

    assert forms_in([table], is_report=True) == [[table]]
    assert [(label, value) for _, label, value in said(read_form([table]))] == rows


def test_a_table_of_figures_alone_is_no_form():
    assert forms_in([grid(("Lund", "300"), ("Kil", "200"), ("Eda", "100"))], is_report=True) == []


def test_a_number_of_a_letter_and_a_figure_with_a_point_between_them():
    assert split_number("A.1 Organisation") == ("A.1", "Organisation")
    assert split_number("D.12b Övrigt") == ("D.12b", "Övrigt")
    assert not asks("A.1 Utbilda personal i samtal")
