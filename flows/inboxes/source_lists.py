"""Where files came from, as their inbox says: `sources.csv` at its top, a plain list that people and programs keep.

    file;url;fetched;licence;note       (or in Swedish: fil;url;hämtad;licens;anteckning)

`file` is a path within the inbox, or the name alone where one file has it. Only that column is needed. A semicolon, a
comma or a tab parts the columns; the text is UTF-8. What is not understood is told in the table failures, and stays
unsaid of the file. What a list has once said of a file stays until it says something else.
"""

import csv
import hashlib
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from unicodedata import normalize

from extractors.taking.names import told
from flows.files.outcome import refused
from flows.inboxes.inbox import InboxFile, folder_id
from flows.inboxes.known_files import Plan
from flows.inboxes.object_inbox import ObjectInbox, url_of
from flows.inboxes.putting_away import place_before
from models.failures import IntakeError
from models.rows import Failure, SourceFile

SOURCES = "sources.csv"
_LARGEST = 50_000_000
"""Bytes: half a million files."""
_LONGEST = 2_000
"""Characters kept of what a list says in one place."""
_TOLD = 5
"""Troubles of one list that are told; the rest are counted."""
_DELIMITERS = ";,\t"
_COLUMNS = {
    "file": "file",
    "fil": "file",
    "url": "source_url",
    "fetched": "fetched",
    "hämtad": "fetched",
    "licence": "licence",
    "license": "licence",
    "licens": "licence",
    "note": "source_note",
    "anteckning": "source_note",
}
"""What a column may be called, and the column of the table files that it fills."""
_FILLED = frozenset(_COLUMNS.values()) - {"file"}

Said = dict[str, str | date]
"""What a list says of one file, by the columns of the table files; what it does not say is left out."""
Trouble = tuple[str, str]
"""In Swedish and English."""


@dataclass(frozen=True)
class SourceList:
    """One inbox's list, as far as it was understood."""

    sha256: str | None = None
    said: Mapping[str, Said] = field(default_factory=dict)
    """By path within the inbox, or name."""
    troubles: tuple[Trouble, ...] = ()


@dataclass(frozen=True)
class Origins:
    """Where a run's files came from."""

    rows: tuple[SourceFile, ...]
    """Of the table files, with what is said of each."""
    failures: tuple[Failure, ...]
    """What was not understood of the lists."""


def origins_of(rows: Iterable[SourceFile], plan: Plan, fetched: Iterable[ObjectInbox], run_id: str) -> Origins:
    """Read the lists of the inbox's folders, and tell of each file what they say. fetched: inboxes from elsewhere."""
    urls = {inbox.folder: inbox.url for inbox in fetched}
    said: dict[str, Said] = {}
    failures: list[Failure] = []
    by_folder: dict[Path, list[InboxFile]] = defaultdict(list)
    for file in plan.inbox.all_files:
        by_folder[file.folder].append(file)
    for folder, files in by_folder.items():
        listed = read_list(folder / SOURCES)
        lies = _entries(files, listed.said)
        for file in files:
            default: Said = {"source_url": url_of(urls[folder], _inner(file))} if folder in urls else {}
            said[file.file_id] = default | _said_before(file, plan) | listed.said.get(lies.get(file.file_id, ""), {})
        unknown = sorted(listed.said.keys() - set(lies.values()) - _gone(plan, folder))
        failures += _failure(listed, unknown, run_id)
    told_of = tuple(row.model_copy(update=dict(said[row.file_id])) if row.file_id in said else row for row in rows)
    return Origins(told_of, tuple(failures))


def read_list(path: Path) -> SourceList:
    """A list, as far as it can be understood; an empty one where there is none."""
    try:
        if path.stat().st_size > _LARGEST:
            return SourceList(troubles=(("filen är för stor", "the file is too large"),))
        content = path.read_bytes()
        text = content.decode("utf-8-sig")
    except FileNotFoundError:
        return SourceList()
    except UnicodeDecodeError:
        why = ("spara den som UTF-8 (i Excel: CSV UTF-8)", "save it as UTF-8 (in Excel: CSV UTF-8)")
        return SourceList(hashlib.sha256(content).hexdigest(), troubles=(why,))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return SourceList(troubles=((f"den går inte att läsa ({reason})", f"it cannot be read ({reason})"),))
    said: dict[str, Said] = {}
    troubles: list[Trouble] = []
    try:
        _read_rows(text, said, troubles)
    except csv.Error as error:
        troubles.append((f"den är ingen CSV ({error})", f"it is no CSV ({error})"))
    return SourceList(hashlib.sha256(content).hexdigest(), said, tuple(troubles))


