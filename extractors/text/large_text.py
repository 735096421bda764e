"""Running text set larger than most of its page, which tables in small type fill: no headings, large as it is."""

import itertools
import re
from collections.abc import Sequence

from extractors.text.draft_block import Draft
from extractors.text.measures import Measures

_SENTENCES = re.compile(r"[.!?]\s+[A-ZÅÄÖ]\S*\s")
_FEWEST_WORDS = 6
"""A heading of fewer words may end in a full stop."""
_FEWEST_ITEMS = 2
_HARDLY = 1.3
"""Times the body's size."""


def reads_as_text(draft: Draft, text: str, measures: Measures) -> bool:
    """True for sentences in the weight and colour of running text: several, over lines, or one hardly larger."""
    if draft.bold or draft.framed or draft.marker is not None or draft.color != measures.color:
        return False
    if not text.endswith(".") or len(text.split()) < _FEWEST_WORDS:
        return False
    hardly_larger = draft.size <= _HARDLY * measures.body_size
    return hardly_larger or len(draft.lines) > 1 or _SENTENCES.search(text) is not None


def as_lists(drafts: Sequence[Draft]) -> None:
    """Make, in place, items of headings below each other with one bullet, and text of the lead-in above them.

    A bullet alone before large type is an ornament, and stands before bold type too.
    """
    before: Draft | None = None
    for bullet, run in itertools.groupby(drafts, key=_bullet):
        items = list(run)
        if bullet is not None and len(items) >= _FEWEST_ITEMS:
            if before is not None and _leads_to(before, items[0]):
                before.heading = False
            for item in items:
                item.heading, item.marker, item.ornament = False, item.ornament, None
        before = items[-1]


def _bullet(draft: Draft) -> str | None:
    """The ornament of a heading in light type."""
    return draft.ornament if draft.heading and not draft.bold else None


def _leads_to(draft: Draft, item: Draft) -> bool:
    alike = abs(draft.size - item.size) <= 0.3 and (draft.bold, draft.color) == (item.bold, item.color)
    return draft.heading and alike and draft.last.text.rstrip().endswith(":")
