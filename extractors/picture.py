"""A page drawn with its blocks and table cells marked, for looking at what was read."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

from models.blocks import Block, Cell, Note, ReadFile, Table
from models.place import Place

Colour = tuple[int, int, int]

COLOURS: dict[str, Colour] = {
    "heading": (200, 30, 30),
    "paragraph": (40, 90, 200),
    "list_item": (20, 140, 60),
    "table": (200, 110, 0),
    "cell": (230, 170, 60),
    "answer": (140, 50, 170),
    "running_head": (120, 120, 120),
    "page_number": (150, 150, 150),
    "footnote": (90, 120, 130),
    "caption": (0, 140, 150),
    "contents": (110, 150, 60),
}
"""One a kind of block; notes by what they are. The names are the document model's own."""

_WASH = 40
"""How strongly a block is tinted, of 255."""
_LEGEND_HEIGHT = 24


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where the drawn part of the page begins in the blocks' coordinates, and pixels per point."""

    left: float
    top: float
    scale: float

    def pixels(self, place: Place) -> tuple[float, float, float, float]:
        return (
            (place.x0 - self.left) * self.scale,
            (place.top - self.top) * self.scale,
            (place.x1 - self.left) * self.scale,
            (place.bottom - self.top) * self.scale,
        )


def draw_page(pdf_path: Path, read: ReadFile, page: int, scale: float = 2.0) -> Image.Image:
    """The page (1-based, in the file) at `scale` pixels a point, its blocks outlined and numbered in
    reading order, the cells of tables too, with a legend of the kinds below it.

    Raises IndexError where the file has no such page.
    """
    if not 1 <= page <= len(read.pages):
        raise IndexError(f"page {page} of {len(read.pages)}")
    drawn, frame = _render(pdf_path, page, scale)
    wash = Image.new("RGBA", drawn.size, (0, 0, 0, 0))
    pen = ImageDraw.Draw(wash)
    font = ImageFont.load_default(size=max(9.0, 6 * scale))
    for ordinal, block, place in blocks_on(read, page):
        colour = COLOURS[kind_of(block)]
        box = frame.pixels(place)
        if isinstance(block, Table):
            for cell in block.cells:
                if cell.place.page == page:
                    _draw_box(pen, frame.pixels(cell.place), COLOURS["cell"], width=1, wash=_wash_of(cell))
        _draw_box(pen, box, colour, width=2, wash=0 if isinstance(block, Table) else _WASH)
        _draw_number(pen, box, str(ordinal), colour, font)
    marked = Image.alpha_composite(drawn.convert("RGBA"), wash).convert("RGB")
    return _with_legend(marked, sorted({kind_of(b) for _, b, _ in blocks_on(read, page)}, key=list(COLOURS).index))


def blocks_on(read: ReadFile, page: int) -> Iterator[tuple[int, Block, Place]]:
    """The blocks that touch a page: number in the file's reading order from 1, block, its place there."""
    for ordinal, block in enumerate(read.blocks, start=1):
        for place in block.places:
            if place.page == page:
                yield ordinal, block, place


def kind_of(block: Block) -> str:
    """The block's kind; of a note, what it is."""
    return block.note if isinstance(block, Note) else block.kind


def _render(pdf_path: Path, page: int, scale: float) -> tuple[Image.Image, _Frame]:
    """The bare page. The blocks count from the media box; what is drawn is the crop box."""
    document = pypdfium2.PdfDocument(pdf_path)
    try:
        sheet = document[page - 1]
        media, crop = sheet.get_mediabox(), sheet.get_cropbox()
        upright = sheet.get_rotation() == 0
        frame = _Frame(
            left=crop[0] - media[0] if upright else 0.0,
            top=media[3] - crop[3] if upright else 0.0,
            scale=scale,
        )
        bitmap = sheet.render(scale=scale)
        drawn: Image.Image = bitmap.to_pil().copy()
        bitmap.close()
        sheet.close()
    finally:
        document.close()
    return drawn, frame


def _wash_of(cell: Cell) -> int:
    return _WASH if cell.role in ("header", "subtotal", "total") else _WASH // 3


def _draw_box(
    pen: ImageDraw.ImageDraw, box: tuple[float, float, float, float], colour: Colour, *, width: int, wash: int
) -> None:
    x0, top, x1, bottom = box
    upright = (min(x0, x1), min(top, bottom), max(x0, x1), max(top, bottom))
    pen.rectangle(upright, fill=(*colour, wash) if wash else None, outline=(*colour, 255), width=width)


def _draw_number(
    pen: ImageDraw.ImageDraw,
    box: tuple[float, float, float, float],
    number: str,
    colour: Colour,
    font: ImageFont.ImageFont | ImageFont.FreeTypeFont,
) -> None:
    """To the left of the block; inside it where the page ends there."""
    width = pen.textlength(number, font=font)
    left = max(box[0] - width - 4, 0)
    pen.text((left, max(box[1], 0)), number, fill=(*colour, 255), font=font)


def _with_legend(drawn: Image.Image, kinds: list[str]) -> Image.Image:
    """Under the page: a square of colour and a name for each kind on it, and for cells where a table is."""
    font = ImageFont.load_default(size=14)
    named = [name for kind in kinds for name in ([kind, "cell"] if kind == "table" else [kind])]
    measure = ImageDraw.Draw(drawn)
    rows: list[list[tuple[int, str]]] = [[]]
    left = 8
    for name in named:
        width = 24 + int(measure.textlength(name, font=font)) + 16
        if left + width > drawn.width and rows[-1]:
            rows.append([])
            left = 8
        rows[-1].append((left, name))
        left += width
    sheet = Image.new("RGB", (drawn.width, drawn.height + _LEGEND_HEIGHT * len(rows)), "white")
    sheet.paste(drawn, (0, 0))
    pen = ImageDraw.Draw(sheet)
    for index, row in enumerate(rows):
        top = drawn.height + _LEGEND_HEIGHT * index + 5
        for x, name in row:
            pen.rectangle((x, top, x + 16, top + 14), fill=COLOURS[name])
            pen.text((x + 22, top - 1), name, fill="black", font=font)
    return sheet
