"""Where rules and tints are drawn cell by cell: their pieces on one height tell the columns' edges."""

import itertools
from collections.abc import Sequence

from extractors.pages.geometry import Box, Drawn
from extractors.tables.line_parts import CLEAR_OF_WORDS, CURRENCY_SIGNS, WORD_SPACE
from extractors.text.lines import Line, segments

_SAME_HEIGHT = 1.5
"""Points within which pieces stand on one height."""
_SAME_EDGE = 3.0
"""Points within which pieces on two heights end at one edge."""
_APART = 14.0
"""Pieces of one row are at most this many points apart: the rules of a head stop short of each other."""
_NARROWEST = 10.0
"""Points: shorter pieces are the dashes of one rule."""
_BESIDE = 2.5
"""Points that a word may reach over an edge."""
_FEWEST = 3
"""Tints beside each other from which they are a table's head: one beside another may be two boxes."""
_REACH = 1.5
"""A table's outermost heights are at most this many type sizes from its text."""
_SIGN_WIDTH = 2.0
"""Type sizes that a column of currency signs is wide, at most, where none stands in it."""
_MOST_CROSSED = 0.25
"""An edge holds where at most this share of the lines that reach it run on over it: heads and totals span columns."""


def drawn_edges(lines: Sequence[Line], drawn: Drawn) -> list[float]:
    """The outer and inner edges of the columns that pieces tell of, from the left; empty where there are none."""
    levels = [row for row in _levels(lines, drawn) if len(row) > 1]
    inner = _joined([(a.x1 + b.x0) / 2 for row in levels for a, b in itertools.pairwise(row) if b.x0 - a.x1 <= _APART])
    edges = [min((row[0].x0 for row in levels), default=0.0)]
    for x in inner:
        if _is_held(x, lines) and not _holds_signs_only(lines, edges[-1], x):
            edges.append(x)
    return [*edges, max(row[-1].x1 for row in levels)] if len(edges) > 1 else []


def without_sign_columns(lines: Sequence[Line], edges: Sequence[float]) -> list[float]:
    """The edges without those that part a currency's signs, at the left of their column, from the numbers."""
    kept = list(edges[:1])
    for x in edges[1:]:
        if x == edges[-1] or not _signs_between(lines, kept[-1], x):
            kept.append(x)
    return kept


def tinted_heads(lines: Sequence[Line], drawn: Drawn) -> list[tuple[Box, list[float]]]:
    """Tints beside each other that hold a table's head: the box of all, and the columns' edges, outer ones included."""
    found: list[tuple[Box, list[float]]] = []
    for row in _levels(lines, Drawn(tints=drawn.tints)):
        apart = any(b.x0 - a.x1 > _APART for a, b in itertools.pairwise(row))
        held = [line for line in lines if row[0].top <= (line.top + line.bottom) / 2 <= row[0].bottom]
        if len(row) < _FEWEST or apart or not held:
            continue
        edges = [row[0].x0, *((a.x1 + b.x0) / 2 for a, b in itertools.pairwise(row)), row[-1].x1]
        if not any(_runs_over(line, x) for line in held for x in edges[1:-1]):
            found.append((Box(row[0].x0, row[0].top, row[-1].x1, row[0].bottom), edges))
    return found


def _levels(lines: Sequence[Line], drawn: Drawn) -> list[list[Box]]:
    """Pieces by height, each height's from the left, as far as the lines reach."""
    reach = _REACH * max(line.size for line in lines)
    top, bottom = min(line.top for line in lines) - reach, max(line.bottom for line in lines) + reach
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    pieces = [
        p
        for p in (*drawn.rules, *drawn.tints)
        if top <= p.top and p.bottom <= bottom and p.x0 < right and p.x1 > left and p.width >= _NARROWEST
    ]
    levels: list[list[Box]] = []
    for piece in sorted(pieces, key=lambda p: (p.top, p.bottom, p.x0)):
        last = levels[-1] if levels else None
        level = last is not None and all(
            abs(a - b) <= _SAME_HEIGHT for a, b in ((last[0].top, piece.top), (last[0].bottom, piece.bottom))
        )
        if last is not None and level:
            last.append(piece)
        else:
            levels.append([piece])
    return [_beside_each_other(sorted(row, key=lambda p: (p.x0, -p.x1))) for row in levels]


def _beside_each_other(row: Sequence[Box]) -> list[Box]:
    """The pieces of one height without those that lie over others."""
    kept: list[Box] = []
    for piece in row:
        if not kept or piece.x0 >= kept[-1].x1 - _BESIDE:
            kept.append(piece)
    return kept


def _joined(edges: Sequence[float]) -> list[float]:
    """Edges of several heights, those at one position as one."""
    groups: list[list[float]] = []
    for x in sorted(edges):
        if groups and x - groups[-1][0] <= _SAME_EDGE:
            groups[-1].append(x)
        else:
            groups.append([x])
    return [sum(group) / len(group) for group in groups]


def _holds_signs_only(lines: Sequence[Line], left: float, right: float) -> bool:
    """True where nothing stands between the edges but the currency's signs of the numbers behind the second one.

    The signs may all be missing: then the head of the numbers reaches over there, or the white is narrow.
    """
    held = [text for line in lines for text in segments(line, WORD_SPACE * line.size)]
    if any(left - _BESIDE <= text.x0 and text.x1 <= right + _BESIDE for text in held):
        return _signs_between(lines, left, right)
    return right - left <= _SIGN_WIDTH * lines[0].size or any(
        left < text.x0 < right - _BESIDE and text.x1 > right + _BESIDE for text in held
    )


def _signs_between(lines: Sequence[Line], left: float, right: float) -> bool:
    """True where texts stand between the edges, and all are currency signs."""
    held = [text for line in lines for text in segments(line, WORD_SPACE * line.size)]
    texts = [text.text for text in held if left - _BESIDE <= text.x0 and text.x1 <= right + _BESIDE]
    return bool(texts) and CURRENCY_SIGNS.issuperset(texts)


def _is_held(x: float, lines: Sequence[Line]) -> bool:
    """True where few of the lines that stand on both sides of the edge run on over it."""
    reaching = [line for line in lines if line.x0 < x < line.x1]
    crossing = sum(_runs_over(line, x) for line in reaching)
    return crossing <= _MOST_CROSSED * max(len(lines), len(reaching))


def _runs_over(line: Line, x: float) -> bool:
    """True where a word of the line, or the space between two words of one text, lies over x."""
    if any(w.x0 < x - _BESIDE and w.x1 > x + _BESIDE for w in line.words):
        return True
    return any(a.x1 <= x <= b.x0 and b.x0 - a.x1 <= CLEAR_OF_WORDS * b.size for a, b in itertools.pairwise(line.words))
