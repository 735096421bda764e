"""Labels below what they name, told by all labels of their region."""

from collections.abc import Sequence

import pytest

from extractors.forms.fields import read_form
from extractors.forms.suits import suits
from models.blocks import Block, Heading, Paragraph
from models.place import Place

Row = tuple[str, float, float]
"""Words, the top of their line and their type size."""


def line(words: str, top: float, size: float = 10.0, x0: float = 70.0, page: int = 1) -> Paragraph:
    place = Place(page=page, x0=x0, top=top, x1=x0 + len(words) * size / 2, bottom=top + size)
    return Paragraph(text=words, places=(place,), size=size)


def head(words: str, top: float) -> Heading:
    place = Place(page=1, x0=70, top=top, x1=300, bottom=top + 14)
    return Heading(text=words, places=(place,), size=14, bold=True, level=1)


def said(blocks: Sequence[Block]) -> list[tuple[str, str | None]]:
    return [(field.label, field.value) for field in read_form(blocks)]


PAIRS = [
    ("Organisationsnummer", "212000-9999"),
    ("Postnummer", "999 11"),
    ("Postort", "Granvik"),
    ("Förvaltning", "Omsorgskontoret"),
]


def stacked(*, below: bool, to_own: float, to_next: float, size: float = 7.0, x0: float = 70.0) -> list[Block]:
    """The pairs one below another: a label `to_own` points from its answer, and `to_next` from the next one."""
    blocks: list[Block] = []
    top = 100.0
    for label, answer in PAIRS:
        first, second = ((answer, 10.0), (label, size)) if below else ((label, size), (answer, 10.0))
        blocks.append(line(first[0], top, first[1], x0))
        top += first[1] + to_own
        blocks.append(line(second[0], top, second[1], x0))
        top += second[1] + to_next
    return blocks


@pytest.mark.parametrize("below", [True, False])
@pytest.mark.parametrize("size", [7.0, 10.0])
def test_a_column_of_labels_goes_with_the_answers_that_stand_nearer(below: bool, size: float):
    blocks = [head("Uppgifter om sökanden", 80), *stacked(below=below, to_own=2.5, to_next=6.5, size=size)]

    assert said(blocks) == PAIRS


def test_answers_in_bold_that_look_like_headings_have_their_labels_below():
    blocks = [
        block if block.size == 7 else Heading(text=block.text, places=block.places, size=10, bold=True, level=5)
        for block in stacked(below=True, to_own=2.5, to_next=6.5)
        if isinstance(block, Paragraph)
    ]

    assert said([head("Uppgifter om sökanden", 80), *blocks]) == PAIRS


def test_where_all_stand_alike_the_answers_that_suit_their_labels_tell():
    blocks = stacked(below=True, to_own=4, to_next=4)

    assert said([head("Uppgifter om sökanden", 80), *blocks]) == PAIRS


def test_a_column_at_odds_with_itself_has_no_answers():
    odd = [("Handläggande enhet:", "Stödlaget"), ("Avdelning:", "Norra laget"), ("Befattning:", "Chef")]
    blocks: list[Block] = [head("Uppgifter om sökanden", 80)]
    for n, (label, answer) in enumerate(odd):
        blocks += [line(answer, 100 + 27 * n), line(label, 115 + 27 * n, 7.0)]

    assert said(blocks) == [(label.rstrip(":"), None) for label, _ in odd]


def test_an_empty_line_over_a_label_is_no_answer_of_its_neighbour():
    blocks = stacked(below=True, to_own=2.5, to_next=6.5)
    del blocks[4]

    assert said([head("Uppgifter om sökanden", 80), *blocks]) == [
        *PAIRS[:2],
        ("Postort", None),
        *PAIRS[3:],
    ]


