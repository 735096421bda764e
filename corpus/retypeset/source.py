"""What is typeset anew: a file as read, and what stands on its pages beside the words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeGuard

from models.blocks import Answer, Block, Heading, Note, Paragraph, ReadFile, Table
from models.place import Place

_INSIDE = 0.7
"""A block of which so much lies in a frame stands in it."""
_SHORT = 60
"""Letters of a text that stands beside another, at most."""
_LINES_APART = 0.9
"""Lines of an instruction that stand nearer, in heights of a line, are one text."""


@dataclass(frozen=True)
class Tick:
    """A box to tick."""

    place: Place
    ticked: bool


@dataclass(frozen=True)
class Source:
    """frames: boxes drawn round text or round nothing, for answers. ticks: boxes to tick, also those in tables."""

    read: ReadFile
    frames: tuple[Place, ...] = ()
    ticks: tuple[Tick, ...] = ()


@dataclass(frozen=True)
class Framed:
    """What stands in one frame; nothing where it was left empty."""

    blocks: tuple[Block, ...]
    page: int


@dataclass(frozen=True)
class PageBegins:
    """A page of the source begins: heads and feet are what runs on it; meant where the one before ends early."""

    page: int
    heads: tuple[str, ...]
    feet: tuple[str, ...]
    meant: bool


@dataclass(frozen=True)
class Beside:
    """Short texts, or frames of them, that stand beside each other: tags, labels of fields beside each other."""

    parts: tuple[Block | Framed, ...]


Piece = Block | Framed | Beside | PageBegins


def pieces_of(source: Source, first: int, last: int) -> list[Piece]:
    """The pages first to last in reading order: instructions and empty frames where they stood, frames filled."""
    pieces: list[Piece] = []
    for page in range(first, last + 1):
        pieces.append(_page_begins(source.read, page, first))
        pieces.extend(_with_rows(_with_frames(source, page, _in_order(source.read, page))))
    return pieces


def _page_begins(read: ReadFile, page: int, first: int) -> PageBegins:
    running = [b for b in read.blocks if isinstance(b, Note) and b.note == "running_head" and b.place.page == page]
    height = read.pages[page - 1].height
    feet = [b for b in running if b.place.top > height / 2]
    before = [place.bottom for b in read.blocks if _flows(b) for place in b.places if place.page == page - 1]
    runs_on = any(len(b.places) > 1 and b.place.page < page <= b.places[-1].page for b in read.blocks)
    return PageBegins(
        page=page,
        heads=tuple(b.text for b in running if b not in feet),
        feet=tuple(b.text for b in feet),
        meant=page > first and not runs_on and (not before or max(before) < 0.72 * read.pages[page - 2].height),
    )


def _flows(block: Block) -> bool:
    return not isinstance(block, Note) or block.note not in {"running_head", "page_number", "footnote"}


def _in_order(read: ReadFile, page: int) -> list[Block]:
    """The blocks that begin on a page, instructions among them by their height on it."""
    found = [b for b in read.blocks if b.place.page == page and not _is_margin(b)]
    ordered: list[Block] = [b for b in found if not _is_instruction(b)]
    for note in _whole_instructions([b for b in found if _is_instruction(b)]):
        ordered.insert(_place_below(ordered, note.place), note)
    return ordered


def _is_margin(block: Block) -> bool:
    return isinstance(block, Note) and block.note in {"running_head", "page_number"}


def _is_instruction(block: Block) -> TypeGuard[Note]:
    return isinstance(block, Note) and block.note == "instruction"


def _whole_instructions(lines: list[Note]) -> list[Note]:
    """Instructions are kept line by line: lines close below each other are one text."""
    whole: list[Note] = []
    for line in sorted(lines, key=lambda note: note.place.top):
        height = line.place.bottom - line.place.top
        if whole and 0 <= line.place.top - whole[-1].place.bottom < _LINES_APART * height:
            before = whole.pop()
            places = (before.place.union(line.place),)
            whole.append(before.model_copy(update={"text": f"{before.text} {line.text}", "places": places}))
        else:
            whole.append(line)
    return whole


def _share_width(one: Place, other: Place) -> bool:
    """They share a part of the page's width."""
    return min(one.x1, other.x1) > max(one.x0, other.x0)


