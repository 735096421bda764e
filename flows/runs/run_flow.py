"""The run as a Prefect flow: one task per file, then check, then publish.

Uses the server at PREFECT_API_URL where that is set, else Prefect's embedded one. The flow adds
retries, concurrency, a log and a state to the steps of flows.runs.job, and nothing else. Its
final state is Completed, Completed by the name CompletedWithFailures, or Failed where no file
could be taken in.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar, cast

import httpx
from prefect import flow, get_client, task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State, TaskRun
from prefect.futures import PrefectFuture, as_completed
from prefect.states import Completed, Failed
from prefect.tasks import Task
from prefect.utilities.annotations import quote

from flows.files.outcome import FileOutcome
from flows.inboxes.inbox import InboxFile
from flows.runs.aftermath import follow_up
from flows.runs.checking import Checked, check_run
from flows.runs.cluster import Errand, answer_of, errand_of, on_cluster, read_on_worker, runner_of, server_for_all
from flows.runs.job import process_logged
from flows.runs.journal import Journal, journal_of
from flows.runs.listening import heard_by, who_listens
from flows.runs.news import told_if_it_fails
from flows.runs.opening import Opening, open_run
from flows.runs.prefect_history import forget_old_runs
from flows.runs.progress import Listener
from flows.runs.publishing import RunResult, publish_run
from flows.runs.resuming import remaining
from flows.settings import Settings
from outputs.lock import dataset_lock

SOME_FAILED = "CompletedWithFailures"
"""The state of a run that published what it could."""

T = TypeVar("T")


class NoServerError(Exception):
    """Prefect's server, embedded or standing, does not answer."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.message_sv = f"Prefects server svarar inte ({reason}). Kontrollera PREFECT_API_URL, eller kör med --plain."
        self.message_en = f"Prefect's server does not answer ({reason}). Check PREFECT_API_URL, or run with --plain."

    def __str__(self) -> str:
        return f"{self.message_sv} / {self.message_en}"


def run_with_prefect(
    paths: Sequence[str | Path],
    settings: Settings,
    listener: Listener,
    *,
    reread: bool = False,
    drop_retired: bool = False,
) -> RunResult:
    """The whole run as a flow. Raises NoServerError, ClusterMissingError, and what flows.runs.job.run_plain raises."""
    _demand_server()
    try:
        whole_run = take_in.with_options(task_runner=runner_of(settings))
        with heard_by(listener), server_for_all(settings):
            state = whole_run(
                **parameters_of(paths, settings), reread=reread, drop_retired=drop_retired, return_state=True
            )
        forget_old_runs(take_in.name)
    except httpx.TransportError as error:
        raise NoServerError(f"{type(error).__name__}: {error}") from error
    result: Any = state.result(raise_on_failure=False)
    if isinstance(result, quote):
        result = result.unquote()
    if isinstance(result, httpx.TransportError):
        raise NoServerError(f"{type(result).__name__}: {result}") from result
    if isinstance(result, BaseException):
        raise result
    assert isinstance(result, RunResult)
    return result


def parameters_of(paths: Sequence[str | Path], settings: Settings) -> dict[str, Any]:
    """A run's parameters as Prefect's server keeps them: without the address that messages go to, which is a secret."""
    chosen = settings.model_dump(mode="json", exclude={"notify"}, exclude_none=True)
    return {"paths": [str(path) for path in paths], "settings": chosen}


@flow(name="plankoll", validate_parameters=False, persist_result=False)
def take_in(
    paths: list[str], settings: dict[str, Any] | None = None, *, reread: bool = False, drop_retired: bool = False
) -> State[RunResult]:
    """Take in the files at `paths`, URLs among them, and publish the next snapshot of the dataset.

    settings: as flows.settings.Settings; what is left out comes from the environment.
    reread: read also what the dataset holds unchanged. drop_retired: let the rows of files that are gone go.
    """
    chosen = Settings(**(settings or {}))
    listener = who_listens()
    with told_if_it_fails(chosen), dataset_lock(chosen.dataset):
        opening = open_run(paths, chosen, reread=reread, drop_retired=drop_retired)
        listener.opened(opening.inbox, len(opening.to_read), opening.plan.counts)
        with journal_of(chosen.dataset, opening.mark) as journal:
            outcomes = _outcomes(opening, listener, journal)
            checked = check_all(_unvisited(opening), _unvisited(outcomes))
            result = publish_all(_unvisited(opening), _unvisited(checked))
            journal.clear()
    follow_up(result, chosen)
    return _final_state(result)


