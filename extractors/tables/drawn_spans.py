"""What stands between two drawn heights that follow each other: rows of a table, or something else."""

import itertools
from collections.abc import Sequence

from extractors.pages.geometry import Box
from extractors.tables.cell_text import is_caption, is_number
from extractors.tables.line_parts import is_ticks, merged
from extractors.tables.row_white import even_white
from extractors.text.lines import Line

SAME_END = 3.0
"""Points within which the ends of two rules are one position."""
SAME_HEIGHT = 1.5
_OTHER_SIZE = 1.6
_WHITE_ABOVE = 1.2
"""White above a caption, as a share of the type size."""
_MORE_WHITE = 0.5
"""White above a head of other columns beyond that above rows, as a share of the type size."""
_ROW_WHITE = 2.6
"""Lines of one table between two drawn heights are at most this many type sizes apart."""
_HIGH = 3.0
"""Rules this many type sizes apart, and more, around a single part are no section's row."""
_WIDE, _WORD_SPACE = 0.6, 0.5
"""A line of running text is this wide, of the table's width, with white between words of this share of the size."""
HEAD_AND_ROWS = 2
"""Spans that a table has whose head stands below other text: the head above its rule, and rows below it."""


class Span:
    """What stands between two drawn heights that follow each other."""

    def __init__(
        self, above: Box, below: Box, lines: Sequence[Line], parts: Sequence[Sequence[Line]], *, opens: bool = False
    ) -> None:
        self.x0, self.top, self.bottom = above.x0, above.top, below.top
        self.opens = opens
        """No table goes on from above."""
        self.anew = False
        """Heads stand in it, set as those of the table above."""
        self.held = [i for i, line in enumerate(lines) if self.top < line.middle < self.bottom]
        self.lines = [lines[i] for i in self.held]
        self.parts = [parts[i] for i in self.held]
        self._edges = above, below
        self.air = self.lines[0].top - self.top if self.lines else 0.0
        """White between the upper height and the first line."""
        beside = any(a.x1 < b.x0 or b.x1 < a.x0 for a, b in itertools.pairwise(self.lines) if b.top < a.bottom - 1)
        self.tabular = beside or any(len(row) >= 2 for row in self.parts)
        """Some line stands in columns."""
        self.barred = self._is_barred(above, self.parts)
        """No table goes on here."""

    def below(self, at: int) -> "Span":
        """What stands below the span's line `at`."""
        above, below = self._edges
        top = self.lines[at].bottom
        return Span(Box(above.x0, top, above.x1, top), below, self.lines[at + 1 :], self.parts[at + 1 :], opens=True)

    def _is_barred(self, above: Box, parts: Sequence[Sequence[Line]]) -> bool:
        if not self.lines:
            return False
        sizes = [line.size for line in self.lines if not is_ticks(line)] or [self.lines[0].size]
        size = min(sizes)
        outside = any(x.x0 < above.x0 - SAME_END or x.x1 > above.x1 + SAME_END for x in self.lines)
        captions = any(is_caption(line.text) for line in self.lines)
        if outside or captions or max(sizes) - size > _OTHER_SIZE:
            return True
        if self.tabular:
            first = next((i for i, row in enumerate(parts) if len(row) > 1), 0)
            opens = any(
                _runs_on(x, above.width) and not self._has_beside(x) and not self._goes_on_in_column(x)
                for x in self.lines[: first + 1]
            )
            return opens or _holds_a_paragraph(parts) or self._is_broken() or self._ends_in_caption(parts)
        return len(self.lines) > 2

    def is_higher_than(self, height: float) -> bool:
        """True where it holds no columns and its heights are too far apart for a section's row.

        They may be as far apart as around the table's lowest row, `height` in points.
        """
        if self.tabular or not self.lines:
            return False
        sizes = [line.size for line in self.lines if not is_ticks(line)] or [self.lines[0].size]
        return self.bottom - self.top > max(_HIGH * min(sizes), height + SAME_HEIGHT)

    def heads_as(self, above: Sequence["Span"]) -> bool:
        """True where the spans above begin with words in columns, set as these here and unlike all the rows between."""
        tabular = [span for span in above if span.tabular]
        if len(tabular) <= HEAD_AND_ROWS or not self.tabular or self.holds_numbers() or tabular[0].holds_numbers():
            return False
        return self.set_as() == tabular[0].set_as() and all(span.set_as() != self.set_as() for span in tabular[1:])

    def heads_other_columns(self, above: Sequence["Span"], white: float, usual: float) -> bool:
        """True for bold words in columns below more `white` than `usual` above rows, points, none of which is bold."""
        rows = [span for span in above if span.tabular]
        if not rows or not self.tabular or self.holds_numbers() or not all(line.bold for line in self.lines):
            return False
        return white > usual + _MORE_WHITE * self.lines[0].size and not any(span.set_as()[0] for span in rows[1:])

    def holds_numbers(self) -> bool:
        return any(is_number(part.text) for row in self.parts for part in row)

    def set_as(self) -> tuple[bool, str]:
        """Whether its first line is bold, and its colour."""
        return self.lines[0].bold, self.lines[0].color

    def _has_beside(self, line: Line) -> bool:
        """True where a line of another cell stands half a line off beside this one."""
        apart = [other for other in self.lines if other.x1 < line.x0 or line.x1 < other.x0]
        return any(other.top < line.bottom - 1 and line.top < other.bottom - 1 for other in apart)

    def _goes_on_in_column(self, line: Line) -> bool:
        """True where a text right of others begins where the line does: it is a wide cell's, beside lower ones."""
        behind = (part for row in self.parts for part in row[1:])
        return any(abs(part.x0 - line.x0) <= SAME_END for part in behind)

    def _is_broken(self) -> bool:
        """True where more white than between rows tells that something else stands here."""
        size = self.lines[0].size
        even = even_white(self.lines, size, _ROW_WHITE * size)
        return any(b.top - a.bottom > max(_ROW_WHITE * a.size, even) for a, b in itertools.pairwise(self.lines))

    def _ends_in_caption(self, parts: Sequence[Sequence[Line]]) -> bool:
        """True where lone lines stand below wide white, at the span's end: the next table's caption."""
        for i in range(len(self.lines) - 1, 0, -1):
            if len(parts[i]) > 1:
                return False
            if self.lines[i].top - self.lines[i - 1].bottom > _WHITE_ABOVE * self.lines[i].size:
                return True
        return False


def _holds_a_paragraph(parts: Sequence[Sequence[Line]]) -> bool:
    """True where lines that follow each other run on over white that parts the columns of others."""
    columns = merged([(p.x0, p.x1) for row in parts if len(row) > 1 for p in row])
    over = [len(row) == 1 and sum(row[0].x0 < x1 and row[0].x1 > x0 for x0, x1 in columns) > 1 for row in parts]
    return any(a and b for a, b in itertools.pairwise(over))


def _runs_on(line: Line, width: float) -> bool:
    """True for a line of running text, as wide as the table: a paragraph stands above the columns."""
    gaps = [b.x0 - a.x1 for a, b in itertools.pairwise(line.words)]
    return line.x1 - line.x0 > _WIDE * width and max(gaps, default=0.0) <= _WORD_SPACE * line.size
