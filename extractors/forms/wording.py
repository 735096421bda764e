"""How a text's own words sound, without a look at where or how it is set: more as a label, or more as an answer."""

import re

from extractors.forms.choices import Line, has_box, is_option
from extractors.forms.questions import asks, instructs, split_number, tells_to
from extractors.numbers.money import parse_number
from extractors.remembered import remembered

_FIGURE = re.compile(r"^[-–−]?\d[\d\s.,:/–-]*(?:kr|kronor|tkr|%|st)?\.?$", re.IGNORECASE)
"""A sum, a count, a day, an organisation number."""
_DASH = re.compile(r"^[-–—]$")
_SHORT, _LONG = 70, 160
"""Letters: labels are rarely longer than the first, never longer than the second."""


@remembered
def likeness(text: str) -> float:
    """From -2, which only answers are, to 2, which only labels are; 0 where the words do not tell."""
    words = text.strip()
    if not words or _DASH.match(words) or _FIGURE.match(words) or parse_number(words) is not None:
        return -2.0
    if has_box(words, None):
        return -1.5
    number, label = split_number(words)
    if words.endswith("?") or asks(words):
        return 2.0
    if tells_to(label) and len(words) < _LONG:
        return 1.5
    if is_option(Line(words)) or instructs(words):
        return -1.0
    if words.endswith(":") and len(words) < _SHORT:
        return 1.5
    if len(words) >= _LONG or words[-1] in ".!;":
        return -1.5
    if not label[0].isupper() or len(words) >= _SHORT:
        return -0.5
    return 1.0 if number is not None else 0.25
