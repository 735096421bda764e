"""Printed lines of a region in columns to table rows: by rules and tinted bands, by white, by numbers."""

import itertools
from collections import Counter
from collections.abc import Sequence

from extractors.pages.geometry import Box
from extractors.tables.cell_breaks import CellBreaks
from extractors.tables.cell_numbers import TIGHT, goes_on_in_groups, numbers_of
from extractors.tables.cell_text import begins_with_number
from extractors.tables.cut_lines import CutLine
from extractors.tables.row_fit import RowFit
from extractors.tables.row_rests import rest_at_head, without_rest_of_row
from extractors.tables.section_lines import section_lines
from extractors.text.lines import Line

_LOOSE = 1.0
"""... or up to this share, where all lines are set so and rows stand clearly farther apart."""
_CLEAR_JUMP = 0.4
_JUMP = 0.15
"""White between rows is wider than white within cells by at least this share of the type size."""
_SAME_RULE = 1.5
_MOST_OF_WIDTH = 0.6
_FEW_STRETCHES = 3
_SEVERAL_SHARE = 0.3
"""Rules part only some rows where so many of the stretches between them hold several numbers of a column."""
_MANY = 3
"""... or where one of them holds so many."""
_FEW_COUNTED = 4
"""Labels from which numbers in their order are a row's each."""

Style = tuple[bool, bool]
"""Bold, italic."""


def numeric_columns(rows: Sequence[CutLine], n_cols: int) -> set[int]:
    """Columns after the first in which most filled lines are a number or a mark."""
    numeric: set[int] = set()
    for col in range(1, n_cols):
        filled = [r for r in rows if r.cells[col] and col not in r.rests]
        numbers = sum(r.is_number(col) for r in filled)
        if numbers and numbers >= 0.5 * len(filled):
            numeric.add(col)
    return numeric


def border_heights(
    rows: Sequence[CutLine], rules: Sequence[Box], bands: Sequence[Box], share: float = _MOST_OF_WIDTH
) -> list[float]:
    """Heights at which rules or the edges of tinted bands part the region, over a share of its width."""
    left, right = min(r.line.x0 for r in rows), max(r.line.x1 for r in rows)
    top, bottom = min(r.line.top for r in rows), max(r.line.bottom for r in rows)
    drawn = [((r.top + r.bottom) / 2, r) for r in rules]
    drawn += [(y, b) for b in bands for y in (b.top, b.bottom)]
    heights: list[float] = []
    for y, _ in sorted(drawn, key=lambda d: d[0]):
        level = [b for z, b in drawn if abs(z - y) <= _SAME_RULE]
        covered = sum(max(0.0, min(b.x1, right) - max(b.x0, left)) for b in level)
        new = not heights or y - heights[-1] > _SAME_RULE
        if new and covered >= share * (right - left) and top < y < bottom:
            heights.append(y)
    return heights


def row_groups(rows: Sequence[CutLine], n_header: int, heights: Sequence[float], numeric: set[int]) -> list[list[int]]:
    """Indexes of `rows` by table row, header first. Lines of one row may stand at different heights."""
    groups = [list(range(n_header))] if n_header else []
    body = list(range(n_header, len(rows)))
    if not body:
        return groups
    if _are_counted(rows, body):
        return groups + [[i] for i in body]
    inner = [y for y in heights if rows[body[0]].line.top < y]
    drawn = _between_heights(rows, body, inner)
    breaks = CellBreaks(rows)
    if _part_all_rows(rows, drawn, numeric, breaks):
        style = _style_of_labels(rows, numeric)
        rest, drawn[0] = ([], drawn[0]) if n_header else rest_at_head(rows, _by_white(rows, drawn[0]) or [drawn[0]])
        begun = [rest] if rest else []
        return groups + begun + [x for stretch in drawn for x in _several_rows(rows, stretch, numeric, breaks, style)]
    found = [part for stretch in drawn for part in _undrawn_rows(rows, stretch, numeric, breaks)]
    return groups + _with_unlabelled(rows, without_rest_of_row(rows, found, numeric), numeric)


def _are_counted(rows: Sequence[CutLine], body: Sequence[int]) -> bool:
    """True where each line has a label and these are numbers, one after the other, such as years: each begins a row."""
    labels = [rows[i].text(0) for i in body]
    if len(labels) < _FEW_COUNTED or not all(label.isdecimal() for label in labels):
        return False
    steps = [int(b) - int(a) for a, b in itertools.pairwise(labels)]
    return all(step > 0 for step in steps) or all(step < 0 for step in steps)


