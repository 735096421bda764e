"""A form's words to whoever fills it in, told by their type: `Hela kronor. Har inget förbrukats skrivs noll.`

They are set in a type of their own (smaller, paler, in italics), in sentences, and stand wherever the form puts them:
under the label, above or below the answer, behind the label on its line, in a column of their own. Read in place they
run into the next label, or look like the answer. A style in which a figure or a name stands alone is that of answers;
so is one that all there is of an answer is set in.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from extractors.forms.questions import asks, instructs, is_number_alone, split_number
from extractors.numbers.money import parse_number
from extractors.pages.geometry import Word
from extractors.pages.page_words import TICKS
from extractors.plain import once
from extractors.text.lines import Line, segments

_APART = 1.0
"""White wider than this share of the type size parts a label from what stands beside it."""
_LARGER = 0.45
"""Points of type by which a title is larger than questions and answers."""
_NEXT_LINE = 0.75
"""White between two lines of one text, in type sizes, at most."""
_NEAR = 2.0
"""White between instructions and what they belong to, in type sizes, at most."""
_SAME_ROW = 3.0
_EDGE = 6.0
_SEVERAL = 2
_OF_THE_MOST = 0.25
"""A style asks where so many texts of it do, as a share of the style with the most."""
_MOSTLY = 0.8
"""Part of a style's texts that explain, at the least: among answers there are figures and names."""
_ANSWERED = 0.5
"""Part of them whose question has something else for an answer, at the least."""
_PALER = 25.0
"""By how much, of 255, what is set back is paler."""
_MOST_OF_IT = 0.5
"""Part of a document's letters."""
_LONGEST = 320
_COLOUR = re.compile(r"(\d{1,3}) (\d{1,3}) (\d{1,3})(?: \d{1,3})?")
"""Red, green, blue and opacity."""
_COLOURS_KEPT = 1000
"""Colours whose paleness is known by heart: a file has a handful of them, and thousands of words."""


class Type(NamedTuple):
    """What letters look like; paleness is 0 for black, 255 for white."""

    size: float
    bold: bool
    italic: bool
    paleness: float

    @classmethod
    def of(cls, word: Word) -> "Type":
        return cls(round(word.size * 2) / 2, word.bold, word.italic, _paleness(word.color))


@lru_cache(_COLOURS_KEPT)
def _paleness(color: str) -> float:
    parts = _COLOUR.fullmatch(color)
    return sum(int(part) for part in parts.groups()) / 3 if parts is not None else 0.0


@dataclass(frozen=True, eq=False)
class _Text:
    """Lines of one type that stand one below another; `page` counts from 0."""

    page: int
    type: Type
    lines: tuple[tuple[Word, ...], ...]
    left: float
    """Where its lines may begin: it can stand behind other type on its first."""
    numbered: bool = False
    """A question's number stands before it, in a column of its own."""

    @once
    def words(self) -> list[Word]:
        return [word for line in self.lines for word in line]

    @once
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @once
    def x0(self) -> float:
        return min(line[0].x0 for line in self.lines)

    @once
    def x1(self) -> float:
        return max(line[-1].x1 for line in self.lines)

    @once
    def top(self) -> float:
        return min(word.top for word in self.lines[0])

    @once
    def bottom(self) -> float:
        return max(word.bottom for word in self.lines[-1])

    @once
    def asks(self) -> bool:
        number, words = split_number(self.text)
        return asks(self.text) or number is not None or (self.numbered and any(c.isalpha() for c in words))

    @once
    def explains(self) -> bool:
        """True for sentences and for words in brackets; a figure, a name or an option alone is none of these."""
        text = self.text
        whole = text.endswith((".", ".)", ")", "!")) or text.startswith("(") or instructs(text)
        return whole and len(text.split()) > 1 and len(text) <= _LONGEST and parse_number(text) is None

    def goes_on_in(self, line: Sequence[Word]) -> bool:
        """True where the line below, which is of the same type, is of this text too."""
        white = min(word.top for word in line) - self.bottom
        if not -_SAME_ROW < white < _NEXT_LINE * self.type.size or line[0].x0 > self.x1 or line[-1].x1 < self.left:
            return False
        words = " ".join(word.text for word in line)
        return self.text[-1] not in ":?" and split_number(words)[0] is None and not is_number_alone(words.split()[0])


