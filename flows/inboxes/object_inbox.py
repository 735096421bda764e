"""An inbox in object storage, or anywhere that fsspec reaches by a URL: fetched to a folder that a run then reads.

    inboxes/<name>/...             the inbox's files, in folders as in their keys
    inboxes/<name>/.fetched.json   the mark of each as it was listed when it was fetched, one JSON object a line

A file is fetched again where its size or its mark (ETag, times, checksums: what its storage lists) is another one, and
always where its storage lists none. What is not listed any more is taken away from the folder, and a run finds it gone.
Addresses and credentials are the storage's own affair: AWS_ENDPOINT_URL_S3, AWS_ACCESS_KEY_ID, AWS_PROFILE.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from extractors.taking.fingerprint import Limits, too_large
from extractors.taking.names import told
from flows.storage import StorageError, opened
from models.failures import IntakeError

RECORD = ".fetched.json"
_PARTIAL = ".partial-"
"""Begins the name of a file that is being fetched: hidden, and so never taken for one of the inbox's."""
_AT_ONCE = 8
"""Files fetched at the same time: each of them waits for the storage more than it takes of this machine."""
_MARKS = ("ETag", "etag", "md5", "md5Hash", "content_md5", "checksum", "generation", "version_id")
_TIMES = ("LastModified", "last_modified", "mtime", "updated", "modified", "ino")
"""What kinds of storage list of a file that changes with its content."""
_LONGEST_NAME = 60
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(//|:)")


@dataclass(frozen=True)
class ObjectInbox:
    """An inbox that was fetched."""

    url: str
    """As it was given."""
    folder: Path
    """Where its files lie now."""
    refused: Mapping[Path, IntakeError]
    """Files, by where they would lie, that are there and were not fetched; and why."""
    is_empty: bool = False
    """Nothing is listed, as of a prefix that is misspelt: then its folder stays as it was, and is not to be read."""


def is_url(given: str | Path) -> bool:
    return isinstance(given, str) and _URL.match(given) is not None


def local_path(given: str | Path) -> Path | None:
    """The path that is meant, where it is one of this machine's; None for other URLs."""
    if not is_url(given):
        return Path(given)
    parts = urlsplit(str(given))
    return Path(unquote(parts.path)) if parts.scheme == "file" and parts.netloc in ("", "localhost") else None


def as_given(given: str) -> str:
    """The same inbox from whatever folder it is named: a path in full, a URL as it is."""
    path = local_path(given)
    return given if path is None else str(path.resolve())


def fetch(url: str, inboxes: Path, limits: Limits, names: Iterable[str] = ()) -> ObjectInbox:
    """Fetch what is new or changed of an inbox into its folder below `inboxes`.

    names: files to fetch from the inbox's top beside those named .pdf. A file that cannot be fetched is told of, and
    stays as it was in the folder. Raises StorageError where the inbox cannot be listed.
    """
    folder = folder_of(url, inboxes)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    storage, root = opened(url)
    found = _listed(storage, root, url)
    listed = {inner: info for inner, info in found.items() if _is_wanted(inner) or inner in names}
    if not listed:
        return ObjectInbox(url, folder, {}, is_empty=True)
    known = fetched_before(folder)
    refused: dict[Path, IntakeError] = {}

    def bring(inner: str) -> tuple[str, str | None]:
        """The file's name and its mark as it was fetched, where it has one."""
        info, path = listed[inner], folder / inner
        mark = _mark(info)
        if mark is not None and known.get(inner) == mark and path.is_file():
            return inner, mark
        size = int(info.get("size") or 0)
        if size > limits.max_bytes:
            refused[path] = too_large(size, limits)
            return inner, None
        partial = path.with_name(f"{_PARTIAL}{sha256(inner.encode()).hexdigest()[:16]}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            storage.get_file(info["name"], str(partial))
            partial.replace(path)
        except Exception as error:  # noqa: BLE001 - each kind of storage raises its own
            partial.unlink(missing_ok=True)
            refused[path] = _not_fetched(error)
            return inner, None
        if mark is not None:
            _note(folder, {inner: mark})
        return inner, mark

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        now = {inner: mark for inner, mark in pool.map(bring, sorted(listed)) if mark is not None}
    _take_away(folder, set(listed))
    if now != known:
        _keep(folder, now)
    return ObjectInbox(url, folder, refused)


def move_there(inbox: ObjectInbox, moves: Mapping[str, str]) -> list[str]:
    """Move files of an inbox where it lies, and in its folder; gives why some could not be. moves: from and to.

    Storage copies and then takes away: a file is always in one place at least. One that is not as it was fetched stays.
    Raises StorageError where the inbox cannot be listed.
    """
    storage, root = opened(inbox.url)
    listed = _listed(storage, root, inbox.url)
    known = fetched_before(inbox.folder)
    reasons: list[str] = []
    moved: list[str] = []
    for inner, to in moves.items():
        info = listed.get(inner)
        mark = _mark(info) if info is not None else None
        if info is None or mark is None or mark != known.get(inner):
            continue
        target = f"{root.rstrip('/')}/{to}"
        try:
            storage.makedirs(target.rpartition("/")[0], exist_ok=True)
            storage.copy(info["name"], target)
            if storage.info(target)["size"] == info["size"]:
                storage.rm_file(info["name"])
        except Exception as error:  # noqa: BLE001 - each kind of storage raises its own
            reasons.append(f"{type(error).__name__}: {error}"[:200])
            continue
        (inbox.folder / to).parent.mkdir(parents=True, exist_ok=True)
        (inbox.folder / inner).replace(inbox.folder / to)
        moved.append(to)
    if moved:
        there = _listed(storage, root, inbox.url)
        _note(inbox.folder, {to: mark for to in moved if to in there and (mark := _mark(there[to])) is not None})
    return reasons


def folder_of(url: str, inboxes: Path) -> Path:
    """The folder that stands for an inbox: of a name that people know, and one that no other inbox has."""
    plain = url.rstrip("/")
    name = re.sub(r"[^A-Za-z0-9]+", "-", plain)[:_LONGEST_NAME].strip("-")
    return inboxes / f"{name}-{sha256(plain.encode()).hexdigest()[:12]}"


def url_of(url: str, inner: str) -> str:
    """Where one of an inbox's files came from, as it may be told."""
    plain = url.rstrip("/")
    return told(plain if Path(urlsplit(plain).path).name == inner else f"{plain}/{inner}")


def fetched_before(folder: Path) -> dict[str, str]:
    """The marks of what lies in an inbox's folder. What cannot be read of the record is fetched again."""
    known: dict[str, str] = {}
    try:
        lines = (folder / RECORD).read_text(encoding="utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return {}
    for line in lines:
        try:
            known.update(json.loads(line))
        except (ValueError, TypeError):  # a line that a dying run left half written
            continue
    return known


def _note(folder: Path, marks: Mapping[str, str]) -> None:
    """Add to the record: a line is written in one step."""
    with (folder / RECORD).open("a", encoding="utf-8") as record:
        record.write(f"{json.dumps(marks)}\n")


def _keep(folder: Path, marks: Mapping[str, str]) -> None:
    """Write the record anew."""
    temporary = folder / f"{RECORD}.new"
    temporary.write_text(f"{json.dumps(dict(sorted(marks.items())))}\n", encoding="utf-8")
    temporary.replace(folder / RECORD)


def _listed(storage: Any, root: str, url: str) -> dict[str, Mapping[str, Any]]:
    """What the storage tells of each file of an inbox. Raises StorageError."""
    try:
        storage.invalidate_cache()
        return dict(_below(root, storage.find(root, detail=True), is_quoted="http" in storage.protocol))
    except Exception as error:  # each kind of storage raises its own
        raise StorageError.at(url, error) from error


def _below(
    root: str, found: Mapping[str, Mapping[str, Any]], *, is_quoted: bool
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The files with their paths below the root; of a URL that names one file, that file.

    is_quoted: their names are those of links, in which a space reads %20.
    """
    for name, info in found.items():
        if info.get("type", "file") != "file":
            continue
        plain = root.rstrip("/")
        inner = name[len(plain) :].lstrip("/") if name != plain else name.rpartition("/")[2]
        inner = unquote(inner) if is_quoted else inner
        # as keys are any text, what is no path of this machine's becomes one: never a step up, nor an empty one
        parts = [part if part.strip("/\0") else "%2F" for part in inner.replace("\0", "%00").split("/")]
        yield "/".join(parts), {**info, "name": name}


def _is_wanted(inner: str) -> bool:
    """As in a folder: what is named .pdf, and is not hidden, nor in something hidden."""
    return inner.lower().endswith(".pdf") and not any(part.startswith(".") for part in inner.split("/"))


def _mark(info: Mapping[str, Any]) -> str | None:
    marks = {name: str(info[name]) for name in (*_MARKS, *_TIMES) if info.get(name)}
    return json.dumps([info.get("size"), marks]) if marks else None


def _take_away(folder: Path, listed: set[str]) -> None:
    """What is not listed any more, and what a dying run left half fetched. Its folders go when they are empty."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.name.startswith(_PARTIAL) or (
            not path.name.startswith(RECORD) and path.relative_to(folder).as_posix() not in listed
        ):
            path.unlink()


def _not_fetched(error: Exception) -> IntakeError:
    reason = f"{type(error).__name__}: {error}"[:200]
    return IntakeError(
        "take",
        "not_fetched",
        f"Filen gick inte att hämta från sitt lager ({reason}). Den prövas igen i nästa körning.",
        f"The file could not be fetched from its storage ({reason}). The next run tries again.",
    )
