"""Doubtful places on a page's picture: hatched, and told of in words."""

from typing import Final

from extractors.pictures.blocks import blocks_on
from extractors.pictures.pen import Colour, Pen
from models.blocks import ReadFile, Table

DOUBT: Final[Colour] = (215, 0, 110)
UNSURE_WORD, DOUBTFUL_TABLE = "unsure word", "doubtful table"


def draw_doubts(pen: Pen, read: ReadFile, page: int) -> list[str]:
    """Hatch tables whose grid is unsure, and words that OCR is not sure of. Gives what is hatched, for the legend."""
    tables = [(block, place) for _, block, place in blocks_on(read, page) if isinstance(block, Table) and block.doubt]
    unsure = read.pages[page - 1].unsure
    for _, place in tables:
        pen.hatching(place, DOUBT)
    for place in unsure:
        pen.box(place, DOUBT, width=1)
        pen.hatching(place, DOUBT)
    return [name for name, met in ((DOUBTFUL_TABLE, tables), (UNSURE_WORD, unsure)) if met]


def doubts_on(read: ReadFile, page: int) -> list[str]:
    """Why the page, and tables on it, are unsure; a line each."""
    lines = [f"page: {doubt}" for doubt in [read.pages[page - 1].doubt] if doubt]
    lines.extend(
        f"table {ordinal}: {block.doubt}"
        for ordinal, block, _ in blocks_on(read, page)
        if isinstance(block, Table) and block.doubt
    )
    return lines
