"""Files that a PDF carries within it: told of by name, and the PDF files among them written out to be taken in.

They stand in the document's list of embedded files, or in a note that is fixed to a page. What is attached is bytes and
a name that whoever made the file chose. The name is told and never used as a path.
"""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from extractors.privacy import mask
from models.failures import IntakeError

HEADER_WITHIN = 1024
"""Bytes from the start within which `%PDF-` must stand (ISO 32000-1, annex H.3.4.1)."""
_TOLD = 5
_LONGEST = 60
"""Names told, and characters of each: a name is whatever the file's maker wrote."""
LOOKED_AT = 10_000
"""Attachments looked at; a file may say that it carries millions."""


@dataclass(frozen=True, slots=True)
class Attachments:
    """What a file carries."""

    count: int
    names: tuple[str, ...]
    """The first ones', those of PDF files before others."""
    is_bounded: bool = False
    """Whether PDF files are among them that a limit left out."""


@dataclass(frozen=True, slots=True)
class SavedPdf:
    """An attached PDF file that was written out."""

    name: str
    """As it may be told; without slashes."""
    path: Path
    size: int
    """Bytes."""
    sha256: str


def attachments_of(document: pypdfium2.PdfDocument, noted: Sequence[str] = ()) -> Attachments:
    """The attachments in the document's list of embedded files, and `noted`: names of those fixed to its pages."""
    names = chain((name for name, _ in _listed(document)), noted)
    return _told_of(document.count_attachments() + len(noted), names)


def save_pdfs(
    path: Path, folder: Path, *, at_most: int, max_bytes: int, known: Collection[str] = ()
) -> tuple[list[SavedPdf], Attachments]:
    """Write the PDF files attached to the file at `path` to `folder`; gives them, and the attachments that are not PDF
    files or stand outside the bounds.

    A file is a PDF file when its bytes or its name say so: one that only says so will be refused with a reason.
    at_most: files to write; max_bytes: of them together; known: SHA-256 of contents that need not be written again.
    """
    saved: list[SavedPdf] = []
    left: list[str] = []
    seen = set(known)
    bounded = False
    document = pypdfium2.PdfDocument(path)
    try:
        count = document.count_attachments()
        left += ["?"] * max(0, count - LOOKED_AT)
        for name, attachment in chain(_listed(document), _noted(document)):
            try:
                content = bytes(attachment.get_data())
            except pypdfium2.PdfiumError:  # an entry without a file, or with a stream that cannot be unpacked
                content = b""
            sha256 = hashlib.sha256(content).hexdigest()
            is_pdf = b"%PDF-" in content[:HEADER_WITHIN] or name.lower().endswith(".pdf")
            one = sha256 if is_pdf else f"{name} {sha256}"
            if content and one in seen:  # such as what is both listed and in a note
                continue
            seen.add(one)
            outside = is_pdf and (len(saved) == at_most or len(content) > max_bytes)
            bounded = bounded or outside
            if outside or not is_pdf:
                left.append(name)
                continue
            max_bytes -= len(content)
            written = folder / f"{len(saved) + 1}.pdf"
            written.write_bytes(content)
            saved.append(SavedPdf(name, written, len(content), sha256))
    finally:
        document.close()
    return saved, replace(_told_of(len(left), left), is_bounded=bounded)


def not_read(attached: Attachments) -> IntakeError:
    """What to say of a file that carries others."""
    more = attached.count - len(attached.names)
    names = ", ".join(attached.names)
    return IntakeError(
        "take",
        "attachments",
        f"Filen bär med sig {attached.count} bilagda filer som inte är lästa: {names}"
        f"{f' och {more} till' if more else ''}. Spara ut dem ur PDF-filen och lägg in dem för sig"
        f"{', eller höj gränsen (PLANKOLL_MAX_ATTACHED, PLANKOLL_MAX_BYTES)' if attached.is_bounded else ''}.",
        f"The file carries {attached.count} attached files that are not read: {names}"
        f"{f' and {more} more' if more else ''}. Save them out of the PDF and hand them in by themselves"
        f"{', or raise the limit (PLANKOLL_MAX_ATTACHED, PLANKOLL_MAX_BYTES)' if attached.is_bounded else ''}.",
    )


def _listed(document: pypdfium2.PdfDocument) -> Iterator[tuple[str, pypdfium2.PdfAttachment]]:
    """Each attachment that is looked at, with its name; `?` where that cannot be read."""
    for index in range(min(document.count_attachments(), LOOKED_AT)):
        attachment = document.get_attachment(index)
        yield _name_of(attachment), attachment


def _noted(document: pypdfium2.PdfDocument) -> Iterator[tuple[str, pypdfium2.PdfAttachment]]:
    """The same for those in notes fixed to pages."""
    for page in document:
        try:
            for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), LOOKED_AT)):
                note = pdfium.FPDFPage_GetAnnot(page, index)
                file = pdfium.FPDFAnnot_GetFileAttachment(note) if note else None
                if file:
                    attachment = pypdfium2.PdfAttachment(file, document)
                    yield _name_of(attachment), attachment
                if note:
                    pdfium.FPDFPage_CloseAnnot(note)
        finally:
            page.close()


def _name_of(attachment: pypdfium2.PdfAttachment) -> str:
    try:
        return told_name(attachment.get_name())
    except pypdfium2.PdfiumError:
        return "?"


def _told_of(count: int, names: Iterable[str]) -> Attachments:
    first = sorted(names, key=lambda name: (not name.lower().endswith(".pdf"), name))
    return Attachments(count, tuple(first[:_TOLD]))


def told_name(name: str) -> str:
    """An attachment's name as it may be told: printable, without slashes and private numbers, not too long."""
    shown = mask("".join("_" if c in "/\\" else c if c.isprintable() else "?" for c in name))
    if len(shown) <= _LONGEST:
        return shown
    ending = ".pdf" if shown.lower().endswith(".pdf") else ""
    return f"{shown[: _LONGEST - len(ending)]}…{ending}"
