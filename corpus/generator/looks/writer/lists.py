"""Word's numbering: one definition for bullets, and for each ordered list one that begins at 1."""

from typing import Final

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

from corpus.generator.looks.writer.design import Design
from corpus.generator.looks.writer.markup import TWENTIETHS, tag

BULLETED: Final = 900
"""Past the numbers that Word's own template uses."""
DEEPEST: Final = 2


class Lists:
    """The list definitions of a document under way."""

    def __init__(self, word: Document, design: Design) -> None:
        self._root: BaseOxmlElement = word.part.numbering_part.element
        self._design = design
        self._last = BULLETED
        self._define(BULLETED, ordered=False)

    def begin(self, *, ordered: bool) -> int:
        """The number of a list that begins here."""
        if not ordered:
            return BULLETED
        self._last += 1
        self._define(self._last, ordered=True)
        return self._last

    def mark(self, paragraph: Paragraph, number: int, depth: int) -> None:
        """Makes the paragraph an item of the list; depth 0 is the outermost."""
        level = tag("numPr", tag("ilvl", val=min(depth, DEEPEST)), tag("numId", val=number))
        paragraph.paragraph_format.element.get_or_add_pPr().append(level)

    def _define(self, number: int, *, ordered: bool) -> None:
        levels = [
            self._level(depth, "decimal", self._design.ordinal.replace("1", str(depth + 1)))
            if ordered
            else self._level(depth, "bullet", glyph)
            for depth, glyph in enumerate(self._design.bullets)
        ]
        abstract = tag("abstractNum", tag("multiLevelType", val="hybridMultilevel"), *levels, abstractNumId=number)
        # every abstractNum must stand before the first num
        first = self._root.find(qn("w:num"))
        if first is None:
            self._root.append(abstract)
        else:
            first.addprevious(abstract)
        self._root.append(tag("num", tag("abstractNumId", val=number), numId=number))

    def _level(self, depth: int, kind: str, text: str) -> BaseOxmlElement:
        step = round(self._design.list_indent * TWENTIETHS)
        hanging = min(step, 18 * TWENTIETHS)
        fonts = tag("rFonts", ascii=self._design.body.font, hAnsi=self._design.body.font)
        return tag(
            "lvl",
            tag("start", val=1),
            tag("numFmt", val=kind),
            tag("lvlText", val=text),
            tag("lvlJc", val="left"),
            tag("pPr", tag("ind", left=step * (depth + 1), hanging=hanging)),
            tag("rPr", fonts),
            ilvl=depth,
        )
