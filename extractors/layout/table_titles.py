"""What a table is called: its caption above or below it, with or without a number, else the heading above."""

import re
from collections import Counter
from collections.abc import Sequence

from extractors.tables.cell_text import ends_with_unit
from models.blocks import Block, Heading, Note, Paragraph, Table

_ABOVE, _BELOW, _OVERLAP = 1.5, 1.0, 0.3
"""White between a caption and its table, at most so many type sizes; boxes of type may lie a little over each other.

A line below its table is nearer than text would be, or ends with the unit of the table's sums.
"""
_OF_ITS_OWN_TYPE = 2.5
"""The same for a line below its table that ends with the unit and is not set as the text after it."""
_BETWEEN = 12
"""Blocks of the next column that may come between a heading at the foot of one and the wide table below both."""
_OVER_BOX = 1.2
"""White between a question and the words in the box below it, in type sizes, at most."""
_CAPTION_LETTERS = 90
_SMALLER = 0.4
"""Points by which notes at a page's foot are smaller than its text, at least."""
_UNIT_LINE = re.compile(
    r"^\(?(?:(?:alla )?(?:belopp|siffror|tal)(?:en)?\s+(?:anges |redovisas |är )?)?(?:i\s+)?"
    r"(?:tkr|mnkr|mkr|kr|kronor|tusental kronor|tusen kronor|miljoner kronor)\)?$",
    re.IGNORECASE,
)
"""A line that says no more than the unit of the sums below it."""
_LABELLED = re.compile(r"(?!källa\b|kommentar\b|not\b|anm|tabell\b)[A-ZÅÄÖ][^:.?]{2,40}:\s+\S", re.IGNORECASE)
"""A label that its answer follows; a source or a note belongs to the table."""


def titled(blocks: list[Block]) -> list[Block]:
    """Each table with its title: its caption above or below, else the heading right above it.

    A short line right above a table, or right below it, is its caption though it bears no number.
    """
    named = list(blocks)
    captions = _numbered_captions(blocks)
    for i, block in enumerate(blocks):
        if not isinstance(block, Table):
            continue
        caption = captions.get(i, "")
        near = None if caption else _short_line_near(named, i)
        if near is not None:
            line = named[near]
            caption = line.text
            named[near] = Note(text=caption, places=line.places, size=line.size, bold=line.bold, note="caption")
            if _UNIT_LINE.match(caption):
                above = _caption_above(named, near) or _text_above(named, near)
                caption = f"{above} ({caption.strip('()')})".strip()
        named[i] = block.model_copy(update={"text": caption or _text_above(named, i)})
    return named


def _short_line_near(blocks: Sequence[Block], index: int) -> int | None:
    """Where the table's caption without a number stands; None where it has none."""
    table = blocks[index]
    for step, begins in ((-1, table.places[0]), (1, table.places[-1])):
        near = _past_notes(blocks, index, step)
        if not 0 <= near < len(blocks):
            continue
        line = blocks[near]
        place = line.places[-1 if step < 0 else 0]
        white = begins.top - place.bottom if step < 0 else place.top - begins.bottom
        below = step > 0 and isinstance(line, Heading) and _is_set_below_text(blocks, near)
        labels = step > 0 and (_labels_box(blocks, near) or _begins_list(blocks, near))
        if labels or not (isinstance(line, Paragraph) or below) or place.page != begins.page:
            continue
        if _is_caption_line(line, white, _ABOVE if step < 0 else _reach_below(blocks, near, white)):
            return near
    return None


def _reach_below(blocks: Sequence[Block], index: int, white: float) -> float:
    """How far below its table, in type sizes, a line may stand and be its caption; `white` parts the two."""
    line, after = blocks[index], _past_notes(blocks, index, 1)
    if not ends_with_unit(line.text):
        return _BELOW
    following = blocks[after] if after < len(blocks) else None
    if following is None or following.place.page != line.place.page:
        return _OF_ITS_OWN_TYPE
    if isinstance(following, Paragraph) and (following.size, following.bold) != (line.size, line.bold):
        return _OF_ITS_OWN_TYPE
    return _ABOVE if following.place.top - line.places[-1].bottom > white else _BELOW


def _labels_box(blocks: Sequence[Block], index: int) -> bool:
    """True for a line right over words in a box: below a table it is the next question of a form."""
    box = blocks[index + 1] if index + 1 < len(blocks) else None
    if box is None or not box.framed or box.place.page != blocks[index].place.page:
        return False
    return 0 <= box.place.top - blocks[index].places[-1].bottom < _OVER_BOX * box.size


def _begins_list(blocks: Sequence[Block], index: int) -> bool:
    """True for a label with its answer over another one set alike: `Kontroll: Räkna kassan`, `Ansvarig: Chefen`."""
    line = blocks[index]
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    if not isinstance(after, Paragraph) or after.place.page != line.place.page:
        return False
    alike = (after.size, after.place.x0) == (line.size, line.place.x0)
    return alike and all(_LABELLED.match(text) is not None for text in (line.text, after.text))


def _is_set_below_text(blocks: Sequence[Block], index: int) -> bool:
    """True for bold words with a unit in smaller type than the text after them, which they do not head."""
    after = _past_notes(blocks, index, 1)
    following = blocks[after] if after < len(blocks) else None
    smaller = not isinstance(following, Paragraph) or blocks[index].size < following.size
    return ends_with_unit(blocks[index].text) and smaller and not isinstance(following, Table)


