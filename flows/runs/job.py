"""A run, step by step: open, process the files, check, publish. Plain functions; the flow adds Prefect.

with dataset_lock(settings.dataset):
    opening = open_run(paths, settings)
    with journal_of(settings.dataset, opening.mark) as journal:
        outcomes = process_files(opening, listener, journal)
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
from flows.files.carried import with_attachments
from flows.files.outcome import FileOutcome, failed
from flows.files.stages import process_file
from flows.inboxes.attached_files import rows_read, with_attached
from flows.inboxes.inbox import InboxFile
from flows.inboxes.known_files import Plan, files_now, replaced, retired
from flows.inboxes.putting_away import Move, moves_of, put_away, rows_after
from flows.inboxes.source_lists import origins_of
from flows.runs.copying import copy_snapshot
from flows.runs.journal import Journal, journal_of
from flows.runs.opening import Opening, open_run
from flows.runs.progress import Listener
from flows.runs.resuming import remaining
from flows.settings import Settings
from flows.trouble import Trouble
from flows.version import plankoll_version
from models.rows import Code, Document, Evidence, Failure, FileRows, Finding, SourceFile
from models.schema import to_frame, to_rows
from outputs.dcat import write_catalogue
from outputs.lock import dataset_lock
from outputs.merge import (
    FILE_TABLES,
    Outcome,
    assemble,
    file_frames,
    in_use,
    merge_files,
    with_retired,
    with_same_text,
)
from outputs.run_report import RunReport
from outputs.snapshot import CurrentTables, publish, retire
from outputs.verdicts import keep_up, read_verdicts

LIBRARIES = ("pdfplumber", "pdfminer.six", "pypdfium2", "spacy", "polars", "pydantic")
"""What a run records the versions of: the libraries that its rows depend on."""

KEPT = frozenset({t.table_name for t in FILE_TABLES if t is not Document} | {Evidence.table_name})
"""Tables that a run which changes nothing need not write again; the others tell of the run or are small."""

_log = logging.getLogger("plankoll")


@dataclass(frozen=True)
class Checked:
    """All that the next snapshot holds, save the run's own row."""

    outcomes: tuple[FileOutcome, ...]
    files: Mapping[str, pl.DataFrame]
    """The tables that reading fills."""
    known: tuple[SourceFile, ...]
    findings: tuple[Finding, ...]
    evidence: tuple[Evidence, ...]
    check_seconds: float
    kept: Mapping[str, int]
    """Tables that are just as they were, with their numbers of rows."""
    unclear: tuple[Failure, ...] = ()
    """What was not understood of the lists of the files' sources."""
    moves: tuple[Move, ...] = ()
    """The files to put away when the snapshot is published, which tells where they will lie."""


@dataclass(frozen=True)
class RunResult:
    """A run that was published."""

    report: RunReport
    snapshot: Path
    frames: Mapping[str, pl.DataFrame]
    outcomes: tuple[FileOutcome, ...]
    plan: Plan
    unclear: int = 0
    """Lists of the files' sources that were not understood in full."""
    troubles: tuple[Trouble, ...] = ()
    """What went wrong when the snapshot had been published."""

    @property
    def is_whole(self) -> bool:
        """Whether all was taken in, and all was done that was to be done after it."""
        return not (self.n_failed or self.n_partly or self.unclear or self.troubles)

    @property
    def n_failed(self) -> int:
        """Files that are not in the dataset, those too that were given up before."""
        return self.report.files_failed

    @property
    def n_partly(self) -> int:
        """Files of which a part could not be read; the rest is in the dataset."""
        return sum(bool(outcome.left_out) for outcome in self.outcomes)

    @property
    def n_taken(self) -> int:
        """Files whose rows are in the dataset."""
        return len(self.plan.inbox.files) - self.n_failed


