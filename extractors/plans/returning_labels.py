"""Short lines that come back word for word: labels that no type sets off, known by their return alone.

`NULÄGE`, `VAD GÖRS`, `HUR DET MÄRKS` on lines of their own in each area are its heads, whatever they say. `Beskrivning`
and `Start` that come again below one head, item by item, tell of the items and end no list.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from extractors.plans.heads import head_of
from extractors.plans.phrases import LEADS
from models.blocks import Block, Heading, ListItem, Paragraph, Table, as_heading

_PLACES, _PLACES_SET_APART = 3, 2
"""Where labels look like their texts, and where they are set apart from them."""
_LONGEST = 60
_MOST = 2 / 3
"""The share of the ways from one place to the next that pass a heading, where the words head a part of each area."""
_ENDS = (".", ",", ";", "!")
_LEAD = 3
"""Words: what is longer and leads to a list begins a sentence that the list goes on with."""
_SECTIONS = frozenset({"goal", "activity", "indicator", "cost", "numbered_activity"})


class ReturningLabels(NamedTuple):
    """Places in the running text."""

    heads: frozenset[int]
    """Those that head a part of each area."""
    of_items: frozenset[int]
    """Those that tell of the items of one list."""


def with_returning_heads(flow: Sequence[Block]) -> list[Block]:
    """The running text, its returning labels of areas as the headings that they are, below all others.

    One in bold whose very words are headings elsewhere in the same type is a heading as they are.
    """
    heads = returning_labels(flow).heads
    levels = {(_words(block), round(block.size)): block.level for block in flow if isinstance(block, Heading)}
    lowest = 1 + max(levels.values(), default=0)
    returning: list[Block] = []
    for at, block in enumerate(flow):
        in_bold = isinstance(block, Paragraph) and block.bold
        level = levels.get((_words(block), round(block.size))) if in_bold else None
        level = lowest if level is None and at in heads else level
        returning.append(block if level is None else as_heading(block, level))
    return returning


def returning_labels(flow: Sequence[Block]) -> ReturningLabels:
    """The paragraphs that are labels, each right above a text, and the items that are, above what is nested in them."""
    alike: dict[str, list[int]] = defaultdict(list)
    for at, (block, below) in enumerate(pairwise(flow)):
        if _may_stand_above(block, below) and _may_label(block.text):
            alike[_words(block)].append(at)
    headings = [at for at, block in enumerate(flow) if isinstance(block, Heading)]
    labels = {at for places in alike.values() if len(places) >= _PLACES_SET_APART for at in places}
    heads: set[int] = set()
    of_items: set[int] = set()
    for places in alike.values():
        fewest = _PLACES_SET_APART if all(_is_set_apart(flow[at], flow[at + 1]) for at in places) else _PLACES
        if len(places) < fewest:
            continue
        parted = sum(any(one < heading < other for heading in headings) for one, other in pairwise(places))
        if parted < len(places) - 1 and _are_of_items(flow, places):
            of_items.update(places)
        elif parted >= _MOST * (len(places) - 1) and not _sort_lists(flow, places, labels):
            heads.update(places)
    return ReturningLabels(frozenset(heads), frozenset(of_items))


def _words(block: Block) -> str:
    return block.text.strip().casefold()


def _may_stand_above(block: Block, below: Block) -> bool:
    """A paragraph above a text, or an item above a list nested in it."""
    if isinstance(block, ListItem):
        return isinstance(below, ListItem) and below.level > block.level
    return isinstance(block, Paragraph) and isinstance(below, Paragraph | ListItem | Table)


def _may_label(text: str) -> bool:
    plain = text.strip()
    leads = LEADS.search(plain) is not None and len(plain.split()) > _LEAD
    return 2 < len(plain) <= _LONGEST and plain[0].isupper() and not plain.endswith(_ENDS) and not leads


def _sort_lists(flow: Sequence[Block], places: Sequence[int], labels: Collection[int]) -> bool:
    return 2 * sum(_is_in_section(flow, at, labels) for at in places) > len(places)


def _is_in_section(flow: Sequence[Block], at: int, labels: Collection[int]) -> bool:
    """Whether a head of goals or the like, or a lead-in, is open above: short words sort its list.

    labels: the places of all words that come back; one of them above is no such head.
    """
    listed = False
    for above in range(at - 1, -1, -1):
        block = flow[above]
        listed = listed or isinstance(block, ListItem)
        if above not in labels and isinstance(block, Heading | Paragraph):
            head = head_of(block.text)
            leads = not listed and isinstance(block, Paragraph) and block.text.rstrip().endswith(":")
            if leads or (head is not None and head.kind in _SECTIONS):
                return True
        if isinstance(block, Heading):
            return False
    return False


def _is_set_apart(label: Block, below: Block) -> bool:
    """Whether the label's type is another one than that of its text."""
    if isinstance(below, Table) or label.text.isupper():
        return label.bold or label.text.isupper()
    return (label.bold, label.italic, label.color, round(label.size)) != (
        below.bold,
        below.italic,
        below.color,
        round(below.size),
    )


def _are_of_items(flow: Sequence[Block], places: Iterable[int]) -> bool:
    """Whether a list's item stands above most of them, before any heading or table."""
    above = [_item_above(flow, at) for at in places]
    return sum(above) >= _MOST * len(above)


def _item_above(flow: Sequence[Block], at: int) -> bool:
    found = next((b for b in reversed(flow[:at]) if not isinstance(b, Paragraph)), None)
    return isinstance(found, ListItem)
