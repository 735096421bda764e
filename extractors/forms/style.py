"""A form's texts as they stand on the page, and the styles in which it prints its questions."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from extractors.forms.choices import has_box
from extractors.forms.questions import asks, is_letterheads, split_number
from extractors.plain import once, plain
from models.blocks import Answer, Table
from models.place import Place

_SOME = 2
_TELLING = 0.4
"""Part of the texts of one style that ask something, from which the style itself tells a question."""
_SAME_SIZE = 0.35
_MOSTLY = 0.5
_PAIRS = 3
"""Labels, each right above its answer, from which their style and edge tell a label."""
_MANY_PAIRS, _NEARLY_ALL = 5, 0.8
"""Texts of one style above texts of another, and their part of all, from which a page is made of labels and answers."""
_NEAR_BOX = 2.0
"""White between a question and the words in the box below it, in its type sizes, at most."""
_RIGHT_ABOVE, _TIGHT = 0.8, 0.3
"""White between a label and the answer below it, in the answer's type sizes, at most; so far may their lines, set
tight, reach into each other."""
SMALLER = 0.45
"""Points of type by which a hint is smaller than an answer, and a small label than the answer below it."""
_ALIGNED, _SET_IN = 4.0, 12.0
"""Points by which the edges of a label and its answer differ at most; so far may an answer be set in from its box."""
_SHORT = 120
_SAME_ROW = 3.0
"""Points by which the tops of two texts on one row differ at most."""


@plain
class Style:
    """The type of a text: what a reader of the page sees without reading it."""

    size: float
    bold: bool
    italic: bool = False
    color: str = ""
    framed: bool = False

    def __contains__(self, entry: "Entry") -> bool:
        return abs(entry.size - self.size) < _SAME_SIZE and (entry.bold, entry.italic, entry.color, entry.framed) == (
            self.bold,
            self.italic,
            self.color,
            self.framed,
        )


@dataclass(frozen=True)
class Entry:
    """A text that stands by itself: a heading, paragraph or list item."""

    text: str
    places: tuple[Place, ...]
    size: float
    bold: bool
    framed: bool
    heading: bool
    marker: str | None = None
    italic: bool = False
    color: str = ""
    tail: str = ""
    """The words that end it in smaller type: a hint."""
    frame: Place | None = None
    """The box that it begins in."""
    told: Literal["", "asks", "answers"] = ""
    """What words at it say that it does: `Fråga 3`, `Svar:`."""

    @once
    def place(self) -> Place:
        return self.places[0]

    @property
    def question(self) -> str:
        """Its words without a hint in smaller type behind them."""
        return self.text.removesuffix(self.tail).rstrip() if self.tail != self.text else self.text

    @once
    def style(self) -> Style:
        return Style(round(self.size * 2) / 2, self.bold, self.italic, self.color, self.framed)

    @once
    def asks(self) -> bool:
        """True where the words alone are a form's question."""
        return self.told != "answers" and self.marker is None and (self.told == "asks" or asks(self.question))


Item = Entry | Table | Answer


def on_one_row(one: Place, other: Place) -> bool:
    """True where two texts begin at one height of a page."""
    return one.page == other.page and abs(one.top - other.top) <= _SAME_ROW


def is_beside(question: Place, other: Place) -> bool:
    """True for what begins at the question's height, to the right of it."""
    return other.x0 > question.x1 and on_one_row(question, other)


def question_styles(flow: Sequence[Item]) -> list[Style]:
    """The styles that tell a question by themselves: much of what is set in them asks what only a form asks.

    A form often has two, one for its questions and a smaller one for who fills it in. What has its answer in a box
    right below it asks too, whatever its words are. A style in which answers stand beside or below their questions as
    well tells nothing.
    """
    texts = [item for item in flow if isinstance(item, Entry) and item.marker is None]
    heads = {id(head) for head, label in pairwise(texts) if heads_labels(head, label)}
    over_boxes = [label for label, box in pairwise(texts) if is_over_box(label, box)]
    found: list[tuple[int, Style]] = []
    for style in {entry.style for entry in texts if entry.asks}:
        own = [entry for entry in texts if entry.style == style]
        asked = {entry.text.strip(":") for entry in own if entry.asks and id(entry) not in heads}
        if len(asked) < _SOME or all(is_letterheads(text) for text in asked):
            continue
        numbered = {e.text for e in own if split_number(e.text)[0] is not None and e.text not in asked}
        numbered |= {label.text for label in over_boxes if label.style == style} - asked
        others = {e.text for e in own if not (e.asks or e.text.endswith(":") or e.text in numbered)}
        telling = len(asked | numbered) >= _TELLING * (len(asked | numbered) + len(others)) or _in_pairs(own, texts)
        if telling and not _answers_itself(own):
            found.append((len(asked), style))
    return [style for _, style in sorted(found, key=lambda one: (-one[0], one[1].size, one[1].bold))]


