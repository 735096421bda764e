"""What answers a form's question, of the texts that stand at it: hints are none, and where answers have boxes what is
boxed answers.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from extractors.forms.asked import ALIGNED, Asked
from extractors.forms.choices import (
    Line,
    Option,
    answers_under,
    counts_up,
    has_box,
    options_in,
    single_choice,
    statements_with_options,
)
from extractors.forms.questions import instructs, split_number
from extractors.forms.signatures import is_to_be_signed
from extractors.forms.style import SMALLER, Entry, Style, is_larger_below, is_right_above, on_one_row, stands_at
from extractors.numbers.money import parse_number
from models.place import Place

_SOME = 2
_SEVERAL, _MOST = 3, 0.6
"""Questions that are answered right below or beside them without a box, and their part of all without a box."""
_SAME_EDGE = 1.5
"""Points by which words in two boxes begin differently at most."""
_FILE = re.compile(r"^[\d\s]+\s?(?:kb|mb)\s*\(", re.IGNORECASE)
_ASKS_FILE = re.compile(r"\bbifoga", re.IGNORECASE)


@dataclass(frozen=True)
class Said:
    """The answer to a question with the texts that it stands in; else its options, each with answer and text."""

    answer: str | None
    entries: Sequence[Entry]
    options: Sequence[tuple[str, str | None, Entry]] = ()

    @property
    def places(self) -> tuple[Place, ...]:
        return tuple(place for entry in self.entries for place in entry.places)


class Answers:
    """How one form's answers are set, and by that what answers each question."""

    def __init__(self, asked: Sequence[Asked], in_boxes: Style | None) -> None:
        """`in_boxes` is the style of what stands in boxes.

        That of answers without one is the style of the last line under most questions: hints stand before it. What is
        filled in may be smaller than the printed options.
        """
        free = [
            [e for e in a.lines if e.marker is None and not (e.framed or has_box(e.text, None) or instructs(e.text))]
            for a in asked
        ]
        last = [lines[-1] for lines in free if lines]
        counts = Counter(entry.style for entry in last)
        self.free = max(counts, key=lambda style: (counts[style], style.size)) if counts else None
        self.in_boxes = in_boxes
        panels = Counter(a.entry.frame for a in asked)
        boxes = [a.entry.style for a in asked if _has_box_of_its_own(a) and not _is_in_panel(a, panels)]
        self.boxed = len(boxes) >= _SOME
        self.boxed_questions = boxes
        self.set_in = [a.lines[0].place.x0 - a.entry.place.x0 for a in asked if _has_box_of_its_own(a)]
        """How far in from their questions' edges boxes have their words."""
        unboxed = [a for a in asked if a.lines and not any(e.framed for e in a.lines)]
        below = Counter(a.lines[0].style for a in unboxed if stands_at(a.entry, a.lines[0]))
        self.unboxed = {s for s, count in below.items() if count >= max(_SEVERAL, _MOST * len(unboxed))}
        """How answers without a box are set, in a form that has both."""

    def of(self, asked: Asked) -> Said:
        """The answer, or else options that are answered each by itself."""
        kept = [e for e in asked.lines if self._is_answer(asked, e)]
        stated = statements_with_options([_line(e) for e in kept])
        if stated is not None:
            chosen = ((options_in(own) or [], kept[at]) for at, own in stated)
            return Said(None, [], [(entry.text, _chosen(options), entry) for options, entry in chosen])
        under = answers_under([_line(e) for e in kept])
        if under is None:
            return self._text_of(asked, kept)
        single = single_choice(split_number(asked.entry.text)[1], under)
        if single is not None:
            return Said(single, kept)
        return Said(None, [], [(option, said, kept[2 * n]) for n, (option, said) in enumerate(under)])

    def _is_answer(self, asked: Asked, entry: Entry) -> bool:
        """False for hints, which instruct or are smaller, and for files, save where one is asked for and named."""
        usual = self.in_boxes if entry.framed else self.free
        if entry.framed and not asked.entry.framed:
            return True
        options = any(has_box(e.text, e.marker) and e.style == entry.style for e in asked.lines)
        small = usual is not None and entry.size < usual.size - SMALLER and not options
        alone = usual is not None and not any(abs(e.size - usual.size) < SMALLER for e in asked.lines)
        small = small and (not alone or entry.size < asked.entry.size + SMALLER)  # alone and larger it answers
        if is_to_be_signed(entry.text):
            return False
        file = _FILE.match(entry.text) and not (_ASKS_FILE.search(asked.entry.text) and entry.text[-1] != ")")
        return not (small or instructs(entry.text) or file)

    def _text_of(self, asked: Asked, kept: Sequence[Entry]) -> Said:
        framed = [e for e in kept if e.framed]
        options = options_in([_line(e) for e in framed or kept])
        if options is not None:
            return Said(_chosen(options), framed or kept)
        boxed = self.boxed or asked.boxed
        said = framed or _stacked_under(asked) or [e for e in kept if not boxed or self._may_stand_free(asked, e)]
        if _is_row_of_figures(said):
            chosen = _set_apart(said)
            return Said(chosen.text, said) if chosen is not None else Said(None, [])
        return Said(" ".join(e.text for e in said) or None, said)

    def _may_stand_free(self, asked: Asked, entry: Entry) -> bool:
        """True for an answer without a box in a form that has boxes: beside its question, or larger right below it.

        Below a question of a style that has no boxes it is set as boxed answers are.
        """
        if asked.is_beside(entry) or is_larger_below(asked.entry, entry):
            return True
        if entry.text[0].isdigit() and stands_at(asked.entry, entry):
            return True
        if entry.style in self.unboxed and not asked.boxed:
            return True
        own = any(asked.entry in style for style in self.boxed_questions)
        alike = self.in_boxes is not None and entry in replace(self.in_boxes, framed=False)
        if alike and asked.entry.framed:
            return True
        return not asked.boxed and alike and (not own or self._is_set_in(asked, entry))

    def _is_set_in(self, asked: Asked, entry: Entry) -> bool:
        """True for what is set in as boxed answers are: its own box is painted, and not known to be one."""
        step = entry.place.x0 - asked.entry.place.x0
        return step >= ALIGNED and sum(abs(step - other) < _SAME_EDGE for other in self.set_in) >= _SOME


