"""Pages that lie on their side in the file, upright while they are understood: what is beside and below is told there.

Places in a file are told as its pages lie, so that they can be shown on them; what is understood is told so again.
"""

from collections.abc import Mapping, Sequence

from extractors.documents.places import with_places, with_rows
from models.blocks import Block, PageInfo, ReadFile
from models.place import Place
from models.rows import FileRows, Placed, Row

_FULL = 4
"""Right angles all the way round."""


def upright(read: ReadFile) -> ReadFile:
    """The file with the places on such pages as they were read; itself where it has none."""
    turns = _on_their_side(read.pages)
    if not turns:
        return read
    return read.model_copy(update={"blocks": tuple(_turned(block, turns) for block in read.blocks)})


def as_they_lie(rows: FileRows, pages: Sequence[PageInfo]) -> FileRows:
    """The rows of a file made upright with their places on its pages as these lie."""
    turns = _on_their_side(pages)
    if not turns:
        return rows
    return with_rows(rows, lambda row: _row_back(row, turns))


def _on_their_side(pages: Sequence[PageInfo]) -> dict[int, PageInfo]:
    return {page.page: page for page in pages if page.quarters}


def _turned(block: Block, turns: Mapping[int, PageInfo]) -> Block:
    if not any(place.page in turns for place in block.places):
        return block
    return with_places(block, lambda place: _made_upright(place, turns))


def _made_upright(place: Place, turns: Mapping[int, PageInfo]) -> Place:
    page = turns.get(place.page)
    return place if page is None else place.turned(page.quarters, page.width, page.height)


def _row_back(row: Row, turns: Mapping[int, PageInfo]) -> Row:
    if not isinstance(row, Placed) or (page := turns.get(row.page)) is None:
        return row
    across = page.quarters % 2 == 1
    size = (page.height, page.width) if across else (page.width, page.height)
    back = row.place.turned(_FULL - page.quarters, *size)
    return row.model_copy(update={"x0": back.x0, "top": back.top, "x1": back.x1, "bottom": back.bottom})
