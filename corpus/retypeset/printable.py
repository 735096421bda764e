"""Signs that no font here has: symbol fonts' own, what a picture of a letter was read as."""

from corpus.generator.looks.html.fonts import unprintable

IN_PLACE = "\N{BULLET}"
"""Printed for a sign that no font has: its place is kept, and the sign is told."""


def printable(html: str, *families: str) -> tuple[str, str]:
    """The HTML with such signs put in place, and which they were."""
    lost = "".join(sorted({sign for family in families for sign in unprintable(html, family)}))
    return html.translate({ord(sign): IN_PLACE for sign in lost}), lost