def _part_all_rows(
    rows: Sequence[CutLine], drawn: Sequence[Sequence[int]], numeric: set[int], breaks: CellBreaks
) -> bool:
    """True where a height is drawn between every two rows: what stands between two of them is one row.

    Several numbers of one column tell of several rows, or texts that begin anew side by side where there are none.
    """
    if len(drawn) < 2:
        return False
    counts = [max((sum(rows[i].is_number(c) for i in stretch) for c in numeric), default=0) for stretch in drawn]
    several, with_numbers = sum(n > 1 for n in counts), sum(n > 0 for n in counts)
    if max(counts) >= _MANY or (several > 0 and several >= _SEVERAL_SHARE * with_numbers):
        return False
    if len(drawn) >= _FEW_STRETCHES and (
        with_numbers >= 0.5 * len(drawn) or len(drawn) - 1 >= 0.25 * sum(map(len, drawn))
    ):
        return True
    begun = sum(breaks.several_begin(stretch) for stretch in drawn)
    return several == 0 and begun == 0


def _several_rows(
    rows: Sequence[CutLine], stretch: list[int], numeric: set[int], breaks: CellBreaks, style: Style | None
) -> list[list[int]]:
    """The rows of a stretch between two heights that part most rows: one, or several with a label and a number each.

    `style` is that of most labels: one alone in another style heads the rows below it.
    """
    sections = any(_is_section(rows, [i], style) for i in stretch[1:])
    if not sections and not _has_two_numbers(rows, stretch, numeric):
        return [stretch]
    found = _undrawn_rows(rows, stretch, numeric, breaks)
    whole = all(
        any(rows[i].cells[0] for i in group)
        and (any(rows[i].is_number(c) for i in group for c in numeric) or _is_section(rows, group, style))
        for group in found
    )
    return found if whole else [stretch]


def _style_of_labels(rows: Sequence[CutLine], numeric: set[int]) -> Style | None:
    """How most labels of rows with a number are set; None where there is no such row."""
    labels = [_style(row) for row in rows if row.cells[0] and any(row.is_number(c) for c in numeric)]
    return Counter(labels).most_common(1)[0][0] if labels else None


def _is_section(rows: Sequence[CutLine], group: Sequence[int], usual: Style | None) -> bool:
    """True for a label alone, set in another style than those of rows: what it heads stands below it."""
    return all(rows[i].filled() == [0] and _style(rows[i]) != usual for i in group)


def _style(row: CutLine) -> Style:
    label = Line(row.cells[0])
    return label.bold, label.italic


def _undrawn_rows(
    rows: Sequence[CutLine], stretch: Sequence[int], numeric: set[int], breaks: CellBreaks
) -> list[list[int]]:
    """The rows of a stretch in which none is drawn: by white, by numbers, by sentences."""
    found = _by_white(rows, stretch)
    if found is None or any(_has_two_numbers(rows, g, numeric) or _has_two_questions(rows, g) for g in found):
        return _by_anchors(rows, stretch, numeric, breaks)
    if breaks.tears(found) or (not numeric and any(map(breaks.several_begin, found))):
        # White is misleading where lines of one cell stand farther apart than two rows do, and where the widest is
        # that over empty cells: all rows of words are one then.
        return min(found, _by_anchors(rows, stretch, numeric, breaks), key=breaks.unlikeliness)
    return found


def _between_heights(rows: Sequence[CutLine], body: Sequence[int], heights: Sequence[float]) -> list[list[int]]:
    by_level: dict[int, list[int]] = {}
    for i in body:
        middle = (rows[i].line.top + rows[i].line.bottom) / 2
        by_level.setdefault(sum(1 for y in heights if y < middle), []).append(i)
    return [by_level[level] for level in sorted(by_level)]


def _by_white(rows: Sequence[CutLine], body: Sequence[int]) -> list[list[int]] | None:
    """Cells are stacks of lines with little white within; rows are cells that stand beside each other.

    None where all lines are spaced alike and tightly: white tells nothing then.
    """
    size = rows[body[0]].line.size
    between = [rows[b].line.top - rows[a].line.bottom for a, b in itertools.pairwise(body)]
    if between and max(between) <= TIGHT * size and max(between) - min(between) < _JUMP * size:
        return None
    columns = [[i for i in body if rows[i].cells[col]] for col in range(len(rows[body[0]].cells))]
    whites = [rows[b].line.top - rows[a].line.bottom for column in columns for a, b in itertools.pairwise(column)]
    threshold = _white_threshold(whites, size)
    if threshold is None:
        return None
    stacks: list[tuple[float, float, list[int]]] = []
    for column in columns:
        current: list[int] = []
        for i in column:
            if current and rows[i].line.top - rows[current[-1]].line.bottom > threshold:
                stacks.append(_extent(rows, current))
                current = []
            current.append(i)
        if current:
            stacks.append(_extent(rows, current))
    return _beside_each_other(stacks)


