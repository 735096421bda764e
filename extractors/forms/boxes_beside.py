"""Boxes that stand by themselves on a form's page: behind their option, or under the heads of a table without cells."""

from collections.abc import Sequence
from dataclasses import replace

from extractors.forms.choices import BOXES, EMPTY, is_boxes
from extractors.forms.style import Entry, Item, is_beside, is_right_above


def with_boxes(flow: Sequence[Item]) -> list[Item]:
    """The flow with each lone box as the marker of the option to its left, and without tables of empty boxes.

    What heads such a table's rows and columns asks nothing and answers nothing: no box tells what was chosen.
    """
    signs = [item for item in flow if isinstance(item, Entry) and item.marker is None and is_boxes(item.text)]
    if not signs:
        return list(flow)
    known = {id(sign) for sign in signs}
    texts = [item for item in flow if isinstance(item, Entry) and id(item) not in known]
    options: dict[int, Entry] = {}
    heads: list[Entry] = []
    told: list[Entry] = []
    for text in texts:
        beside = [sign for sign in signs if _stands_beside(text, sign)]
        below = [sign for sign in signs if is_right_above(text.places[-1], sign)]
        if len(beside) == 1 and not below and beside[0].text in BOXES and not text.asks and text.marker is None:
            options[id(text)] = replace(text, marker=beside[0].text)
            told.append(beside[0])
        elif (beside or below) and not text.asks:
            heads.append(text)
    lost = [sign for sign in signs if sign not in told]
    if any(sign not in EMPTY for other in lost for sign in other.text.split()):
        heads, lost = [], []
    left_out = {id(item) for item in (*heads, *lost, *told)}
    return [
        options.get(id(item), item) if isinstance(item, Entry) else item for item in flow if id(item) not in left_out
    ]


def _stands_beside(text: Entry, sign: Entry) -> bool:
    """True where the sign, or one of several below each other, stands to the right of the text."""
    own, place = text.places[-1], sign.place
    middle = (own.top + own.bottom) / 2
    return is_beside(text.place, place) or (
        own.page == place.page and place.x0 >= own.x1 and place.top <= middle <= place.bottom
    )