def _may_pass(_task: Task[..., Any], _run: TaskRun, state: State[Any]) -> bool:
    """A retry can help against a crash or a system error; a bad PDF stays bad."""
    return isinstance(state.data, FileOutcome) and state.data.passing


_reading = task(
    name="take, read, understand",
    retries=1,
    retry_delay_seconds=2,
    retry_condition_fn=_may_pass,
    cache_policy=NO_CACHE,
    persist_result=False,
)


@_reading
def process_one(
    file: InboxFile, opening: Opening, listener: Listener, journal: Journal
) -> FileOutcome | State[FileOutcome]:
    """Take, read and understand one file. Its failure fails this task, not the run."""
    listener.begun(file.source_name)
    journal.begun(file)
    outcome = process_logged(file, opening.settings, opening.run_id)
    journal.ended(file, outcome)
    return _as_state(outcome)


@_reading
def process_on_worker(errand: Errand) -> FileOutcome | State[FileOutcome]:
    """The same on a worker of a cluster, which has neither the run's journal nor its terminal."""
    return _as_state(read_on_worker(errand))


def _as_state(outcome: FileOutcome) -> FileOutcome | State[FileOutcome]:
    if outcome.failure is not None:
        return Failed(message=f"{outcome.failure.error}: {outcome.failure.message}", data=outcome)
    return outcome


@task(name="check", cache_policy=NO_CACHE, persist_result=False)
def check_all(opening: Opening, outcomes: tuple[FileOutcome, ...]) -> Checked:
    """Check the rows of all files."""
    return check_run(opening, outcomes)


@task(name="publish", cache_policy=NO_CACHE, persist_result=False)
def publish_all(opening: Opening, checked: Checked) -> RunResult:
    """Publish the next snapshot."""
    return publish_run(opening, checked)


def _outcomes(opening: Opening, listener: Listener, journal: Journal) -> tuple[FileOutcome, ...]:
    """The files' outcomes in the inbox's order; each is told of as it comes."""
    left = remaining(opening, journal)
    told = dict(left.done)
    for file, outcome in left.done:
        listener.begun(file.source_name)
        listener.ended(outcome)
    far = on_cluster()
    for files in (left.together, *((file,) for file in left.alone)):
        futures = {
            (_handed_out(file, opening) if far else _begun_here(file, opening, listener, journal)): file
            for file in files
        }
        for future in as_completed(list(futures)):
            file = futures[future]
            told[file] = answer_of(future, file, opening)
            if far:
                journal.ended(file, told[file])
                listener.begun(file.source_name)
            listener.ended(told[file])
    return tuple(told[file] for file in opening.to_read)


def _begun_here(file: InboxFile, opening: Opening, listener: Listener, journal: Journal) -> PrefectFuture[Any]:
    named = process_one.with_options(task_run_name=_called(file.source_name))
    return named.submit(_unvisited(file), _unvisited(opening), _unvisited(listener), _unvisited(journal))


def _handed_out(file: InboxFile, opening: Opening) -> PrefectFuture[Any]:
    """A file that no run of this machine can die of: the journal does not hear that it was begun."""
    named = process_on_worker.with_options(task_run_name=_called(file.source_name))
    return named.submit(errand_of(file, opening))


def _called(name: str) -> Callable[[], str]:
    """A name as Prefect takes it without reading braces in it as a template."""

    def said() -> str:
        return name

    return said


def _unvisited(value: T) -> T:
    """Keep Prefect from searching thousands of rows for other tasks' results."""
    return cast(T, quote(value))


def _final_state(result: RunResult) -> State[RunResult]:
    said = (
        f"{result.n_taken} files in the dataset, {result.n_failed} not taken in, "
        f"{result.n_partly} only in part; {result.snapshot}"
    )
    data = _unvisited(result)
    if result.n_taken == 0:
        return Failed(message=said, data=data)
    return Completed(name="Completed" if result.is_whole else SOME_FAILED, message=said, data=data)


def _demand_server() -> None:
    """Start the embedded server, or reach the standing one."""
    try:
        with get_client(sync_client=True) as client:
            trouble = client.api_healthcheck()
    except RuntimeError as error:
        raise NoServerError(str(error)) from error
    if trouble is not None:
        raise NoServerError(f"{type(trouble).__name__}: {trouble}") from trouble
