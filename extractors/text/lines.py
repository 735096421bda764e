"""Words to printed lines, with footnote marks taken out of them."""

import itertools
import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import field, replace

from extractors.pages.geometry import Box, Word
from extractors.pages.page_words import TICKS
from extractors.pages.plain import once, plain

_MARK = re.compile(r"^(?:\d{1,3}|[*†‡]{1,3})(?:,\d{1,3})*$")
_LEADING_MARK = re.compile(r"^(\d{1,3})[.)]$")
"""How the mark before a footnote may be set too: raised, with a full stop."""
_MARK_SIZE = 0.86
"""A footnote mark is at most this share of the type size of its line, and of the word next to it."""
_MARK_RISE = 0.1
"""... and stands this share of the size above the line's foot, at the least."""
_FAR = 1.0
"""White wider than this share of the size parts cells."""
_OVER = 0.3
"""Words that share more of the line's length than this share of the size stand over each other."""
_BASELINE = 0.2
"""Feet that differ by more than this share of the size are on two baselines."""
_STEP = 0.7
"""Feet of words in one type that differ by more stand on two lines, wherever along them."""
_OVERLAP = 0.5
"""Words that share more than this part of the lower one's height may stand on one line."""
_STRIP, _LOWEST = 16.0, 4000.0
"""Rows are looked for by strips of the page so many points high; below the last one there are hardly any pages."""
_MOSTLY = 0.8
"""A line is bold, or italic, where more than this share of its characters is."""
_LEAST_BESIDE = 0.3
"""Words that stand beside each other by less of the lower one's height are above and below."""
_SPACE = 0.2
"""White that stays between a word and the next one where a mark stood between them, as a share of the size."""
_WORD_GAP = 0.1
"""Word boxes nearer than this share of the size are one word in two fonts."""


@plain
class Line:
    """A printed line, or the part of one that stands in one column: words from left to right."""

    words: tuple[Word, ...]
    marks: tuple[str, ...] = field(default=())
    """Footnote marks that stood in it."""
    leading_mark: str | None = None
    """The mark that the line begins with, as a footnote does."""
    marks_x0: tuple[float, ...] = field(default=())
    """Where each of the marks stood, points from the left."""

    def __reduce__(self) -> tuple[type["Line"], tuple[object, ...]]:
        """Packed without what it knows of itself: that is soon found again, and would take more room than the line."""
        return Line, (self.words, self.marks, self.leading_mark, self.marks_x0)

    @property
    def page(self) -> int:
        return self.words[0].page

    @once
    def x0(self) -> float:
        return self.words[0].x0

    @once
    def x1(self) -> float:
        return self.words[-1].x1

    @once
    def top(self) -> float:
        return min(w.top for w in self.words)

    @once
    def bottom(self) -> float:
        return max(w.bottom for w in self.words)

    @once
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @once
    def box(self) -> Box:
        return Box(self.x0, self.top, self.x1, self.bottom)

    @once
    def size(self) -> float:
        """The type size of most of its characters."""
        return main_size(self.words)

    @once
    def bold(self) -> bool:
        return _mostly(self.words, [w.bold for w in self.words])

    @once
    def italic(self) -> bool:
        return _mostly(self.words, [w.italic for w in self.words])

    @once
    def color(self) -> str:
        """The colour of most of its characters."""
        colors: Counter[str] = Counter()
        for word in self.words:
            colors[word.color] += len(word.text)
        return max(colors, key=colors.__getitem__)

    @once
    def text(self) -> str:
        return join_words(self.words)

    @once
    def _cuts(self) -> dict[float | str, tuple["Line", ...]]:
        return {}

    def cut_once(self, at: float | str, cut: Callable[["Line"], Sequence["Line"]]) -> list["Line"]:
        """Its parts, cut when they are first asked for. `at` is the gap that it is cut at, or what it is cut for.

        Many ask, and what a part knows of itself it knows once. That it is whole is kept without the line itself:
        what holds itself stays until the collector finds it.
        """
        parts = self._cuts.get(at)
        if parts is None:
            parts = tuple(cut(self))
            self._cuts[at] = () if parts[0] is self else parts
        return list(parts or (self,))


def _mostly(words: Sequence[Word], marked: Sequence[bool]) -> bool:
    """True where nearly all characters stand in marked words, signs alone not counted."""
    if all(marked) or not any(marked):
        return marked[0]
    letters = [len(w.text) if any(c.isalnum() for c in w.text) else 0 for w in words]
    letters = letters if any(letters) else [len(w.text) for w in words]
    return sum(itertools.compress(letters, marked)) > _MOSTLY * sum(letters)


def main_size(words: Iterable[Word]) -> float:
    """The commonest type size in half points, by characters; the first met of several."""
    held = tuple(words)
    if len({word.size for word in held}) == 1:
        return round(held[0].size * 2) / 2
    sizes: dict[float, int] = {}
    for word in held:
        sizes[word.size] = sizes.get(word.size, 0) + len(word.text)
    halves: dict[float, int] = {}
    for size, letters in sizes.items():
        half = round(size * 2) / 2
        halves[half] = halves.get(half, 0) + letters
    return max(halves, key=halves.__getitem__, default=0.0)


def join_words(words: Sequence[Word]) -> str:
    """Words as text; boxes that touch are one word."""
    parts: list[str] = []
    end = math.inf
    for word in words:
        text = word.text
        if word.x0 - end > _WORD_GAP * word.size and not (len(text) <= 2 and text[0] in ".,;:!?)"):
            parts.append(" ")
        parts.append(text)
        end = word.x1
    return "".join(parts)


