"""A run, step by step: open, process the files, check, publish. Plain functions; the flow adds Prefect.

with dataset_lock(settings.dataset):
    opening = open_run(paths, settings)
    outcomes = [process_file(file.path, settings, opening.run_id) for file in opening.to_read]
    checked = check_run(opening, outcomes)
    result = publish_run(opening, checked)
"""

import importlib.metadata
import logging
import time
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import polars as pl

from checks.rulings import NO_RULINGS, Rulings
from flows.inbox import Inbox, InboxFile, gather
from flows.outcome import FileOutcome
from flows.progress import Listener
from flows.ruled import rulings_of
from flows.settings import Settings
from flows.stages import process_file
from flows.version import plankoll_version
from models.rows import Code, Document, Evidence, Failure, FileRows, Finding, Run
from outputs.dcat import write_catalogue
from outputs.lock import dataset_lock
from outputs.merge import FILE_TABLES, Outcome, assemble, file_frames, merge_files
from outputs.run_report import RunReport, new_run_id
from outputs.snapshot import publish, read_current, retire
from outputs.sources import read_sources, write_sources
from outputs.verdicts import keep_up, read_verdicts

LIBRARIES = ("pdfplumber", "pdfminer.six", "pypdfium2", "spacy", "polars", "pydantic")
"""What a run records the versions of: the libraries that its rows depend on."""

_log = logging.getLogger("plankoll")


class NothingToReadError(Exception):
    """No file stands at the paths given."""

    message_sv = "Inget att läsa: ingen PDF-fil finns där. Ange en fil, eller en mapp med PDF-filer."
    message_en = "Nothing to read: no PDF file is there. Name a file, or a folder with PDF files."

    def __str__(self) -> str:
        return f"{self.message_sv} / {self.message_en}"


@dataclass(frozen=True)
class Opening:
    """What a run starts from."""

    run_id: str
    started: datetime
    settings: Settings
    before: Mapping[str, pl.DataFrame]
    """The current snapshot's tables; empty where there is none."""
    sources: Mapping[str, str]
    """SHA-256 of each source path when it was last taken in."""
    inbox: Inbox
    to_read: tuple[InboxFile, ...]
    unchanged: tuple[InboxFile, ...]
    """Files that the current snapshot holds, read by this very version: their rows are taken over."""
    rulings: Rulings


@dataclass(frozen=True)
class Checked:
    """All that the next snapshot holds, save the run's own row."""

    outcomes: tuple[FileOutcome, ...]
    files: Mapping[str, pl.DataFrame]
    findings: tuple[Finding, ...]
    evidence: tuple[Evidence, ...]
    check_seconds: float


@dataclass(frozen=True)
class RunResult:
    """A run that was published."""

    report: RunReport
    snapshot: Path
    frames: Mapping[str, pl.DataFrame]
    outcomes: tuple[FileOutcome, ...]
    inbox: Inbox
    unchanged: tuple[InboxFile, ...]

    @property
    def n_failed(self) -> int:
        return self.report.files_failed

    @property
    def n_partly(self) -> int:
        """Files of which a part could not be read; the rest is in the dataset."""
        return sum(outcome.unread is not None for outcome in self.outcomes)

    @property
    def n_taken(self) -> int:
        """Files whose rows are in the dataset."""
        return len(self.outcomes) + len(self.unchanged) - self.n_failed


def open_run(paths: Iterable[Path], settings: Settings, *, reread: bool = False) -> Opening:
    """Find the files and what is known of them. Raises NothingToReadError, RulingsError, VerdictFileError.

    reread: read also the files that the dataset holds unchanged.
    """
    started = datetime.now(UTC)
    inbox = gather(paths, settings.limits)
    if not inbox.files:
        raise NothingToReadError
    rulings = rulings_of(settings)
    read_verdicts(settings.verdicts)  # a file that cannot be read is said now, not when everything has been read
    before = read_current(settings.dataset)
    known = set() if reread or not before else _read_by_this_version(before)
    return Opening(
        run_id=new_run_id(started),
        started=started,
        settings=settings,
        before=before,
        sources=read_sources(settings.dataset),
        inbox=inbox,
        to_read=tuple(f for f in inbox.files if (f.source_name, f.sha256) not in known),
        unchanged=tuple(f for f in inbox.files if (f.source_name, f.sha256) in known),
        rulings=rulings,
    )


def process_files(opening: Opening, listener: Listener) -> tuple[FileOutcome, ...]:
    """Take, read and understand the files, several at a time, without Prefect; in the inbox's order."""

    def process(file: InboxFile) -> FileOutcome:
        listener.begun(file.source_name)
        outcome = process_logged(file, opening)
        listener.ended(outcome)
        return outcome

    with ThreadPoolExecutor(opening.settings.workers) as pool:
        return tuple(pool.map(process, opening.to_read))


def process_logged(file: InboxFile, opening: Opening) -> FileOutcome:
    """Process one file; the traceback of what was not foreseen goes to the log, at debug level."""
    outcome = process_file(file.path, opening.settings, opening.run_id)
    if outcome.detail is not None:
        _log.debug("%s\n%s", outcome.path, outcome.detail)
    return outcome


def check_run(opening: Opening, outcomes: Sequence[FileOutcome]) -> Checked:
    """Join what was read now with what stays from before, and check all of it."""
    begun = time.monotonic()
    now = file_frames((o.rows for o in outcomes if o.rows is not None), opening.run_id)
    files = merge_files(opening.before, now, replaced=_replaced(opening, outcomes))
    findings, evidence = check([rows_of(files)], opening.rulings)
    return Checked(
        outcomes=tuple(outcomes),
        files=files,
        findings=tuple(findings),
        evidence=tuple(evidence),
        check_seconds=time.monotonic() - begun,
    )


