"""The paragraphs of a table's cell: what white parts that is wider than the step from line to line within its texts."""

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

from extractors.sentences import LEFT_OPEN
from extractors.tables.ruled_tables import DraftCell
from extractors.text.hyphens import Vocabulary, join_lines
from extractors.text.lines import Line

_LEAST = 0.9
"""Lines stand at least so many type sizes below each other: nearer ones are one line's parts."""
_MORE = 0.25
"""White above a paragraph, in type sizes more than within texts."""


def usual_step(cells: Iterable[DraftCell]) -> float:
    """From line to line within the texts of a table's cells, in type sizes; infinite where no cell has two lines."""
    steps = (_step(above, line) for cell in cells for above, line in pairwise(cell.lines))
    return min((step for step in steps if step >= _LEAST), default=math.inf)


def paragraphs_of(lines: Sequence[Line], step: float, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The cell's paragraphs, from the top; none where it has one. `step` is the table's usual one."""
    held: list[list[str]] = []
    for above, line in zip([None, *lines], lines, strict=False):
        if above is None or (begins_anew(above.text, line.text) and _step(above, line) > step + _MORE):
            held.append([])
        held[-1].append(line.text)
    return tuple(join_lines(each, vocabulary) for each in held) if len(held) > 1 else ()


def begins_anew(above: str, line: str) -> bool:
    """Whether a line, or what stands overleaf, may begin another text than the one above."""
    return (line[0].isupper() or line[0].isdigit()) and not LEFT_OPEN.search(above.rstrip())


def joined_paragraphs(above: tuple[str, ...], rest: tuple[str, ...], vocabulary: Vocabulary) -> tuple[str, ...]:
    """The paragraphs of a cell that the page cut, of which one part at the least has several; none where neither has.

    Each part is given as its paragraphs, or as its one text.
    """
    if len(above) + len(rest) <= 2:
        return ()
    if begins_anew(above[-1], rest[0]):
        return (*above, *rest)
    return (*above[:-1], vocabulary.join([above[-1], rest[0]]), *rest[1:])


def _step(above: Line, line: Line) -> float:
    return (line.bottom - above.bottom) / max(line.size, 1.0)
