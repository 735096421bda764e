"""Heaps of dark pixels: pieces of rows that touch."""

import itertools
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from extractors.ocr.picture import Mask
from extractors.pages.geometry import Box

MOST_PIECES: Final = 60_000
"""Pieces beyond this number are a photograph or noise, and are left alone."""

Piece = tuple[int, int, int]
"""Row, first column, one past the last column."""


def runs(mask: Mask, least: int = 1) -> Iterator[Piece]:
    """Each unbroken run of set pixels along a row, of at least `least` pixels, from the top."""
    edges = np.diff(np.pad(mask, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    rows, starts = np.nonzero(edges == 1)
    _, ends = np.nonzero(edges == -1)
    chosen = np.flatnonzero(ends - starts >= least)[:MOST_PIECES]
    yield from zip(rows[chosen].tolist(), starts[chosen].tolist(), ends[chosen].tolist(), strict=True)


def heaps_of(pieces: Sequence[Piece], apart: float) -> list[Box]:
    """Pieces of which each is no further than `apart` pixels from the next, down or along a row; each heap as a box.

    `pieces` come from the top, and along each row from the left.
    """
    leaders = list(range(len(pieces)))
    rows: dict[int, list[int]] = {}
    for index, (row, _, _) in enumerate(pieces):
        rows.setdefault(row, []).append(index)
    for row, here in rows.items():
        for before, after in itertools.pairwise(here):
            if pieces[after][1] - pieces[before][2] <= apart:
                _join(leaders, before, after)
        for above in range(row - max(1, int(apart)), row):
            for one, other in _touching(pieces, rows.get(above, []), here, apart):
                _join(leaders, one, other)
    heaps: dict[int, list[int]] = {}
    for index in range(len(pieces)):
        heaps.setdefault(_leader(leaders, index), []).append(index)
    boxes = [_box([pieces[i] for i in members]) for members in heaps.values()]
    return sorted(boxes, key=lambda b: (b.top, b.x0, b.bottom, b.x1))


def _touching(
    pieces: Sequence[Piece], above: Sequence[int], below: Sequence[int], apart: float
) -> Iterator[tuple[int, int]]:
    """Pairs of pieces of two rows that lie over each other, give or take `apart`."""
    i = j = 0
    while i < len(above) and j < len(below):
        (_, start, end), (_, other_start, other_end) = pieces[above[i]], pieces[below[j]]
        if start <= other_end + apart and other_start <= end + apart:
            yield above[i], below[j]
        if end < other_end:
            i += 1
        else:
            j += 1


def _leader(leaders: list[int], index: int) -> int:
    while leaders[index] != index:
        leaders[index] = leaders[leaders[index]]
        index = leaders[index]
    return index


def _join(leaders: list[int], one: int, other: int) -> None:
    first, second = sorted((_leader(leaders, one), _leader(leaders, other)))
    leaders[second] = first


def _box(pieces: Sequence[Piece]) -> Box:
    return Box(
        float(min(start for _, start, _ in pieces)),
        float(min(row for row, _, _ in pieces)),
        float(max(end for _, _, end in pieces)),
        float(max(row for row, _, _ in pieces) + 1),
    )