def test_columns_side_by_side_are_told_together():
    left = stacked(below=True, to_own=2.5, to_next=6.5)
    right = [line("Referens vid utbetalning", 112.5, 7.0, 320), line("A 14", 100, 10.0, 320)]
    blocks = [head("Uppgifter om sökanden", 80), left[0], right[1], left[1], right[0], *left[2:]]

    assert sorted(said(blocks), key=str) == sorted([*PAIRS, ("Referens vid utbetalning", "A 14")], key=str)


def test_what_is_larger_than_its_answers_is_no_label_below_them():
    blocks: list[Block] = []
    for n, (label, answer) in enumerate(PAIRS):
        blocks += [line("fält 12", 100 + 40 * n, 6), line(label, 108 + 40 * n, 11), line(answer, 124 + 40 * n, 10, 74)]

    assert [pair for pair in said(blocks) if pair in PAIRS] == PAIRS


def test_answers_in_a_colour_of_their_own_may_look_like_headings():
    blocks: list[Block] = [head("Uppgifter om sökanden", 80)]
    for block in stacked(below=True, to_own=2.5, to_next=6.5):
        told = Heading(text=block.text, places=block.places, size=10, color="0 0 99", level=4)
        blocks.append(told if block.size == 10 else block)

    assert said(blocks) == PAIRS


def test_labels_in_a_column_with_their_answers_to_the_right_are_answered_by_these():
    labels = ["Insatsens namn", "Organisationsnummer", "Start", "Postort", "Mötesplats"]
    answers = ["Kvarnen", "212000-9999", "2031-02-01", "Granvik", "Biblioteket"]
    left = [line(label, 100 + 16 * n) for n, label in enumerate(labels)]
    right = [line(a, 100 + 16 * n, x0=260).model_copy(update={"color": "9"}) for n, a in enumerate(answers)]

    assert ("Organisationsnummer", "212000-9999") in said([head("Om insatsen", 80), *left, *right])


@pytest.mark.parametrize(
    ("label", "answer", "told"),
    [
        ("Organisationsnummer", "212000-9999", True),
        ("Organisationsnummer", "Granvik", False),
        ("Postnr", "999 11", True),
        ("Postnummer och ort", "999 11 Granvik", None),
        ("E-post", "info@granvik.example", True),
        ("Bankgiro", "123-4567", True),
        ("Telefon", "0999-12 34 56", True),
        ("Postort", "212000-9999", False),
        ("Förvaltning", "Omsorgskontoret", None),
    ],
)
def test_labels_ask_for_answers_of_a_known_make(label: str, answer: str, told: bool | None):
    assert suits(label, answer) is told


def test_bold_titles_of_sections_are_no_answers_to_their_first_labels():
    blocks: list[Block] = []
    for section, top in (("Sökanden", 100.0), ("Odlingen", 220.0)):
        place = Place(page=1, x0=70, top=top, x1=300, bottom=top + 11)
        blocks.append(Heading(text=section, places=(place,), size=11, bold=True, level=2))
        for n, (label, answer) in enumerate((("Organisationsnummer", "212000-9999"), ("Postnummer", "999 11"))):
            blocks.append(line(label, top + 22 + 36 * n, 8.0, 70.0))
            value = Place(page=1, x0=77, top=top + 38 + 36 * n, x1=200, bottom=top + 48 + 36 * n)
            blocks.append(Heading(text=answer, places=(value,), size=10, framed=True, level=5))

    assert said(blocks) == [("Organisationsnummer", "212000-9999"), ("Postnummer", "999 11")] * 2


def test_a_line_to_sign_on_answers_nothing_and_stands_with_the_labels_below_their_lines():
    blocks: list[Block] = [
        line("1. Organisationsnummer", 60, 10.0, 70.0),
        line("212000-9999", 74, 10.0, 70.0),
        line("Ekby 2024-01-22", 140, 10.0, 70.0),
        line("Ort och datum", 152, 7.0, 70.0),
        line("Underskrift", 152, 7.0, 310.0),
    ]

    assert ("Ort och datum", "Underskrift") not in said(blocks)
    assert ("Ort och datum", "Ekby 2024-01-22") in said(blocks)
