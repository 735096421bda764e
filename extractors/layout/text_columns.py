"""Pages set in columns of running text: each is read before the one to its right."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.layout.captioned_beside import captioned_beside
from extractors.layout.captions_over_columns import captions_over_columns
from extractors.layout.column_sides import (
    are_columns_of_text,
    column_parts,
    columns_of,
    crosses,
    cut_parts,
    is_tabular,
    parts_of,
    without,
)
from extractors.layout.heads_beside import heads_beside, tables_apart
from extractors.layout.margin_heads import read_with_heads
from extractors.layout.open_over_columns import in_open_tables
from extractors.layout.over_columns import DrawnTable, drawn_tables, heads_both, in_wide_tables, tabled_words
from extractors.layout.page_gutters import gutters_of
from extractors.layout.ruled_beside import ruled_beside
from extractors.layout.side_heads import side_heads
from extractors.layout.tables_beside import Stretch, with_tables_in_columns
from extractors.layout.text_beside_rows import Beside, is_beside_text, tables_beside_text
from extractors.layout.text_in_two_columns import texts_in_two_columns
from extractors.pages.geometry import NOTHING_DRAWN, Drawn
from extractors.tables.ruled_tables import DraftGrid
from extractors.text.head_column import type_of
from extractors.text.lines import Line
from extractors.text.measures import Measures, measure

_SEVERAL_ROWS = 2
"""Tinted rows over both sides: one may be a heading's."""


@dataclass(frozen=True)
class Run:
    """Lines and grids to read one after another, with the measures of the column that they stand in."""

    lines: tuple[Line, ...]
    grids: tuple[DraftGrid, ...]
    measures: Measures
    opens_column: bool = False
    """The run goes on from the foot of the column to its left."""
    is_one_text: bool = False
    """Its lines are one heading's."""


def text_runs(
    lines: Sequence[Line], grids: Sequence[DraftGrid], measures: Measures, drawn: Drawn = NOTHING_DRAWN
) -> list[Run]:
    """The page's lines and grids in reading order; one run where they stand in one column.

    `drawn` are the page's rules and tinted bands.
    """
    known = measures.gutters
    gutters = known if known is not None else gutters_of(lines, measures.body_size, drawn)
    if not gutters:
        return _beside_margin(lines, grids, measures, drawn)
    if measures.on_surfaces:
        return _on_surfaces(lines, grids, measures)
    # Lines of two columns stand between each other: their steps are known only within a column.
    side = max(column_parts(lines, gutters), key=len)
    measures = replace(measures, pitch=measure(side, measures.right, measures.body_size).pitch)
    return _runs(lines, grids, replace(measures, gutters=gutters), drawn)


def _on_surfaces(lines: Sequence[Line], grids: Sequence[DraftGrid], measures: Measures) -> list[Run]:
    """One run for each of the surfaces side by side that the page is set on."""
    gutters = measures.gutters or ()
    runs: list[Run] = []
    for at, column in enumerate(columns_of(lines, gutters)):
        held = [grid for grid in grids if bisect_right(gutters, (grid.box.x0 + grid.box.x1) / 2) == at]
        boxes = [line.box for line in column] + [grid.box for grid in held]
        if boxes:
            left, right = min(box.x0 for box in boxes), max(box.x1 for box in boxes)
            pitch = measure(column, right, measures.body_size).pitch
            own = replace(measures, left=left, right=right, pitch=pitch, gutters=())
            runs.append(Run(tuple(column), tuple(held), own, opens_column=bool(runs)))
    return runs


def _beside_margin(lines: Sequence[Line], grids: Sequence[DraftGrid], measures: Measures, drawn: Drawn) -> list[Run]:
    """The page as one run, or, where headings stand in its margin, as one for each heading and for the text below."""
    if measures.margin is None:
        return _beside_heads(lines, grids, measures, drawn)
    waiting = sorted(grids, key=lambda grid: grid.box.top)
    runs: list[Run] = []
    parts = read_with_heads(lines, measures.margin, drawn)
    for part, after in zip(parts, [*parts[1:], None], strict=False):
        if part.in_margin:
            runs.append(Run(part.lines, (), measures, is_one_text=True))
            continue
        end = after.lines[0].top if after is not None else float("inf")
        held = [grid for grid in waiting if grid.box.top < end]
        waiting = waiting[len(held) :]
        runs.append(Run(part.lines, tuple(held), measures))
    return [*runs, Run((), tuple(waiting), measures)] if waiting else runs


