"""How a document sets heads in a column beside the text that they open."""

from dataclasses import dataclass

from extractors.text.lines import Line

Type = tuple[float, bool, bool, str]
"""Size in points, bold, italic, colour."""


@dataclass(frozen=True)
class HeadColumn:
    """Lengths are in points from the heads' left edge."""

    offset: float
    """Where the text begins."""
    reach: float
    """Where its lines end."""
    step: float
    """From foot to foot of its lines."""
    types: frozenset[Type]
    """The types that the heads are set in."""


def type_of(line: Line) -> Type:
    return line.size, line.bold, line.italic, line.color
