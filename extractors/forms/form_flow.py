"""Walks a form's texts: which of them ask, and which answer.

A text asks by its words, by a style that only questions have, by its number among numbered questions, or by a colon
before a box. What is boxed answers, unless its style is that of questions.
"""

import re
from collections import Counter
from collections.abc import Sequence

from extractors.forms.answers import Answers
from extractors.forms.asked import ALIGNED, INDENT, Asked, drop_outdented, owner
from extractors.forms.built_as_forms import labels_beside_boxes
from extractors.forms.choices import Line, has_box, is_option
from extractors.forms.grid_pairs import Look
from extractors.forms.inline import Inline, inline_lines
from extractors.forms.label_ends import ends_label, with_end
from extractors.forms.label_signs import (
    commonest,
    heads_after,
    heads_request,
    is_boxed_label,
    is_hint,
    is_one_of_options,
    is_over_options,
    is_right_over_options,
    labels_beside_options,
    stands_out,
)
from extractors.forms.labels_by_turns import styles_by_turns
from extractors.forms.labels_by_white import labels_by_white
from extractors.forms.pairs_beside import pairs_beside
from extractors.forms.question_rows import is_form_grid, rows_seen
from extractors.forms.questions import explains, instructs, split_number
from extractors.forms.section_titles import title_styles, titles_by_number
from extractors.forms.small_labels import small_labels
from extractors.forms.stacked_labels import Stack, stacks
from extractors.forms.style import (
    Entry,
    Item,
    is_beside,
    is_colon_label,
    is_larger_below,
    is_over_box,
    is_right_above,
    label_columns,
    question_styles,
    styles_below,
)
from extractors.numbers.money import parse_number
from models.blocks import Answer, Table

_LARGER = 1.15
"""Type of a title in a box, against that of what is filled in."""
_TITLE = 1.25
"""Type of a section's title, against that of running text: no answer is set so large."""
_SHORT_LABEL, _SHORT_VALUE = 60, 90
_LONGEST = 260
"""Letters of a label at most: what is longer tells."""
_SOME = 2
_FOLLOWS_UP = re.compile(r"^(?:om\s+(?:annat|annan|ja|nej)|anna[nt],?\s+ange)\b", re.IGNORECASE)


Read = Asked | Inline | Table | Answer