def _beside_heads(lines: Sequence[Line], grids: Sequence[DraftGrid], measures: Measures, drawn: Drawn) -> list[Run]:
    """The page as one run, or parted where heads stand beside their text: each head before what it opens."""
    runs: list[Run] = []
    for run, is_beside in _around_heads(lines, grids, measures, drawn):
        runs += [run] if is_beside else _beside_tables(run.lines, run.grids, measures, drawn)
    return runs


def _in_column(lines: Sequence[Line], grids: Sequence[DraftGrid], measures: Measures, drawn: Drawn) -> list[Run]:
    """A column as one run, or parted at heads beside their text, which ends where the column does."""
    runs = [run for run, _ in _around_heads(lines, grids, measures, drawn)]
    return [replace(run, measures=replace(run.measures, right=min(run.measures.right, measures.right))) for run in runs]


def _around_heads(
    lines: Sequence[Line], grids: Sequence[DraftGrid], measures: Measures, drawn: Drawn
) -> list[tuple[Run, bool]]:
    """Lines and grids parted at heads beside their text; True for a head and for the text beside it."""
    parts: list[tuple[Run, bool]] = []
    at, waiting = 0, sorted(grids, key=lambda grid: grid.box.top)
    for beside in side_heads(lines, measures.side_heads, [grid.box for grid in grids]):
        top, bottom = lines[beside.first].top, lines[beside.last - 1].bottom
        marks = (mark for mark in (*drawn.rules, *drawn.bands) if mark.x0 < beside.left < mark.x1)
        if any(grid.box.top < bottom and grid.box.bottom > top for grid in grids) or any(
            top < mark.top < bottom for mark in marks
        ):
            continue  # a table's labels
        above = [grid for grid in waiting if grid.box.top < top]
        waiting = waiting[len(above) :]
        if beside.first > at or above:
            parts.append((Run(tuple(lines[at : beside.first]), tuple(above), measures), False))
        own = replace(measures, left=beside.left, right=beside.right)
        parts += [(Run(part.lines, (), own, is_one_text=part.in_margin), True) for part in beside.parts]
        at = beside.last
    if at < len(lines) or waiting or not parts:
        parts.append((Run(tuple(lines[at:]), tuple(waiting), measures), False))
    return parts


def _beside_tables(lines: Sequence[Line], grids: Sequence[DraftGrid], measures: Measures, drawn: Drawn) -> list[Run]:
    """The page as one run, or, parted where a table stands beside text or another: each side is read by itself."""
    runs: list[Run] = []
    at, waiting = 0, sorted(grids, key=lambda grid: grid.box.top)
    for beside in _all_beside(lines, drawn):
        held = lines[beside.first : beside.last]
        top, bottom = held[0].top, max(line.bottom for line in held)
        if any(grid.box.top < bottom and grid.box.bottom > top for grid in grids):
            continue
        above = [grid for grid in waiting if grid.box.top < top]
        waiting = waiting[len(above) :]
        if at < beside.first or above:
            runs.append(Run(tuple(lines[at : beside.first]), tuple(above), measures))
        sides = [part for side in parts_of(held, beside.x) for part in tables_apart(side, drawn)]
        for i, column in enumerate(sides):
            left, right = min(line.x0 for line in column), max(line.x1 for line in column)
            opens = i == 1 and beside.goes_on
            runs.append(Run(tuple(column), (), replace(measures, left=left, right=right), opens_column=opens))
        at = beside.last
    return [*runs, Run(tuple(lines[at:]), tuple(waiting), measures)] if at < len(lines) or waiting or not runs else runs


