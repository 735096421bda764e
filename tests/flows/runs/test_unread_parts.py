"""A file of which a part could not be read: the rest is published, the part is a failure, and it is tried again."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from corpus.generator.scan import scanned_pages
from flows.command_line import app
from flows.runs.job import run_plain
from flows.runs.progress import Silence
from flows.settings import Settings
from tests.places import ROOT

SAMPLE = ROOT / "corpus" / "samples" / "pdf" / "lokal-plan.pdf"


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """A plan whose second page is a picture, beside one that is whole."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "hel.pdf").write_bytes(SAMPLE.read_bytes())
    (folder / "del.pdf").write_bytes(scanned_pages(SAMPLE.read_bytes(), [2], 1))
    return folder


def test_the_rest_is_published_and_the_part_is_told_of_and_tried_again(tmp_path, inbox):
    settings = Settings(out=tmp_path / "out", workers=2, ocr="off")

    first, second = (run_plain([inbox], settings, Silence()) for _ in range(2))

    for result in (first, second):
        assert sorted(result.frames["documents"]["source_name"]) == ["del.pdf", "hel.pdf"]
        assert result.frames["failures"].select("source_name", "stage", "error").rows() == [
            ("del.pdf", "read", "ocr_off")
        ]
        assert (result.n_taken, result.n_failed, result.n_partly) == (2, 0, 1)
    assert (first.report.files_new, second.report.files_new) == (2, 1)


def test_the_command_ends_as_with_files_that_failed(tmp_path, inbox, monkeypatch):
    monkeypatch.setenv("PLANKOLL_OCR", "off")

    result = CliRunner().invoke(app, ["run", str(inbox), "--plain", "--out", str(tmp_path / "out")])

    assert result.exit_code == 3
    assert "del.pdf · läsning · ocr_off" in result.output
    assert "PLANKOLL_OCR=auto" in result.output
