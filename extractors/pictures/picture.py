"""A page drawn with what was read on it: blocks in reading order, grids, answers, and doubtful places."""

from collections.abc import Sequence
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw

from extractors.pages.pdfium_page import sheet_of
from extractors.pictures.blocks import (
    COLOURS,
    ORDER,
    READING_ORDER,
    blocks_on,
    draw_blocks,
    draw_reading_order,
    kind_of,
)
from extractors.pictures.doubts import DOUBT, DOUBTFUL_TABLE, UNSURE_WORD, doubts_on, draw_doubts
from extractors.pictures.fields import FIELD, LEGEND, draw_fields
from extractors.pictures.legend import with_legend
from extractors.pictures.pen import Colour, Frame, Pen
from extractors.pictures.tables import ROLES, cells_of, draw_grid
from models.blocks import ReadFile, Table
from models.rows import FormField

_NAMED: dict[str, Colour] = {
    **COLOURS,
    **{cells_of(role): colour for role, (colour, _) in ROLES.items()},
    LEGEND: FIELD,
    READING_ORDER: ORDER,
    DOUBTFUL_TABLE: DOUBT,
    UNSURE_WORD: DOUBT,
}
"""All that a legend may name, in its order."""


def draw_page(
    pdf_path: Path, read: ReadFile, page: int, fields: Sequence[FormField] = (), scale: float = 2.0
) -> Image.Image:
    """The page (1-based, in the file) at `scale` pixels a point, with all that was read on it.

    Blocks are outlined in the colour of their kind and numbered in reading order, with an arrow from each to the next;
    cells are tinted by their role, rows and columns numbered from 0; form answers are tied to their labels (`fields`
    are the file's); what is doubtful is hatched. Under the page stand the meaning of the colours and the doubts.
    Raises IndexError where the file has no such page.
    """
    if not 1 <= page <= len(read.pages):
        raise IndexError(f"page {page} of {len(read.pages)}")
    drawn, frame = _render(pdf_path, page, scale)
    wash = Image.new("RGBA", drawn.size, (0, 0, 0, 0))
    pen = Pen(ImageDraw.Draw(wash), frame)
    blocks = list(blocks_on(read, page))
    met = {kind_of(block) for _, block, _ in blocks}
    for _, block, place in blocks:
        if isinstance(block, Table):
            met.update(draw_grid(pen, block, place))
    met.update(draw_reading_order(pen, blocks))
    draw_blocks(pen, blocks)
    met.update(draw_fields(pen, fields, [block for _, block, _ in blocks], page))
    met.update(draw_doubts(pen, read, page))
    marked = Image.alpha_composite(drawn.convert("RGBA"), wash).convert("RGB")
    named = {name: colour for name, colour in _NAMED.items() if name in met}
    return with_legend(marked, named, doubts_on(read, page), DOUBT)


def _render(pdf_path: Path, page: int, scale: float) -> tuple[Image.Image, Frame]:
    """The bare page. The blocks count from the media box; what is drawn is the crop box."""
    document = pypdfium2.PdfDocument(pdf_path)
    try:
        sheet = document[page - 1]
        shows = sheet_of(sheet).frame.box(*sheet.get_cropbox())
        bitmap = sheet.render(scale=scale)
        drawn: Image.Image = bitmap.to_pil().copy()
        bitmap.close()
        sheet.close()
    finally:
        document.close()
    return drawn, Frame(shows.x0, shows.top, scale)
