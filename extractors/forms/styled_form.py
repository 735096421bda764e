"""Forms whose questions are set apart by their style, each with its answer under it or beside it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extractors.forms.choices import Line, answers_under, is_option, options_in, single_choice
from extractors.forms.questions import asks, split_number
from extractors.forms.style import Entry, Style, answer_style, on_one_row
from models.blocks import Answer, Table
from models.place import Place, join_places

_INDENT = 40.0
"""Points by which an answer under its question is set in at most; one beside it stands further to the right."""
_OUTDENT = 14.0
"""A survey's Ja or Nej can stand this far to the left of its option."""
_ALIGNED = 4.0
_SMALLER = 0.45
"""Points of type by which a hint is smaller than an answer."""
_CLOSE = 0.62
"""White under a question, in its type sizes, below which the next line is the question's hint."""
_FAR = 60.0
"""An answer begins at most this many points below its question or its own last line."""
_SHORT = 120
_INLINE = re.compile(r"^(?P<label>[^:?.]{3,90}):\s+(?P<value>\S.{0,160})$")
_FILE = re.compile(r"^[\d\s]+\s?(?:kb|mb)\s*\(", re.IGNORECASE)


@dataclass
class Asked:
    """A question with the lines that answer it; section is the heading that it stands under."""

    entry: Entry
    section: str | None
    lines: list[Entry] = field(default_factory=list)
    captions: bool = False
    """A table follows that it heads."""

    @property
    def reach(self) -> Place:
        """The lowest thing of it so far."""
        return self.lines[-1].places[-1] if self.lines else self.entry.places[-1]


@dataclass(frozen=True)
class Inline:
    """A label with its answer on one line: `Dnr: 4471/2025`."""

    label: str
    value: str
    entry: Entry


Read = Asked | Inline | Table | Answer


