"""Pages that are pictures, from the file to the rows: read where Tesseract is, told of where it is not."""

import io
from collections import Counter
from functools import cache
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from corpus.generator.scan import scanned, scanned_pages
from extractors.ocr import recognition, tesseract
from extractors.ocr.limits import Ocr
from extractors.ocr.tesseract import Engine, FoundWord, OcrError, Tesseract
from extractors.pages.geometry import Box
from extractors.reading import read_file
from flows.files.stages import process_here
from flows.settings import Settings
from models.blocks import Block, ReadFile, Table
from models.failures import IntakeError
from tests.layout_builders import DrawnPage, write_pdf
from tests.ocr_pictures import needs_tesseract

RUN_ID = "20261122T000000Z-0000"
INSTALL = "sudo apt install tesseract-ocr tesseract-ocr-swe"
PROSE = [
    "Kommunerna i länet samverkar om tidiga insatser för barn och unga som mår",
    "dåligt. Arbetet leds av en styrgrupp som möts varje månad och som varje år",
    "redovisar för nämnderna hur de medel som staten har tilldelat har använts.",
]
ROWS = [("Kommun", "Belopp"), ("Granvik", "35 000"), ("Ekfors", "1 247 500"), ("Lindsele", "9"), ("Summa", "1 282 509")]


def prose() -> DrawnPage:
    return DrawnPage().text("Länets handlingsplan", 70, 90, size=18, font="B").lines(PROSE, 70, 130)


def table(top: float = 240.0) -> DrawnPage:
    page = DrawnPage().grid([70, 300, 450], [top + 24.0 * i for i in range(len(ROWS) + 1)])
    for i, (label, amount) in enumerate(ROWS):
        font = "B" if i in (0, len(ROWS) - 1) else "F"
        page.text(label, 76, top + 16 + 24 * i, font=font).text(amount, 306, top + 16 + 24 * i, font=font)
    return page


def together(*pages: DrawnPage) -> DrawnPage:
    return DrawnPage([operator for page in pages for operator in page.operators])


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A page as it was made, as a scan, on its side, after a page of text, and with a table that is a picture."""
    folder = tmp_path_factory.mktemp("scans")
    made = write_pdf(folder / "made.pdf", [together(prose(), table())])
    two = write_pdf(folder / "two.pdf", [prose(), together(prose(), table())])
    paths = {"made": made}
    for name, content in {
        "scan": scanned(made.read_bytes(), 3),
        "mixed": scanned_pages(two.read_bytes(), [2], 3),
    }.items():
        paths[name] = folder / f"{name}.pdf"
        paths[name].write_bytes(content)
    paths["side"] = on_its_side(paths["scan"], folder / "side.pdf")
    paths["picture"] = with_picture(folder / "picture.pdf", pictured_table(folder))
    return paths


def on_its_side(scan: Path, to: Path) -> Path:
    """The scan's pages as pictures that lie on their side, in pages that do not say so."""
    with pikepdf.open(scan) as document:
        for page in document.pages:
            width, height = float(page.mediabox[2]), float(page.mediabox[3])
            page.MediaBox = pikepdf.Array([0, 0, height, width])
            page.Contents = document.make_stream(f"q 0 {-width} {height} 0 0 {width} cm /Scan Do Q".encode())
        document.save(to)
    return to


def pictured_table(folder: Path) -> Image.Image:
    import pypdfium2

    document = pypdfium2.PdfDocument(write_pdf(folder / "table.pdf", [table(top=20.0)]))
    picture: Image.Image = document[0].render(scale=3, crop=(60, 842 - 150, 595 - 460, 10)).to_pil().convert("L")
    document.close()
    return picture


def with_picture(to: Path, picture: Image.Image) -> Path:
    """A page of prose with the picture under it."""
    write_pdf(to, [prose()])
    jpeg = io.BytesIO()
    picture.save(jpeg, "JPEG", quality=85)
    with pikepdf.open(to, allow_overwriting_input=True) as document:
        page = document.pages[0]
        image = pikepdf.Stream(
            document,
            jpeg.getvalue(),
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Image,
            Width=picture.width,
            Height=picture.height,
            ColorSpace=pikepdf.Name.DeviceGray,
            BitsPerComponent=8,
            Filter=pikepdf.Name.DCTDecode,
        )
        name = page.add_resource(image, pikepdf.Name.XObject)
        width, height = picture.width / 3, picture.height / 3
        page.contents_add(f"q {width} 0 0 {height} 70 300 cm {name} Do Q".encode())
        document.save(to)
    return to


