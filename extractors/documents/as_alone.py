"""One of a file's documents as if it were given alone, and what was understood of it back in the file."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from models.blocks import Block, Part, ReadFile, Table
from models.place import Place
from models.rows import FileRows, Row

_PAGES = ("page", "first_page", "last_page")
"""The columns that count pages in the file."""
_TABLES = tuple(FileRows.model_fields)


def alone(read: ReadFile, parts: Sequence[Part]) -> Iterator[ReadFile]:
    """Each part's pages and blocks, its first page being page 1. Only one of them need be held at a time."""
    blocks: list[list[Block]] = [[] for _ in parts]
    part_of = {page: i for i, part in enumerate(parts) for page in range(part.first_page, part.last_page + 1)}
    for block in read.blocks:
        blocks[part_of[block.place.page]].append(block)
    for part, held in zip(parts, blocks, strict=True):
        yield _alone(read, part, held)


def _alone(read: ReadFile, part: Part, blocks: Sequence[Block]) -> ReadFile:
    before = part.first_page - 1
    pages = read.pages[before : part.last_page]
    if before:
        pages = tuple(page.model_copy(update={"page": page.page - before}) for page in pages)
        blocks = [_moved(block, -before) for block in blocks]
    return read.model_copy(update={"pages": pages, "blocks": tuple(blocks), "parts": (), "unread": None})


def back_in_file(part: Part, rows: FileRows) -> FileRows:
    """A part's rows with the file's page numbers."""
    by = part.first_page - 1
    if not by:
        return rows
    return FileRows(**{name: tuple(_row_moved(row, by) for row in getattr(rows, name)) for name in _TABLES})


def together(rows: Sequence[FileRows]) -> FileRows:
    """The rows of a file's parts, one part after another."""
    return FileRows(**{name: tuple(row for each in rows for row in getattr(each, name)) for name in _TABLES})


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
    return row.model_copy(update={name: getattr(row, name) + by for name in columns})
