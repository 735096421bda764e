"""The PDF files that a file carries within it, taken in as files of their own: `parent.pdf/attachment.pdf`.

They are written to a temporary folder under numbers, and read there as any other file, each in a process of its own.
What carries them is read first, and nothing that they do changes what came of it. Together, and with those that they
carry in turn, they may be as many as a setting says, as large as one file, and take as long as one. Each has its share
of the time; what others leave of theirs goes to those that it was not enough for.
"""

import json
import tempfile
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Final

from extractors.taking.attachments import Attachments, SavedPdf, not_read, save_pdfs
from extractors.taking.unlocking import readable
from flows.files.file_processes import FileProcesses
from flows.files.outcome import FileOutcome, refused
from flows.files.stages import process_file
from flows.files.workers import ApartError
from flows.settings import Settings

_DEEPEST: Final = 2
"""Attachments of attachments are taken in, and no further: a message with a decision and its annexes is two deep."""
_SHORTEST: Final = 0.1
"""Seconds: a share is never told as none."""


def with_attachments(outcome: FileOutcome, path: Path, settings: Settings, run_id: str) -> FileOutcome:
    """What became of the file at `path`, and of the PDF files that it carries.

    A file without rows is given as it is. Attachments that are no PDF files, are outside the bounds or cannot be got
    out, also where the disk is full, stay told of as not read.
    """
    if outcome.rows is None or outcome.attached is None or outcome.sha256 is None or settings.max_attached == 0:
        return outcome
    try:
        return _Carried(outcome.sha256, settings, run_id).within(outcome, path, 1)
    except OSError:  # the temporary folder: `outcome` says that nothing of what it carries is read
        return outcome


class _Carried:
    """What is left of the bounds for all that one file carries."""

    def __init__(self, sha256: str, settings: Settings, run_id: str) -> None:
        self._settings = settings
        self._run_id = run_id
        self._seen = {sha256}
        self._files = settings.max_attached
        self._bytes = settings.max_bytes
        self._seconds = settings.seconds_per_file

    def within(self, outcome: FileOutcome, path: Path, depth: int) -> FileOutcome:
        with tempfile.TemporaryDirectory(prefix="plankoll-") as folder:
            try:
                told = self._settings.handed_on
                bounds = (self._files, self._bytes, sorted(self._seen))
                answer = FileProcesses(self._settings).run(_save_to_json, (path, Path(folder), *bounds, told))
            except ApartError:  # `outcome` says that they are not read
                return outcome
            saved, left = _unpacked(answer)
            self._files -= len(saved)
            self._bytes -= sum(each.size for each in saved)
            self._seen |= {each.sha256 for each in saved}
            carried = self._read_all(saved, outcome.source_name, depth)
        trouble = refused(not_read(left), outcome.source_name, outcome.sha256, self._run_id) if left.count else None
        lasting = outcome.unread is None and all(
            each.lasting for each in carried if each.failure is not None or each.left_out
        )
        return outcome.model_copy(update={"attached": trouble, "attachments": tuple(carried), "lasting": lasting})

    def _read_all(self, saved: Sequence[SavedPdf], carrier: str, depth: int) -> list[FileOutcome]:
        """What became of each attachment, with those that it carries behind it."""
        read: list[tuple[SavedPdf, FileOutcome, float]] = []
        for waiting, each in zip(range(len(saved), 0, -1), saved, strict=True):
            share = self._seconds / waiting
            read.append((each, self._process(each, carrier, share), share))
        carried: list[FileOutcome] = []
        for each, outcome, share in read:
            is_late = outcome.failure is not None and outcome.failure.error == "too_slow"
            again = is_late and self._seconds > share
            carried += self._opened(each, self._process(each, carrier, self._seconds) if again else outcome, depth)
        return carried

    def _process(self, saved: SavedPdf, carrier: str, seconds: float) -> FileOutcome:
        bounded = self._settings.model_copy(update={"seconds_per_file": max(round(seconds, 1), _SHORTEST)})
        outcome = process_file(saved.path, bounded, self._run_id, f"{carrier}/{saved.name}")
        self._seconds -= sum(outcome.seconds.values())
        return outcome

    def _opened(self, saved: SavedPdf, outcome: FileOutcome, depth: int) -> list[FileOutcome]:
        """The outcome of an attachment, and those of the ones that it carries."""
        if depth < _DEEPEST and outcome.rows is not None and outcome.attached is not None:
            outcome = self.within(outcome, saved.path, depth + 1)
        told = {"path": outcome.source_name, "sha256": saved.sha256, "attachments": ()}
        return [outcome.model_copy(update=told), *outcome.attachments]


def _save_to_json(
    path: Path, folder: Path, at_most: int, max_bytes: int, known: Collection[str], settings: Settings
) -> bytes:
    """In the other process."""
    with readable(path, settings.known_passwords) as unlocked:
        saved, left = save_pdfs(unlocked, folder, at_most=at_most, max_bytes=max_bytes, known=known)
    written = [(each.name, each.path.name, each.size, each.sha256) for each in saved]
    return json.dumps([str(folder), written, [left.count, left.names, left.is_bounded]]).encode()


def _unpacked(answer: bytes) -> tuple[list[SavedPdf], Attachments]:
    folder, written, (count, names, is_bounded) = json.loads(answer)
    saved = [SavedPdf(name, Path(folder) / file, size, sha256) for name, file, size, sha256 in written]
    return saved, Attachments(count, tuple(names), is_bounded)
