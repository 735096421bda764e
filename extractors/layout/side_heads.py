"""Heads in a narrow column beside the text that they open, on parts of pages: "Mål" beside what is aimed at.

They stand left of it, from one edge or up to one, or right of it: there only heads that come again are believed.

A document whose text all stands so has a margin of its own (margin_heads). Here other text stands above and below, over
the page's width. A form's labels stand so too, beside short answers: beside a head stands running text or a list. A
table's labels are set in the type of its cells, or rules part its rows.
"""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.layout.column_sides import columns_of, crosses
from extractors.layout.head_behind import heads_behind_text
from extractors.layout.head_beside import (
    APART,
    SAME_EDGE,
    WIDER,
    HeadBeside,
    heads_beside_text,
    may_be_head,
)
from extractors.layout.margin_heads import MarginText, heads_before_text, stacks
from extractors.pages.geometry import Box
from extractors.text.head_column import HeadColumn, HeadPlace, edge_of, type_of
from extractors.text.lines import Line
from extractors.text.markers import marker_of
from models.tick_signs import BOXES_AND_RINGS

_SET_IN = 40.0
"""Points by which lists are set in from the text's edge, at most."""
_FEW = 3
"""Heads of a document, at the least."""
_AGAIN, _KINDS = 2, 2
"""Places of a head in the document, and heads that come again, from which words tell them as well."""
_RUNNING_WORDS, _MOSTLY = 4, 0.7
"""Words on a line of running text, at the least, and the share of heads that have it, or a list, beside."""
_BEGIN = 0.8
"""Share of heads, at the least, at whose height a text begins."""
_OF_LINES, _OF_LINES_AGAIN = 0.5, 0.2
"""Share of texts of several lines, at the least: where no head comes again, and where some do."""
_ODD = 0.1
"""Share of heads, at most, beside cells or in a text's own first line."""
_TEXT_WIDER = 1.2
"""The text is at least so many times as wide as the heads' column."""

_SEVERAL = 2
_BEFORE: tuple[HeadPlace, ...] = ("before", "set_right")


@dataclass(frozen=True)
class SideHeads:
    """The lines first to last (exclusive), read head by head. left, right: where the text beside the heads stands."""

    first: int
    last: int
    left: float
    right: float
    parts: tuple[MarginText, ...]


def heads_at_sides(pages: Iterable[tuple[Sequence[Line], Sequence[float]]]) -> tuple[HeadColumn, ...]:
    """How the document sets heads beside their text; empty for most documents.

    pages: the lines of each page, and the gutters between its columns.
    """
    in_columns: list[HeadBeside] = []
    over_columns: list[HeadBeside] = []
    behind: list[HeadBeside] = []
    for lines, gutters in pages:
        over = [any(crosses(line, x) for x in gutters) for line in lines]
        for column in columns_of([line for line, crossing in zip(lines, over, strict=True) if not crossing], gutters):
            in_columns += heads_beside_text(column)
            behind += heads_behind_text(column)
        if any(over):
            wide = heads_beside_text(lines)
            over_columns += [pair for pair in wide if any(crosses(pair.text, x) for x in gutters)]
    return (*_head_columns(in_columns), *_head_columns(over_columns), *_head_columns(behind))


def _head_columns(pairs: Sequence[HeadBeside]) -> list[HeadColumn]:
    found: list[HeadColumn] = []
    while pairs:
        n_usual, usual, placed = _usually(pairs)
        if n_usual < _FEW:
            break
        group = [pair for pair in placed if -SAME_EDGE <= pair.offset - usual <= _SET_IN]
        types = Counter(type_of(pair.head) for pair in group)
        several = frozenset(t for t, n in types.items() if n > 1)
        held = [pair for pair in group if type_of(pair.head) in several]
        if _are_heads(held):
            place = held[0].place
            edges = (
                (edge_of(pair.head, place), line) for pair in held for line in (pair.text, pair.below or pair.text)
            )
            reach = max(line.x1 - edge for edge, line in edges)
            found.append(HeadColumn(usual, reach, _step(held), several, place))
        pairs = [pair for pair in placed if not -SAME_EDGE <= pair.offset - usual <= _SET_IN]
    return found


