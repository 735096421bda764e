"""What the labels of a card head, by their words, or by what stands beside them: "Inriktning" in each area's card.

A label that comes back in several tables of two columns is of their skeleton, whatever it is called, and the texts
beside it in all of them tell together what it opens.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Literal

from extractors.plans.heads import Head, asks_what, head_of
from extractors.plans.heads_by_content import FOLLOWS_UP
from extractors.plans.kinds_model import agreed_kind
from extractors.plans.labels import Label, label_of
from models.blocks import Table

Labels = Mapping[str, Head]
"""What labels open, by their words as `folded` has them."""
CardHead = Head | Label | Literal["name", "what", "how", "follow_up"]
"""What a label of a card heads: what the plan states, what is told beside it, a name, how it is done or followed up."""

_NAME = re.compile(r"^(?:namn|rubrik|(?:namn på )?(?:insats|satsning)(?:en|ens namn)?)\s*:?$", re.IGNORECASE)
_TOLD = re.compile(
    r"^(?:(?:kort\s+)?beskrivning|metod|genomförande|samverkan(?:\s+med)?|samarbete(?:\s+med)?|prioritet|koppling\s+till\b.*"
    r"|kontakt(?:person)?|nr|nummer|dokumentation|nästa\s+steg|övrigt)$",
    re.IGNORECASE,
)
"""What a card tells of its activity besides: elsewhere the words head other things too."""
_STATING = frozenset({"goal", "activity", "indicator", "cost"})

_FEWEST_CARDS = 2
_FEWEST_TEXTS = 2
_LONGEST = 40


def folded(label: str) -> str:
    """A label's words, alike wherever it stands."""
    return label.strip().rstrip(" :?.").casefold()


def heads_of_card(text: str) -> CardHead | None:
    """What a label heads by its words; None where they are no known label's."""
    plain = text.strip()
    if _NAME.match(plain):
        return "name"
    label = label_of(plain)
    if label is not None:
        return label
    head = head_of(plain)
    if head is not None and head.kind == "numbered_activity" and not head.text:
        return Head("activity", number=head.number)
    if head is not None and head.kind in _STATING:
        return head
    if asks_what(plain):
        return "what"
    name = folded(plain)
    return "how" if name == "hur" else "follow_up" if FOLLOWS_UP.match(name) else "aside" if _TOLD.match(name) else None


def counted_act(text: str) -> tuple[Head, str] | None:
    """An activity behind its number, "Aktivitet 3: Öppna en jour": its head and its text."""
    head = head_of(text)
    if head is None or head.kind != "numbered_activity" or not head.text:
        return None
    return Head("activity", number=head.number), head.text


def labels_by_content(tables: Sequence[Table]) -> Labels:
    """The labels that open goals, activities or indicators by the texts beside them in all the tables."""
    said: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for table in tables:
        beside = {c.row: c for c in table.cells if c.col == 1 and c.text.strip()} if table.n_cols == 2 else {}
        for label in table.cells:
            name = folded(label.text)
            if label.col == 0 and label.row in beside and _may_open(name):
                said[name].append(beside[label.row].items or (beside[label.row].text,))
    kinds = {
        name: agreed_kind([text for texts in found for text in texts], _FEWEST_TEXTS)
        for name, found in said.items()
        if len(found) >= _FEWEST_CARDS
    }
    return {name: Head(kind) for name, kind in kinds.items() if kind is not None}


def _may_open(name: str) -> bool:
    """Whether the words leave open what stands beside them."""
    known = label_of(name) is not None or head_of(name) is not None or FOLLOWS_UP.match(name) is not None
    return 0 < len(name) <= _LONGEST and not known
