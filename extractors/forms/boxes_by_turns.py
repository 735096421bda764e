"""Boxes one below another that hold a label and an answer by turns, told by all of a form's boxes together.

Labels and answers can be set in one type and on one ground. That every other box asks and none between does tells them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.forms.style import Entry, Item
from extractors.forms.wording import likeness
from models.place import Place

_TOUCH = 3.0
"""Points between boxes of one stack, and between their edges, at most."""
_PAIRS = 2
"""Labels with an answer below them, in all of a form's stacks."""
_BOTH, _NEARLY_ALL = 3, 0.8
"""Boxes that hold a label and its answer, and their part of those that hold several texts of one type."""
_TELLING = 1.0
"""By how much the labels must sound more like labels than their answers do, on the whole."""
_LONGEST = 260
"""Letters of a label at most: what is longer tells."""


@dataclass(frozen=True)
class _Boxed:
    """A box with its texts."""

    frame: Place
    texts: tuple[Entry, ...]

    def is_right_below(self, other: "_Boxed") -> bool:
        """True where it touches the other box with its whole width."""
        own, above = self.frame, other.frame
        if own.page != above.page or abs(own.top - above.bottom) > _TOUCH:
            return False
        return abs(own.x0 - above.x0) <= _TOUCH and abs(own.x1 - above.x1) <= _TOUCH


def with_boxes_by_turns(flow: Sequence[Item]) -> list[Item]:
    """The flow with the texts of such boxes told to ask or to answer; each box can hold both as well."""
    flow = _with_boxes_of_both(flow)
    turns = [turn for stack in _stacks(flow) for turn in _turns(stack)]
    labels, answers = [box for box, asks in turns if asks], [box for box, asks in turns if not asks]
    if len(answers) < _PAIRS or not all(map(_may_ask, labels)) or _sound(labels) - _sound(answers) < _TELLING:
        return list(flow)
    told: dict[int, Item] = {id(label.texts[0]): replace(label.texts[0], told="asks") for label in labels}
    told.update((id(text), replace(text, told="answers")) for box in answers for text in box.texts)
    return [told.get(id(item), item) for item in flow]


def _with_boxes_of_both(flow: Sequence[Item]) -> list[Item]:
    """The flow with the first text of each box told to ask and the others to answer, where boxes hold both in one type.

    So it is where nearly all boxes of several texts begin with what may ask, and these sound like labels on the whole.
    """
    frames: dict[Place, list[Entry]] = {}
    for item in flow:
        if isinstance(item, Entry) and item.frame is not None:
            frames.setdefault(item.frame, []).append(item)
    whole = [texts for texts in frames.values() if len(texts) > 1 and texts[0].style == texts[1].style]
    both = [texts for texts in whole if _may_ask(_Boxed(texts[0].frame or texts[0].place, (texts[0],)))]
    both = [texts for texts in both if likeness(texts[0].text) > 0]
    if len(both) < _BOTH or len(both) < _NEARLY_ALL * len(whole):
        return list(flow)
    labels, answers = ([_Boxed(texts[at].place, (texts[at],)) for texts in both] for at in (0, 1))
    if _sound(labels) - _sound(answers) < _TELLING:
        return list(flow)
    told: dict[int, Item] = {id(texts[0]): replace(texts[0], told="asks") for texts in both}
    told.update((id(text), replace(text, told="answers")) for texts in both for text in texts[1:])
    alone = [texts[0] for texts in frames.values() if len(texts) == 1 and texts[0].style == both[0][0].style]
    told.update((id(text), replace(text, told="asks")) for text in alone if likeness(text.text) > 0)
    return [told.get(id(item), item) for item in flow]


def _sound(boxes: Sequence[_Boxed]) -> float:
    """How much the boxes' first words sound like labels; an option's box tells that they answer."""
    first = [box.texts[0] for box in boxes]
    return sum(likeness(f"{text.marker} {text.text}" if text.marker else text.text) for text in first) / len(first)


def _may_ask(box: _Boxed) -> bool:
    """True for a box of one text that can be a label; what is smaller below it is its hint."""
    first, *others = box.texts
    hints = all(text.size < first.size or text.italic > first.italic for text in others)
    return hints and first.marker is None and len(first.text) < _LONGEST and any(map(str.isalpha, first.text))


def _stacks(flow: Sequence[Item]) -> list[list[_Boxed]]:
    """Runs of boxes that touch one below another, with nothing read between them and nothing beside them."""
    stacks: list[list[_Boxed]] = []
    before: Item | None = None
    texts = [item for item in flow if isinstance(item, Entry)]
    for item in flow:
        if isinstance(item, Entry) and item.frame is not None and not _has_beside(item.frame, texts):
            box = _Boxed(item.frame, (item,))
            last = stacks[-1][-1] if stacks else None
            follows = isinstance(before, Entry) and before.frame is not None
            if last is not None and follows and last.frame == item.frame:
                stacks[-1][-1] = _Boxed(item.frame, (*last.texts, item))
            elif last is not None and follows and box.is_right_below(last):
                stacks[-1].append(box)
            else:
                stacks.append([box])
        before = item
    return stacks


def _has_beside(frame: Place, texts: Sequence[Entry]) -> bool:
    """True where text stands to the left or right of a box, at its height."""
    return any(
        text.place.page == frame.page
        and (text.place.x1 <= frame.x0 + _TOUCH or text.place.x0 >= frame.x1 - _TOUCH)
        and text.place.top < frame.bottom - _TOUCH
        and text.place.bottom > frame.top + _TOUCH
        for text in texts
    )


def _turns(stack: Sequence[_Boxed]) -> list[tuple[_Boxed, bool]]:
    """Each box with whether it asks; the first can be a title, or go on from the page before.

    The answer to the last label can be empty: its box has no text. Alone a box tells nothing.
    """
    readings = [
        (_sound(stack[begin::2]) - _sound(stack[begin + 1 :: 2]), -begin) for begin in (0, 1) if len(stack) > begin + 1
    ]
    told, begin = max(readings, default=(0.0, 0))
    if told <= 0:
        return []
    goes_on = [(stack[0], False)] if begin and _sound(stack[:1]) < 0 else []
    return [*goes_on, *((box, at % 2 == 0) for at, box in enumerate(stack[-begin:]))]
