"""Lists of acts right below goals that their own heads state: "Delmål 1.1 Alla får svar", over "Öppna en jour".

The items of all such lists are held together: each says what is to be done by its first word, and most of them do to
the model of kinds, or they are acts to it together ("Läxhjälp på biblioteket"); else they are parts of the goals.
"""

from collections.abc import Mapping, Sequence
from itertools import takewhile

from extractors.plans.commitments import is_infinitive
from extractors.plans.heads import run_in_head
from extractors.plans.heads_by_content import Opened
from extractors.plans.kinds_model import agreed_kind, read_kinds
from models.blocks import Block, Heading, ListItem, Paragraph

_FEWEST, _AGREE = 2, 2 / 3
"""Items of all the lists, and the share that the model must read as activities."""


def acts_below_goals(flow: Sequence[Block], opened: Mapping[int, Opened]) -> set[int]:
    """The places in the running text of the items that are acts below a stated goal.

    opened: what blocks open by their content, and what they state.
    """
    places: list[int] = []
    for at, block in enumerate(flow):
        if not isinstance(block, Heading | Paragraph):
            continue
        stated = opened[at] if at in opened else run_in_head(block.text)
        if stated is not None and stated[0].kind == "goal" and stated[1]:
            items = list(takewhile(lambda below: isinstance(below, ListItem), flow[at + 1 :]))
            places.extend(range(at + 1, at + 1 + len(items)))
    texts = [flow[at].text for at in places]
    if len(texts) < _FEWEST:
        return set()
    if all(map(is_infinitive, texts)) and _acts_in(texts) >= _AGREE * len(texts):
        return set(places)
    return set(places) if agreed_kind(texts, _FEWEST, listed=True) == "activity" else set()


def _acts_in(texts: Sequence[str]) -> int:
    return sum(reading.kind == "activity" for reading in read_kinds(texts))
