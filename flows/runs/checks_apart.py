"""All checks over a dataset's tables, by several processes: what each document says by itself is shared out.

The program makes the rows of all documents and holds documents against each other, while processes of their own check
documents one by one, a share of them at a time; then the program takes shares too. What is found, and in which order,
is the same whatever the number of processes.
"""

import logging
import pickle
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Final

import polars as pl

from checks.grouping import Told
from checks.rulings import NO_RULINGS, Rulings
from flows.files.apart import run_apart
from flows.files.collecting import collecting_seldom
from flows.files.workers import ApartError
from models.rows import Document, Evidence, FileRows, Finding
from models.schema import to_valid_rows
from outputs.merge import FILE_TABLES

SHARE: Final = 150
"""Documents of a share: so few that a process forgets little when it ends, so many that sending them costs little."""
_SECONDS: Final = 3600.0
"""After which a share is given up, and the program checks it itself. Half a second is usual."""
_MEMORY: Final = 2 * 1024**3
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
    with collecting_seldom():
        if processes == 1 or frames["documents"].height <= 2 * SHARE:
            return check([rows_of(frames)], rulings)
        return _by_several(frames, rulings, processes)


def _by_several(frames: Frames, rulings: Rulings, processes: int) -> tuple[list[Finding], list[Evidence]]:
    from checks import CheckInput, run_checks
    from checks.running import ToldAlone, told_alone
    from corpus.registry import load_registry

    left = deque(shares_of(frames))
    told: dict[str, Sequence[Told]] = {}

    def have_checked() -> None:
        """Hand shares to a process until none is left, or one does not come back: the program checks that itself."""
        while (share := _next(left.popleft)) is not None:
            try:
                answer = run_apart(check_share, (share, rulings), seconds=_SECONDS, memory=_MEMORY)
                told.update(pickle.loads(answer))  # noqa: S301 - what this program's own process made of the rows
            except ApartError as error:
                _log.warning("a process of the checks ended (%s); the program goes on without it", error.code)
                return

    with ThreadPoolExecutor(processes - 1) as threads:
        others = [threads.submit(have_checked) for _ in range(processes - 1)]

        def rest(rows: CheckInput) -> ToldAlone:
            """Check shares from the end until none is left, and then what no process has answered for."""
            parts = {part.documents[0].document_id: part for part in rows.one_by_one()}
            while (share := _next(left.pop)) is not None:
                told.update(told_alone([parts[each] for each in share["documents"]["document_id"]], rulings=rulings))
            for other in others:
                other.result()
            told.update(told_alone([part for name, part in parts.items() if name not in told], rulings=rulings))
            return told

        try:
            return run_checks(
                CheckInput.from_file_rows([rows_of(frames)], load_registry()), rulings=rulings, alone=rest
            )
        finally:
            left.clear()  # whatever ended this, the threads begin nothing new


def check_share(frames: Frames, rulings: Rulings) -> bytes:
    """In another process: what the checks of one document find in these, pickled.

    Documents on which a check broke are left out: the program meets the fault itself, where its log is.
    """
    from checks import CheckInput
    from checks.running import BROKEN, told_alone
    from corpus.registry import load_registry

    rows = CheckInput.from_file_rows([rows_of(frames)], load_registry())
    told = told_alone(rows.one_by_one(), rulings=rulings)
    whole = {name: found for name, found in told.items() if all(each.violation.rule != BROKEN for each in found)}
    return pickle.dumps(whole)


def shares_of(frames: Frames) -> Iterator[Frames]:
    """The tables of SHARE documents at a time; rows keep their order.

    Documents that nothing tells to be of one party and year go first: of the others the program works out what they
    state in any case, to hold them against each other, and need not do so again for those it takes itself.
    """
    documents = frames[Document.table_name]
    of_nobody = pl.col("kommunkod").is_null() & pl.col("lanskod").is_null()
    of_no_year = pl.col("reporting_year").is_null() & pl.col("period_start").ne_missing(pl.col("period_end"))
    alone_first = documents.sort(of_nobody | of_no_year, descending=True, maintain_order=True)
    share = alone_first.select("document_id", _share=pl.int_range(pl.len()) // SHARE)
    parted: dict[str, dict[tuple[object, ...], pl.DataFrame]] = {}
    for name, frame in frames.items():
        owners = share
        if name in _OWNERS:
            owner, key = _OWNERS[name]
            owners = frames[owner].select(key, "document_id").join(share, on="document_id").select(key, "_share")
        with_share = frame.join(owners, on=owners.columns[0], maintain_order="left")
        parted[name] = with_share.partition_by("_share", include_key=False, maintain_order=True, as_dict=True)
    for number in range(-(-documents.height // SHARE)):
        yield {name: parts.get((number,), frames[name].clear()) for name, parts in parted.items()}


def _next(take: Callable[[], Frames]) -> Frames | None:
    """None where somebody else took the last."""
    try:
        return take()
    except IndexError:
        return None
