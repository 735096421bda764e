"""The lines of a table's cell that end by choice: what stands on the next one is another matter.

A line is broken by choice where the next line's first word would have fitted behind it. How wide the column's text may
run is seldom known, but as wide as its widest line at least; so a line that had to end is not taken for another.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from extractors.tables.cell_paragraphs import begins_anew
from extractors.tables.ruled_tables import DraftCell
from extractors.text.hyphens import Vocabulary, join_lines
from extractors.text.lines import Line
from extractors.text.measures import is_full


def text_edges(cells: Iterable[DraftCell], *, drawn: bool) -> dict[int, float]:
    """Column -> how far to the right text is known to run in cells that end with it, points.

    As far as their widest line; in a drawn column as near to its right edge as text begins to the left one of its cell.
    """
    widest: dict[int, float] = {}
    inside: dict[int, list[tuple[float, float]]] = defaultdict(list)
    for cell in cells:
        if cell.lines:
            widest[cell.last_col] = max(widest.get(cell.last_col, 0.0), *(line.x1 for line in cell.lines))
            inside[cell.last_col].append((min(line.x0 for line in cell.lines) - cell.box.x0, cell.box.x1))
    if not drawn:
        return widest
    return {
        col: max(widest[col], min(edge for _, edge in found) - min(indent for indent, _ in found))
        for col, found in inside.items()
    }


def parts_of(lines: Sequence[Line], right: float, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The cell's text in its parts, from the top; none where no line ends by choice before what begins anew.

    right: how far the column's text is known to run, points.
    """
    return _parted(
        lines, vocabulary, lambda above, line: begins_anew(above.text, line.text) and not is_full(above, line, right)
    )


def possible_parts_of(lines: Sequence[Line], vocabulary: Vocabulary) -> tuple[str, ...]:
    """The cell's text, parted wherever a line may begin anew, whether the one above had to end or not."""
    return _parted(lines, vocabulary, lambda above, line: begins_anew(above.text, line.text))


def _parted(lines: Sequence[Line], vocabulary: Vocabulary, begins: Callable[[Line, Line], bool]) -> tuple[str, ...]:
    parts: list[list[str]] = []
    for above, line in zip([None, *lines], lines, strict=False):
        if above is None or begins(above, line):
            parts.append([])
        parts[-1].append(line.text)
    return tuple(join_lines(part, vocabulary) for part in parts) if len(parts) > 1 else ()
