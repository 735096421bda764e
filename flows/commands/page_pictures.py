"""Pictures of pages for the report: the files found again, each drawn in a process of its own.

Personal data that is left out of the dataset is covered in the pictures as well.
"""

import struct
import threading
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path

import polars as pl

from extractors.privacy import is_masked, lacks_a_name
from flows.files.file_processes import FileProcesses
from flows.files.workers import ApartError
from flows.inboxes.inbox import gather
from flows.inboxes.whereabouts import folders_of
from flows.settings import Settings
from models.failures import IntakeError
from outputs.audit_report.sheets import PageKey
from outputs.audit_report.words import Pair

Covered = Sequence[tuple[float, float, float, float, bool]]
"""x0, top, x1, bottom in points from the page's top left; and whether all of it is private, or some words in it."""

_LOST: Pair = (
    "Originalfilen finns inte där den lästes. Ange mappen den ligger i med --files.",
    "The original file is not where it was read. Name the folder that it is in with --files.",
)
_UNDRAWN: Pair = ("Sidan gick inte att rita.", "The page could not be drawn.")
_HEAD = struct.Struct(">II")
"""Before each picture in a process's answer: the page, and the picture's length in bytes."""
_PRELOADED = ("flows.commands.page_pictures", "extractors.pictures.bare")
"""Drawing needs nothing of what reading does."""
_AT_ONCE = 24
"""Pages that one process draws: a file of many is shared by the workers."""


class SourceFiles:
    """The files that the dataset was read from, by content: where they were then, or in the folders named now."""

    def __init__(self, files: pl.DataFrame, settings: Settings, folders: Sequence[Path] = ()) -> None:
        """files: the dataset's table."""
        self._files = files
        self._settings = settings
        self._folders = folders
        self._found: dict[str, Path | None] = {}
        self._lock = threading.Lock()

    def path_of(self, sha256: str) -> Path | None:
        """A file with this very content; None where there is none. Asked again, it is not read again."""
        with self._lock:
            if sha256 not in self._found:
                still = (path for path in self._known.get(sha256, []) if self._holds(path, sha256))
                self._found[sha256] = next(still, None) or self._given.get(sha256)
            return self._found[sha256]

    @cached_property
    def _known(self) -> dict[str, list[Path]]:
        known: dict[str, list[Path]] = {}
        folders = folders_of(self._settings.dataset)
        rows = self._files.select("folder_id", "path", "source_sha256", "held_sha256").iter_rows()
        for folder, path, *contents in rows:
            for sha256 in dict.fromkeys(contents):
                if sha256 is not None and folder in folders:
                    known.setdefault(sha256, []).append(folders[folder] / path)
        return known

    @cached_property
    def _given(self) -> dict[str, Path]:
        files = gather(self._folders, self._settings.limits).files
        return {file.sha256: file.path for file in files if file.sha256 is not None}

    def _holds(self, path: Path, sha256: str) -> bool:
        from extractors.taking.fingerprint import fingerprint

        try:
            return fingerprint(path, self._settings.limits)[0] == sha256
        except IntakeError:
            return False


class PagePictures:
    """Draws pages as PNG, or says why not."""

    def __init__(self, frames: Mapping[str, pl.DataFrame], files: SourceFiles, settings: Settings) -> None:
        self._private = private_places(frames)
        self._files = files
        self._settings = settings

    def draw(self, keys: Iterable[PageKey]) -> tuple[dict[PageKey, bytes], dict[PageKey, Pair]]:
        """The pictures, and why some are missing. Files are drawn at the same time, as many as there are workers."""
        by_file: dict[str, list[int]] = {}
        for key in keys:
            by_file.setdefault(key.sha256, []).append(key.page)
        pictures: dict[PageKey, bytes] = {}
        missing: dict[PageKey, Pair] = {}
        with ThreadPoolExecutor(self._settings.workers) as pool:
            parts = [
                (
                    sha256,
                    pages[begin : begin + _AT_ONCE],
                    pool.submit(self._draw, sha256, pages[begin : begin + _AT_ONCE]),
                )
                for sha256, pages in by_file.items()
                for begin in range(0, len(pages), _AT_ONCE)
            ]
            for sha256, pages, future in parts:
                drawn, why = future.result()
                for page in pages:
                    if page in drawn:
                        pictures[PageKey(sha256, page)] = drawn[page]
                    else:
                        missing[PageKey(sha256, page)] = why
        return pictures, missing

    def is_lost(self, key: PageKey) -> Pair | None:
        """What to say where the page's file is not found."""
        return _LOST if self._files.path_of(key.sha256) is None else None

    def _draw(self, sha256: str, pages: Sequence[int]) -> tuple[dict[int, bytes], Pair]:
        path = self._files.path_of(sha256)
        if path is None:
            return {}, _LOST
        wanted = {page: self._private.get((sha256, page), ()) for page in pages}
        try:
            answer = FileProcesses(self._settings, _PRELOADED).run(draw_to_bytes, (path, wanted))
        except ApartError:
            return {}, _UNDRAWN
        return dict(_unpacked(answer)), _UNDRAWN


def private_places(frames: Mapping[str, pl.DataFrame]) -> dict[tuple[str, int], Covered]:
    """Where, by file and page, something was read that the dataset leaves out: answers, and words that are masked."""
    files = dict(frames["documents"].select("document_id", "source_sha256").iter_rows())
    tables = frames["tables"].select("table_id", "document_id")
    whole, text = pl.col("withheld").is_not_null().alias("whole"), pl.col("text")
    place = ("document_id", "page", "x0", "top", "x1", "bottom")
    read = pl.concat(
        [
            frames["fields"].select(*place, whole, pl.col("value_text").alias("text")),
            frames["passages"].select(*place, whole, text),
            frames["cells"].join(tables, on="table_id").select(*place, pl.lit(value=False).alias("whole"), text),
        ]
    )
    found: dict[tuple[str, int], list[tuple[float, float, float, float, bool]]] = {}
    for document_id, page, x0, top, x1, bottom, is_whole, words in read.iter_rows():
        if is_whole or is_masked(words):
            found.setdefault((files[document_id], page), []).append(
                (x0, top, x1, bottom, is_whole or lacks_a_name(words))
            )
    return {key: tuple(places) for key, places in found.items()}


def draw_to_bytes(path: Path, wanted: Mapping[int, Covered]) -> bytes:
    """In the other process: the pictures one after another, each with its page and length before it."""
    from extractors.pages.geometry import Box
    from extractors.pictures.bare import Private, page_pictures

    places = {page: [Private(Box(*box), whole) for *box, whole in covered] for page, covered in wanted.items()}
    return b"".join(_HEAD.pack(page, len(png)) + png for page, png in page_pictures(path, places))


def _unpacked(answer: bytes) -> Iterable[tuple[int, bytes]]:
    at = 0
    while at < len(answer):
        page, length = _HEAD.unpack_from(answer, at)
        at += _HEAD.size
        yield page, answer[at : at + length]
        at += length
