"""Where white parts the columns of lines that stand in a table without drawn lines."""

import itertools
from collections import Counter
from collections.abc import Sequence

from extractors.pages.geometry import Word
from extractors.pages.page_words import TICKS
from extractors.tables.cell_text import is_number
from extractors.tables.fixed_pitch import is_fixed_pitch
from extractors.tables.hidden_gutters import hidden_gutters
from extractors.tables.option_rows import options_from
from extractors.text.flow import marker_of
from extractors.text.lines import Line, segments
from extractors.text.measures import ALIGNED

_CUT = 1.0
"""White wider than this share of the type size (and _CUT_POINTS) parts two cells on one line."""
_CUT_POINTS = 7.0
_CELLS = "cells"
"""What lines are cut for here."""
_GUTTER = 4.0
"""Points of white that part two columns, over all lines."""
_NARROW_GUTTER, _MANY_ROWS = 2.0, 4
"""A gutter may be narrower where it parts text in this many rows."""
LEAST_GUTTER = 1.0
"""... and narrower still where words are aligned beside it."""
WORD_SPACE = 0.5
"""White within a line's text is at most this share of the type size."""
CLEAR_OF_WORDS = 0.35
"""... and in type that is not justified no more than this."""
_HANGING = 3.5
"""Points that a hyphen or a stop hangs over the edge of right-aligned text."""
_HANGS = frozenset("-–.,*")
_SIGNS = frozenset("=+-–−")
_FEW_LINES, _MANY_LINES = 3, 6
_FEW_NUMBERS = 2
_WIDE_SHARE, _WIDE_SHARE_OF_MANY = 0.5, 0.25
"""So many of the words aligned beside a gutter that is narrow in some lines must have wide white beside them."""
_FEW_NARROW = 0.2
"""Heads of two columns may touch: of the lines with text on both sides this share, the first ones, may do so."""
_SPANNING_FROM = 5
"""Lines from which one over the whole width is a head over columns."""

_FIXED_SPACE, _TWO_SPACES = 0.65, 1.0
"""A typewriter's space, as a share of the type size, and more than one of them: they are as wide as its letters."""

Pair = tuple[Word, Word]
"""The last word before white and the first one after it, on one line."""


def cut(line: Line) -> list[Line]:
    """The line's parts; a list item's marker is no part of its own, and options side by side are one."""
    return line.cut_once(_CELLS, _cut)


def _cut(line: Line) -> list[Line]:
    options = options_from(line)
    if options is not None:
        before, behind = line.words[:options], line.words[options:]
        return [*(cut(Line(before)) if before else ()), Line(behind)]
    parts = segments(line, max(_CUT * line.size, _CUT_POINTS))
    if len(parts) > 1 and len(parts[0].words) == 1 and not is_ticks(line) and marker_of(line) is not None:
        parts = [Line((*parts[0].words, *parts[1].words)), *parts[2:]]
    return parts


def is_ticks(line: Line) -> bool:
    """True for a line of tick boxes only: a table's row without any word of its own."""
    return line.words[0].text in TICKS and all(w.text in TICKS for w in line.words)


