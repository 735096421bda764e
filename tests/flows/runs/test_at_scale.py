"""The measure of whole runs: what it counts, and that it sees what is lost."""

import os
import shutil
from pathlib import Path

import polars as pl
import pytest

from flows.runs.job import run_plain
from flows.runs.progress import Silence
from flows.settings import Settings
from outputs.snapshot import read_current
from tests.at_scale import _states, _torn, _unaccounted, growth, measured_run, write_inbox, write_some_hostile
from tests.hostile_inbox import NOT_PDFS, write_hostile
from tests.hostile_pdfs import BOMBS
from tests.places import SAMPLES


@pytest.mark.parametrize("power", [0.5, 1.0, 2.0])
def test_growth_is_the_power_of_the_number_of_files(power):
    assert growth([100.0, 1_000.0, 10_000.0], [3 * n**power for n in (100.0, 1_000.0, 10_000.0)]) == pytest.approx(
        power
    )


def test_hostile_files_are_the_same_for_a_seed_and_no_two_are_alike(tmp_path):
    first, second = (write_hostile(tmp_path / name, 60, seed=5) for name in "ab")

    def contents(paths: list[Path]) -> list[bytes]:
        return [path.read_bytes() for path in paths if not path.is_symlink() and path.name != "last.pdf"]

    assert [path.name for path in first] == [path.name for path in second]
    assert contents(first) == contents(second)
    assert len(set(contents(first))) == len(contents(first)) == 57


def test_some_of_the_hostile_files_are_some_of_each_kind(tmp_path):
    write_some_hostile(tmp_path / "h", 30, 60, seed=1)

    names = {os.fsencode(path.name) for path in (tmp_path / "h").iterdir()}
    assert len(names) == 30
    assert 3 < sum(f"{make.__name__}.pdf".encode() in names for make in BOMBS) < 17


def test_files_of_one_name_from_two_folders_are_all_in_the_inbox(tmp_path):
    for folder in "ab":
        (tmp_path / folder / "pdf").mkdir(parents=True)
        (tmp_path / folder / "pdf" / "plan.pdf").write_bytes(folder.encode())

    write_inbox(sorted(tmp_path.rglob("*.pdf")), tmp_path / "inbox")

    assert {path.name: path.read_text() for path in (tmp_path / "inbox").iterdir()} == {
        "a-plan.pdf": "a",
        "b-plan.pdf": "b",
    }


def test_what_became_of_each_file_is_counted_and_what_is_lost_is_seen(tmp_path):
    inbox, settings = tmp_path / "inbox", Settings(out=tmp_path / "out", workers=2, ocr="off")
    inbox.mkdir()
    shutil.copy(SAMPLES / "remissvar.pdf", inbox / "svar.pdf")
    shutil.copy(SAMPLES / "remissvar.pdf", inbox / "svar igen.pdf")
    (inbox / "portal.pdf").write_bytes(NOT_PDFS[4])
    (inbox / "portal, kopia.pdf").write_bytes(NOT_PDFS[4])
    run_plain([inbox], settings, Silence())
    current = read_current(settings.dataset)

    assert _states(current) == {"taken": 1, "repeated": 2, "failed: not_a_pdf": 1}
    assert _unaccounted(inbox, current) == _torn(current) == []

    (inbox / "sen.pdf").write_bytes(b"%PDF-1.7 kom sent")
    (inbox / "svar.pdf").unlink()
    without = current | {name: current[name].clear() for name in ("failures", "passages")}
    assert _unaccounted(inbox, without) == [
        "lost: sen.pdf",
        "not in the inbox: svar.pdf",
        "not taken in, and not said why: portal, kopia.pdf",
        "not taken in, and not said why: portal.pdf",
    ]
    assert _torn(current | {"documents": current["documents"].filter(pl.lit(False))})[-1].startswith("runs: ")
    assert "passages: 0 rows" not in _torn(without)


@pytest.mark.slow
def test_a_run_is_measured_and_held_against_its_inbox(tmp_path):
    write_inbox([SAMPLES / "remissvar.pdf"], tmp_path / "inbox")
    write_hostile(tmp_path / "inbox" / "fientliga", 4, seed=2)

    measured = measured_run(tmp_path / "inbox", tmp_path / "out", plain=True)

    assert measured.faults == ()
    assert (measured.files, measured.states.total()) == (5, 5)
    assert min(measured.seconds, measured.processor, measured.memory, measured.disk) > 0
