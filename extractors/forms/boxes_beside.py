"""Boxes that stand by themselves on a form's page: behind their option, or under the heads of a table without cells."""

from collections.abc import Sequence
from dataclasses import replace

from extractors.forms.choices import BOXES, EMPTY, counts_up, is_boxes
from extractors.forms.style import Entry, Item, is_beside, is_right_above, on_one_row
from models.tick_signs import is_mark

_TICKED = "☒"
_BELOW, _EDGE = 1.2, 2.0
"""White between a box and the option below it, in type sizes, at most; points by which their left edges differ."""
_EMPTY = "☐"
_NEAR = 4.0
"""White between a mark and its option, in type sizes, at most."""


def with_boxes(flow: Sequence[Item]) -> list[Item]:
    """The flow with each lone box as the marker of the option to its left, and without tables of empty boxes.

    What heads such a table's rows and columns asks nothing and answers nothing: no box tells what was chosen.
    """
    flow = _with_boxes_above(_with_marks_before(_with_marks_in_boxes_above(flow)))
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


def _with_marks_in_boxes_above(flow: Sequence[Item]) -> list[Item]:
    """The flow with each cross alone in a wide box as the tick of the option that begins below the box's left edge.

    The options beside that one have empty boxes above them.
    """
    texts = [item for item in flow if isinstance(item, Entry)]
    options: dict[int, Item] = {}
    told: set[int] = set()
    for mark in texts:
        below = [text for text in texts if _is_below_box_of(mark, text)] if is_mark(mark.text) else []
        row = [text for text in texts if below and not text.framed and on_one_row(below[0].place, text.place)]
        if len(below) == 1 and len(row) > 1 and not any(text.asks for text in row):
            options |= {id(text): replace(text, marker=_EMPTY) for text in row}
            options[id(below[0])] = replace(below[0], marker=_TICKED, text=_first_step(below[0].text))
            told.add(id(mark))
    return [options.get(id(item), item) for item in flow if id(item) not in told]


def _is_below_box_of(mark: Entry, text: Entry) -> bool:
    box, place = mark.frame, text.place
    if box is None or text.framed or text.marker is not None or box.page != place.page:
        return False
    return 0 <= place.top - box.bottom <= _BELOW * text.size and box.x0 - _EDGE <= place.x0 < box.x1


def _first_step(text: str) -> str:
    """`4` of `4 5 Mycket säker`: steps of a scale that stand close to each other are read as one text."""
    first, _, after = text.partition(" ")
    return first if counts_up([first, after.partition(" ")[0]]) else text


def _with_boxes_above(flow: Sequence[Item]) -> list[Item]:
    """The flow with each box of a row of boxes as the marker of the option at its middle, right below it."""
    texts = [item for item in flow if isinstance(item, Entry) and item.marker is None]
    signs = [text for text in texts if text.text in BOXES]
    below = [(sign, [text for text in texts if text not in signs and _is_centred_below(sign, text)]) for sign in signs]
    pairs = [(sign, found[0]) for sign, found in below if len(found) == 1]
    rows = [sum(on_one_row(sign.place, other.place) for other, _ in pairs) for sign, _ in pairs]
    options: dict[int, Item] = {}
    for (sign, option), beside in zip(pairs, rows, strict=True):
        if beside > 1 and not option.asks:
            options[id(option)] = replace(option, marker=sign.text)
            options[id(sign)] = sign
    taken = {id(sign) for sign in signs if id(sign) in options}
    return [options.get(id(item), item) for item in flow if id(item) not in taken]


def _is_centred_below(sign: Entry, text: Entry) -> bool:
    own, place = sign.place, text.place
    middle = (own.x0 + own.x1) / 2
    white = place.top - own.bottom
    if own.page != place.page or not -0.3 * text.size <= white <= _BELOW * text.size:
        return False
    return abs(middle - (place.x0 + place.x1) / 2) <= sign.size or abs(own.x0 - place.x0) <= _EDGE


def _stands_beside(text: Entry, sign: Entry) -> bool:
    """True where the sign, or one of several below each other, stands to the right of the text."""
    own, place = text.places[-1], sign.place
    middle = (own.top + own.bottom) / 2
    return is_beside(text.place, place) or (
        own.page == place.page and place.x0 >= own.x1 and place.top <= middle <= place.bottom
    )
