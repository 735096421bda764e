"""Files of an inbox that have been read, put away in it: `done/<run>/` and `failed/<run>/`.

Both folders are part of the inbox: what lies in them is known, is read again by another version of the code, and is
found by the report. Which file goes where is settled before the snapshot is published, which tells where each will lie;
moved they are after it. Where a run dies in between, the next one finds the files where they were, knows them by their
bytes and name, and puts them away.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from flows.inboxes.attached_rows import hung_on, parted
from flows.inboxes.inbox import InboxFile, hash_of
from flows.inboxes.known_files import Plan
from flows.inboxes.known_hashes import KnownHashes
from flows.inboxes.object_inbox import ObjectInbox, move_there
from flows.settings import Settings
from flows.storage import StorageError
from flows.trouble import Trouble
from models.rows import SourceFile

DONE, FAILED = "done", "failed"
_RUN = re.compile(r"\d{8}T\d{6}Z-[0-9a-f]{4}")
"""A run's id: an inbox may have folders of those names of its own."""


@dataclass(frozen=True)
class Move:
    """A file, and as what it will be found."""

    file: InboxFile
    to: InboxFile


def moves_of(plan: Plan, rows: Iterable[SourceFile], run_id: str) -> tuple[Move, ...]:
    """Where the inbox's files go. rows: as the snapshot tells of them without moves.

    Only what was found in a folder that was seen to the bottom is put away: a file that was named stays, and so do
    links, and what could not be read from the disk. What is done stays; what failed and is read later is done then.
    """
    status = {row.file_id: row.status for row in rows}
    moves: list[Move] = []
    for file in plan.inbox.all_files:
        if file.folder not in plan.inbox.folders or file.sha256 is None or file.path.is_symlink():
            continue
        lies_in, inner = _put_away(file), place_before(file)
        goes_to = FAILED if status[file.file_id] == "failed" else DONE
        if lies_in in (DONE, goes_to):
            continue
        moves.append(Move(file, replace(file, path=file.folder / goes_to / run_id / inner)))
    return tuple(moves)


def rows_after(rows: Iterable[SourceFile], moves: Iterable[Move]) -> tuple[SourceFile, ...]:
    """The rows of files as they are when they have been moved, and what is attached to them with them."""
    to = {move.file.file_id: move.to for move in moves}
    own, attached = parted(rows)
    after: list[SourceFile] = []
    for row in own:
        moved = to.get(row.file_id)
        there = row if moved is None else row.model_copy(update={"file_id": moved.file_id, "path": moved.inner})
        after += (there, *hung_on(there, attached.get(row.file_id, ())))
    return tuple(after)


def put_away(
    moves: Sequence[Move], fetched: Iterable[ObjectInbox], hashes: KnownHashes, settings: Settings
) -> tuple[Trouble, ...]:
    """Move the files; what cannot be moved is said, and the next run tries again. A file is moved whole or not at all.

    A file whose bytes are others than were read stays for the next run. Nothing that lies there is ever written over.
    """
    elsewhere = {inbox.folder: inbox for inbox in fetched}
    reasons: list[str] = []
    by_folder: dict[Path, list[Move]] = {}
    for move in moves:
        by_folder.setdefault(move.file.folder, []).append(move)
    for folder, here in by_folder.items():
        left = [move for move in here if hash_of(move.file.path, settings.limits, hashes) == move.file.sha256]
        if folder in elsewhere:
            inner = {_within(move.file): _within(move.to) for move in left}
            try:
                reasons += move_there(elsewhere[folder], inner)
            except StorageError as error:
                reasons.append(error.message_en)
        else:
            reasons += _move_here(left)
    if not reasons:
        return ()
    why = f"{len(reasons)}: {'; '.join(dict.fromkeys(reasons))}"[:500]
    return (
        Trouble(
            f"Alla lästa filer gick inte att flytta ({why}). De ligger kvar, och nästa körning försöker igen.",
            f"Not all files that were read could be moved ({why}). They lie where they were; the next run tries again.",
        ),
    )


def _move_here(moves: Iterable[Move]) -> list[str]:
    """Why some files could not be moved."""
    reasons: list[str] = []
    for move in moves:
        try:
            move.to.path.parent.mkdir(parents=True, exist_ok=True)
            move.file.path.rename(move.to.path)
        except OSError as error:
            reasons.append(error.strerror or type(error).__name__)
    return reasons


def place_before(file: InboxFile) -> PurePath:
    """A file's path within its inbox, as it was before it was put away."""
    inner = file.path.relative_to(file.folder)
    return inner if _put_away(file) is None else PurePath(*inner.parts[2:])


def _put_away(file: InboxFile) -> str | None:
    """The folder of those put away that a file lies in."""
    parts = file.path.relative_to(file.folder).parts
    return parts[0] if len(parts) > 2 and parts[0] in (DONE, FAILED) and _RUN.fullmatch(parts[1]) else None


def _within(file: InboxFile) -> str:
    return file.path.relative_to(file.folder).as_posix()
