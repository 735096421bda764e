"""Where something stands in a file."""

from pydantic import ConfigDict, Field
from pydantic.dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, config=ConfigDict(extra="forbid"))
class Place:
    """A box on a page: PDF points, origin top left, as pdfplumber has them.

    A dataclass: every block and cell has one, and as a model it would take six times the memory.
    """

    page: int = Field(ge=1, description="Page in the file, 1-based.")
    x0: float
    top: float
    x1: float
    bottom: float

    def union(self, other: "Place") -> "Place":
        """The smallest box over both; both must stand on one page."""
        if other.page != self.page:
            raise ValueError("a place is on one page: keep a list of places instead")
        return Place(
            page=self.page,
            x0=min(self.x0, other.x0),
            top=min(self.top, other.top),
            x1=max(self.x1, other.x1),
            bottom=max(self.bottom, other.bottom),
        )

    def turned(self, quarters: int, width: float, height: float) -> "Place":
        """The box once its page, so wide and high, is turned clockwise by right angles, 0 to 3."""
        x0, top, x1, bottom = [
            (self.x0, self.top, self.x1, self.bottom),
            (height - self.bottom, self.x0, height - self.top, self.x1),
            (width - self.x1, height - self.bottom, width - self.x0, height - self.top),
            (self.top, width - self.x1, self.bottom, width - self.x0),
        ][quarters]
        return Place(page=self.page, x0=round(x0, 2), top=round(top, 2), x1=round(x1, 2), bottom=round(bottom, 2))


def join_places(places: tuple[Place, ...], more: tuple[Place, ...]) -> tuple[Place, ...]:
    """Append places, growing the last one where the text goes on upon the same page."""
    joined = list(places)
    for place in more:
        if joined and joined[-1].page == place.page:
            joined[-1] = joined[-1].union(place)
        else:
            joined.append(place)
    return tuple(joined)
