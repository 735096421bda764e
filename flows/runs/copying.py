"""A copy of the published dataset in object storage, or at another URL that can be written to.

    URL/snapshots/<run_id>/...    the snapshot's files, as they are on this machine
    URL/current.json              which snapshot is the current one; written last, in one step

Whoever reads takes the snapshot that current.json names: it is whole, and stays there for as many runs as snapshots are
kept.
"""

import json
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from flows.storage import StorageError, opened
from flows.trouble import Trouble

POINTER = "current.json"
_AT_ONCE = 8
"""Files copied at the same time: each waits for the storage more than it takes of this machine."""
_RUN = re.compile(r"\d{8}T\d{6}Z-[0-9a-f]{4}")
"""A snapshot's name: nothing else is ever taken away there."""


def copy_snapshot(snapshot: Path, url: str, keep: int) -> tuple[Trouble, ...]:
    """Copy a snapshot, point at it, and take away all but the `keep` newest; what went wrong is told, not raised.

    As long as something goes wrong the pointer stays at the snapshot before, which is whole.
    """
    try:
        storage, root = opened(url)
        try:
            _copy(storage, root.rstrip("/"), snapshot)
            _retire(storage, root.rstrip("/"), snapshot.name, keep)
        except Exception as error:  # each kind of storage raises its own
            raise StorageError.at(url, error) from error
    except StorageError as error:
        return (
            Trouble(
                f"Datamängden är publicerad men inte kopierad. {error.message_sv} Nästa körning försöker igen.",
                f"The dataset is published but not copied. {error.message_en} The next run tries again.",
            ),
        )
    return ()


def _copy(storage: Any, root: str, snapshot: Path) -> None:
    target = f"{root}/snapshots/{snapshot.name}"
    files = sorted(path for path in snapshot.iterdir() if path.is_file())
    storage.makedirs(target, exist_ok=True)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        list(pool.map(lambda path: storage.put_file(str(path), f"{target}/{path.name}"), files))
    storage.invalidate_cache()
    there = {name.rpartition("/")[2]: info["size"] for name, info in storage.find(target, detail=True).items()}
    if lost := [path.name for path in files if there.get(path.name) != path.stat().st_size]:
        raise OSError(f"{', '.join(lost)}: other sizes there than here")
    pointer = {"run_id": snapshot.name, "snapshot": f"snapshots/{snapshot.name}"}
    storage.pipe_file(f"{root}/{POINTER}", json.dumps(pointer).encode())


def _retire(storage: Any, root: str, current: str, keep: int) -> None:
    names = (str(name).rstrip("/").rpartition("/")[2] for name in storage.ls(f"{root}/snapshots", detail=False))
    before = sorted((name for name in names if _RUN.fullmatch(name) and name != current), reverse=True)
    for name in before[keep - 1 :]:
        storage.rm(f"{root}/snapshots/{name}", recursive=True)
