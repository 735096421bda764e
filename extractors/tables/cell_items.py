"""The items of a list that stands in a table's cell, told by the bullets, dashes or numbers its lines begin with."""

import re
from collections.abc import Sequence

from extractors.text.hyphens import Vocabulary, join_lines
from extractors.text.lines import Line
from extractors.text.markers import marker_of
from models.tick_signs import CHECKS, EMPTY_BOXES, EMPTY_RINGS, FILLED, TICKED_BOXES

_CHOICES = EMPTY_BOXES | EMPTY_RINGS | TICKED_BOXES | CHECKS | (FILLED - {"●", "■", "▪", "•"})
"""Signs of what can be chosen: the lines behind them are options and no items."""
_FEWEST = 2
_MORE_THAN_BULLETS = frozenset("1a·–—-‒*o»›_") | {"->"}
"""Kinds of marks that begin other things too; a bullet alone tells of a list, whose rest the page can have cut off."""
_NUMBERED = re.compile(r"(\d{1,2})[.)]\s+(?=\D)")


def items_of(lines: Sequence[Line], vocabulary: Vocabulary) -> tuple[str, ...]:
    """The items in their order, without their marks; none where the cell is no list from its first line on."""
    markers = [marker_of(line) for line in lines]
    kinds = {_kind(marker) for marker in markers if marker is not None}
    if len(kinds) != 1 or not markers or markers[0] is None:
        return ()
    if len(markers) - markers.count(None) < (_FEWEST if kinds & _MORE_THAN_BULLETS else 1):
        return ()
    if kinds & _CHOICES:
        return ()
    items: list[list[str]] = []
    for line, marker in zip(lines, markers, strict=True):
        if marker is not None:
            items.append([line.text[len(marker) :]])
        else:
            items[-1].append(line.text)
    return tuple(join_lines(item, vocabulary) for item in items)


def numbered_item(text: str, number: int) -> str | None:
    """What an item says that is alone on its side of a page break, known by its number in the list; None for others."""
    marked = _NUMBERED.match(text)
    return text[marked.end() :] if marked is not None and int(marked[1]) == number else None


def _kind(marker: str) -> str:
    """The sign itself; one and the same for all numbers, and for all letters."""
    if any(c.isdigit() for c in marker):
        return "1"
    return "a" if any(c.isalpha() for c in marker) and len(marker) > 1 else marker
