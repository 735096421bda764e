"""Where a table ends because the head of the next one stands below it: heads in the same columns, set as the first."""

from collections.abc import Sequence

from extractors.tables.cell_text import is_number
from extractors.tables.line_parts import is_ticks
from extractors.text.lines import Line

_ALIGNED = 3.0
"""Points within which heads begin, or end, where those above do."""
_FEWEST, _FEWEST_BY_STYLE = 2, 3
"""Heads side by side, and so many that their style tells: fewer are told by their words."""


def next_head(lines: Sequence[Line], parts: Sequence[Sequence[Line]]) -> int | None:
    """Which of a region's lines another table begins with; None where none does.

    `parts` are the lines, each cut where wide white parts cells. Lone lines right above the heads that are set in
    another style than the rows are the next table's title.
    """
    at = next((i for i, row in enumerate(parts) if len(row) > 1), len(lines))
    if at == len(lines) or any(is_number(text.text) for text in parts[at]):
        return None
    heads = (i for i in range(at + 2, len(lines)) if _are_heads(parts[i], parts[at], parts[at + 1 : i]))
    begin = next(heads, None)
    while (
        begin is not None
        and begin > at + 2
        and len(parts[begin - 1]) == 1
        and _style(lines[begin - 1]) != _usual(lines[at + 1 : begin - 1])
    ):
        begin -= 1
    return begin


def _are_heads(row: Sequence[Line], heads: Sequence[Line], between: Sequence[Sequence[Line]]) -> bool:
    """True for the heads' words again, or other words in their places, where no row between is set so.

    Heads in the rows' own style are told by having no number, where all rows have one.
    """
    if len(row) < _FEWEST or any(is_number(text.text) or is_ticks(text) for text in row):
        return False
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
