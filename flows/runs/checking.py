"""A run's second step: what was read now joined with what stays from before, and all of it checked."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from flows.files.outcome import FileOutcome
from flows.inboxes.attached_files import rows_read, with_attached
from flows.inboxes.files_now import files_now, replaced, retired
from flows.inboxes.putting_away import Move, moves_of, rows_after
from flows.inboxes.source_lists import origins_of
from flows.runs.checks_apart import checked
from flows.runs.opening import Opening
from models.rows import Document, Evidence, Failure, Finding, SourceFile
from models.schema import to_rows
from outputs.merge import (
    FILE_TABLES,
    file_frames,
    in_use,
    merge_files,
    with_retired,
    with_same_text,
)
from outputs.snapshot import CurrentTables

KEPT = frozenset({t.table_name for t in FILE_TABLES if t is not Document} | {Evidence.table_name})
"""Tables that a run which changes nothing need not write again; the others tell of the run or are small."""


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
        found, rests_on = checked(in_use(files), opening.rulings, opening.settings.processes_of_checks)
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
