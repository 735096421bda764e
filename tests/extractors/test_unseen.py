"""Words that do not show: left out and said; words over a scan: kept and told as OCR's."""

from pathlib import Path

import pikepdf
import pytest

from extractors.pages.page_words import RawPage
from extractors.reading import read_file
from extractors.sheets import read_pages
from tests.layout_builders import HEIGHT, DrawnPage, write_pdf

SHOWN = ["Planen", "gäller", "hela", "länet."]
LEFT_OUT = "2 words do not show on the page and are left out"


def drawn(*operators: str) -> DrawnPage:
    page = DrawnPage().text(" ".join(SHOWN), 70, 100)
    page.operators.extend(operators)
    return page


def set_text(state: str, text: str = "Dold text", baseline: float = 160) -> str:
    return f"q {state} BT /F 10 Tf 1 0 0 1 70 {HEIGHT - baseline} Tm <{text.encode('cp1252').hex()}> Tj ET Q"


def read(folder: Path, page: DrawnPage, *, crop: tuple[float, ...] | None = None) -> RawPage:
    """The page, with a grey picture named Im and a state G without opacity among its resources."""
    path = write_pdf(folder / "page.pdf", [page])
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        picture = document.make_stream(bytes([90] * 4))
        picture.update(
            {
                "/Type": pikepdf.Name.XObject,
                "/Subtype": pikepdf.Name.Image,
                "/Width": 2,
                "/Height": 2,
                "/BitsPerComponent": 8,
                "/ColorSpace": pikepdf.Name.DeviceGray,
            }
        )
        first = document.pages[0]
        first.Resources.XObject = pikepdf.Dictionary(Im=picture)
        first.Resources.ExtGState = pikepdf.Dictionary(G=pikepdf.Dictionary(ca=0))
        if crop is not None:
            first.CropBox = pikepdf.Array(crop)
        document.save(path)
    (found,) = read_pages(path)
    return found


def texts(page: RawPage) -> list[str]:
    return [word.text for word in page.words]


@pytest.mark.parametrize(
    "hidden",
    [
        pytest.param(set_text("3 Tr"), id="unpainted"),
        pytest.param(set_text("1 g"), id="white-on-white"),
        pytest.param(set_text("/G gs"), id="without-opacity"),
        pytest.param(set_text("", baseline=900), id="below-the-page"),
    ],
)
def test_words_that_do_not_show_are_left_out_and_said(tmp_path, hidden):
    page = read(tmp_path, drawn(hidden))

    assert (texts(page), page.doubt, page.layer) == (SHOWN, LEFT_OUT, "native")


def test_words_outside_the_crop_box_do_not_show(tmp_path):
    page = read(tmp_path, drawn(set_text("", baseline=800)), crop=(0, 100, 595, HEIGHT))

    assert (texts(page), page.doubt) == (SHOWN, LEFT_OUT)


@pytest.mark.parametrize(
    "ground",
    [
        pytest.param(f"q 0 0 0.5 rg 60 {HEIGHT - 166} 200 20 re f Q", id="fill"),
        pytest.param(f"q 20 w 0 0 0.5 RG 60 {HEIGHT - 157} m 260 {HEIGHT - 157} l S Q", id="thick-rule"),
        pytest.param(f"q 200 0 0 20 60 {HEIGHT - 166} cm /Im Do Q", id="picture"),
    ],
)
def test_white_words_on_a_darker_ground_show(tmp_path, ground):
    page = read(tmp_path, drawn(ground, set_text("1 g", "Vit text")))

    assert (texts(page), page.doubt) == ([*SHOWN, "Vit", "text"], None)


def test_unpainted_words_over_a_scan_are_the_pages_text_and_ocrs(tmp_path):
    scan = DrawnPage([f"q 595 0 0 {HEIGHT} 0 0 cm /Im Do Q", set_text("3 Tr", "Skannad text")])

    page = read(tmp_path, scan)

    assert (texts(page), page.layer) == (["Skannad", "text"], "ocr")
    assert page.doubt is not None
    assert page.doubt.startswith("2 words lie unpainted over a picture")


def test_unpainted_words_beside_painted_ones_make_the_page_mixed(tmp_path):
    scan = drawn(f"q 300 0 0 100 60 {HEIGHT - 200} cm /Im Do Q", set_text("3 Tr", "Skannad text"))

    page = read(tmp_path, scan)

    assert (texts(page), page.layer) == ([*SHOWN, "Skannad", "text"], "mixed")


def test_unpainted_words_over_the_same_words_painted_are_read_once(tmp_path):
    page = read(tmp_path, drawn(set_text("3 Tr", " ".join(SHOWN), baseline=100)))

    assert texts(page) == SHOWN


def test_the_layer_is_told_of_the_page(tmp_path):
    scan = DrawnPage([set_text("0 g 7 Tr", "Utskuren"), set_text("3 Tr", "Dold")]).lines(["Synlig text"], 70, 300)

    (info,) = read_file(write_pdf(tmp_path / "page.pdf", [scan]), "0" * 64, "page.pdf").pages

    assert (info.text_layer, info.n_words) == ("native", 2)
    assert info.doubt == LEFT_OUT
