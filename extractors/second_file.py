"""Opening a file with the second reader, pdfminer, so that no reference keeps it for ever and little is read in vain.

An object of a PDF may be a reference to another one. One that leads back to itself is followed by pdfminer round and
round without an end; PDFium takes it for nothing, as ISO 32000-1 (7.3.10) has it of a reference to what is not there.

Most objects lie packed in streams. Pdfminer reads all that a stream holds when one of them is asked for, which takes
most of the time that taking in a short file takes; here one is read by itself, at the place that the stream tells.
"""

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

import pdfplumber.pdf
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser, PDFStreamParser
from pdfminer.pdftypes import PDFObjectNotFound, PDFObjRef, PDFStream
from pdfminer.psexceptions import PSEOF
from pdfplumber.pdf import PDF

logging.getLogger("pdfminer").setLevel(logging.ERROR)  # what it finds odd in a font is no news to a user
HOPS: Final = 8
"""References from one to the next that are followed: PDF files have one, those made to do harm as many as they like."""


def opened(path: Path) -> PDF:
    """The file as pdfplumber opens it; to be closed by the caller. Raises what pdfplumber raises, which is anything."""
    return pdfplumber.open(path)


class _Packed(NamedTuple):
    """A stream of objects: a parser of it, and for each object its number and where it begins."""

    parser: PDFStreamParser
    objects: Sequence[tuple[int, int]]


class _Document(PDFDocument):
    """A document whose references end, and whose packed objects are read one by one."""

    def __init__(self, parser: PDFParser, password: str = "") -> None:
        self._packed: dict[int | None, _Packed] = {}
        super().__init__(parser, password)

    def getobj(self, objid: int) -> object:
        """The object of a number, through references to it; what leads to none is not there."""
        found, left = super().getobj(objid), HOPS
        while isinstance(found, PDFObjRef):
            if not left:
                raise PDFObjectNotFound(objid)
            found, left = super().getobj(found.objid), left - 1
        return found

    def _getobj_objstm(self, stream: PDFStream, index: int, objid: int) -> object:
        """The object at a place in a stream; where the stream does not tell of it there, as pdfminer finds it."""
        if stream.objid not in self._packed:
            self._packed[stream.objid] = self._packed_in(stream)
        parser, objects = self._packed[stream.objid]
        if 0 <= index < len(objects) and objects[index][0] == objid:
            parser.seek(objects[index][1])
            try:
                return parser.nextobject()[1]
            except PSEOF:
                pass
        return super()._getobj_objstm(stream, index, objid)

    def _packed_in(self, stream: PDFStream) -> _Packed:
        data = stream.get_data()
        parser = PDFStreamParser(data)
        parser.set_document(self)
        first, number = (stream.get(name) for name in ("First", "N"))
        if not isinstance(first, int) or not isinstance(number, int):
            return _Packed(parser, ())
        told = data[:first].split()
        if len(told) != 2 * number or not all(map(bytes.isdigit, told)):
            return _Packed(parser, ())
        numbers = list(map(int, told))
        return _Packed(parser, [(each, first + at) for each, at in zip(numbers[::2], numbers[1::2], strict=True)])


setattr(pdfplumber.pdf, "PDFDocument", _Document)  # noqa: B010 - mypy takes no other way to what PDF makes its document by