def _usually(pairs: Sequence[HeadBeside]) -> tuple[int, int, Sequence[HeadBeside]]:
    """How many heads have their text at one distance, that distance, and all heads as placed for most to have it.

    Heads before a text begin at one edge, or end at one.
    """
    best: tuple[int, int, Sequence[HeadBeside]] = (0, 0, pairs)
    for place in (pairs[0].place,) if pairs[0].place == "behind" else _BEFORE:
        placed = [replace(pair, place=place) for pair in pairs]
        offsets = Counter(round(pair.offset) for pair in placed)
        counted = [(sum(offsets[x + d] for d in (-1, 0, 1)), -x) for x in offsets]
        n, x = max(counted)
        if n > best[0]:
            best = (n, -x, placed)
    return best


def _step(pairs: Sequence[HeadBeside]) -> float:
    """From foot to foot of two lines within the texts, points: the least, for others are from one text to the next."""
    steps = (pair.below.bottom - pair.text.bottom for pair in pairs if pair.below is not None)
    return min((step for step in steps if step >= pairs[0].text.size), default=math.inf)


def _holds(column: HeadColumn, pair: HeadBeside) -> bool:
    """True for a head as the column's are, placed as they are."""
    return type_of(pair.head) in column.types and -SAME_EDGE <= pair.offset - column.offset <= _SET_IN


def _are_heads(pairs: Sequence[HeadBeside]) -> bool:
    n = len(pairs)
    if n < _FEW:
        return False
    again = [words for words, k in Counter(_words(pair.head) for pair in pairs).items() if k >= _AGAIN]
    least = _OF_LINES_AGAIN if len(again) >= _KINDS else _OF_LINES
    begin = {_place(pair.text) for pair in pairs}
    of_lines = [pair.below is not None and _place(pair.below) not in begin for pair in pairs]
    widest = max(pair.text.x1 - pair.text.x0 for pair in pairs)
    step, behind = _step(pairs), pairs[0].place == "behind"
    return (
        sum(more or _runs(pair.text) for pair, more in zip(pairs, of_lines, strict=True)) >= _MOSTLY * n
        and sum(_begins(pair, step) for pair in pairs) >= _BEGIN * n
        and sum(of_lines) >= least * n
        and sum(pair.contradicted or pair.is_tabular for pair in pairs) <= _ODD * n
        and (behind or widest >= _TEXT_WIDER * min(pair.text.x0 - pair.head.x0 for pair in pairs))
        and (not behind or len(again) >= _KINDS)
    )


def _begins(pair: HeadBeside, step: float) -> bool:
    """True where a text begins beside the head: below white that is wider than a step within the texts."""
    wider = pair.white > step + WIDER * pair.text.size and not pair.text.text[0].islower()
    return pair.begins_block or wider


def _place(line: Line) -> tuple[int, int, int]:
    return line.page, round(line.x0), round(line.bottom)


def side_heads(lines: Sequence[Line], columns: Sequence[HeadColumn], boxes: Sequence[Box] = ()) -> list[SideHeads]:
    """The stretches of a page's column where such heads stand beside their text, from the top.

    boxes: those of tables and of headings in frames; a stretch ends above one.
    """
    found: list[SideHeads] = []
    for column in columns:
        beside = heads_behind_text(lines) if column.place == "behind" else heads_beside_text(lines)
        pairs = [pair for each in beside if _holds(column, pair := replace(each, place=column.place))]
        if not pairs:
            continue
        edges = [edge_of(pair.head, column.place) for pair in pairs]
        edge = max(edges) if column.place == "set_right" else min(edges)
        heads = {pair.at: pair for pair, own in zip(pairs, edges, strict=True) if abs(own - edge) <= SAME_EDGE}
        for stretch in _stretches(lines, heads, column, edge, boxes):
            if all(stretch.last <= other.first or other.last <= stretch.first for other in found):
                found.append(stretch)
    return sorted(found, key=lambda each: each.first)


