"""Text that pdfminer loses without an exception is never lost in silence: the second reader's doubt, and a failure."""

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pdfplumber
import pikepdf
import pypdfium2
import pytest

from extractors.page_words import RawPage, read_page
from extractors.reading import read_file
from flows.settings import Settings
from flows.stages import process_here
from models.failures import IntakeError
from tests.layout_builders import DrawnPage, write_pdf
from tests.lost_text_pages import LOST_TEXT, PAGES, PICTURE_PAGE, make

Damage = Callable[[pikepdf.Pdf, pikepdf.Object], None]
"""Changes a composite font of the document."""

DOUBTS = [
    None,
    "text lost: 14 characters read, a second reader sees 272",
    "text lost: 237 characters read, a second reader sees 241",
    "text lost: 0 characters read, a second reader sees 135",
]


def expected_words(page: int, *fates: str) -> Counter[str]:
    """The words that pages of the kept file have; all of them, or those of some fate."""
    return Counter(" ".join(text for fate, text in PAGES[page - 1] if not fates or fate in fates).split())


def read_pages(path: Path, other: Path | None = None) -> list[RawPage]:
    second = pypdfium2.PdfDocument(other or path)
    try:
        with pdfplumber.open(path) as pdf:
            return [read_page(page, second[i]) for i, page in enumerate(pdf.pages)]
    finally:
        second.close()


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


def test_the_second_reader_sees_every_word_of_the_kept_file():
    assert seen_by_pdfium(LOST_TEXT) == [expected_words(n) for n in range(1, len(PAGES) + 1)]


def test_the_first_reader_reads_the_words_of_one_font_and_the_pages_say_that_the_rest_is_lost():
    pages = read_pages(LOST_TEXT)

    assert [Counter(w.text for w in page.words) for page in pages] == [
        expected_words(n, "read") for n in range(1, len(PAGES) + 1)
    ]
    assert [page.doubt for page in pages] == DOUBTS
    assert [page.lost for page in pages] == [0, 258, 4, 135]


def test_the_doubts_reach_the_rows_and_a_page_with_a_picture_is_not_taken_for_a_scan():
    outcome = process_here(LOST_TEXT, Settings(), "20261122T000000Z-0000")

    assert outcome.rows is not None
    assert [page.doubt for page in outcome.rows.pages] == DOUBTS
    last = outcome.rows.pages[PICTURE_PAGE - 1]
    assert (last.text_layer, last.n_words) == ("native", 0)
    assert [doubt.split(":")[0] for doubt in outcome.doubts] == ["2", "3", "4"]


def test_a_file_that_loses_all_its_text_is_a_failure_of_its_own_kind(tmp_path):
    outcome = process_here(only_page(PICTURE_PAGE, tmp_path / "allt.pdf"), Settings(), "20261122T000000Z-0000")

    assert outcome.failure is not None
    assert (outcome.failure.stage, outcome.failure.error) == ("read", "text_lost")
    assert "typsnitten" in outcome.failure.message
    assert "its fonts" in outcome.failure.message


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


@pytest.mark.parametrize(
    ("damage", "doubt"),
    [
        pytest.param(unknown_encoding, "text lost: 0 characters read, a second reader sees 146", id="encoding"),
        pytest.param(empty_to_unicode, "text lost: 0 characters read, a second reader sees 146", id="to-unicode"),
        pytest.param(digits_without_letters, "text lost: 142 characters read, a second reader sees 146", id="digits"),
    ],
)
def test_other_damage_to_a_font_is_told_of(tmp_path, damage, doubt):
    (page,) = read_pages(damaged(damage, tmp_path / "skadad.pdf"), other=only_page(1, tmp_path / "hel.pdf"))

    assert page.doubt == doubt


def test_characters_that_no_reader_knows_are_told_of(tmp_path):
    path = damaged(empty_to_unicode, tmp_path / "skadad.pdf")

    (page,) = read_pages(path, other=write_pdf(tmp_path / "tom.pdf", [DrawnPage()]))

    assert page.doubt is not None
    assert re.fullmatch(r"\d+ characters whose font does not say which they are", page.doubt)


@pytest.mark.parametrize(
    ("read", "seen", "doubt"),
    [
        pytest.param("Summa", "Summa 5", "text lost: 5 characters read, a second reader sees 6", id="one-digit"),
        pytest.param("Summa 500", "Summa 600", "two readers differ on 1 of 8 characters", id="another-digit"),
        pytest.param("abcd efgh", "abcd ijkl", "two readers differ on 4 of 8 characters", id="other-letters"),
        pytest.param("Kurs", "Kurs ooo", None, id="three-bullets"),
        pytest.param("Kurs", "Kurs oooo", "text lost: 4 characters read, a second reader sees 8", id="four-letters"),
        pytest.param("Kurs oooo", "Kurs", None, id="more-than-the-second-reader"),
        pytest.param("Kurs", "Kurs - . : ; (,)", None, id="punctuation"),
        pytest.param("Summa 5", "Summa 5 ±±±±", "text lost: 6 characters read, a second reader sees 10", id="symbols"),
    ],
)
def test_a_digit_or_more_than_a_few_letters_make_a_loss(tmp_path, read, seen, doubt):
    first = write_pdf(tmp_path / "a.pdf", [DrawnPage().text(read, 70, 100)])
    second = write_pdf(tmp_path / "b.pdf", [DrawnPage().text(seen, 70, 100)])

    (page,) = read_pages(first, other=second)

    assert page.doubt == doubt


def test_the_kept_file_can_be_made_again(tmp_path):
    for name in ("weasyprint", "font_caladea", "font_lato"):
        pytest.importorskip(name)
    path = tmp_path / "lost_text.pdf"

    make(path)

    assert seen_by_pdfium(path) == seen_by_pdfium(LOST_TEXT)
