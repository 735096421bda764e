"""Boxes to tick beside which nothing is printed: what they stand for is told by their tooltips alone."""

from collections.abc import Sequence

from extractors.pages.annotations import Attached, set_in
from extractors.pages.geometry import Box, Word

_WIDE = 400.0
"""Points that a tooltip's line is set in, at most."""
_FILLS = 0.8
"""Type size as a share of the box's height."""


def unprinted_options(fixed: Attached, words: Sequence[Word], width: float, page: int) -> list[Word]:
    """The tooltips as words behind their boxes, where the row holds nothing but the one box; `width` is the page's.

    Where other words or boxes stand in the row, those of a scale or a table, they say what a tick means.
    """
    fields = [box for box, _ in fixed.ticks] + [entry.box for entry in fixed.entries]
    found: list[Word] = []
    for box, tooltip in fixed.options:
        row: list[Box | Word] = [*(other for other in fields if other != box), *words]
        if not any(each.top < box.bottom and box.top < each.bottom for each in row):
            line = Box(box.x1 + 1, box.top, min(box.x1 + _WIDE, width), box.bottom)
            found.extend(set_in(" ".join(tooltip.split()), line, _FILLS * box.height, page))
    return found