class FormFlow:
    """Reads one form's flow."""

    def __init__(self, flow: Sequence[Item]) -> None:
        self.flow = flow
        texts = [item for item in flow if isinstance(item, Entry)]
        self.styles = list(dict.fromkeys([*question_styles(flow), *styles_by_turns(flow, in_form=True)]))
        self.stacks = stacks(flow)
        self.by_white = labels_by_white(flow)
        self.small = small_labels(flow)
        self.beside = labels_beside_boxes(flow) | labels_beside_options(flow) | pairs_beside(flow).keys()
        self.columns = label_columns([item for at, item in enumerate(flow) if at not in self.small])
        self.below = [style for style in styles_below(flow, self.styles) if style not in self.styles]
        asking = [item for item in flow if isinstance(item, Answer) or (isinstance(item, Entry) and item.asks)]
        numbered = [item for item in asking if split_number(item.text)[0] is not None]
        self.number_edges = {x for x, n in Counter(round(item.place.x0) for item in numbered).items() if n >= _SOME}
        boxed = [e for e in texts if e.framed and not self._is_styled(e) and not (e.heading and e.bold)]
        self.in_boxes = commonest(boxed)
        free = [e for e in texts if not e.framed]
        labels = {id(flow[at]) for at in self.small | self.beside}
        # of short answers there can be fewer letters than of their questions
        self.running = commonest(e for e in free if not (e.asks or self._is_styled(e) or id(e) in labels))
        self.running = self.running or commonest(free)
        styled = [entry for entry in texts if self._is_styled(entry)]
        others = [entry for entry in texts if not self._is_styled(entry) and entry.marker is None]
        self.answer_edges = Counter(
            round(e.place.x0) for e in others if any(is_beside(label.place, e.place) for label in styled)
        )
        self.titles = title_styles(flow, self.styles, self.running)
        self.openers = {id(flow[at]) for at in titles_by_number(flow)}
        self.inline = inline_lines(flow, self.styles)

    def read(self) -> list[tuple[Read, str | None]]:
        """Questions with their lines, form tables and answers in order, each with its section."""
        found: list[tuple[Read, str | None]] = []
        waiting: list[Asked] = []
        section: str | None = None
        begun = False
        for at, item in enumerate(self.flow):
            if not isinstance(item, Entry):
                if isinstance(item, Table) and waiting and self._may_head(waiting[-1]):
                    waiting[-1].lines = []
                    waiting[-1].captions = True
                waiting = []
                begun = begun or isinstance(item, Answer) or is_form_grid(item)
                found.append((item, section))
            elif waiting and ends_label(waiting[-1], item):
                waiting[-1].entry = with_end(waiting[-1].entry, item)
            elif at in self.inline:
                found.extend((pair, section) for pair in self.inline[at])
            elif (begun or self._begins(at, item)) and self._is_question(at, item, waiting[-1] if waiting else None):
                begun = True
                section = item.text if self._is_title(item) else section
                asked = Asked(item, section, boxed=not self._is_sure(item), stacked=self._is_stacked(item))
                waiting.append(asked)
                found.append((asked, section))
            elif self._is_section(item, whose := owner(waiting, item)):
                section = item.text
                waiting = []
            elif whose is not None:
                whose.lines.append(item)
        every = [item for item, _ in found if isinstance(item, Asked)]
        drop_outdented(every)
        self.answers = Answers(every, self.in_boxes)
        return found

    def label_looks(self) -> set[Look]:
        """The types in which the form's labels are set, by themselves and in its grids."""
        looks = {(style.size, style.bold, style.italic, style.color) for style in self.styles}
        for table in (item for item in self.flow if isinstance(item, Table)):
            labels = {row.label for row in rows_seen(table)}
            looks |= {cell.look for cell in table.cells if cell.text in labels}
        return looks

    def _is_styled(self, entry: Entry) -> bool:
        return any(entry in style for style in self.styles)

    def _is_title(self, entry: Entry) -> bool:
        """True for a section's title, whatever its words are; a question mark or a colon asks all the same."""
        styled = not entry.text.endswith(("?", ":")) and any(entry in style for style in self.titles)
        return styled or id(entry) in self.openers

    def _is_stacked(self, entry: Entry) -> bool:
        return Stack.of(entry) in self.stacks

    def _begins(self, at: int, entry: Entry) -> bool:
        """True for the first thing that surely asks; instructions above it can be set as questions are."""
        if self._is_title(entry):
            return False
        return (
            entry.asks
            or _FOLLOWS_UP.match(entry.text) is not None
            or (entry.framed and self._is_styled(entry))
            or at in self.small
            or at in self.beside
            or self._is_small_label(at, entry)
            or self._is_over_answer(at, entry)
            or (self._is_styled(entry) and self._is_over_box(at, entry))
            or self._is_numbered_over_box(at, entry)
            or (self._is_styled(entry) and self._is_numbered(entry))
            or is_over_options(self.flow, at)
        )

    def _is_numbered_over_box(self, at: int, entry: Entry) -> bool:
        """True for a number at the edge of the form's numbered questions, with a box for its answer below."""
        below = self.flow[at + 1] if at + 1 < len(self.flow) else None
        boxed = isinstance(below, Entry) and below.framed and not entry.framed
        return boxed and self._is_numbered(entry)

    def _is_numbered(self, entry: Entry) -> bool:
        return split_number(entry.text)[0] is not None and round(entry.place.x0) in self.number_edges

    def _is_over_answer(self, at: int, entry: Entry) -> bool:
        """True for a few words set as questions are, with a few in other type on the next line; no sentences."""
        below = self.flow[at + 1] if at + 1 < len(self.flow) else None
        if not (isinstance(below, Entry) and self._is_styled(entry)) or below.marker is not None:
            return False
        short = len(entry.text) < _SHORT_LABEL and len(below.text) < _SHORT_VALUE
        whole = any(text[-1] in ".:!?" for text in (entry.text, below.text))
        return short and not whole and not self._is_styled(below) and is_right_above(entry.places[-1], below)

    def _is_section(self, entry: Entry, whose: Asked | None) -> bool:
        """A heading; in a box only where it stands out from what stands in the other boxes.

        A short answer, alone on its line, looks like a heading to the layout: what stands beside a question is none,
        nor what stands first under it, neither bold nor much larger; nor is a figure one, or an option. What is bold
        as its bold question is, and larger, heads what follows: a question can stand below the table that answers it.
        """
        if self._is_title(entry):
            return True
        if entry.told == "answers" or parse_number(entry.text) is not None or has_box(entry.text, entry.marker):
            return False
        if whose is not None and (whose.is_beside(entry) or is_option(Line(entry.text))):
            return False
        if whose is not None and entry.heading and not entry.framed and heads_after(whose, entry):
            return True
        if whose is not None and self._is_set_as_answer(whose, entry):
            return False
        if entry.framed and self.in_boxes is not None:
            return stands_out(entry, self.in_boxes) and (entry.bold or entry.heading)
        if whose is None or self.running is None or not entry.heading:
            return entry.heading
        if is_option(Line(entry.text)):
            return False
        if whose.lines:
            return stands_out(entry, self.running) and not is_one_of_options(whose, entry)
        return entry.bold > self.running.bold or entry.size > _TITLE * self.running.size

    def _is_set_as_answer(self, whose: Asked, entry: Entry) -> bool:
        """True for a style that answers have, and for what stands right below a label in smaller type.

        Below an answer's first line only what is set as that is of it.
        """
        if whose.lines:
            last = whose.lines[-1]
            at_edge = last.place.page != entry.place.page or abs(last.place.x0 - entry.place.x0) < ALIGNED
            return at_edge and last.style == entry.style and any(entry in style for style in self.below)
        small = any(self.flow[at] is whose.entry for at in self.small) and is_larger_below(whose.entry, entry)
        return small or any(entry in style for style in self.below)

    def _is_question(self, at: int, entry: Entry, last: Asked | None) -> bool:
        text, styled = entry.text, self._is_styled(entry)
        told = entry.told == "answers" or (last is not None and not last.lines and explains(text))
        if told or entry.marker is not None or not any(c.isalpha() for c in text):
            return False
        if at in self.small or at in self.beside:
            return True
        if self._is_title(entry) or heads_request(self.flow, at):
            boxed = self._is_over_box(at, entry) and self.flow[at + 1].text[-1] in ".!"
            return boxed or is_right_over_options(self.flow, at)
        if (last is None or last.lines) and (
            self._is_small_label(at, entry) or self._is_over_box(at, entry) or is_over_options(self.flow, at)
        ):
            return True
        if entry.framed and not styled and entry.told != "asks":
            return at in self.by_white or is_boxed_label(self.flow, at, self.styles)
        if (
            entry.asks
            or self._is_stacked(entry)
            or (self.in_boxes is not None and is_colon_label(text))
            or _FOLLOWS_UP.match(text)
            or at in self.by_white
        ):
            return True
        if is_option(Line(text)) or parse_number(text) is not None:
            return False
        if self._is_numbered(entry):
            return True
        if styled:
            return not (is_hint(last, entry) or (last is not None and self._may_answer(last, entry)))
        answers = last is not None and not last.lines and any(entry in style for style in self.below)
        return not answers and round(entry.place.x0) in self.columns and self._has_neighbour(at, entry)

    def _is_small_label(self, at: int, entry: Entry) -> bool:
        """True for a few words in small type right above larger ones, both in one box or both outside."""
        value = self.flow[at + 1] if at + 1 < len(self.flow) else None
        if not isinstance(value, Entry) or value.framed != entry.framed or value.marker is not None:
            return False
        short = len(entry.text) < _SHORT_LABEL and len(value.text) < _SHORT_VALUE and entry.text[-1] != "."
        asked = self._is_styled(value) and value.bold > entry.bold and parse_number(value.text) is None
        return short and is_larger_below(entry, value) and not asked

    def _is_over_box(self, at: int, entry: Entry) -> bool:
        """True for a few words outside boxes right above one that answers, in a form whose answers stand in boxes."""
        box = self.flow[at + 1] if at + 1 < len(self.flow) else None
        if self.in_boxes is None or not isinstance(box, Entry) or not is_over_box(entry, box):
            return False
        aligned = abs(box.place.x0 - entry.place.x0) < INDENT
        return aligned and len(entry.text) < _LONGEST and not (self._is_styled(box) or instructs(entry.text))

    def _may_answer(self, last: Asked, entry: Entry) -> bool:
        """True for an option below others, and beside a label where answers of another style stand beside others."""
        if last.lines:
            return is_one_of_options(last, entry)
        return last.is_beside(entry) and self.answer_edges[round(entry.place.x0)] >= _SOME

    def _is_sure(self, entry: Entry) -> bool:
        """False for what asks only by the box that follows: a line that ends in a colon."""
        styled = self._is_styled(entry) or self._is_stacked(entry)
        return entry.asks or styled or not is_colon_label(entry.text)

    def _has_neighbour(self, at: int, entry: Entry) -> bool:
        """True where something stands beside it, to the right."""
        return any(isinstance(other, Entry) and is_beside(entry.place, other.place) for other in self.flow[at + 1 :])

    def _may_head(self, asked: Asked) -> bool:
        """True where a table below answers the question; not `Om ja, ...`, nor what stands in a box of its own."""
        boxed = asked.entry.framed or _FOLLOWS_UP.match(asked.entry.text)
        return not boxed and self._only_explains(asked.lines)

    def _only_explains(self, lines: Sequence[Entry]) -> bool:
        """True where nothing but instructions, in a type of their own, stands between a question and a table."""
        own = lines[0].style if lines and instructs(lines[0].text) else None
        return all(instructs(line.text) or (line.style == own != self.running) for line in lines)
