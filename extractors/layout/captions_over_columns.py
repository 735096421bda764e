"""Captions of tables over a page's columns: short, they stand over the first column alone and are none of its text."""

from collections.abc import Sequence

from extractors.pages.geometry import Box
from extractors.tables.cell_text import is_caption
from extractors.text.lines import Line

_NEAR = 2.5
"""White between a caption and its table, at most so many type sizes."""
_AT_EDGE = 1.0
"""Type sizes within which a caption begins where its table does."""


def captions_over_columns(
    lines: Sequence[Line], wide: Sequence[bool], boxes: Sequence[Box], gutter: float
) -> list[bool]:
    """Per line of a page, from the top, whether it belongs to the caption of a table that reaches over the gutter.

    `wide` tells the lines of such tables, `boxes` are the page's drawn ones. Nothing stands beside the caption or
    below it but what is its own, down to the table.
    """
    found = [False] * len(lines)
    over = [box for box in boxes if box.x0 < gutter < box.x1]
    over += [line.box for line, in_table in zip(lines, wide, strict=True) if in_table]
    for i, line in enumerate(lines):
        if wide[i] or line.x1 > gutter or not is_caption(line.text):
            continue
        table = min((b for b in over if b.top >= line.middle), key=lambda b: b.top, default=None)
        if table is None or abs(table.x0 - line.x0) > _AT_EDGE * line.size:
            continue
        own = [j for j, x in enumerate(lines) if not wide[j] and line.middle < x.bottom and x.top < table.top]
        if _is_alone([lines[j] for j in own], boxes, table, gutter):
            for j in own:
                found[j] = True
    return found


def _is_alone(own: Sequence[Line], boxes: Sequence[Box], table: Box, gutter: float) -> bool:
    """True where the lines down to the table follow each other closely, and nothing stands beside them."""
    top, size = own[0].top, own[0].size
    if any(line.x1 > gutter or line.top < own[0].middle < line.bottom for line in own[1:]):
        return False
    if any(box.top < table.top and box.bottom > top for box in boxes):
        return False
    ends = [line.bottom for line in own]
    begins = [*(line.top for line in own[1:]), table.top]
    return all(b - e <= _NEAR * size for e, b in zip(ends, begins, strict=True))