def _read_rows(text: str, said: dict[str, Said], troubles: list[Trouble]) -> None:
    delimiter = max(_DELIMITERS, key=text.partition("\n")[0].count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    heads = [_COLUMNS.get(head.strip().lower()) for head in next(reader, [])]
    if "file" not in heads or len({head for head in heads if head}) < sum(head is not None for head in heads):
        troubles.append(
            ("första raden måste nämna kolumnen fil (file), och varje kolumn en gång",
             "its first line must name the column file, and each column once")
        )  # fmt: skip
        return
    for cells in reader:
        row = {head: cell.strip()[:_LONGEST] for head, cell in zip(heads, cells, strict=False) if head and cell.strip()}
        name = _plain(row.pop("file", ""))
        if not name:
            if row:
                troubles.append((f"rad {reader.line_num} nämner ingen fil", f"line {reader.line_num} names no file"))
            continue
        entry: Said = {column: told(value) for column, value in row.items()}
        if "fetched" in row and (day := _day(row["fetched"])) is not None:
            entry["fetched"] = day
        elif "fetched" in row:
            del entry["fetched"]
            troubles.append(
                (f"rad {reader.line_num}: datum skrivs 2024-05-31", f"line {reader.line_num}: a date reads 2024-05-31")
            )
        if said.setdefault(name, entry) != entry:
            troubles.append(
                (f"rad {reader.line_num} säger något annat om en fil än en rad före den",
                 f"line {reader.line_num} says something else of a file than a line before it")
            )  # fmt: skip


def _entries(files: Iterable[InboxFile], said: Mapping[str, Said]) -> dict[str, str]:
    """Which entry tells of a file, by file_id: the one of its path; else that of its name, where no other has it."""
    found: dict[str, str] = {}
    named: dict[str, list[InboxFile]] = defaultdict(list)
    for file in files:
        path = _plain(place_before(file).as_posix())
        named[path.rpartition("/")[2]].append(file)
        if path in said:
            found[file.file_id] = path
    for name, those in named.items():
        if name in said and name not in found.values() and len({file.sha256 for file in those}) == 1:
            found |= {file.file_id: name for file in those if file.file_id not in found}
    return found


def _said_before(file: InboxFile, plan: Plan) -> Said:
    row = plan.earlier(file)
    before = row.model_dump(include=set(_FILLED)) if row is not None else {}
    return {column: value for column, value in before.items() if value is not None}


def _gone(plan: Plan, folder: Path) -> set[str]:
    """Paths and names of files that were in a folder: to list them still is no mistake."""
    here = folder_id(folder)
    rows = [row for row in plan.known.by_place.values() if row.folder_id == here]
    return {_plain(row.path) for row in rows} | {_plain(row.source_name) for row in rows}


def _failure(listed: SourceList, unknown: list[str], run_id: str) -> Iterator[Failure]:
    """One for a list of which something was not understood."""
    troubles = list(listed.troubles)
    troubles += [(f"ingen fil heter {told(name)}", f"no file is called {told(name)}") for name in unknown]
    if not troubles:
        return
    more = len(troubles) - _TOLD
    swedish, english = ("; ".join(each) for each in zip(*troubles[:_TOLD], strict=True))
    if more > 0:
        swedish, english = f"{swedish}; och {more} till", f"{english}; and {more} more"
    error = IntakeError(
        "take",
        "source_list",
        f"Listan över filernas källor är inte helt förstådd: {swedish}.",
        f"The list of the files' sources is not understood in full: {english}.",
    )
    yield refused(error, SOURCES, listed.sha256, run_id)


def _day(text: str) -> date | None:
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        return None


def _plain(path: str) -> str:
    """A path as people write it: from Windows, with ./ before it, or its letters composed otherwise."""
    return normalize("NFC", path).replace("\\", "/").removeprefix("./").strip("/")


def _inner(file: InboxFile) -> str:
    return file.path.relative_to(file.folder).as_posix()
