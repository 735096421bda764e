"""Tables and their cells."""

from itertools import groupby

from extractors.privacy import MASK_IDENTITY, mask, mask_boxed
from extractors.rows.columns import box, masked, share
from extractors.split_numbers import asks_identity, pieces_of_identity
from models.blocks import Cell, Table
from models.numbers import WrittenNumber
from models.rows import CellRow, TableRow


def table_row(document_id: str, ordinal: int, table: Table) -> TableRow:
    return TableRow(
        table_id=f"{document_id}-t{ordinal}",
        document_id=document_id,
        ordinal=ordinal,
        title=masked(table.text),
        n_rows=table.n_rows,
        n_cols=table.n_cols,
        first_page=table.places[0].page,
        last_page=table.places[-1].page,
        method=table.method,
        doubt=table.doubt,
        grid_confidence=share(table.confidence),
        known_by_sv=table.known_by_sv or None,
        known_by_en=table.known_by_en or None,
    )


def cell_rows(table_id: str, table: Table, numbers: dict[tuple[int, int], WrittenNumber]) -> list[CellRow]:
    rows: list[CellRow] = []
    hidden = _hidden(table)
    for cell in table.cells:
        private = cell in hidden or mask(cell.text) != cell.text
        number = None if private else numbers.get((cell.row, cell.col))
        rows.append(
            CellRow(
                table_id=table_id,
                row=cell.row,
                col=cell.col,
                row_span=cell.row_span,
                col_span=cell.col_span,
                role=cell.role,
                text=MASK_IDENTITY if cell in hidden else mask_boxed(cell.text) or None,
                value=number.value if number else None,
                step=number.step if number else None,
                unit=number.unit if number else None,
                **box(cell.place),
            )
        )
    return rows


def _hidden(table: Table) -> list[Cell]:
    """The cells of an identity number that is parted over its row, a digit in each or so."""
    named = any(asks_identity(cell.text) for cell in table.cells)
    found: list[Cell] = []
    filled = sorted((cell for cell in table.cells if cell.text), key=lambda cell: (cell.row, cell.col))
    for _, run in groupby(filled, key=lambda cell: cell.row):
        row = list(run)
        found += [row[at] for at in sorted(pieces_of_identity([cell.text for cell in row], named=named))]
    return found
