"""What a form's text is by what stands right below it, or by how it is set against others."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.forms.asked import ALIGNED, Asked
from extractors.forms.choices import Line, has_box, is_option, options_in
from extractors.forms.questions import instructs, says_what_to_mark, split_number
from extractors.forms.style import Entry, Item, Style, is_beside, is_right_above

_LARGER = 1.15
"""Type of a title in a box, against that of what is filled in."""
_SHORT_LABEL, _LONGEST = 60, 260
"""Letters of an option and of a label at most: what is longer tells."""
_OVER_BOX = 2.0
"""White between words in two boxes, against that between lines: a box has its own."""
_CLOSE = 0.62
"""White under a question, in its type sizes, below which the next line is the question's hint."""
_OPTIONS = 2


def is_over_options(flow: Sequence[Item], at: int) -> bool:
    """True for what stands right over the options of a choice, be they below a hint: they answer something."""
    entry = flow[at]
    below = [item for item in flow[at + 1 : at + 2 + _OPTIONS] if isinstance(item, Entry)]
    if below and instructs(below[0].text):
        below = below[1:]
    if not isinstance(entry, Entry) or not below or below[0].place.page != entry.place.page:
        return False
    boxed = [has_box(item.text, item.marker) for item in below[:_OPTIONS]]
    options = boxed == [True] * _OPTIONS or _holds_options(below[0])
    return options and not has_box(entry.text, None) and len(entry.text) < _LONGEST


def is_right_over_options(flow: Sequence[Item], at: int) -> bool:
    """True where no instruction stands between the two, which might ask itself."""
    below = flow[at + 1] if at + 1 < len(flow) else None
    return is_over_options(flow, at) and isinstance(below, Entry) and not instructs(below.text)


def heads_request(flow: Sequence[Item], at: int) -> bool:
    """True for a section's title right above an instruction that says itself what to mark of the options below it."""
    entry, below = flow[at], flow[at + 1] if at + 1 < len(flow) else None
    if not (isinstance(entry, Entry) and isinstance(below, Entry)) or entry.asks:
        return False
    numbered = split_number(entry.text)[0] is not None
    return not numbered and says_what_to_mark(below.text) and is_over_options(flow, at + 1)


def labels_beside_options(flow: Sequence[Item]) -> set[int]:
    """The places in the flow of a few words with options of a choice, each with its box, on one line beside them."""
    return {
        at
        for at, (label, options) in enumerate(pairwise(flow))
        if isinstance(label, Entry) and isinstance(options, Entry) and _is_beside_options(label, options)
    }


def _is_beside_options(label: Entry, options: Entry) -> bool:
    if has_box(label.text, label.marker) or label.text[-1] in ".!;," or len(label.text) >= _LONGEST:
        return False
    return is_beside(label.place, options.place) and _holds_options(options)


def _holds_options(entry: Entry) -> bool:
    """True for one line of several options, each with its box."""
    options = options_in([Line(entry.text, entry.marker)]) if has_box(entry.text, entry.marker) else None
    return options is not None and len(options) >= _OPTIONS


def is_boxed_label(flow: Sequence[Item], at: int, questions: Sequence[Style]) -> bool:
    """True for a few words in a box of their own, set as questions without one are, over a box set otherwise."""
    entry, below = flow[at], flow[at + 1] if at + 1 < len(flow) else None
    if not (isinstance(entry, Entry) and isinstance(below, Entry)) or below.frame in (None, entry.frame):
        return False
    alike = any(entry.style == replace(style, framed=True) for style in questions)
    over = is_right_above(entry.places[-1], replace(below, size=_OVER_BOX * below.size))
    return alike and over and below.style != entry.style and len(entry.text) < _LONGEST and entry.text[-1] not in ".!"


def commonest(texts: Iterable[Entry]) -> Style | None:
    """The style in which most of the words are set."""
    letters: Counter[Style] = Counter()
    for entry in texts:
        letters[entry.style] += len(entry.text)
    return max(letters, key=lambda style: (letters[style], -style.size)) if letters else None


def stands_out(entry: Entry, beside: Style) -> bool:
    return entry.bold > beside.bold or entry.size > _LARGER * beside.size


def heads_after(whose: Asked, entry: Entry) -> bool:
    """True for what is bold as its bold question is, and larger; and for what no box holds below an answer in one."""
    boxed = bool(whose.lines) and (whose.lines[-1].framed or has_box(whose.lines[-1].text, whose.lines[-1].marker))
    return boxed or (whose.entry.bold and entry.bold and entry.size > _LARGER * whose.entry.size)


def is_one_of_options(whose: Asked, entry: Entry) -> bool:
    """True for a line set as the options above it are, though in bold: the chosen one. They may end overleaf."""
    last = whose.lines[-1]
    return (
        all(is_option(Line(line.text, line.marker)) for line in whose.lines)
        and abs(last.place.x0 - entry.place.x0) < ALIGNED
        and last.size == entry.size
        and len(entry.text) < _SHORT_LABEL
        and entry.place.x0 > whose.entry.place.x0 + ALIGNED
    )


def is_hint(last: Asked | None, entry: Entry) -> bool:
    return (
        last is not None
        and not last.lines
        and last.entry.place.page == entry.place.page
        and abs(last.entry.place.x0 - entry.place.x0) < ALIGNED
        and 0 <= entry.place.top - last.entry.places[-1].bottom < _CLOSE * entry.size
    )
