"""The files in notes that are fixed to a document's pages, by name: the second reader knows these notes.

Beside the other attachments, for a program that only asks what became of a file does without the second reader, which
takes long to load.
"""

from collections.abc import Iterator

from pdfminer.pdftypes import PDFObjRef
from pdfminer.psparser import literal_name
from pdfminer.utils import decode_text
from pdfplumber.pdf import PDF

from extractors.taking.attachments import LOOKED_AT, told_name


def noted_files(document: PDF) -> list[str]:
    """The names of the files in notes fixed to the document's pages, `?` where one has none; pages are not laid out.

    document: as extractors.second_file opens it, in which every reference ends.
    """
    names: list[str] = []
    for page in document.pages:
        try:
            names += _names_noted(page.page_obj.annots)
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001 - damaged notes make the parser raise anything, and are no reason to refuse
            names.append("?")
    return names[:LOOKED_AT]


def _names_noted(notes: object) -> Iterator[str]:
    for note in _dicts(notes):
        if literal_name(_resolved(note.get("Subtype"))) == "FileAttachment":
            file = _resolved(note.get("FS"))
            name = _resolved(file.get("UF") or file.get("F")) if isinstance(file, dict) else file
            yield told_name(decode_text(name)) if isinstance(name, bytes) else "?"


def _dicts(objects: object) -> Iterator[dict[str, object]]:
    """Those of a list of a PDF's objects that are dictionaries; none where it is no list."""
    listed = _resolved(objects)
    for each in listed if isinstance(listed, list) else ():
        found = _resolved(each)
        if isinstance(found, dict):
            yield found


def _resolved(found: object) -> object:
    """What a reference leads to; None where it leads nowhere."""
    return found.resolve() if isinstance(found, PDFObjRef) else found
