"""What stands beside a page's text: texts that run another way, what is fixed over the page, and what charts say."""

from collections.abc import Sequence

from extractors.layout.furniture import Furniture
from extractors.pages.geometry import Word
from extractors.pages.page_words import RawPage
from extractors.tables.ruled_tables import DraftGrid
from extractors.text.lines import Line
from extractors.text.printed_lines import lines_of

_ASIDE_SIZE = 10.0
"""Points: what a stamp or a comment says has no type of its own."""


def asides(page: RawPage, grids: Sequence[DraftGrid], body: Sequence[Line], parts: Furniture) -> list[Line]:
    """Texts that run another way, save those in cells and the page's number; what is fixed over the page; charts'."""
    in_cells = (line for grid in grids for cell in grid.cells for line in cell.lines)
    known = {word for line in (*parts.numbers, *body, *in_cells) for word in line.words} if page.turned else set()
    beside = [w for w in page.turned if w not in known]
    fixed = [
        Word(a.text, a.box.x0, a.box.top, a.box.x1, a.box.bottom, _ASIDE_SIZE, page=page.number) for a in page.asides
    ]
    return [*(Line((word,)) for word in (*beside, *fixed)), *lines_of(page.charted)]
