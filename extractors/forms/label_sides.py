"""Labels that stand below what they name, told by all labels of their region: `212000-1234` over `Organisationsnummer`.

A form that sets its labels below the rules that are written on reads, line by line, as one that sets them above. White,
what its columns begin and end with, and which answers suit which labels tell, for all labels of a region together.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from statistics import median
from typing import Literal

from extractors.forms.questions import label_of
from extractors.forms.signatures import is_to_be_signed
from extractors.forms.style import SMALLER, Entry, Item, Style, is_beside
from extractors.forms.suits import suits
from models.blocks import Answer

_SEVERAL, _MOSTLY, _SOME = 2, 0.5, 0.3
"""Texts of one style that ask, and their part of all in it, from which all may be labels; less if they are smaller."""
_PAIRS = 2
"""Labels of a region at the least: one alone tells too little."""
_BETWEEN = 2
"""Texts of one style, each between two labels, from which it is that of answers."""
_EDGE = 4.0
"""Points by which left edges in one column differ at most."""
_LONGEST_LABEL, _LONGEST_ANSWER = 90, 240
_NEARER = 1.3
"""White on a label's one side against that on its other, from which it goes with what stands nearer."""
_LEAST = 0.5
"""Points: where lines reach into each other, their white is taken to be so much."""
_FAR = 2.5
"""White between what belongs together, in type sizes, at most."""
_OVER = 0.8
"""The same for a bold heading that is an answer: a section's title stands further from its first label."""
_WHITE, _ENDS, _SUITS = 2, 1, 2
"""How much each kind of evidence weighs."""
_SENTENCE = re.compile(r"[.!;]$")

Side = Literal["above", "below", "unsure"]


@dataclass(frozen=True)
class _Column:
    """Labels and what stands between them, from the top down."""

    texts: tuple[Entry, ...]
    labels: tuple[int, ...]
    """Their places among the texts."""

    @property
    def answers(self) -> list[Entry]:
        """What is no label."""
        return [text for at, text in enumerate(self.texts) if at not in self.labels]

    @property
    def is_by_turns(self) -> bool:
        """True where no two answers follow each other."""
        return all(one in self.labels or one + 1 in self.labels for one in range(len(self.texts) - 1))

    def beside(self, at: int, step: int) -> Entry | None:
        """What is no label and stands next to a label, above it or below it."""
        other = at + step
        return self.texts[other] if 0 <= other < len(self.texts) and other not in self.labels else None

    def white(self, at: int, step: int) -> float | None:
        """The white between a label and the answer next to it on its page, or between their boxes."""
        label, other = self.texts[at], self.beside(at, step)
        if other is None or other.places[-1 if step < 0 else 0].page != label.place.page:
            return None
        if label.frame is not None and label.frame == other.frame:
            return _LEAST
        one, two = (other, label) if step < 0 else (label, other)
        return max(_LEAST, (two.frame or two.place).top - (one.frame or one.places[-1]).bottom)


def with_answers_above(flow: Sequence[Item]) -> list[Item]:
    """The flow with each label of such a region and what stands above it as an answer.

    Where a region's evidence is at odds with itself, none of its labels has an answer: one step off, all are wrong.
    Answers below their labels that look like headings are told to answer.
    """
    told: dict[int, Item] = {}
    taken: set[int] = set()
    texts = [item for item in flow if isinstance(item, Entry)]
    for looks in _looks(flow):
        for columns in _regions(flow, looks):
            if _stand_beside(columns, texts):
                continue
            side = _side(columns)
            if side == "above":
                told |= {id(text): replace(text, told="answers") for text in _headings_below(columns)}
                continue
            for label, values in chain.from_iterable(map(_pairs, columns)):
                told[id(label)] = _answer(label, values if side == "below" else [])
                taken |= {id(value) for value in values}
    return [told.get(id(item), item) for item in flow if id(item) not in taken]


def _headings_below(columns: Sequence[_Column]) -> list[Entry]:
    """What stands below the labels, nearer than above them, and is a heading to the layout."""
    if _by_white(columns) >= 0:
        return []
    below = [column.beside(at, 1) for column in columns for at in column.labels]
    return [text for text in below if text is not None and text.heading]