def check(files: Iterable[FileRows], rulings: Rulings = NO_RULINGS) -> tuple[list[Finding], list[Evidence]]:
    """What does not add up in these rows, and what that rests on."""
    from checks import CheckInput, run_checks
    from corpus.registry import load_registry

    return run_checks(CheckInput.from_file_rows(files, load_registry()), rulings=rulings)


def publish_run(opening: Opening, checked: Checked) -> RunResult:
    """Write the next snapshot and make it the current one. The caller holds the dataset's lock.

    Raises VerdictFileError, before anything is written, where the reviewer's file cannot be read.
    """
    from corpus.registry import load_codebook

    failures = distinct(f for o in checked.outcomes for f in (o.failure, o.unread) if f is not None)
    report = RunReport(
        run_id=opening.run_id,
        started=opening.started,
        finished=datetime.now(UTC),
        version=plankoll_version(),
        files_seen=opening.inbox.n_seen,
        files_new=sum(outcome.rows is not None for outcome in checked.outcomes),
        files_failed=sum(outcome.failure is not None for outcome in checked.outcomes),
        libraries={name: importlib.metadata.version(name) for name in LIBRARIES},
        durations=_durations(checked),
    )
    codes = tuple(
        Code(code_kind=each.kind, code=each.code, name_sv=each.name_sv, name_en=each.name_en)
        for each in load_codebook().entries
    )
    verdicts = read_verdicts(opening.settings.verdicts)
    outcome = Outcome(report, checked.findings, checked.evidence, failures, verdicts, codes)
    frames = assemble(opening.before, checked.files, outcome)
    snapshot = publish(opening.settings.dataset, frames, report)
    if opening.settings.publisher is not None:
        write_catalogue(opening.settings.dataset, snapshot, opening.settings.publisher)
    keep_up(opening.settings.verdicts, frames[Finding.table_name], frames[Document.table_name])
    write_sources(opening.settings.dataset, _sources_now(opening, checked.outcomes))
    retire(opening.settings.dataset, opening.settings.retention)
    return RunResult(report, snapshot, frames, checked.outcomes, opening.inbox, opening.unchanged)


def run_plain(paths: Sequence[Path], settings: Settings, listener: Listener, *, reread: bool = False) -> RunResult:
    """The whole run without Prefect.

    Raises NothingToReadError, DatasetLockedError, DatasetUnreadableError.
    """
    with dataset_lock(settings.dataset):
        opening = open_run(paths, settings, reread=reread)
        listener.opened(opening.inbox, len(opening.to_read))
        outcomes = process_files(opening, listener)
        return publish_run(opening, check_run(opening, outcomes))


def rows_of(frames: Mapping[str, pl.DataFrame]) -> FileRows:
    """The rows of all files from the frames that hold them."""
    return FileRows.model_validate(
        {row_type.table_name: frames[row_type.table_name].to_dicts() for row_type in FILE_TABLES}
    )


def distinct(failures: Iterable[Failure]) -> tuple[Failure, ...]:
    """Failures with keys of their own: the same file name from two folders is told once for each trouble."""
    by_key = {(f.source_name, f.source_sha256, f.stage): f for f in failures}
    return tuple(by_key.values())


def _read_by_this_version(before: Mapping[str, pl.DataFrame]) -> set[tuple[str, str | None]]:
    """Name and SHA-256 of the files in the snapshot whose rows this very version would give again.

    A file of which a part could not be read is not among them: OCR may have been installed since.
    """
    runs = before[Run.table_name].filter(pl.col("version") == plankoll_version())
    whole = before[Document.table_name].join(before[Failure.table_name], on="source_sha256", how="anti")
    documents = whole.join(runs, on="run_id", how="semi")
    return set(documents.select("source_name", "source_sha256").iter_rows())


def _replaced(opening: Opening, outcomes: Sequence[FileOutcome]) -> list[str]:
    """SHA-256 of earlier contents of files that now hold other bytes, where no other file holds them still.

    A namesake in another folder is another file: both stay.
    """
    taken = {outcome.path: outcome.sha256 for outcome in outcomes if outcome.rows is not None}
    now = _sources_now(opening, outcomes)
    still = set(now.values())
    replaced = [
        earlier
        for path, sha256 in taken.items()
        if (earlier := opening.sources.get(_source_key(Path(path)))) is not None
        and earlier != sha256
        and earlier not in still
    ]
    return list(dict.fromkeys(replaced))


def _sources_now(opening: Opening, outcomes: Sequence[FileOutcome]) -> dict[str, str]:
    """Content by source path as it is after this run: what was known, and what was taken in or met again now."""
    sources = dict(opening.sources)
    for file in opening.unchanged:
        if file.sha256 is not None:
            sources[_source_key(file.path)] = file.sha256
    for outcome in outcomes:
        if outcome.rows is not None and outcome.sha256 is not None:
            sources[_source_key(Path(outcome.path))] = outcome.sha256
    return sources


def _source_key(path: Path) -> str:
    return str(path.resolve())


def _durations(checked: Checked) -> dict[str, float]:
    """Seconds per stage, summed over the files."""
    durations: dict[str, float] = {}
    for outcome in checked.outcomes:
        for stage, seconds in outcome.seconds.items():
            durations[stage] = durations.get(stage, 0.0) + seconds
    durations["check"] = checked.check_seconds
    return {stage: round(seconds, 3) for stage, seconds in durations.items()}