def lines_of(words: Iterable[Word]) -> list[Line]:
    """Group words into printed lines, from top to bottom. A raised mark joins the line that it marks."""
    rows: list[list[Word]] = []
    at_height: dict[int, list[int]] = defaultdict(list)
    for word in sorted(words, key=lambda w: (-w.size, (w.top + w.bottom) / 2)):
        strips = range(
            int(min(max(word.top, 0.0), _LOWEST) // _STRIP), int(min(max(word.bottom, 0.0), _LOWEST) // _STRIP) + 1
        )
        held = [at_height[strip] for strip in strips]
        near = held[0] if len(held) == 1 else sorted(set().union(*held))
        row = _row_for(word, [rows[i] for i in near])
        if row is None:
            for numbers in held:
                numbers.append(len(rows))
            rows.append([word])
        else:
            row.append(word)
    levels = [level for row in rows for level in _same_baseline(sorted(row, key=lambda w: w.x0))]
    lines = [line for level in levels if (line := _line(level)) is not None]
    return sorted(lines, key=lambda line: (line.bottom, line.x0))


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
    """The part, from left to right, as one, or by its baselines where words stand over each other, or lines apart."""
    apart = all(before.x1 <= word.x0 for before, word in itertools.pairwise(part))
    size = main_size(part)
    if apart and max(w.bottom for w in part) - min(w.bottom for w in part) <= _STEP * size:
        return [part]
    full = [w for w in part if w.size >= size * _MARK_SIZE]
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
    for mark in (w for w in part if w.size < size * _MARK_SIZE):
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
    return int(min(max(y, 0.0), _LOWEST) // _STRIP)


def _row_for(word: Word, rows: Sequence[list[Word]]) -> list[Word] | None:
    """The row of which the first (largest) word, or one close to this word, shares more than half of its height.

    Where several do, as the lines of two columns may, one with a word close by goes first.
    """
    top, bottom = word.top, word.bottom
    level = [row for row in rows if row[0].top < bottom and top < row[0].bottom]
    over = [(share, row) for row in level if (share := _share(word, row[0])) > 0.0]
    if len(over) == 1 and over[0][0] > _OVERLAP:
        return over[0][1]
    found: list[tuple[bool, float, list[Word]]] = []
    for share, row in over:
        beside = _share_beside(word, row)
        if max(share, beside) > _OVERLAP:
            found.append((beside > _LEAST_BESIDE, max(share, beside), row))
    return max(found, key=lambda f: f[:2])[2] if found else None


def _share(word: Word, other: Word) -> float:
    """The height that two words share, as a share of the lower one's."""
    shared = min(word.bottom, other.bottom) - max(word.top, other.top)
    return shared / max(0.1, min(word.bottom - word.top, other.bottom - other.top))


def _share_beside(word: Word, row: Sequence[Word]) -> float:
    """The most that the word shares with one close to it in the row: one above or below it shares nothing."""
    near = (w for w in row if max(word.x0 - w.x1, w.x0 - word.x1) < _FAR * w.size)
    return max((_share(word, w) for w in near), default=0.0)


def _line(words: list[Word]) -> Line | None:
    if not _LEADING_MARK.match(words[0].text) and not any(_MARK.match(word.text) for word in words):
        return Line(tuple(words))
    size = main_size(words)
    foot = max(w.bottom for w in words if w.size >= size * 0.9)
    kept: list[Word] = []
    marks: list[str] = []
    marks_x0: list[float] = []
    leading: str | None = None
    for word, after in zip(words, [*words[1:], None], strict=True):
        raised = word.size <= size * _MARK_SIZE and foot - word.bottom >= _MARK_RISE * size
        stopped = None if kept or marks else _LEADING_MARK.match(word.text)
        if raised and stopped is not None and word.size <= _size_beside(word, words[1:]) * _MARK_SIZE:
            leading = stopped.group(1)
            marks.append(leading)
            marks_x0.append(word.x0)
        elif raised and _MARK.match(word.text) and word.size <= _size_beside(word, words) * _MARK_SIZE:
            marks.append(word.text)
            marks_x0.append(word.x0)
            if not kept:
                leading = word.text
            elif after is not None and max(word.x0 - kept[-1].x1, after.x0 - word.x1) <= _FAR * size:
                # Where the mark stood there is no white: text that it stands in is not parted there.
                kept[-1] = replace(kept[-1], x1=max(kept[-1].x1, min(word.x1, after.x0 - _SPACE * size)))
        else:
            kept.append(word)
    if not kept:
        return Line(tuple(words), (), None)
    return Line(tuple(kept), tuple(marks), leading, tuple(marks_x0))


def _size_beside(word: Word, words: Sequence[Word]) -> float:
    """The type size of the word next to a figure: small print has figures too. Infinite where all are figures."""
    others = [w for w in words if not _MARK.match(w.text)]
    nearest = min(others, key=lambda w: max(w.x0 - word.x1, word.x0 - w.x1), default=None)
    return nearest.size if nearest is not None else float("inf")


def segments(line: Line, gap: float) -> list[Line]:
    """The line cut where the white between two words is wider than `gap` points; the parts bear no marks."""
    return line.cut_once(gap, lambda whole: _segments(whole, gap))


def _segments(line: Line, gap: float) -> Sequence[Line]:
    words = line.words
    ends = [i for i, (before, word) in enumerate(itertools.pairwise(words), 1) if word.x0 - before.x1 > gap]
    if not ends:
        return (Line(words) if line.marks else line,)
    return tuple(Line(words[begin:end]) for begin, end in itertools.pairwise((0, *ends, len(words))))