def instructions_in(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Page by page the lines, or ends of lines, that instruct; `pages` are all printed lines, those in cells too."""
    texts = [text for page, lines in enumerate(pages) for text in _texts(page, lines)]
    asking = Counter(text.type for text in texts if text.asks)
    most = max(asking.values(), default=0)
    labels = [kind for kind, n in asking.items() if n >= max(_SEVERAL, _OF_THE_MOST * most)]
    if not labels:
        return [[] for _ in pages]
    main = max(labels, key=lambda kind: (asking[kind], kind.size))
    others = Counter(text.type for text in texts if text.type not in labels)
    largest = max(main.size, others.most_common(1)[0][0].size if others else 0.0)
    found: list[_Text] = []
    for kind in sorted({text.type for text in texts} - set(labels), key=lambda t: (t.size, t.bold, t.italic)):
        if kind.bold <= main.bold and kind.size < largest + _LARGER and not _is_running_text(kind, main, texts):
            found += _instructing(kind, [text for text in texts if text not in found], labels)
    return [[Line(line) for text in found if text.page == page for line in text.lines] for page in range(len(pages))]


def _is_running_text(kind: Type, main: Type, texts: Sequence[_Text]) -> bool:
    """True for what most of the document is set in, no smaller and no paler than its labels: it is no aside."""
    set_back = kind.italic or kind.size < main.size - _LARGER or kind.paleness > main.paleness + _PALER
    own = sum(len(text.text) for text in texts if text.type == kind)
    return not set_back and own > _MOST_OF_IT * sum(len(text.text) for text in texts)


def _texts(page: int, lines: Sequence[Line]) -> list[_Text]:
    """The page's texts from the top, each of one type."""
    done: list[_Text] = []
    of_type: dict[Type, list[int]] = defaultdict(list)
    for line in sorted(lines, key=lambda x: (x.top, x.x0)):
        for new in _pieces(page, line):
            (words,) = new.lines
            before = of_type[new.type]
            above = None if new.numbered else next((i for i in reversed(before) if done[i].goes_on_in(words)), None)
            if above is not None:
                done[above] = replace(done[above], lines=(*done[above].lines, words))
            else:
                before.append(len(done))
                done.append(new)
    return done


def _pieces(page: int, line: Line) -> Iterator[_Text]:
    """The line's stretches of one type; tick boxes and a question's number alone are none."""
    numbered = False
    for part in segments(line, _APART * line.size):
        words = [word for word in part.words if word.text not in TICKS]
        if words and is_number_alone(" ".join(word.text for word in words)) and part.words[0] is line.words[0]:
            numbered = True
            continue
        for kind, run in groupby(words, key=Type.of):
            yield _Text(page, kind, (tuple(run),), words[0].x0, numbered)
            numbered = False


def _instructing(kind: Type, texts: Sequence[_Text], labels: Sequence[Type]) -> list[_Text]:
    """The texts of this type that stand at a question, where they explain and something else answers.

    In a type that some answers are set in as well only those are meant that do not answer themselves.
    """
    if sum(text.explains for text in texts if text.type == kind) < _SEVERAL:
        return []
    own: list[_Text] = []
    answered: list[_Text] = []
    for page in sorted({text.page for text in texts if text.type == kind}):
        on_page = [text for text in texts if text.page == page]
        asked = [text for text in on_page if text.asks and (text.type in labels or asks(text.text))]
        for text in (t for t in on_page if t.type == kind and t not in asked and _is_near(t, on_page)):
            if _heads_column(text, on_page) or _is_beside_figure(text, on_page):
                continue
            own.append(text)
            label = _label_of(text, asked)
            if label is not None and _has_other(label, asked, on_page, {kind, *labels}):
                answered.append(text)
    explaining = [text for text in own if text.explains]
    if len(own) < _SEVERAL or len(explaining) < _MOSTLY * len(own) or len(answered) < _ANSWERED * len(own):
        return []
    asking = [text for text in texts if text.type == kind and text.asks and _is_under_label(text, texts, labels)]
    if len(explaining) == len(own) and len(answered) >= _MOSTLY * len(own):
        return [*own, *asking]
    return [*asking, *(text for text in own if text in answered or instructs(text.text))]


def _is_under_label(text: _Text, texts: Sequence[_Text], labels: Sequence[Type]) -> bool:
    """True for words right below a larger label: where others of their type instruct, they say what it asks for."""
    return any(
        label.type in labels
        and label.page == text.page
        and label.type.size > text.type.size + _LARGER
        and abs(label.x0 - text.x0) <= _EDGE
        and -_SAME_ROW <= text.top - label.bottom < _NEXT_LINE * text.type.size
        for label in texts
    )


def _is_near(text: _Text, others: Sequence[_Text]) -> bool:
    """True where something stands right above, below or beside: a page's foot stands by itself."""
    near = _NEAR * text.type.size
    for other in others:
        if other.type == text.type:
            continue
        above, below = text.top - other.bottom, other.top - text.bottom
        shares = other.x0 < text.x1 and other.x1 > text.x0
        if abs(other.top - text.top) <= _SAME_ROW or (shares and -_SAME_ROW <= max(above, below) <= near):
            return True
    return False


def _is_beside_figure(text: _Text, others: Sequence[_Text]) -> bool:
    """True where the text and one beside it, both of one type, are a label and a figure alone: a table's row."""
    same = (other for other in others if other.type == text.type and other is not text)
    return any(_labels(text, other) or _labels(other, text) for other in same)


def _labels(text: _Text, figure: _Text) -> bool:
    level = text.top - _SAME_ROW <= figure.top and figure.bottom <= text.bottom + _SAME_ROW
    return level and figure.x0 >= text.x1 and parse_number(figure.text) is not None


def _heads_column(text: _Text, others: Sequence[_Text]) -> bool:
    """True for words, be it with a unit in brackets, beside others of their type that are no sentences: heads."""
    return _is_label(text) and any(
        other is not text
        and other.type == text.type
        and abs(other.top - text.top) <= _SAME_ROW
        and _is_label(other)
        and not other.asks
        for other in others
    )


def _is_label(text: _Text) -> bool:
    """True for words that are no sentence, and not all in brackets; a unit in brackets may end them."""
    return not (text.text.endswith((".", ".)", "!")) or text.text.startswith("(") or instructs(text.text))


def _label_of(text: _Text, asked: Sequence[_Text]) -> _Text | None:
    """The question that it belongs to: the nearest that begins no lower, at its left edge or before it."""
    above = [a for a in asked if a.top <= text.top + _SAME_ROW and a.x0 <= text.x0 + _EDGE]
    below = [a for a in asked if 0 <= a.top - text.bottom + _SAME_ROW <= _NEAR * text.type.size]
    return max(above, key=lambda a: (a.top, a.x0), default=None) or next(iter(below), None)


def _has_other(label: _Text, asked: Sequence[_Text], texts: Sequence[_Text], kinds: set[Type]) -> bool:
    """True where something in another type stands between the question and the next one below it, or what is set so.

    Below bold questions what is bold heads a section; what stands by itself, as a page's number does, answers nothing.
    """
    heads = [*asked, *(text for text in texts if text.type == label.type)]
    below = min((a.top for a in heads if a.top > label.bottom - _SAME_ROW), default=float("inf"))
    right = min((a.x0 for a in asked if a.x0 > label.x1 and abs(a.top - label.top) <= _SAME_ROW), default=float("inf"))
    return any(
        text.type not in kinds
        and not (label.type.bold and text.type.bold)
        and label.top - _SAME_ROW <= text.top < below - _SAME_ROW
        and label.x0 - _EDGE <= text.x0 < right
        and _is_near(text, texts)
        for text in texts
    )
