"""Heads that come again, such as "Mål" in each part of a plan, set with their text: on its line, beside it, boxed."""

from collections import Counter
from collections.abc import Sequence
from html import escape

from corpus.retypeset.dress import Dress
from corpus.retypeset.source import Piece
from models.blocks import Heading, ListItem, Paragraph

LONGEST = 45
"""Letters: a longer heading is none of the heads that sort a text."""


def recurring_heads(pieces: Sequence[Piece]) -> frozenset[int]:
    """The headings right above text whose very words head other text too, by their id(); not those that are long."""
    headings = [piece for piece in pieces if isinstance(piece, Heading) and len(piece.text) <= LONGEST]
    counts = Counter((heading.level, heading.text.casefold()) for heading in headings)
    return frozenset(id(each) for each in headings if counts[each.level, each.text.casefold()] > 1)


def goes_with_head(piece: Piece) -> bool:
    """Text that may be set together with the head above it."""
    return isinstance(piece, Paragraph | ListItem)


def section_html(head: Heading, heading: str, first: str, rest: str, dress: Dress) -> str:
    """A head and the text below it as the dress sets them.

    heading, first, rest: HTML of the head on a line of its own, of the words of a paragraph right below it, or nothing
    where a list stands there, and of what else stands below it.
    """
    match dress.heads:
        case "run-in":
            sign = "" if head.text[-1:] in (":", "?", ".") else ":"
            return f"<p><b>{escape(head.text)}{sign}</b> {first}</p>{rest}"
        case "beside":
            below = f"<p>{first}</p>{rest}" if first else rest
            return f'<table class="side"><tr><td class="head">{heading}</td><td>{below}</td></tr></table>'
        case _:
            below = f"<p>{first}</p>{rest}" if first else rest
            return f'<div class="framed">{heading}{below}</div>'
