"""Which content each source path held when it was last taken in: so that a changed file is known from a namesake."""

import json
from collections.abc import Mapping
from pathlib import Path

_NAME = "sources.json"


def read_sources(dataset_dir: Path) -> dict[str, str]:
    """SHA-256 by source path; empty where nothing has been taken in yet."""
    path = dataset_dir / _NAME
    if not path.exists():
        return {}
    sources: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return sources


def write_sources(dataset_dir: Path, sources: Mapping[str, str]) -> None:
    """Replace the record whole: a reader sees the old one or the new one."""
    temporary = dataset_dir / f"{_NAME}.new"
    temporary.write_text(json.dumps(dict(sorted(sources.items())), ensure_ascii=False, indent=1), encoding="utf-8")
    temporary.replace(dataset_dir / _NAME)
