"""Footnotes, which python-docx has no name for: a part of their own in the Word file."""

from typing import Final

from docx.document import Document
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.xmlchemy import BaseOxmlElement

from corpus.generator.looks.writer.markup import tag
from corpus.generator.looks.writer.styles import NOTE

FIRST: Final = 2
"""0 and 1 are the rule above the footnotes and the one above those that go on from the page before."""
CONTENT_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"


class Footnotes:
    """The footnotes of a document under way."""

    def __init__(self) -> None:
        self._root = tag(
            "footnotes",
            tag("footnote", tag("p", tag("r", tag("separator"))), type="separator", id=0),
            tag("footnote", tag("p", tag("r", tag("continuationSeparator"))), type="continuationSeparator", id=1),
        )

    def __len__(self) -> int:
        return len(self._root) - FIRST

    def add(self, words: str) -> BaseOxmlElement:
        """Takes in the words of a note; the run that is its mark in the text."""
        number = len(self._root)
        text = tag("t")
        text.text = f" {words}"
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        style = tag("pPr", tag("pStyle", val=NOTE.replace(" ", "")))
        self._root.append(
            tag("footnote", tag("p", style, _raised(tag("footnoteRef")), tag("r", text)), id=number),
        )
        return _raised(tag("footnoteReference", id=number))

    def attach(self, word: Document) -> None:
        """Puts the notes into the Word file."""
        if len(self):
            part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE, serialize_part_xml(self._root), word.part.package)
            word.part.relate_to(part, RELATION)


def _raised(mark: BaseOxmlElement) -> BaseOxmlElement:
    return tag("r", tag("rPr", tag("vertAlign", val="superscript")), mark)
