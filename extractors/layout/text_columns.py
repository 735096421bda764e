"""Pages set in two columns of running text: the left one is read before the right one."""

import itertools
import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.layout.over_columns import heads_both, in_wide_tables, tabled_words
from extractors.pages.geometry import NOTHING_DRAWN, Drawn, Word
from extractors.tables.ruled_tables import DraftGrid
from extractors.text.lines import Line, segments
from extractors.text.measures import Measures, main_sizes, measure

_CENTRE = 0.06
"""The gutter stands this near the middle of the text, as a share of its width."""
_MIN_LINES = 6
"""Lines in each column, and lines with text in both, from which columns are believed."""
_FULL = 0.72
"""A line is full from this share of its column's width."""
_FULL_SHARE = 0.5
_SMALLER = 0.4
"""Points: type smaller than the body's by more is no running text."""
_WORDS = 3.0
"""Words on a column's average line, at the least: running text and not cells."""
_PAGES = 2
"""Pages in columns from which the document is believed to be set so."""
_FEW_LINES = 2
"""Lines in each column that stand beside each other, at the least."""
_MOST = 0.7
"""Share of such lines that begin at their column's edge, from which another page's gutter is taken over."""
_EDGE = 5.0
"""Lines of the right column, list items among them, begin within so many type sizes of the gutter."""
_TOGETHER = 0.6
"""Paragraphs that begin beside each other more often than this are a table's rows."""


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
    side = max(_parts([x for x in lines if not _crosses(x, gutter)], gutter), key=len)
    measures = replace(measures, pitch=measure(side, measures.right, measures.body_size).pitch)
    runs: list[Run] = []
    over = in_wide_tables(lines, drawn)
    cells = tabled_words(_parts(lines, gutter), drawn, gutter)
    for whole, stretch, among in _stretches(lines, over, grids, gutter, measures.body_size, cells):
        left, right = _parts(stretch, gutter)
        if whole or not left or not right:
            runs.append(Run(tuple(stretch), tuple(among), measures))
            continue
        for column, opens in ((left, False), (right, True)):
            edges = replace(measures, left=min(x.x0 for x in column), right=max(x.x1 for x in column))
            held = tuple(g for g in among if ((g.box.x0 + g.box.x1) / 2 > gutter) == opens)
            runs.append(Run(tuple(column), held, edges, opens_column=opens))
    return runs


def _stretches(
    lines: Sequence[Line],
    over: Sequence[bool],
    grids: Sequence[DraftGrid],
    gutter: float,
    body_size: float,
    cells: frozenset[Word],
) -> list[tuple[bool, list[Line], list[DraftGrid]]]:
    """The page from the top: stretches over its whole width, True, and stretches in two columns, False.

    `over` tells which lines stand in a table over both columns, `cells` are the words of tables within one.
    """
    pieces: list[tuple[bool, list[Line]]] = []
    boxes = [grid.box for grid in grids]
    parts = _cut(lines)
    reach = float("-inf")
    for line, tabled in zip(lines, over, strict=True):
        crossing = tabled or _crosses(line, gutter) or heads_both(line, parts, boxes, gutter, body_size)
        if pieces and not crossing and not pieces[-1][0] and line.top - reach <= line.size:
            pieces[-1][1].append(line)
        else:
            pieces.append((crossing, [line]))
        reach = max(reach, line.bottom)
    across = sorted((g for g in grids if g.box.x0 < gutter < g.box.x1), key=lambda g: g.box.top)
    stretches: list[tuple[bool, list[Line], list[DraftGrid]]] = []
    for crossing, piece in pieces:
        while across and across[0].box.top < piece[0].top:
            stretches.append((True, [], [across.pop(0)]))
        # What goes on from a line over both columns, with nothing to its right, is no column either.
        alone = bool(stretches) and stretches[-1][0] and not _parts(piece, gutter)[1]
        whole = crossing or alone or _is_tabular(_without(piece, cells))
        if stretches and stretches[-1][0] == whole and not (whole and stretches[-1][2]):
            stretches[-1][1].extend(piece)
        else:
            stretches.append((whole, list(piece), []))
    stretches.extend((True, [], [grid]) for grid in across)
    for grid in grids:
        if not grid.box.x0 < gutter < grid.box.x1:
            _nearest(stretches, grid)[2].append(grid)
    return stretches


