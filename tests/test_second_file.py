"""References that lead round and round keep nobody: the second reader takes them for nothing, as the first one does."""

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
