"""Titles in capitals are told in the letters of the running text."""

import pytest

from extractors.documents.letter_case import in_running_case
from models.blocks import Paragraph
from models.place import Place

TEXT = [
    "Bidraget till BUP i Granvik har gått till stöd för barn.",
    "Redovisning lämnas varje år av Granvik, se www.granvik.se.",
    "REDOVISNING AV BIDRAG",
    "En redovisning av vad kommunen i Granvik gjort, och av vad barn fått.",
]
BLOCKS = [Paragraph(text=text, places=(Place(page=1, x0=70, top=100, x1=300, bottom=112),)) for text in TEXT]


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("REDOVISNING AV STÖD TILL BUP I GRANVIK 2025", "Redovisning av stöd till BUP i Granvik 2025"),
        ("ÅTERRAPPORTERING AV STÖD FÖR BARN", "Återrapportering av stöd för barn"),
        ("SIP OCH BUP", "SIP och BUP"),
        ("Redovisning av bidrag till BUP", "Redovisning av bidrag till BUP"),
        ("ENKÄT", "ENKÄT"),
        (None, None),
    ],
)
def test_a_title_in_capitals_is_written_as_its_words_are_in_the_text(title, told):
    assert in_running_case(title, BLOCKS) == told
