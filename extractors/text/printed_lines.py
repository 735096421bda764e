"""Words to printed lines, from top to bottom, with footnote marks taken out of them."""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Sequence

from extractors.pages.geometry import Word
from extractors.pages.page_words import TICKS
from extractors.text.lines import Line, main_size
from extractors.text.raised_marks import MARK_SIZE, line_without_marks

_OVER = 0.3
"""Words that share more of the line's length than this share of the size stand over each other."""
_BASELINE = 0.2
"""Feet that differ by more than this share of the size are on two baselines."""
_EVEN = 0.1
"""Points by which the feet of words differ that stand on one baseline, whatever their size."""
_STEP = 0.7
"""Feet of words in one type that differ by more stand on two lines, wherever along them."""
_OVERLAP = 0.5
"""Words that share more than this part of the lower one's height may stand on one line."""
_STRIP, _LOWEST = 16.0, 4000.0
"""Rows are looked for by strips of the page so many points high; below the last one there are hardly any pages."""
_LEAST_BESIDE = 0.3
"""Words that stand beside each other by less of the lower one's height are above and below."""
_FAR = 1.0
"""White wider than this share of the size parts cells."""


def lines_of(words: Iterable[Word]) -> list[Line]:
    """Group words into printed lines, from top to bottom. A raised mark joins the line that it marks."""
    rows: list[list[Word]] = []
    at_height: dict[int, list[int]] = defaultdict(list)
    same: list[Word] | None = None
    top = bottom = 0.0
    for word in sorted(words, key=lambda w: (-w.size, (w.top + w.bottom) / 2)):
        if same is not None and word.top == top and word.bottom == bottom:
            same.append(word)
            continue
        top, bottom = word.top, word.bottom
        first, last = _strip(top), _strip(bottom)
        held = [at_height[first]] if first == last else [at_height[strip] for strip in range(first, last + 1)]
        near = held[0] if len(held) == 1 else sorted(set().union(*held))
        row, is_only = _row_for(word, [rows[i] for i in near])
        same = row if is_only else None
        if row is None:
            for numbers in held:
                numbers.append(len(rows))
            rows.append([word])
        else:
            row.append(word)
    levels = [level for row in rows for level in _same_baseline(sorted(row, key=lambda w: w.x0))]
    return sorted((line_without_marks(level) for level in levels), key=lambda line: (line.bottom, line.x0))


def _same_baseline(words: list[Word]) -> list[list[Word]]:
    """Parts far from each other are one line only on one baseline: cells side by side may be half a line off.

    So may the lines of two columns, and then one line of the right column reaches over two of the left: words
    that stand over each other are never of one line.
    """
    parts: list[list[Word]] = [[words[0]]]
    for before, word in itertools.pairwise(words):
        if word.x0 - before.x1 > _FAR * max(word.size, before.size):
            parts.append([])
        parts[-1].append(word)
    stretches = [level for stretch in parts for level in _over_each_other(stretch)]
    if len(stretches) == 1:
        return [sorted(stretches[0], key=lambda w: w.x0)]
    levels: list[list[Word]] = []
    for part in stretches:
        level = next((x for x in levels if _is_level(x, part)), None)
        if level is None:
            levels.append(part)
        else:
            level.extend(part)
    return [sorted(level, key=lambda w: w.x0) for level in levels]


def _over_each_other(part: list[Word]) -> list[list[Word]]:
    """The part, from left to right, as one; by its baselines where words stand over each other or on lines apart."""
    feet = [w.bottom for w in part]
    spread = max(feet) - min(feet)
    apart = all(before.x1 <= word.x0 for before, word in itertools.pairwise(part))
    if apart and spread <= _EVEN:
        return [part]
    size = main_size(part)
    if apart and spread <= _STEP * size:
        return [part]
    full = [w for w in part if w.size >= size * MARK_SIZE]
    feet = [w.bottom for w in full]
    on_two_lines = max(feet) - min(feet) > _STEP * size
    reach = itertools.accumulate((w.x1 for w in full), max)
    if not on_two_lines and not any(w.x0 < x1 - _OVER * size for x1, w in zip(reach, full[1:], strict=False)):
        return [part]
    levels: list[list[Word]] = []
    for word in sorted(full, key=lambda w: w.bottom):
        if levels and word.bottom - levels[-1][-1].bottom <= _BASELINE * size:
            levels[-1].append(word)
        else:
            levels.append([word])
    for mark in (w for w in part if w.size < size * MARK_SIZE):
        nearest = min(levels, key=lambda level: min(_way(mark, w) for w in level))
        nearest.append(mark)
    return levels


def _way(mark: Word, word: Word) -> float:
    """Points from a small word to another: the white between them, and the step between their feet."""
    return max(0.0, mark.x0 - word.x1, word.x0 - mark.x1) + abs(mark.bottom - word.bottom)


def _is_level(level: list[Word], part: list[Word]) -> bool:
    """True where the two stand on one baseline; a drawn tick box has none and is centred on its line."""
    if any(all(w.text in TICKS for w in words) for words in (level, part)):
        return abs(_middle(level) - _middle(part)) <= _BASELINE * max(main_size(level), main_size(part))
    return abs(_foot(level) - _foot(part)) <= _BASELINE * main_size(part)


def _middle(words: list[Word]) -> float:
    return (min(w.top for w in words) + max(w.bottom for w in words)) / 2


def _foot(words: list[Word]) -> float:
    size = main_size(words)
    return max(w.bottom for w in words if w.size >= size * 0.9)


def _strip(y: float) -> int:
    """Which of the page's strips a height lies in; the first and the last one have all that lies outside the page."""
    return int(y // _STRIP) if 0.0 < y < _LOWEST else int(min(max(y, 0.0), _LOWEST) // _STRIP)


def _row_for(word: Word, rows: Sequence[list[Word]]) -> tuple[list[Word] | None, bool]:
    """The row of which the first (largest) word, or one close to this word, shares more than half of its height.

    Where several do, as the lines of two columns may, one with a word close by goes first. True where no other row is
    at its height: the next word, as high as this one, stands in the same.
    """
    top, bottom = word.top, word.bottom
    level = [row for row in rows if row[0].top < bottom and top < row[0].bottom]
    over = [(share, row) for row in level if (share := _share(word, row[0])) > 0.0]
    if len(over) == 1 and over[0][0] > _OVERLAP:
        return over[0][1], True
    found: list[tuple[bool, float, list[Word]]] = []
    for share, row in over:
        beside = _share_beside(word, row)
        if max(share, beside) > _OVERLAP:
            found.append((beside > _LEAST_BESIDE, max(share, beside), row))
    return (max(found, key=lambda f: f[:2])[2] if found else None), False


def _share(word: Word, other: Word) -> float:
    """The height that two words share, as a share of the lower one's."""
    shared = min(word.bottom, other.bottom) - max(word.top, other.top)
    return shared / max(0.1, min(word.bottom - word.top, other.bottom - other.top))


def _share_beside(word: Word, row: Sequence[Word]) -> float:
    """The most that the word shares with one close to it in the row: one above or below it shares nothing."""
    near = (w for w in row if max(word.x0 - w.x1, w.x0 - word.x1) < _FAR * w.size)
    return max((_share(word, w) for w in near), default=0.0)
