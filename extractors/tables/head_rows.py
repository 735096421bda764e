"""Heads of several rows: a head over several columns, those of each of them below it, units in a style of their own."""

import itertools
from collections.abc import Sequence

from extractors.pages.geometry import Box
from extractors.tables.cell_text import is_number, is_year
from extractors.tables.cut_lines import CutLine
from extractors.tables.figure_columns import texts_of
from extractors.tables.figure_rows import are_numbers_of_columns, figure_rows, figures_of
from extractors.tables.head_groups import set_over_groups, set_over_years
from extractors.tables.head_middles import are_units, set_by_middles
from extractors.tables.head_rounds import Extent, Head, set_over_rounds
from extractors.tables.ruled_tables import DraftCell
from extractors.text.lines import Line
from extractors.text.measures import ALIGNED

_OVER = 1.0
"""Points that a text must reach into a column to stand over it."""
_NEAR = 4.0
"""Points that a rule under a head may end short of its columns' text, or reach beyond it."""

_ROWS = 3
"""Rows of figures from which they tell where the head ends."""
_MOST_LINES = 8
_RISE = 2.0
"""Points that a rule may stand above the foot of the text that it is drawn under."""


def head_lines(rows: Sequence[CutLine], told: int, drawn: Sequence[float]) -> int:
    """How many lines at the top are the head: `told` by type and rules, or more where rows of figures begin later.

    `drawn` are heights drawn over the whole width: no head that is told goes on below one. Only what stands over
    figures is of the head: a label or a text above the first figures is of the first row, or heads a section.
    """
    figures = figure_rows([row.line for row in rows])
    if len(figures) < _ROWS or not 0 < figures[0] <= _MOST_LINES:
        return told
    if told and any(rows[told - 1].line.bottom - _RISE < y < _middle(rows[told]) for y in drawn):
        return told
    first = sorted(_first_column(rows[i]) for i in figures)[len(figures) // 2]
    labelled = (i for i in range(figures[0]) if _is_labelled_number(rows[i]))
    above = [i for i in range(next(labelled, figures[0])) if rows[i].line.x1 > _begin(rows, figures, first)]
    count = above[-1] + 1 if above else 0
    if count < told <= figures[0] and not any(row.cells[0] for row in rows[:count]):
        return count or told
    return max(told, count)


def _middle(row: CutLine) -> float:
    return (row.line.top + row.line.bottom) / 2


def _first_column(row: CutLine) -> int:
    """The column of the first of the figures that the row ends in."""
    figure = figures_of(row.line)[0][0]
    return next(col for col in row.filled() if figure in row.cells[col])


def _begin(rows: Sequence[CutLine], figures: Sequence[int], col: int) -> float:
    """Where the column of figures begins, points from the left."""
    return min((rows[i].cells[col][0].x0 for i in figures if rows[i].cells[col]), default=0.0)


def _is_labelled_number(row: CutLine) -> bool:
    beside = [row.text(col) for col in row.filled() if col]
    return bool(row.cells[0]) and any(is_number(text) and not is_year(text) for text in beside)


def head_cells(
    lines: Sequence[CutLine],
    below: Sequence[CutLine],
    edges: Sequence[float],
    rules: Sequence[Box],
    drawn: Sequence[float] = (),
) -> list[DraftCell]:
    """The cells of a head of several rows, row by row; none where no text of it stands over several columns.

    `lines` are the head's, `below` the rows under it; `rules` are the page's, `drawn` those of the edges that are
    drawn. A head with nothing below it reaches down to the rows.
    """
    extents = _extents(below, edges)
    if not lines:
        return []
    feet = [_middle(line) for line in lines[1:]]
    levels = [_over_columns(line, extents, rules, foot) for line, foot in zip(lines, [*feet, 0.0], strict=True)]
    set_over_rounds(levels, extents)
    set_by_middles(levels, extents)
    set_over_groups(levels, edges, drawn)
    set_over_years(levels)
    heads = _stacked(levels, len(edges) - 1, rules)
    n_rows = 1 + max((head.row for head in heads), default=0)
    if n_rows == 1:
        return []
    cells = [_cell(head, heads, n_rows, edges) for head in heads]
    taken = {(r, c) for cell in cells for r in range(cell.row, cell.row + cell.row_span) for c in _columns(cell)}
    top, bottom = min(x.line.top for x in lines), max(x.line.bottom for x in lines)
    cells += [
        DraftCell(row, col, 1, 1, Box(edges[col], top, edges[col + 1], bottom), ())
        for row, col in itertools.product(range(n_rows), range(len(edges) - 1))
        if (row, col) not in taken
    ]
    return sorted(cells, key=lambda cell: (cell.row, cell.col))


def _columns(cell: DraftCell) -> range:
    return range(cell.col, cell.col + cell.col_span)


def _extents(below: Sequence[CutLine], edges: Sequence[float]) -> list[Extent]:
    """How far each column's text reaches, in the rows that are filled in two columns or more."""
    extents: list[Extent] = []
    for col, (left, right) in enumerate(itertools.pairwise(edges)):
        held = [x.cells[col] for x in below if x.cells[col] and len(x.filled()) > 1]
        inside = [words for words in held if words[0].x0 >= left - _OVER and words[-1].x1 <= right + _OVER]
        extents.append(
            (min(w[0].x0 for w in inside), max(w[-1].x1 for w in inside)) if inside else (left + _OVER, right - _OVER)
        )
    return extents


def _over_columns(line: CutLine, extents: Sequence[Extent], rules: Sequence[Box], foot: float) -> list[Head]:
    """The texts of one line, each with the columns that it stands over."""
    texts = texts_of(line.line)
    touched = _with_own_columns([_touched(text, extents) for text in texts], len(extents))
    over = dict(enumerate((columns[0], columns[-1]) for columns in touched))
    for i, (text, columns) in enumerate(zip(texts, touched, strict=True)):
        if len(columns) > 1:
            left = touched[i - 1][-1] + 1 if i else min(1, columns[0])
            right = touched[i + 1][0] - 1 if i + 1 < len(texts) else len(extents) - 1
            over[i] = _centred(text, columns, extents, (left, right))
    for rule in rules:
        if line.line.bottom - _RISE <= rule.top <= foot:
            over.update(_over_rule(texts, touched, extents, rule))
    return [Head(*over[i], [text]) for i, text in enumerate(texts)]


def _over_rule(
    texts: Sequence[Line], touched: Sequence[list[int]], extents: Sequence[Extent], rule: Box
) -> dict[int, tuple[int, int]]:
    """Texts above a rule stand over all the columns below it; each over those in whose middle it is.

    The labels' column is one of them where a text stands in the middle of a rule below it and others.
    """
    held = [c for c, (x0, x1) in enumerate(extents) if rule.x0 - _NEAR <= (x0 + x1) / 2 <= rule.x1 + _NEAR]
    above = [i for i, text in enumerate(texts) if text.x0 < rule.x1 and text.x1 > rule.x0]
    if not above or not held:
        return {}
    last = held[-1]
    partly = len(above) == 1 and last + 1 < len(extents)
    labels_too = partly and abs(texts[above[0]].x0 + texts[above[0]].x1 - rule.x0 - rule.x1) <= 2 * _NEAR
    first = held[0] if labels_too else max(held[0], min(1, touched[above[0]][0]))
    apart = all(touched[i][-1] < touched[j][0] for i, j in itertools.pairwise(above))
    if not apart or touched[above[0]][0] < first or touched[above[-1]][-1] > last:
        return {}
    found: dict[int, tuple[int, int]] = {}
    if len(above) > 1 and all(_begins_column(texts[i], extents[touched[i][0]]) for i in above):
        ends = [*(touched[i][0] - 1 for i in above[1:]), last]
        return {i: (touched[i][0], end) for i, end in zip(above, ends, strict=True)}
    for i, after in zip(above, [*above[1:], None], strict=True):
        right = last if after is None else touched[after][0] - 1
        found[i] = _centred(texts[i], touched[i], extents, (first, right), starts=True, ends=after is None)
        first = found[i][1] + 1
    return found


def _begins_column(text: Line, extent: Extent) -> bool:
    """True for a text at its column's left that is clear of its middle: over texts that begin there too."""
    return abs(text.x0 - extent[0]) <= ALIGNED and abs(text.x0 + text.x1 - sum(extent)) > 2 * _NEAR


def _touched(text: Line, extents: Sequence[Extent]) -> list[int]:
    """Columns whose text stands under it; where it stands over white, those on both sides."""
    over = [c for c, (x0, x1) in enumerate(extents) if text.x0 < x1 - _OVER and text.x1 > x0 + _OVER]
    if over:
        return over
    middle = (text.x0 + text.x1) / 2
    return [min(range(len(extents)), key=lambda c: max(extents[c][0] - middle, middle - extents[c][1]))]


def _with_own_columns(touched: Sequence[list[int]], n_cols: int) -> list[list[int]]:
    """Columns by text, where one over the last column of the text before it has the free one next to it."""
    found = [list(columns) for columns in touched]
    for i in range(1, len(found)):
        after = found[i + 1][0] if i + 1 < len(found) else n_cols
        if len(found[i]) == 1 and found[i][0] == found[i - 1][-1] and found[i][0] + 1 < after:
            found[i] = [found[i][0] + 1]
    return found


def _centred(
    text: Line,
    columns: Sequence[int],
    extents: Sequence[Extent],
    within: tuple[int, int],
    *,
    starts: bool = False,
    ends: bool = False,
) -> tuple[int, int]:
    """The columns over whose middle the text stands, `columns` among them.

    They are `within` two columns, and begin with the first of these where `starts`, end with the last where `ends`.
    """
    middle = (text.x0 + text.x1) / 2
    firsts = [within[0]] if starts else range(min(within[0], columns[0]), columns[0] + 1)
    lasts = [within[1]] if ends else range(columns[-1], max(within[1], columns[-1]) + 1)
    return min(
        itertools.product(firsts, lasts),
        key=lambda r: (abs((extents[r[0]][0] + extents[r[1]][1]) / 2 - middle), r[0] - r[1]),
    )


def _stacked(levels: Sequence[Sequence[Head]], n_cols: int, rules: Sequence[Box]) -> list[Head]:
    """Lines over the same columns are one head, where no rule parts them; others stand in the row below.

    So do the numbers of the columns, and units or years below heads over several.
    """
    heads: list[Head] = []
    above: list[Head | None] = [None] * n_cols
    for level in levels:
        apart = _stand_in_a_row(level, heads)
        for head in level:
            over = [above[c] for c in head.columns]
            same = over[0]
            if same is not None and same.columns == head.columns and not apart and _are_one(same, head, rules):
                same.texts.extend(head.texts)
                continue
            head.row = 1 + max((x.row for x in over if x is not None), default=-1)
            heads.append(head)
            for c in head.columns:
                above[c] = head
    return heads


def _stand_in_a_row(level: Sequence[Head], above: Sequence[Head]) -> bool:
    """True for a line of numbers of the columns, or of units or years alone below heads over several columns."""
    texts = [head.texts[0].text for head in level if head.first]
    if are_numbers_of_columns(texts):
        return True
    spanned = any(head.last > head.first > 0 for head in above)
    return spanned and (are_units(level) or (len(texts) > 1 and all(map(is_year, texts))))


def _are_one(above: Head, below: Head, rules: Sequence[Box]) -> bool:
    """True for lines of one style without a rule between them."""
    first, second = above.texts[-1], below.texts[0]
    foot = (second.top + second.bottom) / 2
    parted = any(
        first.bottom - _RISE <= rule.top <= foot and rule.x0 < first.x1 and first.x0 < rule.x1 for rule in rules
    )
    return not parted and (first.bold, first.italic) == (second.bold, second.italic)


def _cell(head: Head, heads: Sequence[Head], n_rows: int, edges: Sequence[float]) -> DraftCell:
    under = [x.row for x in heads if x.row > head.row and x.first <= head.last and head.first <= x.last]
    top, bottom = min(x.top for x in head.texts), max(x.bottom for x in head.texts)
    return DraftCell(
        row=head.row,
        col=head.first,
        row_span=min(under, default=n_rows) - head.row,
        col_span=head.last - head.first + 1,
        box=Box(edges[head.first], top, edges[head.last + 1], bottom),
        lines=tuple(head.texts),
    )
