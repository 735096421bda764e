"""A table in the making: its cells and its columns' edges, on one page or over several."""

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.plain import once, plain
from extractors.tables.ruled_tables import DraftGrid
from models.blocks import GridMethod
from models.place import Place


@plain
class TableCell:
    """A cell of a table that may run over pages."""

    row: int
    col: int
    row_span: int
    col_span: int
    text: str
    place: Place
    bold: bool
    size: float = 0.0
    """Type size, points; 0 where the cell is empty."""
    italic: bool = False
    color: str = ""
    """Of its first line."""
    items: tuple[str, ...] = ()
    """The items of a list that fills the cell."""
    lead: str = ""
    """The words that begin the cell in a type of their own."""
    parts: tuple[str, ...] = ()
    """Its text, parted where its lines end by choice."""
    painted: bool = False
    """Holds no word and is painted otherwise than the cells with its row's texts."""
    possible_parts: tuple[str, ...] = ()
    """Its text, parted wherever a line may begin anew."""
    paragraphs: tuple[str, ...] = ()
    """Its text, parted where white is wider than within texts."""
    marks: str = ""
    """The marks of footnotes that stood in it."""


@dataclass(frozen=True)
class DraftTable:
    """A table in the making, over one or more pages."""

    cells: tuple[TableCell, ...]
    n_rows: int
    n_cols: int
    header_rows: int
    method: GridMethod
    edges: tuple[float, ...]
    places: tuple[Place, ...]
    doubt: str | None
    title: str = ""
    grids: tuple[DraftGrid, ...] = ()
    """Its parts page by page, as they were read."""

    def row(self, index: int) -> Sequence[TableCell]:
        return self._rows.get(index, ())

    def row_texts(self, index: int) -> list[str]:
        texts = [""] * self.n_cols
        for cell in self.row(index):
            texts[cell.col] = cell.text
        return texts

    @once
    def _rows(self) -> dict[int, list[TableCell]]:
        rows: dict[int, list[TableCell]] = {}
        for cell in self.cells:
            rows.setdefault(cell.row, []).append(cell)
        return rows