@cache
def read(path: Path) -> ReadFile:
    return read_file(path, "0" * 64, path.name)


def words_of(blocks: tuple[Block, ...]) -> Counter[str]:
    texts = [c.text for b in blocks if isinstance(b, Table) for c in b.cells]
    texts += [b.text for b in blocks if not isinstance(b, Table)]
    return Counter(word for text in texts for word in text.split())


def tables_in(found: ReadFile) -> list[Table]:
    return [b for b in found.blocks if isinstance(b, Table)]


@needs_tesseract
def test_a_scan_is_read_as_what_it_is_a_scan_of(files):
    made, scan = read(files["made"]), read(files["scan"])

    assert [(b.kind, b.text) for b in scan.blocks if not isinstance(b, Table)] == [
        (b.kind, b.text) for b in made.blocks if not isinstance(b, Table)
    ]
    (grid,) = tables_in(scan)
    assert grid.grid() == [list(row) for row in ROWS]
    assert (grid.method, [c.role for c in grid.cells if c.col == 0]) == (
        "ruled",
        [c.role for c in tables_in(made)[0].cells if c.col == 0],
    )
    assert scan.unread is None


@needs_tesseract
def test_the_pages_of_a_scan_say_that_they_are_read_by_ocr_and_how_surely(files):
    for page in read(files["scan"]).pages:
        assert page.text_layer == "ocr"
        assert page.n_words > 20
        assert page.doubt is not None
        assert page.doubt.startswith("the page was read by OCR, 9")


@needs_tesseract
def test_what_a_scan_says_stands_where_it_stands_in_the_original(files):
    made, scan = read(files["made"]).blocks, read(files["scan"]).blocks

    for before, after in zip(made, scan, strict=True):
        for old, new in zip(before.places, after.places, strict=True):
            assert abs(old.x0 - new.x0) < 9
            assert abs(old.top - new.top) < 9
            assert abs(old.bottom - new.bottom) < 9


@needs_tesseract
def test_a_page_on_its_side_is_turned_for_reading_and_keeps_its_places(files):
    upright, side = read(files["scan"]), read(files["side"])

    assert words_of(side.blocks) == words_of(upright.blocks)
    assert (side.pages[0].width, side.pages[0].height) == (upright.pages[0].height, upright.pages[0].width)
    for before, after in zip(upright.blocks, side.blocks, strict=True):
        assert abs((before.place.x1 - before.place.x0) - (after.place.bottom - after.place.top)) < 6


@needs_tesseract
def test_a_scanned_page_among_others_makes_the_file_mixed(files):
    outcome = process_here(files["mixed"], Settings(), RUN_ID)

    assert outcome.rows is not None
    assert [page.text_layer for page in outcome.rows.pages] == ["native", "ocr"]
    assert outcome.rows.documents[0].text_layer == "mixed"
    assert outcome.unread is None
    assert sorted(int(a.value_sek) for a in outcome.rows.amounts) == [9, 35_000, 1_247_500, 1_282_509]


@needs_tesseract
def test_a_table_that_is_a_picture_on_a_page_of_text_is_read(files):
    found = read(files["picture"])

    (page,) = found.pages
    assert page.text_layer == "mixed"
    assert page.doubt is not None
    assert page.doubt.startswith("a picture on the page was read by OCR")
    assert [t.grid() for t in tables_in(found)] == [[list(row) for row in ROWS]]
    assert words_of(found.blocks) == words_of(read(files["made"]).blocks)


@needs_tesseract
def test_a_scan_is_read_alike_twice(files):
    assert read_file(files["scan"], "0" * 64, files["scan"].name) == read(files["scan"])


@pytest.fixture
def absent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognition, "find_tesseract", lambda: None)


@pytest.mark.usefixtures("absent")
def test_without_ocr_a_scan_is_refused_with_the_line_that_installs_it(files):
    with pytest.raises(IntakeError) as refused:
        read_file(files["scan"], "0" * 64, "scan.pdf")

    assert (refused.value.stage, refused.value.code) == ("read", "ocr_missing")
    assert refused.value.message_sv.startswith("På sidan 1 finns text som bara går att läsa som bild")
    assert refused.value.message_en.startswith("On page 1 there is text that can only be read as a picture")
    assert INSTALL in refused.value.message_sv
    assert INSTALL in refused.value.message_en


