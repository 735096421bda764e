"""Taking a file in: is it a whole PDF that can be opened, within bounds?

Every file that cannot be taken in raises `IntakeError` with the stage `take`. The codes:
vanished, a_folder, unreadable, empty_file, too_large, not_a_pdf, encrypted, truncated,
broken_pdf, too_many_pages.
"""

import hashlib
import os
import stat
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import pypdfium2

from extractors.privacy import mask
from extractors.second_file import opened
from extractors.taking.attachments import HEADER_WITHIN, attachments_of, not_read, noted_files
from extractors.taking.truncation import truncation
from extractors.taking.unrendered_forms import is_unrendered_form
from models.failures import IntakeError

_CHUNK = 1 << 20
_PDFIUM_PASSWORD = 4
_PDFIUM_SECURITY = 5
"""PDFium's FPDF_ERR_PASSWORD and FPDF_ERR_SECURITY (an unknown kind of encryption)."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file may be at most."""

    max_bytes: int = 200 * 1024 * 1024
    max_pages: int = 2_000


@dataclass(frozen=True, slots=True)
class TakenFile:
    """A file that is a whole PDF, can be opened without a password and is within the limits."""

    path: Path
    source_name: str
    sha256: str
    size: int
    n_pages: int
    attached: IntakeError | None = None
    """What to say of the files that it carries; None where it carries none."""


def take(path: Path, limits: Limits, unlocked: Path | None = None) -> TakenFile:
    """The file's name, content hash, size in bytes and number of pages; or IntakeError.

    unlocked: a copy without the lock, where the file is locked with a password that is known.
    """
    sha256, size = fingerprint(path, limits)
    _demand_header(path)
    n_pages, attached = _look_inside(unlocked or path, limits)
    return TakenFile(
        path=path, source_name=source_name(path), sha256=sha256, size=size, n_pages=n_pages, attached=attached
    )


def source_name(path: Path) -> str:
    """The file's name without folders, as it may be told, the same on every system."""
    return told(path.name)


def told(name: str) -> str:
    """A name or path from the file system as it may be told: printable, and without what is private."""
    return mask(printable(name))


def printable(name: str) -> str:
    """A name or path from the file system as it can be told: NFC, always UTF-8, whatever bytes it is of."""
    return unicodedata.normalize("NFC", os.fsencode(name).decode("utf-8", "replace"))


