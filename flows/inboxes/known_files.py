"""What is known of the files that a run was given: which it must read, why, and what became of each.

A file's rows depend on its bytes, on the code and libraries that read it (flows.version) and, where pages are pictures,
on how those are recognised. Whatever could not be read depends on the limits too. What has not changed since is taken
over. A file that no run could read is tried again a few times, and then left until something changes.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain

import polars as pl

from flows.files.outcome import FileOutcome
from flows.inboxes.attached_rows import parted
from flows.inboxes.inbox import Inbox, InboxFile, folder_id
from flows.settings import Settings
from flows.version import plankoll_version
from models.rows import Document, FileReason, FileStatus, SourceFile
from models.schema import to_rows

NOT_READ: frozenset[FileReason] = frozenset(["unchanged", "moved", "repeated", "given_up", "gone"])

Frames = Mapping[str, pl.DataFrame]


@dataclass(frozen=True)
class Marks:
    """What a file's rows depend on beside its bytes."""

    version: str
    recognition: str
    """How pictures are recognised, and by what."""
    limits: str
    """What a file may be at most, and how pictures are recognised."""

    @classmethod
    def of(cls, settings: Settings) -> "Marks":
        from extractors.ocr.tesseract import find_tesseract

        found = find_tesseract() if settings.ocr == "auto" else None
        recognition = f"ocr={settings.ocr}{f' tesseract={found.version}' if found else ''}"
        limits = (
            f"bytes={settings.max_bytes} pages={settings.max_pages} seconds={settings.seconds_per_file:g} "
            f"memory={settings.memory_per_file} attached={settings.max_attached}{_passwords(settings)}"
        )
        return cls(plankoll_version(), recognition, f"{recognition} {limits}")


@dataclass(frozen=True)
class Known:
    """What the last snapshot tells of files."""

    by_place: Mapping[str, SourceFile] = field(default_factory=dict)
    """By file_id."""
    by_content: Mapping[str, SourceFile] = field(default_factory=dict)
    """By SHA-256: what became of those bytes when they were last read, wherever they lay."""
    held: Mapping[str, str] = field(default_factory=dict)
    """Under which name the dataset has the rows of these bytes."""
    attached: Mapping[str, Sequence[SourceFile]] = field(default_factory=dict)
    """By file_id: the files attached to it. They are in neither of the other two."""

    @classmethod
    def from_frames(cls, before: Frames) -> "Known":
        if not before:
            return cls()
        rows, attached = parted(to_rows(SourceFile, before[SourceFile.table_name]))
        documents = before[Document.table_name].select("source_sha256", "source_name")
        return cls(
            by_place={row.file_id: row for row in rows},
            by_content={row.source_sha256: row for row in sorted(rows, key=_read_last) if row.source_sha256},
            held=dict(documents.iter_rows()),
            attached=attached,
        )


@dataclass(frozen=True)
class Plan:
    """What a run does with each of its files, and why."""

    inbox: Inbox
    known: Known
    marks: Marks
    reasons: Mapping[str, FileReason]
    """By file_id: of all files of the inbox, and of those that are gone."""
    attempts: int
    """Runs in which a file that cannot be read is tried."""
    moved: Mapping[str, SourceFile] = field(default_factory=dict)
    """By file_id: files that lie elsewhere in their folder than before, and what was known of them there."""

    def earlier(self, file: InboxFile) -> SourceFile | None:
        """What the last snapshot tells of a file in this place, or in the one that it was moved from."""
        return self.known.by_place.get(file.file_id) or self.moved.get(file.file_id)

    @property
    def to_read(self) -> tuple[InboxFile, ...]:
        return tuple(file for file in self.inbox.files if self.reasons[file.file_id] not in NOT_READ)

    @property
    def unchanged(self) -> tuple[InboxFile, ...]:
        """Files whose rows are taken over."""
        return tuple(file for file in self.inbox.files if self.reasons[file.file_id] in ("unchanged", "moved"))

    @property
    def given_up(self) -> tuple[InboxFile, ...]:
        return tuple(file for file in self.inbox.files if self.reasons[file.file_id] == "given_up")

    @property
    def counts(self) -> dict[FileReason, int]:
        """Files per reason."""
        return dict(sorted(Counter(self.reasons.values()).items()))

    @property
    def changes_rows(self) -> bool:
        """False where each file is as it was, and nothing is gone or back."""
        if self.to_read:
            return True
        earlier = {**self.known.by_place, **self.moved}
        return any(
            file.file_id not in earlier
            or earlier[file.file_id].retired_since is not None
            or earlier[file.file_id].source_sha256 != file.sha256
            for file in self.inbox.all_files
        ) or any(earlier[file_id].retired_since is None for file_id, reason in self.reasons.items() if reason == "gone")