def process_files(opening: Opening, listener: Listener, journal: Journal) -> tuple[FileOutcome, ...]:
    """Take, read and understand the files, several at a time, without Prefect; in the inbox's order."""
    left = remaining(opening, journal)
    outcomes = dict(left.done)
    for file, outcome in left.done:
        listener.begun(file.source_name)
        listener.ended(outcome)

    def process(file: InboxFile) -> FileOutcome:
        listener.begun(file.source_name)
        journal.begun(file)
        outcome = process_logged(file, opening.settings, opening.run_id)
        journal.ended(file, outcome)
        listener.ended(outcome)
        return outcome

    for files, at_once in ((left.together, opening.settings.workers), (left.alone, 1)):
        with ThreadPoolExecutor(at_once) as pool:
            outcomes |= zip(files, pool.map(process, files), strict=True)
    return tuple(outcomes[file] for file in opening.to_read)


def process_logged(file: InboxFile, settings: Settings, run_id: str) -> FileOutcome:
    """Process one file and what it carries; the traceback of what was not foreseen goes to the log, at debug level."""
    if file.refused is not None:
        return failed(file.refused, "take", FileOutcome(path=str(file.path), source_name=file.source_name), run_id)
    outcome = with_attachments(process_file(file.path, settings, run_id), file.path, settings, run_id)
    if outcome.detail is not None:
        _log.debug("%s\n%s", outcome.path, outcome.detail)
    return outcome.model_copy(update={"path": str(file.path)})


