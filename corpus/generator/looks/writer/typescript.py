"""A Word file under way: where the next block goes, on which kind of page, under which numbers."""

import io
from dataclasses import dataclass
from typing import Any

import docx
from docx.blkcntnr import BlockItemContainer
from docx.document import _Body
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from corpus.generator.looks.writer.design import Design
from corpus.generator.looks.writer.footnotes import Footnotes
from corpus.generator.looks.writer.lists import Lists
from corpus.generator.looks.writer.markup import tag
from corpus.generator.looks.writer.page import furnish
from corpus.generator.looks.writer.prose import add_bookmark
from corpus.generator.looks.writer.styles import SEAM, in_style, prepare_styles
from corpus.generator.plain import Plain

SHORT_SIDE, LONG_SIDE = Cm(21), Cm(29.7)


@dataclass(frozen=True)
class Ground:
    """Where blocks are put, and how wide it is in points."""

    container: BlockItemContainer
    width: float


class Typescript:
    """One document as it is typed, block after block. A part is what stands between two restarts of the page count."""

    def __init__(self, document: Plain, design: Design) -> None:
        self.document = document
        self.design = design
        self.word = docx.Document()
        prepare_styles(self.word, design)
        self.footnotes = Footnotes()
        self.lists = Lists(self.word, design)
        self.headings = 0
        self.part = 0
        self.fresh = True
        """Nothing stands in the present section yet."""
        self.lists_contents = False
        """The present part has a list of its headings: it is long enough for chapters that begin pages."""
        self._body = _Body(self.word.element.body, self.word)
        self._bookmarks = 0
        self._breaks = False
        self._lies = False
        self._number_from_one = False
        self._dress(lies=False)

    @property
    def ground(self) -> Ground:
        """The open page."""
        page = self.design.page
        across = LONG_SIDE if self._lies else SHORT_SIDE
        return Ground(self._body, Length(across - Cm(page.left) - Cm(page.right)).pt)

    def paragraph(self, ground: Ground, style: str) -> Paragraph:
        """A new paragraph at the end of the ground; begins a page where one was asked for."""
        paragraph = in_style(ground.container.add_paragraph(), style)
        if ground.container is self._body:
            if self._breaks:
                paragraph.paragraph_format.page_break_before = True
            self._breaks = False
            self.fresh = False
        return paragraph

    def table(self, ground: Ground, rows: int, widths: list[float]) -> Table:
        """A new table of fixed column widths (points) at the end of the ground, with nothing in it and no rules."""
        if self._breaks and ground.container is self._body:
            self.paragraph(ground, SEAM)
        whole = Pt(sum(widths))
        if isinstance(ground.container, _Cell):
            table = ground.container.add_table(rows, len(widths))
            in_style(ground.container.paragraphs[-1], SEAM)
        else:
            table = ground.container.add_table(rows, len(widths), whole)
            in_style(ground.container.add_paragraph(), SEAM)
        self.fresh = False
        table.autofit = False
        for column, width in zip(table._tbl.tblGrid.gridCol_lst, widths, strict=True):  # noqa: SLF001
            column.w = Pt(width)
        return table

    def new_page(self) -> None:
        """What follows begins a page; nothing where it does so already."""
        self._breaks = not self.fresh

    def new_part(self) -> None:
        """What follows begins a page that is numbered 1."""
        if self._bare:
            return
        self._end_part()
        self.lists_contents = False
        if self.fresh:
            self._number_from_one = True
            self._dress(lies=self._lies)
        else:
            self._section(lies=self._lies, restart=True)

    def lie_down(self, *, lies: bool) -> None:
        """The pages from here on are landscape, or upright again."""
        if lies == self._lies:
            return
        if self.fresh:
            self._dress(lies=lies)
        else:
            self._section(lies=lies, restart=False)

    def bookmark(self, paragraph: Paragraph, name: str) -> None:
        self._bookmarks += 1
        add_bookmark(paragraph, name, self._bookmarks)

    def finish(self) -> bytes:
        """The Word file."""
        self._end_part()
        self.footnotes.attach(self.word)
        written = io.BytesIO()
        self.word.save(written)
        return written.getvalue()

    @property
    def _bare(self) -> bool:
        return self.fresh and len(self.word.sections) == 1

    def _end_part(self) -> None:
        """Marks where the part ends: the page number there is the number of its pages."""
        last = self._body.paragraphs[-1] if self._body.paragraphs else self.paragraph(self.ground, SEAM)
        self.bookmark(last, end_of_part(self.part))
        self.part += 1

    def _section(self, *, lies: bool, restart: bool) -> None:
        section = self.word.add_section(WD_SECTION.NEW_PAGE)
        section.different_first_page_header_footer = False
        seam: Any = self.word.element.body.p_lst[-1]
        before = seam.getprevious()
        # the section's end belongs to the paragraph before, so that no empty one can begin a page of its own
        if before is not None and before.tag == qn("w:p") and before.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is None:
            before.set_sectPr(seam.pPr.find(qn("w:sectPr")))
            seam.getparent().remove(seam)
        self.fresh = True
        self._breaks = False
        self._number_from_one = restart
        self._dress(lies=lies)

    def _dress(self, *, lies: bool) -> None:
        """Gives the last section its size, margins, running head and numbers."""
        self._lies = lies
        section = self.word.sections[-1]
        page = self.design.page
        section.orientation = WD_ORIENT.LANDSCAPE if lies else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = (LONG_SIDE, SHORT_SIDE) if lies else (SHORT_SIDE, LONG_SIDE)
        section.top_margin, section.bottom_margin = Cm(page.top), Cm(page.bottom)
        section.left_margin, section.right_margin = Cm(page.left), Cm(page.right)
        section.header_distance = section.footer_distance = Cm(1.1)
        properties: Any = section._sectPr  # noqa: SLF001 - python-docx has no name for page numbers
        for old in properties.findall(qn("w:pgNumType")):
            properties.remove(old)
        if self._number_from_one:
            properties.append(tag("pgNumType", start=1))
        furnish(section, self.document, self.design, self.ground.width, end_of_part(self.part))


def end_of_part(part: int) -> str:
    """The bookmark at the end of the part."""
    return f"_End{part}"