def plan_run(inbox: Inbox, known: Known, settings: Settings, *, reread: bool = False) -> Plan:
    """Which files are to be read. reread: all of them."""
    marks = Marks.of(settings)
    reasons: dict[str, FileReason] = {}
    for file in inbox.files:
        reasons[file.file_id] = "asked" if reread else _reason(file, known, marks, settings.attempts)
    for file, _ in inbox.repeated:
        reasons[file.file_id] = "repeated"
    seen = {folder_id(folder) for folder in inbox.folders}
    missing = [row for row in known.by_place.values() if row.folder_id in seen and row.file_id not in reasons]
    moved = _moved(inbox, known, missing)
    reasons |= {file_id: "moved" for file_id in moved if reasons[file_id] == "unchanged"}
    found_again = {row.file_id for row in moved.values()}
    reasons |= {row.file_id: "gone" for row in missing if row.file_id not in found_again}
    return Plan(inbox, known, marks, reasons, settings.attempts, moved)


def files_now(
    plan: Plan, outcomes: Sequence[FileOutcome], run_id: str, started: datetime, *, forget: Collection[str] = ()
) -> tuple[SourceFile, ...]:
    """Every known file as it is after this run. forget: file_id of those that are not to be known any longer."""
    left = {row.file_id for row in plan.moved.values()}
    known, rows = plan.known, {key: row for key, row in plan.known.by_place.items() if key not in left}
    by_path = {outcome.path: outcome for outcome in outcomes}
    for file in plan.inbox.files:
        reason, outcome = plan.reasons[file.file_id], by_path.get(str(file.path))
        earlier = plan.earlier(file)
        if outcome is not None:
            rows[file.file_id] = _read_now(file, outcome, plan, run_id)
        else:
            assert file.sha256 is not None
            rows[file.file_id] = _met_now(file, known.by_content[file.sha256], earlier, reason, run_id)
    for file, other in plan.inbox.repeated:
        earlier = plan.earlier(file)
        rows[file.file_id] = _met_now(file, rows[other.file_id], earlier, "repeated", run_id)
    for file_id, reason in plan.reasons.items():
        if reason == "gone":
            row = rows[file_id]
            gone = {"reason": reason, "run_id": run_id, "retired_since": row.retired_since or started}
            rows[file_id] = row.model_copy(update=gone)
    return tuple(row for file_id, row in rows.items() if file_id not in forget)


def retired(files: Iterable[SourceFile]) -> dict[str, datetime]:
    """By SHA-256 since when there has been no file with these rows, where there is none."""
    there: set[str] = set()
    since: dict[str, datetime] = {}
    for row in files:
        if row.held_sha256 is None:
            continue
        if row.retired_since is None:
            there.add(row.held_sha256)
        else:
            since[row.held_sha256] = max(row.retired_since, since.get(row.held_sha256, row.retired_since))
    return {sha256: when for sha256, when in since.items() if sha256 not in there}


def replaced(plan: Plan, files: Iterable[SourceFile]) -> list[str]:
    """SHA-256 of earlier contents of files that now hold other bytes, or are forgotten, where no file holds them still.

    A namesake in another folder is another file: both stay. So do the rows of a file whose new bytes cannot be read.
    """
    still = {row.held_sha256 for row in files}
    attached = chain.from_iterable(plan.known.attached.values())
    earlier = (row.held_sha256 for row in chain(plan.known.by_place.values(), attached))
    return list(dict.fromkeys(sha256 for sha256 in earlier if sha256 is not None and sha256 not in still))


def _passwords(settings: Settings) -> str:
    """That the file of passwords is another one than before, which must not tell what stands in it."""
    if settings.passwords is None:
        return ""
    return f" passwords={settings.passwords.stat().st_mtime_ns}"