def _chosen(options: Sequence[Option]) -> str | None:
    return "; ".join(option.words for option in options if option.chosen) or None


def _is_row_of_figures(said: Sequence[Entry]) -> bool:
    """True for figures side by side: what each of them counts a head above tells, and not the label."""
    first = said[0].place if said else None
    return len(said) > 1 and all(
        first is not None and on_one_row(first, e.place) and parse_number(e.text) is not None for e in said
    )


def _has_box_of_its_own(asked: Asked) -> bool:
    """True where a box holds the answer: those of a scale, `1` to `5` side by side, are its steps."""
    framed = [entry for entry in asked.lines if entry.framed]
    return bool(framed) and not (len(framed) >= _SEVERAL and _is_row_of_figures(framed))


def _is_in_panel(asked: Asked, panels: Mapping[Place | None, int]) -> bool:
    """True where one box holds the question, its answer and other questions with theirs: facts beside the text."""
    frame = asked.entry.frame
    inside = all(line.frame == frame for line in asked.lines if line.framed)
    return frame is not None and panels[frame] >= _SOME and inside


def _set_apart(steps: Sequence[Entry]) -> Entry | None:
    """The one step of a scale `1, 2, 3 ...` that is set otherwise than all others: the chosen one."""
    if len(steps) < _SEVERAL or not counts_up([step.text for step in steps]):
        return None
    styles = Counter(step.style for step in steps)
    odd = [step for step in steps if styles[step.style] == 1]
    return odd[0] if len(styles) == _SOME and len(odd) == 1 else None


def _stacked_under(asked: Asked) -> list[Entry]:
    """The lines that follow a stacked label right on; what stands below with white between is no answer to it."""
    found: list[Entry] = []
    above = asked.entry.places[-1]
    for entry in asked.lines if asked.stacked else []:
        turned = not found and entry.place.page == above.page + 1
        if not (turned or is_right_above(above, entry)):
            break
        found.append(entry)
        above = entry.places[-1]
    return found


def _line(entry: Entry) -> Line:
    return Line(entry.text, entry.marker, bold=entry.bold)
