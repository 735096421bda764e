"""Scales printed as bare numbers, `1 2 3 4 5`, on which the chosen step has a ring drawn round it."""

from collections.abc import Sequence
from dataclasses import replace

from extractors.pages.geometry import Box, Word
from extractors.pages.pdfium_shapes import Shape

_STEPS = 3
"""Steps of a scale, at the least."""
_FIRST = ("0", "1")
_OFF = 0.6
"""By how much of its type size the feet of two steps may differ: a ring moves its number."""
_APART = 8.0
"""White between two steps, in type sizes, at most."""
_SMALLEST, _LARGEST = 0.8, 3.2
"""A ring's width and height, in type sizes."""
_BEFORE, _WIDE = 0.6, 0.4
"""Where the box of a step begins: so many type sizes before its number; and how wide it is."""


def with_ringed_steps(words: Sequence[Word], shapes: Sequence[Shape]) -> tuple[list[Word], list[tuple[Box, bool]]]:
    """The words with ringed numbers on the line of the others, and a box before each step, ticked for the ringed one.

    A scale on which no step or more than one has a ring is left as it is.
    """
    rings = [shape.box for shape in shapes if shape.kind != "line"]
    level: dict[int, Word] = {}
    boxes: list[tuple[Box, bool]] = []
    for scale in _scales(words):
        ringed = [at for at in scale if any(_rings(ring, words[at], [words[i] for i in scale]) for ring in rings)]
        if len(ringed) == 1:
            other = words[next(at for at in scale if at not in ringed)]
            for at in scale:
                level[at] = step = replace(words[at], top=other.top, bottom=other.bottom)
                begin = step.x0 - _BEFORE * step.size
                boxes.append((Box(begin, step.top, begin + _WIDE * step.size, step.bottom), at in ringed))
    return [level.get(at, word) for at, word in enumerate(words)], boxes


def _scales(words: Sequence[Word]) -> list[list[int]]:
    """Where in the words numbers stand that count up from the first step on one line."""
    by_text: dict[str, list[int]] = {}
    for at, word in enumerate(words):
        if word.text.isdecimal() and len(word.text) < _STEPS:
            by_text.setdefault(word.text, []).append(at)
    found: list[list[int]] = []
    for begin in [at for first in _FIRST for at in by_text.get(first, ())]:
        scale = [begin]
        while (after := _next_step(words, scale[-1], by_text)) is not None:
            scale.append(after)
        if len(scale) >= _STEPS and not any(set(scale) & set(other) for other in found):
            found.append(scale)
    return found


def _next_step(words: Sequence[Word], at: int, by_text: dict[str, list[int]]) -> int | None:
    own = words[at]
    steps = [
        other
        for other in by_text.get(str(int(own.text) + 1), ())
        if abs(words[other].bottom - own.bottom) <= _OFF * own.size
        and abs(words[other].size - own.size) <= 1
        and 0 < words[other].x0 - own.x1 <= _APART * own.size
    ]
    return min(steps, key=lambda other: words[other].x0, default=None)


def _rings(ring: Box, word: Word, scale: Sequence[Word]) -> bool:
    """True for what goes round one number and no other of its scale."""
    small = all(_SMALLEST * word.size <= side <= _LARGEST * word.size for side in (ring.width, ring.height))
    return small and [other for other in scale if _holds(ring, other)] == [word]


def _holds(ring: Box, word: Word) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return ring.x0 < x < ring.x1 and ring.top < y < ring.bottom