def _reason(file: InboxFile, known: Known, marks: Marks, attempts: int) -> FileReason:
    here = known.by_place.get(file.file_id)
    if file.sha256 is None:
        return "new" if here is None else "retried"
    content = known.by_content.get(file.sha256)
    if content is None or (content.status != "failed" and file.sha256 not in known.held):
        return "changed" if here is not None and here.source_sha256 != file.sha256 else "new"
    if content.version != marks.version:
        return "version"
    if content.settings not in ("", marks.recognition if content.status == "taken" else marks.limits):
        return "settings"
    if content.status != "failed" and known.held[file.sha256] != file.source_name:
        return "renamed"
    if content.status == "taken":
        return "unchanged"
    return "retried" if content.attempts < attempts else "given_up"


def _moved(inbox: Inbox, known: Known, missing: Iterable[SourceFile]) -> dict[str, SourceFile]:
    """By file_id the files that were not in their place before, and what is known of the place that they left.

    A file is known by its folder, bytes and name: one that only moved within its folder is neither new nor gone.
    """
    left: dict[tuple[str, str | None, str], list[SourceFile]] = {}
    for row in missing:
        left.setdefault((row.folder_id, row.source_sha256, row.source_name), []).append(row)
    found: dict[str, SourceFile] = {}
    for file in inbox.all_files:
        rows = left.get((file.folder_id, file.sha256, file.source_name))
        if file.sha256 is not None and rows and file.file_id not in known.by_place:
            found[file.file_id] = rows.pop(0)
    return found


def _read_now(file: InboxFile, outcome: FileOutcome, plan: Plan, run_id: str) -> SourceFile:
    here = plan.earlier(file)
    status = status_of(outcome)
    settings = settings_of(outcome, plan.marks)
    return SourceFile(
        file_id=file.file_id,
        folder_id=file.folder_id,
        path=file.inner,
        source_name=file.source_name,
        source_sha256=outcome.sha256,
        held_sha256=outcome.sha256 if status != "failed" else here.held_sha256 if here is not None else None,
        status=status,
        reason=plan.reasons[file.file_id],
        attempts=0 if status == "taken" else plan.attempts if outcome.lasting else _tries(outcome, settings, plan),
        version=plan.marks.version,
        settings=settings,
        first_run=here.first_run if here is not None else run_id,
        read_run=run_id,
        run_id=run_id,
    )


def _tries(outcome: FileOutcome, settings: str, plan: Plan) -> int:
    """How many runs in a row have read these bytes to no avail, this one included."""
    earlier = plan.known.by_content.get(outcome.sha256 or "")
    again = earlier is not None and (earlier.version, earlier.settings) == (plan.marks.version, settings)
    return 1 + (earlier.attempts if earlier is not None and again else 0)


def _met_now(
    file: InboxFile, content: SourceFile, here: SourceFile | None, reason: FileReason, run_id: str
) -> SourceFile:
    """A file that was not read, since what became of its bytes is known. here: what is known of its place."""
    held = here.held_sha256 if here is not None else None
    return content.model_copy(
        update={
            "file_id": file.file_id,
            "folder_id": file.folder_id,
            "path": file.inner,
            "source_name": file.source_name,
            "held_sha256": held if content.status == "failed" else content.source_sha256,
            "reason": reason,
            "retired_since": None,
            "first_run": here.first_run if here is not None else run_id,
            "run_id": run_id,
        }
    )


def status_of(outcome: FileOutcome) -> FileStatus:
    """What to say of a file that was read; one is in part where it carries something that could not be taken in."""
    if outcome.rows is None:
        return "failed"
    return "in_part" if outcome.left_out else "taken"


def settings_of(outcome: FileOutcome, marks: Marks) -> str:
    """The settings that this outcome depends on: a file of text alone depends on none."""
    if status_of(outcome) != "taken":
        return marks.limits
    rows = (each.rows for each in (outcome, *outcome.attachments) if each.rows is not None)
    native = all(page.text_layer in ("native", None) for each in rows for page in each.pages)
    return "" if native else marks.recognition


def _read_last(row: SourceFile) -> str:
    return row.read_run
