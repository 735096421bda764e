"""A run from files to the published dataset: apart, without Prefect, and as a Prefect flow."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pikepdf
import polars as pl
import pytest

from extractors.taking.fingerprint import Limits
from flows.files.apart import run_apart
from flows.files.outcome import FileOutcome, may_pass, refused, unforeseen
from flows.files.stages import process_file, process_here
from flows.files.workers import ApartError
from flows.inboxes.inbox import gather
from flows.runs.job import run_plain
from flows.runs.opening import NothingToReadError
from flows.runs.progress import Silence
from flows.settings import Settings
from models.failures import IntakeError
from models.rows import TABLES
from outputs.lock import DatasetLockedError, dataset_lock
from outputs.snapshot import read_current
from tests.places import ROOT, SAMPLES

MEMORY = 1024**3
RUN_ID = "20261122T000000Z-0000"


def settings_for(folder: Path, **changes) -> Settings:
    return Settings(out=folder / "out", workers=2, **changes)


def fill(folder: Path, *samples: str) -> Path:
    folder.mkdir(exist_ok=True)
    for sample in samples:
        shutil.copy(SAMPLES / f"{sample}.pdf", folder)
    return folder


def spoil(folder: Path) -> None:
    """Four files that cannot be taken in."""
    (folder / "text.pdf").write_text("Detta är ingen PDF.", encoding="utf-8")
    (folder / "tom.pdf").touch()
    (folder / "avhuggen.pdf").write_bytes((SAMPLES / "lansplan.pdf").read_bytes()[:15_000])
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(folder / "last.pdf", encryption=pikepdf.Encryption(owner="a", user="b"))


# Work apart


def test_work_apart_gives_its_bytes():
    assert len(run_apart(os.urandom, (10,), seconds=60, memory=MEMORY)) == 10


@pytest.mark.parametrize(
    ("work", "arguments", "code", "number"),
    [
        (os.abort, (), "crashed", signal.SIGABRT),
        (os._exit, (3,), "crashed", None),
        (bytes, (10 * MEMORY,), "out_of_memory", None),
    ],
)
def test_work_that_does_not_come_back_is_told_of(work, arguments, code, number):
    with pytest.raises(ApartError) as caught:
        run_apart(work, arguments, seconds=60, memory=MEMORY)

    assert (caught.value.code, caught.value.signal) == (code, number)


def test_work_that_takes_too_long_is_ended():
    with pytest.raises(ApartError) as caught:
        run_apart(time.sleep, (600,), seconds=1, memory=MEMORY)  # type: ignore[arg-type]

    assert caught.value.code == "too_slow"


def test_a_crash_does_not_disturb_work_at_its_side():
    def fate(n: int) -> str:
        try:
            if n % 2:
                return str(run_apart(os.abort, (), seconds=60, memory=MEMORY))
            return str(len(run_apart(os.urandom, (n,), seconds=60, memory=MEMORY)))
        except ApartError as error:
            return error.code

    with ThreadPoolExecutor(3) as pool:
        fates = list(pool.map(fate, range(6)))

    assert fates == ["0", "crashed", "2", "crashed", "4", "crashed"]


# One file


def test_a_file_that_takes_too_long_becomes_a_failure(tmp_path):
    outcome = process_file(SAMPLES / "lansplan.pdf", settings_for(tmp_path, seconds_per_file=0.01), RUN_ID)

    assert outcome.failure is not None
    assert (outcome.failure.stage, outcome.failure.error) == ("read", "too_slow")
    assert outcome.failure.source_sha256 == outcome.sha256 is not None
    assert "PLANKOLL_SECONDS_PER_FILE" in outcome.failure.message
    assert not outcome.passing


def test_a_file_gives_the_same_rows_apart_and_here(tmp_path):
    path, settings = SAMPLES / "remissvar.pdf", settings_for(tmp_path)

    apart, here = process_file(path, settings, RUN_ID), process_here(path, settings, RUN_ID)

    assert apart.rows is not None
    assert apart.rows == here.rows
    assert set(apart.seconds) == {"take", "read", "understand"}


def test_an_unforeseen_error_becomes_a_failure_with_its_stage(tmp_path, monkeypatch):
    def stumble(*_args):
        raise KeyError("/Font")

    monkeypatch.setattr("extractors.reading.read_file", stumble)
    outcome = process_here(SAMPLES / "remissvar.pdf", settings_for(tmp_path), RUN_ID)

    assert outcome.failure is not None
    assert (outcome.failure.stage, outcome.failure.error) == ("read", "internal_error")
    assert "KeyError" in outcome.failure.message
    assert "Traceback" not in outcome.failure.message
    assert "Traceback" in (outcome.detail or "")


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (OSError(5, "I/O"), True),
        (OSError(13, "denied"), False),
        (OSError(2, "gone"), False),
        (ValueError(), False),
    ],
)
def test_only_trouble_of_the_system_may_pass(error, expected):
    assert may_pass(error) is expected


# The inbox


def test_folders_are_searched_and_files_tried(tmp_path):
    for name in ("b.pdf", "sub/a.PDF", "notes.txt", ".hidden.pdf", ".git/c.pdf"):
        path = tmp_path / "inbox" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    named = tmp_path / "plan.docx"
    named.write_text("named", encoding="utf-8")

    inbox = gather([tmp_path / "inbox", named, tmp_path / "inbox" / "b.pdf", tmp_path / "borta.pdf"], Limits())

    assert [file.source_name for file in inbox.files] == ["a.PDF", "b.pdf", "borta.pdf", "plan.docx"]
    assert [file.sha256 is None for file in inbox.files] == [False, False, True, False]


def test_the_same_content_is_taken_once_and_said(tmp_path):
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / name).write_text("samma", encoding="utf-8")

    inbox = gather([tmp_path], Limits())

    assert [file.source_name for file in inbox.files] == ["a.pdf"]
    assert [(file.path, first.path) for file, first in inbox.repeated] == [(tmp_path / "b.pdf", tmp_path / "a.pdf")]
    assert inbox.n_seen == 2


# The whole run without Prefect


def test_the_good_are_published_and_the_bad_are_failures(tmp_path):
    inbox = fill(tmp_path / "inbox", "lokal-plan", "remissvar")
    spoil(inbox)
    settings = settings_for(tmp_path)

    result = run_plain([inbox], settings, Silence())

    current = read_current(settings.dataset)
    failures = dict(current["failures"].select("source_name", "error").iter_rows())
    assert failures == {
        "text.pdf": "not_a_pdf",
        "tom.pdf": "empty_file",
        "avhuggen.pdf": "truncated",
        "last.pdf": "encrypted",
    }
    assert set(current["documents"]["source_name"]) == {"lokal-plan.pdf", "remissvar.pdf"}
    assert set(current) == {table.table_name for table in TABLES}
    assert (result.n_taken, result.n_failed) == (2, 4)
    assert (result.report.files_seen, result.report.files_new, result.report.files_failed) == (6, 2, 4)


def test_a_second_run_reads_nothing_anew_and_changes_no_row(tmp_path):
    inbox = fill(tmp_path / "inbox", "remissvar", "inriktning")
    settings = settings_for(tmp_path)

    first = run_plain([inbox], settings, Silence())
    second = run_plain([inbox], settings, Silence())

    assert (first.report.files_new, second.report.files_new) == (2, 0)
    assert (second.n_taken, second.n_failed) == (2, 0)
    for name, frame in read_current(settings.dataset).items():
        if name not in ("runs", "files"):
            assert (first.snapshot / f"{name}.parquet").read_bytes() == (
                second.snapshot / f"{name}.parquet"
            ).read_bytes(), name
        assert frame.height == pl.read_parquet(second.snapshot / f"{name}.parquet").height


def test_reading_again_gives_the_same_rows(tmp_path):
    inbox = fill(tmp_path / "inbox", "remissvar")
    settings = settings_for(tmp_path)

    first = run_plain([inbox], settings, Silence())
    second = run_plain([inbox], settings, Silence(), reread=True)

    assert second.report.files_new == 1
    for name in ("documents", "pages", "cells", "amounts"):
        before, after = (result.frames[name].drop("run_id", strict=False) for result in (first, second))
        assert before.equals(after), name


def test_a_file_of_the_same_name_and_other_bytes_takes_the_place_of_the_earlier_one(tmp_path):
    inbox = fill(tmp_path / "inbox", "remissvar")
    settings = settings_for(tmp_path)
    run_plain([inbox], settings, Silence())
    shutil.copy(SAMPLES / "inriktning.pdf", inbox / "remissvar.pdf")

    result = run_plain([inbox], settings, Silence())

    assert result.report.files_new == 1
    assert result.frames["documents"]["source_sha256"].n_unique() == 1


def test_a_namesake_in_another_folder_is_another_file(tmp_path):
    settings = settings_for(tmp_path)
    run_plain([fill(tmp_path / "nacka", "remissvar")], settings, Silence())
    namesake = tmp_path / "tyreso" / "remissvar.pdf"
    namesake.parent.mkdir()
    shutil.copy(SAMPLES / "inriktning.pdf", namesake)

    result = run_plain([namesake.parent], settings, Silence())

    assert result.frames["documents"]["source_sha256"].n_unique() == 2


def test_a_files_earlier_content_stays_where_another_file_still_holds_it(tmp_path):
    settings = settings_for(tmp_path)
    inbox = fill(tmp_path / "inbox", "remissvar")
    shutil.copy(inbox / "remissvar.pdf", inbox / "kopia.pdf")
    run_plain([inbox], settings, Silence())
    shutil.copy(SAMPLES / "inriktning.pdf", inbox / "remissvar.pdf")

    result = run_plain([inbox], settings, Silence())

    assert result.frames["documents"]["source_sha256"].n_unique() == 2


def test_rows_of_files_not_named_stay(tmp_path):
    settings = settings_for(tmp_path)
    run_plain([SAMPLES / "remissvar.pdf"], settings, Silence())

    result = run_plain([SAMPLES / "inriktning.pdf"], settings, Silence())

    assert set(result.frames["documents"]["source_name"]) == {"remissvar.pdf", "inriktning.pdf"}


def test_a_dataset_that_is_being_written_is_left_alone(tmp_path):
    settings = settings_for(tmp_path)

    with dataset_lock(settings.dataset), pytest.raises(DatasetLockedError):
        run_plain([SAMPLES / "remissvar.pdf"], settings, Silence())


def test_a_folder_without_pdfs_is_nothing_to_read(tmp_path):
    settings = settings_for(tmp_path)

    with pytest.raises(NothingToReadError):
        run_plain([tmp_path], settings, Silence())

    assert not (settings.dataset / "current").exists()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_run_that_is_interrupted_ends_at_once_and_leaves_the_dataset_whole(tmp_path, number):
    inbox = fill(tmp_path / "inbox", "remissvar")
    settings = settings_for(tmp_path)
    run_plain([inbox], settings, Silence())
    before = (settings.dataset / "current").readlink()
    shutil.copy(SAMPLES / "lansplan.pdf", inbox / "z.pdf")

    with subprocess.Popen(
        [
            sys.executable,
            "-m",
            "flows.cli",
            "run",
            "--plain",
            "--reread",
            str(inbox),
            "--out",
            str(settings.out),
        ],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PLANKOLL_WORKERS": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as run:
        assert run.stderr is not None
        while not run.stderr.readline().startswith("[1/"):  # the first file is done: the second is being read
            assert run.poll() is None
        run.send_signal(number)
        _, said = run.communicate(timeout=100)

    assert run.returncode == 128 + number
    assert "Interrupted" in said
    assert (settings.dataset / "current").readlink() == before
    assert run_plain([inbox], settings, Silence()).n_taken == 2


# The flow


def failed_outcome(code: str, *, passing: bool) -> FileOutcome:
    error = IntakeError("read", code, "Fel.", "Wrong.")
    return FileOutcome(
        path="a.pdf", source_name="a.pdf", failure=refused(error, "a.pdf", None, RUN_ID), passing=passing
    )


@pytest.mark.parametrize("passing", [True, False])
def test_the_flow_retries_only_what_may_pass(passing):
    from prefect.states import Failed

    from flows.runs.run_flow import process_one

    retry = process_one.retry_condition_fn
    assert retry is not None
    assert retry(process_one, None, Failed(data=failed_outcome("crashed", passing=passing))) is passing  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("samples", "bad", "state", "name"),
    [
        (("remissvar",), False, "COMPLETED", "Completed"),
        (("remissvar",), True, "COMPLETED", "CompletedWithFailures"),
        ((), True, "FAILED", "Failed"),
    ],
)
def test_the_runs_state_tells_partial_failure_from_success(tmp_path, samples, bad, state, name):
    from flows.runs.run_flow import _final_state

    inbox = fill(tmp_path / "inbox", *samples)
    if bad:
        (inbox / "tom.pdf").touch()

    final = _final_state(run_plain([inbox], settings_for(tmp_path), Silence()))

    assert (final.type.value, final.name) == (state, name)


def test_an_unforeseen_error_is_named_without_its_traceback():
    error = unforeseen(RuntimeError("x" * 1000), "understand")

    assert (error.stage, error.code) == ("understand", "internal_error")
    assert len(error.message_en) < 400


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_a_run_through_prefects_embedded_server(tmp_path):
    inbox = fill(tmp_path / "inbox", "remissvar", "inriktning")
    (inbox / "tom.pdf").touch()
    home = tmp_path / "prefect"
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}

    run = subprocess.run(
        [sys.executable, "-m", "flows.cli", "run", str(inbox), "--out", str(tmp_path / "out")],
        cwd=ROOT,
        env=environment | {"PREFECT_HOME": str(home), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 3, run.stderr
    assert "Traceback" not in run.stderr
    assert "prefect.io" not in run.stderr
    assert set(read_current(tmp_path / "out" / "dataset")["documents"]["source_name"]) == {
        "remissvar.pdf",
        "inriktning.pdf",
    }
    with sqlite3.connect(home / "prefect.db") as database:
        (state,) = database.execute("SELECT state_name FROM flow_run").fetchall()
    assert state == ("CompletedWithFailures",)
