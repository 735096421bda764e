"""Bullets, boxes to tick and marks, as a dress sets them."""

from html import escape
from typing import Final

from corpus.retypeset.dress import Dress
from models.blocks import ListItem, Paragraph
from models.tick_signs import CHECKS, EMPTY_BOXES, EMPTY_RINGS, FILLED, TICKED_BOXES

CROSS: Final = '<svg viewBox="0 0 10 10"><path d="M1 1 L9 9 M9 1 L1 9" stroke="#000" stroke-width="1.6"/></svg>'
DOT: Final = '<svg viewBox="0 0 10 10"><circle cx="5" cy="5" r="2.6"/></svg>'
SIGNS_THAT_SAY: Final = EMPTY_RINGS | FILLED | CHECKS
"""Markers that may be an answer: kept as they are."""
LONGEST_NUMBER: Final = 6
"""A marker of at most so many signs with a letter or digit in it is the document's own."""


def is_option(marker: str) -> bool:
    """The marker is a box to tick, ticked or not."""
    return marker in TICKED_BOXES | EMPTY_BOXES


def option_sign(dress: Dress, *, ticked: bool) -> str:
    """A box to tick as HTML."""
    sign = dress.tick if ticked else dress.option
    if sign == "ring":
        return f'<span class="tick ring">{DOT if ticked else ""}</span>'
    return f'<span class="tick">{CROSS if ticked else ""}</span>' if sign == "drawn" else sign


def marker_sign(dress: Dress, marker: str) -> str:
    """A list item's marker as HTML: its own number or letter, the dress's bullet, a box to tick."""
    if is_option(marker):
        return option_sign(dress, ticked=marker in TICKED_BOXES)
    if is_own(marker):
        return escape(marker)
    return dress.bullet


def is_own(marker: str) -> bool:
    """The marker says something: `1.`, `b)`, a ring; a bullet does not, whichever sign or letter it is."""
    return marker in SIGNS_THAT_SAY or (
        len(marker) <= LONGEST_NUMBER and marker != "o" and any(sign.isalnum() for sign in marker)
    )


def with_option_signs(dress: Dress, words: str) -> str:
    """Words as HTML, the boxes to tick among them as the dress has them."""
    made = []
    for sign in words:
        if is_option(sign):
            made.append(option_sign(dress, ticked=sign in TICKED_BOXES))
        else:
            made.append(escape(sign))
    return "".join(made)


def typed(dress: Dress, block: Paragraph | ListItem) -> str:
    """A block's words as HTML, in bold and italic type where it has them."""
    words = with_option_signs(dress, block.text)
    words = f"<i>{words}</i>" if block.italic else words
    return f"<b>{words}</b>" if block.bold else words