def check_run(opening: Opening, outcomes: Sequence[FileOutcome]) -> Checked:
    """Join what was read now with what stays from before, and check all of it that is still there.

    Where nothing has changed, neither files nor checks, what the last snapshot says is taken over.
    """
    begun = time.monotonic()
    before = opening.before
    forget = [row.file_id for row in opening.plan.known.by_place.values() if row.retired_since is not None]
    known = files_now(
        opening.plan, outcomes, opening.run_id, opening.started, forget=forget if opening.drop_retired else ()
    )
    origins = origins_of(known, opening.plan, opening.fetched, opening.run_id)
    known = with_attached(origins.rows, opening.plan, outcomes, opening.run_id)
    moves = moves_of(opening.plan, known, opening.run_id) if opening.settings.after == "move" else ()
    kept: dict[str, int] = {}
    if opening.is_idle and isinstance(before, CurrentTables):
        kept = {name: n for name, n in before.keepable().items() if name in KEPT}
        files: Mapping[str, pl.DataFrame] = {
            t.table_name: before[t.table_name] for t in FILE_TABLES if t.table_name not in kept
        }
        findings = to_rows(Finding, before[Finding.table_name])
        evidence = () if Evidence.table_name in kept else to_rows(Evidence, before[Evidence.table_name])
    else:
        now = file_frames(rows_read(outcomes, opening.plan, known, opening.run_id), opening.run_id)
        merged = merge_files(before, now, replaced=replaced(opening.plan, known))
        files = with_same_text(with_retired(merged, retired(known)))
        found, rests_on = check([rows_of(in_use(files))], opening.rulings)
        findings, evidence = tuple(found), tuple(rests_on)
    return Checked(
        outcomes=tuple(outcomes),
        files=files,
        known=rows_after(known, moves),
        unclear=origins.failures,
        findings=findings,
        evidence=evidence,
        check_seconds=time.monotonic() - begun,
        kept=kept,
        moves=moves,
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

    plan = opening.plan
    given_up = to_rows(Failure, _still_failing(opening))
    failures = distinct(
        (*given_up, *checked.unclear, *(f for o in checked.outcomes for f in (o.failure, *o.left_out) if f is not None))
    )
    lies_in = {move.file.file_id: move.to.file_id for move in checked.moves}
    here = {lies_in.get(file.file_id, file.file_id) for file in plan.inbox.files}
    report = RunReport(
        run_id=opening.run_id,
        started=opening.started,
        finished=datetime.now(UTC),
        version=plankoll_version(),
        files_seen=opening.inbox.n_seen,
        files_new=sum(outcome.rows is not None for outcome in checked.outcomes),
        files_failed=sum(row.status == "failed" and row.file_id in here for row in checked.known),
        libraries={name: importlib.metadata.version(name) for name in LIBRARIES},
        durations=_durations(checked),
        reasons=plan.counts,
        checks=opening.checks,
    )
    codes = tuple(
        Code(code_kind=each.kind, code=each.code, name_sv=each.name_sv, name_en=each.name_en)
        for each in load_codebook().entries
    )
    verdicts = read_verdicts(opening.settings.verdicts)
    outcome = Outcome(report, checked.findings, checked.evidence, failures, verdicts, codes, checked.known)
    frames = assemble(opening.before, checked.files, outcome, checked.kept)
    snapshot = publish(opening.settings.dataset, frames, report, checked.kept)
    if opening.settings.publisher is not None:
        write_catalogue(opening.settings.dataset, snapshot, opening.settings.publisher)
    keep_up(opening.settings.verdicts, frames[Finding.table_name], frames[Document.table_name])
    retire(opening.settings.dataset, opening.settings.retention)
    copy_to = opening.settings.copy_to
    troubles = copy_snapshot(snapshot, copy_to, opening.settings.retention) if copy_to is not None else ()
    troubles += put_away(checked.moves, opening.fetched, opening.hashes, opening.settings)
    return RunResult(
        report=report,
        snapshot=snapshot,
        frames=CurrentTables(opening.settings.dataset),
        outcomes=checked.outcomes,
        plan=plan,
        unclear=len(checked.unclear),
        troubles=troubles,
    )


def run_plain(
    paths: Sequence[str | Path],
    settings: Settings,
    listener: Listener,
    *,
    reread: bool = False,
    drop_retired: bool = False,
) -> RunResult:
    """The whole run without Prefect, over files, folders and URLs of folders.

    Raises NothingToReadError, StorageError, DatasetLockedError, DatasetUnreadableError.
    """
    with dataset_lock(settings.dataset):
        opening = open_run(paths, settings, reread=reread, drop_retired=drop_retired)
        listener.opened(opening.inbox, len(opening.to_read), opening.plan.counts)
        with journal_of(settings.dataset, opening.mark) as journal:
            outcomes = process_files(opening, listener, journal)
            result = publish_run(opening, check_run(opening, outcomes))
            journal.clear()
        return result


def rows_of(frames: Mapping[str, pl.DataFrame]) -> FileRows:
    """The rows of all files from the frames that hold them; made one after another, for there may be millions."""
    return FileRows(**{each.table_name: to_rows(each, frames[each.table_name]) for each in FILE_TABLES})


def distinct(failures: Iterable[Failure]) -> tuple[Failure, ...]:
    """Failures with keys of their own: the same file name from two folders is told once for each trouble."""
    by_key = {(f.source_name, f.source_sha256, f.stage): f for f in failures}
    return tuple(by_key.values())


def _still_failing(opening: Opening) -> pl.DataFrame:
    """What the last snapshot says of files that are not tried again."""
    known = opening.plan.known
    given_up = {(file.source_name, file.sha256) for file in opening.plan.given_up}
    for file in opening.plan.given_up:
        attached = known.attached.get(known.by_content[file.sha256].file_id, ()) if file.sha256 is not None else ()
        given_up |= {(row.source_name, row.source_sha256) for row in attached}
    if not given_up:
        return to_frame(Failure, ())
    failures = opening.before[Failure.table_name]
    named = pl.DataFrame(sorted(given_up), schema=["source_name", "source_sha256"], orient="row")
    return failures.join(named, on=["source_name", "source_sha256"], how="semi", maintain_order="left")


def _durations(checked: Checked) -> dict[str, float]:
    """Seconds per stage, summed over the files."""
    durations: dict[str, float] = {}
    for outcome in (each for read in checked.outcomes for each in (read, *read.attachments)):
        for stage, seconds in outcome.seconds.items():
            durations[stage] = durations.get(stage, 0.0) + seconds
    durations["check"] = checked.check_seconds
    return {stage: round(seconds, 3) for stage, seconds in durations.items()}
