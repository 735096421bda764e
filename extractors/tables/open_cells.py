"""Rows of cut lines to cells: texts over several columns span them; what reaches over an edge makes the grid unsure."""

from collections.abc import Sequence

from extractors.pages.geometry import Box
from extractors.tables.cut_lines import CutLine
from extractors.tables.ruled_tables import DraftCell
from extractors.text.lines import Line

_STRADDLE = 2.5
"""Points that a text may reach over its cell's edge."""


def cells_of_row(row: int, lines: Sequence[CutLine], edges: Sequence[float], *, spans: bool = True) -> list[DraftCell]:
    """The cells of one table row, from its printed lines; `edges` are n_cols + 1 positions.

    A text that reaches over columns that are empty in this row spans them, but where `spans` is false.
    """
    top, bottom = min(x.line.top for x in lines), max(x.line.bottom for x in lines)
    cells: list[DraftCell] = []
    col = 0
    while col < len(edges) - 1:
        texts = tuple(Line(x.cells[col]) for x in lines if x.cells[col])
        reach = max((t.x1 for t in texts), default=edges[col])
        end = col + 1
        while (
            spans and end < len(edges) - 1 and reach > edges[end] + _STRADDLE and not any(x.cells[end] for x in lines)
        ):
            end += 1
        cells.append(DraftCell(row, col, 1, end - col, Box(edges[col], top, edges[end], bottom), texts))
        col = end
    return cells


def doubt_of(cells: Sequence[DraftCell], rows: Sequence[Sequence[CutLine]], numeric: set[int]) -> str | None:
    """Why a grid without drawn lines is unsure; None where every text keeps to its cell and every number has its row.

    `rows` are the body's lines by table row, `numeric` the columns of numbers.
    """
    doubts = []
    reaching = sum(any(t.x1 > c.box.x1 + _STRADDLE or t.x0 < c.box.x0 - _STRADDLE for t in c.lines) for c in cells)
    if reaching:
        doubts.append(f"the text of {reaching} cells reaches over their edge")
    several = sum(sum(x.is_number(col) for x in row) > 1 for row in rows for col in numeric)
    if several:
        doubts.append(f"{several} cells hold several numbers")
    return "; ".join(doubts) or None
