"""Marks of a matrix that stand near the text before them: they are cells below the marks of other rows."""

from collections.abc import Sequence

from extractors.tables.line_parts import WORD_SPACE
from extractors.text.lines import Line
from extractors.text.measures import ALIGNED
from models.tick_signs import is_mark

_SEVERAL = 2
"""Rows whose mark stands at one place by itself: there is a column of marks."""


def with_marks_apart(parts: Sequence[list[Line]]) -> list[list[Line]]:
    """The lines' parts, a mark that ends a text cut off where other lines have marks that stand by themselves.

    More white than between words must stand before it: a row's text may reach almost to the column of marks.
    """
    columns = [part.x0 for row in parts for part in row[1:] if is_mark(part.text)]
    return [[piece for part in row for piece in _pieces(part, columns)] for row in parts] if columns else list(parts)


def _pieces(part: Line, columns: Sequence[float]) -> list[Line]:
    if len(part.words) < 2 or not is_mark(part.words[-1].text):
        return [part]
    before, mark = part.words[-2:]
    below_others = sum(abs(mark.x0 - x0) <= ALIGNED for x0 in columns) >= _SEVERAL
    if not below_others or mark.x0 - before.x1 <= WORD_SPACE * part.size:
        return [part]
    return [Line(part.words[:-1]), Line((mark,))]