def _stretches(
    lines: Sequence[Line], heads: dict[int, HeadBeside], column: HeadColumn, edge: float, boxes: Sequence[Box]
) -> list[SideHeads]:
    """`heads` by their lines, `edge` the one that they have in common."""
    left, right = edge + column.offset - SAME_EDGE, edge + column.reach
    cut = [_parted(line, edge - SAME_EDGE if column.place == "behind" else left, column.place) for line in lines]
    found: list[SideHeads] = []
    end = 0
    for at, pair in sorted(heads.items()):
        if at < end:
            continue
        first = last = max(min(at, pair.text_at), end)
        above: Line | None = None
        while last < len(lines) and not (last > first and _stands_between(boxes, lines[last - 1], lines[last])):
            parts = cut[last]
            if parts is None or not (parts[0] is None or last in heads or _goes_on(above, parts[0], column)):
                break
            above = parts[0] or above
            last += 1
        if all(parts is not None and parts[0] is None for parts in cut[:first]):
            first = 0  # what goes on from the page or the column before
        if last <= max(at, pair.text_at):
            continue
        margin = [parts[0] for parts in cut[first:last] if parts is not None]
        begin = {n - first for n, each in heads.items() if each.white > column.step + WIDER * each.text.size}
        text = [parts[1] for parts in cut[first:last] if parts is not None and parts[1] is not None]
        read = tuple(heads_before_text(_each_head(margin, begin, column), text))
        found.append(SideHeads(first, last, left, right, read))
        end = last
    return found


def _stands_between(boxes: Sequence[Box], above: Line, line: Line) -> bool:
    return any(above.middle < (box.top + box.bottom) / 2 < line.middle for box in boxes)


def _each_head(margin: Sequence[Line | None], begin: Collection[int], column: HeadColumn) -> Iterator[list[Line]]:
    """The lines of each head. `begin` are those that a text begins beside, below white."""
    held: list[Line] = []
    for at, line in enumerate(margin):
        if line is None:
            continue
        if at in begin:
            yield from stacks(held, _room(column))
            held = []
        held.append(line)
    yield from stacks(held, _room(column))


def _room(column: HeadColumn) -> float:
    """The width that heads may have, points; 0 where it is not known."""
    return column.offset if column.place == "before" else 0.0


def _goes_on(above: Line | None, part: Line, column: HeadColumn) -> bool:
    """True where a line at the heads' side is the next of a head."""
    if above is None or type_of(part) not in column.types or not may_be_head(part):
        return False
    return len(list(stacks([above, part], _room(column)))) == 1


def _parted(line: Line, edge: float, place: HeadPlace) -> tuple[Line | None, Line | None] | None:
    """What stands at the heads' side of the edge and what at the text's; None where text stands over it."""
    left = tuple(word for word in line.words if word.x0 < edge)
    right = line.words[len(left) :]
    reach = right[0].x0 - APART * min(left[-1].size, right[0].size) if left and right else edge
    if left and left[-1].x1 > reach:
        return None
    if not (left and right):
        whole = (line, None) if left else (None, line)
        return whole if place != "behind" else whole[::-1]
    head, text = (right, left) if place == "behind" else (left, right)
    marks = [(m, x) for m, x in zip(line.marks, line.marks_x0, strict=True) if (x < edge) == (place == "behind")]
    leading = line.leading_mark if place == "behind" else None
    return Line(head), Line(text, tuple(m for m, _ in marks), leading, tuple(x for _, x in marks))


def _runs(line: Line) -> bool:
    """True for running text and for a list's item; boxes side by side are options of a form's statement."""
    boxes = sum(word.text in BOXES_AND_RINGS for word in line.words)
    return boxes < _SEVERAL and (len(line.words) >= _RUNNING_WORDS or marker_of(line) is not None)


def _words(head: Line) -> str:
    return head.text.strip().rstrip(":").casefold()
