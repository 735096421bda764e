"""One of a file's documents as if it were given alone, and what was understood of it back in the file."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from models.blocks import Block, Part, ReadFile, Table
from models.place import Place
from models.rows import FileRows, Row

_PAGES = ("page", "first_page", "last_page")
"""The columns that count pages in the file."""


def alone(read: ReadFile, part: Part) -> ReadFile:
    """The part's pages and blocks, its first page being page 1."""
    before = part.first_page - 1
    pages = read.pages[before : part.last_page]
    blocks = [b for b in read.blocks if part.first_page <= b.place.page <= part.last_page]
    if before:
        pages = tuple(page.model_copy(update={"page": page.page - before}) for page in pages)
        blocks = [_moved(block, -before) for block in blocks]
    return read.model_copy(update={"pages": pages, "blocks": tuple(blocks), "parts": (), "unread": None})


def together(parts: Sequence[Part], rows: Sequence[FileRows]) -> FileRows:
    """The rows of a file's parts, one part after another, with the file's page numbers."""
    tables: dict[str, list[Any]] = {name: [] for name in FileRows.model_fields}
    for part, found in zip(parts, rows, strict=True):
        for name, gathered in tables.items():
            gathered.extend(_row_moved(row, part.first_page - 1) for row in getattr(found, name))
    return FileRows(**{name: tuple(gathered) for name, gathered in tables.items()})


def _moved(block: Block, by: int) -> Block:
    changed: dict[str, object] = {"places": tuple(_place_moved(place, by) for place in block.places)}
    if isinstance(block, Table):
        cells = (cell.model_copy(update={"place": _place_moved(cell.place, by)}) for cell in block.cells)
        changed["cells"] = tuple(cells)
    return block.model_copy(update=changed)


def _place_moved(place: Place, by: int) -> Place:
    return replace(place, page=place.page + by)


def _row_moved(row: Row, by: int) -> Row:
    columns = [name for name in _PAGES if name in type(row).model_fields]
    return row.model_copy(update={name: getattr(row, name) + by for name in columns}) if by else row