def _looks(flow: Sequence[Item]) -> Iterator["_Looks"]:
    """The styles in which many texts ask by their words, each as that of labels alone and as that of answers too."""
    texts = [item for item in flow if isinstance(item, Entry) and item.marker is None]
    for style in dict.fromkeys(text.style for text in texts if text.asks):
        own = [text for text in texts if text.style == style]
        if sum(text.asks or is_to_be_signed(text.text) for text in own) >= max(_SEVERAL, _SOME * len(own)):
            between = Counter(text.style for one, text, other in _threes(texts) if one.style == other.style == style)
            answers = frozenset(said for said, n in between.items() if n >= _BETWEEN and said != style)
            yield _Looks(style, answers, answers_too=False)
            yield _Looks(style, answers, answers_too=True)


def _threes(texts: Sequence[Entry]) -> Iterator[tuple[Entry, Entry, Entry]]:
    return zip(texts, texts[1:], texts[2:], strict=False)


def _may_label(text: Entry) -> bool:
    return len(text.text) < _LONGEST_LABEL and not _SENTENCE.search(text.text)


@dataclass(frozen=True)
class _Looks:
    """How labels are told: by their style, or by their words where answers are set in it as well."""

    style: Style
    between: frozenset[Style]
    """The styles that stand between two labels: a short answer in a colour of its own looks like a heading."""
    answers_too: bool

    def is_label(self, text: Entry) -> bool:
        return text.style == self.style and (not self.answers_too or text.asks or text.text.endswith(":"))

    def may_stand_in(self, text: Entry, run: Sequence[Entry]) -> bool:
        """True for a label, and for a few words in the one style of the run's answers, which may answer one."""
        if text.marker is not None or text.told:
            return False
        if self.is_label(text):
            return _may_label(text)
        said = next((other.style for other in run if not self.is_label(other)), text.style)
        fits = text.style == self.style if self.answers_too else text.style == said
        heads = text.heading and text.style not in self.between
        return fits and not (text.asks or heads) and len(text.text) < _LONGEST_ANSWER


def _regions(flow: Sequence[Item], looks: _Looks) -> Iterator[list[_Column]]:
    """The columns of each run of labels of one style with texts of one style between them."""
    run: list[Entry] = []
    for item in [*flow, None]:
        if isinstance(item, Entry) and looks.may_stand_in(item, run):
            run.append(item)
            continue
        yield from _region(run, looks)
        run = [item] if isinstance(item, Entry) and looks.may_stand_in(item, []) else []


def _region(run: Sequence[Entry], looks: _Looks) -> Iterator[list[_Column]]:
    """The run's columns, where it has several labels and an answer, and its labels ask or are smaller.

    Words below a line are never set stronger than what is written on it. Where words alone tell labels, two answers
    in a row may be a label and its answer. Bold headings over a few of many labels are their sections' titles.
    """
    columns = [column for texts in _by_edge(run) if (column := _column(texts, looks)) is not None]
    own = [column.texts[at] for column in columns for at in column.labels]
    said = [text for column in columns for text in column.answers]
    labels = looks.style
    stronger = any(text.size < labels.size - SMALLER or text.bold < labels.bold for text in said)
    asking = sum(text.asks or text.text.endswith(":") for text in own)
    told = looks.answers_too <= all(column.is_by_turns for column in columns)
    if (
        len(own) >= _PAIRS
        and said
        and told
        and not (stronger or _are_titles(columns))
        and (_are_smaller(columns) or asking >= _MOSTLY * len(own))
    ):
        yield columns


def _are_titles(columns: Sequence[_Column]) -> bool:
    """True where bold headings stand over a few of the labels, or not right over them."""
    labels = [(column, at) for column in columns for at in column.labels]
    said = [text for column in columns for text in column.answers]
    above = [white for column, at in labels if (white := column.white(at, -1)) is not None]
    few = len(said) < _MOSTLY * len(labels)
    far = bool(above) and median(above) > _OVER * columns[0].texts[columns[0].labels[0]].size
    return all(text.heading and text.bold for text in said) and (few or far)


