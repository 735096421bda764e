"""Styles that tell a label whatever its words are: nearly each text in them stands at an answer in another style.

Headings over running text stand so as well. What is a form's has answers of a few words among them, and figures.
"""

from collections.abc import Sequence

from extractors.forms.asked import INDENT
from extractors.forms.choices import has_box
from extractors.forms.style import Entry, Item, Style, is_right_above, stands_at
from extractors.forms.wording import likeness

_SEVERAL, _NEARLY_ALL = 5, 0.7
"""Texts of one style that stand at an answer, and their part of all in that style."""
_SHORT_ANSWERS, _SHORT = 3, 60
"""Answers of at most so many letters that are no sentence."""
_LONGEST = 90
_FIGURE = -2.0
"""What sounds so little like a label is a figure, a day or a number."""
_TELLING = 0.5
"""By how much labels sound more like labels than their answers do."""


def styles_by_turns(flow: Sequence[Item], *, in_form: bool = False) -> list[Style]:
    """The styles of such labels, in the order in which they come.

    Where it is known that a form stands there, its answers may all be sentences, as long as some are options or stand
    in boxes.
    """
    texts = [item for item in flow if isinstance(item, Entry)]
    styles = dict.fromkeys(text.style for text in texts if text.marker is None)
    return [style for style in styles if _asks(style, texts, in_form=in_form)]


def _asks(style: Style, texts: Sequence[Entry], *, in_form: bool) -> bool:
    own = [text for text in texts if text.style == style and text.marker is None]
    if len(own) < _SEVERAL or any(len(text.text) > _LONGEST or text.text[-1] in ".!;," for text in own):
        return False
    answered = [(text, answer) for text in own if (answer := _answer_of(text, texts)) is not None]
    if len(answered) < max(_SEVERAL, _NEARLY_ALL * len(own)):
        return False
    said = [answer for _, answer in answered]
    short = [answer for answer in said if len(answer.text) <= _SHORT and answer.text[-1] not in ".!?:"]
    figures = [answer for answer in said if likeness(answer.text) <= _FIGURE]
    sound = sum(likeness(text.text) - likeness(answer.text) for text, answer in answered) / len(answered)
    filled = len(short) >= _SHORT_ANSWERS and bool(figures)
    built = in_form and any(answer.framed or has_box(answer.text, answer.marker) for answer in said)
    return (filled or built) and sound >= _TELLING


def _stands_at(label: Entry, text: Entry) -> bool:
    return stands_at(label, text) or is_right_above(label.places[-1], text, set_in=INDENT)


def _answer_of(label: Entry, texts: Sequence[Entry]) -> Entry | None:
    """The text of another style that stands at it; None where it has none."""
    at = next((text for text in texts if text is not label and _stands_at(label, text)), None)
    return at if at is not None and at.style != label.style else None
