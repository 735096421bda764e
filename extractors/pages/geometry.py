"""Words and boxes on a page, in points from its top left."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from extractors.plain import slotted


@slotted
class Word:
    """A run of characters in one font, with its box."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    bold: bool = False
    italic: bool = False
    page: int = 1
    color: str = ""
    """The fill colour as text: to tell one from another, not to paint with."""
    led: bool = False
    """Leader dots stand before it."""
    mark: str = field(default="", compare=False)
    """The mark of a footnote that stood right behind it."""

    def __reduce__(self) -> tuple[type["Word"], tuple[str | float, ...]]:
        """Packed in half the time that a dataclass takes by itself: a page has hundreds."""
        return Word, (
            self.text,
            self.x0,
            self.top,
            self.x1,
            self.bottom,
            self.size,
            self.bold,
            self.italic,
            self.page,
            self.color,
            self.led,
            self.mark,
        )

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@slotted
class Box:
    """A rectangle; rules are boxes too, thin ones."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def encloses(self, other: "Box | Word") -> bool:
        """True where the other box, or a word's, lies inside, give or take a point."""
        return (
            self.x0 - 1 <= other.x0
            and self.top - 1 <= other.top
            and self.x1 + 1 >= other.x1
            and self.bottom + 1 >= other.bottom
        )

    def holds(self, word: Word) -> bool:
        """True where the word's middle lies inside."""
        centre = (word.x0 + word.x1) / 2
        return self.x0 <= centre <= self.x1 and self.top <= word.middle <= self.bottom


def box_around(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds them all; at least one."""
    first, *others = boxes
    x0, top, x1, bottom = first.x0, first.top, first.x1, first.bottom
    for box in others:
        x0, top, x1, bottom = min(x0, box.x0), min(top, box.top), max(x1, box.x1), max(bottom, box.bottom)
    return Box(x0, top, x1, bottom)


class Placed:
    """Words by their places: many boxes are asked which of them they hold."""

    def __init__(self, words: Iterable[Word]) -> None:
        self._places = [((w.x0 + w.x1) / 2, (w.top + w.bottom) / 2, w) for w in words]

    def within(self, box: Box) -> list[Word]:
        """The words that the box holds, in the order in which they were given."""
        x0, top, x1, bottom = box.x0, box.top, box.x1, box.bottom
        return [word for x, y, word in self._places if top <= y <= bottom and x0 <= x <= x1]


@dataclass(frozen=True)
class Drawn:
    """What is drawn on a page and may part a table that no drawn lines enclose."""

    rules: tuple[Box, ...] = ()
    """Horizontal rules."""
    bands: tuple[Box, ...] = ()
    """Tints behind table rows."""
    tints: tuple[Box, ...] = ()
    """The filled rectangles that the bands are made of, one or one for each cell."""


NOTHING_DRAWN = Drawn()


@dataclass(frozen=True)
class RuledGrid:
    """Cells that drawn lines enclose, as boxes; one grid per connected drawing."""

    box: Box
    cells: tuple[Box, ...]
    upright: bool = False
    """Lines are drawn between its columns only: its head and foot are where these end, and nothing parts its rows."""
    painted: tuple[Box, ...] = ()
    """Its cells that hold no word and are painted otherwise than those with the row's texts."""
