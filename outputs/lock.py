"""One writer at a time: a lock that the operating system lets go of when its holder dies.

The lock is flock(2) on a file that stays; the file's words only say who holds it. Nothing has
to be removed after a crash.
"""

import fcntl
import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

LOCK_NAME = ".lock"

_held: dict[Path, int] = {}
"""Datasets that this process holds, with the lock file's descriptor."""


class DatasetLockedError(Exception):
    """Another run writes the dataset."""

    def __init__(self, dataset_dir: Path, holder: dict[str, str]) -> None:
        super().__init__(dataset_dir, holder)
        pid, host, since = (holder.get(k, "?") for k in ("pid", "host", "started"))
        self.message_sv = (
            f"Datamängden {dataset_dir} skrivs just nu av en annan körning "
            f"(process {pid} på {host}, sedan {since}). Vänta tills den är klar och kör igen."
        )
        self.message_en = (
            f"The dataset {dataset_dir} is being written by another run "
            f"(process {pid} on {host}, since {since}). Wait until it has finished and run again."
        )

    def __str__(self) -> str:
        return f"{self.message_sv} / {self.message_en}"


@contextmanager
def dataset_lock(dataset_dir: Path) -> Iterator[None]:
    """Hold the dataset while it is read, merged and published; the folder is made where it is missing.

    Raises DatasetLockedError at once where somebody else holds it, in this process or another.
    """
    dataset_dir.mkdir(parents=True, exist_ok=True)
    key = dataset_dir.resolve()
    descriptor = os.open(key / LOCK_NAME, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        holder = _holder(descriptor)
        os.close(descriptor)
        raise DatasetLockedError(dataset_dir, holder) from None
    _held[key] = descriptor
    try:
        _sign(descriptor)
        yield
    finally:
        if _held.pop(key, None) is not None:
            os.close(descriptor)


def is_held(dataset_dir: Path) -> bool:
    """True where this process holds the dataset's lock."""
    return dataset_dir.resolve() in _held


def _sign(descriptor: int) -> None:
    holder = {
        "pid": str(os.getpid()),
        "host": socket.gethostname(),
        "started": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, json.dumps(holder).encode(), 0)


def _holder(descriptor: int) -> dict[str, str]:
    """Who holds the lock; empty in the moment between taking it and signing."""
    try:
        holder: dict[str, str] = json.loads(os.pread(descriptor, 4096, 0))
    except ValueError:
        return {}
    return holder


def _let_go() -> None:
    """In a forked worker: its copy of the descriptor would keep the lock when the run itself has died."""
    for descriptor in _held.values():
        os.close(descriptor)
    _held.clear()


os.register_at_fork(after_in_child=_let_go)
