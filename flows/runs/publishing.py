"""A run's last step: the next snapshot, and what follows on it."""

import importlib.metadata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import polars as pl

from flows.files.outcome import FileOutcome
from flows.inboxes.known_files import Plan
from flows.inboxes.putting_away import put_away
from flows.runs.checking import Checked
from flows.runs.copying import copy_snapshot
from flows.runs.opening import Opening
from flows.trouble import Trouble
from flows.version import plankoll_version
from models.rows import Code, Document, Failure, Finding
from models.schema import to_frame, to_rows
from outputs.dcat import write_catalogue
from outputs.merge import (
    Outcome,
    assemble,
)
from outputs.run_report import RunReport
from outputs.snapshot import CurrentTables, publish, retire
from outputs.verdicts import keep_up, read_verdicts

LIBRARIES = ("pdfplumber", "pdfminer.six", "pypdfium2", "spacy", "polars", "pydantic")
"""What a run records the versions of: the libraries that its rows depend on."""


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
