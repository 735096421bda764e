"""Whether white that is narrow in some lines parts two columns all the same: as words are aligned beside it."""

import itertools
import re
from collections.abc import Sequence

from extractors.pages.geometry import Word
from extractors.tables.cell_text import is_number
from extractors.tables.fixed_pitch import is_fixed_pitch
from extractors.tables.line_parts import CLEAR_OF_WORDS, CURRENCY_SIGNS, WORD_SPACE, cut, is_wide
from extractors.text.lines import Line, segments
from extractors.text.measures import ALIGNED

_HANGING = 3.5
"""Points that a hyphen or a stop hangs over the edge of right-aligned text."""
_HANGS = frozenset("-–.,*")
_SIGNS = frozenset("=+-–−")
_ENDS_IN_GROUP = re.compile(r"(?<![\d.,])\d{1,3}$")
_GROUP = re.compile(r"\d{3}(?:[.,]\d{1,2})?(?![.,]?\d)")
"""Groups of a number: no more than three figures, and then three, which nothing but decimals may follow."""
_FEW_LINES, _MANY_LINES = 3, 6
_FEW_NUMBERS = 2
_WIDE_SHARE, _WIDE_SHARE_OF_MANY = 0.5, 0.25
"""So many of the words aligned beside a gutter that is narrow in some lines must have wide white beside them."""
_FEW_NARROW = 0.2
"""Heads of two columns may touch: of the lines with text on both sides this share, the first ones, may do so."""
_FIXED_SPACE, _TWO_SPACES = 0.65, 1.0
"""A typewriter's space, as a share of the type size, and more than one of them: they are as wide as its letters."""

_ENDS_NUMBER = frozenset("0123456789)%-–")
"""Signs that end a number, or stand for one."""

Pair = tuple[Word, Word]
"""The last word before white and the first one after it, on one line."""


def narrow_pairs(pairs: Sequence[tuple[Line, Pair]]) -> list[Pair]:
    """The words beside the white in lines in which it is narrow; in type of one width two spaces are wide."""
    narrow = [(a, b) for _, (a, b) in pairs if not is_wide(a, b)]
    if is_fixed_pitch(line for line, _ in pairs):
        return [(a, b) for a, b in narrow if b.x0 - a.x1 < _TWO_SPACES * b.size]
    return narrow


def parts_amounts(narrow: Sequence[Pair]) -> bool:
    """True where a number stands before the white and a currency's sign behind it: the next column's begins with it."""
    return all(a.text[-1] in _ENDS_NUMBER and b.text in CURRENCY_SIGNS for a, b in narrow)


def parts_columns(
    lines: Sequence[Line],
    parts: Sequence[Sequence[Line]],
    pairs: Sequence[tuple[Line, Pair]],
    narrow: Sequence[Pair],
    white: tuple[float, float],
) -> bool:
    """True where the white, from where it begins to where it ends, parts columns though it is narrow in some lines.

    `parts` are the lines, each cut where wide white parts cells; `pairs` the words beside the white in those lines
    that have any on both sides, `narrow` those of them with narrow white between.
    """
    begin, end = white
    if is_fixed_pitch(line for line, _ in pairs) and len(narrow) > _FEW_NARROW * len(pairs):
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


def pair_at(line: Line, begin: float, end: float) -> Pair | None:
    """The words on both sides of the white; None where the line has none on one side."""
    for before, word in itertools.pairwise(line.words):
        if before.x1 <= begin + 0.01 and word.x0 >= end - 0.01:
            return before, word
    return None


def may_be_one_number(before: Word, word: Word) -> bool:
    """True where the white between two words may be that between a number's groups, or behind its sign."""
    if word.x0 - before.x1 >= _FIXED_SPACE * word.size:
        return False
    if before.text in _SIGNS:
        return word.text[0].isdigit()
    return bool(_ENDS_IN_GROUP.search(before.text) and _GROUP.match(word.text))


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
    wide = [(line, pair) for line, pair in pairs if is_wide(*pair)]
    return [(line, pair) for line, pair in pairs if not is_wide(*pair)], wide


def _are_first(narrow: Sequence[tuple[Line, Pair]], pairs: Sequence[tuple[Line, Pair]]) -> bool:
    """True for a few of the pairs, the first ones: those of a head."""
    return list(pairs[: len(narrow)]) == list(narrow) and len(narrow) <= _FEW_NARROW * len(pairs)


def _are_numbers_below_others(pairs: Sequence[tuple[Line, Pair]]) -> bool:
    """True where narrow white parts labels from numbers as wide white does in other lines.

    The labels begin where others do, and the numbers end where others end.
    """
    found = [(_text_to(line, before), _text_from(line, word), is_wide(before, word)) for line, (before, word) in pairs]
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
    clear = sum(i == 0 or is_wide(line.words[i - 1], line.words[i]) for i, line in begins)
    return _enough(clear, len(begins))


def _end_together(lines: Sequence[Line], narrow: Sequence[Pair], begin: float) -> bool:
    """True where words end before the white at one position, as numbers do, clear of what stands behind them."""
    end = max((a.x1 for a, _ in narrow if a.text[-1] not in _HANGS), default=begin)
    if begin - end > _HANGING or any(end - a.x1 > ALIGNED or b.x0 - a.x1 <= CLEAR_OF_WORDS * b.size for a, b in narrow):
        return False
    ends = [(i, line) for line in lines for i, w in enumerate(line.words) if abs(w.x1 - end) <= ALIGNED]
    clear = sum(i + 1 == len(line.words) or is_wide(line.words[i], line.words[i + 1]) for i, line in ends)
    return _enough(clear, len(ends))


def _enough(clear: int, aligned: int) -> bool:
    share = _WIDE_SHARE_OF_MANY if aligned >= _MANY_LINES else _WIDE_SHARE
    return aligned >= _FEW_LINES and clear >= max(1.0, share * aligned)
