"""The styles in which a form sets the titles of its sections, whatever their words are."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.forms.questions import split_number
from extractors.forms.style import (
    Entry,
    Item,
    Style,
    heads_labels,
    is_beside,
    is_over_box,
    is_right_above,
    question_styles,
)
from extractors.numbers.money import parse_number
from models.blocks import Table

_SEVERAL = 3
"""Titles in one style, at the least."""
_FEW = 0.4
"""Part of the texts of one style that ask, from which it is no title's."""
_MOSTLY = 0.5
"""Part of them that are answered, from which they are questions."""
_LARGER = 1.15
"""Type of a title that is not in bold, against that of running text."""
_SHORT = 120
"""Letters of a short answer."""


def title_styles(flow: Sequence[Item], questions: Sequence[Style], running: Style | None) -> list[Style]:
    """The styles of sections' titles: they stand out from the `running` text, few in them ask, few are answered.

    A title can be worded as a label is: `Sökande kommun` over the questions about it.
    """
    texts = [item for item in flow if isinstance(item, Entry)]
    after = dict(zip(map(id, flow), [*flow[1:], None], strict=True))
    found: list[Style] = []
    for style in dict.fromkeys(entry.style for entry in texts if entry.marker is None and not entry.framed):
        own = [entry for entry in texts if entry.style == style]
        stands_out = running is not None and (style.bold > running.bold or style.size > _LARGER * running.size)
        if not stands_out or len(own) < _SEVERAL or any(own[0] in question for question in questions):
            continue
        asked = sum(entry.asks and not heads_labels(entry, after[id(entry)]) for entry in own)
        answered = sum(_has_answer(entry, after[id(entry)], questions) for entry in own)
        if asked < _FEW * len(own) and answered < _MOSTLY * len(own):
            found.append(style)
    return found


def _has_answer(entry: Entry, after: Item | None, questions: Sequence[Style]) -> bool:
    if not isinstance(after, Entry) or after.asks or any(after in question for question in questions):
        return False
    short = len(after.text) < _SHORT and is_right_above(entry.places[-1], after)
    return short or is_beside(entry.place, after.place) or is_over_box(entry, after)


def titles_by_number(flow: Sequence[Item]) -> set[int]:
    """Where in the flow a title stands right over the first question that its number opens: `4. Arbetet` over `4.1`."""
    return {
        at
        for at, (title, below) in enumerate(pairwise(flow))
        if isinstance(title, Entry) and not title.text.endswith(("?", ":")) and _opens(title.text, _first_words(below))
    }


def _first_words(item: Item) -> str:
    if isinstance(item, Entry):
        return item.text
    if isinstance(item, Table):
        return next((cell.text for cell in sorted(item.cells, key=lambda c: (c.row, c.col)) if cell.text), "")
    return item.label


def _opens(title: str, below: str) -> bool:
    number, words = split_number(title)
    first = split_number(below)[0]
    return number is not None and number.isdigit() and len(words) < _SHORT and first in (f"{number}.1", f"{number}a")


def with_bars_opened(flow: Sequence[Item]) -> list[Item]:
    """The flow with titles on tinted bars as headings without a frame: boxes that answer hold no titles.

    Bars are framed texts in one bold style, each of a few words with a question or a table right below it.
    """
    framed = [(item, after) for item, after in pairwise((*flow, None)) if isinstance(item, Entry) and item.framed]
    bold = {item.style for item, _ in framed if item.bold}
    questions = question_styles(flow) if bold else []
    bars = {
        id(item): replace(item, framed=False, heading=True)
        for style in bold
        if _are_bars([(item, after) for item, after in framed if item.style == style], questions)
        for item, _ in framed
        if item.style == style
    }
    return [bars.get(id(item), item) for item in flow]


def _are_bars(framed: Sequence[tuple[Entry, Item | None]], questions: Sequence[Style]) -> bool:
    if len(framed) < _SEVERAL or any(item.asks or len(item.text) >= _SHORT for item, _ in framed):
        return False
    if any(parse_number(item.text) for item, _ in framed):
        return False
    return all(
        isinstance(after, Table)
        or (isinstance(after, Entry) and not after.framed and (after.asks or any(after in one for one in questions)))
        for _, after in framed
    )
