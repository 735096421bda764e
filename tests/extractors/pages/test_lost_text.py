"""Text that one reader loses without an exception is read by the other; what neither can tell is told of."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from extractors.pages.geometry import Word
from extractors.pages.pdfium_characters import UNKNOWN
from extractors.pages.pdfium_text import PageText
from extractors.pages.second_reading import Reading, SecondReader, SecondText, settle
from extractors.pages.turned_text import TurnedWord
from extractors.reading import read_file
from extractors.sheets import read_pages
from flows.files.stages import process_here
from flows.settings import Settings
from models.failures import IntakeError
from tests.layout_builders import DrawnPage, set_words, write_pdf
from tests.lost_text_pages import LOST_TEXT, PAGES, PICTURE_PAGE, make
from tests.ocr_pictures import needs_tesseract

Damage = Callable[[pikepdf.Pdf, pikepdf.Object], None]
"""Changes a composite font of the document."""


def expected_words(page: int, *fates: str) -> Counter[str]:
    """The words that pages of the kept file have; all of them, or those of some fate."""
    return Counter(" ".join(text for fate, text in PAGES[page - 1] if not fates or fate in fates).split())


def read_by_pdfminer(path: Path) -> list[Counter[str]]:
    with SecondReader(path) as ask:
        texts = [ask(n) for n in range(1, len(PAGES) + 1)]
    return [Counter(w.text for w in text.words) for text in texts if text is not None]


def seen_by_pdfium(path: Path) -> list[Counter[str]]:
    document = pypdfium2.PdfDocument(path)
    try:
        return [Counter(page.get_textpage().get_text_bounded().split()) for page in document]
    finally:
        document.close()


def only_page(number: int, path: Path) -> Path:
    """The kept file without its other pages."""
    with pikepdf.open(LOST_TEXT) as document:
        for i in reversed(range(len(document.pages))):
            if i != number - 1:
                del document.pages[i]
        document.save(path)
    return path


def damaged(damage: Damage, path: Path) -> Path:
    """The kept file's first page, of which nothing is lost, with its font damaged."""
    with pikepdf.open(only_page(1, path), allow_overwriting_input=True) as document:
        for font in document.pages[0].Resources.Font.values():
            damage(document, font)
        document.save(path)
    return path


def test_the_kept_file_has_the_fault_that_it_is_kept_for():
    with pikepdf.open(LOST_TEXT) as document:
        encodings = {
            str(f.BaseFont).split("+")[1]: f.Encoding for p in document.pages for f in p.Resources.Font.values()
        }

    assert encodings["Read"] == "/Identity-H"
    assert isinstance(encodings["Lost"], pikepdf.Stream)
    assert LOST_TEXT.stat().st_size < 60_000


def test_pdfium_sees_every_word_of_the_kept_file_and_pdfminer_those_of_one_font():
    assert seen_by_pdfium(LOST_TEXT) == [expected_words(n) for n in range(1, len(PAGES) + 1)]
    assert read_by_pdfminer(LOST_TEXT) == [expected_words(n, "read") for n in range(1, len(PAGES) + 1)]


def test_every_word_of_the_kept_file_is_read_and_there_is_nothing_to_doubt():
    pages = read_pages(LOST_TEXT)

    assert [Counter(w.text for w in page.words) for page in pages] == [
        expected_words(n) for n in range(1, len(PAGES) + 1)
    ]
    assert [(page.doubt, page.lost) for page in pages] == [(None, 0)] * len(PAGES)


def test_a_page_with_a_picture_and_text_is_not_taken_for_a_scan():
    outcome = process_here(LOST_TEXT, Settings(), "20261122T000000Z-0000")

    assert outcome.rows is not None
    last = outcome.rows.pages[PICTURE_PAGE - 1]
    assert (last.text_layer, last.n_words, last.doubt) == ("native", expected_words(PICTURE_PAGE).total(), None)
    assert outcome.doubts == ()


