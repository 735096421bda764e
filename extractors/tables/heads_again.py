"""Where a table ends because the head of the next one stands below it: heads set as the first, in the same columns.

Or in other columns, where white parts them from the row above.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.tables.cell_text import is_number, is_year
from extractors.tables.line_parts import is_ticks
from extractors.text.lines import Line
from models.tick_signs import is_mark

_ALIGNED = 3.0
"""Points within which heads begin, or end, where those above do."""
_APART = 0.4
"""Of the type size: heads farther below a row than rows are from each other, by so much, begin another table."""
_MOST_LINES = 2
"""Lines below the first of some heads, up to the first row."""
_TITLE = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)]?\s+[A-ZÅÄÖ]\w")
"""A section's number with its title."""
_FEWEST, _FEWEST_BY_STYLE = 2, 3
"""Heads side by side, and so many that their style tells: fewer are told by their words."""


def next_head(lines: Sequence[Line], parts: Sequence[Sequence[Line]]) -> int | None:
    """Which of a region's lines another table begins with; None where none does.

    `parts` are the lines, each cut where wide white parts cells. Lone lines right above the heads that are set in
    another style than the rows are the next table's title.
    """
    at = next((i for i, row in enumerate(parts) if len(row) > 1), len(lines))
    if at == len(lines):
        return None
    headed = _may_be_heads(parts[at])
    heads = (
        i
        for i in range(at + 1 + headed, len(lines))
        if _stand_without_label(parts, at + headed, i)
        or (headed and _are_heads(parts[i], parts[at], parts[at + 1 : i]))
        or (headed and (_stand_apart(lines, parts, at, i) or _stand_under_title(lines, parts, at, i)))
    )
    begin = next(heads, None)
    while (
        begin is not None
        and begin > at + 2
        and len(parts[begin - 1]) == 1
        and _style(lines[begin - 1]) != _usual(lines[at + 1 : begin - 1])
    ):
        begin -= 1
    return begin


def _may_be_heads(row: Sequence[Line]) -> bool:
    """True for words and years, the first of them words."""
    return not is_number(row[0].text) and all(is_year(text.text) or not is_number(text.text) for text in row)


def _stand_without_label(parts: Sequence[Sequence[Line]], first: int, i: int) -> bool:
    """True for words in a style of their own where the rows have their numbers or marks, and no label beside them.

    The rows from line `first` on, and the one below, have labels. The heads begin no farther right than the numbers,
    but below a lone line in a style of its own, a title: then their columns may be others than above.
    """
    row, rows = parts[i], [texts for texts in (*parts[first:i], *parts[i + 1 : i + 2]) if len(texts) > 1]
    if len(row) < _FEWEST or not all(_is_head(text) for text in row) or not rows or i + 1 == len(parts):
        return False
    usual = _usual([text for texts in rows for text in texts])
    if usual is None or any(_style(text) in (usual, (False, False)) for text in row):
        return False
    filled = len(parts[i + 1]) > 1 and all(_is_value(text) for texts in rows for text in texts[1:])
    titled = len(parts[i - 1]) == 1 and _style(parts[i - 1][0]) not in (usual, (False, False))
    under = rows[-1:] if titled else rows
    labelled = all(texts[0].x0 < row[0].x0 - _ALIGNED for texts in rows)
    return filled and labelled and all(texts[1].x1 > row[0].x0 for texts in under)


def _is_head(text: Line) -> bool:
    return not is_ticks(text) and not _is_value(text)


def _is_value(text: Line) -> bool:
    return is_number(text.text) or is_mark(text.text)


def _stand_apart(lines: Sequence[Line], parts: Sequence[Sequence[Line]], at: int, i: int) -> bool:
    """True for words or years in the heads' style over several numbers, farther below the row above than rows are.

    They begin where the heads at line `at` begin, or the labels below these; their columns may stand elsewhere, and be
    more or fewer. The last lines of some may stand right below them, and be the last in these columns.
    """
    row, style = parts[i], _style(parts[at][0])
    if len(row) < _FEWEST or i + 1 == len(lines) or not _may_be_heads(row) or any(is_ticks(text) for text in row):
        return False
    between = [text for texts in parts[at + 1 : i] for text in texts]
    if style == _usual(between) or any(_style(text) != style for text in row):
        return False
    whites = sorted(b.top - a.bottom for a, b in pairwise(lines[at:i]))
    is_apart = lines[i].top - lines[i - 1].bottom > whites[len(whites) // 2] + _APART * lines[i].size
    below = next((texts for texts in parts[i + 1 : i + 1 + _MOST_LINES] if len(texts) > 1), ())
    ends = not below and len(row) >= _FEWEST_BY_STYLE and len(parts) <= i + _MOST_LINES
    numbers = [ends or any(is_number(text.text) for text in texts[1:]) for texts in (parts[i - 1], below)]
    begins = any(abs(row[0].x0 - texts[0].x0) <= _ALIGNED for texts in parts[at : at + 2])
    return is_apart and begins and all(numbers)


def _stand_under_title(lines: Sequence[Line], parts: Sequence[Sequence[Line]], at: int, i: int) -> bool:
    """True for words and years, set otherwise than the rows above, right below a section's numbered title."""
    row, usual = parts[i], _usual(lines[at + 1 : i - 1])
    titled = i - 1 > at + 1 and len(parts[i - 1]) == 1 and _TITLE.match(lines[i - 1].text) is not None
    if not titled or len(row) < _FEWEST_BY_STYLE or not _may_be_heads(row):
        return False
    return _style(lines[i - 1]) != usual and all(_style(text) not in (usual, (False, False)) for text in row)


def _are_heads(row: Sequence[Line], heads: Sequence[Line], between: Sequence[Sequence[Line]]) -> bool:
    """True for the heads' words again, be it with one of the labels before them, or other words in their places.

    No row between is set so.
    Heads in the rows' own style are told by having no number, where all rows have one.
    """
    if len(row) < _FEWEST or any(is_number(text.text) or is_ticks(text) for text in row):
        return False
    if len(row) == len(heads) + 1 and row[0].x1 < heads[0].x0:
        row = row[1:]
    style = _style(row[0])
    apart = style == _style(heads[0]) and all(_style(text) == style for text in row)
    apart = apart and style != _usual([text for texts in between for text in texts])
    if [text.text for text in row] == [text.text for text in heads]:
        return apart or all(any(is_number(text.text) for text in texts) for texts in between if len(texts) > 1)
    if len(row) != len(heads) or len(row) < _FEWEST_BY_STYLE:
        return False
    places = zip(row, heads, strict=True)
    return apart and all(min(abs(a.x0 - b.x0), abs(a.x1 - b.x1)) <= _ALIGNED for a, b in places)


def _usual(lines: Sequence[Line]) -> tuple[bool, bool] | None:
    """The style of most lines."""
    styles = [_style(line) for line in lines]
    return max(styles, key=styles.count, default=None)


def _style(line: Line) -> tuple[bool, bool]:
    return line.bold, line.italic