def _all_beside(lines: Sequence[Line], drawn: Drawn) -> list[Beside]:
    """From the top, where a table stands beside another, elsewhere text beside text or beside a table."""
    found: list[Beside] = []
    tables = (ruled_beside(lines, drawn.rules), captioned_beside(lines), heads_beside(lines, drawn))
    texts = (tables_beside_text(lines), texts_in_two_columns(lines, drawn))
    rows = drawn_tables(lines, drawn) if any(texts) else []
    whole = ([b for b in each if not _is_one_table(lines, b, drawn, rows)] for each in texts)
    for more in (*tables, *whole):
        found += [b for b in more if all(b.last <= x.first or x.last <= b.first for x in found)]
    return sorted(found, key=lambda b: b.first)


def _is_one_table(lines: Sequence[Line], beside: Beside, drawn: Drawn, tables: Sequence[DrawnTable]) -> bool:
    """True where both sides are one table's: most stand in its rows, or tints reach from one side to the other.

    Its head stands above them, on both sides: text can also follow right below a title's rule, and a table below it.
    """
    held = lines[beside.first : beside.last]
    headed = [table for table in tables if any(map(beside.has_on_both_sides, lines[table.first : beside.first]))]
    if sum(in_wide_tables(lines, headed, (beside.x,))[beside.first : beside.last]) > len(held) / 2:
        return True
    top, bottom = held[0].top, max(line.bottom for line in held)
    marks = (*drawn.bands, *drawn.rules)
    over = [mark for mark in marks if mark.x0 < beside.x < mark.x1 and top < (mark.top + mark.bottom) / 2 < bottom]
    return len(over) >= _SEVERAL_ROWS


def _runs(lines: Sequence[Line], grids: Sequence[DraftGrid], measures: Measures, drawn: Drawn) -> list[Run]:
    """Lines and grids right of a gutter, or of the page, in reading order; the gutters among them are the measures'."""
    if not measures.gutters:
        return _in_column(lines, grids, measures, drawn)
    gutter, rest = measures.gutters[0], measures.gutters[1:]
    runs: list[Run] = []
    for whole, stretch, among in _stretches(lines, grids, measures, drawn):
        sides = [(column, _on_side(among, gutter, right=i == 1)) for i, column in enumerate(parts_of(stretch, gutter))]
        if whole or not all(column or held for column, held in sides):
            runs += _in_column(stretch, among, measures, drawn)
            continue
        for i, (column, held) in enumerate(sides):
            boxes = [x.box for x in column] or [grid.box for grid in held]
            edges = replace(measures, left=min(b.x0 for b in boxes), right=max(b.x1 for b in boxes))
            first, *more = _runs(column, held, replace(edges, gutters=rest if i else ()), drawn)
            runs += [replace(first, opens_column=i == 1), *more]
    return runs


def _on_side(grids: Sequence[DraftGrid], gutter: float, *, right: bool) -> list[DraftGrid]:
    return [grid for grid in grids if ((grid.box.x0 + grid.box.x1) / 2 > gutter) == right]


def _stretches(lines: Sequence[Line], grids: Sequence[DraftGrid], measures: Measures, drawn: Drawn) -> list[Stretch]:
    """From the top: stretches over the whole width, True, and stretches parted at the first gutter, False."""
    gutters = measures.gutters or ()
    gutter, n_columns = gutters[0], len(gutters) + 1
    open_rows = in_open_tables(lines, gutters)
    over = [a or b for a, b in zip(in_wide_tables(lines, drawn_tables(lines, drawn), gutters), open_rows, strict=True)]
    cells = tabled_words(columns_of(lines, gutters), drawn, gutters)
    pieces: list[tuple[bool, list[Line]]] = []
    boxes = [grid.box for grid in grids]
    over = [a or b for a, b in zip(over, captions_over_columns(lines, over, boxes, gutter), strict=True)]
    parts = cut_parts(lines)
    reach = float("-inf")
    at_sides = {each for column in measures.side_heads for each in column.types}
    for line, tabled in zip(lines, over, strict=True):
        alone = type_of(line) not in at_sides and heads_both(line, parts, boxes, gutter, measures.body_size)
        crossing = tabled or crosses(line, gutter) or alone
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
        text = without(piece, cells)
        tabular = is_tabular(text, n_columns) and not (
            is_beside_text(text, gutter) or are_columns_of_text(text, gutter, drawn)
        )
        whole = crossing or alone or tabular
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
