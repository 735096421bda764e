"""How a document sets heads in a column beside the text that they open."""

from dataclasses import dataclass
from typing import Literal

from extractors.text.lines import Line

Type = tuple[float, bool, bool, str]
"""Size in points, bold, italic, colour."""


HeadPlace = Literal["before", "set_right", "behind"]
"""Left of the text, from one edge or up to one; or right of it, from one edge."""


@dataclass(frozen=True)
class HeadColumn:
    """Lengths are in points from the heads' common edge, below zero where the text stands left of it."""

    offset: float
    """Where the text begins."""
    reach: float
    """Where its lines end."""
    step: float
    """From foot to foot of its lines."""
    types: frozenset[Type]
    """The types that the heads are set in."""
    place: HeadPlace = "before"


def edge_of(head: Line, place: HeadPlace) -> float:
    """Where heads have their common edge."""
    return head.x1 if place == "set_right" else head.x0


def type_of(line: Line) -> Type:
    return line.size, line.bold, line.italic, line.color
