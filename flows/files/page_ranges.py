"""Reading a long file's pages in several processes: ranges of pages, each read apart, put together in their order.

A page's words, grids and lines depend on nothing but the page; what comes after needs the whole document, and one
process has it. The ranges are those for which one process would open the file anew, so that it reads the same.
"""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from flows.files.file_processes import FileProcesses
from flows.files.outcome import FileOutcome, failed
from flows.files.workers import ApartError
from flows.settings import Settings

_READ, _FAILED = b"+", b"-"
"""How an answer begins: with packed sheets, or with the outcome that says why there are none."""


class RangeEndedError(Exception):
    """The process that read these pages did not come back."""

    def __init__(self, cause: ApartError, pages: range) -> None:
        super().__init__(cause, pages)
        self.cause = cause
        self.pages = pages


def is_long(n_pages: int, settings: Settings) -> bool:
    """True for a file that is to be read by several processes."""
    return n_pages >= settings.long_file and settings.workers > 1


def read_in_ranges(
    path: Path, begun: FileOutcome, run_id: str, settings: Settings, processes: FileProcesses
) -> tuple[bytes, ...] | FileOutcome:
    """The sheets of all pages, packed, range after range; or the outcome of the first range that cannot be read.

    begun: the file as it was taken. Raises RangeEndedError for the first range whose process did not come back.
    """
    from extractors.sheets import ranges_of

    ranges = ranges_of(begun.n_pages)
    answers: list[bytes] = []
    with ThreadPoolExecutor(min(len(ranges), settings.workers)) as pool:
        waiting = [
            pool.submit(
                processes.run,
                read_range_to_bytes,
                (path, pages, begun, settings.handed_on, run_id),
            )
            for pages in ranges
        ]
        try:
            for pages, future in zip(ranges, waiting, strict=True):
                try:
                    answer = future.result()
                except ApartError as error:
                    raise RangeEndedError(error, pages) from error
                if answer[:1] == _FAILED:
                    return FileOutcome.model_validate_json(answer[1:])
                answers.append(answer[1:])
        finally:
            for future in waiting:
                future.cancel()
    return tuple(answers)


def read_range_to_bytes(path: Path, pages: range, begun: FileOutcome, settings: Settings, run_id: str) -> bytes:
    """In the other process. Raises MemoryError; all else becomes an outcome."""
    from extractors.sheets import read_packed
    from extractors.taking.unlocking import readable

    try:
        with readable(path, settings.known_passwords) as unlocked:
            return _READ + read_packed(unlocked, pages)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - one file's trouble, whatever it is, must not stop the others
        outcome = failed(error, "read", begun, run_id)
        return _FAILED + outcome.to_json()
