"""Pages set in two columns of running text: the left one is read before the right one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.layout.column_sides import crosses, cut_parts, is_tabular, parts_of, without
from extractors.layout.over_columns import heads_both, in_wide_tables, tabled_words
from extractors.layout.page_gutters import gutter_of
from extractors.layout.tables_beside import Stretch, with_tables_in_columns
from extractors.pages.geometry import NOTHING_DRAWN, Drawn, Word
from extractors.tables.ruled_tables import DraftGrid
from extractors.text.lines import Line
from extractors.text.measures import Measures, measure


@dataclass(frozen=True)
class Run:
    """Lines and grids to read one after another, with the measures of the column that they stand in."""

    lines: tuple[Line, ...]
    grids: tuple[DraftGrid, ...]
    measures: Measures
    opens_column: bool = False
    """The run goes on from the foot of the column to its left."""


def text_runs(
    lines: Sequence[Line], grids: Sequence[DraftGrid], measures: Measures, drawn: Drawn = NOTHING_DRAWN
) -> list[Run]:
    """The page's lines and grids in reading order; one run where they stand in one column.

    `drawn` are the page's rules and tinted bands.
    """
    gutter = measures.gutter if measures.gutter is not None else gutter_of(lines, measures.body_size, drawn)
    if gutter is None:
        return [Run(tuple(lines), tuple(grids), measures)]
    # Lines of two columns stand between each other: their steps are known only within a column.
    side = max(parts_of([x for x in lines if not crosses(x, gutter)], gutter), key=len)
    measures = replace(measures, pitch=measure(side, measures.right, measures.body_size).pitch)
    runs: list[Run] = []
    over = in_wide_tables(lines, drawn)
    cells = tabled_words(parts_of(lines, gutter), drawn, gutter)
    for whole, stretch, among in _stretches(lines, over, grids, gutter, measures.body_size, cells):
        sides = [(column, _on_side(among, gutter, right=i == 1)) for i, column in enumerate(parts_of(stretch, gutter))]
        if whole or not all(column or held for column, held in sides):
            runs.append(Run(tuple(stretch), tuple(among), measures))
            continue
        for i, (column, held) in enumerate(sides):
            boxes = [x.box for x in column] or [grid.box for grid in held]
            edges = replace(measures, left=min(b.x0 for b in boxes), right=max(b.x1 for b in boxes))
            runs.append(Run(tuple(column), tuple(held), edges, opens_column=i == 1))
    return runs


def _on_side(grids: Sequence[DraftGrid], gutter: float, *, right: bool) -> list[DraftGrid]:
    return [grid for grid in grids if ((grid.box.x0 + grid.box.x1) / 2 > gutter) == right]


def _stretches(
    lines: Sequence[Line],
    over: Sequence[bool],
    grids: Sequence[DraftGrid],
    gutter: float,
    body_size: float,
    cells: frozenset[Word],
) -> list[Stretch]:
    """The page from the top: stretches over its whole width, True, and stretches in two columns, False.

    `over` tells which lines stand in a table over both columns, `cells` are the words of tables within one.
    """
    pieces: list[tuple[bool, list[Line]]] = []
    boxes = [grid.box for grid in grids]
    parts = cut_parts(lines)
    reach = float("-inf")
    for line, tabled in zip(lines, over, strict=True):
        crossing = tabled or crosses(line, gutter) or heads_both(line, parts, boxes, gutter, body_size)
        if pieces and not crossing and not pieces[-1][0] and line.top - reach <= line.size:
            pieces[-1][1].append(line)
        else:
            pieces.append((crossing, [line]))
        reach = max(reach, line.bottom)
    across = sorted((g for g in grids if g.box.x0 < gutter < g.box.x1), key=lambda g: g.box.top)
    stretches: list[Stretch] = []
    for crossing, piece in pieces:
        while across and across[0].box.top < piece[0].top:
            stretches.append((True, [], [across.pop(0)]))
        # What goes on from a line over both columns, with nothing to its right, is no column either.
        alone = bool(stretches) and stretches[-1][0] and not parts_of(piece, gutter)[1]
        whole = crossing or alone or is_tabular(without(piece, cells))
        if stretches and stretches[-1][0] == whole and not (whole and stretches[-1][2]):
            stretches[-1][1].extend(piece)
        else:
            stretches.append((whole, list(piece), []))
    stretches.extend((True, [], [grid]) for grid in across)
    stretches = stretches or [(True, [], [])]
    for grid in grids:
        if not grid.box.x0 < gutter < grid.box.x1:
            _nearest(stretches, grid)[2].append(grid)
    return [part for stretch in stretches for part in with_tables_in_columns(stretch, gutter)]


def _nearest(stretches: Sequence[Stretch], grid: DraftGrid) -> Stretch:
    """The stretch in columns that begins last above the grid, else the first one."""
    columns = [s for s in stretches if not s[0] and s[1]] or list(stretches)
    above = [s for s in columns if s[1] and s[1][0].top <= grid.box.top]
    return (above or columns)[-1 if above else 0]
