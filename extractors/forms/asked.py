"""A form's questions with what stands at each: which text belongs to which question, by where it stands."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.forms.choices import BOXES, Line, has_box, is_option
from extractors.forms.questions import split_number
from extractors.forms.style import Entry, on_one_row
from models.place import Place

INDENT = 40.0
"""Points by which an answer under its question is set in at most; one beside it stands further to the right."""
_NUMBER_COLUMN = 90.0
"""Points from a question's number in a column of its own to its words, and to the answer below these, at most."""
_OUTDENT = 14.0
"""A survey's Ja or Nej can stand this far to the left of its option, and the box of an option of its question."""
_BEHIND_NUMBER = 60.0
"""Words behind a number that is set in may stand this far to the right of the answer below them."""
ALIGNED = 4.0
_ONE_EDGE = 1.5
"""Points within which questions begin at one edge."""
_FAR = 72.0
"""An answer begins at most this many points below its question or its own last line; one in a box wherever it is."""


@dataclass
class Asked:
    """A question with the lines that stand under it or beside it; section is the heading above it."""

    entry: Entry
    section: str | None
    lines: list[Entry] = field(default_factory=list)
    boxed: bool = False
    """Only the box below tells that it asks: what is not boxed is no answer to it."""
    stacked: bool = False
    """One of several labels that stand right above their answers."""
    captions: bool = False
    """A table follows that it heads."""

    @property
    def reach(self) -> Place:
        """The lowest thing of it so far."""
        return self.lines[-1].places[-1] if self.lines else self.entry.places[-1]

    @property
    def is_only_prose(self) -> bool:
        """True where only a box would make a question of it, and none follows: `Bidraget ges för att:` over a list."""
        return self.boxed and bool(self.lines) and not any(line.framed for line in self.lines)

    def is_beside(self, line: Entry) -> bool:
        """True for a line to the right of the question and not under it."""
        own, place = self.entry.place, line.place
        return place.page == own.page and place.x0 >= own.x1 - 1 and place.top < self.entry.places[-1].bottom


def owner(waiting: Sequence[Asked], entry: Entry) -> Asked | None:
    """The question that a text answers: the nearest one above it in its column, else the one to its left.

    An option on the row of another one is of the same question, and so is the next step of a scale.
    """
    place = entry.place
    if waiting and waiting[-1].lines and _is_next_step(waiting[-1].lines[-1], entry):
        return waiting[-1]
    if waiting and has_box(entry.text, entry.marker):
        last = waiting[-1].lines[-1] if waiting[-1].lines else None
        optional = last is not None and has_box(last.text, last.marker)
        if last is not None and optional and on_one_row(last.place, place) and last.place.x1 <= place.x0:
            return waiting[-1]
    above = [asked for asked in waiting if _is_above(asked, entry, last=asked is waiting[-1])]
    if above:
        return above[-1]
    beside = [
        asked
        for asked in waiting
        if asked.entry.place.page == place.page
        and asked.entry.place.x1 <= place.x0 + 1
        and asked.entry.place.top <= place.top + ALIGNED
        and (on_one_row(asked.entry.place, place) or _goes_on(asked, place))
    ]
    if beside and all(asked.lines for asked in beside) and _heads_next_column(waiting, entry):
        return waiting[-1]
    return max(beside, key=lambda asked: (asked.entry.place.top, asked.entry.place.x0)) if beside else None


def _heads_next_column(waiting: Sequence[Asked], entry: Entry) -> bool:
    """True for the first text of a column that is read after the question at the foot of the one before it.

    That question has no answer yet, and no other one has an answer in the text's column.
    """
    own, place = waiting[-1].entry.place, entry.place
    if waiting[-1].lines or own.page != place.page or place.bottom > own.top or place.x0 < own.x1:
        return False
    return not any(abs(line.place.x0 - place.x0) < ALIGNED for asked in waiting for line in asked.lines)


def _is_next_step(before: Entry, entry: Entry) -> bool:
    """True for a number in a box, beside the box of the number before it: `1`, `2`, `3`."""
    steps = before.framed and entry.framed and before.text.isdecimal() and entry.text.isdecimal()
    beside = on_one_row(before.place, entry.place) and before.place.x1 <= entry.place.x0
    return steps and beside and int(entry.text) == int(before.text) + 1


def _goes_on(asked: Asked, place: Place) -> bool:
    """True below what stands beside the question already, or where its label runs over several lines."""
    if asked.lines:
        return abs(asked.lines[-1].place.x0 - place.x0) < ALIGNED
    return place.top < asked.entry.place.bottom


def _is_above(asked: Asked, entry: Entry, *, last: bool) -> bool:
    place = entry.place
    own, reach = asked.entry.place, asked.reach
    behind_number = last and not entry.heading and split_number(asked.entry.text)[0] is not None
    hangs = entry.marker in BOXES or asked.lines or behind_number
    outdent = _BEHIND_NUMBER if behind_number else _OUTDENT
    if not -outdent <= place.x0 - own.x0 <= _indent_below(asked) or (place.x0 < own.x0 - ALIGNED and not hangs):
        return False
    if reach.page == place.page:
        return (own.page < place.page or own.top < place.top) and (entry.framed or place.top - reach.bottom < _FAR)
    return place.page == reach.page + 1 and last


def _indent_below(asked: Asked) -> float:
    """By how much what stands below may be set in: below words that have their number in a column of its own, more."""
    numbered = split_number(asked.entry.text)[0] is not None
    words = asked.entry.place.x1 - asked.entry.place.x0
    return max(INDENT, min(_NUMBER_COLUMN, words)) if numbered else INDENT


def drop_outdented(asked: Sequence[Asked]) -> None:
    """Where answers are set in, what begins at the question's own edge is none, save an option and what is boxed.

    Questions set alike that begin at one edge have their answers set alike: those with a number in a column of its
    own, and those that follow them up.
    """
    groups: list[list[Asked]] = []
    for one in asked:
        own = (g for g in groups if g[0].entry.style == one.entry.style and _begins_with(g[0], one))
        group = next(own, None)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    for group in groups:
        _drop_outdented(group)


def _begins_with(one: Asked, other: Asked) -> bool:
    return abs(one.entry.place.x0 - other.entry.place.x0) < _ONE_EDGE


def _drop_outdented(asked: Sequence[Asked]) -> None:
    """A box has its own white before the text in it: it tells nothing of how other answers are set."""
    steps = [a.lines[0].place.x0 - a.entry.place.x0 for a in asked if a.lines and not a.lines[0].framed]
    below = [step for step in steps if step <= INDENT]
    if sum(1 for step in below if step >= ALIGNED) <= 0.5 * len(below):
        return
    for one in asked:
        edge = one.entry.place.x0 + ALIGNED
        one.lines = [e for e in one.lines if e.place.x0 >= edge or e.framed or is_option(Line(e.text, e.marker))]
