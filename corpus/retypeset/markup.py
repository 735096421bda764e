"""The pieces of a document as HTML."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby, takewhile
from typing import Final

from corpus.retypeset.dress import Dress
from corpus.retypeset.form_markup import answers_html, item_html, options_html
from corpus.retypeset.marks import is_option, typed, with_option_signs
from corpus.retypeset.section_markup import goes_with_head, section_html
from corpus.retypeset.source import Beside, Framed, PageBegins, Piece, Tick
from corpus.retypeset.table_markup import table_html
from models.blocks import Answer, Block, Heading, ListItem, Note, Paragraph, Table

ENTRY: Final = re.compile(r"(.*\S)\s+(\d{1,3})", re.DOTALL)
"""A line of a list of contents: its words and its page."""
IN_COLUMNS: Final = 900
"""Letters: less running text than this is not set in columns."""
INDENTED: Final = 6.0
"""Points: what stands so far in is no part of the text at the margin."""
LONG_ASIDE: Final = 90
"""Letters: a longer text beside the flow is set in it."""


@dataclass(frozen=True)
class Setting:
    """What all pieces of a document are set by. main: the size, in points, that most of the source's text has."""

    dress: Dress
    ticks: tuple[Tick, ...]
    main: float
    levels: tuple[int, ...]
    """Those that the source has, the highest first: a heading gets the style of its place among them."""
    footnotes: Mapping[int, tuple[Note, ...]]
    """Those that belong to a block, by the block's id()."""
    titles: frozenset[int]
    """Headings of the document's title, by their id()."""
    in_lists: frozenset[int]
    """Paragraphs that stand as far in as the items before them, by their id()."""
    sections: frozenset[int]
    """Headings that are set with the text below them, by their id()."""


def body_html(pieces: Sequence[Piece], setting: Setting) -> str:
    """All pieces; text that runs stands in columns where the dress has them."""
    made: list[str] = []
    numbers: list[int] = []
    titles = _printed(pieces)
    for in_columns, held in groupby(_grouped(pieces, setting), key=lambda group: _runs(group[0], setting)):
        groups = list(held)
        html = "".join(_group(group, setting, titles, numbers) for group in groups)
        letters = sum(len(b.text) for group in groups for b in group if not isinstance(b, PageBegins | Framed | Beside))
        made.append(f'<div class="columns">{html}</div>' if in_columns and letters >= IN_COLUMNS else html)
    return "\n".join(made)


