"""Where the folders lie that a dataset was read from, so that its files can be shown again.

The dataset itself tells nothing of the machine: its table files has a folder's id and the path within it. What the ids
stand for is kept beside the snapshots, in a record of this machine's own.
"""

import json
import os
from collections.abc import Iterable
from pathlib import Path

from flows.inboxes.inbox import folder_id

_NAME = ".folders.json"


def keep_folders(dataset_dir: Path, folders: Iterable[Path]) -> None:
    """Note where these folders lie, beside those noted before. The caller holds the dataset's lock."""
    known = _read(dataset_dir)
    now = known | {folder_id(folder): os.fsencode(folder.absolute()).hex() for folder in folders}
    if now == known:
        return
    record = dataset_dir / _NAME
    temporary = record.with_name(f"{_NAME}.new")
    temporary.write_text(json.dumps(dict(sorted(now.items()))), encoding="utf-8")
    temporary.replace(record)


def folders_of(dataset_dir: Path) -> dict[str, Path]:
    """Folders by the id that the dataset knows them by; empty where nothing has been noted, or on another machine."""
    return {key: Path(os.fsdecode(bytes.fromhex(name))) for key, name in _read(dataset_dir).items()}


def _read(dataset_dir: Path) -> dict[str, str]:
    """Name as hexadecimal digits, since a path need not be text; a damaged record is as good as none."""
    try:
        record = json.loads((dataset_dir / _NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return record if isinstance(record, dict) else {}