def _are_smaller(columns: Sequence[_Column]) -> bool:
    """True for labels smaller than their answers."""
    size = max(column.texts[at].size for column in columns for at in column.labels)
    return any(text.size > size + SMALLER for column in columns for text in column.answers)


def _stand_beside(columns: Sequence[_Column], texts: Sequence[Entry]) -> bool:
    """True where half of what stands in the columns has something else to the right of it on its row."""
    own = [text for column in columns for text in column.texts]
    held = {id(text) for text in own}
    others = [text for text in texts if id(text) not in held]
    beside = sum(any(is_beside(text.place, other.place) for other in others) for text in own)
    return beside >= _MOSTLY * len(own)


def _by_edge(run: Sequence[Entry]) -> list[list[Entry]]:
    """The texts in columns by their left edges, each from the top down; a column goes on overleaf."""
    columns: list[list[Entry]] = []
    for text in sorted(run, key=lambda entry: (entry.place.page, entry.place.top)):
        column = next((c for c in columns if abs(c[0].place.x0 - text.place.x0) <= _EDGE), None)
        if column is None:
            columns.append([text])
        else:
            column.append(text)
    return columns


def _column(texts: Sequence[Entry], looks: _Looks) -> _Column | None:
    """The texts from the one right above the first label on."""
    at = [n for n, text in enumerate(texts) if looks.is_label(text)]
    if not at:
        return None
    begin = max(0, at[0] - 1)
    return _Column(tuple(texts[begin:]), tuple(n - begin for n in at))


def _side(columns: Sequence[_Column]) -> Side:
    """Where the labels stand, to their answers: below or above; unsure where that cannot be told.

    Labels that are no smaller than their answers stand above them, unless more than a column's ends tells otherwise.
    """
    white = _by_white(columns)
    score = white + _by_ends(columns) + _by_what_suits(columns)
    if score >= _WHITE:
        return "below"
    return "unsure" if score > 0 and (white or _are_smaller(columns)) else "above"


def _by_white(columns: Sequence[_Column]) -> int:
    """Which side is nearer on the whole; where most labels have an answer on one side alone, that one."""
    above = [white for c in columns for at in c.labels if (white := c.white(at, -1)) is not None]
    below = [white for c in columns for at in c.labels if (white := c.white(at, 1)) is not None]
    if not above or not below:
        many = max(len(above), len(below)) >= _MOSTLY * sum(len(column.labels) for column in columns)
        return _WHITE * (bool(above) - bool(below)) if many else 0
    up, down = median(above), median(below)
    return _WHITE * ((down > _NEARER * up) - (up > _NEARER * down))


def _by_ends(columns: Sequence[_Column]) -> int:
    """An answer before any label has its label below it, and one after all of them above it."""
    first = sum(0 not in column.labels for column in columns)
    last = sum(len(column.texts) - 1 not in column.labels for column in columns)
    return _ENDS * ((first > last) - (last > first))


def _by_what_suits(columns: Sequence[_Column]) -> int:
    """Whether answers of a known make, such as organisation numbers, stand above or below the labels that ask them."""
    sides = {-1: 0, 1: 0}
    for column, at in ((each, n) for each in columns for n in each.labels):
        label = label_of(column.texts[at].text)
        for step in sides:
            other = column.beside(at, step)
            told = suits(label, other.text) if other is not None else None
            sides[step] += 0 if told is None else 1 if told else -1
    return _SUITS * ((sides[-1] > sides[1]) - (sides[1] > sides[-1]))


def _pairs(column: _Column) -> Iterator[tuple[Entry, list[Entry]]]:
    """Each label with what stands between the label above it and it; what stands far above is not its."""
    values: list[Entry] = []
    for at, text in enumerate(column.texts):
        if at not in column.labels:
            values.append(text)
            continue
        white = column.white(at, -1)
        yield text, values if white is None or white < _FAR * text.size else []
        values = []


def _answer(label: Entry, values: Sequence[Entry]) -> Answer:
    places = (*label.places, *(place for value in values for place in value.places))
    said = " ".join(value.text for value in values) or None
    return Answer(label=label.text, value=said, text=label.text, places=places)
