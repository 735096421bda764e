"""Reading files on a cluster: Prefect's own runners for Dask and Ray, chosen by a setting, and what they are told.

Each file is a task on some worker, which reads it in another process as everywhere else. A worker must see the
files under the same paths and run the same version of Plankoll. Dask and Ray give a file to another worker when one
dies; the journal, the checks and the dataset stay with the run.
"""

import logging
import multiprocessing
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from importlib.util import find_spec
from typing import Any

from prefect import get_client
from prefect.context import FlowRunContext
from prefect.futures import PrefectFuture
from prefect.settings import PREFECT_API_URL, temporary_settings
from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner

from flows.files.outcome import FileOutcome, refused
from flows.inboxes.inbox import InboxFile
from flows.runs.job import process_logged
from flows.runs.opening import Opening
from flows.settings import Settings
from flows.version import plankoll_version
from models.failures import IntakeError

LIBRARIES = {"dask": ("prefect_dask", "distributed"), "ray": ("prefect_ray", "ray")}
"""What must be installed for a runner."""


class ClusterMissingError(Exception):
    """The libraries that the chosen runner needs are not installed."""

    def __init__(self, runner: str) -> None:
        super().__init__(runner)
        install = "pip install --require-hashes --no-build-isolation -r requirements/scale.txt"
        self.message_sv = (
            f"PLANKOLL_TASK_RUNNER={runner} kräver bibliotek som inte är installerade. Installera: {install}"
        )
        self.message_en = f"PLANKOLL_TASK_RUNNER={runner} needs libraries that are not installed. Install: {install}"

    def __str__(self) -> str:
        return f"{self.message_sv} / {self.message_en}"


class NoCommonServerError(Exception):
    """A standing cluster's workers cannot reach the server that is embedded in this program."""

    message_sv = (
        "PLANKOLL_CLUSTER kräver en Prefect-server som alla arbetare når: sätt PREFECT_API_URL till dess adress."
    )
    message_en = "PLANKOLL_CLUSTER needs a Prefect server that all workers reach: set PREFECT_API_URL to its address."

    def __str__(self) -> str:
        return f"{self.message_sv} / {self.message_en}"


class WorkerUnfitError(Exception):
    """A worker that would read files otherwise than this run's own program, or could not bound what they take."""

    def __init__(self, message_sv: str, message_en: str) -> None:
        super().__init__(message_sv, message_en)  # what it is made anew of where it is unpickled
        self.message_sv = message_sv
        self.message_en = message_en

    def __str__(self) -> str:
        return f"{self.message_sv} / {self.message_en}"


def runner_of(settings: Settings) -> TaskRunner[Any]:
    """What Prefect hands the files to. Raises ClusterMissingError, NoCommonServerError."""
    if settings.task_runner == "threads":
        return ThreadPoolTaskRunner(max_workers=settings.workers)
    if not all(find_spec(name) for name in LIBRARIES[settings.task_runner]):
        raise ClusterMissingError(settings.task_runner)
    if settings.cluster is not None and not PREFECT_API_URL.value():
        raise NoCommonServerError
    return _dask(settings) if settings.task_runner == "dask" else _ray(settings)


def _dask(settings: Settings) -> TaskRunner[Any]:
    import dask
    from prefect_dask.task_runners import DaskTaskRunner

    # a worker has processes of its own, which a daemon may not have
    dask.config.set({"distributed.worker.daemon": False})
    here = {
        "n_workers": settings.workers,
        "threads_per_worker": 1,
        "dashboard_address": None,
        # a worker that outlives the scheduler by a heartbeat tells so with a traceback; a file's fate is told by us
        "silence_logs": logging.CRITICAL,
    }
    runner: TaskRunner[Any] = DaskTaskRunner(
        address=settings.cluster, cluster_kwargs=None if settings.cluster is not None else here
    )
    return runner


def _ray(settings: Settings) -> TaskRunner[Any]:
    from prefect_ray import RayTaskRunner

    here = {"num_cpus": settings.workers, "include_dashboard": False, "log_to_driver": False}
    runner: TaskRunner[Any] = RayTaskRunner(
        address=settings.cluster, init_kwargs=None if settings.cluster is not None else here
    )
    return runner


