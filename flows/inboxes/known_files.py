"""What is known of the files that a run was given: which it must read, and why.

A file's rows depend on its bytes, on the code and libraries that read it (flows.version) and, where pages are pictures,
on how those are recognised. Whatever could not be read depends on the limits too. What has not changed since is taken
over. A file that no run could read is tried again a few times, and then left until something changes.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import polars as pl

from flows.inboxes.attached_rows import parted
from flows.inboxes.inbox import Inbox, InboxFile, folder_id
from flows.inboxes.marks import Marks
from flows.settings import Settings
from models.rows import Document, FileReason, SourceFile
from models.schema import to_rows

NOT_READ: frozenset[FileReason] = frozenset(["unchanged", "moved", "repeated", "given_up", "gone"])
Frames = Mapping[str, pl.DataFrame]


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


def _read_last(row: SourceFile) -> str:
    return row.read_run
