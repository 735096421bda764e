"""`plankoll report` on a PDF: the sample's wrong total, marked on its page."""

import re
import shutil
from pathlib import Path

import pytest
from PIL import Image
from typer.testing import CliRunner

from flows.command_line import app
from tests.places import SAMPLES


def plankoll(*arguments):
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def out(tmp_path, monkeypatch):
    """A dataset of a copy of the sample in inbox/."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "inbox").mkdir()
    shutil.copy(SAMPLES / "lokal-plan.pdf", tmp_path / "inbox")
    folder = tmp_path / "out"
    assert plankoll("run", tmp_path / "inbox", "--plain", "--out", folder).exit_code == 0
    return folder


def finding_page(report: Path) -> str:
    [page] = [path.read_text(encoding="utf-8") for path in (report / "findings").iterdir()]
    return page


def test_the_samples_wrong_total_is_shown_on_its_page(out):
    result = plankoll("report", "--out", out)

    assert result.exit_code == 0, result.output
    told = f"1 fynd (findings), 1 dokument (documents)\nRapport (report): {out / 'report' / 'index.html'}\n"
    assert result.stdout == told
    page = finding_page(out / "report")
    pictures = re.findall(r'<image href="\.\./(pages/[\w-]+\.png)"', page)
    assert len(pictures) == 2
    for picture in pictures:
        with Image.open(out / "report" / picture) as drawn:
            assert drawn.size == pytest.approx((1042, 1473), abs=1)
    assert len(re.findall(r'<g class="mark addend"', page)) == 14
    assert len(re.findall(r'<g class="mark total"', page)) == 1


def test_a_file_that_was_moved_is_found_by_its_content(out, tmp_path):
    (tmp_path / "arkiv").mkdir()
    (tmp_path / "inbox" / "lokal-plan.pdf").rename(tmp_path / "arkiv" / "2024.pdf")

    lost = plankoll("report", "--out", out)
    assert lost.exit_code == 0
    assert "2 sidor saknar bild" in lost.stderr
    assert "Originalfilen finns inte där den lästes" in finding_page(out / "report")

    found = plankoll("report", "--out", out, "--files", tmp_path / "arkiv")
    assert found.stderr == ""
    assert "Bilden saknas" not in finding_page(out / "report")


def test_another_file_in_its_place_is_not_shown(out, tmp_path):
    shutil.copy(SAMPLES / "remissvar.pdf", tmp_path / "inbox" / "lokal-plan.pdf")

    assert "2 sidor saknar bild" in plankoll("report", "--out", out).stderr


def test_a_folder_that_is_no_report_is_left_alone(out, tmp_path):
    (tmp_path / "brev").mkdir()
    (tmp_path / "brev" / "brev.txt").touch()
    result = plankoll("report", "--out", out, "--to", tmp_path / "brev")

    assert result.exit_code == 1
    assert "inte tom och ingen rapport" in result.stderr
    assert [path.name for path in (tmp_path / "brev").iterdir()] == ["brev.txt"]


def test_a_report_in_english(out, tmp_path):
    plankoll("report", "--out", out, "--language", "en", "--to", tmp_path / "audit")

    assert '<html lang="en">' in finding_page(tmp_path / "audit")