def _nearest(
    stretches: Sequence[tuple[bool, list[Line], list[DraftGrid]]], grid: DraftGrid
) -> tuple[bool, list[Line], list[DraftGrid]]:
    """The stretch in columns that begins last above the grid, else the first one."""
    columns = [s for s in stretches if not s[0] and s[1]] or list(stretches)
    above = [s for s in columns if s[1] and s[1][0].top <= grid.box.top]
    return (above or columns)[-1 if above else 0]


def _without(lines: Sequence[Line], cells: frozenset[Word]) -> list[Line]:
    """The lines without these words."""
    kept = ((line, tuple(w for w in line.words if w not in cells)) for line in lines)
    return [line if words == line.words else Line(words) for line, words in kept if words]


def _is_tabular(piece: Sequence[Line]) -> bool:
    """True for lines of three parts and more, or with a number alone on the right: a table between the columns."""
    parts = [segments(line, line.size) for line in piece]
    many = sum(1 for p in parts if len(p) >= 3)
    numbers = sum(1 for p in parts if len(p) == 2 and p[1].text.replace(" ", "").isdigit())
    return many + numbers >= max(2, 0.3 * len(piece))


def gutter_of(lines: Sequence[Line], body_size: float, drawn: Drawn = NOTHING_DRAWN) -> float | None:
    """Where the page's text is parted in two columns; None where it is not.

    Drawn tables over the page's whole width have gutters of their own and are left out, as is small type.
    """
    tabled = in_wide_tables(lines, drawn)
    outside = [line for line, held in zip(lines, tabled, strict=True) if not held]
    if len(outside) < _MIN_LINES:
        return None
    gutter = _strip(outside)
    if gutter is None:
        return None
    large = [line for line in outside if line.size > body_size - _SMALLER]
    if sum(not _crosses(line, gutter) for line in large) < 0.5 * len(large):
        return None
    left, right = _beside_each_other(large, gutter)
    if not _flows(left) or not _flows(right):
        return None
    parts = _cut(outside)
    over = [x for x in outside if _crosses(x, gutter) or heads_both(x, parts, (), gutter, body_size)]
    over += [line for line, held in zip(lines, tabled, strict=True) if held]
    return None if _begin_together(left, right, [x.top for x in over]) else gutter


def _beside_each_other(lines: Sequence[Line], gutter: float) -> tuple[list[Line], list[Line]]:
    """The lines of both columns, where each holds a few: a short line alone tells of no column."""
    sides: tuple[list[Line], list[Line]] = ([], [])
    for crossing, run in itertools.groupby(lines, lambda line: _crosses(line, gutter)):
        left, right = _parts([] if crossing else list(run), gutter)
        if min(len(left), len(right)) >= _FEW_LINES:
            sides[0].extend(left)
            sides[1].extend(right)
    return sides


def _strip(lines: Sequence[Line]) -> float | None:
    """The middle of the widest upright strip near the text's middle that the fewest parts of lines reach into."""
    x0, x1 = min(x.x0 for x in lines), max(x.x1 for x in lines)
    first, last = (x0 + x1) / 2 - _CENTRE * (x1 - x0), (x0 + x1) / 2 + _CENTRE * (x1 - x0)
    places = range(math.ceil(first), math.floor(last) + 1)
    if not places:
        return None
    wide = [p for p in _cut(lines) if p.x1 - p.x0 > 2]
    begins, ends = sorted(p.x0 for p in wide), sorted(p.x1 for p in wide)
    reaching = [bisect_left(begins, x - 1) - bisect_right(ends, x + 1) for x in places]
    fewest = min(reaching)
    runs = [
        list(run) for n, run in itertools.groupby(zip(reaching, places, strict=True), lambda r: r[0]) if n == fewest
    ]
    widest = max(runs, key=len)
    return (widest[0][1] + widest[-1][1]) / 2


