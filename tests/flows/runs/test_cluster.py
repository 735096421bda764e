"""A run on a cluster: the runner that a setting chooses, what a worker is told, and what a worker's death costs."""

import multiprocessing
import os
import pickle
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import polars as pl
import psutil
import pytest
from distributed import KilledWorker
from polars.testing import assert_frame_equal
from prefect.settings import PREFECT_API_URL, temporary_settings
from prefect.states import Completed, Failed, Running, exception_to_crashed_state
from prefect.task_runners import ThreadPoolTaskRunner
from prefect.utilities.asyncutils import run_coro_as_sync
from prefect_dask.task_runners import DaskTaskRunner
from ray.exceptions import WorkerCrashedError

from flows.files.outcome import FileOutcome
from flows.runs import cluster
from flows.runs.cluster import (
    ClusterMissingError,
    NoCommonServerError,
    WorkerUnfitError,
    answer_of,
    errand_of,
    read_on_worker,
    runner_of,
)
from flows.runs.opening import Opening, open_run
from flows.settings import Settings
from outputs.snapshot import read_current
from tests.places import ROOT, SAMPLES

OF_THE_RUN = ("run_id", "first_run", "read_run")
"""Columns that no two runs agree in."""


@pytest.fixture
def opening(tmp_path, monkeypatch) -> Opening:
    monkeypatch.chdir(SAMPLES)
    settings = Settings(out=tmp_path, task_runner="dask", notify="json://localhost")
    settings.dataset.mkdir()
    return open_run([Path("remissvar.pdf")], settings)


# The runner


def test_files_are_read_on_this_machine_unless_a_setting_says_otherwise():
    runner = runner_of(Settings(workers=3))

    assert isinstance(runner, ThreadPoolTaskRunner)


def test_a_local_cluster_has_a_process_for_each_worker():
    runner = runner_of(Settings(task_runner="dask", workers=3))

    assert isinstance(runner, DaskTaskRunner)
    assert (runner.cluster_kwargs["n_workers"], runner.cluster_kwargs["threads_per_worker"]) == (3, 1)


def test_a_standing_cluster_is_gone_to_by_its_address():
    with temporary_settings(updates={PREFECT_API_URL: "http://127.0.0.1:4200/api"}):
        runner = runner_of(Settings(task_runner="dask", cluster="tcp://127.0.0.1:8786"))

    assert isinstance(runner, DaskTaskRunner)
    assert runner.address == "tcp://127.0.0.1:8786"


def test_a_standing_cluster_needs_a_server_that_its_workers_reach():
    with pytest.raises(NoCommonServerError, match="PREFECT_API_URL"):
        runner_of(Settings(task_runner="dask", cluster="tcp://127.0.0.1:8786"))


@pytest.mark.parametrize("name", ["dask", "ray"])
def test_what_must_be_installed_first_is_said(name, monkeypatch):
    monkeypatch.setattr(cluster, "find_spec", lambda _name: None)

    with pytest.raises(ClusterMissingError) as caught:
        runner_of(Settings(task_runner=name))

    assert f"PLANKOLL_TASK_RUNNER={name} kräver" in caught.value.message_sv
    assert f"PLANKOLL_TASK_RUNNER={name} needs" in caught.value.message_en
    assert (ROOT / "requirements" / "scale.txt").is_file()
    assert "requirements/scale.txt" in caught.value.message_en


# What a worker is told


def test_a_worker_is_told_where_the_file_is_and_no_secret(opening):
    errand = errand_of(opening.to_read[0], opening)

    assert errand.file.path == SAMPLES / "remissvar.pdf"
    assert errand.settings.notify is None
    assert pickle.loads(pickle.dumps(errand)) == errand


def test_a_worker_reads_as_the_run_itself_does(opening):
    outcome = read_on_worker(errand_of(opening.to_read[0], opening))

    assert outcome.sha256 == opening.to_read[0].sha256
    assert outcome.rows is not None
    assert len(outcome.rows.documents) == 1


def test_a_worker_of_another_version_reads_nothing(opening, monkeypatch):
    errand = errand_of(opening.to_read[0], opening)
    monkeypatch.setattr(cluster, "plankoll_version", lambda: "0.0.9+0")

    with pytest.raises(WorkerUnfitError) as caught:
        read_on_worker(errand)

    assert "0.0.9+0" in caught.value.message_sv
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


