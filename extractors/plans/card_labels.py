"""Labels of cards whose words say nothing, known by what stands beside them: "Inriktning" in each area's card.

A label that comes back in several tables of two columns is of their skeleton, whatever it is called, and the texts
beside it in all of them tell together what it opens.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from extractors.plans.heads import Head, head_of
from extractors.plans.heads_by_content import FOLLOWS_UP
from extractors.plans.kinds_model import agreed_kind
from extractors.plans.labels import label_of
from models.blocks import Table

Labels = Mapping[str, Head]
"""What labels open, by their words as `folded` has them."""

_FEWEST_CARDS = 2
_FEWEST_TEXTS = 2
_LONGEST = 40


def folded(label: str) -> str:
    """A label's words, alike wherever it stands."""
    return label.strip().rstrip(" :?.").casefold()


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