def page_gutters(pages: Sequence[Sequence[Line]], drawn: Sequence[Drawn]) -> list[float | None]:
    """Per page, where its lines are parted in two columns: where the document's pages are, else by the page alone.

    `drawn` are each page's rules and tinted bands.
    """
    sizes = main_sizes([line for lines in pages for line in lines])
    body_size = sizes.most_common(1)[0][0] if sizes else 0.0
    own = [gutter_of(lines, body_size, boxes) for lines, boxes in zip(pages, drawn, strict=True)]
    known = sorted(g for g in own if g is not None)
    if len(known) < _PAGES:
        return own
    usual = known[len(known) // 2]
    return [
        usual if _parts_at(lines, usual, boxes) else gutter
        for lines, gutter, boxes in zip(pages, own, drawn, strict=True)
    ]


def _parts_at(lines: Sequence[Line], gutter: float, drawn: Drawn) -> bool:
    """True where some of a page's lines, one below another, fit the gutter of the document's other pages."""
    tabled = zip(lines, in_wide_tables(lines, drawn), strict=True)
    runs = itertools.groupby(tabled, lambda at: at[1] or _crosses(at[0], gutter))
    cells = tabled_words(_parts(lines, gutter), drawn, gutter)
    for over, run in runs:
        within = [] if over else _without([line for line, _ in run], cells)
        if _run_parts_at(within, gutter):
            return True
        pieces = _pieces(within)
        if len(pieces) > 1 and any(_run_parts_at(piece, gutter, _MIN_LINES) for piece in pieces):
            return True
    return False


def _pieces(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines parted where white stands over the whole width: below columns a table can begin that has other gutters."""
    pieces: list[list[Line]] = []
    reach = float("-inf")
    for line in lines:
        if line.top - reach > line.size:
            pieces.append([])
        pieces[-1].append(line)
        reach = max(reach, line.bottom)
    return pieces


def _run_parts_at(within: Sequence[Line], gutter: float, fewest: int = _FEW_LINES) -> bool:
    left, right = _parts(within, gutter)
    if min(len(left), len(right)) < fewest:
        return False
    begins = [x for x in right if x.x0 - gutter < _EDGE * x.size]
    words = sum(len(x.words) for x in within) / (len(left) + len(right))
    flows = len(begins) >= _MOST * len(right) and words >= _WORDS
    return flows and not _is_tabular(within) and not _begin_together(left, right)


def _cut(lines: Sequence[Line]) -> list[Line]:
    return [part for line in lines for part in segments(line, line.size)]


def _crosses(line: Line, gutter: float) -> bool:
    return any(p.x0 < gutter - 1 and p.x1 > gutter + 1 for p in segments(line, line.size))


def column_parts(lines: Sequence[Line], gutter: float) -> tuple[list[Line], list[Line]]:
    """The lines of the left and of the right column; those that cross the gutter are in neither."""
    return _parts([line for line in lines if not _crosses(line, gutter)], gutter)


def _parts(lines: Sequence[Line], gutter: float) -> tuple[list[Line], list[Line]]:
    sides: tuple[list[Line], list[Line]] = ([], [])
    for line in lines:
        for side, on_left in zip(sides, (True, False), strict=True):
            words = tuple(w for w in line.words if ((w.x0 + w.x1) / 2 < gutter) == on_left)
            if words:
                marks = [(m, x) for m, x in zip(line.marks, line.marks_x0, strict=True) if (x < gutter) == on_left]
                leading = next((m for m, x in marks if x < words[0].x0), None)
                side.append(Line(words, tuple(m for m, _ in marks), leading, tuple(x for _, x in marks)))
    return sides


def _flows(column: Sequence[Line]) -> bool:
    """True for a column of running text: many lines, most of them full, several words on each, no cells in them."""
    if len(column) < _MIN_LINES:
        return False
    x0, x1 = min(x.x0 for x in column), max(x.x1 for x in column)
    full = sum(1 for x in column if x.x1 - x0 > _FULL * (x1 - x0))
    words = sum(len(x.words) for x in column) / len(column)
    cells = sum(1 for x in column if len(segments(x, 1.5 * x.size)) > 1 and len(x.words) > 2)
    return full >= _FULL_SHARE * len(column) and words >= _WORDS and cells < 0.25 * len(column)


def _begin_together(left: Sequence[Line], right: Sequence[Line], over: Sequence[float] = ()) -> bool:
    """True where most paragraphs of the shorter column begin at the height of one in the other, as cells do.

    Columns begin together below what stands over both; `over` are the heights of that.
    """
    fewer, more = sorted((_starts(left, over), _starts(right, over)), key=len)
    if len(fewer) < 3:
        return False
    together = sum(any(abs(a - b) < 2.0 for b in more) for a in fewer)
    return together > _TOGETHER * len(fewer)


def _starts(column: Sequence[Line], over: Sequence[float]) -> list[float]:
    """Heights at which a paragraph begins, within the column: after wider white."""
    whites = sorted(b.top - a.bottom for a, b in itertools.pairwise(column))
    if not whites:
        return []
    usual = whites[len(whites) // 3]
    steps = [(a, b) for a, b in itertools.pairwise(column) if not any(a.top < y < b.top for y in over)]
    return [b.top for a, b in steps if b.top - a.bottom > usual + 0.25 * b.size]
