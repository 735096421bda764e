"""Pages as the report shows them: where the dataset says things stand, with what is private covered."""

import io
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from PIL import Image, ImageColor

from extractors.pages.geometry import Box
from extractors.pictures.bare import Private, page_pictures

COVER = ImageColor.getrgb("#5b6470")
SCALE = 1.75


def pdf(path: Path, *lines: str, crop: tuple[int, ...] | None = None, rotate: int = 0) -> Path:
    """A page of 400 x 500 points, each line 20 points below the one before, the first with its foot at 100."""
    document = pikepdf.new()
    document.add_blank_page(page_size=(400, 500))
    page = document.pages[0]
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    shown = " ".join(f"({line}) Tj 0 -20 Td" for line in lines)
    page.Contents = document.make_stream(f"BT /F1 12 Tf 50 400 Td {shown} ET".encode())
    if crop is not None:
        page.CropBox = pikepdf.Array(crop)
    page.Rotate = rotate
    document.save(path)
    return path


def drawn(path: Path, *private: Private) -> Image.Image:
    [(page, png)] = page_pictures(path, {1: private})
    assert page == 1
    return Image.open(io.BytesIO(png)).convert("RGB")


def covered(picture: Image.Image) -> Box | None:
    """The box of all that is covered, in points."""
    off = np.abs(np.asarray(picture, dtype=int) - COVER).max(axis=2)
    close = off < 6
    # Areas alone: the edge of a letter may have the cover's colour.
    rows = close[:-3] & close[1:-2] & close[2:-1] & close[3:]
    ys, xs = np.nonzero(rows[:, :-3] & rows[:, 1:-2] & rows[:, 2:-1] & rows[:, 3:])
    if not len(xs):
        return None
    return Box(*(float(edge) / SCALE for edge in (xs.min(), ys.min(), xs.max() + 3, ys.max() + 3)))


@pytest.mark.parametrize("words", ["640823-3234", "anna.berg@kommun.example", "tfn 0771-12 34 56"])
def test_private_words_are_covered_where_they_stand(tmp_path, words):
    box = covered(drawn(pdf(tmp_path / "a.pdf", "Summa 640 823", f"Berg, {words}")))

    assert box is not None
    assert 108 <= box.top <= 114
    assert 118 <= box.bottom <= 124
    assert box.x0 > 75


def test_sums_and_organisation_numbers_are_not_covered(tmp_path):
    assert covered(drawn(pdf(tmp_path / "a.pdf", "Summa 640 823 kr", "Organisationsnummer 212000-2080"))) is None


def test_a_place_whose_private_words_are_no_text_is_covered_whole(tmp_path):
    place = Private(Box(40, 200, 160, 230), whole=False)
    box = covered(drawn(pdf(tmp_path / "a.pdf", " "), place))

    assert box is not None
    assert (box.x0, box.top, box.x1, box.bottom) == pytest.approx((39, 199, 161, 231), abs=1)


def test_an_answer_that_is_left_out_is_covered_whole_whatever_is_found_in_it(tmp_path):
    answer = Private(Box(40, 80, 390, 110))
    box = covered(drawn(pdf(tmp_path / "a.pdf", "Anna Berg, anna.berg@kommun.example"), answer))

    assert box is not None
    assert (box.x0, box.x1) == pytest.approx((39, 391), abs=1)


def test_a_place_whose_private_words_are_found_is_covered_there_alone(tmp_path):
    line = Private(Box(40, 80, 390, 110), whole=False)
    box = covered(drawn(pdf(tmp_path / "a.pdf", "Kontakt: anna.berg@kommun.example"), line))

    assert box is not None
    assert box.x0 > 90


@pytest.mark.parametrize(("rotate", "size"), [(0, (700, 875)), (90, (875, 700))])
def test_a_picture_spans_the_sheet_that_places_are_counted_on(tmp_path, rotate, size):
    picture = drawn(pdf(tmp_path / "a.pdf", "640823-3234", crop=(40, 300, 390, 480), rotate=rotate))
    box = covered(picture)

    assert picture.size == size
    assert box is not None
    if rotate == 0:
        assert 48 <= box.x0 <= 52
        assert 88 <= box.top <= 93


def test_pages_that_the_file_has_not_are_left_out(tmp_path):
    assert [page for page, _ in page_pictures(pdf(tmp_path / "a.pdf", "Ett"), {1: (), 7: ()})] == [1]
