"""How a form tells its questions from their answers: in bold, in smaller type, or by their column alone."""

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.forms.choices import EMPTY, TICKED
from extractors.forms.questions import asks, is_letterheads, is_number_alone, split_number
from models.blocks import Answer, Block, Heading, ListItem, Note, Table
from models.place import Place, join_places

_ENOUGH = 3
"""Questions in one style from which it is taken for the form's own."""
_SOME = 2
_SAME_SIZE = 0.35
_SAME_ROW = 3.0
"""Points by which the tops of two texts on one row differ at most."""
_TICKS = TICKED | EMPTY


@dataclass(frozen=True)
class Style:
    """The type of a text: what a reader of the page sees without reading it."""

    size: float
    bold: bool

    def __contains__(self, entry: "Entry") -> bool:
        return entry.bold == self.bold and abs(entry.size - self.size) < _SAME_SIZE


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

    @property
    def place(self) -> Place:
        return self.places[0]

    @property
    def style(self) -> Style:
        return Style(self.size, self.bold)


def entries(blocks: Sequence[Block]) -> list[Entry | Table | Answer]:
    """The flow's texts in order, each question's number joined to it where that stands in a column of its own."""
    flow: list[Entry | Table | Answer] = []
    for item in _texts(blocks):
        before = flow[-1] if flow else None
        if (
            isinstance(item, Entry)
            and isinstance(before, Entry)
            and is_number_alone(before.text)
            and before.bold == item.bold
            and on_one_row(before.place, item.place)
            and before.place.x1 <= item.place.x0
        ):
            places = join_places(before.places, item.places)
            flow[-1] = replace(item, text=f"{before.text} {item.text}", places=places)
        else:
            flow.append(item)
    return flow


def _texts(blocks: Sequence[Block]) -> Iterator[Entry | Table | Answer]:
    for block in blocks:
        if isinstance(block, Note):
            continue
        if isinstance(block, Table | Answer):
            yield block
            continue
        text, marker = block.text.strip(), block.marker if isinstance(block, ListItem) else None
        if marker is not None and marker not in _TICKS and split_number(f"{marker} {text}")[0] is not None:
            text, marker = f"{marker} {text}", None
        if text:
            heading = isinstance(block, Heading)
            yield Entry(text, block.places, block.size, block.bold, block.framed, heading, marker)


def on_one_row(one: Place, other: Place) -> bool:
    """True where two texts begin at one height of a page."""
    return one.page == other.page and abs(one.top - other.top) <= _SAME_ROW


def question_styles(flow: Sequence[Entry | Table | Answer]) -> list[Style]:
    """The style that most texts have which only a form asks; empty where they are too few to tell.

    A form can print who fills it in otherwise than its questions: then a second style follows, small and light.
    """
    asked = [entry for entry in flow if isinstance(entry, Entry) and entry.marker is None and asks(entry.text)]
    distinct = {((round(entry.size * 2) / 2, entry.bold), entry.text.strip(":")) for entry in asked}
    counts = Counter(style for style, _ in distinct)
    styles: list[Style] = []
    for (size, bold), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        own = [text for style, text in distinct if style == (size, bold)]
        if count >= _ENOUGH and not all(is_letterheads(text) for text in own):
            sizes = Counter(e.size for e in asked if e.bold == bold and round(e.size * 2) / 2 == size)
            styles.append(Style(sizes.most_common(1)[0][0], bold))
    for style in styles[1:]:
        if _is_small(style, styles[0]):
            return [styles[0], style]
        if _is_small(styles[0], style):
            return [style, styles[0]]
    return styles[:1]


def _is_small(one: Style, beside: Style) -> bool:
    return not one.bold and one.size < beside.size - _SAME_SIZE


def answer_style(flow: Sequence[Entry | Table | Answer], questions: Style) -> Style | None:
    """The style that most texts have which stand right after a question; None where it is the questions' own."""
    texts = [entry for entry in flow if isinstance(entry, Entry)]
    asked = [entry for entry in texts if entry in questions and asks(entry.text)]
    beside = [
        e for e in texts if e in questions and e not in asked and any(_is_beside(q.place, e.place) for q in asked)
    ]
    counts: Counter[Style] = Counter()
    for before, entry in itertools.pairwise(flow):
        if isinstance(before, Entry) and isinstance(entry, Entry) and before in questions and entry not in questions:
            counts[Style(round(entry.size * 2) / 2, entry.bold)] += 1 if questions.bold or not entry.bold else 0
    best = max(counts, key=lambda style: (counts[style], style.size)) if counts else None
    return None if best is None or len(beside) >= max(_SOME, counts[best]) else best


def _is_beside(question: Place, other: Place) -> bool:
    return on_one_row(question, other) and other.x0 > question.x1
