"""The last words of a question that is printed on several lines, each a text of its own."""

from dataclasses import replace

from extractors.forms.asked import INDENT, Asked
from extractors.forms.questions import split_number
from extractors.forms.style import Entry
from models.place import join_places

_NEXT_LINE = 0.8
"""White between two lines of one label, in type sizes, at most."""


def ends_label(last: Asked, entry: Entry) -> bool:
    """True where the label above goes on in this text, of its own type and at its edge.

    It does where a sentence that asks is still to come to its end, where a word is cut in two, and where a bracket is
    open on the line right above.
    """
    own, place, label = last.entry.places[-1], entry.place, last.entry.text
    if entry.style != last.entry.style or place.page != own.page or abs(place.x0 - own.x0) >= INDENT:
        return False
    if any(line.place.x0 < own.x1 for line in last.lines) or split_number(entry.text)[0] is not None:
        return False
    near = 0 <= place.top - own.bottom < _NEXT_LINE * entry.size
    asks = entry.text.rstrip(":").endswith("?") and not label.endswith("?") and not last.lines
    in_two = label.endswith("-") and near
    return (entry.text[0].islower() and (asks or in_two)) or (near and label.count("(") > label.count(")"))


def with_end(label: Entry, end: Entry) -> Entry:
    """The label with its last words; a word that is cut in two is whole again."""
    cut = label.text.endswith("-") and end.text[0].islower()
    text = f"{label.text[:-1]}{end.text}" if cut else f"{label.text} {end.text}"
    return replace(label, text=text, places=join_places(label.places, end.places))