@pytest.mark.usefixtures("absent")
def test_without_ocr_the_pages_with_text_are_read_and_the_others_are_a_failure(files):
    outcome = process_here(files["mixed"], Settings(), RUN_ID)

    assert outcome.failure is None
    assert outcome.rows is not None
    assert [(p.text_layer, p.doubt) for p in outcome.rows.pages] == [
        ("native", None),
        (None, "the page is a picture without text"),
    ]
    assert outcome.unread is not None
    assert (outcome.unread.stage, outcome.unread.error) == ("read", "ocr_missing")
    assert outcome.unread.source_sha256 == outcome.sha256
    assert "sidan 2" in outcome.unread.message
    assert INSTALL in outcome.unread.message


@pytest.mark.usefixtures("absent")
def test_without_ocr_a_table_that_is_a_picture_is_told_of(files):
    found = read_file(files["picture"], "0" * 64, "picture.pdf")

    assert [(p.text_layer, p.doubt) for p in found.pages] == [("native", "a picture of print on the page was not read")]
    assert found.unread is not None
    assert found.unread.pages == (1,)


@pytest.mark.usefixtures("absent")
def test_photographs_logos_and_empty_pages_are_no_pictures_of_print(tmp_path):
    photo = Image.radial_gradient("L").resize((900, 600))
    path = with_picture(tmp_path / "photo.pdf", photo)
    assert read_file(path, "0" * 64, "photo.pdf").unread is None

    logo = Image.new("L", (240, 90), 255)
    path = with_picture(tmp_path / "logo.pdf", logo)
    assert read_file(path, "0" * 64, "logo.pdf").unread is None

    path = write_pdf(tmp_path / "empty.pdf", [prose(), DrawnPage()])
    assert read_file(path, "0" * 64, "empty.pdf").unread is None


def test_ocr_turned_off_says_so(files):
    outcome = process_here(files["mixed"], Settings(ocr="off"), RUN_ID)

    assert outcome.unread is not None
    assert outcome.unread.error == "ocr_off"
    assert "PLANKOLL_OCR=auto" in outcome.unread.message


def failing(*, slow: bool) -> object:
    def recognise(*_: object) -> list[FoundWord]:
        raise OcrError("as told", slow=slow)

    return recognise


@pytest.mark.parametrize(
    ("slow", "code", "advice"), [(True, "ocr_too_slow", "PLANKOLL_SECONDS_PER_FILE"), (False, "ocr_failed", INSTALL)]
)
def test_ocr_that_fails_leaves_the_rest_of_the_file(files, monkeypatch, slow, code, advice):
    monkeypatch.setattr(recognition, "find_tesseract", lambda: Tesseract("tesseract", "5.3.0"))
    monkeypatch.setattr(tesseract, "recognise", failing(slow=slow))

    outcome = process_here(files["mixed"], Settings(), RUN_ID)

    assert outcome.rows is not None
    assert outcome.unread is not None
    assert outcome.unread.error == code
    assert advice in outcome.unread.message


def test_time_that_is_used_up_leaves_the_pictures_unread(files, monkeypatch):
    monkeypatch.setattr(recognition, "find_tesseract", lambda: Tesseract("tesseract", "5.3.0"))

    found = read_file(files["mixed"], "0" * 64, "mixed.pdf", Ocr(seconds=0))

    assert found.unread is not None
    assert found.unread.error == "ocr_too_slow"


def test_words_of_doubt_are_marked_where_they_stand(files, monkeypatch):
    unsure = FoundWord("Osäkert", Box(300, 400, 500, 440), 41, 1)
    sure = FoundWord("Säkert", Box(600, 400, 800, 440), 96, 1)
    monkeypatch.setattr(recognition, "find_tesseract", lambda: Tesseract("tesseract", "5.3.0"))
    monkeypatch.setattr(Engine, "words", lambda *_: [unsure, sure])

    (_, page) = read_file(files["mixed"], "0" * 64, "mixed.pdf").pages

    assert [round(place.x0 / 72 * 300, -1) for place in page.unsure] == [pytest.approx(300, abs=20)]


def test_the_share_of_time_and_the_switch_come_from_the_settings():
    assert Settings(seconds_per_file=100, ocr="off").recognition == Ocr(mode="off", seconds=75)
