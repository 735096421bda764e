"""Which files a run is about: files and folders in, each content once."""

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from extractors.taking.fingerprint import Limits, fingerprint
from extractors.taking.names import source_name, told
from flows.inboxes.known_hashes import KnownHashes
from models.failures import IntakeError

_ID_DIGITS = 20


@dataclass(frozen=True, slots=True)
class InboxFile:
    """A file to take in. sha256 is null where the bytes cannot be read; taking it in will say why."""

    path: Path
    source_name: str
    sha256: str | None
    folder: Path
    """The folder that the run was given, or the file's own where it was given the file."""
    refused: IntakeError | None = None
    """Why its bytes are not looked at: it could not be fetched, or it is a link to what lies outside the folder."""

    @property
    def file_id(self) -> str:
        """From where it lies: another file of the same name is another one, other bytes in the same place are not."""
        return place_id(_resolved(self.path.parent.absolute()) / self.path.name)

    @property
    def folder_id(self) -> str:
        return folder_id(self.folder)

    @property
    def inner(self) -> str:
        """The path within the folder, as it may be told."""
        return told(os.fspath(self.path.relative_to(self.folder)))


@dataclass(frozen=True, slots=True)
class Inbox:
    """What a run was given."""

    files: tuple[InboxFile, ...]
    repeated: tuple[tuple[InboxFile, InboxFile], ...] = ()
    """Files with the very content of another one, and that other one: taken once."""
    folders: tuple[Path, ...] = ()
    """Those that were seen to the bottom: what was there and is not now is gone. One without any file is not among
    them: it may be a share that is not mounted."""

    @property
    def n_seen(self) -> int:
        return len(self.files) + len(self.repeated)

    @property
    def all_files(self) -> Iterator[InboxFile]:
        yield from self.files
        yield from (file for file, _ in self.repeated)


def gather(
    paths: Iterable[Path],
    limits: Limits,
    known: KnownHashes | None = None,
    *,
    follow_links: bool = True,
    refused: Mapping[Path, IntakeError] = MappingProxyType({}),
) -> Inbox:
    """The files that stand at `paths`, sorted, with the hash of each.

    A path that is no folder is always tried, whatever its name and whether or not it is there. Of a
    folder, all that is named .pdf (in any case) is tried, folders below it too; other names and
    hidden ones are passed over. `known` are hashes of files that need not be read for theirs.
    follow_links: whether a link in a folder may lead out of it. Linked folders are never searched.
    refused: files of these folders that are not to be looked at, be they there or not.
    """
    found: dict[Path, Path] = {}
    folders: list[Path] = []
    for given in paths:
        if given.is_dir():
            within, whole = _files_in(given)
            folders += [given] if whole and within else []
        else:
            within = [given]
        for path in within:
            found.setdefault(path, given if path != given else given.parent)
        found |= {path: given for path in refused if path.is_relative_to(given)}
    hashes = known if known is not None else KnownHashes()
    first_with: dict[str, InboxFile] = {}
    files: list[InboxFile] = []
    repeated: list[tuple[InboxFile, InboxFile]] = []
    for path in sorted(found, key=_sort_key):
        why_not = refused.get(path)
        if not follow_links and path.is_symlink() and not _lies_in(path, found[path]):
            why_not = _leads_out()
        sha256 = None if why_not is not None else hash_of(path, limits, hashes)
        file = InboxFile(path, source_name(path), sha256, found[path], why_not)
        if file.sha256 is not None and file.sha256 in first_with:
            repeated.append((file, first_with[file.sha256]))
            continue
        if file.sha256 is not None:
            first_with[file.sha256] = file
        files.append(file)
    return Inbox(tuple(files), tuple(repeated), tuple(folders))


def folder_id(folder: Path) -> str:
    """What stands for a folder in the dataset."""
    return place_id(_resolved(folder.absolute()))


def place_id(path: Path) -> str:
    """What stands for a place in the dataset, which shall tell nothing of the machine or its users."""
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:_ID_DIGITS]


@lru_cache(maxsize=10_000)
def _resolved(folder: Path) -> Path:
    """A folder without links on the way to it: thousands of files ask for the same few."""
    return folder.resolve()


def _files_in(folder: Path) -> tuple[list[Path], bool]:
    """What is to be tried in a folder; and whether all of it could be seen.

    A folder that cannot be looked into is itself tried: that will say why.
    """
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return [folder], False
    found: list[Path] = []
    whole = True
    for entry in entries:
        path = folder / entry.name
        if entry.name.startswith("."):
            continue
        if path.suffix.lower() == ".pdf":
            found.append(path)
        if entry.is_dir(follow_symlinks=False):
            below, all_seen = _files_in(path)
            found += below
            whole = whole and all_seen
    return found, whole


def _lies_in(link: Path, folder: Path) -> bool:
    """Whether what a link leads to lies in the folder. A link that leads in a circle does: reading it says so."""
    try:
        return link.resolve(strict=True).is_relative_to(_resolved(folder.absolute()))
    except (OSError, RuntimeError):
        return True


def _leads_out() -> IntakeError:
    """Whoever may put a link in the folder could have any other file read by it."""
    return IntakeError(
        "take",
        "link_out",
        "Detta är en länk till en fil utanför mappen, och sådana följs inte. Lägg en kopia av filen här i stället, "
        "eller tillåt länkar (PLANKOLL_FOLLOW_LINKS=true).",
        "This is a link to a file outside the folder, and such links are not followed. Put a copy of the file here "
        "instead, or allow links (PLANKOLL_FOLLOW_LINKS=true).",
    )


def _sort_key(path: Path) -> tuple[str, str]:
    return source_name(path), str(path)


def hash_of(path: Path, limits: Limits, known: KnownHashes) -> str | None:
    """A file's SHA-256, from what is known of it where it has not been touched; None where it cannot be read."""
    earlier = known.of(path, limits)
    if earlier is not None:
        return earlier
    try:
        return known.learn(path, fingerprint(path, limits)[0])
    except IntakeError:
        return None
