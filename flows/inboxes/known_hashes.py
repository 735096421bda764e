"""The hashes of files that have not been touched since they were hashed, so that a nightly run need not read them all.

A file is taken for untouched where its size, its inode and both its times are the same to the nanosecond. The time of
change (ctime) is the file system's own: whoever writes a file or sets its other time back changes it. A file that was
changed less than two seconds before it was hashed is hashed again, since some file systems' clocks are coarse. On those
that have no inodes or times of their own nothing is ever the same, and every file is hashed. Losing the record costs
time only.
"""

import json
import os
import time
from pathlib import Path

from extractors.taking.fingerprint import Limits

_COARSE = 2_000_000_000
"""Nanoseconds: FAT keeps times to two seconds."""

Mark = tuple[int, int, int, int, int]


class KnownHashes:
    """SHA-256 of files by where they lie and what their inodes say."""

    def __init__(self, record: Path | None = None) -> None:
        self._record = record
        self._known = _read(record)
        self._now: dict[str, tuple[Mark, str]] = {}

    def of(self, path: Path, limits: Limits) -> str | None:
        """The file's hash, where it is known and the file is still within the limits."""
        key, mark = _key(path), _mark(path)
        if mark is None or (entry := self._known.get(key)) is None or entry[0] != mark or mark[0] > limits.max_bytes:
            return None
        self._now[key] = entry
        return entry[1]

    def learn(self, path: Path, sha256: str) -> str:
        """Note the hash of a file that was read just now, and give it back."""
        mark = _mark(path)
        if mark is not None and time.time_ns() - max(mark[3], mark[4]) > _COARSE:
            self._now[_key(path)] = (mark, sha256)
        return sha256

    def save(self) -> None:
        """Keep what was asked for or learnt, and what is known of files that nobody asked for."""
        if self._record is None or not self._now.items() - self._known.items():
            return
        temporary = self._record.with_name(f"{self._record.name}.new")
        temporary.write_text(json.dumps({**self._known, **self._now}), encoding="utf-8")
        temporary.replace(self._record)


def _key(path: Path) -> str:
    return os.fsencode(path.absolute()).hex()


def _mark(path: Path) -> Mark | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_size, status.st_dev, status.st_ino, status.st_mtime_ns, status.st_ctime_ns


def _read(record: Path | None) -> dict[str, tuple[Mark, str]]:
    if record is None or not record.exists():
        return {}
    try:
        kept = json.loads(record.read_text(encoding="utf-8"))
        return {key: (_as_mark(mark), str(sha256)) for key, (mark, sha256) in kept.items()}
    except (ValueError, TypeError, AttributeError):  # a damaged record is no record
        return {}


def _as_mark(numbers: list[int]) -> Mark:
    size, device, inode, changed, touched = numbers
    return size, device, inode, changed, touched
