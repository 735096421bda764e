"""Where pages are set in columns of running text: the gutters between them, by a page alone or by its neighbours."""

import itertools
import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from extractors.layout.column_sides import columns_of, crosses, cut_parts, is_tabular, parts_of, without
from extractors.layout.lines_in_step import are_out_of_step, in_step
from extractors.layout.open_over_columns import in_open_tables
from extractors.layout.over_columns import HEADING, DrawnTable, drawn_tables, heads_both, in_wide_tables, tabled_words
from extractors.layout.tables_beside import stand_beside
from extractors.pages.geometry import NOTHING_DRAWN, Box, Drawn
from extractors.text.lines import Line, segments
from extractors.text.measures import ALIGNED, main_sizes

_MOST_COLUMNS = 4
_NEAR = 0.06
"""A gutter stands this near where columns of equal width would part, as a share of the text's width."""
_NARROW = 1.2
"""A line of a column is at most so many times as wide as an equal share of the text's width."""
_FEW_PARAGRAPHS = 3
"""Paragraphs in a column, at the least, of three columns and more, save where it begins within a sentence: a table of
few rows looks the same. And those that begin beside each other in two: fewer do so by chance."""
_MIN_LINES = 6
"""Lines in each column, and lines with text in both, from which columns are believed."""
_FULL = 0.72
"""A line is full from this share of its column's width."""
_FULL_SHARE, _SOME_FULL = 0.5, 0.3
_SMALLER = 0.4
"""Points: type smaller than the body's by more is no running text."""
_WORDS = 3.0
"""Words on a column's average line, at the least: running text and not cells."""
_CELL_WHITE, _ROWS = 1.5, 4
"""White in type sizes that parts cells; so many lines of several cells, one below the other, are a table's rows."""
_PAGES = 2
"""Pages in two columns from which the document is believed to be set so; of three and more, one tells enough."""
_SEVERAL_COLUMNS = 3
_FEW_LINES = 2
"""Lines in each column that stand beside each other, at the least."""
_FEW_GOING_ON = 3
"""... and in each where but one other page is set in columns."""
_MOST = 0.7
"""Share of such lines that begin at their column's edge, from which another page's gutter is taken over."""
_FEW_CROSSING = 0.12
"""Share of a page's lines of text over a gutter, at the most, where columns are told by their lines' heights alone."""
_EDGE = 5.0
"""Lines of the right column, list items among them, begin within so many type sizes of the gutter."""
_INDENT, _DEEPEST = 0.8, 4.0
"""A paragraph's first line begins so many type sizes to the right of its others, at the least and at the most."""
_TOGETHER = 0.6
"""Paragraphs that begin beside each other more often than this are a table's rows."""


def gutters_of(lines: Sequence[Line], body_size: float, drawn: Drawn = NOTHING_DRAWN) -> tuple[float, ...]:
    """Where the page's text is parted in columns of about equal width; empty where it is not.

    Drawn tables over several columns have gutters of their own and are left out, as is small type.
    """
    if not lines:
        return ()
    parts = cut_parts(lines)
    x0, x1 = min(x.x0 for x in lines), max(x.x1 for x in lines)
    tables: list[DrawnTable] | None = None
    for n_columns in range(_MOST_COLUMNS, 1, -1):
        places = [x0 + (x1 - x0) * i / n_columns for i in range(1, n_columns)]
        narrow = sum(part.x1 - part.x0 <= _NARROW * (x1 - x0) / n_columns for part in parts)
        in_last = sum(part.x0 >= places[-1] - _NEAR * (x1 - x0) - 1 for part in parts)
        if narrow < n_columns * _MIN_LINES or in_last < _MIN_LINES:
            continue
        tables = drawn_tables(lines, drawn) if tables is None else tables
        gutters = _gutters_near(places, lines, body_size, tables)
        if gutters:
            return gutters
    return ()


