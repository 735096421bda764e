"""The stages of one file as plain functions: take, read, understand. They run without Prefect.

`process_file` runs all three in processes of their own; `process_here` runs them in this one.
"""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from extractors.taking.unlocking import readable
from flows.files.file_processes import FileProcesses
from flows.files.outcome import FileOutcome, failed, refused, unread
from flows.files.page_ranges import RangeEndedError, is_long, read_in_ranges
from flows.files.workers import ApartError
from flows.settings import Settings
from models.blocks import ReadFile
from models.failures import IntakeError
from models.rows import TABLES, FileRows, Stage


def process_file(path: Path, settings: Settings, run_id: str, name: str | None = None) -> FileOutcome:
    """Take, read and understand one file, apart and within the settings' bounds. Bad files raise nothing.

    One process does all of it; the pages of a long file are read by several. name: what it is told as, where that is
    not its own.
    """
    from extractors.taking.names import source_name

    processes = FileProcesses(settings)
    told = settings.handed_on
    try:
        begun = FileOutcome.model_validate_json(processes.run(_process_to_json, (path, told, run_id, name)))
        if begun.rows is not None or begun.failure is not None:
            return begun
        ranges = read_in_ranges(path, begun, run_id, settings, processes)
        if isinstance(ranges, FileOutcome):
            return ranges
        read = begun.model_copy(update={"seconds": begun.seconds | {"read": processes.spent - begun.seconds["take"]}})
        return FileOutcome.model_validate_json(processes.run(_finish_to_json, (path, read, ranges, told, run_id)))
    except (ApartError, RangeEndedError) as error:
        cause, pages = (error.cause, error.pages) if isinstance(error, RangeEndedError) else (error, None)
        known_as = name or source_name(path)
        return FileOutcome(
            path=str(path),
            source_name=known_as,
            sha256=(sha256 := _sha256_or_none(path, settings)),
            failure=refused(ended_apart(cause, settings, pages), known_as, sha256, run_id),
            seconds={"read": processes.spent},
            passing=cause.code == "crashed",
        )


def process_here(path: Path, settings: Settings, run_id: str) -> FileOutcome:
    """Take, read and understand one file in this process. Raises MemoryError; all else becomes a failure."""
    from extractors.taking.names import source_name

    with readable(path, settings.known_passwords) as unlocked:
        taken = _take(path, unlocked, settings, run_id, source_name(path))
        return taken if taken.failure is not None else _finish(unlocked, taken, None, settings, run_id)


def read_taken(
    path: Path, sha256: str, name: str, settings: Settings, ranges: Sequence[bytes] | None = None
) -> ReadFile:
    """The document model of a file that has been taken in. `ranges`: its sheets, packed, where they have been read."""
    from extractors.reading import read_file

    return read_file(path, sha256, name, settings.recognition, ranges)


def _take(path: Path, unlocked: Path, settings: Settings, run_id: str, name: str) -> FileOutcome:
    """The file as it is taken in, neither with rows nor with a failure; or with the failure.

    unlocked: the same file or, where it is locked with a password that is known, a copy of it without the lock.
    name: what it is told as.
    """
    from extractors.taking.intake import take
    from extractors.taking.names import printable

    seconds: dict[str, float] = {}
    known = FileOutcome(path=printable(str(path)), source_name=name)
    try:
        with _timed(seconds, "take"):
            taken = take(path, settings.limits, unlocked)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - one file's trouble, whatever it is, must not stop the others
        known = known.model_copy(update={"sha256": _sha256_or_none(path, settings), "seconds": seconds})
        return failed(error, "take", known, run_id)
    attached = refused(taken.attached, known.source_name, taken.sha256, run_id) if taken.attached else None
    return known.model_copy(
        update={"sha256": taken.sha256, "n_pages": taken.n_pages, "attached": attached, "seconds": seconds}
    )


