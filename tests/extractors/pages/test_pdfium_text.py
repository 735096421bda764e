"""Words from PDFium's characters: parted by blanks and white, whatever the page's turn, with the font's kind."""

import unicodedata
from pathlib import Path

import pikepdf
import pytest

from extractors.pages.geometry import Word
from extractors.pages.page_words import RawPage
from extractors.sheets import read_pages
from tests.layout_builders import HEIGHT, WIDTH, DrawnPage, write_pdf

SPACED = "BT /F 10 Tf 1 0 0 1 70 700 Tm [(Till) -{gap} (stand)] TJ ET"


def read(folder: Path, *operators: str, rotate: int = 0, corner: tuple[float, float] = (0.0, 0.0)) -> RawPage:
    """A page of plain operators, turned, and with its media box somewhere else."""
    page = DrawnPage(list(operators))
    path = write_pdf(folder / "page.pdf", [page])
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        x, y = corner
        document.pages[0].MediaBox = pikepdf.Array([x, y, x + WIDTH, y + HEIGHT])
        document.pages[0].Rotate = rotate
        document.save(path)
    (found,) = read_pages(path)
    return found


def texts(page: RawPage) -> list[str]:
    return [word.text for word in page.words]


def line(text: str, matrix: str = "1 0 0 1 70 700", font: str = "F", before: str = "") -> str:
    return f"BT {before} /{font} 10 Tf {matrix} Tm <{text.encode('cp1252').hex()}> Tj ET"


@pytest.mark.parametrize(
    ("gap", "expected"),
    [
        pytest.param(100, ["Tillstand"], id="kerning"),
        pytest.param(170, ["Tillstand"], id="just-under"),
        pytest.param(190, ["Till", "stand"], id="just-over"),
        pytest.param(3000, ["Till", "stand"], id="columns"),
    ],
)
def test_white_wider_than_a_share_of_the_size_parts_words(tmp_path, gap, expected):
    assert texts(read(tmp_path, SPACED.format(gap=gap))) == expected


def test_a_blank_parts_words_however_narrow_it_is_set(tmp_path):
    page = read(tmp_path, line("en av", before="-2 Tw"))

    assert texts(page) == ["en", "av"]


def test_a_word_stands_where_its_baseline_and_size_say(tmp_path):
    (word,) = read(tmp_path, line("Hig")).words

    assert (word.x0, word.top, word.bottom) == pytest.approx((70, HEIGHT - 700 - 7.8, HEIGHT - 700 + 2.2), abs=0.01)
    assert word.x1 == pytest.approx(70 + 10 * (0.722 + 0.222 + 0.556), abs=0.05)


def test_the_size_is_the_types_times_its_matrix(tmp_path):
    page = read(tmp_path, line("Stor", "2 0 0 2 70 700"), line("Smal", "0.5 0 0 1 70 600"))

    assert [word.size for word in page.words] == [20, 10]


@pytest.mark.parametrize(("rotate", "matrix"), [(90, "0 1 -1 0"), (180, "-1 0 0 -1"), (270, "0 -1 1 0")])
def test_text_on_a_turned_page_is_read_as_the_page_is_looked_at(tmp_path, rotate, matrix):
    places = {90: (100.0, 70.0), 180: (WIDTH - 70, 100.0), 270: (WIDTH - 100, HEIGHT - 70)}
    x, y = places[rotate]

    page = read(tmp_path, line("Två ord", f"{matrix} {x} {y}"), rotate=rotate)

    first, second = page.words
    assert (page.width, page.height, page.rotation) == (
        (HEIGHT, WIDTH, rotate) if rotate % 180 else (WIDTH, HEIGHT, rotate)
    )
    assert [first.text, second.text] == ["Två", "ord"]
    assert (first.x0, first.bottom) == pytest.approx((70, 102.2), abs=0.1)
    assert second.x0 > first.x1
    assert page.turned == ()


