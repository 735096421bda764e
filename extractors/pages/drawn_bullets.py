"""Bullets that are drawn, not set: a browser paints those of its lists as small discs, rings and squares.

Each becomes a word, as if it had been set in the type of the word that it stands before.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from extractors.pages.geometry import Box, Word
from extractors.pages.pdfium_shapes import Shape

BULLET: Final = "•"
_SMALLEST, _LARGEST = 0.14, 0.62
"""A bullet's sides, in type sizes of the text that it stands before: a tick box is larger, a dot smaller."""
_MAX_SIDE = 20.0
"""Points: nothing larger is held against the text."""
_SQUARE = 1.2
"""A bullet is so many times as wide as high at most, or as high as wide."""
_GAP: Final = (0.15, 2.5)
"""Type sizes from a bullet to its text."""
_RISE: Final = (0.3, 0.8)
"""Where a bullet's middle stands, from the top to the foot of the text's type."""
_BEFORE = 30.0
"""Points: a shape with text so near on its left is a key in a chart, or an option's box."""
_LEVEL = 1.0
"""Points by which shapes may differ that stand on one line, or under each other."""
_MOST = 1000
"""So many small shapes are no bullets but a drawing: no page has so many lines."""


def with_drawn_bullets(words: Sequence[Word], shapes: Sequence[Shape], ticks: Sequence[Box]) -> list[Word]:
    """The words with a bullet as a word before each that a drawn one stands before. `ticks` are the page's tick boxes.

    What stands close behind other text is none, but under another that does not: a list in a table's narrow column.
    `words` come as read, and so do those returned, each bullet right before its text's first word.
    """
    signs = _bullet_shapes(shapes, ticks)
    if not signs:
        return list(words)
    by_middle = sorted(words, key=lambda word: word.middle)
    reach = max((word.bottom - word.top for word in words), default=0.0)
    found: dict[int, Box] = {}
    not_first: list[tuple[Word, Box]] = []
    for sign in signs:
        level = [word for word in _between(by_middle, _middle(sign), reach) if word.top <= _middle(sign) <= word.bottom]
        after = min((word for word in level if word.x0 > sign.x0), key=lambda word: word.x0, default=None)
        if after is None or not _stands_before(sign, after):
            continue
        if any(word.x0 < sign.x0 and sign.x0 - word.x1 < _BEFORE for word in level):
            not_first.append((after, sign))
        else:
            found[id(after)] = sign
    listed = list(found.values())
    below = [each for each in not_first if any(abs(each[1].x0 - other.x0) <= _LEVEL for other in listed)]
    found |= {id(after): sign for after, sign in below}
    apart = [sign for after, sign in not_first if id(after) not in found]
    kept: list[Word] = []
    for word in words:
        bullet = found.get(id(word))
        if bullet is not None and not any(_are_of_one_row(bullet, other) for other in apart):
            kept.append(replace(word, text=BULLET, x0=bullet.x0, x1=bullet.x1, led=False))
        kept.append(word)
    return kept


def _bullet_shapes(shapes: Sequence[Shape], ticks: Sequence[Box]) -> list[Box]:
    """Small discs, rings and squares, from the top; nothing that is drawn round another, as a chosen option is.

    Under each other and in several colours they are the keys of a chart.
    """
    small = [
        shape
        for shape in shapes
        if shape.kind != "line"
        and 0 < shape.box.width <= _MAX_SIDE
        and 0 < shape.box.height <= _MAX_SIDE
        and 1 / _SQUARE <= shape.box.width / shape.box.height <= _SQUARE
    ]
    colours: dict[int, set[str]] = {}
    for shape in small:
        if shape.filled:
            colours.setdefault(round(shape.box.x0 / _LEVEL), set()).add(shape.color)
    boxes = {shape.box for shape in small if len(colours.get(round(shape.box.x0 / _LEVEL), ())) <= 1}
    ordered = sorted(boxes - set(ticks), key=lambda box: (box.top, box.x0, box.bottom, box.x1))
    if len(ordered) > _MOST:
        return []
    cells: dict[tuple[int, int], list[Box]] = {}
    for box in {*boxes, *ticks}:
        cells.setdefault(_cell(box), []).append(box)
    return [box for box in ordered if not any(_share_a_middle(box, x) for x in _near(box, cells) if x != box)]


def _cell(box: Box) -> tuple[int, int]:
    return int((box.x0 + box.x1) / 2 / _MAX_SIDE), int(_middle(box) / _MAX_SIDE)


def _near(box: Box, cells: dict[tuple[int, int], list[Box]]) -> Iterable[Box]:
    """The boxes in the field of the page that the box's middle is in and in those round it."""
    column, row = _cell(box)
    return (x for c in (-1, 0, 1) for r in (-1, 0, 1) for x in cells.get((column + c, row + r), ()))


def _share_a_middle(box: Box, other: Box) -> bool:
    x, y = (box.x0 + box.x1) / 2, _middle(box)
    return other.x0 < x < other.x1 and other.top < y < other.bottom


def _between(by_middle: Sequence[Word], middle: float, reach: float) -> Sequence[Word]:
    """The words whose middles stand at most `reach` from the height."""
    first = bisect_left(by_middle, middle - reach, key=lambda word: word.middle)
    last = bisect_right(by_middle, middle + reach, key=lambda word: word.middle)
    return by_middle[first:last]


def _stands_before(sign: Box, after: Word) -> bool:
    """True where the shape's sides, height and white fit the type of the word after it."""
    sides = (sign.width / after.size, sign.height / after.size)
    gap = (after.x0 - sign.x1) / after.size
    rise = (_middle(sign) - after.top) / (after.bottom - after.top)
    return (
        min(sides) >= _SMALLEST
        and max(sides) <= _LARGEST
        and _GAP[0] <= gap <= _GAP[1]
        and _RISE[0] <= rise <= _RISE[1]
    )


def _are_of_one_row(sign: Box, other: Box) -> bool:
    return abs(_middle(sign) - _middle(other)) <= _LEVEL and abs(sign.width - other.width) <= _LEVEL


def _middle(box: Box) -> float:
    return (box.top + box.bottom) / 2