def _is_caption_line(line: Block, white: float, sizes: float) -> bool:
    """One short line of words that does not begin small, without a full stop, so many type sizes from its table.

    What stands in a box is a form's answer; a sum that stands alone (`= 1 041 125`) is the table's total.
    """
    text = line.text.rstrip()
    one_line = len(line.places) == 1 and line.place.bottom - line.place.top <= 1.5 * line.size
    near = -_OVERLAP * line.size <= white <= sizes * line.size
    says = any(c.isalpha() for c in text) and not text.startswith("=") and not text[0].islower()
    return one_line and near and says and not line.framed and len(text) <= _CAPTION_LETTERS and text[-1] not in ".:;,!?"


def _caption_above(blocks: Sequence[Block], index: int) -> str:
    """The numbered caption right above a block, other notes aside; empty where there is none."""
    for block in reversed(blocks[:index]):
        if _is_numbered_caption(block):
            return block.text
        if not isinstance(block, Note):
            break
    return ""


def _is_numbered_caption(block: Block) -> bool:
    return isinstance(block, Note) and block.note == "caption" and block.text.lower().startswith("tabell")


def _numbered_captions(blocks: Sequence[Block]) -> dict[int, str]:
    """The caption of each table that has one, by the table's index.

    A caption is one table's: where it stands between two, the one on the side that the document's captions keep to,
    which the one that stands beside a single table tells, and the one nearer to one of two.
    """
    beside = {
        i: (_table_beside(blocks, i, -1), _table_beside(blocks, i, 1))
        for i, block in enumerate(blocks)
        if _is_numbered_caption(block)
    }
    below = sum(_stands_below(blocks, i, before, after) for i, (before, after) in beside.items())
    captions: dict[int, str] = {}
    for i, (before, after) in beside.items():
        own, other = (before, after) if below > 0 else (after, before)
        table = other if own is None else own
        if table is None:
            table = _table_over_page(blocks, i)
        if table is not None:
            captions.setdefault(table, blocks[i].text)
    return captions


def _table_over_page(blocks: Sequence[Block], index: int) -> int | None:
    """The table that ends the page before, where a caption beside no table begins its own page.

    Below the table stands nothing but what stands below a page's text: notes, in smaller type.
    """
    page, text_size = blocks[index].place.page, _text_size(blocks)
    for near in range(index - 1, -1, -1):
        block = blocks[near]
        ends = block.places[-1].page
        if isinstance(block, Table):
            return near if ends == page - 1 else None
        is_small = ends < page and block.size < text_size - _SMALLER
        if not (is_small or isinstance(block, Note)) or _is_numbered_caption(block):
            return None
    return None


def _text_size(blocks: Sequence[Block]) -> float:
    """The type size of most letters in running text, points; 0 where there is none."""
    letters: Counter[float] = Counter()
    for block in blocks:
        if isinstance(block, Paragraph):
            letters[round(block.size, 1)] += len(block.text)
    return max(letters, key=lambda size: letters[size], default=0.0)


def _table_beside(blocks: Sequence[Block], index: int, step: int) -> int | None:
    """The table next to a caption, other notes aside."""
    near = _past_notes(blocks, index, step)
    return near if 0 <= near < len(blocks) and isinstance(blocks[near], Table) else None


def _past_notes(blocks: Sequence[Block], index: int, step: int) -> int:
    """The index of the next block that is no note but a numbered caption; outside `blocks` where there is none."""
    near = index + step
    while 0 <= near < len(blocks) and isinstance(blocks[near], Note) and not _is_numbered_caption(blocks[near]):
        near += step
    return near


def _stands_below(blocks: Sequence[Block], index: int, before: int | None, after: int | None) -> int:
    """1 where a caption's place says that it is the table's above it, -1 the one below it, 0 where it says nothing."""
    if before is None or after is None:
        return (before is not None) - (after is not None)
    caption, ends, begins = blocks[index].place, blocks[before].places[-1], blocks[after].place
    if ends.page != begins.page:
        return (ends.page == caption.page) - (begins.page == caption.page)
    over, under = caption.top - ends.bottom, begins.top - caption.bottom
    return (over < under) - (under < over)


def _text_above(blocks: Sequence[Block], index: int) -> str:
    for block in reversed(blocks[:index]):
        if isinstance(block, Heading):
            return block.text
        if not isinstance(block, Note):
            break
    return _heading_over(blocks, index)


def _heading_over(blocks: Sequence[Block], index: int) -> str:
    """The heading that stands right above on the page, though the next column's text comes between in reading order."""
    own = blocks[index].place
    over = [
        block
        for block in blocks[max(0, index - _BETWEEN) : index]
        if (place := block.places[-1]).page == own.page
        and (place.x0 < own.x1 and own.x0 < place.x1)
        and place.bottom <= own.top
    ]
    nearest = max(over, key=lambda block: block.places[-1].bottom, default=None)
    if not isinstance(nearest, Heading) or own.top - nearest.places[-1].bottom > _ABOVE * nearest.size:
        return ""
    return nearest.text
