"""The surfaces that a page is set on: a dark column from its top to its foot, the sheet beside it."""

from collections.abc import Iterable

from extractors.pages.geometry import RuledGrid

_BLEED = 6.0
"""Points from the page's edge: no table begins there."""
PAGE_HIGH = 400.0
"""Points: what is drawn so high is drawn for the page, and no row of a table."""


def is_surface(grid: RuledGrid) -> bool:
    """True for boxes from the page's corner on, each nearly as high as it is: they hold no table's rows."""
    from_corner = max(grid.box.x0, grid.box.top) <= _BLEED
    return from_corner and all(cell.height > PAGE_HIGH for cell in grid.cells)


def surface_gutters(grids: Iterable[RuledGrid]) -> tuple[float, ...]:
    """Where surfaces side by side meet, points from the left: what stands on each is a column of its own."""
    surfaces = [cell for grid in grids if is_surface(grid) for cell in grid.cells]
    left = min((cell.x0 for cell in surfaces), default=0.0)
    return tuple(sorted({cell.x0 for cell in surfaces if cell.x0 - left > _BLEED}))