def _gutters_near(
    places: Sequence[float], lines: Sequence[Line], body_size: float, tables: Sequence[DrawnTable]
) -> tuple[float, ...]:
    """One gutter near each of the places, where running text stands in columns between them; else empty."""
    tabled = in_wide_tables(lines, tables, places)
    outside = [line for line, held in zip(lines, tabled, strict=True) if not held]
    if len(outside) < _MIN_LINES:
        return ()
    gutters = tuple(x for place in places if (x := _strip(outside, place)) is not None)
    large = [line for line in outside if line.size > body_size - _SMALLER]
    crossing = [any(crosses(line, x) for x in gutters) for line in large]
    if len(gutters) < len(places) or sum(crossing) > 0.5 * len(large):
        return ()
    columns = _beside_each_other(large, crossing, gutters)
    running = [runs_on(_without_rows(column)) for column in columns]
    flows = all(running) or (not any(crossing) and _run_on_nearly_all(columns, running))
    text = [over for line, over in zip(large, crossing, strict=True) if line.size < HEADING * body_size]
    if not flows and (sum(text) > _FEW_CROSSING * len(text) or not are_out_of_step(columns)):
        return ()
    parts = cut_parts(outside)
    over = [x for x in outside if any(crosses(x, g) or heads_both(x, parts, (), g, body_size) for g in gutters)]
    over += [line for line, held in zip(lines, tabled, strict=True) if held]
    tops = [x.top for x in over]
    if any(_begin_together(left, right, tops) for left, right in itertools.pairwise(columns)):
        return ()
    sure = len(columns) == 2 or all(
        len(_starts(column, tops)) + len(_indents(column)) >= _FEW_PARAGRAPHS or column[0].text[0].islower()
        for column in columns
    )
    return gutters if sure else ()


def _beside_each_other(lines: Sequence[Line], crossing: Sequence[bool], gutters: Sequence[float]) -> list[list[Line]]:
    """The lines of all columns, where each holds a few: a short line alone tells of no column."""
    found: list[list[Line]] = [[] for _ in range(len(gutters) + 1)]
    for over, run in itertools.groupby(zip(lines, crossing, strict=True), lambda at: at[1]):
        columns = columns_of([] if over else [line for line, _ in run], gutters)
        if min(len(column) for column in columns) >= _FEW_LINES:
            for column, more in zip(found, columns, strict=True):
                column.extend(more)
    return found


def _strip(lines: Sequence[Line], place: float) -> float | None:
    """The middle of the widest upright strip near a place that the fewest parts of lines reach into."""
    x0, x1 = min(x.x0 for x in lines), max(x.x1 for x in lines)
    first, last = place - _NEAR * (x1 - x0), place + _NEAR * (x1 - x0)
    places = range(math.ceil(first), math.floor(last) + 1)
    if not places:
        return None
    wide = [p for p in cut_parts(lines) if p.x1 - p.x0 > 2]
    begins, ends = sorted(p.x0 for p in wide), sorted(p.x1 for p in wide)
    reaching = [bisect_left(begins, x - 1) - bisect_right(ends, x + 1) for x in places]
    fewest = min(reaching)
    runs = [
        list(run) for n, run in itertools.groupby(zip(reaching, places, strict=True), lambda r: r[0]) if n == fewest
    ]
    widest = max(runs, key=len)
    return (widest[0][1] + widest[-1][1]) / 2