def test_a_worker_that_may_start_no_process_says_how_it_may(opening, monkeypatch):
    monkeypatch.setattr(multiprocessing.current_process(), "_config", {"daemon": True})

    with pytest.raises(WorkerUnfitError, match="DASK_DISTRIBUTED__WORKER__DAEMON=False"):
        read_on_worker(errand_of(opening.to_read[0], opening))


# What comes back


def future_of(state: Any, error: Exception | None = None) -> Any:
    """A future as Prefect's runners give it: done, in this state, with what the cluster itself met."""

    def result(raise_on_failure: bool) -> Any:
        assert error is not None
        raise error

    return SimpleNamespace(wait=lambda: None, state=state, result=result)


@pytest.mark.parametrize("state_of", [Completed, Failed])
def test_what_a_worker_says_is_the_files_outcome(opening, state_of):
    said = FileOutcome(path="elsewhere", source_name="remissvar.pdf", n_pages=2)

    outcome = answer_of(future_of(state_of(data=said)), opening.to_read[0], opening)

    assert outcome == said.model_copy(update={"path": "remissvar.pdf"})


def test_a_file_that_workers_die_of_fails_alone_and_is_tried_in_the_next_run(opening):
    error = KilledWorker("read", cast("Any", None), 3)

    outcome = answer_of(future_of(Running(), error), opening.to_read[0], opening)

    assert outcome.failure is not None
    assert (outcome.failure.error, outcome.passing) == ("worker_died", True)
    assert outcome.sha256 == opening.to_read[0].sha256


def test_ray_tells_of_dead_workers_in_the_state(opening):
    on_ray = replace(opening, settings=opening.settings.model_copy(update={"task_runner": "ray"}))
    state = run_coro_as_sync(exception_to_crashed_state(WorkerCrashedError()))

    outcome = answer_of(future_of(state), opening.to_read[0], on_ray)

    assert outcome.failure is not None
    assert (outcome.failure.error, outcome.passing) == ("worker_died", True)


def test_trouble_of_the_cluster_itself_is_no_files_fault(opening):
    with pytest.raises(ModuleNotFoundError):
        answer_of(future_of(Running(), ModuleNotFoundError("flows")), opening.to_read[0], opening)


# A real cluster


def workers_of(run: subprocess.Popen[str]) -> list[psutil.Process]:
    """The processes of Dask's workers that a run has started."""
    return [each for each in psutil.Process(run.pid).children() if "spawn_main" in " ".join(each.cmdline())]


def ended_in(out: Path) -> int:
    journal = out / "dataset" / ".journal"
    return journal.read_bytes().count(b'"ended"') if journal.exists() else 0


def rows_in(out: Path) -> dict[str, pl.DataFrame]:
    """The published tables without which run they are of."""
    frames = read_current(out / "dataset")
    return {name: frame.drop(OF_THE_RUN, strict=False) for name, frame in frames.items() if name != "runs"}


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_a_worker_that_is_killed_costs_no_file_and_changes_no_row(tmp_path):
    inbox = shutil.copytree(SAMPLES, tmp_path / "inbox")
    (inbox / "tom.pdf").touch()
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    environment = clean | {
        "PREFECT_HOME": str(tmp_path / "prefect"),
        "PYTHONPATH": str(ROOT),
        "PLANKOLL_WORKERS": "2",
        "PLANKOLL_TASK_RUNNER": "dask",
    }
    command = [sys.executable, "-m", "flows.cli", "run", str(inbox), "--out"]
    far, here = tmp_path / "far", tmp_path / "here"

    run = subprocess.Popen(
        [*command, str(far)], cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    while not ended_in(far) and run.poll() is None:
        time.sleep(0.01)
    assert run.poll() is None, run.communicate()[1]
    killed = workers_of(run)[0]
    killed.send_signal(signal.SIGKILL)
    left = len(list(inbox.iterdir())) - ended_in(far)
    _, told = run.communicate()
    subprocess.run([*command, str(here), "--plain"], cwd=ROOT, env=environment, check=False, capture_output=True)

    assert left > 0, "all was read before the worker was killed"
    assert run.returncode == 3, told
    assert "Traceback" not in told
    rows, expected = rows_in(far), rows_in(here)
    assert rows["failures"]["source_name"].to_list() == ["tom.pdf"]
    assert rows.keys() == expected.keys()
    for name, frame in rows.items():
        assert_frame_equal(frame, expected[name])
