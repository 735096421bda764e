"""What reading costs: memory that hardly grows with the pages, and no page read twice."""

import gc
import sys
import tracemalloc
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pdfplumber
import pypdfium2
import pytest

from corpus.bench.labelled import Labelled
from corpus.bench.tools import Tool
from corpus.bench.trial import try_tool
from extractors.layout.furniture import set_apart
from extractors.ocr.limits import Ocr
from extractors.reading import read_file
from tests.layout_builders import LEFT, DrawnPage, raw_page, set_line, write_pdf
from tests.places import SAMPLES

READING = Tool("plankoll", "flows.measuring.bench_reading:tables")
PER_PAGE = 300_000
"""Bytes that a page full of text may take: its words until it is laid out, then its blocks too."""
LINES = 40
LEFT_BEHIND = 100
"""Values in circles of references after a file: the libraries' own, not some for each of its words."""


def prose(number: int) -> DrawnPage:
    """A page of some 400 words, no two pages alike, so that nothing of them is one object by chance."""
    texts = [f"Kommunen {number} tar emot fler barn {number * line} än året {line} före." for line in range(LINES)]
    return DrawnPage().lines(texts, LEFT, 80.0, size=11)


def peak(folder: Path, n_pages: int) -> int:
    """The most bytes that a fresh process held while it read so many pages."""
    path = write_pdf(folder / f"{n_pages}.pdf", [prose(number) for number in range(n_pages)])
    trial = try_tool(READING, [Labelled(path.stem, path, n_pages, ())], seconds=120)
    assert [outcome.error for outcome in trial.outcomes] == [None]
    return trial.peak


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a process's own peak")
def test_a_page_more_takes_little_memory(tmp_path):
    few, many = 15, 75

    assert peak(tmp_path, many) - peak(tmp_path, few) < (many - few) * PER_PAGE


def left_behind(path: Path) -> int:
    """How many values in circles of references the second reading of a file leaves to the collector."""
    read_file(path, "0" * 64, path.name)
    gc.collect()
    gc.disable()
    read_file(path, "0" * 64, path.name)
    return gc.collect()


def test_what_reading_makes_is_gone_without_the_collector():
    # in a process of its own: what other tests have begun, servers among it, leaves values behind at any time
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        assert pool.submit(left_behind, SAMPLES / "namndpaket.pdf").result() < LEFT_BEHIND


def test_a_running_head_on_hundreds_of_pages_is_not_held_against_each_other_one():
    n_pages = 600
    pages = [raw_page(n) for n in range(1, n_pages + 1)]
    lines = [
        [
            set_line("Nämndens handlingar", bottom=40.0),
            set_line(f"Insats {'x' * (n % 97)}"),
            set_line(f"Sida {n}", 480, 810),
        ]
        for n in range(1, n_pages + 1)
    ]

    tracemalloc.start()
    try:
        parts = set_apart(pages, lines)
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert all(len(part.running) == len(part.numbers) == len(part.body) == 1 for part in parts)
    assert most < n_pages * 10_000


def test_each_page_is_read_once_and_by_one_reader(tmp_path, monkeypatch):
    path = write_pdf(tmp_path / "plan.pdf", [prose(number) for number in range(3)])
    read: list[int] = []
    textpage = pypdfium2.PdfPage.get_textpage

    def noted(page: pypdfium2.PdfPage) -> pypdfium2.PdfTextPage:
        read.append(len(read))
        return textpage(page)

    def refused(*_args, **_kwargs):
        raise AssertionError("a page that PDFium reads without doubt needs no second reader")

    monkeypatch.setattr(pypdfium2.PdfPage, "get_textpage", noted)
    monkeypatch.setattr(pdfplumber, "open", refused)
    found = read_file(path, "0" * 64, path.name, Ocr(mode="off"))

    assert len(read) == len(found.pages) == 3


def test_a_file_of_more_pages_than_are_kept_open_is_read_to_its_end(tmp_path):
    path = write_pdf(tmp_path / "plan.pdf", [DrawnPage().text(f"Sidan {n}", LEFT, 100.0) for n in range(1, 112)])

    found = read_file(path, "0" * 64, path.name, Ocr(mode="off"))

    assert [page.page for page in found.pages] == list(range(1, 112))
    assert all(page.n_words == 2 for page in found.pages)