def _finish(
    path: Path, taken: FileOutcome, ranges: Sequence[bytes] | None, settings: Settings, run_id: str
) -> FileOutcome:
    """Read and understand a file that was taken in. `ranges`: its sheets, packed, where they have been read."""
    from corpus.registry import load_registry

    assert taken.sha256 is not None
    seconds = dict(taken.seconds)
    stage: Stage = "read"
    try:
        with _timed(seconds, "read"):
            held = [read_taken(path, taken.sha256, taken.source_name, settings, ranges)]
            missed = unread(held[0], run_id)
        stage = "understand"
        with _timed(seconds, "understand"):
            from extractors.understanding import understand

            rows: FileRows = understand(held.pop(), load_registry(), run_id)  # it goes as its rows come
            _demand_single_keys(rows)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - one file's trouble, whatever it is, must not stop the others
        return failed(error, stage, taken.model_copy(update={"seconds": seconds}), run_id)
    lasting = taken.attached is not None and missed is None  # another try would find the same attachments
    return taken.model_copy(update={"rows": rows, "unread": missed, "lasting": lasting, "seconds": seconds})


def _demand_single_keys(rows: FileRows) -> None:
    """Raises ValueError where a primary key comes twice: this file fails, and not the run that publishes its rows."""
    for row_type in TABLES:
        keys = [tuple(getattr(row, name) for name in row_type.primary_key) for row in rows.of(row_type)]
        if len(set(keys)) < len(keys):
            raise ValueError(f"a primary key comes twice in {row_type.table_name}")


def ended_apart(error: ApartError, settings: Settings, pages: range | None = None) -> IntakeError:
    """What to say of a file that ended the process that read it, or was ended with it; `pages` are those it read."""
    of_sv, of_en = (f"s sidor {pages[0]}–{pages[-1]}", f", pages {pages[0]}–{pages[-1]}") if pages else ("", "")
    if error.code == "too_slow":
        limit = f"{settings.seconds_per_file:g}"
        return IntakeError(
            "read",
            "too_slow",
            f"Filen blev inte färdigläst inom {limit} sekunder. Dela upp den, spara om den i ett "
            "PDF-program, eller höj gränsen (PLANKOLL_SECONDS_PER_FILE).",
            f"The file was not read within {limit} seconds. Split it, save it again in a PDF program, or "
            "raise the limit (PLANKOLL_SECONDS_PER_FILE).",
        )
    if error.code == "out_of_memory":
        limit = f"{settings.memory_per_file / 1024**2:.0f}"
        return IntakeError(
            "read",
            "out_of_memory",
            f"Filen{of_sv} kräver mer än {limit} MB minne. Dela upp den, eller höj gränsen (PLANKOLL_MEMORY_PER_FILE).",
            f"The file{of_en} needs more than {limit} MB of memory. Split it, or raise the limit "
            "(PLANKOLL_MEMORY_PER_FILE).",
        )
    signal = f" (signal {error.signal})" if error.signal is not None else ""
    return IntakeError(
        "read",
        "crashed",
        f"PDF-läsaren kraschade på filen{of_sv}{signal}. Spara om den i ett PDF-program och lägg in den igen.",
        f"The PDF reader crashed on the file{of_en}{signal}. Save it again in a PDF program and hand it in again.",
    )


def _process_to_json(path: Path, settings: Settings, run_id: str, name: str | None = None) -> bytes:
    """In the other process: all stages; of a long file the first alone."""
    from extractors.taking.names import source_name

    with readable(path, settings.known_passwords) as unlocked:
        taken = _take(path, unlocked, settings, run_id, name or source_name(path))
        if taken.failure is None and not is_long(taken.n_pages, settings):
            taken = _finish(unlocked, taken, None, settings, run_id)
    return taken.to_json()


def _finish_to_json(path: Path, taken: FileOutcome, ranges: Sequence[bytes], settings: Settings, run_id: str) -> bytes:
    """In the other process."""
    with readable(path, settings.known_passwords) as unlocked:
        return _finish(unlocked, taken, ranges, settings, run_id).to_json()


def _sha256_or_none(path: Path, settings: Settings) -> str | None:
    from extractors.taking.fingerprint import fingerprint

    try:
        return fingerprint(path, settings.limits)[0]
    except IntakeError:
        return None


@contextmanager
def _timed(seconds: dict[str, float], stage: Stage) -> Iterator[None]:
    begun = time.monotonic()
    try:
        yield
    finally:
        seconds[stage] = seconds.get(stage, 0.0) + time.monotonic() - begun
