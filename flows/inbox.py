"""Which files a run is about: files and folders in, each content once."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from extractors.taking.intake import Limits, fingerprint, source_name
from models.failures import IntakeError


@dataclass(frozen=True, slots=True)
class InboxFile:
    """A file to take in. sha256 is null where the bytes cannot be read; taking it in will say why."""

    path: Path
    source_name: str
    sha256: str | None


@dataclass(frozen=True, slots=True)
class Inbox:
    """What a run was given."""

    files: tuple[InboxFile, ...]
    repeated: tuple[tuple[Path, Path], ...] = ()
    """Files with the very content of another one, and that other one: taken once."""

    @property
    def n_seen(self) -> int:
        return len(self.files) + len(self.repeated)


def gather(paths: Iterable[Path], limits: Limits) -> Inbox:
    """The files that stand at `paths`, sorted, with the hash of each.

    A path that is no folder is always tried, whatever its name and whether or not it is there. Of a
    folder, all that is named .pdf (in any case) is tried, folders below it too; other names and
    hidden ones are passed over.
    """
    found = sorted({path for given in paths for path in _files_at(given)}, key=_sort_key)
    first_with: dict[str, Path] = {}
    files: list[InboxFile] = []
    repeated: list[tuple[Path, Path]] = []
    for path in found:
        sha256 = _fingerprint_or_none(path, limits)
        if sha256 is not None and sha256 in first_with:
            repeated.append((path, first_with[sha256]))
            continue
        if sha256 is not None:
            first_with[sha256] = path
        files.append(InboxFile(path, source_name(path), sha256))
    return Inbox(tuple(files), tuple(repeated))


def _files_at(given: Path) -> Iterable[Path]:
    if not given.is_dir():
        return [given]
    return _files_in(given)


def _files_in(folder: Path) -> Iterable[Path]:
    for entry in folder.iterdir() if os.access(folder, os.R_OK | os.X_OK) else [folder]:
        if entry.name.startswith("."):
            continue
        is_folder = entry.is_dir() and not entry.is_symlink()
        if entry.suffix.lower() == ".pdf" or entry == folder:
            yield entry
        if is_folder and entry != folder:
            yield from _files_in(entry)


def _sort_key(path: Path) -> tuple[str, str]:
    return source_name(path), str(path)


def _fingerprint_or_none(path: Path, limits: Limits) -> str | None:
    try:
        return fingerprint(path, limits)[0]
    except IntakeError:
        return None
