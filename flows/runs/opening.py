"""What a run starts from: its files, what is known of them, and the last snapshot."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import polars as pl

from checks.rulings import Rulings
from flows.inboxes.inbox import Inbox, InboxFile, gather
from flows.inboxes.known_files import Known, Plan, plan_run
from flows.inboxes.known_hashes import KnownHashes
from flows.inboxes.object_inbox import ObjectInbox, fetch, local_path
from flows.inboxes.source_lists import SOURCES
from flows.inboxes.whereabouts import keep_folders
from flows.runs.ruled import rulings_of
from flows.settings import Settings
from flows.version import checks_version
from models.rows import Run
from outputs.run_report import new_run_id
from outputs.snapshot import CurrentTables
from outputs.verdicts import read_verdicts

HASHES = ".hashes.json"
"""Beside the snapshots: what flows.inboxes.known_hashes keeps."""


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
    plan: Plan
    rulings: Rulings
    checks: str
    """A mark of the checks' code and rulings."""
    drop_retired: bool
    hashes: KnownHashes
    fetched: tuple[ObjectInbox, ...]
    """Those of the inboxes that lie elsewhere."""

    @property
    def inbox(self) -> Inbox:
        return self.plan.inbox

    @property
    def to_read(self) -> tuple[InboxFile, ...]:
        return self.plan.to_read

    @property
    def mark(self) -> str:
        """Of the version and settings that this run reads with."""
        return f"{self.plan.marks.version} {self.plan.marks.limits}"

    @property
    def is_idle(self) -> bool:
        """True where neither files nor checks have changed: the last snapshot's rows and findings hold."""
        if self.plan.changes_rows or self.drop_retired or not self.before:
            return False
        runs = self.before[Run.table_name]
        return not runs.is_empty() and runs.sort("run_id")["checks"][-1] == self.checks


def open_run(
    paths: Iterable[str | Path], settings: Settings, *, reread: bool = False, drop_retired: bool = False
) -> Opening:
    """Find the files and what is known of them; those of an inbox elsewhere are fetched.

    Raises NothingToReadError, StorageError, RulingsError, VerdictFileError.

    reread: read also the files that the dataset holds unchanged. drop_retired: let the rows of files that are gone go.
    """
    started = datetime.now(UTC)
    hashes = KnownHashes(settings.dataset / HASHES)
    here, fetched = _brought_here(paths, settings)
    refused = {path: why for each in fetched for path, why in each.refused.items()}
    inbox = gather(here, settings.limits, hashes, follow_links=settings.follow_links, refused=refused)
    if not inbox.files:
        raise NothingToReadError
    hashes.save()
    keep_folders(settings.dataset, {file.folder for file in inbox.all_files})
    rulings = rulings_of(settings)
    # what cannot be read is said now, not when everything else has been
    settings.demand_passwords()
    read_verdicts(settings.verdicts)
    current = CurrentTables(settings.dataset)
    plan = plan_run(inbox, Known.from_frames(current), settings, reread=reread)
    opening = Opening(
        run_id=new_run_id(started),
        started=started,
        settings=settings,
        before=current,
        plan=plan,
        rulings=rulings,
        checks=f"{checks_version()}{hashlib.sha256(repr(rulings).encode()).hexdigest()[:8]}",
        drop_retired=drop_retired,
        hashes=hashes,
        fetched=tuple(fetched),
    )
    if not opening.is_idle:
        dict(current)  # a damaged table is said now, not when everything has been read
    return opening


def _brought_here(paths: Iterable[str | Path], settings: Settings) -> tuple[list[Path], list[ObjectInbox]]:
    """The paths of this machine to read, in the order given; and the inboxes that were fetched to some of them."""
    here: list[Path] = []
    fetched: list[ObjectInbox] = []
    for given in paths:
        path = local_path(given)
        if path is None:
            inbox = fetch(str(given), settings.inboxes, settings.limits, names=(SOURCES,))
            fetched.append(inbox)
            here += [] if inbox.is_empty else [inbox.folder]
        else:
            here.append(path)
    return here, fetched
