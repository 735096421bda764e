"""The items of a list right below a text."""

import re
from collections.abc import Sequence

from models.rows import Passage

BETWEEN = frozenset(["footnote", "running_head", "caption"])
"""What may stand between an announcement and its list in the reading order, at a page's end."""


def items_after(texts: Sequence[Passage], place: int) -> list[Passage]:
    """The outermost list items right after a passage, as far as their bullets or numbers are of one kind."""
    items: list[Passage] = []
    for passage in texts[place + 1 :]:
        if passage.kind != "list_item" or (items and not _is_marked_as(passage, items)):
            break
        items.append(passage)
    outermost = min((item.level or 1 for item in items), default=1)
    return [item for item in items if (item.level or 1) == outermost]


def _is_marked_as(passage: Passage, items: Sequence[Passage]) -> bool:
    """An inner item may have a mark of its own; one of the outermost level has the first one's."""
    first = items[0]
    return (passage.level or 1) > (first.level or 1) or _mark(passage) == _mark(first)


def _mark(passage: Passage) -> str:
    """`2.` and `11.` are marks of one kind, `b)` and `c)` of another, and each bullet of its own."""
    return re.sub(r"[a-zåäö]", "a", re.sub(r"\d+", "1", (passage.marker or "").casefold()))