def fingerprint(path: Path, limits: Limits) -> tuple[str, int]:
    """SHA-256 (hexadecimal) and size in bytes of a file that exists, can be read and is not too large."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            _refuse(
                "a_folder",
                "Detta är en mapp, inte en fil, fast namnet slutar på .pdf. Byt namn på mappen.",
                "This is a folder, not a file, although its name ends in .pdf. Rename the folder.",
            )
        if not stat.S_ISREG(status.st_mode):
            _refuse(
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
        _refuse(
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
        f"Filen är {_megabytes(size)} MB; gränsen är {_megabytes(limits.max_bytes)} MB. "
        "Dela upp den eller höj gränsen (PLANKOLL_MAX_BYTES).",
        f"The file is {_megabytes(size)} MB; the limit is {_megabytes(limits.max_bytes)} MB. "
        "Split it or raise the limit (PLANKOLL_MAX_BYTES).",
    )


_ZIPPED = (
    (b"word/", "ett Word-dokument", "a Word document"),
    (b"xl/", "en Excel-bok", "an Excel workbook"),
    (b"ppt/", "en PowerPoint-presentation", "a PowerPoint presentation"),
    (b"opendocument.text", "ett OpenDocument-dokument", "an OpenDocument text"),
    (b"opendocument.spreadsheet", "ett OpenDocument-kalkylblad", "an OpenDocument spreadsheet"),
)
_MAGIC = (
    (b"\xd0\xcf\x11\xe0", "ett äldre Office-dokument (Word, Excel)", "an old Office document (Word, Excel)"),
    (b"{\\rtf", "ett RTF-dokument", "an RTF document"),
    (b"\x89PNG", "en bild (PNG)", "an image (PNG)"),
    (b"\xff\xd8\xff", "en bild (JPEG)", "an image (JPEG)"),
    (b"GIF8", "en bild (GIF)", "an image (GIF)"),
    (b"II*\x00", "en bild (TIFF)", "an image (TIFF)"),
    (b"MM\x00*", "en bild (TIFF)", "an image (TIFF)"),
    (b"%!PS", "en PostScript-fil", "a PostScript file"),
    (b"\x1f\x8b", "ett packat arkiv (gzip)", "a packed archive (gzip)"),
    (b"7z\xbc\xaf", "ett packat arkiv (7z)", "a packed archive (7z)"),
    (b"Rar!", "ett packat arkiv (rar)", "a packed archive (rar)"),
)


_MARKUP = (
    (b"<!doctype html", "en webbsida (HTML)", "a web page (HTML)"),
    (b"<html", "en webbsida (HTML)", "a web page (HTML)"),
    (b"<?xml", "en XML-fil", "an XML file"),
)


def looks_like(start: bytes) -> tuple[str, str]:
    """What a file that is not a PDF looks like from its first bytes, in Swedish and English."""
    if start.startswith(b"PK\x03\x04"):
        for mark, swedish, english in _ZIPPED:
            if mark in start:
                return swedish, english
        return (
            "ett packat arkiv (zip) eller ett Office-dokument",
            "a packed archive (zip) or an Office document",
        )
    for mark, swedish, english in _MAGIC:
        if start.startswith(mark):
            return swedish, english
    opening = start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for mark, swedish, english in _MARKUP:
        if opening.startswith(mark):
            return swedish, english
    # A control character other than white space means that it is no text, whatever its encoding.
    if not any(byte < 32 and byte not in b"\t\n\r\f" for byte in start):
        return "vanlig text", "plain text"
    return "en fil av okänt slag", "a file of an unknown kind"


def _demand_header(path: Path) -> None:
    with path.open("rb") as stream:
        start = stream.read(_CHUNK // 16)
    if b"%PDF-" in start[:HEADER_WITHIN]:
        return
    swedish, english = looks_like(start)
    _refuse(
        "not_a_pdf",
        f"Filen är inte en PDF; den ser ut att vara {swedish}. Spara eller skriv ut den som PDF och lägg in den igen.",
        f"The file is not a PDF; it looks like {english}. Save or print it as PDF and hand it in again.",
    )


def _look_inside(path: Path, limits: Limits) -> tuple[int, IntakeError | None]:
    """The number of pages, each of which can be opened, and what to say of attached files.

    Refuses the encrypted, truncated and broken, and those of too many pages, before it opens each.
    """
    cut = truncation(path)
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if error.err_code in (_PDFIUM_PASSWORD, _PDFIUM_SECURITY):
            raise IntakeError(
                "take",
                "encrypted",
                "Filen är låst med lösenord. Be avsändaren om en olåst kopia, eller skriv lösenordet i filen som "
                "PLANKOLL_PASSWORDS pekar på.",
                "The file is locked with a password. Ask its sender for an unlocked copy, or write the password "
                "in the file that PLANKOLL_PASSWORDS names.",
            ) from error
        if cut is not None:
            _refuse_truncated(*cut)
        raise _broken("den går inte att öppna", "it cannot be opened") from error
    try:
        if cut is not None:
            _refuse_truncated(*cut)
        n_pages = len(document)
        if n_pages == 0:
            raise _broken("den har inga sidor", "it has no pages")
        if n_pages > limits.max_pages:
            _refuse_long(n_pages, limits)
        for index in range(n_pages):
            try:
                document.get_page_size(index)  # finds the page; what is drawn on it comes later
            except pypdfium2.PdfiumError as error:
                raise _broken(
                    f"den säger sig ha {n_pages} sidor, men sidan {index + 1} saknas eller är skadad",
                    f"it says that it has {n_pages} pages, but page {index + 1} is missing or damaged",
                ) from error
        if is_unrendered_form(document):
            _refuse(
                "xfa_form",
                "Filen är ett formulär som bara visas i Adobe Acrobat Reader (XFA); som PDF innehåller den ingen sida. "
                "Öppna den där, skriv ut den till en ny PDF och lämna in den.",
                "The file is a form that only Adobe Acrobat Reader shows (XFA); as a PDF it holds no page. Open it "
                "there, print it to a new PDF and hand that in.",
            )
        noted = _demand_same_pages(path, n_pages)
        attached = attachments_of(document, noted)
    finally:
        document.close()
    return n_pages, not_read(attached) if attached.count else None


def _refuse_long(n_pages: int, limits: Limits) -> NoReturn:
    _refuse(
        "too_many_pages",
        f"Filen har {n_pages} sidor; gränsen är {limits.max_pages}. Dela upp den eller höj gränsen "
        "(PLANKOLL_MAX_PAGES).",
        f"The file has {n_pages} pages; the limit is {limits.max_pages}. Split it or raise the limit "
        "(PLANKOLL_MAX_PAGES).",
    )


def _demand_same_pages(path: Path, n_pages: int) -> list[str]:
    """The two readers of the next stage must see the same pages: where one of them sees fewer, pages would be lost.

    Gives the names of files in notes fixed to the pages.
    """
    try:
        with opened(path) as document:
            seen = len(document.pages)
            noted = noted_files(document)
    except MemoryError:  # the limit on this file's process, not the file's fault
        raise
    except Exception as error:  # a broken PDF makes the parser raise anything, also TypeError and KeyError
        raise _broken("dess inre förteckning är skadad", "its inner index is damaged") from error
    if seen != n_pages:
        raise _broken(
            f"den säger sig ha {n_pages} sidor, men bara {seen} går att läsa",
            f"it says that it has {n_pages} pages, but only {seen} can be read",
        )
    return noted


def _broken(swedish: str, english: str) -> IntakeError:
    return IntakeError(
        "take",
        "broken_pdf",
        f"PDF-filen är skadad: {swedish}. Hämta den på nytt, eller öppna den i ett PDF-program och spara den igen.",
        f"The PDF is damaged: {english}. Fetch it again, or open it in a PDF program and save it again.",
    )


def _refuse_truncated(swedish: str, english: str) -> NoReturn:
    _refuse(
        "truncated",
        f"PDF-filen är avhuggen: {swedish}. Troligen avbröts överföringen; hämta filen på nytt.",
        f"The PDF is cut off: {english}. The transfer was probably broken off; fetch the file again.",
    )


def _refuse(code: str, message_sv: str, message_en: str) -> NoReturn:
    raise IntakeError("take", code, message_sv, message_en)


def _megabytes(size: int) -> str:
    return f"{size / 1024 / 1024:.1f}"