def page_gutters(
    pages: Sequence[Sequence[Line]], drawn: Sequence[Drawn], tables: Sequence[Sequence[Box]] | None = None
) -> list[tuple[float, ...]]:
    """Per page, where its lines are parted in columns: where the document's pages are, else by the page alone.

    `drawn` are each page's rules and tinted bands, `tables` the boxes of its ruled tables.
    """
    sizes = main_sizes([line for lines in pages for line in lines])
    body_size = sizes.most_common(1)[0][0] if sizes else 0.0
    own = [gutters_of(lines, body_size, boxes) for lines, boxes in zip(pages, drawn, strict=True)]
    known = [gutters for gutters in own if gutters]
    if len(known) == 1 and len(known[0]) == 1:
        return [
            gutters or (known[0] if _goes_on_in(lines, known[0][0]) else ())
            for lines, gutters in zip(pages, own, strict=True)
        ]
    if len(known) < _PAGES and not any(len(gutters) > 1 for gutters in known):
        return own
    n_usual = Counter(len(gutters) for gutters in known).most_common(1)[0][0]
    alike = sorted(gutters for gutters in known if len(gutters) == n_usual)
    usual = alike[len(alike) // 2]
    ruled = tables if tables is not None else [()] * len(pages)
    return [
        usual if _parts_at_any(lines, usual, boxes) or stand_beside(grids, usual) else gutters
        for lines, gutters, boxes, grids in zip(pages, own, drawn, ruled, strict=True)
    ]


def _goes_on_in(lines: Sequence[Line], gutter: float) -> bool:
    """True for a page of few lines that goes on in the two columns of the one page before or after it.

    Nothing on it stands over the gutter, and its lines have heights of their own.
    """
    left, right = parts_of(lines, gutter)
    if min(len(left), len(right)) < _FEW_GOING_ON or any(crosses(line, gutter) for line in lines):
        return False
    return not in_step(left, right) and _run_parts_at(lines, gutter)


def _parts_at_any(lines: Sequence[Line], gutters: Sequence[float], drawn: Drawn) -> bool:
    """True where some of a page's lines fit one of the gutters, as far as the next ones to its left and right."""
    edges = (float("-inf"), *gutters, float("inf"))
    for before, gutter, after in zip(edges, gutters, edges[2:], strict=False):
        within = [x for x in lines if not crosses(x, before) and not crosses(x, after)]
        beside = parts_of(parts_of(within, after)[0], before)[1]
        if _parts_at(beside, gutter, drawn):
            return True
    return False


def _parts_at(lines: Sequence[Line], gutter: float, drawn: Drawn) -> bool:
    """True where some of a page's lines, one below another, fit the gutter of the document's other pages."""
    drawn_rows = in_wide_tables(lines, drawn_tables(lines, drawn), (gutter,))
    open_rows = in_open_tables(lines, (gutter,))
    tabled = ((line, a or b) for line, a, b in zip(lines, drawn_rows, open_rows, strict=True))
    runs = itertools.groupby(tabled, lambda at: at[1] or crosses(at[0], gutter))
    cells = tabled_words(parts_of(lines, gutter), drawn, (gutter,))
    for over, run in runs:
        within = [] if over else without([line for line, _ in run], cells)
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
    left, right = parts_of(within, gutter)
    if min(len(left), len(right)) < fewest:
        return False
    begins = [x for x in right if x.x0 - gutter < _EDGE * x.size]
    words = sum(len(x.words) for x in within) / (len(left) + len(right))
    flows = len(begins) >= _MOST * len(right) and words >= _WORDS
    return flows and not is_tabular(within) and not _begin_together(left, right)


def runs_on(column: Sequence[Line], full_share: float = _FULL_SHARE) -> bool:
    """True for a column of running text: many lines, most of them full, several words on each, no cells in them."""
    if len(column) < _MIN_LINES:
        return False
    x0, x1 = min(x.x0 for x in column), max(x.x1 for x in column)
    full = sum(1 for x in column if x.x1 - x0 > _FULL * (x1 - x0))
    words = sum(len(x.words) for x in column) / len(column)
    cells = sum(1 for x in column if len(segments(x, _CELL_WHITE * x.size)) > 1 and len(x.words) > 2)
    return full >= full_share * len(column) and words >= _WORDS and cells < 0.25 * len(column)


def _run_on_nearly_all(columns: Sequence[Sequence[Line]], running: Sequence[bool]) -> bool:
    """True for three columns and more, all but one of running text, and that one of short paragraphs or items.

    No two beside each other have their lines at common heights, as rows do.
    """
    if len(columns) < _SEVERAL_COLUMNS or sum(running) < len(columns) - 1:
        return False
    apart = not any(in_step(left, right) for left, right in itertools.pairwise(columns))
    return apart and all(runs_on(column, _SOME_FULL) for column in columns)


def _without_rows(column: Sequence[Line]) -> list[Line]:
    """The column's lines without those of several cells that follow each other: a table stands among its text."""
    kept: list[Line] = []
    for in_cells, run in itertools.groupby(column, lambda line: len(segments(line, _CELL_WHITE * line.size)) > 1):
        rows = list(run)
        if not in_cells or len(rows) < _ROWS:
            kept.extend(rows)
    return kept


def _begin_together(left: Sequence[Line], right: Sequence[Line], over: Sequence[float] = ()) -> bool:
    """True where most paragraphs of the shorter column begin at the height of one in the other, as cells do.

    Columns begin together below what stands over both; `over` are the heights of that.
    """
    fewer, more = sorted((_starts(left, over), _starts(right, over)), key=len)
    if len(fewer) < 3:
        return False
    together = sum(any(abs(a - b) < 2.0 for b in more) for a in fewer)
    return together >= _FEW_PARAGRAPHS and together > _TOGETHER * len(fewer)


def _starts(column: Sequence[Line], over: Sequence[float]) -> list[float]:
    """Heights at which a paragraph begins, within the column: after wider white."""
    whites = sorted(b.top - a.bottom for a, b in itertools.pairwise(column))
    if not whites:
        return []
    usual = whites[len(whites) // 3]
    steps = [(a, b) for a, b in itertools.pairwise(column) if not any(a.top < y < b.top for y in over)]
    return [b.top for a, b in steps if b.top - a.bottom > usual + 0.25 * b.size]


def _indents(column: Sequence[Line]) -> list[float]:
    """Heights at which a paragraph begins with a line set in, between two lines at one edge, as no cell's text does."""
    found: list[float] = []
    for above, line, below in zip(column, column[1:], column[2:], strict=False):
        inset = line.x0 - below.x0
        if abs(above.x0 - below.x0) <= ALIGNED and _INDENT * line.size <= inset <= _DEEPEST * line.size:
            found.append(line.top)
    return found
