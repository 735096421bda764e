"""What a run has read so far, so that the next one goes on where it died.

    dataset/.journal    one JSON object a line, only ever added to; cleared when the snapshot is published

A line says that a file was begun, or what became of it. A line is written in one step, and a line that a dying run left
half written is not read. A file that was begun and not ended in a run that died may have killed it (by taking all of
the machine's memory, say): it is read after all others and alone, and given up when it was there too many times.
"""

import base64
import contextlib
import json
import os
import threading
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from flows.files.outcome import FileOutcome
from flows.inboxes.inbox import InboxFile

_NAME = ".journal"
_open: set["Journal"] = set()
"""Those of this process, for the moment when it is told to stop."""


class Journal:
    """The journal of one dataset. Files are known by their bytes and name, read by this version and these settings."""

    def __init__(self, dataset_dir: Path, mark: str) -> None:
        """mark: of the version and the settings; what was read by others is not taken over."""
        self._path = dataset_dir / _NAME
        self._mark = mark
        self._lock = threading.Lock()
        self._ended: dict[str, str] = {}
        self._deaths: Counter[str] = Counter()
        self._read()
        self._descriptor = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)

    def outcome(self, file: InboxFile) -> FileOutcome | None:
        """What became of a file in a run that died after it; None where it must be read."""
        packed = self._ended.get(_key(file))
        if packed is None:
            return None
        return FileOutcome.model_validate_json(zlib.decompress(base64.b64decode(packed)))

    def deaths(self, file: InboxFile) -> int:
        """How many runs died while they read this file."""
        return self._deaths[_key(file)]

    def begun(self, file: InboxFile) -> None:
        self._add({"begun": _key(file)})

    def ended(self, file: InboxFile, outcome: FileOutcome) -> None:
        """Note what became of a file. Trouble that may pass is not noted: the next run tries again."""
        if outcome.passing or outcome.sha256 is None or outcome.sha256 != file.sha256:
            self._add({"let_go": _key(file)})
            return
        told = outcome.model_copy(update={"path": ""})  # it may lie elsewhere tomorrow, and need not be text
        packed = base64.b64encode(zlib.compress(told.to_json(), 1)).decode("ascii")
        self._add({"ended": _key(file), "outcome": packed})

    def stopped(self) -> None:
        """Note that this run was told to stop: no file is to blame."""
        self._add({"stopped": True})

    def clear(self) -> None:
        """The snapshot is published."""
        os.ftruncate(self._descriptor, 0)

    def close(self) -> None:
        os.close(self._descriptor)

    def _add(self, entry: dict[str, Any]) -> None:
        line = json.dumps({"mark": self._mark, **entry}).encode("ascii") + b"\n"
        with self._lock:
            written = os.write(self._descriptor, line)
            while written < len(line):  # a full disk takes a part, and then raises
                written += os.write(self._descriptor, line[written:])

    def _read(self) -> None:
        if not self._path.exists():
            return
        pending: Counter[str] = Counter()
        end = 0
        with self._path.open("rb") as stream:
            for line in stream:
                if not line.endswith(b"\n"):
                    break
                end += len(line)
                entry = _parsed(line)
                if entry.get("stopped"):
                    pending.clear()
                elif entry.get("mark") == self._mark:
                    self._take(entry, pending)
        self._deaths = +pending
        os.truncate(self._path, end)

    def _take(self, entry: dict[str, Any], pending: Counter[str]) -> None:
        match entry:
            case {"begun": str(key)}:
                pending[key] += 1
            case {"ended": str(key), "outcome": str(packed)}:
                self._ended[key] = packed
                pending.pop(key, None)
            case {"let_go": str(key)}:
                pending[key] = max(0, pending[key] - 1)


@contextmanager
def journal_of(dataset_dir: Path, mark: str) -> Iterator[Journal]:
    """The journal, open while files are read. The caller holds the dataset's lock."""
    journal = Journal(dataset_dir, mark)
    _open.add(journal)
    try:
        yield journal
    finally:
        _open.discard(journal)
        journal.close()


def note_stop() -> None:
    """Say that this process is told to stop. For a signal's handler; a disk that takes no more is no reason to stay."""
    for journal in list(_open):
        with contextlib.suppress(OSError):
            journal.stopped()


def _key(file: InboxFile) -> str:
    return f"{file.sha256} {file.source_name}"


def _parsed(line: bytes) -> dict[str, Any]:
    try:
        entry = json.loads(line)
    except ValueError:
        return {}
    return entry if isinstance(entry, dict) else {}
