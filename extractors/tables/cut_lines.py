"""Printed lines cut at the columns' edges, each word in one cell and no text over several columns torn."""

import itertools
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.pages.geometry import Word
from extractors.plain import once, plain
from extractors.tables.cell_text import is_number
from extractors.tables.line_parts import CURRENCY_SIGNS, WORD_SPACE, is_unit
from extractors.text.lines import Line, join_words
from extractors.text.measures import ALIGNED
from models.tick_signs import BOXES_AND_RINGS, is_mark

_OVER = 0.25
"""A word of which a greater share stands left of an edge reaches over it."""


@plain
class CutLine:
    """A printed line cut at the region's column edges."""

    line: Line
    cells: tuple[tuple[Word, ...], ...]
    rests: frozenset[int] = frozenset()
    """Columns in which it goes on with the number above: what stands there is no number of its own."""

    @once
    def _texts(self) -> tuple[str, ...]:
        return tuple(join_words(words) for words in self.cells)

    @once
    def _numbers(self) -> tuple[bool, ...]:
        return tuple(
            col not in self.rests and (is_number(text) or text in BOXES_AND_RINGS or is_mark(text))
            for col, text in enumerate(self._texts)
        )

    def text(self, col: int) -> str:
        """The cell's words; an empty string where it has none. Asked again and again, joined once."""
        return self._texts[col]

    def filled(self) -> list[int]:
        return [c for c, words in enumerate(self.cells) if words]

    def is_number(self, col: int) -> bool:
        """True for a number, and for a tick box, drawn or typed: each tells of a row."""
        return self._numbers[col]


def cut_at(line: Line, edges: Sequence[float]) -> CutLine:
    """The line's words by column; `edges` are n_cols + 1 positions."""
    cells: list[list[Word]] = [[] for _ in range(len(edges) - 1)]
    for word, col in zip(line.words, _columns(line, edges), strict=True):
        cells[col].append(word)
    return CutLine(line, tuple(tuple(c) for c in cells))


def cut_all(lines: Sequence[Line], edges: Sequence[float]) -> list[CutLine]:
    """Lines cut at the edges; a text over several columns is kept whole in the column where it begins.

    An edge that falls within a text's word space parts it only where the word behind it begins, or the one before
    it ends, where others of its column do, the word behind it not torn: of a line in bold without wider white, a
    section's title, others in bold.
    """
    rows = [cut_at(line, edges) for line in lines]
    of_all, of_bold = _Ends.of(rows, edges), _Ends.of([row for row in rows if row.line.bold], edges)
    return [_with_whole_texts(row, edges, of_bold if _is_one_bold_text(row.line) else of_all) for row in rows]


@dataclass(frozen=True)
class _Ends:
    """Column by column where lines begin and end in it, whole points."""

    starts: Sequence[Counter[int]]
    ends: Sequence[Counter[int]]

    @classmethod
    def of(cls, rows: Sequence[CutLine], edges: Sequence[float]) -> "_Ends":
        columns = range(len(edges) - 1)
        return cls(
            [Counter(round(r.cells[c][0].x0) for r in rows if r.cells[c]) for c in columns],
            [Counter(round(r.cells[c][-1].x1) for r in rows if r.cells[c]) for c in columns],
        )


def _is_one_bold_text(line: Line) -> bool:
    return line.bold and all(b.x0 - a.x1 <= WORD_SPACE * b.size for a, b in itertools.pairwise(line.words))


def _column(x: float, edges: Sequence[float]) -> int:
    return max(0, bisect_right(edges, x, hi=len(edges) - 1) - 1)


def _columns(line: Line, edges: Sequence[float]) -> list[int]:
    """The column of each word; a currency's sign at the left of its column is in that of its number."""
    found = [_column((word.x0 + word.x1) / 2, edges) for word in line.words]
    for i in range(len(found) - 1):
        sign, number = line.words[i], line.words[i + 1]
        after_number = i > 0 and line.words[i - 1].text[-1].isdigit()
        apart = not after_number or sign.x0 - line.words[i - 1].x1 > WORD_SPACE * sign.size
        if sign.text in CURRENCY_SIGNS and number.text[0].isdigit() and apart and not is_unit(line, i):
            found[i] = found[i + 1]
    return found


def _with_whole_texts(row: CutLine, edges: Sequence[float], usual: _Ends) -> CutLine:
    cells: list[list[Word]] = [[] for _ in range(len(edges) - 1)]
    at = 0
    columns = _columns(row.line, edges)
    for i, word in enumerate(row.line.words):
        col = columns[i]
        before = row.line.words[i - 1] if i else None
        if before is not None and col > at and cells[at] and word.x0 - before.x1 <= WORD_SPACE * word.size:
            begins = _is_usual(word.x0, usual.starts[col]) and word.x0 >= edges[col] - ALIGNED
            torn = edges[col] - word.x0 > _OVER * (word.x1 - word.x0)
            ended = not torn and _is_usual(before.x1, usual.ends[at]) and before.x1 <= edges[at + 1] + ALIGNED
            col = col if begins or ended or _ends_as_usual(row.line, i, col, edges, usual.ends[col]) else at
        at = max(at, col)
        cells[at].append(word)
    return CutLine(row.line, tuple(tuple(c) for c in cells))


def _ends_as_usual(line: Line, i: int, col: int, edges: Sequence[float], ends: Counter[int]) -> bool:
    """True where the column's words from word i end where others of the column do, as the heads of numbers."""
    own = [w for w in line.words[i:] if _column((w.x0 + w.x1) / 2, edges) == col]
    return own[0].x0 >= edges[col] - ALIGNED and _is_usual(own[-1].x1, ends)


def _is_usual(x: float, seen: Counter[int]) -> bool:
    """True where at least two lines of the column, and a third of them, begin or end at x."""
    near = sum(seen[round(x) + d] for d in (-1, 0, 1))
    return near >= max(2, seen.total() / 3)
