"""A line of a table without drawn columns, cut where the lines above it tell that its columns begin and end."""

import itertools

from extractors.tables.cell_text import is_number
from extractors.tables.gutters import LEAST_GUTTER
from extractors.text.lines import Line
from extractors.text.measures import ALIGNED

_MORE_THAN_WORDS = 1.25
"""White between two columns is wider than most between a line's words by this factor."""


def as_row(row: list[Line], columns: list[tuple[float, float]]) -> list[Line]:
    """The parts of a line as a row of the columns; running text, in which words begin a column by chance, stays whole.

    Its pieces run on over the white between two columns.
    """
    pieces = _at_end(_at_starts(row, columns), columns)
    over = any(sum(p.x0 < x1 and p.x1 > x0 for x0, x1 in columns) > 1 for p in pieces)
    return row if len(row) == 1 and over else pieces


def _at_starts(row: list[Line], columns: list[tuple[float, float]]) -> list[Line]:
    """The parts of a line, cut where a word begins a column that the lines above tell of, however near the text is."""
    starts = [x0 for x0, _ in columns[1:]]
    cut_row: list[Line] = []
    for part in row:
        words = [part.words[0]]
        whites = sorted(b.x0 - a.x1 for a, b in itertools.pairwise(part.words))
        least = (
            max(LEAST_GUTTER, _MORE_THAN_WORDS * whites[(len(whites) - 1) // 2]) if len(whites) > 1 else LEAST_GUTTER
        )
        for before, word in itertools.pairwise(part.words):
            if word.x0 - before.x1 >= least and any(abs(word.x0 - x) <= ALIGNED for x in starts):
                cut_row.append(Line(tuple(words)))
                words = []
            words.append(word)
        cut_row.append(Line(tuple(words)))
    return cut_row


def _at_end(row: list[Line], columns: list[tuple[float, float]]) -> list[Line]:
    """The parts, a text that reaches near the number at their end cut from it: that ends where its column does."""
    *before, last = row
    begun = [at for at, (x0, _) in enumerate(columns) if abs(last.x0 - x0) <= ALIGNED]
    words = last.words
    if not begun or not any(abs(words[-1].x1 - x1) <= ALIGNED for _, x1 in columns[begun[0] + 1 :]):
        return row
    tails = [at for at in range(1, len(words)) if is_number(" ".join(w.text for w in words[at:]))]
    return [*before, Line(words[: tails[0]]), Line(words[tails[0] :])] if tails else row
