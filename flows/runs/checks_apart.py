"""All checks over a dataset's tables, by several processes: what each file says by itself is shared out.

The rows of a share of the files are made where it is checked, and are gone after that: the program itself takes shares
as the other processes do, and then holds the documents against each other by what was asked of each file. What is
found, and in which order, is the same whatever the number of processes.
"""

import logging
import pickle
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Final

import polars as pl

from checks.rulings import NO_RULINGS, Rulings
from flows.files.apart import run_apart
from flows.files.collecting import collecting_seldom
from flows.files.workers import ApartError
from models.rows import Document, Evidence, FileRows, Finding
from models.schema import to_valid_rows
from outputs.merge import FILE_TABLES

if TYPE_CHECKING:
    from checks import CheckInput
    from checks.running import FileTold

SHARE: Final = 150
"""Documents of a share: so few that a process forgets little when it ends, so many that sending them costs little."""
_FEW: Final = 2
"""Shares that the program checks itself sooner than another process has begun."""
_SECONDS: Final = 3600.0
"""After which a share is given up, and the program checks it itself. A second is usual."""
_MEMORY: Final = 2 * 1024**3
_LARGER: Final = 512 * 1024**2
"""The rows of a share leave a process larger than a file does, and the next share needs as much again."""
_OWNERS: Final = {"cells": ("tables", "table_id"), "activity_years": ("activities", "activity_id")}
"""Tables without a document_id: the table that tells it, and by which column."""

Frames = Mapping[str, pl.DataFrame]
_log = logging.getLogger(__name__)


def check(files: Iterable[FileRows], rulings: Rulings = NO_RULINGS) -> tuple[list[Finding], list[Evidence]]:
    """What does not add up in these rows, and what that rests on; all of it in this process."""
    from checks import CheckInput, run_checks
    from corpus.registry import load_registry

    return run_checks(CheckInput.from_file_rows(files, load_registry()), rulings=rulings)


def rows_of(frames: Frames) -> FileRows:
    """The rows of all files from the frames that hold them; made one after another, for there may be millions."""
    return FileRows(**{each.table_name: to_valid_rows(each, frames[each.table_name]) for each in FILE_TABLES})


def checked(frames: Frames, rulings: Rulings, processes: int) -> tuple[list[Finding], list[Evidence]]:
    """What does not add up in the files' tables, and what that rests on; `processes` check, this one among them."""
    from checks.running import run_between

    with collecting_seldom():
        told = _told_by_several(frames, rulings, processes)
        documents = to_valid_rows(Document, frames[Document.table_name])
        # A file on which a process met a fault is checked here, where the log is.
        left = frozenset(each.document_id for each in documents if each.source_sha256 not in told)
        if left:
            told.update(_told(_input_of(rows_of(_of_documents(frames, left))), rulings))
        files = dict.fromkeys(document.source_sha256 for document in documents)
        return run_between(
            documents,
            [told[file] for file in files],
            lambda some: _input_of(rows_of(_of_documents(frames, some))),
            rulings=rulings,
        )


def _told_by_several(frames: Frames, rulings: Rulings, processes: int) -> dict[str, "FileTold"]:
    """source_sha256 -> what the file tells by itself. Files that a process had trouble with are not there."""
    left = deque(shares_of(frames))
    told: dict[str, FileTold] = {}

    def have_told() -> None:
        """Hand shares to a process until none is left, or one does not come back: the program checks that itself."""
        while (share := _next(left.popleft)) is not None:
            try:
                answer = run_apart(check_share, (share, rulings), seconds=_SECONDS, memory=_MEMORY, larger=_LARGER)
                told.update(pickle.loads(answer))  # noqa: S301 - what this program's own process made of the rows
            except ApartError as error:
                _log.warning("a process of the checks ended (%s); the program goes on without it", error.code)
                return

    several = min(processes, len(left)) if len(left) > _FEW else 1
    with ThreadPoolExecutor(several) as threads:
        others = [threads.submit(have_told) for _ in range(several - 1)]
        try:
            while (share := _next(left.pop)) is not None:
                told.update(_told(_input_of(rows_of(share)), rulings))
        finally:
            left.clear()  # whatever ended this, the threads begin nothing new
        for other in others:
            other.result()
    return told


def check_share(frames: Frames, rulings: Rulings) -> bytes:
    """In another process: what the files in these tell by themselves, pickled.

    Files on which a check broke are left out: the program meets the fault itself.
    """
    from checks.running import BROKEN

    with collecting_seldom():
        told = _told(_input_of(rows_of(frames)), rulings)
    whole = {
        file: each
        for file, each in told.items()
        if all(one.violation.rule != BROKEN for found in each.found.values() for one in found)
    }
    return pickle.dumps(whole)


def _told(rows: "CheckInput", rulings: Rulings) -> dict[str, "FileTold"]:
    from checks.running import told_by_files

    told = told_by_files(rows, rulings=rulings)
    return {file.documents[0].source_sha256: each for file, each in zip(rows.files(), told, strict=True)}


def _input_of(rows: FileRows) -> "CheckInput":
    from checks import CheckInput
    from corpus.registry import load_registry

    return CheckInput.from_file_rows([rows], load_registry())


def shares_of(frames: Frames) -> Iterator[Frames]:
    """The tables of about SHARE documents at a time, files whole; rows keep their order."""
    documents = frames[Document.table_name]
    first_of_file = pl.col("_at").first().over("source_sha256")
    share = documents.with_row_index("_at").select("document_id", _share=first_of_file // SHARE)
    parted: dict[str, dict[tuple[object, ...], pl.DataFrame]] = {}
    for name, frame in frames.items():
        with_share = frame.join(_owners(frames, name, share), on=_key(name), maintain_order="left")
        parted[name] = with_share.partition_by("_share", include_key=False, maintain_order=True, as_dict=True)
    for number in share["_share"].unique(maintain_order=True):
        yield {name: parts.get((number,), frames[name].clear()) for name, parts in parted.items()}


def _of_documents(frames: Frames, document_ids: AbstractSet[str]) -> Frames:
    """The rows of these documents alone, in their order."""
    some = frames[Document.table_name].select("document_id").filter(pl.col("document_id").is_in(list(document_ids)))
    return {
        name: frame.join(_owners(frames, name, some), on=_key(name), how="semi", maintain_order="left")
        for name, frame in frames.items()
    }


def _owners(frames: Frames, name: str, documents: pl.DataFrame) -> pl.DataFrame:
    """What is told of documents by their document_id, by the key of a table's rows."""
    if name not in _OWNERS:
        return documents
    owner, key = _OWNERS[name]
    return frames[owner].select(key, "document_id").join(documents, on="document_id").drop("document_id")


def _key(name: str) -> str:
    """The column that tells whose a table's rows are."""
    return _OWNERS[name][1] if name in _OWNERS else "document_id"


def _next(take: Callable[[], Frames]) -> Frames | None:
    """None where somebody else took the last."""
    try:
        return take()
    except IndexError:
        return None
