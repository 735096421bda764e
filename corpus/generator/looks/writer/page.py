"""What stands on every page: the running head, the page number, the address at the foot."""

import io
import re
from typing import Final

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.section import Section, _BaseHeaderFooter
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from corpus.generator.looks.writer.design import Design
from corpus.generator.looks.writer.emblem import emblem
from corpus.generator.looks.writer.markup import rule, tag
from corpus.generator.looks.writer.measure import width_of
from corpus.generator.looks.writer.prose import add_field
from corpus.generator.looks.writer.styles import ALIGNMENTS, SMALL, in_style
from corpus.generator.plain import Plain

NUMBERS: Final = re.compile(r"(\{pages?\})")
AIR: Final = Pt(14)
SLOTS: Final = ("left", "center", "right")
LONGEST: Final = 0.7
"""A running head that takes more of the line than this has the page number on a line of its own."""


def furnish(section: Section, document: Plain, design: Design, width: float, end: str) -> None:
    """Gives the section its head and foot; width is the text's, end the bookmark on the last page that is counted."""
    page = design.page
    section.header.is_linked_to_previous = False
    section.footer.is_linked_to_previous = False
    places = {"head": _Place(section.header), "foot": _Place(section.footer)}
    if page.emblem_in_head:
        picture = io.BytesIO(emblem(design.emblem, design.palette.accent))
        places["head"].paragraph().add_run().add_picture(picture, height=Pt(30))
    head: str = document["running_head"]
    number: str = document["page_number"]
    apart = page.head_place == page.number_place and page.head_slot != page.number_slot
    # a slot in the middle leaves the other less than half the line
    room = width * (LONGEST if "center" not in {page.head_slot, page.number_slot} else LONGEST / 2)
    if head and number and apart and width_of(head, page.small.font, page.small.size) <= room:
        _share_line(places[page.head_place].paragraph(), head, number, design, width, end)
    else:
        if head:
            line = places[page.head_place].paragraph()
            line.add_run(head)
            line.alignment = ALIGNMENTS[page.head_slot]
        if number:
            line = places[page.number_place].paragraph()
            _add_number(line, number, end)
            line.alignment = ALIGNMENTS[page.number_slot]
    if document["running_foot"]:
        for words in document["running_foot"].split("\n"):
            line = places["foot"].paragraph()
            line.add_run(words)
            line.alignment = ALIGNMENTS[page.foot_slot]
    places["head"].set_off("bottom", design.palette.accent if page.head_rule else None)
    places["foot"].set_off("top", design.palette.accent if page.foot_rule else None)


class _Place:
    """A head or a foot that is filled line by line, from the first on, whatever was in it."""

    def __init__(self, container: _BaseHeaderFooter) -> None:
        self._container = container
        self._used = 0
        for old in container.paragraphs:
            old._p.getparent().remove(old._p)  # noqa: SLF001 - python-docx cannot take a paragraph out
        container.add_paragraph()
        in_style(container.paragraphs[0], SMALL)

    def paragraph(self) -> Paragraph:
        """The next line."""
        self._used += 1
        return self._container.paragraphs[0] if self._used == 1 else in_style(self._container.add_paragraph(), SMALL)

    def set_off(self, side: str, colour: str | None) -> None:
        """Air between the place and the text, and a rule where it has a colour; nothing where the place is empty."""
        if not self._used:
            return
        line = self._container.paragraphs[-1 if side == "bottom" else 0]
        if side == "bottom":
            line.paragraph_format.space_after = AIR
        else:
            line.paragraph_format.space_before = AIR
        if colour is not None:
            line._p.get_or_add_pPr().append(tag("pBdr", rule(side, 0.5, colour, 4)))  # noqa: SLF001 - no public name


def _share_line(line: Paragraph, head: str, number: str, design: Design, width: float, end: str) -> None:
    """Head and number on one line, each in its slot."""
    stops = {"center": (width / 2, WD_TAB_ALIGNMENT.CENTER), "right": (width, WD_TAB_ALIGNMENT.RIGHT)}
    for slot in SLOTS:
        if slot not in {design.page.head_slot, design.page.number_slot}:
            continue
        if slot in stops:
            where, alignment = stops[slot]
            line.paragraph_format.tab_stops.add_tab_stop(Pt(where), alignment)
            line.add_run("\t")
        if slot == design.page.head_slot:
            line.add_run(head)
        else:
            _add_number(line, number, end)


def _add_number(line: Paragraph, pattern: str, end: str) -> None:
    """The pattern with the page's number for {page} and the part's number of pages for {pages}."""
    for piece in NUMBERS.split(pattern):
        if piece == "{page}":
            add_field(line, "PAGE")
        elif piece == "{pages}":
            add_field(line, f"PAGEREF {end}")
        elif piece:
            line.add_run(piece)