def test_points_count_from_the_media_boxs_corner(tmp_path):
    (word,) = read(tmp_path, line("Hörn", "1 0 0 1 170 750"), corner=(100, 50)).words

    assert (word.x0, word.bottom) == pytest.approx((70, HEIGHT - 700 + 2.2), abs=0.05)


@pytest.mark.parametrize(
    "matrix", ["0 1 -1 0 70 300", "0 -1 1 0 70 300", "-1 0 0 -1 300 300", "0.7071 0.7071 -0.7071 0.7071 70 300"]
)
def test_text_that_does_not_run_to_the_right_is_turned_and_reads_in_its_own_direction(tmp_path, matrix):
    page = read(tmp_path, line("Stämpel här", matrix) + line("Texten på sidan"))

    assert [word.text for word in page.words] == ["Texten", "på", "sidan"]
    assert [word.text for word in page.turned] == ["Stämpel här"]
    assert page.doubt == "2 words stand on their side"
    assert all(word.size == 10 and word.x0 < word.x1 and word.top < word.bottom for word in page.turned)


@pytest.mark.parametrize(
    ("operators", "bold", "italic"),
    [
        pytest.param(line("ord"), False, False, id="plain"),
        pytest.param(line("ord", font="B"), True, False, id="name-says-bold"),
        pytest.param(line("ord", font="I"), False, True, id="name-says-oblique"),
        pytest.param(line("ord", before="2 Tr"), True, False, id="outlined-too"),
        pytest.param(line("ord", "1 0 0.25 1 70 700"), False, True, id="leaning"),
    ],
)
def test_the_kind_of_type_is_told_by_name_and_by_how_it_is_drawn(tmp_path, operators, bold, italic):
    (word,) = read(tmp_path, operators).words

    assert (word.bold, word.italic) == (bold, italic)


@pytest.mark.parametrize("shift", [0, 0.2, 0.6])
def test_a_word_printed_twice_to_make_it_bold_is_one_word(tmp_path, shift):
    page = read(tmp_path, line("Summa"), line("Summa", f"1 0 0 1 {70 + shift} 700"))

    assert texts(page) == ["Summa"]


def test_a_hyphen_at_a_lines_end_is_a_hyphen_with_its_width(tmp_path):
    page = read(tmp_path, line("skolper-"), line("sonal", "1 0 0 1 70 688"), line("x-y", "1 0 0 1 70 600"))

    assert texts(page) == ["skolper-", "sonal", "x-y"]
    bare = read(tmp_path, line("skolper")).words[0]
    assert page.words[0].x1 - bare.x1 == pytest.approx(3.33, abs=0.1)


def test_text_in_a_form_stands_in_the_forms_place(tmp_path):
    path = write_pdf(tmp_path / "form.pdf", [DrawnPage([])])
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        page = document.pages[0]
        form = document.make_stream(f"{line('Inuti', '1 0 0 1 20 30')} 10 10 100 0.5 re f".encode())
        form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        form.BBox, form.Matrix = pikepdf.Array([0, 0, 300, 300]), pikepdf.Array([1, 0, 0, 1, 5, 5])
        form.Resources = page.Resources
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=form))
        page.Contents = document.make_stream(b"2 0 0 2 100 500 cm /X Do")
        document.save(path)

    (found,) = read_pages(path)

    (word,) = found.words
    assert (word.text, word.size) == ("Inuti", 20)
    assert (word.x0, word.bottom) == pytest.approx((150, HEIGHT - 570 + 4.4), abs=0.05)
    (rule,) = found.rules
    assert (rule.x0, rule.x1, rule.bottom) == pytest.approx((130, 330, HEIGHT - 530), abs=0.1)


def test_words_are_composed_alike_whatever_the_font_does(tmp_path):
    word: Word = read(tmp_path, line("Åtgärd")).words[0]

    assert unicodedata.is_normalized("NFC", word.text)
    assert word.text == "Åtgärd"
