"""The stages of one file as plain functions: take, read, understand. They run without Prefect.

`process_file` runs all three in a process of its own; `process_here` runs them in this one.
"""

import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flows.apart import ApartError, run_apart
from flows.outcome import FileOutcome, may_pass, refused, unforeseen, unread
from flows.settings import Settings
from models.blocks import ReadFile
from models.failures import IntakeError
from models.rows import FileRows, Stage


def process_file(path: Path, settings: Settings, run_id: str) -> FileOutcome:
    """Take, read and understand one file, apart and within the settings' bounds. Bad files raise nothing."""
    from extractors.taking.intake import source_name

    begun = time.monotonic()
    try:
        answer = run_apart(
            _process_to_json,
            (path, settings.model_dump_json(), run_id),
            seconds=settings.seconds_per_file,
            memory=settings.memory_per_file,
        )
    except ApartError as error:
        name = source_name(path)
        return FileOutcome(
            path=str(path),
            source_name=name,
            sha256=(sha256 := _sha256_or_none(path, settings)),
            failure=refused(ended_apart(error, settings), name, sha256, run_id),
            seconds={"read": time.monotonic() - begun},
            passing=error.code == "crashed",
        )
    return FileOutcome.model_validate_json(answer)


def process_here(path: Path, settings: Settings, run_id: str) -> FileOutcome:
    """Take, read and understand one file in this process. Raises MemoryError; all else becomes a failure."""
    from corpus.registry import load_registry
    from extractors.taking.intake import source_name, take

    name, sha256, n_pages = source_name(path), None, 0
    seconds: dict[str, float] = {}
    stage: Stage = "take"
    try:
        with _timed(seconds, "take"):
            taken = take(path, settings.limits)
        sha256, n_pages = taken.sha256, taken.n_pages
        stage = "read"
        with _timed(seconds, "read"):
            read = read_taken(path, sha256, name, settings)
        stage = "understand"
        with _timed(seconds, "understand"):
            from extractors.understanding import understand

            rows: FileRows = understand(read, load_registry(), run_id)
    except MemoryError:
        raise
    except IntakeError as error:
        failure = refused(error, name, sha256 or _sha256_or_none(path, settings), run_id)
        passing, detail = error.__cause__ is not None and may_pass(error.__cause__), None
    except Exception as error:  # noqa: BLE001 - one file's trouble, whatever it is, must not stop the others
        failure = refused(unforeseen(error, stage), name, sha256 or _sha256_or_none(path, settings), run_id)
        passing, detail = may_pass(error), traceback.format_exc()
    else:
        return FileOutcome(
            path=str(path),
            source_name=name,
            sha256=sha256,
            n_pages=n_pages,
            rows=rows,
            unread=unread(read, run_id),
            seconds=seconds,
        )
    return FileOutcome(
        path=str(path),
        source_name=name,
        sha256=failure.source_sha256,
        n_pages=n_pages,
        failure=failure,
        seconds=seconds,
        passing=passing,
        detail=detail,
    )


def read_taken(path: Path, sha256: str, name: str, settings: Settings) -> ReadFile:
    """The document model of a file that has been taken in."""
    from extractors.reading import read_file

    return read_file(path, sha256, name, settings.recognition)


def ended_apart(error: ApartError, settings: Settings) -> IntakeError:
    """What to say of a file that ended the process that read it, or was ended with it."""
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
            f"Filen kräver mer än {limit} MB minne. Dela upp den, eller höj gränsen (PLANKOLL_MEMORY_PER_FILE).",
            f"The file needs more than {limit} MB of memory. Split it, or raise the limit (PLANKOLL_MEMORY_PER_FILE).",
        )
    signal = f" (signal {error.signal})" if error.signal is not None else ""
    return IntakeError(
        "read",
        "crashed",
        f"PDF-läsaren kraschade på filen{signal}. Spara om den i ett PDF-program och lägg in den igen.",
        f"The PDF reader crashed on the file{signal}. Save it again in a PDF program and hand it in again.",
    )


def _process_to_json(path: Path, settings: str, run_id: str) -> bytes:
    return process_here(path, Settings.model_validate_json(settings), run_id).model_dump_json().encode()


def _sha256_or_none(path: Path, settings: Settings) -> str | None:
    from extractors.taking.intake import fingerprint

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
        seconds[stage] = time.monotonic() - begun
