"""What is fixed to a page beside its content: fields filled in on the screen, typed-in text, stamps, comments."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from pikepdf import Dictionary

from extractors.forms.fields import read_form
from extractors.pages.geometry import Box
from extractors.reading import read_file
from models.blocks import Answer, Block, ListItem, Note, ReadFile, Table
from tests.layout_builders import DrawnPage
from tests.page_attachments import annotation, choice_field, signature_field, text_field, tick_field, write_form


def read(folder: Path, drawn: DrawnPage, *attached: Dictionary) -> ReadFile:
    return read_file(write_form(folder / "form.pdf", drawn, attached), "0" * 64, "form.pdf")


def answers(blocks: Sequence[Block]) -> list[tuple[str, str | None]]:
    return [(b.label, b.value) for b in blocks if isinstance(b, Answer)]


def asides(blocks: Sequence[Block]) -> list[str]:
    return [b.text for b in blocks if isinstance(b, Note) and b.note == "aside"]


def test_a_field_beside_its_label_is_an_answer(tmp_path):
    drawn = DrawnPage().text("Kommun:", 70, 100).text("Beviljade medel (kr):", 70, 125).text("Län:", 70, 150)

    blocks = read(
        tmp_path,
        drawn,
        text_field("falt1", "Granvik", Box(180, 90, 380, 104)),
        text_field("falt2", "1 234 000", Box(180, 115, 380, 129)),
        choice_field("falt3", "20", [("20", "Dalarna"), ("21", "Gävleborg")], Box(180, 140, 380, 154)),
    ).blocks

    assert answers(blocks) == [("Kommun:", "Granvik"), ("Beviljade medel (kr):", "1 234 000"), ("Län:", "Dalarna")]


def test_fields_on_one_line_have_each_its_own_label(tmp_path):
    drawn = DrawnPage().text("Kvinnor:", 70, 100).text("Män:", 250, 100)

    blocks = read(
        tmp_path,
        drawn,
        text_field("a", "12", Box(120, 90, 200, 104)),
        text_field("b", "13", Box(280, 90, 360, 104)),
    ).blocks

    assert answers(blocks) == [("Kvinnor:", "12"), ("Män:", "13")]


def test_a_field_under_its_label_is_an_answer_of_all_its_lines(tmp_path):
    drawn = DrawnPage().text("Bakgrund", 70, 70, font="B").text("Beskriv hur arbetet har gått och vad", 70, 100)
    drawn.text("ni har lärt er av det.", 70, 113).grid([70, 470], [116, 180])

    blocks = read(
        tmp_path,
        drawn,
        text_field("svar", "Vi öppnade en mottagning.\rDen har god tillgång.", Box(70, 116, 470, 180), lines=True),
    ).blocks

    assert answers(blocks) == [
        (
            "Beskriv hur arbetet har gått och vad ni har lärt er av det.",
            "Vi öppnade en mottagning. Den har god tillgång.",
        )
    ]


def test_a_field_that_was_left_empty_has_no_value(tmp_path):
    blocks = read(tmp_path, DrawnPage().text("Ort:", 70, 100), text_field("ort", "", Box(180, 90, 380, 104))).blocks

    assert answers(blocks) == [("Ort:", None)]
    assert [(f.label, f.value) for f in read_form(blocks)] == [("Ort", None)]


@pytest.mark.parametrize(("tooltip", "label"), [("Er referens", "Er referens"), ("", "ref")])
def test_a_field_without_a_printed_label_goes_by_its_own_name(tmp_path, tooltip, label):
    drawn = DrawnPage().text("En rad långt därifrån", 70, 700)

    blocks = read(tmp_path, drawn, text_field("ref", "A-17", Box(180, 90, 380, 104), tooltip=tooltip)).blocks

    assert answers(blocks) == [(label, "A-17")]


def test_fields_in_a_table_fill_its_cells(tmp_path):
    drawn = DrawnPage().grid([70, 250, 400], [100, 120, 140, 160])
    for i, (label, head) in enumerate([("Kommun", "Belopp"), ("Granvik", ""), ("Ekfors", "")]):
        drawn.text(label, 74, 114 + 20 * i).text(head, 254, 114 + 20 * i)

    blocks = read(
        tmp_path,
        drawn,
        text_field("a", "5 000", Box(252, 122, 398, 138)),
        text_field("b", "7 000", Box(252, 142, 398, 158)),
    ).blocks

    (table,) = [b for b in blocks if isinstance(b, Table)]
    assert table.grid() == [["Kommun", "Belopp"], ["Granvik", "5 000"], ["Ekfors", "7 000"]]


@pytest.mark.parametrize("radio", [False, True])
def test_a_box_to_tick_stands_before_its_option_and_tells_its_state(tmp_path, radio):
    drawn = DrawnPage().text("Finns en plan?", 70, 80, font="B").text("Ja", 90, 100).text("Nej", 90, 116)
    drawn.square(Box(74, 91, 84, 101)).square(Box(74, 107, 84, 117))

    blocks = read(
        tmp_path,
        drawn,
        tick_field("ja", Box(74, 91, 84, 101), ticked=True, radio=radio),
        tick_field("nej", Box(74, 107, 84, 117), ticked=False, radio=radio),
    ).blocks

    assert [(b.marker, b.text) for b in blocks if isinstance(b, ListItem)] == [("☒", "Ja"), ("☐", "Nej")]


def test_text_typed_over_a_page_is_read_with_it(tmp_path):
    drawn = DrawnPage().text("Medlen räckte till en", 70, 100)

    blocks = read(tmp_path, drawn, annotation("FreeText", Box(164, 90, 240, 104), "samordnare.")).blocks

    assert [b.text for b in blocks] == ["Medlen räckte till en samordnare."]


def test_stamps_comments_and_signatures_are_said_and_are_no_text(tmp_path):
    blocks = read(
        tmp_path,
        DrawnPage().text("Vi ansöker om medel.", 70, 100),
        annotation("Stamp", Box(300, 90, 400, 110), "Inkom 12 mars"),
        annotation("Text", Box(420, 90, 440, 110), "Stämmer\rdetta?"),
        signature_field("namn", Box(70, 700, 200, 720), signed=True),
        signature_field("namn2", Box(70, 740, 200, 760), signed=False),
        annotation("Link", Box(70, 90, 100, 104)),
        annotation("FreeText", Box(70, 400, 200, 420), "Dolt", hidden=True),
    ).blocks

    assert [b.text for b in blocks if not isinstance(b, Note)] == ["Vi ansöker om medel."]
    assert asides(blocks) == [
        "stamp: Inkom 12 mars",
        "comment: Stämmer detta?",
        "signature: signed",
        "signature: not signed",
    ]