@contextmanager
def server_for_all(settings: Settings) -> Iterator[None]:
    """Let a local cluster's workers tell the server that is embedded here, rather than start one each."""
    if settings.task_runner == "threads" or PREFECT_API_URL.value():
        yield
        return
    with get_client(sync_client=True) as client:
        address = str(client.api_url)
    with temporary_settings(updates={PREFECT_API_URL: address}):
        yield


def on_cluster() -> bool:
    """Within a flow: whether its files go to other machines, or processes that stand for them."""
    running = FlowRunContext.get()
    return running is not None and not isinstance(running.task_runner, ThreadPoolTaskRunner)


@dataclass(frozen=True)
class Errand:
    """What a worker is told of one file."""

    file: InboxFile
    settings: Settings
    run_id: str
    version: str
    """The run's own."""


def errand_of(file: InboxFile, opening: Opening) -> Errand:
    """With paths that mean the same in another folder, and without the secret address that messages go to."""
    passwords = opening.settings.passwords
    settings = opening.settings.model_copy(
        update={"notify": None, "passwords": passwords.absolute() if passwords is not None else None}
    )
    return Errand(replace(file, path=file.path.absolute()), settings, opening.run_id, opening.plan.marks.version)


def read_on_worker(errand: Errand) -> FileOutcome:
    """On a worker: take, read and understand one file. Raises WorkerUnfitError."""
    here = plankoll_version()
    if here != errand.version:
        raise WorkerUnfitError(
            f"En arbetare kör Plankoll {here}, men körningen {errand.version}. Installera samma version överallt.",
            f"A worker runs Plankoll {here}, but the run {errand.version}. Install the same version everywhere.",
        )
    if multiprocessing.current_process().daemon:
        raise WorkerUnfitError(
            "En arbetare får inte starta egna processer. Starta Dasks arbetare med "
            "DASK_DISTRIBUTED__WORKER__DAEMON=False.",
            "A worker may not start processes of its own. Start Dask's workers with "
            "DASK_DISTRIBUTED__WORKER__DAEMON=False.",
        )
    return process_logged(errand.file, errand.settings, errand.run_id)


def answer_of(future: PrefectFuture[Any], file: InboxFile, opening: Opening) -> FileOutcome:
    """What became of a file that was handed to a worker; a failure that may pass where its workers died.

    Raises WorkerUnfitError, and what the cluster itself stumbles on.
    """
    future.wait()
    state = future.state
    try:
        # Dask's runner leaves what befell a task in the future, and its last state on the server
        came = (state if state.is_final() else future).result(raise_on_failure=False)
    except Exception as error:  # noqa: BLE001 - told apart below
        came = error
    if isinstance(came, FileOutcome):
        return came.model_copy(update={"path": str(file.path)})
    assert isinstance(came, Exception)
    if isinstance(came, _deaths(opening.settings.task_runner)):
        return _worker_died(file, opening.run_id)
    raise came


def _deaths(runner: str) -> tuple[type[Exception], ...]:
    """What a cluster says of a task whose workers died, and that it has given up."""
    match runner:
        case "dask":
            from distributed import KilledWorker

            return (KilledWorker,)
        case "ray":
            from ray.exceptions import NodeDiedError, OutOfMemoryError, WorkerCrashedError

            return (WorkerCrashedError, NodeDiedError, OutOfMemoryError)
        case _:
            return ()


def _worker_died(file: InboxFile, run_id: str) -> FileOutcome:
    error = IntakeError(
        "read",
        "worker_died",
        "Flera av klustrets arbetare dog medan filen lästes. Den prövas igen i nästa körning; sänk annars gränsen för "
        "minne (PLANKOLL_MEMORY_PER_FILE).",
        "Several of the cluster's workers died while the file was being read. It is tried again in the next run; else "
        "lower the limit of memory (PLANKOLL_MEMORY_PER_FILE).",
    )
    return FileOutcome(
        path=str(file.path),
        source_name=file.source_name,
        sha256=file.sha256,
        failure=refused(error, file.source_name, file.sha256, run_id),
        passing=True,
    )
