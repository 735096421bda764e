"""Faults put in on purpose: a published dataset stays whole, the next run goes on, and no file stops the others."""

import errno
import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest

from extractors.taking.fingerprint import Limits
from flows.files.outcome import FileOutcome
from flows.files.stages import process_file
from flows.inboxes.inbox import gather
from flows.runs.job import run_plain
from flows.runs.journal import Journal, journal_of, note_stop
from flows.runs.opening import open_run
from flows.runs.progress import Silence
from flows.runs.resuming import remaining
from flows.settings import Settings
from outputs.snapshot import read_current
from tests.faulty_work import FATES, process_or_fail
from tests.kill_runs import Tally, kill_runs
from tests.places import ROOT, SAMPLES

HASTE = {"seconds_per_file": 3.0}


def fill(folder: Path, *samples: str) -> Path:
    folder.mkdir(exist_ok=True)
    for sample in samples:
        shutil.copy(SAMPLES / f"{sample}.pdf", folder)
    return folder


def settings_for(folder: Path, **changes) -> Settings:
    return Settings(out=folder / "out", workers=2, ocr="off", **changes)


# Killed


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_runs_that_are_killed_damage_and_lose_nothing(tmp_path):
    tally = kill_runs(tmp_path / "kills", kills=3, seed=7)

    assert tally == Tally(kills=3, finished=tally.finished)


# A disk that takes no more, a folder that may not be written


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EIO])
def test_a_disk_that_fails_when_the_snapshot_is_written_costs_no_reading(tmp_path, monkeypatch, number):
    inbox, settings = fill(tmp_path / "inbox", "remissvar"), settings_for(tmp_path)
    run_plain([inbox], settings, Silence())
    fill(inbox, "inriktning")

    def fails(*_args, **_options):
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(pl.DataFrame, "write_parquet", fails)
        with pytest.raises(OSError, match=os.strerror(number)):
            run_plain([inbox], settings, Silence())
    assert read_current(settings.dataset)["documents"].height == 1
    monkeypatch.setattr("flows.runs.job.process_file", lambda *_: pytest.fail("read again"))

    result = run_plain([inbox], settings, Silence())

    assert result.report.reasons == {"new": 1, "unchanged": 1}
    assert read_current(settings.dataset)["documents"].height == 2
    assert (settings.dataset / ".journal").read_bytes() == b""


def test_a_full_disk_is_said_and_the_next_run_publishes(tmp_path):
    inbox, out = fill(tmp_path / "inbox", "remissvar"), tmp_path / "out"
    command = [sys.executable, "-m", "flows.cli", "run", "--plain", str(inbox), "--out", str(out)]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PLANKOLL_OCR": "off"}

    full = subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, 2_000)),
    )
    assert full.returncode == 1
    assert "Traceback" not in full.stderr
    assert "Cannot read or write" in full.stderr
    assert not (out / "dataset" / "current").exists()

    assert run_plain([inbox], Settings(out=out, ocr="off"), Silence()).n_taken == 1


# Files that take a worker down


def test_files_that_take_their_process_down_are_failures_and_stop_nothing(tmp_path, monkeypatch):
    inbox = fill(tmp_path / "inbox", "remissvar", "inriktning")
    for name in FATES:
        shutil.copy(SAMPLES / "remissvar.pdf", inbox / name)
        with (inbox / name).open("ab") as stream:
            stream.write(f"\n% {name}\n".encode())
    monkeypatch.setattr("flows.files.stages._process_to_json", process_or_fail)
    settings = settings_for(tmp_path, attempts=1)

    def in_time(path: Path, settings: Settings, run_id: str):
        """The file that hangs has no more time than it takes to see that; the others have all that they need."""
        return process_file(path, settings.model_copy(update=HASTE) if path.name == "hangs.pdf" else settings, run_id)

    monkeypatch.setattr("flows.runs.job.process_file", in_time)

    result = run_plain([inbox], settings, Silence())
    monkeypatch.setattr("flows.runs.job.process_file", lambda *_: pytest.fail("tried again"))
    again = run_plain([inbox], settings, Silence())

    for run in (result, again):
        failures = run.frames["failures"]
        assert dict(failures.select("source_name", "error").iter_rows()) == FATES
        assert failures["stage"].unique().to_list() == ["read"]
        assert all(failures["message"])
        assert set(run.frames["documents"]["source_name"]) == {"remissvar.pdf", "inriktning.pdf"}
        assert (run.n_taken, run.n_failed) == (2, 4)
    assert again.report.reasons == {"given_up": 4, "unchanged": 2}


