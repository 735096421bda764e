"""Boxes that stand by themselves on a form's page: behind their option, or under the heads of a table without cells."""

from collections.abc import Sequence
from dataclasses import replace

from extractors.forms.choices import BOXES, EMPTY, is_boxes
from extractors.forms.style import Entry, Item, is_beside, is_right_above
from models.tick_signs import is_mark

_TICKED = "☒"
_NEAR = 4.0
"""White between a mark and its option, in type sizes, at most."""


def with_boxes(flow: Sequence[Item]) -> list[Item]:
    """The flow with each lone box as the marker of the option to its left, and without tables of empty boxes.

    What heads such a table's rows and columns asks nothing and answers nothing: no box tells what was chosen.
    """
    flow = _with_marks_before(flow)
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


def _with_marks_before(flow: Sequence[Item]) -> list[Item]:
    """The flow with each lone X as the tick of the option to its right."""
    texts = [item for item in flow if isinstance(item, Entry) and item.marker is None]
    marks = [text for text in texts if is_mark(text.text)]
    ticked: dict[int, Item] = {}
    for mark in marks:
        right = [text for text in texts if text not in marks and is_beside(mark.place, text.place)]
        option = min(right, key=lambda text: text.place.x0, default=None)
        if option is not None and option.place.x0 - mark.place.x1 < _NEAR * option.size:
            ticked[id(option)] = replace(option, marker=_TICKED)
            ticked[id(mark)] = mark
    told = {id(mark) for mark in marks if id(mark) in ticked}
    return [ticked.get(id(item), item) for item in flow if id(item) not in told]


def _stands_beside(text: Entry, sign: Entry) -> bool:
    """True where the sign, or one of several below each other, stands to the right of the text."""
    own, place = text.places[-1], sign.place
    middle = (own.top + own.bottom) / 2
    return is_beside(text.place, place) or (
        own.page == place.page and place.x0 >= own.x1 and place.top <= middle <= place.bottom
    )
