"""Heads that run upwards above the columns of a table without drawn cells: they are laid at the foot of their band."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.pages.geometry import Word
from extractors.pages.page_words import RawPage
from extractors.tables.line_parts import cut
from extractors.text.lines import Line

_FEWEST = 3
"""Heads side by side."""
_LEVEL = 1.5
"""Points within which they begin, at their foot."""
_ROWS = 4
"""Lines below, in one of which each column has a text."""
_NEAR = 2.0
"""White between the heads and the first row, in type sizes, at most."""
_UPRIGHT = 1.2
"""A text that runs upwards is higher than wide by this factor."""


def with_turned_heads(page: RawPage, lines: Sequence[Line]) -> tuple[RawPage, list[Line]]:
    """The page without the turned texts that head columns of its lines, and the lines, from the top, with these.

    Each is set from left to right where its foot is, as wide as it is printed, beside the head of the labels.
    """
    laid = list(lines)
    taken: set[Word] = set()
    for heads in _side_by_side(page.turned):
        foot = max(word.bottom for word in heads)
        below = [line for line in lines if line.middle > foot][:_ROWS]
        if not below or below[0].top - foot > _NEAR * heads[0].size or not _head_columns(heads, below):
            continue
        top = min(word.top for word in heads)
        labels = [x for x in laid if top - _LEVEL <= x.top and x.bottom <= foot + _LEVEL and x.x1 <= heads[0].x0]
        words = [word for line in labels for word in line.words] if len(labels) == 1 else []
        at_foot = Line(tuple(replace(word, top=foot - word.size, bottom=foot) for word in (*words, *heads)))
        laid = [line for line in laid if not (words and line is labels[0])]
        laid.insert(next((i for i, line in enumerate(laid) if line.middle > foot), len(laid)), at_foot)
        taken.update(heads)
    return (replace(page, turned=tuple(w for w in page.turned if w not in taken)), laid) if taken else (page, laid)


def _side_by_side(turned: Sequence[Word]) -> Iterator[list[Word]]:
    """Texts that run up or down and end at one height, from the left."""
    groups: list[list[Word]] = []
    for word in turned:
        if word.bottom - word.top < _UPRIGHT * (word.x1 - word.x0):
            continue
        group = next((g for g in groups if abs(g[0].bottom - word.bottom) <= _LEVEL and g[0].size == word.size), None)
        if group is None:
            groups.append([word])
        else:
            group.append(word)
    for group in groups:
        if len(group) >= _FEWEST:
            yield sorted(group, key=lambda word: word.x0)


def _head_columns(heads: Sequence[Word], rows: Sequence[Line]) -> bool:
    """True where each head stands over a column of its own: texts of the rows are below it and below no other."""
    parts = [part for row in rows for part in cut(row)]
    below = [[head for head in heads if part.x0 < head.x1 and head.x0 < part.x1] for part in parts]
    return all(len(over) <= 1 for over in below) and all([head] in below for head in heads)
