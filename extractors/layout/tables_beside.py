"""Ruled tables that stand beside each other on a page set in two columns: one column's are read before the other's."""

from collections.abc import Sequence

from extractors.pages.geometry import Box
from extractors.tables.ruled_tables import DraftGrid
from extractors.text.lines import Line

Stretch = tuple[bool, list[Line], list[DraftGrid]]
"""A part of a page from the top: whether it stands over the page's whole width, its lines and its ruled tables."""


def stand_beside(tables: Sequence[Box], gutters: Sequence[float]) -> bool:
    """True where tables stand on both sides of a gutter, and none over one."""
    within = not any(t.x0 < x < t.x1 for t in tables for x in gutters)
    return within and any({t.x1 <= x for t in tables} == {True, False} for x in gutters)


def with_tables_in_columns(stretch: Stretch, gutter: float) -> list[Stretch]:
    """The stretch, with those of its tables that stand beside each other as stretches in columns of their own.

    In columns of which one holds no line of text, they are such as go on from the foot of the left column, with its
    heads: what stands below them is read after both.
    """
    whole, lines, grids = stretch
    found: list[Stretch] = []
    rest = list(lines)
    mixed = not whole and len({line.x0 > gutter for line in lines}) > 1
    for group in [] if mixed else _overlapping(grids):
        if not stand_beside([grid.box for grid in group], (gutter,)) or not (whole or _has_one_head(group)):
            continue
        top, bottom = min(grid.box.top for grid in group), max(grid.box.bottom for grid in group)
        above = [line for line in rest if line.bottom <= top]
        held = [line for line in rest if top < line.bottom and line.top < bottom]
        taken = [grid for _, _, tables in found for grid in tables]
        before = [grid for grid in grids if grid.box.bottom <= top and grid not in taken]
        if above or before:
            found.append((True, above, before))
        found.append((False, held, group))
        rest = [line for line in rest if line.top >= bottom]
    taken = [grid for _, _, tables in found for grid in tables]
    after = [grid for grid in grids if grid not in taken]
    return [*found, (whole, rest, after)] if rest or after else found


def _has_one_head(grids: Sequence[DraftGrid]) -> bool:
    """True where all tables have the same texts in their first row."""
    heads = {tuple(tuple(line.text for line in cell.lines) for cell in grid.row_cells(0)) for grid in grids}
    return len(heads) == 1


def _overlapping(grids: Sequence[DraftGrid]) -> list[list[DraftGrid]]:
    """Tables by the heights that they share, from the top."""
    groups: list[list[DraftGrid]] = []
    reach = float("-inf")
    for grid in sorted(grids, key=lambda g: (g.box.top, g.box.x0)):
        if grid.box.top >= reach:
            groups.append([])
        groups[-1].append(grid)
        reach = max(reach, grid.box.bottom)
    return groups
