"""Words that say what a form's text is: `Fråga 3` over its question, `Svar:` before its answer."""

import pytest

from extractors.forms.fields import read_form
from extractors.forms.questions import asks, is_number_alone, split_number
from models.blocks import Block, Paragraph
from models.place import Place


def text(words: str, top: float, x0: float = 70.0, *, size: float = 10.0) -> Paragraph:
    return Paragraph(text=words, places=(Place(page=1, x0=x0, top=top, x1=x0 + 200, bottom=top + size),), size=size)


def said(*blocks: Block) -> list[tuple[str | None, str, str | None]]:
    return [(field.number, field.label, field.value) for field in read_form(blocks)]


@pytest.mark.parametrize(
    ("written", "number", "label"),
    [
        ("Fråga 3: Vilka har nåtts?", "3", "Vilka har nåtts?"),
        ("FRÅGA 12. Berätta om lokalen", "12", "Berätta om lokalen"),
        ("Fråga 4 – Hur många kom?", "4", "Hur många kom?"),
        ("Delfråga 2b Vad kostade maten?", "2b", "Vad kostade maten?"),
        ("Fråga om stöd till 3 Föreningar", None, "Fråga om stöd till 3 Föreningar"),
    ],
)
def test_a_question_that_is_called_one_is_numbered(written, number, label):
    assert split_number(written) == (number, label)


def test_what_is_called_a_question_asks():
    assert asks("Fråga 2: Berätta om lokalen")
    assert is_number_alone("Fråga 7")
    assert not is_number_alone("Fråga 7 Hur gick det?")


def test_the_number_stands_on_a_line_above_its_question():
    read = said(
        text("Fråga 1", 100, size=8),
        text("Berätta om lokalen", 110),
        text("Den ligger vid torget.", 124),
        text("Fråga 2", 150, size=8),
        text("Hur många kom?", 160),
        text("Ungefär trettio.", 174),
    )

    assert read == [("1", "Berätta om lokalen", "Den ligger vid torget."), ("2", "Hur många kom?", "Ungefär trettio.")]


def test_what_stands_behind_the_word_answers_the_text_above():
    read = said(
        text("Lokal", 100),
        text("Svar: Bygdegården vid sjön", 114),
        text("Öppettider", 140),
        text("Svar: Tisdagar och lördagar", 154),
    )

    assert read == [(None, "Lokal", "Bygdegården vid sjön"), (None, "Öppettider", "Tisdagar och lördagar")]


def test_the_word_stands_on_a_line_of_its_own_and_a_hint_before_it():
    read = said(
        text("Beskriv lokalen", 100),
        text("Högst tio ord.", 112, size=8),
        text("Svar", 124, size=8),
        text("Ett rum med kök.", 134, x0=84),
        text("Beskriv gruppen", 160),
        text("Svar", 174, size=8),
        text("Åtta unga vuxna.", 184, x0=84),
    )

    assert read == [(None, "Beskriv lokalen", "Ett rum med kök."), (None, "Beskriv gruppen", "Åtta unga vuxna.")]


def test_the_word_over_nothing_is_an_empty_answer():
    read = said(
        text("Fråga 1 av 2", 100, size=8),
        text("Vem lånade ut lokalen?", 110),
        text("Svar:", 124),
        text("Fråga 2 av 2", 150, size=8),
        text("Vill ni berätta något mer?", 160),
        text("Svar: Lokalen var varm.", 174),
    )
    unnumbered = said(
        text("Vem lånade ut lokalen?", 110),
        text("Svar:", 124),
        text("Vill ni berätta något mer?", 160),
        text("Svar: Lokalen var varm.", 174),
    )

    answers = [(None, "Vem lånade ut lokalen?", None), (None, "Vill ni berätta något mer?", "Lokalen var varm.")]
    assert read == answers
    assert unnumbered == answers
