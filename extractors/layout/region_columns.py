"""Text that stands side by side and is no table, in reading order: columns, or labels with their texts beside them.

**Ansvarig**   Socialchefen
**Tid**        2026

Of such a list each label is read before its own text, not before the next label.
"""

from collections.abc import Sequence

from extractors.layout.cards_in_columns import are_cards
from extractors.tables.open_tables import OpenTable, is_side_by_side
from extractors.tables.ruled_tables import DraftCell, DraftGrid
from extractors.text.draft_block import Draft
from extractors.text.flow import flow
from extractors.text.lines import Line
from extractors.text.markers import marker_of
from extractors.text.measures import Measures

_FEW_ROWS = 3
_FEWEST_LABELS = 2
_SAME_FOOT = 1.0
"""Points within which texts stand on one line."""
_MOST_WORDS = 5
"""Words of a label."""


def drafts_of_columns(found: OpenTable, measures: Measures) -> list[Draft]:
    """The region's texts: row by row where its first column holds labels, else column by column."""
    grid = found.grid
    columns, inner = _columns(found, measures)
    if _holds_labels(grid):
        cells = sorted(grid.cells, key=lambda cell: (cell.row, cell.col))
        return [draft for cell in cells for draft in flow(list(cell.lines), inner[cell.col])]
    drafts: list[Draft] = []
    below = _list_below(columns)
    for column, edges in zip(columns, inner, strict=True):
        held = [[line for line in cell if line not in below] for cell in column]
        texts = held if is_side_by_side(grid) and not are_cards(grid) else [[line for cell in held for line in cell]]
        drafts.extend(draft for text in texts for draft in flow(text, edges))
    if grid.n_rows <= _FEW_ROWS:
        no_headings(drafts)
    return [*drafts, *flow(below, measures)]


def _list_below(columns: Sequence[Sequence[Sequence[Line]]]) -> list[Line]:
    """The lines of the first column from a list's first item on, where it begins below all that stands beside it."""
    first, *others = [[line for cell in column for line in cell] for column in columns]
    bottom = max((line.bottom for column in others for line in column), default=float("inf"))
    at = next((i for i, line in enumerate(first) if line.top >= bottom and marker_of(line) is not None), len(first))
    return first[at:]


def texts_in_columns(found: OpenTable, measures: Measures) -> list[tuple[list[Line], Measures]]:
    """The lines of each of the region's columns with its measures, where each is read to its foot; else none."""
    if _holds_labels(found.grid) or is_side_by_side(found.grid):
        return []
    columns, inner = _columns(found, measures)
    texts = ([line for cell in column for line in cell] for column in columns)
    return [(_as_printed(lines), own) for lines, own in zip(texts, inner, strict=True)]


def _as_printed(lines: Sequence[Line]) -> list[Line]:
    """The lines of a column; those that a head's texts stood in one by one, on one foot, as the one that is printed."""
    whole: list[Line] = []
    for line in lines:
        above = whole[-1] if whole else None
        if above is not None and abs(above.bottom - line.bottom) <= _SAME_FOOT and above.x1 <= line.x0:
            marks, places = (*above.marks, *line.marks), (*above.marks_x0, *line.marks_x0)
            whole[-1] = Line((*above.words, *line.words), marks, above.leading_mark, places)
        else:
            whole.append(line)
    return whole


def _columns(found: OpenTable, measures: Measures) -> tuple[list[list[list[Line]]], list[Measures]]:
    """The lines of each column's cells, and each column's measures."""
    grid, region = found.grid, found.region
    columns = [[list(cell.lines) for cell in grid.cells if cell.col == col] for col in range(region.n_cols)]
    return columns, [_within(column, edge, measures) for column, edge in zip(columns, region.edges, strict=False)]


def no_headings(drafts: Sequence[Draft]) -> None:
    """Short texts side by side are tags or a letterhead: none of them heads what stands below."""
    for draft in drafts:
        draft.heading = False


def _within(column: Sequence[Sequence[Line]], edge: float, measures: Measures) -> Measures:
    right = max((line.x1 for cell in column for line in cell), default=0.0)
    return Measures(measures.body_size, measures.pitch, edge, right, bold=measures.bold)


def _holds_labels(grid: DraftGrid) -> bool:
    """Whether each row is a label, in bold or before a colon, with a text beside it that is neither."""
    rows = [sorted(grid.row_cells(row), key=lambda cell: cell.col) for row in range(grid.n_rows)]
    if grid.n_cols != 2 or len(rows) < _FEWEST_LABELS:
        return False
    if any(len(row) != 2 or not all(cell.lines for cell in row) for row in rows):
        return False
    labels, texts = [row[0] for row in rows], [row[1] for row in rows]
    if any(len(label.lines) > 1 or len(label.lines[0].words) > _MOST_WORDS for label in labels):
        return False
    set_apart = all(_is_bold(label) for label in labels) and not any(_is_bold(text) for text in texts)
    return set_apart or all(label.lines[0].text.endswith(":") for label in labels)


def _is_bold(cell: DraftCell) -> bool:
    return all(line.bold for line in cell.lines)
