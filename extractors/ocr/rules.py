"""Ruling lines in a picture: long, thin, evenly dark, level or upright; also those that a copier broke up."""

from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np

from extractors.ocr.picture import PAPER, Grey, Picture
from extractors.ocr.pieces import BLUR, SHOWS, Pieces, darkness_of, turned
from extractors.pages.geometry import Box

_LEAST: Final = 40.0
"""Points: shorter lines count only between two crossing ones; words are seldom longer, and never evenly dark."""
_LEAST_BETWEEN: Final = 9.0
_MEET: Final = 1.5
"""Points by which a short line may miss the lines that it runs between: the stem of a letter misses them by more."""
_THIN: Final = 1.6
"""Points: the lines that a copier breaks up are hairlines."""
_WHITE: Final = 1.4
"""Points of white on either side of a piece of a broken line: letters have neighbours."""
_LEVEL: Final = 1.2
"""Points by which pieces of one broken line may differ in height."""
_HOLE: Final = 75.0
"""Points: the longest hole in a broken line."""
_WHOLE: Final = 0.3
"""The share of a broken line that must be left."""
_MOST_WANTED: Final = 3
"""Pieces of which at least a broken line consists."""


def lines_of(picture: Picture, pieces: Pieces) -> Pieces:
    """The ruling lines among the pieces, broken ones made whole."""
    dark = darkness_of(picture)
    scale = picture.scale
    level = _mended(pieces.level, dark, scale)
    upright = [turned(b) for b in _mended([turned(b) for b in pieces.upright], dark.T, scale)]
    long_level = [b for b in level if b.width >= _LEAST * scale]
    long_upright = [b for b in upright if b.height >= _LEAST * scale]
    return Pieces(
        level=tuple(b for b in level if _is_line(b, b.width, long_upright, scale)),
        upright=tuple(b for b in upright if _is_line(b, b.height, long_level, scale)),
    )


def without(picture: Picture, boxes: Iterable[Box]) -> Grey:
    """The picture with lines and tick boxes painted white, so that no digit is read together with one."""
    grey = picture.grey.copy()
    for box in boxes:
        rows = slice(max(0, int(box.top) - BLUR), int(box.bottom) + BLUR)
        grey[rows, max(0, int(box.x0) - BLUR) : int(box.x1) + BLUR] = PAPER
    return grey


def _mended(level: Sequence[Box], dark: Grey, scale: float) -> list[Box]:
    """Level pieces, and in the place of those that are left of a broken line the whole line."""
    thin = [b for b in level if b.height <= _THIN * scale and b.width < _LEAST * scale and _is_alone(b, dark, scale)]
    rows: list[list[Box]] = []
    for piece in sorted(thin, key=lambda b: (b.top + b.bottom, b.x0)):
        if rows and _middle(piece) - _middle(rows[-1][-1]) <= _LEVEL * scale:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    mended: list[Box] = []
    gone: set[Box] = set()
    for chain in (chain for row in rows for chain in _chains(row, _HOLE * scale)):
        line = Box(chain[0].x0, min(b.top for b in chain), max(b.x1 for b in chain), max(b.bottom for b in chain))
        left = sum(b.width for b in chain)
        if len(chain) >= _MOST_WANTED and line.width >= _LEAST * scale and left >= _WHOLE * line.width:
            mended.append(line)
            gone.update(chain)
    return [*(b for b in level if b not in gone), *mended]


def _chains(row: Sequence[Box], hole: float) -> list[list[Box]]:
    chains: list[list[Box]] = []
    for piece in sorted(row, key=lambda b: b.x0):
        if chains and piece.x0 - chains[-1][-1].x1 <= hole:
            chains[-1].append(piece)
        else:
            chains.append([piece])
    return chains


def _middle(box: Box) -> float:
    return (box.top + box.bottom) / 2


def _is_alone(piece: Box, dark: Grey, scale: float) -> bool:
    """True where there is white above the piece and below it."""
    reach = round(_WHITE * scale)
    columns = slice(int(piece.x0), int(piece.x1))
    top, bottom = int(piece.top) - BLUR, int(piece.bottom) + BLUR
    sides = (dark[max(0, top - reach) : max(0, top), columns], dark[bottom : bottom + reach, columns])
    return all(side.size > 0 and float(np.mean(side)) < SHOWS for side in sides)


def _is_line(line: Box, length: float, crossing: Sequence[Box], scale: float) -> bool:
    if length >= _LEAST * scale:
        return True
    return length >= _LEAST_BETWEEN * scale and _is_between(line, crossing, _MEET * scale)


def _is_between(line: Box, crossing: Sequence[Box], meet: float) -> bool:
    """True where both ends of a short line meet crossing lines."""
    if line.height > line.width:
        return _is_between(turned(line), [turned(c) for c in crossing], meet)
    over = [c for c in crossing if c.top - meet <= line.top and line.bottom <= c.bottom + meet]
    return all(any(c.x0 - meet <= end <= c.x1 + meet for c in over) for end in (line.x0, line.x1))
