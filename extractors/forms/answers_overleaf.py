"""Answers beside their labels that go on at the head of the next page, where no label stands beside them."""

from collections.abc import Sequence
from itertools import pairwise

from extractors.forms.style import Entry, Item
from models.blocks import Answer
from models.place import join_places

_ENDS = (".", "!", "?", ":", ";")


def with_answers_overleaf(flow: Sequence[Item]) -> list[Item]:
    """The flow with what goes on with the last answer of a page, in the midst of its sentence, joined to it."""
    joined: list[Item] = list(flow[:1])
    for above, item in pairwise(flow):
        last = joined[-1]
        if isinstance(above, Answer) and isinstance(last, Answer) and isinstance(item, Entry) and _goes_on(last, item):
            text = f"{last.value} {item.text}"
            joined[-1] = last.model_copy(update={"value": text, "places": join_places(last.places, item.places)})
        else:
            joined.append(item)
    return joined


def _goes_on(answer: Answer, entry: Entry) -> bool:
    """True for words that begin with a small letter on the page after an unfinished sentence, beside the labels."""
    last, first = answer.places[-1], entry.place
    unfinished = answer.value is not None and not answer.value.rstrip().endswith(_ENDS)
    right = last.x0 < first.x0 < last.x1
    return unfinished and right and first.page == last.page + 1 and entry.marker is None and entry.text[0].islower()
