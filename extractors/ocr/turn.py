"""Between a page as it lies in the file and the same page made straight for reading."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extractors.pages.page_words import RawPage
from models.blocks import Block, Cell, Table
from models.place import Place


@dataclass(frozen=True)
class Turn:
    """How a page was turned to be read. Lengths are points, angles degrees.

    quarters: right angles by which it was turned clockwise, 0 to 3; after that it was turned clockwise by `skew` about
    its middle. width and height are the page's as it lies in the file.
    """

    width: float
    height: float
    quarters: int = 0
    skew: float = 0.0

    @property
    def straight_size(self) -> tuple[float, float]:
        """Width and height of the page made straight."""
        return (self.width, self.height) if self.quarters % 2 == 0 else (self.height, self.width)

    def back(self, place: Place) -> Place:
        """The box on the page as it lies round a box on the straight page."""
        corners = [self._point(x, y) for x in (place.x0, place.x1) for y in (place.top, place.bottom)]
        xs = [min(max(x, 0.0), self.width) for x, _ in corners]
        ys = [min(max(y, 0.0), self.height) for _, y in corners]
        return Place(
            page=place.page,
            x0=round(min(xs), 2),
            top=round(min(ys), 2),
            x1=round(max(xs), 2),
            bottom=round(max(ys), 2),
        )

    def _point(self, x: float, y: float) -> tuple[float, float]:
        width, height = self.straight_size
        angle = math.radians(self.skew)
        dx, dy = x - width / 2, y - height / 2
        x = width / 2 + dx * math.cos(angle) + dy * math.sin(angle)
        y = height / 2 - dx * math.sin(angle) + dy * math.cos(angle)
        return [(x, y), (y, self.height - x), (self.width - x, self.height - y), (self.width - y, x)][self.quarters]


def as_read(page: RawPage) -> Turn:
    """How a page with a text layer was turned to be read."""
    size = (page.width, page.height) if page.quarters % 2 == 0 else (page.height, page.width)
    return Turn(*size, page.quarters)


def turned_back(blocks: Sequence[Block], turns: Mapping[int, Turn]) -> list[Block]:
    """The blocks with their places on the pages as they lie in the file. `turns` are by page number."""
    return [_turned_back(block, turns) for block in blocks] if turns else list(blocks)


def _turned_back(block: Block, turns: Mapping[int, Turn]) -> Block:
    if not any(place.page in turns for place in block.places):
        return block
    changed: dict[str, object] = {"places": tuple(_back(place, turns) for place in block.places)}
    if isinstance(block, Table):
        changed["cells"] = tuple(_cell_back(cell, turns) for cell in block.cells)
    return block.model_copy(update=changed)


def _cell_back(cell: Cell, turns: Mapping[int, Turn]) -> Cell:
    return cell.model_copy(update={"place": _back(cell.place, turns)})


def _back(place: Place, turns: Mapping[int, Turn]) -> Place:
    turn = turns.get(place.page)
    return place if turn is None else turn.back(place)
