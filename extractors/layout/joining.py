"""Pages to one document: text and tables that the page break cut are joined, headings get their levels."""

import re
from collections.abc import Iterable, Iterator, Sequence

from extractors.layout.contents_over_pages import with_whole_contents
from extractors.layout.footnotes import marker_and_text
from extractors.layout.page_items import AnswerItem, Item, NoteItem, PageLayout, TableItem, TextItem
from extractors.layout.table_joining import joined_tables
from extractors.layout.table_titles import titled
from extractors.tables.cell_items import items_of
from extractors.tables.cell_paragraphs import paragraphs_of
from extractors.tables.cell_parts import parts_of, possible_parts_of
from extractors.tables.table_blocks import finish
from extractors.text.draft_block import Draft
from extractors.text.flow import opens_with_label
from extractors.text.hyphens import Vocabulary
from extractors.text.lines import Line, main_size
from extractors.text.measures import is_full
from extractors.text.small_tail import tail_of
from models.blocks import Answer, Block, Cell, Heading, ListItem, Note, Paragraph
from models.place import Place, join_places

_INDENT, _JUSTIFIED = 5.0, 1.0
"""Points; lines of justified text end within so many of each other."""
_SAME_SIZE = 0.6
Style = tuple[float, bool, bool, int]
"""A heading's size, whether it is bold, whether it is italic, and the depth of its number: 2 for "3.1"."""
_DEPTH = re.compile(r"^\d{1,2}((?:\.\d{1,2})*)\.?\s")


def join_pages(layouts: Iterable[PageLayout], vocabulary: Vocabulary) -> list[Block]:
    """All pages' items as blocks in reading order. A page is asked for when those before it are blocks, or nearly."""
    blocks: list[Block] = []
    styles: dict[int, Style] = {}
    for item in _joined_texts(_unframed(joined_tables(with_whole_contents(layouts), vocabulary))):
        if isinstance(item, TextItem) and item.draft.heading:
            styles[len(blocks)] = _style(item.draft)
        blocks.append(_block(item, vocabulary, blocks))
    levels = _heading_levels(styles.values())
    for at, style in styles.items():
        blocks[at] = blocks[at].model_copy(update={"level": levels[style]})
    return titled(blocks)


def _unframed(items: Iterable[Item]) -> Iterator[Item]:
    """Frames become the text that they hold."""
    for item in items:
        if isinstance(item, TableItem) and item.frame is not None:
            right = item.table.places[-1].x1
            held = [TextItem(item.page, draft, right=right) for draft in item.frame]
            if held:
                held[0].opens_column = item.opens_column
            yield from held
        else:
            yield item


def _joined_texts(items: Iterable[Item]) -> Iterator[Item]:
    """A paragraph or list item that a page or column break cut is one; notes between its halves stay in place."""
    held: list[Item] = []
    """The last item that is no note but a caption, and the notes after it."""
    for item in _heads_before_cut_texts(items):
        before = held[0] if held else None
        if (
            isinstance(item, TextItem)
            and isinstance(before, TextItem)
            and (item.opens_column or item.draft.first.page == before.draft.last.page + 1)
            and _text_goes_on(before.draft, item.draft, before.right, new_column=item.opens_column)
        ):
            before.draft.lines.extend(item.draft.lines)
            before.right = item.right
            continue
        if not isinstance(item, NoteItem) or item.note == "caption":
            yield from held
            held = []
        held.append(item)
    yield from held


def _heads_before_cut_texts(items: Iterable[Item]) -> Iterator[Item]:
    """A head beside the rest of a text that began at the foot of the page before stands before all of that text.

    Of a row cut at the page break, a head in larger type than the text may not have had room above it.
    """
    held: list[Item] = []
    """A text, notes and such a head: where the text goes on behind the head is not known yet."""
    for item in items:
        if isinstance(item, NoteItem):
            held.append(item)
            continue
        first, last = (held[0], held[-1]) if held else (None, None)
        is_cut = (
            isinstance(first, TextItem)
            and isinstance(last, TextItem)
            and isinstance(item, TextItem)
            and first is not last
            and last.is_beside
            and last.page == item.page == first.page + 1
            and _goes_on_low(first.draft, item.draft)
        )
        if is_cut:
            held.insert(0, held.pop())
        elif isinstance(item, TextItem) and item.is_beside and isinstance(first, TextItem) and not first.is_beside:
            held.append(item)
            continue
        yield from held
        held = [item]
    yield from held


def _goes_on_low(before: Draft, after: Draft) -> bool:
    """True for the rest of a sentence that was broken off."""
    low = after.marker is None and not after.heading and after.first.text[0].islower()
    return low and before.last.text.rstrip()[-1] not in ".!?:" and abs(before.size - after.size) <= _SAME_SIZE


