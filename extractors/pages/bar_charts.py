"""Bars of a chart: filled rectangles on one base line, as wide as each other and of several heights.

They are no cells, and the lines of the chart's scale part no rows. What is printed in it and at its axes is no text
beside it: it is set apart.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.pages.geometry import Box, Word, box_around
from extractors.pages.pdfium_shapes import Shape

_THIN = 3.0
"""Points: what is filled thinner than this is a rule."""
_SAME = 1.0
"""Points within which two ends are one, and two bars as wide."""
_FEW_BARS = 3
"""Bars, at the least, and heights of theirs that differ by `_DIFFERS` points; the highest is `_HIGH`."""
_DIFFERS, _HIGH = 2.0, 15.0
_WIDEST = 80.0
"""Points: what is painted wider is a column."""
_SCALE_WIDTH = 1.6
"""The lines of the scale are at most so many times as wide as the bars together."""
_SCALE_LINES = 2
_NEAR = 14.0
"""Points from the chart to the figures of its scale."""
_LABEL_ROWS, _LABEL_GAP = 3, 1.6
"""Rows of labels below the bars, at the most, and white between them in type sizes."""
_WORD_SPACE = 0.6
_FIGURE = re.compile(r"[+\-–−(<]?\d[\d.,]*\s?%?\)?|%")


@dataclass(frozen=True)
class Charted:
    """The page's shapes and words without those of its charts, and the words that stand in these."""

    shapes: tuple[Shape, ...]
    words: tuple[Word, ...]
    set_apart: tuple[Word, ...] = ()


def without_charts(shapes: Sequence[Shape], words: Sequence[Word]) -> Charted:
    """What is left of the page once its bar charts are taken out of it."""
    fills = [s.box for s in shapes if s.kind == "rectangle" and s.filled and s.box.width > _THIN]
    kept, text, apart = list(shapes), list(words), list[Word]()
    for bars in _upright_bars(fills, words):
        plot = _with_scale(box_around(bars), kept)
        held = Box(plot.x0 - _SAME, plot.top - _SAME, plot.x1 + _SAME, plot.bottom + _SAME)
        kept = [shape for shape in kept if not held.encloses(shape.box)]
        taken = [*_inside(plot, text), *_scale_beside(plot, text), *_labels_below(plot, len(bars), text)]
        apart += taken
        text = [word for word in text if word not in taken]
    return Charted(tuple(kept), tuple(text), tuple(apart))


def _upright_bars(fills: Iterable[Box], words: Sequence[Word]) -> Iterator[list[Box]]:
    """The bars of each chart: on one base line, apart from each other, with nothing but figures printed on them."""
    for on_line in _alike(fills, lambda box: box.bottom):
        for bars in _alike((box for box in on_line if box.width <= _WIDEST), lambda box: box.width):
            bars.sort(key=lambda box: box.x0)
            heights = sorted(box.height for box in bars)
            differing = 1 + sum(b - a >= _DIFFERS for a, b in pairwise(heights))
            apart = all(b.x0 >= a.x1 - _SAME for a, b in pairwise(bars))
            if len(bars) < _FEW_BARS or differing < _FEW_BARS or heights[-1] < _HIGH or not apart:
                continue
            printed = [word for word in words if any(_holds(bar, word) for bar in bars)]
            if all(_FIGURE.fullmatch(word.text) for word in printed):
                yield bars


def _alike(boxes: Iterable[Box], value: Callable[[Box], float]) -> list[list[Box]]:
    """The boxes in groups of nearly the same value."""
    groups: list[list[Box]] = []
    for box in sorted(boxes, key=value):
        if groups and value(box) - value(groups[-1][-1]) <= _SAME:
            groups[-1].append(box)
        else:
            groups.append([box])
    return groups


def _with_scale(bars: Box, shapes: Sequence[Shape]) -> Box:
    """The bars' box as high and wide as the lines of the scale behind them."""
    flat = [shape.box for shape in shapes if shape.box.height <= _THIN]
    across = [
        box
        for box in flat
        if box.x0 <= bars.x0 + _SAME
        and box.x1 >= bars.x1 - _SAME
        and box.width <= _SCALE_WIDTH * bars.width
        and bars.top - bars.height <= box.top <= bars.bottom + _SAME
    ]
    for lines in _alike(across, lambda box: box.x0):
        if len(lines) >= _SCALE_LINES and lines[-1].x1 - lines[0].x1 <= _SAME:
            return box_around([bars, *lines])
    return bars


def _inside(plot: Box, words: Sequence[Word]) -> list[Word]:
    """What is printed on the chart, and the value right above its highest bar."""
    return [w for w in words if _holds(plot, w) or (_FIGURE.fullmatch(w.text) and _is_on_top(plot, w))]


def _is_on_top(plot: Box, word: Word) -> bool:
    return plot.x0 <= (word.x0 + word.x1) / 2 <= plot.x1 and plot.top - 1.5 * word.size <= word.middle < plot.top


def _scale_beside(plot: Box, words: Sequence[Word]) -> list[Word]:
    """The figures of the scale, one below the other right beside the chart; none where they are few."""
    found: list[Word] = []
    for left in (True, False):
        beside = [
            word
            for word in words
            if _FIGURE.fullmatch(word.text)
            and plot.top - word.size <= word.middle <= plot.bottom + word.size
            and 0 <= (plot.x0 - word.x1 if left else word.x0 - plot.x1) + _SAME <= _NEAR
        ]
        if len(beside) >= _FEW_BARS:
            found += beside
    return found


def _labels_below(plot: Box, n_bars: int, words: Sequence[Word]) -> list[Word]:
    """The rows of labels right below the bars: several texts side by side, none wider than half the chart."""
    below = sorted((w for w in words if w.middle > plot.bottom and w.top < plot.bottom + plot.height), key=_by_height)
    foot, found = plot.bottom, list[Word]()
    for _ in range(_LABEL_ROWS):
        first = next((w for w in below if w.middle > foot and plot.x0 <= (w.x0 + w.x1) / 2 <= plot.x1), None)
        if first is None or first.top - foot > _LABEL_GAP * first.size:
            break
        row = sorted(
            (
                w
                for w in below
                if abs(w.bottom - first.bottom) <= _SAME and w.x1 > plot.x0 - _NEAR and w.x0 < plot.x1 + _NEAR
            ),
            key=lambda w: w.x0,
        )
        texts = 1 + sum(b.x0 - a.x1 > _WORD_SPACE * first.size for a, b in pairwise(row))
        if not 1 < texts <= n_bars or row[0].x0 < plot.x0 - _NEAR or row[-1].x1 > plot.x1 + _NEAR:
            break
        found += row
        foot = first.bottom
    return found


def _by_height(word: Word) -> tuple[float, float]:
    return word.top, word.x0


def _holds(box: Box, word: Word) -> bool:
    return box.x0 <= (word.x0 + word.x1) / 2 <= box.x1 and box.top <= word.middle <= box.bottom
