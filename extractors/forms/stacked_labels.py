"""Labels that stand one below another, each with its answer on the line after it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.forms.questions import asks, split_number
from extractors.forms.style import Entry, Item, Style, is_colon_label, is_right_above

_PAIRS = 3
"""Labels, each right above its answer, from which their style and edge tell a label."""
_ASKING = 2


@dataclass(frozen=True)
class Stack:
    """The look of labels that stand one below another, each with its answer on the line after it."""

    style: Style
    edge: int
    """Left edge in whole points."""

    @classmethod
    def of(cls, entry: Entry) -> "Stack | None":
        """The look of a label that ends in a colon and bears no number; None for any other text."""
        alone = entry.marker is None and not entry.framed and split_number(entry.text)[0] is None
        return cls(entry.style, round(entry.place.x0)) if alone and is_colon_label(entry.text) else None


def stacks(flow: Sequence[Item]) -> set[Stack]:
    """The looks in which several labels stand right above their answers, some of them what only forms ask."""
    labels: dict[Stack, set[str]] = {}
    for label, value in pairwise(flow):
        if not (isinstance(label, Entry) and isinstance(value, Entry)) or value.marker is not None or value.framed:
            continue
        look = Stack.of(label)
        if look is not None and not is_colon_label(value.text) and is_right_above(label.places[-1], value):
            labels.setdefault(look, set()).add(label.text)
    return {
        look for look, texts in labels.items() if len(texts) >= _PAIRS and sum(1 for t in texts if asks(t)) >= _ASKING
    }
