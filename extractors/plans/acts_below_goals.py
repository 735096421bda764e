"""Lists of acts right below goals that their own heads state: "Delmål 1.1 Alla får svar", over "Öppna en jour".

The items of all such lists are held together: each says what is to be done by its first word, and most of them do to
the model of kinds; else they are parts of the goals.
"""

from collections.abc import Sequence
from itertools import takewhile

from extractors.plans.commitments import is_infinitive
from extractors.plans.heads import run_in_head
from extractors.plans.kinds_model import read_kinds
from models.blocks import Block, Heading, ListItem, Paragraph

_FEWEST, _AGREE = 2, 2 / 3
"""Items of all the lists, and the share that the model must read as activities."""


def acts_below_goals(flow: Sequence[Block]) -> set[int]:
    """The places in the running text of the items that are acts below a stated goal."""
    places: list[int] = []
    for at, block in enumerate(flow):
        if not isinstance(block, Heading | Paragraph):
            continue
        stated = run_in_head(block.text)
        if stated is not None and stated[0].kind == "goal":
            items = list(takewhile(lambda below: isinstance(below, ListItem), flow[at + 1 :]))
            places.extend(range(at + 1, at + 1 + len(items)))
    texts = [flow[at].text for at in places]
    if len(texts) < _FEWEST or not all(map(is_infinitive, texts)):
        return set()
    acts = sum(reading.kind == "activity" for reading in read_kinds(texts))
    return set(places) if acts >= _AGREE * len(texts) else set()