def test_a_file_of_which_no_reader_can_tell_any_text_is_a_failure_of_its_own_kind(tmp_path):
    path = damaged(empty_to_unicode, tmp_path / "allt.pdf")

    outcome = process_here(path, Settings(ocr="off"), "20261122T000000Z-0000")

    assert outcome.failure is not None
    assert (outcome.failure.stage, outcome.failure.error) == ("read", "text_lost")
    assert "typsnitten" in outcome.failure.message
    assert "its fonts" in outcome.failure.message


@needs_tesseract
def test_text_that_no_reader_can_tell_is_read_as_a_picture_where_ocr_is(tmp_path):
    path = damaged(empty_to_unicode, tmp_path / "allt.pdf")

    outcome = process_here(path, Settings(), "20261122T000000Z-0000")

    assert outcome.rows is not None
    (page,) = outcome.rows.pages
    assert (page.text_layer, page.n_words > 15) == ("ocr", True)
    assert page.doubt is not None
    assert "the page was read by OCR" in page.doubt


def test_a_file_of_pictures_is_still_told_of_as_pictures(tmp_path):
    with pytest.raises(IntakeError) as refused:
        read_file(write_pdf(tmp_path / "tom.pdf", [DrawnPage()]), "0" * 64, "tom.pdf")

    assert refused.value.code == "no_text"


def unknown_encoding(_: pikepdf.Pdf, font: pikepdf.Object) -> None:
    font.Encoding = pikepdf.Name("/Egen-H")


def empty_to_unicode(document: pikepdf.Pdf, font: pikepdf.Object) -> None:
    font.ToUnicode = document.make_stream(b"")


def digits_without_letters(document: pikepdf.Pdf, font: pikepdf.Object) -> None:
    told = font.ToUnicode.read_bytes()
    font.ToUnicode = document.make_stream(re.sub(rb"(?m)^<....> <003.>$", b"", told))


def no_to_unicode(_: pikepdf.Pdf, font: pikepdf.Object) -> None:
    del font.ToUnicode


@pytest.mark.parametrize(
    ("damage", "doubt", "lost"),
    [
        pytest.param(unknown_encoding, None, 0, id="encoding"),
        pytest.param(
            no_to_unicode,
            "text lost: one reader sees 0 characters, the other 146, and that one is taken",
            0,
            id="no-to-unicode",
        ),
        pytest.param(
            digits_without_letters,
            "text lost: one reader sees 0 characters, the other 142, and that one is taken; "
            "4 characters whose font does not say which they are",
            4,
            id="digits",
        ),
    ],
)
def test_what_one_reader_can_tell_of_a_damaged_font_is_read(tmp_path, damage, doubt, lost):
    (page,) = read_pages(damaged(damage, tmp_path / "skadad.pdf"))

    found = Counter(w.text for w in page.words)
    assert (page.doubt, page.lost) == (doubt, lost)
    assert expected_words(1) - found == (Counter(["1", "480"]) if lost else Counter())


def test_characters_that_no_reader_knows_are_no_words_and_are_told_of(tmp_path):
    (page,) = read_pages(damaged(empty_to_unicode, tmp_path / "skadad.pdf"))

    assert page.words == ()
    assert page.doubt is not None
    assert re.fullmatch(r"\d+ characters whose font does not say which they are", page.doubt)
    assert page.doubt.startswith(str(page.lost))


def seen(text: str) -> SecondText:
    return SecondText(tuple(set_words(text)), text)


def told(words: Sequence[Word]) -> str:
    return " ".join(w.text for w in words)


def by_pdfium(text: str, turned: str = "") -> PageText:
    on_their_side = tuple(TurnedWord(word, 0.0, -1.0) for word in set_words(turned))
    return PageText(tuple(set_words(text)), on_their_side, text.count(UNKNOWN), frozenset())


