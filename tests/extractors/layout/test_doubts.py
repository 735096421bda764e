"""Why a reading is unsure, said in Swedish too."""

import pytest

from extractors.layout import table_joining
from extractors.tables import cell_doubts, column_doubts, head_doubts, table_blocks
from models.doubts import in_both_languages


@pytest.mark.parametrize(
    ("doubt", "swedish"),
    [
        ("the text of 3 cells reaches over their edge", "texten i 3 celler når över deras kant"),
        ("the page was read by OCR, 91 % sure", "bild av text tolkad med OCR, 91 % säker"),
        (
            "2 cells hold several numbers; 4 words reach over a cell's edge",
            "2 celler har flera tal; 4 ord når över en cells kant",
        ),
        (
            "4 cells begin as no number does: numbers may be broken between rows",
            "4 celler börjar som inget tal gör: tal kan vara brutna mellan rader",
        ),
        ("nothing that is known", "nothing that is known"),
    ],
)
def test_a_doubt_of_the_reading_is_said_in_swedish(doubt: str, swedish: str):
    assert in_both_languages(doubt) == (swedish, doubt)


def test_a_doubt_that_says_both_languages_is_parted():
    doubt = "orden låter som ett mål / its words sound like a goal"

    assert in_both_languages(doubt) == ("orden låter som ett mål", "its words sound like a goal")


@pytest.mark.parametrize(
    "doubt",
    [
        value
        for module in (table_joining, table_blocks, cell_doubts, column_doubts, head_doubts)
        for name, value in vars(module).items()
        if name.startswith("_") and isinstance(value, str) and " " in value and not name.startswith("__")
    ],
)
def test_every_doubt_about_a_table_has_its_swedish_words(doubt: str):
    assert in_both_languages(doubt)[0] != doubt
