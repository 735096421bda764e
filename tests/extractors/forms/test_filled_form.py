"""A whole form that was filled in on the screen: text, one choice and several, a list, an empty field."""

from pathlib import Path

from extractors.forms.fields import read_form
from extractors.pages.geometry import Box
from extractors.reading import read_file
from tests.layout_builders import DrawnPage
from tests.page_attachments import choice_field, text_field, tick_field, write_form


def test_every_kind_of_field_answers_its_question(tmp_path: Path):
    drawn = DrawnPage().text("Rekvisition av stimulansmedel", 70, 60, font="B")
    drawn.text("Kommun", 70, 100).text("Organisationsnummer", 320, 100)
    drawn.text("1. Har kommunen en beslutad plan?", 70, 150).text("Ja", 90, 168).text("Nej", 150, 168)
    drawn.text("2. Vilka insatser planeras?", 70, 195)
    drawn.text("Utbildning", 90, 212).text("Handledning", 90, 228).text("Anhörigstöd", 90, 244)
    drawn.text("3. Beskriv hur medlen ska användas", 70, 275).text("4. Region", 70, 370).text("5. Antal", 70, 395)
    fields = [
        text_field("k", "Granvik", Box(70, 106, 290, 120)),
        text_field("o", "212000-1215", Box(320, 106, 520, 120)),
        tick_field("p1", Box(74, 159, 84, 169), ticked=False, radio=True),
        tick_field("p2", Box(134, 159, 144, 169), ticked=True, radio=True),
        *(tick_field(f"i{n}", Box(74, 203 + 16 * n, 84, 213 + 16 * n), ticked=n != 1, radio=False) for n in range(3)),
        text_field(
            "t", "Vi anställer två lotsar och utbildar all personal i skolan under våren.", Box(70, 282, 520, 350)
        ),
        choice_field("r", "20", [("20", "Dalarna"), ("21", "Gävleborg")], Box(200, 360, 380, 374)),
        text_field("n", "", Box(200, 385, 380, 399)),
    ]

    read = read_file(write_form(tmp_path / "form.pdf", drawn, fields), "0" * 64, "form.pdf")

    assert [(field.number, field.label, field.value) for field in read_form(read.blocks)] == [
        (None, "Kommun", "Granvik"),
        (None, "Organisationsnummer", "212000-1215"),
        ("1", "Har kommunen en beslutad plan?", "Nej"),
        ("2", "Vilka insatser planeras?", "Utbildning; Anhörigstöd"),
        (
            "3",
            "Beskriv hur medlen ska användas",
            "Vi anställer två lotsar och utbildar all personal i skolan under våren.",
        ),
        ("4", "Region", "Dalarna"),
        ("5", "Antal", None),
    ]