def heads_labels(head: Entry, label: Item | None) -> bool:
    """True for words over a label in smaller type, both without an answer: a section's title and its first question."""
    if not isinstance(label, Entry):
        return False
    return label.asks and label.size < head.size - SMALLER and not head.text.endswith(("?", ":"))


def is_over_box(label: Entry, box: Entry) -> bool:
    """True where a text outside boxes has a box of words right below it that do not ask."""
    if label.framed or not box.framed or box.asks or box.place.page != label.place.page:
        return False
    return 0 <= box.place.top - label.places[-1].bottom < _NEAR_BOX * label.size


def _in_pairs(own: Sequence[Entry], texts: Sequence[Entry]) -> bool:
    """True where nearly each of a style's texts stands right above one of another style, of few words: its answer."""
    answered = [
        below
        for label, below in pairwise(texts)
        if label.style == own[0].style and below.style != label.style and _is_answered(label, below)
    ]
    short = sum(len(below.text) < _SHORT for below in answered)
    return len(answered) >= max(_MANY_PAIRS, _NEARLY_ALL * len(own)) and short >= _NEARLY_ALL * len(answered)


def _is_answered(label: Entry, below: Entry) -> bool:
    """True where the text stands right below the label; in a box it may be set in."""
    return is_right_above(label.places[-1], below, set_in=_SET_IN if below.framed else 0.0)


def _answers_itself(own: Sequence[Entry]) -> bool:
    """True where the answers, beside the questions or right below them, are set in the same style."""
    own = [entry for entry in own if not has_box(entry.text, entry.marker)]
    asked = [entry for entry in own if entry.asks]
    beside = [e for e in own if not e.asks and any(is_beside(question.place, e.place) for question in asked)]
    above = [(q, e) for q, e in pairwise(own) if q.asks and is_right_above(q.places[-1], e)]
    below = [e for q, e in above if not is_colon_label(e.text) and (is_colon_label(q.text) or q.framed)]
    return max(len(beside), len(below)) >= max(_SOME, _MOSTLY * len(asked))


def label_columns(flow: Sequence[Item]) -> set[int]:
    """Left edges, in whole points, at which several questions begin that have an answer beside them."""
    texts = [item for item in flow if isinstance(item, Entry)]
    asked = [e for e in texts if e.asks and any(is_beside(e.place, other.place) for other in texts)]
    counts = Counter(round(entry.place.x0) for entry in asked)
    return {x0 for x0, count in counts.items() if count >= _SOME}


def is_colon_label(text: str) -> bool:
    """True for a few words that end in a colon."""
    return text.endswith(":") and len(text) < _SHORT


def is_right_above(label: Place, value: Entry, *, set_in: float = 0.0) -> bool:
    """True where the value begins on the next line at the label's edge, or up to `set_in` points in from it."""
    below = value.place
    white, indent = below.top - label.bottom, below.x0 - label.x0
    return (
        label.page == below.page
        and -_TIGHT * value.size <= white < _RIGHT_ABOVE * value.size
        and -_ALIGNED < indent < _ALIGNED + set_in
    )


def is_larger_below(label: Entry, value: Entry) -> bool:
    """True where the value, right below the label, is set in larger type."""
    return label.size < value.size - SMALLER and is_right_above(label.places[-1], value)


def styles_below(flow: Sequence[Item], labels: Sequence[Style]) -> list[Style]:
    """The styles in which most texts answer one in `labels`: right below it, in a box below it or beside it.

    What goes on below an answer in its style is of it. A short answer in bold, alone on its line, looks like a heading
    to the layout.
    """
    every = Counter(item.style for item in flow if isinstance(item, Entry))
    answers: Counter[Style] = Counter()
    above: Entry | None = None
    for label, value in pairwise(flow):
        own = isinstance(label, Entry) and any(label in style for style in labels)
        if not (isinstance(label, Entry) and isinstance(value, Entry)) or value.asks:
            above = None
        elif (own and stands_at(label, value)) or (above is label and value.style == label.style):
            answers[value.style] += 1
            above = value
        else:
            above = None
    return [style for style, count in answers.items() if count >= _PAIRS and count > _MOSTLY * every[style]]


def stands_at(label: Entry, value: Entry) -> bool:
    """True for what stands where answers do: right below the label, in a box below it, or beside it."""
    return _is_answered(label, value) or is_over_box(label, value) or is_beside(label.place, value.place)
