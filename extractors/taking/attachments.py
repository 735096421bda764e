"""Files that a PDF carries within it. They are told of by name; what stands in them is not read."""

from dataclasses import dataclass

import pypdfium2

from models.failures import IntakeError

_TOLD = 5
_LONGEST = 60
"""Names told, and characters of each: a name is whatever the file's maker wrote."""
_LOOKED_AT = 10_000
"""Attachments looked at; a file may say that it carries millions."""


@dataclass(frozen=True, slots=True)
class Attachments:
    """What a file carries."""

    count: int
    names: tuple[str, ...]
    """The first ones', those of PDF files before others."""


def attachments_of(document: pypdfium2.PdfDocument) -> Attachments:
    """The attachments in the document's list of embedded files."""
    count = document.count_attachments()
    names: list[str] = []
    for index in range(min(count, _LOOKED_AT)):
        try:
            names.append(_told(document.get_attachment(index).get_name()))
        except pypdfium2.PdfiumError:  # an entry that cannot be read is counted all the same
            names.append("?")
    names.sort(key=lambda name: (not name.lower().endswith(".pdf"), name))
    return Attachments(count, tuple(names[:_TOLD]))


def not_read(attached: Attachments) -> IntakeError:
    """What to say of a file that carries others."""
    more = attached.count - len(attached.names)
    names = ", ".join(attached.names)
    return IntakeError(
        "take",
        "attachments",
        f"Filen bär med sig {attached.count} bilagda filer som inte är lästa: {names}"
        f"{f' och {more} till' if more else ''}. Spara ut dem ur PDF-filen och lägg in dem för sig.",
        f"The file carries {attached.count} attached files that are not read: {names}"
        f"{f' and {more} more' if more else ''}. Save them out of the PDF and hand them in by themselves.",
    )


def _told(name: str) -> str:
    shown = "".join(character if character.isprintable() else "?" for character in name)
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"
