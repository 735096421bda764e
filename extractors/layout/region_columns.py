"""Text that stands side by side and is no table, in reading order: columns, or labels with their texts beside them.

**Ansvarig**   Socialchefen
**Tid**        2026

Of such a list each label is read before its own text, not before the next label.
"""

from collections.abc import Sequence

from extractors.tables.open_tables import OpenTable, is_side_by_side
from extractors.tables.ruled_tables import DraftCell, DraftGrid
from extractors.text.flow import Draft, flow
from extractors.text.lines import Line
from extractors.text.measures import Measures

_FEW_ROWS = 3
_FEWEST_LABELS = 2
_MOST_WORDS = 5
"""Words of a label."""


def drafts_of_columns(found: OpenTable, measures: Measures) -> list[Draft]:
    """The region's texts: row by row where its first column holds labels, else column by column."""
    grid = found.grid
    columns = [[list(cell.lines) for cell in grid.cells if cell.col == col] for col in range(found.region.n_cols)]
    inner = [_within(column, edge, measures) for column, edge in zip(columns, found.region.edges, strict=False)]
    if _holds_labels(grid):
        cells = sorted(grid.cells, key=lambda cell: (cell.row, cell.col))
        return [draft for cell in cells for draft in flow(list(cell.lines), inner[cell.col])]
    drafts: list[Draft] = []
    for column, edges in zip(columns, inner, strict=True):
        texts = column if is_side_by_side(grid) else [[line for cell in column for line in cell]]
        drafts.extend(draft for text in texts for draft in flow(text, edges))
    if grid.n_rows <= _FEW_ROWS:
        no_headings(drafts)
    return drafts


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
