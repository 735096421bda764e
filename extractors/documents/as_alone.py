"""One of a file's documents as if it were given alone, and what was understood of it back in the file."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.documents.places import with_places, with_rows
from models.blocks import Block, Note, Part, ReadFile
from models.rows import FileRows, Row

_PAGES = ("page", "first_page", "last_page")
"""The columns that count pages in the file."""
_TABLES = tuple(FileRows.model_fields)
_DIGITS = re.compile(r"\d+")
_SEVERAL = 3
"""Documents of a file through which one running head counts the pages, from which it is none of theirs."""


def alone(read: ReadFile, parts: Sequence[Part]) -> Iterator[ReadFile]:
    """Each part's pages and blocks, its first page being page 1. Only one of them need be held at a time.

    What was read is let go part by part, so that it goes where whoever asks holds it no longer either.
    """
    blocks: list[list[Block]] = [[] for _ in parts]
    part_of = {page: i for i, part in enumerate(parts) for page in range(part.first_page, part.last_page + 1)}
    bound = _heads_of_binding(read.blocks, part_of)
    for block in read.blocks:
        stamped = isinstance(block, Note) and block.note == "running_head" and _plain(block) in bound
        own = block.model_copy(update={"note": "aside"}) if stamped else block
        blocks[part_of[block.place.page]].append(own)
        del block, own
    read = read.model_copy(update={"blocks": ()})
    blocks.reverse()
    for part in parts:
        yield _alone(read, part, blocks.pop())


def _heads_of_binding(blocks: Sequence[Block], part_of: dict[int, int]) -> set[str]:
    """Running heads, without their digits, that number the pages on through several documents.

    `Handlingar till nämnden, sid 136 av 164` was put on the pages when they were bound together.
    """
    places: dict[str, dict[int, list[int]]] = {}
    for block in blocks:
        if isinstance(block, Note) and block.note == "running_head":
            numbers = [int(digits) for digits in _DIGITS.findall(block.text)]
            places.setdefault(_plain(block), {})[block.place.page] = numbers
    return {
        head
        for head, pages in places.items()
        if len({part_of[page] for page in pages}) >= _SEVERAL
        and any(len({n - page for page, n in zip(pages, told, strict=True)}) == 1 for told in _by_place(pages))
    }


def _by_place(pages: dict[int, list[int]]) -> list[tuple[int, ...]]:
    """The numbers of a running head from page to page, by where in it they stand."""
    return list(zip(*pages.values(), strict=True))


def _plain(note: Note) -> str:
    return _DIGITS.sub("#", note.text)


def _alone(read: ReadFile, part: Part, blocks: Sequence[Block]) -> ReadFile:
    before = part.first_page - 1
    pages = read.pages[before : part.last_page]
    if before:
        pages = tuple(page.model_copy(update={"page": page.page - before}) for page in pages)
        blocks = [with_places(block, lambda place: replace(place, page=place.page - before)) for block in blocks]
    return read.model_copy(update={"pages": pages, "blocks": tuple(blocks), "parts": (), "unread": None})


def back_in_file(part: Part, rows: FileRows) -> FileRows:
    """A part's rows with the file's page numbers."""
    by = part.first_page - 1
    if not by:
        return rows
    return with_rows(rows, lambda row: _row_moved(row, by))


def together(rows: Sequence[FileRows]) -> FileRows:
    """The rows of a file's parts, one part after another."""
    return FileRows(**{name: tuple(row for each in rows for row in getattr(each, name)) for name in _TABLES})


def _row_moved(row: Row, by: int) -> Row:
    columns = [name for name in _PAGES if name in type(row).model_fields]
    return row.model_copy(update={name: getattr(row, name) + by for name in columns})
