"""The copier: pages become pictures of the same size, the same each time, and only those that are named."""

import io
from itertools import pairwise

import numpy as np
import pdfplumber
import pikepdf
import pytest
from PIL import Image

from corpus.generator.scan import MADE, scanned, scanned_pages

UPRIGHT, LYING = (595.0, 842.0), (842.0, 595.0)


def pages_of_text(*sizes: tuple[float, float], rotate: int = 0) -> bytes:
    pdf = pikepdf.new()
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    for number, size in enumerate(sizes, start=1):
        page = pdf.add_blank_page(page_size=size)
        page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
        page.obj.Contents = pikepdf.Stream(pdf, f"BT /F 40 Tf 100 300 Td (Sida {number}) Tj ET".encode())
        if rotate:
            page.obj.Rotate = rotate
    written = io.BytesIO()
    pdf.save(written)
    return written.getvalue()


def picture_of(pdf: bytes, page: int) -> Image.Image:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        scan = opened.pages[page - 1].Resources.XObject.Scan
        assert isinstance(scan, pikepdf.Stream)
        return pikepdf.PdfImage(scan).as_pil_image()


def test_a_scanned_document_has_pictures_only_in_the_same_sizes() -> None:
    pdf = scanned(pages_of_text(UPRIGHT, LYING), 1)
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        assert [(page.width, page.height) for page in opened.pages] == [UPRIGHT, LYING]
        assert [len(page.chars) for page in opened.pages] == [0, 0]
        assert [len(page.images) for page in opened.pages] == [1, 1]


def test_only_the_named_pages_become_pictures() -> None:
    pdf = scanned_pages(pages_of_text(UPRIGHT, UPRIGHT, UPRIGHT), {2}, 1)
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        assert [(page.extract_text() or "").strip() for page in opened.pages] == ["Sida 1", "", "Sida 3"]


def test_a_turned_page_comes_as_it_is_seen() -> None:
    pdf = scanned(pages_of_text(UPRIGHT, rotate=90), 1)
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        assert (opened.pages[0].width, opened.pages[0].height) == LYING
    wide, high = picture_of(pdf, 1).size
    assert wide > high


def test_the_ink_is_where_it_was() -> None:
    grey = picture_of(scanned(pages_of_text(UPRIGHT), 2), 1).convert("L")
    wide, high = grey.size
    written = grey.crop((int(wide * 0.17), int(high * 0.58), int(wide * 0.37), int(high * 0.66)))
    blank = grey.crop((int(wide * 0.17), int(high * 0.2), int(wide * 0.37), int(high * 0.28)))
    assert np.asarray(written).mean() < np.asarray(blank).mean() - 10


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others() -> None:
    pdf = pages_of_text(UPRIGHT)
    made = [scanned(pdf, seed) for seed in (5, 5, 6)]
    assert [one == other for one, other in pairwise(made)] == [True, False]
    with pikepdf.open(io.BytesIO(made[0])) as opened:
        assert str(opened.docinfo["/CreationDate"]) == MADE


@pytest.mark.parametrize("page", [0, 2])
def test_a_page_that_is_not_there_is_refused(page: int) -> None:
    with pytest.raises(ValueError, match="no such page"):
        scanned_pages(pages_of_text(UPRIGHT), [page], 1)