def merged(extents: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Union of intervals, from the left: the columns' extents over several lines."""
    union: list[tuple[float, float]] = []
    for x0, x1 in sorted(extents):
        if union and x0 < union[-1][1]:
            union[-1] = (union[-1][0], max(union[-1][1], x1))
        else:
            union.append((x0, x1))
    return union


def column_edges(lines: Sequence[Line], drawn: Sequence[float] = ()) -> list[float]:
    """Edges of the columns, points: the left end, the middle of every gutter, the right end.

    `drawn` are edges that drawings tell of, the outer ones among them. Between them only white that is wide in every
    line parts columns: those that the drawings span.
    """
    white = gutters_of(lines, wide_only=bool(drawn))
    told = [
        (a, b)
        for a, b in white
        if not any(a - ALIGNED <= x <= b + ALIGNED for x in drawn) and _parts_texts(a, b, lines, drawn)
    ]
    left = min([line.x0 for line in lines] + list(drawn[:1]))
    right = max([line.x1 for line in lines] + list(drawn[-1:]))
    inner = sorted([*drawn[1:-1], *((begin + end) / 2 for begin, end in told)])
    return [left, *(x for x in inner if left < x < right), right]


def _parts_texts(begin: float, end: float, lines: Sequence[Line], drawn: Sequence[float]) -> bool:
    """True where words stand on both sides of the white, between it and the next drawn edges."""
    low = max((x for x in drawn if x < begin), default=float("-inf"))
    high = min((x for x in drawn if x > end), default=float("inf"))
    words = [w for line in lines for w in line.words]
    before = any(low - ALIGNED <= w.x0 and w.x1 <= begin + ALIGNED for w in words)
    return before and any(end - ALIGNED <= w.x0 and w.x1 <= high + ALIGNED for w in words)


def gutters_of(lines: Sequence[Line], *, wide_only: bool = False) -> list[tuple[float, float]]:
    """The white between two columns, from the left: where it begins and where it ends, points."""
    rows = _without_spanning(lines)
    parts = [cut(row) for row in rows]
    found = [
        (begin, end)
        for begin, end in _white([extent for line in rows for extent in _extents(line)])
        if _is_gutter(rows, parts, begin, end, wide_only=wide_only)
    ]
    if wide_only:
        return found
    return sorted([*found, *hidden_gutters(parts, found)])


def _without_spanning(lines: Sequence[Line]) -> list[Line]:
    """The lines without heads over several columns: a single part nearly as wide as all, or set in another style.

    Of a line in parts that is set in another style, as a total is, the first part is left out: it may span columns.
    """
    if len(lines) < _SPANNING_FROM:
        return list(lines)
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    styles = Counter((line.bold, line.italic) for line in lines)
    usual = styles.most_common(1)[0][0]
    kept = []
    for line in lines:
        styled = (line.bold, line.italic) != usual and line.x0 <= left + ALIGNED
        wide = (line.x1 - line.x0) > (0.5 if line.bold else 0.85) * (right - left)
        parts = cut(line)
        if len(parts) == 1 and (styled or wide):
            continue
        kept.append(Line(tuple(w for p in parts[1:] for w in p.words)) if styled and len(parts) == 2 else line)
    return kept or list(lines)


def _extents(line: Line) -> list[tuple[float, float]]:
    """Where its words stand, options side by side as one."""
    options = options_from(line)
    words = [(w.x0, w.x1) for w in line.words[:options]]
    return words if options is None else [*words, (line.words[options].x0, line.x1)]


def _white(extents: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Stretches from left to right in which no word stands."""
    free: list[tuple[float, float]] = []
    reach: float | None = None
    for x0, x1 in sorted(extents):
        if reach is not None and x0 - reach >= LEAST_GUTTER:
            free.append((reach, x0))
        reach = x1 if reach is None else max(reach, x1)
    return free


def _is_gutter(
    lines: Sequence[Line], parts: Sequence[Sequence[Line]], begin: float, end: float, *, wide_only: bool = False
) -> bool:
    """True where the white from `begin` to `end` parts two columns and not the words of one text.

    `parts` are the lines, each cut where wide white parts cells.
    """
    pairs = [(line, pair) for line in lines if (pair := _pair_at(line, begin, end)) is not None]
    if any(_is_marker(line, pair) for line, pair in pairs):
        return False
    narrow = [(a, b) for _, (a, b) in pairs if not _is_wide(a, b)]
    fixed = is_fixed_pitch(line for line, _ in pairs)
    if fixed:
        narrow = [(a, b) for a, b in narrow if b.x0 - a.x1 < _TWO_SPACES * b.size]
    if not narrow:
        parted = _parts_text(parts, begin, end)
        wide_enough = end - begin >= _GUTTER or (end - begin >= _NARROW_GUTTER and parted >= _MANY_ROWS)
        return bool(parted) and wide_enough
    if any(_is_one_number(a, b) for a, b in narrow):
        return False
    if wide_only:
        return False
    if fixed and len(narrow) > _FEW_NARROW * len(pairs):
        return False
    if _head_two_columns(lines, parts, narrow, begin, end):
        return True
    if _stand_alone(pairs) and not _are_numbers_at(narrow, begin):
        return False
    if _are_heads_that_touch(pairs):
        return True
    return (
        _begin_together(lines, narrow, end) or _end_together(lines, narrow, begin) or _are_numbers_below_others(pairs)
    )


def _stand_alone(pairs: Sequence[tuple[Line, Pair]]) -> bool:
    """True where what stands before narrow white is above or below nothing that is far from what stands behind it.

    It belongs to what it is near to: "Tilldelade medel" over numbers, "Summa:" before one.
    """
    narrow, wide = _by_white(pairs)
    column = [_text_to(line, word) for line, (word, _) in wide]
    texts = [_text_to(line, word) for line, (word, _) in narrow]
    return bool(column) and not all(any(x.x0 < text.x1 and text.x0 < x.x1 for x in column) for text in texts)


def _are_heads_that_touch(pairs: Sequence[tuple[Line, Pair]]) -> bool:
    """True where narrow white parts the first lines only, and what stands behind it is set as below."""
    narrow, wide = _by_white(pairs)
    below = [_text_from(line, word) for line, (_, word) in wide]
    if not _are_first(narrow, pairs) or len(below) < _FEW_LINES:
        return False
    heads = [_text_from(line, word) for line, (_, word) in narrow]
    return all(sum(_is_aligned(head, text) for text in below) >= _FEW_LINES for head in heads)


def _head_two_columns(
    lines: Sequence[Line], parts: Sequence[Sequence[Line]], narrow: Sequence[Pair], begin: float, end: float
) -> bool:
    """True where one line has words near the white on both sides, set as texts below on either side are.

    Of two columns of sums each row may have one only, and their heads touch.
    """
    last, first = narrow[0]
    at = next(i for i, line in enumerate(lines) if last in line.words)
    if len(narrow) > 1 or at > _FEW_LINES:
        return False
    head, below = lines[at], [part for row in parts[at + 1 :] for part in row]
    if _heads_both(head, narrow[0], below, begin, end):
        return True
    before = [text for text in below if text.x1 <= begin + ALIGNED and text.x1 > last.x0]
    behind = [text for text in below if text.x0 >= end - ALIGNED and text.x0 < first.x1]
    left = sum(_is_aligned(Line((last,)), text) for text in before)
    right = sum(_is_aligned(_text_from(head, first), text) for text in behind)
    return min(left, right) >= _FEW_NUMBERS and max(left, right) >= _FEW_LINES


def _heads_both(head: Line, pair: Pair, below: Sequence[Line], begin: float, end: float) -> bool:
    """True where white wider than between a text's words parts two heads, and texts on either side stand as these do.

    The type tells that they are two: few rows are enough then.
    """
    last, first = pair
    if first.x0 - last.x1 <= WORD_SPACE * head.size:
        return False
    texts = segments(head, WORD_SPACE * head.size)
    left, right = (next(text for text in texts if word in text.words) for word in pair)
    return any(x.x1 <= begin + ALIGNED and _is_aligned(left, x) for x in below) and any(
        x.x0 >= end - ALIGNED and _is_aligned(right, x) for x in below
    )


def _is_aligned(head: Line, text: Line) -> bool:
    """True where the two begin, end or have their middle at one place, or their first words do.

    A head may touch the next one too.
    """
    pairs = ((head, text), (head.words[0], text.words[0]))
    apart = (d for a, b in pairs for d in (a.x0 - b.x0, a.x1 - b.x1, (a.x0 + a.x1 - b.x0 - b.x1) / 2))
    return min(abs(d) for d in apart) <= ALIGNED


def _are_numbers_at(narrow: Sequence[Pair], begin: float) -> bool:
    """True where numbers end right before the white: a column of its own, however near the next one begins."""
    return sum(is_number(a.text) and abs(begin - a.x1) <= ALIGNED for a, _ in narrow) >= _FEW_NUMBERS


def _by_white(pairs: Sequence[tuple[Line, Pair]]) -> tuple[list[tuple[Line, Pair]], list[tuple[Line, Pair]]]:
    """Those with narrow white between them, and those with wide white."""
    wide = [(line, pair) for line, pair in pairs if _is_wide(*pair)]
    return [(line, pair) for line, pair in pairs if not _is_wide(*pair)], wide


def _are_first(narrow: Sequence[tuple[Line, Pair]], pairs: Sequence[tuple[Line, Pair]]) -> bool:
    """True for a few of the pairs, the first ones: those of a head."""
    return list(pairs[: len(narrow)]) == list(narrow) and len(narrow) <= _FEW_NARROW * len(pairs)


def _are_numbers_below_others(pairs: Sequence[tuple[Line, Pair]]) -> bool:
    """True where narrow white parts labels from numbers as wide white does in other lines.

    The labels begin where others do, and the numbers end where others end.
    """
    found = [(_text_to(line, before), _text_from(line, word), _is_wide(before, word)) for line, (before, word) in pairs]
    far = [(label, number) for label, number, wide in found if wide and is_number(number.text)]
    near = [(label, number) for label, number, wide in found if not wide]
    return len(far) >= len(near) and all(
        is_number(number.text)
        and any(abs(label.x0 - other.x0) <= ALIGNED for other, _ in far)
        and sum(abs(number.x1 - other.x1) <= ALIGNED for _, other in far) >= _FEW_NUMBERS
        for label, number in near
    )


def _text_from(line: Line, word: Word) -> Line:
    """The line's text from a word on, as far as no wide white parts it."""
    return next(part for part in cut(Line(line.words[line.words.index(word) :])))


def _text_to(line: Line, word: Word) -> Line:
    """The line's text up to a word, as far as no wide white parts it."""
    return cut(Line(line.words[: line.words.index(word) + 1]))[-1]


def _begin_together(lines: Sequence[Line], narrow: Sequence[Pair], end: float) -> bool:
    """True where words begin behind the white at one position, in so many lines far from what stands before them."""
    if any(word.x0 - end > ALIGNED for _, word in narrow):
        return False
    begins = [(i, line) for line in lines for i, w in enumerate(line.words) if abs(w.x0 - end) <= ALIGNED]
    clear = sum(i == 0 or _is_wide(line.words[i - 1], line.words[i]) for i, line in begins)
    return _enough(clear, len(begins))


def _end_together(lines: Sequence[Line], narrow: Sequence[Pair], begin: float) -> bool:
    """True where words end before the white at one position, as numbers do, clear of what stands behind them."""
    end = max((a.x1 for a, _ in narrow if a.text[-1] not in _HANGS), default=begin)
    if begin - end > _HANGING or any(end - a.x1 > ALIGNED or b.x0 - a.x1 <= CLEAR_OF_WORDS * b.size for a, b in narrow):
        return False
    ends = [(i, line) for line in lines for i, w in enumerate(line.words) if abs(w.x1 - end) <= ALIGNED]
    clear = sum(i + 1 == len(line.words) or _is_wide(line.words[i], line.words[i + 1]) for i, line in ends)
    return _enough(clear, len(ends))


def _enough(clear: int, aligned: int) -> bool:
    share = _WIDE_SHARE_OF_MANY if aligned >= _MANY_LINES else _WIDE_SHARE
    return aligned >= _FEW_LINES and clear >= max(1.0, share * aligned)


def _is_wide(before: Word, word: Word) -> bool:
    return word.x0 - before.x1 > max(_CUT * max(before.size, word.size), _CUT_POINTS)


def _pair_at(line: Line, begin: float, end: float) -> Pair | None:
    """The words on both sides of the white; None where the line has none on one side."""
    for before, word in itertools.pairwise(line.words):
        if before.x1 <= begin + 0.01 and word.x0 >= end - 0.01:
            return before, word
    return None


def _is_marker(line: Line, pair: Pair) -> bool:
    """True where the word before the white is a list item's marker or number."""
    return pair[0] is line.words[0] and not is_ticks(line) and marker_of(line) is not None


def _is_one_number(before: Word, word: Word) -> bool:
    """True where the white between two words may be that between a number's groups, or behind its sign."""
    tight = word.x0 - before.x1 < _FIXED_SPACE * word.size
    return tight and (before.text[-1].isdigit() or before.text in _SIGNS) and word.text[0].isdigit()


def _parts_text(parts: Sequence[Sequence[Line]], begin: float, end: float) -> int:
    """How many texts on the white's left have text beside them on its right, be it half a line off."""
    left = [p for row in parts for p in row if p.x1 <= begin + 1]
    right = [(p.top, p.bottom) for row in parts for p in row if p.x0 >= end - 1]
    return sum(any(p.top < bottom and top < p.bottom for top, bottom in right) for p in left)