def _extent(rows: Sequence[CutLine], group: list[int]) -> tuple[float, float, list[int]]:
    return min(rows[i].line.top for i in group), max(rows[i].line.bottom for i in group), group


def _beside_each_other(stacks: list[tuple[float, float, list[int]]]) -> list[list[int]]:
    """Stacks whose heights overlap are one row."""
    groups: list[set[int]] = []
    reach = float("-inf")
    for top, bottom, members in sorted(stacks):
        if groups and top < reach - 1.0:
            groups[-1].update(members)
            reach = max(reach, bottom)
        else:
            groups.append(set(members))
            reach = bottom
    merged: list[set[int]] = []
    for group in groups:
        # One printed line can belong to stacks of two columns: it is in one row only.
        if merged and merged[-1] & group:
            merged[-1] |= group
        else:
            merged.append(group)
    return [sorted(g) for g in merged]


def _white_threshold(whites: Sequence[float], size: float) -> float | None:
    """The white that parts rows from lines of one cell; None where all lines are spaced alike and tightly."""
    ordered = sorted(w for w in whites if w > 0)
    if not ordered:
        return 0.0
    is_tight = ordered[0] <= TIGHT * size
    limit, clear = (TIGHT, _JUMP) if is_tight else (_LOOSE, _CLEAR_JUMP)
    # The first clear jump: behind it come whites over rows that leave the column empty.
    for a, b in itertools.pairwise(ordered):
        if a <= limit * size and b - a >= clear * size:
            return (a + b) / 2
    return None if is_tight else 0.0


def _has_two_numbers(rows: Sequence[CutLine], group: Sequence[int], numeric: set[int]) -> bool:
    return any(len(numbers_of(rows, group, col)) > 1 for col in numeric)


def _has_two_questions(rows: Sequence[CutLine], group: Sequence[int]) -> bool:
    """True where two labels begin with a question's number: each begins a row, be the white between them narrow."""
    return sum(begins_with_number(rows[i].text(0)) for i in group if rows[i].cells[0]) > 1


def _by_anchors(rows: Sequence[CutLine], body: Sequence[int], numeric: set[int], breaks: CellBreaks) -> list[list[int]]:
    """Lines spaced alike: rows are told by their numbers, else by where no cell goes on from the line above."""
    sections = section_lines(rows, body) if numeric else set()
    groups: list[list[int]] = []
    for is_section, run in itertools.groupby(body, lambda i: i in sections):
        lines = list(run)
        groups += [[i] for i in lines] if is_section else RowFit(rows, lines, numeric, breaks).groups()
    return groups


def _with_unlabelled(rows: Sequence[CutLine], body: list[list[int]], numeric: set[int]) -> list[list[int]]:
    """A group without label and number is a further paragraph of the row above, where rows have labels.

    One of the last groups of the row's numbers goes on with it too, and so do numbers right below a label without any.
    """
    unlabelled = [g for g in body if not any(rows[i].cells[0] for i in g)]
    plain = [g for g in unlabelled if not any(rows[i].is_number(c) for i in g for c in numeric)]
    if len(unlabelled) > 0.4 * len(body):
        return body
    merged: list[list[int]] = []
    for group in body:
        broken = bool(merged) and len(group) == 1 and goes_on_in_groups(rows[merged[-1][-1]], rows[group[0]])
        if merged and (group in plain or broken or _are_numbers_of(rows, merged[-1], group, numeric)):
            merged[-1] = [*merged[-1], *group]
        else:
            merged.append(group)
    return merged


def _are_numbers_of(rows: Sequence[CutLine], above: Sequence[int], group: Sequence[int], numeric: set[int]) -> bool:
    """True for numbers without a label, right below a label without numbers: they stand at the foot of one row."""
    first, last = rows[group[0]].line, rows[above[-1]].line
    numbers = [any(rows[i].is_number(c) for i in held for c in numeric) for held in (above, group)]
    labels = [any(rows[i].cells[0] for i in held) for held in (above, group)]
    return numbers == [False, True] and labels == [True, False] and first.top - last.bottom <= TIGHT * first.size
