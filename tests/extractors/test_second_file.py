"""The second reader's way to a file's objects: references end, and an object packed with others is read by itself."""

import time

import pytest

from extractors.pages.second_reading import SecondReader
from extractors.second_file import HOPS, opened
from extractors.taking.fingerprint import Limits
from extractors.taking.intake import take
from tests.hostile_pdfs import TEXT, one_page, raw, reference_in_a_circle, stream


def chain_of_references(length: int) -> bytes:
    """A page whose contents are named by so many references, each to the next one."""
    objects = one_page()
    objects[4] = b"10 0 R"
    for number in range(10, 9 + length):
        objects[number] = b"%d 0 R" % (number + 1)
    objects[9 + length] = stream(TEXT)
    return raw(objects)


def test_a_file_with_a_reference_to_itself_is_taken_in_and_read_at_once(tmp_path):
    path = tmp_path / "runt.pdf"
    path.write_bytes(reference_in_a_circle())
    begun = time.monotonic()

    taken = take(path, Limits())
    with SecondReader(path) as ask:
        text = ask(1)

    assert time.monotonic() - begun < 10
    assert taken.n_pages == 1
    assert text is not None
    assert text.words == ()


@pytest.mark.parametrize(("length", "is_there"), [(1, True), (HOPS, True), (HOPS + 1, False)])
def test_references_are_followed_some_way(tmp_path, length, is_there):
    path = tmp_path / "kedja.pdf"
    path.write_bytes(chain_of_references(length))

    with opened(path) as file:
        words = file.pages[0].extract_words()

    assert bool(words) == is_there


def packed_page(number_of_first: int = 1) -> bytes:
    """A page whose catalog, tree and page lie packed in one stream; `number_of_first`: what it calls the first one."""
    packed = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] >>",
    ]
    begins = [sum(len(each) + 1 for each in packed[:at]) for at in range(len(packed))]
    told = b" ".join(b"%d %d" % at for at in zip((number_of_first, 2, 3), begins, strict=True)) + b" "
    data = told + b" ".join(packed) + b" "
    head = b"%PDF-1.5\n"
    of_objects = b"4 0 obj\n<< /Type /ObjStm /N 3 /First %d /Length %d >>\nstream\n" % (len(told), len(data))
    of_objects += data + b"\nendstream\nendobj\n"
    entries = [(0, 0, 255), (2, 4, 0), (2, 4, 1), (2, 4, 2), (1, len(head), 0), (1, len(head) + len(of_objects), 0)]
    table = b"".join(kind.to_bytes(1) + at.to_bytes(2) + more.to_bytes(1) for kind, at, more in entries)
    xref = b"5 0 obj\n<< /Type /XRef /Size 6 /W [1 2 1] /Root 1 0 R /Length %d >>\nstream\n" % len(table)
    xref += table + b"\nendstream\nendobj\n"
    return head + of_objects + xref + b"startxref\n%d\n%%%%EOF\n" % (len(head) + len(of_objects))


@pytest.mark.parametrize("number_of_first", [1, 9])
def test_objects_packed_together_are_found_also_where_they_are_called_otherwise(tmp_path, number_of_first):
    path = tmp_path / "packad.pdf"
    path.write_bytes(packed_page(number_of_first))

    with opened(path) as file:
        sizes = [(float(page.width), float(page.height)) for page in file.pages]

    assert sizes == [(200.0, 100.0)]


def test_of_objects_packed_together_only_those_that_are_asked_for_are_read(tmp_path):
    path = tmp_path / "packad.pdf"
    path.write_bytes(packed_page())

    with opened(path) as file:
        assert len(file.pages) == 1
        assert not file.doc._parsed_objs
