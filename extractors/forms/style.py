"""A form's texts as they stand on the page, and the styles in which it prints its questions."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.forms.choices import EMPTY, TICKED
from extractors.forms.questions import asks, is_letterheads, is_number_alone, split_number
from models.blocks import Answer, Block, Heading, ListItem, Note, Table
from models.place import Place, join_places

_SOME = 2
_TELLING = 0.4
"""Part of the texts of one style that ask something, from which the style itself tells a question."""
_SAME_SIZE = 0.35
_SAME_ROW = 3.0
"""Points by which the tops of two texts on one row differ at most."""
TICKS = TICKED | EMPTY


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
        return Style(round(self.size * 2) / 2, self.bold)

    @property
    def asks(self) -> bool:
        """True where the words alone are a form's question."""
        return self.marker is None and asks(self.text)


Item = Entry | Table | Answer


def entries(blocks: Sequence[Block]) -> list[Item]:
    """The flow's texts in order, each question's number joined to it where that stands in a column of its own."""
    flow: list[Item] = []
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


def _texts(blocks: Sequence[Block]) -> Iterator[Item]:
    for block in blocks:
        if isinstance(block, Note):
            if block.note == "running_head" and block.text.rstrip().endswith((":", "?")):
                # A question that stands first on several pages looks like a running head.
                yield Entry(block.text.strip(), block.places, block.size, block.bold, framed=False, heading=False)
            continue
        if isinstance(block, Table | Answer):
            yield block
            continue
        text, marker = block.text.strip(), block.marker if isinstance(block, ListItem) else None
        if marker is not None and marker not in TICKS and split_number(f"{marker} {text}")[0] is not None:
            text, marker = f"{marker} {text}", None
        if text:
            heading = isinstance(block, Heading)
            yield Entry(text, block.places, block.size, block.bold, block.framed, heading, marker)


def on_one_row(one: Place, other: Place) -> bool:
    """True where two texts begin at one height of a page."""
    return one.page == other.page and abs(one.top - other.top) <= _SAME_ROW


def is_beside(question: Place, other: Place) -> bool:
    """True for what begins at the question's height, to the right of it."""
    return on_one_row(question, other) and other.x0 > question.x1


def question_styles(flow: Sequence[Item]) -> list[Style]:
    """The styles that tell a question by themselves: much of what is set in them asks what only a form asks.

    A form often has two, one for its questions and a smaller one for who fills it in. A style in which answers
    stand beside their questions as well tells nothing.
    """
    texts = [item for item in flow if isinstance(item, Entry) and item.marker is None]
    found: list[tuple[int, Style]] = []
    for style in {entry.style for entry in texts if entry.asks}:
        own = [entry for entry in texts if entry.style == style]
        asked = {entry.text.strip(":") for entry in own if entry.asks}
        if len(asked) < _SOME or all(is_letterheads(text) for text in asked):
            continue
        numbered = {e.text for e in own if split_number(e.text)[0] is not None and e.text not in asked}
        others = {e.text for e in own if not (e.asks or e.text.endswith(":") or e.text in numbered)}
        if len(asked | numbered) >= _TELLING * (len(asked | numbered) + len(others)) and not _has_answers_beside(own):
            found.append((len(asked), style))
    return [style for _, style in sorted(found, key=lambda one: (-one[0], one[1].size, one[1].bold))]


def _has_answers_beside(own: Sequence[Entry]) -> bool:
    asked = [entry for entry in own if entry.asks]
    beside = [e for e in own if not e.asks and any(is_beside(question.place, e.place) for question in asked)]
    return len(beside) >= max(_SOME, 0.5 * len(asked))


def label_columns(flow: Sequence[Item]) -> set[int]:
    """Left edges, in whole points, at which several questions begin that have an answer beside them."""
    texts = [item for item in flow if isinstance(item, Entry)]
    asked = [e for e in texts if e.asks and any(is_beside(e.place, other.place) for other in texts)]
    counts = Counter(round(entry.place.x0) for entry in asked)
    return {x0 for x0, count in counts.items() if count >= _SOME}