def _with_frames(source: Source, page: int, blocks: list[Block]) -> list[Piece]:
    """The blocks of a page, those in a frame together, and frames that hold nothing at their place.

    What is in no drawn frame and said to be framed (a tint, a bar) makes one with its neighbours.
    """
    tables = [place for b in source.read.blocks if isinstance(b, Table) for place in b.places if place.page == page]
    frames = [f for f in source.frames if f.page == page and not any(_touch(f, table) for table in tables)]
    held = {id(b): n for b in blocks for n, frame in enumerate(frames) if _may_stand_in(b) and _inside(b.place, frame)}
    pieces: list[Piece] = []
    used: set[int] = set()
    at: int | None = None
    for block in blocks:
        n = held.get(id(block), -1 if _may_stand_in(block) and block.framed else None)
        last = pieces[-1] if pieces else None
        if n is None:
            pieces.append(block)
        elif n == at and isinstance(last, Framed):
            pieces[-1] = Framed((*last.blocks, block), page)
        else:
            pieces.append(Framed((block,), page))
        used.update(i for i, frame in enumerate(frames) if _touch(frame, block.place) and n != i)
        used.update(() if n is None else (n,))
        at = n
    for n, frame in enumerate(frames):
        if n not in used:
            pieces.insert(_place_below(pieces, frame), Framed((), page))
    return pieces


def _with_rows(pieces: list[Piece]) -> list[Piece]:
    """The pieces, those beside each other together."""
    rows: list[Piece] = []
    for piece in pieces:
        last = rows[-1] if rows else None
        before = last.parts[-1] if isinstance(last, Beside) else last
        if _is_short(piece) and _is_short(before) and _on_one_line(_place_of(before), _place_of(piece)):
            rows[-1] = Beside((*(last.parts if isinstance(last, Beside) else (before,)), piece))
        else:
            rows.append(piece)
    return rows


def _is_short(piece: Piece | None) -> TypeGuard[Paragraph | Framed]:
    if isinstance(piece, Framed):
        return len(piece.blocks) == 1 and _is_short(piece.blocks[0])
    return isinstance(piece, Paragraph) and len(piece.text) <= _SHORT


def _place_of(piece: Paragraph | Framed) -> Place:
    return piece.blocks[0].place if isinstance(piece, Framed) else piece.place


def _on_one_line(one: Place, other: Place) -> bool:
    """They share most of their height, and the other begins where the one has ended."""
    common = min(one.bottom, other.bottom) - max(one.top, other.top)
    return common > 0.6 * min(one.bottom - one.top, other.bottom - other.top) and other.x0 > one.x1


def _may_stand_in(block: Block) -> bool:
    return not isinstance(block, Table | Answer | Heading) and (isinstance(block, Paragraph) or _flows(block))


def _place_below(pieces: Sequence[Piece], place: Place) -> int:
    """Where in the order something at this place belongs: after the last of the page that ends above it."""
    above = [
        i
        for i, piece in enumerate(pieces)
        for b in (piece.blocks[-1:] if isinstance(piece, Framed) else (piece,))
        if not isinstance(b, PageBegins | Framed | Beside)
        and b.place.bottom <= place.top + 3
        and _share_width(b.place, place)
    ]
    return above[-1] + 1 if above else 0


def _inside(place: Place, frame: Place) -> bool:
    return _common(place, frame) >= _INSIDE * max(1.0, (place.x1 - place.x0) * (place.bottom - place.top))


def _touch(one: Place, other: Place) -> bool:
    return _common(one, other) > 4.0


def _common(one: Place, other: Place) -> float:
    """The area, in square points, that both cover."""
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across * down if across > 0 and down > 0 and one.page == other.page else 0.0
