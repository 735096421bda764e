"""Taking a file in: is it a whole PDF that can be opened, within bounds?

Every file that cannot be taken in raises `IntakeError` with the stage `take`. The codes:
vanished, a_folder, unreadable, empty_file, too_large, not_a_pdf, encrypted, truncated,
broken_pdf, too_many_pages.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import pypdfium2

from extractors.second_file import opened
from extractors.taking.attachments import HEADER_WITHIN, attachments_of, not_read
from extractors.taking.fingerprint import Limits, fingerprint, refuse
from extractors.taking.names import source_name
from extractors.taking.noted_files import noted_files
from extractors.taking.other_formats import looks_like
from extractors.taking.truncation import truncation
from extractors.taking.unrendered_forms import is_unrendered_form
from models.failures import IntakeError

_BEGINNING = 1 << 16
"""Bytes from which it is told what else a file is that is no PDF."""
_PDFIUM_PASSWORD = 4
_PDFIUM_SECURITY = 5
"""PDFium's FPDF_ERR_PASSWORD and FPDF_ERR_SECURITY (an unknown kind of encryption)."""


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


def _demand_header(path: Path) -> None:
    with path.open("rb") as stream:
        start = stream.read(_BEGINNING)
    if b"%PDF-" in start[:HEADER_WITHIN]:
        return
    swedish, english = looks_like(start)
    refuse(
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
            refuse(
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
    refuse(
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
    refuse(
        "truncated",
        f"PDF-filen är avhuggen: {swedish}. Troligen avbröts överföringen; hämta filen på nytt.",
        f"The PDF is cut off: {english}. The transfer was probably broken off; fetch the file again.",
    )
