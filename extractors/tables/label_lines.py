"""Lines of a region in columns that are no row alone: labels whose cells or sums stand beside or below them."""

from collections.abc import Sequence

from extractors.tables.cell_text import is_number
from extractors.tables.line_parts import cut
from extractors.text.lines import Line
from extractors.text.measures import ALIGNED

_GUTTER = 4.0
"""Points of white that part a label from the columns beside it."""
_SOON = 3
"""A label's cells stand within so many lines."""
_SAME_CELL = 0.35
"""Lines of one label have at most this share of the type size between them."""
_BESIDE = 0.2
"""Two lines whose heights overlap by more than this share of the type size stand beside each other."""


def labels_row(
    lines: Sequence[Line], parts: Sequence[Sequence[Line]], at: int, columns: Sequence[tuple[float, float]]
) -> bool:
    """True where cells stand in several columns beside line `at` or right below it: it is their label's first line.

    It ends to the left of all columns that the lines above tell of.
    """
    if lines[at].x1 > min(x0 for x0, _ in columns) - _GUTTER:
        return False
    for i in range(at + 1, min(at + 1 + _SOON, len(lines))):
        if lines[i].top - lines[i - 1].bottom > _SAME_CELL * lines[at].size:
            return False
        if sum(any(p.x0 < x1 and p.x1 > x0 for x0, x1 in columns) for p in parts[i]) > 1:
            return True
    return False


def begins_row(lines: Sequence[Line], at: int, columns: Sequence[tuple[float, float]]) -> bool:
    """True where line `at`, alone in its column, is the first of a row whose cells stand in others a little lower.

    That is how rows look whose cells are set at their middle: the lines down to the next white stand in columns, each
    text in one of them, and in several all together.
    """
    if _column_of(lines[at], columns) is None:
        return False
    entered: set[int] = set()
    foot = lines[at].bottom
    for line in lines[at:]:
        if line.top - foot > _SAME_CELL * line.size:
            break
        inside = [_column_of(part, columns) for part in cut(line)]
        if None in inside:
            return False
        entered.update(i for i in inside if i is not None)
        foot = max(foot, line.bottom)
    return len(entered) > 1


def _column_of(text: Line, columns: Sequence[tuple[float, float]]) -> int | None:
    """The column that the text begins or ends with, or has its middle with, and does not reach out of; else null."""
    for i, (x0, x1) in enumerate(columns):
        begin = columns[i - 1][1] + _GUTTER if i else float("-inf")
        end = columns[i + 1][0] - _GUTTER if i + 1 < len(columns) else float("inf")
        set_as = min(abs(text.x0 - x0), abs(text.x1 - x1), abs(text.x0 + text.x1 - x0 - x1) / 2) <= ALIGNED
        if set_as and begin <= text.x0 and text.x1 <= end:
            return i
    return None


def begins_sum(
    lines: Sequence[Line], parts: Sequence[Sequence[Line]], at: int, columns: Sequence[tuple[float, float]]
) -> bool:
    """True for the first line of a label in bold that goes on to a line with its number in the last column.

    The number can stand alone, at the middle of its label's lines.
    """
    labels, sums = min(x0 for x0, _ in columns), max(x1 for _, x1 in columns)
    for i in range(at, min(at + 1 + _SOON, len(lines))):
        if i > at and _is_number_beside(lines[i], lines[i - 1], sums):
            return lines[i].bold
        near = i == at or lines[i].top - lines[i - 1].bottom <= _SAME_CELL * lines[i].size
        if not near or not lines[i].bold or abs(lines[i].x0 - labels) > ALIGNED:
            return False
        if len(parts[i]) > 1:
            return is_number(parts[i][-1].text) and abs(parts[i][-1].x1 - sums) <= ALIGNED
    return False


def _is_number_beside(line: Line, label: Line, ends: float) -> bool:
    """True for a number that ends where a column does and begins at the height of a label's line, to its right."""
    at_end = abs(line.x1 - ends) <= ALIGNED and line.x0 > label.x1 + _GUTTER
    return at_end and is_number(line.text) and label.top < line.top < label.bottom


def stands_beside_number(lines: Sequence[Line], at: int, columns: Sequence[tuple[float, float]]) -> bool:
    """True for a label at the middle of a number that its narrow cell has broken, which ends where a column does.

    Such a label may be longer than its column: what stands beside the number alone has the row to itself.
    """
    label = lines[at]
    if abs(label.x0 - min(x0 for x0, _ in columns)) > ALIGNED or not 0 < at < len(lines) - 1:
        return False
    return all(
        is_number(x.text)
        and x.x0 > label.x1 + _GUTTER
        and any(abs(x.x1 - x1) <= ALIGNED for _, x1 in columns)
        and min(label.bottom, x.bottom) - max(label.top, x.top) > _BESIDE * label.size
        for x in (lines[at - 1], lines[at + 1])
    )