@pytest.mark.parametrize(
    ("first", "second", "taken", "doubt"),
    [
        pytest.param(f"Summa {UNKNOWN}", "Summa 5", "Summa 5", "one reader sees 5 characters, the other 6", id="digit"),
        pytest.param(
            f"Summa 500 {UNKNOWN}x",
            "Summa 600 x",
            f"Summa 500 {UNKNOWN}x",
            "two readers differ on 1 of 9 characters",
            id="another-digit",
        ),
        pytest.param(
            f"abcd efgh{UNKNOWN}",
            "abcd ijkl",
            f"abcd efgh{UNKNOWN}",
            "two readers differ on 4 of 8 characters",
            id="other-letters",
        ),
        pytest.param(f"{UNKNOWN} Kurs", "ooo Kurs", "\uf0b7 Kurs", "1 characters whose font", id="three-bullets"),
        pytest.param(f"{UNKNOWN} Kurs", "oooo Kurs", "oooo Kurs", "one reader sees 4 characters", id="four-letters"),
        pytest.param(
            f"Kurs oooo {UNKNOWN}", "Kurs", "Kurs oooo \uf0b7", "1 characters whose", id="more-than-the-second"
        ),
        pytest.param(f"Kurs {UNKNOWN}{UNKNOWN}", "Kurs - . : (,)", "Kurs", "2 characters whose font", id="punctuation"),
        pytest.param(f"Summa {UNKNOWN}", "Summa ±±±±", "Summa ±±±±", "one reader sees 5 characters", id="symbols"),
    ],
)
def test_the_reader_that_sees_more_is_taken_and_the_difference_is_said(first, second, taken, doubt):
    reading = settle(by_pdfium(first), 0, lambda: seen(second))

    assert told(reading.words) == taken
    assert reading.doubt is not None
    assert doubt in reading.doubt


@pytest.mark.parametrize(
    ("text", "unheard"),
    [
        pytest.param("Kurs", 2, id="text-that-gives-no-character"),
        pytest.param("Kurs \uf041\uf042\uf043\uf044", 0, id="signs-of-a-font's-own-in-words"),
        pytest.param(" ".join(["qwrtp", "sdfgh", "zxcvb", "nmkjl"] * 12), 0, id="letters-of-no-language"),
    ],
)
def test_a_page_that_looks_doubtful_is_read_by_the_second_reader_too(text, unheard):
    reading = settle(by_pdfium(text), unheard, lambda: seen("Kurs " * 60))

    assert told(reading.words).startswith("Kurs Kurs")


def test_a_page_that_looks_right_is_read_once():
    def ask() -> SecondText | None:
        raise AssertionError

    text = " ".join(["\uf0b7 Kurser i psykisk hälsa hålls varje termin."] * 10)

    assert settle(by_pdfium(text), 0, ask) == Reading(tuple(set_words(text)), (), None, 0)


@pytest.mark.parametrize(
    ("first", "unheard", "doubt"),
    [
        pytest.param(by_pdfium("Kurs"), 2, "2 pieces of text show and cannot be read", id="unheard"),
        pytest.param(by_pdfium("Kurs", "Marginal"), 0, "1 words stand on their side", id="turned"),
        pytest.param(by_pdfium("bcdfg " * 50), 0, "the letters make no language", id="no-language"),
    ],
)
def test_where_the_second_reader_is_of_no_help_the_page_says_why_it_is_unsure(first, unheard, doubt):
    reading = settle(first, unheard, lambda: None)

    assert reading.words == first.words
    assert reading.doubt is not None
    assert reading.doubt.startswith(doubt)


def test_the_kept_file_can_be_made_again(tmp_path):
    for name in ("weasyprint", "font_caladea", "font_lato"):
        pytest.importorskip(name)
    path = tmp_path / "lost_text.pdf"

    make(path)

    assert seen_by_pdfium(path) == seen_by_pdfium(LOST_TEXT)