def _text_goes_on(before: Draft, after: Draft, right: float, *, new_column: bool) -> bool:
    """True where the first text of a page or column is the rest of the last text of the one before."""
    if after.marker is not None or before.heading or after.heading or opens_with_label(before, after.first):
        return False
    if abs(before.size - after.size) > _SAME_SIZE:
        return False
    text = before.last.text.rstrip()
    begins_low = after.first.text[0].islower()
    if text[-1] in ".!?":
        return begins_low
    if text[-1] == ":":
        return begins_low and before.marker is not None
    if begins_low or text[-1] in "-\u2010\u00ad,":
        return True
    full = is_full(before.last, after.first, right) and not _ends_short_of_edge(before)
    if before.marker is not None:
        return full and not new_column and after.first.x0 > before.first.x0 + _INDENT
    return full


def _ends_short_of_edge(text: Draft) -> bool:
    """True where the text is justified but for its last line: had it gone on, that would have been stretched too."""
    edges = [line.x1 for line in text.lines[:-1]]
    return len(edges) > 1 and max(edges) - min(edges) <= _JUSTIFIED and min(edges) - text.last.x1 > text.last.size


def _heading_levels(styles: Iterable[Style]) -> dict[Style, int]:
    """Heading styles by size, then weight, italics and number: the largest is level 1."""
    ordered = sorted(set(styles), key=lambda s: (-s[0], not s[1], s[2], s[3]))
    return {style: level for level, style in enumerate(ordered, start=1)}


def _style(draft: Draft) -> Style:
    number = _DEPTH.match(draft.first.text)
    depth = 1 + number.group(1).count(".") if number is not None else 1
    return round(draft.size * 2) / 2, draft.bold, draft.italic, depth


def _block(item: Item, vocabulary: Vocabulary, before: Sequence[Block]) -> Block:
    """`before` are the blocks before it. A heading's level is not known before all headings are."""
    if isinstance(item, TextItem):
        return _text_block(item.draft, vocabulary, before)
    if isinstance(item, TableItem):
        return finish(item.table)
    if isinstance(item, AnswerItem):
        label, value = item.label.text(vocabulary), item.value.text(vocabulary)
        lines = [*item.label.lines, *item.value.lines]
        return Answer(
            text=f"{label} {value}".strip(),
            places=_places(lines),
            size=main_size(w for line in lines for w in line.words),
            label=label,
            value=value or None,
            said=_cell(item, value, vocabulary) if value else None,
        )
    text, marker = vocabulary.join([x.text for x in item.lines]), ""
    if item.note == "footnote":
        marker, text = marker_and_text(item.lines[0], text)
    return Note(text=text, places=_places(item.lines), note=item.note, marker=marker)


def _cell(answer: AnswerItem, text: str, vocabulary: Vocabulary) -> Cell:
    """The value as a table's cell."""
    lines, measures = answer.value.lines, answer.measures
    return Cell(
        row=0,
        col=0,
        text=text,
        place=_places(lines)[0],
        items=items_of(lines, vocabulary),
        parts=parts_of(lines, measures.right, vocabulary) if measures is not None else (),
        possible_parts=possible_parts_of(lines, vocabulary),
        paragraphs=paragraphs_of(lines, measures.pitch, vocabulary) if measures is not None else (),
    )


def _text_block(draft: Draft, vocabulary: Vocabulary, before: Sequence[Block]) -> Block:
    text = vocabulary.join(draft.text_lines)
    places = _places(draft.lines)
    words = draft.without_marker
    common = {
        "text": text,
        "places": places,
        "size": words.size,
        "bold": words.bold,
        "italic": words.italic,
        "color": words.color,
        "framed": draft.framed,
        "frame": _frame(draft),
        "tail": tail_of(draft.lines),
    }
    if draft.heading:
        return Heading(**common, level=1)
    if draft.marker is not None:
        return ListItem(**common, marker=draft.marker, level=_nesting(draft, before))
    return Paragraph(**common)


def _frame(draft: Draft) -> Place | None:
    box = draft.frame
    return None if box is None else Place(page=draft.first.page, x0=box.x0, top=box.top, x1=box.x1, bottom=box.bottom)


def _nesting(draft: Draft, before: Sequence[Block]) -> int:
    """The item's level, from where its marker stands against the items of the same run above it."""
    level = 1
    for block in reversed(before):
        if isinstance(block, Note):
            continue
        if not isinstance(block, ListItem):
            break
        if draft.first.page == block.place.page and draft.first.bottom < block.place.bottom - _INDENT:
            # Above the end of the item before it: the next column, whose edge tells nothing of the nesting.
            return block.level
        if draft.first.x0 > block.place.x0 + _INDENT:
            return block.level + 1
        if abs(draft.first.x0 - block.place.x0) <= _INDENT:
            return block.level
        level = max(1, block.level - 1)
    return level


def _places(lines: Sequence[Line]) -> tuple[Place, ...]:
    places: tuple[Place, ...] = ()
    for line in lines:
        box = Place(page=line.page, x0=line.x0, top=line.top, x1=line.x1, bottom=line.bottom)
        places = join_places(places, (box,))
    return places
