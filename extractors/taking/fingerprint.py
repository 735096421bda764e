"""A file's bytes: whether they can be read, how many they are, and their hash. What they are of is no matter here.

What cannot be read raises `IntakeError` with the stage `take` and one of the codes vanished, a_folder, unreadable,
empty_file, too_large.
"""

import hashlib
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from models.failures import IntakeError

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file may be at most."""

    max_bytes: int = 200 * 1024 * 1024
    max_pages: int = 2_000


def fingerprint(path: Path, limits: Limits) -> tuple[str, int]:
    """SHA-256 (hexadecimal) and size in bytes of a file that exists, can be read and is not too large."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            refuse(
                "a_folder",
                "Detta är en mapp, inte en fil, fast namnet slutar på .pdf. Byt namn på mappen.",
                "This is a folder, not a file, although its name ends in .pdf. Rename the folder.",
            )
        if not stat.S_ISREG(status.st_mode):
            refuse(
                "unreadable",
                "Detta är inte en vanlig fil. Lägg en kopia av PDF-filen här i stället.",
                "This is not an ordinary file. Put a copy of the PDF file here instead.",
            )
        if status.st_size > limits.max_bytes:
            raise too_large(status.st_size, limits)
        digest = hashlib.sha256()
        size = 0
        with path.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                digest.update(chunk)
                size += len(chunk)
    except FileNotFoundError as error:
        raise IntakeError(
            "take",
            "vanished",
            "Filen finns inte, eller har försvunnit under körningen. Kontrollera sökvägen och försök igen.",
            "The file does not exist, or vanished during the run. Check the path and try again.",
        ) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise IntakeError(
            "take",
            "unreadable",
            f"Filen går inte att läsa ({reason}). Ge läsrättighet till filen, eller hämta den på nytt.",
            f"The file cannot be read ({reason}). Grant permission to read it, or fetch it again.",
        ) from error
    if size == 0:
        refuse(
            "empty_file",
            "Filen är tom (0 byte). Hämta den på nytt från avsändaren.",
            "The file is empty (0 bytes). Fetch it again from its sender.",
        )
    return digest.hexdigest(), size


def too_large(size: int, limits: Limits) -> IntakeError:
    """What to say of a file of more bytes than may be."""
    return IntakeError(
        "take",
        "too_large",
        f"Filen är {megabytes(size)} MB; gränsen är {megabytes(limits.max_bytes)} MB. "
        "Dela upp den eller höj gränsen (PLANKOLL_MAX_BYTES).",
        f"The file is {megabytes(size)} MB; the limit is {megabytes(limits.max_bytes)} MB. "
        "Split it or raise the limit (PLANKOLL_MAX_BYTES).",
    )


def refuse(code: str, message_sv: str, message_en: str) -> NoReturn:
    """Raises IntakeError, stage `take`."""
    raise IntakeError("take", code, message_sv, message_en)


def megabytes(size: int) -> str:
    """A number of bytes as messages tell of it."""
    return f"{size / 1024 / 1024:.1f}"