# The journal


def opened(tmp_path: Path, **changes):
    inbox = fill(tmp_path / "inbox", "remissvar", "inriktning")
    settings = settings_for(tmp_path, **changes)
    settings.dataset.mkdir(parents=True, exist_ok=True)
    return open_run([inbox], settings)


def died(tmp_path: Path, mark: str, *events: str) -> None:
    """A run that begun (and, named with +, ended) these files, and died."""
    files = {file.source_name: file for file in gather([tmp_path / "inbox"], Limits()).files}
    journal = Journal(tmp_path / "out" / "dataset", mark)
    for event in events:
        name = event.removesuffix("+")
        journal.begun(files[name])
        if event.endswith("+"):
            journal.ended(files[name], FileOutcome(path="before", source_name=name, sha256=files[name].sha256))
    journal.close()


def left(opening):
    with journal_of(opening.settings.dataset, opening.mark) as journal:
        rest = remaining(opening, journal)
    return (
        {file.source_name: outcome for file, outcome in rest.done},
        [file.source_name for file in rest.together],
        [file.source_name for file in rest.alone],
    )


def test_what_was_read_is_taken_over_and_what_was_begun_is_read_last(tmp_path):
    opening = opened(tmp_path)
    died(tmp_path, opening.mark, "inriktning.pdf", "remissvar.pdf+")

    done, together, alone = left(opening)

    assert done["remissvar.pdf"].path == str(tmp_path / "inbox" / "remissvar.pdf")
    assert (set(done), together, alone) == ({"remissvar.pdf"}, [], ["inriktning.pdf"])


def test_a_file_that_runs_died_of_is_given_up_for_good(tmp_path):
    opening = opened(tmp_path, attempts=2)
    for _ in range(2):
        died(tmp_path, opening.mark, "inriktning.pdf")

    result = run_plain([tmp_path / "inbox"], opening.settings, Silence())

    files = dict(result.frames["files"].select("source_name", "attempts").iter_rows())
    assert result.frames["failures"]["error"].to_list() == ["run_died"]
    assert files == {"inriktning.pdf": 2, "remissvar.pdf": 0}
    assert run_plain([tmp_path / "inbox"], opening.settings, Silence()).report.reasons == {
        "given_up": 1,
        "unchanged": 1,
    }


def test_a_run_that_was_told_to_stop_blames_no_file(tmp_path):
    opening = opened(tmp_path)
    with journal_of(opening.settings.dataset, opening.mark) as journal:
        journal.begun(opening.to_read[0])
        note_stop()

    assert left(opening) == ({}, ["inriktning.pdf", "remissvar.pdf"], [])


def test_what_another_version_read_is_read_again(tmp_path):
    opening = opened(tmp_path)
    died(tmp_path, "another", "inriktning.pdf", "remissvar.pdf+")

    assert left(opening) == ({}, ["inriktning.pdf", "remissvar.pdf"], [])


@pytest.mark.parametrize("torn", [b'{"mark": "x", "en', b"\xff\xfe\n", b"[1, 2]\n", b"\n"])
def test_a_torn_line_is_passed_over(tmp_path, torn):
    opening = opened(tmp_path)
    died(tmp_path, opening.mark, "remissvar.pdf+")
    with (opening.settings.dataset / ".journal").open("ab") as stream:
        stream.write(torn)
    died(tmp_path, opening.mark, "inriktning.pdf+")

    done, together, alone = left(opening)

    assert (set(done), together, alone) == ({"remissvar.pdf", "inriktning.pdf"}, [], [])


def test_trouble_that_may_pass_is_tried_again(tmp_path):
    opening = opened(tmp_path)
    with journal_of(opening.settings.dataset, opening.mark) as journal:
        file = opening.to_read[0]
        journal.begun(file)
        journal.ended(file, FileOutcome(path="", source_name=file.source_name, sha256=file.sha256, passing=True))

    assert left(opening) == ({}, ["inriktning.pdf", "remissvar.pdf"], [])
