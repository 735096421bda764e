"""Running heads and feet in a box or on a tint, the same on several pages: their lines are lines as any other."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from extractors.layout.margins import key_of
from extractors.layout.outer_parts import zone_of
from extractors.pages.page_words import RawPage
from extractors.sheets import Sheet
from extractors.tables.ruled_tables import DraftGrid
from extractors.text.lines import Line

_SAME_PLACE = 4.0
"""Points."""
_FEW = 2
"""Pages: a form's box stands once at its place with its words."""


def with_framed_heads(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The sheets, the text of boxes that come again at the head or foot of several pages among the lines."""
    found: dict[tuple[str | None, str], list[tuple[int, DraftGrid]]] = defaultdict(list)
    for i, sheet in enumerate(sheets):
        for grid in sheet.grids:
            if len(grid.cells) == 1 and (key := _key(sheet.page, grid)) is not None:
                found[key].append((i, grid))
    again: dict[int, list[DraftGrid]] = defaultdict(list)
    for places in found.values():
        for i, grid in places:
            if len({j for j, other in places if _at_one_place(grid, other)}) >= _FEW:
                again[i].append(grid)
    return [_opened(sheet, again[i]) if i in again else sheet for i, sheet in enumerate(sheets)]


def _key(page: RawPage, grid: DraftGrid) -> tuple[str | None, str] | None:
    """Where the box's text stands and what it says but for its numbers; None where it is not all at the page's edge."""
    lines = grid.cells[0].lines
    zones = {zone_of(page, line) for line in lines}
    return (zones.pop(), " ".join(map(key_of, lines))) if len(zones) == 1 and None not in zones else None


def _at_one_place(grid: DraftGrid, other: DraftGrid) -> bool:
    a, b = grid.box, other.box
    return abs(a.x0 - b.x0) <= _SAME_PLACE and abs(a.top - b.top) <= _SAME_PLACE


def _opened(sheet: Sheet, grids: Sequence[DraftGrid]) -> Sheet:
    lines: list[Line] = [*sheet.lines, *(line for grid in grids for line in grid.cells[0].lines)]
    kept = tuple(grid for grid in sheet.grids if grid not in grids)
    return replace(sheet, grids=kept, lines=tuple(sorted(lines, key=lambda line: (line.bottom, line.x0))))
