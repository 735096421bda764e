"""Opening a file with the second reader, pdfminer, so that no reference keeps it for ever.

An object of a PDF may be a reference to another one. One that leads back to itself is followed by pdfminer round and
round without an end; PDFium takes it for nothing, as ISO 32000-1 (7.3.10) has it of a reference to what is not there.
"""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pdfplumber
from pdfminer.pdftypes import PDFObjectNotFound, PDFObjRef
from pdfplumber.pdf import PDF

logging.getLogger("pdfminer").setLevel(logging.ERROR)  # what it finds odd in a font is no news to a user
HOPS: Final = 8
"""References from one to the next that are followed: PDF files have one, those made to do harm as many as they like."""


def opened(path: Path) -> PDF:
    """The file as pdfplumber opens it; to be closed by the caller. Raises what pdfplumber raises, which is anything."""
    file = pdfplumber.open(path)
    setattr(file.doc, "getobj", _ending(file.doc.getobj))  # noqa: B010 - mypy takes no other method there
    return file


def _ending(get: Callable[[int], object]) -> Callable[[int], object]:
    """Pdfminer's own way to an object by its number, through references to it; what leads to none is not there."""

    def ended(number: int) -> object:
        found, left = get(number), HOPS
        while isinstance(found, PDFObjRef):
            if not left:
                raise PDFObjectNotFound(number)
            found, left = get(found.objid), left - 1
        return found

    return ended