def footnotes_of(pieces: Sequence[Piece]) -> tuple[list[Piece], dict[int, tuple[Note, ...]]]:
    """The pieces without the footnotes that go with a text of their page, and those by that text's id().

    Where in the text a note was called is not known: a page's notes are dealt out over its texts in their order.
    """
    texts: dict[int, list[Block]] = defaultdict(list)
    notes: dict[int, list[Note]] = defaultdict(list)
    for piece in pieces:
        if isinstance(piece, Note) and piece.note == "footnote":
            notes[piece.place.page].append(piece)
        elif isinstance(piece, Paragraph | ListItem) and not is_option(_marker(piece)):
            texts[piece.place.page].append(piece)
    held: dict[int, tuple[Note, ...]] = {}
    for page, of_page in notes.items():
        for n, note in enumerate(of_page if texts[page] else ()):
            text = texts[page][(2 * n + 1) * len(texts[page]) // (2 * len(of_page))]
            held[id(text)] = (*held.get(id(text), ()), note)
    gone = {id(note) for each in held.values() for note in each}
    return [piece for piece in pieces if id(piece) not in gone], held


def titles_of(pieces: Sequence[Piece]) -> frozenset[int]:
    """The headings that stand first of all, before any text, by their id()."""
    flow = (piece for piece in pieces if not isinstance(piece, PageBegins | Note))
    return frozenset(id(piece) for piece in takewhile(lambda piece: isinstance(piece, Heading), flow))


def in_lists(pieces: Sequence[Piece]) -> frozenset[int]:
    """Paragraphs below an item of a list that begin where it or its words do, by their id()."""
    found: set[int] = set()
    edge: tuple[int, float] | None = None
    margins = _margins(pieces)
    for piece in pieces:
        if isinstance(piece, ListItem):
            edge = piece.place.page, piece.place.x0
        elif not isinstance(piece, Paragraph) or edge is None:
            edge = None if isinstance(piece, Heading | Table | Answer) else edge
        elif piece.place.x0 >= max(margins[piece.place.page] + INDENTED, edge[1] - INDENTED):
            found.add(id(piece))
        else:
            edge = None
    return frozenset(found)


def _margins(pieces: Sequence[Piece]) -> dict[int, float]:
    """Where the text of each page begins at the left."""
    margins: dict[int, float] = {}
    for piece in pieces:
        if isinstance(piece, Heading | Paragraph | ListItem):
            at = piece.place
            margins[at.page] = min(at.x0, margins.get(at.page, at.x0))
    return margins


def _marker(block: Block) -> str:
    return block.marker if isinstance(block, ListItem) else ""


def _grouped(pieces: Sequence[Piece], setting: Setting) -> list[list[Piece]]:
    """Answers and boxes to tick that follow each other together, text with its head; everything else alone."""
    groups: list[list[Piece]] = []
    for piece in pieces:
        kind = _kind(piece)
        headed = groups and id(groups[-1][0]) in setting.sections and not kind and goes_with_head(piece)
        if headed or (groups and kind and _kind(groups[-1][-1]) == kind):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return groups


def _kind(piece: Piece) -> str:
    if isinstance(piece, Answer):
        return "answers"
    return "options" if isinstance(piece, ListItem) and is_option(piece.marker) else ""


def _runs(piece: Piece, setting: Setting) -> bool:
    """It may stand in a column: text of the flow, headings below the highest two levels."""
    if not setting.dress.columns:
        return False
    if isinstance(piece, Heading):
        return piece.level in setting.levels[2:]
    return isinstance(piece, Paragraph | ListItem | Beside) or (isinstance(piece, PageBegins) and not piece.meant)


def _printed(pieces: Sequence[Piece]) -> frozenset[str]:
    """What headings, captions and paragraphs say: a table of that title has it printed already."""
    return frozenset(piece.text for piece in pieces if isinstance(piece, Heading | Note | Paragraph))


def _group(group: Sequence[Piece], setting: Setting, titles: frozenset[str], numbers: list[int]) -> str:
    first = group[0]
    if isinstance(first, Answer):
        return answers_html([piece for piece in group if isinstance(piece, Answer)], setting.dress)
    if _kind(first) == "options":
        return options_html([piece for piece in group if isinstance(piece, ListItem)], setting.dress)
    if isinstance(first, Heading) and len(group) > 1:
        return _section(first, group[1:], setting, titles, numbers)
    if isinstance(first, PageBegins):
        return _page_begins(first, setting.dress)
    if isinstance(first, Framed):
        return _framed(first, setting, titles, numbers)
    if isinstance(first, Beside):
        parts = [_group([part], setting, titles, numbers) for part in first.parts]
        return f'<table class="beside"><tr>{"".join(f"<td>{part}</td>" for part in parts)}</tr></table>'
    return _block(first, setting, titles, numbers)


def _section(
    head: Heading, below: Sequence[Piece], setting: Setting, titles: frozenset[str], numbers: list[int]
) -> str:
    first = below[0] if isinstance(below[0], Paragraph) else None
    words = typed(setting.dress, first) + _called(first, setting) if first is not None else ""
    rest = "".join(_group([piece], setting, titles, numbers) for piece in below[1 if first is not None else 0 :])
    return section_html(head, _heading(head, setting, numbers), words, rest, setting.dress)


def _page_begins(page: PageBegins, dress: Dress) -> str:
    """What runs at the head and foot from here on, and a new page where the source meant one."""
    kind = "runs new-page" if page.meant and dress.new_page else "runs"
    head, foot = (escape(" ".join(lines), quote=True) for lines in (page.heads, page.feet))
    return f'<div class="{kind}" data-head="{head}" data-foot="{foot}"></div>'


def _framed(framed: Framed, setting: Setting, titles: frozenset[str], numbers: list[int]) -> str:
    if not framed.blocks:
        return '<div class="empty-frame"></div>'
    inside = "".join(_group(group, setting, titles, numbers) for group in _grouped(framed.blocks, setting))
    return f'<div class="framed">{inside}</div>'


def _block(block: Block, setting: Setting, titles: frozenset[str], numbers: list[int]) -> str:
    match block:
        case Heading():
            return _heading(block, setting, numbers)
        case Paragraph():
            return f"<p{_look(block, setting)}>{typed(setting.dress, block)}{_called(block, setting)}</p>"
        case ListItem():
            return item_html(block, setting.dress, _called(block, setting))
        case Table():
            return table_html(block, setting.dress, setting.ticks, title=block.text not in titles)
        case Answer():
            return answers_html([block], setting.dress)
        case Note():
            return _note(block)


def _heading(heading: Heading, setting: Setting, numbers: list[int]) -> str:
    place = setting.levels.index(heading.level) + 1
    counted = setting.dress.numbered and 1 < place < 4 and id(heading) not in setting.titles
    number = _number(place, numbers) if counted else ""
    return f'<div class="heading h{place}">{number}{with_option_signs(setting.dress, heading.text)}</div>'


def _number(place: int, numbers: list[int]) -> str:
    """The next number of this level, `2.1`; levels below it begin anew."""
    depth = place - 1
    numbers[:] = [*numbers[:depth], *[0] * (depth - len(numbers))]
    numbers[depth - 1] += 1
    return ".".join(str(max(1, n)) for n in numbers) + (". " if depth == 1 else " ")


def _look(block: Paragraph, setting: Setting) -> str:
    """Type that is smaller or larger than the text's stays so, and what stands in a list stays there."""
    share = block.size / setting.main if block.size and setting.main else 1.0
    size = f' style="font-size: {min(1.6, max(0.7, share)):.2f}em"' if abs(share - 1) > 0.04 else ""
    return size + (' class="in-list"' if id(block) in setting.in_lists else "")


def _note(note: Note) -> str:
    words = escape(note.text)
    match note.note:
        case "footnote":
            return f'<p class="endnote">{_marked(note)}</p>'
        case "contents":
            entry = ENTRY.fullmatch(note.text)
            if entry is None:
                return f'<p class="contents">{words}</p>'
            return f'<p class="contents">{escape(entry[1])} <a>{entry[2]}</a></p>'
        case "aside" if len(note.text) <= LONG_ASIDE:
            return f'<div class="turned">{words}</div>'
        case _:
            return f'<p class="{note.note}">{words}</p>'


def _called(block: Block, setting: Setting) -> str:
    """The calls of a text's footnotes, and these, which go to the foot of the page."""
    notes = setting.footnotes.get(id(block), ())
    calls = f"<sup>{' '.join(escape(note.marker) for note in notes)}</sup>" if notes else ""
    return calls + "".join(f'<span class="footnote">{_marked(note)}</span>' for note in notes)


def _marked(note: Note) -> str:
    return f"<sup>{escape(note.marker)}</sup> {escape(note.text)}" if note.marker else escape(note.text)