class StyledForm:
    """Reads a form's flow whose questions have one of `styles`, most of them the first."""

    def __init__(self, flow: Sequence[Entry | Table | Answer], styles: Sequence[Style]) -> None:
        self.flow = flow
        self.styles = styles
        questions = styles[0]
        answers = answer_style(flow, questions)
        plain = answers is None or (answers.bold == questions.bold and abs(answers.size - questions.size) < _SMALLER)
        self.answers = questions if answers is None or plain else answers
        self.by_column = plain
        asked = [e for e in flow if isinstance(e, Entry) and e in questions and e.marker is None and asks(e.text)]
        self.column = Counter(round(e.place.x0) for e in asked).most_common(1)[0][0]
        self.numbered = sum(1 for e in asked if split_number(e.text)[0]) > 0.5 * len(asked)
        first = flow.index(asked[0])
        framed = [e for e in flow[first:] if isinstance(e, Entry) and e.framed and not e.heading and e not in questions]
        self.boxed = bool(framed) and sum(1 for e in asked if e.framed) < 0.5 * len(asked)
        if self.boxed:
            sizes = Counter((round(e.size * 2) / 2, e.bold) for e in framed)
            self.answers = Style(*sizes.most_common(1)[0][0])

    def read(self) -> list[tuple[Read, str | None]]:
        """Questions, form tables and answers in order, each with its section."""
        found: list[tuple[Read, str | None]] = []
        self.open: list[Asked] = []
        section: str | None = None
        begun = False
        for at, item in enumerate(self.flow):
            if not isinstance(item, Entry):
                if isinstance(item, Table) and self.open and not self.open[-1].lines:
                    self.open[-1].captions = True
                self.open = []
                begun = True
                found.append((item, section))
                continue
            begun = begun or (self._has_style(item) and asks(item.text))
            if self.open and self._ends_label(item):
                self.open[-1].entry = replace(
                    self.open[-1].entry,
                    text=f"{self.open[-1].entry.text} {item.text}",
                    places=join_places(self.open[-1].entry.places, item.places),
                )
                continue
            if begun and self._has_style(item) and (inline := _INLINE.match(item.text)) and asks(inline["label"]):
                found.append((Inline(inline["label"], inline["value"], item), section))
            elif begun and (self._is_question(at, item) or self._is_boxs_label(item)):
                asked = Asked(item, section)
                self.open.append(asked)
                found.append((asked, section))
            elif self._is_section(item):
                section = item.text
                self.open = []
            elif (owner := self._owner(item)) is not None:
                owner.lines.append(item)
        for style in self.styles:
            self._drop_outdented([item for item, _ in found if isinstance(item, Asked) and item.entry in style])
        return found

    def _has_style(self, entry: Entry) -> bool:
        return any(entry in style for style in self.styles)

    def _is_question(self, at: int, entry: Entry) -> bool:
        if not self._has_style(entry) or entry.marker is not None:
            return False
        if asks(entry.text):
            return True
        if self.by_column:
            return abs(entry.place.x0 - self.column) < _ALIGNED and self._has_neighbour(at, entry)
        last = self.open[-1] if self.open else None
        is_hint = (
            last is not None
            and not last.lines
            and last.entry.place.page == entry.place.page
            and abs(last.entry.place.x0 - entry.place.x0) < _ALIGNED
            and 0 <= entry.place.top - last.entry.places[-1].bottom < _CLOSE * entry.size
        )
        return not is_hint and any(c.isalpha() for c in entry.text)

    def _ends_label(self, entry: Entry) -> bool:
        """True for the last words of a question that is printed on several lines, each a text of its own."""
        last = self.open[-1]
        own, place = last.entry.places[-1], entry.place
        return (
            entry.text[0].islower()
            and entry.text.endswith("?")
            and not last.entry.text.endswith("?")
            and entry.style == last.entry.style
            and place.page == own.page
            and abs(place.x0 - own.x0) < _ALIGNED
        )

    def _is_boxs_label(self, entry: Entry) -> bool:
        """In a form with boxes, what ends in a colon outside them asks for what stands in the next one."""
        return self.boxed and not entry.framed and entry.text.endswith(":") and len(entry.text) < _SHORT

    def _has_neighbour(self, at: int, entry: Entry) -> bool:
        """True where something stands beside it, to the right."""
        return any(
            isinstance(other, Entry) and on_one_row(entry.place, other.place) and other.place.x0 > entry.place.x1
            for other in self.flow[at + 1 :]
        )

    def _is_section(self, entry: Entry) -> bool:
        """A heading that is neither question nor answer in its look."""
        if not entry.heading or entry in self.answers:
            return False
        return entry.bold or entry.size > self.answers.size + _SMALLER

    def _owner(self, entry: Entry) -> Asked | None:
        """The question that a text answers: the nearest one above it in its column, else the one to its left."""
        place = entry.place
        above = [asked for asked in self.open if self._is_above(asked, place)]
        if above:
            return above[-1]
        beside = [
            asked
            for asked in self.open
            if asked.entry.place.page == place.page
            and asked.entry.place.x1 <= place.x0 + 1
            and asked.entry.place.top <= place.top + _ALIGNED
            and (on_one_row(asked.entry.place, place) or self._goes_on(asked, place))
        ]
        return max(beside, key=lambda asked: (asked.entry.place.top, asked.entry.place.x0)) if beside else None

    def _goes_on(self, asked: Asked, place: Place) -> bool:
        """True below what stands beside the question already, or where its label runs over several lines."""
        if asked.lines:
            return abs(asked.lines[-1].place.x0 - place.x0) < _ALIGNED
        return place.top < asked.entry.place.bottom

    def _is_above(self, asked: Asked, place: Place) -> bool:
        own, reach = asked.entry.place, asked.reach
        if not -_OUTDENT <= place.x0 - own.x0 <= _INDENT or (place.x0 < own.x0 - _ALIGNED and not asked.lines):
            return False
        if reach.page == place.page:
            return own.top < place.top and place.top - reach.bottom < _FAR
        return place.page == reach.page + 1 and asked is self.open[-1]

    def _drop_outdented(self, asked: Sequence[Asked]) -> None:
        """Where answers are set in, what begins at the question's own edge is none, save an option."""
        steps = [a.lines[0].place.x0 - a.entry.place.x0 for a in asked if a.lines]
        below = [step for step in steps if step <= _INDENT]
        if sum(1 for step in below if step >= _ALIGNED) <= 0.5 * len(below):
            return
        for one in asked:
            edge = one.entry.place.x0 + _ALIGNED
            one.lines = [e for e in one.lines if e.place.x0 >= edge or is_option(Line(e.text, e.marker))]

    def answer_of(self, asked: Asked) -> tuple[str | None, list[tuple[str, str, Entry]]]:
        """The answer, or else options that are answered each by itself: (option, answer, where)."""
        kept = [e for e in asked.lines if self._is_answer(e)]
        lines = [Line(e.text, e.marker, bold=e.bold) for e in kept]
        under = answers_under(lines)
        if under is not None:
            single = single_choice(split_number(asked.entry.text)[1], under)
            if single is not None:
                return single, []
            return None, [(option, said, kept[2 * n]) for n, (option, said) in enumerate(under)]
        return self._text_of(kept, lines), []

    def _is_answer(self, entry: Entry) -> bool:
        """False for hints, which are smaller, and for what the form prints of an attached file."""
        return abs(entry.size - self.answers.size) < _SMALLER and not _FILE.match(entry.text)

    def _text_of(self, kept: Sequence[Entry], lines: Sequence[Line]) -> str | None:
        options = options_in(lines)
        if options is not None:
            chosen = [option.words for option in options if option.chosen]
            return "; ".join(chosen) or None
        return " ".join(e.text for e in kept if e.framed or not self.boxed) or None
